//! What a cell, an item or a line says of a session.

use handbill_model::{Media, Person, SessionKind, SourceKind};
use handbill_text::Span;

use super::super::ledger::{Cite, Cited};
use super::super::media;
use super::super::names::{only_people, persons};
use super::super::places::{is_proper_name, is_room_name, is_venue_name};
use super::super::sentences::{find_among, has_any, is_short, mark_at, plain};
use super::super::words::Words;
use super::Draft;
use super::columns::is_word;
use super::parts::{Parts, parts, without_links};
use super::under::announced;
use crate::lexicon::Lexicon;
use crate::passage::Passage;

const KINDS: &[(&[&str], SessionKind)] = &[
    (
        &[
            "lunch", "dinner", "breakfast", "luncheon", "comida", "almuerzo", "cena", "déjeuner", "dîner",
            "mittagessen", "mittagspause", "abendessen", "pranzo", "almoço", "jantar",
        ],
        SessionKind::Meal,
    ),
    (&["coffee", "break", "tea", "refreshments", "pause", "pausa", "kaffeepause", "descanso"], SessionKind::Break),
    (&["reception", "social", "drinks", "happy hour", "pub"], SessionKind::Social),
    (&["registration", "check-in", "sign in", "badge", "anmeldung", "acreditación"], SessionKind::Registration),
    (&["keynote"], SessionKind::Keynote),
    (&["panel"], SessionKind::Panel),
    (&["workshop", "workshops", "tutorial", "taller", "atelier"], SessionKind::Workshop),
    (&["tour", "tours"], SessionKind::Tour),
];

/// The first words of all of them: most titles have none.
const FIRST_WORDS: Lexicon = Lexicon::new(&[
    "lunch", "dinner", "breakfast", "luncheon", "comida", "almuerzo", "cena", "déjeuner", "dîner", "mittagessen",
    "mittagspause", "abendessen", "pranzo", "almoço", "jantar", "coffee", "break", "tea", "refreshments", "pause",
    "pausa", "kaffeepause", "descanso", "reception", "social", "drinks", "happy", "pub", "registration", "check",
    "sign", "badge", "anmeldung", "acreditación", "keynote", "panel", "workshop", "workshops", "tutorial", "taller",
    "atelier", "tour", "tours",
]);

/// From this many words a text beside a title tells what the session is about.
pub(super) const ABSTRACT: usize = 15;

/// A session from the text of a cell, item or line: title, people, place, recordings, talks inside it.
pub(super) fn session(passage: &Passage, kind: &SourceKind) -> Option<Draft> {
    let read = parts(passage);
    let mut draft = start(passage, &read, kind)?;
    let behind = || if is_for_all(&draft) { room_behind(passage, read.title) } else { None };
    let room = read.room.or_else(|| room_in_front(passage, read.title)).or_else(behind);
    draft.room = room.map(|span| Cited::new(plain(span.of(&passage.text)), Cite::part(passage, span, kind.clone())));
    more(passage, read.end, kind, true, &mut draft);
    Some(draft)
}

/// `Room 2: Knots for all`: the room in front of a title.
fn room_in_front(passage: &Passage, title: Span) -> Option<Span> {
    let text = title.of(&passage.text);
    let front = &text[..mark_at(text, ": ")?];
    (is_short(front, 4) && is_room_name(front)).then(|| Span::new(title.start()..title.start() + front.len()))
}

/// `Welcome drinks at the Museum of the Long Pier`: where all meet.
fn room_behind(passage: &Passage, title: Span) -> Option<Span> {
    let text = title.of(&passage.text);
    let from = place_of(text)? + " at ".len();
    let name = text[from..].strip_prefix("the ").unwrap_or(&text[from..]);
    is_venue_name(name).then(|| Span::new(title.start() + text.len() - name.len()..title.start() + text.len()))
}

/// A session whose place has a column of its own: only people in parentheses stand in its cell.
pub(super) fn placed(passage: &Passage, kind: &SourceKind) -> Option<Draft> {
    let read = parts(passage);
    let inside = read.people.is_some_and(|people| passage.text[people.end()..].trim_start().starts_with(')'));
    if inside { session(passage, kind) } else { titled(passage, kind) }
}

