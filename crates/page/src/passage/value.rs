//! A line of the front matter as a passage.

use handbill_frontmatter::Value;
use handbill_kramdown::{Document, Options};
use handbill_text::SourceMap;

use super::{Gatherer, Passage};

impl Passage {
    /// The text of a value, where it is a scalar that says something; HTML in it is read as a page's is.
    pub(crate) fn of_value(value: &Value, source: &str) -> Option<Self> {
        let text = value.written().filter(|text| !text.trim().is_empty())?;
        let mut map = SourceMap::default();
        let written = value.span.of(source);
        // Most values are written as they are, or in quotes.
        let near = (0..2).find(|at| written.get(*at..).is_some_and(|rest| rest.starts_with(text)));
        match near.or_else(|| written.find(text)) {
            Some(at) => map.written(text.len(), value.span.start() + at),
            // Where quotes hide escapes, the place of the whole value is all that can be said.
            None => map.made(text.len(), value.span),
        }
        if !is_marked_up(text) {
            return Some(Self { text: text.to_owned(), map, ..Self::default() });
        }
        let tree = Document::parse(text, &Options::default());
        let mut gatherer = Gatherer::new(&map);
        gatherer.add(tree.root());
        Some(gatherer.finish()).filter(|passage| !passage.is_empty())
    }
}

/// Whether a text holds a tag, an entity or strong words; a lone `&` or `<` is what it looks like.
fn is_marked_up(text: &str) -> bool {
    let followed =
        |mark: char, next: fn(char) -> bool| text.match_indices(mark).any(|(at, _)| text[at + 1..].starts_with(next));
    let entity = || followed('&', |c| c.is_ascii_alphabetic() || c == '#') && text.contains(';');
    followed('<', |c| c.is_ascii_alphabetic() || c == '/') || entity() || text.contains("**")
}
