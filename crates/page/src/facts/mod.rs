//! From what a page says to what it means: the event, each fact with the place that it was read from.
//!
//! Readers look at a [`View`] and say what they find as [`Cited`](ledger::Cited) values; [`settle`] puts them into the
//! document. What is ambiguous is no fact: a wrong fact costs its reader more than a missing one.

mod address;
mod banner;
mod calls;
mod committees;
mod contradiction;
mod cost;
mod hosts;
pub(crate) mod keys;
mod kind;
mod labels;
mod languages;
mod ledger;
mod logistics;
mod media;
mod milestones;
mod named;
mod names;
mod parts;
mod people;
mod place;
mod places;
mod postal;
mod presenters;
mod programme;
mod prose;
mod registration;
mod role;
mod sentences;
mod shortcodes;
mod sponsors;
mod stated;
mod title;
mod venues;
mod view;
mod when;
mod words;
mod zone;

use handbill_model::{DateRange, Event, EventStatus, Evidence, Pointer, Role, SourceKind};

pub use contradiction::Contradiction;
use ledger::{Cite, Cited, Ledger};
pub(crate) use prose::Prose;
pub(crate) use sentences::mark_at;
pub(crate) use view::View;
pub use when::Told;

/// What was understood of a page.
pub(crate) struct Settled {
    pub(crate) role: Role,
    pub(crate) event: Option<Event>,
    pub(crate) evidence: Evidence,
    pub(crate) contradiction: Option<Contradiction>,
}

/// Reads the event of a page.
pub(crate) fn settle(view: &View<'_>) -> Settled {
    let when = view.when();
    let role = role::role(view, when.is_some());
    if role == Role::None {
        return Settled { role, event: None, evidence: Evidence::new(), contradiction: None };
    }
    let mut ledger = Ledger::default();
    let at = Pointer::root().key("event");
    let mut event = Event::new(id(view.path), "");
    ledger.cite(at.key("id"), &Cite::new(handbill_text::Span::at(0), SourceKind::Path).noted("made of the path"));
    let location = place::location(view);
    let name = name(view, &role).map(|name| match &location {
        Some(location) => title::without_town(name, &location.value, view.source),
        None => name,
    });
    if let Some(name) = &name {
        ledger.put(&mut event.name, at.key("name"), name);
        if let Some(kind) = kind::kind(view, name) {
            ledger.put(&mut event.kind, at.key("kind"), &kind.map(Some));
        }
    }
    let times = when.and_then(|_| when::times(view, &role));
    let zone = zone::zone(view, times.as_ref());
    settle_when(view, when, times, &mut event, &mut ledger, &at);
    if let Some(zone) = zone {
        ledger.put(&mut event.time_zone, at.key("time_zone"), &zone.map(Some));
    }
    let mut days = programme::days(view);
    let status = role::status(view);
    if role != Role::Listing {
        let moved =
            status.as_ref().filter(|status| status.value == EventStatus::MovedOnline).map(|status| &status.cite);
        settle_place(view, (location.as_ref(), moved), &days, &mut event, &mut ledger, &at);
    }
    if let Some(status) = status {
        ledger.put(&mut event.status, at.key("status"), &status.map(Some));
    }
    if let Some(website) = stated::website(view) {
        ledger.put(&mut event.url, at.key("url"), &website);
    }
    if let Some(image) = stated::image(view) {
        ledger.put(&mut event.image, at.key("image"), &image);
    }
    if let Some(description) = role::description(view) {
        ledger.put(&mut event.description, at.key("description"), &description);
    }
    each(hosts::hosts(view), &mut event.hosts, &mut ledger, &at.key("hosts"));
    each(languages::languages(view), &mut event.languages, &mut ledger, &at.key("languages"));
    event.logistics = logistics::logistics(view, &role, &mut ledger, &at.key("logistics"));
    each(people::contacts(view, &role), &mut event.contacts, &mut ledger, &at.key("contacts"));
    event.calls = calls::calls(view, &mut ledger, &at.key("calls"));
    each(sponsors::sponsors(view), &mut event.sponsors, &mut ledger, &at.key("sponsors"));
    each(sponsors::levels(view), &mut event.sponsor_levels, &mut ledger, &at.key("sponsor_levels"));
    let mut people = committees::committees(view);
    people.extend(presenters::presenters(view, &days, &people));
    let members = people.iter().flat_map(|(committee, _)| &committee.value.members);
    programme::name_speakers(view, &mut days, members.map(|person| person.name.as_str()));
    for (committee, cites) in people {
        let here = at.key("committees").index(event.committees.len());
        ledger.cite(here.key("name"), &committee.cite);
        for (index, (member, cite)) in committee.value.members.iter().zip(&cites).enumerate() {
            ledger.leaves(&here.key("members").index(index), member, cite);
        }
        event.committees.push(committee.value);
    }
    event.programme = programme::programme(days, &mut ledger, &at.key("programme"));
    each(parts::parts(view, &role), &mut event.parts, &mut ledger, &at.key("parts"));
    each(media::media(view), &mut event.media, &mut ledger, &at.key("media"));
    let contradiction = contradiction::contradiction(view);
    Settled { role, event: Some(event), evidence: ledger.evidence(view.source, view.lines), contradiction }
}

