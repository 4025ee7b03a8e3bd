//! Who speaks at an event or teaches there, where no session of the programme tells of them: lists under a heading, behind
//! a line that leads to them, and labels.

use std::collections::BTreeSet;

use handbill_frontmatter::Value;
use handbill_model::{Committee, Person, SourceKind};
use handbill_text::Span;

use super::committees::{Group, members};
use super::ledger::{Cite, Cited};
use super::names::{only_people, persons};
use super::programme::{DayDraft, speakers};
use super::sentences::{has_any, is_short, mark_at, plain};
use super::view::View;
use crate::lexicon::Lexicon;
use crate::outline::{Block, BlockKind};
use crate::passage::Passage;

/// What they are called, alone or among other words.
const CALLED: &[&str] = &[
    "speaker", "speakers", "trainer", "trainers", "instructor", "instructors", "tutor", "tutors", "lecturer",
    "lecturers", "teachers", "helpers", "mentors", "support team", "facilitator", "facilitators", "presenter",
    "presenters", "panelists", "panellists", "referent", "referentin", "referenten", "referierende", "vortragende",
    "intervenants", "formateurs", "ponentes", "ponente", "intervenant", "relatore", "relatori", "dozent", "dozentin",
    "dozenten",
];

/// Those who make the event, as keys name them.
const TEAMS: &[&str] = &[
    "organizing_team", "organising_team", "organizing_committee", "organising_committee", "program_committee",
    "programme_committee", "scientific_committee", "committee", "chairs",
];

/// The same, as keys are looked up in them.
static KEYS: Lexicon = Lexicon::new(CALLED);
static TEAM_KEYS: Lexicon = Lexicon::new(TEAMS);

/// A heading with one of these is about something else.
const NOT_THEM: &[&str] =
    &["call", "guidelines", "information", "instructions", "for", "to", "become", "deadline", "your", "of"];

/// Groups of those who speak or teach beside the `known` ones; all of a group may speak in sessions of `days`.
pub(crate) fn presenters(view: &View<'_>, days: &[DayDraft], known: &[Group]) -> Vec<Group> {
    let mut found: Vec<Group> = keyed(view).chain(headed(view)).chain(announced(view)).chain(labelled(view)).collect();
    if found.is_empty() {
        return found;
    }
    let started: BTreeSet<usize> = known.iter().map(|(group, _)| group.cite.span.start()).collect();
    let speakers = speakers(days);
    found.retain(|(group, _)| {
        let mut members = group.value.members.iter();
        !started.contains(&group.cite.span.start()) && !members.all(|person| speakers.contains(person.name.as_str()))
    });
    found
}

/// `instructors: [Ann Lee, {name: Ben Ode, affiliation: Port Library}]` in the front matter. Short names that a theme looks
/// up elsewhere are no people.
fn keyed<'v>(view: &'v View<'_>) -> impl Iterator<Item = Group> + 'v {
    let root = &view.front_matter.root;
    let inner = ["extra", "params", "event"].into_iter().filter_map(|name| root.get(name)?.as_map());
    let entries = std::iter::once(root).chain(inner).flat_map(|map| &map.entries);
    entries.filter(|entry| KEYS.has(&entry.key) || TEAM_KEYS.has(&entry.key)).filter_map(|entry| {
        let one = std::slice::from_ref(&entry.value);
        let items = if entry.value.as_list().is_empty() { one } else { entry.value.as_list() };
        let people: Vec<(Person, Cite)> = items.iter().flat_map(keyed_people).collect();
        let key = entry.key.replace('_', " ");
        let name = key.chars().next()?.to_uppercase().chain(key.chars().skip(1)).collect::<String>();
        (!people.is_empty()).then(|| group(&name, Cite::front_matter(&entry.value), people))
    })
}

