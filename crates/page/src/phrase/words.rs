//! The words of dates, a table a language. English is the first; another language is another table.

use super::Weekday;

/// A language's words for dates and times, in lower case.
pub(super) struct Words {
    /// Months and their abbreviations, with the month's number.
    months: &'static [(&'static str, u8)],
    /// Weekdays and their abbreviations.
    weekdays: &'static [(&'static str, Weekday)],
    /// Seasons.
    seasons: &'static [&'static str],
    /// What goes before a month, a season or a year that is not exact.
    vague: &'static [&'static str],
    /// Words between the ends of a range.
    to: &'static [&'static str],
    /// Words between the items of a list.
    and: &'static [&'static str],
    /// Words that stand between day and month and say nothing.
    of: &'static [&'static str],
    /// What a day's number ends with.
    suffixes: &'static [&'static str],
}

const ENGLISH: Words = Words {
    months: &[
        ("january", 1),
        ("jan", 1),
        ("february", 2),
        ("feb", 2),
        ("march", 3),
        ("mar", 3),
        ("april", 4),
        ("apr", 4),
        ("may", 5),
        ("june", 6),
        ("jun", 6),
        ("july", 7),
        ("jul", 7),
        ("august", 8),
        ("aug", 8),
        ("september", 9),
        ("sept", 9),
        ("sep", 9),
        ("october", 10),
        ("oct", 10),
        ("november", 11),
        ("nov", 11),
        ("december", 12),
        ("dec", 12),
    ],
    weekdays: &[
        ("monday", Weekday::Monday),
        ("mon", Weekday::Monday),
        ("tuesday", Weekday::Tuesday),
        ("tues", Weekday::Tuesday),
        ("tue", Weekday::Tuesday),
        ("wednesday", Weekday::Wednesday),
        ("wed", Weekday::Wednesday),
        ("thursday", Weekday::Thursday),
        ("thurs", Weekday::Thursday),
        ("thur", Weekday::Thursday),
        ("thu", Weekday::Thursday),
        ("friday", Weekday::Friday),
        ("fri", Weekday::Friday),
        ("saturday", Weekday::Saturday),
        ("sat", Weekday::Saturday),
        ("sunday", Weekday::Sunday),
        ("sun", Weekday::Sunday),
    ],
    seasons: &["spring", "summer", "autumn", "fall", "winter"],
    vague: &["early", "mid", "late", "end", "beginning"],
    to: &["to", "through", "until", "till", "thru"],
    and: &["and"],
    of: &["of", "the"],
    suffixes: &["st", "nd", "rd", "th"],
};

/// How a word that may be cut short was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Written {
    Whole,
    Short,
}

/// The number of the month that `word` names.
pub(super) fn month(word: &str) -> Option<u8> {
    look_up(ENGLISH.months, word)
}

/// The weekday that `word` names, in full or cut short.
pub(super) fn weekday(word: &str) -> Option<(Weekday, Written)> {
    let singular = word.strip_suffix(['s', 'S']).filter(|stem| stem.len() > 5).unwrap_or(word);
    let day = look_up(ENGLISH.weekdays, singular)?;
    Some((day, if singular.len() > 5 { Written::Whole } else { Written::Short }))
}

pub(super) fn is_season(word: &str) -> bool {
    has(ENGLISH.seasons, word)
}

pub(super) fn is_vague(word: &str) -> bool {
    has(ENGLISH.vague, word)
}

pub(super) fn is_to(word: &str) -> bool {
    has(ENGLISH.to, word)
}

pub(super) fn is_and(word: &str) -> bool {
    has(ENGLISH.and, word)
}

pub(super) fn is_of(word: &str) -> bool {
    has(ENGLISH.of, word)
}

pub(super) fn is_suffix(word: &str) -> bool {
    has(ENGLISH.suffixes, word)
}

/// The suffix that English writes after a day's number: `1st`, `22nd`, `13th`.
pub(super) const fn suffix(day: u8) -> &'static str {
    match (day / 10, day % 10) {
        (1, _) => "th",
        (_, 1) => "st",
        (_, 2) => "nd",
        (_, 3) => "rd",
        (_, _) => "th",
    }
}

fn look_up<T: Copy>(table: &[(&str, T)], word: &str) -> Option<T> {
    table.iter().find(|(name, _)| name.eq_ignore_ascii_case(word)).map(|(_, value)| *value)
}

fn has(table: &[&str], word: &str) -> bool {
    table.iter().any(|name| name.eq_ignore_ascii_case(word))
}
