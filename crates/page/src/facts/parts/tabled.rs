//! A table of what is held when and where: `Showcase | Monday, May 12 | Harbour Museum`.

use std::borrow::Cow;

use handbill_model::SourceKind;
use handbill_text::Span;

use super::{HELD, NO_PARTS, TOP, numbers_a_day};
use crate::facts::labels::Labelled;
use crate::facts::ledger::Cite;
use crate::facts::sentences::{has_any, is_short, plain, sentences};
use crate::facts::view::View;
use crate::facts::when::{When, resolve};
use crate::outline::{BlockKind, Cell, Grid};
use crate::passage::Passage;

/// Heads over what is held.
const WHAT: &[&str] = &["what", "event", "events", "part", "activity", "programme", "program", ""];
/// Heads over its days.
const WHEN: &[&str] = &["when", "date", "dates", "day", "days", "date(s)", "day(s)"];
/// Heads over its place.
const WHERE: &[&str] = &["where", "venue", "venues", "location", "place"];

/// What a table of parts may hold beside them.
const BESIDE: &[&str] =
    &["excursion", "excursions", "tour", "tours", "dinner", "banquet", "visit", "visits", "field trip", "arrival"];

/// How many parts an event has at most: a longer table is its programme.
const MOST: usize = 8;

/// A row of such a table.
pub(crate) struct Row<'a> {
    pub(super) name: String,
    pub(crate) when: When,
    pub(crate) place: Option<Cow<'a, Passage>>,
}

/// The items of the first list where every one is a part of an event with its days behind a colon, and its place behind them:
/// `Showcase (free): Tuesday, 4 March - Harbour Museum, Quay 4`.
pub(crate) fn items<'a>(view: &'a View<'_>) -> Vec<Row<'a>> {
    let firsts = view.outline.lists.iter().take_while(|list| list.start < TOP);
    let lists = firsts.map(|list| {
        let items = list.clone().filter(|index| {
            let block = &view.outline.blocks[*index];
            matches!(block.kind, BlockKind::Item { .. }) && block.parent.is_none()
        });
        let read: Option<Vec<Row<'a>>> = items.take(MOST + 1).map(|index| item(view, index)).collect();
        read.filter(|rows| (2..=MOST).contains(&rows.len())).unwrap_or_default()
    });
    lists.into_iter().find(|rows| !rows.is_empty()).unwrap_or_default()
}

fn item<'a>(view: &'a View<'_>, index: usize) -> Option<Row<'a>> {
    let fact = view.labels_of(index).first()?;
    let name = fact.label.split(" (").next().unwrap_or("");
    let passage = &fact.value;
    if let Some(when) = in_its_label(view, index, fact) {
        // `Free. Quay Hall, Hafen 4`: what it costs comes before where it is.
        let said = sentences(&passage.text);
        let place = said.iter().find(|said| !has_any(said.of(&passage.text), FREE)).copied();
        let place = place.filter(|place| passage.phrases().dates_in(*place).next().is_none());
        let place = place.map(|place| Cow::Owned(passage.part(place)));
        return is_part(name).then(|| Row { name: plain(name), when, place });
    }
    let dates = &passage.phrases().dates;
    let (first, last) = (dates.first()?, dates.last()?);
    // The days come first.
    if !is_part(name) || !matches!(passage.text[..first.span.start()].trim(), "" | "on" | "from") {
        return None;
    }
    let when = days(view, &passage.part(Span::new(0..last.span.end())))?;
    let behind = &passage.text[last.span.end()..];
    let place = behind.rsplit_once(" - ").or_else(|| behind.rsplit_once(" – ")).map_or("", |(_, place)| place);
    let start = passage.text.len() - place.len();
    let place = (!place.is_empty()).then(|| Cow::Owned(passage.part(Span::new(start..passage.text.len()))));
    Some(Row { name: plain(name), when, place })
}

