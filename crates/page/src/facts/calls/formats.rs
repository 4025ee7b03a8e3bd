//! The shapes that a contribution may have: `Lightning talks (7 minutes)`.

use handbill_model::{Call, Format, Minutes, Pointer};
use handbill_text::Span;

use super::{Scope, list_cite, lists};
use crate::facts::ledger::Ledger;
use crate::facts::sentences::{find, has_any, plain};
use crate::facts::view::View;
use crate::outline::Block;

const INTRODUCED: &[&str] = &[
    "following forms", "following formats", "following form", "following format", "formats", "session types",
    "types of sessions", "presentation types", "types of presentation", "following types", "following categories",
    "submission types",
];
const HEADED: &[&str] = &[
    "format", "formats", "session types", "session formats", "presentation formats", "submission types",
    "presentation types", "types of submissions", "parallel sessions", "types of proposals",
];

/// Fills in the formats.
pub(super) fn formats(view: &View<'_>, scope: &Scope<'_>, call: &mut Call, ledger: &mut Ledger, at: &Pointer) {
    for (list, before, headings) in lists(view, scope) {
        let headed = headings.first().is_some_and(|title| has_any(title, HEADED));
        // A heading such as `Note` under the formats speaks of something else.
        if !(has_any(before, INTRODUCED) || headed) {
            continue;
        }
        for (_, block) in view.outline.items(list).filter(|(_, block)| block.parent.is_none()) {
            let (format, span) = format(block);
            let here = at.key("formats").index(call.formats.len());
            ledger.leaves(&here, &format, &list_cite(block, span));
            call.formats.push(format);
        }
    }
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
    let mut format = Format::new(plain(name));
    if let Some(found) = main {
        let mut minutes = Minutes::default();
        (minutes.min, minutes.max) = (found.min, found.max);
        format.minutes = Some(minutes);
    }
    format.questions = durations.iter().find(|found| found.questions).and_then(|found| found.max);
    (format, Span::new(0..text.len()))
}

/// A name without what explains it.
fn cut(text: &str) -> &str {
    let text = text.trim_start_matches(|c: char| !c.is_alphanumeric() && c != '"' && c != '“');
    let end = [" (", ": ", " - ", " – ", " — ", ". ", "; "]
        .into_iter()
        .filter_map(|mark| text.find(mark))
        .min()
        .unwrap_or(text.len());
    text[..end].trim().trim_end_matches(['(', ':', '-', '–', ',', ';', '.', '*']).trim_end()
}

struct Duration {
    min: Option<u32>,
    max: Option<u32>,
    span: Span,
    /// Whether it is time for questions.
    questions: bool,
}

/// Lengths in a text: `15-minute`, `1–3 hours`, `up to 2 hours`, `plus 5 minutes for Q&A`.
fn durations(text: &str) -> Vec<Duration> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(start) = text[from..].find(|c: char| c.is_ascii_digit()).map(|at| from + at) {
        let (first, mut end) = digits(text, start);
        from = end;
        let rest = text[end..].trim_start();
        let mut second = None;
        if let Some(after) = rest.strip_prefix(['-', '–', '—']).or_else(|| rest.strip_prefix("to ")) {
            let at = text.len() - after.trim_start().len();
            if text[at..].starts_with(|c: char| c.is_ascii_digit()) {
                let (value, after) = digits(text, at);
                (second, end) = (value, after);
            }
        }
        let unit_at = text.len() - text[end..].trim_start_matches([' ', '-', '\u{a0}']).len();
        let unit = &text[unit_at..];
        let Some((factor, len)) = [
            ("minutes", 1),
            ("minute", 1),
            ("mins", 1),
            ("min", 1),
            ("hours", 60),
            ("hour", 60),
            ("hrs", 60),
            ("hr", 60),
        ]
        .into_iter()
        .find(|(name, _)| {
            unit.len() >= name.len()
                && unit.is_char_boundary(name.len())
                && unit[..name.len()].eq_ignore_ascii_case(name)
        })
        .map(|(name, factor)| (factor, name.len())) else {
            continue;
        };
        let Some(first) = first else { continue };
        from = unit_at + len;
        let before = &text[..start];
        let up_to = ["up to", "maximum", "max", "at most", "no longer than"]
            .iter()
            .any(|phrase| find(&before[before.len().saturating_sub(24).max(floor(before))..], phrase).is_some());
        let (min, max) = match second {
            Some(second) => (Some(first * factor), Some(second * factor)),
            None if up_to => (None, Some(first * factor)),
            None => (Some(first * factor), Some(first * factor)),
        };
        let questions = has_any(&text[from..], &["q&a", "questions", "discussion"]) && !found.is_empty();
        let lead = before.trim_end();
        let start = if up_to {
            lead.rfind('(').unwrap_or(lead.len().saturating_sub("up to".len()).max(floor(before)))
        } else {
            start
        };
        found.push(Duration { min, max, span: Span::new(start..from), questions });
    }
    found
}

/// The last character boundary that lies at most 24 bytes before the end.
fn floor(text: &str) -> usize {
    let mut at = text.len().saturating_sub(24);
    while !text.is_char_boundary(at) {
        at += 1;
    }
    at
}

fn digits(text: &str, start: usize) -> (Option<u32>, usize) {
    let end = text[start..].find(|c: char| !c.is_ascii_digit()).map_or(text.len(), |end| start + end);
    (text[start..end].parse().ok().filter(|value| *value <= 10_000), end)
}
