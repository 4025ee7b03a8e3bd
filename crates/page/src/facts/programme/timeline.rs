//! Lines with times of their own: items, lines of paragraphs, headings, terms. What follows a line tells of its session.

mod lines;

use std::collections::BTreeSet;

use handbill_model::{SessionKind, SourceKind};
use handbill_text::Span;

use super::super::ledger::{Cite, Cited};
use super::super::media::of_blocks;
use super::super::sentences::has_any;
use super::super::venues;
use super::super::view::View;
use super::clocks::{Clocks, zone};
use super::columns::{PERIODS, is_word};
use super::day::{self, NamedDay};
use super::lead::{Timed, leading};
use super::under::{of_track, paragraph, talk_or_people, under};
use super::{DayDraft, Draft, cell, headed};
use crate::outline::BlockKind;
use crate::passage::Passage;

/// Headings under which a list of times is a programme, also where no day is known.
const PROGRAMME: &[&str] = &[
    "programme", "program", "schedule", "agenda", "timetable", "sessions", "outline", "overview", "line-up",
    "itinerary", "workshops", "talks", "presentations",
];

/// Headings under which times are none of sessions.
const ELSEWHERE: &[&str] = &[
    "deadline", "deadlines", "important dates", "key dates", "call for", "registration", "opening hours",
    "office hours", "travel", "hotel", "hotels", "accommodation", "transport", "shuttle", "directions", "getting",
    "when and where", "when & where", "where and when", "where & when", "desk", "rota", "shifts", "staffing",
    "volunteers", "fees", "sponsors", "contact",
];

/// A line with a time.
struct Entry<'a> {
    block: usize,
    line: Span,
    timed: Timed<'a>,
    group: usize,
}

/// Lines that belong together: those of one day in one section. Their times go on.
struct Group {
    day: Option<NamedDay>,
    /// What decides: the block that names the day, and the section.
    key: (Option<usize>, usize),
    start: usize,
    /// Words of the headings over it: `Afternoon`.
    title: String,
}

/// The days of such lines, each with the block where it starts, and the blocks that hold a time.
pub(super) fn days(view: &View<'_>) -> (Vec<(usize, DayDraft)>, BTreeSet<usize>) {
    let (entries, groups) = entries(view);
    let taken: BTreeSet<usize> = entries.iter().map(|entry| entry.block).collect();
    let ahead = titles_stand_before(view, &entries);
    let mut found: Vec<(usize, DayDraft)> = Vec::new();
    // Looked up once for all that a section tells of its day.
    let mut known_room: Option<(usize, Option<Cited<String>>)> = None;
    for (number, group) in groups.into_iter().enumerate() {
        let own = entries.partition_point(|entry| entry.group < number)
            ..entries.partition_point(|entry| entry.group <= number);
        let mut clocks = Clocks::new(entries[own.clone()].iter().map(|entry| entry.timed.time));
        clocks.after(&group.title);
        view.outline.heading(group.key.1).into_iter().for_each(|heading| clocks.under(&heading.passage));
        let mut sessions: Vec<Draft> = Vec::new();
        for at in own {
            let read = session(view, &entries[at], entries.get(at + 1), ahead, &mut clocks, &taken);
            sessions.extend(read.into_iter().flat_map(opened));
        }
        // Where all of a day takes place stands right under its heading.
        let section = group.key.1;
        if group.day.is_some() && group.key.0.is_some() && group.key.0 == view.outline.sections[section].heading {
            let same = known_room.take().filter(|(known, _)| *known == section);
            let (_, room) = same.unwrap_or_else(|| (section, venues::of_section(view, section)));
            for session in sessions.iter_mut().filter(|session| session.room.is_none() && !is_out(session)) {
                session.room.clone_from(&room);
            }
            known_room = Some((section, room));
        }
        let (date, label) = group.day.map_or((None, None), |day| (day.date, Some(day.label)));
        if !sessions.is_empty() {
            found.push((group.start, DayDraft { date, label, sessions }));
        }
    }
    (found, taken)
}

/// Whether people go out for a session: `Dinner at the Quay House`.
fn is_out(session: &Draft) -> bool {
    let tour = session.kind.as_ref().is_some_and(|kind| kind.value == SessionKind::Tour);
    tour || cell::is_for_all(session) && has_any(&session.title.value, &["at", "in"])
}

/// Whether the page calls what stands in a section a programme.
pub(super) fn is_programme(view: &View<'_>, section: usize) -> bool {
    view.outline.ancestors(section).any(|section| view.is_titled(section, PROGRAMME))
        || view.title.as_ref().is_some_and(|title| has_any(&title.text.value, PROGRAMME))
}

