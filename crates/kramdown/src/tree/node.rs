//! A node as its readers see it.

use std::fmt;

use handbill_text::Span;

use super::{Children, Data, Descendants, Document, ElementData, NONE, Record, TargetData};
use crate::markup::elements::Content;
use crate::{Html, Kind, Target};

/// Names a node within its document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NodeId(pub(crate) u32);

/// A node of the tree: a block, or a part of a line.
#[derive(Clone, Copy)]
pub struct Node<'a> {
    pub(crate) document: &'a Document,
    pub(crate) id: NodeId,
}

impl<'a> Node<'a> {
    /// Its name within the document.
    #[must_use]
    pub fn id(self) -> NodeId {
        self.id
    }

    /// The document that it stands in.
    #[must_use]
    pub fn document(self) -> &'a Document {
        self.document
    }

    /// The place of its source, marks included.
    #[must_use]
    pub fn span(self) -> Span {
        self.record().span
    }

    /// The node that it stands in; `None` for the root.
    #[must_use]
    pub fn parent(self) -> Option<Node<'a>> {
        self.at(self.record().parent)
    }

    /// The node after it, in the same parent.
    #[must_use]
    pub fn next_sibling(self) -> Option<Node<'a>> {
        self.at(self.record().next)
    }

    /// The node before it, in the same parent.
    #[must_use]
    pub fn previous_sibling(self) -> Option<Node<'a>> {
        self.at(self.record().previous)
    }

    /// The nodes in it.
    #[must_use]
    pub fn children(self) -> Children<'a> {
        let record = self.record();
        Children { parent: self, front: record.first, back: record.last }
    }

    /// All nodes below it, each before its children.
    #[must_use]
    pub fn descendants(self) -> Descendants<'a> {
        Descendants { root: self, next: self.record().first }
    }

    /// The nodes around it, the nearest first.
    pub fn ancestors(self) -> impl Iterator<Item = Node<'a>> {
        std::iter::successors(self.parent(), |node| node.parent())
    }

    /// The value of an attribute, from its HTML tag or an attribute list. Names are compared as they are written.
    #[must_use]
    pub fn attribute(self, name: &str) -> Option<&'a str> {
        let document = self.document;
        let mut attributes = document.attributes_of(self.id.0);
        let found = attributes.find(|attribute| document.str(attribute.name) == name)?;
        Some(document.str(found.value))
    }

    /// Its attributes in the order in which they are written.
    pub fn attributes(self) -> impl Iterator<Item = (&'a str, &'a str)> {
        let document = self.document;
        let attributes = document.attributes_of(self.id.0);
        attributes.map(|attribute| (document.str(attribute.name), document.str(attribute.value)))
    }

    /// What it is.
    #[must_use]
    pub fn kind(self) -> Kind<'a> {
        let str = |range| self.document.str(range);
        match self.record().data {
            Data::Root => Kind::Root,
            Data::Blank { single: _ } => Kind::Blank,
            Data::Boundary(_) => Kind::Boundary,
            Data::Fragment => Kind::Paragraph { tight: true },
            Data::Paragraph { tight } => Kind::Paragraph { tight },
            Data::Heading { level, raw: _ } => Kind::Heading { level },
            Data::Blockquote => Kind::Blockquote,
            Data::CodeBlock { language, code } => Kind::CodeBlock { language: language.map(str), code: str(code) },
            Data::List { ordered } => Kind::List { ordered },
            Data::ListItem { task } => Kind::ListItem { task },
            Data::DefinitionList => Kind::DefinitionList,
            Data::DefinitionTerm => Kind::DefinitionTerm,
            Data::DefinitionDescription => Kind::DefinitionDescription,
            Data::Table => Kind::Table,
            Data::TableHead => Kind::TableHead,
            Data::TableBody => Kind::TableBody,
            Data::TableFoot => Kind::TableFoot,
            Data::TableRow => Kind::TableRow,
            Data::TableCell { header, alignment } => Kind::TableCell { header, alignment },
            Data::HorizontalRule => Kind::HorizontalRule,
            Data::MathBlock { math } => Kind::MathBlock { math: str(math) },
            Data::Html(element) => Kind::Html(self.html(element)),
            Data::Comment { block, inside, .. } => Kind::Comment { block, inside },
            Data::ProcessingInstruction { block, text: _ } => Kind::ProcessingInstruction { block },
            Data::Raw { block, text, html: _ } => Kind::Raw { block, text: str(text) },
            Data::Text(text) => Kind::Text(str(text)),
            Data::Emphasis => Kind::Emphasis,
            Data::Strong => Kind::Strong,
            Data::Strikethrough => Kind::Strikethrough,
            Data::CodeSpan { code } => Kind::CodeSpan { code: str(code) },
            Data::MathSpan { math } => Kind::MathSpan { math: str(math) },
            Data::Link { target } => Kind::Link(self.target(target)),
            Data::Autolink { url } => Kind::Autolink { url: str(url) },
            Data::Image { target, alt, .. } => Kind::Image { target: self.target(target), alt: str(alt) },
            Data::LineBreak { github: _ } => Kind::LineBreak,
            Data::Entity { character, written: _ } => Kind::Entity(character),
            Data::SmartQuote { character } => Kind::SmartQuote(character),
            Data::Typographic { text, written: _ } => Kind::Typographic(str(text)),
            Data::FootnoteReference { label } => Kind::FootnoteReference { label: str(label) },
            Data::Footnote { label } => Kind::Footnote { label: str(label) },
            Data::Abbreviation { text, title } => Kind::Abbreviation { text: str(text), title: str(title) },
        }
    }

    /// What it is, if it is an HTML element: as [`Node::kind`], for those who ask of many nodes and for nothing else.
    #[must_use]
    #[inline]
    pub fn element(self) -> Option<Html<'a>> {
        match self.record().data {
            Data::Html(element) => Some(self.html(element)),
            _ => None,
        }
    }

    /// The plain text of all that lies in it: marks and tags gone, entities as characters, `<br>` as a line end.
    ///
    /// Comments, scripts, style sheets, processing instructions and `{::nomarkdown}` have none; an image has its `alt`.
    #[must_use]
    pub fn text(self) -> String {
        let mut text = String::new();
        push_own_text(self, &mut text);
        let mut below = self.descendants();
        if is_silent(self) {
            return text;
        }
        while let Some(node) = below.next() {
            if is_silent(node) {
                below.skip_children(node);
            } else {
                push_own_text(node, &mut text);
            }
        }
        text
    }

    pub(super) fn record(self) -> &'a Record {
        &self.document.nodes[self.id.0 as usize]
    }

    fn at(self, index: u32) -> Option<Node<'a>> {
        (index != NONE).then_some(Node { document: self.document, id: NodeId(index) })
    }

    pub(super) fn html(self, element: ElementData) -> Html<'a> {
        let ElementData { name, block, content, closed: _, start_tag, end_tag } = element;
        Html { name: self.document.str(name), block, raw: content == Content::Raw, start_tag, end_tag }
    }

    fn target(self, target: u32) -> Target<'a> {
        let TargetData { url, url_span, title, definition } = self.document.targets[target as usize];
        let str = |range| self.document.str(range);
        Target { url: str(url), url_span, title: title.map(str), definition }
    }
}

