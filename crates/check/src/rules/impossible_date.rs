//! Days that no calendar has.

use handbill_model::Diagnostic;
use handbill_page::phrase::{DayReading, Form};

use crate::rule::rule;
use crate::subject::Subject;

rule! {
    /// A date is in no calendar.
    ///
    /// The 31st of April is a slip that readers notice only when they enter it into their calendar.
    ///
    /// ```page bad
    /// The halls can be visited on February 30, 2031.
    /// ```
    /// ```page good
    /// The halls can be visited on February 28, 2031.
    /// ```
    "impossible-date": Error, Dates, Event
}

fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    for text in subject.texts() {
        for phrase in text.phrases().dates.iter().filter(|phrase| phrase.form != Form::Ambiguous) {
            for day in phrase.runs.iter().flat_map(|run| [run.start, run.end]) {
                let Some(last) = last_day(day).filter(|last| day.day > *last) else { continue };
                let place = text.place(phrase.span).span;
                let message = format!("there is no day {} in this month", day.day);
                let help = format!("the month has {last} days: correct the day or the month");
                if found.last().is_none_or(|before| before.rule != RULE.name || before.span != place) {
                    found.push(RULE.finding(place, message).with_help(help));
                }
            }
        }
    }
}

/// How many days the month has; in February without a year, 29.
fn last_day(day: DayReading) -> Option<u8> {
    let first = handbill_model::Date::new(day.year.unwrap_or(2000), day.month?.cast_signed(), 1).ok()?;
    Some(first.days_in_month().cast_unsigned())
}
