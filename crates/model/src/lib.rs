//! What a page and its event are: handbill's Event JSON as Rust types.
//!
//! [`Document`] is the whole: the [`Page`], its [`Event`], and the [`Evidence`], the place on the page of every fact.
//! Its serde form is the JSON that `handbill convert --to json` prints; a key whose fact is not on the page is left out.
//! Dates are civil (`jiff::civil::Date`), times local to the minute ([`LocalTime`]); a [`Moment`] has an instant when
//! its [`Zone`] is known. The feature `schema` adds [`schema`], the JSON Schema (2020-12) of it all.
//!
//! ```
//! use handbill_model::Document;
//!
//! let json = r#"{ "schema_version": 1, "page": { "path": "event.md", "role": "event" },
//!     "event": { "id": "event", "name": "Spring Meeting", "start": "2031-03-04", "end": "2031-03-05" } }"#;
//! let document: Document = serde_json::from_str(json)?;
//! let event = document.event.expect("the page tells of one");
//! assert_eq!(event.end.expect("it has an end").to_string(), "2031-03-05");
//! # Ok::<(), serde_json::Error>(())
//! ```

mod call;
mod diagnostic;
mod document;
mod event;
mod logistics;
mod page;
mod programme;
mod record;
mod time;
mod words;

pub use call::{Call, CallDate, CallKind, CallStatus, Format, Minutes, Rule, Theme};
pub use diagnostic::{Applicability, Diagnostic, Fix, Label, Severity};
pub use document::{Document, Evidence, Pointer, PointerError, SCHEMA_VERSION, Source, SourceKind};
pub use event::{
    Attendance, Committee, Contact, DateRange, Event, EventKind, EventStatus, Geo, Language, Named, Online, Part,
    Person, Sponsor, SponsorLevel, Venue,
};
pub use jiff::Timestamp;
pub use jiff::civil::Date;
pub use logistics::{Conduct, Cost, Labelled, Logistics, Price, Registration, RegistrationStatus};
pub use page::{Breadcrumb, Hero, Page, Role};
pub use programme::{Day, Media, MediaKind, Programme, Session, SessionKind};
pub use time::{LocalTime, Moment, TimeError, Zone};

/// The JSON Schema (2020-12) of [`Document`].
#[cfg(feature = "schema")]
#[must_use]
pub fn schema() -> schemars::Schema {
    schemars::schema_for!(Document)
}
