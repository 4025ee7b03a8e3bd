//! A read page as a web page, JSON and calendars.
//!
//! [`FORMATS`] is the table of all that this crate writes: a format is one file and one line, and a cargo feature.
//! Every format is a function of its [`Input`]s and the [`Settings`] alone: no clock, no file, no environment, so the
//! same page gives the same bytes.
//!
//! ```
//! use handbill_model::{Document, Page, Role, SCHEMA_VERSION};
//! use handbill_render::{Input, Settings, format};
//!
//! let document = Document::new(SCHEMA_VERSION, Page::new("event.md", Role::None));
//! let json = format("json").expect("it is in the table");
//! let text = json.render(&[Input::new(&document)], &Settings::default())?;
//! assert_eq!(serde_json::from_str::<Document>(&text)?, document);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

#![cfg_attr(
    not(all(feature = "html", feature = "jsonld", feature = "ics-programme", feature = "ics-deadlines")),
    allow(dead_code, reason = "formats share words and entries, of which a smaller build needs only some")
)]

#[cfg(feature = "ics")]
mod calendar;
mod error;
mod format;
mod formats;
mod input;
#[cfg(feature = "words")]
mod links;
mod note;
#[cfg(feature = "words")]
mod prose;
#[cfg(feature = "jsonld")]
mod schema_org;
#[cfg(feature = "untrusted")]
mod untrusted;
#[cfg(feature = "html")]
mod web;

pub use error::RenderError;
pub use format::{FORMATS, Format, format};
pub use input::{Input, Settings};
pub use note::Note;
