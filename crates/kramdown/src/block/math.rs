//! Blocks of mathematics.

use crate::block::line::Mark;
use crate::block::{Input, Outcome, boundary, line};
use crate::parser::Parser;
use crate::tree::{Data, Str};

impl Parser {
    pub(super) fn math_block(&mut self, input: &Input<'_>, parent: u32, at: usize) -> Outcome {
        let text = input.text();
        let bytes = text.as_bytes();
        let mark = at + line::indent(bytes, at);
        if !bytes[mark..].starts_with(b"$$") || !self.after_boundary(parent) {
            return Outcome::No;
        }
        let start = mark + 2;
        let Some(close) = input.lines.find(Mark::Dollars, text, start) else { return Outcome::No };
        let end = match line::rest_is_blank(bytes, close + 2) {
            Some(end) => end,
            None => close + 2,
        };
        if !boundary::before(input, end) {
            return Outcome::No;
        }
        let from = line::trim_start(bytes, start, close);
        let to = line::trim_end(bytes, from, close);
        let math = Str { text: input.id, start: from as u32, end: to as u32 };
        self.add_block(input, parent, Data::MathBlock { math }, at, end);
        Outcome::Read(end)
    }

    /// Whether the backslash at `mark` makes a paragraph of what would be a block of mathematics.
    pub(super) fn is_escaped_math(&self, input: &Input<'_>, parent: u32, mark: usize) -> bool {
        let text = input.text();
        let start = mark + 3;
        text[mark + 1..].starts_with("$$")
            && self.after_boundary(parent)
            && input
                .lines
                .find(Mark::Dollars, text, start)
                .is_some_and(|close| line::rest_is_blank(text.as_bytes(), close + 2).is_some())
    }
}
