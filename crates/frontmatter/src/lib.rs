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
    let mut front = match (split.format, split.front_matter) {
        (Some(Format::Yaml), Some(span)) => yaml::parse(text, split.opening.cover(span)),
        (Some(Format::Toml), Some(span)) => toml::parse(text, span),
        (Some(Format::Json), Some(span)) => json::parse(text, span),
        (_, None) | (None, _) => FrontMatter::default(),
    };
    front.format = split.format;
    if let Some(problem) = split.problem {
        front.problems.insert(0, problem::of_split(text, split, problem));
    }
    front
}
