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
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Role {
    /// Sessions: of a day, a track or a room, or the titles of a group of columns.
    Sessions,
    Title,
    Speakers,
    Place,
    Note,
    Nothing,
}

/// Columns that speak of the same sessions: a title, and what else is said of it.
#[derive(Clone, Debug)]
struct Group {
    title: usize,
    speakers: Option<usize>,
    place: Option<usize>,
    note: Option<usize>,
    /// What the heads over the title say.
    over: Over,
}

/// What the heads over a column say of its sessions.
#[derive(Clone, Debug, Default)]
struct Over {
    day: Option<NamedDay>,
    track: Option<Cited<String>>,
    room: Option<Cited<String>>,
}

const TITLES: &[&str] = &[
    "session", "sessions", "title", "talk", "topic", "activity", "event", "presentation", "item", "description",
    "what", "subject", "programme", "program", "agenda",
];
const SPEAKERS: &[&str] = &[
    "presenter", "presenters", "speaker", "speakers", "who", "lead", "leader", "session lead", "presenter(s)",
    "author", "authors", "speaker(s)", "facilitator", "chair", "by", "name", "instructor", "instructors",
];
const PLACES: &[&str] = &["room", "rooms", "location", "where", "venue", "place"];
const NOTES: &[&str] =
    &["notes", "note", "comments", "details", "slides", "video", "recording", "links", "materials", "abstract"];

