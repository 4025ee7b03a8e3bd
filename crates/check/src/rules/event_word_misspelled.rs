//! Slips in the words that event pages are made of.

mod calendar;
mod lists;
mod repeated;

use handbill_model::{Applicability, Diagnostic};
use handbill_text::{Edit, Span};

use crate::rule::rule;
use crate::subject::{Subject, Text};
use crate::words::distance;

rule! {
    /// A word that event pages are made of is misspelled.
    ///
    /// Words such as the name of a month, `registration` or `committee` stand in headings and tables, where readers search
    /// for them, and where a slip is seen first.
    ///
    /// ```page bad
    /// The recption is on the first evening.
    /// ```
    /// ```page good
    /// The reception is on the first evening.
    /// ```
    ///
    /// Only words almost like one of a list of long event words count, and words almost like one that the page itself
    /// writes again and again; of the short names of days and months only slips with a number behind them. Names of
    /// hosts and files, code, and texts that are not English are left alone; the settings can name further words.
    "event-word-misspelled": Warning, Words, Page
}

/// Shorter words are asked for none of their neighbours, names of days apart.
const SHORTEST: usize = 5;

/// Shorter words have too many neighbours among event words.
const SHORT: usize = 6;

/// Longer words no page has.
const LONGEST: usize = 30;

/// Words that are right by themselves and wrong in front of `talk`.
const BEFORE_TALK: &[&str] = &["lightening", "lighting"];

fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    let repeated = repeated::Repeated::new(subject.texts());
    for text in subject.texts() {
        let words = text.words();
        for (at, (span, word)) in words.iter().enumerate().filter(|(_, (_, word))| word.len() >= SHORTEST) {
            let stem = stem(word);
            // Nearly all words are let go here.
            if !may_be_slip(stem) && !calendar::may_be_slip(stem) && !repeated.may_be_slip(stem) {
                continue;
            }
            let next = words.get(at + 1).map(|(_, next)| *next);
            let span = Span::new(span.start()..span.start() + stem.len());
            let named = || calendar::correction(stem, &text.text[span.end()..]);
            let Some(right) = correction(stem, next).or_else(named).or_else(|| repeated.correction(stem)) else {
                continue;
            };
            if is_quiet(text, span) || is_known(subject, stem) || !subject.reads_english(text) {
                continue;
            }
            let place = text.place(span);
            if subject.is_brought(place.span) {
                continue;
            }
            let right = like(stem, &right);
            let finding = RULE.finding(place.span, format!("`{stem}` is probably `{right}`"));
            let finding = finding.with_help("correct it, or name the word in the settings if it is right");
            let edit = Edit { span: place.span, text: right.clone() };
            let exact = place.written && subject.source(place.span) == stem;
            found.push(if exact {
                finding.with_fix(format!("write `{right}`"), Applicability::Ask, vec![edit])
            } else {
                finding
            });
        }
    }
}

/// A word without the ending of its genitive.
fn stem(word: &str) -> &str {
    let Some(stem) = word.strip_suffix('s') else { return word };
    stem.strip_suffix(['\'', '’']).unwrap_or(word)
}

/// Whether a word may be a slip of an event word, or one that grew together with a small one.
fn may_be_slip(word: &str) -> bool {
    (SHORT..=LONGEST).contains(&word.len()) && (ends_small(word) || lists::may_be_meant(word))
}

/// The event word that is meant.
fn correction(word: &str, next: Option<&str>) -> Option<String> {
    let plain = may_be_slip(word) && word.bytes().all(|b| b.is_ascii_alphabetic());
    if !plain || lists::is_event_word(word) || is_camel(word) {
        return None;
    }
    let parted = parted(word);
    if parted.is_none() && !lists::may_be_meant(word) {
        return None;
    }
    let word = word.to_ascii_lowercase();
    if BEFORE_TALK.contains(&word.as_str())
        && next.is_some_and(|next| ["talk", "talks"].iter().any(|talk| talk.eq_ignore_ascii_case(next)))
    {
        return Some("lightning".to_owned());
    }
    if let Some((first, small)) = parted {
        return Some(format!("{} {small}", first.to_ascii_lowercase())).filter(|_| !lists::is_right_too(&word));
    }
    let near = lists::near(&word).filter_map(|known| Some((distance(known, &word, lists::steps(known))?, known)));
    // Of two as near as each other the singular goes with a word without its `s`.
    let plural = word.ends_with('s');
    let nearest = near.min_by_key(|(distance, known)| (*distance, known.ends_with('s') != plural));
    nearest.filter(|_| !lists::is_right_too(&word)).map(|(_, known)| known.to_owned())
}

