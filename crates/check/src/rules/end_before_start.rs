//! `3:00pm to 3:30am`.

use std::cell::LazyCell;

use handbill_model::{Applicability, Diagnostic};
use handbill_page::phrase::{Clock, Half};
use handbill_text::Span;

use crate::rule::rule;
use crate::subject::{Slot, Subject, other_half};

/// What goes on for longer than this many minutes over midnight is a slip of am and pm.
const LONGEST_NIGHT: i32 = 12 * 60;

/// What goes on for longer than this many minutes on the 24-hour clock is a slip of the hour.
const LONGEST_DAY: i32 = 16 * 60;

rule! {
    /// A range of times ends before it starts.
    ///
    /// Mostly `am` stands where `pm` is meant. Calendars take it as a session through the night.
    ///
    /// ```page bad
    /// Coffee is served from 3:00pm to 3:30am.
    /// ```
    /// ```page good
    /// Coffee is served from 3:00pm to 3:30pm.
    /// ```
    ///
    /// So it is where start and end have columns of their own.
    ///
    /// A session over midnight of up to twelve hours is believed. So are times without am and pm, unless they are written as
    /// the 24-hour clock has them (`09:30`, `14:30`, `9:30 Uhr`) and the session would go on for sixteen hours.
    "end-before-start": Error, Programme, Event
}

fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    for text in subject.texts() {
        for time in &text.phrases().times {
            let Some(end) = time.end else { continue };
            if !is_before(text.text, time.start, end) {
                continue;
            }
            let written = |clock: Clock| clock.span.of(text.text);
            let message = format!("`{}` is before `{}`", written(end), written(time.start));
            let other = match end.half {
                Some(Half::Am) => "pm",
                Some(Half::Pm) | None => "the right time",
            };
            let place = text.place(end.span).span;
            let start = text.place(time.start.span).span;
            let finding = RULE.finding(place, message).with_help(format!("write {other}"));
            let finding = finding.with_label(start, "it starts here");
            let edit = other_half(&subject.page.source, text.place(end.span)).filter(|_| end.half == Some(Half::Am));
            found.push(match edit {
                Some(edit) => finding.with_fix("write pm", Applicability::Ask, vec![edit]),
                None => finding,
            });
        }
    }
    columns(subject, found);
}

/// Sessions whose start and end stand in columns of their own.
fn columns(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    for run in subject.runs() {
        // A clock of 24 hours shows at one time of a table that it is one.
        let shows = LazyCell::new(|| run.iter().any(|slot| shows_24_hours(subject.source(slot.place))));
        found.extend(run.iter().filter_map(|slot| backwards(subject, slot, &|| *shows)));
    }
}

fn backwards(subject: &Subject<'_>, slot: &Slot<'_>, shows: &dyn Fn() -> bool) -> Option<Diagnostic> {
    let end = slot.end.filter(|end| *end < slot.start)?;
    let place = slot.end_place(subject).filter(|place| place.start() > slot.place.end())?;
    let [from, to] = [slot.place, place].map(|place| subject.source(place));
    let apart = subject.source(Span::new(slot.place.end()..place.start())).contains(['|', '<']);
    let longest = match [from, to].map(|time| time.ends_with(['m', 'M', '.'])) {
        [true, true] => LONGEST_NIGHT,
        [false, false] if shows_24_hours(to) || shows() => LONGEST_DAY,
        _ => return None,
    };
    let minutes = i32::from(end.minutes()) + 24 * 60 - i32::from(slot.start.minutes());
    (apart && minutes > longest && !subject.is_brought(place)).then(|| {
        let finding = RULE.finding(place, format!("`{to}` is before `{from}`"));
        finding.with_help("write the right time").with_label(slot.place, "it starts here")
    })
}

/// Whether a time is written as no clock of twelve hours has it.
fn shows_24_hours(time: &str) -> bool {
    let hour = time.split(|c: char| !c.is_ascii_digit()).next().unwrap_or_default();
    hour.starts_with('0') && hour.len() == 2 || hour.parse::<u8>().is_ok_and(|hour| (13..24).contains(&hour))
}

/// Whether the end of a range is before its start, and not just behind midnight.
fn is_before(text: &str, start: Clock, end: Clock) -> bool {
    let longest = match (start.half, end.half) {
        (Some(_), Some(_)) => LONGEST_NIGHT,
        (None, None) if [start, end].into_iter().any(|clock| is_of_24_hours(text, clock)) => LONGEST_DAY,
        _ => return false,
    };
    let minutes = |clock: Clock| clock.time().map(|time| i32::from(time.minutes()));
    let (Some(from), Some(to)) = (minutes(start), minutes(end)) else { return false };
    from > to && to + 24 * 60 - from > longest
}

/// Whether a time without am and pm is written as the 24-hour clock has it.
fn is_of_24_hours(text: &str, clock: Clock) -> bool {
    let written = clock.span.of(text);
    // Midnight as the end of a day is behind all of it.
    clock.hour < 24 && (clock.hour > 12 || written.starts_with('0') || written.ends_with("Uhr"))
}
