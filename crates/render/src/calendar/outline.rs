//! Descriptions: an event, a session, a call as plain text that reads well in a calendar.

use handbill_model::{Call, Day, Event, Part, Person, Session};

use crate::links::{Links, without_password};
use crate::note;
use crate::prose::facts::{Fact, Item, facts, languages};
use crate::prose::{calls, capital, dates, in_order, line, names, person};

/// Sessions of a programme beyond which a description tells only how many a day has.
const MANY: usize = 60;

/// The event: what it is, its facts, its calls, the outline of its programme, where to read more.
pub(crate) fn event(event: &Event, links: &Links) -> String {
    let hours = names::hours(event);
    let date = if hours.is_empty() { String::new() } else { format!("{}, {hours}", names::when(event)) };
    paragraphs([
        names::status(event).map(|status| format!("{status}.")).unwrap_or_default(),
        line(&event.description),
        date,
        facts(event, links).iter().map(fact).collect::<Vec<_>>().join("\n"),
        event.calls.iter().map(|item| call(item, links)).collect::<Vec<_>>().join("\n"),
        parts(&event.parts),
        programme(&event.programme.days),
        join(event, links),
        links.page().unwrap_or_default().to_owned(),
    ])
}

/// A session: who speaks, what it is about, the talks in it.
pub(crate) fn session(session: &Session, links: &Links) -> String {
    let mut lines = Vec::new();
    if !session.speakers.is_empty() {
        lines.push(people(&session.speakers));
    }
    let mut talks = Vec::new();
    outline_talks(&session.sessions, 0, &mut talks);
    for (label, value) in [("Track", line(&session.track)), ("Language", languages(&session.languages))] {
        if !value.is_empty() {
            lines.push(format!("{label}: {value}"));
        }
    }
    let media: Vec<String> = session.media.iter().filter_map(|medium| links.absolute(&medium.url)).collect();
    paragraphs([
        lines.join("\n"),
        line(&session.summary),
        talks.join("\n"),
        line(&session.note),
        media.join("\n"),
        links.absolute(&session.url).unwrap_or_default(),
    ])
}

/// `Call for proposals: open until 3 February 2020 <https://...>`.
fn call(call: &Call, links: &Links) -> String {
    let words = [calls::state(call), line(&call.email)].into_iter().filter(|part| !part.is_empty());
    let words = words.collect::<Vec<_>>().join(", ");
    let url = [&call.url, &call.page].into_iter().find_map(|url| links.absolute(url));
    let colon = if words.is_empty() && url.is_none() { "" } else { ": " };
    let blank = if words.is_empty() || url.is_none() { "" } else { " " };
    format!("{}{colon}{words}{blank}{}", calls::title(call), url.map(|url| format!("<{url}>")).unwrap_or_default())
}

/// `Label: words <https://...>; more words`.
fn fact(fact: &Fact) -> String {
    let words = |item: &Item| match item.url.as_deref().filter(|url| url.contains("://") && *url != item.text) {
        Some(url) => format!("{} <{url}>", item.text),
        None => item.text.clone(),
    };
    format!("{}: {}", fact.label, fact.items.iter().map(words).collect::<Vec<_>>().join("; "))
}

fn join(event: &Event, links: &Links) -> String {
    let Some(url) = event.online.as_ref().and_then(|online| links.absolute(&online.url)) else {
        return String::new();
    };
    format!("Join: {}", without_password(&url))
}

fn parts(parts: &[Part]) -> String {
    let words = |part: &Part| {
        let when = part.start.map(|start| dates::days(start, part.end.unwrap_or(start))).unwrap_or_default();
        let hours = part.start_time.map(|start| dates::times(start, part.end_time)).unwrap_or_default();
        let facts = [when, hours, line(&part.location)].into_iter().filter(|fact| !fact.is_empty());
        let facts = facts.collect::<Vec<_>>().join(", ");
        if facts.is_empty() { line(&part.name) } else { format!("{}: {facts}", line(&part.name)) }
    };
    parts.iter().map(words).collect::<Vec<_>>().join("\n")
}

fn programme(days: &[Day]) -> String {
    let many = days.iter().map(|day| day.sessions.len()).sum::<usize>() > MANY;
    let days = in_order(days).into_iter().filter(|day| !day.sessions.is_empty()).map(|day| {
        let title = day.date.map_or_else(|| line(&day.label), dates::weekday);
        if many {
            return format!("{title}: {} sessions", day.sessions.len());
        }
        let sessions: Vec<String> = day.sessions.iter().map(outline_session).collect();
        let title = if title.is_empty() { "Programme".to_owned() } else { title };
        format!("{title}\n{}", sessions.join("\n"))
    });
    days.collect::<Vec<_>>().join(if many { "\n" } else { "\n\n" })
}

/// `- 09:00–09:15 Welcome (Plenary, Main hall)`.
fn outline_session(session: &Session) -> String {
    let at = match session.start {
        Some(start) => format!("{} ", dates::times(start, session.end)),
        None if session.period.is_empty() => String::new(),
        None => format!("{}: ", capital(&line(&session.period))),
    };
    let title = line(&session.title);
    let place = [line(&session.track), line(&session.room)].into_iter();
    let place: Vec<String> = place.filter(|part| !part.is_empty() && !crate::prose::holds(&title, part)).collect();
    let place = if place.is_empty() { String::new() } else { format!(" ({})", place.join(", ")) };
    let zone = session.time_zone.as_ref().map(|zone| format!(", {}", dates::zone(zone))).unwrap_or_default();
    format!("- {at}{title}{place}{zone}")
}

/// The talks inside a slot, as deep as they go within reason.
fn outline_talks(talks: &[Session], depth: usize, lines: &mut Vec<String>) {
    if depth == note::DEEPEST {
        return;
    }
    for talk in talks.iter().filter(|talk| talk.start.is_none()) {
        let people = if talk.speakers.is_empty() { String::new() } else { format!(" – {}", people(&talk.speakers)) };
        lines.push(format!("{}- {}{people}", "  ".repeat(depth), line(&talk.title)));
        outline_talks(&talk.sessions, depth + 1, lines);
    }
}

/// `A. Writer (Town Library), B. Reader`.
fn people(people: &[Person]) -> String {
    people.iter().map(person).collect::<Vec<_>>().join(", ")
}

/// Paragraphs with an empty line between them, without those that say nothing.
fn paragraphs<const N: usize>(paragraphs: [String; N]) -> String {
    let kept: Vec<String> = paragraphs.into_iter().filter(|paragraph| !paragraph.is_empty()).collect();
    kept.join("\n\n")
}
