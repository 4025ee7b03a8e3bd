//! Whom to ask.

use std::collections::{BTreeMap, BTreeSet};

use handbill_model::{Contact, Role, SourceKind};
use handbill_text::Span;

use super::ledger::{Cite, Cited};
use super::names::is_person;
use super::sentences::{has_any, mark_at, plain};
use super::view::View;
use crate::passage::Passage;

/// What a page says in front of an address of its own.
const ASKING: &[&str] =
    &["contact", "question", "questions", "get in touch", "write to", "email us", "e-mail us", "let us know", "help"];

/// Whom to ask: addresses that the page publishes, also written `name [at] host`.
pub(crate) fn contacts(view: &View<'_>, role: &Role) -> Vec<Cited<Contact>> {
    // A page of hotels or restaurants publishes their addresses, too.
    let of_others = matches!(role, Role::Travel | Role::Other(_));
    let is_ours = |text: &str| !of_others || has_any(text, ASKING);

    let mut found: Vec<Cited<Contact>> = super::stated::contacts(view);
    let mut known: BTreeSet<String> = found.iter().map(|contact| contact.value.email.to_ascii_lowercase()).collect();
    // `Ann Lee: ann@port.example`.
    let people = view.labels.iter().filter(|fact| is_address(fact.value.text.trim()) && is_person(&fact.label));
    let people: BTreeMap<String, &str> =
        people.map(|fact| (fact.value.text.trim().to_ascii_lowercase(), fact.label.as_str())).collect();
    let mut push = |email: &str, before: &str, cite: Cite| {
        if known.insert(email.to_ascii_lowercase()) {
            let mut contact = Contact::new(email);
            if let Some(name) = people.get(&email.to_ascii_lowercase()).copied().or_else(|| named(before)) {
                contact.name = plain(name);
            }
            found.push(Cited::new(contact, cite));
        }
    };
    // Under `Questions` stands whom to ask.
    let asked = |index: usize| view.is_titled(view.outline.blocks[index].section, ASKING);
    let holding = view.outline.passages().filter(|(_, passage)| !passage.links.is_empty() || has_brackets(passage));
    for (_, passage) in holding.filter(|(index, passage)| is_ours(&passage.text) || asked(*index)) {
        for link in &passage.links {
            // `[chairs@port.example](chairs@port.example)`, or a link to the group that the address is of.
            let written = link.span.of(&passage.text);
            let mailed = link.url.strip_prefix("mailto:").map(|url| url.split('?').next().unwrap_or("").trim());
            let bare = [link.url.as_str(), written].into_iter().find(|text| is_address(text));
            let address = mailed.or(bare).unwrap_or("");
            // `@ropes@social.example` is an account elsewhere.
            let account = passage.text[..link.span.start()].ends_with('@') && !link.span.is_empty();
            if address.contains('@') && !account {
                let at = if link.span.is_empty() {
                    Cite::new(link.source, SourceKind::Link)
                } else {
                    Cite::part(passage, link.span, SourceKind::Prose)
                };
                // `[Ann Lee](mailto:ann@port.example)`.
                let before = if is_person(written) { written } else { &passage.text[..link.span.start()] };
                push(address, before, at);
            }
        }
        if let Some((address, span)) = spelled_out(passage) {
            push(&address, &passage.text[..span.start()], Cite::part(passage, span, SourceKind::Prose));
        }
    }
    found
}

/// How far in front of an address the line with a name starts, in bytes.
const NEAR: usize = 100;

/// Who is asked at an address: `Contact: Ann Lee (`, where the line names nobody else.
fn named(before: &str) -> Option<&str> {
    // A line may have any number of addresses, and each of them is asked for.
    let near = (before.len().saturating_sub(NEAR)..=before.len()).find(|at| before.is_char_boundary(*at))?;
    let line = before[near..].rsplit(['\n', ';']).next()?.trim_end();
    if is_person(line) {
        return Some(line);
    }
    let name = match line.strip_suffix(" at") {
        // `Please contact Ann Lee, Community Officer, at`: what she does stands between.
        Some(front) => {
            let front = front.trim_end_matches(',');
            front.rsplit_once(", ").map_or(front, |(name, _)| name)
        }
        None => line.strip_suffix(['(', '<', ',', '-', '–', '—'])?.trim_end_matches([' ', ',']),
    };
    let name = name.rsplit_once(':').map_or(name, |(_, name)| name).trim_start();
    // `Please write to Ann Lee (`: the capitalised words at its end.
    let named = name.rsplit(' ').take_while(|word| word.starts_with(char::is_uppercase)).map(|word| word.len() + 1);
    let run = &name[name.len().saturating_sub(named.sum::<usize>().saturating_sub(1))..];
    let led = run.len() == name.len()
        || ["to ", "contact ", "from ", "ask ", "are ", "is ", "chair ", "chairs ", "and "]
            .iter()
            .any(|lead| name.strip_suffix(run).is_some_and(|before| before.ends_with(lead)));
    Some(run).filter(|run| led && is_person(run))
}

/// `name@host.org`, and no account `@name@host.org`.
fn is_address(text: &str) -> bool {
    text.split_once('@').is_some_and(|(name, host)| {
        !name.is_empty() && host.contains('.') && !host.contains('@') && !text.contains([' ', '/', '\n'])
    })
}

/// The host at the start of a text and how long it stands there, its dots perhaps written as `[dot]`.
fn host(text: &str) -> (String, usize) {
    const DOTS: &[&str] = &["[dot]", "(dot)", "{dot}"];
    let (mut host, mut at) = (String::new(), 0);
    while let Some(c) = text[at..].chars().next() {
        let behind = text[at..].trim_start_matches(' ');
        if let Some(dot) = DOTS.iter().find(|dot| behind.starts_with(**dot)) {
            let rest = behind[dot.len()..].trim_start_matches(' ');
            host.push('.');
            at = text.len() - rest.len();
        } else if c.is_whitespace() || ",)>]}".contains(c) {
            break;
        } else {
            host.push(c);
            at += c.len_utf8();
        }
    }
    let kept = host.trim_end_matches('.').len();
    at -= host.len() - kept;
    host.truncate(kept);
    (host, at)
}

fn has_brackets(passage: &Passage) -> bool {
    memchr::memchr3(b'[', b'(', b'{', passage.text.as_bytes()).is_some()
}

/// `name [at] host.org`, `name (at) host [dot] org`.
fn spelled_out(passage: &Passage) -> Option<(String, Span)> {
    let text = &passage.text;
    let bracket = |at: usize| text[at + 1..].starts_with("at");
    memchr::memchr3_iter(b'[', b'(', b'{', text.as_bytes()).any(bracket).then_some(())?;
    let mark = ["[at]", "(at)", "{at}"].into_iter().find_map(|mark| Some((mark_at(text, mark)?, mark.len())))?;
    let before = text[..mark.0].trim_end();
    // The whole may stand in brackets of its own.
    let name = before.rsplit(|c: char| c.is_whitespace() || "(<[".contains(c)).next().unwrap_or("");
    let start = before.len() - name.len();
    let after = text[mark.0 + mark.1..].trim_start();
    let (host, length) = host(after);
    let end = text.len() - after.len() + length;
    (host.contains('.') && !before[start..].is_empty())
        .then(|| (format!("{}@{host}", &before[start..]), Span::new(start..end)))
}
