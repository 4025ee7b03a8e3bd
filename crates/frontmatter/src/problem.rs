//! What is wrong with a front matter.

use handbill_text::Span;

/// Something wrong with a front matter, with the place to change and the way out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// What sort of thing it is.
    pub kind: Kind,
    /// The words to change, in the file's text.
    pub span: Span,
    /// What is wrong, in one clause, without a full stop.
    pub message: String,
    /// What to do about it.
    pub help: Option<String>,
    /// A second place that explains the first: the other key of a pair, the bracket that was opened.
    pub related: Option<Span>,
}

/// The sorts of [`Problem`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// The front matter is opened and never closed: Jekyll publishes it as text.
    Unterminated,
    /// It cannot be read from here on; what stands before is kept.
    Syntax,
    /// A tab where YAML allows blanks only.
    Tab,
    /// A key stands twice in one mapping; the last one counts.
    DuplicateKey,
    /// The front matter is a list or a single value: Jekyll does not build such a page.
    NotAMapping,
    /// An alias without its anchor.
    UnknownAlias,
    /// A tag (`!ruby/object`, ...) that Jekyll refuses to read.
    Tag,
    /// A key or a value that Jekyll refuses, though it is correct YAML.
    Refused,
    /// Deeper nesting or larger aliases than is sensible; what is beyond the limit is left out.
    Limit,
    /// More than one document.
    SecondDocument,
}
