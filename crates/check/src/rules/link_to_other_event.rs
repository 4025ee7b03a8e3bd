//! A link into the pages of another year.

use std::collections::BTreeMap;

use handbill_model::{Diagnostic, Label};

use crate::rule::rule;
use crate::subject::{Known, Subject, headings, tells_of_another_time, years};

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
    /// Elsewhere on the web, a year in the URL counts where the link's words are those of registration or submission, and
    /// it is one of the three before:
    ///
    /// ```page bad
    /// [Register now](https://tickets.example/lund-meeting-2030/) and tell us what you eat.
    /// ```
    /// ```page good
    /// [Register now](https://tickets.example/lund-meeting-2031/) and tell us what you eat.
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
            let of_page = year_of(&link.url).filter(|year| !subject.is_event_year(*year));
            // `Register [here]` says in front of the link what it is for.
            let words = link.span.of(text.text);
            let from = link.span.start().saturating_sub(LEAD);
            let lead = (from..=link.span.start()).find_map(|from| text.text.get(from..link.span.start()));
            let lead = lead.filter(|_| words.eq_ignore_ascii_case("here")).unwrap_or_default();
            let of_way = || way_of_year(subject, &link.url, [lead, words]);
            let Some(year) = of_page.or_else(of_way) else { continue };
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
            let what = if of_page.is_some() { "leads to the event of" } else { "names the year" };
            let message = format!("the link {what} {year}, but this one is in {event}");
            found.push(
                RULE.finding(link.source, message)
                    .with_help(format!("link to the page of {event}, or name the year in the text")),
            );
        }
    }
}

/// How one takes part.
static WAYS: Known = Known::new(&[
    "apply", "cfp", "enrol", "enroll", "register", "registration", "rsvp", "signup", "submission", "submissions",
    "submit", "ticket", "tickets",
]);

/// How many bytes in front of a link say what it is for.
const LEAD: usize = 30;

/// How many years old a page is that is copied at the most.
const COPIED: i16 = 3;

/// The earlier year, and no other, that the URL of a way to take part names in its host or path.
fn way_of_year(subject: &Subject<'_>, url: &str, words: [&str; 2]) -> Option<i16> {
    let (start, _) = subject.days()?;
    let path = url
        .split(['?', '#'])
        .next()
        .filter(|path| path.contains("20") && words.iter().any(|words| WAYS.is_in(words)))?;
    let mut found = None;
    for (at, _) in path.match_indices("20") {
        let (before, behind) = (&path[..at], path.get(at + 4..)?);
        let digits = &path[at..at + 4];
        // Of a row of letters and digits, as ids have it, four digits are no year.
        let word = before.trim_end_matches(|c: char| c.is_ascii_lowercase());
        if word.ends_with(|c: char| c.is_ascii_alphanumeric())
            || behind.starts_with(|c: char| c.is_ascii_alphanumeric())
        {
            continue;
        }
        let Ok(year) = digits.parse::<i16>() else { continue };
        // `2030-31` is a season, `/2030/11/` the day on which something was written.
        let goes_on = behind.get(1..).is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
        if goes_on || found.is_some_and(|found| found != year) {
            return None;
        }
        found = Some(year);
    }
    let age = start.year() - found?;
    // What takes place early in a year is prepared in the one before.
    let prepared = age == 1 && start.month() <= 2;
    found.filter(|_| (1..=COPIED).contains(&age) && !prepared)
}

/// The year of an event in the path of its page: `/event/2030/lund/`.
fn year_of(url: &str) -> Option<i16> {
    let mut steps = url.split(['?', '#']).next()?.split('/');
    steps.by_ref().find(|step| matches!(*step, "event" | "events" | "_events"))?;
    let year = steps.next()?;
    let digits = year.len() == 4 && year.bytes().all(|b| b.is_ascii_digit());
    year.parse().ok().filter(|year| digits && (1990..=2099).contains(year))
}
