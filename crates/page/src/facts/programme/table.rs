//! A table as programme: rows are times, columns are days, tracks, rooms, or what there is to say of a session.

use handbill_model::SourceKind;
use handbill_text::Span;

use super::super::ledger::{Cite, Cited};
use super::super::sentences::{has_any, plain};
use super::super::view::View;
use super::cell;
use super::clocks::Clocks;
use super::day::{NamedDay, of_passage};
use super::{DayDraft, Draft};
use crate::outline::{Cell, Grid};

const TIMES: &[&str] = &["time", "times", "when", "hour", "start", "time slot", "slot"];
const PERIODS: &[&str] = &["morning", "afternoon", "evening", "night", "noon", "all day", "lunchtime"];

/// What a column holds.
#[derive(Clone, Debug)]
enum Column {
    Time,
    /// Sessions of a day.
    Day(NamedDay),
    /// Sessions of a track or room that the head names.
    Track(Option<Cited<String>>),
    Room(Cited<String>),
    /// Something that is said of the row's session.
    Title,
    Speakers,
    Place,
    Note,
    Nothing,
}

const TITLES: &[&str] = &[
    "session",
    "sessions",
    "title",
    "talk",
    "topic",
    "activity",
    "event",
    "presentation",
    "item",
    "description",
    "what",
    "subject",
    "programme",
    "program",
    "agenda",
];
const SPEAKERS: &[&str] = &[
    "presenter",
    "presenters",
    "speaker",
    "speakers",
    "who",
    "lead",
    "leader",
    "session lead",
    "presenter(s)",
    "speaker(s)",
    "facilitator",
    "chair",
    "by",
    "name",
    "instructor",
    "instructors",
];
const PLACES: &[&str] = &["room", "rooms", "location", "where", "venue", "place"];
const NOTES: &[&str] =
    &["notes", "note", "comments", "details", "slides", "video", "recording", "links", "materials", "abstract"];

/// The days of a table, if it is a programme; `heading` is the day that the headings over it name.
pub(super) fn days(view: &View<'_>, grid: &Grid, heading: Option<&NamedDay>) -> Option<Vec<DayDraft>> {
    let heads = heads(grid);
    let columns = columns(view, grid, heads);
    let time = columns.iter().position(|column| matches!(column, Column::Time))?;
    let times = grid.cells.iter().flat_map(|cell| &cell.passage.phrases().times);
    let clocks = Clocks::new(times);
    let mut reader = Reader { view, grid, columns, time, clocks, days: Vec::new(), heading: heading.cloned() };
    for row in heads..grid.rows.len() {
        reader.row(row);
    }
    Some(reader.days)
}

/// How many rows are heads: those marked so, or a first row that names a time column.
fn heads(grid: &Grid) -> usize {
    let named = |row: usize| grid.at(row, 0).is_some_and(|cell| is_word(&cell.passage.text, TIMES));
    if grid.heads == 0 && named(0) { 1 } else { grid.heads }
}

fn is_word(text: &str, words: &[&str]) -> bool {
    let text = text.trim().trim_end_matches(':');
    words.iter().any(|word| word.eq_ignore_ascii_case(text))
}

fn columns(view: &View<'_>, grid: &Grid, heads: usize) -> Vec<Column> {
    let width = grid.width();
    let time = (0..width).find(|column| is_time_column(grid, heads, *column));
    let mut columns: Vec<Column> = (0..width)
        .map(|column| if Some(column) == time { Column::Time } else { of_head(view, grid, heads, column) })
        .collect();
    let has = |columns: &[Column], what: fn(&Column) -> bool| columns.iter().any(what);
    // Without heads the first column behind the time says what, the next one who.
    let bare = columns.iter().all(|column| matches!(column, Column::Time | Column::Track(None)));
    if bare && width <= 4 {
        let roles = [Column::Title, Column::Speakers, Column::Note];
        let behind = time.map_or(0, |time| time + 1);
        for (role, column) in roles.into_iter().zip(columns.iter_mut().skip(behind)) {
            *column = role;
        }
    } else if has(&columns, |column| matches!(column, Column::Speakers))
        && !has(&columns, |column| matches!(column, Column::Title))
    {
        if let Some(column) = columns.iter_mut().find(|column| matches!(column, Column::Track(_))) {
            *column = Column::Title;
        }
    }
    columns
}

