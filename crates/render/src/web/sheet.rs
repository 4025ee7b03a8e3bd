//! The whole page as its template sees it.

use askama::Template;
use handbill_model::{CallKind, CallStatus, Committee, Document, Event, EventStatus, RegistrationStatus};

use super::Link;
use super::calls::{CallView, call};
use super::people::{
    PartView, PersonView, SponsorGroup, VenueView, media, part, person, sponsor_levels, sponsors, venue,
};
use super::programme::{ProgrammeView, programme};
use super::times::Time;
use crate::links::Links;
use crate::prose::dates::local;
use crate::prose::facts::{Fact, facts};
use crate::prose::{capital, line, names};
use crate::schema_org;

/// The page; its fields are what the template names.
#[derive(Template)]
#[template(path = "page.html")]
pub(crate) struct Sheet<'a> {
    lang: String,
    style: &'static str,
    /// The rules of the places that parallel sessions take.
    grid: String,
    /// The title of the window: it has to make sense alone.
    title: String,
    description: String,
    address: Option<&'a str>,
    breadcrumbs: Vec<Link>,
    event: Option<EventView>,
    /// The heading of a page about no event.
    name: String,
    body: &'a str,
}

/// The event.
struct EventView {
    /// JSON-LD that may stand inside `<script>`.
    data: String,
    kind: String,
    name: String,
    lead: String,
    banner: Option<&'static str>,
    /// Runs of days, each with its two ends and the dash between.
    runs: Vec<(Time, &'static str, Option<Time>)>,
    /// The date in words, where no day is known; the hours of the event.
    hours: String,
    place: String,
    actions: Vec<Link>,
    calendar: Option<CalendarFile>,
    facts: Vec<Fact>,
    programme: ProgrammeView,
    calls: Vec<CallView>,
    parts: Vec<PartGroup>,
    venues: Vec<VenueView>,
    sponsors: Vec<SponsorGroup>,
    levels: Vec<(String, String)>,
    committees: Vec<(String, Vec<PersonView>)>,
    media: Vec<Link>,
}

/// Events that are part of this one, or stand beside it.
struct PartGroup {
    id: &'static str,
    title: &'static str,
    parts: Vec<PartView>,
}

/// A calendar that the page carries in a link.
pub(crate) struct CalendarFile {
    /// Under which name it is saved.
    pub(crate) name: String,
    /// `data:` URL (RFC 2397).
    pub(crate) url: String,
}

/// The page of a document; `body` is HTML as it is to stand there.
pub(crate) fn sheet<'a>(
    document: &Document,
    links: &'a Links,
    body: &'a str,
    calendar: Option<CalendarFile>,
) -> Sheet<'a> {
    let page = &document.page;
    let subtitle = page.hero.as_ref().map(|hero| line(&hero.subtitle)).unwrap_or_default();
    let event = document.event.as_ref().map(|event| event_view(event, &subtitle, links, calendar));
    let page_title = if page.title.is_empty() { line(&page.path) } else { line(&page.title) };
    let about = document.event.as_ref().map(|event| line(&event.description)).filter(|about| !about.is_empty());
    Sheet {
        lang: language(document),
        grid: event.as_ref().map(|event| event.programme.rules()).unwrap_or_default(),
        style: include_str!("../../templates/page.css"),
        title: document.event.as_ref().map_or_else(|| page_title.clone(), names::title_alone),
        description: about.unwrap_or(subtitle),
        address: links.page(),
        breadcrumbs: page
            .breadcrumbs
            .iter()
            .map(|step| Link { text: line(&step.label), url: links.href(&step.url) })
            .filter(|step| !step.text.is_empty())
            .collect(),
        event,
        name: page_title,
        body,
    }
}

fn event_view(event: &Event, subtitle: &str, links: &Links, calendar: Option<CalendarFile>) -> EventView {
    let about = line(&event.description);
    let (parts, related): (Vec<PartView>, Vec<PartView>) =
        event.parts.iter().map(|item| part(item, links)).partition(|part| !part.related);
    let groups = [
        PartGroup { id: "x-parts", title: "Parts of the event", parts },
        PartGroup { id: "x-related", title: "Beside the event", parts: related },
    ];
    let members = |group: &Committee| (line(&group.name), group.members.iter().map(person).collect());
    let name = line(&event.name);
    EventView {
        data: schema_org::embedded(event, links),
        kind: event.kind.as_ref().map(|kind| capital(&line(kind.as_str()).replace('-', " "))).unwrap_or_default(),
        name: if name.is_empty() { "Event".to_owned() } else { name },
        lead: if about.is_empty() { subtitle.to_owned() } else { about },
        banner: banner(event),
        runs: runs(event),
        hours: hours(event),
        place: place(event),
        actions: if is_off(event) { Vec::new() } else { actions(event, links) },
        calendar: calendar.filter(|_| !is_off(event)),
        facts: facts(event, links),
        programme: programme(event, links),
        calls: event.calls.iter().map(|item| call(item, links)).collect(),
        parts: groups.into_iter().filter(|group| !group.parts.is_empty()).collect(),
        venues: event.venues.iter().map(|item| venue(item, links)).collect(),
        sponsors: sponsors(event, links),
        levels: sponsor_levels(event),
        committees: event.committees.iter().map(members).collect(),
        media: media(&event.media, links),
    }
}

