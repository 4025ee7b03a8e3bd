//! The lines of a block that start or end with a time.

use handbill_text::Span;

use super::super::super::sentences::has_any;
use super::super::super::view::View;
use super::super::lead::{Timed, leading, trailing};
use crate::outline::{Block, BlockKind};
use crate::passage::Passage;

/// The lists of which at least half of the items have a time.
pub(super) fn timed_lists(view: &View<'_>) -> Vec<bool> {
    let mut counts = vec![(0_usize, 0_usize); view.outline.lists.len()];
    for block in &view.outline.blocks {
        let BlockKind::Item { list, .. } = block.kind else { continue };
        let Some(line) = first_line(&block.passage) else { continue };
        counts[list].0 += usize::from(item_time(&block.passage, line).is_some());
        counts[list].1 += 1;
    }
    counts.into_iter().map(|(timed, all)| timed * 2 >= all && (timed > 1 || timed == 1 && all == 1)).collect()
}

fn item_time<'a>(passage: &'a Passage, line: Span) -> Option<Timed<'a>> {
    leading(passage, line).or_else(|| trailing(passage, line).filter(|timed| is_title(passage, timed.words)))
}

/// Whether words in front of a time may name a session: they are few, and label no day.
fn is_title(passage: &Passage, words: Span) -> bool {
    let text = words.of(&passage.text);
    (1..=12).contains(&text.split_whitespace().count())
        && !text.contains(". ")
        && !has_any(
            text,
            &[
                "when", "date", "dates", "time", "deadline", "due", "closes", "opens", "until", "by", "before", "open",
                "hours",
            ],
        )
}

fn first_line(passage: &Passage) -> Option<Span> {
    passage.lines().find(|(_, line)| line.contains(char::is_alphanumeric)).map(|(span, _)| span)
}

/// The lines of a block that have a time.
pub(super) fn of_block<'a>(view: &View<'_>, index: usize, block: &'a Block, lists: &[bool]) -> Vec<(Span, Timed<'a>)> {
    let passage = &block.passage;
    let due = |timed: &Timed<'_>| has_any(timed.words.of(&passage.text), &["deadline", "due", "submissions close"]);
    match block.kind {
        BlockKind::Item { list, .. } => {
            let first = first_line(passage).and_then(|line| Some((line, item_time(passage, line)?)));
            if first.is_none() && (goes_on(view, block, lists) || follows_lines(view, list)) {
                // What stands under a nested list without a mark of its own is published in its last item.
                let lines = passage
                    .lines()
                    .flat_map(|(line, _)| passage.written_lines(line, |at| starts_with_time(passage, at)));
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
                .filter(|timed| {
                    !due(timed) && (!timed.words.is_empty() || timed.date.is_none() && heads_a_list(view, index))
                })
                .map(|timed| (whole, timed))
                .collect()
        }
        BlockKind::Paragraph | BlockKind::Lead | BlockKind::Term => {
            let in_item =
                block.parent.is_some_and(|parent| matches!(view.outline.blocks[parent].kind, BlockKind::Item { .. }));
            let lines = passage.lines().flat_map(|(line, _)| written_lines(passage, line));
            let timed: Vec<_> = lines.filter_map(|line| Some((line, leading(passage, line)?))).collect();
            // A line of nothing but a date and a time says when something is due, not what takes place; the hours in a
            // line of their own below a day are the event's.
            let dated = passage.phrases().dates.first();
            let below = |timed: &Timed<'_>| dated.is_some_and(|date| date.span.end() <= timed.time.span.start());
            let alone = timed.len() == 1 && block.kind == BlockKind::Paragraph;
            let bare = |timed: &Timed<'_>| timed.words.is_empty() && (timed.date.is_some() || alone && below(timed));
            timed.into_iter().filter(|(_, timed)| !in_item && !due(timed) && !bare(timed)).collect()
        }
        BlockKind::Description
        | BlockKind::Quote
        | BlockKind::Code
        | BlockKind::Table(_)
        | BlockKind::Embed { .. }
        | BlockKind::Rule => Vec::new(),
    }
}

/// Whether nothing but a list of items without times of their own stands under a heading.
fn heads_a_list(view: &View<'_>, heading: usize) -> bool {
    let section = view.outline.blocks[heading].section;
    let mut own = view.outline.within(section).filter(|(index, _)| *index != heading).peekable();
    own.peek().is_some()
        && own
            .all(|(_, block)| matches!(block.kind, BlockKind::Item { .. }) && block.passage.phrases().times.is_empty())
}

/// Whether a block is an item below one of a list of times.
fn goes_on(view: &View<'_>, block: &Block, lists: &[bool]) -> bool {
    block.parent.is_some_and(|parent| match view.outline.blocks[parent].kind {
        BlockKind::Item { list, .. } => lists[list],
        _ => false,
    })
}

/// Whether a list stands right below a paragraph whose last line starts with a time.
fn follows_lines(view: &View<'_>, list: usize) -> bool {
    let before = view.outline.lists[list].start.checked_sub(1).map(|before| &view.outline.blocks[before]);
    let Some(passage) = before.filter(|before| before.kind == BlockKind::Paragraph).map(|before| &before.passage)
    else {
        return false;
    };
    let last = passage.text.rfind('\n').map_or(0, |at| at + 1);
    let last = Span::new(last..passage.text.len());
    written_lines(passage, last).last().is_some_and(|line| leading(passage, *line).is_some())
}

/// A line cut where its author started new ones with a time: what is joined on the published page was written as a list.
fn written_lines(passage: &Passage, line: Span) -> Vec<Span> {
    let starts = |at: usize| starts_with_time(passage, at);
    if starts(line.start()) { passage.written_lines(line, starts) } else { vec![line] }
}

fn starts_with_time(passage: &Passage, at: usize) -> bool {
    let times = &passage.phrases().times;
    let next = times.get(times.partition_point(|time| time.span.start() < at));
    next.is_some_and(|time| !passage.text[at..time.span.start()].contains(char::is_alphanumeric))
}
