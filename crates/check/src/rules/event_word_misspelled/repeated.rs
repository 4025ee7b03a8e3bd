//! Words that a page writes again and again, and once in another way.

use std::collections::BTreeMap;

use super::lists::{is_event_word, is_right_too};
use crate::subject::Text;

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
        // Capitals are names, and names are alike: Andersen, Anderson.
        let long =
            |word: &&str| word.len() + 1 >= LETTERS && word.len() <= 40 && word.bytes().all(|b| b.is_ascii_lowercase());
        let mut words: Vec<&str> = texts.iter().flat_map(Text::words).map(|(_, word)| *word).filter(long).collect();
        let frequent = frequent(&words);
        let mut corrections = BTreeMap::new();
        if frequent.is_empty() {
            return Self { corrections };
        }
        // Of most pages no other word is left here.
        let mut alike: Vec<[u8; 4]> = frequent.iter().map(|word| ends(word)).collect();
        alike.sort_unstable();
        words.retain(|word| alike.binary_search(&ends(word)).is_ok());
        words.sort_unstable();
        let rare: Vec<&str> =
            words.chunk_by(|a, b| a == b).filter(|same| same.len() == 1).map(|same| same[0]).collect();
        let mut alike: Vec<[u8; 4]> = rare.iter().map(|word| ends(word)).collect();
        alike.sort_unstable();
        for word in frequent.into_iter().filter(|word| alike.binary_search(&ends(word)).is_ok()) {
            for slip in slips(word) {
                if let Ok(at) = rare.binary_search(&slip.as_str()) {
                    corrections.insert(rare[at], word);
                }
            }
        }
        Self { corrections }
    }

    /// Whether the page may write a word in another way elsewhere. Hardly a page has such words.
    pub(super) fn may_be_slip(&self, word: &str) -> bool {
        self.corrections.contains_key(word)
    }

    /// What the page writes elsewhere; `None` for a word that is known to be right, whatever the page writes.
    pub(super) fn correction(&self, word: &str) -> Option<String> {
        let right = self.corrections.get(word)?;
        (!is_event_word(word) && !is_right_too(word)).then(|| (*right).to_owned())
    }
}

/// The words that are written again and again, sorted.
fn frequent<'a>(words: &[&'a str]) -> Vec<&'a str> {
    // Counted by their ends and length first: few words are left to be sorted.
    let slot = |word: &&str| (u32::from_le_bytes(ends(word)) ^ word.len() as u32).wrapping_mul(0x9E37_79B1) >> 23;
    let mut counts = [0_u16; 512];
    let counted = || words.iter().filter(|word| word.len() >= LETTERS);
    for word in counted() {
        let count = &mut counts[slot(word) as usize];
        *count = count.saturating_add(1);
    }
    let often = |word: &&&str| usize::from(counts[slot(word) as usize]) >= OFTEN;
    let mut found: Vec<&str> = counted().filter(often).copied().collect();
    found.sort_unstable();
    found.chunk_by(|a, b| a == b).filter(|same| same.len() >= OFTEN).map(|same| same[0]).collect()
}

/// The letters at both ends of a long word of ASCII letters, which its [`slips`] keep.
fn ends(word: &str) -> [u8; 4] {
    let letters = word.as_bytes();
    [letters[0], letters[1], letters[letters.len() - 2], letters[letters.len() - 1]]
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
