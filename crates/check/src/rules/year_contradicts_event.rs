//! The event's own days in another year.

use handbill_model::{Date, Diagnostic};
use handbill_page::phrase::{DatePhrase, Form};
use handbill_text::Span;

use crate::rule::rule;
use crate::subject::{Known, Subject, Text, headings, tells_of_another_time, years};

rule! {
    /// A date is one of the event's days, but in another year.
    ///
    /// The title says 2031 and the text says 2030: somebody books the wrong flight. The program cannot know which year is
    /// right, so it shows both and changes neither.
    ///
    /// ```page bad
    /// The meeting will be held March 4-6, 2030, in Lund.
    /// ```
    /// ```page good
    /// The meeting will be held March 4-6, 2031, in Lund.
    /// ```
    ///
    /// Deadlines and other days outside the event are left alone, and so are sentences that tell of an earlier or a
    /// later meeting, or when the page was written.
    "year-contradicts-event": Error, Dates, Event
}

/// What tells of the page itself, and not of the event.
static OF_THE_PAGE: Known =
    Known::new(&["created", "edited", "posted", "published", "revised", "updated", "version", "written"]);

fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    let Some((start, end)) = subject.days() else { return };
    for text in subject.texts() {
        for phrase in &text.phrases().dates {
            let Some((year, place)) = contradicting(subject, text, phrase, (start, end)) else { continue };
            let days = if start == end { format!("on {start}") } else { format!("from {start} to {end}") };
            let message = format!("the year is {year} here, but the event is {days}");
            let finding =
                RULE.finding(place, message).with_help(format!("write {}, or correct the event's date", start.year()));
            found.push(match subject.place_of("/event/start") {
                Some(told) if told != place => finding.with_label(told, "the event's date is read here"),
                Some(_) | None => finding,
            });
        }
    }
}

/// Whether the rule speaks of the date at a place of a text.
pub(super) fn tells(subject: &Subject<'_>, text: &Text<'_>, at: Span, days: (Date, Date)) -> bool {
    let dates = &text.phrases().dates;
    let phrase = dates.get(dates.partition_point(|phrase| phrase.span.end() <= at.start()));
    phrase.is_some_and(|phrase| contradicting(subject, text, phrase, days).is_some())
}

/// The year that stands beside days of the event and is not its, with its place in the file.
fn contradicting(
    subject: &Subject<'_>,
    text: &Text<'_>,
    phrase: &DatePhrase,
    (start, end): (Date, Date),
) -> Option<(i16, Span)> {
    let (year, span) = written_year(phrase).filter(|(year, _)| !subject.is_event_year(*year))?;
    // What a key contradicts is told there.
    let told = subject.page.contradiction.as_ref().map(|apart| apart.words);
    let place = text.place(span).span;
    let sentence = text.sentence(phrase.span).of(text.text);
    let meant = !is_of_the_event(phrase, start, end)
        || tells_of_another_time(sentence)
        || OF_THE_PAGE.is_in(sentence)
        || years(sentence).any(|other| subject.is_event_year(other))
        || headings(&subject.page.outline, text).any(tells_of_another_time)
        || subject.is_brought(place)
        || told.is_some_and(|told| told.overlaps(place));
    (!meant).then_some((year, place))
}

fn written_year(phrase: &DatePhrase) -> Option<(i16, Span)> {
    let day = phrase.last();
    (phrase.form != Form::Ambiguous).then_some(())?;
    Some((day.year?, day.year_span?))
}

/// Whether month and days are the event's.
fn is_of_the_event(phrase: &DatePhrase, start: Date, end: Date) -> bool {
    let on = |day: handbill_page::phrase::DayReading| {
        Date::new(start.year(), day.month?.cast_signed(), day.day.cast_signed()).ok()
    };
    let inside = |day| on(day).is_some_and(|date| start <= date && date <= end);
    inside(phrase.first()) && inside(phrase.last())
}
