//! `2:00pm` among `14:30`.

use handbill_model::Diagnostic;
use handbill_page::{BlockKind, Grid};
use handbill_text::Span;

use crate::rule::rule;
use crate::subject::Subject;

rule! {
    /// Some times of a table have am or pm, and some have not.
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
    /// Only cells that begin with a time count, and noon and midnight count as neither. One finding a table.
    "mixed-time-format": Warning, Programme, Event
}

fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    for block in &subject.page.outline.blocks {
        if let BlockKind::Table(grid) = &block.kind
            && !subject.is_brought(block.span)
        {
            found.extend(finding(grid));
        }
    }
}

fn finding(grid: &Grid) -> Option<Diagnostic> {
    let (mut with, mut without): (Vec<Span>, Vec<Span>) = (Vec::new(), Vec::new());
    for passage in grid.cells.iter().map(|cell| &cell.passage) {
        let Some(time) = passage.phrases().times.first().filter(|time| time.span.start() == 0) else { continue };
        if !time.span.of(&passage.text).contains(|c: char| c.is_ascii_digit()) {
            continue;
        }
        let place = passage.place(time.span).span;
        let half = time.start.half.or(time.end.and_then(|end| end.half));
        if half.is_some() { &mut with } else { &mut without }.push(place);
    }
    let few_have = with.len() <= without.len();
    let (few, many) = if few_have { (with, without) } else { (without, with) };
    let ((first, rest), _) = (few.split_first()?, many.first()?);
    let message = if few_have {
        "this time has am or pm, the others have not"
    } else {
        "this time has neither am nor pm, the others have"
    };
    let finding = RULE.finding(*first, message).with_help("write all times of the table in one way");
    Some(rest.iter().fold(finding, |finding, place| finding.with_label(*place, "and this")))
}
