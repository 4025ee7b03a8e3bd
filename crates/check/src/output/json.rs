//! Findings for programs: one JSON document.
//!
//! `{ "schema_version": 1, "diagnostics": [...], "summary": { "files", "errors", "warnings", "infos" } }`. Lines and
//! columns start at 1, columns count characters; `url` is the manual of the rule; `start` and `end` of an edit are byte offsets.

use handbill_model::{Applicability, Diagnostic, Fix};
use handbill_text::Span;
use serde::Serialize;

use super::{Findings, Look, Output};

pub(super) const OUTPUT: Output = Output {
    name: "json",
    about: "one JSON document for programs",
    open: || "{\n  \"schema_version\": 1,\n  \"diagnostics\": [\n".to_owned(),
    between: ",\n",
    page,
    close: |summary, _| {
        let (start, counts) = (if summary.pages > 0 { "\n" } else { "" }, summary);
        format!(
            "{start}  ],\n  \"summary\": {{ \"files\": {}, \"errors\": {}, \"warnings\": {}, \"infos\": {} }}\n}}\n",
            counts.files, counts.errors, counts.warnings, counts.infos
        )
    },
};

#[derive(Serialize)]
struct Finding<'a> {
    rule: &'a str,
    severity: &'a str,
    #[serde(flatten)]
    place: Place<'a>,
    message: &'a str,
    help: &'a str,
    labels: Vec<Label<'a>>,
    fixes: Vec<FixForm<'a>>,
    /// Where the rule's manual is.
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<String>,
}

#[derive(Serialize)]
struct Place<'a> {
    path: &'a str,
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
}

#[derive(Serialize)]
struct Label<'a> {
    #[serde(flatten)]
    place: Place<'a>,
    text: &'a str,
}

#[derive(Serialize)]
struct FixForm<'a> {
    title: &'a str,
    applicability: &'static str,
    edits: Vec<EditForm<'a>>,
}

#[derive(Serialize)]
struct EditForm<'a> {
    start: usize,
    end: usize,
    text: &'a str,
}

/// A line for each finding, so that a long list can be read and compared.
fn page(findings: &Findings<'_>, _: Look) -> String {
    let line = |finding| {
        let json = serde_json::to_string(&form(findings, finding)).expect("a finding has string keys only");
        format!("    {json}")
    };
    findings.diagnostics.iter().map(line).collect::<Vec<_>>().join(",\n")
}

fn form<'a>(findings: &'a Findings<'_>, finding: &'a Diagnostic) -> Finding<'a> {
    let place = |span| place(findings, span);
    Finding {
        rule: finding.rule,
        severity: finding.severity.as_str(),
        place: place(finding.span),
        message: &finding.message,
        help: &finding.help,
        labels: finding.labels.iter().map(|label| Label { place: place(label.span), text: &label.text }).collect(),
        fixes: finding.fixes.iter().map(fix).collect(),
        url: crate::rule(finding.rule).map(crate::Rule::url),
    }
}

fn place<'a>(findings: &'a Findings<'_>, span: Span) -> Place<'a> {
    let (start, end) = findings.lines.places(findings.source, span);
    Place { path: findings.path, line: start.line, column: start.column, end_line: end.line, end_column: end.column }
}

fn fix(fix: &Fix) -> FixForm<'_> {
    FixForm {
        title: &fix.title,
        applicability: match fix.applicability {
            Applicability::Safe => "safe",
            Applicability::Ask => "ask",
        },
        edits: fix
            .edits
            .iter()
            .map(|edit| EditForm { start: edit.span.start(), end: edit.span.end(), text: &edit.text })
            .collect(),
    }
}
