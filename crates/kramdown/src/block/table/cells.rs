//! How a line of a table is divided into cells.

use std::ops::Range;

/// A cell: a range of the text, or pieces where something was changed in it.
#[derive(Debug, Default)]
pub(super) struct Cell {
    pub(super) start: usize,
    pub(super) end: usize,
    /// The pieces of its text, if that is not the range itself.
    pub(super) changed: Option<Vec<Piece>>,
}

/// A part of a cell's text.
#[derive(Clone, Debug)]
pub(super) enum Piece {
    Written(Range<usize>),
    /// This text, for what stands at this place.
    Made(String, usize),
}

/// Whether the line has a pipe that is not escaped.
pub(super) fn has_pipe(line: &[u8]) -> bool {
    memchr::memchr_iter(b'|', line).any(|at| at == 0 || line[at - 1] != b'\\')
}

/// Divides a line. A pipe in a code span or in a `<code>` element does not divide.
pub(super) fn split(text: &str, start: usize, line_end: usize, leading_pipe: bool) -> Vec<Cell> {
    let bytes = text.as_bytes();
    let end = crate::block::line::trim_blanks_end(bytes, start, line_end - 1);
    if memchr::memchr3(b'`', b'\\', b'<', &bytes[start..end]).is_none() {
        return split_simple(bytes, start, end, leading_pipe);
    }
    let mut raw: Vec<Vec<Piece>> = Vec::new();
    let mut at = start;
    while at < end {
        let code = code_element(text, at, end);
        let plain_end = code.as_ref().map_or(end, |range| range.start);
        split_plain(text, at, plain_end, &mut raw);
        let Some(range) = code else { break };
        at = range.end;
        match raw.last_mut() {
            Some(cell) => cell.push(Piece::Written(range)),
            None => raw.push(vec![Piece::Written(range)]),
        }
    }
    let is_blank = |cell: &Vec<Piece>| {
        cell.iter().all(|piece| match piece {
            Piece::Written(range) => text[range.clone()].bytes().all(crate::markup::tag::is_space),
            Piece::Made(text, _) => text.bytes().all(crate::markup::tag::is_space),
        })
    };
    if leading_pipe && raw.first().is_some_and(is_blank) {
        raw.remove(0);
    }
    if raw.last().is_some_and(is_blank) {
        raw.pop();
    }
    raw.into_iter().map(|pieces| cell(text, pieces)).collect()
}

/// Divides a line in which each pipe divides: it has no code, no HTML and no escapes.
fn split_simple(bytes: &[u8], start: usize, end: usize, leading_pipe: bool) -> Vec<Cell> {
    let mut from = start;
    let ends = memchr::memchr_iter(b'|', &bytes[start..end]).map(|length| start + length).chain([end]);
    let ranges: Vec<Range<usize>> = ends.map(|at| std::mem::replace(&mut from, at + 1)..at).collect();
    let is_blank = |range: &&Range<usize>| bytes[(*range).clone()].iter().copied().all(crate::markup::tag::is_space);
    let skipped = usize::from(start == end || leading_pipe && ranges.first().filter(is_blank).is_some());
    let ranges = &ranges[skipped..];
    let kept = ranges.len() - usize::from(ranges.last().filter(is_blank).is_some());
    let cell = |range: &Range<usize>| {
        let (start, end) = crate::block::trim(bytes, range.start, range.end);
        // A cell that holds nothing stands where it begins.
        if start < end { (start, end) } else { (range.start, range.start) }
    };
    ranges[..kept].iter().map(cell).map(|(start, end)| Cell { start, end, changed: None }).collect()
}

/// The `<code>` element at or after `at`.
fn code_element(text: &str, at: usize, end: usize) -> Option<Range<usize>> {
    let open = at + memchr::memmem::find(&text.as_bytes()[at..end], b"<code")?;
    let close = open + 5 + memchr::memchr(b'>', &text.as_bytes()[open + 5..end])?;
    let stop = close + 1 + memchr::memmem::find(&text.as_bytes()[close + 1..end], b"</code>")? + 7;
    Some(open..stop)
}

fn split_plain(text: &str, start: usize, end: usize, cells: &mut Vec<Vec<Piece>>) {
    let bytes = text.as_bytes();
    if start == end {
        return;
    }
    if cells.is_empty() {
        cells.push(vec![Piece::Written(start..start)]);
    }
    let mut missing = usize::MAX;
    let mut plain = start;
    let mut at = start;
    while at < end {
        match bytes[at] {
            b'`' => {
                let run = bytes[at..end].iter().take_while(|byte| **byte == b'`').count();
                let found = if run >= missing { None } else { code_span(bytes, start, at, run, end) };
                match found {
                    Some(close) => {
                        if let Some(delimiter) = rewritten(&text[at..close], run) {
                            push(cells, plain..at);
                            push_code(cells, text, at + run..close - run, delimiter);
                            plain = close;
                        }
                        at = close;
                    }
                    None => {
                        if !lonely(bytes, start, at, run, end) {
                            missing = missing.min(run);
                        }
                        at += run;
                    }
                }
            }
            b'|' if at == start || bytes[at - 1] != b'\\' => {
                push(cells, plain..at);
                at += 1;
                // An empty piece keeps the place of a cell that holds nothing else.
                cells.push(vec![Piece::Written(at..at)]);
                plain = at;
            }
            b'|' => {
                push(cells, plain..at - 1);
                plain = at;
                at += 1;
            }
            _ => at += 1,
        }
    }
    push(cells, plain..end);
}