fn is_time_column(grid: &Grid, heads: usize, column: usize) -> bool {
    let body = || {
        (heads..grid.rows.len())
            .filter_map(|row| grid.at(row, column))
            .filter(|cell| cell.colspan < grid.width().max(2) && !cell::is_empty(&cell.passage))
    };
    let timed = body().filter(|cell| time_of(cell).is_some() || is_word(&cell.passage.text, PERIODS)).count();
    timed > 0 && timed * 2 >= body().count()
}

/// The time at the start of a cell.
fn time_of(cell: &Cell) -> Option<&crate::phrase::TimePhrase> {
    cell.passage.phrases().times.first().filter(|time| time.span.start() <= 8)
}

fn of_head(view: &View<'_>, grid: &Grid, heads: usize, column: usize) -> Column {
    let mut track: Option<Cited<String>> = None;
    let mut day = None;
    for row in 0..heads {
        let Some(cell) = grid.at(row, column).filter(|cell| !cell::is_empty(&cell.passage)) else { continue };
        let text = cell.passage.text.as_str();
        if cell.colspan >= grid.width() && heads > 1 {
            continue;
        }
        if let Some(named) = of_passage(view, &cell.passage, SourceKind::Table) {
            day = Some(named);
        } else if is_word(text, TITLES) {
            return Column::Title;
        } else if is_word(text, SPEAKERS) {
            return Column::Speakers;
        } else if is_word(text, PLACES) {
            return Column::Place;
        } else if is_word(text, NOTES) {
            return Column::Note;
        } else if is_word(text, TIMES) {
            return Column::Nothing;
        } else {
            track = Some(Cited::new(plain(text), Cite::whole(&cell.passage, SourceKind::Table)));
        }
    }
    match (day, track) {
        (Some(day), _) => Column::Day(day),
        (None, Some(track)) if has_any(&track.value, &["room", "hall", "auditorium", "theatre", "theater"]) => {
            Column::Room(track)
        }
        (None, track) => Column::Track(track),
    }
}

struct Reader<'a> {
    view: &'a View<'a>,
    grid: &'a Grid,
    columns: Vec<Column>,
    time: usize,
    clocks: Clocks,
    days: Vec<DayDraft>,
    /// The day of rows that name none.
    heading: Option<NamedDay>,
}

/// What the first cell of a row says of its sessions.
#[derive(Clone, Default)]
struct Slot {
    start: Option<Cited<handbill_model::LocalTime>>,
    end: Option<Cited<handbill_model::LocalTime>>,
    period: Option<Cited<String>>,
}