/// Small words that grow together with the word before them.
const SMALL: &[&str] = &["and", "are", "at", "by", "for", "from", "in", "is", "of", "on", "the", "to", "will", "with"];

/// An event word and the small one behind it, where the blank between them is lost: `participantsto`.
fn parted(word: &str) -> Option<(&str, &'static str)> {
    if !ends_small(word) {
        return None;
    }
    SMALL.iter().find_map(|small| {
        let (first, last) = word.split_at(word.len() - small.len());
        (last.eq_ignore_ascii_case(small) && lists::is_event_word(first)).then_some((first, *small))
    })
}

/// The letters before the last one of [`SMALL`] words, as a set of bits, by the last one.
const SMALL_ENDS: [u32; 32] = {
    let (mut ends, mut at) = ([0; 32], 0);
    while at < SMALL.len() {
        let word = SMALL[at].as_bytes();
        ends[(word[word.len() - 1] & 0x1F) as usize] |= 1 << (word[word.len() - 2] & 0x1F);
        at += 1;
    }
    ends
};

/// Whether the last two letters of a word are those of a small one.
fn ends_small(word: &str) -> bool {
    let [.., before, last] = *word.as_bytes() else { return false };
    SMALL_ENDS[usize::from(last & 0x1F)] & (1 << (before & 0x1F)) != 0
}

/// Capitals inside a word make it a name: `LinkedIn`.
fn is_camel(word: &str) -> bool {
    let inner = word[1..].bytes().any(|b| b.is_ascii_uppercase());
    inner && word.bytes().any(|b| b.is_ascii_lowercase())
}

/// Whether a word is part of a host, a handle, a file's name or code.
fn is_quiet(text: &Text<'_>, span: Span) -> bool {
    let before = text.text[..span.start()].chars().next_back();
    let mut behind = text.text[span.end()..].chars();
    let (first, second) = (behind.next(), behind.next());
    let glued = |c: Option<char>| {
        c.is_some_and(|c| c.is_numeric() || matches!(c, '@' | '#' | '_' | '/' | '\\' | '=' | '&' | '%'))
    };
    let dotted = before == Some('.') || (first == Some('.') && second.is_some_and(char::is_alphanumeric));
    glued(before) || (glued(first) && first != Some('/')) || dotted || text.is_quiet(span)
}

fn is_known(subject: &Subject<'_>, word: &str) -> bool {
    subject.settings.words.iter().any(|known| known.to_lowercase() == word.to_lowercase())
}

/// The right word in the capitals of the wrong one.
fn like(wrong: &str, right: &str) -> String {
    if wrong.bytes().all(|b| b.is_ascii_uppercase()) {
        return right.to_ascii_uppercase();
    }
    let mut letters = right.chars();
    match letters.next() {
        Some(first) if wrong.starts_with(char::is_uppercase) => {
            first.to_ascii_uppercase().to_string() + letters.as_str()
        }
        Some(_) | None => right.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_of_event_words_are_found() {
        for (wrong, right) in [
            ("Lightnig", "lightning"),
            ("Recepton", "reception"),
            ("Registation", "registration"),
            ("regsitration", "registration"),
            ("Scedule", "schedule"),
            ("Confernece", "conference"),
            ("comittee", "committee"),
            ("Commitee", "committee"),
            ("accomodation", "accommodation"),
            ("Accommmodations", "accommodations"),
            ("Febuary", "february"),
            ("Wendesday", "wednesday"),
            ("avalable", "available"),
            ("recieved", "received"),
            ("seperate", "separate"),
            ("Attendes", "attendees"),
            ("calender", "calendar"),
            ("workshps", "workshops"),
            ("Speakersand", "speakers and"),
            ("sponser", "sponsor"),
            ("deadlineis", "deadline is"),
        ] {
            assert_eq!(correction(wrong, None).as_deref(), Some(right), "{wrong}");
        }
        assert_eq!(correction("lighting", Some("talks")).as_deref(), Some("lightning"));
    }

    #[test]
    fn words_that_are_right_are_left_alone() {
        for word in [
            "lighting", "receptions", "Register", "scheduler", "conferees", "communion", "presents", "Presence",
            "programmer", "locators", "LinkedIn", "RECEPTION", "separated", "attended", "confidence", "Programma",
            "organisers", "sessions", "talks", "IIIF",
        ] {
            assert_eq!(correction(word, None), None, "{word}");
        }
        assert_eq!(correction("lighting", Some("design")), None);
    }
}
