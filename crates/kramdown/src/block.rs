//! Blocks: which one stands at a place, and what belongs to it.

mod abbreviation;
mod boundary;
mod code;
mod definition_list;
mod extension;
mod footnote;
mod heading;
mod html;
mod item;
mod line;
mod link_definition;
mod list;
mod math;
mod paragraph;
mod quote;
mod table;

use std::rc::Rc;

use crate::markup::list::AttributeList;
use crate::parser::Parser;
use crate::source::Source;
use crate::tree::{Boundary, Data};

pub(crate) use html::Markdown;
pub(crate) use line::Lines;

/// Containers deeper than this are paragraphs.
const MAX_DEPTH: u32 = 100;

/// A text that blocks are read from.
pub(crate) struct Input<'s> {
    pub(crate) source: &'s Source,
    /// Its index among the document's texts.
    pub(crate) id: u32,
    /// Where reading stops.
    pub(crate) end: usize,
    pub(crate) lines: &'s Lines,
}

impl<'s> Input<'s> {
    /// The text up to where reading stops.
    pub(crate) fn text(&self) -> &'s str {
        &self.source.text[..self.end]
    }

    /// The end of the line at `at`, after its line end.
    pub(crate) fn line_end(&self, at: usize) -> usize {
        line::end(self.text(), at)
    }
}

/// What reading a block came to.
pub(crate) enum Outcome {
    /// A block was read to this place.
    Read(usize),
    /// There is no such block here.
    No,
    /// The end tag of the element whose content is read was found; it ends here.
    Closed(usize),
}

impl Parser {
    /// Reads the blocks of `source` into `parent`, and keeps the text.
    pub(crate) fn container(&mut self, source: Source, parent: u32) {
        self.container_parts(source, parent, &[]);
    }

    /// Reads the blocks of `source` into `parent`, part by part; `ends` are the ends of all parts but the last.
    pub(crate) fn container_parts(&mut self, source: Source, parent: u32, ends: &[usize]) {
        let source = Rc::new(source);
        let id = self.add_source(Rc::clone(&source));
        let mut start = 0;
        for end in ends.iter().copied().chain([source.text.len()]) {
            let lines = Lines::default();
            let input = Input { source: &source, id, end, lines: &lines };
            self.blocks(&input, parent, start, None);
            start = end;
        }
    }

    /// Reads blocks into `parent` from `start` on. With `element`, up to the end tag of that name at the start of a line.
    ///
    /// Gives the place after what was read, and whether the end tag was found.
    pub(crate) fn blocks(
        &mut self,
        input: &Input<'_>,
        parent: u32,
        start: usize,
        element: Option<&str>,
    ) -> (usize, bool) {
        let outer = self.pending.take();
        self.depth += 1;
        let mut at = start;
        let mut closed = false;
        while at < input.end {
            match self.block(input, parent, at, element) {
                Outcome::Read(end) => at = end,
                Outcome::Closed(end) => {
                    at = end;
                    closed = true;
                }
                Outcome::No => at = self.stray_line(input, parent, at),
            }
            if closed {
                break;
            }
        }
        if let Some((_, span)) = self.pending.take() {
            self.stray.push(span);
        }
        self.pending = outer;
        self.depth -= 1;
        (at, closed)
    }

