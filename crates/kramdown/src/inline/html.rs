//! HTML in a line.

use crate::block::Markdown;
use crate::inline::search::{Needle, Search};
use crate::inline::{Cursor, Frame, Line, MAX_DEPTH, Sees, Stop};
use crate::markup::elements::{self, Content, Place};
use crate::markup::tag;
use crate::parser::Parser;
use crate::tree::{Data, ElementData, Str};

impl Parser {
    /// Reads a comment, a tag, or an element. `false` if what stands here is not even like one.
    pub(super) fn span_html(
        &mut self,
        line: &Line<'_>,
        search: &mut Search,
        frame: &Frame<'_>,
        cursor: &mut Cursor,
    ) -> bool {
        let text = line.text;
        let at = cursor.at;
        let bytes = text.as_bytes();
        match bytes.get(at + 1) {
            Some(b'!') => {
                if !text[at..].starts_with("<!--") {
                    return false;
                }
                let Some(close) = search.find(Needle::CommentEnd, text, at + 4) else {
                    cursor.at += 1;
                    return true;
                };
                let inside = line.source.span(at + 4..close);
                let whole = Str { text: line.id, start: at as u32, end: (close + 3) as u32 };
                let data = Data::Comment { block: false, extension: false, inside, text: whole };
                self.add_span(line, frame, cursor, data, close + 3);
                true
            }
            Some(b'/') => {
                cursor.at = tag::end_tag(text, at).map_or(at + 1, |(_, end)| end);
                true
            }
            Some(_) if tag::name(text, at + 1).is_some() => {
                self.span_element(line, search, frame, cursor);
                true
            }
            _ => false,
        }
    }

    fn span_element(&mut self, line: &Line<'_>, search: &mut Search, frame: &Frame<'_>, cursor: &mut Cursor) {
        let text = line.text;
        let at = cursor.at;
        let Some(start_tag) = tag::start_tag(text, at) else {
            cursor.at += 1;
            return;
        };
        let written = &text[start_tag.name.clone()];
        let found = elements::find(written);
        let name_text = found.map_or(written, |element| element.name);
        let known = found.is_some();
        if found.is_some_and(|element| element.place == Place::Block) {
            cursor.at = start_tag.end;
            return;
        }
        self.flush(line, frame, cursor, at);
        let name = self.element_name(line.id, text, &start_tag.name, found);
        let tag_span = line.source.span(at..start_tag.end);
        let element = ElementData {
            name,
            block: false,
            content: Content::Span,
            closed: start_tag.closed,
            start_tag: tag_span,
            end_tag: None,
        };
        let node = self.tree.add(frame.parent, Data::Html(element), tag_span);
        let markdown = self.tag_attributes(node, line.id, text, &start_tag, known, true);
        let own = found.map_or(Content::Raw, |element| element.content);
        let raw_around = frame.sees == Sees::Tags;
        let parse = match markdown {
            None | Some(Markdown::As(Content::Block)) => {
                own != Content::Raw && !raw_around && self.options.parse_span_html
            }
            Some(Markdown::Default) => own != Content::Raw,
            Some(Markdown::As(Content::Span)) => true,
            Some(Markdown::As(Content::Raw)) => false,
        };
        self.tree.set_content(node, if parse { Content::Span } else { Content::Raw }, start_tag.closed);
        cursor.at = start_tag.end;
        cursor.plain = cursor.at;
        if start_tag.closed || found.is_some_and(|element| element.void) {
            return;
        }
        if frame.depth >= MAX_DEPTH {
            return;
        }
        let inner = Frame {
            stop: Stop::EndTag { name: name_text, known },
            inside: frame.inside,
            sees: if parse { Sees::All } else { Sees::Tags },
            in_html: true,
            parent: node,
            depth: frame.depth + 1,
        };
        let (end, found) = self.spans(line, search, inner, start_tag.end);
        let mut after = end;
        if found && let Some((_, end_tag)) = tag::end_tag(text, end) {
            after = end_tag;
            self.tree.set_end_tag(node, line.source.span(end..after));
        }
        cursor.at = after;
        cursor.plain = after;
        self.tree.record_mut(node).span = line.source.span(at..after);
    }
}
