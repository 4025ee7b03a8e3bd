//! Facts as people word them.

use handbill_model::{Day, Person};

pub(crate) mod calls;
pub(crate) mod dates;
pub(crate) mod facts;
pub(crate) mod names;

/// Text on one line: any run of white space and control characters is one blank, none at the ends.
///
/// Line and paragraph separators count as white space, since programs that read lines break at them.
pub(crate) fn line(text: &str) -> String {
    let words = text.split(|c: char| c.is_whitespace() && !is_fixed_blank(c) || c.is_control());
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    words.join(" ").trim().to_owned()
}

/// Blanks that an author chose: no-break, narrow no-break and figure space.
fn is_fixed_blank(c: char) -> bool {
    matches!(c, '\u{a0}' | '\u{202f}' | '\u{2007}')
}

/// `a`, `a and b`, `a, b and c`.
pub(crate) fn list<S: AsRef<str>>(items: &[S]) -> String {
    match items {
        [] => String::new(),
        [only] => only.as_ref().to_owned(),
        [first @ .., last] => {
            let first: Vec<&str> = first.iter().map(AsRef::as_ref).collect();
            format!("{} and {}", first.join(", "), last.as_ref())
        }
    }
}

/// The days of a programme as they follow one another; in the page's order where one of them has no date.
pub(crate) fn in_order(days: &[Day]) -> Vec<&Day> {
    let mut ordered: Vec<&Day> = days.iter().collect();
    if days.iter().all(|day| day.date.is_some()) {
        ordered.sort_by_key(|day| day.date);
    }
    ordered
}

/// `B. Reader (chair, Town Library)`.
pub(crate) fn person(person: &Person) -> String {
    let about = [line(&person.role), line(&person.affiliation)].into_iter().filter(|part| !part.is_empty());
    let about = about.collect::<Vec<_>>().join(", ");
    match (line(&person.name), about) {
        (name, about) if about.is_empty() => name,
        (name, about) if name.is_empty() => about,
        (name, about) => format!("{name} ({about})"),
    }
}

/// With its first letter in upper case.
pub(crate) fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

/// Whether `text` holds `part`, whatever the case of the letters.
pub(crate) fn holds(text: &str, part: &str) -> bool {
    text.to_lowercase().contains(&part.to_lowercase())
}

/// Whether `text` holds `part` as whole words, whatever the case of the letters.
pub(crate) fn tells(text: &str, part: &str) -> bool {
    let (text, part) = (line(text).to_lowercase(), line(part).to_lowercase());
    let ends = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
    let whole = |(at, found): (usize, &str)| {
        ends(text[..at].chars().next_back()) && ends(text[at + found.len()..].chars().next())
    };
    !part.is_empty() && text.match_indices(&part).any(whole)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_has_single_blanks_and_none_at_its_ends() {
        assert_eq!(line(" a\r\n\tb\u{2028}c\u{0}d "), "a b c d");
        assert_eq!(line("5\u{a0}km\u{a0}"), "5\u{a0}km");
        assert_eq!(line("\u{a0} \u{a0}"), "");
    }

    #[test]
    fn lists_have_one_and() {
        assert_eq!(list::<&str>(&[]), "");
        assert_eq!(list(&["a"]), "a");
        assert_eq!(list(&["a", "b"]), "a and b");
        assert_eq!(list(&["a", "b", "c"]), "a, b and c");
    }

    #[test]
    fn a_part_is_told_as_whole_words_only() {
        assert!(tells("Dinner, Long  Pier", "long pier") && tells("Hall", "Hall"));
        assert!(!tells("Hall 12", "Hall 1") && !tells("Hall", "") && !tells("Shallow", "hall"));
    }

    #[test]
    fn a_capital_may_be_more_than_one_letter() {
        assert_eq!((capital("\u{df}x"), capital("")), ("SSx".to_owned(), String::new()));
    }
}
