//! The lines of a block that have a time of their own.

use handbill_text::Span;

use super::super::lead::{Timed, leading, trailing};
use super::{first_line, item_time};
use crate::facts::sentences::has_any;
use crate::facts::view::View;
use crate::outline::{Block, BlockKind};
use crate::passage::Passage;

/// The lines of a block that have a time.
pub(super) fn lines<'a>(view: &View<'_>, block: &'a Block, lists: &[bool]) -> Vec<(Span, Timed<'a>)> {
    let passage = &block.passage;
    let due = |timed: &Timed<'_>| has_any(timed.words.of(&passage.text), &["deadline", "due", "submissions close"]);
    match block.kind {
        BlockKind::Item { list, .. } => {
            let first = first_line(passage).and_then(|line| Some((line, item_time(passage, line)?)));
            if first.is_none() && goes_on(view, block, lists) {
                // What stands under a nested list without a mark of its own is published in its last item.
                let lines = passage.lines().flat_map(|(line, _)| written_ends(view, passage, line));
                let timed = lines.skip(1).filter_map(|line| Some((line, leading(passage, line)?)));
                return timed.filter(|(_, timed)| !timed.words.is_empty() && !due(timed)).collect();
            }
            first.into_iter().filter(|(_, timed)| lists[list] && !due(timed)).collect()
        }
        BlockKind::Heading(_) => {
            let whole = Span::new(0..passage.text.len());
            let timed = leading(passage, whole).or_else(|| trailing(passage, whole));
            timed
                .into_iter()
                .filter(|timed| !timed.words.is_empty() && !due(timed))
                .map(|timed| (whole, timed))
                .collect()
        }
        BlockKind::Paragraph | BlockKind::Lead | BlockKind::Term => {
            let in_item =
                block.parent.is_some_and(|parent| matches!(view.outline.blocks[parent].kind, BlockKind::Item { .. }));
            let lines = passage.lines().flat_map(|(line, _)| written_lines(view, passage, line));
            let timed = lines.filter_map(|line| Some((line, leading(passage, line)?)));
            // A line of nothing but a date and a time says when something is due, not what takes place.
            let bare = |timed: &Timed<'_>| timed.words.is_empty() && timed.date.is_some();
            timed.filter(|(_, timed)| !in_item && !due(timed) && !bare(timed)).collect()
        }
        BlockKind::Description
        | BlockKind::Quote
        | BlockKind::Code
        | BlockKind::Table(_)
        | BlockKind::Embed { .. }
        | BlockKind::Rule => Vec::new(),
    }
}

/// Whether a block is an item below one of a list of times.
fn goes_on(view: &View<'_>, block: &Block, lists: &[bool]) -> bool {
    block.parent.is_some_and(|parent| match view.outline.blocks[parent].kind {
        BlockKind::Item { list, .. } => lists[list],
        _ => false,
    })
}

/// A line cut in front of the first time that starts one of its author's lines.
fn written_ends(view: &View<'_>, passage: &Passage, line: Span) -> Vec<Span> {
    let mut times = passage.phrases().times_in(line).map(|time| time.span.start());
    let starts = |at: &usize| {
        let place = passage.place(Span::at(*at)).span.start();
        view.source.get(..place).unwrap_or_default().trim_end_matches([' ', '\t', '*', '_']).ends_with('\n')
    };
    match times.find(|at| *at > line.start() && starts(at)) {
        Some(at) => vec![Span::new(line.start()..at), Span::new(at..line.end())],
        None => vec![line],
    }
}

/// A line cut where its author started new ones with a time: what is joined on the published page was written as a list.
fn written_lines(view: &View<'_>, passage: &Passage, line: Span) -> Vec<Span> {
    let starts = |at: usize| {
        let place = passage.place(Span::at(at)).span.start();
        let before = view.source.get(..place).unwrap_or_default();
        let before = before.trim_end_matches([' ', '\t', '*', '_', '>', '[', '(']);
        before.is_empty() || before.ends_with('\n')
    };
    let mut times = passage.phrases().times_in(line).map(|time| time.span.start());
    // One time, or none at the start: no list.
    let (Some(first), Some(second)) = (times.next(), times.next()) else { return vec![line] };
    if passage.text[line.start()..first].contains(char::is_alphanumeric) {
        return vec![line];
    }
    let mut found = Vec::new();
    let mut from = line.start();
    for at in std::iter::once(second).chain(times).filter(|at| starts(*at)) {
        found.push(Span::new(from..at));
        from = at;
    }
    found.push(Span::new(from..line.end()));
    found
}