fn is_silent(node: Node<'_>) -> bool {
    matches!(node.kind(), Kind::Html(html) if matches!(html.name, "script" | "style"))
        || matches!(node.kind(), Kind::Footnote { .. })
}

fn push_own_text(node: Node<'_>, text: &mut String) {
    match node.kind() {
        Kind::Text(part) | Kind::Typographic(part) | Kind::Abbreviation { text: part, .. } => text.push_str(part),
        Kind::CodeBlock { code, .. } | Kind::CodeSpan { code } => text.push_str(code),
        Kind::MathBlock { math } | Kind::MathSpan { math } => text.push_str(math),
        Kind::Image { alt, .. } => text.push_str(alt),
        Kind::Entity(character) | Kind::SmartQuote(character) => text.push(character),
        Kind::LineBreak => text.push('\n'),
        Kind::Html(html) if html.name == "br" => text.push('\n'),
        Kind::Blank
        | Kind::ListItem { .. }
        | Kind::TableRow
        | Kind::TableCell { .. }
        | Kind::DefinitionTerm
        | Kind::DefinitionDescription => {
            if !text.is_empty() && !text.ends_with('\n') {
                text.push('\n');
            }
        }
        Kind::Root
        | Kind::Boundary
        | Kind::Paragraph { .. }
        | Kind::Heading { .. }
        | Kind::Blockquote
        | Kind::List { .. }
        | Kind::DefinitionList
        | Kind::Table
        | Kind::TableHead
        | Kind::TableBody
        | Kind::TableFoot
        | Kind::HorizontalRule
        | Kind::Html(_)
        | Kind::Comment { .. }
        | Kind::ProcessingInstruction { .. }
        | Kind::Raw { .. }
        | Kind::Emphasis
        | Kind::Strong
        | Kind::Strikethrough
        | Kind::Link(_)
        | Kind::Autolink { .. }
        | Kind::FootnoteReference { .. }
        | Kind::Footnote { .. } => {}
    }
}

impl fmt::Debug for Node<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?} {} {:?}", self.id, self.span(), self.kind())
    }
}

impl PartialEq for Node<'_> {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self.document, other.document) && self.id == other.id
    }
}

impl Eq for Node<'_> {}
