//! Text cut into sentences and clauses, and words looked up in it.

use handbill_text::Span;

use super::words::Words;

/// Abbreviations whose full stop ends no sentence.
const ABBREVIATIONS: &[&str] = &[
    "e.g", "i.e", "etc", "dr", "prof", "mr", "mrs", "ms", "st", "no", "vs", "approx", "a.m", "p.m", "inc", "ltd", "co",
    "dept", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "mon", "tue", "wed",
    "thu", "fri", "sat", "sun",
];

/// The sentences of a text: they end with `.`, `!` or `?` before a blank, or with the line.
pub(crate) fn sentences(text: &str) -> Vec<Span> {
    let mut found = Vec::new();
    let mut start = 0;
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let next = chars.peek().map(|(_, next)| *next);
        let ends = match c {
            '\n' => true,
            '!' | '?' => next.is_none_or(char::is_whitespace),
            '.' => next.is_none_or(char::is_whitespace) && !is_abbreviation(&text[start..at]),
            _ => false,
        };
        if ends {
            push_trimmed(text, start, at + c.len_utf8(), &mut found);
            start = at + c.len_utf8();
        }
    }
    push_trimmed(text, start, text.len(), &mut found);
    found
}

fn is_abbreviation(before: &str) -> bool {
    let word = before.rsplit([' ', '(']).next().unwrap_or("");
    let single = word.len() == 1 && word.chars().all(char::is_uppercase);
    single || ABBREVIATIONS.iter().any(|known| known.eq_ignore_ascii_case(word))
}

fn push_trimmed(text: &str, start: usize, end: usize, found: &mut Vec<Span>) {
    let part = &text[start..end];
    let trimmed = part.trim();
    if !trimmed.is_empty() {
        let from = start + (part.len() - part.trim_start().len());
        found.push(Span::new(from..from + trimmed.len()));
    }
}

/// Where one of `phrases` (lower case) first stands in `text` as whole words, whatever its case.
pub(crate) fn find_any(text: &str, phrases: &[&str]) -> Option<Span> {
    find_among(text, &Words::of(text), phrases)
}

/// As [`find_any`], in a text whose words are known.
pub(crate) fn find_among(text: &str, words: &Words, phrases: &[&str]) -> Option<Span> {
    let held = phrases.iter().filter(|phrase| words.may_hold(phrase));
    held.filter_map(|phrase| find(text, phrase)).min_by_key(|span| span.start())
}

/// Whether one of `phrases` (lower case) stands in `text` as whole words, whatever its case.
pub(crate) fn has_any(text: &str, phrases: &[&str]) -> bool {
    // For a phrase or two, looking for them costs less than listing the words.
    if phrases.len() < 3 {
        phrases.iter().any(|phrase| find(text, phrase).is_some())
    } else {
        has_among(text, &Words::of(text), phrases)
    }
}

/// As [`has_any`], in a text whose words are known.
pub(crate) fn has_among(text: &str, words: &Words, phrases: &[&str]) -> bool {
    phrases.iter().any(|phrase| words.may_hold(phrase) && find(text, phrase).is_some())
}

/// Where `phrase` (ASCII, lower case) first stands in `text` as whole words, whatever its case.
pub(crate) fn find(text: &str, phrase: &str) -> Option<Span> {
    let (bytes, wanted) = (text.as_bytes(), phrase.as_bytes());
    let first = *wanted.first()?;
    let starts = memchr::memchr2_iter(first, first.to_ascii_uppercase(), bytes);
    let mut hits =
        starts.filter(|at| bytes.get(*at..*at + wanted.len()).is_some_and(|part| part.eq_ignore_ascii_case(wanted)));
    let whole = |at: &usize| {
        !text[..*at].ends_with(char::is_alphanumeric) && !text[*at + wanted.len()..].starts_with(char::is_alphanumeric)
    };
    hits.find(whole).map(|at| Span::new(at..at + wanted.len()))
}

/// The text with its first letter as it is and no mark at its end.
pub(crate) fn without_end_mark(text: &str) -> &str {
    text.trim().trim_end_matches(['.', ',', ';', ':']).trim_end()
}

/// Plain text of Event JSON: one blank for any white space.
pub(crate) fn plain(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
