//! A series of single days, told as a list or a table of dates: `3 March: Knots`, `10 March: Ropes`.

use handbill_model::{Date, SourceKind};
use handbill_text::Span;

use super::{When, days_between, resolve};
use crate::facts::keys::Key;
use crate::facts::ledger::Cite;
use crate::facts::milestones::Stage;
use crate::facts::view::View;
use crate::outline::BlockKind;
use crate::passage::Passage;
use crate::phrase::{DatePhrase, Form};

/// What a page says whose event is a series.
const SERIES: &[&str] = &[
    "series", "weekly", "biweekly", "monthly", "every week", "every month", "every two weeks", "every other week",
    "seminars", "webinars", "vortragsreihe", "seminarreihe", "reihe",
];

/// Headings of lists of other dates.
const OTHERS: &[&str] =
    &["deadline", "deadlines", "important dates", "key dates", "past", "previous", "registration", "archive"];

/// The fewest days of a series, and its greatest length in days.
const FEWEST: usize = 3;
const LONGEST: i32 = 400;

/// The days of the page, of a series all of them: where it starts on the one day that is known. Where a key gives the first
/// day alone, words may say how long it goes on.
pub(super) fn whole(view: &View<'_>, found: When) -> When {
    let one = found.start() == found.end() && view.keys.get(Key::End).is_none();
    if !one {
        return found;
    }
    let longer = |told: &When| told.start() == found.start() && told.end() > found.end();
    let words = || super::in_words(view).filter(|_| found.cite.kind == SourceKind::FrontMatter);
    match series(view).filter(|all| all.start() == found.start()).or_else(|| words().filter(longer)) {
        Some(all) => all,
        None => found,
    }
}

/// The days of the first list or table of single days in their order, on a page that tells of a series.
pub(super) fn series(view: &View<'_>) -> Option<When> {
    let titled = || view.title.as_ref().is_some_and(|title| title.says(SERIES));
    if !(titled() || view.opening_telling(SERIES).next().is_some()) {
        return None;
    }
    let mut list = None;
    let mut rows: Vec<(&Passage, &DatePhrase)> = Vec::new();
    for (index, block) in view.outline.blocks.iter().enumerate() {
        match &block.kind {
            BlockKind::Item { list: own, .. } if block.parent.is_none() => {
                if list != Some(*own) {
                    if let Some(found) = days(view, &rows) {
                        return Some(found);
                    }
                    list = Some(*own);
                    rows.clear();
                }
                if is_other(view, index) {
                    continue;
                }
                rows.extend(leading(&block.passage).map(|date| (&block.passage, date)));
            }
            BlockKind::Table(grid) if !is_other(view, index) => {
                // The first column that holds a day holds them all.
                let body = grid.cells.iter().filter(|cell| cell.row >= grid.heads);
                let dated = body.filter_map(|cell| Some((cell.column, (&cell.passage, leading(&cell.passage)?))));
                let dated: Vec<_> = dated.collect();
                let column = dated.first().map(|(column, _)| *column);
                let own = dated.into_iter().filter(|(other, _)| Some(*other) == column);
                let table: Vec<_> = own.map(|(_, row)| row).collect();
                if let Some(found) = days(view, &table) {
                    return Some(found);
                }
            }
            _ => {}
        }
    }
    days(view, &rows)
}

/// Whether a block tells of dates that are none of sessions.
fn is_other(view: &View<'_>, index: usize) -> bool {
    let section = view.outline.blocks[index].section;
    let steps = view.milestones();
    let from = steps.partition_point(|row| row.block < index);
    let mut own = steps[from..].iter().take_while(|row| row.block == index);
    view.is_titled(section, OTHERS) || own.any(|row| !matches!(row.stage, Stage::Other | Stage::Around | Stage::Event))
}

/// The one day at the start of a passage.
fn leading(passage: &Passage) -> Option<&DatePhrase> {
    let date = passage.phrases().dates.first()?;
    let before = &passage.text[..date.span.start()];
    let day = date.is_one_day() && !matches!(date.form, Form::Ambiguous | Form::DayOnly);
    (day && !before.contains(char::is_alphanumeric)).then_some(date)
}

/// The days, if they are enough, in order, and near each other.
fn days(view: &View<'_>, rows: &[(&Passage, &DatePhrase)]) -> Option<When> {
    if rows.len() < FEWEST {
        return None;
    }
    let cite = |(passage, date): &(&Passage, &DatePhrase)| -> Cite {
        Cite::part(passage, Span::new(date.span.start()..date.span.end()), SourceKind::List)
    };
    let read = |row: &(&Passage, &DatePhrase)| Some(resolve(view, row.1, cite(row))?.start());
    let days: Vec<Date> = rows.iter().map(read).collect::<Option<_>>()?;
    let (first, last) = (*days.first()?, *days.last()?);
    let ordered = days.windows(2).all(|pair| pair[0] < pair[1]);
    (ordered && days_between(first, last) <= LONGEST).then(|| When {
        runs: days.iter().map(|day| (*day, *day)).collect(),
        cite: cite(&rows[0]),
        end_cite: Some(cite(&rows[rows.len() - 1])),
    })
}
