//! Where the event takes place: town, buildings, online or not.

use handbill_frontmatter::{Data, Value};
use handbill_model::{Attendance, Online, SourceKind};
use handbill_text::Span;

use super::ledger::{Cite, Cited};
use super::places::{is_place_name, is_venue_name};
use super::sentences::{find, has_any, plain};
use super::view::{Sentence, View};

/// Labels of the place.
pub(crate) const LOCATION_LABELS: &[&str] = &[
    "location", "locations", "where", "place", "venue", "venues", "venue/location", "city", "event location",
    "conference location", "venue and location",
];

const LOCATION_KEYS: &[&str] = &["location", "city", "place", "where"];

/// What says that an event takes place online.
const ONLINE: &[&str] =
    &["online", "virtual", "virtually", "via zoom", "on zoom", "over zoom", "using zoom", "webinar", "remote"];

/// Platforms of online events.
const PLATFORMS: &[&str] = &[
    "Zoom", "Microsoft Teams", "Google Meet", "Hopin", "Gather", "BigBlueButton", "Jitsi", "Webex", "Discord", "Whova",
];

/// Town and country or state.
pub(crate) fn location(view: &View<'_>) -> Option<Cited<String>> {
    from_front_matter(view)
        .or_else(|| view.title.as_ref().and_then(|title| title.location.clone()))
        .or_else(|| from_prose(view))
        .or_else(|| from_label(view))
}

fn from_front_matter(view: &View<'_>) -> Option<Cited<String>> {
    let root = &view.front_matter.root;
    let value = LOCATION_KEYS.iter().find_map(|key| root.get(key))?;
    location_of(value)
        .filter(|text| !text.is_empty() && !is_online_word(text))
        .map(|text| Cited::new(text, Cite::front_matter(value)))
}

/// A place written as text, as a map of its parts, or as a list.
fn location_of(value: &Value) -> Option<String> {
    match &value.data {
        Data::Text(text) => Some(plain(text)),
        Data::List(items) => Some(items.iter().filter_map(location_of).collect::<Vec<_>>().join(", ")),
        Data::Map(map) => {
            if let Some(name) = map.get("name").and_then(location_of) {
                return Some(name);
            }
            let parts = ["city", "town", "state", "region", "country"]
                .iter()
                .filter_map(|key| map.get(key).and_then(location_of));
            Some(parts.collect::<Vec<_>>().join(", "))
        }
        Data::Null | Data::Bool(_) | Data::Int(_) | Data::Float(_) | Data::Date(_) => None,
    }
}

fn is_online_word(text: &str) -> bool {
    has_any(text, ONLINE) && text.split_whitespace().count() <= 3
}

/// `will be held in Washington, DC`, `takes place from .. at .. in Leeds, United Kingdom`.
fn from_prose(view: &View<'_>) -> Option<Cited<String>> {
    view.opening()
        .filter(|sentence| {
            sentence.has(&[
                "held", "take place", "takes place", "hosted", "taking place", "located", "meeting in",
                "conference in", "showcase in", "workshop in",
            ])
        })
        .find_map(in_sentence)
}

fn in_sentence(sentence: Sentence<'_>) -> Option<Cited<String>> {
    let text = sentence.text();
    let mut from = 0;
    while let Some(word) = find(&text[from..], "in") {
        let after = from + word.end();
        from = after;
        let rest = text[after..].trim_start();
        let start = text.len() - rest.len();
        let len = place_length(rest, &|at| {
            sentence.passage.phrases().dates.iter().any(|date| date.span.start() == sentence.span.start() + start + at)
        });
        let name = rest[..len].trim_end_matches([' ', ',', '.', ';']);
        let is_date = has_any(
            name,
            &[
                "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
                "november", "december", "english", "spring", "summer", "autumn", "fall", "winter",
            ],
        );
        if name.len() > 2 && is_place_name(name) && !is_date && !has_any(name, super::title::EVENT_WORDS) {
            let span = Span::new(sentence.span.start() + start..sentence.span.start() + start + name.len());
            return Some(Cited::new(plain(name), Cite::part(sentence.passage, span, SourceKind::Prose)));
        }
    }
    None
}