impl Reader<'_> {
    fn row(&mut self, row: usize) {
        let cells: Vec<&Cell> = self.grid.row(row).filter(|cell| !cell::is_empty(&cell.passage)).collect();
        let Some(first) = cells.first() else { return };
        // One cell over the whole row: a day's name, or words that head the rows below.
        if cells.len() == 1
            && (first.colspan >= self.grid.width() || first.column == self.time)
            && time_of(first).is_none()
        {
            if let Some(day) = of_passage(self.view, &first.passage, SourceKind::Table) {
                self.heading = Some(day);
                self.clocks.restart();
            }
            return;
        }
        let slot = self.slot(row);
        let nested = slot.start.is_none() && slot.period.is_none();
        let drafts = self.drafts(row, &slot);
        for (day, draft) in drafts {
            self.push(day, draft, nested);
        }
    }

    fn slot(&mut self, row: usize) -> Slot {
        let Some(cell) = self.grid.at(row, self.time).filter(|cell| !cell::is_empty(&cell.passage)) else {
            return Slot::default();
        };
        if let Some(phrase) = time_of(cell) {
            let (start, end) = self.clocks.read(&cell.passage, phrase, &SourceKind::Table);
            return Slot { start, end, period: None };
        }
        let period = is_word(&cell.passage.text, PERIODS)
            .then(|| Cited::new(plain(&cell.passage.text), Cite::whole(&cell.passage, SourceKind::Table)));
        Slot { period, ..Slot::default() }
    }

    /// The sessions of a row, each with the day of its column.
    fn drafts(&self, row: usize, slot: &Slot) -> Vec<(Option<NamedDay>, Draft)> {
        let by_row = self.columns.iter().any(|column| matches!(column, Column::Title));
        let mut found = Vec::new();
        if by_row {
            found.extend(self.row_session(row).map(|draft| (self.heading.clone(), draft)));
        } else {
            for cell in self
                .grid
                .row(row)
                .filter(|cell| cell.row == row || row == cell.row)
                .filter(|cell| cell.column != self.time && !cell::is_empty(&cell.passage))
            {
                let Some(mut draft) = cell::session(&cell.passage, &SourceKind::Table) else { continue };
                let day = match &self.columns[cell.column.min(self.columns.len() - 1)] {
                    Column::Day(day) => {
                        draft.track = self.track_over(cell.column);
                        Some(day.clone())
                    }
                    Column::Track(track) if cell.colspan == 1 => {
                        draft.track.clone_from(track);
                        self.heading.clone()
                    }
                    Column::Room(room) if cell.colspan == 1 => {
                        draft.room = Some(room.clone());
                        self.heading.clone()
                    }
                    Column::Time
                    | Column::Nothing
                    | Column::Title
                    | Column::Speakers
                    | Column::Place
                    | Column::Note => continue,
                    Column::Track(_) | Column::Room(_) => self.heading.clone(),
                };
                found.push((day, draft));
            }
        }
        for (_, draft) in &mut found {
            draft.start.clone_from(&slot.start);
            draft.end.clone_from(&slot.end);
            draft.period.clone_from(&slot.period);
        }
        // The same words in every column are one session for all.
        found.dedup_by(|b, a| {
            a.1.title.value == b.1.title.value
                && a.0.as_ref().map(|day| &day.label.value) == b.0.as_ref().map(|day| &day.label.value)
        });
        found
    }

    /// The head over a day's column that names no day.
    fn track_over(&self, column: usize) -> Option<Cited<String>> {
        let heads = heads(self.grid);
        (0..heads)
            .filter_map(|row| self.grid.at(row, column))
            .find(|cell| {
                !cell::is_empty(&cell.passage)
                    && cell.colspan < self.grid.width()
                    && of_passage(self.view, &cell.passage, SourceKind::Table).is_none()
            })
            .map(|cell| Cited::new(plain(&cell.passage.text), Cite::whole(&cell.passage, SourceKind::Table)))
    }

    /// A row that is one session, its columns saying what, who and where.
    fn row_session(&self, row: usize) -> Option<Draft> {
        let cell_of = |what: fn(&Column) -> bool| {
            let column = self.columns.iter().position(what)?;
            self.grid.at(row, column).filter(|cell| !cell::is_empty(&cell.passage))
        };
        let title = cell_of(|column| matches!(column, Column::Title))
            .or_else(|| self.grid.row(row).find(|cell| cell.column != self.time && !cell::is_empty(&cell.passage)))?;
        let mut draft = cell::session(&title.passage, &SourceKind::Table)?;
        let whole = |cell: &Cell| Cited::new(plain(&cell.passage.text), Cite::whole(&cell.passage, SourceKind::Table));
        if let Some(cell) =
            cell_of(|column| matches!(column, Column::Speakers)).filter(|cell| cell.column != title.column)
        {
            let people = cell::speakers(&cell.passage, Span::new(0..cell.passage.text.len()), &SourceKind::Table);
            if people.is_empty() {
                draft.note = Some(whole(cell));
            } else {
                draft.speakers = people;
            }
        }
        if let Some(cell) = cell_of(|column| matches!(column, Column::Place)).filter(|cell| cell.column != title.column)
        {
            draft.room = Some(whole(cell));
        }
        if let Some(cell) = cell_of(|column| matches!(column, Column::Note))
            .filter(|cell| cell.column != title.column && draft.note.is_none())
        {
            draft.note = Some(whole(cell));
        }
        Some(draft)
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
