//! Parts and sessions as events inside the event.

use std::collections::BTreeSet;

use handbill_model::{Date, Event, Person, Session, SessionKind};
use serde_json::{Value, json};

use super::{Node, at, offers, organization, place};
use crate::links::Links;
use crate::note;
use crate::prose::{in_order, line};

/// The parts of the event, without those that only stand beside it.
pub(super) fn parts(event: &Event, links: &Links) -> Vec<Value> {
    let parts = event.parts.iter().filter(|part| !part.related && !line(&part.name).is_empty()).map(|part| {
        let mut node = Node::new("Event");
        node.text("name", &line(&part.name));
        if let Some(start) = part.start {
            let end = part.end.unwrap_or(start);
            node.text("startDate", &at(start, part.start_time, event.time_zone.as_ref()));
            node.text("endDate", &at(end, part.end_time, event.time_zone.as_ref()));
        }
        let location = line(&part.location);
        if !location.is_empty() {
            node.set("location", place::town(&location));
        }
        node.url("url", links.absolute(&part.url));
        node.many("organizer", part.hosts.iter().filter_map(|host| organization(host, links)));
        node.many("offers", offers::to_attend(&part.logistics, links));
        node.into()
    });
    parts.collect()
}

/// Who speaks at the event, each person once, in the order of the programme.
pub(super) fn performers(event: &Event) -> Vec<Value> {
    let mut seen = BTreeSet::new();
    let mut performers = Vec::new();
    for session in in_order(&event.programme.days).into_iter().flat_map(|day| &day.sessions) {
        for speaker in session.speakers.iter().chain(session.sessions.iter().flat_map(|talk| &talk.speakers)) {
            if seen.insert((&speaker.name, &speaker.affiliation)) {
                performers.extend(person(speaker));
            }
        }
    }
    performers
}

/// Every session that has a title and a day.
pub(super) fn sessions(event: &Event, links: &Links) -> Vec<Value> {
    let days = event.programme.days.iter().filter_map(|day| Some((day.date?, &day.sessions)));
    days.flat_map(|(date, sessions)| inside(sessions, Some(date), event, links, 0)).collect()
}

/// Sessions of a day, or talks inside a slot, whose day and time are the slot's.
fn inside(sessions: &[Session], date: Option<Date>, event: &Event, links: &Links, depth: usize) -> Vec<Value> {
    if depth == note::DEEPEST {
        return Vec::new();
    }
    let titled = sessions.iter().filter(|session| !line(&session.title).is_empty());
    titled.map(|session| node(session, date, event, links, depth)).collect()
}

fn node(session: &Session, date: Option<Date>, event: &Event, links: &Links, depth: usize) -> Value {
    let mut node = Node::new(kind(session));
    node.text("name", &line(&session.title));
    let zone = session.time_zone.as_ref().or(event.time_zone.as_ref());
    if let Some(date) = date.filter(|_| depth == 0 || session.start.is_some()) {
        node.text("startDate", &at(date, session.start, zone));
        if let (Some(start), Some(end)) = (session.start, session.end) {
            // A session that ends before it starts ends on the next day.
            let day = if end < start { date.tomorrow().unwrap_or(date) } else { date };
            node.text("endDate", &at(day, Some(end), zone));
        }
    }
    node.text("description", &line(&session.summary));
    if let Some(room) = place::room(&line(&session.room), &line(&session.venue)) {
        node.set("location", room);
    }
    node.many("performer", session.speakers.iter().filter_map(person));
    let languages = session.languages.iter().map(|language| Value::from(line(&language.code)));
    node.many("inLanguage", languages.filter(|code| code != ""));
    node.url("url", links.absolute(&session.url));
    node.many("subEvent", inside(&session.sessions, date, event, links, depth + 1));
    node.into()
}

/// `Event`, and beside it what the page calls the session more closely.
fn kind(session: &Session) -> Value {
    match session.kind {
        Some(SessionKind::Social) => json!(["Event", "SocialEvent"]),
        Some(SessionKind::Workshop) => json!(["Event", "EducationEvent"]),
        Some(_) | None => "Event".into(),
    }
}

fn person(person: &Person) -> Option<Value> {
    let (name, affiliation) = (line(&person.name), line(&person.affiliation));
    let mut node = Node::new("Person");
    node.text("name", &name);
    if !affiliation.is_empty() {
        let mut organization = Node::new("Organization");
        organization.text("name", &affiliation);
        node.set("affiliation", organization.into());
    }
    (!name.is_empty()).then(|| node.into())
}
