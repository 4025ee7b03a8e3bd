//! What a block under a session's heading or line says of it.

use handbill_model::{Person, SourceKind};
use handbill_text::Span;

use super::super::ledger::{Cite, Cited};
use super::super::places::{is_place_name, is_proper_name, is_venue_name};
use super::super::sentences::{find, find_any, has_any, is_short, plain, sentences};
use super::super::view::View;
use super::Draft;
use super::cell::{self, ABSTRACT};
use crate::outline::{Block, BlockKind};
use crate::passage::{Passage, Style};

/// Labels of the people of a session.
const SPEAKERS: &[&str] = &[
    "presenter", "presenters", "speaker", "speakers", "facilitator", "facilitators", "instructor", "instructors",
    "chair", "chairs", "moderator", "moderators", "panelists", "panellists", "led by", "host", "hosts", "session lead",
    "session leads", "leader", "leaders", "with", "presented by", "author", "authors", "trainer", "trainers", "tutor",
    "tutors", "facilitador", "facilitadora", "facilitadores", "facilitadoras", "ponente", "ponentes", "presentador",
    "presentadora", "moderador", "moderadora", "instructora", "intervenant", "intervenante", "intervenants",
    "intervenantes", "referent", "referentin", "relatore", "relatrice", "relatori",
];
const PLACES: &[&str] = &["location", "room", "where", "venue", "meeting point", "place"];
const ABSTRACTS: &[&str] = &["description", "abstract", "summary"];

/// Words in prose that announce names: `Speakers are: Ann Lee (Port Library), ...`.
const ANNOUNCED: &[&str] = &["speakers are", "speakers include", "presenters are", "panelists are", "panellists are"];

/// What people do at a session, behind their names at the start of a text about it.
const DO: &[&str] = &[
    "will present", "will lead", "will discuss", "will talk", "will begin", "will introduce", "will show",
    "will share", "will demonstrate", "will speak", "will give", "will moderate", "will host", "will open",
    "will facilitate", "presents", "present", "introduces", "discusses", "discuss", "shows", "shares", "leads",
    "gives", "demonstrates",
];

/// Adds what a block says to the session that it stands under.
pub(super) fn under(view: &View<'_>, index: usize, block: &Block, draft: &mut Draft) {
    let passage = &block.passage;
    for fact in view.labels_of(index) {
        let whole = Span::new(0..fact.value.text.len());
        // `A day with maps: an outlook` labels nobody.
        if is_short(&fact.label, 3) && has_any(&fact.label, SPEAKERS) {
            draft.speakers.extend(as_said(&fact.label, cell::people(&fact.value, whole, &SourceKind::Label)));
        } else if has_any(&fact.label, PLACES) && draft.room.is_none() && !fact.value.is_empty() {
            draft.room = Some(Cited::new(plain(&fact.value.text), Cite::whole(&fact.value, SourceKind::Label)));
        } else if has_any(&fact.label, ABSTRACTS) {
            announced(&fact.value, whole, draft);
            if draft.summary.is_none() && !fact.value.is_empty() {
                draft.summary = Some(Cited::new(plain(&fact.value.text), Cite::whole(&fact.value, SourceKind::Label)));
            }
        }
    }
    match block.kind {
        BlockKind::Item { list, .. } if block.parent.is_none() => {
            let heading = view.outline.title(block.section).trim_end_matches(':');
            let headed = view.outline.sections[block.section].level == 7 && has_any(heading, SPEAKERS);
            let label = announces_speakers(view, list).or_else(|| headed.then_some(heading));
            let strong = passage.marks.iter().find(|mark| {
                mark.style == Style::Strong && mark.span.start() == 0 && mark.span.end() < passage.text.len()
            });
            if let Some(label) = label {
                let whole = Span::new(0..passage.text.len());
                let people = cell::speakers(passage, whole, &SourceKind::List).into_iter().take(1);
                draft.speakers.extend(as_said(label, people));
            } else if let Some(mark) = strong
                && !passage.text.starts_with(|c: char| c.is_ascii_digit())
                && !mark.span.of(&passage.text).ends_with(':')
                && !passage.text[mark.span.end()..].starts_with(':')
            {
                draft.sessions.extend(cell::session(passage, &SourceKind::List));
            }
        }
        BlockKind::Lead | BlockKind::Paragraph if block.parent.is_none() => paragraph(view, index, passage, draft),
        BlockKind::Term => draft.sessions.extend(defined(view, index, passage)),
        _ => {}
    }
}

