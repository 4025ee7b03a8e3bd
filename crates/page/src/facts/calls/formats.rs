//! The shapes that a contribution may have: `Lightning talks (7 minutes)`.

mod duration;
mod table;

use handbill_model::{Call, Format, Minutes, Pointer, SourceKind};
use handbill_text::Span;

use super::{Scope, list_cite, lists};
use crate::facts::ledger::{Cite, Ledger};
use crate::facts::sentences::{find, has_any, is_short, mark_at, plain};
use crate::facts::view::{Sentence, View};
use crate::outline::{Block, BlockKind};
use crate::passage::Style;
use duration::{Duration, durations};

const INTRODUCED: &[&str] = &[
    "following forms", "following formats", "following form", "following format", "formats", "session types",
    "types of sessions", "presentation types", "types of presentation", "following types", "following categories",
    "submission types",
];
/// What has the forms that a paragraph introduces.
const SENT_IN: &[&str] = &[
    "submission", "submissions", "submit", "contribution", "contributions", "proposal", "proposals", "propose",
    "paper", "papers", "presentation", "presentations", "session", "sessions", "talk", "talks", "formats", "format",
    "forms", "form",
];
const HEADED: &[&str] = &[
    "format", "formats", "session types", "session formats", "presentation formats", "submission types",
    "presentation types", "types of submissions", "types of proposals",
];

/// Headings inside the section on formats under which a list tells something else.
const OTHERS: &[&str] = &[
    "note", "notes", "rules", "guidelines", "requirements", "themes", "topics", "dates", "criteria", "submission",
    "deadline", "deadlines", "how to",
];

/// Fills in the formats.
pub(super) fn formats(view: &View<'_>, scope: &Scope<'_>, call: &mut Call, ledger: &mut Ledger, at: &Pointer) {
    for (list, before, headings) in lists(view, scope) {
        let nearest = headings.first().copied().unwrap_or("");
        let headed = headings.iter().take(2).any(|title| has_any(title, HEADED)) && !has_any(nearest, OTHERS);
        // By what a format is judged is none.
        let headed = headed && !headings.iter().take(2).any(|title| has_any(title, &["criteria"]));
        // What is listed under themes are the themes, and the types of systems are none of what is sent in.
        let introduced =
            has_any(before, INTRODUCED) && has_any(before, SENT_IN) && !has_any(nearest, super::themes::THEMES);
        // A heading such as `Note` under the formats speaks of something else.
        if !(introduced || headed || names_formats(view, list)) {
            continue;
        }
        for (_, block) in view.outline.items(list).filter(|(_, block)| block.parent.is_none()) {
            let (format, span) = format(block);
            // `Something else? Surprise us!`
            if block.passage.text.trim_end().ends_with(['?', '!']) && !has_any(&format.name, FORMATS) {
                continue;
            }
            let here = at.key("formats").index(call.formats.len());
            ledger.leaves(&here, &format, &list_cite(block, span));
            call.formats.push(format);
        }
    }
    for (format, cite) in if call.formats.is_empty() { table::formats(view, scope) } else { Vec::new() } {
        ledger.leaves(&at.key("formats").index(call.formats.len()), &format, &cite);
        call.formats.push(format);
    }
    for (format, cite) in if call.formats.is_empty() { in_prose(view, scope) } else { Vec::new() } {
        ledger.leaves(&at.key("formats").index(call.formats.len()), &format, &cite);
        call.formats.push(format);
    }
    if call.formats.is_empty() {
        for (index, block) in strong_formats(view, scope) {
            let (mut format, span) = format(block);
            // `Panels`, and below it `: 60 minutes`.
            let below = view.outline.blocks.get(index + 1).filter(|below| below.kind == BlockKind::Description);
            if let Some(below) = below.filter(|_| block.kind == BlockKind::Term && format.minutes.is_none()) {
                let lengths = durations(below.passage.text.lines().next().unwrap_or(""));
                let main = lengths.iter().find(|length| !length.questions);
                format.minutes = main.map(minutes_of);
                format.questions = lengths.iter().find(|length| length.questions).and_then(|length| length.max);
            }
            let here = at.key("formats").index(call.formats.len());
            ledger.leaves(&here, &format, &list_cite(block, span));
            call.formats.push(format);
        }
    }
}

