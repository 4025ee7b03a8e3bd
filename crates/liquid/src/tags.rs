//! The tags and outputs of a text, without expanding it.

use handbill_text::Span;

/// A tag or an output as it stands in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Tag {
    /// Output or tag.
    pub kind: TagKind,
    /// The tag's name (`include`, `endif`), or the output's expression before its filters (`page.title`).
    pub name: String,
    /// All of it, braces included.
    pub span: Span,
    /// What stands between the braces, without white space around it and without a tag's name.
    pub markup: Span,
    /// The variable paths that it reads, such as `site.data.talks`, up to the first part that is computed.
    pub reads: Vec<String>,
}

/// `{{ output }}` or `{% tag %}`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TagKind {
    /// `{{ output }}`.
    Output,
    /// `{% tag %}`.
    Tag,
}

/// Every tag and output of `text` in order; not those inside `raw`.
#[must_use]
pub fn tags(text: &str) -> Vec<Tag> {
    let _ = text;
    Vec::new()
}
