//! A table as programme: rows are times, columns are days, tracks, rooms, or what there is to say of a session.

use handbill_model::{Date, SourceKind};
use handbill_text::Span;

use super::super::ledger::{Cite, Cited};
use super::super::media;
use super::super::sentences::plain;
use super::super::view::View;
use super::cell;
use super::clocks::{Clocks, zone};
use super::columns::{
    Columns, Group, PERIODS, Rows, columns, day_of_heads, heads, heads_from, is_time, is_time_column, is_word,
    lists_talks, rows_of, time_of,
};
use super::day::{NamedDay, of_passage};
use super::{DayDraft, Draft};
use crate::outline::{Cell, Grid};

/// The days of a table, if it is a programme; `heading` is the day that the headings over it name.
pub(super) fn days(view: &View<'_>, grid: &Grid, heading: Option<&NamedDay>) -> Option<Vec<DayDraft>> {
    match rows_of(view, grid) {
        Rows::Sessions => of_sessions(view, grid, heading),
        Rows::Said => of_sessions(view, &grid.transposed(), heading),
        Rows::Untitled => None,
    }
}

/// The days of a table whose rows are sessions.
fn of_sessions(view: &View<'_>, grid: &Grid, heading: Option<&NamedDay>) -> Option<Vec<DayDraft>> {
    let heads = heads(grid);
    let time = (0..grid.width).find(|column| is_time_column(grid, heads, *column));
    let first = columns(view, grid, 0..heads, time);
    if time.is_none() && !lists_talks(grid, heads) && !lists_days(view, grid, heads, &first) {
        return None;
    }
    let clocks = Clocks::new(grid.cells.iter().flat_map(|cell| &cell.passage.phrases().times));
    // Days that are columns come in the order of the columns, whichever has the first session.
    let named = first.groups.iter().filter_map(|group| group.over.day.clone());
    let days = named.map(|day| DayDraft { date: day.date, label: Some(day.label), sessions: Vec::new() }).collect();
    let heading = day_of_heads(view, grid, heads).or_else(|| heading.cloned());
    let mut reader = Reader { view, grid, heads, columns: first, time, slots: Vec::new(), days, heading };
    reader.slots = reader.slots(clocks);
    let mut row = heads;
    while row < grid.rows.len() {
        // Heads in the body start columns of their own.
        let again = heads_from(grid, row);
        if again > 0 {
            reader.columns = columns(view, grid, row..row + again, time);
        } else {
            reader.row(row);
        }
        row += again.max(1);
    }
    // Days come in the order of their names, also where the first row leaves the first day empty.
    reader.days.sort_by_key(|day| day.label.as_ref().map(|label| label.cite.span.start()));
    Some(reader.days)
}

/// Whether a table without times lists the days of the event and what is done on each: `Day | Topic`.
fn lists_days(view: &View<'_>, grid: &Grid, heads: usize, columns: &Columns) -> bool {
    let (Some(column), Some(event)) = (columns.day, view.when()) else { return false };
    if columns.groups.len() != 1 && !columns.are_periods() {
        return false;
    }
    let cells = (heads..grid.rows.len()).filter_map(|row| grid.at(row, column).filter(|cell| cell.row == row));
    let rows: Vec<Option<Date>> =
        cells.map(|cell| Some(of_passage(view, &cell.passage, &SourceKind::Table)?.date?.value)).collect();
    // A table of deadlines has dates of other days; a row between days may be an evening's.
    let days = || rows.iter().flatten();
    days().count() > 1 && days().count() * 3 >= rows.len() * 2 && days().all(|day| event.has(*day))
}

struct Reader<'a, 'v> {
    view: &'a View<'v>,
    grid: &'a Grid,
    heads: usize,
    columns: Columns,
    time: Option<usize>,
    /// When the rows take place.
    slots: Vec<Slot>,
    days: Vec<DayDraft>,
    /// The day of rows that name none.
    heading: Option<NamedDay>,
}

/// What the first cell of a row says of its sessions.
#[derive(Clone, Default)]
struct Slot {
    start: Option<Cited<handbill_model::LocalTime>>,
    end: Option<Cited<handbill_model::LocalTime>>,
    zone: Option<Cited<handbill_model::Zone>>,
    period: Option<Cited<String>>,
}

/// Whether a cell says nothing but what its links say.
fn is_linked(passage: &crate::passage::Passage) -> bool {
    let mut from = 0;
    let mut beside = passage.links.iter().map(|link| {
        let between = &passage.text[from..link.span.start().max(from)];
        from = from.max(link.span.end());
        between
    });
    let none = |text: &str| !text.contains(char::is_alphanumeric);
    beside.by_ref().all(none) && none(&passage.text[from..])
}

impl Reader<'_, '_> {
    fn row(&mut self, row: usize) {
        let day = self.day_of_row(row);
        if day.is_some() {
            self.heading = day;
        }
        if self.is_lone(row) {
            return;
        }
        let Some(slot) = self.slots.get(row) else { return };
        let nested = self.time.is_some() && slot.start.is_none() && slot.period.is_none();
        let drafts = self.drafts(row, slot);
        for (day, draft) in drafts {
            self.push(day, draft, nested);
        }
    }

