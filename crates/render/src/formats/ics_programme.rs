//! Each session with a time, and each part of the event, as an entry of a calendar.

use handbill_model::{Date, Document, Event, LocalTime, Session, Zone};

use crate::calendar::entry::{Entry, When};
use crate::calendar::identity::{self, Identities, Names};
use crate::calendar::place::Places;
use crate::calendar::{Heading, calendar, outline, stamp};
use crate::links::Links;
use crate::prose::{line, names};
use crate::{Format, Input, Note, RenderError, Settings, note};

pub(crate) const FORMAT: Format = Format {
    name: "ics-programme",
    extension: "programme.ics",
    about: "each session with a time, and each part of the event, as an entry of a calendar",
    media_type: "text/calendar",
    many: true,
    events: true,
    render,
    notes,
};

fn render(inputs: &[Input<'_>], settings: &Settings) -> Result<String, RenderError> {
    let mut identities = Identities::default();
    let mut entries = Vec::new();
    let mut names = Vec::new();
    for input in inputs {
        let before = entries.len();
        page(input, settings, &mut identities, &mut entries);
        if let Some(event) = input.document.event.as_ref().filter(|_| entries.len() > before) {
            names.push(names::title_alone(event));
        }
    }
    match (entries.is_empty(), inputs.first()) {
        (true, Some(first)) if inputs.iter().any(|input| input.document.event.is_some()) => {
            Err(RenderError::NoTimedSession { path: first.document.page.path.clone() })
        }
        (true, _) => Err(RenderError::no_event(inputs)),
        (false, _) => {
            let name =
                if let [only] = names.as_slice() { format!("Programme: {only}") } else { "Programmes".to_owned() };
            Ok(calendar(&Heading { name, ..Heading::default() }, settings, &entries))
        }
    }
}

fn notes(input: &Input<'_>, settings: &Settings) -> Vec<Note> {
    let mut notes = note::of_links(input, settings);
    let mut entries = Vec::new();
    page(input, settings, &mut Identities::default(), &mut entries);
    let floating = entries.iter().filter(|entry| matches!(entry.when, When::Floating { .. })).count();
    if floating > 0 {
        notes.push(Note::Floating { entries: floating });
    }
    notes
}

/// Adds the entries of a page.
fn page(input: &Input<'_>, settings: &Settings, identities: &mut Identities, entries: &mut Vec<Entry>) {
    let Some(event) = &input.document.event else { return };
    let links = Links::new(input.document, settings);
    let before = entries.len();
    let names = Names::new(input.document, &links);
    let places = Places::new(event);
    let mut page =
        PageEntries { before, event, document: input.document, settings, names, links, places, identities, entries };
    for day in &event.programme.days {
        if let Some(date) = day.date {
            page.sessions(date, &day.sessions, None, 0);
        }
    }
    page.parts();
    page.hours();
}

/// The entries of one page as they are made.
struct PageEntries<'a> {
    event: &'a Event,
    document: &'a Document,
    settings: &'a Settings,
    names: Names,
    links: Links,
    places: Places,
    identities: &'a mut Identities,
    entries: &'a mut Vec<Entry>,
    /// How many entries there were before this page's.
    before: usize,
}

