//! Text as words, numbers and marks, with their places.

use handbill_text::Span;

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// Letters, with an apostrophe inside.
    Word,
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
            Shape::Word | Shape::Mark(_) => None,
        }
    }

    pub(super) fn is_mark(self, mark: char) -> bool {
        self.shape == Shape::Mark(mark)
    }

    pub(super) fn is_dash(self) -> bool {
        matches!(self.shape, Shape::Mark('-' | '–' | '—' | '‑' | '−' | '‐'))
    }

    pub(super) fn is_word(self) -> bool {
        self.shape == Shape::Word
    }
}

/// Cuts `text` into tokens, in one pass.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let mut found: Vec<Token> = Vec::new();
    let mut chars = text.char_indices().peekable();
    let mut breaks = false;
    while let Some((start, c)) = chars.next() {
        if c.is_whitespace() {
            breaks |= c == '\n';
            continue;
        }
        let mut end = start + c.len_utf8();
        let shape = if c.is_ascii_digit() {
            let mut value = c.to_digit(10).unwrap_or(0);
            while let Some((at, digit)) = chars.next_if(|(_, c)| c.is_ascii_digit()) {
                value = value.saturating_mul(10).saturating_add(digit.to_digit(10).unwrap_or(0));
                end = at + 1;
            }
            Shape::Number(value)
        } else if c.is_alphabetic() {
            while let Some((at, letter)) = chars.next_if(|(_, c)| c.is_alphabetic()) {
                end = at + letter.len_utf8();
            }
            Shape::Word
        } else {
            Shape::Mark(c)
        };
        let glued = found.last().is_some_and(|last| last.span.end() == start);
        found.push(Token { shape, span: Span::new(start..end), glued, breaks });
        breaks = false;
    }
    found
}
