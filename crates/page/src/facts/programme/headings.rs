//! Headings that are sessions, under headings that are days.

use handbill_model::SourceKind;
use handbill_text::Span;

use super::super::ledger::{Cite, Cited};
use super::super::media::of_blocks;
use super::super::places::is_venue_name;
use super::super::sentences::{has_any, plain};
use super::super::view::View;
use super::clocks::Clocks;
use super::day::{NamedDay, of_passage};
use super::{DayDraft, Draft, cell};
use crate::outline::{Block, BlockKind};
use crate::passage::Style;

const SPEAKERS: &[&str] = &[
    "presenter", "presenters", "speaker", "speakers", "facilitator", "facilitators", "instructor", "instructors",
    "chair", "chairs", "moderator", "moderators", "panelists", "panellists", "led by", "host", "hosts", "session lead",
    "session leads", "with",
];

/// The days that headings name, each with the block where it starts.
pub(super) fn days(view: &View<'_>) -> Vec<(usize, DayDraft)> {
    let outline = view.outline;
    let mut found = Vec::new();
    for section in 1..outline.sections.len() {
        let Some(heading) = outline.heading(section).filter(|heading| matches!(heading.kind, BlockKind::Heading(_)))
        else {
            continue;
        };
        let day = if heading.passage.phrases().times.is_empty() {
            of_passage(view, &heading.passage, &SourceKind::Heading)
        } else {
            None
        };
        // The date and time may also stand in the first line under the session's own heading; under a call it is a deadline.
        if day.is_none() && has_any(&heading.passage.text, &["deadline", "call for"]) {
            continue;
        }
        if day.is_none() {
            if let Some((day, draft)) = dated(view, section) {
                found.push((
                    outline.sections[section].blocks.start,
                    DayDraft { date: day.date, label: Some(day.label), sessions: vec![draft] },
                ));
            }
            continue;
        }
        let Some(day) = day.filter(|_| !has_any(&heading.passage.text, &["deadline", "registration", "call for"]))
        else {
            continue;
        };
        let inner: Vec<usize> = outline.inner(section).filter(|inner| outline.sections[*inner].level < 7).collect();
        let has_table = outline.within(section).any(|(_, block)| matches!(block.kind, BlockKind::Table(_)));
        if inner.is_empty() || has_table {
            continue;
        }
        let mut clocks = Clocks::default();
        let sessions: Vec<Draft> = inner.into_iter().filter_map(|inner| session(view, inner, &mut clocks)).collect();
        found.push((
            outline.sections[section].blocks.start,
            DayDraft { date: day.date, label: Some(day.label), sessions },
        ));
    }
    // Headings under a day may also be chapters of prose; sessions have a time, people, talks or a recording.
    let tells = |draft: &&Draft| {
        draft.start.is_some() || !draft.speakers.is_empty() || !draft.sessions.is_empty() || !draft.media.is_empty()
    };
    let sessions = || found.iter().flat_map(|(_, day)| &day.sessions);
    if sessions().filter(tells).count() * 2 < sessions().count() {
        found.clear();
    }
    found
}

/// A session whose first line is its date and time.
fn dated(view: &View<'_>, section: usize) -> Option<(NamedDay, Draft)> {
    let (_, first) = view.outline.own(section).next()?;
    let phrases = first.passage.phrases();
    let dated = matches!(first.kind, BlockKind::Paragraph)
        && phrases.times.len() == 1
        && phrases.dates.len() == 1
        && first.passage.text.split_whitespace().count() <= 14;
    let day = of_passage(view, &first.passage, &SourceKind::Prose).filter(|_| dated)?;
    let draft = session(view, section, &mut Clocks::default())?;
    let cite = Cite::part(&first.passage, phrases.dates[0].span, SourceKind::Prose);
    let label = Cited::new(plain(phrases.dates[0].span.of(&first.passage.text)), cite);
    Some((NamedDay { label, ..day }, draft))
}

