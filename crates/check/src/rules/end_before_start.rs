//! `3:00pm to 3:30am`.

use handbill_model::{Applicability, Diagnostic};
use handbill_page::phrase::{Clock, Half};

use crate::rule::rule;
use crate::subject::{Subject, other_half};

/// What goes on for longer than this many minutes over midnight is a slip of am and pm.
const LONGEST_NIGHT: i32 = 12 * 60;

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
    /// A session over midnight of up to twelve hours is believed; so are times without am and pm.
    "end-before-start": Error, Programme, Event
}

fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    for text in subject.texts() {
        for time in &text.phrases().times {
            let Some(end) = time.end else { continue };
            let (Some(from), Some(to)) = (minutes(time.start), minutes(end)) else { continue };
            if from <= to || to + 24 * 60 - from <= LONGEST_NIGHT {
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
}

/// Minutes since midnight of a time that is certain.
fn minutes(clock: Clock) -> Option<i32> {
    clock.is_certain().then_some(())?;
    clock.half?;
    let time = clock.time()?;
    Some(i32::from(time.hour()) * 60 + i32::from(time.minute()))
}
