//! Front matter with a span for every key and value: YAML as Ruby reads it, TOML and JSON.
//!
//! [`split`] cuts a source into front matter and body without losing a byte; [`parse`] reads the front matter and never
//! fails: what is wrong with it is a [`Problem`], and what can be read is there all the same.
//!
//! ```
//! let text = "---\ntitle: A meeting\nstart: 2020-06-01\nopens: 12:30\n---\nWelcome.\n";
//! let split = handbill_frontmatter::split(text);
//! let front = handbill_frontmatter::parse(text, &split);
//!
//! assert_eq!(split.body.of(text), "Welcome.\n");
//! let title = front.root.get("title").expect("it stands there");
//! assert_eq!(title.as_str(), Some("A meeting"));
//! assert_eq!(title.span.of(text), "A meeting");
//! // What Ruby makes of a time of day, and what its author wrote.
//! let opens = front.root.get("opens").expect("it stands there");
//! assert_eq!(opens.as_int(), Some(45_000));
//! assert_eq!(opens.written(), Some("12:30"));
//! ```

use handbill_text::Span;

mod date;
mod edit;
mod index;
mod json;
mod problem;
mod split;
mod surprise;
mod toml;
mod value;
mod write;
mod yaml;

pub use date::{Date, Time};
pub use edit::{insert, quote, remove, set};
pub use problem::{Kind, Problem};
pub use split::{Format, Split, SplitProblem, split};
pub use surprise::{Surprise, SurpriseKind};
pub use value::{Data, Entry, FrontMatter, Mapping, Style, Value};

/// Reads the front matter of `text`, which was cut by [`split`].
///
/// Never fails: see [`FrontMatter::problems`], which holds what is wrong with the fences too. All spans are in `text`.
#[must_use]
pub fn parse(text: &str, split: &Split) -> FrontMatter {
    let within = split.front_matter.map(|span| limited(text, span));
    let mut front = match (split.format, within) {
        (Some(Format::Yaml), Some(span)) => yaml::parse(text, split.opening.cover(span)),
        (Some(Format::Toml), Some(span)) => toml::parse(text, span),
        (Some(Format::Json), Some(span)) => json::parse(text, span),
        (_, None) | (None, _) => FrontMatter::default(),
    };
    if let Some(rest) = within.zip(split.front_matter).map(|(read, all)| Span::new(read.end()..all.end()))
        && !rest.is_empty()
    {
        let message = "the front matter is larger than 1 MiB, and is not read from here on";
        let place = Span::at(rest.start());
        front.problems.push(problem::problem(Kind::Limit, place, message, "move the data into a file of its own"));
    }
    front.format = split.format;
    if let Some(problem) = split.problem {
        front.problems.insert(0, problem::of_split(text, split, problem));
    }
    front
}

/// Reads a file that is YAML and nothing else, such as a site's configuration or data; `None` where it says nothing.
///
/// ```
/// let talks = handbill_frontmatter::yaml("- title: Maps\n  keynote: yes\n").expect("it is YAML").expect("it says something");
/// let talk = talks.as_list()[0].as_map().expect("a mapping");
/// assert_eq!(talk.get("keynote").and_then(|value| value.as_bool()), Some(true));
/// ```
///
/// # Errors
/// The first thing at which Ruby stops.
pub fn yaml(text: &str) -> Result<Option<Value>, Problem> {
    yaml::file(text)
}

/// Reads a file that is TOML and nothing else, such as a program's settings.
///
/// ```
/// let settings = handbill_frontmatter::toml("words = [\"kramdown\"]\n").expect("it is TOML");
/// assert_eq!(settings.get("words").map(|words| words.as_list().len()), Some(1));
/// ```
///
/// # Errors
/// The first thing that is no TOML.
pub fn toml(text: &str) -> Result<Mapping, Problem> {
    toml::file(text)
}

/// The lines of a front matter within its first MiB: no author writes more, and nobody waits for a machine that did.
fn limited(text: &str, span: Span) -> Span {
    const LIMIT: usize = 1 << 20;
    if span.len() <= LIMIT {
        return span;
    }
    let bytes = &text.as_bytes()[span.start()..span.start() + LIMIT];
    let lines = bytes.iter().rposition(|&byte| byte == b'\n').map_or(0, |end| end + 1);
    Span::new(span.start()..span.start() + lines)
}
