//! VTIMEZONE (RFC 5545 §3.6.5) from the bundled zone data.
//!
//! Where a zone changes its clocks by one rule over the coming decades, the rule is written, so that the calendar holds
//! as long as the rule; where it does not, the single changes over the years of the calendar's own entries.

use std::collections::BTreeMap;

use jiff::civil::{self, DateTime};
use jiff::tz::{Dst, Offset, TimeZone};

use super::component::Component;
use super::entry::{Entry, When, local};

/// A zone with the years in which entries use it.
#[derive(Clone, Debug)]
pub(crate) struct Used {
    name: String,
    zone: TimeZone,
    first: i16,
    last: i16,
}

/// The zones that these entries use, by name.
pub(crate) fn used(entries: &[Entry]) -> Vec<Used> {
    let mut zones: BTreeMap<&str, Used> = BTreeMap::new();
    for entry in entries {
        let When::Zoned { start, end, zone } = &entry.when else { continue };
        let Some(name) = zone.iana_name() else { continue };
        let (first, last) = (start.year(), end.unwrap_or(*start).year());
        let used = zones.entry(name).or_insert_with(|| Used { name: name.to_owned(), zone: zone.clone(), first, last });
        (used.first, used.last) = (used.first.min(first), used.last.max(last));
    }
    zones.into_values().collect()
}

impl Used {
    /// The zone's name in the IANA database.
    pub(crate) fn name(&self) -> &str {
        &self.name
    }

    /// Writes the component into a calendar that is open.
    pub(crate) fn write(&self, calendar: &mut Component) {
        calendar.open("VTIMEZONE");
        calendar.raw("TZID", &self.name);
        for observance in self.observances() {
            calendar.open(if observance.summer { "DAYLIGHT" } else { "STANDARD" });
            calendar.raw("DTSTART", &local(observance.onset));
            if let Some(rule) = &observance.rule {
                calendar.raw("RRULE", rule);
            }
            calendar.raw("TZOFFSETFROM", &offset(observance.from));
            calendar.raw("TZOFFSETTO", &offset(observance.to));
            calendar.text("TZNAME", &observance.name);
            calendar.close();
        }
        calendar.close();
    }

    fn observances(&self) -> Vec<Observance> {
        let changes = self.changes();
        if let Some(rules) = rules(&changes) {
            return rules;
        }
        let (in_force, later) = changes.split_first().expect("what is in force comes first");
        let mut observances = vec![in_force.clone()];
        observances.extend(later.iter().take_while(|change| change.onset.year() <= self.last).cloned());
        observances
    }

    /// The change that is in force when the first year begins, and those of the next decades.
    fn changes(&self) -> Vec<Observance> {
        /// Changes that are looked at to learn a rule: two a year.
        const SAMPLE: usize = 60;
        let start = civil::date(self.first, 1, 1).at(0, 0, 0, 0);
        let instant = self.zone.to_ambiguous_timestamp(start).compatible().unwrap_or(jiff::Timestamp::UNIX_EPOCH);
        let info = self.zone.to_offset_info(instant);
        let before = self.zone.preceding(instant).next();
        let long_ago = civil::date(self.first.min(1970), 1, 1).at(0, 0, 0, 0);
        let mut changes = Vec::with_capacity(SAMPLE);
        let mut from = info.offset();
        let (mut onset, mut earlier) = (long_ago, from);
        if let Some(change) = before.filter(|change| change.offset().to_datetime(change.timestamp()).year() >= 1970) {
            earlier = self.zone.preceding(change.timestamp()).next().map_or_else(
                || self.zone.to_offset(change.timestamp() - jiff::SignedDuration::from_secs(1)),
                |older| older.offset(),
            );
            onset = earlier.to_datetime(change.timestamp());
        }
        changes.push(Observance {
            onset,
            from: earlier,
            to: from,
            summer: info.dst() == Dst::Yes,
            name: info.abbreviation().to_owned(),
            rule: None,
        });
        for change in self.zone.following(instant).take(SAMPLE.max(4 * usize::from(self.last.abs_diff(self.first)) + 4))
        {
            changes.push(Observance {
                onset: from.to_datetime(change.timestamp()),
                from,
                to: change.offset(),
                summer: change.dst() == Dst::Yes,
                name: change.abbreviation().to_owned(),
                rule: None,
            });
            from = change.offset();
        }
        changes
    }
}

/// A change of the clocks.
#[derive(Clone, Debug, PartialEq)]
struct Observance {
    /// When, by the clocks before the change.
    onset: DateTime,
    from: Offset,
    to: Offset,
    summer: bool,
    name: String,
    rule: Option<String>,
}

/// The two changes of a year with their rules, if all of these changes follow them.
fn rules(changes: &[Observance]) -> Option<Vec<Observance>> {
    // Fewer than two decades of changes prove no rule.
    if changes.len() < 40 {
        return None;
    }
    let turns: [Vec<&Observance>; 2] = [0, 1].map(|turn| changes.iter().skip(turn).step_by(2).collect());
    turns.iter().map(|turn| rule(turn).map(|rule| Observance { rule: Some(rule), ..turn[0].clone() })).collect()
}