/// A session whose people or place have a column of their own: a comma in its title says nothing.
pub(super) fn titled(passage: &Passage, kind: &SourceKind) -> Option<Draft> {
    let mut read = parts(passage);
    // `Discussion, led by Ann Lee` says so whatever the columns hold.
    let led = read.people.is_some_and(|people| {
        let (before, said) = (passage.text[..people.start()].trim_end(), people.of(&passage.text));
        let labelled = || said.split_once(':').is_some_and(|(label, _)| is_word(label, LEADERS));
        ["led by", "moderated by", "chaired by", "facilitated by"].iter().any(|words| before.ends_with(words))
            || labelled()
    });
    if !(read.strong || led) {
        read.title = read.line;
        read.people = None;
    }
    let mut draft = start(passage, &read, kind)?;
    more(passage, read.end, kind, false, &mut draft);
    Some(draft)
}

/// A session whose heading names it, perhaps with a room in parentheses and who leads through it:
/// `Track A: Knots (Room 101) *Chair: Ann Lee*`. A comma in it says nothing.
pub(super) fn headed(passage: &Passage) -> Option<Draft> {
    let read = parts(passage);
    let led = read.people.filter(|people| {
        let said = people.of(&passage.text).trim_start_matches(['(', ' ']);
        LEADERS.iter().any(|word| said.get(..word.len()).is_some_and(|lead| lead.eq_ignore_ascii_case(word)))
    });
    let mut draft = match led {
        Some(_) => start(passage, &read, &SourceKind::Heading)?,
        None => titled(passage, &SourceKind::Heading)?,
    };
    let title = if led.is_some() { read.title } else { Span::new(0..passage.text.len()) };
    let text = title.of(&passage.text).trim_end();
    let inside = text.strip_suffix(')').and_then(|text| Some((text.rfind('(')?, text.len())));
    if let Some((open, close)) = inside.filter(|(open, close)| is_venue_name(&text[open + 1..*close])) {
        let name = Span::new(title.start()..title.start() + text[..open].trim_end().len());
        let room = Span::new(title.start() + open + 1..title.start() + close);
        if !name.is_empty() {
            draft.title = Cited::new(plain(name.of(&passage.text)), Cite::part(passage, name, SourceKind::Heading));
            draft.room =
                Some(Cited::new(plain(room.of(&passage.text)), Cite::part(passage, room, SourceKind::Heading)));
        }
    }
    Some(draft)
}

/// What stands in front of those who lead through a session.
const LEADERS: &[&str] = &["chair", "moderator", "moderated by", "chaired by", "facilitator", "facilitated by", "host"];

fn start(passage: &Passage, read: &Parts, kind: &SourceKind) -> Option<Draft> {
    let text = read.title.of(&passage.text);
    // What was struck out leaves nothing but that it is off.
    if !text.contains(char::is_alphanumeric) || is_word(text, &["cancelled", "canceled", "withdrawn"]) {
        return None;
    }
    let mut draft = Draft::new(Cited::new(plain(text), Cite::part(passage, read.title, kind.clone())));
    draft.kind = what(passage, read.title, kind);
    draft.media = recordings(passage);
    // `Quiz (The Ship Inn)`: in parentheses behind what is for all stands where it is.
    let place = |people: Span| is_for_all(&draft) && passage.text[..people.start()].ends_with('(');
    if let Some(span) = read.people.filter(|people| !place(*people)) {
        draft.speakers = people(passage, span, kind);
    }
    Some(draft)
}

/// Lines that only announce the next one.
const LABELS: &[&str] = &["abstract", "description", "summary", "details", "more", "speakers", "speaker", "talks"];

/// What the lines behind the title say: people, what it is about, talks of their own.
pub(super) fn more(passage: &Passage, from: usize, kind: &SourceKind, talks: bool, draft: &mut Draft) {
    let lines: Vec<Span> = passage
        .lines()
        .map(|(span, _)| Span::new(span.start().max(from).min(span.end())..span.end()))
        .filter(|span| {
            span.of(&passage.text).contains(char::is_alphanumeric)
                && !media::is_label(passage, *span)
                && !is_word(span.of(&passage.text), LABELS)
        })
        .collect();
    // Lines that all tell a talk and its speaker are talks, whatever the columns hold.
    let talk = |line: &Span| parts(&passage.part(*line)).people.is_some();
    let talks = talks || lines.len() > 1 && lines.iter().all(talk);
    let mut notes: Option<Span> = None;
    // `Lightning talks:` heads them, be their names those of people or not.
    let heads = talks && lines.len() > 1 && draft.title.value.ends_with(':');
    if heads {
        draft.title.value.pop();
    }
    for line in lines {
        let text = line.of(&passage.text);
        let people = if heads { Vec::new() } else { only_people_at(passage, line, kind) };
        if !people.is_empty() && draft.sessions.is_empty() {
            draft.speakers.extend(people);
            continue;
        }
        let own = talks.then(|| passage.part(line)).and_then(|part| {
            let told = parts(&part);
            (heads || told.people.is_some()).then(|| session(&part, kind)).flatten()
        });
        if let Some(talk) = own {
            draft.sessions.push(talk);
        } else if draft.room.is_none() && is_venue_name(text.trim()) && talks {
            draft.room = Some(Cited::new(plain(text), Cite::part(passage, line, kind.clone())));
        } else {
            notes = Some(notes.map_or(line, |before| before.cover(line)));
        }
    }
    if let Some(span) = notes {
        tell(draft, passage, span, kind);
    }
}

