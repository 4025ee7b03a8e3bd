//! Paragraphs: what is nothing else.

use crate::block::{Input, Outcome, boundary, line};
use crate::parser::Parser;
use crate::tree::Data;

impl Parser {
    pub(super) fn paragraph(&mut self, input: &Input<'_>, parent: u32, at: usize) -> Outcome {
        let text = input.text();
        let bytes = text.as_bytes();
        if matches!(bytes[at + line::indent(bytes, at)], b' ' | b'\t') {
            return Outcome::No;
        }
        let gfm = boundary::is_gfm(&self.options);
        let mut end = input.line_end(at);
        while !boundary::ends_paragraph(input, end, gfm) {
            end = input.line_end(end);
        }
        let content_end = line::trim_end(bytes, at, end);
        let last = self.tree.last(parent);
        if let Some(Data::Paragraph { .. }) = self.tree.data_of(last)
            && self.continue_raw_text(last, input, at, content_end)
        {
            let record = self.tree.record_mut(last);
            record.span = record.span.cover(input.source.span(at..end));
            if let Some((_, span)) = self.pending.take() {
                self.stray.push(span);
            }
            return Outcome::Read(end);
        }
        let start = line::trim_start(bytes, at, content_end);
        let node = self.add_block(input, parent, Data::Paragraph { tight: false }, start, end);
        self.add_raw_text(node, input, start, content_end);
        Outcome::Read(end)
    }
}
