//! What each rule leaves alone: the guards that keep it from crying wolf, each beside a page on which it speaks.

mod calls;
mod completeness;
mod dates;
mod links;
mod markup;
mod programme;
mod words;

use handbill_check::{Settings, check};
use handbill_model::{Diagnostic, Fix};
use handbill_page::{Site, read};
use handbill_text::apply;

/// How often a rule speaks on the page of a meeting with this body; a body with a front matter is a page by itself.
fn findings(rule: &str, body: &str) -> usize {
    findings_on(None, rule, body)
}

/// As [`findings`], where the check is told the day.
fn findings_on(today: Option<&str>, rule: &str, body: &str) -> usize {
    found(today, rule, &page(body)).len()
}

/// The body after each of the fixes that the one finding of a rule offers.
fn fixes(rule: &str, body: &str) -> Vec<String> {
    fixes_on(None, rule, body)
}

/// As [`fixes`], where the check is told the day.
fn fixes_on(today: Option<&str>, rule: &str, body: &str) -> Vec<String> {
    let text = page(body);
    let found = found(today, rule, &text);
    let [finding] = found.as_slice() else { panic!("{} findings of {rule} in\n{body}", found.len()) };
    let fixed = |fix: &Fix| {
        let fixed = apply(&text, &fix.edits).expect("a fix can be applied");
        if body.starts_with("---") { fixed } else { fixed[HEAD.len()..fixed.len() - 1].to_owned() }
    };
    finding.fixes.iter().map(fixed).collect()
}

const HEAD: &str = "---\ntitle: Spring Meeting, Lund, March 4-6, 2031\n---\n\n";

fn page(body: &str) -> String {
    if body.starts_with("---") { body.to_owned() } else { format!("{HEAD}{body}\n") }
}

fn found(today: Option<&str>, rule: &str, text: &str) -> Vec<Diagnostic> {
    let mut settings = Settings::default();
    settings.select = vec![rule.parse().expect("it is a rule")];
    settings.today = today.map(|day| day.parse().expect("it is a day"));
    check(&read("event/2031/lund.md", text, &Site::default()), &settings)
}

/// The rule speaks once on each of these pages.
#[track_caller]
fn speaks(rule: &str, bodies: &[impl AsRef<str>]) {
    for body in bodies.iter().map(AsRef::as_ref) {
        assert_eq!(findings(rule, body), 1, "{rule} should speak once of\n{body}");
    }
}

/// The rule speaks on none of these pages.
#[track_caller]
fn is_silent(rule: &str, bodies: &[impl AsRef<str>]) {
    for body in bodies.iter().map(AsRef::as_ref) {
        assert_eq!(findings(rule, body), 0, "{rule} should not speak of\n{body}");
    }
}
