//! The tags and outputs of a text, without expanding it.

use crate::Template;
use handbill_text::Span;

/// A tag or an output as it stands in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Tag {
    /// Output or tag.
    pub kind: TagKind,
    /// The tag's name (`include`, `endif`), or the path that an output prints (`page.title`), empty for a literal.
    pub name: String,
    /// All of it, braces included.
    pub span: Span,
    /// What stands between the braces, without white space around it and without a tag's name.
    pub markup: Span,
    /// The variable paths that it reads, such as `site.data.talks`, each up to its first computed part.
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

/// Every tag and output of `text` in order; not those inside `raw` and `comment`, whose own tags are there.
///
/// ```
/// use handbill_liquid::{TagKind, tags};
///
/// let found = tags("{% if page.map %}{{ site.data.maps[page.map].url | absolute_url }}{% endif %}");
/// assert_eq!(found[0].reads, ["page.map"]);
/// assert_eq!((found[1].kind, found[1].name.as_str()), (TagKind::Output, "site.data.maps"));
/// assert_eq!(found[1].reads, ["site.data.maps", "page.map"]);
/// assert_eq!(found[2].name, "endif");
/// ```
#[must_use]
pub fn tags(text: &str) -> Vec<Tag> {
    Template::parse(text).tags().to_vec()
}
