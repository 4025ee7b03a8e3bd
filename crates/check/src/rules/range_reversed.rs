//! Ranges that end before they start.

use handbill_model::Diagnostic;
use handbill_page::phrase::Form;

use crate::rule::rule;
use crate::subject::Subject;

rule! {
    /// A range of days ends before it starts, or a range of times has no length.
    ///
    /// One of the two ends is wrong, and nobody can tell which.
    ///
    /// ```page bad
    /// Rooms are booked from March 6, 2031 to March 4, 2031.
    /// ```
    /// ```page good
    /// Rooms are booked from March 4, 2031 to March 6, 2031.
    /// ```
    ///
    /// Ranges of days without years are left alone: they may cross the new year. Times that end before they start are
    /// the matter of `end-before-start`.
    "range-reversed": Error, Dates, Event
}

fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    for text in subject.texts() {
        let phrases = text.phrases();
        for phrase in phrases.dates.iter().filter(|phrase| phrase.form != Form::Ambiguous) {
            for run in &phrase.runs {
                if let (Some(start), Some(end)) = (run.start.on(None), run.end.on(None))
                    && end < start
                {
                    let message = format!("the range ends on {end}, before it starts on {start}");
                    let place = text.place(phrase.span).span;
                    found.push(RULE.finding(place, message).with_help("swap the two dates, or correct the wrong one"));
                }
            }
        }
        for time in &phrases.times {
            let Some(end) = time.end.filter(|end| {
                (end.hour, end.minute, end.half) == (time.start.hour, time.start.minute, time.start.half)
            }) else {
                continue;
            };
            let message = "the range ends when it starts".to_owned();
            let place = text.place(time.start.span.cover(end.span)).span;
            found.push(RULE.finding(place, message).with_help("correct one of the two times, or write one time alone"));
        }
    }
}