/// A talk whose title is a term, and below it who gives it.
fn defined(view: &View<'_>, index: usize, title: &Passage) -> Option<Draft> {
    let below = view.outline.blocks.get(index + 1).filter(|block| block.kind == BlockKind::Description)?;
    let whole = Span::new(0..below.passage.text.find('\n').unwrap_or(below.passage.text.len()));
    let people = cell::only_people_at(&below.passage, whole, &SourceKind::List);
    let mut talk = cell::titled(title, &SourceKind::List).filter(|_| !people.is_empty())?;
    talk.speakers = people;
    Some(talk)
}

/// What an item below a line tells: who speaks, or a talk.
pub(super) fn talk_or_people(passage: &Passage, draft: &mut Draft) {
    let people = cell::only_people_at(passage, Span::new(0..passage.text.len()), &SourceKind::List);
    if people.is_empty() || !draft.sessions.is_empty() {
        draft.sessions.extend(cell::session(passage, &SourceKind::List));
    } else {
        draft.speakers.extend(people);
    }
}

/// Adds what an item under the heading of a track or talk tells: a talk with those who give it, or who speaks.
pub(super) fn of_track(block: &Block, track: &mut Draft) {
    let own = matches!(block.kind, BlockKind::Item { .. }) && block.parent.is_none();
    let strong = block.passage.marks.first().is_some_and(|mark| mark.span.start() == 0 && mark.style == Style::Strong);
    if !own || strong {
        return;
    }
    let people = cell::only_people_at(&block.passage, Span::new(0..block.passage.text.len()), &SourceKind::List);
    if people.is_empty() {
        let talk = cell::session(&block.passage, &SourceKind::List);
        track.sessions.extend(talk.filter(|talk| !talk.speakers.is_empty()));
    } else if track.speakers.is_empty() && track.sessions.is_empty() {
        track.speakers.extend(people);
    }
}

/// People alone, a building, or what the session is about.
pub(super) fn paragraph(view: &View<'_>, index: usize, passage: &Passage, draft: &mut Draft) {
    let first = Span::new(0..passage.text.find('\n').unwrap_or(passage.text.len()));
    let labelled = !view.labels_of(index).is_empty();
    // Of a place in the open, too: `City Centre`, `Station Square`.
    let open = || has_any(&passage.text, &["centre", "center", "square", "park", "station", "bridge", "pier"]);
    let is_spot = || is_venue_name(&passage.text) || is_place_name(&passage.text) && open();
    if draft.room.is_none() && passage.is_strong() && is_spot() {
        draft.room = Some(Cited::new(plain(&passage.text), Cite::whole(passage, SourceKind::Prose)));
        return;
    }
    if draft.speakers.is_empty() && !labelled {
        let people = cell::only_people_at(passage, first, &SourceKind::Prose);
        if !people.is_empty() {
            draft.speakers = people;
            return;
        }
        // `**Knots for all** by Ann Lee, Port Library`, below `Keynote`.
        let marked = passage.marks.first().is_some_and(|mark| mark.span.start() == 0 && mark.style != Style::Code);
        let talk = if marked && draft.sessions.is_empty() { cell::session(passage, &SourceKind::Prose) } else { None };
        if let Some(talk) = talk.filter(|talk| !talk.speakers.is_empty()) {
            draft.sessions.push(talk);
            return;
        }
    }
    if !is_short(&passage.text, ABSTRACT - 1) {
        announced(passage, Span::new(0..passage.text.len()), draft);
        if draft.summary.is_none() && (!labelled || draft.speakers.is_empty()) {
            draft.summary = Some(Cited::new(plain(&passage.text), Cite::whole(passage, SourceKind::Prose)));
        }
    }
}

