//! Definition lists.

use crate::block::item::Item;
use crate::block::{Input, Outcome, boundary, line};
use crate::markup::list::AttributeList;
use crate::parser::Parser;
use crate::tree::{Data, NONE};

impl Parser {
    pub(super) fn definition_list(&mut self, input: &Input<'_>, parent: u32, at: usize) -> Outcome {
        let bytes = input.text().as_bytes();
        if boundary::description_marker(bytes, at, 3).is_none() || self.too_deep() {
            return Outcome::No;
        }
        let Some((paragraph, blank)) = self.terms_before(parent) else { return Outcome::No };
        let mut items: Vec<(Item, bool)> = Vec::new();
        let (mut most, mut loose, mut after_blank) = (3, blank != NONE, false);
        let mut end = at;
        while end < input.end {
            if let Some(marker_end) = boundary::description_marker(bytes, end, most) {
                let item = Item::first_line(input, end, marker_end);
                most = item.indentation.saturating_sub(1).min(3);
                end = item.end;
                items.push((item, loose));
                (loose, after_blank) = (false, false);
                continue;
            }
            if boundary::end_marker(bytes, end).is_some() {
                break;
            }
            let Some((item, _)) = items.last_mut() else { break };
            let next = item
                .continues(input, end)
                .or_else(|| if after_blank { None } else { item.continues_lazily(input, end) });
            if let Some(next) = next {
                item.push_line(input, end, next, &mut |_, _, _| {});
                (loose, after_blank) = (false, false);
                end = next;
            } else if let Some(next) = line::blank_lines(bytes, end) {
                item.source.push_range(input.source, end..next);
                item.end = next;
                (loose, after_blank) = (true, true);
                end = next;
            } else {
                break;
            }
        }
        let before = self.tree.previous(paragraph);
        self.tree.unlink(paragraph);
        if blank != NONE {
            self.tree.unlink(blank);
        }
        let list = self.definition_list_to_extend(parent, before);
        let start = self.tree.record_mut(paragraph).span.start();
        let span = input.source.span(at..end);
        let span = handbill_text::Span::new(start..span.end());
        let list = match list {
            Some(list) => {
                let record = self.tree.record_mut(list);
                record.span = record.span.cover(span);
                self.pending.take();
                list
            }
            None => {
                let list = self.add_block(input, parent, Data::DefinitionList, at, end);
                self.tree.record_mut(list).span = span;
                match self.lists.remove(&paragraph) {
                    Some(of_paragraph) => self.lists.insert(list, of_paragraph),
                    None => self.lists.remove(&list),
                };
                list
            }
        };
        self.terms(list, paragraph);
        let last_blank = self.descriptions(input, list, items);
        if last_blank != NONE {
            self.tree.move_after(list, last_blank);
        }
        Outcome::Read(end)
    }

    /// The paragraph that holds the terms, and the blank line after it if there is one.
    fn terms_before(&self, parent: u32) -> Option<(u32, u32)> {
        let last = self.tree.last(parent);
        if self.tree.is_paragraph(last) {
            return Some((last, NONE));
        }
        let before = self.tree.previous(last);
        match self.tree.data_of(last) {
            Some(Data::Blank { single: true }) if self.tree.is_paragraph(before) => Some((before, last)),
            _ => None,
        }
    }

    /// The definition list that `before` is, or that a blank line before it separates; the blank line is taken out.
    fn definition_list_to_extend(&mut self, parent: u32, before: u32) -> Option<u32> {
        let _ = parent;
        if before == NONE {
            return None;
        }
        match self.tree.data_of(before) {
            Some(Data::DefinitionList) => Some(before),
            Some(Data::Blank { .. }) => {
                let list = self.tree.previous(before);
                matches!(self.tree.data_of(list), Some(Data::DefinitionList)).then(|| {
                    self.tree.unlink(before);
                    list
                })
            }
            _ => None,
        }
    }

    /// Each line of the paragraph becomes a term.
    fn terms(&mut self, list: u32, paragraph: u32) {
        let Some(raw) = self.take_raw_text(paragraph) else { return };
        let source = std::rc::Rc::clone(&self.texts[raw.text as usize]);
        let mut start = raw.start as usize;
        let end = raw.end as usize;
        while start < end {
            let line_end =
                memchr::memchr(b'\n', &source.text.as_bytes()[start..end]).map_or(end, |length| start + length);
            let node = self.tree.add(list, Data::DefinitionTerm, source.span(start..line_end));
            let mut content = start;
            let bytes = &source.text.as_bytes()[..line_end];
            if let Some((inside, after)) = boundary::list_marks(bytes, crate::markup::tag::skip_space(bytes, start)) {
                let mut read = AttributeList::default();
                read.read(&source.text[inside]);
                self.lists.insert(node, read);
                content = crate::markup::tag::skip_space(bytes, after);
            }
            self.push_raw_text(node, raw.text, content, line_end);
            start = line_end + 1;
        }
    }

    fn descriptions(&mut self, input: &Input<'_>, list: u32, items: Vec<(Item, bool)>) -> u32 {
        let mut blank = NONE;
        for (item, loose) in items {
            let node = self.tree.add(list, Data::DefinitionDescription, input.source.span(item.start..item.end));
            if let Some(list) = item.list {
                self.lists.insert(node, list);
            }
            self.container(item.source, node);
            if self.tree.first(node) == NONE {
                continue;
            }
            let last = self.tree.last(node);
            blank = NONE;
            if matches!(self.tree.data_of(last), Some(Data::Blank { .. })) {
                self.tree.unlink(last);
                blank = last;
            }
            let first = self.tree.first(node);
            if self.tree.is_paragraph(first) && !loose {
                if self.tree.next(first) != NONE {
                    self.end_raw_text_with_line(first);
                }
                self.tree.set_tight(first);
            }
        }
        blank
    }
}
