//! Findings as rustc shows them: the author's line, the words underlined, further places, the way out.

mod excerpt;
mod window;

use handbill_model::{Diagnostic, Severity};

use super::{Findings, Look, Output, harmless, linked, paint, style};
use excerpt::excerpt;

pub(super) const OUTPUT: Output = Output {
    name: "full",
    about: "the author's line with the words underlined, and the way out",
    open: String::new,
    between: "",
    page,
    close: |summary, _| summary.sentences(),
};

/// How many further places are shown; the others are counted.
const PLACES: usize = 12;

fn page(findings: &Findings<'_>, look: Look) -> String {
    findings.diagnostics.iter().map(|finding| one(findings, finding, look) + "\n").collect()
}

fn one(findings: &Findings<'_>, finding: &Diagnostic, look: Look) -> String {
    let excerpt = excerpt(findings, finding, PLACES, look);
    let place = findings.lines.place(findings.source, finding.span.start());
    let gutter = " ".repeat(excerpt.gutter);
    let bar = style("1;94", "|", look);

    let rule = match crate::rule(finding.rule) {
        Some(rule) => linked(&rule.url(), rule.name, look),
        None => finding.rule.to_owned(),
    };
    let name = paint(finding.severity, &format!("{}[{rule}]", finding.severity.as_str()), look);
    let message = style("1", &format!(": {}", harmless(&finding.message)), look);
    let arrow = style("1;94", "-->", look);
    let mut text =
        format!("{name}{message}\n{gutter}{arrow} {}:{}:{}\n", harmless(findings.path), place.line, place.column);
    text.push_str(&format!("{gutter} {bar}\n{}{gutter} {bar}\n", excerpt.text));

    let equals = style("1;94", "=", look);
    let mut note = |kind: &str, note: &str| {
        text.push_str(&format!("{gutter} {equals} {}: {note}\n", style("1", kind, look)));
    };
    match finding.labels.len().saturating_sub(PLACES) {
        0 => {}
        1 => note("note", "and one more place"),
        more => note("note", &format!("and {more} more places")),
    }
    if !finding.help.is_empty() {
        note("help", &harmless(&finding.help));
    }
    text
}

/// The colour of a place: that of the finding, blue for further ones.
fn mark(primary: Option<Severity>, text: &str, look: Look) -> String {
    match primary {
        Some(severity) => paint(severity, text, look),
        None => style("1;94", text, look),
    }
}
