//! Names of people with where they work, committees, contacts.

use handbill_model::{Committee, Contact, Person, SourceKind};
use handbill_text::Span;

use super::ledger::{Cite, Cited};
use super::sentences::{has_any, plain};
use super::view::View;
use crate::outline::BlockKind;
use crate::passage::Passage;

/// Words of institutions: a name with one of these is no person.
const INSTITUTIONS: &[&str] = &[
    "university", "library", "libraries", "museum", "museums", "institute", "college", "consortium", "archive",
    "archives", "ltd", "inc", "gmbh", "llc", "foundation", "centre", "center", "school", "national", "society",
    "association", "department", "group", "committee", "team", "labs", "editors", "leaders", "members", "staff",
    "research", "services", "trust", "press", "council", "academy", "gallery", "all", "coordinator", "director",
    "manager", "librarian", "curator", "professor", "head", "officer", "developer", "engineer", "chair", "chairs",
    "co-chairs", "fellow", "lead", "specialist", "architect", "consultant", "president", "analyst", "researcher",
    "scientist", "editor", "lecturer", "technologist", "strategist", "archivist", "events", "various", "session",
    "community", "conference", "workshop", "project", "digital",
];

/// Parts of words of institutions in other languages.
const STEMS: &[&str] = &["biblio", "universit", "universid", "archiv", "museum", "institut", "akadem", "hochschule"];

