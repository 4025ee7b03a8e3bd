//! Which words a text may hold, in a few bits: most lookups of phrases end here.

/// A set of the beginnings of the words of a text, a bit each (Bloom 1970). It may say yes where the text says no,
/// never the other way round. The set of a sentence takes 128 bytes, that of a whole page more: see [`PageWords`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Words<const SETS: usize = 16> {
    bits: [u64; SETS],
}

/// The words of all sentences of a page.
pub(crate) type PageWords = Words<256>;

/// How much of a phrase tells it from others: more would be more to look at, less would let more pass.
const BEGINNING: usize = 4;

impl Words {
    /// The words of a text, whatever their case.
    pub(crate) fn of(text: &str) -> Self {
        let mut words = Self::NONE;
        each_beginning(text, |beginning| words.add(beginning));
        words
    }

    /// The words of a sentence, which are added to those of its page.
    pub(crate) fn of_sentence(text: &str, page: &mut PageWords) -> Self {
        let mut words = Self::NONE;
        each_beginning(text, |beginning| {
            words.add(beginning);
            page.add(beginning);
        });
        words
    }
}

impl<const SETS: usize> Words<SETS> {
    /// Of a text that says nothing.
    pub(crate) const NONE: Self = Self { bits: [0; SETS] };

    #[inline]
    fn holds(&self, beginning: u32) -> bool {
        let bit = Self::bit(beginning);
        self.bits[bit / 64 % SETS] & (1 << (bit % 64)) != 0
    }

    #[inline]
    fn add(&mut self, beginning: u32) {
        let bit = Self::bit(beginning);
        self.bits[bit / 64 % SETS] |= 1 << (bit % 64);
    }

    /// The bit of the beginning of a text, the same whatever its case.
    #[inline]
    fn bit(beginning: u32) -> usize {
        // The bit that makes letters small; what it does to marks it does on both sides.
        let small = beginning | 0x2020_2020;
        // The upper bits of the product depend on all letters.
        (small.wrapping_mul(0x9E37_79B1) >> (u32::BITS - (64 * SETS).ilog2())) as usize
    }

    /// Whether the text may hold a phrase (ASCII, lower case) as whole words.
    #[inline]
    pub(crate) fn may_hold(&self, phrase: &str) -> bool {
        (is_numbered(phrase.as_bytes()) || self.holds(beginning(phrase.as_bytes()))) && self.may_hold_all(phrase)
    }

    /// Whether the text may hold all words of a phrase; nearly always the first tells.
    #[inline(never)]
    fn may_hold_all(&self, phrase: &str) -> bool {
        let mut rest = phrase.as_bytes();
        // Most phrases are one word.
        while let Some(end) = rest.iter().position(|byte| *byte == b' ') {
            rest = &rest[end + 1..];
            if rest.first().is_some_and(u8::is_ascii_alphabetic) && !self.holds(beginning(rest)) {
                return false;
            }
        }
        true
    }
}

/// Gives every beginning that a phrase may have that stands in a text as whole words.
#[inline]
fn each_beginning(text: &str, mut give: impl FnMut(u32)) {
    let bytes = text.as_bytes();
    let class = |at: usize| bytes.get(at).map(|byte| CLASSES[usize::from(*byte)]);
    let mut at = 0;
    while let Some(here) = class(at) {
        let mut end = 1;
        // What is not ASCII may be a letter or a mark: a word may start with it and behind it.
        // Numbers are not kept: hardly a phrase has one, and a list of them would fill the set.
        if here != Class::Mark && !bytes[at].is_ascii_digit() {
            let long = beginning(&bytes[at..]);
            give(long);
            let bytes = long.to_le_bytes();
            end = BEGINNING;
            for len in (1..BEGINNING).rev() {
                // A phrase that is shorter ends where a word does.
                if CLASSES[usize::from(bytes[len])] != Class::Letter {
                    let kept = (1 << (8 * len)) - 1;
                    give(long & kept | SHORT & !kept);
                    end = len;
                }
            }
        }
        if here == Class::Letter {
            at += end;
            while class(at) == Some(Class::Letter) {
                at += 1;
            }
        } else {
            at += 1;
        }
    }
}

/// Whether a word starts with a digit.
fn is_numbered(word: &[u8]) -> bool {
    word.first().is_some_and(u8::is_ascii_digit)
}

/// What a byte is to words.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    /// A letter or digit of ASCII.
    Letter,
    /// Any other character of ASCII.
    Mark,
    /// Part of a character that may be either.
    Wide,
}

const CLASSES: [Class; 256] = {
    let mut classes = [Class::Wide; 256];
    let mut byte = 0;
    while byte < 128 {
        classes[byte as usize] = if (byte as u8).is_ascii_alphanumeric() { Class::Letter } else { Class::Mark };
        byte += 1;
    }
    classes
};

/// What stands for the bytes that a short text lacks.
const SHORT: u32 = u32::from_le_bytes([b' '; BEGINNING]);

/// The first bytes of a text in one number.
fn beginning(text: &[u8]) -> u32 {
    let bytes = text.first_chunk().copied().unwrap_or_else(|| {
        let mut short = [b' '; BEGINNING];
        short[..text.len()].copy_from_slice(text);
        short
    });
    u32::from_le_bytes(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_of_a_text_may_be_in_it() {
        let words = Words::of("The Co-hosts of Göttingen's “Q&A” meet at 9am – free!");
        for phrase in ["the", "co-hosts", "hosts of", "q&a", "meet at", "9am", "free"] {
            assert!(words.may_hold(phrase), "{phrase}");
        }
        assert!(!words.may_hold("registration"));
    }

    #[test]
    fn a_page_may_hold_what_its_sentences_hold() {
        let mut page = PageWords::NONE;
        for sentence in ["The Co-hosts meet.", "It is free!"] {
            assert_eq!(Words::of_sentence(sentence, &mut page), Words::of(sentence));
        }
        assert!(["co-hosts", "the", "is free"].iter().all(|phrase| page.may_hold(phrase)));
        assert!(!page.may_hold("registration"));
    }
}
