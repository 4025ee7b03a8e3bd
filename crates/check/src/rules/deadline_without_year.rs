//! Until which January.

use std::cell::OnceCell;
use std::collections::BTreeSet;

use handbill_model::{Applicability, Diagnostic, Severity};
use handbill_page::phrase::{DatePhrase, DayReading, Form, Weekday};
use handbill_text::{Edit, Span};

use crate::rule::rule;
use crate::subject::{Subject, Text, headings, is_deadline, years};

rule! {
    /// A deadline has no year.
    ///
    /// The page is still read a year later, and a call that is long over looks open.
    ///
    /// ```page bad
    /// Please submit your proposal by January 15, 23:59 AoE.
    /// ```
    /// ```page good
    /// Please submit your proposal by January 15, 2031, 23:59 AoE.
    /// ```
    ///
    /// Where the days of the event are known, the year follows from them, and the finding is a hint: the last such day
    /// before the event is over. The fix writes it, if a weekday beside the date agrees. Where the days are not known,
    /// any year would be invented. A year in the same sentence or in the heading above is enough, and so is the same day
    /// with its year elsewhere on the page.
    "deadline-without-year": Warning, Calls, Event
}

fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    let mut deadlines: Vec<(Span, Option<Edit>)> = Vec::new();
    let told = OnceCell::new();
    for text in subject.texts() {
        for phrase in &text.phrases().dates {
            let has_year = phrase.runs.iter().any(|run| run.start.year.is_some() || run.end.year.is_some());
            if has_year
                || !is_deadline(subject, text, phrase)
                || told.get_or_init(|| dated(subject)).contains(&month_and_day(phrase.last()))
                || years(text.sentence(phrase.span).of(text.text)).next().is_some()
            {
                continue;
            }
            let headed = headings(&subject.page.outline, text).take(2).any(|heading| years(heading).next().is_some());
            let place = text.place(phrase.span).span;
            if !headed && !subject.is_brought(place) {
                deadlines.push((place, dating(subject, text, phrase)));
            }
        }
    }
    let Some(((first, _), rest)) = deadlines.split_first() else { return };
    let finding = RULE.finding(*first, "the deadline has no year").with_help("write the year behind the day");
    let mut finding = rest.iter().fold(finding, |finding, (place, _)| finding.with_label(*place, "nor has this one"));
    if subject.event_years().is_some() {
        finding.severity = Severity::Info;
    }
    let edits: Option<Vec<Edit>> = deadlines.into_iter().map(|(_, edit)| edit).collect();
    found.push(match edits {
        Some(edits) => finding.with_fix("write the year that fits the event", Applicability::Ask, edits),
        None => finding,
    });
}

/// The days, as month and day, that stand on the page with their years.
fn dated(subject: &Subject<'_>) -> BTreeSet<(Option<u8>, u8)> {
    let phrases = subject.texts().iter().flat_map(|text| &text.phrases().dates);
    let days = phrases.flat_map(|phrase| phrase.runs.iter().flat_map(|run| [run.start, run.end]));
    days.filter(|day| day.year.is_some()).map(month_and_day).collect()
}

const fn month_and_day(day: DayReading) -> (Option<u8>, u8) {
    (day.month, day.day)
}

/// The year behind a day: the one in which it is the last such day before the event is over.
fn dating(subject: &Subject<'_>, text: &Text<'_>, phrase: &DatePhrase) -> Option<Edit> {
    let (_, end) = subject.days()?;
    let day = phrase.last();
    let on = |year: i16| day.on(Some(year));
    let date = on(end.year()).filter(|date| *date <= end).or_else(|| on(end.year() - 1))?;
    let weekday_fits =
        day.weekday.is_none_or(|(weekday, span)| weekday == Weekday::of(date) && span.start() < day.span.start());
    if phrase.form != Form::Words || !phrase.is_one_day() || !weekday_fits || !phrase.weekdays.is_empty() {
        return None;
    }
    // `January 15, 2031`, but `15 January 2031`; the stop of the sentence stays behind.
    let written = phrase.span.of(text.text);
    let last = phrase.span.end() - (written.len() - written.trim_end_matches('.').len());
    let comma = if day.span.end() == last { "," } else { "" };
    let place = text.place(Span::new(last - 1..last));
    place.written.then(|| Edit { span: Span::at(place.span.end()), text: format!("{comma} {}", date.year()) })
}
