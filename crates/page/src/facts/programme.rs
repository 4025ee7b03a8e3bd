//! What happens when: tables, lists and headings that are a programme.

mod cell;
mod clocks;
mod columns;
mod day;
mod headed;
mod headings;
mod keyed;
mod lead;
mod parts;
mod surnames;
mod table;
mod talks;
mod timeline;
mod under;

use std::collections::BTreeSet;

use handbill_model::{
    Date, Day, LocalTime, Media, Person, Pointer, Programme, Session, SessionKind, SourceKind, Venue, Zone,
};

use super::ledger::{Cite, Cited, Ledger};
use super::parts::tabled;
use super::places::is_venue_name;
use super::venues;
use super::view::View;
use super::when;
use crate::outline::BlockKind;

/// A session as read, before its fields find their places.
#[derive(Clone, Debug)]
pub(crate) struct Draft {
    pub(super) title: Cited<String>,
    pub(super) start: Option<Cited<LocalTime>>,
    pub(super) end: Option<Cited<LocalTime>>,
    pub(super) zone: Option<Cited<Zone>>,
    pub(super) period: Option<Cited<String>>,
    pub(super) track: Option<Cited<String>>,
    pub(super) room: Option<Cited<String>>,
    pub(super) kind: Option<Cited<SessionKind>>,
    pub(super) speakers: Vec<Cited<Person>>,
    pub(super) note: Option<Cited<String>>,
    pub(super) summary: Option<Cited<String>>,
    pub(super) id: Option<Cited<String>>,
    pub(super) media: Vec<Cited<Media>>,
    pub(super) sessions: Vec<Draft>,
}

impl Draft {
    pub(super) fn new(title: Cited<String>) -> Self {
        Self {
            title,
            start: None,
            end: None,
            zone: None,
            period: None,
            track: None,
            room: None,
            kind: None,
            speakers: Vec::new(),
            note: None,
            summary: None,
            id: None,
            media: Vec::new(),
            sessions: Vec::new(),
        }
    }
}

impl Draft {
    /// Adds where it and its talks link to recordings.
    fn add_media(&self, found: &mut BTreeSet<usize>) {
        found.extend(self.media.iter().map(|medium| medium.cite.span.start()));
        self.sessions.iter().for_each(|talk| talk.add_media(found));
    }
}

/// A day as read.
#[derive(Clone, Debug)]
pub(crate) struct DayDraft {
    pub(super) date: Option<Cited<Date>>,
    pub(super) label: Option<Cited<String>>,
    pub(super) sessions: Vec<Draft>,
}

/// The programme; places go into the ledger below `at`.
pub(crate) fn programme(days: Vec<DayDraft>, ledger: &mut Ledger, at: &Pointer) -> Programme {
    let mut programme = Programme::default();
    for day in days {
        let here = at.key("days").index(programme.days.len());
        programme.days.push(place_day(day, ledger, &here));
    }
    programme
}

pub(crate) use day::markers as day_markers;
pub(crate) use surnames::name_speakers;

/// Tables, lists led by times, and headings that are sessions, in the order of the page.
pub(crate) fn days(view: &View<'_>) -> Vec<DayDraft> {
    let mut found: Vec<(usize, DayDraft)> = Vec::new();
    // The room that a section names: looked up once for all of its tables.
    let mut known_room: Option<(usize, Option<Cited<String>>)> = None;
    for (index, block) in view.outline.blocks.iter().enumerate() {
        let BlockKind::Table(grid) = &block.kind else { continue };
        let heading = day::of_block(view, index).or_else(|| day::in_front(view, index));
        // A table of what is held when gives the parts of the event, unless the page calls it its programme.
        let of_parts = || tabled::is_of_parts(view, grid) && !timeline::is_programme(view, block.section);
        if timeline::is_elsewhere(view, block.section) || of_parts() {
            continue;
        }
        let mut days = table::days(view, grid, heading.as_ref()).unwrap_or_default();
        // A table of times that belongs to no day is a programme where the page calls it one.
        if days.iter().all(|day| day.date.is_none()) && !timeline::is_programme(view, block.section) {
            continue;
        }
        let same = known_room.take().filter(|(section, _)| *section == block.section);
        let (_, room) = same.unwrap_or_else(|| (block.section, venues::of_section(view, block.section)));
        if let Some(room) = &room {
            for draft in days.iter_mut().flat_map(|day| &mut day.sessions).filter(|draft| draft.room.is_none()) {
                draft.room = Some(room.clone());
            }
        }
        known_room = Some((block.section, room));
        found.extend(days.into_iter().map(|day| (index, day)));
    }
    let (timed, mut taken) = timeline::days(view);
    taken.extend(found.iter().map(|(index, _)| *index));
    found.extend(timed);
    found.extend(headings::days(view, &taken));
    found.extend(talks::days(view, &taken));
    found.extend(talks::series(view, &taken));
    // What the page tells is what its readers see.
    if found.iter().all(|(_, day)| day.sessions.is_empty()) {
        return keyed::days(view);
    }
    found.sort_by_key(|(index, _)| *index);
    let mut merged: Vec<DayDraft> = Vec::new();
    for (_, day) in found.into_iter().filter(|(_, day)| !day.sessions.is_empty()) {
        match merged.iter_mut().find(|known| known.is_same(&day)) {
            Some(known) => known.sessions.extend(day.sessions),
            None => merged.push(day),
        }
    }
    told_once(view, &mut merged);
    merged
}

