//! HTML where a block may stand.

use handbill_text::Span;

use crate::block::line::Mark;
use crate::block::{Input, Outcome, line};
use crate::markup::elements::{self, Content};
use crate::markup::tag::{self, StartTag};
use crate::parser::Parser;
use crate::tree::{Data, ElementData, Str};

/// Elements nested deeper than this are text.
const MAX_RAW_DEPTH: usize = 150;

/// An element that was opened.
#[derive(Clone, Copy)]
struct Opened {
    node: u32,
    content: Content,
    closed: bool,
    /// Whether its content is still to be read: not so for a script or a style sheet.
    has_body: bool,
    end: usize,
}

impl Parser {
    /// Reads an element, a comment, or the end tag of `element`, whose content is being read.
    pub(super) fn block_html(&mut self, input: &Input<'_>, parent: u32, at: usize, element: Option<&str>) -> Outcome {
        let text = input.text();
        let mark = at + line::indent(text.as_bytes(), at);
        if mark == at && text[at..].starts_with("<!--") {
            let Some(end) = self.html_comment(input, parent, at) else { return Outcome::No };
            return Outcome::Read(line::after_trailing_blanks(text.as_bytes(), end));
        }
        if text.as_bytes().get(mark + 1) == Some(&b'/') {
            let Some((name, end)) = tag::end_tag(text, mark) else { return Outcome::No };
            let name = text[name].to_lowercase();
            let closes = !elements::is_span(&name) && element == Some(name.as_str());
            if closes {
                self.tree.set_end_tag(parent, input.source.span(mark..end));
            }
            return if closes { Outcome::Closed(end) } else { Outcome::No };
        }
        if self.too_deep() {
            return Outcome::No;
        }
        let Some(start_tag) = tag::start_tag(text, mark) else { return Outcome::No };
        if elements::is_span(&text[start_tag.name.clone()]) {
            return Outcome::No;
        }
        let opened = self.open_element(input, parent, mark, &start_tag, false);
        let end = self.element_body(input, opened, false);
        Outcome::Read(end)
    }

    fn html_comment(&mut self, input: &Input<'_>, parent: u32, at: usize) -> Option<usize> {
        let text = input.text();
        let close = input.lines.find(Mark::CommentEnd, text, at + 4)?;
        let end = close + 3;
        let inside = input.source.span(at + 4..close);
        let whole = Str { text: input.id, start: at as u32, end: end as u32 };
        let data = Data::Comment { block: true, extension: false, inside, text: whole };
        self.tree.add(parent, data, input.source.span(at..end));
        Some(end)
    }

    /// Adds the element of a start tag, and the content of a script or a style sheet.
    fn open_element(
        &mut self,
        input: &Input<'_>,
        parent: u32,
        at: usize,
        start_tag: &StartTag,
        in_raw: bool,
    ) -> Opened {
        let text = input.text();
        let written = &text[start_tag.name.clone()];
        let known = elements::find(written);
        let name = self.element_name(input.id, text, &start_tag.name, known);
        let name_text = known.map_or(written, |element| element.name);
        let tag_span = input.source.span(at..start_tag.end);
        let data =
            ElementData { name, block: true, content: Content::Raw, closed: false, start_tag: tag_span, end_tag: None };
        let node = self.tree.add(parent, Data::Html(data), tag_span);
        let markdown = self.tag_attributes(node, input.id, text, start_tag, known.is_some(), false);
        if name_text == "script" || name_text == "style" {
            let (content_end, end, end_tag) = raw_end(text, start_tag.end, name_text);
            let content = Str { text: input.id, start: start_tag.end as u32, end: content_end as u32 };
            self.tree.add(
                node,
                Data::Raw { block: false, html: true, text: content },
                input.source.span(start_tag.end..content_end),
            );
            self.close_element(input, node, at, end, end_tag.map(|start| input.source.span(start..end)));
            let content = self.content_model(name_text, in_raw, markdown);
            self.tree.set_content(node, content, false);
            self.take_pending(node);
            return Opened { node, content, closed: true, has_body: false, end };
        }
        let content = self.content_model(name_text, in_raw, markdown);
        let closed = start_tag.closed || known.is_some_and(|element| element.void);
        self.tree.set_content(node, content, closed);
        self.take_pending(node);
        Opened { node, content, closed, has_body: true, end: start_tag.end }
    }