/// The people that a text lists: `A (X), B and C, Y`. Each with its place in the text.
pub(crate) fn persons(text: &str) -> Vec<(Person, Span)> {
    let mut found: Vec<(Person, Span)> = Vec::new();
    // How many of the last people still wait for their affiliation.
    let mut waiting = 0;
    for (item, group) in items(text) {
        let part = item.of(text);
        let (name, inside) = parenthesis(part);
        let name = name.trim().trim_end_matches([',', ';', ':', '.']).trim();
        let (role, name) = role(name);
        if is_person(name) {
            let at = item.start() + part.find(name).unwrap_or(0);
            let mut person = Person::new(plain(name));
            role.clone_into(&mut person.role);
            if let Some(inside) = inside {
                person.affiliation = plain(inside);
                affiliate(&mut found, waiting, inside);
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
        } else if waiting > 0 && !name.is_empty() {
            affiliate(&mut found, waiting, name);
            waiting = 0;
        } else if let Some((person, _)) =
            found.last_mut().filter(|(person, _)| !person.affiliation.is_empty() && !name.is_empty())
        {
            person.affiliation = format!("{}, {}", person.affiliation, plain(name));
        }
    }
    found
}

fn affiliate(found: &mut [(Person, Span)], waiting: usize, affiliation: &str) {
    let from = found.len().saturating_sub(waiting);
    for (person, _) in &mut found[from..] {
        person.affiliation = plain(affiliation);
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Group {
    Same,
    New,
}

/// The items of a list of people, cut at commas, `and`, slashes and semicolons outside parentheses.
fn items(text: &str) -> Vec<(Span, Group)> {
    let mut found = Vec::new();
    let (mut start, mut depth, mut at, mut group) = (0, 0_usize, 0, Group::New);
    while at < text.len() {
        let rest = &text[at..];
        let c = rest.chars().next().unwrap_or(' ');
        match c {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            _ => {}
        }
        let cut = [
            (" and ", Group::Same),
            (" & ", Group::Same),
            (" / ", Group::Same),
            (", and ", Group::Same),
            (", ", Group::Same),
            ("; ", Group::New),
            ("\n", Group::New),
            (" - ", Group::Same),
            (" – ", Group::Same),
        ]
        .into_iter()
        .filter(|(mark, _)| depth == 0 && rest.starts_with(mark))
        .max_by_key(|(mark, _)| mark.len());
        // `Town State and University Library` is one name: an `and` goes on with a person or ends nothing.
        let cut = cut.filter(|(mark, _)| !matches!(*mark, " and " | " & ") || starts_with_person(&rest[mark.len()..]));
        if let Some((mark, next)) = cut {
            found.push((Span::new(start..at), group));
            at += mark.len();
            start = at;
            group = next;
        } else {
            at += c.len_utf8();
        }
    }
    found.push((Span::new(start..text.len()), group));
    found.retain(|(span, _)| !span.of(text).trim().is_empty());
    found
}

fn starts_with_person(text: &str) -> bool {
    let end = [", ", "; ", " and ", " (", " - ", " – ", "\n", " / "]
        .into_iter()
        .filter_map(|mark| text.find(mark))
        .min()
        .unwrap_or(text.len());
    is_person(text[..end].trim_end_matches(['.', ',', ';']))
}

fn parenthesis(text: &str) -> (&str, Option<&str>) {
    match (text.find('('), text.rfind(')')) {
        (Some(open), Some(close)) if open < close && open > 0 => (&text[..open], Some(text[open + 1..close].trim())),
        (Some(open), None) if open > 0 => (&text[..open], Some(text[open + 1..].trim())),
        (Some(_) | None, _) => (text, None),
    }
}

/// `Chair: Ann Lee`, `Moderator Ann Lee`.
fn role(name: &str) -> (&str, &str) {
    for word in [
        "Chair:", "Moderator:", "Moderated by", "Chaired by", "Speaker:", "Speakers:", "Presenter:", "Presenters:",
        "Host:", "Facilitator:", "Led by", "Presented by",
    ] {
        if let Some(rest) = name.strip_prefix(word) {
            let role = if word.starts_with("Chair") {
                "chair"
            } else if word.starts_with("Moderat") {
                "moderator"
            } else {
                ""
            };
            return (role, rest.trim());
        }
    }
    ("", name)
}

/// Whether a text looks like a person's name: two to five words, all capitalised but for particles, none of an institution.
pub(crate) fn is_person(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    let particle = |word: &str| {
        matches!(
            word,
            "de" | "van"
                | "von"
                | "der"
                | "den"
                | "la"
                | "le"
                | "da"
                | "di"
                | "del"
                | "al"
                | "bin"
                | "dos"
                | "ter"
                | "zu"
                | "y"
        )
    };
    let named = |word: &str| {
        let bare = word.trim_start_matches(['(', '"', '“', '\'']);
        bare.starts_with(char::is_uppercase)
            && !bare.contains(|c: char| c.is_ascii_digit())
            && !(bare.len() > 3 && bare.chars().all(|c| c.is_uppercase() || !c.is_alphabetic()))
    };
    (2..=5).contains(&words.len())
        && words.iter().all(|word| named(word) || particle(word))
        && words[0].starts_with(char::is_uppercase)
        && words.last().is_some_and(|last| last.starts_with(char::is_uppercase))
        && !has_any(text, INSTITUTIONS)
        && !STEMS.iter().any(|stem| text.to_lowercase().contains(stem))
        && !text.contains([':', '?', '!', '@', '/', '&', '+'])
}

/// Groups of people who organise: lists under headings that say so.
pub(crate) fn committees(view: &View<'_>) -> Vec<(Cited<Committee>, Vec<Cite>)> {
    let mut found = Vec::new();
    let sections = view.sections(&[
        "committee", "committees", "program committee", "programme committee", "organizers", "organisers",
        "organizing team", "organising team", "organizing committee", "reviewers", "chairs",
    ]);
    for section in sections {
        let Some(heading) = view.outline.heading(section) else { continue };
        let mut committee = Committee::new(plain(heading.passage.text.trim_end_matches(':')));
        let mut cites = Vec::new();
        for (_, block) in view.outline.own(section).filter(|(_, block)| matches!(block.kind, BlockKind::Item { .. })) {
            for (person, span) in persons(&block.passage.text).into_iter().take(1) {
                committee.members.push(person);
                cites.push(Cite::part(&block.passage, span, SourceKind::List));
            }
        }
        if !committee.members.is_empty() {
            found.push((Cited::new(committee, Cite::whole(&heading.passage, SourceKind::Heading)), cites));
        }
    }
    found
}

/// Whom to ask: addresses that the page publishes, also written `name [at] host`.
pub(crate) fn contacts(view: &View<'_>) -> Vec<Cited<Contact>> {
    let mut found: Vec<Cited<Contact>> = Vec::new();
    let mut push = |email: &str, cite: Cite| {
        if !found.iter().any(|known| known.value.email.eq_ignore_ascii_case(email)) {
            found.push(Cited::new(Contact::new(email), cite));
        }
    };
    for (_, passage) in view.outline.passages() {
        for link in passage.links.iter().filter(|link| link.url.starts_with("mailto:")) {
            let address = link.url.trim_start_matches("mailto:").split('?').next().unwrap_or("").trim();
            if address.contains('@') {
                let at = if link.span.is_empty() {
                    Cite::new(link.source, SourceKind::Link)
                } else {
                    Cite::part(passage, link.span, SourceKind::Prose)
                };
                push(address, at);
            }
        }
        if let Some((address, span)) = spelled_out(passage) {
            push(&address, Cite::part(passage, span, SourceKind::Prose));
        }
    }
    found
}

/// `name [at] host.org`, `name (at) host.org`.
fn spelled_out(passage: &Passage) -> Option<(String, Span)> {
    let text = &passage.text;
    let mark = ["[at]", "(at)", "{at}"].into_iter().find_map(|mark| Some((text.find(mark)?, mark.len())))?;
    let before = text[..mark.0].trim_end();
    let start = before.rfind(|c: char| c.is_whitespace()).map_or(0, |at| at + 1);
    let after = text[mark.0 + mark.1..].trim_start();
    let host = after.split(|c: char| c.is_whitespace() || c == ',').next()?.trim_end_matches('.');
    let end = text.len() - after.len() + host.len();
    (host.contains('.') && !before[start..].is_empty())
        .then(|| (format!("{}@{host}", &before[start..]), Span::new(start..end)))
}
