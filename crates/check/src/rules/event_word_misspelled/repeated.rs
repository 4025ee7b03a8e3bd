//! Words that a page writes again and again, and once in another way.

use std::collections::BTreeMap;

use super::lists::{is_event_word, is_right_too};
use crate::subject::{Text, words};

/// How often a word stands on the page before a slip of it can be told.
const OFTEN: usize = 4;

/// Shorter words have too many neighbours that are right.
const LETTERS: usize = 9;

/// What is wrong with rare words, by the frequent words of the page.
pub(super) struct Repeated<'a> {
    corrections: BTreeMap<&'a str, &'a str>,
}

impl<'a> Repeated<'a> {
    pub(super) fn new(texts: &[Text<'a>]) -> Self {
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        for (_, word) in texts.iter().flat_map(|text| words(text.text)) {
            // Capitals are names, and names are alike: Andersen, Anderson.
            if word.len() + 1 >= LETTERS && word.len() <= 40 && word.bytes().all(|b| b.is_ascii_lowercase()) {
                *counts.entry(word).or_default() += 1;
            }
        }
        let mut corrections = BTreeMap::new();
        for (word, _) in counts.iter().filter(|(word, count)| **count >= OFTEN && word.len() >= LETTERS) {
            for slip in slips(word) {
                if let Some((slip, 1)) = counts.get_key_value(slip.as_str()) {
                    corrections.insert(*slip, *word);
                }
            }
        }
        Self { corrections }
    }

    /// What the page writes elsewhere; `None` for a word that is known to be right, whatever the page writes.
    pub(super) fn correction(&self, word: &str) -> Option<String> {
        let right = self.corrections.get(word)?;
        (!is_event_word(word) && !is_right_too(word)).then(|| (*right).to_owned())
    }
}

/// The word with one inner letter left out, doubled or swapped with the next: what hands do, and spelling rules do not.
/// Where American and British ways differ (`color`, `traveler`, `archeology`), or endings do, it is no slip.
fn slips(word: &str) -> Vec<String> {
    let mut slips = Vec::new();
    for at in 2..word.len() - 3 {
        let (head, tail) = word.split_at(at);
        let (letter, rest) = tail.split_at(1);
        let way = matches!(letter, "l" | "u" | "e" | "a" | "o")
            && (head.ends_with(['l', 'o', 'a', 'g']) || rest.starts_with(['l', 'e', 'm']));
        if !way {
            slips.push(format!("{head}{rest}"));
            slips.push(format!("{head}{letter}{letter}{rest}"));
        }
        slips.push(format!("{head}{}{letter}{}", &rest[..1], &rest[1..]));
    }
    slips.retain(|slip| slip != word);
    slips
}

#[cfg(test)]
mod tests {
    use super::slips;

    #[test]
    fn slips_are_of_the_hand() {
        let found = slips("manuscripts");
        assert!(
            found.contains(&"manscripts".to_owned())
                && found.contains(&"manusscripts".to_owned())
                && found.contains(&"mansucripts".to_owned())
        );
        assert!(!found.contains(&"manuscript".to_owned()));
        assert!(!slips("travellers").contains(&"travelers".to_owned()));
        assert!(!slips("archaeology").contains(&"archeology".to_owned()));
    }
}
