//! Quotations.

use crate::block::{Input, Outcome, boundary, line};
use crate::parser::Parser;
use crate::source::Source;
use crate::tree::Data;

impl Parser {
    pub(super) fn quote(&mut self, input: &Input<'_>, parent: u32, at: usize) -> Outcome {
        if self.too_deep() {
            return Outcome::No;
        }
        let text = input.text();
        let bytes = text.as_bytes();
        let mut source = Source::default();
        let mut end = at;
        loop {
            let mut start = end;
            end = input.line_end(start);
            let mark = start + line::indent(bytes, start);
            if bytes[mark] == b'>' {
                start = mark + 1 + usize::from(bytes.get(mark + 1) == Some(&b' '));
            }
            source.push_range(input.source, start..end);
            if end >= input.end || boundary::ends_lazily(input, end) {
                break;
            }
        }
        let node = self.add_block(input, parent, Data::Blockquote, at, end);
        self.container(source, node);
        Outcome::Read(end)
    }
}
