//! Dates and times as people write them: `1–4 June 2020`, `Monday 1 June`, `09:00–09:15`.

use handbill_model::{Date, LocalTime, Moment, Zone};

const MONTHS: [&str; 12] = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
];
const WEEKDAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/// `3 February 2020`.
pub(crate) fn day(date: Date) -> String {
    format!("{} {}", day_month(date), date.year())
}

/// `Monday 1 June`.
pub(crate) fn weekday(date: Date) -> String {
    let name = WEEKDAYS[usize::from(date.weekday().to_monday_zero_offset().unsigned_abs())];
    format!("{name} {}", day_month(date))
}

/// `1–4 June 2020`, `30 May – 2 June 2020`, `30 December 2024 – 3 January 2025`; one day alone.
pub(crate) fn days(start: Date, end: Date) -> String {
    let (start, dash, end) = range(start, end);
    format!("{start}{dash}{end}")
}

/// The two ends of a run of days with the dash between them; one day alone has neither dash nor end.
///
/// An en dash stands without blanks between two numbers, and with blanks where either side has more words.
pub(crate) fn range(start: Date, end: Date) -> (String, &'static str, String) {
    if end <= start {
        (day(start), "", String::new())
    } else if start.year() != end.year() {
        (day(start), " – ", day(end))
    } else if start.month() != end.month() {
        (day_month(start), " – ", day(end))
    } else {
        (start.day().to_string(), "–", day(end))
    }
}

/// `09:00–09:15`; the start alone where no end is known.
pub(crate) fn times(start: LocalTime, end: Option<LocalTime>) -> String {
    match end {
        Some(end) if end != start => format!("{start}–{end}"),
        Some(_) | None => start.to_string(),
    }
}

/// A zone in words: `New York time`, `Anywhere on Earth`, `UTC-05:00`.
pub(crate) fn zone(zone: &Zone) -> String {
    match zone {
        Zone::Iana(name) if name.contains('/') && !name.starts_with("Etc/") => {
            let city = name.rsplit('/').next().unwrap_or(name).replace('_', " ");
            format!("{city} time")
        }
        Zone::Iana(name) => name.clone(),
        Zone::AnywhereOnEarth => "Anywhere on Earth".to_owned(),
        Zone::Offset { .. } => format!("UTC{zone}").replace('-', "\u{2212}"),
    }
}

/// As machines read it (ISO 8601, RFC 3339): `2031-03-04T09:00+01:00`, without the offset where the zone is not known, without the date where there is none.
pub(crate) fn local(date: Option<Date>, time: LocalTime, zone: Option<&Zone>) -> String {
    let Some(date) = date else { return time.to_string() };
    let offset = || {
        let (zone, instant) = (zone?, zone?.instant(date, time)?);
        let minutes = zone.time_zone()?.to_offset(instant).seconds() / 60;
        Some(Zone::Offset { minutes: i16::try_from(minutes).ok()? }.to_string())
    };
    format!("{date}T{time}{}", offset().unwrap_or_default())
}

/// `3 February 2020, 17:00 (New York time)`; the page's own words where it names no day.
pub(crate) fn moment(moment: &Moment) -> String {
    let Some(date) = moment.date else {
        return super::line(&moment.text);
    };
    let time = moment.time.map(|time| format!(", {time}")).unwrap_or_default();
    let zone = moment.time_zone.as_ref().map(|name| format!(" ({})", zone(name))).unwrap_or_default();
    format!("{}{time}{zone}", day(date))
}

fn day_month(date: Date) -> String {
    format!("{} {}", date.day(), MONTHS[usize::from(date.month().unsigned_abs()) - 1])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> Date {
        text.parse().expect("a date")
    }

    #[test]
    fn a_run_of_days_repeats_nothing() {
        for (start, end, words) in [
            ("2020-06-01", "2020-06-01", "1 June 2020"),
            ("2020-06-01", "2020-06-04", "1–4 June 2020"),
            ("2020-05-30", "2020-06-02", "30 May – 2 June 2020"),
            ("2024-12-30", "2025-01-03", "30 December 2024 – 3 January 2025"),
        ] {
            assert_eq!(days(date(start), date(end)), words);
        }
    }

    #[test]
    fn the_weekday_is_that_of_the_date() {
        assert_eq!(weekday(date("2020-06-01")), "Monday 1 June");
        assert_eq!(weekday(date("2024-02-29")), "Thursday 29 February");
    }

    #[test]
    fn zones_are_told_as_places() {
        for (name, words) in [
            ("America/New_York", "New York time"),
            ("UTC", "UTC"),
            ("AoE", "Anywhere on Earth"),
            ("-05:00", "UTC−05:00"),
            ("Etc/GMT+12", "Etc/GMT+12"),
        ] {
            assert_eq!(zone(&name.parse().expect("a zone")), words);
        }
    }
}
