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
        // In kramdown's own way the text may stand on the next line.
        let end = input.line_end(if !gfm && bytes[start] == b'\n' { start + 1 } else { start });
        let (content_end, id) = id(input.text(), start, line::trim_end(bytes, start, end));
        let content_end = without_hashes(bytes, start, content_end, gfm);
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
        let (content_end, id) = id(input.text(), start, line::trim_end(bytes, start, under));
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

/// The level of the heading and where its text starts. Only kramdown's own way needs no blank before it.
fn marker(bytes: &[u8], at: usize, gfm: bool) -> Option<(usize, usize)> {
    if gfm {
        return boundary::atx_marker(bytes, at);
    }
    let level = bytes[at..].iter().take(6).take_while(|byte| **byte == b'#').count();
    let start = line::skip_blanks(bytes, at + level);
    (level > 0 && start + 1 < bytes.len()).then_some((level, start))
}

/// Where the text ends before the hashes that close it. GitHub's way wants a blank before them, kramdown's own way lets
/// a backslash keep one.
fn without_hashes(bytes: &[u8], start: usize, end: usize, gfm: bool) -> usize {
    let hashes = bytes[start..end].iter().rev().take_while(|byte| **byte == b'#').count();
    let before = bytes[start..end - hashes].last();
    match before {
        _ if hashes == 0 => end,
        Some(b' ' | b'\t') => line::trim_end(bytes, start, end - hashes - 1),
        _ if gfm => end,
        Some(b'\\') => end - (hashes - 1),
        _ => line::trim_end(bytes, start, end - hashes),
    }
}

/// Where the text ends before `{#id}`, and the place of the id.
fn id(text: &str, start: usize, end: usize) -> (usize, Option<(usize, usize)>) {
    let bytes = text.as_bytes();
    let without = (end, None);
    if end <= start || bytes[end - 1] != b'}' {
        return without;
    }
    let Some(brace) = memchr::memrchr(b'{', &bytes[start..end]).map(|at| start + at) else { return without };
    if brace == start || !matches!(bytes[brace - 1], b' ' | b'\t') || bytes.get(brace + 1) != Some(&b'#') {
        return without;
    }
    let (from, to) = (brace + 2, end - 1);
    if is_xml_name(&text[from..to]) { (line::trim_end(bytes, start, brace - 1), Some((from, to))) } else { without }
}

/// Whether this is a `Name` as XML 1.0 has it.
fn is_xml_name(name: &str) -> bool {
    let starts = |c: char| {
        matches!(c, ':' | '_' | 'A'..='Z' | 'a'..='z' | '\u{c0}'..='\u{d6}' | '\u{d8}'..='\u{f6}' | '\u{f8}'..='\u{2ff}'
            | '\u{370}'..='\u{37d}' | '\u{37f}'..='\u{1fff}' | '\u{200c}' | '\u{200d}' | '\u{2070}'..='\u{218f}'
            | '\u{2c00}'..='\u{2fef}' | '\u{3001}'..='\u{d7ff}' | '\u{f900}'..='\u{fdcf}' | '\u{fdf0}'..='\u{fffd}'
            | '\u{10000}'..='\u{effff}')
    };
    let goes_on = |c: char| {
        starts(c) || matches!(c, '-' | '.' | '0'..='9' | '\u{b7}' | '\u{300}'..='\u{36f}' | '\u{203f}' | '\u{2040}')
    };
    name.starts_with(starts) && name.chars().all(goes_on)
}
