//! Findings for code scanning: SARIF 2.1.0 (OASIS), one run.
//!
//! Columns count UTF-16 code units, as the log says; paths are percent-encoded URIs (RFC 3986), relative ones from where
//! the command was called.

use handbill_model::{Diagnostic, Fix, Severity};
use handbill_text::Span;
use serde_json::{Value, json};

use super::fingerprint::fingerprints;
use super::{Findings, Look, Output};
use crate::{RULES, Rule};

pub(super) const OUTPUT: Output = Output {
    name: "sarif",
    about: "SARIF 2.1.0, as code scanning reads it",
    open,
    between: ",\n",
    page,
    close: |summary, _| if summary.pages > 0 { "\n]}]}\n".to_owned() } else { "]}]}\n".to_owned() },
};

/// The log up to its first result.
fn open() -> String {
    let driver = json!({
        "name": "handbill",
        "version": env!("CARGO_PKG_VERSION"),
        "semanticVersion": env!("CARGO_PKG_VERSION"),
        "informationUri": env!("CARGO_PKG_REPOSITORY"),
        "rules": RULES.iter().map(|rule| descriptor(rule)).collect::<Vec<_>>(),
    });
    let schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
    format!(
        "{{\"$schema\":\"{schema}\",\"version\":\"2.1.0\",\"runs\":[{{\n\"tool\":{{\"driver\":{driver}}},\n\
         \"columnKind\":\"utf16CodeUnits\",\n\"results\":[\n"
    )
}

fn descriptor(rule: &Rule) -> Value {
    json!({
        "id": rule.name,
        "name": pascal(rule.name),
        "shortDescription": { "text": rule.summary() },
        "fullDescription": { "text": rule.summary() },
        "helpUri": rule.url(),
        "help": { "text": crate::explain(rule), "markdown": crate::rule_page(rule) },
        "defaultConfiguration": { "level": level(rule.severity) },
        "properties": { "tags": [rule.group.name()] },
    })
}

/// `wrong-ordinal` as `WrongOrdinal`.
fn pascal(name: &str) -> String {
    let word = |word: &str| word.get(..1).map_or(String::new(), str::to_uppercase) + word.get(1..).unwrap_or("");
    name.split('-').map(word).collect()
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "note",
    }
}

/// A line for each result.
fn page(findings: &Findings<'_>, _: Look) -> String {
    let marks = fingerprints(findings);
    let results =
        findings.diagnostics.iter().zip(marks).map(|(finding, mark)| result(findings, finding, &mark).to_string());
    results.collect::<Vec<_>>().join(",\n")
}

fn result(findings: &Findings<'_>, finding: &Diagnostic, mark: &str) -> Value {
    let mut text = finding.message.clone();
    if !finding.help.is_empty() {
        text = format!("{text}: {}", finding.help);
    }
    let mut result = json!({
        "ruleId": finding.rule,
        "level": level(finding.severity),
        "message": { "text": text },
        "locations": [{ "physicalLocation": physical(findings, finding.span) }],
        "partialFingerprints": { "handbill/v1": mark },
    });
    if !finding.labels.is_empty() {
        let related = finding.labels.iter().enumerate().map(|(id, label)| {
            json!({ "id": id, "message": { "text": label.text }, "physicalLocation": physical(findings, label.span) })
        });
        result["relatedLocations"] = related.collect();
    }
    if !finding.fixes.is_empty() {
        result["fixes"] = finding.fixes.iter().map(|fix| form(findings, fix)).collect();
    }
    result
}

fn physical(findings: &Findings<'_>, span: Span) -> Value {
    json!({ "artifactLocation": { "uri": uri(findings.path) }, "region": region(findings, span) })
}

fn region(findings: &Findings<'_>, span: Span) -> Value {
    let column = |offset| findings.lines.utf16_column(findings.source, offset);
    json!({
        "startLine": findings.lines.line(span.start()),
        "startColumn": column(span.start()),
        "endLine": findings.lines.line(span.end()),
        "endColumn": column(span.end()),
    })
}

fn form(findings: &Findings<'_>, fix: &Fix) -> Value {
    let replacements: Vec<Value> = fix
        .edits
        .iter()
        .map(|edit| json!({ "deletedRegion": region(findings, edit.span), "insertedContent": { "text": edit.text } }))
        .collect();
    json!({
        "description": { "text": fix.title },
        "artifactChanges": [{ "artifactLocation": { "uri": uri(findings.path) }, "replacements": replacements }],
    })
}

/// A path as a URI: what is neither a letter, a digit nor one of `-._~/` is percent-encoded (RFC 3986 §2).
fn uri(path: &str) -> String {
    let path = path.replace('\\', "/");
    let mut uri = if path.starts_with('/') { "file://".to_owned() } else { String::new() };
    for byte in path.strip_prefix("./").unwrap_or(&path).bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => uri.push(char::from(byte)),
            _ => uri.push_str(&format!("%{byte:02X}")),
        }
    }
    uri
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_uris() {
        assert_eq!(uri("event/2031/a b#1.md"), "event/2031/a%20b%231.md");
        assert_eq!(uri("/tmp/é:x.md"), "file:///tmp/%C3%A9%3Ax.md");
        assert_eq!(uri("./a.md"), "a.md");
    }

    #[test]
    fn columns_count_utf_16() {
        let source = "\u{1F600}é the\n";
        let finding = Diagnostic::new("doubled-word", Severity::Warning, Span::new(7..10), "it is wrong");
        let all = [finding];
        let place = region(&Findings::new("a.md", source, &all), all[0].span);
        assert_eq!(place, json!({ "startLine": 1, "startColumn": 5, "endLine": 1, "endColumn": 8 }));
    }
}