/// How far a run of capitalised words, joined by commas, reaches; `stops` says where a date starts.
fn place_length(text: &str, stops: &dyn Fn(usize) -> bool) -> usize {
    let mut reached = 0;
    let mut at = 0;
    for word in text.split_inclusive(' ') {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        let lead = word.len() - word.trim_start_matches(|c: char| !c.is_alphanumeric()).len();
        if stops(at + lead) {
            break;
        }
        let capital = bare.starts_with(char::is_uppercase);
        let small = matches!(bare, "the" | "of" | "de" | "la" | "le" | "and");
        if !(capital || (small && bare != "and")) {
            break;
        }
        at += word.len();
        if capital {
            reached = at;
        }
        if word.trim_end().ends_with(['.', ';', ')', ':', '!', '?']) {
            break;
        }
    }
    reached
}

fn from_label(view: &View<'_>) -> Option<Cited<String>> {
    let fact = view.labelled(LOCATION_LABELS).find(|fact| !fact.value.is_empty())?;
    let text = plain(&fact.value.text);
    let short = text.split_whitespace().count() <= 10
        && is_place_name(&text)
        && !is_venue_name(text.split(',').next().unwrap_or(""));
    (short && !is_online_word(&text)).then(|| Cited::new(text, Cite::whole(&fact.value, SourceKind::Label)))
}

/// How one attends: online where name, place or a sentence at the top say so.
pub(crate) fn attendance(view: &View<'_>, location: Option<&Cited<String>>) -> Option<Cited<Attendance>> {
    if let Some(value) = view.front_matter.root.get("location").or_else(|| view.front_matter.root.get("online"))
        && (value.as_bool() == Some(true) || value.written().is_some_and(is_online_word))
    {
        return Some(Cited::new(Attendance::Online, Cite::front_matter(value)));
    }
    let hybrid = view.opening().find(|sentence| {
        sentence.has(&["hybrid", "both in person and online", "in-person and online", "in person and online"])
    });
    if let Some(sentence) = hybrid {
        return Some(Cited::new(Attendance::Hybrid, Cite::part(sentence.passage, sentence.span, SourceKind::Prose)));
    }
    if let Some(title) = view.title.as_ref().filter(|title| has_any(&title.text.value, ONLINE)) {
        return Some(Cited::new(Attendance::Online, title.text.cite.clone()));
    }
    if let Some(fact) = view.labelled(LOCATION_LABELS).find(|fact| has_any(&fact.value.text, ONLINE)) {
        return Some(Cited::new(Attendance::Online, Cite::whole(&fact.value, SourceKind::Label)));
    }
    if let Some(location) = location {
        return Some(Cited::new(Attendance::InPerson, location.cite.clone().noted("follows from the stated place")));
    }
    let told = view.sentences().find(|sentence| {
        let takes_place = sentence.has(&["held", "take place", "takes place", "taking place", "event", "events"]);
        let platform = PLATFORMS.iter().any(|name| find(sentence.text(), &name.to_lowercase()).is_some());
        let online = sentence.has(&["online", "virtual", "virtually"])
            || (platform && sentence.has(&["via", "using", "on", "over"]));
        takes_place
            && online
            && !sentence.has(&[
                "previous", "last year", "recordings", "recording", "register", "registration", "available online",
                "published online",
            ])
    });
    told.map(|sentence| Cited::new(Attendance::Online, Cite::part(sentence.passage, sentence.span, SourceKind::Prose)))
}

/// The platform of an online event.
pub(crate) fn online(view: &View<'_>) -> Option<Cited<Online>> {
    view.sentences().find_map(|sentence| {
        let platform = PLATFORMS.iter().find(|name| find(sentence.text(), &name.to_lowercase()).is_some())?;
        if !sentence.has(&["held", "using", "via", "on", "over", "takes place", "link"]) {
            return None;
        }
        let mut online = Online::default();
        (*platform).clone_into(&mut online.platform);
        let span = find(sentence.text(), &platform.to_lowercase())?.shift(sentence.span.start());
        Some(Cited::new(online, Cite::part(sentence.passage, span, SourceKind::Prose)))
    })
}