/// Puts a text beside a title to the session: as its abstract if it is long, else as a note.
pub(super) fn tell(draft: &mut Draft, passage: &Passage, span: Span, kind: &SourceKind) {
    let said = span.of(&passage.text).trim_start_matches([' ', '-', '–', '—', ':', ',', '|']);
    let span = Span::new(span.end() - said.len()..span.end());
    let text = plain(said);
    let long = text.split(' ').count() >= ABSTRACT;
    if long {
        announced(passage, span, draft);
    }
    let slot = if long { &mut draft.summary } else { &mut draft.note };
    if slot.is_none() {
        *slot = Some(Cited::new(text, Cite::part(passage, span, kind.clone())));
    }
}

/// The recordings and slides that a passage links to.
pub(super) fn recordings(passage: &Passage) -> Vec<Cited<Media>> {
    media::of_passage(passage)
}

/// What kind of session a title tells of.
pub(super) fn what(passage: &Passage, span: Span, kind: &SourceKind) -> Option<Cited<SessionKind>> {
    let text = span.of(&passage.text);
    if !FIRST_WORDS.is_in(text) {
        return None;
    }
    // `Dinner (at the Old Quay House on the island), for all`.
    let text = text.split_once(" (").map_or(text, |(name, _)| name);
    // A talk about a workshop has a long title; a break has a short one, or where and for whom it is behind it:
    // `Dinner for those who have signed up - at the Quay House`.
    let named = text.split_once(' ').filter(|(first, behind)| {
        let to = behind.split(' ').next().unwrap_or("");
        matches!(to, "at" | "in" | "for" | "-" | "–" | "with" | "offered" | "hosted" | "sponsored" | "provided")
            && KINDS[..3].iter().any(|(words, _)| is_word(first, words))
    });
    let text = named.map_or(text, |(first, _)| first);
    // `Keynote 2: The tides of all harbours and what they leave`, `Welcome drinks at the Museum of the Long Pier`.
    let label =
        || mark_at(text, ": ").map(|at| &text[..at]).filter(|label| is_short(label, 3) && ends_with_kind(label));
    let place = || place_of(text).map(|at| &text[..at]);
    let text = if is_short(text, 6) { text } else { label().or_else(place)? };
    let known = Words::of(text);
    KINDS.iter().find_map(|(words, what)| {
        // In `Break-outs` people work.
        let place = find_among(text, &known, words).filter(|place| !text[place.end()..].starts_with("-out"))?;
        Some(Cited::new(what.clone(), Cite::part(passage, place.shift(span.start()), kind.clone())))
    })
}

/// Whether a label says what a session is: `Opening keynote`, `Keynote 2`, `Panel discussion`.
fn ends_with_kind(label: &str) -> bool {
    let label = label.trim_end_matches(|c: char| c.is_ascii_digit() || c == ' ' || c == '#');
    let label = ["address", "lecture", "talk", "session", "discussion", "speech"].iter().fold(label, |label, word| {
        let cut = label.len().checked_sub(word.len()).filter(|at| label.is_char_boundary(*at));
        cut.filter(|at| label[*at..].eq_ignore_ascii_case(word)).map_or(label, |at| label[..at].trim_end())
    });
    let last = label.rsplit(' ').next().unwrap_or("");
    KINDS.iter().any(|(words, _)| is_word(last, words))
}