/// The people that a part of a passage announces: a list behind `Speakers are`, or names in front of what they do.
pub(super) fn announced(passage: &Passage, span: Span, draft: &mut Draft) {
    let text = span.of(&passage.text);
    let list = ANNOUNCED.iter().find_map(|words| find(text, words));
    let list = list.map(|words| {
        let behind = text[words.end()..].trim_start_matches([':', ' ']);
        let from = text.len() - behind.len();
        Span::new(from..from + list_end(behind))
    });
    let alone = list.is_none() && draft.speakers.is_empty();
    let first = if alone { sentences(text).first().copied() } else { None };
    let named = list.or_else(|| {
        let verb = find_any(first?.of(text), DO)?;
        Some(Span::new(first?.start()..first?.start() + verb.start()))
    });
    let Some(named) = named else {
        draft.speakers.extend(first.and_then(|first| joined(passage, first.shift(span.start()))));
        return;
    };
    for person in cell::only_people_at(passage, trimmed(passage, named.shift(span.start())), &SourceKind::Prose) {
        if !draft.speakers.iter().any(|known| known.value.name == person.value.name) {
            draft.speakers.push(person);
        }
    }
}

/// The group of the sentence `Join the Map Editors for a walk`.
fn joined(passage: &Passage, sentence: Span) -> Option<Cited<Person>> {
    let text = sentence.of(&passage.text);
    let behind = text.strip_prefix("Join ")?;
    let name = behind[..[" to ", " for ", " as ", ", "].iter().filter_map(|end| behind.find(end)).min()?]
        .trim_start_matches("the ");
    let group =
        name.rsplit(' ').next().is_some_and(|last| cell::GROUPS.iter().any(|group| group.eq_ignore_ascii_case(last)));
    let at = sentence.start() + text.find(name)?;
    let place = Span::new(at..at + name.len());
    (group && is_proper_name(name))
        .then(|| Cited::new(Person::new(plain(name)), Cite::part(passage, place, SourceKind::Prose)))
}

fn trimmed(passage: &Passage, span: Span) -> Span {
    let text = span.of(&passage.text).trim_end_matches([' ', ',']);
    Span::new(span.start()..span.start() + text.len())
}

/// Where a list of people ends: at a full stop outside of parentheses before a new sentence.
fn list_end(text: &str) -> usize {
    let mut depth = 0_usize;
    for (at, c) in text.char_indices() {
        match c {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            '.' if depth == 0
                && text[at + 1..].starts_with([' ', '\n'])
                && !text[..at].ends_with(char::is_uppercase) =>
            {
                return at;
            }
            _ => {}
        }
    }
    text.len()
}

/// People in the role that the label before them gives.
fn as_said(label: &str, people: impl IntoIterator<Item = Cited<Person>>) -> impl Iterator<Item = Cited<Person>> {
    let role = [(["chair", "chairs"], "chair"), (["moderator", "moderators"], "moderator")];
    let role = role.iter().find(|(words, _)| has_any(label, words)).map_or("", |(_, role)| role);
    people.into_iter().map(move |mut person| {
        if person.value.role.is_empty() {
            role.clone_into(&mut person.value.role);
        }
        person
    })
}

/// What the block before a list announces people with: `**Presenters**:`.
fn announces_speakers<'a>(view: &View<'a>, list: usize) -> Option<&'a str> {
    let outline = view.outline;
    let before = outline.lists[list].start.checked_sub(1).map(|before| outline.blocks[before].passage.text.as_str())?;
    let words = before.trim().trim_end_matches([':', ' ']);
    let announced = before.trim().ends_with(':') || SPEAKERS.iter().any(|label| label.eq_ignore_ascii_case(words));
    (announced && is_short(words, 4) && has_any(words, SPEAKERS)).then_some(words)
}