/// What contributions are called.
const FORMATS: &[&str] = &[
    "talk", "talks", "lightning talk", "lightning talks", "presentation", "presentations", "paper", "papers", "panel",
    "panels", "panel discussion", "panel discussions", "workshop", "workshops", "poster", "posters", "demo", "demos",
    "demonstration", "demonstrations", "tutorial", "tutorials", "birds of a feather", "round table", "roundtable",
    "roundtables", "show and tell", "unconference", "keynote", "long paper", "long papers", "short paper",
    "short papers", "full paper", "full papers", "regular papers", "research papers", "position papers",
    "extended abstract", "extended abstracts",
];

/// Whether most items of a list start with what contributions are called, and one tells how long it is.
fn names_formats(view: &View<'_>, list: usize) -> bool {
    let items = || view.outline.items(list).filter(|(_, block)| block.parent.is_none());
    let lengths = |(_, block): (usize, &Block)| durations(block.passage.text.lines().next().unwrap_or(""));
    if !items().flat_map(lengths).any(|length| !length.questions) {
        return false;
    }
    // In such a list these are formats, too; in a sentence they may be anything.
    const SESSIONS: &[&str] = &["session", "sessions", "discussion", "discussions"];
    let is_format = |name: &str| has_any(name, FORMATS) || has_any(name, SESSIONS);
    let names = items().map(|(_, block)| format(block).0.name);
    let named = names.filter(|name| name.split(' ').count() <= 4 && is_format(name)).count();
    named >= 2 && named * 2 > items().count()
}

/// Formats in a sentence: `talks (20 minutes), posters and panels (up to 1 hour)` under a heading of their own, elsewhere
/// where each has its length: `Talks last 20 minutes, lightning talks 5 minutes`, `We invite long papers (8 pages) and ...`.
fn in_prose(view: &View<'_>, scope: &Scope<'_>) -> Vec<(Format, Cite)> {
    let mut found = Vec::new();
    for sentence in &scope.sentences {
        let block = &view.outline.blocks[sentence.block];
        let measures = sentence.text().contains(|c: char| c.is_ascii_digit());
        if !matches!(block.kind, BlockKind::Paragraph) || !(measures || sentence.has(INVITED)) || !sentence.has(FORMATS)
        {
            continue;
        }
        if !measures {
            found.extend(invited(*sentence));
            continue;
        }
        let invited = sentence.has(INVITED);
        let (mut named, mut measured) = (Vec::new(), 0);
        for part in parts(sentence.text()) {
            let words = part.of(sentence.text());
            // The longest name is the most precise one: `lightning talks`, not `talks`.
            let names = FORMATS.iter().filter_map(|name| find(words, name));
            let Some(name) = names.max_by_key(|span| span.len()) else { continue };
            let mut format = Format::new(name.of(words));
            if let Some(length) = durations(words).iter().find(|length| !length.questions) {
                let mut minutes = Minutes::default();
                (minutes.min, minutes.max) = (length.min, length.max);
                format.minutes = Some(minutes);
            }
            let pages = invited && has_any(words, &["pages"]);
            measured += usize::from(format.minutes.is_some() || pages);
            let span = part.shift(sentence.span.start());
            named.push((format, Cite::part(sentence.passage, span, SourceKind::Prose)));
        }
        // One format in a sentence is spoken of; several, measured, are offered.
        let timed = || named.iter().any(|(format, _)| format.minutes.is_some());
        let headed = || view.is_titled(block.section, HEADED) && timed();
        // Where most are measured, the rest is offered beside them: `talks (20 minutes), panels (1 hour) and posters`.
        let most = || invited && measured > 1 && measured * 2 > named.len();
        let alone = || named.len() == 1 && is_measured(sentence.text());
        if alone() || named.len() > 1 && (measured == named.len() || most() || headed()) {
            found.extend(named);
        }
    }
    found
}

