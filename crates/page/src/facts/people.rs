//! Who organises, and whom to ask.

use std::collections::BTreeSet;

use handbill_model::{Committee, Contact, Person, Role, SourceKind};
use handbill_text::Span;

use super::ledger::{Cite, Cited};
use super::names::{only_people, persons};
use super::sentences::{has_any, mark_at, plain};
use super::view::View;
use crate::outline::{Block, BlockKind};
use crate::passage::Passage;

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
        for (_, block) in view.outline.own(section) {
            for (person, cite) in members(block) {
                committee.members.push(person);
                cites.push(cite);
            }
        }
        if !committee.members.is_empty() {
            found.push((Cited::new(committee, Cite::whole(&heading.passage, SourceKind::Heading)), cites));
        }
    }
    found
}

/// The members that a block lists: one an item or row, one a line, or several in a paragraph of nothing else.
fn members(block: &Block) -> Vec<(Person, Cite)> {
    let passage = &block.passage;
    match &block.kind {
        BlockKind::Item { .. } => {
            // `Demos: Ann Lee (Port Library), Ben Ode`: what they care for, and who they are.
            if let Some((front, list)) =
                passage.text.split_once(": ").filter(|(front, _)| front.split(' ').count() <= 3)
            {
                let people = only_people(list);
                if !people.is_empty() {
                    let shifted = people.into_iter().map(|(person, span)| (person, span.shift(front.len() + 2)));
                    return shifted
                        .map(|(person, span)| (person, Cite::part(passage, span, SourceKind::List)))
                        .collect();
                }
            }
            let first = persons(&passage.text).into_iter().next();
            first.map(|(person, span)| (person, Cite::part(passage, span, SourceKind::List))).into_iter().collect()
        }
        BlockKind::Paragraph => {
            let lines: Vec<(Span, Vec<(Person, Span)>)> =
                passage.lines().map(|(span, line)| (span, only_people(line))).collect();
            if lines.iter().any(|(_, people)| people.is_empty()) {
                return Vec::new();
            }
            // A line each holds one name and where they work.
            let most = if lines.len() > 1 { 1 } else { usize::MAX };
            let each = lines.into_iter().flat_map(|(line, people)| {
                people.into_iter().take(most).map(move |(person, span)| (person, span.shift(line.start())))
            });
            each.map(|(person, span)| (person, Cite::part(passage, span, SourceKind::Prose))).collect()
        }
        BlockKind::Table(grid) => (grid.heads..grid.rows.len())
            .filter_map(|row| {
                let cell = grid.at(row, 0).filter(|cell| cell.row == row)?;
                let (mut person, span) = persons(&cell.passage.text).into_iter().next()?;
                if let Some(place) = grid.at(row, 1).filter(|_| person.affiliation.is_empty()) {
                    person.affiliation = plain(&place.passage.text);
                }
                Some((person, Cite::part(&cell.passage, span, SourceKind::Table)))
            })
            .collect(),
        BlockKind::Heading(_)
        | BlockKind::Lead
        | BlockKind::Term
        | BlockKind::Description
        | BlockKind::Quote
        | BlockKind::Code
        | BlockKind::Embed { .. }
        | BlockKind::Rule => Vec::new(),
    }
}

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
    let mut push = |email: &str, cite: Cite| {
        if known.insert(email.to_ascii_lowercase()) {
            found.push(Cited::new(Contact::new(email), cite));
        }
    };
    for (_, passage) in view.outline.passages().filter(|(_, passage)| is_ours(&passage.text)) {
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
    memchr::memchr3(b'[', b'(', b'{', text.as_bytes())?;
    let mark = ["[at]", "(at)", "{at}"].into_iter().find_map(|mark| Some((mark_at(text, mark)?, mark.len())))?;
    let before = text[..mark.0].trim_end();
    let start = before.rfind(|c: char| c.is_whitespace()).map_or(0, |at| at + 1);
    let after = text[mark.0 + mark.1..].trim_start();
    let host = after.split(|c: char| c.is_whitespace() || c == ',').next()?.trim_end_matches('.');
    let end = text.len() - after.len() + host.len();
    (host.contains('.') && !before[start..].is_empty())
        .then(|| (format!("{}@{host}", &before[start..]), Span::new(start..end)))
}
