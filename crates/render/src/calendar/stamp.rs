//! When a calendar was made (DTSTAMP) and its page last changed, without a clock.

use handbill_model::{Document, Timestamp};
use jiff::civil::DateTime;
use jiff::fmt::strtime;

use crate::Settings;

/// DTSTAMP: the settings' stamp, else the page's `last_modified_at` or `date`, else 1970.
pub(crate) fn stamp(document: &Document, settings: &Settings) -> Timestamp {
    let page = || ["last_modified_at", "date"].iter().find_map(|key| front_matter(document, key));
    settings.stamp.or_else(page).unwrap_or(Timestamp::UNIX_EPOCH)
}

/// A date of the front matter as an instant, in the forms that Jekyll takes; without an offset it is UTC.
pub(crate) fn front_matter(document: &Document, key: &str) -> Option<Timestamp> {
    let text = document.page.front_matter.get(key)?.as_str()?.trim();
    if let Ok(instant) = text.parse() {
        return Some(instant);
    }
    for form in ["%Y-%m-%d %H:%M:%S%.f %z", "%Y-%m-%d %H:%M %z"] {
        let parsed = strtime::parse(form, text).and_then(|parts| parts.to_timestamp());
        if let Ok(instant) = parsed {
            return Some(instant);
        }
    }
    let civil: DateTime = match strtime::parse("%Y-%m-%d %H:%M", text).and_then(|parts| parts.to_datetime()) {
        Ok(civil) => civil,
        Err(_) => text.parse().ok()?,
    };
    civil.to_zoned(jiff::tz::TimeZone::UTC).ok().map(|zoned| zoned.timestamp())
}

/// An instant in the form `20310304T090000Z` (RFC 5545 §3.3.5).
pub(crate) fn utc(instant: Timestamp) -> String {
    instant.strftime("%Y%m%dT%H%M%SZ").to_string()
}

#[cfg(test)]
mod tests {
    use handbill_model::{Page, Role, SCHEMA_VERSION};

    use super::*;

    fn dated(text: &str) -> Option<String> {
        let mut page = Page::new("event.md", Role::Event);
        page.front_matter.insert("date".to_owned(), text.into());
        front_matter(&Document::new(SCHEMA_VERSION, page), "date").map(utc)
    }

    #[test]
    fn dates_are_read_as_jekyll_takes_them() {
        for (text, instant) in [
            ("2031-03-04", "20310304T000000Z"),
            ("2031-03-04 09:30", "20310304T093000Z"),
            ("2031-03-04 09:30:10", "20310304T093010Z"),
            ("2031-03-04 09:30:10 +0200", "20310304T073010Z"),
            ("2031-03-04 09:30 -0500", "20310304T143000Z"),
            ("2031-03-04T09:30:10Z", "20310304T093010Z"),
        ] {
            assert_eq!(dated(text).as_deref(), Some(instant), "{text}");
        }
        assert_eq!(dated("next spring"), None);
    }

    #[test]
    fn a_page_without_a_date_is_of_1970() {
        let document = Document::new(SCHEMA_VERSION, Page::new("event.md", Role::Event));
        assert_eq!(utc(stamp(&document, &Settings::default())), "19700101T000000Z");
    }
}
