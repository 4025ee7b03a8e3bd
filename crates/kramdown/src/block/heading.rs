//! Headings of both kinds.

use crate::block::{Input, Outcome, boundary, line};
use crate::parser::Parser;
use crate::tree::{Data, Str};

impl Parser {
    pub(super) fn atx_heading(&mut self, input: &Input<'_>, parent: u32, at: usize) -> Outcome {
        let bytes = input.text().as_bytes();
        let gfm = self.options.input == crate::Input::Gfm;
        if !gfm && !self.after_boundary(parent) {
            return Outcome::No;
        }
        let Some((level, start)) = marker(bytes, at, gfm) else { return Outcome::No };
        let end = input.line_end(at);
        let (content_end, id) = id(bytes, start, line::trim_end(bytes, start, end));
        let mut content_end = content_end;
        let hashes = bytes[start..content_end].iter().rev().take_while(|byte| **byte == b'#').count();
        if hashes > 0 && content_end > start + hashes && matches!(bytes[content_end - hashes - 1], b' ' | b'\t') {
            content_end = line::trim_end(bytes, start, content_end - hashes - 1);
        }
        if content_end == start {
            return Outcome::No;
        }
        self.heading(input, parent, level as u8, (at, end), (start, content_end), id);
        Outcome::Read(end)
    }

    pub(super) fn setext_heading(&mut self, input: &Input<'_>, parent: u32, at: usize) -> Outcome {
        let bytes = input.text().as_bytes();
        let start = at + line::indent(bytes, at);
        let under = input.line_end(at);
        let Some(mark @ (b'=' | b'-')) = bytes.get(under) else { return Outcome::No };
        if matches!(bytes[start], b' ' | b'\t') || !self.after_boundary(parent) {
            return Outcome::No;
        }
        let marks = bytes[under..].iter().take_while(|byte| matches!(byte, b'=' | b'-')).count();
        let mut end = under + marks;
        while matches!(bytes.get(end), Some(b' ' | b'\t' | b'\r' | b'\x0c')) {
            end += 1;
        }
        if bytes.get(end) != Some(&b'\n') {
            return Outcome::No;
        }
        let (content_end, id) = id(bytes, start, line::trim_end(bytes, start, under));
        let level = if *mark == b'=' { 1 } else { 2 };
        self.heading(input, parent, level, (at, end + 1), (start, content_end), id);
        Outcome::Read(end + 1)
    }

    fn heading(
        &mut self,
        input: &Input<'_>,
        parent: u32,
        level: u8,
        whole: (usize, usize),
        content: (usize, usize),
        id: Option<(usize, usize)>,
    ) {
        let raw = Str { text: input.id, start: content.0 as u32, end: content.1 as u32 };
        let node = self.add_block(input, parent, Data::Heading { level, raw }, whole.0, whole.1);
        if let Some((start, end)) = id {
            let value = Str { text: input.id, start: start as u32, end: end as u32 };
            let name = self.intern("id");
            self.tree.set_attribute(node, name, value);
        }
        self.add_raw_text(node, input, content.0, content.1);
    }
}

fn marker(bytes: &[u8], at: usize, gfm: bool) -> Option<(usize, usize)> {
    if gfm {
        return boundary::atx_marker(bytes, at);
    }
    let level = bytes[at..].iter().take(6).take_while(|byte| **byte == b'#').count();
    let start = line::skip_blanks(bytes, at + level);
    (level > 0 && bytes.get(start).is_some_and(|byte| *byte != b'\n')).then_some((level, start))
}

/// Where the text ends before `{#id}`, and the place of the id.
fn id(bytes: &[u8], start: usize, end: usize) -> (usize, Option<(usize, usize)>) {
    let without = (end, None);
    if end <= start || bytes[end - 1] != b'}' {
        return without;
    }
    let Some(brace) = memchr::memrchr(b'{', &bytes[start..end]).map(|at| start + at) else { return without };
    if brace == start || !matches!(bytes[brace - 1], b' ' | b'\t') || bytes.get(brace + 1) != Some(&b'#') {
        return without;
    }
    let id = &bytes[brace + 2..end - 1];
    let valid = id.first().is_some_and(u8::is_ascii_alphabetic)
        && id.iter().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b':'));
    if valid { (line::trim_end(bytes, start, brace - 1), Some((brace + 2, end - 1))) } else { without }
}
