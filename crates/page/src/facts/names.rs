//! Names of people, with what stands beside them: where they work, what they do.

mod roles;

use std::borrow::Cow;

use handbill_model::Person;
use handbill_text::Span;

use super::places::{is_proper_name, is_venue_name};
use super::sentences::{is_short, mark_at, plain};
use crate::lexicon::Lexicon;
use roles::{is_local_role, is_role, role, starts_with_label};

/// Words that stand in no person's name: of institutions, of what people do there, and of what sessions are called.
const NO_NAMES: Lexicon = Lexicon::new(&[
    "university", "library", "libraries", "museum", "museums", "institute", "college", "consortium", "archive",
    "archives", "ltd", "inc", "gmbh", "llc", "ag", "kg", "ug", "plc", "corp", "foundation", "centre", "center",
    "school", "national", "society", "association", "department", "group", "groups", "committee", "team", "labs",
    "lab", "academia", "editors", "leaders", "members", "staff", "research", "services", "service", "trust", "press",
    "council", "academy", "gallery", "all", "coordinator", "director", "manager", "librarian", "curator", "professor",
    "head", "officer", "developer", "engineer", "chair", "chairs", "fellow", "specialist", "architect", "consultant",
    "president", "analyst", "researcher", "scientist", "editor", "lecturer", "technologist", "strategist", "archivist",
    "events", "various", "session", "sessions", "community", "conference", "workshop", "workshops", "project",
    "projects", "digital", "system", "systems", "software", "technology", "technologies", "solutions", "partners",
    "works", "company", "agency", "office", "authority", "ministry", "city", "state", "room", "building", "theatre",
    "theater", "auditorium", "campus", "hotel", "introduction", "overview", "welcome", "opening", "closing", "keynote",
    "panel", "talk", "talks", "discussion", "discussions", "report", "reports", "update", "updates", "demo", "demos",
    "break", "lunch", "coffee", "tea", "dinner", "reception", "registration", "track", "meeting", "meetings",
    "working", "lightning", "plenary", "tutorial", "training", "next", "steps", "open", "free", "new", "future",
    "data", "image", "images", "web", "online", "linked", "science", "sciences", "arts", "humanities", "history",
    "tools", "study", "studies", "use", "cases", "technical", "status", "review", "wrap", "questions", "news",
    "support", "programme", "program", "schedule", "theme", "time", "world", "user", "users", "human", "global",
    "public", "general", "special", "annual", "international", "heritage", "cultural", "culture", "media", "books",
    "map", "maps", "text", "texts", "video", "audio", "api", "apis", "the", "our", "your", "we", "how", "what", "why",
    "when", "where", "who", "are", "from", "with",
]);

/// Endings of words that name no person.
const NO_ENDINGS: &[&str] = &["tion", "tions", "sions", "ology", "ities", "ments", "ships", "ility", "ware"];

/// The people that a text lists: `A (X), B and C, Y`. Each with its place in the text.
pub(crate) fn persons(text: &str) -> Vec<(Person, Span)> {
    of_items(text, &items(text).collect::<Vec<_>>())
}

