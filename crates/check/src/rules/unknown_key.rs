//! `locaton: Lund`.

use std::collections::BTreeSet;

use handbill_model::{Applicability, Diagnostic};
use handbill_page::keys;
use handbill_text::Edit;

use crate::rule::rule;
use crate::subject::Subject;
use crate::words::distance;

rule! {
    /// A key of the front matter is one letter or mark away from a key that means something.
    ///
    /// Jekyll passes over what it does not know, so a slip of the hand takes the title, the place or the layout away
    /// without a word.
    ///
    /// ```page bad
    /// ---
    /// title: Spring Meeting, Lund, March 4-6, 2031
    /// locaton: Lund, Sweden
    /// ---
    /// Welcome.
    /// ```
    /// ```page good
    /// ---
    /// title: Spring Meeting, Lund, March 4-6, 2031
    /// location: Lund, Sweden
    /// ---
    /// Welcome.
    /// ```
    ///
    /// A key beside the one that it is like is meant, and so are other words and forms of a word: `altitude`, `venues`,
    /// `title2`. In keys of five letters two letters must have changed places. Jekyll's own keys have one spelling, also of
    /// their marks and capitals: `perma_link` and `redirect-from` are slips.
    "unknown-key": Info, Markup, Page
}

/// Keys of Jekyll itself and of widespread plugins and themes, which read them in this spelling alone.
const JEKYLL: &[&str] = &[
    "author", "authors", "breadcrumbs", "categories", "category", "date", "description", "header", "image", "language",
    "layout", "locale", "parent", "permalink", "published", "redirect_from", "redirect_to", "section", "sections",
    "sidebar", "sitemap", "slug", "tags", "toc",
];

/// Words of their own that are like a key.
const OTHER: &[&str] = &[
    "altitude", "content", "contract", "county", "inline", "legion", "offline", "organised", "organized", "outline",
    "publisher", "publishes", "reader", "stats", "stature", "statue", "statute", "strait", "straight",
];

fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    let entries = &subject.page.front_matter.root.entries;
    let jekyll: Vec<(&str, String)> = JEKYLL.iter().map(|known| (*known, keys::plain(known))).collect();
    let given: BTreeSet<String> = entries.iter().map(|entry| keys::plain(&entry.key)).collect();
    for entry in entries {
        let plain = keys::plain(&entry.key);
        if keys::names().any(|known| known == plain)
            || JEKYLL.contains(&entry.key.as_str())
            || OTHER.contains(&plain.as_str())
        {
            continue;
        }
        let of_jekyll = jekyll.iter().find(|(_, known)| *known == plain || is_slip(&plain, known));
        let of_events = || keys::names().find(|known| is_slip(&plain, known));
        let meant = match of_jekyll {
            Some((known, _)) => Some((*known).to_owned()),
            None => of_events().map(|known| with_marks(known, &entry.key, &plain)),
        };
        let is_given = |meant: &str| {
            let plain_meant = keys::plain(meant);
            if plain_meant == plain {
                entries.iter().any(|other| other.key == meant)
            } else {
                given.contains(&plain_meant)
            }
        };
        let Some(meant) = meant.filter(|meant| !is_given(meant)) else { continue };
        let finding = RULE.finding(entry.key_span, format!("nothing reads the key `{}`", entry.key));
        let finding = finding.with_help(format!("is it `{meant}`?"));
        found.push(if subject.source(entry.key_span) == entry.key {
            let edit = Edit { span: entry.key_span, text: meant.clone() };
            finding.with_fix(format!("write `{meant}`"), Applicability::Ask, vec![edit])
        } else {
            finding
        });
    }
}

/// Whether a key may be a known one by a slip of the hand.
fn is_slip(key: &str, known: &str) -> bool {
    // Nearly all are let go here.
    if key.is_ascii() && key.len().abs_diff(known.len()) > 1 {
        return false;
    }
    let stem = |word: &str| word.trim_end_matches(|c: char| c.is_ascii_digit() || c == 's').len();
    // Another ending makes another form of the word.
    let form = key.len() >= known.len() && key.get(..known.len() - 1) == known.get(..known.len() - 1);
    let swapped = key.len() == known.len() && letters(key) == letters(known);
    known.len() >= if swapped { 5 } else { 6 }
        && !form
        && key.get(..stem(key)) != known.get(..stem(known))
        && distance(key, known, 1) == Some(1)
}

fn letters(word: &str) -> Vec<u8> {
    let mut letters: Vec<u8> = word.bytes().collect();
    letters.sort_unstable();
    letters
}

/// A known key with the marks of the one that stands there: `startdate` as `start_date` for `start_dte`.
fn with_marks(known: &str, key: &str, plain: &str) -> String {
    let same = known.bytes().zip(plain.bytes()).take_while(|(a, b)| a == b).count();
    let mut meant = known.to_owned();
    let mut letters = 0;
    let mut marks = 0;
    for c in key.chars() {
        if c.is_alphanumeric() {
            letters += c.len_utf8();
            continue;
        }
        // Behind the slip every letter stands where its length has moved it.
        let at = if letters <= same { letters } else { (letters + known.len()).saturating_sub(plain.len()) };
        if at + marks <= meant.len() && meant.is_char_boundary(at + marks) {
            meant.insert(at + marks, c);
            marks += c.len_utf8();
        }
    }
    meant
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_is_one_letter_and_no_other_word() {
        for (key, known) in
            [("locaton", "location"), ("tilte", "title"), ("startdte", "startdate"), ("pemalink", "permalink")]
        {
            assert!(is_slip(key, known), "{key}");
        }
        for (key, known) in [("venues", "venue"), ("layout2", "layout"), ("tite", "title"), ("organizez", "organizer")]
        {
            assert!(!is_slip(key, known), "{key}");
        }
    }

    #[test]
    fn marks_stay_where_they_are() {
        assert_eq!(with_marks("startdate", "start_dte", "startdte"), "start_date");
        assert_eq!(with_marks("startdate", "strt-date", "strtdate"), "start-date");
        assert_eq!(with_marks("location", "locaton", "locaton"), "location");
    }
}