    fn block(&mut self, input: &Input<'_>, parent: u32, at: usize, element: Option<&str>) -> Outcome {
        let text = input.text();
        let bytes = text.as_bytes();
        if let Some(end) = line::blank_lines(bytes, at) {
            self.blank(input, parent, at, end);
            return Outcome::Read(end);
        }
        if line::is_indented(bytes, at) {
            return self.indented_code(input, parent, at);
        }
        let mark = at + line::indent(bytes, at);
        let outcome = match bytes[mark] {
            b'~' | b'`' => self.fenced_code(input, parent, at),
            b'>' => self.quote(input, parent, at),
            b'#' => self.atx_heading(input, parent, at),
            b'*' | b'-' | b'_' | b'+' | b'0'..=b'9' => match self.horizontal_rule(input, parent, at) {
                Outcome::No => self.list(input, parent, at),
                found => found,
            },
            b':' => self.definition_list(input, parent, at),
            b'<' => self.block_html(input, parent, at, element),
            _ => Outcome::No,
        };
        let Outcome::No = outcome else { return outcome };
        if let found @ (Outcome::Read(_) | Outcome::Closed(_)) = self.setext_heading(input, parent, at) {
            return found;
        }
        if bytes[mark] == b'$'
            && let found @ (Outcome::Read(_) | Outcome::Closed(_)) = self.math_block(input, parent, at)
        {
            return found;
        }
        if bytes[mark] == b'\\' && self.is_escaped_math(input, parent, mark) {
            return self.paragraph(input, parent, mark + 1);
        }
        if let found @ (Outcome::Read(_) | Outcome::Closed(_)) = self.table(input, parent, at) {
            return found;
        }
        let outcome = match bytes[mark] {
            b'[' => match self.footnote_definition(input, parent, at) {
                Outcome::No => self.link_definition(input, parent, at),
                found => found,
            },
            b'*' => self.abbreviation_definition(input, parent, at),
            b'{' => self.block_extension(input, parent, at),
            b'^' => self.end_of_block(input, parent, at),
            _ => Outcome::No,
        };
        let Outcome::No = outcome else { return outcome };
        self.paragraph(input, parent, at)
    }

    /// Adds a block, which takes the attribute list that stands before it.
    pub(crate) fn add_block(&mut self, input: &Input<'_>, parent: u32, data: Data, start: usize, end: usize) -> u32 {
        let node = self.tree.add(parent, data, input.source.span(start..end));
        if let Some((list, span)) = self.pending.take() {
            if matches!(data, Data::Boundary(_)) {
                self.stray.push(span);
            }
            self.lists.insert(node, list);
        }
        node
    }

    fn blank(&mut self, input: &Input<'_>, parent: u32, start: usize, end: usize) {
        let span = input.source.span(start..end);
        let last = self.tree.last(parent);
        let lines = memchr::memchr_iter(b'\n', &input.text().as_bytes()[start..end]).count();
        match self.tree.data(last) {
            Some(Data::Blank { single }) => {
                *single = false;
                let record = self.tree.record_mut(last);
                record.span = record.span.cover(span);
            }
            _ => {
                let single = lines == 1 && end - start == 1;
                self.tree.add(parent, Data::Blank { single }, span);
                // A blank line takes the attribute list before it away, unless another blank line stands before that.
                self.stray.extend(self.pending.take().map(|(_, span)| span));
            }
        }
    }

    /// What no block takes, such as a line that is indented by a blank and a tab, stands between the blocks as text.
    fn stray_line(&mut self, input: &Input<'_>, parent: u32, at: usize) -> usize {
        let end = input.line_end(at);
        let last = self.tree.last(parent);
        if let Some(Data::Fragment) = self.tree.data_of(last)
            && self.extend_raw_text(last, input, at, end)
        {
            let record = self.tree.record_mut(last);
            record.span = record.span.cover(input.source.span(at..end));
            return end;
        }
        let node = self.tree.add(parent, Data::Fragment, input.source.span(at..end));
        self.add_raw_text(node, input, at, end);
        end
    }

    pub(crate) fn list_of(&mut self, node: u32) -> &mut AttributeList {
        self.lists.entry(node).or_default()
    }

    /// Whether a block that needs one has a boundary before it.
    pub(crate) fn after_boundary(&self, parent: u32) -> bool {
        self.pending.is_some()
            || match self.tree.data_of(self.tree.last(parent)) {
                None | Some(Data::Blank { .. } | Data::Boundary(Boundary::Marker)) => true,
                Some(_) => false,
            }
    }

    pub(crate) fn too_deep(&self) -> bool {
        self.depth > MAX_DEPTH
    }

    pub(crate) fn end_of_block(&mut self, input: &Input<'_>, parent: u32, at: usize) -> Outcome {
        match boundary::end_marker(input.text().as_bytes(), at) {
            Some(end) => {
                self.add_block(input, parent, Data::Boundary(Boundary::Marker), at, end);
                Outcome::Read(end)
            }
            None => Outcome::No,
        }
    }
}

/// The range without the white space at its ends.
pub(crate) fn trim(bytes: &[u8], start: usize, end: usize) -> (usize, usize) {
    let from = line::trim_start(bytes, start, end);
    (from, line::trim_end(bytes, from, end))
}