/// The days of a table, if it is a programme; `heading` is the day that the headings over it name.
pub(super) fn days(view: &View<'_>, grid: &Grid, heading: Option<&NamedDay>) -> Option<Vec<DayDraft>> {
    let heads = heads(grid);
    let time = (0..grid.width).find(|column| is_time_column(grid, heads, *column))?;
    let groups = groups(view, grid, heads, time);
    let clocks = Clocks::new(grid.cells.iter().flat_map(|cell| &cell.passage.phrases().times));
    // Days that are columns come in the order of the columns, whichever has the first session.
    let named = groups.iter().filter_map(|group| group.over.day.clone());
    let days = named.map(|day| DayDraft { date: day.date, label: Some(day.label), sessions: Vec::new() }).collect();
    let mut reader = Reader { view, grid, groups, time, clocks, days, heading: heading.cloned() };
    for row in heads..grid.rows.len() {
        reader.row(row);
    }
    // Days come in the order of their names, also where the first row leaves the first day empty.
    reader.days.sort_by_key(|day| day.label.as_ref().map(|label| label.cite.span.start()));
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

fn groups(view: &View<'_>, grid: &Grid, heads: usize, time: usize) -> Vec<Group> {
    let columns = || (0..grid.width).filter(move |column| *column != time);
    let mut read: Vec<(usize, Role, Over)> = columns()
        .map(|column| of_heads(view, grid, heads, column))
        .zip(columns())
        .map(|((role, over), column)| (column, role, over))
        .collect();
    let named = |read: &[(usize, Role, Over)], role: Role| read.iter().any(|(_, own, _)| *own == role);
    let unsaid = |over: &Over| over.day.is_none() && over.track.is_none() && over.room.is_none();
    if read.len() <= 3 && read.iter().all(|(_, role, over)| *role == Role::Sessions && unsaid(over)) {
        // Without heads the first column behind the time says what, the next one who.
        for ((_, role, _), what) in read.iter_mut().zip([Role::Title, Role::Speakers, Role::Note]) {
            *role = what;
        }
    } else if named(&read, Role::Speakers)
        && !named(&read, Role::Title)
        && let Some((_, role, over)) = read.iter_mut().find(|(_, role, _)| *role == Role::Sessions)
    {
        *role = Role::Title;
        over.track = None;
    }
    let titled = named(&read, Role::Title);
    let mut found: Vec<Group> = Vec::new();
    let mut waiting: Vec<(usize, Role)> = Vec::new();
    for (column, role, over) in read {
        match role {
            Role::Nothing => {}
            Role::Title | Role::Sessions if role == Role::Title || !titled || over.day.is_some() => {
                found.push(Group { title: column, speakers: None, place: None, note: None, over });
                for (column, role) in waiting.drain(..) {
                    found.last_mut().into_iter().for_each(|group| group.add(column, role));
                }
            }
            Role::Title | Role::Sessions => match found.last_mut() {
                Some(group) => group.add(column, Role::Note),
                None => waiting.push((column, Role::Note)),
            },
            Role::Speakers | Role::Place | Role::Note => match found.last_mut() {
                Some(group) => group.add(column, role),
                None => waiting.push((column, role)),
            },
        }
    }
    found
}

impl Group {
    fn add(&mut self, column: usize, role: Role) {
        let slot = match role {
            Role::Speakers => &mut self.speakers,
            Role::Place => &mut self.place,
            Role::Note => &mut self.note,
            Role::Sessions | Role::Title | Role::Nothing => return,
        };
        slot.get_or_insert(column);
    }
}

fn is_time_column(grid: &Grid, heads: usize, column: usize) -> bool {
    let body = || {
        (heads..grid.rows.len())
            .filter_map(|row| grid.at(row, column))
            .filter(|cell| cell.colspan < grid.width.max(2) && !cell::is_empty(&cell.passage))
    };
    let timed = body().filter(|cell| time_of(cell).is_some() || is_word(&cell.passage.text, PERIODS)).count();
    timed > 0 && timed * 2 >= body().count()
}

/// The time at the start of a cell.
fn time_of(cell: &Cell) -> Option<&crate::phrase::TimePhrase> {
    cell.passage.phrases().times.first().filter(|time| time.span.start() <= 8)
}

/// What the heads of a column say: its role, and the day, track or room of its sessions.
fn of_heads(view: &View<'_>, grid: &Grid, heads: usize, column: usize) -> (Role, Over) {
    let mut over = Over::default();
    let mut role = Role::Sessions;
    for row in 0..heads {
        let Some(cell) = grid.at(row, column).filter(|cell| !cell::is_empty(&cell.passage)) else { continue };
        let text = cell.passage.text.as_str();
        if cell.colspan >= grid.width && heads > 1 {
            continue;
        }
        let roles = [
            (TITLES, Role::Title),
            (SPEAKERS, Role::Speakers),
            (PLACES, Role::Place),
            (NOTES, Role::Note),
            (TIMES, Role::Nothing),
        ];
        if let Some(named) = of_passage(view, &cell.passage, &SourceKind::Table) {
            over.day = Some(named);
        } else if let Some((_, own)) = roles.iter().find(|(words, _)| is_word(text, words)) {
            role = *own;
        } else {
            let words = Cited::new(plain(text), Cite::whole(&cell.passage, SourceKind::Table));
            let room =
                has_any(text, &["room", "hall", "auditorium", "theatre", "theater"]) && !has_any(text, &["track"]);
            *(if room { &mut over.room } else { &mut over.track }) = Some(words);
        }
    }
    (role, over)
}

struct Reader<'a, 'v> {
    view: &'a View<'v>,
    grid: &'a Grid,
    groups: Vec<Group>,
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

impl Reader<'_, '_> {
    fn row(&mut self, row: usize) {
        let cells: Vec<&Cell> = self.grid.row(row).filter(|cell| !cell::is_empty(&cell.passage)).collect();
        let Some(first) = cells.first() else { return };
        // One cell over the whole row: a day's name, or words that head the rows below.
        if cells.len() == 1
            && (first.colspan >= self.grid.width || first.column == self.time)
            && time_of(first).is_none()
        {
            if let Some(day) = of_passage(self.view, &first.passage, &SourceKind::Table) {
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
        let mut found: Vec<(Option<NamedDay>, Draft)> = Vec::new();
        for group in &self.groups {
            let Some(title) = self.title_of(group, row) else { continue };
            let own_columns = group.speakers.is_some() || group.place.is_some();
            let draft = if own_columns { cell::titled } else { cell::session }(&title.passage, &SourceKind::Table);
            let Some(mut draft) = draft else { continue };
            self.say(group, row, title, &mut draft);
            // A cell over several groups is for all of them.
            let wide = self
                .groups
                .iter()
                .filter(|other| (title.column..title.column + title.colspan).contains(&other.title))
                .count()
                > 1;
            if !wide {
                draft.track.clone_from(&group.over.track);
                draft.room = draft.room.or_else(|| group.over.room.clone());
            }
            (draft.start, draft.end, draft.period) = (slot.start.clone(), slot.end.clone(), slot.period.clone());
            found.push((group.over.day.clone().or_else(|| self.heading.clone()), draft));
        }
        // The same words in every column are one session for all.
        found.dedup_by(|b, a| {
            a.1.title.value == b.1.title.value
                && a.0.as_ref().map(|day| &day.label.value) == b.0.as_ref().map(|day| &day.label.value)
        });
        found
    }

    /// The cell that names a group's session in a row: the one under its title, or a wider one that starts before it.
    fn title_of(&self, group: &Group, row: usize) -> Option<&Cell> {
        let cell = self.grid.at(row, group.title)?;
        let own = cell.row == row && cell.column != self.time && !cell::is_empty(&cell.passage);
        let first = self.groups.iter().all(|other| {
            other.title >= group.title || !(cell.column..cell.column + cell.colspan).contains(&other.title)
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
        if let Some(cell) = cell_at(group.place) {
            draft.room = Some(whole(cell));
        }
        if let Some(cell) = cell_at(group.note).filter(|_| draft.note.is_none()) {
            draft.note = Some(whole(cell));
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
