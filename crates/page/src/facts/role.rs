//! What a page is to an event, what kind of event it is, and whether it takes place.

use handbill_frontmatter::Value;
use handbill_model::{EventKind, EventStatus, Role, SourceKind};

use super::ledger::{Cite, Cited};
use super::sentences::has_any;
use super::title::EVENT_WORDS;
use super::view::View;
use crate::outline::{Block, BlockKind};

const CALL: &[&str] =
    &["call for", "cfp", "sponsorship", "sponsor", "scholarship", "scholarships", "bursary", "travel grants", "call"];
const SCHEDULE: &[&str] =
    &["schedule", "programme", "program", "agenda", "day 1", "day 2", "day 3", "day 4", "day 5", "timetable"];
const TRAVEL: &[&str] =
    &["travel", "hotel", "hotels", "accommodation", "directions", "getting there", "venue", "travel information"];
const LISTING: &[&str] = &["past events", "upcoming events", "all events", "events", "event archive", "calendar"];

/// What the page is: from its title first, then from what is on it.
pub(crate) fn role(view: &View<'_>, dated: bool) -> Role {
    if let Some(switch) = view.front_matter.root.get("handbill").and_then(Value::as_bool) {
        return if switch { Role::Event } else { Role::None };
    }
    let title = view.title.as_ref();
    let text = title.map_or("", |title| title.text.value.as_str());
    let role = title.map_or("", |title| title.role.as_str());
    let told = if role.is_empty() { text } else { role };
    if has_any(told, CALL) {
        return Role::Call;
    }
    if has_any(told, SCHEDULE) || names_a_day(view) {
        return Role::Schedule;
    }
    if has_any(told, TRAVEL) {
        return Role::Travel;
    }
    let in_events = view.path.split('/').any(|part| {
        matches!(
            part,
            "event" | "events" | "_events" | "conference" | "conferences" | "meetings" | "meetups" | "workshops"
        )
    });
    let named = has_any(text, EVENT_WORDS);
    if has_any(text, LISTING) && !dated {
        return Role::Listing;
    }
    // A page on one thing that belongs to an event tells of that event, and announces none.
    if has_any(told, &["tour", "tours", "restaurants", "faq", "photos", "press"]) && in_events {
        return Role::Other("other".to_owned());
    }
    let logistics = view
        .sections(&["logistics", "registration", "agenda", "schedule", "programme", "program", "venue"])
        .next()
        .is_some()
        || view.labelled(super::when::DATE_LABELS).next().is_some();
    match (dated, named || logistics, in_events) {
        (true, true, _) => Role::Event,
        (true, false, true) => Role::Event,
        (false, true, true) if named && logistics => Role::Event,
        (_, _, true) => Role::Other("other".to_owned()),
        (_, _, false) => Role::None,
    }
}

/// A title that starts with a day is a page of that day: `Thursday 24th, Main Building`.
fn names_a_day(view: &View<'_>) -> bool {
    let Some(title) = &view.title else { return false };
    title.date.as_ref().is_some_and(|(date, cite)| {
        let start = title.text.cite.span.start();
        date.is_one_day() && cite.span.start() <= start + 1 && date.first().weekday.is_some()
    })
}

/// Kinds by the words of names, the more telling first.
const KINDS: &[(&[&str], EventKind)] = &[
    (&["hackathon", "hack day"], EventKind::Hackathon),
    (&["online meeting", "virtual meeting"], EventKind::OnlineMeeting),
    (&["working meeting", "working group meeting", "working groups meeting"], EventKind::WorkingMeeting),
    (&["conference", "congress", "summit"], EventKind::Conference),
    (&["symposium", "colloquium"], EventKind::Symposium),
    (&["workshop", "workshops", "tutorial"], EventKind::Workshop),
    (&["showcase"], EventKind::Showcase),
    (&["webinar"], EventKind::Webinar),
    (&["training", "course", "school", "bootcamp"], EventKind::Training),
    (&["meetup", "meet-up"], EventKind::Meetup),
    (&["meeting", "meetings", "assembly"], EventKind::Meeting),
    (&["tour", "tours"], EventKind::Tour),
];

