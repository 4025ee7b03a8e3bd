//! Straight quotes that become curly.

use crate::inline::{Cursor, Frame, Line};
use crate::parser::Parser;
use crate::tree::Data;

/// What a quote, or two, becomes: how many bytes of text stand before it, and whether each quote opens.
struct Curl {
    text: usize,
    opens: [Option<bool>; 2],
}

impl Parser {
    /// Curls the quote at the cursor or one character after it.
    pub(super) fn smart_quotes(&mut self, line: &Line<'_>, frame: &Frame<'_>, cursor: &mut Cursor) -> bool {
        let at = cursor.at;
        let Some(curl) = curl(&line.text[at..]) else { return false };
        cursor.at += curl.text;
        for opens in curl.opens.into_iter().flatten() {
            let single = line.text.as_bytes()[cursor.at] == b'\'';
            let character = self.quotes[usize::from(!single) * 2 + usize::from(!opens)];
            let end = cursor.at + 1;
            self.add_span(line, frame, cursor, Data::SmartQuote { character }, end);
        }
        true
    }
}

/// The rules are tried in order; each looks at the quote, or at the character before it too.
fn curl(rest: &str) -> Option<Curl> {
    let mut chars = rest.chars();
    let first = chars.next()?;
    let second = chars.next();
    let third = chars.next();
    let is_quote = |c: Option<char>| matches!(c, Some('"' | '\''));
    if !is_quote(Some(first)) && (first == '\\' || !is_quote(second)) {
        return None;
    }
    let one = |text: usize, opens: bool| Some(Curl { text, opens: [Some(opens), None] });
    let width = first.len_utf8();
    if is_quote(Some(first)) {
        let emphasised = matches!(second, Some('_' | '*')) && third.is_some_and(|c| !is_space(c));
        if emphasised {
            return one(0, true);
        }
        if second.is_some_and(is_punctuation) {
            let after = &rest[2..];
            if !after.starts_with("..") && is_word_char(second) == is_word_char(third) {
                return one(0, false);
            }
        }
    }
    // Two quotes of both kinds before a word, with white space before them or not.
    for (open, text) in [('"', 0), ('"', 1), ('\'', 0), ('\'', 1)] {
        let (a, b, c) = if text == 0 { (Some(first), second, third) } else { (second, third, chars.clone().next()) };
        let other = if open == '"' { '\'' } else { '"' };
        if (text == 0 || is_space(first)) && a == Some(open) && b == Some(other) && is_word(c) {
            return Some(Curl { text: text * width, opens: [Some(true), Some(true)] });
        }
    }
    let decade = |text: &str| {
        let bytes = text.as_bytes();
        bytes.len() >= 4
            && bytes[0] == b'\''
            && bytes[1].is_ascii_digit()
            && bytes[2].is_ascii_digit()
            && bytes[3] == b's'
    };
    if is_space(first) && decade(&rest[width..]) {
        return one(width, false);
    }
    if decade(rest) {
        return one(0, false);
    }
    if is_space(first) && is_quote(second) && is_word(third) {
        return one(width, true);
    }
    if !matches!(first, ' ' | '\\' | '\t' | '\r' | '\n' | '[' | '{' | '(' | '-') && is_quote(second) {
        return one(width, false);
    }
    if is_quote(Some(first)) {
        let ends = second.is_none_or(is_space) || (second == Some('s') && !is_word_char(third));
        if ends {
            return one(0, false);
        }
    }
    for quote in ['\'', '"'] {
        if second == Some(quote) {
            return one(width, true);
        }
        if first == quote {
            return one(0, true);
        }
    }
    None
}

fn is_space(c: char) -> bool {
    c.is_ascii() && crate::markup::tag::is_space(c as u8)
}

fn is_word(c: Option<char>) -> bool {
    c.is_some_and(|c| c.is_ascii_alphanumeric() || c == '_')
}

/// A word character as the end of a word sees it: of any script.
fn is_word_char(c: Option<char>) -> bool {
    c.is_some_and(|c| c.is_alphanumeric() || c == '_')
}

fn is_punctuation(c: char) -> bool {
    c.is_ascii_punctuation() && c != '&'
}
