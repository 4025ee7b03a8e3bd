//! `$$mathematics$$` in a line.

use crate::inline::search::{Needle, Search};
use crate::inline::{Cursor, Frame, Line};
use crate::parser::Parser;
use crate::tree::{Data, Str};

impl Parser {
    pub(super) fn math_span(
        &mut self,
        line: &Line<'_>,
        search: &mut Search,
        frame: &Frame<'_>,
        cursor: &mut Cursor,
    ) -> bool {
        let at = cursor.at;
        if !line.text[at..].starts_with("$$") {
            return false;
        }
        let Some(close) = search.find(Needle::Dollars, line.text, at + 2) else { return false };
        let content = &line.text[at + 2..close];
        let strips = |c: char| c.is_ascii() && crate::markup::tag::is_space(c as u8) || c == '\0';
        let start = close - content.trim_start_matches(strips).len();
        let end = start + line.text[start..close].trim_end_matches(strips).len();
        let math = Str { text: line.id, start: start as u32, end: end as u32 };
        self.add_span(line, frame, cursor, Data::MathSpan { math }, close + 2);
        true
    }
}
