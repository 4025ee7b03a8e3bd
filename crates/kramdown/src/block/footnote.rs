//! Definitions of footnotes.

use crate::block::{Input, Outcome, code, line};
use crate::markup::list::identifier;
use crate::parser::Parser;
use crate::source::Source;
use crate::tree::{Data, Str};

impl Parser {
    pub(super) fn footnote_definition(&mut self, input: &Input<'_>, parent: u32, at: usize) -> Outcome {
        let text = input.text();
        let bytes = text.as_bytes();
        let mark = at + line::indent(bytes, at);
        if !bytes[mark..].starts_with(b"[^") || self.too_deep() {
            return Outcome::No;
        }
        let Some(name_end) = identifier(bytes, mark + 2) else { return Outcome::No };
        if !bytes[name_end..].starts_with(b"]:") {
            return Outcome::No;
        }
        let line_end = input.line_end(at);
        let content = name_end + 2;
        let end = code::indented_end(input, line_end);
        let mut source = Source::default();
        let mut start = content;
        while start < end {
            let next = input.line_end(start);
            let skip = match bytes[start] {
                b'\t' => 1,
                _ if line::is_indented(bytes, start) => 4,
                _ => 0,
            };
            source.push_range(input.source, start + skip..next);
            start = next;
        }
        let label = Str { text: input.id, start: (mark + 2) as u32, end: name_end as u32 };
        self.pending.take();
        let footnote = self.tree.add(parent, Data::Footnote { label }, input.source.span(at..end));
        self.define_footnote(&text[mark + 2..name_end], footnote, |parser| parser.container(source, footnote));
        Outcome::Read(end)
    }
}