/// Whether a sentence tells how long its subject is, and nothing else: `Talks are 20 minutes.`
fn is_measured(text: &str) -> bool {
    const VERBS: &[&str] =
        &[" are ", " last ", " should be ", " should last ", " will be ", " must be ", " have ", " can be "];
    let text = text.trim_end_matches(['.', '!']);
    let Some((name, length)) = VERBS.iter().find_map(|verb| text.split_once(verb)) else { return false };
    let length = length.trim_end_matches(" long").trim_end_matches(" each");
    let measure = durations(length).into_iter().next();
    FORMATS.iter().any(|known| known.eq_ignore_ascii_case(name))
        && measure.is_some_and(|found| found.span.end() == length.len() && has_few_words(&length[..found.span.start()]))
}

/// Nothing but `up to`, `about` or the like.
fn has_few_words(text: &str) -> bool {
    text.split_whitespace().nth(2).is_none()
}

/// What a call does with what it asks for.
const INVITED: &[&str] =
    &["invite", "invites", "solicit", "solicits", "accept", "accepts", "welcome", "welcomes", "love"];

/// Formats that a sentence invites and tells nothing else of: `We welcome long papers, short papers and demos on ...`.
fn invited(sentence: Sentence<'_>) -> Vec<(Format, Cite)> {
    const LEADS: &[&str] =
        &["submissions of ", "submissions for ", "proposals for ", "contributions as ", "both ", "original "];
    const TAILS: &[&str] = &[" on ", " about ", " that ", " from ", " related to ", " in ", " for ", " covering "];
    let text = sentence.text();
    let Some(verb) = sentence.find(INVITED) else { return Vec::new() };
    let from = verb.end() + 1;
    let list = text.get(from..).unwrap_or_default().trim_end_matches(['.', '!']);
    let mut found = Vec::new();
    let parts = parts(list);
    for (n, part) in parts.iter().enumerate() {
        let words = part.of(list).trim();
        let words = words.strip_prefix("and ").or_else(|| words.strip_prefix("or ")).unwrap_or(words);
        let lead = LEADS.iter().find_map(|lead| words.strip_prefix(lead)).unwrap_or(words);
        let tail = TAILS.iter().filter_map(|tail| mark_at(lead, tail)).min().filter(|_| n + 1 == parts.len());
        let name = &lead[..tail.unwrap_or(lead.len())];
        if !FORMATS.iter().any(|known| known.eq_ignore_ascii_case(name)) {
            return Vec::new();
        }
        let start = sentence.span.start() + from + part.start() + part.of(list).find(name).unwrap_or(0);
        let cite = Cite::part(sentence.passage, Span::new(start..start + name.len()), SourceKind::Prose);
        found.push((Format::new(name), cite));
    }
    if found.len() > 1 { found } else { Vec::new() }
}

/// The parts of a list in a sentence, outside of parentheses.
fn parts(text: &str) -> Vec<Span> {
    let (mut found, mut start, mut depth) = (Vec::new(), 0, 0_usize);
    for (at, c) in text.char_indices() {
        match c {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        let joint = [", ", "; ", " and ", " or "].iter().find(|joint| depth == 0 && text[at..].starts_with(**joint));
        if let Some(joint) = joint {
            found.push(Span::new(start..at.max(start)));
            start = at + joint.len();
        }
    }
    found.push(Span::new(start.min(text.len())..text.len()));
    found
}

/// Formats under a heading of their own, as paragraphs or terms that start with a strong name.
fn strong_formats<'a>(view: &'a View<'_>, scope: &'a Scope<'_>) -> impl Iterator<Item = (usize, &'a Block)> {
    let blocks = scope.blocks.iter().filter_map(|index| Some((*index, view.outline.blocks.get(*index)?)));
    blocks.filter(|(_, block)| {
        let named = match block.kind {
            BlockKind::Term if is_short(&block.passage.text, 4) => has_any(&block.passage.text, FORMATS),
            BlockKind::Paragraph | BlockKind::Lead | BlockKind::Term => {
                block.passage.marks.first().is_some_and(|mark| {
                    mark.style == Style::Strong
                        && mark.span.start() == 0
                        && has_any(mark.span.of(&block.passage.text), FORMATS)
                })
            }
            BlockKind::Heading(_)
            | BlockKind::Item { .. }
            | BlockKind::Description
            | BlockKind::Quote
            | BlockKind::Code
            | BlockKind::Table(_)
            | BlockKind::Embed { .. }
            | BlockKind::Rule => false,
        };
        let mut sections = view.outline.ancestors(block.section);
        named && block.parent.is_none() && sections.any(|section| view.is_titled(section, HEADED))
    })
}

