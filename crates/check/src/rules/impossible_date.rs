//! Days that no calendar has.

use handbill_model::{Date, Diagnostic};
use handbill_page::phrase::{DayReading, Form};
use handbill_text::Span;

use crate::rule::rule;
use crate::subject::{Subject, Text};

rule! {
    /// A date is in no calendar, or a time on no clock.
    ///
    /// The 31st of April is a slip that readers notice only when they enter it into their calendar.
    ///
    /// ```page bad
    /// The halls can be visited on February 30, 2031.
    /// ```
    /// ```page good
    /// The halls can be visited on February 28, 2031.
    /// ```
    ///
    /// So it is with days in numbers in keys of the front matter, and with the hour 25 and the minute 60, in a range with a
    /// time that is one, or before `am`, `pm` and `Uhr`:
    ///
    /// ```page bad
    /// The halls can be visited from 14:00 to 25:00.
    /// ```
    /// ```page good
    /// The halls can be visited from 14:00 to 15:00.
    /// ```
    "impossible-date": Error, Dates, Event
}

fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    for value in &subject.keys().impossible_days {
        let day = value.written().and_then(|written| written.split([' ', 'T']).next()).unwrap_or_default();
        let finding = RULE.finding(value.span, format!("no calendar has `{day}`"));
        found.push(finding.with_help("correct the month or the day"));
    }
    for text in subject.texts() {
        times(subject, text, found);
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

/// Times that no clock shows: `14:00 - 25:00`, `9:75 am`. Alone such numbers may be a score, a ratio, a length.
fn times(subject: &Subject<'_>, text: &Text<'_>, found: &mut Vec<Diagnostic>) {
    let colons = text.text.match_indices(':').map(|(at, _)| at);
    for span in colons.filter_map(|colon| impossible(text.text.as_bytes(), colon)) {
        let place = text.place(span).span;
        if is_of_time(text, span) && !text.is_quiet(span) && !subject.is_brought(place) {
            let message = format!("no clock shows `{}`", span.of(text.text));
            found.push(RULE.finding(place, message).with_help("correct the hour or the minutes"));
        }
    }
}

/// Two numbers of at most two digits around a colon that are no time.
fn impossible(text: &[u8], colon: usize) -> Option<Span> {
    let digits = |bytes: &mut dyn Iterator<Item = &u8>| bytes.take_while(|byte| byte.is_ascii_digit()).take(3).count();
    let hour = digits(&mut text[..colon].iter().rev());
    let minute = digits(&mut text[colon + 1..].iter());
    let number = |span: Span| {
        text[span.start()..span.end()].iter().fold(0, |number, digit| number * 10 + u16::from(digit - b'0'))
    };
    let (hours, minutes) = (Span::new(colon - hour..colon), Span::new(colon + 1..colon + 1 + minute));
    let glued =
        |byte: Option<&u8>| byte.is_some_and(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b':' | b'.' | b'/'));
    let free = !glued(hours.start().checked_sub(1).and_then(|at| text.get(at)))
        && text.get(minutes.end()).is_none_or(|byte| !byte.is_ascii_digit() && *byte != b':');
    let none = (1..=2).contains(&hour) && minute == 2 && free && (number(hours) > 24 || number(minutes) > 59);
    none.then(|| hours.cover(minutes))
}

/// Whether what stands beside a number tells that it is meant as a time.
fn is_of_time(text: &Text<'_>, span: Span) -> bool {
    const HALVES: &[&str] = &["am", "pm", "a.m.", "p.m.", "Uhr"];
    let behind = text.text[span.end()..].trim_start_matches(' ');
    let ends = |rest: &str| !rest.starts_with(char::is_alphanumeric);
    if HALVES.iter().any(|half| behind.strip_prefix(half).is_some_and(ends)) {
        return true;
    }
    let dashes = |c: char| matches!(c, ' ' | '-' | '–' | '—');
    let joins = |between: &str| {
        let word = between.trim_matches(' ');
        !word.is_empty() && (word.trim_matches(dashes).is_empty() || matches!(word, "to" | "until" | "till" | "bis"))
    };
    let times = &text.phrases().times;
    let next = times.partition_point(|time| time.span.end() <= span.start());
    let before = next.checked_sub(1).map(|before| Span::new(times[before].span.end()..span.start()));
    // `27:00 to 14:00` is read from the minutes on.
    if times
        .get(next)
        .is_some_and(|time| time.span.overlaps(span) && time.end.is_some() && time.span.end() > span.end())
    {
        return true;
    }
    let after = times.get(next).filter(|time| time.span.start() >= span.end());
    let after = after.map(|time| Span::new(span.end()..time.span.start()));
    before.into_iter().chain(after).any(|between| between.len() <= 12 && joins(between.of(text.text)))
}

/// How many days the month has; in February without a year, 29.
fn last_day(day: DayReading) -> Option<u8> {
    let first = Date::new(day.year.unwrap_or(2000), day.month?.cast_signed(), 1).ok()?;
    Some(first.days_in_month().cast_unsigned())
}
