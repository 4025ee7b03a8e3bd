//! Findings for merge requests: GitLab's Code Quality report, a list of issues as Code Climate's specification has them.

use handbill_model::{Diagnostic, Severity};
use serde_json::{Value, json};

use super::fingerprint::fingerprints;
use super::{Findings, Look, Output};
use crate::Group;

pub(super) const OUTPUT: Output = Output {
    name: "gitlab",
    about: "a Code Quality report of GitLab",
    open: || "[\n".to_owned(),
    between: ",\n",
    page,
    close: |summary, _| if summary.pages > 0 { "\n]\n".to_owned() } else { "]\n".to_owned() },
};

/// A line for each issue.
fn page(findings: &Findings<'_>, _: Look) -> String {
    let marks = fingerprints(findings);
    let issues =
        findings.diagnostics.iter().zip(marks).map(|(finding, mark)| issue(findings, finding, &mark).to_string());
    issues.collect::<Vec<_>>().join(",\n")
}

fn issue(findings: &Findings<'_>, finding: &Diagnostic, mark: &str) -> Value {
    let place = |span: handbill_text::Span| {
        let (begin, end) = (findings.lines.line(span.start()), findings.lines.line(span.end()));
        json!({ "path": findings.path.strip_prefix("./").unwrap_or(findings.path), "lines": { "begin": begin, "end": end } })
    };
    let mut issue = json!({
        "type": "issue",
        "check_name": finding.rule,
        "description": description(finding),
        "categories": [category(finding)],
        "severity": severity(finding.severity),
        "fingerprint": mark,
        "location": place(finding.span),
    });
    if let Some(rule) = crate::rule(finding.rule) {
        issue["content"] = json!({ "body": format!("[{}]({})", rule.name, rule.url()) });
    }
    if !finding.labels.is_empty() {
        issue["other_locations"] = finding.labels.iter().map(|label| place(label.span)).collect();
    }
    issue
}

fn description(finding: &Diagnostic) -> String {
    let whole = if finding.help.is_empty() {
        finding.message.clone()
    } else {
        format!("{}: {}", finding.message, finding.help)
    };
    whole.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "major",
        Severity::Warning => "minor",
        Severity::Info => "info",
    }
}

/// The word of the specification's closed list that is nearest to what a rule is about.
fn category(finding: &Diagnostic) -> &'static str {
    match crate::rule(finding.rule).map(|rule| rule.group) {
        Some(Group::Calls | Group::Dates | Group::Links | Group::Programme) => "Bug Risk",
        Some(Group::Markup) | None => "Compatibility",
        Some(Group::Completeness) => "Clarity",
        Some(Group::Words) => "Style",
    }
}
