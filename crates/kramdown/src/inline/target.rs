//! What stands after a link's text: `[label]`, or `(url "title")`.

use crate::block::trim;
use crate::inline::escape::is_escapable;
use crate::markup::tag::{is_space, skip_space};

/// What stands between parentheses.
pub(super) enum Inline {
    Found { url: (usize, usize), title: Option<(usize, usize)>, end: usize },
    Nothing { read_to: usize },
}

/// The place of the label in brackets at `at`, after white space, and the place after it. The label may be empty.
pub(super) fn label(text: &str, at: usize) -> Option<((usize, usize), usize)> {
    let bytes = text.as_bytes();
    let open = skip_space(bytes, at);
    if bytes.get(open) != Some(&b'[') {
        return None;
    }
    let close = open + 1 + memchr::memchr(b']', &bytes[open + 1..])?;
    Some(((open + 1, close), close + 1))
}

/// The URL and the title in parentheses at `at`, where `(` stands.
pub(super) fn inline(text: &str, at: usize) -> Inline {
    let bytes = text.as_bytes();
    if bytes.get(at + 1) == Some(&b'<')
        && let Some(close) = memchr::memchr2(b'>', b'\n', &bytes[at + 2..]).map(|length| at + 2 + length)
        && bytes[close] == b'>'
    {
        let url = (at + 2, close);
        if bytes.get(close + 1) == Some(&b')') {
            return Inline::Found { url, title: None, end: close + 2 };
        }
        return with_title(text, url, close + 1);
    }
    let mut open = 0;
    let mut place = at;
    loop {
        let Some(byte) = bytes.get(place) else { return Inline::Nothing { read_to: place } };
        place += 1;
        match byte {
            b'(' => open += 1,
            b')' => {
                open -= 1;
                if open == 0 {
                    let url = trim(bytes, at + 1, place - 1);
                    return Inline::Found { url, title: None, end: place };
                }
            }
            byte if is_space(*byte) && matches!(bytes.get(place), Some(b'"' | b'\'')) => break,
            _ => {}
        }
    }
    let url = trim(bytes, (at + 1).min(place - 1), place - 1);
    with_title(text, url, place)
}

/// A quoted title at `at`, and the closing parenthesis. The title ends at the first quote that the parenthesis follows.
fn with_title(text: &str, url: (usize, usize), at: usize) -> Inline {
    let bytes = text.as_bytes();
    let start = skip_space(bytes, at);
    let Some(quote @ (b'"' | b'\'')) = bytes.get(start) else { return Inline::Nothing { read_to: start } };
    let first = text[start + 1..].chars().next().map_or(0, char::len_utf8);
    let from = start + 1 + first;
    for length in memchr::memchr_iter(*quote, &bytes[from.min(bytes.len())..]) {
        let close = skip_space(bytes, from + length + 1);
        if bytes.get(close) == Some(&b')') {
            return Inline::Found { url, title: Some((start + 1, from + length)), end: close + 1 };
        }
    }
    Inline::Nothing { read_to: bytes.len() }
}

/// The text without the backslashes of escapes.
pub(super) fn unescape(text: &str) -> String {
    let mut result = String::with_capacity(text.len());
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        match rest.peek() {
            Some(next) if c == '\\' && next.is_ascii() && is_escapable(*next as u8) => {
                result.push(*next);
                rest.next();
            }
            _ => result.push(c),
        }
    }
    result
}
