//! Formats that a table lists with their lengths: `Format | Length`, and below it `Panel | 45-60 minutes`.

use handbill_model::{Format, Minutes, SourceKind};

use super::{FORMATS, cut, durations};
use crate::facts::calls::Scope;
use crate::facts::ledger::Cite;
use crate::facts::sentences::{has_any, is_short, plain};
use crate::facts::view::View;
use crate::outline::{BlockKind, Cell, Grid};

/// Heads over the names of formats.
const NAMES: &[&str] = &[
    "format", "formats", "type", "types", "session type", "session format", "presentation type", "submission type",
    "type of proposal", "type of submission", "type of session", "proposal type", "contribution", "kind", "category",
];

/// Heads over how long each is.
const LENGTHS: &[&str] = &[
    "length", "duration", "time", "minutes", "how long", "time slot", "slot", "length (minutes)", "duration (minutes)",
];

/// The formats of the first table that has both.
pub(super) fn formats(view: &View<'_>, scope: &Scope<'_>) -> Vec<(Format, Cite)> {
    let tables = scope.blocks.iter().filter_map(|index| match &view.outline.blocks.get(*index)?.kind {
        BlockKind::Table(grid) => Some(of_table(grid)),
        _ => None,
    });
    tables.into_iter().find(|found| !found.is_empty()).unwrap_or_default()
}

fn of_table(grid: &Grid) -> Vec<(Format, Cite)> {
    let Some(last) = grid.heads.checked_sub(1) else { return Vec::new() };
    let headed = |words: &[&str]| {
        grid.row(last).find(|cell| {
            let text = cell.passage.text.trim().trim_end_matches(':');
            words.iter().any(|word| word.eq_ignore_ascii_case(text))
        })
    };
    let (Some(names), Some(lengths)) = (headed(NAMES), headed(LENGTHS)) else { return Vec::new() };
    let counts = has_any(&lengths.passage.text, &["minutes"]);
    let rows = grid.heads..grid.rows.len();
    let found: Vec<(Format, Cite)> = rows
        .filter_map(|row| {
            let own = |cell: &&Cell| cell.row == row;
            let name = grid.at(row, names.column).filter(own).filter(|cell| is_short(&cell.passage.text, 8))?;
            let mut format = Format::new(plain(cut(&name.passage.text)));
            let length = grid.at(row, lengths.column).map_or("", |cell| cell.passage.text.as_str());
            format.minutes = minutes(length, counts);
            format.questions = durations(length).iter().find(|length| length.questions).and_then(|length| length.max);
            (!format.name.is_empty()).then(|| (format, Cite::whole(&name.passage, SourceKind::Table)))
        })
        .collect();
    // `Type | Time` may be the heads of a timetable, whose rows are no lengths.
    let measured = found.iter().filter(|(format, _)| format.minutes.is_some()).count();
    let known = found.iter().filter(|(format, _)| has_any(&format.name, FORMATS)).count();
    if measured * 2 > found.len() && known * 2 >= found.len() { found } else { Vec::new() }
}

/// How long a cell says that it takes; `15 + 5 minutes` is two lengths, and none is the whole.
fn minutes(text: &str, counts: bool) -> Option<Minutes> {
    let mut minutes = Minutes::default();
    if counts && let Ok(number) = text.trim().parse::<u32>() {
        (minutes.min, minutes.max) = (Some(number), Some(number));
        return (number <= 600).then_some(minutes);
    }
    let length = durations(text).into_iter().find(|length| !length.questions)?;
    let before = &text[..length.span.start()];
    (minutes.min, minutes.max) = (length.min, length.max);
    (!before.contains(|c: char| c.is_ascii_digit() || c == '+')).then_some(minutes)
}
