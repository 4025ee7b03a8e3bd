//! How a node is stored.

use handbill_text::Span;

use crate::markup::elements::Content;
use crate::{Alignment, DefinitionId};

/// No node.
pub(crate) const NONE: u32 = u32::MAX;

/// A range of one of the document's texts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Str {
    pub(crate) text: u32,
    pub(crate) start: u32,
    pub(crate) end: u32,
}

#[derive(Clone, Copy, Debug)]
pub(crate) struct Attribute {
    pub(crate) name: Str,
    pub(crate) value: Str,
    /// Index of the node's next attribute, or [`NONE`].
    pub(crate) next: u32,
}

#[derive(Clone, Copy, Debug)]
pub(crate) struct Record {
    pub(crate) data: Data,
    pub(crate) span: Span,
    pub(crate) parent: u32,
    pub(crate) first: u32,
    pub(crate) last: u32,
    pub(crate) previous: u32,
    pub(crate) next: u32,
    /// Index of the first attribute, or [`NONE`].
    pub(crate) attributes: u32,
}

/// [`Kind`](crate::Kind) with ranges instead of texts.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Data {
    Root,
    Blank {
        /// Whether it is a single line end.
        single: bool,
    },
    Boundary(Boundary),
    /// Text between blocks.
    Fragment,
    Paragraph {
        tight: bool,
    },
    Heading {
        level: u8,
        raw: Str,
    },
    Blockquote,
    CodeBlock {
        language: Option<Str>,
        code: Str,
    },
    List {
        ordered: bool,
    },
    ListItem {
        task: Option<bool>,
    },
    DefinitionList,
    DefinitionTerm,
    DefinitionDescription,
    Table,
    TableHead,
    TableBody,
    TableFoot,
    TableRow,
    TableCell {
        header: bool,
        alignment: Alignment,
    },
    HorizontalRule,
    MathBlock {
        math: Str,
    },
    Html(ElementData),
    Comment {
        block: bool,
        /// Whether it is an extension, `text` being its inside; else `text` is the whole.
        extension: bool,
        inside: Span,
        text: Str,
    },
    ProcessingInstruction {
        block: bool,
        text: Str,
    },
    Raw {
        block: bool,
        /// Whether it is written into HTML.
        html: bool,
        text: Str,
    },
    Text(Str),
    Emphasis,
    Strong,
    Strikethrough,
    CodeSpan {
        code: Str,
    },
    MathSpan {
        math: Str,
    },
    Link {
        /// Index of where it leads to.
        target: u32,
    },
    Autolink {
        url: Str,
    },
    Image {
        /// Index of where it comes from.
        target: u32,
        alt: Str,
        /// Whether it makes a figure of a paragraph that holds nothing else.
        standalone: bool,
    },
    LineBreak {
        /// Whether a backslash at the line's end makes it.
        github: bool,
    },
    Entity {
        character: char,
        written: Str,
    },
    SmartQuote {
        character: char,
    },
    Typographic {
        text: Str,
        written: Str,
    },
    FootnoteReference {
        label: Str,
    },
    Footnote {
        label: Str,
    },
    Abbreviation {
        text: Str,
        title: Str,
    },
}

#[derive(Clone, Copy, Debug)]
pub(crate) struct ElementData {
    pub(crate) name: Str,
    pub(crate) block: bool,
    /// How its content is read.
    pub(crate) content: Content,
    /// Whether it has no end tag by its nature, or was closed by `/>`.
    pub(crate) closed: bool,
    pub(crate) start_tag: Span,
    pub(crate) end_tag: Option<Span>,
}

#[derive(Clone, Copy, Debug)]
pub(crate) struct TargetData {
    pub(crate) url: Str,
    pub(crate) url_span: Span,
    pub(crate) title: Option<Str>,
    pub(crate) definition: Option<DefinitionId>,
}

/// What a line that ends a block is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Boundary {
    /// `^`.
    Marker,
    /// A definition of a link or an abbreviation.
    Definition,
    /// An attribute list, or the definition of one.
    AttributeList,
    /// `{::options}`.
    Extension,
}
