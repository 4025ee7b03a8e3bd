//! How long things take: `15-minute`, `1–3 hours`, `half an hour`.

use handbill_text::Span;

use crate::facts::sentences::{find, has_any};
use crate::facts::words::Words;

/// How long something takes.
pub(super) struct Duration {
    pub(super) min: Option<u32>,
    pub(super) max: Option<u32>,
    pub(super) span: Span,
    /// Whether it is time for questions.
    pub(super) questions: bool,
}

/// Lengths in a text: `15-minute`, `1–3 hours`, `up to 2 hours`, `plus 5 minutes for Q&A`.
pub(super) fn durations(text: &str) -> Vec<Duration> {
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
            ("h", 60),
        ]
        .into_iter()
        .find(|(name, _)| {
            unit.len() >= name.len()
                && unit.is_char_boundary(name.len())
                && (*name != "h" || !unit[name.len()..].starts_with(char::is_alphanumeric))
                && unit[..name.len()].eq_ignore_ascii_case(name)
        })
        .map(|(name, factor)| (factor, name.len())) else {
            // `20 minutes plus 10 for questions`.
            let asked = ["for q&a", "for questions", "for discussion"];
            let asked =
                asked.iter().any(|words| unit.get(..words.len()).is_some_and(|own| own.eq_ignore_ascii_case(words)));
            if let Some(first) = first.filter(|_| asked && !found.is_empty()) {
                found.push(Duration {
                    min: Some(first),
                    max: Some(first),
                    span: Span::new(start..end),
                    questions: true,
                });
            }
            continue;
        };
        let Some(first) = first else { continue };
        from = unit_at + len;
        let before = &text[..start];
        // In `up to 5 speakers, 90 minutes` the limit is that of another number.
        let near = &before[floor(before)..];
        let near = &near[near.rfind(|c: char| c.is_ascii_digit() || c == ',').map_or(0, |at| at + 1)..];
        let up_to =
            ["up to", "maximum", "max", "at most", "no longer than"].iter().any(|phrase| find(near, phrase).is_some());
        let (min, max) = match second {
            Some(second) => (Some(first * factor), Some(second * factor)),
            None if up_to => (None, Some(first * factor)),
            None => (Some(first * factor), Some(first * factor)),
        };
        let questions = !found.is_empty() && has_any(behind(&text[from..]), &["q&a", "questions", "discussion"]);
        let lead = before.trim_end();
        let start = if up_to {
            lead.rfind('(').unwrap_or(lead.len().saturating_sub("up to".len()).max(floor(before)))
        } else {
            start
        };
        // `90 minutes or 3 hours` is one length or the other.
        let joined = found.last_mut().filter(|last: &&mut Duration| {
            !last.questions
                && !questions
                && matches!(text.get(last.span.end()..start).map(str::trim), Some("or" | "to"))
        });
        if let Some(last) = joined {
            last.min = last.min.min(min).or(last.min);
            last.max = last.max.max(max);
            last.span = Span::new(last.span.start()..from);
            continue;
        }
        found.push(Duration { min, max, span: Span::new(start..from), questions });
    }
    if found.is_empty() { written_out(text).into_iter().collect() } else { found }
}

/// `one hour`, `half an hour`.
fn written_out(text: &str) -> Option<Duration> {
    const LENGTHS: &[(&str, u32)] = &[
        ("half an hour", 30),
        ("half-hour", 30),
        ("one hour", 60),
        ("one-hour", 60),
        ("two hours", 120),
        ("two-hour", 120),
        ("three hours", 180),
        ("three-hour", 180),
    ];
    let known = Words::of(text);
    let mut held = LENGTHS.iter().filter(|(words, _)| known.may_hold(words));
    let (span, minutes) = held.find_map(|(words, minutes)| Some((find(text, words)?, *minutes)))?;
    // `one hour and a half` and `up to one hour` are no such length.
    let alone = !has_any(&text[span.end()..], &["half"]) && !has_any(&text[..span.start()], &["up to", "least", "to"]);
    alone.then_some(Duration { min: Some(minutes), max: Some(minutes), span, questions: false })
}

/// What stands right behind a length, so that no text is looked through for each of its lengths.
fn behind(text: &str) -> &str {
    const NEAR: usize = 80;
    &text[..text.char_indices().nth(NEAR).map_or(text.len(), |(at, _)| at)]
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
