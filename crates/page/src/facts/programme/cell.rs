//! What a cell or an item says of a session.

use handbill_model::{Person, SessionKind, SourceKind};
use handbill_text::Span;

use super::super::ledger::{Cite, Cited};
use super::super::people::persons;
use super::super::places::{is_proper_name, is_venue_name};
use super::super::sentences::{find_any, plain};
use super::Draft;
use crate::passage::{Passage, Style};

const KINDS: &[(&[&str], SessionKind)] = &[
    (&["lunch", "dinner", "breakfast", "luncheon"], SessionKind::Meal),
    (&["coffee", "break", "tea", "refreshments", "pause"], SessionKind::Break),
    (&["reception", "social", "drinks", "happy hour", "pub"], SessionKind::Social),
    (&["registration", "check-in", "sign in", "badge"], SessionKind::Registration),
    (&["keynote"], SessionKind::Keynote),
    (&["panel"], SessionKind::Panel),
    (&["workshop", "workshops", "tutorial"], SessionKind::Workshop),
    (&["tour", "tours"], SessionKind::Tour),
];

/// A session from the text of a cell or item: title, place behind a comma, people.
pub(super) fn session(passage: &Passage, kind: &SourceKind) -> Option<Draft> {
    let mut draft = titled(passage, kind)?;
    draft.room = room(passage, title_span(passage), kind);
    Some(draft)
}

/// A session whose people or place have a column of their own: a comma in its title says nothing.
pub(super) fn titled(passage: &Passage, kind: &SourceKind) -> Option<Draft> {
    let span = title_span(passage);
    let text = span.of(&passage.text);
    if !text.contains(char::is_alphanumeric) {
        return None;
    }
    let mut draft = Draft::new(Cited::new(plain(text), Cite::part(passage, span, kind.clone())));
    draft.kind = what(passage, span, kind);
    if span.end() < passage.text.len() {
        let rest = Span::new(span.end()..passage.text.len());
        draft.speakers = speakers(passage, rest, kind);
    }
    Some(draft)
}

/// The strong words at the start, else the first line.
fn title_span(passage: &Passage) -> Span {
    let line =
        passage.lines().find(|(_, line)| line.contains(char::is_alphanumeric)).map_or(Span::at(0), |(span, _)| span);
    let strong = passage.marks.iter().find(|mark| mark.style == Style::Strong && mark.span.start() == line.start());
    let end = strong.map_or(line.end(), |mark| mark.span.end().min(line.end()));
    let text = Span::new(line.start()..end).of(&passage.text).trim_end_matches([' ', ',', ':', ';']);
    Span::new(line.start()..line.start() + text.len())
}

/// A building or room behind the last comma of a title.
fn room(passage: &Passage, span: Span, kind: &SourceKind) -> Option<Cited<String>> {
    let text = span.of(&passage.text);
    let (_, place) = text.rsplit_once(", ")?;
    let place = place.trim();
    let at = span.end() - place.len();
    is_venue_name(place).then(|| Cited::new(plain(place), Cite::part(passage, Span::new(at..span.end()), kind.clone())))
}

fn what(passage: &Passage, span: Span, kind: &SourceKind) -> Option<Cited<SessionKind>> {
    let text = span.of(&passage.text);
    // A talk about a workshop has a long title; a break has a short one.
    if text.split_whitespace().count() > 6 {
        return None;
    }
    KINDS.iter().find_map(|(words, what)| {
        let place = find_any(text, words)?;
        Some(Cited::new(what.clone(), Cite::part(passage, place.shift(span.start()), kind.clone())))
    })
}

/// The people of a part of a passage.
pub(super) fn speakers(passage: &Passage, span: Span, kind: &SourceKind) -> Vec<Cited<Person>> {
    let text = span.of(&passage.text);
    let lead = text.len() - text.trim_start_matches([' ', ',', '-', '–', '\n', ':']).len();
    persons(&text[lead..])
        .into_iter()
        .map(|(person, place)| Cited::new(person, Cite::part(passage, place.shift(span.start() + lead), kind.clone())))
        .collect()
}

/// The people of a part that is about people: where no name is found, a short text names a group of them.
pub(super) fn people(passage: &Passage, span: Span, kind: &SourceKind) -> Vec<Cited<Person>> {
    let people = speakers(passage, span, kind);
    let text = span.of(&passage.text).trim();
    let name = text.trim_start_matches("the ").split(' ').next().unwrap_or("");
    let named = text.split_whitespace().count() <= 6 && is_proper_name(name) && !text.ends_with('.');
    if people.is_empty() && named {
        return vec![Cited::new(Person::new(plain(text)), Cite::part(passage, span, kind.clone()))];
    }
    people
}

/// Whether a cell says nothing: empty, or dashes only.
pub(super) fn is_empty(passage: &Passage) -> bool {
    !passage.text.contains(char::is_alphanumeric)
}
