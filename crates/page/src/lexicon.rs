//! Lists of words that every word of a page is looked up in.

/// How many kinds of words are told apart before any letter is compared.
pub(crate) const SLOTS: usize = 1024;

/// How many words a list has at most.
const MOST: usize = 255;

/// Where the words of a list are found, by what tells most words apart: three letters and the length.
#[derive(Debug)]
pub(crate) struct Index {
    /// For each slot the first of its words, counted from 1: most words of a text have an empty one.
    first: [u8; SLOTS],
    /// For each word the next of the same slot.
    next: [u8; MOST],
}

impl Index {
    /// Of no word.
    pub(crate) const NONE: Self = Self { first: [0; SLOTS], next: [0; MOST] };

    /// With the word at `at` of its list; the words in front of it are found before it if they are added behind it.
    pub(crate) const fn with(mut self, at: usize, word: &str) -> Self {
        assert!(at < MOST, "a list of words is too long");
        let slot = slot(word);
        self.next[at] = self.first[slot];
        self.first[slot] = at as u8 + 1;
        self
    }

    /// Whether a word of that slot may be on the list.
    pub(crate) const fn may_hold(&self, slot: usize) -> bool {
        self.first[slot] != 0
    }

    /// The places in the list of the words that may be one of that slot.
    pub(crate) fn candidates(&self, slot: usize) -> impl Iterator<Item = usize> {
        let place = |counted: u8| usize::from(counted).checked_sub(1);
        std::iter::successors(place(self.first[slot]), move |at| place(self.next[*at]))
    }
}

/// A set of slots: of words that are told apart before any list is asked.
#[derive(Debug)]
pub(crate) struct Slots([bool; SLOTS]);

impl Slots {
    /// Of no word.
    pub(crate) const NONE: Self = Self([false; SLOTS]);

    /// With those of the words of a list.
    pub(crate) const fn with(mut self, list: &Lexicon) -> Self {
        let mut at = 0;
        while at < list.words.len() {
            self.0[slot(list.words[at])] = true;
            at += 1;
        }
        self
    }

    /// With that of a word.
    pub(crate) const fn with_word(mut self, word: &str) -> Self {
        self.0[slot(word)] = true;
        self
    }

    /// Whether a word of that slot may be one of them.
    pub(crate) const fn may_hold(&self, slot: usize) -> bool {
        self.0[slot]
    }
}

/// Of what kind a word is, the same whatever its case.
#[inline]
pub(crate) const fn slot(word: &str) -> usize {
    slot_of(word.as_bytes())
}

/// As [`slot`], of a word in bytes.
#[inline]
pub(crate) const fn slot_of(bytes: &[u8]) -> usize {
    if bytes.is_empty() {
        return 0;
    }
    // The bits that tell letters apart but not their case.
    let (first, middle, last) = (bytes[0] & 0x1F, bytes[bytes.len() / 2] & 0x1F, bytes[bytes.len() - 1] & 0x1F);
    (first as usize * 33 + middle as usize * 67 + last as usize * 5 + bytes.len() * 131) % SLOTS
}

/// A closed list of at most 255 words in lower case, asked whatever the case of ASCII. Nearly all words of a page are in
/// none, and are let go by three of their letters and their length.
///
/// ```
/// use handbill_page::Lexicon;
///
/// static RIVERS: Lexicon = Lexicon::new(&["elbe", "loire"]);
/// assert!(RIVERS.has("Elbe") && !RIVERS.has("Loir"));
/// assert!(RIVERS.is_in("along the Loire, by boat"));
/// ```
#[derive(Debug)]
pub struct Lexicon {
    words: &'static [&'static str],
    index: Index,
}

impl Lexicon {
    /// The list of these words.
    #[must_use]
    pub const fn new(words: &'static [&'static str]) -> Self {
        let (mut index, mut at) = (Index::NONE, words.len());
        while at > 0 {
            at -= 1;
            index = index.with(at, words[at]);
        }
        Self { words, index }
    }

    /// Whether `word` is on the list.
    #[must_use]
    pub fn has(&self, word: &str) -> bool {
        self.has_at(slot(word), word)
    }

    /// As [`Self::has`], of a word whose slot is known.
    pub(crate) fn has_at(&self, slot: usize, word: &str) -> bool {
        self.index.candidates(slot).any(|at| self.words[at].eq_ignore_ascii_case(word))
    }

    /// Whether a whole word of `text` is on the list, words being what letters and digits make.
    #[must_use]
    pub fn is_in(&self, text: &str) -> bool {
        text.split(|c: char| !c.is_alphanumeric()).any(|word| self.has(word))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const RIVERS: Lexicon = Lexicon::new(&["elbe", "loire", "ebre", "río", "po"]);

    #[test]
    fn a_word_is_found_whatever_its_case() {
        for word in ["elbe", "Loire", "EBRE", "Río", "PO"] {
            assert!(RIVERS.has(word), "{word}");
        }
        for word in ["elb", "elbes", "elle", "rio", "", "p"] {
            assert!(!RIVERS.has(word), "{word}");
        }
    }

    #[test]
    fn a_text_has_whole_words() {
        assert!(RIVERS.is_in("Along the Elbe, by boat"));
        assert!(!RIVERS.is_in("Poland"));
        assert!(!RIVERS.is_in(""));
    }
}
