//! Attributes: those of tags, and those that attribute lists add.

use std::borrow::Cow;
use std::ops::Range;
use std::rc::Rc;

use crate::block::Markdown;
use crate::markup::elements::Element;
use crate::markup::list::AttributeList;
use crate::markup::tag::StartTag;
use crate::parser::Parser;
use crate::tree::Str;

/// How deep definitions of attribute lists may name each other.
const MAX_REFERENCES: u32 = 16;

/// An element has no more attributes than these.
const MAX_ATTRIBUTES: usize = 100;

/// What attribute lists may add by names of definitions and by making classes longer: bytes for a document of this
/// length. Names of names grow fast; no text that a person writes comes near it.
pub(super) const fn expansion(length: usize) -> usize {
    (1 << 16) + 8 * length
}

impl Parser {
    /// The name of an element, in lower case where HTML knows it.
    pub(crate) fn element_name(&mut self, id: u32, text: &str, name: &Range<usize>, known: Option<&Element>) -> Str {
        match known {
            Some(element) if element.name != &text[name.clone()] => self.intern(element.name),
            _ => Str { text: id, start: name.start as u32, end: name.end as u32 },
        }
    }

    /// Gives the attributes of a tag to `node`, all but `markdown`, whose meaning is returned.
    pub(crate) fn tag_attributes(
        &mut self,
        node: u32,
        id: u32,
        text: &str,
        tag: &StartTag,
        known: bool,
        inline: bool,
    ) -> Option<Markdown> {
        let mut markdown = None;
        for attribute in tag.attributes(text) {
            let written = &text[attribute.name.clone()];
            let lower = if known && written.contains(|c: char| c.is_uppercase()) {
                Cow::Owned(written.to_lowercase())
            } else {
                Cow::Borrowed(written)
            };
            let value_text = &text[attribute.value.clone()];
            if lower == "markdown" {
                markdown = Markdown::of(value_text);
                continue;
            }
            let range = |range: &Range<usize>| Str { text: id, start: range.start as u32, end: range.end as u32 };
            let name = if lower == written { range(&attribute.name) } else { self.intern(&lower) };
            let value = if inline && value_text.contains('\n') {
                let joined = one_line(value_text);
                self.intern(&joined)
            } else {
                range(&attribute.value)
            };
            self.set_attribute(node, name, value, &lower);
        }
        markdown
    }

    /// Sets an attribute; one of that name keeps its place and gets the new value.
    pub(crate) fn set_attribute(&mut self, node: u32, name: Str, value: Str, name_text: &str) {
        let existing = self.tree.attributes_of(node).find(|(_, attribute)| self.str(attribute.name) == name_text);
        match existing {
            Some((index, _)) => self.tree.replace_attribute(index, value),
            None if self.tree.attributes_of(node).count() < MAX_ATTRIBUTES => {
                self.tree.set_attribute(node, name, value);
            }
            None => {}
        }
    }

    pub(crate) fn set_class(&mut self, node: u32, class: &str) {
        let value = self.intern(class);
        let name = self.intern("class");
        self.set_attribute(node, name, value, "class");
    }

    pub(crate) fn set_language(&mut self, node: u32, language: &str) {
        let class = format!("language-{language}");
        self.set_class(node, &class);
    }

    /// Adds what an attribute list says to the attributes of `node`.
    pub(crate) fn apply_list(&mut self, node: u32, list: &AttributeList, depth: u32) {
        for reference in list.references.iter().filter(|_| depth < MAX_REFERENCES) {
            if self.expansion == 0 {
                break;
            }
            let Some(definition) = self.definitions_of_lists.get(reference).map(Rc::clone) else { continue };
            if self.may_expand(definition.size()) {
                self.apply_list(node, &definition, depth + 1);
            }
        }
        for (key, value) in &list.pairs {
            if key == "class" {
                self.add_class(node, value);
                continue;
            }
            let (name, value) = (self.intern(key), self.intern(value));
            self.set_attribute(node, name, value, key);
        }
    }

    /// Adds classes behind those that `node` has.
    fn add_class(&mut self, node: u32, classes: &str) {
        let old = self.tree.attributes_of(node).find(|(_, attribute)| self.str(attribute.name) == "class");
        match old {
            Some((index, old)) if self.may_expand((old.value.end - old.value.start) as usize) => {
                let joined = format!("{} {classes}", self.str(old.value));
                let value = self.intern(joined.trim_start());
                self.tree.replace_attribute(index, value);
            }
            Some(_) => {}
            None => self.set_class(node, classes),
        }
    }

    fn may_expand(&mut self, bytes: usize) -> bool {
        let left = self.expansion.checked_sub(bytes);
        self.expansion = left.unwrap_or(0);
        left.is_some()
    }
}

/// A value with each run of line ends as one blank.
fn one_line(value: &str) -> String {
    let mut result = String::with_capacity(value.len());
    for (index, part) in value.split('\n').enumerate() {
        if index > 0 && !(part.is_empty() && index > 1) && !result.ends_with('\n') {
            result.push('\n');
        }
        result.push_str(part);
    }
    result.replace('\n', " ")
}
