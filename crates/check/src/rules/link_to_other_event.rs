//! A link into the pages of another year.

use std::collections::BTreeMap;

use handbill_model::{Diagnostic, Label};

use crate::rule::rule;
use crate::subject::{Subject, headings, tells_of_another_time, years};

rule! {
    /// A link leads to the pages of another year's event.
    ///
    /// The page was copied from last year's, and its links still lead there: to a form that is closed, to a hotel that
    /// is booked out.
    ///
    /// ```page bad
    /// Please read the [travel advice](https://example.org/event/2030/travel/) before you book.
    /// ```
    /// ```page good
    /// Please read the [travel advice](https://example.org/event/2031/travel/) before you book.
    /// ```
    ///
    /// A sentence that names that year, or tells of an earlier or a later meeting, means it. There is no fix: this
    /// year's page may have another address, or none. A definition that nothing uses is deleted by `unused-link-
    /// definition`, wherever it leads.
    "link-to-other-event": Warning, Links, Event
}

fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    let Some((event, _)) = subject.event_years() else { return };
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    for text in subject.texts() {
        for link in text.links().iter().filter(|link| !link.bare) {
            let Some(year) = year_of(&link.url).filter(|year| !subject.is_event_year(*year)) else { continue };
            let sentence = text.sentence(link.span).of(text.text);
            let meant = years(sentence).any(|named| named == year)
                || tells_of_another_time(sentence)
                || headings(&subject.page.outline, text)
                    .any(|heading| tells_of_another_time(heading) || years(heading).any(|named| named == year));
            if meant || subject.is_brought(link.source) {
                continue;
            }
            if let Some(at) = seen.get(link.url.as_str()) {
                let finding: &mut Diagnostic = &mut found[*at];
                finding.labels.push(Label { span: link.source, text: "and here".to_owned() });
                continue;
            }
            seen.insert(&link.url, found.len());
            let message = format!("the link leads to the event of {year}, but this one is in {event}");
            found.push(
                RULE.finding(link.source, message)
                    .with_help(format!("link to the page of {event}, or name the year in the text")),
            );
        }
    }
}

/// The year of an event in the path of its page: `/event/2030/lund/`.
fn year_of(url: &str) -> Option<i16> {
    let mut steps = url.split(['?', '#']).next()?.split('/');
    steps.by_ref().find(|step| matches!(*step, "event" | "events" | "_events"))?;
    let year = steps.next()?;
    let digits = year.len() == 4 && year.bytes().all(|b| b.is_ascii_digit());
    year.parse().ok().filter(|year| digits && (1990..=2099).contains(year))
}
