//! Text as words, numbers and marks, with their places.

use handbill_text::Span;

use super::words::{ENGLISH, Language, Sense, may_begin};

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// Letters that mean nothing in dates, times and zones.
    Plain,
    /// Letters, with what they mean there.
    Word(Sense),
    /// ASCII digits; the value saturates.
    Number(u32),
    /// Any other character but white space.
    Mark(char),
}

/// A word, a number or a mark.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token {
    pub(super) shape: Shape,
    pub(super) span: Span,
    /// Whether it follows the token before without a blank between.
    pub(super) glued: bool,
    /// Whether a line break stands before it.
    pub(super) breaks: bool,
}

impl Token {
    pub(super) fn number(self) -> Option<u32> {
        match self.shape {
            Shape::Number(value) => Some(value),
            Shape::Plain | Shape::Word(_) | Shape::Mark(_) => None,
        }
    }

    pub(super) fn is_mark(self, mark: char) -> bool {
        self.shape == Shape::Mark(mark)
    }

    pub(super) fn is_dash(self) -> bool {
        matches!(self.shape, Shape::Mark('-' | '–' | '—' | '‑' | '−' | '‐'))
    }

    pub(super) fn is_word(self) -> bool {
        matches!(self.shape, Shape::Plain | Shape::Word(_))
    }

    /// What it means as a word: nothing, if it is none.
    pub(super) fn sense(self) -> Sense {
        match self.shape {
            Shape::Word(sense) => sense,
            Shape::Plain | Shape::Number(_) | Shape::Mark(_) => Sense::default(),
        }
    }
}

/// Whether a text has a digit: looked for in all of it, which is many bytes at a time.
pub(crate) fn has_digit(text: &str) -> bool {
    text.bytes().fold(false, |known, byte| known | byte.is_ascii_digit())
}

/// Whether a text may tell of dates, times or zones: it has a digit or a word that they begin with.
pub(super) fn may_tell(text: &str) -> bool {
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        match CLASSES[usize::from(*byte)] {
            Class::Digit => return true,
            Class::Blank | Class::Mark => at += 1,
            Class::Letter | Class::Wide => {
                let end = word_end(text, at);
                if may_begin(&bytes[at..end]) && ENGLISH.sense(&text[at..end]).is_some() {
                    return true;
                }
                at = if end > at { end } else { at + text[at..].chars().next().map_or(1, char::len_utf8) };
            }
        }
    }
    false
}

/// Cuts `text` into tokens, in one pass; what its words mean is what they mean in `language`.
pub(super) fn tokens(text: &str, language: &Language) -> Vec<Token> {
    let bytes = text.as_bytes();
    // A word of English has five letters and a blank behind it, and some have a mark.
    let mut found: Vec<Token> = Vec::with_capacity(bytes.len() / 4 + 8);
    let word = |start: usize, end: usize| {
        // Most words of a text mean nothing.
        let sense = if language.may_mean(&bytes[start..end]) { language.sense(&text[start..end]) } else { None };
        (sense.map_or(Shape::Plain, Shape::Word), end)
    };
    let (mut at, mut last, mut breaks) = (0, usize::MAX, false);
    while let Some(&byte) = bytes.get(at) {
        let (shape, end) = match CLASSES[usize::from(byte)] {
            Class::Blank => {
                breaks |= byte == b'\n';
                at += 1;
                continue;
            }
            Class::Letter => word(at, word_end(text, at + 1)),
            Class::Digit => number(bytes, at),
            Class::Mark => (Shape::Mark(char::from(byte)), at + 1),
            Class::Wide => {
                let Some(c) = text[at..].chars().next() else { break };
                let end = at + c.len_utf8();
                if c.is_whitespace() {
                    at = end;
                    continue;
                }
                if c.is_alphabetic() { word(at, word_end(text, end)) } else { (Shape::Mark(c), end) }
            }
        };
        found.push(Token { shape, span: Span::new(at..end), glued: last == at, breaks });
        (at, last, breaks) = (end, end, false);
    }
    found
}

/// What a byte is to tokens.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    Blank,
    Letter,
    Digit,
    Mark,
    /// Part of a character beyond ASCII.
    Wide,
}

const CLASSES: [Class; 256] = {
    let mut classes = [Class::Wide; 256];
    let mut byte = 0;
    while byte < 128 {
        classes[byte as usize] = match byte as u8 {
            b' ' | b'\t' | b'\n' | b'\r' | 0x0b | 0x0c => Class::Blank,
            b'a'..=b'z' | b'A'..=b'Z' => Class::Letter,
            b'0'..=b'9' => Class::Digit,
            _ => Class::Mark,
        };
        byte += 1;
    }
    classes
};

/// The number at `at` and where it ends.
fn number(bytes: &[u8], at: usize) -> (Shape, usize) {
    let digits = bytes[at..].iter().take_while(|byte| byte.is_ascii_digit());
    let (value, len) = digits.fold((0_u32, 0), |(value, len), digit| {
        (value.saturating_mul(10).saturating_add(u32::from(digit - b'0')), len + 1)
    });
    (Shape::Number(value), at + len)
}

/// Where the letters that go on at `from` end.
#[inline]
fn word_end(text: &str, from: usize) -> usize {
    let end = ascii_word_end(text, from);
    if text.as_bytes().get(end).is_none_or(u8::is_ascii) { end } else { wide_word_end(text, end) }
}

#[inline]
fn ascii_word_end(text: &str, from: usize) -> usize {
    let rest = &text.as_bytes()[from..];
    from + rest.iter().position(|byte| CLASSES[usize::from(*byte)] != Class::Letter).unwrap_or(rest.len())
}

/// As [`word_end`], of letters that go on with one beyond ASCII: out of the way of most words.
#[inline(never)]
fn wide_word_end(text: &str, from: usize) -> usize {
    let mut end = from;
    while let Some(letter) = text[end..].chars().next().filter(|c| c.is_alphabetic()) {
        end = ascii_word_end(text, end + letter.len_utf8());
    }
    end
}