/// Gives the hours that a sentence tells for every session to days of one session each that has none.
fn told_once(view: &View<'_>, days: &mut [DayDraft]) {
    let bare = |day: &DayDraft| {
        matches!(day.sessions.as_slice(), [only] if only.start.is_none() && only.period.is_none()) && day.date.is_some()
    };
    if days.len() < 2 || !days.iter().all(bare) {
        return;
    }
    let Some(hours) = when::of_each(view) else { return };
    for session in days.iter_mut().flat_map(|day| &mut day.sessions) {
        session.start = Some(hours.start.clone());
        session.end.clone_from(&hours.end);
        session.zone.clone_from(&hours.zone);
    }
}

/// The names of all who speak in a session.
pub(crate) fn speakers(days: &[DayDraft]) -> BTreeSet<&str> {
    fn add<'a>(sessions: &'a [Draft], found: &mut BTreeSet<&'a str>) {
        for session in sessions {
            found.extend(session.speakers.iter().map(|person| person.value.name.as_str()));
            add(&session.sessions, found);
        }
    }
    let mut found = BTreeSet::new();
    days.iter().for_each(|day| add(&day.sessions, &mut found));
    found
}

impl DayDraft {
    /// Whether both tell of one day: the same date, or without one the same name.
    fn is_same(&self, other: &Self) -> bool {
        let label = |day: &Self| day.label.as_ref().map(|label| label.value.clone());
        match (&self.date, &other.date) {
            (Some(a), Some(b)) => a.value == b.value,
            (None, None) => label(self) == label(other),
            (Some(_), None) | (None, Some(_)) => false,
        }
    }
}

fn place_day(draft: DayDraft, ledger: &mut Ledger, at: &Pointer) -> Day {
    let mut day = Day::default();
    if let Some(date) = draft.date {
        ledger.put(&mut day.date, at.key("date"), &date.map(Some));
    }
    if let Some(label) = draft.label {
        ledger.put(&mut day.label, at.key("label"), &label);
    }
    for session in draft.sessions {
        let here = at.key("sessions").index(day.sessions.len());
        day.sessions.push(place_session(session, ledger, &here));
    }
    day
}

/// Puts a session into its place, its facts in the order of their pointers: evidence that comes sorted need not be.
fn place_session(draft: Draft, ledger: &mut Ledger, at: &Pointer) -> Session {
    let mut session = Session::new(draft.title.value);
    let text = |ledger: &mut Ledger, key: &str, fact: Option<Cited<String>>, slot: &mut String| {
        if let Some(fact) = fact {
            ledger.cite(at.key(key), &fact.cite);
            *slot = fact.value;
        }
    };
    text(ledger, "abstract", draft.summary, &mut session.summary);
    if let Some(end) = draft.end {
        ledger.put(&mut session.end, at.key("end"), &end.map(Some));
    }
    text(ledger, "id", draft.id, &mut session.id);
    if let Some(kind) = draft.kind {
        ledger.put(&mut session.kind, at.key("kind"), &kind.map(Some));
    }
    // What a talk inside of it links to is that talk's.
    let mut inner = BTreeSet::new();
    draft.sessions.iter().for_each(|talk| talk.add_media(&mut inner));
    for medium in draft.media.into_iter().filter(|medium| !inner.contains(&medium.cite.span.start())) {
        ledger.leaves(&at.key("media").index(session.media.len()), &medium.value, &medium.cite);
        session.media.push(medium.value);
    }
    text(ledger, "note", draft.note, &mut session.note);
    text(ledger, "period", draft.period, &mut session.period);
    text(ledger, "room", draft.room, &mut session.room);
    for inner in draft.sessions {
        let here = at.key("sessions").index(session.sessions.len());
        session.sessions.push(place_session(inner, ledger, &here));
    }
    for speaker in draft.speakers {
        ledger.leaves(&at.key("speakers").index(session.speakers.len()), &speaker.value, &speaker.cite);
        session.speakers.push(speaker.value);
    }
    if let Some(start) = draft.start {
        ledger.put(&mut session.start, at.key("start"), &start.map(Some));
    }
    if let Some(zone) = draft.zone {
        ledger.put(&mut session.time_zone, at.key("time_zone"), &zone.map(Some));
    }
    ledger.cite(at.key("title"), &draft.title.cite);
    text(ledger, "track", draft.track, &mut session.track);
    session
}

/// Buildings that the programme names as rooms, each with what takes place there.
pub(crate) fn venues(days: &[DayDraft]) -> Vec<Cited<Venue>> {
    let mut found: Vec<Cited<Venue>> = Vec::new();
    for draft in days.iter().flat_map(|day| &day.sessions) {
        let Some(room) = draft.room.as_ref().filter(|_| draft.period.is_some()) else { continue };
        if found.iter().any(|known| known.value.name == room.value) || !is_venue_name(&room.value) {
            continue;
        }
        let mut venue = Venue::new(room.value.as_str());
        venue.purpose = draft.title.value.replace(&room.value, "").trim_end_matches([' ', ',']).to_owned();
        found.push(Cited::new(venue, Cite { kind: SourceKind::Table, ..room.cite.clone() }));
    }
    found
}
