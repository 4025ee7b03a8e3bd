//! A line for each finding, as compilers and editors read it.

use super::{Findings, Look, Output, harmless, paint};

pub(super) const OUTPUT: Output = Output {
    name: "concise",
    about: "a line for each finding",
    open: String::new,
    between: "",
    page,
    close: |summary, _| summary.sentences(),
};

fn page(findings: &Findings<'_>, look: Look) -> String {
    let line = |finding: &handbill_model::Diagnostic| {
        let place = findings.lines.place(findings.source, finding.span.start());
        let severity = paint(finding.severity, finding.severity.as_str(), look);
        let (path, message) = (harmless(findings.path), harmless(&finding.message));
        format!("{path}:{}:{}: {severity}: {message} [{}]\n", place.line, place.column, finding.rule)
    };
    findings.diagnostics.iter().map(line).collect()
}
