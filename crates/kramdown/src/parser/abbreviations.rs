//! Abbreviations: found in text when all else is read.

use handbill_text::Span;

use crate::markup::elements::Content;
use crate::markup::word::is_word;
use crate::parser::Parser;
use crate::tree::{Data, NONE, Str};

/// A defined abbreviation.
struct Short {
    text: String,
    title: Str,
    /// The node that carries its attribute list.
    node: u32,
}

/// Text nodes that follow each other: an abbreviation may be spread over them by escapes.
struct Joined {
    text: String,
    /// Each text with its place in the joined one.
    parts: Vec<(usize, Str, Span)>,
}

impl Parser {
    /// Finds the defined abbreviations in all text but that of raw HTML.
    pub(super) fn abbreviate(&mut self) {
        if self.abbreviations.is_empty() {
            return;
        }
        let shorts: Vec<Short> = std::mem::take(&mut self.abbreviations)
            .into_iter()
            .map(|(text, (title, node))| Short { text, title, node })
            .collect();
        for node in 0..self.tree.nodes.len() as u32 {
            let is_text = |node: u32| matches!(self.tree.data_of(node), Some(Data::Text(_)));
            // Those after another text are read with it.
            if !is_text(node) || is_text(self.tree.previous(node)) {
                continue;
            }
            let parent = self.tree.record(node).parent;
            let raw = match self.tree.data_of(parent) {
                Some(Data::Html(element)) => element.content == Content::Raw,
                Some(_) => false,
                None => true,
            };
            if !raw {
                self.abbreviate_text(node, &shorts);
            }
        }
    }

    fn abbreviate_text(&mut self, node: u32, shorts: &[Short]) {
        let joined = self.join(node);
        let found = find_all(&joined.text, shorts);
        if found.is_empty() {
            return;
        }
        for _ in 1..joined.parts.len() {
            let next = self.tree.next(node);
            self.tree.unlink(next);
        }
        let whole = if joined.parts.len() == 1 { joined.parts[0].1 } else { self.intern(&joined.text) };
        let part = |start: usize, end: usize| Str {
            text: whole.text,
            start: whole.start + start as u32,
            end: whole.start + end as u32,
        };
        let mut plain = 0;
        for (start, index) in found {
            let short = &shorts[index];
            let end = start + short.text.len();
            if plain < start {
                let span = self.span_in(&joined, plain, start);
                self.tree.add_before(node, Data::Text(part(plain, start)), span);
            }
            let data = Data::Abbreviation { text: part(start, end), title: short.title };
            let span = self.span_in(&joined, start, end);
            let abbreviation = self.tree.add_before(node, data, span);
            if let Some(list) = self.lists.get(&short.node).cloned() {
                self.apply_list(abbreviation, &list, 0);
            }
            if short.title.start < short.title.end {
                let name = self.intern("title");
                self.set_attribute(abbreviation, name, short.title, "title");
            }
            plain = end;
        }
        if plain == joined.text.len() {
            self.tree.unlink(node);
        } else {
            let span = self.span_in(&joined, plain, joined.text.len());
            let record = self.tree.record_mut(node);
            record.data = Data::Text(part(plain, joined.text.len()));
            record.span = span;
        }
    }

    /// The text of `node` and of the texts right after it.
    fn join(&self, node: u32) -> Joined {
        let mut joined = Joined { text: String::new(), parts: Vec::new() };
        let mut next = node;
        while next != NONE
            && let Some(Data::Text(text)) = self.tree.data_of(next)
        {
            joined.parts.push((joined.text.len(), text, self.tree.record(next).span));
            joined.text.push_str(self.str(text));
            next = self.tree.next(next);
        }
        joined
    }

    /// The place of a range of the joined text.
    fn span_in(&self, joined: &Joined, start: usize, end: usize) -> Span {
        let part_of = |at: usize| joined.parts[joined.parts.partition_point(|(from, ..)| *from <= at) - 1];
        let place = |at: usize| {
            let (from, str, span) = part_of(at);
            let origin = str.start as usize + (at - from);
            if str.text == 1 { span } else { self.texts[str.text as usize].span(origin..origin + 1) }
        };
        Span::new(place(start).start()..place(end - 1).end())
    }
}

/// The places of abbreviations in a text, and which they are.
fn find_all(text: &str, shorts: &[Short]) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let mut at = 0;
    let mut in_word = false;
    while let Some(c) = text[at..].chars().next() {
        let here = if in_word { None } else { find(&text[at..], shorts) };
        let end = match here {
            Some(index) => {
                found.push((at, index));
                at + shorts[index].text.len()
            }
            None => at + c.len_utf8(),
        };
        at = end;
        in_word = here.is_none() && c.is_ascii() && is_word(c);
    }
    found
}

/// The longest abbreviation that `text` starts with, if after it, or a shorter one, no word goes on.
///
/// `shorts` are sorted: those that share a beginning with the text are narrowed down byte by byte.
fn find(text: &str, shorts: &[Short]) -> Option<usize> {
    let (mut low, mut high) = (0, shorts.len());
    let mut longest = None;
    let mut ends_word = false;
    for (length, byte) in text.bytes().enumerate() {
        let at = |short: &Short| short.text.as_bytes().get(length).copied();
        low += shorts[low..high].partition_point(|short| at(short) < Some(byte));
        high = low + shorts[low..high].partition_point(|short| at(short) == Some(byte));
        if low == high {
            break;
        }
        if shorts[low].text.len() == length + 1 {
            longest = Some(low);
            ends_word |= !text[length + 1..].chars().next().is_some_and(|c| c.is_ascii() && is_word(c));
        }
    }
    longest.filter(|_| ends_word)
}
