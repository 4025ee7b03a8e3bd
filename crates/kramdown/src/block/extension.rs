//! Attribute lists and extensions that have lines to themselves.

use std::rc::Rc;

use crate::block::line::Mark;
use crate::block::{Input, Outcome, boundary, line};
use crate::markup::list::AttributeList;
use crate::parser::Parser;
use crate::tree::{Boundary, Data, NONE, Str};

impl Parser {
    pub(super) fn block_extension(&mut self, input: &Input<'_>, parent: u32, at: usize) -> Outcome {
        let bytes = input.text().as_bytes();
        if let Some(end) = self.list_definition(input, parent, at) {
            return Outcome::Read(end);
        }
        let mark = at + line::indent(bytes, at);
        if bytes[mark..].starts_with(b"{::") {
            return self.block_extension_tag(input, parent, at, mark);
        }
        match boundary::block_list(input, at) {
            Some((inside, end)) => {
                self.block_attributes(input, parent, at, inside, end);
                Outcome::Read(end)
            }
            None => Outcome::No,
        }
    }

    /// `{:name: .class}`.
    fn list_definition(&mut self, input: &Input<'_>, parent: u32, at: usize) -> Option<usize> {
        let text = input.text();
        let bytes = text.as_bytes();
        let mark = at + line::indent(bytes, at);
        if !bytes[mark..].starts_with(b"{:") {
            return None;
        }
        let name_end = boundary::identifier_before_colon(bytes, mark + 2)?;
        let inside = name_end + 1;
        let (close, end) = input.lines.list_end(bytes, inside)?;
        let list = self.definitions_of_lists.entry(text[mark + 2..name_end].to_owned()).or_default();
        Rc::make_mut(list).read(&text[inside..close]);
        self.add_block(input, parent, Data::Boundary(Boundary::AttributeList), at, end);
        Some(end)
    }

    fn block_attributes(
        &mut self,
        input: &Input<'_>,
        parent: u32,
        at: usize,
        inside: std::ops::Range<usize>,
        end: usize,
    ) {
        let text = input.text();
        let last = self.tree.last(parent);
        let belongs = match self.tree.data_of(last) {
            None
            | Some(
                Data::Blank { .. } | Data::Boundary(Boundary::Marker | Boundary::AttributeList | Boundary::Extension),
            ) => false,
            Some(_) => last != NONE,
        };
        let span = input.source.span(at..end);
        if belongs {
            self.list_of(last).read(&text[inside]);
            if boundary::block_list(input, end).is_none() {
                self.add_block(input, parent, Data::Boundary(Boundary::AttributeList), at, end);
            }
        } else {
            let (list, place) = self.pending.get_or_insert_with(|| (AttributeList::default(), span));
            list.read(&text[inside]);
            *place = place.cover(span);
        }
    }

    fn block_extension_tag(&mut self, input: &Input<'_>, parent: u32, at: usize, mark: usize) -> Outcome {
        let text = input.text();
        let bytes = text.as_bytes();
        let Some(tag) = crate::extension::start(text, mark) else { return Outcome::No };
        let Some(body_start) = line::rest_is_blank(bytes, tag.end) else { return Outcome::No };
        let name = &text[tag.name.clone()];
        let Some(number) = ["comment", "nomarkdown", "options"].iter().position(|known| *known == name) else {
            return Outcome::No;
        };
        let unended = &input.lines.unended[number];
        let (body, end) = if tag.closed {
            (None, body_start)
        } else {
            if unended.get().is_some_and(|from| from <= body_start) {
                return Outcome::No;
            }
            match stop(input, body_start, name) {
                Some((body_end, end)) => {
                    let body_end =
                        if body_end > body_start && bytes[body_end - 1] == b'\n' { body_end - 1 } else { body_end };
                    (Some((body_start, body_end)), end)
                }
                None => {
                    unended.set(Some(body_start));
                    return Outcome::No;
                }
            }
        };
        let str = body.map(|(start, end)| Str { text: input.id, start: start as u32, end: end as u32 });
        let inside =
            body.map_or(input.source.span(body_start..body_start), |(start, end)| input.source.span(start..end));
        match name {
            "comment" => {
                if let Some(text) = str {
                    self.tree.add(
                        parent,
                        Data::Comment { block: true, extension: true, inside, text },
                        input.source.span(at..end),
                    );
                }
            }
            "nomarkdown" => {
                if let Some(body) = str {
                    let html = crate::extension::is_html(&text[tag.attributes]);
                    self.tree.add(parent, Data::Raw { block: true, html, text: body }, input.source.span(at..end));
                }
            }
            "options" => {
                self.set_options(&text[tag.attributes]);
                self.add_block(input, parent, Data::Boundary(Boundary::Extension), at, end);
            }
            _ => return Outcome::No,
        }
        Outcome::Read(end)
    }
}

/// Where the line `{:/name}` or `{:/}` starts, from `at` on, and where it ends.
fn stop(input: &Input<'_>, at: usize, name: &str) -> Option<(usize, usize)> {
    let text = input.text();
    let bytes = text.as_bytes();
    let mut from = at;
    while let Some(mark) = input.lines.find(Mark::ExtensionEnd, text, from) {
        from = mark + 1;
        let blanks = bytes[at..mark].iter().rev().take_while(|byte| **byte == b' ').count();
        let start = mark - blanks;
        if blanks > 3 || (start > at && bytes[start - 1] != b'\n') {
            continue;
        }
        if let Some(rest) = text[mark..].strip_prefix("{:/") {
            let rest = rest.strip_prefix(name).unwrap_or(rest);
            if rest.starts_with('}')
                && let Some(end) = line::rest_is_blank(bytes, text.len() - rest.len() + 1)
            {
                return Some((start, end));
            }
        }
    }
    None
}
