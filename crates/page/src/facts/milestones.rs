//! Dated lines of lists, tables and paragraphs: `Submission deadline | January 5, 2026`, `15 Oct 2024: Notification`.

use handbill_text::Span;

use super::labels::written_lines;
use super::sentences::{has_among, has_any, is_short, plain};
use super::words::Words;
use crate::outline::{Block, BlockKind, Grid, Outline};
use crate::passage::{Passage, Style};
use crate::phrase::{DatePhrase, Form};

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

/// What happens on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Stage {
    /// The event itself.
    Event,
    /// What people hold around the main days: tutorials, workshops, the reception.
    Around,
    /// The last day to answer a call, and how surely it is the one that matters.
    Deadline(u8),
    /// Those who answered are told.
    Notification,
    /// One can answer from this day on.
    Opens,
    /// Those whose work was accepted hand it in as it will be published.
    Ready,
    /// Anything else.
    Other,
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

/// Words of dates that matter to those whose work was accepted, to reviewers, or to those who attend: no deadline of a call.
const LATER: &[&str] = &[
    "author response", "rebuttal", "discussion", "final summaries", "final summary", "review", "reviews", "reviewing",
    "reviewer", "reviewers", "meta-review", "meta-reviews", "commitment", "commit", "withdraw", "withdrawal",
    "proceedings", "video", "videos", "registration", "register", "visa", "anonymity", "early", "feedback", "hotel",
    "published", "publication", "template", "templates", "slides", "copyright", "bidding", "announcement", "announced",
    "released", "reimbursement", "receipts",
];

/// What is handed in to be published.
const READY: &[&str] = &["camera", "camera-ready", "camera ready", "final version", "final versions"];

const TOLD: &[&str] = &[
    "notification", "notifications", "notified", "acceptance", "acceptances", "decision", "decisions", "results",
    "selection",
];

const SENT: &[&str] = &[
    "submission", "submissions", "submit", "application", "applications", "apply", "proposal", "proposals", "paper",
    "papers", "abstract", "abstracts", "contribution", "contributions", "posters", "talks", "nomination",
    "nominations", "cfp", "call", "soumission", "soumissions", "einreichung", "einreichungen", "propuestas",
    "submissão", "sottomissione",
];

/// What a label names by which one answers a call, also where it says nothing more.
const HANDED_IN: &[&str] =
    &["proposal", "proposals", "application", "applications", "expression of interest", "expressions of interest"];

const LAST: &[&str] = &[
    "deadline", "deadlines", "due", "closes", "close", "closed", "closing", "ends", "end", "extended", "date limite",
    "fecha límite", "einreichungsschluss", "einreichungsfrist", "prazo", "scadenza",
];

/// Rounds and steps beside the main one.
const LESS: &[&str] = &[
    "abstract", "abstracts", "pre-submission", "mentoring", "mentorship", "initial", "intent", "second", "third",
    "late", "late-breaking", "title", "optional",
];

pub(crate) fn stage(label: &str) -> Stage {
    let text = label.split(['(', ',']).next().unwrap_or(label);
    let known = Words::of(text);
    let has = |words: &[&str]| has_among(text, &known, words);
    if has(TOLD) {
        return Stage::Notification;
    }
    if has(&["opens", "open", "opening"]) && has(SENT) {
        return Stage::Opens;
    }
    if has(READY) {
        return Stage::Ready;
    }
    // Who hands in a paper names it before.
    if has(&["abstract registration", "paper registration"]) {
        return Stage::Deadline(1);
    }
    if has(LATER) {
        return Stage::Other;
    }
    let (sent, last) = (has(SENT), has(LAST));
    // `Full proposal: 15 November` in a list of dates.
    let bare = is_short(text, 3) && has(HANDED_IN) && !has(&["call", "open", "opens", "review", "template"]);
    if bare && !last && !has(&["submission", "submissions"]) {
        return Stage::Deadline(2 - u8::from(has(&["expression", "expressions", "interest", "abstract"])));
    }
    if last || has(&["submission", "submissions"]) {
        let weight = match (sent, last) {
            (true, true) => 5,
            (true, false) => 4,
            (false, _) => 3,
        };
        let direct = u8::from(has(&["direct", "full"]));
        return Stage::Deadline(weight + direct - 3 * u8::from(has(LESS)));
    }
    around(text)
}

/// Whether a label names the event, or what people hold around it, and nothing else.
fn around(label: &str) -> Stage {
    const NAMES: &[&str] = &["conference", "meeting", "symposium", "congress", "summit", "convention", "event"];
    const AROUND: &[&str] = &["tutorial", "tutorials", "workshop", "workshops", "reception"];
    const BESIDE: &[&str] =
        &["the", "main", "overall", "whole", "date", "dates", "day", "days", "and", "welcome", "opening"];
    let mut stage = Stage::Other;
    for word in label.split(|c: char| !c.is_alphanumeric() && c != '-').filter(|word| !word.is_empty()) {
        let is = |words: &[&str]| words.iter().any(|known| known.eq_ignore_ascii_case(word));
        let capitals = word.chars().filter(|c| c.is_uppercase()).count();
        if is(NAMES) {
            stage = Stage::Event;
        } else if is(AROUND) {
            stage = if stage == Stage::Other { Stage::Around } else { stage };
        } else if !(is(BESIDE) || capitals >= 2 || word.bytes().all(|byte| byte.is_ascii_digit())) {
            return Stage::Other;
        }
    }
    stage
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_tells_what_happens() {
        let rows = [
            ("Submission deadline", Stage::Deadline(5)),
            ("Direct paper submission deadline", Stage::Deadline(6)),
            ("Abstract submission", Stage::Deadline(1)),
            ("Pre-submission mentoring deadline", Stage::Deadline(2)),
            ("Paper submission", Stage::Deadline(4)),
            ("Application Deadline", Stage::Deadline(5)),
            ("Deadline", Stage::Deadline(3)),
            ("Notification of acceptance", Stage::Notification),
            ("Application opens", Stage::Opens),
            ("Camera-ready submission", Stage::Ready),
            ("Upload of final versions", Stage::Ready),
            ("Final summaries", Stage::Other),
            ("Early registration deadline", Stage::Other),
            ("Abstract registration", Stage::Deadline(1)),
            ("Conference", Stage::Event),
            ("Conference dates", Stage::Event),
            ("RSMC 2031 conference dates", Stage::Event),
            ("Main conference, tours included", Stage::Event),
            ("Tutorials and workshops", Stage::Around),
            ("Conference handbook", Stage::Other),
            ("Welcome reception", Stage::Around),
        ];
        for (label, wanted) in rows {
            assert_eq!(stage(label), wanted, "{label}");
        }
    }
}
