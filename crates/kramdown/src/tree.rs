//! The tree: nodes in one vector, texts as ranges.

mod build;
mod iter;
mod node;
mod record;

use std::collections::BTreeMap;

use handbill_text::Span;

pub(crate) use build::{AttributeChain, Tree};
pub use iter::{Children, Descendants};
pub use node::{Node, NodeId};
pub(crate) use record::{Attribute, Boundary, Data, ElementData, NONE, Record, Str, TargetData};

use crate::{Definition, Html, Options, UndefinedReference};

/// A text and the tree that kramdown sees in it.
///
/// ```
/// use handbill_kramdown::{Document, Kind, Options};
///
/// let document = Document::parse("## Dates\n\nJune *1-4*, 2020\n", &Options::default());
/// let heading = document.root().children().next().expect("the text is not empty");
/// assert_eq!(heading.kind(), Kind::Heading { level: 2 });
/// assert_eq!(heading.span().of(document.text()), "## Dates\n");
/// assert_eq!(document.to_html(), "<h2 id=\"dates\">Dates</h2>\n\n<p>June <em>1-4</em>, 2020</p>\n");
/// ```
#[derive(Clone, Debug)]
pub struct Document {
    /// The source with a final line end, then the texts of containers whose marks were removed.
    pub(crate) texts: Vec<String>,
    pub(crate) source_len: usize,
    /// The source as it was given, if its line ends were changed.
    pub(crate) source: Option<String>,
    pub(crate) nodes: Vec<Record>,
    pub(crate) attributes: Vec<Attribute>,
    pub(crate) targets: Vec<TargetData>,
    pub(crate) definitions: Vec<Definition>,
    pub(crate) undefined: Vec<UndefinedReference>,
    pub(crate) stray: Vec<Span>,
    /// The list in whose place the table of contents is written.
    pub(crate) toc: Option<u32>,
    /// The list in whose place the footnotes are written.
    pub(crate) footnotes_here: Option<u32>,
    /// The footnotes that are referred to, in the order of their first references.
    pub(crate) footnote_order: Vec<u32>,
    /// The place of each of them in that order, by node.
    pub(crate) footnote_numbers: Vec<(u32, usize)>,
    pub(crate) footnotes: BTreeMap<String, u32>,
    pub(crate) options: Options,
}

impl Document {
    /// Reads `text`. Never fails: what is no kramdown is text.
    #[must_use]
    pub fn parse(text: &str, options: &Options) -> Self {
        crate::parser::parse(text, options)
    }

    /// The text as it was given; every span is a range of it.
    #[must_use]
    pub fn text(&self) -> &str {
        self.source.as_deref().unwrap_or_else(|| &self.texts[0][..self.source_len])
    }

    /// The node that holds all others.
    #[must_use]
    pub fn root(&self) -> Node<'_> {
        self.node(NodeId(0))
    }

    /// The node with this id.
    ///
    /// # Panics
    /// If the id is of another document.
    #[must_use]
    pub fn node(&self, id: NodeId) -> Node<'_> {
        assert!((id.0 as usize) < self.nodes.len(), "{id:?} is of another document");
        Node { document: self, id }
    }

    /// Its HTML elements in the order in which they were read, which is faster than looking for them.
    ///
    /// ```
    /// use handbill_kramdown::{Document, Options};
    ///
    /// let document = Document::parse("<div><b>bold</b></div>\n\nA <br> break\n", &Options::default());
    /// let names: Vec<&str> = document.elements().map(|(_, html)| html.name).collect();
    /// assert_eq!(names, ["div", "b", "br"]);
    /// ```
    pub fn elements(&self) -> impl Iterator<Item = (Node<'_>, Html<'_>)> {
        (0..).zip(&self.nodes).filter_map(|(id, record)| match record.data {
            Data::Html(element) if record.parent != NONE => {
                let node = Node { document: self, id: NodeId(id) };
                Some((node, node.html(element)))
            }
            _ => None,
        })
    }

    /// The link reference definitions in source order, those that repeat a label too.
    #[must_use]
    pub fn definitions(&self) -> &[Definition] {
        &self.definitions
    }

    /// The references that have no definition and are therefore text, in source order.
    #[must_use]
    pub fn undefined_references(&self) -> &[UndefinedReference] {
        &self.undefined
    }

    /// The block attribute lists that belong to no block, in source order.
    #[must_use]
    pub fn stray_attribute_lists(&self) -> &[Span] {
        &self.stray
    }

    /// How it is read and written: as asked for, but for what its own `{::options}` change.
    #[must_use]
    pub fn options(&self) -> &Options {
        &self.options
    }

    /// The HTML that kramdown writes.
    #[must_use]
    pub fn to_html(&self) -> String {
        crate::write::html(self)
    }

    pub(crate) fn attributes_of(&self, node: u32) -> impl Iterator<Item = Attribute> {
        let next = self.nodes[node as usize].attributes;
        AttributeChain { attributes: &self.attributes, next }.map(|(_, attribute)| attribute)
    }

    pub(crate) fn str(&self, str: Str) -> &str {
        self.texts.get(str.text as usize).and_then(|text| text.get(str.start as usize..str.end as usize)).unwrap_or("")
    }
}