fn of_items(text: &str, items: &[(Span, Group)]) -> Vec<(Person, Span)> {
    let mut found: Vec<(Person, Span)> = Vec::new();
    // How many of the last people still wait for their affiliation.
    let mut waiting = 0;
    let paired = is_paired(text, items);
    let is_job_at = |n: usize| items.get(n).is_some_and(|(item, _)| is_job(trimmed(item.of(text))));
    for (n, (item, group)) in items.iter().copied().enumerate() {
        let part = item.of(text);
        let (name, inside) = parenthesis(part);
        let (role, name) = role(trimmed(name));
        let shared = shared_surname(text, name, items.get(n + 1));
        // `Ann Lee, Director, Quay Hall`: where she works stands behind what she does there.
        let employer = || n > 1 && text[..item.start()].ends_with(", ") && is_job_at(n - 1) && !is_job_at(n + 1);
        // `Ann Lee and Ben Ode, Nordic Tiles`: behind the last of them stands where they work.
        let theirs = || {
            let joint =
                |at: usize| CUTS.iter().any(|(mark, _)| matches!(*mark, " and " | " & ") && text[..at].ends_with(mark));
            let last = items.get(n + 1).is_none_or(|(_, group)| *group == Group::New);
            let before = n.checked_sub(1).and_then(|before| items.get(before));
            last && inside.is_none()
                && waiting > 1
                && text[..item.start()].ends_with(", ")
                && before
                    .is_some_and(|(before, _)| joint(before.start()) && !text[..before.start()].ends_with(", and "))
        };
        let second = paired && group == Group::Same;
        if (is_person(name) || shared.is_some()) && !second && !employer() && !theirs() {
            let at = item.start() + mark_at(part, name).unwrap_or(0);
            let name = with_its_stop(&text[at..item.end()], name);
            let mut person = Person::new(shared.unwrap_or_else(|| plain(name)));
            role.clone_into(&mut person.role);
            // A parenthesis speaks of the name that it stands behind; where one works may follow what one is.
            let affiliation = inside.filter(|inside| !is_role(inside));
            match (affiliation, inside) {
                (Some(place), _) => match place.rsplit_once([',', ';']).filter(|(_, role)| is_role(role)) {
                    Some((place, role)) => {
                        (person.affiliation, person.role) = (plain(place), plain(role.trim()).to_lowercase());
                    }
                    None => person.affiliation = plain(place),
                },
                (None, Some(role)) => person.role = plain(role).to_lowercase(),
                (None, None) => {}
            }
            // `Ann Lee, Ben Ode and Cy Poe (all Port Library)`: it is where everybody works.
            if let Some(place) = ["all ", "both "].iter().find_map(|all| person.affiliation.strip_prefix(all)) {
                person.affiliation = place.trim_start_matches("at ").trim_start_matches("of ").to_owned();
                affiliate(&mut found, waiting, &person.affiliation);
            }
            if affiliation.is_some() {
                waiting = 0;
            } else if group == Group::New
                && waiting > 0
                && found.last().is_some_and(|(person, _)| !person.affiliation.is_empty())
            {
                waiting = 1;
            } else {
                waiting += 1;
            }
            found.push((person, Span::new(at..at + name.len())));
        } else if let (Some((person, _)), true) = (found.last_mut(), is_role(name) || is_local_role(name)) {
            person.role = name.to_lowercase();
        } else if waiting > 0 && !name.is_empty() {
            affiliate(&mut found, waiting, name);
            waiting = 0;
            // `Ann Lee, Port Library (chair)`: what she is stands behind where she works.
            if let (Some((person, _)), Some(role)) = (found.last_mut(), inside.filter(|inside| is_role(inside))) {
                person.role = plain(role).to_lowercase();
            }
        } else if let Some((person, _)) =
            found.last_mut().filter(|(person, _)| !person.affiliation.is_empty() && !name.is_empty())
        {
            person.affiliation.push_str(", ");
            person.affiliation.push_str(&plain(name));
        }
    }
    found
}

/// `Ann L.` with the full stop that belongs to it; `rest` starts with the name.
fn with_its_stop<'a>(rest: &'a str, name: &'a str) -> &'a str {
    let initial = name.rsplit(' ').next().is_some_and(|last| last.len() == 1 && last.starts_with(char::is_uppercase));
    let stopped = rest.get(..=name.len()).filter(|named| initial && named.starts_with(name) && named.ends_with('.'));
    stopped.unwrap_or(name)
}

/// Whether a list is of pairs: `Ann Lee, Te Papa; Ben Ode, Port Library` names people and where they work, each in turn.
fn is_paired(text: &str, items: &[(Span, Group)]) -> bool {
    let pairs = items.chunks_exact(2);
    items.len() > 2
        && pairs.remainder().is_empty()
        && pairs.into_iter().all(|pair| {
            let between = &text[pair[0].0.end()..pair[1].0.start()];
            pair[0].1 == Group::New && pair[1].1 == Group::Same && between.trim() == ","
        })
}

fn affiliate(found: &mut [(Person, Span)], waiting: usize, affiliation: &str) {
    let from = found.len().saturating_sub(waiting);
    for (person, _) in &mut found[from..] {
        person.affiliation = plain(affiliation);
    }
}

/// What people are at the place where they work.
const JOBS: Lexicon = Lexicon::new(&[
    "coordinator", "director", "manager", "librarian", "curator", "professor", "head", "officer", "developer",
    "engineer", "specialist", "architect", "consultant", "president", "analyst", "researcher", "scientist", "lecturer",
    "technologist", "strategist", "archivist", "ceo", "cto",
]);