/// A code span is written anew in its cell, with one backtick more than it holds. Gives how many, if that changes it.
fn rewritten(code: &str, run: usize) -> Option<usize> {
    let content = trimmed(code, run);
    let longest = content.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let same = longest + 1 == run && (run == 1 || content.len() + 2 + 2 * run == code.len());
    (!same).then_some(longest + 1)
}

/// What a code span holds, without the blank at either end that longer marks allow.
fn trimmed(code: &str, run: usize) -> &str {
    let content = &code[run..code.len() - run];
    if run == 1 {
        return content;
    }
    let content = content.strip_prefix(' ').unwrap_or(content);
    content.strip_suffix(' ').unwrap_or(content)
}

fn push_code(cells: &mut [Vec<Piece>], text: &str, inside: Range<usize>, delimiter: usize) {
    let Some(cell) = cells.last_mut() else { return };
    let run = 1 + usize::from(text[..inside.start].ends_with("``"));
    let content = if run == 1 { &text[inside.clone()] } else { trimmed_inside(&text[inside.clone()]) };
    let start = inside.start + usize::from(run > 1 && text[inside.clone()].starts_with(' '));
    let marks = "`".repeat(delimiter);
    let space = if delimiter > 1 { " " } else { "" };
    cell.push(Piece::Made(format!("{marks}{space}"), inside.start));
    if !content.is_empty() {
        cell.push(Piece::Written(start..start + content.len()));
    }
    cell.push(Piece::Made(format!("{space}{marks}"), inside.end));
}

fn trimmed_inside(content: &str) -> &str {
    let content = content.strip_prefix(' ').unwrap_or(content);
    content.strip_suffix(' ').unwrap_or(content)
}

fn push(cells: &mut [Vec<Piece>], range: Range<usize>) {
    if let (Some(cell), false) = (cells.last_mut(), range.is_empty()) {
        cell.push(Piece::Written(range));
    }
}

/// A single backtick between white space opens nothing.
fn lonely(bytes: &[u8], start: usize, at: usize, run: usize, end: usize) -> bool {
    let space = |place: usize| crate::markup::tag::is_space(bytes[place]);
    run == 1 && (at == start || space(at - 1)) && at + 1 < end && space(at + 1)
}

/// The end of the code span that `run` backticks at `at` open.
fn code_span(bytes: &[u8], start: usize, at: usize, run: usize, end: usize) -> Option<usize> {
    if lonely(bytes, start, at, run, end) {
        return None;
    }
    let content = at + run;
    let needle = &bytes[at..content];
    memchr::memmem::find(&bytes[content..end], needle).map(|length| content + length + run)
}

fn cell(text: &str, mut pieces: Vec<Piece>) -> Cell {
    let place = |piece: &Piece| match piece {
        Piece::Written(range) => range.clone(),
        Piece::Made(_, at) => *at..*at,
    };
    let empty = pieces.first().map_or(0, |piece| place(piece).start);
    let is_space = |c: char| c.is_ascii() && (crate::markup::tag::is_space(c as u8) || c == '\0');
    while let Some(Piece::Written(range)) = pieces.first_mut() {
        let part = &text[range.clone()];
        range.start += part.len() - part.trim_start_matches(is_space).len();
        if range.start < range.end {
            break;
        }
        pieces.remove(0);
    }
    while let Some(Piece::Written(range)) = pieces.last_mut() {
        range.end = range.start + text[range.clone()].trim_end_matches(is_space).len();
        if range.start < range.end {
            break;
        }
        pieces.pop();
    }
    let start = pieces.first().map_or(empty, |piece| place(piece).start);
    let end = pieces.last().map_or(empty, |piece| place(piece).end);
    let changed = pieces.len() > 1 || matches!(pieces.first(), Some(Piece::Made(..)));
    Cell { start, end, changed: changed.then_some(pieces) }
}

/// A part of a table as far as its pipes matter.
pub(super) enum Part<'t> {
    /// The text of a code span.
    Code(&'t str),
    /// Text, the name of an HTML element, or a comment.
    Other(&'t str),
}

/// Whether every line has a pipe outside of code spans and HTML elements.
pub(super) fn pipes_on_all_lines<'t>(parts: impl Iterator<Item = Part<'t>>) -> bool {
    let mut pipe_on_line = false;
    for part in parts {
        let (text, is_code) = match part {
            Part::Code(text) => (text, true),
            Part::Other(text) => (text, false),
        };
        let text = text.trim_end_matches('\n');
        let count = if text.is_empty() { 0 } else { text.split('\n').count() };
        if is_code {
            if count > 2 || (count == 2 && !pipe_on_line) {
                break;
            }
            if count == 2 {
                pipe_on_line = false;
            }
        } else {
            let first = text.split('\n').next().unwrap_or("");
            let last = text.rsplit('\n').next().unwrap_or("");
            if count > 1 && !pipe_on_line && !has_pipe(first.as_bytes()) {
                break;
            }
            pipe_on_line = (count <= 1 && pipe_on_line) || has_pipe(last.as_bytes());
        }
    }
    pipe_on_line
}
