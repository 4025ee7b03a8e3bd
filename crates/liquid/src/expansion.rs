//! What a template says.

use crate::expand::Expander;
use crate::template::Read;
use crate::{Context, Problem, Template};
use handbill_text::{SourceMap, Span};

/// What a template says, and where each byte of it comes from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Expansion {
    /// The expanded text.
    pub text: String,
    /// Where its bytes come from: literal text is written, what tags and outputs bring is made at their place.
    pub map: SourceMap,
    /// What cannot be known without more of the site, in the order of the text; each once a place.
    pub unresolved: Vec<Unresolved>,
    /// What Jekyll would stop at, and limits that were reached, in the order of the text; each once a place.
    pub problems: Vec<Problem>,
}

/// Something that the template asks for and nobody here can tell. It is empty in the text.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub struct Unresolved {
    /// The tag or output that asks for it, in the source; for one inside an include, the tag that brings the include.
    pub span: Span,
    /// What it is.
    pub kind: UnresolvedKind,
    /// Its name as asked for: a file, `site.data.talks`, a tag's or a filter's name.
    pub name: String,
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

/// Expands the Liquid of `text`. Never fails: see [`Expansion::problems`].
///
/// ```
/// use handbill_liquid::{Context, NoIncludes, Object, expand};
/// use handbill_text::Span;
///
/// let nothing = Object::default();
/// let expansion = expand("{% include map.html %}June 1", &Context::new(&nothing, &NoIncludes));
/// assert_eq!(expansion.text, "June 1");
/// assert_eq!(expansion.map.origin(Span::new(0..6)).span, Span::new(22..28));
/// assert_eq!(expansion.unresolved[0].name, "map.html");
/// ```
#[must_use]
pub fn expand(text: &str, context: &Context<'_>) -> Expansion {
    Expander::new(context).expand(text, &Read::new(text, false))
}

/// Expands a short text, such as the link of a breadcrumb, of whose places nobody asks.
///
/// ```
/// use handbill_liquid::{Context, NoIncludes, Object, expand_value};
///
/// let nothing = Object::default();
/// assert_eq!(expand_value("{{ site.root_url }}/event/", &Context::new(&nothing, &NoIncludes)), "/event/");
/// ```
#[must_use]
pub fn expand_value(text: &str, context: &Context<'_>) -> String {
    expand(text, context).text
}

impl Template {
    /// Expands the template. Never fails: see [`Expansion::problems`].
    #[must_use]
    pub fn expand(&self, context: &Context<'_>) -> Expansion {
        Expander::new(context).expand(self.text(), self.read())
    }
}
