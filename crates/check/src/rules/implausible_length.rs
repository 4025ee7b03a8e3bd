//! A coffee break of twelve hours.

use handbill_model::Diagnostic;
use handbill_page::phrase::{Clock, TimePhrase};
use handbill_page::{BlockKind, Grid};
use handbill_text::Span;

use crate::rule::rule;
use crate::subject::Subject;

/// From so many minutes on, a slot among short ones is a slip.
const LONG: i32 = 8 * 60;

/// The slots of a table are short if half of them take no more minutes than this.
const SHORT: i32 = 2 * 60;

rule! {
    /// A session lasts for eight hours or more, in a table of short ones.
    ///
    /// `10:30am - 11:00pm` is `am` and `pm` confused.
    ///
    /// ```page bad
    /// | Time | What |
    /// | --- | --- |
    /// | 9:00am - 10:30am | Short talks |
    /// | 10:30am - 11:00pm | Tea |
    /// | 11:00am - 12:00pm | More talks |
    /// ```
    /// ```page good
    /// | Time | What |
    /// | --- | --- |
    /// | 9:00am - 10:30am | Short talks |
    /// | 10:30am - 11:00am | Tea |
    /// | 11:00am - 12:00pm | More talks |
    /// ```
    ///
    /// Times that can be read in two ways are left alone.
    "implausible-length": Error, Programme, Event
}

fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    for block in &subject.page.outline.blocks {
        if let BlockKind::Table(grid) = &block.kind
            && !subject.is_brought(block.span)
        {
            slots(grid, found);
        }
    }
}

fn slots(grid: &Grid, found: &mut Vec<Diagnostic>) {
    let mut slots: Vec<(i32, Span)> = Vec::new();
    for passage in grid.cells.iter().map(|cell| &cell.passage) {
        let times = passage.phrases().times.iter();
        slots.extend(times.filter_map(|time| Some((length(time)?, passage.place(time.span).span))));
    }
    let mut lengths: Vec<i32> = slots.iter().map(|(length, _)| *length).collect();
    lengths.sort_unstable();
    if lengths.len() < 3 || lengths[lengths.len() / 2] > SHORT {
        return;
    }
    for (length, place) in slots.into_iter().filter(|(length, _)| *length >= LONG) {
        let message = format!(
            "this takes {} hours, and half of the table's slots no more than {} minutes",
            length / 60,
            lengths[lengths.len() / 2]
        );
        found.push(RULE.finding(place, message).with_help("correct am or pm, or the hour"));
    }
}

/// The minutes of a range whose ends are certain.
fn length(time: &TimePhrase) -> Option<i32> {
    let minutes = |clock: Clock| clock.is_certain().then(|| clock.time())?.map(|time| i32::from(time.minutes()));
    let (start, end) = (minutes(time.start)?, minutes(time.end?)?);
    // What ends before it starts is another matter.
    (start <= end).then_some(end - start)
}
