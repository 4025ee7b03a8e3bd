//! Code spans.

use crate::inline::search::Search;
use crate::inline::{Cursor, Frame, Line};
use crate::parser::Parser;
use crate::tree::{Data, Str};

impl Parser {
    pub(super) fn code_span(&mut self, line: &Line<'_>, search: &mut Search, frame: &Frame<'_>, cursor: &mut Cursor) {
        let bytes = line.text.as_bytes();
        let at = cursor.at;
        let length = bytes[at..].iter().take_while(|byte| **byte == b'`').count();
        let content = at + length;
        let space = |place: usize| bytes.get(place).is_some_and(|byte| crate::markup::tag::is_space(*byte));
        let lonely = length == 1
            && ((at == line.start && self.is_empty(frame, cursor)) || (at > line.start && space(at - 1)))
            && space(content);
        let close = if lonely { None } else { search.backticks(line.text, content, length) };
        let Some(close) = close else {
            cursor.at = content;
            return;
        };
        let (mut start, mut end) = (content, close);
        if length > 1 {
            start += usize::from(start < end && bytes[start] == b' ');
            end -= usize::from(start < end && bytes[end - 1] == b' ');
        }
        let code = Str { text: line.id, start: start as u32, end: end as u32 };
        self.add_span(line, frame, cursor, Data::CodeSpan { code }, close + length);
    }
}
