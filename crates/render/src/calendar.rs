//! Calendars: iCalendar (RFC 5545, with RFC 7986).
//!
//! No clock and no machine: the same documents give the same bytes. There is no `METHOD` and no `ORGANIZER`, since
//! clients would ask whether to accept.

pub(crate) mod component;
pub(crate) mod entry;
pub(crate) mod identity;
pub(crate) mod outline;
pub(crate) mod place;
pub(crate) mod stamp;
pub(crate) mod text;
pub(crate) mod zone;

use component::Component;
use entry::{Entry, When};

use crate::{Settings, links};

/// The name by which the calendar says who wrote it.
const PRODUCT: &str = "-//handbill//handbill-render//EN";

/// What a calendar says of itself.
#[derive(Clone, Debug, Default)]
pub(crate) struct Heading {
    /// What a list of calendars shows.
    pub(crate) name: String,
    /// What it is about, in a sentence or two; may be empty.
    pub(crate) about: String,
    /// Where the same is told to people.
    pub(crate) url: Option<String>,
}

/// A calendar file: its heading, the zones that its entries use, the entries.
pub(crate) fn calendar(heading: &Heading, settings: &Settings, entries: &[Entry]) -> String {
    let mut calendar = Component::begin("VCALENDAR");
    calendar.raw("VERSION", "2.0");
    calendar.raw("PRODID", PRODUCT);
    calendar.raw("CALSCALE", "GREGORIAN");
    // The names that clients read: RFC 7986's, and the older ones of Apple, Google and Outlook.
    for property in ["NAME", "X-WR-CALNAME"] {
        calendar.text(property, &heading.name);
    }
    for property in ["DESCRIPTION", "X-WR-CALDESC"] {
        calendar.text(property, &heading.about);
    }
    if let Some(url) = &heading.url {
        calendar.raw("URL", url);
    }
    if let Some(source) = settings.published.as_deref().and_then(links::published) {
        calendar.raw("SOURCE;VALUE=URI", &source);
    }
    calendar.raw("REFRESH-INTERVAL;VALUE=DURATION", "P1D");
    calendar.raw("X-PUBLISHED-TTL", "P1D");
    let zones = zone::used(entries);
    // Old clients take it for the zone of all that has none, so it is said only where nothing lacks one.
    let is_zoned = |entry: &Entry| matches!(entry.when, When::Zoned { .. });
    if let ([only], true) = (zones.as_slice(), entries.iter().all(is_zoned)) {
        calendar.raw("X-WR-TIMEZONE", only.name());
    }
    for zone in zones {
        zone.write(&mut calendar);
    }
    for entry in entries {
        entry.write(&mut calendar);
    }
    calendar.end()
}
