//! A coffee break of twelve hours.

use std::collections::{BTreeMap, BTreeSet};

use handbill_model::{Applicability, Diagnostic};
use handbill_page::phrase::{Clock, Half, TimePhrase};
use handbill_page::{Grid, Passage};
use handbill_text::Edit;

use crate::rule::rule;
use crate::subject::{Subject, goes_on_beside, other_half};

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
    /// Times that can be read in two ways are left alone, and so are exhibitions and what else goes on beside the
    /// sessions, and a slot that frames all others: from the start of the first to the end of the last. The fix writes
    /// `am` for `pm`, or `pm` for `am`, where one of the two ends of the session then fits between the rows around it,
    /// and the other would not.
    "implausible-length": Error, Programme, Event
}

fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    subject.tables().for_each(|grid| table(subject, grid, found));
}

/// A range of times in a cell whose both ends are certain.
struct Slot<'a> {
    passage: &'a Passage,
    time: &'a TimePhrase,
    row: usize,
    minutes: [i32; 2],
}

impl Slot<'_> {
    const fn length(&self) -> i32 {
        self.minutes[1] - self.minutes[0]
    }
}

fn table(subject: &Subject<'_>, grid: &Grid, found: &mut Vec<Diagnostic>) {
    let mut columns: BTreeMap<usize, Vec<Slot<'_>>> = BTreeMap::new();
    for cell in &grid.cells {
        let (passage, row) = (&cell.passage, cell.row);
        let slots = passage.phrases().times.iter().filter_map(|time| {
            let minutes = [minutes(time.start)?, minutes(time.end?)?];
            // What ends before it starts is another matter.
            (minutes[0] <= minutes[1]).then_some(Slot { passage, time, row, minutes })
        });
        columns.entry(cell.column).or_default().extend(slots);
    }
    let slots = || columns.values().flatten();
    let mut lengths: Vec<i32> = slots().map(Slot::length).collect();
    lengths.sort_unstable();
    let none_is_long = lengths.last().is_none_or(|longest| *longest < LONG);
    if none_is_long || lengths.len() < 3 || lengths[lengths.len() / 2] > SHORT {
        return;
    }
    let short = || slots().filter(|slot| slot.length() < LONG).map(|slot| slot.minutes);
    // What begins with the first of the others and ends with the last frames them.
    let frame = [short().map(|[start, _]| start).min(), short().map(|[_, end]| end).max()];
    let beside = rows_beside(grid);
    for column in columns.values() {
        for (at, slot) in column.iter().enumerate().filter(|(_, slot)| slot.length() >= LONG) {
            if beside.contains(&slot.row) || slot.minutes.map(Some) == frame {
                continue;
            }
            let message = format!(
                "this takes {} hours, and half of the table's slots no more than {} minutes",
                slot.length() / 60,
                lengths[lengths.len() / 2]
            );
            let place = slot.passage.place(slot.time.span).span;
            let finding = RULE.finding(place, message).with_help("correct am or pm, or the hour");
            let neighbours = at.checked_sub(1).and_then(|above| Some((&column[above], column.get(at + 1)?)));
            let edit = neighbours.and_then(|(above, below)| other_half_that_fits(subject, slot, above, below));
            found.push(match edit {
                Some(edit) => {
                    finding.with_fix(format!("write {}m", edit.text.to_lowercase()), Applicability::Ask, vec![edit])
                }
                None => finding,
            });
        }
    }
}

/// The rows of what goes on while others take place.
fn rows_beside(grid: &Grid) -> BTreeSet<usize> {
    grid.cells.iter().filter(|cell| goes_on_beside(&cell.passage.text)).map(|cell| cell.row).collect()
}

/// The other half of the day for the start or the end of a slot, where one of them makes it follow on the slot above and
/// come before the one below, and the other does not.
fn other_half_that_fits(subject: &Subject<'_>, slot: &Slot<'_>, above: &Slot<'_>, below: &Slot<'_>) -> Option<Edit> {
    let clocks = [Some(slot.time.start), slot.time.end];
    let mut fitting = clocks.into_iter().enumerate().filter_map(|(which, clock)| {
        let clock = clock?;
        let other = match clock.half? {
            Half::Am => Half::Pm,
            Half::Pm => Half::Am,
        };
        let mut minutes = slot.minutes;
        minutes[which] = i32::from(clock.at(Some(other))?.minutes());
        let fits = above.minutes[1] <= minutes[0] && minutes[0] < minutes[1] && minutes[1] <= below.minutes[0];
        fits.then(|| other_half(&subject.page.source, slot.passage.place(clock.span)))
    });
    match (fitting.next(), fitting.next()) {
        (Some(edit), None) => edit,
        _ => None,
    }
}

/// Minutes since midnight of a time that is certain.
fn minutes(clock: Clock) -> Option<i32> {
    clock.is_certain().then(|| clock.time())?.map(|time| i32::from(time.minutes()))
}
