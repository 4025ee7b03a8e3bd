//! What is known while a document is read.

mod abbreviations;
mod attributes;
mod finish;
mod ids;
mod raw;

use std::collections::BTreeMap;
use std::rc::Rc;

use handbill_text::Span;

use crate::block::Input;
use crate::definition::Definition;
use crate::inline::Allowance;
use crate::markup::entities;
use crate::markup::list::AttributeList;
use crate::options::Options;
use crate::source::Source;
use crate::tree::{Document, NONE, Str, Tree};
use crate::{DefinitionId, UndefinedReference};

pub(crate) use raw::Raw;

/// What is known while a document is read.
pub(crate) struct Parser {
    pub(crate) options: Options,
    pub(crate) tree: Tree,
    /// The document, an empty one in the pool's place, then the texts of containers.
    pub(crate) texts: Vec<Rc<Source>>,
    /// Made texts; the second of the document's texts.
    pub(crate) pool: Source,
    /// Texts of lines, to be read when all definitions are known.
    pub(crate) raws: Vec<Raw>,
    /// Attribute lists by node.
    pub(crate) lists: BTreeMap<u32, AttributeList>,
    pub(crate) definitions_of_lists: BTreeMap<String, Rc<AttributeList>>,
    /// How many more bytes attribute lists may add beyond what is written.
    expansion: usize,
    /// The attribute list that belongs to the next block.
    pub(crate) pending: Option<(AttributeList, Span)>,
    pub(crate) stray: Vec<Span>,
    pub(crate) depth: u32,
    /// What may still be read in vain.
    pub(crate) allowance: Allowance,
    pub(crate) definitions: Vec<Definition>,
    /// The definition that counts for a label, and the node that carries its attribute list.
    pub(crate) links: BTreeMap<String, (DefinitionId, u32)>,
    pub(crate) longest_label: usize,
    pub(crate) undefined: Vec<UndefinedReference>,
    pub(crate) footnotes: BTreeMap<String, u32>,
    pub(crate) abbreviations: BTreeMap<String, (Str, u32)>,
    /// Whether raw texts that are added stand in a footnote.
    footnote: Option<u32>,
    /// The curly quotes: single ones, double ones, the opening one first.
    pub(crate) quotes: [char; 4],
}

/// Reads a document.
pub(crate) fn parse(text: &str, options: &Options) -> Document {
    let source = Rc::new(Source::document(text));
    let mut parser = Parser {
        options: options.clone(),
        tree: Tree::new(Span::new(0..text.len()), text.len()),
        texts: vec![Rc::clone(&source), Rc::default()],
        pool: Source::default(),
        quotes: quotes(options),
        raws: Vec::new(),
        lists: BTreeMap::new(),
        definitions_of_lists: BTreeMap::new(),
        expansion: attributes::expansion(text.len()),
        pending: None,
        stray: Vec::new(),
        depth: 0,
        allowance: Allowance::of_document(text.len()),
        definitions: Vec::new(),
        links: BTreeMap::new(),
        longest_label: 0,
        undefined: Vec::new(),
        footnotes: BTreeMap::new(),
        abbreviations: BTreeMap::new(),
        footnote: None,
    };
    parser.predefine();
    let lines = crate::block::Lines::default();
    let input = Input { source: &source, id: 0, end: source.text.len(), lines: &lines };
    parser.blocks(&input, 0, 0, None);
    drop(source);
    parser.finish(text)
}

impl Parser {
    pub(crate) fn add_source(&mut self, source: Rc<Source>) -> u32 {
        self.texts.push(source);
        (self.texts.len() - 1) as u32
    }

    /// Keeps a text that stands nowhere in the document.
    pub(crate) fn intern(&mut self, text: &str) -> Str {
        let pool = &mut self.pool.text;
        let start = pool.len() as u32;
        pool.push_str(text);
        Str { text: 1, start, end: pool.len() as u32 }
    }

    pub(crate) fn str(&self, str: Str) -> &str {
        let source = if str.text == 1 { &self.pool } else { &*self.texts[str.text as usize] };
        &source.text[str.start as usize..str.end as usize]
    }

    fn predefine(&mut self) {
        for (label, url, title) in self.options.link_defs.clone() {
            let id = crate::definition::normalize(&label);
            let nowhere = Span::at(0);
            let definition =
                Definition { label, id, url, title, span: nowhere, label_span: nowhere, url_span: nowhere, used: 0 };
            self.define_link(definition, NONE);
        }
    }

    pub(crate) fn define_link(&mut self, definition: Definition, node: u32) {
        self.longest_label = self.longest_label.max(definition.id.len());
        self.links.insert(definition.id.clone(), (DefinitionId(self.definitions.len()), node));
        self.definitions.push(definition);
    }

    pub(crate) fn define_abbreviation(&mut self, short: String, title: Str, node: u32) {
        self.abbreviations.insert(short, (title, node));
    }

    /// Reads a footnote's content; from then on it counts for its name.
    pub(crate) fn define_footnote(&mut self, name: &str, footnote: u32, read: impl FnOnce(&mut Self)) {
        let outer = self.footnote.replace(footnote);
        read(self);
        self.footnote = outer;
        self.footnotes.insert(name.to_owned(), footnote);
    }
}

/// The curly quotes that the options name.
pub(crate) fn quotes(options: &Options) -> [char; 4] {
    let mut quotes = ['‘', '’', '“', '”'];
    for (quote, name) in quotes.iter_mut().zip(&options.smart_quotes) {
        let mut chars = name.chars();
        *quote = match (entities::named(name), chars.next(), chars.next()) {
            (Some(character), ..) | (None, Some(character), None) => character,
            _ => *quote,
        };
    }
    quotes
}