/// The event's name: what the title says of it; on a page whose title tells only what the page is, what the page names.
fn name(view: &View<'_>, role: &Role) -> Option<Cited<String>> {
    let title = view.title.as_ref()?;
    let own = title.name.clone().filter(|name| *role != Role::Call || !calls::is_of_work(&name.value));
    let generic = own.as_ref().is_some_and(|name| view::is_generic(&name.value));
    let beside = generic || *role != Role::Event && (own.is_none() || (*role == Role::Call && title.role.is_empty()));
    let named = beside.then(|| named::abbreviated(view)).flatten();
    let own_name = own.as_ref().filter(|name| !title::is_of_page(&name.value));
    let headed = || (*role != Role::Event && own_name.is_none()).then(|| title::of_heading(view)).flatten();
    let sentence = || if own.is_none() && *role == Role::Call { named::told(view) } else { None };
    let told = || (*role != Role::Event).then(|| title::of_description(view)).flatten();
    let bannered = || generic.then(|| title::of_banner(view)).flatten();
    let named = named.or_else(headed).or_else(bannered).or_else(sentence);
    named.or(own).or_else(|| title::of_breadcrumbs(view)).or_else(told)
}

fn settle_when(
    view: &View<'_>,
    when: Option<&when::When>,
    times: Option<when::Times>,
    event: &mut Event,
    ledger: &mut Ledger,
    at: &Pointer,
) {
    let Some(when) = when else {
        if let Some(vague) = view.title.as_ref().and_then(|title| title.vague.clone()) {
            ledger.put(&mut event.date_text, at.key("date_text"), &vague);
        }
        return;
    };
    let end_cite = when.end_cite.as_ref().unwrap_or(&when.cite);
    event.start = Some(when.start());
    ledger.cite(at.key("start"), &when.cite);
    event.end = Some(when.end());
    ledger.cite(at.key("end"), end_cite);
    if !when.is_one_run() {
        for (start, end) in &when.runs {
            let run = DateRange::new(*start, *end);
            ledger.leaves(&at.key("dates").index(event.dates.len()), &run, &when.cite);
            event.dates.push(run);
        }
    }
    if let Some(times) = times {
        ledger.put(&mut event.start_time, at.key("start_time"), &times.start.map(Some));
        if let Some(end) = times.end {
            ledger.put(&mut event.end_time, at.key("end_time"), &end.map(Some));
        }
    }
}

fn settle_place(
    view: &View<'_>,
    (location, moved): (Option<&Cited<String>>, Option<&Cite>),
    days: &[programme::DayDraft],
    event: &mut Event,
    ledger: &mut Ledger,
    at: &Pointer,
) {
    if let Some(location) = location {
        ledger.put(&mut event.location, at.key("location"), location);
    }
    if let Some(attendance) = place::attendance(view, location, moved) {
        ledger.put(&mut event.attendance, at.key("attendance"), &attendance.map(Some));
    }
    if event.attendance.as_ref().is_some_and(|attendance| *attendance != handbill_model::Attendance::InPerson)
        && let Some((online, cites)) = place::online(view)
    {
        cites.iter().for_each(|(key, cite)| ledger.cite(at.key("online").key(key), cite));
        event.online = Some(online);
    }
    let mut venues = venues::venues(view);
    for venue in programme::venues(days) {
        venues::add(&mut venues, venue);
    }
    each(venues, &mut event.venues, ledger, &at.key("venues"));
}

/// Puts every fact of a list into its place, all of it read at one place.
fn each<T: serde::Serialize>(facts: Vec<Cited<T>>, into: &mut Vec<T>, ledger: &mut Ledger, at: &Pointer) {
    for fact in facts {
        ledger.leaves(&at.index(into.len()), &fact.value, &fact.cite);
        into.push(fact.value);
    }
}

/// The page's path without the name of an index file, without its ending, and without steps that lead out of the site.
fn id(path: &str) -> String {
    let stem = path.rsplit_once('.').map_or(path, |(stem, ending)| if ending.contains('/') { path } else { stem });
    let stem = stem.strip_suffix("/index").unwrap_or(stem);
    stem.split(['/', '\\']).filter(|part| !matches!(*part, "" | "." | "..")).collect::<Vec<_>>().join("/")
}
