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
    body: Block,
    tags: Vec<Tag>,
    /// Tags that nobody here knows.
    unknown: Vec<(String, Span)>,
    problems: Vec<Problem>,
}

impl Template {
    /// Reads `text`. Never fails: what Jekyll would stop at is among the [`Template::problems`]; a tag or output that is
    /// not closed stays as text, one that cannot be understood is empty.
    #[must_use]
    pub fn parse(text: &str) -> Self {
        // Most pages of most sites hold no Liquid at all.
        if !text.contains("{{") && !text.contains("{%") {
            return Self {
                text: text.to_owned(),
                body: Block::text(text),
                tags: Vec::new(),
                unknown: Vec::new(),
                problems: Vec::new(),
            };
        }
        let mut problems = Vec::new();
        let chunks = chunks(text, &mut problems);
        let mut parser = Parser::new(text, &chunks, &mut problems);
        let body = parser.document();
        let (tags, unknown) = (parser.tags, parser.unknown);
        problems.sort_by_key(|problem| problem.span);
        Self { text: text.to_owned(), body, tags, unknown, problems }
    }

    /// The text that it was read from.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// What is wrong with the template itself, in the order of the text.
    #[must_use]
    pub fn problems(&self) -> &[Problem] {
        &self.problems
    }

    /// Every tag and output in the order of the text; not those inside `raw` and `comment`.
    #[must_use]
    pub fn tags(&self) -> &[Tag] {
        &self.tags
    }

    pub(crate) fn unknown(&self) -> &[(String, Span)] {
        &self.unknown
    }

    pub(crate) const fn body(&self) -> &Block {
        &self.body
    }
}
