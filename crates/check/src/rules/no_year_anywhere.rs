//! Days of no year.

use handbill_model::{Diagnostic, Severity};
use handbill_page::phrase::Form;

use crate::rule::rule;
use crate::subject::{Subject, years};

rule! {
    /// The page has dates, and no year for them anywhere.
    ///
    /// Next year the page is still there, and invites to a meeting that is over.
    ///
    /// ```page bad
    /// ---
    /// title: Spring Meeting, Lund, March 4-6
    /// tags: [event]
    /// permalink: /spring/
    /// ---
    /// Welcome.
    /// ```
    /// ```page good
    /// ---
    /// title: Spring Meeting, Lund, March 4-6, 2031
    /// tags: [event]
    /// permalink: /spring/
    /// ---
    /// Welcome.
    /// ```
    ///
    /// A year in the page's path makes it a hint: programs find it there, readers do not.
    "no-year-anywhere": Warning, Dates, Event
}

fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    let texts = subject.texts();
    let dated = texts.iter().find_map(|text| {
        let phrase = text
            .phrases()
            .dates
            .iter()
            .find(|phrase| phrase.form != Form::Ambiguous && phrase.first().month.is_some())?;
        Some(text.place(phrase.span).span)
    });
    let Some(place) = dated else { return };
    let in_front = || {
        subject.page.split.front_matter.is_some_and(|span| years(subject.source(span)).next().is_some())
            || handbill_page::keys::names_days(&subject.page.front_matter.root)
    };
    if texts.iter().any(|text| years(text.text).next().is_some()) || in_front() {
        return;
    }
    let mut finding = RULE
        .finding(place, "no year stands anywhere on the page")
        .with_help("write the year behind the day, best in the title");
    if years(&subject.page.path).next().is_some() {
        finding.severity = Severity::Info;
    }
    found.push(finding);
}