/// The days that stand in parentheses behind what is held: `Showcase (Tuesday, 4 March): Quay Hall, Hafen 4`.
fn in_its_label(view: &View<'_>, index: usize, fact: &Labelled) -> Option<When> {
    fact.label.strip_suffix(')')?;
    let passage = &view.outline.blocks[index].passage;
    let open = fact.label.find(" (")? + 2;
    let inside = Span::new(open..fact.label.len() - 1);
    passage.text.starts_with(&fact.label).then_some(())?;
    let mut dates = passage.phrases().dates_in(inside);
    let (date, None) = (dates.next()?, dates.next()) else { return None };
    let alone = date.span.start() <= inside.start() + 1 && date.span.end() + 1 >= inside.end();
    let when = resolve(view, date, Cite::part(passage, date.span, SourceKind::List))?;
    alone.then_some(when)
}

/// What says that a part costs nothing.
const FREE: &[&str] = &["free", "no charge", "no cost", "no fee"];

/// The rows of the first table whose heads say what and when, where every row is a part of an event with its days.
pub(crate) fn rows<'a>(view: &'a View<'_>) -> Vec<Row<'a>> {
    let grids = view.outline.blocks.iter().filter_map(|block| match &block.kind {
        BlockKind::Table(grid) if (2..=5).contains(&grid.width) && grid.heads == 1 => Some(grid),
        _ => None,
    });
    grids.map(|grid| of_grid(view, grid)).find(|rows| !rows.is_empty()).unwrap_or_default()
}

/// Whether a table tells what is held when, and is no programme.
pub(crate) fn is_of_parts(view: &View<'_>, grid: &Grid) -> bool {
    (2..=5).contains(&grid.width) && grid.heads == 1 && !of_grid(view, grid).is_empty()
}

fn of_grid<'a>(view: &View<'_>, grid: &'a Grid) -> Vec<Row<'a>> {
    let headed = |words: &[&str]| {
        let is = |cell: &&Cell| {
            let head = cell.passage.text.trim();
            words.iter().any(|word| word.eq_ignore_ascii_case(head))
        };
        grid.row(0).find(is).map(|cell| cell.column)
    };
    let (Some(what), Some(when)) = (headed(WHAT), headed(WHEN)) else { return Vec::new() };
    let place = headed(WHERE);
    let own = |row: usize, column: usize| grid.at(row, column).filter(|cell| cell.row == row).map(|cell| &cell.passage);
    let body = grid.heads..grid.rows.len();
    if body.len() < 2 || body.len() > MOST {
        return Vec::new();
    }
    // What one may join beside the parts stands in the table, too.
    let named = |row: &usize| own(*row, what).is_none_or(|name| !has_any(&name.text, BESIDE));
    let read: Option<Vec<Row<'_>>> = body
        .filter(named)
        .map(|row| {
            let name = without_times(own(row, what)?);
            let name = name.split(" (").next().filter(|name| is_part(name))?;
            let when = days(view, own(row, when)?)?;
            let place = place.and_then(|column| own(row, column)).map(Cow::Borrowed);
            Some(Row { name: plain(name), when, place })
        })
        .collect();
    read.filter(|rows| rows.len() > 1).unwrap_or_default()
}

/// What is held, without its hours and what they are followed by: `Showcase, 1pm-5pm, then drinks`.
fn without_times(cell: &Passage) -> &str {
    let times = cell.phrases().times.first().map_or(cell.text.len(), |time| time.span.start());
    cell.text[..times].trim_end_matches([' ', ',', '-', '–', '—', ':', '|'])
}

/// Whether a name is that of what is held in a day or two inside of an event.
pub(crate) fn is_part(name: &str) -> bool {
    is_short(name, 6) && has_any(name, HELD) && !has_any(name, NO_PARTS) && !numbers_a_day(name)
}

/// The days of a cell: `Tuesday, May 13 and Wednesday, May 14` are two dates of one part.
fn days(view: &View<'_>, cell: &Passage) -> Option<When> {
    let dates = cell.phrases().dates.iter().take(4);
    let mut each = dates.map(|date| resolve(view, date, Cite::part(cell, date.span, SourceKind::Table)));
    let first = each.next()??;
    let all = each.try_fold(first, |all, next| Some(all.with(next?)))?;
    let last = cell.phrases().dates.last().map_or(Span::at(0), |date| date.span);
    // A date and a sentence about it is no cell of days.
    let behind = &cell.text[last.end()..];
    (cell.text.split_whitespace().count() <= 14 && !behind.contains(". ")).then_some(all)
}