/// Whether the headings over a section, the nearest deciding, speak of times that are none of sessions.
pub(super) fn is_elsewhere(view: &View<'_>, section: usize) -> bool {
    let decided = view.outline.ancestors(section).find_map(|section| {
        let programme = view.is_titled(section, PROGRAMME);
        (programme || view.is_titled(section, ELSEWHERE)).then_some(!programme)
    });
    decided == Some(true)
}

fn entries<'a>(view: &View<'a>) -> (Vec<Entry<'a>>, Vec<Group>) {
    let outline = view.outline;
    let mut found: Vec<Entry<'a>> = Vec::new();
    let mut groups: Vec<Group> = Vec::new();
    let lists = lines::timed_lists(view);
    let mut elsewhere: Vec<Option<bool>> = vec![None; outline.sections.len()];
    for (index, block) in outline.blocks.iter().enumerate() {
        if block.passage.phrases().times.is_empty() || day::is_marker(view, index) {
            continue;
        }
        let lines = lines::of_block(view, index, block, &lists);
        if lines.is_empty() {
            continue;
        }
        let container = container(view, index);
        let about_else = *elsewhere[container].get_or_insert_with(|| is_elsewhere(view, container));
        if about_else {
            continue;
        }
        for (line, timed) in lines {
            let own = timed.date.and_then(|date| day::of_date(view, &block.passage, date));
            let named = if own.is_some() { None } else { day::naming(view, index) };
            let key = (if own.is_some() { Some(index) } else { named.as_ref().map(|(block, _)| *block) }, container);
            let last = groups.last().is_some_and(|group| group.key == key);
            if !last || own.is_some() {
                let day = own.or_else(|| named.map(|(_, day)| day)).or_else(|| day::of_page(view));
                if day.is_none() && !is_programme(view, container) {
                    continue;
                }
                groups.push(Group { day, key, start: index, title: outline.title(container).to_owned() });
            }
            found.push(Entry { block: index, line, timed, group: groups.len() - 1 });
        }
    }
    // One line with a time may be anything; the times of a programme come in company.
    if found.len() < 2 {
        found.clear();
    }
    (found, groups)
}

/// The section that holds a line: for one that heads its own section, the one around it.
fn container(view: &View<'_>, index: usize) -> usize {
    let block = &view.outline.blocks[index];
    let section = &view.outline.sections[block.section];
    let own = section.heading == Some(index);
    let outer = if own { section.parent.unwrap_or(0) } else { block.section };
    // Lines under a session's own heading go on with the times around it.
    let heading = view.outline.heading(outer).filter(|heading| {
        let whole = Span::new(0..heading.passage.text.len());
        leading(&heading.passage, whole).is_some_and(|timed| timed.date.is_none() && !timed.words.is_empty())
    });
    if heading.is_some() { view.outline.sections[outer].parent.unwrap_or(0) } else { outer }
}

/// Whether the titles of lines that hold nothing but a time stand in front of them.
fn titles_stand_before(view: &View<'_>, entries: &[Entry<'_>]) -> bool {
    let first = entries.iter().find(|entry| entry.timed.words.is_empty());
    // What a term of a list is to what describes it stands behind it.
    let first = first.filter(|entry| view.outline.blocks[entry.block].kind != BlockKind::Term);
    let before =
        first.and_then(|entry| entry.block.checked_sub(1)).map(|before| (before, &view.outline.blocks[before]));
    before.is_some_and(|(at, block)| {
        !matches!(block.kind, BlockKind::Heading(_) | BlockKind::Table(_) | BlockKind::Rule | BlockKind::Embed { .. })
            && !day::is_marker(view, at)
            && (1..=20).contains(&block.passage.text.split_whitespace().count())
    })
}

