//! Which words a text may hold, in a few bits: most lookups of phrases end here.

/// A set of the beginnings of the words of a text. It may say yes where the text says no, never the other way round.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Words {
    bits: [u64; 8],
}

impl Words {
    /// The words of a text: runs of letters and digits, whatever their case.
    pub(crate) fn of(text: &str) -> Self {
        let mut words = Self::default();
        let bytes = text.as_bytes();
        let mut at = 0;
        while at < bytes.len() {
            if is_part(bytes[at]) {
                words.insert(beginning(&bytes[at..]));
                at += bytes[at..].iter().take_while(|byte| is_part(**byte)).count();
            } else {
                at += 1;
            }
        }
        words
    }

    /// Whether the text may hold a phrase (ASCII, lower case) as whole words.
    pub(crate) fn may_hold(&self, phrase: &str) -> bool {
        let key = beginning(phrase.as_bytes());
        self.bits[key / 64] & (1 << (key % 64)) != 0
    }

    fn insert(&mut self, key: usize) {
        self.bits[key / 64] |= 1 << (key % 64);
    }
}

/// Letters of other scripts than ASCII's are parts of words, too.
const fn is_part(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte >= 0x80
}

/// The first three letters of the word at the start, as a number below 512.
fn beginning(bytes: &[u8]) -> usize {
    let letters = bytes.iter().take(3).take_while(|byte| is_part(**byte));
    letters.fold(0_usize, |key, byte| (key * 31 + usize::from(byte.to_ascii_lowercase())) & 0xffff) % 512
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
}
