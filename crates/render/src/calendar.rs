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
use entry::Entry;

/// The name by which the calendar says who wrote it.
const PRODUCT: &str = "-//handbill//handbill-render//EN";

/// A calendar file: its name, the zones that its entries use, the entries.
pub(crate) fn calendar(name: &str, about: &str, url: Option<&str>, entries: &[Entry]) -> String {
    let mut calendar = Component::begin("VCALENDAR");
    calendar.raw("VERSION", "2.0");
    calendar.raw("PRODID", PRODUCT);
    calendar.raw("CALSCALE", "GREGORIAN");
    // The names that clients read: RFC 7986's, and the older ones of Apple, Google and Outlook.
    for property in ["NAME", "X-WR-CALNAME"] {
        calendar.text(property, name);
    }
    for property in ["DESCRIPTION", "X-WR-CALDESC"] {
        calendar.text(property, about);
    }
    if let Some(url) = url {
        calendar.raw("URL", url);
    }
    calendar.raw("REFRESH-INTERVAL;VALUE=DURATION", "P1D");
    calendar.raw("X-PUBLISHED-TTL", "P1D");
    for zone in zone::used(entries) {
        zone.write(&mut calendar);
    }
    for entry in entries {
        entry.write(&mut calendar);
    }
    calendar.end()
}
