//! Whether one is asked to register at a link, as the words around it tell.

use super::{LINK_WORDS, is_form};
use crate::facts::sentences::{has_any, is_short, mark_at};
use crate::passage::{LinkMark, Passage};

/// `Please send in 300 words through [our system]`: what other sentences beside it say of registration is not of this link.
pub(super) fn is_for_sending_in(passage: &Passage, link: &LinkMark) -> bool {
    const SENT_IN: &[&str] = &[
        "submit", "submitted", "submission", "submissions", "send in", "abstract", "abstracts", "proposal", "proposals",
    ];
    // What stands behind the link in its sentence matters as little as what stands far before it.
    let own = near(&passage.text[..link.span.start()]);
    has_any(own, SENT_IN) && !has_any(own, LINK_WORDS)
}

/// Whether a link says no more than `here`, and the sentence before it that one registers or applies there.
pub(super) fn is_pointed_at(passage: &Passage, link: &LinkMark, applied: bool) -> bool {
    // Links that name nothing of their own, with these words alone beside them, and pages that tell more.
    const HERE: &[&str] = &["here", "link", "form", "formular", "formulaire", "formulario"];
    const BESIDE: &[&str] = &["this", "the", "online", "fill", "in", "out", "following"];
    const PAGES: &[&str] = &["page", "webpage", "website", "site", "portal", "announcement"];
    const OTHERS: &[&str] = &[
        "scholarship", "scholarships", "grant", "grants", "fellowship", "fellowships", "bursary", "bursaries",
        "stipend", "stipends", "volunteer", "speaker", "speakers", "proposals", "paper", "papers", "abstract",
        "abstracts", "poster", "posters", "account", "visa", "slack", "car",
    ];
    const APPLY: &[&str] = &["apply here", "apply now", "apply"];
    let text = passage.text.as_str();
    let called = link.span.of(text).trim();
    let among = |word: &str, words: &[&str]| words.iter().any(|known| known.eq_ignore_ascii_case(word));
    let here = called.split(' ').any(|word| among(word, HERE))
        && called.split(' ').all(|word| among(word, HERE) || among(word, BESIDE));
    let page = || is_short(called, 4) && has_any(called, PAGES);
    // `Apply here` behind a word on something else applies for that.
    if among(called, APPLY) {
        return applied && is_form(&link.url) && !has_any(text, OTHERS);
    }
    if !(here || page()) {
        return false;
    }
    let before = near(&text[..link.span.start()]);
    let asked = has_any(before, LINK_WORDS)
        || has_any(before, &["sign in", "registrations"])
        || applied && has_any(before, &["apply"]) && !has_any(text, OTHERS);
    asked && !is_for_something_else(before) && !has_any(before, OTHERS) && (here || points(before))
}

/// Whether a text ends with what sends its reader to what follows: `please see the`, `Registration:`.
fn points(before: &str) -> bool {
    const POINTERS: &[&str] =
        &["see", "visit", "at", "on", "via", "using", "use", "through", "check", "under", "in", "sur"];
    const GOES: &[&str] = &["go", "head", "refer", "turn"];
    const ARTICLES: &[&str] = &["the", "our", "this", "their", "its", "following"];
    let is = |words: &[&str], word: &str| words.iter().any(|known| known.eq_ignore_ascii_case(word));
    let mut words = before.split_whitespace().rev().skip_while(|word| is(ARTICLES, word));
    match words.next() {
        Some("to") => words.next().is_some_and(|word| is(GOES, word)),
        Some(word) => word.ends_with(':') || is(POINTERS, word),
        None => false,
    }
}

/// Whether a link stands right behind what one is asked to do: `Please RSVP on [Meetup](...)`.
pub(super) fn is_asked_for(passage: &Passage, link: &LinkMark) -> bool {
    const ASKED: &[&str] = &["rsvp", "register", "sign up", "book", "reserve"];
    const JOINTS: &[&str] = &[
        "on", "at", "via", "through", "here", "with", "using", "our", "the", "by", "in", "a", "your", "seat", "place",
        "ticket", "tickets", "up",
    ];
    // The front page of a site is where one has an account.
    let host = mark_at(&link.url, "://").map(|at| at + "://".len());
    let path = host.and_then(|host| link.url[host..].split_once('/'));
    if path.is_none_or(|(_, path)| path.is_empty()) {
        return false;
    }
    let sentence = near(&passage.text[..link.span.start()]);
    // The last word that is no joint is what one is asked to do.
    let mut near = sentence.split_whitespace().rev().take(5);
    let verb = near.find(|word| !JOINTS.contains(&word.trim_end_matches(|c: char| !c.is_alphanumeric())));
    let asked = verb.and_then(|verb| sentence.rfind(verb)).map_or("", |at| &sentence[at..]);
    let starts = |known: &str| {
        asked.get(..known.len()).is_some_and(|start| start.eq_ignore_ascii_case(known))
            && !asked[known.len()..].starts_with(char::is_alphanumeric)
    };
    ASKED.iter().any(|known| starts(known)) && !is_for_something_else(sentence)
}

/// The end of a text from where its last sentence starts.
fn near(text: &str) -> &str {
    let mut start = text.len();
    for (at, c) in text.char_indices().rev().take(NEAR) {
        if matches!(c, '.' | '!' | '?' | '\n') {
            break;
        }
        start = at;
    }
    text[start..].trim_start()
}

/// How far before a link is read what one is asked for, in characters.
const NEAR: usize = 161;

/// `To share a car, please register`: what one is asked to do for anything but to come.
fn is_for_something_else(sentence: &str) -> bool {
    let Some(purpose) = sentence.strip_prefix("To ").or_else(|| sentence.strip_prefix("to ")) else { return false };
    let come = ["attend", "join", "register", "apply", "take", "participate", "come", "book", "reserve", "sign"];
    !purpose.split(" or ").any(|one| come.iter().any(|verb| one.trim_start_matches("to ").starts_with(verb)))
}