/// The session of a heading and what stands under it.
fn session(view: &View<'_>, section: usize, clocks: &mut Clocks) -> Option<Draft> {
    let outline = view.outline;
    let heading = outline.heading(section)?;
    let passage = &heading.passage;
    let time = passage.phrases().times.first();
    let title = match time {
        Some(time) if time.span.start() <= 2 => Span::new(time.span.end()..passage.text.len()),
        Some(time) => Span::new(0..time.span.start()),
        None => Span::new(0..passage.text.len()),
    };
    let text = title.of(&passage.text);
    let lead = text.len() - text.trim_start_matches(|c: char| !c.is_alphanumeric() && !"\"“‘'¿¡?".contains(c)).len();
    let kept = text[lead..].trim_end_matches([' ', ':', '-', '–', '—', '(', ',']);
    let title = Span::new(title.start() + lead..title.start() + lead + kept.len());
    if kept.is_empty() {
        return None;
    }
    let mut draft = Draft::new(Cited::new(plain(kept), Cite::part(passage, title, SourceKind::Heading)));
    draft.id = heading.id.as_ref().map(|id| Cited::new(id.as_str(), Cite::whole(passage, SourceKind::Heading)));
    if let Some(time) = time {
        (draft.start, draft.end) = clocks.read(passage, time, &SourceKind::Heading);
    }
    let blocks: Vec<(usize, &Block)> = outline.within(section).collect();
    for (index, block) in &blocks {
        under(view, *index, block, clocks, &mut draft);
    }
    draft.media = of_blocks(blocks.iter().map(|(_, block)| *block));
    Some(draft)
}

/// What a block under a session's heading says of it.
fn under(view: &View<'_>, index: usize, block: &Block, clocks: &mut Clocks, draft: &mut Draft) {
    let passage = &block.passage;
    if draft.start.is_none()
        && let Some(time) = passage.phrases().times.first().filter(|_| passage.text.split_whitespace().count() <= 14)
    {
        (draft.start, draft.end) = clocks.read(passage, time, &SourceKind::Prose);
        return;
    }
    for fact in view.labels_of(index) {
        let whole = Span::new(0..fact.value.text.len());
        if has_any(&fact.label, SPEAKERS) {
            draft.speakers.extend(cell::people(&fact.value, whole, &SourceKind::Label));
        } else if has_any(&fact.label, &["location", "room", "where", "venue"])
            && draft.room.is_none()
            && !fact.value.is_empty()
        {
            draft.room = Some(Cited::new(plain(&fact.value.text), Cite::whole(&fact.value, SourceKind::Label)));
        } else if has_any(&fact.label, &["description", "abstract"]) && draft.summary.is_none() {
            draft.summary = Some(Cited::new(plain(&fact.value.text), Cite::whole(&fact.value, SourceKind::Label)));
        }
    }
    match block.kind {
        BlockKind::Item { list, .. } if block.parent.is_none() => {
            let heading = view.outline.title(block.section).trim_end_matches(':');
            let under_speakers = has_any(heading, SPEAKERS) && view.outline.sections[block.section].level == 7
                || announces_speakers(view, list);
            let strong = passage.marks.iter().any(|mark| {
                mark.style == Style::Strong && mark.span.start() == 0 && mark.span.end() < passage.text.len()
            });
            if under_speakers {
                draft.speakers.extend(
                    cell::speakers(passage, Span::new(0..passage.text.len()), &SourceKind::List).into_iter().take(1),
                );
            } else if strong
                && !passage.text.starts_with(|c: char| c.is_ascii_digit())
                && !passage.marks[0].span.of(&passage.text).ends_with(':')
            {
                draft.sessions.extend(cell::session(passage, &SourceKind::List));
            }
        }
        BlockKind::Lead if draft.room.is_none() && is_venue_name(&passage.text) => {
            draft.room = Some(Cited::new(plain(&passage.text), Cite::whole(passage, SourceKind::Prose)));
        }
        BlockKind::Paragraph
            if draft.summary.is_none() && passage.text.split_whitespace().count() >= 15 && block.parent.is_none() =>
        {
            draft.summary = Some(Cited::new(plain(&passage.text), Cite::whole(passage, SourceKind::Prose)));
        }
        _ => {}
    }
}

/// Whether the block before a list announces people: `**Presenters**:`.
fn announces_speakers(view: &View<'_>, list: usize) -> bool {
    let before = view.outline.lists[list].start.checked_sub(1).map(|before| &view.outline.blocks[before].passage.text);
    before.is_some_and(|text| {
        has_any(text.trim_end_matches([':', ' ']), SPEAKERS) && text.split_whitespace().count() <= 4
    })
}
