//! A template, read.

use crate::Problem;
use crate::chunk::chunks;
use crate::parse::Parser;
use crate::tags::Tag;
use crate::tree::Block;
use handbill_text::Span;

/// A template, read once and expanded as often as one likes.
///
/// ```
/// use handbill_liquid::Template;
///
/// let template = Template::parse("{% if page.title %}{{ page.title }}");
/// assert_eq!(template.problems()[0].message, "`if` is never closed");
/// ```
#[derive(Clone, Debug)]
pub struct Template {
    text: String,
    read: Read,
}

/// What a text says as a template.
#[derive(Clone, Debug)]
pub(crate) struct Read {
    pub(crate) body: Block,
    /// Empty where nobody asks for them.
    tags: Vec<Tag>,
    /// Tags that nobody here knows.
    pub(crate) unknown: Vec<(String, Span)>,
    pub(crate) problems: Vec<Problem>,
}

impl Read {
    /// Reads `text`; `noting` says whether its tags are asked for.
    pub(crate) fn new(text: &str, noting: bool) -> Self {
        // Most pages of most sites hold no Liquid at all.
        if !text.contains("{{") && !text.contains("{%") {
            return Self { body: Block::text(text), tags: Vec::new(), unknown: Vec::new(), problems: Vec::new() };
        }
        let mut problems = Vec::new();
        let chunks = chunks(text, &mut problems);
        let mut parser = Parser::new(text, &chunks, &mut problems, noting);
        let body = parser.document();
        let (tags, unknown) = (parser.tags, parser.unknown);
        problems.sort_by_key(|problem| problem.span);
        Self { body, tags, unknown, problems }
    }
}

impl Template {
    /// Reads `text`. Never fails: what Jekyll would stop at is among the [`Template::problems`]; a tag or output that is
    /// not closed stays as text, one that cannot be understood is empty.
    #[must_use]
    pub fn parse(text: &str) -> Self {
        Self { text: text.to_owned(), read: Read::new(text, true) }
    }

    /// The text that it was read from.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// What is wrong with the template itself, in the order of the text.
    #[must_use]
    pub fn problems(&self) -> &[Problem] {
        &self.read.problems
    }

    /// Every tag and output in the order of the text; not those inside `raw` and `comment`.
    #[must_use]
    pub fn tags(&self) -> &[Tag] {
        &self.read.tags
    }

    pub(crate) const fn read(&self) -> &Read {
        &self.read
    }
}
