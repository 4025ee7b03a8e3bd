//! Where the front matter ends and the body begins.

use handbill_text::Span;

/// A source cut into its parts. In this order they are the whole text:
/// byte order mark, [`Split::opening`], [`Split::front_matter`], [`Split::closing`], [`Split::body`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Split {
    /// How the front matter is written; `None` where there is none.
    pub format: Option<Format>,
    /// What stands between the fences, line break included (JSON: the braces and all between them).
    pub front_matter: Option<Span>,
    /// The opening fence with its line break; empty for JSON and where there is none.
    pub opening: Span,
    /// The closing fence with its line break; empty for JSON and where there is none.
    pub closing: Span,
    /// The rest.
    pub body: Span,
    /// Whether the text starts with a byte order mark (U+FEFF), which is in none of the parts.
    pub bom: bool,
    /// What is wrong with the fences.
    pub problem: Option<SplitProblem>,
}

/// How a front matter is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Format {
    /// Between lines of `---`.
    Yaml,
    /// Between lines of `+++`, as Hugo and Zola have it. Jekyll takes it as text.
    Toml,
    /// An object at the very start, as Hugo has it. Jekyll takes it as text.
    Json,
}

/// What is wrong with the fences.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SplitProblem {
    /// The opening fence has no closing one.
    Unterminated,
}

/// Cuts `text` into front matter and body.
#[must_use]
pub fn split(text: &str) -> Split {
    let bom = text.starts_with('\u{feff}');
    let start = if bom { '\u{feff}'.len_utf8() } else { 0 };
    Split {
        format: None,
        front_matter: None,
        opening: Span::at(start),
        closing: Span::at(start),
        body: Span::new(start..text.len()),
        bom,
        problem: None,
    }
}