/// The people that a value names: in words, or as a map of `name` and `affiliation`.
pub(crate) fn keyed_people(value: &Value) -> Vec<(Person, Cite)> {
    let get = |names: &[&str]| names.iter().find_map(|name| value.as_map()?.get(name)?.written()).map(plain);
    let name = if value.as_map().is_some() { get(&["name"]) } else { value.written().map(plain) };
    let mut people: Vec<Person> =
        only_people(&name.unwrap_or_default()).into_iter().map(|(person, _)| person).collect();
    if let [person] = people.as_mut_slice()
        && let Some(works) = get(&["affiliation", "organization", "organisation", "institution", "company"])
    {
        person.affiliation = works;
    }
    people.into_iter().map(|person| (person, Cite::front_matter(value))).collect()
}

/// Lists and tables under headings that call them so.
fn headed<'v>(view: &'v View<'_>) -> impl Iterator<Item = Group> + 'v {
    view.sections(CALLED).filter_map(|section| {
        let heading = &view.outline.heading(section)?.passage;
        let blocks = view.outline.own(section).map(|(_, block)| block);
        let people = listed(heading, blocks)?;
        Some(group(&heading.text, Cite::whole(heading, SourceKind::Heading), people))
    })
}

/// A list behind a paragraph that leads to it: `Trainers:`.
fn announced<'v>(view: &'v View<'_>) -> impl Iterator<Item = Group> + 'v {
    let outline = view.outline;
    outline.lists.iter().enumerate().filter_map(move |(list, blocks)| {
        let before = outline.blocks.get(blocks.start.checked_sub(1)?)?;
        let leads = before.kind == BlockKind::Paragraph
            && before.passage.text.trim_end().ends_with(':')
            && is_short(&before.passage.text, 4)
            && has_any(&before.passage.text, CALLED);
        if !leads {
            return None;
        }
        let items = outline.items(list).map(|(_, item)| item);
        let people = listed(&before.passage, items)?;
        Some(group(&before.passage.text, Cite::whole(&before.passage, SourceKind::Prose), people))
    })
}

/// `**Speakers**: Ann Lee (Port Library), Ben Ode`.
fn labelled<'v>(view: &'v View<'_>) -> impl Iterator<Item = Group> + 'v {
    view.labelled(CALLED).filter_map(|fact| {
        let text = &fact.value.text;
        let people: Vec<(Person, Cite)> = only_people(text)
            .into_iter()
            .map(|(person, span)| (person, Cite::part(&fact.value, span, SourceKind::Label)))
            .collect();
        let cite = Cite::whole(&fact.value, SourceKind::Label);
        (!people.is_empty()).then(|| group(&fact.label, cite, people))
    })
}

/// The people that the items or rows below a title start with; nobody where one of them starts otherwise.
fn listed<'a>(title: &Passage, blocks: impl Iterator<Item = &'a Block>) -> Option<Vec<(Person, Cite)>> {
    if !is_short(&title.text, 7) || has_any(&title.text, NOT_THEM) {
        return None;
    }
    let mut found = Vec::new();
    for block in blocks.filter(|block| block.parent.is_none()) {
        match block.kind {
            BlockKind::Item { .. } => found.push(first(&block.passage)?),
            BlockKind::Table(_) => found.extend(members(block)),
            _ => {}
        }
    }
    (!found.is_empty()).then_some(found)
}

/// The person that a text starts with.
fn first(passage: &Passage) -> Option<(Person, Cite)> {
    // `Ann Lee (Port Library) – Knots`: what they speak on stands behind a dash.
    let text = passage.text.as_str();
    let topic = [") - ", ") – ", ") — ", "): ", " - \"", " – \"", " - “", " – “", ": “"]
        .iter()
        .filter_map(|dash| mark_at(text, dash))
        .min();
    let (person, span) = persons(&text[..topic.map_or(text.len(), |at| at + usize::from(text[at..].starts_with(')')))])
        .into_iter()
        .next()?;
    let leads = !passage.text[..span.start()].contains(char::is_alphanumeric);
    leads.then(|| (person, Cite::part(passage, Span::new(span.start()..span.end()), SourceKind::List)))
}

fn group(name: &str, cite: Cite, people: Vec<(Person, Cite)>) -> Group {
    let mut committee = Committee::new(plain(name.trim_end_matches([':', ' '])));
    let (members, cites) = people.into_iter().unzip();
    committee.members = members;
    (Cited::new(committee, cite), cites)
}
