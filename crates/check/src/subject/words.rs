//! Words of a text, and closed lists of them.

use handbill_page::Lexicon;
use handbill_text::Span;

/// The words of a text with their places: runs of letters, with apostrophes inside.
pub(crate) fn words(text: &str) -> impl Iterator<Item = (Span, &str)> {
    let mut from = 0;
    std::iter::from_fn(move || {
        let start = first_letter(text, from)?;
        from = word_end(text, start);
        Some((Span::new(start..from), &text[start..from]))
    })
}

/// Where the first letter from an offset on stands.
fn first_letter(text: &str, mut from: usize) -> Option<usize> {
    loop {
        let rest = &text.as_bytes()[from..];
        from += rest.iter().position(|byte| CLASSES[usize::from(*byte)] >= Class::Wide)?;
        if CLASSES[usize::from(text.as_bytes()[from])] == Class::Letter {
            return Some(from);
        }
        let c = text[from..].chars().next()?;
        if c.is_alphabetic() {
            return Some(from);
        }
        from += c.len_utf8();
    }
}

/// Where the word ends that begins at an offset.
fn word_end(text: &str, mut at: usize) -> usize {
    loop {
        let rest = &text.as_bytes()[at..];
        let letters = rest.iter().position(|byte| CLASSES[usize::from(*byte)] != Class::Letter);
        let Some(letters) = letters else { return text.len() };
        at += letters;
        // Nearly all words end here.
        if CLASSES[usize::from(rest[letters])] == Class::Mark {
            return at;
        }
        let mut next = text[at..].chars();
        match next.next() {
            Some(c) if c.is_alphabetic() => at += c.len_utf8(),
            Some(c @ ('\'' | '’')) if next.next().is_some_and(char::is_alphabetic) => at += c.len_utf8(),
            Some(_) | None => return at,
        }
    }
}

/// What a byte is to words; what a word may start with comes last.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Class {
    /// A character of ASCII that is in no word.
    Mark,
    /// `'`.
    Apostrophe,
    /// Part of a character that may be a letter.
    Wide,
    /// A letter of ASCII.
    Letter,
}

const CLASSES: [Class; 256] = {
    let mut classes = [Class::Wide; 256];
    let mut byte = 0;
    while byte < 128 {
        classes[byte as usize] = match byte as u8 {
            b'\'' => Class::Apostrophe,
            letter if letter.is_ascii_alphabetic() => Class::Letter,
            _ => Class::Mark,
        };
        byte += 1;
    }
    classes
};

/// A closed list of words in small letters, asked of the [`words`] of a text.
pub(crate) struct Known(Lexicon);

impl Known {
    pub(crate) const fn new(words: &'static [&'static str]) -> Self {
        Self(Lexicon::new(words))
    }

    /// Whether a word is in the list, in whatever letters.
    pub(crate) fn has(&self, word: &str) -> bool {
        self.0.has(word)
    }

    /// Whether a text has a word of the list.
    pub(crate) fn is_in(&self, text: &str) -> bool {
        words(text).any(|(_, word)| self.has(word))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_letters_with_apostrophes_inside() {
        let found: Vec<&str> =
            words("Don't use 'x1y' or e.g. café—2nd, l’été d'''y –ß’").map(|(_, word)| word).collect();
        assert_eq!(found, ["Don't", "use", "x", "y", "or", "e", "g", "café", "nd", "l’été", "d", "y", "ß"]);
    }

    #[test]
    fn a_list_has_its_words_in_any_letters_and_no_others() {
        static LIST: Known = Known::new(&["rsvp", "ticket", "tickets"]);
        for word in ["rsvp", "RSVP", "Tickets", "ticket"] {
            assert!(LIST.has(word), "{word}");
        }
        for word in ["", "ticke", "rsvq", "été", "’", "a-word-that-is-longer-than-all-that-are-known"] {
            assert!(!LIST.has(word), "{word}");
        }
        assert!(LIST.is_in("Two tickets, please") && !LIST.is_in("ticketing"));
    }
}
