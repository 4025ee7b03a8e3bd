//! Lines: their ends, their indentation, and the searches over the rest of the text that are done once.

use std::cell::{Cell, OnceCell};

use crate::markup::list::{ListEnd, list_end_alone};
use crate::markup::tag::is_space;

/// The end of the line at `at`, after its line end.
pub(crate) fn end(text: &str, at: usize) -> usize {
    memchr::memchr(b'\n', &text.as_bytes()[at..]).map_or(text.len(), |length| at + length + 1)
}

/// The end of the lines at `at` that hold white space alone, if there is one.
pub(crate) fn blank_lines(bytes: &[u8], at: usize) -> Option<usize> {
    let mut end = None;
    let mut place = at;
    while let Some(&byte) = bytes.get(place) {
        place += 1;
        if byte == b'\n' {
            end = Some(place);
        } else if !is_space(byte) {
            break;
        }
    }
    end
}

/// The end of the blank line at `at`, if it is one.
pub(crate) fn blank_line(bytes: &[u8], at: usize) -> Option<usize> {
    let mut place = at;
    loop {
        match bytes.get(place) {
            Some(b'\n') => return Some(place + 1),
            Some(byte) if is_space(*byte) => place += 1,
            _ => return None,
        }
    }
}

/// Whether four blanks or a tab stand at `at`.
pub(crate) fn is_indented(bytes: &[u8], at: usize) -> bool {
    bytes[at] == b'\t' || bytes[at..].starts_with(b"    ")
}

/// The number of blanks at `at`, three at most.
pub(crate) fn indent(bytes: &[u8], at: usize) -> usize {
    spaces(bytes, at, 3)
}

/// The number of blanks at `at`, `most` at most.
pub(crate) fn spaces(bytes: &[u8], at: usize, most: usize) -> usize {
    bytes[at..].iter().take(most).take_while(|byte| **byte == b' ').count()
}

/// The place after blanks and tabs.
pub(crate) fn skip_blanks(bytes: &[u8], mut at: usize) -> usize {
    while matches!(bytes.get(at), Some(b' ' | b'\t')) {
        at += 1;
    }
    at
}

/// The end of the line if only white space is left on it at `at`.
pub(crate) fn rest_is_blank(bytes: &[u8], at: usize) -> Option<usize> {
    blank_line(bytes, at)
}

/// The start of the white space that ends at `end`.
pub(crate) fn trim_end(bytes: &[u8], start: usize, mut end: usize) -> usize {
    while end > start && (is_space(bytes[end - 1]) || bytes[end - 1] == 0) {
        end -= 1;
    }
    end
}

/// The place after the white space at `start`.
pub(crate) fn trim_start(bytes: &[u8], mut start: usize, end: usize) -> usize {
    while start < end && (is_space(bytes[start]) || bytes[start] == 0) {
        start += 1;
    }
    start
}

/// What is known of the rest of a text, so that nothing is searched for twice.
#[derive(Debug, Default)]
pub(crate) struct Lines {
    pub(crate) fences: OnceCell<Vec<Fence>>,
    /// For each mark, from where it was looked for last, and where it was found.
    found: [Cell<Option<Sought>>; 4],
    /// Places from which on the end of an extension was looked for in vain, by the extension's number.
    pub(crate) unended: [Cell<Option<usize>>; 3],
    /// The end of an attribute list, found from a place on; the brace at which the search stopped.
    list_end: Cell<Option<(usize, ListEnd)>>,
}

/// From where a mark was looked for, and where it was found.
type Sought = (usize, Option<usize>);

/// A line that may close a fenced block of code.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Fence {
    pub(crate) start: usize,
    pub(crate) mark: u8,
    pub(crate) length: usize,
    /// The greatest length of a fence with the same mark here or further on.
    pub(crate) longest: usize,
}

/// What is looked for with [`Lines::find`].
#[derive(Clone, Copy, Debug)]
pub(crate) enum Mark {
    CommentEnd,
    InstructionEnd,
    Dollars,
    ExtensionEnd,
}

impl Lines {
    /// The end of an attribute list whose inside starts at `start`, and of its line, on which nothing may follow.
    pub(crate) fn list_end(&self, bytes: &[u8], start: usize) -> Option<(usize, usize)> {
        let known = self.list_end.get().filter(|(from, end)| (*from..end.stop).contains(&start));
        let (_, end) = known.unwrap_or_else(|| (start, list_end_alone(bytes, start)));
        if known.is_none() {
            self.list_end.set(Some((start, end)));
        }
        end.found.filter(|(brace, _)| *brace > start)
    }

    /// The first place of `mark` from `at` on.
    pub(crate) fn find(&self, mark: Mark, text: &str, at: usize) -> Option<usize> {
        let (slot, needle) = match mark {
            Mark::CommentEnd => (0, "-->"),
            Mark::InstructionEnd => (1, "?>"),
            Mark::Dollars => (2, "$$"),
            Mark::ExtensionEnd => (3, "{:/"),
        };
        if let Some((from, found)) = self.found[slot].get()
            && from <= at
            && found.is_none_or(|found| found >= at)
        {
            return found;
        }
        let found = memchr::memmem::find(&text.as_bytes()[at..], needle.as_bytes()).map(|length| at + length);
        self.found[slot].set(Some((at, found)));
        found
    }

    /// The lines of `text` that may close a fenced block of code, after blanks or not.
    pub(crate) fn fences(&self, text: &str, indented: bool) -> &[Fence] {
        self.fences.get_or_init(|| fences(text, indented))
    }
}

fn fences(text: &str, indented: bool) -> Vec<Fence> {
    let bytes = text.as_bytes();
    let mut fences = Vec::new();
    let mut start = 0;
    while start < bytes.len() {
        let line_end = end(text, start);
        let at = if indented { start + indent(bytes, start) } else { start };
        if let Some(mark @ (b'`' | b'~')) = bytes.get(at).copied() {
            let length = bytes[at..line_end].iter().take_while(|byte| **byte == mark).count();
            if length >= 3 && blank_line(bytes, at + length).is_some() {
                fences.push(Fence { start, mark, length, longest: length });
            }
        }
        start = line_end;
    }
    let mut longest = [0; 2];
    for fence in fences.iter_mut().rev() {
        let longest = &mut longest[usize::from(fence.mark == b'~')];
        *longest = (*longest).max(fence.length);
        fence.longest = *longest;
    }
    fences
}

/// The place after blanks and tabs and a line end, if there is nothing else on the line; else `at`.
pub(crate) fn after_trailing_blanks(bytes: &[u8], at: usize) -> usize {
    let end = skip_blanks(bytes, at);
    if bytes.get(end) == Some(&b'\n') { end + 1 } else { at }
}

/// The start of the blanks and tabs that end at `end`.
pub(crate) fn trim_blanks_end(bytes: &[u8], start: usize, mut end: usize) -> usize {
    while end > start && matches!(bytes[end - 1], b' ' | b'\t') {
        end -= 1;
    }
    end
}
