//! The event in the vocabulary of schema.org (version 30).
//!
//! Only what the page says is said: no price of 0 without a currency, no status and no attendance mode that nobody stated.

mod offers;
mod place;
mod programme;

use handbill_model::{Attendance, Date, Event, EventKind, EventStatus, LocalTime, Named, Zone};
use serde_json::{Map, Value, json};

use crate::links::Links;
use crate::prose::dates::local;
use crate::prose::{line, names};

/// The vocabulary's address.
pub(crate) const CONTEXT: &str = "https://schema.org";

/// The event as a node with its sessions and their speakers.
pub(crate) fn event(event: &Event, links: &Links) -> Map<String, Value> {
    node(event, links, programme::performers(event), programme::sessions(event, links))
}

/// The event as a document of its own for the page that shows its programme anyway: without sessions and speakers, on one line.
pub(crate) fn embedded(event: &Event, links: &Links) -> String {
    let mut map = node(event, links, Vec::new(), Vec::new());
    map.shift_insert(0, "@context".to_owned(), CONTEXT.into());
    script_safe(&Value::Object(map).to_string())
}

/// JSON that may stand inside `<script>`, also in a layout of Jekyll: no `<` is left that could end it, no tag of Liquid.
pub(crate) fn script_safe(json: &str) -> String {
    let mut out = String::with_capacity(json.len() + json.len() / 16);
    let mut rest = json.bytes().peekable();
    let mut start = 0;
    let mut at = 0;
    while let Some(byte) = rest.next() {
        // These occur in strings alone, where an escape says the same; a brace of JSON itself has a quote, a brace that
        // closes or white space behind it.
        let escape = match byte {
            b'<' => "\\u003c",
            b'>' => "\\u003e",
            b'&' => "\\u0026",
            b'{' if matches!(rest.peek(), Some(b'{' | b'%')) => "\\u007b",
            _ => "",
        };
        if !escape.is_empty() {
            out.push_str(&json[start..at]);
            out.push_str(escape);
            start = at + 1;
        }
        at += 1;
    }
    out.push_str(&json[start..]);
    out
}

fn node(event: &Event, links: &Links, performers: Vec<Value>, sessions: Vec<Value>) -> Map<String, Value> {
    let mut node = Node::new(kind(event));
    node.text("name", &name(event));
    node.url("url", links.page().map(str::to_owned));
    node.text("description", &line(&event.description));
    node.url("image", links.absolute(&event.image));
    if let Some(start) = event.start {
        let end = event.end.unwrap_or(start);
        node.text("startDate", &at(start, event.start_time, event.time_zone.as_ref()));
        node.text("endDate", &at(end, event.end_time, event.time_zone.as_ref()));
    }
    node.many(
        "eventSchedule",
        event.dates.iter().map(
            |run| json!({ "@type": "Schedule", "startDate": run.start.to_string(), "endDate": run.end.to_string() }),
        ),
    );
    node.text("eventStatus", status(event).unwrap_or_default());
    node.text("eventAttendanceMode", attendance(event).unwrap_or_default());
    node.many("location", place::of_event(event, links));
    node.many("organizer", event.hosts.iter().filter_map(|host| organization(host, links)));
    node.many(
        "sponsor",
        event.sponsors.iter().filter_map(|sponsor| {
            let mut named = Named::new(sponsor.name.as_str());
            named.url.clone_from(&sponsor.url);
            organization(&named, links)
        }),
    );
    node.many("performer", performers);
    if let Some(free) = event.logistics.cost.as_ref().and_then(|cost| cost.free) {
        node.set("isAccessibleForFree", free.into());
    }
    if let Some(capacity) = event.logistics.capacity {
        node.set("maximumAttendeeCapacity", capacity.into());
    }
    let languages = event.languages.iter().map(|language| Value::from(line(&language.code)));
    node.many("inLanguage", languages.filter(|code| code != ""));
    node.many("offers", offers::to_attend(&event.logistics, links));
    node.many("hasParticipationOffer", offers::to_take_part(event, links));
    node.many("hasSponsorshipOffer", offers::to_sponsor(event, links));
    node.many("subEvent", programme::parts(event, links).into_iter().chain(sessions));
    node.map
}

/// A node that is being made; what says nothing is left out.
struct Node {
    map: Map<String, Value>,
}

impl Node {
    fn new(kind: impl Into<Value>) -> Self {
        let mut map = Map::new();
        map.insert("@type".to_owned(), kind.into());
        Self { map }
    }

    fn set(&mut self, key: &str, value: Value) {
        self.map.insert(key.to_owned(), value);
    }

    fn text(&mut self, key: &str, text: &str) {
        if !text.is_empty() {
            self.set(key, text.into());
        }
    }

    fn url(&mut self, key: &str, url: Option<String>) {
        self.text(key, &url.unwrap_or_default());
    }

    /// One value alone, several as a list.
    fn many(&mut self, key: &str, values: impl IntoIterator<Item = Value>) {
        let mut values: Vec<Value> = values.into_iter().collect();
        match values.len() {
            0 => {}
            1 => self.set(key, values.remove(0)),
            _ => self.set(key, values.into()),
        }
    }
}

impl From<Node> for Value {
    fn from(node: Node) -> Self {
        Self::Object(node.map)
    }
}

/// `Event`, and beside it what the page calls it more closely.
fn kind(event: &Event) -> Value {
    let closer = match event.kind.as_ref() {
        Some(EventKind::Conference | EventKind::Symposium) => "ConferenceEvent",
        Some(EventKind::Workshop | EventKind::Training | EventKind::Webinar) => "EducationEvent",
        Some(EventKind::Hackathon) => "Hackathon",
        Some(EventKind::Meetup) => "SocialEvent",
        Some(
            EventKind::Showcase
            | EventKind::WorkingMeeting
            | EventKind::OnlineMeeting
            | EventKind::Meeting
            | EventKind::Tour
            | EventKind::Other(_),
        )
        | None => return "Event".into(),
    };
    json!(["Event", closer])
}

fn name(event: &Event) -> String {
    let name = line(&event.name);
    if name.is_empty() { names::title_alone(event) } else { name }
}

fn status(event: &Event) -> Option<&'static str> {
    match event.status.as_ref()? {
        EventStatus::Scheduled => Some("https://schema.org/EventScheduled"),
        EventStatus::Postponed => Some("https://schema.org/EventPostponed"),
        EventStatus::Rescheduled => Some("https://schema.org/EventRescheduled"),
        EventStatus::Cancelled => Some("https://schema.org/EventCancelled"),
        EventStatus::MovedOnline => Some("https://schema.org/EventMovedOnline"),
        EventStatus::Other(_) => None,
    }
}

fn attendance(event: &Event) -> Option<&'static str> {
    match event.attendance.as_ref()? {
        Attendance::InPerson => Some("https://schema.org/OfflineEventAttendanceMode"),
        Attendance::Online => Some("https://schema.org/OnlineEventAttendanceMode"),
        Attendance::Hybrid => Some("https://schema.org/MixedEventAttendanceMode"),
        Attendance::Other(_) => None,
    }
}

/// `2031-03-04`, or with a time `2031-03-04T09:00+01:00`, without the offset where no zone is known.
fn at(date: Date, time: Option<LocalTime>, zone: Option<&Zone>) -> String {
    time.map_or_else(|| date.to_string(), |time| local(Some(date), time, zone))
}

fn organization(named: &Named, links: &Links) -> Option<Value> {
    let mut node = Node::new("Organization");
    let name = line(&named.name);
    node.text("name", &name);
    node.url("url", links.absolute(&named.url));
    (!name.is_empty()).then(|| node.into())
}
