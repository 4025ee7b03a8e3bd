//! Attribute lists and extensions in a line, and footnote references.

use crate::inline::search::{Needle, Search};
use crate::inline::{Cursor, Frame, Line};
use crate::markup::list::{AttributeList, identifier, inside_end};
use crate::parser::Parser;
use crate::tree::{Data, Str};

impl Parser {
    pub(super) fn span_extension(
        &mut self,
        line: &Line<'_>,
        search: &mut Search,
        frame: &Frame<'_>,
        cursor: &mut Cursor,
    ) -> bool {
        let at = cursor.at;
        let text = line.text;
        if !text[at..].starts_with("{:") || search.find(Needle::Brace, text, at).is_none() {
            return false;
        }
        if text[at..].starts_with("{::") && self.span_extension_tag(line, search, frame, cursor) {
            return true;
        }
        if text[at..].starts_with("{::") && crate::extension::start(text, at).is_some() || is_stop(&text[at + 2..]) {
            return false;
        }
        let last = self.tree.last(frame.parent);
        if cursor.plain < at || matches!(self.tree.data_of(last), None | Some(Data::Text(_))) {
            return false;
        }
        let Some(end) = inside_end(text.as_bytes(), at + 2) else { return false };
        let mut list = AttributeList::default();
        list.read(&text[at + 2..end]);
        if list.references.iter().any(|name| name == "standalone")
            && let Some(Data::Image { standalone, .. }) = self.tree.data(last)
        {
            *standalone = true;
        }
        self.apply_list(last, &list, 0);
        let record = self.tree.record_mut(last);
        record.span = record.span.cover(line.source.span(at..end + 1));
        cursor.at = end + 1;
        cursor.plain = end + 1;
        true
    }

    fn span_extension_tag(
        &mut self,
        line: &Line<'_>,
        search: &mut Search,
        frame: &Frame<'_>,
        cursor: &mut Cursor,
    ) -> bool {
        let text = line.text;
        let Some(start) = crate::extension::start(text, cursor.at) else { return false };
        let name = &text[start.name.clone()];
        if !matches!(name, "comment" | "nomarkdown" | "options") {
            return false;
        }
        let (body, end) = if start.closed {
            (None, start.end)
        } else {
            if !search.may_try(b'{', cursor.at, 0) {
                return false;
            }
            match stop(text, start.end, name) {
                Some((body_end, end)) => (Some((start.end, body_end)), end),
                None => {
                    search.fail(b'{', cursor.at, 0, text.len());
                    return false;
                }
            }
        };
        let inside = body.map(|(start, end)| line.source.span(start..end));
        let body = body.map(|(start, end)| Str { text: line.id, start: start as u32, end: end as u32 });
        match (name, body, inside) {
            ("comment", Some(text), Some(inside)) => {
                self.add_span(line, frame, cursor, Data::Comment { block: false, extension: true, inside, text }, end);
            }
            ("nomarkdown", Some(body), _) => {
                let html = crate::extension::is_html(&text[start.attributes]);
                self.add_span(line, frame, cursor, Data::Raw { block: false, html, text: body }, end);
            }
            _ => {
                if name == "options" {
                    self.set_options(&text[start.attributes]);
                }
                let at = cursor.at;
                self.flush(line, frame, cursor, at);
                cursor.at = end;
                cursor.plain = end;
            }
        }
        true
    }

    pub(super) fn footnote_reference(&mut self, line: &Line<'_>, frame: &Frame<'_>, cursor: &mut Cursor) -> bool {
        let at = cursor.at;
        let bytes = line.text.as_bytes();
        if bytes.get(at + 1) != Some(&b'^') {
            return false;
        }
        let Some(end) = identifier(bytes, at + 2).filter(|end| bytes.get(*end) == Some(&b']')) else { return false };
        if !self.footnotes.contains_key(&line.text[at + 2..end]) {
            cursor.at = end + 1;
            return true;
        }
        let label = Str { text: line.id, start: (at + 2) as u32, end: end as u32 };
        self.add_span(line, frame, cursor, Data::FootnoteReference { label }, end + 1);
        true
    }
}

/// Whether the mark that ends an extension goes on with `rest`: `/name}` or `/}`.
fn is_stop(rest: &str) -> bool {
    rest.strip_prefix('/')
        .is_some_and(|rest| rest.trim_start_matches(|c: char| c.is_ascii_alphanumeric() || c == '_').starts_with('}'))
}

/// Where `{:/name}` or `{:/}` starts, from `at` on, and where it ends.
fn stop(text: &str, at: usize, name: &str) -> Option<(usize, usize)> {
    for start in memchr::memmem::find_iter(&text.as_bytes()[at..], b"{:/") {
        let rest = &text[at + start + 3..];
        let rest = rest.strip_prefix(name).unwrap_or(rest);
        if rest.starts_with('}') {
            return Some((at + start, text.len() - rest.len() + 1));
        }
    }
    None
}
