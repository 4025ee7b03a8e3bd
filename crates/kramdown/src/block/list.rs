//! Ordered and unordered lists.

use crate::block::item::Item;
use crate::block::{Input, Outcome, boundary, code, line};
use crate::parser::Parser;
use crate::tree::{Boundary, Data, NONE};

/// An item, and where its content is divided: a list nested in it starts a part of its own.
struct Gathered {
    item: Item,
    parts: Vec<usize>,
}

impl Parser {
    pub(super) fn list(&mut self, input: &Input<'_>, parent: u32, at: usize) -> Outcome {
        let text = input.text();
        let bytes = text.as_bytes();
        let ordered = bytes[at + line::indent(bytes, at)].is_ascii_digit();
        if boundary::list_marker(bytes, at, 3, Some(ordered)).is_none() || self.too_deep() {
            return Outcome::No;
        }
        let mut items: Vec<Gathered> = Vec::new();
        let (mut most, mut nested, mut after_blank, mut ended) = (3, false, false, false);
        let mut end = at;
        while end < input.end {
            if after_blank && code::rule_end(bytes, end).is_some() {
                break;
            }
            if let Some(after) = boundary::end_marker(bytes, end) {
                ended = true;
                end = after;
                break;
            }
            if let Some(marker_end) = boundary::list_marker(bytes, end, most, Some(ordered)) {
                let item = Item::first_line(input, end, marker_end);
                most = item.indentation.saturating_sub(1).min(3);
                nested = boundary::list_marker(item.source.text.as_bytes(), 0, 3, None).is_some();
                after_blank = false;
                end = item.end;
                items.push(Gathered { item, parts: Vec::new() });
                continue;
            }
            let Some(Gathered { item, parts }) = items.last_mut() else { break };
            let next = item
                .continues(input, end)
                .or_else(|| if after_blank { None } else { item.continues_lazily(input, end) });
            if let Some(next) = next {
                let indentation = item.indentation;
                let place = input.source.origin(end);
                item.push_line(input, end, next, &mut |source, line, indented| {
                    if boundary::list_marker(line.as_bytes(), 0, 3, None).is_none() {
                        return;
                    }
                    if !nested && indented {
                        parts.push(source.text.len());
                        nested = true;
                    } else if nested && !indented {
                        source.push_made(&" ".repeat(indentation + 4), place);
                    }
                });
                after_blank = false;
                end = next;
            } else if let Some(next) = line::blank_lines(bytes, end) {
                nested = true;
                after_blank = true;
                item.source.push_range(input.source, end..next);
                item.end = next;
                end = next;
            } else {
                break;
            }
        }
        let list = self.add_block(input, parent, Data::List { ordered }, at, end);
        let last_blank = self.items(input, list, items, ended);
        if last_blank != NONE && !ended {
            self.tree.move_after(list, last_blank);
        }
        Outcome::Read(end)
    }

    /// Reads the items' blocks. Gives the blank lines that stood last in the last item, or [`NONE`].
    fn items(&mut self, input: &Input<'_>, list: u32, items: Vec<Gathered>, ended: bool) -> u32 {
        let mut nodes = Vec::with_capacity(items.len());
        for Gathered { item, .. } in &items {
            let span = input.source.span(item.start..item.end);
            let node = self.tree.add(list, Data::ListItem { task: None }, span);
            nodes.push(node);
        }
        let only = nodes.len() == 1;
        let mut loose_before = false;
        let mut blank = NONE;
        let last_node = nodes.last().copied().unwrap_or(NONE);
        for (node, Gathered { item, parts }) in nodes.iter().copied().zip(items) {
            if let Some(list) = item.list {
                self.lists.insert(node, list);
            }
            self.container_parts(item.source, node, &parts);
            let first = self.tree.first(node);
            if first == NONE {
                loose_before = true;
                continue;
            }
            let is_paragraph = self.tree.is_paragraph(first);
            let second = self.tree.next(first);
            if is_paragraph && self.lists.contains_key(&first) && self.is_list_boundary(second) {
                self.tree.unlink(second);
            }
            let second = self.tree.next(first);
            let second_is_blank = matches!(self.tree.data_of(second), Some(Data::Blank { .. }));
            let lone =
                second == NONE || !second_is_blank || (node == last_node && self.tree.next(second) == NONE && !ended);
            let is_tight = is_paragraph && lone && (node != last_node || only || loose_before);
            if is_tight {
                if second != NONE && !second_is_blank {
                    self.end_raw_text_with_line(first);
                }
                self.tree.set_tight(first);
            }
            loose_before |= !is_paragraph || is_tight;
            let last = self.tree.last(node);
            blank = NONE;
            if matches!(self.tree.data_of(last), Some(Data::Blank { .. })) {
                self.tree.unlink(last);
                blank = last;
            }
        }
        if self.options.input == crate::Input::Gfm {
            self.tasks(list, &nodes);
        }
        blank
    }

    fn is_list_boundary(&self, node: u32) -> bool {
        matches!(
            self.tree.data_of(node),
            Some(Data::Boundary(
                Boundary::AttributeList | Boundary::Marker | Boundary::Definition | Boundary::Extension
            ))
        )
    }

    /// Makes boxes of `[ ]` and `[x]` at the start of items.
    fn tasks(&mut self, list: u32, items: &[u32]) {
        let mut any = false;
        for &item in items {
            let first = self.tree.first(item);
            if !self.tree.is_paragraph(first) {
                continue;
            }
            if let Some(done) = self.take_task_box(first) {
                any = true;
                self.tree.set_task(item, done);
            }
            if any {
                self.set_class(item, "task-list-item");
            }
        }
        if any {
            self.set_class(list, "task-list");
        }
    }
}
