//! Dated lines of lists, tables and paragraphs: `Submission deadline | January 5, 2026`, `15 Oct 2024: Notification`.

mod stage;

use handbill_text::Span;

use super::labels::written_lines;
use super::sentences::{has_any, is_short, plain};
use crate::outline::{Block, BlockKind, Grid, Outline};
use crate::passage::{Passage, Style};
use crate::phrase::{DatePhrase, Form};
use stage::without_until;
pub(crate) use stage::{Stage, stage};

/// A day with what it is the day of.
pub(crate) struct Milestone<'a> {
    /// What happens, in the page's words.
    pub(crate) label: String,
    /// What happens, as far as the words tell.
    pub(crate) stage: Stage,
    /// The block that it stands in.
    pub(crate) block: usize,
    /// The passage that holds the date.
    pub(crate) passage: &'a Passage,
    /// The line of the passage, or all of it, where its time and zone may stand.
    pub(crate) line: Span,
    pub(crate) date: &'a DatePhrase,
}

/// The longest label, in words.
const LONGEST: usize = 14;

/// Every dated line of the page, in its order.
pub(crate) fn milestones<'a>(outline: &'a Outline) -> Vec<Milestone<'a>> {
    let mut found = Vec::new();
    let mut term = None;
    for (index, block) in outline.blocks.iter().enumerate() {
        match &block.kind {
            BlockKind::Table(grid) if (2..=4).contains(&grid.width) => rows(grid, index, &mut found),
            BlockKind::Item { .. }
            | BlockKind::Paragraph
            | BlockKind::Lead
            | BlockKind::Quote
            | BlockKind::Heading(_) => lines(&block.passage, &block.kind, index, &mut found),
            BlockKind::Term => term = Some(block),
            BlockKind::Description => found.extend(term.and_then(|term| description(term, block, index))),
            BlockKind::Table(_) | BlockKind::Code | BlockKind::Embed { .. } | BlockKind::Rule => {}
        }
    }
    if !found.iter().any(|row| matches!(row.stage, Stage::Deadline(_))) {
        found.extend(passed(outline));
        found.sort_by_key(|row| row.block);
    }
    found
}

/// The steps of a call that its author struck out when they had passed: whole lists of them, where no other day takes their
/// place.
fn passed<'a>(outline: &'a Outline) -> Vec<Milestone<'a>> {
    let mut found = Vec::new();
    let list_of = |block: usize| match outline.blocks[block].kind {
        BlockKind::Item { list, .. } => Some(list),
        _ => None,
    };
    for struck in outline.struck.chunk_by(|(one, _), (next, _)| list_of(*one) == list_of(*next)) {
        let list = struck.first().and_then(|(block, _)| list_of(*block));
        if struck.len() < 2 || list.is_none_or(|list| outline.items(list).count() != struck.len()) {
            continue;
        }
        for (index, passage) in struck {
            lines(passage, &outline.blocks[*index].kind, *index, &mut found);
        }
    }
    found.retain(|row| matches!(row.stage, Stage::Deadline(_) | Stage::Notification | Stage::Opens | Stage::Ready));
    found
}

fn milestone<'a>(
    label: &str,
    block: usize,
    passage: &'a Passage,
    line: Span,
    date: &'a DatePhrase,
) -> Option<Milestone<'a>> {
    let label = plain(label.trim_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '(' | ')')));
    let words = label.split_whitespace().count();
    let fits = (1..=LONGEST).contains(&words) && date.form != Form::Ambiguous && date.form != Form::DayOnly;
    fits.then(|| Milestone { stage: stage(&label), label, block, passage, line, date })
}

fn lines<'a>(passage: &'a Passage, kind: &BlockKind, index: usize, found: &mut Vec<Milestone<'a>>) {
    if passage.phrases().dates.is_empty() {
        return;
    }
    // A line with several dates may be several lines of its author.
    let written = |line: Span| match passage.phrases().dates_in(line).nth(1) {
        Some(_) => dated_lines(passage, line).unwrap_or_else(|| written_lines(passage, line)),
        None => vec![line],
    };
    for span in passage.lines().flat_map(|(line, _)| written(line)) {
        let Some(date) = only_date(passage, span) else { continue };
        let before = &passage.text[span.start()..date.span.start()];
        let after = &passage.text[date.span.end()..span.end()];
        let label = if !before.contains(char::is_alphanumeric) {
            // `15 Oct 2024: Submission deadline`; an item or a strong date needs no mark behind it.
            let after = without_remark(after);
            let marked = after.trim_start().strip_prefix([':', '-', '–', '—', '|']);
            let apart = matches!(kind, BlockKind::Item { .. })
                || passage
                    .marks_in(span)
                    .next()
                    .is_some_and(|mark| mark.style == Style::Strong && mark.span.contains(date.span));
            marked.unwrap_or(if apart { after } else { "" })
        } else if is_tail(after) && parts(passage, before, span, date) {
            before
        } else {
            ""
        };
        found.extend(milestone(label, index, passage, span, date));
    }
}

/// A line cut where its author started new ones, if each of them starts with a date of its own.
fn dated_lines(passage: &Passage, line: Span) -> Option<Vec<Span>> {
    let lines = passage.written_lines(line, |_| true);
    let starts = |line: &Span| {
        let text = line.of(&passage.text);
        let lead = text.len() - text.trim_start_matches(|c: char| !c.is_alphanumeric()).len();
        only_date(passage, *line).is_some_and(|date| date.span.start() == line.start() + lead)
    };
    (lines.len() > 1 && lines.iter().all(starts)).then_some(lines)
}

