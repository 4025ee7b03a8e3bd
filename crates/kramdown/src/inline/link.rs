//! Links and images.

use crate::definition::{ReferenceForm, UndefinedReference, normalize_within};
use crate::inline::search::Search;
use crate::inline::target::{self, Inline};
use crate::inline::{Cursor, Frame, LINK, Line, MAX_DEPTH, Sees, Stop};
use crate::parser::Parser;
use crate::tree::{Data, NONE, Str, TargetData};

/// What stands after the closing bracket of a link's text.
enum Found {
    Target { target: TargetData, end: usize, list_of: u32 },
    Nothing { undefined: Option<ReferenceForm>, label: (usize, usize), end: usize },
}

impl Parser {
    pub(super) fn link(
        &mut self,
        line: &Line<'_>,
        search: &mut Search,
        frame: &Frame<'_>,
        cursor: &mut Cursor,
    ) -> bool {
        let at = cursor.at;
        let bytes = line.text.as_bytes();
        let image = bytes[at] == b'!';
        let start = at + 1 + usize::from(image);
        if bytes.get(start - 1) != Some(&b'[') || bytes.get(start).is_none_or(|byte| *byte == b'^') {
            return false;
        }
        let kind = if image { b'!' } else { b'[' };
        let nested = !image && frame.inside & LINK != 0;
        if nested || frame.depth >= MAX_DEPTH || !search.may_try(kind, at, frame.inside) {
            cursor.at = start;
            return true;
        }
        let plain = cursor.plain;
        let before = self.before(frame);
        self.flush(line, frame, cursor, at);
        let nothing = Str::default();
        // Where it leads to is known when its text has been read.
        let target = NONE;
        let data = if image { Data::Image { target, alt: nothing, standalone: false } } else { Data::Link { target } };
        let node = self.tree.add(frame.parent, data, line.source.span(at..start));
        let inner = Frame {
            stop: Stop::Bracket,
            inside: frame.inside | LINK,
            sees: Sees::All,
            in_html: frame.in_html,
            parent: node,
            depth: frame.depth + 1,
        };
        let (text_end, found) = self.spans(line, search, inner, start);
        let found = if found {
            self.target(line, search, start, text_end)
        } else {
            Found::Nothing { undefined: None, label: (start, start), end: text_end }
        };
        match found {
            Found::Target { target, end, list_of } => {
                self.complete_link(line, frame, node, target, image, (at, start, text_end, end), list_of);
                cursor.at = end;
                cursor.plain = end;
            }
            Found::Nothing { undefined, label, end } => {
                self.rewind(frame, before);
                search.fail(kind, at, frame.inside, text_end);
                cursor.at = start;
                cursor.plain = plain;
                if let Some(form) = undefined {
                    let label = line.text[label.0..label.1].to_owned();
                    self.undefined.push(UndefinedReference { label, form, span: line.source.span(at..end) });
                }
            }
        }
        true
    }

    #[expect(clippy::too_many_arguments, reason = "the parts of one link")]
    fn complete_link(
        &mut self,
        line: &Line<'_>,
        frame: &Frame<'_>,
        node: u32,
        target: TargetData,
        image: bool,
        (at, start, text_end, end): (usize, usize, usize, usize),
        list_of: u32,
    ) {
        let _ = frame;
        let index = self.tree.targets.len() as u32;
        self.tree.targets.push(target);
        if image {
            let alt = self.unescaped(line, start, text_end);
            self.tree.rewind(node, NONE, node as usize + 1);
            self.tree.record_mut(node).data = Data::Image { target: index, alt, standalone: false };
        } else {
            self.tree.record_mut(node).data = Data::Link { target: index };
        }
        self.tree.record_mut(node).span = line.source.span(at..end);
        if list_of != NONE
            && let Some(list) = self.lists.get(&list_of).cloned()
        {
            self.apply_list(node, &list, 0);
        }
        let (name, value) = (self.intern(if image { "src" } else { "href" }), target.url);
        self.set_attribute(node, name, value, if image { "src" } else { "href" });
        if image && let Some(Data::Image { alt, .. }) = self.tree.data_of(node) {
            let name = self.intern("alt");
            self.set_attribute(node, name, alt, "alt");
        }
        if let Some(title) = target.title {
            let name = self.intern("title");
            self.set_attribute(node, name, title, "title");
        }
    }

    /// The text of an image, escapes taken out.
    fn unescaped(&mut self, line: &Line<'_>, start: usize, end: usize) -> Str {
        let text = &line.text[start..end];
        if !text.contains('\\') {
            return Str { text: line.id, start: start as u32, end: end as u32 };
        }
        let unescaped = target::unescape(text);
        self.intern(&unescaped)
    }

    fn target(&mut self, line: &Line<'_>, search: &mut Search, start: usize, text_end: usize) -> Found {
        let after = text_end + 1;
        let text = line.text;
        let (label, form, end) = match target::label(text, after) {
            Some((label, end)) if label.0 < label.1 => (label, ReferenceForm::Full, end),
            Some((_, end)) => ((start, text_end), ReferenceForm::Collapsed, end),
            None if text.as_bytes().get(after) != Some(&b'(') => ((start, text_end), ReferenceForm::Shortcut, after),
            None => return self.inline_target(line, search, after),
        };
        let own = form != ReferenceForm::Full;
        let written = &text[label.0..label.1];
        let id = normalize_within(written, own, self.longest_label);
        let Some((definition, node)) = id.and_then(|id| self.links.get(&id).copied()) else {
            return Found::Nothing { undefined: Some(form), label, end };
        };
        let Some(found) = self.definitions.get(definition.0) else {
            return Found::Nothing { undefined: Some(form), label, end };
        };
        let (url, title) = (found.url.clone(), found.title.clone());
        let url = self.intern(&url);
        let title = title.map(|title| self.intern(&title));
        let target =
            TargetData { url, url_span: line.source.span(label.0..label.1), title, definition: Some(definition) };
        Found::Target { target, end, list_of: node }
    }

    fn inline_target(&mut self, line: &Line<'_>, search: &mut Search, after: usize) -> Found {
        match target::inline(line.text, after) {
            Inline::Found { url, title, end } => {
                let str = |(start, end): (usize, usize)| Str { text: line.id, start: start as u32, end: end as u32 };
                let target = TargetData {
                    url: str(url),
                    url_span: line.source.span(url.0..url.1),
                    title: title.map(str),
                    definition: None,
                };
                Found::Target { target, end, list_of: NONE }
            }
            Inline::Nothing { read_to } => {
                search.spend(read_to - after);
                Found::Nothing { undefined: None, label: (after, after), end: after }
            }
        }
    }
}
