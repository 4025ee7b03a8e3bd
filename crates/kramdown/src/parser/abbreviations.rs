//! Abbreviations: found in text when all else is read.

use std::rc::Rc;

use crate::markup::elements::Content;
use crate::markup::word::is_word;
use crate::parser::Parser;
use crate::tree::{Data, NONE, Str};

/// The abbreviations by their first bytes, the longest first.
struct Short {
    text: String,
    title: Str,
    node: u32,
}

impl Parser {
    /// Finds the defined abbreviations in all text but that of raw HTML.
    pub(super) fn abbreviate(&mut self) {
        if self.abbreviations.is_empty() {
            return;
        }
        let mut shorts: Vec<Short> = std::mem::take(&mut self.abbreviations)
            .into_iter()
            .map(|(text, (title, node))| Short { text, title, node })
            .collect();
        shorts.sort_by_key(|short| std::cmp::Reverse(short.text.chars().count()));
        let mut by_byte: Vec<Vec<usize>> = vec![Vec::new(); 256];
        for (index, short) in shorts.iter().enumerate() {
            by_byte[usize::from(short.text.as_bytes()[0])].push(index);
        }
        for node in 0..self.tree.nodes.len() as u32 {
            let Some(Data::Text(text)) = self.tree.data_of(node) else { continue };
            let parent = self.tree.record(node).parent;
            if parent == NONE {
                continue;
            }
            if let Some(Data::Html(element)) = self.tree.data_of(parent)
                && element.content == Content::Raw
            {
                continue;
            }
            let text = self.merge_texts(node, text);
            self.abbreviate_text(node, text, &shorts, &by_byte);
        }
    }

    /// Makes one text of those that follow `node`: an abbreviation may be spread over them by escapes.
    fn merge_texts(&mut self, node: u32, text: Str) -> Str {
        let mut next = self.tree.next(node);
        if !matches!(self.tree.data_of(next), Some(Data::Text(_))) {
            return text;
        }
        let mut merged = self.str(text).to_owned();
        while let Some(Data::Text(part)) = self.tree.data_of(next) {
            merged.push_str(self.str(part));
            let span = self.tree.record(next).span;
            let record = self.tree.record_mut(node);
            record.span = record.span.cover(span);
            self.tree.unlink(next);
            next = self.tree.next(node);
        }
        let text = self.intern(&merged);
        self.tree.record_mut(node).data = Data::Text(text);
        text
    }

    fn abbreviate_text(&mut self, node: u32, str: Str, shorts: &[Short], by_byte: &[Vec<usize>]) {
        let text = self.str(str).to_owned();
        let source = Rc::clone(&self.texts[str.text as usize]);
        let written = str.text != 1;
        let base = str.start as usize;
        let part =
            |start: usize, end: usize| Str { text: str.text, start: (base + start) as u32, end: (base + end) as u32 };
        let whole = self.tree.record(node).span;
        let span = |start: usize, end: usize| if written { source.span(base + start..base + end) } else { whole };
        let bytes = text.as_bytes();
        let mut plain = 0;
        let mut at = 0;
        let mut found_any = false;
        while at < bytes.len() {
            let found =
                if starts_word(&text, at) { find(&text[at..], shorts, &by_byte[usize::from(bytes[at])]) } else { None };
            let Some(index) = found else {
                at += text[at..].chars().next().map_or(1, char::len_utf8);
                continue;
            };
            let short = &shorts[index];
            let end = at + short.text.len();
            if plain < at {
                self.tree.add_before(node, Data::Text(part(plain, at)), span(plain, at));
            }
            let data = Data::Abbreviation { text: part(at, end), title: short.title };
            let abbreviation = self.tree.add_before(node, data, span(at, end));
            if let Some(list) = self.lists.get(&short.node).cloned() {
                self.apply_list(abbreviation, &list, 0);
            }
            if short.title.start < short.title.end {
                let name = self.intern("title");
                self.set_attribute(abbreviation, name, short.title, "title");
            }
            at = end;
            plain = end;
            found_any = true;
        }
        if found_any {
            if plain == text.len() {
                self.tree.unlink(node);
            } else {
                let record = self.tree.record_mut(node);
                record.data = Data::Text(part(plain, text.len()));
                record.span = span(plain, text.len());
            }
        }
    }
}

/// Whether no word character stands before `at`.
fn starts_word(text: &str, at: usize) -> bool {
    !text[..at].chars().next_back().is_some_and(|c| c.is_ascii_alphanumeric() || c == '_')
}

/// The longest abbreviation that `text` starts with, if no word goes on after it.
fn find(text: &str, shorts: &[Short], candidates: &[usize]) -> Option<usize> {
    candidates.iter().copied().find(|index| {
        text.strip_prefix(shorts[*index].text.as_str())
            .is_some_and(|rest| !rest.chars().next().is_some_and(|c| c.is_ascii() && is_word(c)))
    })
}