    /// Whether a row is one cell without a time: a day's name, or words that head the rows below.
    fn is_lone(&self, row: usize) -> bool {
        let mut cells = self.grid.row(row).filter(|cell| !cell::is_empty(&cell.passage));
        match (cells.next(), cells.next()) {
            (None, _) => true,
            (Some(only), None) => {
                (only.colspan >= self.grid.width || Some(only.column) == self.time) && time_of(only).is_none()
            }
            (Some(_), Some(_)) => false,
        }
    }

    /// The day that a row names for itself and those below it: in its only cell, or in the column of days.
    fn day_of_row(&self, row: usize) -> Option<NamedDay> {
        let lone = self.is_lone(row);
        let cell = if lone {
            self.grid.row(row).find(|cell| !cell::is_empty(&cell.passage))
        } else {
            self.grid.at(row, self.columns.day?).filter(|cell| cell.row == row)
        };
        let passage = &cell?.passage;
        // What goes on for several days is not of the day before.
        let several = || {
            let label = Cited::new(plain(&passage.text), Cite::whole(passage, SourceKind::Table));
            (!lone && !passage.phrases().dates.is_empty()).then_some(NamedDay { date: None, label })
        };
        of_passage(self.view, passage, &SourceKind::Table).or_else(several)
    }

    /// What the first cells of all rows say, times without am or pm decided by their order.
    fn slots(&self, mut clocks: Clocks) -> Vec<Slot> {
        let rows = 0..self.grid.rows.len();
        rows.map(|row| {
            if row < self.heads {
                return Slot::default();
            }
            if self.day_of_row(row).is_some() {
                clocks.restart();
            }
            self.slot(row, &mut clocks)
        })
        .collect()
    }

    fn slot(&self, row: usize, clocks: &mut Clocks) -> Slot {
        let at = |column: Option<usize>| self.grid.at(row, column?);
        let Some(cell) = at(self.time).filter(|cell| !cell::is_empty(&cell.passage)) else {
            return Slot::default();
        };
        if let Some(phrase) = time_of(cell) {
            let (start, mut end) = clocks.read(&cell.passage, &phrase, &SourceKind::Table);
            if end.is_none()
                && let Some(cell) = at(self.columns.end)
                && let Some(phrase) = time_of(cell)
            {
                end = clocks.read(&cell.passage, &phrase, &SourceKind::Table).0;
            }
            let zone = zone(&cell.passage, &phrase, &SourceKind::Table).or_else(|| self.zone_of_heads());
            return Slot { start, end, zone, period: None };
        }
        let period = is_word(&cell.passage.text, PERIODS)
            .then(|| Cited::new(plain(&cell.passage.text), Cite::whole(&cell.passage, SourceKind::Table)));
        Slot { period, ..Slot::default() }
    }

    /// When a session ends: with the last of its rows, where its cell goes on over several slots.
    fn end(&self, row: usize, title: &Cell) -> Option<Cited<handbill_model::LocalTime>> {
        let slot = |row: usize| self.slots.get(row);
        let last = slot(row + title.rowspan.saturating_sub(1)).and_then(|last| last.end.clone());
        last.filter(|_| title.rowspan > 1).or_else(|| slot(row)?.end.clone())
    }

    /// The zone that the head over the times names: `Time (EST)`.
    fn zone_of_heads(&self) -> Option<Cited<handbill_model::Zone>> {
        let column = self.time?;
        (0..self.heads).find_map(|row| {
            let cell = self.grid.at(row, column)?;
            let zone = cell.passage.phrases().zones.first()?;
            Some(Cited::new(zone.zone.clone(), Cite::part(&cell.passage, zone.span, SourceKind::Table)))
        })
    }

