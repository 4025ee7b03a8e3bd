//! The inside of lines.

mod autolink;
mod code;
mod emphasis;
mod escape;
mod extension;
mod html;
mod link;
mod math;
mod quotes;
mod search;
mod target;
mod typography;

use std::rc::Rc;

use crate::block::Input;
use crate::parser::{Parser, Raw};
use crate::source::Source;
use crate::tree::{Data, NONE, Str};

pub(crate) use escape::{entity_at, is_escapable};
pub(crate) use search::Allowance;
use search::Search;

/// Elements nested deeper than this are not seen.
const MAX_DEPTH: u8 = 100;

/// Elements that may not stand in themselves.
pub(crate) const EMPHASIS: u8 = 1;
pub(crate) const STRONG: u8 = 2;
pub(crate) const LINK: u8 = 4;

/// A text that is read.
#[derive(Clone, Copy)]
pub(crate) struct Line<'s> {
    pub(crate) source: &'s Source,
    pub(crate) id: u32,
    /// The text up to the end of the range that is read.
    pub(crate) text: &'s str,
    /// Where the range starts.
    pub(crate) start: usize,
    /// Whether a backslash at a line's end is a line break: GitHub's way, and neither in HTML nor in footnotes.
    pub(crate) breaks: bool,
}

/// What is seen in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sees {
    /// All.
    All,
    /// HTML tags and comments.
    Tags,
    /// These, and code spans.
    TagsAndCode,
}

/// What ends the element whose content is read.
#[derive(Clone, Copy)]
pub(crate) enum Stop<'s> {
    /// The end of the text.
    Nothing,
    /// One or two of this mark.
    Emphasis { mark: u8, length: usize },
    /// The bracket that closes a link's text.
    Bracket,
    /// An end tag of this name.
    EndTag { name: &'s str, known: bool },
}

/// The element whose content is read.
#[derive(Clone, Copy)]
pub(crate) struct Frame<'s> {
    pub(crate) stop: Stop<'s>,
    /// The elements around, of those that may not stand in themselves.
    pub(crate) inside: u8,
    /// What is seen in it.
    pub(crate) sees: Sees,
    /// Whether an HTML element of this line is around.
    pub(crate) in_html: bool,
    /// The node whose content is read.
    pub(crate) parent: u32,
    pub(crate) depth: u8,
}

/// Where reading stands.
pub(crate) struct Cursor {
    /// Where the next character is.
    pub(crate) at: usize,
    /// Where text that has no node yet starts.
    pub(crate) plain: usize,
}

/// What the tree was before an element was tried.
#[derive(Clone, Copy)]
pub(crate) struct Before {
    last: u32,
    nodes: usize,
    attributes: usize,
    targets: usize,
    pool: usize,
    undefined: usize,
}

impl Parser {
    /// Reads the text of a node into its children.
    pub(crate) fn inline(&mut self, raw: Raw) {
        if raw.text.start >= raw.text.end {
            return;
        }
        let source = Rc::clone(&self.texts[raw.text.text as usize]);
        let line = Line {
            source: &source,
            id: raw.text.text,
            text: &source.text[..raw.text.end as usize],
            start: raw.text.start as usize,
            breaks: self.options.input == crate::Input::Gfm && raw.footnote.is_none() && !self.is_in_html(raw.node),
        };
        let mut search = Search::new(self.allowance.with_text(line.text.len() - line.start));
        let frame =
            Frame { stop: Stop::Nothing, inside: 0, sees: Sees::All, in_html: false, parent: raw.node, depth: 0 };
        self.spans(&line, &mut search, frame, line.start);
        self.allowance = search.allowance();
        if line.breaks {
            self.drop_last_break(raw.node);
        }
    }

