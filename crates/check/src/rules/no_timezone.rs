//! Times of nowhere.

use handbill_model::{Attendance, Diagnostic, Severity};

use crate::rule::rule;
use crate::subject::{Subject, tells_zone};

rule! {
    /// The page gives times of day, and no time zone for them.
    ///
    /// Who attends from elsewhere comes an hour late or nine, and calendars take the times for everybody's own.
    ///
    /// ```page bad
    /// ---
    /// title: Spring Meeting, March 4, 2031
    /// tags: [event]
    /// ---
    /// The meeting takes place online on March 4, 2031, 14:00 - 16:00.
    ///
    /// * 14:00 - 15:00 Short talks
    /// * 15:00 - 16:00 Questions
    /// ```
    /// ```page good
    /// ---
    /// title: Spring Meeting, March 4, 2031
    /// tags: [event]
    /// ---
    /// The meeting takes place online on March 4, 2031, 14:00 - 16:00 CET.
    ///
    /// * 14:00 - 15:00 Short talks
    /// * 15:00 - 16:00 Questions
    /// ```
    ///
    /// One zone anywhere on the page, in a key, or in the settings (`time-zone`) is enough. Where people meet at a
    /// place, its clock is meant, and the finding is a hint; so it is where a page says `online` and names a place as
    /// well. There is no fix: a zone that nobody wrote would be a guess.
    "no-timezone": Warning, Completeness, Event
}

fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    let Some(event) = subject.page.document.event.as_ref() else { return };
    let sessions = event.programme.days.iter().flat_map(|day| &day.sessions);
    let zoned = event.time_zone.is_some()
        || subject.settings.time_zone.is_some()
        || sessions.clone().any(|session| session.time_zone.is_some())
        || subject.texts().iter().any(tells_zone);
    if zoned {
        return;
    }
    let pointer = if event.start_time.is_some() {
        "/event/start_time".to_owned()
    } else {
        match first_time(event) {
            Some((day, session)) => format!("/event/programme/days/{day}/sessions/{session}/start"),
            None => return,
        }
    };
    let Some(place) = subject.place_of(&pointer) else { return };
    let mut finding = RULE
        .finding(place, "the times have no time zone")
        .with_help("write the zone once, such as `All times are CET`, or as the key `time_zone: Europe/Stockholm`");
    let placed = !event.location.is_empty() || !event.venues.is_empty();
    let far = match &event.attendance {
        Some(Attendance::Hybrid) => true,
        // Where a place is told as well, its clock may be meant.
        Some(Attendance::Online) => !placed,
        _ => false,
    };
    if !far {
        finding.severity = Severity::Info;
    }
    found.push(finding);
}

/// Where the first session with a time is.
fn first_time(event: &handbill_model::Event) -> Option<(usize, usize)> {
    let days = event.programme.days.iter().enumerate();
    days.filter_map(|(day, told)| Some((day, told.sessions.iter().position(|session| session.start.is_some())?))).next()
}
