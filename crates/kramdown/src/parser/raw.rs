//! Texts of lines, kept until all definitions are known.

use std::rc::Rc;

use crate::block::Input;
use crate::markup::elements::Content;
use crate::parser::Parser;
use crate::source::Source;
use crate::tree::{Data, ElementData, Str};

/// The text of a node whose children are to be read from it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Raw {
    pub(crate) node: u32,
    pub(crate) text: Str,
    /// The footnote that it stands in, which is read after all else.
    pub(crate) footnote: Option<u32>,
}

impl Parser {
    pub(crate) fn add_raw_text(&mut self, node: u32, input: &Input<'_>, start: usize, end: usize) {
        self.push_raw_text(node, input.id, start, end);
    }

    pub(crate) fn push_raw_text(&mut self, node: u32, text: u32, start: usize, end: usize) {
        let text = Str { text, start: start as u32, end: end as u32 };
        self.raws.push(Raw { node, text, footnote: self.footnote });
    }

    /// Gives `node` a text that was made of pieces.
    pub(crate) fn add_made_raw_text(&mut self, node: u32, source: Source) {
        let end = source.text.len();
        let id = self.add_source(Rc::new(source));
        self.push_raw_text(node, id, 0, end);
    }

    /// Adds the lines from `at` to `end` to the paragraph before them.
    ///
    /// The white space at the end of the line before counts for a line break only.
    pub(crate) fn continue_raw_text(&mut self, node: u32, input: &Input<'_>, at: usize, end: usize) -> bool {
        let Some(index) = self.raw_of(node) else { return false };
        let raw = self.raws[index].text;
        let hard = at >= 3 && &input.text().as_bytes()[at - 3..at] == b"  \n";
        let joiner = if hard { "  \n" } else { "\n" };
        if raw.text == input.id && &input.text()[raw.end as usize..at] == joiner {
            self.raws[index].text.end = end as u32;
            return true;
        }
        if raw.text != input.id
            && let Some(made) = Rc::get_mut(&mut self.texts[raw.text as usize])
        {
            made.push_made(joiner, input.source.origin(at - 1));
            made.push_range(input.source, at..end);
            self.raws[index].text.end = made.text.len() as u32;
            return true;
        }
        let mut source = Source::default();
        source.push_range(&self.texts[raw.text as usize], raw.start as usize..raw.end as usize);
        source.push_made(joiner, input.source.origin(at - 1));
        source.push_range(input.source, at..end);
        let length = source.text.len() as u32;
        let id = self.add_source(Rc::new(source));
        self.raws[index].text = Str { text: id, start: 0, end: length };
        true
    }

    /// Adds what stands from `at` to `end` to the text right before it.
    pub(crate) fn extend_raw_text(&mut self, node: u32, input: &Input<'_>, at: usize, end: usize) -> bool {
        let Some(index) = self.raw_of(node) else { return false };
        let raw = &mut self.raws[index].text;
        let fits = raw.text == input.id && raw.end as usize == at;
        if fits {
            raw.end = end as u32;
        }
        fits
    }

    /// Lets the text of `node` end in a line end, because another block follows in the same item.
    pub(crate) fn end_raw_text_with_line(&mut self, node: u32) {
        let Some(index) = self.raw_of(node) else { return };
        let raw = self.raws[index].text;
        let text = Rc::clone(&self.texts[raw.text as usize]);
        if text.text.as_bytes().get(raw.end as usize) == Some(&b'\n') {
            self.raws[index].text.end += 1;
            return;
        }
        let mut source = Source::default();
        source.push_range(&text, raw.start as usize..raw.end as usize);
        source.push_made("\n", text.span(raw.start as usize..raw.end as usize).end());
        let end = source.text.len() as u32;
        let id = self.add_source(Rc::new(source));
        self.raws[index].text = Str { text: id, start: 0, end };
    }

    /// Takes the text of a paragraph that is none.
    pub(crate) fn take_raw_text(&mut self, node: u32) -> Option<Str> {
        let index = self.raw_of(node)?;
        let text = self.raws[index].text;
        self.raws[index].text.end = text.start;
        Some(text)
    }

    /// Takes `[ ]` or `[x]` from the start of a paragraph and puts a box there. Gives whether it is ticked.
    pub(crate) fn take_task_box(&mut self, node: u32) -> Option<bool> {
        let index = self.raw_of(node)?;
        let raw = self.raws[index].text;
        let source = Rc::clone(&self.texts[raw.text as usize]);
        let bytes = &source.text.as_bytes()[..raw.end as usize];
        let start = crate::markup::tag::skip_space(bytes, raw.start as usize);
        let done = match bytes.get(start..start + 3)? {
            b"[ ]" => false,
            b"[x]" | b"[X]" => true,
            _ => return None,
        };
        let end = crate::markup::tag::skip_space(bytes, start + 3);
        if end == start + 3 {
            return None;
        }
        let span = source.span(start..start + 3);
        self.raws[index].text.start = end as u32;
        let name = self.intern("input");
        let element =
            ElementData { name, block: false, content: Content::Span, closed: true, start_tag: span, end_tag: None };
        let input = self.tree.add(node, Data::Html(element), span);
        let mut set = |name: &str, value: &str| {
            let (name, value) = (self.intern(name), self.intern(value));
            self.tree.set_attribute(input, name, value);
        };
        set("type", "checkbox");
        set("class", "task-list-item-checkbox");
        set("disabled", "disabled");
        if done {
            set("checked", "checked");
        }
        Some(done)
    }

    /// Raw texts are in the order of their nodes.
    fn raw_of(&self, node: u32) -> Option<usize> {
        self.raws.binary_search_by_key(&node, |raw| raw.node).ok()
    }
}
