//! Where a paragraph ends although no blank line stands there.

use std::ops::Range;

use crate::block::{Input, line};
use crate::markup::list::{identifier, inside_end};
use crate::markup::{elements, tag};
use crate::options;

/// Whether the line at `at` ends a paragraph before it.
pub(crate) fn ends_paragraph(input: &Input<'_>, at: usize, gfm: bool) -> bool {
    let bytes = input.text().as_bytes();
    if ends_lazily(input, at) || description_marker(bytes, at, 3).is_some() {
        return true;
    }
    if !gfm {
        return false;
    }
    let mark = at + line::indent(bytes, at);
    match bytes[mark] {
        b'*' | b'+' | b'-' | b'0'..=b'9' => list_marker(bytes, at, 3, None).is_some(),
        b'#' => mark == at && atx_marker(bytes, at).is_some(),
        b'>' => true,
        b'`' | b'~' => bytes[mark..].iter().take(3).filter(|byte| matches!(byte, b'`' | b'~')).count() == 3,
        _ => false,
    }
}

/// Whether the line at `at` ends even a lazy continuation.
pub(crate) fn ends_lazily(input: &Input<'_>, at: usize) -> bool {
    let text = input.text();
    let bytes = text.as_bytes();
    if at >= bytes.len() {
        return true;
    }
    let mark = at + line::indent(bytes, at);
    match bytes.get(mark) {
        None => true,
        Some(b'{') => block_list(input, at).is_some(),
        Some(b'^') => end_marker(bytes, at).is_some(),
        Some(b'<') => block_tag(text, mark),
        Some(byte) if tag::is_space(*byte) => line::blank_line(bytes, mark).is_some(),
        Some(_) => false,
    }
}

/// Whether a block may end before `at`.
pub(crate) fn before(input: &Input<'_>, at: usize) -> bool {
    let bytes = input.text().as_bytes();
    at >= bytes.len()
        || line::blank_line(bytes, at).is_some()
        || end_marker(bytes, at).is_some()
        || block_list(input, at).is_some()
}

/// The end of the line `^`.
pub(crate) fn end_marker(bytes: &[u8], at: usize) -> Option<usize> {
    (bytes.get(at) == Some(&b'^')).then(|| line::rest_is_blank(bytes, at + 1)).flatten()
}

/// The inside of an attribute list that has the line to itself, and the end of the line.
pub(crate) fn block_list(input: &Input<'_>, at: usize) -> Option<(Range<usize>, usize)> {
    let bytes = input.text().as_bytes();
    list_alone(input, at + line::indent(bytes, at))
}

/// The inside of an attribute list at `mark` after which its line is blank, and the end of the line.
pub(crate) fn list_alone(input: &Input<'_>, mark: usize) -> Option<(Range<usize>, usize)> {
    let bytes = input.text().as_bytes();
    let start = mark + 2;
    if !bytes[mark..].starts_with(b"{:") || matches!(bytes.get(start), Some(b':' | b'/')) {
        return None;
    }
    input.lines.list_end(bytes, start).map(|(end, after)| (start..end, after))
}

/// The inside of an attribute list at `mark`, and the place after it. The definition of a list is none.
pub(crate) fn list_marks(bytes: &[u8], mark: usize) -> Option<(Range<usize>, usize)> {
    let start = mark + 2;
    if !bytes[mark..].starts_with(b"{:") || matches!(bytes.get(start), Some(b':' | b'/')) {
        return None;
    }
    if identifier_before_colon(bytes, start).is_some() {
        return None;
    }
    let end = inside_end(bytes, start)?;
    Some((start..end, end + 1))
}

/// The end of the name at `start`, if a `:` stands after it.
pub(crate) fn identifier_before_colon(bytes: &[u8], start: usize) -> Option<usize> {
    identifier(bytes, start).filter(|end| bytes.get(*end) == Some(&b':'))
}

/// Whether a start or end tag stands at `mark` whose element is not one of those that stand in a line.
pub(crate) fn block_tag(text: &str, mark: usize) -> bool {
    let end_tag = text.as_bytes().get(mark + 1) == Some(&b'/');
    let start = mark + 1 + usize::from(end_tag);
    let Some(name_end) = tag::name(text, start) else { return false };
    if elements::starts_lazily(&text[start..]) {
        return false;
    }
    !end_tag || text.as_bytes().get(tag::skip_space(text.as_bytes(), name_end)) == Some(&b'>')
}

/// The end of a list item's marker: the blanks before it, the marker itself, at most `most` blanks before it. A blank,
/// a tab or a bar must follow.
pub(crate) fn list_marker(bytes: &[u8], at: usize, most: usize, ordered: Option<bool>) -> Option<usize> {
    let mark = at + line::spaces(bytes, at, most);
    let (end, numbered) = match bytes.get(mark)? {
        b'*' | b'+' | b'-' => (mark + 1, false),
        b'0'..=b'9' => {
            let digits = bytes[mark..].iter().take_while(|byte| byte.is_ascii_digit()).count();
            (bytes.get(mark + digits) == Some(&b'.')).then_some((mark + digits + 1, true))?
        }
        _ => return None,
    };
    if ordered.is_some_and(|ordered| ordered != numbered) {
        return None;
    }
    matches!(bytes.get(end), Some(b' ' | b'\t' | b'|')).then_some(end)
}

/// The end of a description's `:`.
pub(crate) fn description_marker(bytes: &[u8], at: usize, most: usize) -> Option<usize> {
    let mark = at + line::spaces(bytes, at, most);
    (bytes.get(mark) == Some(&b':') && matches!(bytes.get(mark + 1), Some(b' ' | b'\t' | b'|'))).then_some(mark + 1)
}

/// The level of an ATX heading and where its text starts.
pub(crate) fn atx_marker(bytes: &[u8], at: usize) -> Option<(usize, usize)> {
    let level = bytes[at..].iter().take(6).take_while(|byte| **byte == b'#').count();
    let start = line::skip_blanks(bytes, at + level);
    (level > 0 && start > at + level).then_some((level, start))
}

/// The length of a code fence.
pub(crate) fn fence(bytes: &[u8], mark: usize) -> usize {
    bytes[mark..].iter().take_while(|byte| **byte == bytes[mark]).count()
}

/// Whether paragraphs end as GitHub's do.
pub(crate) fn is_gfm(options: &options::Options) -> bool {
    options.input == options::Input::Gfm && options.paragraph_end
}
