//! A day of the programme on which there is no event.

use std::cell::OnceCell;
use std::collections::BTreeSet;

use handbill_model::{Date, Diagnostic};
use handbill_page::BlockKind;
use handbill_page::phrase;
use handbill_text::Span;

use crate::rule::rule;
use crate::subject::{Known, Subject, words};

rule! {
    /// A day of the programme is not one of the event's days.
    ///
    /// Either the programme or the dates of the event were moved, and the other forgotten.
    ///
    /// ```page bad
    /// ## Monday, March 3, 2031
    ///
    /// * 9:00 - 10:00 Short talks
    /// * 10:00 - 11:00 Questions
    /// ```
    /// ```page good
    /// ## Tuesday, March 4, 2031
    ///
    /// * 9:00 - 10:00 Short talks
    /// * 10:00 - 11:00 Questions
    /// ```
    ///
    /// Workshops, tours and other things before and after are left alone: those that such a word or a name of their own
    /// tells apart, in the heading or in a sentence that names their day. So are the hours after the last midnight, days
    /// far away, which are another event's, and days with a weekday that is not theirs, which `weekday-mismatch` tells.
    "outside-event-range": Warning, Dates, Event
}

/// What takes place beside the days of an event.
static BESIDE: Known = Known::new(&[
    "arrival", "arrivals", "associated", "camp", "colloquium", "departure", "dinner", "excursion", "excursions",
    "hackathon", "meeting", "meetings", "optional", "post", "pre", "reception", "satellite", "showcase", "social",
    "sprint", "sprints", "tour", "tours", "training", "travel", "tutorial", "tutorials", "visit", "welcome",
    "workshop", "workshops",
]);

/// What may stand beside the date of a day that has no name of its own.
static PLAIN: Known = Known::new(&[
    "afternoon", "agenda", "am", "and", "conference", "day", "evening", "event", "first", "four", "fourth", "full",
    "last", "main", "morning", "of", "on", "one", "pm", "program", "programme", "provisional", "schedule", "second",
    "sessions", "talks", "the", "third", "three", "timetable", "two",
]);

/// Before this hour, the night of the day before goes on.
const NIGHT: u16 = 6 * 60;

/// How many days before and after the event a slip may lie.
const NEAR: i64 = 45;

fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    let (Some(event), Some((start, end))) = (subject.page.document.event.as_ref(), subject.days()) else { return };
    // Of keys that contradict each other nobody knows the days.
    if subject.has_reversed_keys() {
        return;
    }
    let (own, named, wrong) = (OnceCell::new(), OnceCell::new(), OnceCell::new());
    for (index, day) in event.programme.days.iter().enumerate() {
        let Some(date) = day.date.filter(|date| *date < start || *date > end) else { continue };
        let apart = days_between(date, start).min(days_between(date, end));
        let part = event
            .parts
            .iter()
            .any(|part| part.start.is_some_and(|first| first <= date && date <= part.end.unwrap_or(first)));
        let run = event.dates.iter().any(|run| run.start <= date && date <= run.end);
        if apart > NEAR || part || run || day.sessions.len() < 2 {
            continue;
        }
        let pointer = format!("/event/programme/days/{index}/date");
        let Some(place) = subject.place_of(&pointer).filter(|place| !subject.is_brought(*place)) else { continue };
        // A day whose weekday is another is told there.
        let wrong = wrong.get_or_init(|| wrong_weekdays(subject));
        if wrong.range(place.start()..place.end()).next().is_some() {
            continue;
        }
        let of_the_night = end.tomorrow().is_ok_and(|next| next == date)
            && day.sessions.iter().all(|session| session.start.is_some_and(|start| start.minutes() < NIGHT));
        if of_the_night
            || has_name(
                &day.label,
                own.get_or_init(|| words(&event.name).map(|(_, word)| word.to_lowercase()).collect()),
            )
            || subject.headings_at(place).any(|heading| BESIDE.is_in(heading))
            || day.sessions.iter().all(|session| BESIDE.is_in(&session.title))
            || named.get_or_init(|| named_beside(subject, [start, end])).contains(&date)
        {
            continue;
        }
        let days = if start == end { start.to_string() } else { format!("{start} to {end}") };
        let mut finding = RULE
            .finding(place, format!("{date} is not one of the event's days, {days}"))
            .with_help("write the day on which this takes place, or the days of the whole event");
        if let Some(told) = subject.place_of("/event/start") {
            finding = finding.with_label(told, "here the event's days are told");
        }
        found.push(finding);
    }
}

/// More than this is no label of a day, in bytes.
const LABEL: usize = 300;

/// Whether a day is called by more than its date: `March 7: Clean-up`. The event's own words make it none apart.
fn has_name(label: &str, own: &BTreeSet<String>) -> bool {
    if label.len() > LABEL {
        return true;
    }
    let phrases = phrase::read(label);
    let days = phrases.dates.iter().map(|date| date.span).chain(phrases.weekdays.iter().map(|(_, span)| *span));
    let days: Vec<Span> = days.chain(phrases.times.iter().map(|time| time.span)).collect();
    words(label).any(|(span, word)| {
        !days.iter().any(|day| day.contains(span)) && !PLAIN.has(word) && !own.contains(&word.to_lowercase())
    })
}

/// The days of which a sentence says that something else takes place then; without a year, in the event's.
fn named_beside(subject: &Subject<'_>, event: [Date; 2]) -> BTreeSet<Date> {
    let mut named = BTreeSet::new();
    for text in subject.texts() {
        let kind = text.block.map(|block| &subject.page.outline.blocks[block].kind);
        if !matches!(kind, Some(BlockKind::Paragraph)) {
            continue;
        }
        for phrase in &text.phrases().dates {
            if BESIDE.is_in(text.sentence(phrase.span).of(text.text)) {
                let days = [phrase.first(), phrase.last()];
                named.extend(days.iter().flat_map(|day| event.map(|near| day.on(Some(near.year())))).flatten());
            }
        }
    }
    named
}

/// Where the days start whose weekdays are wrong.
fn wrong_weekdays(subject: &Subject<'_>) -> BTreeSet<usize> {
    subject.weekdays().alone().map(|(text, one)| text.place(one.span).span.start()).collect()
}

fn days_between(a: Date, b: Date) -> i64 {
    a.until(b).map_or(i64::MAX, |span| i64::from(span.get_days()).abs())
}
