//! Places in texts: [`Span`]s, lines and columns ([`Lines`]), [`SourceMap`]s and [`Edit`]s.
//!
//! handbill turns a source into other texts (after Liquid, inside quotes and list items) and still names the author's
//! own line and column. This crate holds what that needs and knows nothing of Markdown, YAML or events.
//!
//! ```
//! use handbill_text::{Lines, Span};
//!
//! let text = "Dates:\nJune 1–4, 2020\n";
//! let lines = Lines::new(text);
//! let place = lines.place(text, text.find("2020").expect("it stands there"));
//! assert_eq!((place.line, place.column), (2, 11));
//! assert_eq!(Span::new(7..13).of(text), "June 1");
//! ```

mod compose;
mod edit;
mod lines;
mod map;
mod span;

pub use compose::compose;
pub use edit::{Edit, EditError, apply};
pub use lines::{Lines, Place};
pub use map::{Mapped, SourceMap};
pub use span::Span;
