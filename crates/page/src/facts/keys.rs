//! What the keys of a front matter say of an event, whichever theme or community they come from: one table.

mod table;
mod unknown;

use std::borrow::Cow;

use handbill_frontmatter::{Data, Mapping, Value};

use super::milestones::{Stage, stage};
use super::sentences::has_any;
use crate::lexicon::slot;
use table::KINDS;
pub(crate) use table::{Key, TABLE};
pub use unknown::Closed;

/// Maps inside a front matter that hold keys of an event, too, in the order in which they are believed: the author's
/// word to handbill, then the front matter itself, then what themes call their own.
const NESTED: &[&str] = &[
    "event", "extra", "params", "meta", "conference", "eventinfo", "eventdetails", "eventdata", "meetup", "workshop",
    // `dates: {start: ..., end: ...}`.
    "dates", "date", "when", "time", "importantdates",
];

/// Maps that hold the keys of a call for proposals; a day or a URL alone is its last day or where one answers.
const CALLS: &[&str] = &[
    "cfp", "callforpapers", "callforproposals", "callforparticipation", "callforspeakers", "callfortalks", "call",
    "submission", "submissions",
];

/// Dated steps: `important_dates: [{name: Paper submission, date: 2031-03-04}]`.
const STEPS: &[&str] = &["deadlines", "importantdates", "keydates", "timeline"];

/// Maps that hold the keys of the registration.
const REGISTRATIONS: &[&str] = &["registration", "tickets", "application", "applications"];

/// Keys of the last day in a map of a call or of the registration.
const LAST: &[&str] = &[
    "close", "closes", "closesat", "closeson", "closedate", "closingdate", "end", "ends", "enddate", "deadline", "due",
    "duedate", "until", "to",
];

/// Lists of links, as themes draw them as buttons.
const LINKS: &[&str] = &["links", "buttons", "button", "actions", "cta"];

/// What a link to the call for proposals is called.
const TO_SUBMIT: &[&str] = &[
    "submit a talk", "submit your talk", "abstract submission", "paper submission", "submit a proposal",
    "submit a paper", "submit an abstract", "propose a talk", "cfp", "call for papers", "call for proposals",
    "call for speakers", "call for talks",
];

/// What a link to the registration is called.
const TO_REGISTER: &[&str] =
    &["register", "registration", "sign up", "ticket", "tickets", "rsvp", "anmeldung", "inscription", "inscripción"];

/// The map of that name, in its plain form.
fn inside<'a>(map: &'a Mapping, name: &str) -> Option<&'a Mapping> {
    inside_key(map, name)?.as_map()
}

/// The value of that name, in its plain form.
fn inside_key<'a>(map: &'a Mapping, name: &str) -> Option<&'a Value> {
    map.entries.iter().find(|entry| is_named(&entry.key, name)).map(|entry| &entry.value)
}

/// Whether a key has this name in its plain form.
fn is_named(key: &str, name: &str) -> bool {
    // Nearly all differ in the first letter.
    let first = key.as_bytes().first().filter(|byte| byte.is_ascii_alphanumeric());
    if first.is_some_and(|first| name.as_bytes().first() != Some(&first.to_ascii_lowercase())) {
        return false;
    }
    let mut rest = name.chars();
    let mut own = key.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase);
    own.all(|c| rest.next() == Some(c)) && rest.next().is_none()
}

/// The keys of a front matter that say something of the event.
#[derive(Debug, Default)]
pub(crate) struct Keys<'a> {
    /// What is said, how much it is believed (less is more), and the value.
    found: Vec<(Key, (usize, usize), &'a Value)>,
}

impl<'a> Keys<'a> {
    pub(crate) fn new(root: &'a Mapping) -> Self {
        let mut keys = Self::default();
        if let Some(own) = root.get("handbill").and_then(Value::as_map) {
            keys.add(own, 0, true);
        }
        keys.add(root, 1, false);
        for (rank, name) in NESTED.iter().enumerate() {
            let Some(inner) = inside(root, name) else { continue };
            keys.add(inner, 2 + rank, true);
            // `params: {event: {...}}`: Hugo keeps what is the author's own below `params`.
            for deeper in NESTED.iter().filter_map(|name| inside(inner, name)) {
                keys.add(deeper, 2 + rank, true);
            }
        }
        let inner = NESTED.iter().filter_map(|name| inside(root, name));
        for entry in std::iter::once(root).chain(inner).flat_map(|map| &map.entries) {
            let is_one_of = |names: &[&str]| names.iter().any(|name| is_named(&entry.key, name));
            if is_one_of(CALLS) {
                keys.add_call(&entry.value, is_named(&entry.key, CALLS[0]));
            } else if is_one_of(REGISTRATIONS) {
                keys.add_registration(&entry.value);
            } else if is_one_of(STEPS) || is_named(&entry.key, "dates") && entry.value.as_map().is_none() {
                keys.add_steps(&entry.value, is_named(&entry.key, STEPS[0]));
            }
        }
        for links in root.entries.iter().filter(|entry| LINKS.iter().any(|name| is_named(&entry.key, name))) {
            links.value.as_list().iter().filter_map(Value::as_map).for_each(|link| keys.add_link(link));
        }
        keys.found.sort_by_key(|(_, rank, _)| *rank);
        keys
    }

