//! Findings as annotations of a change: GitHub's workflow commands.

use handbill_model::{Diagnostic, Severity};

use super::{Findings, Look, Output};

pub(super) const OUTPUT: Output = Output {
    name: "github",
    about: "annotations of GitHub Actions",
    open: String::new,
    between: "",
    page,
    close: |summary, _| summary.sentences(),
};

fn page(findings: &Findings<'_>, _: Look) -> String {
    findings.diagnostics.iter().map(|finding| command(findings, finding)).collect()
}

/// `::error title=...,file=...,line=...::message`. Columns are left out of a finding over several lines: GitHub refuses
/// them there.
fn command(findings: &Findings<'_>, finding: &Diagnostic) -> String {
    let kind = match finding.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "notice",
    };
    let (start, end) = findings.lines.places(findings.source, finding.span);
    let mut place = format!("line={},endLine={}", start.line, end.line);
    if start.line == end.line {
        place.push_str(&format!(",col={},endColumn={}", start.column, end.column));
    }
    let mut message = finding.message.clone();
    if !finding.help.is_empty() {
        message.push_str(&format!("\nhelp: {}", finding.help));
    }
    let (title, file) = (property(&format!("handbill: {}", finding.rule)), property(findings.path));
    format!("::{kind} title={title},file={file},{place}::{}\n", data(&message))
}

/// A message as commands have it: on one line.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// A property as commands have it: without what separates properties.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
