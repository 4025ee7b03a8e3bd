//! `2:00pm` among `14:30`.

mod alike;

use std::collections::BTreeMap;

use handbill_model::Diagnostic;
use handbill_page::phrase::{Clock, TimePhrase};
use handbill_page::{Grid, Passage};

use crate::rule::rule;
use crate::subject::Subject;

rule! {
    /// Some times of a column have am or pm, and some have not.
    ///
    /// Readers wonder whether 2:15 is at night, and calendars take it so.
    ///
    /// ```page bad
    /// | Time | What |
    /// | --- | --- |
    /// | 13:00 - 14:00 | Short talks |
    /// | 14:00 - 14:30 | Tea |
    /// | 2:30pm - 3:30pm | More talks |
    /// ```
    /// ```page good
    /// | Time | What |
    /// | --- | --- |
    /// | 13:00 - 14:00 | Short talks |
    /// | 14:00 - 14:30 | Tea |
    /// | 14:30 - 15:30 | More talks |
    /// ```
    ///
    /// Only cells that begin with a time count, and noon and midnight count as neither. One finding a column: the next
    /// one may tell the time elsewhere. The fix writes the few as the many are written: on the 24-hour clock if the
    /// table is in the order of time on it, else with am and pm. It is safe unless the order of the rows has to tell
    /// which half of the day is meant; where that leaves both open, none is offered.
    "mixed-time-format": Warning, Programme, Event
}

fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    found.extend(subject.tables().flat_map(columns).filter_map(|slots| finding(&slots)));
}

/// A cell that begins with a time.
struct Slot<'a> {
    passage: &'a Passage,
    time: &'a TimePhrase,
}

impl<'a> Slot<'a> {
    fn clocks(&self) -> impl Iterator<Item = Clock> + use<> {
        [Some(self.time.start), self.time.end].into_iter().flatten()
    }

    fn written(&self, clock: Clock) -> &'a str {
        clock.span.of(&self.passage.text)
    }

    /// Whether a clock is a number, perhaps with am or pm: `12 noon` is noon on every clock.
    fn is_number(&self, clock: Clock) -> bool {
        let written = self.written(clock);
        written.starts_with(|c: char| c.is_ascii_digit()) && !written.ends_with(['n', 'N'])
    }

    /// Whether am or pm stands there.
    fn has_half(&self) -> bool {
        self.clocks().any(|clock| self.written(clock).trim_end_matches('.').ends_with(['m', 'M']))
    }
}

/// The times of each column of a table.
fn columns(grid: &Grid) -> impl Iterator<Item = Vec<Slot<'_>>> {
    let mut columns: BTreeMap<usize, Vec<Slot<'_>>> = BTreeMap::new();
    for cell in &grid.cells {
        let first = cell.passage.phrases().times.first().filter(|time| time.span.start() == 0);
        let Some(slot) = first.map(|time| Slot { passage: &cell.passage, time }) else { continue };
        if slot.is_number(slot.time.start) {
            columns.entry(cell.column).or_default().push(slot);
        }
    }
    columns.into_values()
}

fn finding(slots: &[Slot<'_>]) -> Option<Diagnostic> {
    let (with, without): (Vec<&Slot<'_>>, Vec<&Slot<'_>>) = slots.iter().partition(|slot| slot.has_half());
    let few_have = with.len() <= without.len();
    let (few, many) = if few_have { (with, without) } else { (without, with) };
    let ((first, rest), _) = (few.split_first()?, many.first()?);
    let message = if few_have {
        "this time has am or pm, the others have not"
    } else {
        "this time has neither am nor pm, the others have"
    };
    let place = |slot: &Slot<'_>| slot.passage.place(slot.time.span).span;
    let finding = RULE.finding(place(first), message).with_help("write all times of the table in one way");
    let finding = rest.iter().fold(finding, |finding, slot| finding.with_label(place(slot), "and this"));
    Some(match if few_have { alike::on_24_hours(slots) } else { alike::on_12_hours(slots) } {
        Some((title, applicability, edits)) => finding.with_fix(title, applicability, edits),
        None => finding,
    })
}