fn banner(event: &Event) -> Option<&'static str> {
    match event.status.as_ref()? {
        EventStatus::Cancelled => Some("This event is cancelled."),
        EventStatus::Postponed => Some("This event is postponed."),
        EventStatus::Rescheduled => Some("This event has a new date."),
        EventStatus::MovedOnline => Some("This event takes place online instead."),
        EventStatus::Scheduled | EventStatus::Other(_) => None,
    }
}

/// Whether there is nothing to sign up for any more.
fn is_off(event: &Event) -> bool {
    matches!(event.status, Some(EventStatus::Cancelled))
}

fn runs(event: &Event) -> Vec<(Time, &'static str, Option<Time>)> {
    let whole = event.start.map(|start| (start, event.end.unwrap_or(start)));
    let runs: Vec<_> = if event.dates.is_empty() {
        whole.into_iter().collect()
    } else {
        event.dates.iter().map(|run| (run.start, run.end)).collect()
    };
    let alone = runs.len() == 1;
    let zone = event.time_zone.as_ref();
    let machine = |date, time: Option<_>| match time.filter(|_| alone) {
        Some(time) => local(Some(date), time, zone),
        None => date.to_string(),
    };
    let view = |(start, end): (handbill_model::Date, handbill_model::Date)| {
        let (first, dash, last) = crate::prose::dates::range(start, end);
        let last = Time { machine: machine(end, event.end_time), words: last };
        let start = Time { machine: machine(start, event.start_time), words: first };
        (start, dash, (!last.words.is_empty()).then_some(last))
    };
    runs.into_iter().map(view).collect()
}

fn hours(event: &Event) -> String {
    let hours = names::hours(event);
    if event.start.is_none() && event.dates.is_empty() { line(&event.date_text) } else { hours }
}

/// `Lund, Sweden`, `Online (Meet)`, `Wellington and online`.
fn place(event: &Event) -> String {
    let platform = event.online.as_ref().map(|online| line(&online.platform)).filter(|name| !name.is_empty());
    let place = names::place(event);
    if place == names::ONLINE {
        return platform.map_or_else(|| "Online".to_owned(), |platform| format!("Online ({platform})"));
    }
    let hybrid = matches!(event.attendance, Some(handbill_model::Attendance::Hybrid));
    if hybrid && !place.is_empty() { format!("{place}, and online") } else { place }
}

/// What one can do now: register, submit, join.
fn actions(event: &Event, links: &Links) -> Vec<Link> {
    let mut actions = Vec::new();
    for way in &event.logistics.registrations {
        let open = match way.status {
            Some(RegistrationStatus::Closed | RegistrationStatus::Announced) => false,
            Some(RegistrationStatus::Open | RegistrationStatus::Required | RegistrationStatus::Other(_)) | None => true,
        };
        let purpose = line(&way.purpose);
        let text = if purpose.is_empty() { "Register".to_owned() } else { format!("Register: {purpose}") };
        if let (true, Some(url)) = (open, links.href(&way.url)) {
            actions.push(Link { text, url: Some(url) });
        }
    }
    for call in event.calls.iter().filter(|call| call.kind == CallKind::Proposals) {
        if let (Some(CallStatus::Open), Some(url)) = (&call.status, links.href(&call.url)) {
            actions.push(Link { text: "Submit a proposal".to_owned(), url: Some(url) });
        }
    }
    if let Some(url) = event.online.as_ref().and_then(|online| links.href(&online.url)) {
        actions.push(Link { text: "Join online".to_owned(), url: Some(url) });
    }
    actions
}

/// The page's language, if its front matter names one (BCP 47), else English, in which the page's own words are.
fn language(document: &Document) -> String {
    let tag = ["lang", "language", "locale"].iter().find_map(|key| document.page.front_matter.get(*key)?.as_str());
    let tag = tag.unwrap_or_default().replace('_', "-");
    let parts = |tag: &str| {
        tag.split('-').all(|part| (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric()))
    };
    let primary = tag.split('-').next().unwrap_or_default();
    let known = (2..=3).contains(&primary.len()) && primary.bytes().all(|b| b.is_ascii_alphabetic());
    if known && parts(&tag) { tag } else { "en".to_owned() }
}
