//! Lists whose items start with a time: `9:00 - 9:15: Welcome`.

use handbill_model::SourceKind;
use handbill_text::Span;

use super::super::view::View;
use super::clocks::Clocks;
use super::{DayDraft, cell, day};
use crate::outline::{Block, BlockKind};
use crate::phrase::TimePhrase;

/// The days of such lists, each with the block where it starts.
pub(super) fn days(view: &View<'_>) -> Vec<(usize, DayDraft)> {
    let lists = 0..view.outline.lists.len();
    lists
        .filter_map(|list| {
            let items: Vec<(usize, &Block)> = view.outline.items(list).collect();
            let index = items.first()?.0;
            Some((index, list_day(view, index, &items)?))
        })
        .collect()
}

fn list_day(view: &View<'_>, index: usize, items: &[(usize, &Block)]) -> Option<DayDraft> {
    let timed = items.iter().filter(|(_, block)| lead_time(block).is_some()).count();
    if timed < 2 || timed * 2 < items.len() {
        return None;
    }
    let around = view.outline.blocks[index]
        .parent
        .and_then(|parent| day::of_passage(view, &view.outline.blocks[parent].passage, &SourceKind::List));
    let day = around.or_else(|| day::of_section(view, view.outline.blocks[index].section))?;
    let mut clocks = Clocks::new(items.iter().filter_map(|(_, block)| lead_time(block)));
    let mut sessions = Vec::new();
    for (at, block) in items {
        let Some(time) = lead_time(block) else { continue };
        let (start, end) = clocks.read(&block.passage, time, &SourceKind::List);
        let text = &block.passage.text[time.span.end()..];
        let skip = text.len() - text.trim_start_matches([' ', ':', '-', '–', '—', ',', ')', '.', '\n']).len();
        let rest = block.passage.part(Span::new(time.span.end() + skip..block.passage.text.len()));
        let Some(mut draft) = cell::session(&rest, &SourceKind::List) else { continue };
        (draft.start, draft.end) = (start, end);
        for (_, inner) in view.outline.inside(*at).filter(|(_, inner)| matches!(inner.kind, BlockKind::Item { .. })) {
            draft.sessions.extend(cell::session(&inner.passage, &SourceKind::List));
        }
        sessions.push(draft);
    }
    Some(DayDraft { date: day.date, label: Some(day.label), sessions })
}

/// The time that an item starts with.
fn lead_time(block: &Block) -> Option<&TimePhrase> {
    block.passage.phrases().times.first().filter(|time| time.span.start() <= 2)
}
