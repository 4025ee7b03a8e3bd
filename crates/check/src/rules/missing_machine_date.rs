//! Days that only people can read.

use handbill_frontmatter::{Data, insert};
use handbill_model::{Applicability, Date, Diagnostic};
use handbill_text::Edit;

use crate::rule::rule;
use crate::subject::Subject;

rule! {
    /// The front matter has no key with the days of the event.
    ///
    /// Jekyll sorts and lists by keys. Without one, listings are kept by hand and go their own way.
    ///
    /// ```page bad
    /// ---
    /// title: Spring Meeting, Lund, March 4-6, 2031
    /// ---
    /// Welcome.
    /// ```
    /// ```page good
    /// ---
    /// title: Spring Meeting, Lund, March 4-6, 2031
    /// start: 2031-03-04
    /// end: 2031-03-06
    /// ---
    /// Welcome.
    /// ```
    ///
    /// The main page alone is asked, not the pages of calls and schedules.
    "missing-machine-date": Info, Completeness, Event
}

fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    let Some(event) = subject.main_event() else { return };
    let Some((start, end)) = subject.days() else { return };
    if handbill_page::keys::names_days(&subject.page.front_matter.root) {
        return;
    }
    let help =
        if start == end { format!("add `start: {start}`") } else { format!("add `start: {start}` and `end: {end}`") };
    let mut finding = RULE.finding(subject.title_place(), "no key of the front matter gives the days").with_help(help);
    // Separate days are more than two keys can tell.
    if event.dates.is_empty()
        && let Some(edit) = keys(subject, start, end)
    {
        finding = finding.with_fix("add the days that were read", Applicability::Ask, vec![edit]);
    }
    found.push(finding);
}

/// Both keys in one edit, behind the others.
fn keys(subject: &Subject<'_>, start: Date, end: Date) -> Option<Edit> {
    let page = subject.page;
    let value = |date: Date| {
        let (month, day) = (date.month().unsigned_abs(), date.day().unsigned_abs());
        Data::Date(handbill_frontmatter::Date { year: date.year(), month, day, time: None })
    };
    let first = insert(&page.source, &page.front_matter, &["start"], &value(start))?;
    if start == end {
        return Some(first);
    }
    let second = insert(&page.source, &page.front_matter, &["end"], &value(end))?;
    (first.span == second.span).then(|| Edit { span: first.span, text: first.text + &second.text })
}
