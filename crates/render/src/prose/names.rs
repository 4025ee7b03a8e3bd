//! What an event is called where nobody knows its page.

use handbill_model::{Attendance, Event, EventStatus};

use super::{dates, holds, line, list};

/// A title that makes sense alone: the name, with year and place where the name does not tell them.
///
/// ```text
/// Spring Meeting 2031, Lund, Sweden
/// 2031 Online Meeting
/// ```
pub(crate) fn title_alone(event: &Event) -> String {
    let mut title = line(&event.name);
    if title.is_empty() {
        "Event".clone_into(&mut title);
    }
    if let Some(year) = event.start.map(|start| start.year().to_string()).filter(|year| !holds_number(&title, year)) {
        title = format!("{title} {year}");
    }
    let place = place(event);
    // The town is enough of a place to stammer: `Lund Meeting 2031, Lund, Sweden`.
    let town = place.split([',', ';', '(']).next().unwrap_or_default().trim();
    let online = place == ONLINE && ["online", "virtual", "webinar"].iter().any(|word| holds(&title, word));
    if place.is_empty() || online || holds(&title, town) { title } else { format!("{title}, {place}") }
}

/// What stands for a place that is none.
pub(crate) const ONLINE: &str = "online";

/// Where the event is, in few words: `Lund, Sweden`, `online`, or nothing.
pub(crate) fn place(event: &Event) -> String {
    if is_online(event) {
        return ONLINE.to_owned();
    }
    let location = line(&event.location);
    if !location.is_empty() {
        return location;
    }
    match event.venues.as_slice() {
        [only] => line(&only.name),
        [] | [_, _, ..] => String::new(),
    }
}

/// Whether nobody has to travel.
pub(crate) fn is_online(event: &Event) -> bool {
    event.status == Some(EventStatus::MovedOnline)
        || match &event.attendance {
            Some(Attendance::Online) => true,
            Some(Attendance::InPerson | Attendance::Hybrid | Attendance::Other(_)) | None => false,
        }
}

/// `Cancelled`, `Postponed`: what a reader has to know before anything else; none where it takes place as announced.
pub(crate) fn status(event: &Event) -> Option<&'static str> {
    match event.status.as_ref()? {
        EventStatus::Cancelled => Some("Cancelled"),
        EventStatus::Postponed => Some("Postponed"),
        EventStatus::Rescheduled => Some("Rescheduled"),
        EventStatus::MovedOnline => Some("Moved online"),
        EventStatus::Scheduled | EventStatus::Other(_) => None,
    }
}

/// When the event is: `1–4 June 2020`, runs of days joined, the page's words where it names no day.
pub(crate) fn when(event: &Event) -> String {
    if event.dates.is_empty() {
        return match event.start {
            Some(start) => dates::days(start, event.end.unwrap_or(start)),
            None => line(&event.date_text),
        };
    }
    list(&event.dates.iter().map(|run| dates::days(run.start, run.end)).collect::<Vec<_>>())
}

/// The hours of the first and last day, with their zone: `13:00–14:00 (New York time)`; empty where none are known.
pub(crate) fn hours(event: &Event) -> String {
    let Some(start) = event.start_time else {
        return String::new();
    };
    let zone = event.time_zone.as_ref().map(|zone| format!(" ({})", dates::zone(zone))).unwrap_or_default();
    format!("{}{zone}", dates::times(start, event.end_time))
}

/// Whether a number stands in the text as a whole.
fn holds_number(text: &str, number: &str) -> bool {
    text.split(|c: char| !c.is_ascii_digit()).any(|digits| digits == number)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn event(name: &str, place: &str) -> Event {
        let mut event = Event::new("spring", name);
        event.start = "2031-03-04".parse().ok();
        place.clone_into(&mut event.location);
        event
    }

    #[test]
    fn a_title_alone_tells_year_and_place_once() {
        for (name, place, title) in [
            ("Spring Meeting", "Lund, Sweden", "Spring Meeting 2031, Lund, Sweden"),
            ("Lund Spring Meeting", "Lund, Sweden", "Lund Spring Meeting 2031"),
            ("2031 Spring Meeting", "", "2031 Spring Meeting"),
            ("Room 20310", "", "Room 20310 2031"),
            ("", "Lund", "Event 2031, Lund"),
        ] {
            assert_eq!(title_alone(&event(name, place)), title);
        }
    }

    #[test]
    fn online_is_said_once() {
        let mut meeting = event("Online Meeting", "");
        meeting.attendance = Some(Attendance::Online);
        assert_eq!(title_alone(&meeting), "Online Meeting 2031");
        "Spring Meeting".clone_into(&mut meeting.name);
        assert_eq!(title_alone(&meeting), "Spring Meeting 2031, online");
    }
}
