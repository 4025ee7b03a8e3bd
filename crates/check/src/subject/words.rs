//! Words of a text, and closed lists of them.

use handbill_page::Lexicon;
use handbill_text::Span;

/// The words of a text with their places: runs of letters, with apostrophes inside.
pub(crate) fn words(text: &str) -> impl Iterator<Item = (Span, &str)> {
    let mut from = 0;
    std::iter::from_fn(move || {
        let start = from + first_letter(&text[from..])?;
        from = start + length(&text[start..]);
        Some((Span::new(start..from), &text[start..from]))
    })
}

/// Where the first letter stands.
fn first_letter(text: &str) -> Option<usize> {
    let at = text.bytes().position(|byte| byte.is_ascii_alphabetic() || !byte.is_ascii())?;
    if text.as_bytes()[at].is_ascii() { Some(at) } else { text[at..].find(char::is_alphabetic).map(|more| at + more) }
}

/// How long the word is that a text begins with.
fn length(text: &str) -> usize {
    let mut end = 0;
    loop {
        end += text[end..].bytes().take_while(u8::is_ascii_alphabetic).count();
        let mut next = text[end..].chars();
        match next.next() {
            Some(c) if c.is_alphabetic() => end += c.len_utf8(),
            Some(c @ ('\'' | '’')) if next.next().is_some_and(char::is_alphabetic) => end += c.len_utf8(),
            Some(_) | None => return end,
        }
    }
}

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
