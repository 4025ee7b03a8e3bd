//! Headings that are sessions, under headings that are days.

use std::cell::OnceCell;
use std::collections::BTreeSet;

use handbill_model::SourceKind;
use handbill_text::Span;

use super::super::ledger::{Cite, Cited};
use super::super::media::of_blocks;
use super::super::sentences::{has_any, is_short, plain};
use super::super::view::View;
use super::clocks::{Clocks, zone};
use super::day::{NamedDay, of_passage};
use super::under::under;
use super::{DayDraft, Draft, cell, headed};
use crate::outline::{Block, BlockKind};
use crate::phrase::{DayReading, lone_time};

/// The days that headings name, each with the block where it starts.
pub(super) fn days(view: &View<'_>, taken: &BTreeSet<usize>) -> Vec<(usize, DayDraft)> {
    let outline = view.outline;
    let mut found = Vec::new();
    let named: Vec<OnceCell<Option<NamedDay>>> = vec![OnceCell::new(); outline.sections.len()];
    let day_of = |section: usize| {
        let read = || of_passage(view, &outline.heading(section)?.passage, &SourceKind::Heading);
        named[section].get_or_init(read).as_ref()
    };
    for section in 1..outline.sections.len() {
        let Some(heading) = outline.heading(section).filter(|heading| matches!(heading.kind, BlockKind::Heading(_)))
        else {
            continue;
        };
        let day = if heading.passage.phrases().times.is_empty() { day_of(section) } else { None };
        // The date and time may also stand in the first line under the session's own heading; under a call it is a deadline.
        if day.is_none() && view.is_titled(section, &["deadline", "call for", "when", "where", "date", "dates", "time"])
        {
            continue;
        }
        if day.is_none() {
            // Under a day's heading it is one of the sessions below.
            if outline.ancestors(section).skip(1).any(|section| day_of(section).is_some()) {
                continue;
            }
            let tabled = |index: &usize| matches!(outline.blocks[*index].kind, BlockKind::Table(_));
            // A table with times tells the sessions itself.
            if taken.range(outline.sections[section].blocks.clone()).any(tabled) {
                continue;
            }
            // Under the page's own heading they are the event's.
            let own = heading.kind == BlockKind::Heading(1);
            if !own && let Some((day, draft)) = dated(view, section, taken) {
                found.push((
                    outline.sections[section].blocks.start,
                    DayDraft { date: day.date, label: Some(day.label), sessions: vec![draft] },
                ));
            }
            continue;
        }
        let Some(day) = day.filter(|_| !view.is_titled(section, &["deadline", "registration", "call for"])).cloned()
        else {
            continue;
        };
        let inner: Vec<usize> = outline.inner(section).filter(|inner| outline.sections[*inner].level < 7).collect();
        let has_table = outline.within(section).any(|(_, block)| matches!(block.kind, BlockKind::Table(_)));
        let is_timed = taken.range(outline.sections[section].blocks.clone()).next().is_some();
        if inner.is_empty() || has_table || is_timed {
            continue;
        }
        let mut clocks = Clocks::default();
        let inner = inner.into_iter().filter(|inner| !is_of_other_days(view, *inner));
        let sessions: Vec<Draft> = inner.filter_map(|inner| session(view, inner, &mut clocks)).collect();
        found.push((
            outline.sections[section].blocks.start,
            DayDraft { date: day.date, label: Some(day.label), sessions },
        ));
    }
    let sessions = || found.iter().flat_map(|(_, day)| &day.sessions);
    if sessions().filter(|draft| tells(draft)).count() * 2 < sessions().count() {
        found.clear();
    }
    found
}

/// Headings under a day may also be chapters of prose; sessions have a time, people, talks or a recording.
fn tells(draft: &Draft) -> bool {
    draft.start.is_some() || !draft.speakers.is_empty() || !draft.sessions.is_empty() || !draft.media.is_empty()
}

/// Whether the first line under a heading is of days on which the event has ended or not begun.
fn is_of_other_days(view: &View<'_>, section: usize) -> bool {
    let first = view.outline.within(section).next().map(|(_, block)| &block.passage);
    let date = first.and_then(|passage| passage.phrases().dates.first());
    let (Some(date), Some(event)) = (date, view.when()) else { return false };
    let near = |reading: DayReading| reading.near(event.start());
    near(date.first()).is_some_and(|day| day > event.end()) || near(date.last()).is_some_and(|day| day < event.start())
}

/// A session whose first line is its date and time.
fn dated(view: &View<'_>, section: usize, taken: &BTreeSet<usize>) -> Option<(NamedDay, Draft)> {
    let mut blocks = view.outline.within(section);
    let (mut index, mut first) = blocks.next()?;
    // Who speaks may stand over it.
    if first.passage.phrases().times.is_empty() && matches!(first.kind, BlockKind::Paragraph | BlockKind::Lead) {
        let whole = Span::new(0..first.passage.text.len());
        let second = blocks.next().filter(|(_, second)| !second.passage.phrases().times.is_empty())?;
        if cell::only_people_at(&first.passage, whole, &SourceKind::Prose).is_empty() {
            return None;
        }
        (index, first) = second;
    }
    let phrases = first.passage.phrases();
    let dated = matches!(first.kind, BlockKind::Paragraph)
        && lone_time(&first.passage.text, phrases.times.iter()).is_some()
        && phrases.dates.len() == 1
        && is_short(&first.passage.text, 14);
    let due = || {
        has_any(
            &first.passage.text,
            &["deadline", "due", "submit", "submissions", "by", "before", "until", "closes", "close", "opens"],
        )
    };
    if !dated || due() || taken.contains(&index) {
        return None;
    }
    let day = of_passage(view, &first.passage, &SourceKind::Prose)?;
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
        draft.zone = zone(passage, time, &SourceKind::Heading);
    }
    let blocks: Vec<(usize, &Block)> = outline.within(section).collect();
    for (index, block) in &blocks {
        let time = block.passage.phrases().times.first();
        if draft.start.is_none()
            && let Some(time) = time.filter(|_| is_short(&block.passage.text, 14))
        {
            (draft.start, draft.end) = clocks.read(&block.passage, time, &SourceKind::Prose);
            draft.zone = zone(&block.passage, time, &SourceKind::Prose);
            draft.room = headed::room_of(&block.passage);
            continue;
        }
        under(view, *index, block, &mut draft);
    }
    draft.media = of_blocks(blocks.iter().map(|(_, block)| *block));
    if tells(&draft) {
        draft.kind = cell::what(passage, title, &SourceKind::Heading);
    }
    Some(draft)
}
