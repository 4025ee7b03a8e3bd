//! Talks and posters that a list names without times, under a heading that calls them so.

use std::collections::BTreeSet;

use handbill_model::SourceKind;
use handbill_text::Span;

use super::super::ledger::{Cite, Cited};
use super::super::sentences::{is_short, mark_at, plain};
use super::super::view::View;
use super::{DayDraft, Draft, cell, day, timeline};
use crate::outline::{Block, BlockKind};
use crate::passage::{Passage, Style};

/// Headings of such lists, to the word.
const HEADINGS: &[&str] = &[
    "talks", "lightning talks", "invited talks", "accepted talks", "contributed talks", "short talks", "keynote talks",
    "list of talks", "keynotes", "presentations", "posters", "poster presentations", "accepted posters",
    "list of posters", "accepted papers", "programme", "program", "agenda", "line-up", "lineup", "speakers",
    "invited speakers", "keynote speakers",
];

/// One of these stands in each of them.
const WORDS: &[&str] = &[
    "talks", "presentations", "posters", "papers", "programme", "program", "agenda", "line-up", "lineup", "keynotes",
    "speakers",
];

/// The days of such lists, each with the block where it starts; `taken` holds a time.
pub(super) fn days(view: &View<'_>, taken: &BTreeSet<usize>) -> Vec<(usize, DayDraft)> {
    let outline = view.outline;
    let mut found = Vec::new();
    for section in view.sections(WORDS) {
        let title = outline.title(section).trim_end_matches(':').trim();
        let named = HEADINGS.iter().any(|heading| heading.eq_ignore_ascii_case(title));
        if !named || timeline::is_elsewhere(view, section) || is_of_a_day(view, section) {
            continue;
        }
        let blocks = || outline.own(section);
        let timed = blocks().any(|(index, block)| taken.contains(&index) || matches!(block.kind, BlockKind::Table(_)));
        let items: Vec<(usize, &Block)> = blocks()
            .filter(|(_, block)| matches!(block.kind, BlockKind::Item { .. }) && block.parent.is_none())
            .collect();
        let Some((start, _)) = items.first().filter(|_| !timed && items.len() > 1) else { continue };
        let sessions: Vec<Draft> = items.iter().filter_map(|(_, block)| talk(&block.passage)).collect();
        // A list in which few have a speaker is one of something else.
        let told = sessions.iter().filter(|session| !session.speakers.is_empty()).count();
        if told < 2 || told * 3 < items.len() * 2 {
            continue;
        }
        let (date, label) = day::of_page(view).map_or((None, None), |day| (day.date, Some(day.label)));
        found.push((*start, DayDraft { date, label, sessions }));
    }
    found
}

/// Whether a heading over a section names a day or a time: what stands there is read with it.
fn is_of_a_day(view: &View<'_>, section: usize) -> bool {
    let mut headings = view.outline.ancestors(section).filter_map(|section| view.outline.heading(section));
    headings.any(|heading| {
        let phrases = heading.passage.phrases();
        !(phrases.dates.is_empty() && phrases.times.is_empty() && phrases.weekdays.is_empty())
    })
}

/// `Title - People`, `People: Title`; among talks also `Open discussion`.
fn talk(passage: &Passage) -> Option<Draft> {
    if let Some(draft) = by_strong_people(passage) {
        return Some(draft);
    }
    // `Moderator: Ann Lee` leads through the talks.
    let leads =
        |label: &str| ["moderator", "chair", "host", "facilitator"].iter().any(|word| word.eq_ignore_ascii_case(label));
    if passage.text.split_once(": ").is_some_and(|(label, _)| leads(label)) {
        return None;
    }
    let draft = cell::session(passage, &SourceKind::List)?;
    if !draft.speakers.is_empty() {
        return Some(draft);
    }
    let line = passage.text.split('\n').next().unwrap_or("");
    led_by_people(passage, line)
        .or_else(|| Some(draft).filter(|_| is_short(line, 6) && !line.ends_with(['.', ':', '?'])))
}

/// `**Ann Lee**, *Knots and ropes*`: people strong, and a title in a style of its own.
fn by_strong_people(passage: &Passage) -> Option<Draft> {
    let strong = passage.marks.first().filter(|mark| mark.style == Style::Strong && mark.span.start() == 0)?;
    let title =
        passage.marks.iter().find(|mark| mark.style == Style::Emphasis && mark.span.start() > strong.span.end())?;
    let speakers = cell::only_people_at(passage, strong.span, &SourceKind::List);
    let text = title.span.of(&passage.text);
    if speakers.is_empty() || !text.contains(' ') || text.starts_with('(') {
        return None;
    }
    let mut draft = Draft::new(Cited::new(plain(text), Cite::part(passage, title.span, SourceKind::List)));
    draft.speakers = speakers;
    Some(draft)
}

/// `Ann Lee: Knots and ropes`.
fn led_by_people(passage: &Passage, line: &str) -> Option<Draft> {
    let marks = [": ", " - ", " – ", " — "];
    let (at, mark) = marks.iter().filter_map(|mark| Some((mark_at(line, mark)?, mark.len()))).min()?;
    let speakers = cell::only_people_at(passage, Span::new(0..at), &SourceKind::List);
    let title = line[at + mark..].trim_matches([' ', '*', '_', '"', '“', '”', '.']);
    if speakers.is_empty() || !title.contains(' ') {
        return None;
    }
    let from = at + mark + line[at + mark..].find(title)?;
    let span = Span::new(from..from + title.len());
    let mut draft = Draft::new(Cited::new(plain(title), Cite::part(passage, span, SourceKind::List)));
    draft.speakers = speakers;
    draft.media = cell::recordings(passage);
    Some(draft)
}

/// The sessions of a series: a list whose items start with the days of the event, which are no run.
pub(super) fn series(view: &View<'_>, taken: &BTreeSet<usize>) -> Vec<(usize, DayDraft)> {
    let Some(event) = view.when().filter(|event| event.runs.len() > 2 && !event.is_one_run()) else {
        return Vec::new();
    };
    let mut found = Vec::new();
    for (index, block) in view.outline.blocks.iter().enumerate() {
        let passage = &block.passage;
        let item = matches!(block.kind, BlockKind::Item { .. }) && block.parent.is_none() && !taken.contains(&index);
        let Some(date) = passage.phrases().dates.first().filter(|_| item) else { continue };
        let leads = date.is_one_day() && !passage.text[..date.span.start()].contains(char::is_alphanumeric);
        let day = day::of_date(view, passage, date).filter(|_| leads);
        let Some(day) = day.filter(|day| day.date.as_ref().is_some_and(|date| event.has(date.value))) else { continue };
        let rest = passage.text[date.span.end()..].trim_start_matches([' ', ':', '-', '–', '—', ',', '|', ')']);
        let words = Span::new(passage.text.len() - rest.len()..passage.text.len());
        if let Some(session) = cell::session(&passage.part(words), &SourceKind::List) {
            found.push((index, DayDraft { date: day.date, label: Some(day.label), sessions: vec![session] }));
        }
    }
    // A day or two may be anything; a series tells of nearly all of its days.
    if found.len() * 3 < event.runs.len() * 2 {
        found.clear();
    }
    found
}
