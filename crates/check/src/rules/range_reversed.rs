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
    /// So it is with the keys of the front matter for the first and the last day:
    ///
    /// ```page bad
    /// ---
    /// title: Spring Meeting, Lund
    /// start: 2031-03-06
    /// end: 2031-03-04
    /// ---
    /// Welcome.
    /// ```
    /// ```page good
    /// ---
    /// title: Spring Meeting, Lund
    /// start: 2031-03-04
    /// end: 2031-03-06
    /// ---
    /// Welcome.
    /// ```
    ///
    /// Ranges of days without years are left alone: they may cross the new year. Times that end before they start are
    /// the matter of `end-before-start`.
    "range-reversed": Error, Dates, Event
}

/// The way out, wherever the range stands.
const SWAP: &str = "swap the two dates, or correct the wrong one";

fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    if let Some([(start, first), (end, last)]) = subject.keys().ends
        && end < start
    {
        let message = format!("the event ends on {end}, before it starts on {start}");
        let finding = RULE.finding(last.span, message).with_help(SWAP);
        found.push(finding.with_label(first.span, "it starts here"));
    }
    for text in subject.texts() {
        let phrases = text.phrases();
        for phrase in phrases.dates.iter().filter(|phrase| phrase.form != Form::Ambiguous) {
            for run in &phrase.runs {
                if let (Some(start), Some(end)) = (run.start.on(None), run.end.on(None))
                    && end < start
                {
                    let message = format!("the range ends on {end}, before it starts on {start}");
                    let place = text.place(phrase.span).span;
                    found.push(RULE.finding(place, message).with_help(SWAP));
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
