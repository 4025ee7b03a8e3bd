//! What the columns of a programme's table hold: times, titles, people, or the sessions of a day, track or room.

use std::borrow::Cow;
use std::ops::Range;

use handbill_model::SourceKind;
use handbill_text::Span;

use super::super::ledger::{Cite, Cited};
use super::super::places::is_venue_name;
use super::super::sentences::{has_any, plain};
use super::super::view::View;
use super::cell;
use super::day::{NamedDay, of_passage};
use crate::outline::{Cell, Grid};
use crate::passage::Passage;
use crate::phrase::{self, TimePhrase};

const TIMES: &[&str] = &[
    "time", "times", "when", "hour", "start", "start time", "begin", "starts", "time slot", "slot", "hours", "from",
    "zeit", "uhrzeit", "horaire", "heure", "hora", "horario",
];
pub(super) const PERIODS: &[&str] = &["morning", "afternoon", "evening", "night", "noon", "all day", "lunchtime"];

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Role {
    /// Sessions: of a day, a track or a room, or the titles of a group of columns.
    Sessions,
    Title,
    /// What a session is about; without a column of titles it is one.
    Content,
    Speakers,
    /// Where the speakers work.
    Affiliation,
    Place,
    Track,
    Note,
    /// When the sessions end.
    End,
    /// The day of a row.
    Day,
    Nothing,
}

/// Columns that speak of the same sessions: a title, and what else is said of it.
#[derive(Clone, Debug)]
pub(super) struct Group {
    pub(super) title: usize,
    pub(super) speakers: Option<usize>,
    pub(super) affiliation: Option<usize>,
    pub(super) place: Option<usize>,
    pub(super) track: Option<usize>,
    pub(super) notes: Vec<usize>,
    /// What the heads over the title say.
    pub(super) over: Over,
}

/// What the heads over a column say of its sessions.
#[derive(Clone, Debug, Default)]
pub(super) struct Over {
    pub(super) day: Option<NamedDay>,
    pub(super) track: Option<Cited<String>>,
    pub(super) room: Option<Cited<String>>,
}

impl Over {
    const fn is_unsaid(&self) -> bool {
        self.day.is_none() && self.track.is_none() && self.room.is_none()
    }
}

const TITLES: &[&str] = &[
    "session", "sessions", "title", "titles", "talk", "talks", "topic", "topics", "activity", "event", "presentation",
    "item", "what", "subject", "programme", "program", "agenda", "thema", "titel", "vortrag", "intervention", "titre",
    "sujet", "título", "tema", "ponencia", "beitrag", "beiträge", "programmpunkt", "actividad",
];
const CONTENTS: &[&str] = &["description", "content", "contents", "inhalt", "contenu", "contenido", "descripción"];
const SPEAKERS: &[&str] = &[
    "presenter", "presenters", "speaker", "speakers", "who", "lead", "leader", "session lead", "presenter(s)",
    "author", "authors", "speaker(s)", "facilitator", "chair", "by", "name", "instructor", "instructors", "trainer",
    "trainers", "referent", "referentin", "referent/in", "referent*in", "referent:in", "referenten", "referierende",
    "vortragende", "intervenant", "intervenante", "intervenants", "ponente", "ponentes", "orador", "wer",
    "vortragender", "vortragende/r", "vortragende:r", "sprecher", "sprecherin", "sprecher:in",
];
const PLACES: &[&str] =
    &["room", "rooms", "location", "where", "venue", "place", "raum", "ort", "wo", "salle", "lieu", "sala", "lugar"];
const TRACKS: &[&str] = &["track", "stream", "strand"];
const NOTES: &[&str] = &[
    "notes", "note", "comments", "details", "slides", "video", "recording", "links", "materials", "abstract", "slide",
    "videos", "presentation slides", "link", "capacity", "level", "audience", "format", "type", "duration", "length",
    "status", "recordings", "resources", "material", "abstracts",
];
const AFFILIATIONS: &[&str] =
    &["affiliation", "affiliations", "institution", "institutions", "organization", "organisation", "company"];
const ENDS: &[&str] = &["end", "ends", "finish", "until", "end time"];
const DAYS: &[&str] = &["day", "date", "dates", "days"];

/// What the rows of a table are.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Rows {
    Sessions,
    /// What there is to say of the days over the columns: `What`, `Where`, `When`.
    Said,
    /// The same without what is on.
    Untitled,
}

