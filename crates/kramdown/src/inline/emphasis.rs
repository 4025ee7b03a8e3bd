//! Emphasis, strong emphasis, and text that is struck out.

use crate::inline::search::Needle;
use crate::inline::search::Search;
use crate::inline::{Cursor, EMPHASIS, Frame, Line, MAX_DEPTH, STRONG, Sees, Stop};
use crate::parser::Parser;
use crate::tree::Data;

impl Parser {
    pub(super) fn emphasis(&mut self, line: &Line<'_>, search: &mut Search, frame: &Frame<'_>, cursor: &mut Cursor) {
        let bytes = line.text.as_bytes();
        let at = cursor.at;
        let mark = bytes[at];
        let length = if bytes.get(at + 1) == Some(&mark) { 2 } else { 1 };
        let bit = if length == 2 { STRONG } else { EMPHASIS };
        let after = at + length;
        let in_word = mark == b'_' && is_in_word(&line.text[line.start..at]);
        let before_space = bytes.get(after).is_some_and(|byte| crate::markup::tag::is_space(*byte));
        if in_word || before_space || frame.inside & bit != 0 || frame.depth >= MAX_DEPTH {
            cursor.at = after;
            return;
        }
        let taken = self.try_emphasis(line, search, frame, cursor, mark, length)
            || (length == 2
                && !matches!(self.tree.data_of(frame.parent), Some(Data::Emphasis))
                && self.try_emphasis(line, search, frame, cursor, mark, 1));
        if !taken {
            cursor.at = after;
        }
    }

    fn try_emphasis(
        &mut self,
        line: &Line<'_>,
        search: &mut Search,
        frame: &Frame<'_>,
        cursor: &mut Cursor,
        mark: u8,
        length: usize,
    ) -> bool {
        let at = cursor.at;
        let (data, bit) = if length == 2 { (Data::Strong, STRONG) } else { (Data::Emphasis, EMPHASIS) };
        if !search.may_try(mark + length as u8 - 1, at, frame.inside) {
            return false;
        }
        let plain = cursor.plain;
        let before = self.before(frame);
        self.flush(line, frame, cursor, at);
        let node = self.tree.add(frame.parent, data, line.source.span(at..at + length));
        let inner = Frame {
            stop: Stop::Emphasis { mark, length },
            inside: frame.inside | bit,
            sees: Sees::All,
            in_html: frame.in_html,
            parent: node,
            depth: frame.depth + 1,
        };
        let (end, found) = self.spans(line, search, inner, at + length);
        if !found {
            self.rewind(frame, before);
            search.fail(mark + length as u8 - 1, at, frame.inside, end);
            cursor.at = at;
            cursor.plain = plain;
            return false;
        }
        cursor.at = end + length;
        cursor.plain = cursor.at;
        self.tree.record_mut(node).span = line.source.span(at..end + length);
        true
    }

    pub(super) fn strikethrough(
        &mut self,
        line: &Line<'_>,
        search: &mut Search,
        frame: &Frame<'_>,
        cursor: &mut Cursor,
    ) -> bool {
        let at = cursor.at;
        let bytes = line.text.as_bytes();
        let opens = bytes.get(at + 2).is_some_and(|byte| !crate::markup::tag::is_space(*byte) && *byte != b'~');
        if self.options.input != crate::Input::Gfm
            || !bytes[at..].starts_with(b"~~")
            || !opens
            || frame.depth >= MAX_DEPTH
        {
            return false;
        }
        let Some(close) = closing_tildes(line, search, at) else { return false };
        let node = self.add_span(line, frame, cursor, Data::Strikethrough, close + 2);
        // What stands between is read by itself: nothing around it matters.
        let inside = Line { text: &line.text[..close], start: at + 2, breaks: false, ..*line };
        let mut within = Search::new(search.allowance());
        let inner = Frame {
            stop: Stop::Nothing,
            inside: 0,
            sees: Sees::All,
            in_html: true,
            parent: node,
            depth: frame.depth + 1,
        };
        self.spans(&inside, &mut within, inner, at + 2);
        search.settle(&within);
        true
    }
}

/// The place of the `~~` that closes the one at `at`: neither white space nor `~` stands before it.
fn closing_tildes(line: &Line<'_>, search: &mut Search, at: usize) -> Option<usize> {
    let first = line.text[at + 2..].chars().next().map_or(1, char::len_utf8);
    let mut from = at + 2 + first;
    if !search.may_try(b'~', at, 0) {
        return None;
    }
    while let Some(place) = search.find(Needle::Tildes, line.text, from.min(line.text.len())) {
        let before = line.text.as_bytes()[place - 1];
        if !crate::markup::tag::is_space(before) && before != b'~' {
            return Some(place);
        }
        from = place + 1;
    }
    search.fail(b'~', at, 0, line.text.len());
    None
}

/// Whether `length` marks at `at`, which stand there, close emphasis.
pub(super) fn closes(text: &str, at: usize, mark: u8, length: usize) -> bool {
    let bytes = text.as_bytes();
    if crate::markup::tag::is_space(bytes[at - 1]) {
        return false;
    }
    let run = bytes[at..].iter().take(3).take_while(|byte| **byte == mark).count();
    if length == 1 && run == 2 {
        return false;
    }
    mark != b'_' || !text[at + length..].chars().next().is_some_and(char::is_alphanumeric)
}

/// Whether a `_` after `before` stands in a word: after a letter, with one hyphen in between or without.
fn is_in_word(before: &str) -> bool {
    before.strip_suffix('-').unwrap_or(before).ends_with(char::is_alphabetic)
}
