//! UIDs (RFC 5545 §3.8.4.7) that survive edits.
//!
//! A UID is `<event>[/<what>]@<site>`: the event's `id`, or `uid` of the front matter; the host of the site, `handbill` where it
//! is not known. `<what>` is made of the thing itself, never of its place in a list:
//!
//! | thing | what |
//! | --- | --- |
//! | the event | nothing; its first day, `2031-03-04`, for each of several runs of days |
//! | a session with an anchor that its author chose | `session/<anchor>` |
//! | any other session | `<day>/<hash of start, title, track and room>` |
//! | a part | `part/<hash of its name>` |
//! | a deadline | `call/<kind>`, its label after it for a further date; `registration`, with what it is for |
//!
//! Things equal in all of this are told apart by counting.

use std::collections::BTreeMap;

use handbill_model::{Date, Document, Session};

use crate::links::{self, Links};

/// Gives out UIDs for one calendar, none twice.
#[derive(Debug, Default)]
pub(crate) struct Identities {
    given: BTreeMap<String, usize>,
}

/// The two halves that all UIDs of a page share.
#[derive(Clone, Debug)]
pub(crate) struct Names {
    event: String,
    site: String,
}

impl Names {
    /// The names of the page's event.
    pub(crate) fn new(document: &Document, links: &Links) -> Self {
        let chosen = document.page.front_matter.get("uid").and_then(|uid| uid.as_str()).unwrap_or_default();
        let id = document.event.as_ref().map_or("", |event| event.id.as_str());
        let name = [chosen, id, &document.page.path].into_iter().find(|name| !name.is_empty()).unwrap_or("event");
        Self {
            event: plain(name.trim_start_matches('/')),
            site: links.page().and_then(links::host).unwrap_or("handbill").to_owned(),
        }
    }
}

impl Identities {
    /// The UID of `what` of an event; of the event itself where `what` is empty.
    pub(crate) fn give(&mut self, names: &Names, what: &str) -> String {
        let slash = if what.is_empty() { "" } else { "/" };
        let name = format!("{}{slash}{}", names.event, plain(what));
        // The numbered form of one name could be another's own: both are counted.
        let mut uid = name.clone();
        loop {
            let count = self.given.entry(uid.clone()).or_default();
            *count += 1;
            if *count == 1 {
                return format!("{uid}@{}", names.site);
            }
            uid = format!("{name}~{count}");
        }
    }
}

/// What a session is, whatever stands around it.
pub(crate) fn session(day: Date, session: &Session) -> String {
    if !session.id.is_empty() && !is_generated(&session.id, &session.title) {
        return format!("session/{}", session.id);
    }
    let start = session.start.map(|time| time.to_string()).unwrap_or_default();
    format!("{day}/{}", hash(&[&start, &session.title, &session.track, &session.room]))
}

/// 64 bits of these words as hexadecimal digits (FNV-1a): the same on every machine and in every version.
pub(crate) fn hash(words: &[&str]) -> String {
    let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
    for word in words {
        // A byte that is in no text keeps `ab`, `c` and `a`, `bc` apart.
        for byte in word.bytes().chain([0xff]) {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3);
        }
    }
    format!("{hash:016x}")
}

/// Whether an anchor is what kramdown makes of the title, perhaps with the number that it adds to a repeated one:
/// that number is a position.
fn is_generated(anchor: &str, title: &str) -> bool {
    let letters = |text: &str| -> String { text.to_lowercase().chars().filter(|c| c.is_alphanumeric()).collect() };
    let (anchor, title) = (letters(anchor), letters(title));
    anchor.strip_prefix(&title).is_some_and(|rest| rest.bytes().all(|b| b.is_ascii_digit()))
        || anchor.strip_prefix("section").is_some_and(|rest| rest.bytes().all(|b| b.is_ascii_digit()))
}

/// Letters, digits and `/-._~`; a longer name or any other character as a hash, so that a UID stays short and plain.
fn plain(name: &str) -> String {
    let is_plain = |b: u8| b.is_ascii_alphanumeric() || b"/-._~:@".contains(&b);
    if name.len() <= 120 && name.bytes().all(is_plain) {
        return name.to_owned();
    }
    let kept: String = name.chars().filter(|c| c.is_ascii() && is_plain(*c as u8)).take(60).collect();
    format!("{kept}~{}", hash(&[name]))
}

#[cfg(test)]
mod tests {
    use handbill_model::{Page, Role, SCHEMA_VERSION};

    use super::*;
    use crate::Settings;

    fn names() -> Names {
        let document = Document::new(SCHEMA_VERSION, Page::new("lund.md", Role::Event));
        Names::new(&document, &Links::new(&document, &Settings::default()))
    }

    #[test]
    fn equal_things_are_counted_and_never_meet_another() {
        let mut identities = Identities::default();
        let mut give = |what: &str| identities.give(&names(), what);
        assert_eq!(give("a"), "lund.md/a@handbill");
        assert_eq!(give("a~2"), "lund.md/a~2@handbill");
        let third = give("a");
        let fourth = give("a");
        assert!(third != fourth && third != "lund.md/a~2@handbill", "{third} {fourth}");
    }

    #[test]
    fn an_anchor_of_the_author_outlives_title_and_hour() {
        let day: Date = "2031-03-04".parse().expect("a date");
        let mut talk = Session::new("Welcome to Lund");
        "opening".clone_into(&mut talk.id);
        let before = session(day, &talk);
        "Welcome back to Lund".clone_into(&mut talk.title);
        talk.start = "09:00".parse().ok();
        assert_eq!(session(day, &talk), before);
    }

    #[test]
    fn a_numbered_anchor_is_a_position_and_does_not_count() {
        let day: Date = "2031-03-04".parse().expect("a date");
        let mut talk = Session::new("Lightning talks");
        "lightning-talks".clone_into(&mut talk.id);
        let first = session(day, &talk);
        "lightning-talks-1".clone_into(&mut talk.id);
        assert_eq!(session(day, &talk), first);
    }
}