    /// Reads a text in which code and HTML alone are seen, lets `judge` look at the node that holds what was read, and
    /// forgets it.
    pub(crate) fn try_line<T>(
        &mut self,
        input: &Input<'_>,
        parent: u32,
        start: usize,
        end: usize,
        judge: impl FnOnce(&Self, u32) -> T,
    ) -> T {
        let line = Line { source: input.source, id: input.id, text: &input.source.text[..end], start, breaks: false };
        let outer = Frame { stop: Stop::Nothing, inside: 0, sees: Sees::TagsAndCode, in_html: false, parent, depth: 0 };
        let before = self.before(&outer);
        let scratch = self.tree.add(parent, Data::Fragment, input.source.span(start..end));
        let mut search = Search::new(self.allowance.with_text(end - start));
        self.spans(&line, &mut search, Frame { parent: scratch, ..outer }, start);
        self.allowance = search.allowance();
        let judged = judge(self, scratch);
        self.rewind(&outer, before);
        judged
    }

    fn is_in_html(&self, node: u32) -> bool {
        let mut node = node;
        while node != NONE {
            if matches!(self.tree.data_of(node), Some(Data::Html(_))) {
                return true;
            }
            node = self.tree.record(node).parent;
        }
        false
    }

    /// Reads up to the frame's end. Gives the place where it is, before the mark that ends it, and whether that was found.
    pub(crate) fn spans(
        &mut self,
        line: &Line<'_>,
        search: &mut Search,
        frame: Frame<'_>,
        start: usize,
    ) -> (usize, bool) {
        let mut cursor = Cursor { at: start, plain: start };
        let mut brackets = 1_isize;
        while let Some(place) = search::next_mark(line.text, cursor.at, frame.sees) {
            // When nothing may be read in vain any more, what is open is given up at once.
            if search.is_exhausted() && matches!(frame.stop, Stop::Emphasis { .. } | Stop::Bracket) {
                return (place, false);
            }
            cursor.at = place;
            if self.stops(line, &frame, &cursor, &mut brackets) {
                self.flush(line, &frame, &mut cursor, place);
                return (place, true);
            }
            self.mark(line, search, &frame, &mut cursor);
            // An image took the opening bracket that was counted.
            let bracket = line.text[place..].starts_with("![");
            brackets -= isize::from(bracket && cursor.at > place + "![".len());
        }
        cursor.at = line.text.len();
        self.flush(line, &frame, &mut cursor, line.text.len());
        (line.text.len(), false)
    }

    fn stops(&mut self, line: &Line<'_>, frame: &Frame<'_>, cursor: &Cursor, brackets: &mut isize) -> bool {
        let bytes = line.text.as_bytes();
        let at = cursor.at;
        match frame.stop {
            Stop::Nothing => false,
            Stop::Emphasis { mark, length } => {
                let run = bytes[at..].iter().take(length).take_while(|byte| **byte == mark).count();
                run == length && !self.is_empty(frame, cursor) && emphasis::closes(line.text, at, mark, length)
            }
            Stop::Bracket => {
                match bytes[at] {
                    b']' => *brackets -= 1,
                    b'[' => *brackets += 1,
                    b'!' if bytes.get(at + 1) == Some(&b'[') => *brackets += 1,
                    _ => return false,
                }
                *brackets == 0
            }
            Stop::EndTag { name, known } => {
                bytes[at] == b'<' && crate::markup::tag::end_tag_of(line.text, at, name, known).is_some()
            }
        }
    }

