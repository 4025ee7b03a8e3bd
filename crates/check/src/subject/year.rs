//! Years that a text names in passing.

use handbill_page::Outline;

use super::text::Text;
use super::words::Known;

/// What a sentence says that tells of another time than the event's.
static ANOTHER_TIME: Known = Known::new(&[
    "was", "were", "took", "last", "previous", "previously", "past", "earlier", "next", "upcoming", "following",
    "former", "since", "archive", "archived", "history", "recordings", "originally", "postponed", "rescheduled",
    "instead",
]);

/// Years written in a text as four digits, 1990 to 2099.
pub(crate) fn years(text: &str) -> impl Iterator<Item = i16> {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|word| word.len() == 4 && word.bytes().all(|b| b.is_ascii_digit()))
        .filter_map(|word| word.parse().ok())
        .filter(|year| (1990..=2099).contains(year))
}

/// Whether a sentence speaks of the past, of the next meeting, or of a change of plans.
pub(crate) fn tells_of_another_time(sentence: &str) -> bool {
    ANOTHER_TIME.is_in(sentence)
}

/// The headings above a text and the one it is, innermost first.
pub(crate) fn headings<'a>(outline: &'a Outline, text: &Text<'_>) -> impl Iterator<Item = &'a str> {
    let section = text.block.and_then(|block| outline.blocks.get(block)).map(|block| block.section);
    section.into_iter().flat_map(|section| outline.ancestors(section)).map(|section| start(outline.title(section)))
}

/// As much of a heading as is one: a rule that asks it for every date below stays linear.
fn start(heading: &str) -> &str {
    const LENGTH: usize = 300;
    heading.char_indices().nth(LENGTH).map_or(heading, |(end, _)| &heading[..end])
}