    fn content_model(&self, name: &str, in_raw: bool, markdown: Option<Markdown>) -> Content {
        match markdown {
            Some(Markdown::Default) => elements::content(name),
            Some(Markdown::As(content)) => content,
            None if !in_raw && self.options.parse_block_html => elements::content(name),
            None => Content::Raw,
        }
    }

    fn take_pending(&mut self, node: u32) {
        if let Some((list, _)) = self.pending.take() {
            self.lists.insert(node, list);
        }
    }

    /// Reads an element's content. Gives the place after it.
    fn element_body(&mut self, input: &Input<'_>, opened: Opened, in_raw: bool) -> usize {
        let text = input.text();
        let Opened { node, content, closed, has_body, end } = opened;
        if !has_body {
            return if content == Content::Block { line::after_trailing_blanks(text.as_bytes(), end) } else { end };
        }
        let start = self.tree.record_mut(node).span.start();
        let mut end = if content == Content::Block { line::after_trailing_blanks(text.as_bytes(), end) } else { end };
        if closed {
            return end;
        }
        match content {
            Content::Block => {
                let name = self.element_name_of(node).to_owned();
                let (after, _) = self.blocks(input, node, end, Some(&name));
                end = after;
                let span = self.tree.record_mut(node).span.cover(Span::new(start..input.source.span(0..end).end()));
                self.tree.record_mut(node).span = span;
            }
            Content::Span => {
                let name = self.element_name_of(node).to_owned();
                let (content_end, after, end_tag) = raw_end(text, end, &name);
                self.add_raw_text(node, input, end, content_end);
                let end_tag = end_tag.map(|start| input.source.span(start..after));
                self.close_element_at(input, node, after, end_tag);
                end = after;
            }
            Content::Raw => end = self.raw_content(input, node, end),
        }
        if in_raw { end } else { line::after_trailing_blanks(text.as_bytes(), end) }
    }

    /// Reads the content of an element in which only tags and comments are seen. Gives the place after its end tag.
    ///
    /// Elements nest on a stack of their own.
    fn raw_content(&mut self, input: &Input<'_>, element: u32, start: usize) -> usize {
        let text = input.text();
        let bytes = text.as_bytes();
        let mut stack = vec![element];
        let mut at = start;
        let mut plain = start;
        let mut search = start;
        while let Some(&node) = stack.last() {
            let Some(mark) = memchr::memchr(b'<', &bytes[search..]).map(|length| search + length) else {
                self.add_text(node, input, plain, text.len());
                at = text.len();
                break;
            };
            let handled = match bytes.get(mark + 1) {
                Some(b'!') if text[mark..].starts_with("<!--") => {
                    let Some(close) = input.lines.find(Mark::CommentEnd, text, mark + 4) else {
                        search = mark + 1;
                        continue;
                    };
                    self.add_text(node, input, plain, mark);
                    self.html_comment(input, node, mark);
                    close + 3
                }
                Some(b'?') => {
                    let Some(close) = input.lines.find(Mark::InstructionEnd, text, mark + 2) else {
                        search = mark + 1;
                        continue;
                    };
                    self.add_text(node, input, plain, mark);
                    let whole = Str { text: input.id, start: mark as u32, end: (close + 2) as u32 };
                    let data = Data::ProcessingInstruction { block: true, text: whole };
                    self.tree.add(node, data, input.source.span(mark..close + 2));
                    close + 2
                }
                Some(b'/') => {
                    let Some((name, end)) = tag::end_tag(text, mark) else {
                        search = mark + 1;
                        continue;
                    };
                    let (own, name) = (self.element_name_of(node), &text[name]);
                    let matches = name == own || name.eq_ignore_ascii_case(own) && elements::find(own).is_some();
                    if !matches {
                        search = mark + 1;
                        continue;
                    }
                    self.add_text(node, input, plain, mark);
                    self.close_element_at(input, node, end, Some(input.source.span(mark..end)));
                    stack.pop();
                    let outer_raw = !stack.is_empty();
                    plain = end;
                    search = end;
                    at = end;
                    if outer_raw {
                        continue;
                    }
                    return at;
                }
                Some(_) => {
                    let too_deep = self.depth as usize + stack.len() > MAX_RAW_DEPTH;
                    let Some(start_tag) = tag::start_tag(text, mark).filter(|_| !too_deep) else {
                        search = mark + 1;
                        continue;
                    };
                    self.add_text(node, input, plain, mark);
                    let outer = self.pending.take();
                    let opened = self.open_element(input, node, mark, &start_tag, true);
                    self.pending = outer;
                    if opened.has_body && !opened.closed && opened.content == Content::Raw {
                        stack.push(opened.node);
                        opened.end
                    } else {
                        let levels = stack.len() as u32;
                        self.depth += levels;
                        let end = self.element_body(input, opened, true);
                        self.depth -= levels;
                        end
                    }
                }
                None => {
                    search = mark + 1;
                    continue;
                }
            };
            plain = handled;
            search = handled;
            at = handled;
        }
        for node in stack {
            self.close_element_at(input, node, at, None);
        }
        at
    }

