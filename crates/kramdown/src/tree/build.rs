//! The tree while it is made.

use handbill_text::Span;

use super::{Attribute, Data, NONE, Record, Str, TargetData};
use crate::markup::elements::Content;

/// Nodes and their attributes.
#[derive(Clone, Debug)]
pub(crate) struct Tree {
    pub(crate) nodes: Vec<Record>,
    pub(crate) attributes: Vec<Attribute>,
    /// Where links lead to and images come from.
    pub(crate) targets: Vec<TargetData>,
}

impl Tree {
    /// A tree with a root, and room for what a text of `length` bytes usually becomes.
    pub(crate) fn new(span: Span, length: usize) -> Self {
        let mut tree = Self { nodes: Vec::with_capacity(length / 16 + 8), attributes: Vec::new(), targets: Vec::new() };
        tree.nodes.push(record(Data::Root, span));
        tree
    }

    /// Adds a node at the end of `parent`.
    pub(crate) fn add(&mut self, parent: u32, data: Data, span: Span) -> u32 {
        let id = self.nodes.len() as u32;
        self.nodes.push(record(data, span));
        self.append(parent, id);
        id
    }

    /// Puts a node that stands nowhere at the end of `parent`.
    pub(crate) fn append(&mut self, parent: u32, node: u32) {
        let last = self.nodes[parent as usize].last;
        let record = &mut self.nodes[node as usize];
        record.parent = parent;
        record.previous = last;
        record.next = NONE;
        match last {
            NONE => self.nodes[parent as usize].first = node,
            last => self.nodes[last as usize].next = node,
        }
        self.nodes[parent as usize].last = node;
    }

    /// Puts blank lines that stood last in `list` after it; they are no part of it and its last item any more.
    pub(crate) fn move_after(&mut self, list: u32, blank: u32) {
        // Blank lines of an earlier item, where the last one is empty, stand nowhere.
        let (items_start, list_end) = (self.record(self.last(list)).span.start(), self.record(list).span.end());
        let blank_span = &mut self.record_mut(blank).span;
        if blank_span.start() < items_start {
            *blank_span = Span::at(list_end);
        }
        let end = blank_span.start();
        for node in [list, self.last(list)] {
            let span = &mut self.record_mut(node).span;
            *span = Span::new(span.start()..span.end().min(end));
        }
        self.append(self.record(list).parent, blank);
    }

    /// Puts a new node before `next`.
    pub(crate) fn add_before(&mut self, next: u32, data: Data, span: Span) -> u32 {
        let id = self.nodes.len() as u32;
        let (parent, previous) = (self.nodes[next as usize].parent, self.nodes[next as usize].previous);
        self.nodes.push(Record { parent, previous, next, ..record(data, span) });
        self.nodes[next as usize].previous = id;
        match previous {
            NONE => self.nodes[parent as usize].first = id,
            previous => self.nodes[previous as usize].next = id,
        }
        id
    }

    /// Takes a node out of its parent.
    pub(crate) fn unlink(&mut self, node: u32) {
        let Record { parent, previous, next, .. } = self.nodes[node as usize];
        match previous {
            NONE => self.nodes[parent as usize].first = next,
            previous => self.nodes[previous as usize].next = next,
        }
        match next {
            NONE => self.nodes[parent as usize].last = previous,
            next => self.nodes[next as usize].previous = previous,
        }
        let record = &mut self.nodes[node as usize];
        (record.parent, record.previous, record.next) = (NONE, NONE, NONE);
    }

    /// Forgets the children that were added to `parent` after `last`, and all nodes from `len` on.
    pub(crate) fn rewind(&mut self, parent: u32, last: u32, len: usize) {
        self.nodes.truncate(len);
        let record = &mut self.nodes[parent as usize];
        record.last = last;
        match last {
            NONE => record.first = NONE,
            last => self.nodes[last as usize].next = NONE,
        }
    }

    pub(crate) fn data_of(&self, node: u32) -> Option<Data> {
        self.nodes.get(node as usize).map(|record| record.data)
    }

    pub(crate) fn data(&mut self, node: u32) -> Option<&mut Data> {
        self.nodes.get_mut(node as usize).map(|record| &mut record.data)
    }

    pub(crate) fn record_mut(&mut self, node: u32) -> &mut Record {
        &mut self.nodes[node as usize]
    }

    pub(crate) fn record(&self, node: u32) -> &Record {
        &self.nodes[node as usize]
    }

    pub(crate) fn is_list(&self, node: u32) -> bool {
        let record = self.nodes.get(node as usize);
        record.is_some_and(|record| matches!(record.data, Data::List { .. }) && record.parent != NONE)
    }

    pub(crate) fn first(&self, node: u32) -> u32 {
        self.nodes.get(node as usize).map_or(NONE, |record| record.first)
    }

    pub(crate) fn last(&self, node: u32) -> u32 {
        self.nodes.get(node as usize).map_or(NONE, |record| record.last)
    }

    pub(crate) fn next(&self, node: u32) -> u32 {
        self.nodes.get(node as usize).map_or(NONE, |record| record.next)
    }

    pub(crate) fn previous(&self, node: u32) -> u32 {
        self.nodes.get(node as usize).map_or(NONE, |record| record.previous)
    }

    pub(crate) fn is_paragraph(&self, node: u32) -> bool {
        matches!(self.data_of(node), Some(Data::Paragraph { .. }))
    }

    pub(crate) fn set_tight(&mut self, node: u32) {
        self.nodes[node as usize].data = Data::Paragraph { tight: true };
    }

    pub(crate) fn set_task(&mut self, node: u32, done: bool) {
        self.nodes[node as usize].data = Data::ListItem { task: Some(done) };
    }

    pub(crate) fn set_content(&mut self, node: u32, content: Content, closed: bool) {
        if let Data::Html(element) = &mut self.nodes[node as usize].data {
            element.content = content;
            element.closed = closed;
        }
    }

    pub(crate) fn set_end_tag(&mut self, node: u32, end_tag: Span) {
        let record = &mut self.nodes[node as usize];
        if let Data::Html(element) = &mut record.data {
            element.end_tag = Some(end_tag);
            record.span = record.span.cover(end_tag);
        }
    }

    /// The attributes of a node, each with its index.
    pub(crate) fn attributes_of(&self, node: u32) -> AttributeChain<'_> {
        AttributeChain { attributes: &self.attributes, next: self.nodes[node as usize].attributes }
    }

    pub(crate) fn set_attribute(&mut self, node: u32, name: Str, value: Str) {
        let index = self.attributes.len() as u32;
        let last = self.attributes_of(node).last().map(|(index, _)| index);
        match last {
            Some(last) => self.attributes[last as usize].next = index,
            None => self.nodes[node as usize].attributes = index,
        }
        self.attributes.push(Attribute { name, value, next: NONE });
    }

    pub(crate) fn replace_attribute(&mut self, index: u32, value: Str) {
        self.attributes[index as usize].value = value;
    }
}

/// The attributes of one node in their order.
#[derive(Clone, Debug)]
pub(crate) struct AttributeChain<'a> {
    pub(crate) attributes: &'a [Attribute],
    pub(crate) next: u32,
}

impl Iterator for AttributeChain<'_> {
    type Item = (u32, Attribute);

    fn next(&mut self) -> Option<(u32, Attribute)> {
        let index = self.next;
        let attribute = *self.attributes.get(index as usize)?;
        self.next = attribute.next;
        Some((index, attribute))
    }
}

fn record(data: Data, span: Span) -> Record {
    Record { data, span, parent: NONE, first: NONE, last: NONE, previous: NONE, next: NONE, attributes: NONE }
}