    fn mark(&mut self, line: &Line<'_>, search: &mut Search, frame: &Frame<'_>, cursor: &mut Cursor) {
        let bytes = line.text.as_bytes();
        let at = cursor.at;
        if frame.sees != Sees::All {
            if bytes[at] == b'`' {
                return self.code_span(line, search, frame, cursor);
            }
            if !self.span_html(line, search, frame, cursor) {
                cursor.at += 1;
            }
            return;
        }
        let taken = match bytes[at] {
            b'*' | b'_' => return self.emphasis(line, search, frame, cursor),
            b'`' => return self.code_span(line, search, frame, cursor),
            b'<' => self.autolink(line, search, frame, cursor) || self.span_html(line, search, frame, cursor),
            b'[' => self.footnote_reference(line, frame, cursor) || self.link(line, search, frame, cursor),
            b'!' => self.link(line, search, frame, cursor),
            _ => false,
        };
        if taken || self.smart_quotes(line, frame, cursor) {
            return;
        }
        let taken = match bytes[at] {
            b'$' => self.math_span(line, search, frame, cursor),
            b'{' => self.span_extension(line, search, frame, cursor),
            b'&' => self.entity(line, frame, cursor),
            b'~' => self.strikethrough(line, search, frame, cursor),
            b' ' => self.typographic(line, frame, cursor) || self.line_break(line, frame, cursor),
            b'-' | b'.' | b'<' | b'>' => self.typographic(line, frame, cursor),
            b'\\' => {
                self.typographic(line, frame, cursor)
                    || self.line_break(line, frame, cursor)
                    || self.escape(line, frame, cursor)
            }
            _ => false,
        };
        if !taken {
            cursor.at = at + line.text[at..].chars().next().map_or(1, char::len_utf8);
        }
    }

    /// Whether nothing stands in the element yet.
    fn is_empty(&self, frame: &Frame<'_>, cursor: &Cursor) -> bool {
        cursor.plain == cursor.at && self.tree.first(frame.parent) == NONE
    }

    /// Makes a node of the text up to `end`; text goes on after the cursor's place.
    pub(crate) fn flush(&mut self, line: &Line<'_>, frame: &Frame<'_>, cursor: &mut Cursor, end: usize) {
        if line.breaks && self.options.hard_wrap && !frame.in_html {
            self.wrap(line, frame, cursor, end);
        }
        if cursor.plain < end {
            let text = Str { text: line.id, start: cursor.plain as u32, end: end as u32 };
            self.tree.add(frame.parent, Data::Text(text), line.source.span(cursor.plain..end));
        }
        cursor.plain = cursor.at;
    }

    /// Breaks the lines of the text up to `end`: a line break stands before each line end.
    fn wrap(&mut self, line: &Line<'_>, frame: &Frame<'_>, cursor: &mut Cursor, end: usize) {
        let start = cursor.plain;
        for length in memchr::memchr_iter(b'\n', &line.text.as_bytes()[start..end]) {
            let at = start + length;
            if cursor.plain < at {
                let text = Str { text: line.id, start: cursor.plain as u32, end: at as u32 };
                self.tree.add(frame.parent, Data::Text(text), line.source.span(cursor.plain..at));
            }
            self.tree.add(frame.parent, Data::LineBreak { github: true }, line.source.span(at..at));
            cursor.plain = at;
        }
    }

    /// Adds a node for what stands between the cursor and `end`, and goes there.
    pub(crate) fn add_span(
        &mut self,
        line: &Line<'_>,
        frame: &Frame<'_>,
        cursor: &mut Cursor,
        data: Data,
        end: usize,
    ) -> u32 {
        let start = cursor.at;
        self.flush(line, frame, cursor, start);
        cursor.at = end;
        cursor.plain = end;
        self.tree.add(frame.parent, data, line.source.span(start..end))
    }

    pub(crate) fn before(&self, frame: &Frame<'_>) -> Before {
        Before {
            last: self.tree.last(frame.parent),
            nodes: self.tree.nodes.len(),
            attributes: self.tree.attributes.len(),
            targets: self.tree.targets.len(),
            pool: self.pool.text.len(),
            undefined: self.undefined.len(),
        }
    }

    /// Forgets what was added since `before`.
    pub(crate) fn rewind(&mut self, frame: &Frame<'_>, before: Before) {
        self.tree.rewind(frame.parent, before.last, before.nodes);
        self.tree.attributes.truncate(before.attributes);
        self.tree.targets.truncate(before.targets);
        self.pool.text.truncate(before.pool);
        self.undefined.truncate(before.undefined);
    }
}