/// What the first cells of the rows say that they are.
pub(super) fn rows_of(view: &View<'_>, grid: &Grid) -> Rows {
    if grid.width < 3 || !(3..=LOOKED_AT).contains(&grid.rows.len()) {
        return Rows::Sessions;
    }
    let named = |words: &[&str]| {
        let rows = (1..grid.rows.len()).filter_map(|row| grid.at(row, 0));
        rows.filter(|cell| cell.rowspan == 1 && is_word(&cell.passage.text, words)).count()
    };
    let known = || [TITLES, SPEAKERS, PLACES, TIMES, NOTES].into_iter().map(named).sum::<usize>();
    let is_day = |column: usize| {
        let cell = grid.at(0, column).filter(|cell| cell.colspan == 1);
        cell.is_some_and(|cell| of_passage(view, &cell.passage, &SourceKind::Table).is_some())
    };
    if named(TITLES) > 1 || known() + 1 < grid.rows.len() || !(1..grid.width.min(LOOKED_AT)).all(is_day) {
        return Rows::Sessions;
    }
    if named(TITLES) == 1 { Rows::Said } else { Rows::Untitled }
}

/// How many rows are heads: those marked so, or a first row that names a time column.
pub(super) fn heads(grid: &Grid) -> usize {
    let named = |row: usize| grid.at(row, 0).is_some_and(|cell| is_word(&cell.passage.text, TIMES));
    if grid.heads == 0 && named(0) { 1 } else { grid.heads }
}

pub(super) fn is_word(text: &str, words: &[&str]) -> bool {
    let text = text.trim().trim_end_matches(':');
    words.iter().any(|word| word.eq_ignore_ascii_case(text))
}

/// What the columns of a table hold.
#[derive(Clone, Debug)]
pub(super) struct Columns {
    pub(super) groups: Vec<Group>,
    pub(super) end: Option<usize>,
    pub(super) day: Option<usize>,
}

impl Columns {
    /// Whether the columns are the parts of a day: `Morning | Afternoon | Evening`.
    pub(super) fn are_periods(&self) -> bool {
        let period = |group: &Group| group.over.track.as_ref().is_some_and(|track| is_word(&track.value, PERIODS));
        self.groups.len() > 1 && self.groups.iter().all(period)
    }
}

/// How many rows below their heads tell whether a column holds nothing but times: a table may have heads again and again.
const LOOKED_AT: usize = 32;

