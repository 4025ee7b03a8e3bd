//! What a node of the tree is.

use handbill_text::Span;

use crate::DefinitionId;

/// What a [`Node`](crate::Node) is. Texts are borrowed from the document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind<'a> {
    /// The whole document.
    Root,
    /// One or more blank lines.
    Blank,
    /// A line that ends a block and is not written: `^`, an attribute list, a definition.
    Boundary,
    /// A paragraph. A tight one, the first of a tight list item, is written without its `<p>`; so is a line that belongs
    /// to no block, such as one indented by a blank and a tab.
    Paragraph {
        /// Whether it is written without its `<p>`.
        tight: bool,
    },
    /// A heading.
    Heading {
        /// Its level, `1..=6`, before [`header_offset`](crate::Options::header_offset).
        level: u8,
    },
    /// A quotation (`>`).
    Blockquote,
    /// An indented or fenced block of code.
    CodeBlock {
        /// The first word after the fence, without what follows a `?`.
        language: Option<&'a str>,
        /// The code, its indentation or fence removed.
        code: &'a str,
    },
    /// A list.
    List {
        /// Whether it is numbered.
        ordered: bool,
    },
    /// An item of a list.
    ListItem {
        /// For an item of a task list, whether its box is ticked.
        task: Option<bool>,
    },
    /// A list of terms and their descriptions.
    DefinitionList,
    /// A term of a definition list.
    DefinitionTerm,
    /// A description in a definition list.
    DefinitionDescription,
    /// A table written with pipes.
    Table,
    /// The head of a pipe table.
    TableHead,
    /// A body of a pipe table.
    TableBody,
    /// The foot of a pipe table.
    TableFoot,
    /// A row of a pipe table.
    TableRow,
    /// A cell of a pipe table.
    TableCell {
        /// Whether it stands in the head.
        header: bool,
        /// How its column is aligned.
        alignment: Alignment,
    },
    /// A horizontal rule.
    HorizontalRule,
    /// A block of mathematics, `$$ .. $$`.
    MathBlock {
        /// What stands between the dollars.
        math: &'a str,
    },
    /// An HTML element; its attributes are the node's.
    Html(Html<'a>),
    /// `<!-- -->`, or `{::comment}`.
    Comment {
        /// Whether it stands where a block stands.
        block: bool,
        /// The place of what stands between its marks.
        inside: Span,
    },
    /// `<? ?>`, or a document type declaration.
    ProcessingInstruction {
        /// Whether it stands where a block stands.
        block: bool,
    },
    /// `{::nomarkdown}`: written as it is.
    Raw {
        /// Whether it stands where a block stands.
        block: bool,
        /// What is written.
        text: &'a str,
    },
    /// Plain text.
    Text(&'a str),
    /// `*emphasis*`.
    Emphasis,
    /// `**strong**`.
    Strong,
    /// `~~struck out~~`.
    Strikethrough,
    /// `` `code` `` in a line.
    CodeSpan {
        /// The code without its backticks.
        code: &'a str,
    },
    /// `$$mathematics$$` in a line.
    MathSpan {
        /// What stands between the dollars.
        math: &'a str,
    },
    /// A link with its text as children.
    Link(Target<'a>),
    /// `<https://example.org>` or `<me@example.org>`; the URL has its `mailto:`.
    Autolink {
        /// Where it leads to.
        url: &'a str,
    },
    /// An image.
    Image {
        /// What it shows and how it is called.
        target: Target<'a>,
        /// The text that stands for it, marks and all.
        alt: &'a str,
    },
    /// A hard line break.
    LineBreak,
    /// An entity such as `&nbsp;`, and the character that it means.
    Entity(char),
    /// A straight quote, and the curly quote that it became.
    SmartQuote(char),
    /// `...`, `--`, `---`, `<<`, `>>`, and what they became.
    Typographic(&'a str),
    /// `[^label]` where such a footnote is defined.
    FootnoteReference {
        /// The footnote's name.
        label: &'a str,
    },
    /// A footnote's definition; where it stood nothing is written, its blocks are children of it.
    Footnote {
        /// The footnote's name.
        label: &'a str,
    },
    /// An abbreviation that was defined with `*[HTML]: ...`.
    Abbreviation {
        /// The short form.
        text: &'a str,
        /// What it is short for.
        title: &'a str,
    },
}

/// An HTML element.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Html<'a> {
    /// The name, in lower case where HTML knows it, else as written.
    pub name: &'a str,
    /// Whether it stands where a block stands.
    pub block: bool,
    /// Whether its content was not read as kramdown: its text is written as it stands.
    pub raw: bool,
    /// The place of its start tag.
    pub start_tag: Span,
    /// The place of its end tag; `None` for an element without one, or never closed.
    pub end_tag: Option<Span>,
}

/// Where a link leads to, or an image comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Target<'a> {
    /// The URL as written in the HTML, before escaping.
    pub url: &'a str,
    /// The place of the URL, or of the label that names its definition.
    pub url_span: Span,
    /// The title.
    pub title: Option<&'a str>,
    /// The definition that it was taken from, for `[text][label]` and its short forms.
    pub definition: Option<DefinitionId>,
}

/// How a column of a table is aligned.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Alignment {
    /// As the browser does.
    #[default]
    Default,
    /// To the left.
    Left,
    /// Centred.
    Center,
    /// To the right.
    Right,
}
