//! Whether it costs nothing to come.

use handbill_model::{Cost, SourceKind};

use super::next_price;
use crate::facts::ledger::Cite;
use crate::facts::sentences::{find, has_any, is_short, plain};
use crate::facts::title::EVENT_WORDS;
use crate::facts::view::{Sentence, View};

/// Words that say that it costs nothing.
pub(super) const FREE: &[&str] = &[
    "is free", "are free", "free and open", "free to attend", "free of charge", "free of any charge", "no cost",
    "no charge", "no fee", "free event", "attendance is free", "free registration", "free admission", "free!",
    "free for all", "free for everyone", "free entry", "free entrance", "kostenlos", "kostenfrei", "eintritt frei",
    "est gratuit", "est gratuite", "gratuita", "gratuito", "at no cost", "no registration fee", "costs nothing",
    "provided for free", "offered for free",
];

/// `Registration: free, but compulsory`.
pub(super) fn free_registration(view: &View<'_>, found: &mut Cost) -> Option<(String, Cite)> {
    let mut told = view.labelled(&[
        "registration", "register", "tickets", "ticket", "participation", "attendance", "anmeldung", "teilnahme",
        "inscription", "inscripción", "inscrição", "inscrições", "iscrizione",
    ]);
    let fact = told.find(|fact| starts_free(&fact.value.text) && next_price(&fact.value.text, 0).is_none())?;
    found.free = Some(true);
    Some((plain(&fact.value.text), Cite::whole(&fact.value, SourceKind::Label)))
}

pub(super) fn is_free(text: &str) -> bool {
    has_any(text, FREE)
}

/// Whether a sentence says so, or one under a heading on registration says that there is no fee.
pub(super) fn is_told_free(view: &View<'_>, sentence: Sentence<'_>) -> bool {
    let headed = || {
        view.is_titled(view.outline.blocks[sentence.block].section, &["registration", "register", "cost", "costs"])
            && sentence.has(&["there is no fee", "there are no fees", "there is no charge", "no registration fee"])
    };
    told_free(sentence) || headed() || is_free_alone(sentence.text()) || is_without_fee(sentence)
}

/// `Registration: Free, but required`: free to all, and not to some.
pub(super) fn is_labelled_free(text: &str) -> bool {
    let Some((label, said)) = text.split_once(": ") else { return false };
    is_short(label, 2)
        && has_any(label, &["registration", "register", "tickets", "admission", "entry"])
        && starts_free(said)
}

/// `Free, but required`: `Free for members` is not so to all.
fn starts_free(said: &str) -> bool {
    let mut words = said.split([' ', ',', ';', '.', '(']).filter(|word| !word.is_empty());
    let free = |word: &str| {
        let known = ["free", "gratis", "gratuit", "gratuite", "gratuita", "gratuitas", "kostenlos", "kostenfrei"];
        known.iter().any(|known| known.eq_ignore_ascii_case(word))
    };
    words.next().is_some_and(free) && words.next() != Some("for")
}

/// `There is no fee.`, and no more.
fn is_without_fee(sentence: Sentence<'_>) -> bool {
    const NONE: &[&str] =
        &["there is no fee", "there are no fees", "there is no charge", "no fee", "no fees", "no charge"];
    is_short(sentence.text(), 4)
        && sentence.find(NONE).is_some_and(|none| none.start() == 0 && none.len() + 1 >= sentence.text().len())
}

/// `Free, on Zoom.`
fn is_free_alone(text: &str) -> bool {
    const BESIDE: &[&str] = &[
        "on", "via", "and", "open", "to", "all", "online", "everyone", "zoom", "event", "of", "charge", "but",
        "registration", "required", "entry", "admission",
    ];
    let mut words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let is = |word: &str| BESIDE.iter().any(|known| known.eq_ignore_ascii_case(word));
    words.next().is_some_and(|first| first == "Free") && is_short(text, 8) && words.all(is)
}

/// Whether a sentence says that the event itself is free.
fn told_free(sentence: Sentence<'_>) -> bool {
    let about = [
        "event", "events", "meeting", "attend", "attendance", "registration", "conference", "workshop", "showcase",
        "webinar", "admission", "attendees", "participate", "participation", "training", "seminar", "symposium",
        "summit", "hackathon", "tutorial", "school", "meetup", "webinars", "workshops", "seminars", "course",
        "courses", "open to", "taking part", "entrance", "entry", "teilnahme", "eintritt", "veranstaltung",
        "inscription", "entrada", "evento", "actividad",
    ];
    (sentence.has(FREE) && sentence.has(&about) || free_event(sentence.text()))
        && !sentence.has(&["software", "feel free", "wifi", "wi-fi", "museum is free", "members"])
        && !sentence.has(GIVEN)
        && !is_at_liberty(sentence.text())
}

/// `Organisers are free to set their own dates`: what one may do, and not what it costs.
fn is_at_liberty(text: &str) -> bool {
    const COME: &[&str] = &[
        "attend", "join", "participate", "register", "enter", "come", "take", "watch", "visit", "access", "view",
        "all", "everyone", "everybody", "anyone", "the", "any", "members", "students", "participants", "attendees",
    ];
    find(text, "free to").is_some_and(|free| {
        let next = text[free.end()..].split(|c: char| !c.is_alphabetic()).find(|word| !word.is_empty());
        next.is_some_and(|word| word.starts_with(char::is_lowercase) && !COME.contains(&word))
    })
}

/// What is free to some for what they do, or to those who have paid.
const GIVEN: &[&str] = &[
    "in exchange", "in return", "invited speaker", "invited speakers", "financial support", "waiver", "waived",
    "volunteer", "volunteers", "registered attendees", "registered participants", "accepted", "one free", "two free",
    "three free", "receive a free", "receive free", "get a free", "complimentary",
];

/// `a series of free online events`, `a day-long free event`, `our free online training`.
fn free_event(text: &str) -> bool {
    // What is free and online may also be a text.
    const OTHER: &[&str] = &["online", "call", "day", "days", "session"];
    let Some(free) = find(text, "free") else { return false };
    text[free.end()..].split_whitespace().take(2).any(|word| {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
        EVENT_WORDS.contains(&word.as_str()) && !OTHER.contains(&word.as_str())
    })
}