/// The kind that the event's name says.
pub(crate) fn kind(name: &Cited<String>) -> Option<Cited<EventKind>> {
    let (_, kind) = KINDS.iter().find(|(words, _)| has_any(&name.value, words))?;
    Some(Cited::new(kind.clone(), name.cite.clone()))
}

const STATUSES: &[(&[&str], EventStatus)] = &[
    (
        &[
            "has been cancelled", "is cancelled", "have been cancelled", "been canceled", "is canceled",
            "was cancelled", "cancelled due",
        ],
        EventStatus::Cancelled,
    ),
    (
        &[
            "has been postponed", "is postponed", "have postponed", "been postponed", "postponing", "was postponed",
            "decided to postpone", "postponed until", "postponed to",
        ],
        EventStatus::Postponed,
    ),
    (&["has been rescheduled", "been rescheduled", "rescheduled to", "rescheduled for"], EventStatus::Rescheduled),
    (
        &[
            "moved online", "will now be held online", "will now take place online", "move online",
            "be held online instead",
        ],
        EventStatus::MovedOnline,
    ),
];

/// Whether it takes place: an explicit key, else a sentence near the top, the title or a heading.
pub(crate) fn status(view: &View<'_>) -> Option<Cited<EventStatus>> {
    if let Some(value) = view.front_matter.root.get("status")
        && let Some(word) = value.written()
        && EventStatus::WORDS.contains(&word.to_lowercase().as_str())
    {
        return Some(Cited::new(EventStatus::from(word.to_lowercase().as_str()), Cite::front_matter(value)));
    }
    let title = view.title.as_ref().filter(|title| has_any(&title.text.value, &["cancelled", "canceled", "postponed"]));
    if let Some(title) = title {
        let status =
            if has_any(&title.text.value, &["postponed"]) { EventStatus::Postponed } else { EventStatus::Cancelled };
        return Some(Cited::new(status, title.text.cite.clone()));
    }
    view.opening().find_map(|sentence| {
        let subject = sentence
            .has(&["event", "conference", "meeting", "workshop", "showcase", "we", "webinar", "symposium", "week"]);
        let other = sentence.has(&["session", "tour", "reception", "dinner", "if the", "in case", "refund"]);
        let (words, status) = STATUSES.iter().find_map(|(words, status)| Some((sentence.find(words)?, status)))?;
        (subject && !other).then(|| {
            Cited::new(
                status.clone(),
                Cite::part(sentence.passage, words.shift(sentence.span.start()), SourceKind::Prose),
            )
        })
    })
}

/// The first paragraph of more than a few words: what the event is.
pub(crate) fn description(view: &View<'_>) -> Option<Cited<String>> {
    for key in ["description", "summary", "excerpt", "abstract"] {
        if let Some(value) = view.front_matter.root.get(key)
            && let Some(text) = value.written().filter(|text| !text.trim().is_empty())
        {
            return Some(Cited::new(super::sentences::plain(text), Cite::front_matter(value)));
        }
    }
    // An alert or a call at the top tells what one should do now, not what the event is.
    let other = |block: &Block| {
        has_any(&block.class, &["alert", "notice", "banner", "warning"])
            || has_any(&block.passage.text, &["call for", "now open", "register now"])
    };
    let paragraphs =
        view.outline.blocks.iter().filter(|block| block.kind == BlockKind::Paragraph && block.parent.is_none());
    let block =
        paragraphs.filter(|block| !other(block)).find(|block| block.passage.text.split_whitespace().count() >= 12)?;
    Some(Cited::new(super::sentences::plain(&block.passage.text), Cite::whole(&block.passage, SourceKind::Prose)))
}