/// Whether a label names the kind of the one session behind it, or its number: `Keynote`, `Session 2`.
pub(super) fn names_kind(label: &str) -> bool {
    let numbered = ["session", "talk", "part", "module"].iter().any(|word| {
        let number =
            label.get(..word.len()).filter(|lead| lead.eq_ignore_ascii_case(word)).map(|_| &label[word.len()..]);
        number.is_some_and(|number| number.starts_with(' ') && number.trim().bytes().all(|byte| byte.is_ascii_digit()))
    });
    numbered || is_short(label, 3) && ends_with_kind(label)
}

/// Where the place starts of what is for all: ` at the Museum of the Long Pier` behind `Welcome drinks`.
fn place_of(text: &str) -> Option<usize> {
    let at = mark_at(text, " at ")?;
    let last = text[..at].rsplit(' ').next().unwrap_or("");
    let for_all = is_short(&text[..at], 3) && KINDS[..3].iter().any(|(words, _)| is_word(last, words));
    for_all.then_some(at)
}

/// Whether a session is a pause, a meal or the desk: it takes place for all, whichever column names it.
pub(super) fn is_for_all(draft: &Draft) -> bool {
    draft.kind.as_ref().is_some_and(|kind| {
        matches!(kind.value, SessionKind::Break | SessionKind::Meal | SessionKind::Registration | SessionKind::Social)
    })
}

/// The people of a part of a passage.
pub(super) fn speakers(passage: &Passage, span: Span, kind: &SourceKind) -> Vec<Cited<Person>> {
    cited(passage, span, kind, persons)
}

/// The people of a part of a passage that is about nothing else.
pub(super) fn only_people_at(passage: &Passage, span: Span, kind: &SourceKind) -> Vec<Cited<Person>> {
    cited(passage, span, kind, only_people)
}

fn cited(
    passage: &Passage,
    span: Span,
    kind: &SourceKind,
    read: fn(&str) -> Vec<(Person, Span)>,
) -> Vec<Cited<Person>> {
    let span = without_links(passage, span);
    let text = span.of(&passage.text);
    let lead = text.len() - text.trim_start_matches([' ', ',', '-', '–', '—', '\n', ':', '|', '*', '(']).len();
    let end =
        if text[..lead].contains('(') { text.trim_end_matches([')', '.', ' ']).len().max(lead) } else { text.len() };
    read(&text[lead..end])
        .into_iter()
        .map(|(person, place)| Cited::new(person, Cite::part(passage, place.shift(span.start() + lead), kind.clone())))
        .collect()
}

/// What groups of people are called.
pub(super) const GROUPS: &[&str] = &[
    "editors", "leaders", "group", "groups", "team", "staff", "committee", "chairs", "co-chairs", "members", "all",
    "everyone", "community", "attendees", "participants", "presenters", "speakers", "panel", "leads", "facilitators",
    "volunteers", "board", "various",
];

/// `the Map Editors`: a group that an article and its last word tell.
pub(super) fn is_group(text: &str) -> bool {
    let name = text.strip_prefix("the ").unwrap_or("");
    let last = name.rsplit(' ').next().unwrap_or("");
    name.contains(' ')
        && is_short(name, 4)
        && is_proper_name(name)
        && GROUPS.iter().any(|group| group.eq_ignore_ascii_case(last))
}

/// The people of a part that is about people: where no name is found, a short text names a group of them.
pub(super) fn people(passage: &Passage, span: Span, kind: &SourceKind) -> Vec<Cited<Person>> {
    let people = speakers(passage, span, kind);
    if !people.is_empty() {
        return people;
    }
    let text = span.of(&passage.text).trim();
    let open = ["tbc", "tbd", "tba"].iter().any(|word| text.trim_matches(['(', ')']).eq_ignore_ascii_case(word));
    let group = || is_proper_name(text.trim_start_matches("the ")) || has_any(text, GROUPS);
    let named = is_short(text, 6) && !open && !text.ends_with('.') && !text.starts_with('(') && group();
    let person = named.then(|| Cited::new(Person::new(plain(text)), Cite::part(passage, span, kind.clone())));
    person.into_iter().collect()
}

/// Whether a cell says nothing: empty, or dashes only.
pub(super) fn is_empty(passage: &Passage) -> bool {
    !passage.text.contains(char::is_alphanumeric)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_is_found_by_its_first_word() {
        let words = KINDS.iter().flat_map(|(words, _)| words.iter());
        words.for_each(|word| assert!(FIRST_WORDS.is_in(word), "{word}"));
    }
}
