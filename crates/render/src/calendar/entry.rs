//! An entry of a calendar (VEVENT, RFC 5545 §3.6.1).

use handbill_model::{Date, EventStatus, Geo, Timestamp};
use jiff::civil::DateTime;
use jiff::tz::TimeZone;

use super::component::Component;
use super::stamp::utc;

/// When something is.
#[derive(Clone, Debug)]
pub(crate) enum When {
    /// Whole days, both included.
    Days {
        /// The first.
        start: Date,
        /// The last.
        end: Date,
    },
    /// By the clocks of a zone of the IANA database.
    Zoned {
        /// The start.
        start: DateTime,
        /// The end, after the start, where it is known.
        end: Option<DateTime>,
        /// The zone; it has a name.
        zone: TimeZone,
    },
    /// By whatever clock hangs there: no zone is known.
    Floating {
        /// The start.
        start: DateTime,
        /// The end, after the start, where it is known.
        end: Option<DateTime>,
    },
    /// At an instant.
    Instant {
        /// The start.
        start: Timestamp,
        /// The end, after the start, where it is known.
        end: Option<Timestamp>,
    },
}

/// What a calendar holds of one thing. It never makes anybody busy: four days of conference are not four days busy.
#[derive(Clone, Debug)]
pub(crate) struct Entry {
    pub(crate) uid: String,
    pub(crate) stamp: Timestamp,
    pub(crate) modified: Option<Timestamp>,
    pub(crate) when: When,
    pub(crate) summary: String,
    pub(crate) description: String,
    pub(crate) location: String,
    pub(crate) url: Option<String>,
    pub(crate) contacts: Vec<String>,
    pub(crate) status: Option<EventStatus>,
    pub(crate) category: String,
    pub(crate) geo: Option<Geo>,
    /// Absolute links to slides and recordings.
    pub(crate) attachments: Vec<String>,
    /// An absolute link to a picture.
    pub(crate) image: Option<String>,
    /// Where it is joined, with the name of what it runs on.
    pub(crate) conference: Option<(String, String)>,
}

impl Entry {
    /// An entry of which the rest is not known.
    pub(crate) fn new(uid: String, stamp: Timestamp, when: When, summary: String) -> Self {
        Self {
            uid,
            stamp,
            modified: None,
            when,
            summary,
            description: String::new(),
            location: String::new(),
            url: None,
            contacts: Vec::new(),
            status: None,
            category: String::new(),
            geo: None,
            attachments: Vec::new(),
            image: None,
            conference: None,
        }
    }

    /// Writes it into a calendar that is open.
    pub(crate) fn write(&self, calendar: &mut Component) {
        calendar.open("VEVENT");
        calendar.text("UID", &self.uid);
        calendar.raw("DTSTAMP", &utc(self.stamp));
        if let Some(modified) = self.modified {
            calendar.raw("LAST-MODIFIED", &utc(modified));
        }
        write_when(&self.when, calendar);
        calendar.text("SUMMARY", &self.summary);
        calendar.text("DESCRIPTION", &self.description);
        calendar.text("LOCATION", &self.location);
        if let Some(geo) = self.geo.as_ref().filter(|geo| geo.lat.abs() <= 90.0 && geo.lon.abs() <= 180.0) {
            calendar.raw("GEO", &format!("{:.6};{:.6}", geo.lat, geo.lon));
        }
        if let Some(url) = &self.url {
            calendar.raw("URL", url);
        }
        for contact in &self.contacts {
            calendar.text("CONTACT", contact);
        }
        calendar.text("CATEGORIES", &self.category);
        if let Some(status) = self.status.as_ref().and_then(status_word) {
            calendar.raw("STATUS", status);
        }
        calendar.raw("TRANSP", "TRANSPARENT");
        for link in &self.attachments {
            calendar.raw("ATTACH", link);
        }
        if let Some(image) = &self.image {
            calendar.raw("IMAGE;VALUE=URI;DISPLAY=FULLSIZE", image);
        }
        if let Some((url, platform)) = &self.conference {
            let label = if platform.is_empty() { String::new() } else { format!(";LABEL={}", parameter(platform)) };
            calendar.raw(&format!("CONFERENCE;VALUE=URI{label}"), url);
        }
        calendar.close();
    }
}

/// `CANCELLED` hides nothing: the entry stays and is marked. What is put off without a new day may yet be.
fn status_word(status: &EventStatus) -> Option<&'static str> {
    match status {
        EventStatus::Cancelled => Some("CANCELLED"),
        EventStatus::Postponed => Some("TENTATIVE"),
        EventStatus::Scheduled | EventStatus::Rescheduled | EventStatus::MovedOnline => Some("CONFIRMED"),
        EventStatus::Other(_) => None,
    }
}

fn write_when(when: &When, calendar: &mut Component) {
    match when {
        When::Days { start, end } => {
            calendar.raw("DTSTART;VALUE=DATE", &date(*start));
            // The end of whole days is the first day that does not belong; the calendar's last day has none after it.
            if let Ok(after) = (*end).max(*start).tomorrow() {
                calendar.raw("DTEND;VALUE=DATE", &date(after));
            }
        }
        When::Zoned { start, end, zone } => {
            let name = zone.iana_name().unwrap_or("UTC");
            calendar.raw(&format!("DTSTART;TZID={name}"), &local(*start));
            if let Some(end) = end {
                calendar.raw(&format!("DTEND;TZID={name}"), &local(*end));
            }
        }
        When::Floating { start, end } => {
            calendar.raw("DTSTART", &local(*start));
            if let Some(end) = end {
                calendar.raw("DTEND", &local(*end));
            }
        }
        When::Instant { start, end } => {
            calendar.raw("DTSTART", &utc(*start));
            if let Some(end) = end {
                calendar.raw("DTEND", &utc(*end));
            }
        }
    }
}

fn date(date: Date) -> String {
    format!("{:04}{:02}{:02}", date.year(), date.month(), date.day())
}

/// `20310304T090000`: a time without zone.
pub(super) fn local(at: DateTime) -> String {
    format!("{}T{:02}{:02}{:02}", date(at.date()), at.hour(), at.minute(), at.second())
}

/// A parameter's value in quotes, which it may hold only as RFC 6868 writes them.
fn parameter(value: &str) -> String {
    format!("\"{}\"", crate::prose::line(value).replace('^', "^^").replace('"', "^'"))
}
