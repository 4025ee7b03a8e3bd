//! The whole page as its template sees it.

use askama::Template;
use handbill_model::{CallKind, CallStatus, Committee, Date, Document, Event, EventStatus, RegistrationStatus};

use super::Link;
use super::calendars::calendars;
use super::calls::{CallView, call};
use super::people::{
    PartView, PersonView, SponsorGroup, VenueView, media, part, person, sponsor_levels, sponsors, venue,
};
use super::programme::{ProgrammeView, programme};
use super::times::Time;
use crate::links::Links;
use crate::prose::dates::{self, local};
use crate::prose::facts::{Fact, facts};
use crate::prose::{capital, line, names};
use crate::{Settings, schema_org};

/// The one script of a page. It is the same on every page, so that a Content Security Policy may name it by its hash.
pub(crate) const LOCAL_TIMES: &str = include_str!("../../templates/local-times.js");

/// What a policy calls that script, with the line break that stands before it.
const LOCAL_TIMES_HASH: &str = "sha256-7SjiPjIxdKbV0e7HL5vCxYrScyQ4I5jfK889wtxTn68=";

/// The page; its fields are what the template names.
#[derive(Template)]
#[template(path = "page.html")]
pub(crate) struct Sheet<'a> {
    lang: String,
    style: &'static str,
    /// A second wall around the body of somebody else: what a browser lets run and load (Content Security Policy 3).
    policy: Option<String>,
    /// Whether there are times that other clocks can tell, and what tells them.
    script: bool,
    local_times: &'static str,
    /// The rules of the places that parallel sessions take.
    grid: String,
    /// The title of the window: it has to make sense alone.
    title: String,
    description: String,
    address: Option<&'a str>,
    /// An absolute link to a picture of it.
    image: Option<String>,
    breadcrumbs: Vec<Link>,
    event: Option<EventView>,
    /// What a long page holds, as one finds it: the id and the title of each section.
    sections: Vec<(&'static str, String)>,
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
    /// The date in words, where no day is known.
    date_text: String,
    hours: Option<Hours>,
    place: String,
    actions: Vec<Link>,
    calendar: Option<CalendarFile>,
    /// Calendars on the web that take the event from a link.
    calendars: Vec<Link>,
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

/// The hours of the first and last day.
struct Hours {
    start: Time,
    end: Option<Time>,
    /// Whether it is the end of the event: one day has no last day beside it.
    is_end: bool,
    /// `New York time`.
    zone: String,
}

impl EventView {
    /// The sections that are there, in the order of the page.
    fn sections(&self, body: bool) -> Vec<(&'static str, String)> {
        let calls = if let [only] = self.calls.as_slice() { only.title.as_str() } else { "Calls" };
        let fixed = [
            (!self.facts.is_empty(), "x-facts", "Good to know"),
            (!self.calls.is_empty(), "x-calls", calls),
            (!self.programme.days.is_empty(), "x-programme", "Programme"),
        ];
        let later = [
            (!self.venues.is_empty(), "x-venues", "Venues"),
            (!self.sponsors.is_empty() || !self.levels.is_empty(), "x-sponsors", "Sponsors"),
            (!self.committees.is_empty(), "x-people", "People"),
            (!self.media.is_empty(), "x-media", "Recordings and pictures"),
            (body, "x-body", "The page in full"),
        ];
        let parts = self.parts.iter().map(|group| (true, group.id, group.title));
        fixed
            .into_iter()
            .chain(parts)
            .chain(later)
            .filter(|(there, ..)| *there)
            .map(|(_, id, title)| (id, title.to_owned()))
            .collect()
    }

    /// Whether an instant is known of any time that the page shows.
    fn has_instants(&self) -> bool {
        let hours = self.hours.as_ref().is_some_and(|hours| hours.start.is_instant());
        let dates = self.calls.iter().flat_map(|call| &call.dates).any(|(_, time)| time.is_instant());
        hours || dates || self.programme.has_instants()
    }
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
    settings: &Settings,
) -> Sheet<'a> {
    let page = &document.page;
    let subtitle = page.hero.as_ref().map(|hero| line(&hero.subtitle)).unwrap_or_default();
    let event = document.event.as_ref().map(|event| event_view(event, &subtitle, links, calendar));
    let page_title = if page.title.is_empty() { line(&page.path) } else { line(&page.title) };
    let about = document.event.as_ref().map(|event| line(&event.description)).filter(|about| !about.is_empty());
    Sheet {
        lang: language(document),
        grid: event.as_ref().map(|event| event.programme.rules()).unwrap_or_default(),
        policy: settings.is_untrusted().then(|| {
            let loads = "default-src 'none'; style-src 'unsafe-inline'; img-src http: https:";
            format!("{loads}; script-src '{LOCAL_TIMES_HASH}'; base-uri 'none'; form-action 'none'")
        }),
        script: event.as_ref().is_some_and(EventView::has_instants),
        local_times: LOCAL_TIMES,
        style: include_str!("../../templates/page.css"),
        title: document.event.as_ref().map_or_else(|| page_title.clone(), names::title_alone),
        description: about.unwrap_or(subtitle),
        address: links.page(),
        image: images(document).find_map(|url| links.absolute(url)),
        breadcrumbs: page
            .breadcrumbs
            .iter()
            .map(|step| Link { text: line(&step.label), url: links.href(&step.url) })
            .filter(|step| !step.text.is_empty())
            .collect(),
        sections: event.as_ref().map(|event| event.sections(!body.trim().is_empty())).unwrap_or_default(),
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
    let has_day = event.start.is_some() || !event.dates.is_empty();
    EventView {
        data: schema_org::embedded(event, links),
        kind: event.kind.as_ref().map(|kind| capital(&line(kind.as_str()).replace('-', " "))).unwrap_or_default(),
        name: if name.is_empty() { "Event".to_owned() } else { name },
        lead: if about.is_empty() { subtitle.to_owned() } else { about },
        banner: banner(event),
        runs: runs(event),
        date_text: if has_day { String::new() } else { line(&event.date_text) },
        hours: hours(event).filter(|_| has_day),
        place: place(event),
        actions: if is_off(event) { Vec::new() } else { actions(event, links) },
        calendar: calendar.filter(|_| !is_off(event)),
        calendars: if is_off(event) { Vec::new() } else { calendars(event, links) },
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

/// Pictures of the page: the event's, else that of the layout.
fn images(document: &Document) -> impl Iterator<Item = &str> {
    let event = document.event.as_ref().map(|event| event.image.as_str());
    let hero = document.page.hero.as_ref().map(|hero| hero.image.as_str());
    event.into_iter().chain(hero).filter(|url| !url.is_empty())
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
    let view = |(start, end): (Date, Date)| {
        let (first, dash, last) = dates::range(start, end);
        let last = Time { machine: machine(end, event.end_time), words: last };
        let start = Time { machine: machine(start, event.start_time), words: first };
        (start, dash, (!last.words.is_empty()).then_some(last))
    };
    runs.into_iter().map(view).collect()
}

fn hours(event: &Event) -> Option<Hours> {
    // Of several runs of days each has these hours.
    let date = |date: Option<Date>| date.filter(|_| event.dates.len() < 2);
    let at = |day, time| Time::at(date(day), time, event.time_zone.as_ref());
    Some(Hours {
        start: at(event.start, event.start_time?),
        end: event.end_time.filter(|end| Some(*end) != event.start_time).map(|end| at(event.end.or(event.start), end)),
        is_end: event.dates.len() < 2 && event.start == event.end.or(event.start),
        zone: event.time_zone.as_ref().map(dates::zone).unwrap_or_default(),
    })
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
