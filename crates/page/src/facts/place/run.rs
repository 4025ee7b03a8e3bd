//! How far a name reaches that stands in a sentence.

use crate::facts::places::is_country;

/// How far a run of capitalised words, joined by commas, reaches, without the mark behind it.
pub(crate) fn run_of_capitals(text: &str) -> usize {
    run(text, &|_| false).len()
}

/// The same, up to where a date starts, as `stops` says. A country in parentheses is part of it: `Lund (Sweden)`.
pub(super) fn run<'t>(text: &'t str, stops: &dyn Fn(usize) -> bool) -> &'t str {
    let name = text[..reach(text, stops)].trim_end_matches([' ', ',', '.', ';', '!', ')']);
    match name.rsplit_once('(') {
        Some((_, inside)) if is_country(inside) && text[name.len()..].starts_with(')') => &text[..name.len() + 1],
        Some((town, inside)) if !inside.contains(')') => town.trim_end_matches([' ', ',']),
        _ => name,
    }
}

fn reach(text: &str, stops: &dyn Fn(usize) -> bool) -> usize {
    let mut reached = 0;
    let mut at = 0;
    for word in text.split_inclusive(' ') {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        let lead = word.len() - word.trim_start_matches(|c: char| !c.is_alphanumeric()).len();
        if stops(at + lead) {
            break;
        }
        let capital = bare.starts_with(char::is_uppercase);
        let small = matches!(bare, "the" | "of" | "de" | "la" | "le" | "and");
        if !(capital || (small && bare != "and")) {
            break;
        }
        at += word.len();
        if capital {
            reached = at;
        }
        if word.trim_end().ends_with(['.', ';', ')', ':', '!', '?']) {
            break;
        }
    }
    reached
}
