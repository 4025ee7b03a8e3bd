//! Sessions that a heading names, with the line below it that tells when they take place, and where.

use handbill_model::SourceKind;
use handbill_text::Span;

use super::super::ledger::{Cite, Cited};
use super::super::places::is_venue_name;
use super::super::sentences::{has_any, is_short, plain};
use super::super::view::View;
use super::lead::{Timed, leading};
use super::{Draft, cell, day};
use crate::outline::BlockKind;
use crate::passage::Passage;

/// Headings that name the programme and no session of it, or what is told of the event's own hours.
const NO_SESSIONS: &[&str] = &[
    "programme", "program", "schedule", "agenda", "timetable", "sessions", "when", "date", "dates", "time", "times",
    "location", "venue", "where", "details", "logistics",
];

/// The session of the heading over a paragraph that starts with a time, where nothing but who speaks stands between them
/// and what follows on the line of the time names a room or nothing.
pub(super) fn session(view: &View<'_>, index: usize, timed: &Timed<'_>, words: Span) -> Option<Draft> {
    let outline = view.outline;
    let block = &outline.blocks[index];
    let passage = &block.passage;
    let own = outline.sections[block.section].heading == Some(index);
    let section = if own { outline.sections[block.section].parent? } else { block.section };
    // A speaker who is written strong heads what follows, too.
    let lead = outline.sections[section].heading.filter(|at| outline.blocks[*at].kind == BlockKind::Lead);
    let section = if lead.is_some() { outline.sections[section].parent? } else { section };
    let at = outline.sections[section].heading.filter(|at| (*at + 1..=*at + 2).contains(&index))?;
    let between = (at + 1 < index).then_some(at + 1);
    let heading = &outline.blocks[at];
    let names = matches!(heading.kind, BlockKind::Heading(_))
        && matches!(block.kind, BlockKind::Paragraph | BlockKind::Lead)
        && lead.is_none_or(|lead| Some(lead) == between)
        && outline.inner(section).all(|inner| {
            let inner = outline.sections[inner].heading;
            inner == Some(index) || inner == between
        })
        && !day::is_marker(view, at)
        && !has_any(&heading.passage.text, NO_SESSIONS)
        && heading.passage.phrases().times.is_empty();
    if !names {
        return None;
    }
    let speakers = between.map_or_else(Vec::new, |between| {
        let passage = &outline.blocks[between].passage;
        cell::only_people_at(passage, Span::new(0..passage.text.len()), &SourceKind::Prose)
    });
    let line = first_line(passage, words);
    let room = room(passage, line).or_else(|| behind_a_comma(passage, timed, line));
    if between.is_some() && speakers.is_empty()
        || room.is_none() && line.of(&passage.text).contains(char::is_alphanumeric)
    {
        return None;
    }
    let mut draft = cell::titled(&heading.passage, &SourceKind::Heading)?;
    draft.id =
        heading.id.as_ref().map(|id| Cited::new(id.as_str(), Cite::whole(&heading.passage, SourceKind::Heading)));
    draft.room = room;
    draft.speakers.extend(speakers);
    cell::more(passage, line.end(), &SourceKind::Prose, true, &mut draft);
    Some(draft)
}

/// Where a session is, in the line that tells its day and hours.
pub(super) fn room_of(passage: &Passage) -> Option<Cited<String>> {
    let timed = leading(passage, Span::new(0..passage.text.len()))?;
    behind_a_comma(passage, &timed, first_line(passage, timed.words))
}

/// Where a session is, behind its day and hours: `9 July 2031, 17:00 - 18:30, HS 15.03`.
fn behind_a_comma(passage: &Passage, timed: &Timed<'_>, line: Span) -> Option<Cited<String>> {
    let joint = &passage.text[timed.time.span.end()..line.start()];
    let text = line.of(&passage.text).trim_end_matches([' ', ')']);
    let dated = timed.date.is_some() && timed.time.end.is_some() && joint.trim() == ",";
    let span = Span::new(line.start()..line.start() + text.len());
    (dated && is_short(text, 4) && text.contains(char::is_alphabetic) && !text.contains([':', ',']))
        .then(|| Cited::new(plain(text), Cite::part(passage, span, SourceKind::Prose)))
}

/// What stands on the line of a time: up to the end of its line, or of its italics.
fn first_line(passage: &Passage, words: Span) -> Span {
    let at = words.start();
    let marked = passage.marks.iter().find(|mark| mark.span.contains(Span::at(at)));
    let end = marked.map_or(passage.text.len(), |mark| mark.span.end());
    Span::new(at..passage.text[at..end].find('\n').map_or(end, |line| at + line))
}

/// The room, where a line names nothing else behind its time: `9:00 - 12:00, Room N2`.
fn room(passage: &Passage, line: Span) -> Option<Cited<String>> {
    let text = line.of(&passage.text).trim_end_matches(['.', ' ', ')']);
    let span = Span::new(line.start()..line.start() + text.len());
    (is_short(text, 8) && is_venue_name(text))
        .then(|| Cited::new(plain(text), Cite::part(passage, span, SourceKind::Prose)))
}
