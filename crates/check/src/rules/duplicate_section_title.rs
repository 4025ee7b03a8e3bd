//! The same heading twice.

use std::collections::BTreeMap;

use handbill_model::Diagnostic;
use handbill_page::BlockKind;
use handbill_text::Span;

use crate::rule::rule;
use crate::subject::Subject;

rule! {
    /// Two sections side by side have the same heading.
    ///
    /// Day 2 was copied from day 1, and the heading was forgotten; readers and links take the first.
    ///
    /// ```page bad
    /// ## Day 1
    ///
    /// Maps.
    ///
    /// ## Day 1
    ///
    /// Globes.
    /// ```
    /// ```page good
    /// ## Day 1
    ///
    /// Maps.
    ///
    /// ## Day 2
    ///
    /// Globes.
    /// ```
    ///
    /// Headings under different headings may be the same, and so may those of breaks and meals.
    "duplicate-section-title": Warning, Programme, Event
}

/// What happens several times a day.
const REPEATED: &[&str] = &[
    "break", "breakfast", "coffee", "dinner", "discussion", "lunch", "morning", "afternoon", "evening", "q&a",
    "questions", "tea",
];

fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    let outline = &subject.page.outline;
    let mut seen: BTreeMap<(Option<usize>, u8, String), Span> = BTreeMap::new();
    for section in &outline.sections {
        let Some(heading) = section.heading.and_then(|heading| outline.blocks.get(heading)) else { continue };
        let title = heading.passage.text.trim().to_lowercase();
        if !matches!(heading.kind, BlockKind::Heading(_)) || title.is_empty() || subject.is_brought(heading.span) {
            continue;
        }
        let place = heading.passage.whole().span;
        // A loop writes its heading in one place, and its titles elsewhere.
        if subject.is_brought(place) {
            continue;
        }
        let repeated = |title: &str| REPEATED.iter().any(|word| title.contains(word));
        let first = seen.insert((section.parent, section.level, title), place);
        if let Some(first) = first.filter(|_| !repeated(&heading.passage.text.to_lowercase())) {
            let message = format!("`{}` is the heading of two sections side by side", heading.passage.text.trim());
            let finding = RULE.finding(place, message).with_label(first, "it stands here before");
            found.push(finding.with_help("give each its own heading, or make them one section"));
        }
    }
}
