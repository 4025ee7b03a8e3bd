//! Indented and fenced code, and horizontal rules.

use crate::block::{Input, Outcome, boundary, line};
use crate::parser::Parser;
use crate::tree::{Data, Str};

impl Parser {
    pub(super) fn indented_code(&mut self, input: &Input<'_>, parent: u32, at: usize) -> Outcome {
        let end = indented_end(input, at);
        if end == at {
            return Outcome::No;
        }
        let code = self.unindent(input, at, end);
        self.add_block(input, parent, Data::CodeBlock { language: None, code }, at, end);
        Outcome::Read(end)
    }

    /// The code between `start` and `end`: one step of indentation is taken off each line, and a line that continues
    /// without indentation is joined to the one before.
    fn unindent(&mut self, input: &Input<'_>, start: usize, end: usize) -> Str {
        let bytes = input.text().as_bytes();
        let mut at = start;
        let from = self.pool.text.len();
        let mut pool = std::mem::take(&mut self.pool);
        while at < end {
            let line_end = input.line_end(at);
            if line::is_indented(bytes, at) {
                pool.push_range(input.source, at + if bytes[at] == b'\t' { 1 } else { 4 }..line_end);
            } else if at > start && !crate::markup::tag::is_space(bytes[at + line::indent(bytes, at)]) {
                if pool.text.ends_with('\n') {
                    pool.text.pop();
                    pool.text.push(' ');
                }
                pool.push_range(input.source, at..line_end);
            } else {
                pool.push_range(input.source, at..line_end);
            }
            at = line_end;
        }
        let to = pool.text.len();
        self.pool = pool;
        Str { text: 1, start: from as u32, end: to as u32 }
    }

    pub(super) fn fenced_code(&mut self, input: &Input<'_>, parent: u32, at: usize) -> Outcome {
        let text = input.text();
        let bytes = text.as_bytes();
        let gfm = self.options.input == crate::Input::Gfm;
        let mark = at + if gfm { line::indent(bytes, at) } else { 0 };
        let character = bytes[mark];
        let length = boundary::fence(bytes, mark);
        if length < 3 || (!gfm && character == b'`') {
            return Outcome::No;
        }
        let fences = input.lines.fences(text, gfm);
        let next = fences.partition_point(|fence| fence.start < input.line_end(at));
        // Where no fence is as long as this one, the rest of its marks are taken for the language.
        let longest = fences[next..].iter().find(|fence| fence.mark == character).map_or(0, |fence| fence.longest);
        let length = length.min(longest);
        if length < 3 {
            return Outcome::No;
        }
        let Some((language, body)) = info(text, mark + length) else { return Outcome::No };
        let mut close = None;
        for fence in &fences[next..] {
            if fence.mark != character {
                continue;
            }
            if fence.length >= length {
                close = Some(fence.start);
                break;
            }
        }
        let Some(close) = close else { return Outcome::No };
        let end = input.line_end(close);
        let range = |start: usize, end: usize| Str { text: input.id, start: start as u32, end: end as u32 };
        let language = language.map(|(start, end)| range(start, end));
        let code = range(body, close);
        let node = self.add_block(input, parent, Data::CodeBlock { language, code }, at, end);
        if let Some(language) = language {
            let name = self.str(language).to_owned();
            let cut = name.char_indices().skip(1).find(|(_, c)| *c == '?').map_or(name.len(), |(at, _)| at);
            self.set_language(node, &name[..cut]);
        }
        Outcome::Read(end)
    }

    pub(super) fn horizontal_rule(&mut self, input: &Input<'_>, parent: u32, at: usize) -> Outcome {
        match rule_end(input.text().as_bytes(), at) {
            Some(end) => {
                self.add_block(input, parent, Data::HorizontalRule, at, end);
                Outcome::Read(end)
            }
            None => Outcome::No,
        }
    }
}

/// The end of the horizontal rule at `at`.
pub(super) fn rule_end(bytes: &[u8], at: usize) -> Option<usize> {
    let start = at + line::indent(bytes, at);
    let mark = *bytes.get(start).filter(|byte| matches!(byte, b'*' | b'-' | b'_'))?;
    let mut count = 0;
    let mut end = start;
    loop {
        match bytes.get(end)? {
            b'\n' => return (count >= 3).then_some(end + 1),
            b' ' | b'\t' => {}
            byte if *byte == mark => count += 1,
            _ => return None,
        }
        end += 1;
    }
}

/// The language named after a fence, and where the code starts. Nothing else may follow.
fn info(text: &str, at: usize) -> Option<(Option<(usize, usize)>, usize)> {
    let bytes = text.as_bytes();
    if let Some(end) = line::rest_is_blank(bytes, at) {
        return Some((None, end));
    }
    let start = line::skip_blanks(bytes, at);
    let mut end = start;
    while bytes.get(end).is_some_and(|byte| !crate::markup::tag::is_space(*byte)) {
        end += 1;
    }
    let after = line::rest_is_blank(bytes, end)?;
    Some((Some((start, end)), after))
}

/// The end of the indented code at `start`: indented lines, blank lines between them, and lines that go on without
/// indentation.
pub(super) fn indented_end(input: &Input<'_>, start: usize) -> usize {
    let text = input.text();
    let bytes = text.as_bytes();
    let mut end = start;
    let mut at = start;
    let mut open = false;
    while at < bytes.len() {
        if let Some(after) = line::blank_line(bytes, at) {
            open = false;
            at = after;
            continue;
        }
        let indented = line::is_indented(bytes, at);
        if !indented && (!open || boundary::ends_lazily(input, at)) {
            break;
        }
        open = true;
        at = line::end(text, at);
        end = at;
    }
    end
}
