//! Paragraphs that start with a time, under a heading that is a day: `**10:00 - 10:45 EST - Welcome**`.

use handbill_model::SourceKind;
use handbill_text::Span;

use super::super::ledger::{Cite, Cited};
use super::super::sentences::plain;
use super::super::view::View;
use super::clocks::Clocks;
use super::day::of_passage;
use super::{DayDraft, Draft, cell};
use crate::outline::{Block, BlockKind};
use crate::phrase::TimePhrase;

/// The days of such lines, each with the block where it starts.
pub(super) fn days(view: &View<'_>) -> Vec<(usize, DayDraft)> {
    let outline = view.outline;
    let mut found = Vec::new();
    for section in 1..outline.sections.len() {
        let Some(heading) = outline.heading(section).filter(|heading| matches!(heading.kind, BlockKind::Heading(_)))
        else {
            continue;
        };
        let blocks = || outline.within(section).filter(|(_, block)| block.parent.is_none());
        let timed = || blocks().filter_map(|(_, block)| lead_time(block));
        if timed().count() < 2 || outline.inner(section).any(|inner| outline.sections[inner].level < 7) {
            continue;
        }
        let Some(day) = of_passage(view, &heading.passage, &SourceKind::Heading) else { continue };
        let mut clocks = Clocks::new(timed());
        let mut sessions: Vec<Draft> = Vec::new();
        for (_, block) in blocks() {
            match (lead_time(block), &block.kind) {
                (Some(time), _) => sessions.extend(session(block, time, &mut clocks)),
                (None, BlockKind::Item { .. }) => {
                    if let Some(last) = sessions.last_mut() {
                        last.sessions.extend(talk(block));
                    }
                }
                (None, _) => {}
            }
        }
        found.push((
            outline.sections[section].blocks.start,
            DayDraft { date: day.date, label: Some(day.label), sessions },
        ));
    }
    found
}

/// The time that a paragraph starts with.
fn lead_time(block: &Block) -> Option<&TimePhrase> {
    let prose = matches!(block.kind, BlockKind::Paragraph | BlockKind::Lead);
    block.passage.phrases().times.first().filter(|time| prose && time.span.start() <= 2)
}

/// A session whose first line is its time and title; what follows says more.
fn session(block: &Block, time: &TimePhrase, clocks: &mut Clocks) -> Option<Draft> {
    let passage = &block.passage;
    let (start, end) = clocks.read(passage, time, &SourceKind::Prose);
    let text = &passage.text[time.span.end()..];
    let skip = text.len() - text.trim_start_matches([' ', ':', '-', '–', '—', ',', ')', '.', '|']).len();
    let rest = passage.part(Span::new(time.span.end() + skip..passage.text.len()));
    let strong =
        passage.marks.iter().find(|mark| mark.span.contains(time.span) && mark.span.end() > time.span.end() + skip);
    let len = strong.map_or_else(
        || rest.text.find('\n').unwrap_or(rest.text.len()),
        |mark| mark.span.end() - time.span.end() - skip,
    );
    let title = rest.part(Span::new(0..len.min(rest.text.len())));
    let mut draft = cell::session(&title, &SourceKind::Prose)?;
    (draft.start, draft.end) = (start, end);
    let more = rest.part(Span::new(len.min(rest.text.len())..rest.text.len()));
    if !more.is_empty() {
        draft.summary = Some(Cited::new(plain(&more.text), Cite::whole(&more, SourceKind::Prose)));
    }
    Some(draft)
}

/// `Title (Speaker, Affiliation)`, without a time of its own.
fn talk(block: &Block) -> Option<Draft> {
    let passage = &block.passage;
    if !passage.phrases().times.is_empty() {
        return None;
    }
    let text = passage.text.trim_end();
    let open = text.rfind(" (").filter(|_| text.ends_with(')'));
    let Some(open) = open else { return cell::session(passage, &SourceKind::List) };
    // The parenthesis that the closing one belongs to: `(A (X), B)`.
    let open = text[..open]
        .rfind(" (")
        .filter(|outer| {
            text[*outer..].matches('(').count() == text[*outer..].matches(')').count()
                && !text[*outer..open].contains(')')
        })
        .unwrap_or(open);
    let people = cell::speakers(passage, Span::new(open + 2..text.len() - 1), &SourceKind::List);
    if people.is_empty() {
        return cell::session(passage, &SourceKind::List);
    }
    let mut draft = cell::session(&passage.part(Span::new(0..open)), &SourceKind::List)?;
    draft.speakers = people;
    Some(draft)
}
