//! HTML tags, as far as kramdown recognises them.

use std::ops::Range;

/// A start tag: `<name attribute="value" ... >`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct StartTag {
    pub(crate) name: Range<usize>,
    /// Whether it ends in `/>`.
    pub(crate) closed: bool,
    pub(crate) end: usize,
}

/// An attribute of a tag. One without a value has an empty range.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct TagAttribute {
    pub(crate) name: Range<usize>,
    pub(crate) value: Range<usize>,
    end: usize,
}

/// The end of the name that starts at `at`: a letter or `_`, then letters, digits, `-`, `.` and `_`, with one `:` inside.
pub(crate) fn name(text: &str, at: usize) -> Option<usize> {
    let end = simple_name(text, at)?;
    if text.as_bytes().get(end) == Some(&b':') {
        return Some(simple_name(text, end + 1).unwrap_or(end));
    }
    Some(end)
}

fn simple_name(text: &str, at: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut end = at;
    while let Some(&byte) = bytes.get(end) {
        let first = end == at;
        let width = match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'_' => 1,
            b'0'..=b'9' | b'-' | b'.' if !first => 1,
            0x80.. => match text[end..].chars().next() {
                Some(c) if c.is_alphabetic() || (!first && c.is_alphanumeric()) => c.len_utf8(),
                _ => break,
            },
            _ => break,
        };
        end += width;
    }
    (end > at).then_some(end)
}

/// The start tag at `at`, where `<` stands.
pub(crate) fn start_tag(text: &str, at: usize) -> Option<StartTag> {
    let bytes = text.as_bytes();
    let name_end = name(text, at + 1)?;
    let name = at + 1..name_end;
    let mut end = name_end;
    loop {
        let after = skip_space(bytes, end);
        match bytes.get(after) {
            Some(b'>') => return Some(StartTag { name, closed: false, end: after + 1 }),
            Some(b'/') if bytes.get(after + 1) == Some(&b'>') => {
                return Some(StartTag { name, closed: true, end: after + 2 });
            }
            _ => end = attribute(text, end)?.end,
        }
    }
}

impl StartTag {
    /// Its attributes in their order.
    pub(crate) fn attributes(&self, text: &str) -> impl Iterator<Item = TagAttribute> {
        let mut end = self.name.end;
        std::iter::from_fn(move || {
            let attribute = attribute(text, end)?;
            end = attribute.end;
            Some(attribute)
        })
    }
}

/// The attribute after the white space at `at`.
fn attribute(text: &str, at: usize) -> Option<TagAttribute> {
    let bytes = text.as_bytes();
    let start = skip_space(bytes, at);
    if start == at {
        return None;
    }
    let name_end = name(text, start)?;
    let equals = skip_space(bytes, name_end);
    if bytes.get(equals) != Some(&b'=') {
        return Some(TagAttribute { name: start..name_end, value: name_end..name_end, end: name_end });
    }
    let value = skip_space(bytes, equals + 1);
    let (value, end) = match bytes.get(value) {
        Some(quote @ (b'"' | b'\'')) => {
            let length = memchr::memchr(*quote, &bytes[value + 1..])?;
            (value + 1..value + 1 + length, value + 1 + length + 1)
        }
        _ => {
            let end = word(text, value)?;
            (value..end, end)
        }
    };
    Some(TagAttribute { name: start..name_end, value, end })
}

/// The end of the end tag at `at`, where `</` stands, and the place of its name.
pub(crate) fn end_tag(text: &str, at: usize) -> Option<(Range<usize>, usize)> {
    let bytes = text.as_bytes();
    if bytes.get(at) != Some(&b'<') || bytes.get(at + 1) != Some(&b'/') {
        return None;
    }
    let name_end = name(text, at + 2)?;
    let after = skip_space(bytes, name_end);
    (bytes.get(after) == Some(&b'>')).then_some((at + 2..name_end, after + 1))
}

/// The end of the letters, digits, marks and `_` at `at`.
fn word(text: &str, at: usize) -> Option<usize> {
    let rest = &text[at..];
    let length = rest.find(|c: char| !(c.is_alphanumeric() || c == '_')).unwrap_or(rest.len());
    (length > 0).then_some(at + length)
}

pub(crate) fn skip_space(bytes: &[u8], mut at: usize) -> usize {
    while bytes.get(at).is_some_and(|byte| is_space(*byte)) {
        at += 1;
    }
    at
}

/// White space as Ruby's `\s` has it.
pub(crate) fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t'..=b'\r')
}

/// The end of the end tag of the element `name` at `at`.
pub(crate) fn end_tag_of(text: &str, at: usize, name: &str, known: bool) -> Option<usize> {
    let bytes = text.as_bytes();
    if bytes.get(at + 1) != Some(&b'/') {
        return None;
    }
    let name_end = at + 2 + name.len();
    let found = bytes.get(at + 2..name_end)?;
    let same = if known { found.eq_ignore_ascii_case(name.as_bytes()) } else { found == name.as_bytes() };
    let close = skip_space(bytes, name_end);
    (same && bytes.get(close) == Some(&b'>')).then_some(close + 1)
}
