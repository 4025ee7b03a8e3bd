//! The programme as the page shows it.

use std::collections::{BTreeMap, BTreeSet};

use handbill_model::{Day, Event, Session, SessionKind, Zone};

use super::Link;
use super::grid::{Place, grid};
use super::people::{PersonView, media, person};
use super::times::Time;
use crate::calendar::identity;
use crate::links::Links;
use crate::prose::facts::languages;
use crate::prose::{capital, dates, in_order, line};

/// The programme.
pub(crate) struct ProgrammeView {
    pub(crate) days: Vec<DayView>,
    /// Few sessions a day and no hours: the days stand side by side.
    pub(crate) overview: bool,
    /// `Times are Auckland time.`
    pub(crate) zone: String,
}

/// A day.
pub(crate) struct DayView {
    pub(crate) id: String,
    pub(crate) title: Time,
    /// How many columns parallel sessions take on a wide screen; 0 where the day is a list.
    pub(crate) columns: usize,
    pub(crate) sessions: Vec<SessionView>,
}

/// A session.
pub(crate) struct SessionView {
    pub(crate) id: String,
    pub(crate) title: Link,
    /// `break`, ...: what the style needs to know; empty for all that people come to hear.
    pub(crate) class: &'static str,
    pub(crate) start: Option<Time>,
    pub(crate) end: Option<Time>,
    /// `Morning` in place of a time, or the zone of the time where it is not the event's.
    pub(crate) period: String,
    pub(crate) place: Option<Place>,
    pub(crate) track: String,
    /// Room, building, languages.
    pub(crate) about: Vec<String>,
    pub(crate) speakers: Vec<PersonView>,
    pub(crate) summary: String,
    pub(crate) note: String,
    pub(crate) media: Vec<Link>,
    pub(crate) talks: Vec<TalkView>,
}

/// A talk inside a session.
pub(crate) struct TalkView {
    pub(crate) title: Link,
    /// `09:00–09:10`, where the talk has a time of its own.
    pub(crate) times: String,
    pub(crate) speakers: Vec<PersonView>,
    pub(crate) summary: String,
    pub(crate) media: Vec<Link>,
}

impl ProgrammeView {
    /// The style rules of the places that its sessions take.
    pub(crate) fn rules(&self) -> String {
        let places: BTreeSet<Place> =
            self.days.iter().flat_map(|day| &day.sessions).filter_map(|session| session.place).collect();
        if places.is_empty() {
            return String::new();
        }
        // Only where the style makes a grid of the list, which is where there is room for one.
        format!("@media (min-width: 60rem) {{\n{}}}\n", places.into_iter().map(Place::rule).collect::<String>())
    }
}

pub(crate) fn programme(event: &Event, links: &Links) -> ProgrammeView {
    let days = in_order(&event.programme.days);
    let mut ids = BTreeMap::new();
    let timed = days.iter().copied().flat_map(|day| &day.sessions).any(|session| session.start.is_some());
    let small = (2..=5).contains(&days.len()) && days.iter().all(|day| day.sessions.len() <= 6);
    let short = days
        .iter()
        .flat_map(|day| &day.sessions)
        .all(|session| session.summary.is_empty() && session.sessions.is_empty());
    let zone = event.time_zone.as_ref().filter(|_| timed).map(dates::zone).unwrap_or_default();
    let views: Vec<DayView> =
        days.iter().enumerate().map(|(index, day)| day_view(index, day, event, links, &mut ids)).collect();
    let parallel = views.iter().any(|day| day.columns > 0);
    ProgrammeView { days: views, overview: small && short && !timed && !parallel, zone }
}

fn day_view(index: usize, day: &Day, event: &Event, links: &Links, ids: &mut BTreeMap<String, usize>) -> DayView {
    let title = match day.date {
        Some(date) => Time { machine: date.to_string(), words: dates::weekday(date) },
        None if day.label.is_empty() => Time { machine: String::new(), words: format!("Day {}", index + 1) },
        None => Time { machine: String::new(), words: line(&day.label) },
    };
    let grid = grid(&day.sessions);
    let place = |index: usize| grid.as_ref().map(|grid| grid.places[index]);
    let sessions = day.sessions.iter().enumerate().map(|(index, session)| {
        let mut view = session_view(day, session, event, links, ids);
        view.place = place(index);
        view
    });
    let sessions = sessions.collect();
    let name = day.date.map_or_else(|| format!("day-{}", index + 1), |date| format!("day-{date}"));
    DayView { id: unique(&name, ids), title, columns: grid.map_or(0, |grid| grid.columns), sessions }
}

fn session_view(
    day: &Day,
    session: &Session,
    event: &Event,
    links: &Links,
    ids: &mut BTreeMap<String, usize>,
) -> SessionView {
    let zone = session.time_zone.as_ref().or(event.time_zone.as_ref());
    let time = |time: Option<handbill_model::LocalTime>| time.map(|time| Time::at(day.date, time, zone));
    let foreign =
        session.time_zone.as_ref().filter(|_| session.start.is_some() && session.time_zone != event.time_zone);
    let period = if session.start.is_none() { capital(&line(&session.period)) } else { String::new() };
    let about = [line(&session.room), line(&session.venue), languages(&session.languages)]
        .into_iter()
        .filter(|part| !part.is_empty());
    let mut talks = Vec::new();
    talk_views(&session.sessions, links, 0, &mut talks);
    let key = day.date.map_or_else(|| line(&session.title), |date| identity::session(date, session));
    SessionView {
        id: unique(&format!("s-{}", &identity::hash(&[&key])[..8]), ids),
        title: Link { text: line(&session.title), url: links.href(&session.url) },
        class: class(session.kind.as_ref()),
        start: time(session.start),
        end: time(session.end.filter(|end| Some(*end) != session.start)),
        period: foreign.map_or(period, |zone: &Zone| dates::zone(zone)),
        place: None,
        track: line(&session.track),
        about: about.collect(),
        speakers: session.speakers.iter().map(person).collect(),
        summary: line(&session.summary),
        note: line(&session.note),
        media: media(&session.media, links),
        talks,
    }
}

fn class(kind: Option<&SessionKind>) -> &'static str {
    match kind {
        Some(SessionKind::Break | SessionKind::Meal | SessionKind::Registration) => "pause",
        Some(SessionKind::Social) => "social",
        Some(SessionKind::Keynote) => "keynote",
        Some(
            SessionKind::Talk | SessionKind::Panel | SessionKind::Workshop | SessionKind::Tour | SessionKind::Other(_),
        )
        | None => "",
    }
}

/// Talks, and talks inside them, as one list.
fn talk_views(talks: &[Session], links: &Links, depth: usize, views: &mut Vec<TalkView>) {
    const DEEPEST: usize = 8;
    if depth == DEEPEST {
        return;
    }
    for talk in talks {
        views.push(TalkView {
            title: Link { text: line(&talk.title), url: links.href(&talk.url) },
            times: talk.start.map(|start| dates::times(start, talk.end)).unwrap_or_default(),
            speakers: talk.speakers.iter().map(person).collect(),
            summary: line(&talk.summary),
            media: media(&talk.media, links),
        });
        talk_views(&talk.sessions, links, depth + 1, views);
    }
}

/// An id of this page that nothing else has; `x-` keeps it apart from the body's own.
fn unique(name: &str, ids: &mut BTreeMap<String, usize>) -> String {
    let count = ids.entry(name.to_owned()).or_default();
    *count += 1;
    if *count == 1 { format!("x-{name}") } else { format!("x-{name}-{count}") }
}