    /// `buttons: [{label: Buy a ticket, link: https://...}]`: what the words of a link say that it leads to.
    fn add_link(&mut self, link: &'a Mapping) {
        let under = |names: &[&str]| names.iter().find_map(|name| inside_key(link, name));
        let words = under(&["label", "text", "name", "title"]).and_then(Value::written);
        let Some((words, url)) = words.zip(under(&["url", "link", "href"])) else { return };
        let key = if has_any(words, TO_SUBMIT) {
            Key::CallUrl
        } else if has_any(words, TO_REGISTER) {
            Key::RegistrationLink
        } else {
            return;
        };
        self.found.push((key, (usize::MAX, usize::MAX), url));
    }

    /// The keys of a map by itself, such as one of `time: [{start, end}]`.
    pub(crate) fn of(map: &'a Mapping) -> Self {
        let mut keys = Self::default();
        keys.add(map, 0, true);
        keys.found.sort_by_key(|(_, rank, _)| *rank);
        keys
    }

    fn add(&mut self, map: &'a Mapping, scope: usize, of_event: bool) {
        for entry in &map.entries {
            let Some((key, rank)) = key(&entry.key).filter(|_| says(&entry.value)) else { continue };
            // Beside a page's own `date`, that of its `event` is the event's.
            let key = if key == Key::Date && of_event { Key::Start } else { key };
            self.found.push((key, (scope, rank), &entry.value));
        }
    }

    /// `cfp: {open, close, link}`; `cfp: 2031-03-04` and `cfp: https://...` where the key `says_what` the value is of.
    fn add_call(&mut self, value: &'a Value, says_what: bool) {
        let Some(map) = value.as_map() else {
            let text = value.written().map(str::trim).filter(|_| says_what);
            if let Some(text) = text.filter(|text| !text.is_empty() && text.split_whitespace().count() <= 4) {
                let key = if text.starts_with("http") { Key::CallUrl } else { Key::CallCloses };
                self.found.push((key, (1, usize::MAX), value));
            }
            return;
        };
        for entry in map.entries.iter().filter(|entry| says(&entry.value)) {
            let key = match plain(&entry.key).as_str() {
                "open" | "opens" | "opensat" | "opendate" | "start" | "starts" | "startdate" | "from" => Key::CallOpens,
                "link" | "url" => Key::CallUrl,
                "notification" | "notifications" | "notificationdate" => Key::CallTold,
                name if LAST.contains(&name) => Key::CallCloses,
                _ => continue,
            };
            self.found.push((key, (1, usize::MAX), &entry.value));
        }
    }

    /// `[{name: Paper submission, date: 2031-03-04}]` and `{papers: 2031-03-04, registration: 2031-04-04}`; all are `last`
    /// days where the key says so.
    fn add_steps(&mut self, steps: &'a Value, last: bool) {
        for step in steps.as_list().iter().filter_map(Value::as_map) {
            let under = |names: &[&str]| names.iter().find_map(|name| inside_key(step, name));
            if let Some((label, day)) = step_label(step).zip(under(&["date", "when", "day", "deadline"])) {
                self.add_step(label, day, last);
            }
        }
        for entry in steps.as_map().into_iter().flat_map(|map| &map.entries) {
            self.add_step(&entry.key.replace(['_', '-'], " "), &entry.value, last);
        }
    }

    fn add_step(&mut self, label: &str, day: &'a Value, last: bool) {
        // `deadlines: [{name: Full papers, date: ...}]`.
        let closes = !last || has_any(label, &["open", "opens", "opening", "start", "starts"]);
        let named = if closes { Cow::Borrowed(label) } else { Cow::Owned(format!("{label} deadline")) };
        let (key, rank) = match stage(&named) {
            // The surest first; a deadline alone may be that of the registration.
            Stage::Deadline(1 | 2) => (Key::CallCloses, 9),
            Stage::Deadline(sure @ 4..=8) => (Key::CallCloses, 8 - usize::from(sure)),
            Stage::Notification => (Key::CallTold, 9),
            Stage::Other if closes_registration(&named) => (Key::RegistrationCloses, 9),
            Stage::Event | Stage::Around | Stage::Deadline(_) | Stage::Opens | Stage::Ready | Stage::Other => return,
        };
        self.found.push((key, (usize::MAX, rank), day));
    }

