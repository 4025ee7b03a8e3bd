//! Last year's subject line.

use handbill_model::{Applicability, Diagnostic};
use handbill_text::{Edit, Span};

use crate::rule::rule;
use crate::subject::Subject;

rule! {
    /// An e-mail link has a subject of another year.
    ///
    /// It was copied with last year's page, and the mail that it makes is sorted to last year's.
    ///
    /// ```page bad
    /// [Apply by e-mail](mailto:grants@example.org?subject=Travel%20grant%202030).
    /// ```
    /// ```page good
    /// [Apply by e-mail](mailto:grants@example.org?subject=Travel%20grant%202031).
    /// ```
    "mailto-year": Warning, Dates, Event
}

fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    let Some((event, _)) = subject.event_years() else { return };
    for target in subject.targets() {
        let Some((_, query)) = target.url.split_once('?').filter(|_| target.url.starts_with("mailto:")) else {
            continue;
        };
        let from = target.url.len() - query.len();
        let years: Vec<(usize, i16)> = years(query).collect();
        if years.iter().any(|(_, year)| subject.is_event_year(*year)) || subject.is_brought(target.place.span) {
            continue;
        }
        let [(at, year)] = years[..] else { continue };
        let exact = target.place.written && subject.source(target.place.span) == target.url;
        let whole = target.place.span;
        let place = if exact { Span::new(whole.start() + from + at..whole.start() + from + at + 4) } else { whole };
        let finding = RULE
            .finding(place, format!("the e-mail's subject says {year}, but the event is in {event}"))
            .with_help(format!("write {event}"));
        let edit = Edit { span: place, text: event.to_string() };
        found.push(if exact {
            finding.with_fix(format!("write {event}"), Applicability::Safe, vec![edit])
        } else {
            finding
        });
    }
}

/// Years in a URL's query, where blanks are `%20`, with their places.
fn years(query: &str) -> impl Iterator<Item = (usize, i16)> {
    query.match_indices("20").filter_map(|(at, _)| {
        let year: i16 = query.get(at..at + 4)?.parse().ok()?;
        // `%20` before a year ends with digits of its own.
        let before = &query[..at];
        let free = !before.ends_with(|c: char| c.is_ascii_alphanumeric() || c == '%')
            || before.ends_with("%20")
            || before.ends_with("%2B");
        let ends = !query[at + 4..].starts_with(|c: char| c.is_ascii_alphanumeric());
        (free && ends && (1990..=2099).contains(&year)).then_some((at, year))
    })
}
