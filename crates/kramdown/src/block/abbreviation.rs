//! Definitions of abbreviations: `*[HTML]: Hypertext Markup Language`.

use crate::block::{Input, Outcome, line};
use crate::parser::Parser;
use crate::tree::{Boundary, Data, Str};

impl Parser {
    pub(super) fn abbreviation_definition(&mut self, input: &Input<'_>, parent: u32, at: usize) -> Outcome {
        let text = input.text();
        let bytes = text.as_bytes();
        let mark = at + line::indent(bytes, at);
        if !bytes[mark..].starts_with(b"*[") {
            return Outcome::No;
        }
        let end = input.line_end(at);
        let start = mark + 2;
        let Some(length) = memchr::memmem::find(&bytes[(start + 1).min(end)..end], b"]:") else { return Outcome::No };
        let close = start + 1 + length;
        let from = line::trim_start(bytes, close + 2, end);
        let to = line::trim_end(bytes, from, end);
        let str = |start: usize, end: usize| Str { text: input.id, start: start as u32, end: end as u32 };
        let node = self.add_block(input, parent, Data::Boundary(Boundary::Definition), at, end);
        self.define_abbreviation(text[start..close].to_owned(), str(from, to.max(from)), node);
        Outcome::Read(end)
    }
}