/// `FREQ=YEARLY;BYMONTH=3;BYDAY=2SU`, if these changes, one a year, all follow it.
fn rule(turn: &[&Observance]) -> Option<String> {
    let first = turn.first()?;
    let alike = turn.iter().enumerate().all(|(index, change)| {
        usize::from(change.onset.year().abs_diff(first.onset.year())) == index
            && change.onset.month() == first.onset.month()
            && change.onset.weekday() == first.onset.weekday()
            && change.onset.time() == first.onset.time()
            && (change.from, change.to, &change.name) == (first.from, first.to, &first.name)
    });
    let week = |change: &Observance| (change.onset.day() - 1) / 7 + 1;
    let is_last = |change: &Observance| change.onset.day() + 7 > change.onset.days_in_month();
    let week = if turn.iter().all(|change| is_last(change)) {
        "-1".to_owned()
    } else if turn.iter().all(|change| week(change) == week(first)) {
        week(first).to_string()
    } else {
        return None;
    };
    let day = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]
        [usize::from(first.onset.weekday().to_monday_zero_offset().unsigned_abs())];
    alike.then(|| format!("FREQ=YEARLY;BYMONTH={};BYDAY={week}{day}", first.onset.month()))
}

/// `+0100`, `-0330`, with seconds where there are some (RFC 5545 §3.3.14).
fn offset(offset: Offset) -> String {
    let seconds = offset.seconds();
    let sign = if seconds < 0 { '-' } else { '+' };
    let seconds = seconds.unsigned_abs();
    let rest = if seconds.is_multiple_of(60) { String::new() } else { format!("{:02}", seconds % 60) };
    format!("{sign}{:02}{:02}{rest}", seconds / 3600, seconds / 60 % 60)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn zone(name: &str, first: i16, last: i16) -> Used {
        let zone: handbill_model::Zone = name.parse().expect("a zone");
        Used { name: name.to_owned(), zone: zone.time_zone().expect("known"), first, last }
    }

    /// Onset, offsets and rule of each observance.
    fn told(name: &str, year: i16) -> Vec<String> {
        let observances = zone(name, year, year).observances();
        let words = observances.iter().map(|observance| {
            let rule = observance.rule.as_deref().unwrap_or("once");
            format!("{} {} {} {rule}", local(observance.onset), offset(observance.from), offset(observance.to))
        });
        words.collect()
    }

    #[test]
    fn new_york_follows_a_rule() {
        assert_eq!(
            told("America/New_York", 2031),
            [
                "20301103T020000 -0400 -0500 FREQ=YEARLY;BYMONTH=11;BYDAY=1SU",
                "20310309T020000 -0500 -0400 FREQ=YEARLY;BYMONTH=3;BYDAY=2SU",
            ]
        );
    }

    #[test]
    fn london_changes_on_the_last_sunday() {
        assert_eq!(
            told("Europe/London", 2020),
            [
                "20191027T020000 +0100 +0000 FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
                "20200329T010000 +0000 +0100 FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
            ]
        );
    }

    #[test]
    fn lord_howe_changes_by_half_an_hour_and_starts_the_year_in_summer() {
        assert_eq!(
            told("Australia/Lord_Howe", 2020),
            [
                "20191006T020000 +1030 +1100 FREQ=YEARLY;BYMONTH=10;BYDAY=1SU",
                "20200405T020000 +1100 +1030 FREQ=YEARLY;BYMONTH=4;BYDAY=1SU",
            ]
        );
    }

    #[test]
    fn zones_that_never_change_have_one_observance() {
        assert_eq!(told("Asia/Tokyo", 2020), ["19700101T000000 +0900 +0900 once"]);
        assert_eq!(told("Etc/GMT+12", 2020), ["19700101T000000 -1200 -1200 once"]);
    }

    #[test]
    fn casablanca_follows_the_moon_and_gets_its_single_changes() {
        let changes = told("Africa/Casablanca", 2024);
        assert!(changes.iter().all(|change| change.ends_with("once")), "{changes:?}");
        assert!(changes.iter().any(|change| change.starts_with("20240310T030000 +0100 +0000")), "{changes:?}");
        assert!(changes.iter().any(|change| change.starts_with("20240414T020000 +0000 +0100")), "{changes:?}");
    }

    /// What the written observances make of each hour of the years, against the zone data itself.
    #[test]
    fn every_day_of_the_years_has_the_offset_of_the_zone_data() {
        for name in [
            "America/New_York", "Europe/London", "Europe/Dublin", "Asia/Tokyo", "Australia/Lord_Howe",
            "Africa/Casablanca", "America/Nuuk", "Asia/Jerusalem", "America/Caracas", "Pacific/Apia", "Etc/GMT+12",
        ] {
            for year in [2007, 2011, 2016, 2024, 2031] {
                let used = zone(name, year, year);
                let changes = used.changes();
                let observances = used.observances();
                let mut day = civil::date(year, 1, 1).at(12, 0, 0, 0);
                while day.year() == year {
                    let instant = used.zone.to_ambiguous_timestamp(day).compatible().expect("in range");
                    // A rule was learnt from exactly these changes, so the last of them before the day is in force.
                    let written = if observances.iter().any(|o| o.rule.is_some()) { &changes } else { &observances };
                    let in_force = written.iter().rfind(|o| o.onset <= day).expect("one is in force");
                    assert_eq!(in_force.to, used.zone.to_offset(instant), "{name} {day}");
                    day = day.tomorrow().expect("in range");
                }
            }
        }
    }
}
