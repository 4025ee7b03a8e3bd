//! `9:00 to 10:00` among `10:00 - 11:00`.

use handbill_model::{Applicability, Diagnostic};
use handbill_page::Grid;
use handbill_text::{Edit, Mapped, Span};

use crate::rule::rule;
use crate::subject::Subject;

rule! {
    /// Some ranges of times in a table are written with a word, and some with a dash.
    ///
    /// ```page bad
    /// | Time | What |
    /// | --- | --- |
    /// | 9:00 - 10:00 | Short talks |
    /// | 10:00 - 10:30 | Tea |
    /// | 10:30 to 11:30 | More talks |
    /// ```
    /// ```page good
    /// | Time | What |
    /// | --- | --- |
    /// | 9:00 - 10:00 | Short talks |
    /// | 10:00 - 10:30 | Tea |
    /// | 10:30 - 11:30 | More talks |
    /// ```
    ///
    /// Only cells that begin with a time count, and one dash is as good as another. One finding a table.
    "mixed-range-separator": Info, Programme, Event
}

fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    found.extend(subject.tables().filter_map(finding));
}

fn finding(grid: &Grid) -> Option<Diagnostic> {
    let (mut words, mut dashes) = (Vec::<(Mapped, &str)>::new(), Vec::<(Mapped, &str)>::new());
    for passage in grid.cells.iter().map(|cell| &cell.passage) {
        let Some(time) = passage.phrases().times.first().filter(|time| time.span.start() == 0) else { continue };
        let Some(end) = time.end.filter(|end| time.start.span.end() < end.span.start()) else { continue };
        let between = Span::new(time.start.span.end()..end.span.start());
        let text = between.of(&passage.text);
        let list = if text.contains(char::is_alphabetic) { &mut words } else { &mut dashes };
        list.push((passage.place(between), text));
    }
    let (few, many) = if words.len() <= dashes.len() { (words, dashes) } else { (dashes, words) };
    let (((first, _), rest), (_, usual)) = (few.split_first()?, many.first()?);
    let message = format!("this range has another sign than the others, `{}`", usual.trim());
    let finding = RULE.finding(first.span, message).with_help("write all ranges of the table in one way");
    let finding = rest.iter().fold(finding, |finding, (place, _)| finding.with_label(place.span, "and this"));
    let written = few.iter().all(|(place, _)| place.written);
    let edits = few.iter().map(|(place, _)| Edit { span: place.span, text: (*usual).to_owned() }).collect();
    Some(if written { finding.with_fix("write them alike", Applicability::Safe, edits) } else { finding })
}