/// Whether a text is what somebody is by profession: `Director`, `Head of Maps`.
fn is_job(text: &str) -> bool {
    is_short(text, 5) && JOBS.is_in(text)
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Group {
    Same,
    New,
}

/// What stands between the items of a list of people, a longer mark before the one that it starts with.
const CUTS: &[(&str, Group)] = &[
    (" and ", Group::Same),
    (" with ", Group::Same),
    (" y ", Group::Same),
    (" e ", Group::Same),
    (" et ", Group::Same),
    (" und ", Group::Same),
    (" & ", Group::Same),
    (" / ", Group::Same),
    (", and ", Group::Same),
    (", ", Group::Same),
    ("; ", Group::New),
    ("\n", Group::New),
    (" - ", Group::Same),
    (" – ", Group::Same),
];

/// The items of a list of people, cut at commas, `and`, slashes and semicolons outside parentheses.
fn items(text: &str) -> impl Iterator<Item = (Span, Group)> {
    let (mut start, mut depth, mut at, mut group) = (0, 0_usize, 0, Some(Group::New));
    let cut = move || {
        let own = group?;
        while let Some(byte) = text.as_bytes().get(at) {
            match byte {
                b'(' | b'[' => depth += 1,
                b')' | b']' => depth = depth.saturating_sub(1),
                // `Chair: Ann Lee. Panelists: Ben Ode`: a label starts a list of its own.
                b'.' if depth == 0 && text[at + 1..].strip_prefix(' ').is_some_and(starts_with_label) => {
                    let item = Span::new(start..at);
                    at += ". ".len();
                    (start, group) = (at, Some(Group::New));
                    return Some((item, own));
                }
                b' ' | b',' | b';' | b'\n' if depth == 0 => {
                    let rest = &text[at..];
                    // The second character tells most words from what cuts.
                    let near = |mark: &str| mark.len() == 1 || mark.as_bytes().get(1) == rest.as_bytes().get(1);
                    let cut = CUTS.iter().copied().find(|(mark, _)| near(mark) && rest.starts_with(mark));
                    // `Town State and University Library` is one name: an `and` goes on with a person or ends nothing.
                    let cut = cut.filter(|(mark, _)| {
                        !matches!(*mark, " and " | " & " | " with " | " y " | " e " | " et " | " und ")
                            || starts_with_person(&rest[mark.len()..])
                    });
                    if let Some((mark, next)) = cut {
                        let item = Span::new(start..at);
                        at += mark.len();
                        (start, group) = (at, Some(next));
                        return Some((item, own));
                    }
                }
                _ => {}
            }
            at += 1;
        }
        group = None;
        Some((Span::new(start..text.len()), own))
    };
    std::iter::from_fn(cut).filter(|(span, _)| !span.of(text).trim().is_empty())
}

fn starts_with_person(text: &str) -> bool {
    const MARKS: &[&str] = &[", ", "; ", " and ", " (", " - ", " – ", "\n", " / "];
    if !text.trim_start().starts_with(char::is_uppercase) {
        return false;
    }
    // More words than this are no name: how the text goes on behind them does not matter.
    let far = text.match_indices(char::is_whitespace).nth(12).map_or(text.len(), |(at, _)| at);
    let end = MARKS.iter().filter_map(|mark| mark_at(&text[..far], mark)).min().unwrap_or(far);
    is_person(text[..end].trim_end_matches(['.', ',', ';']))
}

fn parenthesis(text: &str) -> (&str, Option<&str>) {
    let Some(open) = memchr::memchr(b'(', text.as_bytes()) else { return (text, None) };
    match text.rfind(')') {
        Some(close) if open < close && is_nickname(text, open, close) => (text, None),
        Some(close) if open < close && open > 0 => (&text[..open], Some(text[open + 1..close].trim())),
        None if open > 0 => (&text[..open], Some(text[open + 1..].trim())),
        Some(_) | None => (text, None),
    }
}

/// Whether a parenthesis is part of a name: `Adelheid (Ada) Birk`.
fn is_nickname(text: &str, open: usize, close: usize) -> bool {
    let capital = |word: &str| word.starts_with(char::is_uppercase) && !word.contains([' ', '(', ')']);
    let behind = text[close + 1..].strip_prefix(' ').unwrap_or("");
    capital(text[..open].trim()) && capital(&text[open + 1..close]) && capital(behind.trim_end())
}

/// The people of a text that is about nobody and nothing else: a person first, then people and where they work.
pub(crate) fn only_people(text: &str) -> Vec<(Person, Span)> {
    let mut ahead = items(text);
    // Words behind a parenthesis go on with a sentence.
    let ends = |item: &Span| {
        item.of(text).trim_end_matches(['.', ' ', ',']).rsplit_once(')').is_none_or(|(_, rest)| rest.is_empty())
    };
    let is_one = |item: &Span, next: Option<&(Span, Group)>| {
        let (name, _) = parenthesis(item.of(text));
        let name = role(trimmed(name)).1;
        is_person(name) || shared_surname(text, name, next).is_some()
    };
    let is_theirs = |item: &Span| {
        let (name, _) = parenthesis(item.of(text));
        let name = trimmed(name);
        is_role(name)
            || is_proper_name(name) && name.split_whitespace().count() <= 12
            || NO_NAMES.is_in(name) && !name.contains('?')
    };
    let building = |item: &Span| is_venue_name(trimmed(parenthesis(item.of(text)).0));
    // Most texts start with no person, and are read no further.
    let (Some(first), second) = (ahead.next(), ahead.next()) else { return Vec::new() };
    if !is_one(&first.0, second.as_ref()) || building(&first.0) || !ends(&first.0) {
        return Vec::new();
    }
    let items: Vec<(Span, Group)> = [first].into_iter().chain(second).chain(ahead).collect();
    let mut others = items.iter().enumerate().skip(1);
    let others = others.all(|(n, (item, _))| (is_one(item, items.get(n + 1)) || is_theirs(item)) && ends(item));
    if others && text.split_whitespace().count() <= 60 { of_items(text, &items) } else { Vec::new() }
}

/// The name of Ann in `Ann and Ben Lee`.
fn shared_surname(text: &str, first: &str, next: Option<&(Span, Group)>) -> Option<String> {
    let (next, _) =
        next.filter(|(next, _)| text[..next.start()].ends_with(" and ") || text[..next.start()].ends_with(" & "))?;
    let (other, _) = parenthesis(next.of(text));
    let (_, surname) = trimmed(other).split_once(' ').filter(|_| is_person(trimmed(other)))?;
    let alone = !first.contains(' ') && is_person(&format!("{first} {surname}"));
    alone.then(|| format!("{first} {surname}"))
}

fn trimmed(name: &str) -> &str {
    name.trim().trim_matches([',', ';', ':', '.', '*', '_']).trim()
}

/// Whether a word has the ending of one that names no person, or has the stem of an institution's in another language.
fn is_institution(text: &str) -> bool {
    // Letters beyond ASCII are made small in ways of their own.
    let small = if text.is_ascii() { Cow::Borrowed(text) } else { Cow::Owned(text.to_lowercase()) };
    let same = |part: &[u8], known: &str| part.eq_ignore_ascii_case(known.as_bytes());
    let ends = |word: &[u8]| {
        NO_ENDINGS.iter().any(|end| word.len() >= end.len() && same(&word[word.len() - end.len()..], end))
    };
    let starts = |rest: &[u8]| {
        let has = |stem: &str| rest.len() >= stem.len() && same(&rest[..stem.len()], stem);
        match rest[0].to_ascii_lowercase() {
            b'a' => has("archiv") || has("akadem"),
            b'b' => has("biblio"),
            b'h' => has("hochschule"),
            b'i' => has("institut"),
            b'm' => has("museum") || has("museo") || has("museu") || has("musée"),
            b'u' => has("universit") || has("universid"),
            _ => false,
        }
    };
    small.split_whitespace().any(|word| ends(word.as_bytes()))
        || (0..small.len()).any(|at| starts(&small.as_bytes()[at..]))
}

/// Words of names that are written small.
const PARTICLES: &[&str] =
    &["de", "van", "von", "der", "den", "la", "le", "da", "di", "del", "al", "bin", "dos", "ter", "zu", "y"];

/// Whether a text looks like a person's name: two to five words, all capitalised but for particles, none that no name has.
pub(crate) fn is_person(text: &str) -> bool {
    if !text.trim_start().starts_with(char::is_uppercase) || !is_short(text, 5) {
        return false;
    }
    let mut words = text.split_whitespace();
    let named = |word: &str| {
        let bare = word.trim_start_matches(['(', '"', '“', '\'']);
        bare.starts_with(char::is_uppercase)
            && !bare.contains(|c: char| c.is_ascii_digit())
            && !(bare.len() > 3 && bare.chars().all(|c| c.is_uppercase() || !c.is_alphabetic()))
    };
    let (mut count, mut last) = (0, "");
    let all = words.all(|word| {
        (count, last) = (count + 1, word);
        named(word) || PARTICLES.contains(&word)
    });
    all && count >= 2
        && last.starts_with(char::is_uppercase)
        && !text.bytes().any(|byte| matches!(byte, b':' | b'?' | b'!' | b'@' | b'/' | b'&' | b'+'))
        && !NO_NAMES.is_in(text)
        && !is_institution(text)
}