fn session(
    view: &View<'_>,
    entry: &Entry<'_>,
    next: Option<&Entry<'_>>,
    title_before: bool,
    clocks: &mut Clocks,
    taken: &BTreeSet<usize>,
) -> Option<Draft> {
    let outline = view.outline;
    let block = &outline.blocks[entry.block];
    let passage = &block.passage;
    let kind = match block.kind {
        BlockKind::Heading(_) => SourceKind::Heading,
        BlockKind::Item { .. } => SourceKind::List,
        _ => SourceKind::Prose,
    };
    let (start, end) = clocks.read(passage, entry.timed.time, &kind);
    let mut rest = following(view, entry, next);
    let leads = entry.timed.words.start() >= entry.timed.time.span.end();
    // Further lines of the same block, up to the next one that has a time.
    let until = next.filter(|next| next.block == entry.block).map_or(passage.text.len(), |next| next.line.start());
    let words = Span::new(entry.timed.words.start()..if leads { until } else { entry.timed.words.end() });
    let other = next.is_some_and(|next| outline.blocks[next.block].section == block.section);
    let headed = if other { None } else { headed::session(view, entry.block, &entry.timed, words) };
    let items = || rest.iter().all(|index| matches!(outline.blocks[*index].kind, BlockKind::Item { .. }));
    let mut draft = if let Some(draft) = headed {
        draft
    } else if entry.timed.words.is_empty() && matches!(block.kind, BlockKind::Heading(_)) && !rest.is_empty() && items()
    {
        // A heading that is nothing but a time: what its list names takes place then.
        let own = rest.iter().map(|index| &outline.blocks[*index]).filter(|block| block.parent.is_none());
        let sessions: Vec<Draft> = own.filter_map(|block| cell::session(&block.passage, &SourceKind::List)).collect();
        let mut slot = Draft::new(Cited::new(String::new(), Cite::part(passage, entry.timed.time.span, kind.clone())));
        slot.sessions = sessions;
        rest.clear();
        slot
    } else if let Some(sessions) = described(view, entry, &rest) {
        let mut slot = Draft::new(Cited::new(String::new(), Cite::part(passage, entry.timed.time.span, kind.clone())));
        slot.sessions = sessions;
        rest.clear();
        slot
    } else if entry.timed.words.is_empty() {
        let title = if title_before {
            entry.block.checked_sub(1)
        } else {
            let at = rest.iter().position(|index| !outline.blocks[*index].passage.is_empty())?;
            Some(rest.drain(..=at).next_back()?)
        };
        cell::session(&outline.blocks[title?].passage, &SourceKind::Prose)?
    } else {
        cell::session(&passage.part(words), &kind)?
    };
    (draft.start, draft.end) = (start, end);
    draft.zone = zone(passage, entry.timed.time, &kind);
    if matches!(block.kind, BlockKind::Heading(_)) {
        draft.id = block.id.as_ref().map(|id| Cited::new(id.as_str(), Cite::whole(passage, SourceKind::Heading)));
    }
    let cut = next.filter(|next| is_lazy(view, next)).map(|next| (next.block, next.line.start()));
    follow(view, entry, &rest, (taken, cut), &mut draft);
    Some(draft)
}

/// The sessions of a term that is nothing but a time, where each of its descriptions is one: those behind the first say
/// who speaks, or what they are.
fn described(view: &View<'_>, entry: &Entry<'_>, rest: &[usize]) -> Option<Vec<Draft>> {
    let blocks = &view.outline.blocks;
    let alone = entry.timed.words.is_empty() && blocks[entry.block].kind == BlockKind::Term && rest.len() > 1;
    if !alone || rest.iter().any(|index| blocks[*index].kind != BlockKind::Description) {
        return None;
    }
    let passages = || rest.iter().map(|index| &blocks[*index].passage);
    let people = |passage: &&Passage| {
        !cell::only_people_at(passage, Span::new(0..passage.text.len()), &SourceKind::List).is_empty()
    };
    if passages().any(|passage| people(&passage)) {
        return None;
    }
    let sessions: Vec<Draft> = passages().filter_map(|passage| cell::session(passage, &SourceKind::List)).collect();
    let own = |draft: &Draft| !draft.speakers.is_empty() || draft.kind.is_some();
    (sessions.len() == rest.len() && sessions[1..].iter().all(own)).then_some(sessions)
}

/// The sessions of a heading that names but a part of the day: `Morning workshops (9:30 - 12:30)`.
fn opened(draft: Draft) -> Vec<Draft> {
    let mut words = draft.title.value.split(' ');
    let first = words.next().unwrap_or("").trim_end_matches(':');
    let unnamed = draft.title.value.is_empty();
    if !unnamed && (draft.sessions.is_empty() || words.count() > 1 || !is_word(first, PERIODS)) {
        return vec![draft];
    }
    let slot = (draft.start, draft.end, draft.zone);
    let within = |mut session: Draft| {
        (session.start, session.end, session.zone) = slot.clone();
        session
    };
    draft.sessions.into_iter().map(within).collect()
}

/// The blocks that follow a line and may tell of its session.
fn following(view: &View<'_>, entry: &Entry<'_>, next: Option<&Entry<'_>>) -> Vec<usize> {
    let outline = view.outline;
    let block = &outline.blocks[entry.block];
    let end = next.map_or(outline.blocks.len(), |next| next.block + usize::from(is_lazy(view, next)));
    let within = |index: &usize| {
        let other = &outline.blocks[*index];
        match block.kind {
            BlockKind::Item { .. } => other.parent.is_some_and(|parent| parent >= entry.block),
            BlockKind::Heading(_) | BlockKind::Lead => {
                outline.ancestors(other.section).any(|section| section == block.section)
            }
            _ => other.section == block.section || outline.sections[other.section].level == 7,
        }
    };
    let ends = |index: &usize| matches!(outline.blocks[*index].kind, BlockKind::Rule) || day::is_marker(view, *index);
    (entry.block + 1..end).take_while(|index| within(index) && !ends(index)).collect()
}

