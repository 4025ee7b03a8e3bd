//! What a title says of whether the event takes place: `POSTPONED: Spring Meeting`, `Spring Meeting (cancelled)`.

use handbill_text::Span;

use crate::facts::sentences::has_any;
use crate::lexicon::Lexicon;

/// Words that say it.
const STATUSES: Lexicon = Lexicon::new(&["cancelled", "canceled", "postponed", "rescheduled"]);

/// Words that stand beside them.
const BESIDE: Lexicon = Lexicon::new(&[
    "event", "the", "this", "is", "was", "has", "been", "now", "until", "further", "notice", "to", "and", "new",
    "date", "dates", "due", "covid", "19", "tba", "tbd", "tbc",
]);

/// What stands between it and the event.
const SEPARATORS: &[&str] = &[": ", " - ", " – ", " — ", " | ", "! ", ". ", ", "];

/// The part of a title without what says whether the event takes place; all of it where nothing else is left.
pub(super) fn without_status(text: &str) -> Span {
    let whole = Span::new(0..text.len());
    // Most titles have none of the words.
    if !STATUSES.is_in(text) && !has_any(text, RENEWED) {
        return whole;
    }
    let kept = front(text).map(|end| Span::new(end..text.len())).or_else(|| Some(Span::new(0..back(text)?)));
    kept.filter(|kept| kept.of(text).contains(char::is_alphabetic)).unwrap_or(whole)
}

/// Where the status at the start ends.
fn front(text: &str) -> Option<usize> {
    let start = text.len() - text.trim_start().len();
    let rest = &text[start..];
    if let Some(close) = rest.starts_with(['[', '(']).then(|| rest.find([']', ')'])).flatten() {
        return is_status(&rest[..close]).then_some(start + close + 1);
    }
    let mut ends = SEPARATORS.iter().filter_map(|mark| Some((rest.find(mark)?, mark.len())));
    let marked = ends.find(|(at, _)| is_status(&rest[..*at])).map(|(at, len)| at + len);
    let loud = || rest.split(' ').next().filter(|word| is_loud(word)).map(str::len);
    marked.or_else(loud).map(|end| start + end)
}

/// Where the status at the end starts.
fn back(text: &str) -> Option<usize> {
    let rest = text.trim_end();
    if let Some(open) = rest.ends_with([']', ')']).then(|| rest.rfind(['[', '('])).flatten() {
        return is_status(&rest[open..]).then_some(open);
    }
    let mut starts = SEPARATORS.iter().filter_map(|mark| rest.rfind(mark));
    let loud = || rest.rsplit(' ').next().filter(|word| is_loud(word)).map(|word| rest.len() - word.len());
    starts.find(|at| is_status(&rest[*at..])).or_else(loud)
}

fn is_status(text: &str) -> bool {
    if is_renewed(text) {
        return true;
    }
    let mut words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    STATUSES.is_in(text) && words.all(|word| STATUSES.has(word) || BESIDE.has(word))
}

/// `NEW DATE: Tide Workshop`.
pub(crate) fn is_renewed(text: &str) -> bool {
    let bare = text.trim_matches(|c: char| !c.is_alphanumeric());
    RENEWED.iter().any(|known| known.eq_ignore_ascii_case(bare))
}

/// What says that it takes place on another day.
const RENEWED: &[&str] = &["new date", "new dates"];

/// `CANCELLED`: in capitals it needs no mark.
fn is_loud(word: &str) -> bool {
    let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
    STATUSES.has(bare) && bare.chars().all(char::is_uppercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_status_is_no_part_of_the_name() {
        for (title, kept) in [
            ("POSTPONED: Tide Workshop", "Tide Workshop"),
            ("EVENT POSTPONED - Tide Workshop", "Tide Workshop"),
            ("Cancelled – Tide Workshop, Lund", "Tide Workshop, Lund"),
            ("[CANCELLED] Tide Workshop", "Tide Workshop"),
            ("CANCELLED Tide Workshop", "Tide Workshop"),
            ("Tide Workshop (cancelled)", "Tide Workshop"),
            ("Tide Workshop (postponed until further notice)", "Tide Workshop"),
            ("Tide Workshop - CANCELLED", "Tide Workshop"),
            ("Tide Workshop CANCELED", "Tide Workshop"),
            ("Tide Workshop, Lund, postponed", "Tide Workshop, Lund"),
            ("NEW DATE: Tide Workshop", "Tide Workshop"),
        ] {
            assert_eq!(without_status(title).of(title).trim(), kept, "{title}");
        }
    }

    #[test]
    fn what_speaks_of_something_else_stays() {
        for title in [
            "Why Trains are Cancelled", "Workshop on Cancelled Stamps", "Postponed", "Cancelled Stamps: a Workshop",
            "", "Tide Workshop (Lund)", "New Dates for Old Tides", "The Postponed Harbour - a Workshop",
        ] {
            assert_eq!(without_status(title).of(title), title);
        }
    }
}
