//! Rules that find the mistakes of event pages.
//!
//! [`check`] looks at a page that was read and gives its [`Diagnostic`]s in the order of the source: what is wrong, where,
//! and the way out, with fixes where one is sure enough to be offered. [`RULES`] is the table of all rules, and
//! [`explain`] their manual. [`output`] prints findings for people and for programs.
//!
//! ```
//! use handbill_check::{Settings, check};
//! use handbill_page::{Site, read};
//!
//! let text = "---\ntitle: Spring Meeting, Lund, March 4-5, 2031\n---\nIt starts on March 4th and ends on March 5st.\n";
//! let page = read("event/2031/lund.md", text, &Site::default());
//! let found = check(&page, &Settings::default());
//! assert_eq!(found[0].rule, "wrong-ordinal");
//! assert_eq!(found[0].span.of(text), "5st");
//! ```

mod baseline;
mod diff;
mod explain;
mod fix;
pub mod output;
mod rule;
mod rules;
mod settings;
mod subject;
mod suppress;
mod words;
mod zones;

use handbill_model::Diagnostic;
use handbill_page::Page;

pub use baseline::{Baseline, BaselineError, Known};
pub use diff::diff;
pub use explain::{explain, rule_index, rule_page};
pub use fix::{Fixed, fix};
pub use rule::{Group, Rule, Scope};
pub use rules::RULES;
pub use settings::{Selector, Settings, UnknownRule};
pub use words::nearest;
pub use zones::nearest_zone;

use rules::LAST;
use subject::Subject;

/// What is wrong with a page, in the order of its source. The same page and settings give the same findings.
#[must_use]
pub fn check(page: &Page, settings: &Settings) -> Vec<Diagnostic> {
    let subject = Subject::new(page, settings);
    if subject.is_switched_off() {
        return Vec::new();
    }
    // What a rule finds by itself is left to it: it can be explained, selected and ignored.
    let mut found: Vec<Diagnostic> =
        page.diagnostics.iter().filter(|finding| rule(finding.rule).is_none()).cloned().collect();
    let runs = |rule: &Rule| settings.runs(rule) && subject.looks_with(rule);
    for rule in RULES.iter().filter(|rule| rule.name != LAST.name && runs(rule)) {
        (rule.check)(&subject, &mut found);
    }
    subject.suppressions().apply(page, &mut found);
    if runs(LAST) {
        (LAST.check)(&subject, &mut found);
    }
    found.retain(|finding| settings.keeps(finding));
    found.sort_by(|a, b| (a.span, a.rule, &a.message).cmp(&(b.span, b.rule, &b.message)));
    found.dedup();
    found
}

/// The rule of this name.
///
/// ```
/// let rule = handbill_check::rule("wrong-ordinal").expect("it is in the table");
/// assert_eq!(rule.group.name(), "dates");
/// ```
#[must_use]
pub fn rule(name: &str) -> Option<&'static Rule> {
    RULES.iter().copied().find(|rule| rule.name == name)
}