/// What stands behind a date and the remark in parentheses that goes with it: `(AoE): talk proposals due`.
fn without_remark(after: &str) -> &str {
    let remark = after.trim_start().strip_prefix('(').and_then(|inside| inside.split_once(')'));
    remark
        .filter(|(inside, rest)| is_short(inside, 4) && rest.contains(char::is_alphanumeric))
        .map_or(after, |(_, rest)| rest)
}

/// The one date of a line.
fn only_date(passage: &Passage, line: Span) -> Option<&DatePhrase> {
    let mut dates = passage.phrases().dates_in(line);
    let date = dates.next()?;
    dates.next().is_none().then_some(date)
}

/// Whether what follows a date adds nothing but a time, a zone or a remark.
fn is_tail(after: &str) -> bool {
    let remark = after.find('(').map_or(after, |at| &after[..at]);
    let hour = ["end of day", "anywhere on earth"].into_iter().filter(|hour| has_any(remark, &[hour])).count();
    remark.split_whitespace().count() <= 4 + 3 * hour
}

/// Whether something parts a label from its date: a colon, a dash, a bar, or that the date alone is strong.
fn parts(passage: &Passage, before: &str, line: Span, date: &DatePhrase) -> bool {
    let label = before.trim_end();
    let strong = passage.marks_in(line).any(|mark| {
        mark.style == Style::Strong
            && mark.span.start() > line.start()
            && mark.span.contains(date.span)
            && mark.span.start() + 16 > date.span.start()
    });
    // `Tickets: until 3 March` is no step of a call.
    let until = without_until(label);
    let label = if until.len() < label.len() && matches!(stage(label), Stage::Deadline(_)) { until } else { label };
    let sentence = has_any(label, &["by", "before", "on", "until", "from", "in", "is", "are", "than", "of"])
        && !label.ends_with(':');
    // `~~3 May~~ extended to 10 May`: what is put off stands struck out before it.
    let extended = label.trim_start().starts_with("extended ") && is_short(label, 3);
    label.ends_with([':', '-', '–', '—', '|']) || (strong && !sentence) || extended
}

fn rows<'a>(grid: &'a Grid, index: usize, found: &mut Vec<Milestone<'a>>) {
    // `Day | Morning | Afternoon` heads a programme.
    if (0..grid.heads).any(|row| grid.row(row).any(|cell| has_any(&cell.passage.text, &["morning", "afternoon"]))) {
        return;
    }
    for row in 0..grid.rows.len() {
        let cells: Vec<&Passage> = grid.row(row).map(|cell| &cell.passage).collect();
        let mut dated = cells.iter().filter_map(|cell| Some((*cell, only_date(cell, whole(cell))?)));
        let Some((cell, date)) = dated.next().filter(|(cell, date)| is_all(cell, date)) else { continue };
        // A column for each kind of paper: the first one is the main one.
        if dated.next().is_some() && !names_works(grid) {
            continue;
        }
        // `Submit here | Deadline: 7 December 2031`: the cell says it of itself.
        if cell.text[..date.span.start()].trim_end().ends_with(':') {
            lines(cell, &BlockKind::Paragraph, index, found);
            continue;
        }
        let label =
            cells.iter().find(|other| **other != cell && !other.is_empty() && other.phrases().weekdays.is_empty());
        let Some(label) = label else { continue };
        found.extend(milestone(&label.text, index, cell, whole(cell), date));
    }
}

/// Whether the heads of a table name what is sent in: `Full papers | Short papers | Demos`.
fn names_works(grid: &Grid) -> bool {
    const WORKS: &[&str] =
        &["papers", "paper", "posters", "demos", "abstracts", "talks", "workshops", "tutorials", "track"];
    let Some(last) = grid.heads.checked_sub(1) else { return false };
    let heads = grid.row(last).skip(1);
    let named = heads.filter(|cell| has_any(&cell.passage.text, WORKS));
    named.count() > 1
}

fn description<'a>(term: &'a Block, block: &'a Block, index: usize) -> Option<Milestone<'a>> {
    // The day may stand in front, and what is then behind it.
    let told = &term.passage;
    let date = only_date(told, whole(told)).filter(|date| is_short(&told.text, LONGEST) && is_all(told, date));
    if let Some(date) = date {
        return milestone(without_tail(&block.passage.text), index, told, whole(told), date);
    }
    let date = only_date(&block.passage, whole(&block.passage))?;
    if !is_all(&block.passage, date) {
        return None;
    }
    milestone(&term.passage.text, index, &block.passage, whole(&block.passage), date)
}

/// What happens, without the remark in parentheses behind it.
fn without_tail(text: &str) -> &str {
    let remark = text.trim_end().strip_suffix(')').and_then(|text| text.rsplit_once(" ("));
    remark.map_or(text, |(text, _)| text)
}

fn whole(passage: &Passage) -> Span {
    Span::new(0..passage.text.len())
}

/// Whether a passage says a date and hardly more: a weekday, a time, a remark in parentheses.
fn is_all(passage: &Passage, date: &DatePhrase) -> bool {
    let before = &passage.text[..date.span.start()];
    before.split_whitespace().count() <= 2 && is_tail(&passage.text[date.span.end()..])
}