    fn close_element(&mut self, input: &Input<'_>, node: u32, start: usize, end: usize, end_tag: Option<Span>) {
        let span = input.source.span(start..end);
        self.tree.record_mut(node).span = span;
        if let Some(end_tag) = end_tag {
            self.tree.set_end_tag(node, end_tag);
        }
    }

    fn close_element_at(&mut self, input: &Input<'_>, node: u32, end: usize, end_tag: Option<Span>) {
        let record = self.tree.record_mut(node);
        let end = input.source.span(0..end).end();
        record.span = Span::new(record.span.start()..end.max(record.span.end()));
        if let Some(end_tag) = end_tag {
            self.tree.set_end_tag(node, end_tag);
        }
    }

    fn add_text(&mut self, node: u32, input: &Input<'_>, start: usize, end: usize) {
        if start < end {
            let text = Str { text: input.id, start: start as u32, end: end as u32 };
            self.tree.add(node, Data::Text(text), input.source.span(start..end));
        }
    }

    fn element_name_of(&self, node: u32) -> &str {
        match self.tree.data_of(node) {
            Some(Data::Html(element)) => self.str(element.name),
            _ => "",
        }
    }
}

/// What the attribute `markdown` of an element says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Markdown {
    /// As the element's content is read by default.
    Default,
    /// As this.
    As(Content),
}

impl Markdown {
    pub(crate) fn of(value: &str) -> Option<Self> {
        match value {
            "0" => Some(Self::As(Content::Raw)),
            "1" => Some(Self::Default),
            "span" => Some(Self::As(Content::Span)),
            "block" => Some(Self::As(Content::Block)),
            _ => None,
        }
    }
}

/// The end of what stands before the end tag of `name`, the place after that tag, and where it starts, if it is there.
fn raw_end(text: &str, start: usize, name: &str) -> (usize, usize, Option<usize>) {
    let bytes = text.as_bytes();
    for length in memchr::memmem::find_iter(&bytes[start..], b"</") {
        let at = start + length;
        let name_end = at + 2 + name.len();
        let matches = bytes.get(at + 2..name_end).is_some_and(|found| found.eq_ignore_ascii_case(name.as_bytes()));
        if matches {
            let close = tag::skip_space(bytes, name_end);
            if bytes.get(close) == Some(&b'>') {
                return (at, close + 1, Some(at));
            }
        }
    }
    (text.len(), text.len(), None)
}
