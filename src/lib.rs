//! Reads the page that announces an event, and gives back the event.
//!
//! ```
//! let text = "---\ntitle: Spring Meeting, Lund, March 4-5, 2031\n---\nWelcome.\n";
//! let page = handbill::read("event/2031/lund.md", text, &handbill::Site::default());
//! let event = page.document.event.expect("the page tells of one");
//! assert_eq!(event.name, "Spring Meeting");
//! assert_eq!(event.start.expect("it names a day").to_string(), "2031-03-04");
//! ```
//!
//! [`read`] never fails and touches no file: the [`Site`] around the page is a plain value. What comes back is a
//! [`Page`] with everything that was read of it. Its [`Document`](model::Document) is Event JSON as Rust types, with the
//! place on the page of every fact; [`render`] makes web pages, JSON and calendars of it.
//!
//! ```
//! use handbill::render::{Input, Settings, format};
//!
//! # let text = "---\ntitle: Spring Meeting, Lund, March 4-5, 2031\n---\nWelcome.\n";
//! # let page = handbill::read("event/2031/lund.md", text, &handbill::Site::default());
//! let calendar = format("ics").expect("it is in the table").render(&[Input::new(&page.document)], &Settings::default())?;
//! assert!(calendar.contains("DTSTART;VALUE=DATE:20310304"));
//! # Ok::<(), handbill::render::RenderError>(())
//! ```
//!
//! [`check`] finds the mistakes on a page, and [`site`] reads a Jekyll folder into the values that a [`Site`] holds.
//!
//! The feature `cli`, on by default, adds the `handbill` command and nothing to this library.

pub use handbill_check as check;
pub use handbill_liquid as liquid;
pub use handbill_model as model;
pub use handbill_page::{Page, Site, read, read_expanded};
pub use handbill_render as render;
pub use handbill_site as site;

/// The Rust of the README, so that it is compiled and run.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