fn format(block: &Block) -> (Format, Span) {
    let text = block.passage.text.lines().next().unwrap_or("");
    let durations = durations(text);
    let main = durations.iter().find(|found| !found.questions);
    // `7-minute lightning talks`, `Workshops (1–3 hours)`, `Panel - 30 minutes`.
    let name = match main {
        Some(found) if text[..found.span.start()].trim().is_empty() => cut(&text[found.span.end()..]),
        Some(found) => cut(&text[..found.span.start()]),
        None => cut(text),
    };
    let name = if name.is_empty() { cut(text) } else { name };
    // `**Workshops**, half-day (3 hours)`: the strong words are the name.
    let strong = block.passage.marks.first().filter(|mark| mark.style == Style::Strong && mark.span.start() == 0);
    let strong = strong.map(|mark| cut(mark.span.of(&block.passage.text))).filter(|strong| has_any(strong, FORMATS));
    let name = strong.filter(|strong| name.starts_with(*strong)).unwrap_or(name);
    // `Individual 20 minute presentations`: the length stands inside of the name.
    let behind = main.map_or("", |found| cut(&text[found.span.end()..]));
    let parted = !has_any(name, FORMATS) && FORMATS.iter().any(|known| known.eq_ignore_ascii_case(behind));
    let mut format = Format::new(if parted { format!("{} {}", plain(name), plain(behind)) } else { plain(name) });
    if let Some(found) = main {
        let mut minutes = minutes_of(found);
        // `Half a day (3 hours) or a day (6 hours)`: from the one to the other.
        let mut others = durations.iter().filter(|other| !other.questions && other.span.start() > found.span.end());
        let other = others.rfind(|other| has_any(&text[found.span.end()..other.span.start()], &["or"]));
        minutes.max = other.unwrap_or(found).max;
        format.minutes = Some(minutes);
    }
    format.questions = durations.iter().find(|found| found.questions).and_then(|found| found.max);
    (format, Span::new(0..text.len()))
}

fn minutes_of(length: &Duration) -> Minutes {
    let mut minutes = Minutes::default();
    (minutes.min, minutes.max) = (length.min, length.max);
    minutes
}

/// A name without what explains it.
fn cut(text: &str) -> &str {
    let text = text.trim_start_matches(|c: char| !c.is_alphanumeric() && c != '"' && c != '“');
    let end = [" (", ": ", " - ", " – ", " — ", ". ", "; "]
        .into_iter()
        .filter_map(|mark| mark_at(text, mark))
        .min()
        .unwrap_or(text.len());
    let name = text[..end].trim().trim_end_matches(['(', ':', '-', '–', ',', ';', '.', '*']).trim_end();
    // `lightning talks, and` in the last item but one.
    let name = name.strip_suffix(", and").or_else(|| name.strip_suffix(", or")).unwrap_or(name);
    // `Panels of three to five people`: how many they are is no name.
    const COUNTS: &[&str] = &["two", "three", "four", "five", "six", "up"];
    let counted = mark_at(name, " of ").filter(|at| {
        let next = name[at + " of ".len()..].split([' ', '-', '–']).next().unwrap_or("");
        COUNTS.contains(&next) || next.starts_with(|c: char| c.is_ascii_digit())
    });
    let name = counted.map_or(name, |at| &name[..at]);
    // `Panels of up to 90 minutes`.
    name.strip_suffix(" of").or_else(|| name.strip_suffix(" for")).unwrap_or(name)
}
