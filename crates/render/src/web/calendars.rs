//! Links that open a calendar on the web with the event filled in.
//!
//! | service | days | times |
//! | --- | --- | --- |
//! | Google, `action=TEMPLATE` | `dates=20310304/20310307`, the end excluded | by the clock of `ctz`; UTC where a zone has no name |
//! | Outlook and Microsoft 365, `rru=addevent` | `startdt`, `enddt`, `allday=true`, the end excluded | UTC |
//!
//! One day with hours is an entry with times, all else is days. An event of several runs of days has no link, since a
//! link makes one entry: its calendar file has them all. Where no end is known, none is invented: the entry ends as it starts.

use handbill_model::{Date, Event, Zone};
use jiff::civil::DateTime;

use super::Link;
use crate::calendar::place;
use crate::links::{Links, component};
use crate::prose::{line, names};

pub(crate) fn calendars(event: &Event, links: &Links) -> Vec<Link> {
    let Some(when) = When::of(event) else { return Vec::new() };
    let about = [line(&event.description), links.page().unwrap_or_default().to_owned()];
    let about = about.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n\n");
    let (title, place) = (names::title_alone(event), place::event(event));
    let mut google = vec![("action", "TEMPLATE".to_owned()), ("text", title.clone())];
    google.extend(when.google());
    google.extend([("location", place.clone()), ("details", about.clone())]);
    let mut outlook = vec![("path", "/calendar/action/compose".to_owned()), ("rru", "addevent".to_owned())];
    outlook.push(("subject", title));
    outlook.extend(when.outlook());
    outlook.extend([("location", place), ("body", about)]);
    [
        ("Google", "https://calendar.google.com/calendar/render", &google),
        ("Outlook", "https://outlook.live.com/calendar/0/deeplink/compose", &outlook),
        ("Microsoft 365", "https://outlook.office.com/calendar/0/deeplink/compose", &outlook),
    ]
    .map(|(name, service, parameters)| Link { text: name.to_owned(), url: Some(url(service, parameters)) })
    .into()
}

/// When the entry is.
enum When<'a> {
    /// Whole days, the end excluded.
    Days { start: Date, end: Date },
    /// Times of one day.
    Times { start: DateTime, end: DateTime, zone: Option<&'a Zone> },
}

impl<'a> When<'a> {
    fn of(event: &'a Event) -> Option<Self> {
        let (start, end) = match event.dates.as_slice() {
            [] => (event.start?, event.end.or(event.start)?),
            [run] => (run.start, run.end),
            [_, _, ..] => return None,
        };
        if let Some(from) = event.start_time.filter(|_| start == end) {
            let at = |time: handbill_model::LocalTime| {
                start.at(time.hour().cast_signed(), time.minute().cast_signed(), 0, 0)
            };
            let to = event.end_time.filter(|to| *to > from).unwrap_or(from);
            return Some(Self::Times { start: at(from), end: at(to), zone: event.time_zone.as_ref() });
        }
        Some(Self::Days { start, end: end.tomorrow().ok()? })
    }

    fn google(&self) -> Vec<(&'static str, String)> {
        let range = |form: &str, start: DateTime, end: DateTime| {
            ("dates", format!("{}/{}", start.strftime(form), end.strftime(form)))
        };
        match self {
            Self::Days { start, end } => vec![range("%Y%m%d", (*start).into(), (*end).into())],
            Self::Times { start, end, zone: Some(Zone::Iana(name)) } => {
                vec![range("%Y%m%dT%H%M%S", *start, *end), ("ctz", name.clone())]
            }
            Self::Times { start, end, zone } => match (utc(*start, *zone), utc(*end, *zone)) {
                (Some(start), Some(end)) => vec![range("%Y%m%dT%H%M%SZ", start, end)],
                _ => vec![range("%Y%m%dT%H%M%S", *start, *end)],
            },
        }
    }