impl PageEntries<'_> {
    /// The sessions that have a time, and the talks inside them that have one of their own.
    fn sessions(&mut self, day: Date, sessions: &[Session], slot: Option<&Session>, depth: usize) {
        if depth == note::DEEPEST {
            return;
        }
        for session in sessions {
            if let Some(start) = session.start {
                self.session(day, start, session, slot);
            }
            self.sessions(day, &session.sessions, Some(session), depth + 1);
        }
    }

    fn session(&mut self, day: Date, start: LocalTime, session: &Session, slot: Option<&Session>) {
        let zone = session.time_zone.as_ref().or(slot.and_then(|slot| slot.time_zone.as_ref()));
        let when = at(day, start, day, session.end, zone.or(self.event.time_zone.as_ref()));
        let mut entry = self.entry(&identity::session(day, session), when, &line(&session.title));
        let own = outline::session(session, &self.links);
        entry.description =
            [own, entry.description].into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join("\n\n");
        entry.location = match slot.filter(|_| session.room.is_empty() && session.venue.is_empty()) {
            Some(slot) => self.places.session(slot),
            None => self.places.session(session),
        };
        entry.url = self.links.absolute(&session.url).or(entry.url);
        entry.category = session.kind.as_ref().map(|kind| line(kind.as_str())).unwrap_or_default();
        entry.attachments = session.media.iter().filter_map(|medium| self.links.absolute(&medium.url)).collect();
        self.entries.push(entry);
    }

    /// Parts of the event: at their times, else on their days.
    fn parts(&mut self) {
        let event = self.event;
        for part in event.parts.iter().filter(|part| !part.related) {
            let Some(day) = part.start else { continue };
            let last = part.end.unwrap_or(day);
            let when = match part.start_time {
                Some(start) => at(day, start, last, part.end_time, event.time_zone.as_ref()),
                None => When::Days { start: day, end: last },
            };
            let what = format!("part/{}", identity::hash(&[&line(&part.name)]));
            let mut entry = self.entry(&what, when, &line(&part.name));
            entry.location = if part.location.is_empty() { entry.location } else { line(&part.location) };
            entry.url = self.links.absolute(&part.url).or(entry.url);
            self.entries.push(entry);
        }
    }

    /// Where nothing else is there: the event itself, if it is of one day and has hours.
    fn hours(&mut self) {
        let event = self.event;
        let none = self.entries.len() == self.before;
        if let (true, Some(day), Some(start)) =
            (none && event.end.is_none_or(|end| Some(end) == event.start), event.start, event.start_time)
        {
            let when = at(day, start, day, event.end_time, event.time_zone.as_ref());
            let mut entry = self.entry("hours", when, &names::title_alone(event));
            entry.description = outline::event(event, &self.links);
            self.entries.push(entry);
        }
    }

    /// An entry with what all of a page's share.
    fn entry(&mut self, what: &str, when: When, summary: &str) -> Entry {
        let uid = self.identities.give(&self.names, what);
        let stamp = stamp::stamp(self.document, self.settings);
        let summary = if summary.is_empty() { names::title_alone(self.event) } else { summary.to_owned() };
        let status = names::status(self.event).filter(|_| is_off(self.event));
        let summary = status.map_or_else(|| summary.clone(), |status| format!("{status}: {summary}"));
        let mut entry = Entry::new(uid, stamp, when, summary);
        entry.modified = stamp::front_matter(self.document, "last_modified_at");
        entry.status = self.event.status.clone();
        entry.description = names::title_alone(self.event);
        entry.location.clone_from(&self.places.event);
        entry.url = self.links.page().map(str::to_owned);
        entry
    }
}

/// Whether a session alone has to say that the whole does not take place.
fn is_off(event: &Event) -> bool {
    use handbill_model::EventStatus::{Cancelled, MovedOnline, Other, Postponed, Rescheduled, Scheduled};
    match event.status {
        Some(Cancelled | Postponed) => true,
        Some(Scheduled | Rescheduled | MovedOnline | Other(_)) | None => false,
    }
}

/// A start and perhaps an end by local clocks: in the zone if it is known, at its instants where the zone is UTC or an
/// offset, floating otherwise. An end that is not after the start is of the next day.
fn at(day: Date, start: LocalTime, end_day: Date, end: Option<LocalTime>, zone: Option<&Zone>) -> When {
    let civil = |day: Date, time: LocalTime| day.at(time.hour().cast_signed(), time.minute().cast_signed(), 0, 0);
    let begins = civil(day, start);
    let ends = end.filter(|end| end_day > day || *end != start).and_then(|end| {
        let same = civil(end_day, end);
        if same > begins { Some(same) } else { same.tomorrow().ok() }
    });
    let Some(zone) = zone else {
        return When::Floating { start: begins, end: ends };
    };
    match zone.time_zone() {
        Some(known) if known.iana_name().is_some_and(|name| name != "UTC" && name != "Etc/UTC") => {
            When::Zoned { start: begins, end: ends, zone: known }
        }
        Some(fixed) => {
            let instant = |at| fixed.to_ambiguous_timestamp(at).compatible().ok();
            match instant(begins) {
                Some(start) => When::Instant { start, end: ends.and_then(instant) },
                None => When::Floating { start: begins, end: ends },
            }
        }
        None => When::Floating { start: begins, end: ends },
    }
}