/// Reads the heads of the columns beside the one of times.
pub(super) fn columns(view: &View<'_>, grid: &Grid, heads: Range<usize>, time: Option<usize>) -> Columns {
    // `GMT | CET | EST`: the same times in other zones.
    let body = heads.end;
    let clock = |column: usize| {
        let cells = (body..grid.rows.len())
            .take(LOOKED_AT)
            .filter_map(|row| grid.at(row, column).filter(|cell| cell.row == row));
        let mut cells = cells.filter(|cell| cell.colspan == 1 && !cell::is_empty(&cell.passage)).peekable();
        cells.peek().is_some() && cells.all(is_time)
    };
    let columns = || (0..grid.width).filter(move |column| Some(*column) != time);
    let mut read: Vec<(usize, Role, Over)> = columns()
        .map(|column| of_heads(view, grid, heads.clone(), column))
        .zip(columns())
        .map(|((role, over), column)| (column, role, over))
        .filter(|(column, role, _)| *role != Role::Sessions || time.is_none() || !clock(*column))
        .collect();
    // A first column of nothing but days needs no head that says so.
    if let Some((0, role @ (Role::Sessions | Role::Nothing), over)) = read.first_mut()
        && over.is_unsaid()
        && names_days(view, grid, body)
    {
        *role = Role::Day;
    }
    let only = |role: Role| read.iter().find(|(_, own, _)| *own == role).map(|(column, ..)| *column);
    let (end, day) = (only(Role::End), only(Role::Day));
    let named = |read: &[(usize, Role, Over)], role: Role| read.iter().any(|(_, own, _)| *own == role);
    let other = if named(&read, Role::Title) { Role::Note } else { Role::Title };
    read.iter_mut().filter(|(_, role, _)| *role == Role::Content).for_each(|(_, role, _)| *role = other);
    if read.len() <= 3 && read.iter().all(|(_, role, over)| *role == Role::Sessions && over.is_unsaid()) {
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
    // `Track` over the only column heads what is on.
    if !named(&read, Role::Title) && !named(&read, Role::Sessions) {
        read.iter_mut().filter(|(_, role, _)| *role == Role::Track).for_each(|(_, role, _)| *role = Role::Title);
    }
    let titled = named(&read, Role::Title);
    let mut found: Vec<Group> = Vec::new();
    let mut waiting: Vec<(usize, Role)> = Vec::new();
    for (column, role, over) in read {
        match role {
            Role::Nothing | Role::End | Role::Day | Role::Content => {}
            Role::Title | Role::Sessions if role == Role::Title || !titled || over.day.is_some() => {
                found.push(Group::new(column, over));
                for (column, role) in waiting.drain(..) {
                    found.last_mut().into_iter().for_each(|group| group.add(column, role));
                }
            }
            Role::Title | Role::Sessions => match found.last_mut() {
                Some(group) => group.add(column, Role::Note),
                None => waiting.push((column, Role::Note)),
            },
            Role::Speakers | Role::Affiliation | Role::Place | Role::Track | Role::Note => match found.last_mut() {
                Some(group) => group.add(column, role),
                None => waiting.push((column, role)),
            },
        }
    }
    alike(&mut found);
    Columns { groups: found, end, day }
}

/// Whether the first cells of all rows below the heads name days.
fn names_days(view: &View<'_>, grid: &Grid, body: usize) -> bool {
    let mut cells = (body..grid.rows.len()).take(LOOKED_AT).filter_map(|row| grid.at(row, 0)).peekable();
    cells.peek().is_some()
        && cells.all(|cell| {
            let phrases = cell.passage.phrases();
            (!phrases.dates.is_empty() || !phrases.weekdays.is_empty())
                && of_passage(view, &cell.passage, &SourceKind::Table).is_some_and(|day| day.date.is_some())
        })
}

/// Heads of one row name one kind of thing: beside two rooms, `Chart Loft` is a room and no track.
fn alike(groups: &mut [Group]) {
    let rooms = groups.iter().filter(|group| group.over.room.is_some() && group.over.track.is_none()).count();
    let named = |track: &Cited<String>| has_any(&track.value, &["track", "stream", "session", "parallel", "strand"]);
    let tracks = || groups.iter().filter_map(|group| group.over.track.as_ref());
    if rooms <= tracks().count() || tracks().any(named) {
        return;
    }
    for over in groups.iter_mut().map(|group| &mut group.over).filter(|over| over.room.is_none()) {
        over.room = over.track.take();
    }
}

impl Group {
    const fn new(title: usize, over: Over) -> Self {
        Self { title, speakers: None, affiliation: None, place: None, track: None, notes: Vec::new(), over }
    }

    fn add(&mut self, column: usize, role: Role) {
        let slot = match role {
            Role::Speakers => &mut self.speakers,
            Role::Affiliation => &mut self.affiliation,
            Role::Place => &mut self.place,
            Role::Track => &mut self.track,
            Role::Note => return self.notes.push(column),
            Role::Sessions | Role::Title | Role::Content | Role::End | Role::Day | Role::Nothing => return,
        };
        slot.get_or_insert(column);
    }
}

pub(super) fn is_time_column(grid: &Grid, heads: usize, column: usize) -> bool {
    let body = || {
        (heads..grid.rows.len())
            .filter_map(|row| grid.at(row, column))
            .filter(|cell| cell.colspan < grid.width.max(2) && !cell::is_empty(&cell.passage))
    };
    let timed = body().filter(|cell| time_of(cell).is_some() || is_word(&cell.passage.text, PERIODS)).count();
    timed > 0 && timed * 2 >= body().count()
}

/// Whether a cell says nothing but a time.
pub(super) fn is_time(cell: &Cell) -> bool {
    time_of(cell).is_some_and(|time| cell.passage.text.trim().len() <= time.span.len() + 2)
}

/// The time at the start of a cell. In a first column `9.30` alone is one: prices and versions stand behind their names.
pub(super) fn time_of(cell: &Cell) -> Option<Cow<'_, TimePhrase>> {
    let told = cell.passage.phrases().times.first().filter(|time| time.span.start() <= 8);
    told.map(Cow::Borrowed)
        .or_else(|| Some(Cow::Owned(phrase::dotted(&cell.passage.text).filter(|_| cell.column == 0)?)))
}

