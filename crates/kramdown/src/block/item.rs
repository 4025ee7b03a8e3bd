//! The first line of a list item or a description, and which lines belong to it.

use crate::block::{Input, boundary, line};
use crate::markup::list::AttributeList;
use crate::source::Source;

/// An item whose lines are being gathered.
pub(super) struct Item {
    /// How many blanks of indentation its lines have.
    pub(super) indentation: usize,
    /// Its content, the indentation taken off.
    pub(super) source: Source,
    /// Where it starts, with its marker.
    pub(super) start: usize,
    /// Where its last line ends.
    pub(super) end: usize,
    /// Its attribute list.
    pub(super) list: Option<AttributeList>,
}

impl Item {
    /// The item whose marker ends at `marker_end`, on the line that starts at `start`.
    pub(super) fn first_line(input: &Input<'_>, start: usize, marker_end: usize) -> Self {
        let end = input.line_end(start);
        let bytes = &input.text().as_bytes()[..end];
        let mut source = Source::default();
        let list = attribute_list(bytes, marker_end);
        let list_is_all = match &list {
            Some((_, after)) => line::rest_is_blank(bytes, *after).is_some(),
            None => line::rest_is_blank(bytes, marker_end).is_some(),
        };
        let mut indentation = marker_end - start;
        let mut content = marker_end;
        if list_is_all {
            indentation = 4;
        } else {
            let mut column = marker_end - start;
            while let Some(byte @ (b' ' | b'\t')) = bytes.get(content) {
                column = if *byte == b'\t' { column / 4 * 4 + 4 } else { column + 1 };
                content += 1;
            }
            indentation = indentation.max(column);
        }
        content = crate::markup::tag::skip_space(bytes, content);
        let mut attributes = None;
        if let Some((inside, after)) = attribute_list(bytes, content) {
            let mut read = AttributeList::default();
            read.read(&input.text()[inside]);
            attributes = Some(read);
            content = crate::markup::tag::skip_space(bytes, after);
        }
        source.push_range(input.source, content..end);
        Self { indentation, source, start, end, list: attributes }
    }

    /// The end of the line at `at` if it is indented as the item's content.
    pub(super) fn continues(&self, input: &Input<'_>, at: usize) -> Option<usize> {
        let bytes = input.text().as_bytes();
        let mut place = at;
        for _ in 0..self.indentation / 4 {
            place = step(bytes, place)?;
        }
        let rest = self.indentation % 4;
        let fits = line::spaces(bytes, place, rest) == rest || step(bytes, place).is_some();
        (fits && line::blank_line(bytes, at).is_none()).then(|| input.line_end(at))
    }

    /// The end of the line at `at` if it continues the item's paragraph without indentation.
    pub(super) fn continues_lazily(&self, input: &Input<'_>, at: usize) -> Option<usize> {
        let text = input.text();
        let bytes = text.as_bytes();
        if line::blank_line(bytes, at).is_some() {
            return None;
        }
        let mark = at + line::spaces(bytes, at, self.indentation.min(3));
        let ends = match bytes.get(mark) {
            Some(b'{') => boundary::list_alone(input, mark).is_some(),
            Some(b'<') => boundary::block_tag(text, mark),
            _ => false,
        };
        (!ends).then(|| input.line_end(at))
    }

    /// Adds the line from `at` to `end`. Gives whether it had the item's indentation; `place` says where its text starts.
    pub(super) fn push_line(
        &mut self,
        input: &Input<'_>,
        at: usize,
        end: usize,
        nested: &mut dyn FnMut(&mut Source, &str, bool),
    ) {
        let bytes = input.text().as_bytes();
        let tabs = bytes[at..end].iter().take_while(|byte| **byte == b'\t').count();
        let mut content = at;
        let mut left = 0;
        let indented;
        if tabs > 0 {
            let blanks = 4 * tabs + line::spaces(bytes, at + tabs, usize::MAX);
            indented = blanks >= self.indentation;
            let tab_blanks = 4 * tabs;
            if indented && tab_blanks >= self.indentation {
                left = tab_blanks - self.indentation;
                content = at + tabs;
            } else if indented {
                content = at + tabs + (self.indentation - tab_blanks);
            } else {
                left = tab_blanks;
                content = at + tabs;
            }
        } else {
            indented = line::spaces(bytes, at, self.indentation) == self.indentation;
            if indented {
                content = at + self.indentation;
            }
        }
        let mut made = String::new();
        if left > 0 {
            made = " ".repeat(left);
        }
        let preview = if left == 0 { &input.text()[content..end] } else { "" };
        if left == 0 || left <= 3 {
            let seen = if left == 0 {
                std::borrow::Cow::Borrowed(preview)
            } else {
                std::borrow::Cow::Owned(format!("{made}{}", &input.text()[content..end]))
            };
            nested(&mut self.source, &seen, indented);
        }
        self.source.push_made(&made, input.source.origin(at));
        self.source.push_range(input.source, content..end);
        self.end = end;
    }
}

/// The inside of an item's attribute list at `at`, and the place after it.
fn attribute_list(bytes: &[u8], at: usize) -> Option<(std::ops::Range<usize>, usize)> {
    boundary::list_marks(bytes, crate::markup::tag::skip_space(bytes, at))
}

/// The place after one step of indentation.
fn step(bytes: &[u8], at: usize) -> Option<usize> {
    match bytes.get(at) {
        Some(b'\t') => Some(at + 1),
        _ => bytes.get(at..at + 4).filter(|four| *four == b"    ").map(|_| at + 4),
    }
}