    /// `registration: {url, closes}`.
    fn add_registration(&mut self, value: &'a Value) {
        let entries = value.as_map().into_iter().flat_map(|map| &map.entries);
        for entry in entries.filter(|entry| says(&entry.value) && LAST.contains(&plain(&entry.key).as_str())) {
            self.found.push((Key::RegistrationCloses, (1, usize::MAX), &entry.value));
        }
    }

    /// The most believed value of a key.
    pub(crate) fn get(&self, key: Key) -> Option<&'a Value> {
        self.all(key).next()
    }

    /// The values of keys that hold one day: when the event or its call starts and ends.
    pub(crate) fn days(&self) -> impl Iterator<Item = &'a Value> + '_ {
        let one_day = |key: &Key| {
            matches!(key, Key::Start | Key::End | Key::Date | Key::CallOpens | Key::CallCloses | Key::CallTold)
        };
        self.found.iter().filter(move |(key, ..)| one_day(key)).map(|(.., value)| *value)
    }

    /// The values of a key, the most believed first.
    pub(crate) fn all(&self, key: Key) -> impl Iterator<Item = &'a Value> + '_ {
        self.found.iter().filter(move |(found, ..)| *found == key).map(|(_, _, value)| *value)
    }
}

fn key(name: &str) -> Option<(Key, usize)> {
    let name = plain(name);
    if !KINDS[slot(&name)] {
        return None;
    }
    TABLE.iter().find_map(|(key, names)| Some((*key, names.iter().position(|known| *known == name)?)))
}

/// A key's name in its plain form: in lower case without marks and blanks.
///
/// ```
/// assert_eq!(handbill_page::keys::plain("Start-Date"), "startdate");
/// ```
#[must_use]
pub fn plain(name: &str) -> String {
    if name.is_ascii() {
        let kept = name.bytes().filter(u8::is_ascii_alphanumeric);
        return kept.map(|byte| char::from(byte.to_ascii_lowercase())).collect();
    }
    name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// What a step is called: `{name: Paper submission, date: 2031-03-04}`.
pub(crate) fn step_label(step: &Mapping) -> Option<&str> {
    const NAMES: &[&str] = &["name", "what", "label", "title", "event", "description"];
    NAMES.iter().find_map(|name| inside_key(step, name)).and_then(Value::written)
}

/// `Registration deadline`: the last day of all that there is.
fn closes_registration(label: &str) -> bool {
    has_any(label, &["registration", "register", "anmeldung", "inscription", "inscripción"])
        && has_any(label, &["deadline", "closes", "close", "closing", "ends", "end", "due"])
        && !has_any(label, &["early", "early bird", "late", "author", "authors", "presenter", "speaker"])
}

/// Whether a value is not empty.
fn says(value: &Value) -> bool {
    match &value.data {
        Data::Null => false,
        Data::Text(text) => !text.trim().is_empty(),
        Data::List(items) => !items.is_empty(),
        Data::Map(map) => !map.is_empty(),
        Data::Bool(_) | Data::Int(_) | Data::Float(_) | Data::Date(_) => true,
    }
}

/// The names of all keys that say something of an event, in their plain form.
pub fn names() -> impl Iterator<Item = &'static str> {
    TABLE.iter().flat_map(|(_, names)| names.iter().copied())
}

/// Whether a front matter has a key of the event's days.
#[must_use]
pub fn names_days(root: &Mapping) -> bool {
    Keys::new(root).found.iter().any(|(key, ..)| matches!(key, Key::Start | Key::End | Key::Dates | Key::Date))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_stands_for_one_key_in_its_plain_form() {
        let mut names: Vec<&str> = TABLE.iter().flat_map(|(_, names)| names.iter().copied()).collect();
        assert!(names.iter().all(|name| plain(name) == *name), "{names:?}");
        let all = names.len();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), all);
    }

    #[test]
    fn the_documents_name_every_key() {
        let text = include_str!("../../../../docs/front-matter.md");
        let shown: Vec<String> = text.split('`').skip(1).step_by(2).map(plain).collect();
        let missing: Vec<&str> = TABLE
            .iter()
            .flat_map(|(_, names)| names.iter().copied())
            .filter(|name| !shown.iter().any(|shown| shown == name))
            .collect();
        assert!(missing.is_empty(), "{missing:?}");
    }
}