/// Whether a line stands behind the words of another item.
fn is_lazy(view: &View<'_>, entry: &Entry<'_>) -> bool {
    matches!(view.outline.blocks[entry.block].kind, BlockKind::Item { .. }) && entry.line.start() > 0
}

/// Adds what the blocks behind a line say: talks, people, what it is about. Of a block that is `cut`, what stands before it.
fn follow(
    view: &View<'_>,
    entry: &Entry<'_>,
    rest: &[usize],
    (taken, cut): (&BTreeSet<usize>, Option<(usize, usize)>),
    draft: &mut Draft,
) {
    let outline = view.outline;
    let kind = &outline.blocks[entry.block].kind;
    let described = |parent: Option<usize>| {
        parent.is_some_and(|parent| parent > entry.block && outline.blocks[parent].kind == BlockKind::Description)
    };
    let sub_heading = |section: usize| outline.sections[section].heading.filter(|heading| *heading > entry.block);
    draft.media.extend(of_blocks(rest.iter().map(|index| &outline.blocks[*index])));
    for (n, index) in rest.iter().enumerate() {
        let block = &outline.blocks[*index];
        if let Some((_, end)) = cut.filter(|(cut, _)| cut == index) {
            let before = block.passage.part(Span::new(0..end));
            match kind {
                BlockKind::Item { .. } if block.parent == Some(entry.block) => talk_or_people(&before, draft),
                BlockKind::Paragraph => draft.sessions.extend(cell::session(&before, &SourceKind::List)),
                _ => {}
            }
            continue;
        }
        if taken.contains(index) {
            continue;
        }
        match (kind, &block.kind) {
            (BlockKind::Item { .. }, BlockKind::Item { .. }) if block.parent == Some(entry.block) => {
                talk_or_people(&block.passage, draft);
            }
            (BlockKind::Term, BlockKind::Item { .. }) if described(block.parent) => {
                talk_or_people(&block.passage, draft);
            }
            (BlockKind::Item { .. }, BlockKind::Paragraph) if block.parent == Some(entry.block) => {
                paragraph(view, *index, &block.passage, draft);
            }
            (BlockKind::Heading(_), BlockKind::Heading(_)) => {
                draft.sessions.extend(cell::headed(&block.passage));
            }
            // What stands under a heading inside the session's own tells of that talk.
            (BlockKind::Heading(_), _) if sub_heading(block.section).is_some() && !draft.sessions.is_empty() => {
                if let Some(talk) = draft.sessions.last_mut() {
                    under(view, *index, block, talk);
                    of_track(block, talk);
                }
            }
            (BlockKind::Heading(_) | BlockKind::Lead, BlockKind::Item { .. }) if block.parent.is_none() => {
                let before = draft.speakers.len() + draft.sessions.len();
                under(view, *index, block, draft);
                // Under a heading stands much that is no talk; one with people is.
                if draft.speakers.len() + draft.sessions.len() == before {
                    let talk = cell::session(&block.passage, &SourceKind::List);
                    draft.sessions.extend(talk.filter(|talk| *kind == BlockKind::Lead || !talk.speakers.is_empty()));
                }
            }
            // `Lightning talks:` and below it who gives them.
            (BlockKind::Heading(_), BlockKind::Item { .. }) => {
                let talk = cell::session(&block.passage, &SourceKind::List);
                draft.sessions.extend(talk.filter(|talk| !talk.speakers.is_empty()));
            }
            (BlockKind::Heading(_) | BlockKind::Lead, _) => under(view, *index, block, draft),
            (BlockKind::Paragraph, BlockKind::Item { .. }) if block.parent.is_none() => {
                draft.sessions.extend(cell::session(&block.passage, &SourceKind::List));
            }
            (BlockKind::Paragraph | BlockKind::Term, BlockKind::Description) => {
                let people =
                    cell::only_people_at(&block.passage, Span::new(0..block.passage.text.len()), &SourceKind::List);
                if people.is_empty() {
                    paragraph(view, *index, &block.passage, draft);
                } else {
                    draft.speakers.extend(people);
                }
            }
            // A paragraph right behind the line; further ones, and those behind a row of lines, may speak of anything.
            (BlockKind::Paragraph, BlockKind::Paragraph | BlockKind::Lead) if n == 0 && entry.line.start() == 0 => {
                under(view, *index, block, draft);
            }
            _ => {}
        }
    }
    draft.media.dedup_by(|b, a| a.value.url == b.value.url);
}