    /// The sessions of a row, each with the day of its column.
    fn drafts(&self, row: usize, slot: &Slot) -> Vec<(Option<NamedDay>, Draft)> {
        let mut found: Vec<(Option<NamedDay>, Draft)> = Vec::with_capacity(self.columns.groups.len());
        for group in &self.columns.groups {
            let Some(title) = self.title_of(group, row) else { continue };
            // A cell that goes on over the column of people tells of them itself.
            let covered = |column: usize| (title.column + 1..title.column + title.colspan).contains(&column);
            let own = |column: Option<usize>| column.is_some_and(|column| !covered(column));
            let read = match (own(group.speakers), own(group.place)) {
                (true, _) => cell::titled,
                (false, true) => cell::placed,
                (false, false) => cell::session,
            };
            let draft = read(&title.passage, &SourceKind::Table);
            let Some(mut draft) = draft else { continue };
            self.say(group, row, title, &mut draft);
            // A cell over several groups is for all of them.
            let wide = self
                .columns
                .groups
                .iter()
                .filter(|other| (title.column..title.column + title.colspan).contains(&other.title))
                .count()
                > 1;
            if !wide {
                draft.track = draft.track.or_else(|| group.over.track.clone());
                draft.room = draft.room.or_else(|| group.over.room.clone());
            }
            (draft.start, draft.period) = (slot.start.clone(), slot.period.clone());
            if draft.period.is_none() && self.columns.day.is_some() && self.columns.are_periods() {
                draft.period = draft.track.take();
            }
            draft.end = self.end(row, title);
            draft.zone.clone_from(&slot.zone);
            found.push((group.over.day.clone().or_else(|| self.heading.clone()), draft));
        }
        // The same words in every column are one session for all, in no room of its own.
        found.dedup_by(|b, a| {
            let period = |draft: &Draft| draft.period.as_ref().map(|period| period.value.clone());
            let same = a.1.title.value == b.1.title.value
                && period(&a.1) == period(&b.1)
                && a.0.as_ref().map(|day| &day.label.value) == b.0.as_ref().map(|day| &day.label.value);
            if same {
                a.1.track = None;
                if b.1.room.is_some() {
                    a.1.room = None;
                }
            }
            same
        });
        // A pause that stands in one of several columns alone is one for all.
        if let [(_, only)] = found.as_mut_slice()
            && self.columns.groups.len() > 1
            && cell::is_for_all(only)
        {
            only.track = None;
            if self.columns.groups.iter().any(|group| group.over.room.as_ref() == only.room.as_ref()) {
                only.room = None;
            }
        }
        found
    }

    /// The cell that names a group's session in a row: the one under its title, or a wider one that starts before it.
    fn title_of(&self, group: &Group, row: usize) -> Option<&Cell> {
        let cell = self.grid.at(row, group.title)?;
        let own = cell.row == row && Some(cell.column) != self.time && !cell::is_empty(&cell.passage);
        // One over the columns of several days is a session of each.
        let day = |group: &Group| group.over.day.as_ref().and_then(|day| day.date.as_ref()).map(|date| date.value);
        let first = self.columns.groups.iter().all(|other| {
            other.title >= group.title
                || !(cell.column..cell.column + cell.colspan).contains(&other.title)
                || day(other) != day(group)
        });
        (own && first).then_some(cell)
    }

    /// What the other columns of a group say of the session in a row.
    fn say(&self, group: &Group, row: usize, title: &Cell, draft: &mut Draft) {
        let cell_at = |column: Option<usize>| {
            let cell = self.grid.at(row, column?)?;
            (cell.column != title.column && !cell::is_empty(&cell.passage)).then_some(cell)
        };
        let whole = |cell: &Cell| Cited::new(plain(&cell.passage.text), Cite::whole(&cell.passage, SourceKind::Table));
        if let Some(cell) = cell_at(group.speakers) {
            let people = cell::people(&cell.passage, Span::new(0..cell.passage.text.len()), &SourceKind::Table);
            if people.is_empty() {
                draft.note = Some(whole(cell));
            } else {
                draft.speakers = people;
            }
        }
        if let (Some(cell), [speaker]) = (cell_at(group.affiliation), draft.speakers.as_mut_slice())
            && speaker.value.affiliation.is_empty()
        {
            speaker.value.affiliation = plain(&cell.passage.text);
        }
        if let Some(cell) = cell_at(group.track) {
            draft.track = Some(whole(cell));
        }
        if let Some(cell) = cell_at(group.place) {
            draft.room = Some(whole(cell));
        }
        for (column, cell) in group.notes.iter().filter_map(|column| Some((*column, cell_at(Some(*column))?))) {
            let whole = Span::new(0..cell.passage.text.len());
            let head = self.heads.checked_sub(1).and_then(|row| self.grid.at(row, column));
            let mut media = media::below(head.map_or("", |head| head.passage.text.as_str()), &cell.passage);
            if media.is_empty() {
                media = cell::recordings(&cell.passage);
            }
            // What leads to a recording, the time in another zone, or how long it takes, is no note.
            let leads = !media.is_empty() && is_linked(&cell.passage);
            draft.media.extend(media);
            if !leads && !media::is_label(&cell.passage, whole) && !is_time(cell) {
                cell::tell(draft, &cell.passage, whole, &SourceKind::Table);
            }
        }
    }

    fn push(&mut self, day: Option<NamedDay>, draft: Draft, nested: bool) {
        let same = |known: &DayDraft| match &day {
            Some(day) => known.label.as_ref().map(|label| &label.value) == Some(&day.label.value),
            None => known.label.is_none(),
        };
        let index = match self.days.iter().position(same) {
            Some(index) => index,
            None => {
                let (date, label) = day.map_or((None, None), |day| (day.date, Some(day.label)));
                self.days.push(DayDraft { date, label, sessions: Vec::new() });
                self.days.len() - 1
            }
        };
        let sessions = &mut self.days[index].sessions;
        match sessions.last_mut().filter(|last| nested && last.start.is_some()) {
            Some(last) => last.sessions.push(draft),
            None => sessions.push(draft),
        }
    }
}
