//! `1:00` behind `11:00`.

use handbill_model::{Applicability, Diagnostic};
use handbill_page::phrase::Clock;
use handbill_page::{Grid, Passage};
use handbill_text::Edit;

use crate::rule::rule;
use crate::subject::Subject;

rule! {
    /// The times of a table pass noon on a clock of twelve hours, and no am or pm says so.
    ///
    /// People understand it by the order of the rows; who looks at one row alone, or searches the page, does not.
    ///
    /// ```page bad
    /// | Time | What |
    /// | --- | --- |
    /// | 9:00 - 10:30 | Short talks |
    /// | 11:00 - 12:00 | More talks |
    /// | 1:00 - 2:00 | Questions |
    /// ```
    /// ```page good
    /// | Time | What |
    /// | --- | --- |
    /// | 9:00 - 10:30 | Short talks |
    /// | 11:00 - 12:00 | More talks |
    /// | 13:00 - 14:00 | Questions |
    /// ```
    ///
    /// Only the first column with times counts, and there cells that begin with one. What goes back to eight and later is
    /// a row out of order, and not past noon. A table with one time of the 24-hour clock, or with am or pm, is left
    /// alone.
    "twelve-hour-ambiguous": Info, Programme, Event
}

fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    found.extend(subject.tables().filter_map(finding));
}

/// What goes back to an hour from here on has not passed noon: the rows are out of order, or one time is wrong.
const MORNING: u8 = 8;

fn finding(grid: &Grid) -> Option<Diagnostic> {
    let mut afternoon: Vec<(&Passage, Clock)> = Vec::new();
    let (mut column, mut last, mut past) = (None, None, false);
    for cell in &grid.cells {
        let passage = &cell.passage;
        let Some(time) = passage.phrases().times.first().filter(|time| time.span.start() == 0) else { continue };
        // A time in another column is something else: a length, a time elsewhere.
        if *column.get_or_insert(cell.column) != cell.column {
            continue;
        }
        let ends = [Some(time.start), time.end];
        let written = |clock: &Clock| clock.span.of(&passage.text).starts_with(|c: char| c.is_ascii_digit());
        if ends.iter().flatten().any(|clock| clock.is_certain() || !written(clock)) {
            return None;
        }
        // A start is held against the start above it, an end against its own start.
        past = passes(last, time.start, past)?;
        last = Some(time.start);
        let ends_past = time.end.map_or(Some(past), |end| passes(last, end, past))?;
        let both = [(Some(time.start), past), (time.end, ends_past)];
        afternoon.extend(both.into_iter().filter(|(_, past)| *past).filter_map(|(clock, _)| Some((passage, clock?))));
    }
    let (passage, first) = *afternoon.iter().find(|(_, clock)| clock.hour < 12)?;
    let text = first.span.of(&passage.text);
    let message = format!("`{text}` is read as {:02}:{:02}", first.hour % 12 + 12, first.minute);
    let finding = RULE
        .finding(passage.place(first.span).span, message)
        .with_help("write the hours from 13 on, or am and pm everywhere");
    let places = afternoon.iter().map(|(passage, clock)| (passage.place(clock.span), *clock));
    let places: Vec<_> = places.filter(|(_, clock)| clock.hour < 12).collect();
    let written = places.iter().all(|(place, _)| place.written);
    let edits = places
        .iter()
        .map(|(place, clock)| Edit { span: place.span, text: format!("{}:{:02}", clock.hour + 12, clock.minute) })
        .collect();
    Some(if written { finding.with_fix("write the 24-hour clock", Applicability::Safe, edits) } else { finding })
}

/// Whether a clock behind another one is past noon; `None` where that is not sure: it goes back to the morning, or past
/// noon a second time.
fn passes(before: Option<Clock>, clock: Clock, past: bool) -> Option<bool> {
    if before.is_none_or(|before| minutes(before) <= minutes(clock)) {
        return Some(past);
    }
    (!past && clock.hour < MORNING).then_some(true)
}

fn minutes(clock: Clock) -> u16 {
    u16::from(clock.hour) * 60 + u16::from(clock.minute)
}