/// What the heads of a column say: its role, and the day, track or room of its sessions.
fn of_heads(view: &View<'_>, grid: &Grid, heads: Range<usize>, column: usize) -> (Role, Over) {
    let mut over = Over::default();
    let mut role = Role::Sessions;
    let several = heads.len() > 1;
    for row in heads {
        let Some(cell) = grid.at(row, column).filter(|cell| !cell::is_empty(&cell.passage)) else { continue };
        let text = cell.passage.text.as_str();
        let wide = cell.colspan >= grid.width;
        if wide && several {
            continue;
        }
        let day = of_passage(view, &cell.passage, &SourceKind::Table);
        if wide && day.is_some() {
            continue;
        }
        let roles = [
            (TITLES, Role::Title),
            (CONTENTS, Role::Content),
            (SPEAKERS, Role::Speakers),
            (PLACES, Role::Place),
            (TRACKS, Role::Track),
            (AFFILIATIONS, Role::Affiliation),
            (NOTES, Role::Note),
            (ENDS, Role::End),
            (DAYS, Role::Day),
            (TIMES, Role::Nothing),
        ];
        if day.is_some() {
            over.day = day;
        } else if let Some((_, own)) = roles.iter().find(|(words, _)| is_word(text, words)) {
            role = *own;
        } else {
            place_over(&cell.passage, &mut over);
        }
    }
    (role, over)
}

/// The track and room that a head names: `Track 1`, `Blue Room`, `Location: Blue Room`, `Track 1 - Blue Room`.
fn place_over(passage: &Passage, over: &mut Over) {
    let text = passage.text.as_str();
    let cited = |span: Span| Cited::new(plain(span.of(text)), Cite::part(passage, span, SourceKind::Table));
    let whole = Span::new(0..text.len());
    let is_room = |text: &str| {
        has_any(text, &["room", "rooms", "hall", "auditorium", "theatre", "theater"]) || is_venue_name(text)
    };
    if let Some((label, place)) = text.split_once(':').filter(|(label, _)| is_word(label, PLACES)) {
        let start = label.len() + 1 + (place.len() - place.trim_start().len());
        over.room = Some(cited(Span::new(start..start + place.trim().len())));
        return;
    }
    let split = [" - ", " – ", ": ", " ("].into_iter().find_map(|mark| Some((text.find(mark)?, mark.len())));
    if let Some((at, mark)) = split.filter(|_| has_any(text, &["track", "stream", "session", "parallel"])) {
        let place = text[at + mark..].trim_end_matches(')');
        if is_room(place) {
            over.track = Some(cited(Span::new(0..at)));
            over.room = Some(cited(Span::new(at + mark..at + mark + place.len())));
            return;
        }
    }
    let slot = if is_room(text) && !has_any(text, &["track"]) { &mut over.room } else { &mut over.track };
    *slot = Some(cited(whole));
}

/// How many rows from `row` on are heads in the body of a table, where new columns start.
pub(super) fn heads_from(grid: &Grid, row: usize) -> usize {
    let is_head = |row: &usize| {
        let cells = || grid.row(*row).filter(|cell| cell.row == *row);
        let told = cells().filter(|cell| !cell::is_empty(&cell.passage)).count();
        told > 0 && cells().all(|cell| cell.header && time_of(cell).is_none())
    };
    let run = (row..grid.rows.len()).take_while(is_head).count();
    // One head over the whole row is a day or a chapter.
    let lone = grid.row(row).filter(|cell| !cell::is_empty(&cell.passage)).count() < 2;
    if run == 1 && lone { 0 } else { run }
}

/// The day that the heads name for the whole table: in a cell over all columns, or in one that stands alone.
pub(super) fn day_of_heads(view: &View<'_>, grid: &Grid, heads: usize) -> Option<NamedDay> {
    (0..heads).find_map(|row| {
        let mut cells = grid.row(row).filter(|cell| !cell::is_empty(&cell.passage));
        let only = cells.next().filter(|_| cells.next().is_none())?;
        let alone = only.colspan >= grid.width || heads > 1 && only.column == 0;
        of_passage(view, &only.passage, &SourceKind::Table).filter(|_| alone)
    })
}

/// Whether a table without times lists talks: its heads name titles and the people who give them.
pub(super) fn lists_talks(grid: &Grid, heads: usize) -> bool {
    let has = |words: &[&str]| (0..heads).any(|row| grid.row(row).any(|cell| is_word(&cell.passage.text, words)));
    has(&["title", "talk", "presentation", "session", "paper", "poster", "workshop", "topic", "titles"])
        && has(&[
            "presenter", "presenters", "speaker", "speakers", "author", "authors", "presenter(s)", "speaker(s)",
            "author(s)", "instructor", "instructors",
        ])
}
