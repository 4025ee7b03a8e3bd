//! The programme as the page shows it.

use std::collections::{BTreeMap, BTreeSet};

use handbill_model::{Date, Day, Event, LocalTime, Session, SessionKind, Zone};

use super::Link;
use super::grid::{Place, grid};
use super::labels::{Labels, told};
use super::people::{PersonView, media, person};
use super::times::Time;
use crate::calendar::identity;
use crate::links::Links;
use crate::prose::{capital, dates, in_order, line};

/// The programme.
pub(crate) struct ProgrammeView {
    pub(crate) days: Vec<DayView>,
    /// Few sessions a day and no hours: the days stand side by side.
    pub(crate) overview: bool,
    /// `Times are Auckland time.`
    pub(crate) zone: String,
    /// Room, building and languages that all sessions share.
    pub(crate) about: Vec<String>,
}

/// A day.
pub(crate) struct DayView {
    pub(crate) id: String,
    pub(crate) title: Time,
    /// The track, then room, building and languages that all its sessions share.
    pub(crate) track: String,
    pub(crate) about: Vec<String>,
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
    /// Where the talk has a time of its own.
    pub(crate) start: Option<Time>,
    pub(crate) end: Option<Time>,
    pub(crate) speakers: Vec<PersonView>,
    pub(crate) summary: String,
    pub(crate) media: Vec<Link>,
}

impl SessionView {
    /// Whether the title links to the session itself: it has neither time nor period that could.
    pub(crate) fn is_own_link(&self) -> bool {
        self.title.url.as_ref().is_some_and(|url| url.strip_prefix('#') == Some(self.id.as_str()))
    }

    /// Whether its time can be told by other clocks.
    pub(crate) fn is_instant(&self) -> bool {
        self.start.as_ref().is_some_and(Time::is_instant)
    }

    /// All its times, and those of its talks.
    fn times(&self) -> impl Iterator<Item = &Time> {
        let talks = self.talks.iter().flat_map(|talk| [&talk.start, &talk.end]);
        [&self.start, &self.end].into_iter().chain(talks).flatten()
    }
}

impl ProgrammeView {
    /// Whether an instant is known of any of its times.
    pub(crate) fn has_instants(&self) -> bool {
        self.days.iter().flat_map(|day| &day.sessions).flat_map(SessionView::times).any(Time::is_instant)
    }

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
    let told = told(&days);
    let labels = told.days.into_iter().zip(told.sessions);
    let views: Vec<DayView> = days
        .iter()
        .enumerate()
        .zip(labels)
        .map(|((index, day), labels)| day_view(index, day, labels, event, links, &mut ids))
        .collect();
    let parallel = views.iter().any(|day| day.columns > 0);
    let overview = small && short && !timed && !parallel;
    ProgrammeView { days: views, overview, zone, about: told.programme.about() }
}

/// Whether people come for something else.
pub(crate) fn is_pause(session: &Session) -> bool {
    class(session.kind.as_ref()) == PAUSE
}

fn day_view(
    index: usize,
    day: &Day,
    (own, of_sessions): (Labels, Vec<Labels>),
    event: &Event,
    links: &Links,
    ids: &mut BTreeMap<String, usize>,
) -> DayView {
    let title = match day.date {
        Some(date) => Time { machine: date.to_string(), words: dates::weekday(date) },
        None if day.label.is_empty() => Time { machine: String::new(), words: format!("Day {}", index + 1) },
        None => Time { machine: String::new(), words: line(&day.label) },
    };
    let grid = grid(&day.sessions);
    let place = |index: usize| grid.as_ref().map(|grid| grid.places[index]);
    let sessions = day.sessions.iter().zip(of_sessions).enumerate().map(|(index, (session, labels))| {
        let mut view = session_view(day, session, labels, event, links, ids);
        view.place = place(index);
        view
    });
    let sessions = sessions.collect();
    let name = day.date.map_or_else(|| format!("day-{}", index + 1), |date| format!("day-{date}"));
    DayView {
        id: unique(&name, ids),
        title,
        about: own.about(),
        track: own.track,
        columns: grid.map_or(0, |grid| grid.columns),
        sessions,
    }
}

fn session_view(
    day: &Day,
    session: &Session,
    labels: Labels,
    event: &Event,
    links: &Links,
    ids: &mut BTreeMap<String, usize>,
) -> SessionView {
    let zone = session.time_zone.as_ref().or(event.time_zone.as_ref());
    let time = |time: Option<LocalTime>| time.map(|time| Time::at(day.date, time, zone));
    let foreign =
        session.time_zone.as_ref().filter(|_| session.start.is_some() && session.time_zone != event.time_zone);
    let period = if session.start.is_none() { capital(&line(&session.period)) } else { String::new() };
    let mut talks = Vec::new();
    talk_views(&session.sessions, day.date, zone, links, 0, &mut talks);
    let key = day.date.map_or_else(|| line(&session.title), |date| identity::session(date, session));
    let id = unique(&format!("s-{}", &identity::hash(&[&key])[..8]), ids);
    let mut url = links.href(&session.url);
    if session.start.is_none() && period.is_empty() {
        url = url.or_else(|| Some(format!("#{id}")));
    }
    SessionView {
        id,
        title: Link { text: line(&session.title), url },
        class: class(session.kind.as_ref()),
        start: time(session.start),
        end: time(session.end.filter(|end| Some(*end) != session.start)),
        period: foreign.map_or(period, |zone: &Zone| dates::zone(zone)),
        place: None,
        about: labels.about(),
        track: labels.track,
        speakers: session.speakers.iter().map(person).collect(),
        summary: line(&session.summary),
        note: line(&session.note),
        media: media(&session.media, links),
        talks,
    }
}

/// The class of what people do not come for.
const PAUSE: &str = "pause";

fn class(kind: Option<&SessionKind>) -> &'static str {
    match kind {
        Some(SessionKind::Break | SessionKind::Meal | SessionKind::Registration) => PAUSE,
        Some(SessionKind::Social) => "social",
        Some(SessionKind::Keynote) => "keynote",
        Some(
            SessionKind::Talk | SessionKind::Panel | SessionKind::Workshop | SessionKind::Tour | SessionKind::Other(_),
        )
        | None => "",
    }
}

/// Talks, and talks inside them, as one list.
fn talk_views(
    talks: &[Session],
    date: Option<Date>,
    zone: Option<&Zone>,
    links: &Links,
    depth: usize,
    views: &mut Vec<TalkView>,
) {
    const DEEPEST: usize = 8;
    if depth == DEEPEST {
        return;
    }
    for talk in talks {
        let zone = talk.time_zone.as_ref().or(zone);
        let time = |time: LocalTime| Time::at(date, time, zone);
        views.push(TalkView {
            title: Link { text: line(&talk.title), url: links.href(&talk.url) },
            start: talk.start.map(time),
            end: talk.end.filter(|end| Some(*end) != talk.start).map(time),
            speakers: talk.speakers.iter().map(person).collect(),
            summary: line(&talk.summary),
            media: media(&talk.media, links),
        });
        talk_views(&talk.sessions, date, zone, links, depth + 1, views);
    }
}

/// An id of this page that nothing else has; `x-` keeps it apart from the body's own.
fn unique(name: &str, ids: &mut BTreeMap<String, usize>) -> String {
    let count = ids.entry(name.to_owned()).or_default();
    *count += 1;
    if *count == 1 { format!("x-{name}") } else { format!("x-{name}-{count}") }
}
