//! An event without a place.

use handbill_model::{Attendance, Diagnostic, EventStatus};

use crate::rule::rule;
use crate::subject::{Subject, words};

rule! {
    /// The page of an event tells neither a town or building nor that it takes place online.
    ///
    /// Search engines show no event without a place, and readers cannot tell whether they can come.
    ///
    /// ```page bad
    /// ---
    /// title: Spring Meeting, March 4-6, 2031
    /// tags: [event]
    /// ---
    /// Welcome to the meeting of all keepers of old maps.
    /// ```
    /// ```page good
    /// ---
    /// title: Spring Meeting, March 4-6, 2031
    /// tags: [event]
    /// ---
    /// Welcome to the meeting of all keepers of old maps in Lund, Sweden.
    ///
    /// Location: Lund, Sweden
    /// ```
    ///
    /// The main page alone is asked, not the pages of calls and schedules. A platform such as Zoom, a word that the
    /// place is not known yet, a key or a link on its name that leads to the event's own site, and an event that is
    /// cancelled are left alone.
    "missing-place": Warning, Completeness, Event
}

/// What stands on a page whose event has a place that was not understood.
const PLACES: &[&str] = &[
    "online", "virtual", "virtually", "remote", "remotely", "webinar", "zoom", "teams", "hopin", "jitsi", "webex",
    "bigbluebutton", "hybrid", "venue", "location", "campus", "hosted", "address", "room", "hall", "university",
    "library", "museum", "institute", "hotel", "auditorium", "centre", "center",
];

fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    let Some(event) = subject.main_event() else { return };
    let online = event.attendance.as_ref().is_some_and(|mode| *mode != Attendance::InPerson) || event.online.is_some();
    let off = matches!(event.status, Some(EventStatus::Cancelled | EventStatus::Postponed | EventStatus::MovedOnline));
    let told = !event.location.is_empty() || !event.venues.is_empty() || online || off || !event.hosts.is_empty();
    let hinted = || {
        let mut all = subject.texts().iter().flat_map(|text| words(text.text));
        all.any(|(_, word)| PLACES.iter().any(|known| known.eq_ignore_ascii_case(word)))
    };
    if !told && !subject.is_elsewhere() && !subject.is_undecided() && subject.english() && !hinted() {
        found.push(
            RULE.finding(subject.title_place(), "the page does not tell where the event takes place")
                .with_help("name the town and the building, or say that it is online"),
        );
    }
}