    fn outlook(&self) -> Vec<(&'static str, String)> {
        let (form, start, end) = match self {
            Self::Days { start, end } => {
                let days = vec![("startdt", start.to_string()), ("enddt", end.to_string())];
                return [days, vec![("allday", "true".to_owned())]].concat();
            }
            Self::Times { start, end, zone } => match (utc(*start, *zone), utc(*end, *zone)) {
                (Some(start), Some(end)) => ("%Y-%m-%dT%H:%M:%SZ", start, end),
                _ => ("%Y-%m-%dT%H:%M:%S", *start, *end),
            },
        };
        vec![("startdt", start.strftime(form).to_string()), ("enddt", end.strftime(form).to_string())]
    }
}

/// A time by the clock of a zone, by that of UTC.
fn utc(at: DateTime, zone: Option<&Zone>) -> Option<DateTime> {
    let instant = zone?.time_zone()?.to_ambiguous_timestamp(at).compatible().ok()?;
    Some(jiff::tz::TimeZone::UTC.to_datetime(instant))
}

fn url(service: &str, parameters: &[(&str, String)]) -> String {
    let pairs = parameters.iter().filter(|(_, value)| !value.is_empty());
    let pairs: Vec<String> = pairs.map(|(key, value)| format!("{key}={}", component(value))).collect();
    format!("{service}?{}", pairs.join("&"))
}

#[cfg(test)]
mod tests {
    use handbill_model::{DateRange, Document, Page, Role, SCHEMA_VERSION};

    use super::*;
    use crate::Settings;

    fn event(start: &str, end: &str, times: (&str, &str), zone: &str) -> Event {
        let mut event = Event::new("spring", "Spring & Co");
        (event.start, event.end) = (start.parse().ok(), end.parse().ok());
        (event.start_time, event.end_time) = (times.0.parse().ok(), times.1.parse().ok());
        event.time_zone = zone.parse().ok();
        event
    }

    fn urls(event: &Event) -> [String; 2] {
        let document = Document::new(SCHEMA_VERSION, Page::new("a.md", Role::Event));
        let links = calendars(event, &Links::new(&document, &Settings::default()));
        [0, 1].map(|at| links[at].url.clone().expect("it has one"))
    }

    #[test]
    fn days_end_on_the_morning_after() {
        let [google, outlook] = urls(&event("2031-03-04", "2031-03-06", ("09:00", "17:00"), "Europe/Stockholm"));
        assert!(google.ends_with("text=Spring%20%26%20Co%202031&dates=20310304%2F20310307"), "{google}");
        assert!(outlook.ends_with("startdt=2031-03-04&enddt=2031-03-07&allday=true"), "{outlook}");
    }

    #[test]
    fn one_day_with_hours_has_them_in_its_zone() {
        for (zone, dates, startdt) in [
            (
                "Europe/Stockholm", "20310304T090000%2F20310304T103000&ctz=Europe%2FStockholm",
                "2031-03-04T08%3A00%3A00Z",
            ),
            ("-05:00", "20310304T140000Z%2F20310304T153000Z", "2031-03-04T14%3A00%3A00Z"),
            ("", "20310304T090000%2F20310304T103000", "2031-03-04T09%3A00%3A00"),
        ] {
            let [google, outlook] = urls(&event("2031-03-04", "2031-03-04", ("09:00", "10:30"), zone));
            assert!(google.ends_with(&format!("dates={dates}")), "{google}");
            assert!(outlook.contains(&format!("startdt={startdt}&")), "{outlook}");
        }
    }

    #[test]
    fn no_end_is_invented() {
        let [google, _] = urls(&event("2031-03-04", "2031-03-04", ("09:00", ""), ""));
        assert!(google.ends_with("dates=20310304T090000%2F20310304T090000"), "{google}");
    }

    #[test]
    fn several_runs_of_days_have_no_link() {
        let mut event = event("2031-03-04", "2031-03-14", ("", ""), "");
        let run = |day: &str| {
            let day: Date = day.parse().expect("a date");
            DateRange::new(day, day)
        };
        event.dates = vec![run("2031-03-04"), run("2031-03-14")];
        let document = Document::new(SCHEMA_VERSION, Page::new("a.md", Role::Event));
        assert_eq!(calendars(&event, &Links::new(&document, &Settings::default())), []);
    }
}
