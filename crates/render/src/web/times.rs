//! Dates and times as words, and as a `<time>` element's `datetime` has them.

use handbill_model::{Date, LocalTime, Moment, Zone};

use crate::prose::dates;

/// A date or time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Time {
    /// HTML's form; empty where only words are known.
    pub(crate) machine: String,
    /// What people read; never empty.
    pub(crate) words: String,
}

impl Time {
    /// A moment; none where nothing is known of it.
    pub(crate) fn of(moment: &Moment) -> Option<Self> {
        let machine = match (moment.date, moment.time, moment.time_zone.as_ref()) {
            (Some(date), None, _) => date.to_string(),
            (Some(date), Some(time), zone) => local(Some(date), time, zone),
            (None, _, _) => String::new(),
        };
        let words = dates::moment(moment);
        (!words.is_empty()).then_some(Self { machine, words })
    }

    /// A time of day.
    pub(crate) fn at(date: Option<Date>, time: LocalTime, zone: Option<&Zone>) -> Self {
        Self { machine: local(date, time, zone), words: time.to_string() }
    }
}

/// `2031-03-04T09:00+01:00`, without the offset where the zone is not known, without the date where there is none.
pub(crate) fn local(date: Option<Date>, time: LocalTime, zone: Option<&Zone>) -> String {
    let Some(date) = date else { return time.to_string() };
    let offset = || {
        let (zone, instant) = (zone?, zone?.instant(date, time)?);
        let minutes = zone.time_zone()?.to_offset(instant).seconds() / 60;
        Some(Zone::Offset { minutes: i16::try_from(minutes).ok()? }.to_string())
    };
    format!("{date}T{time}{}", offset().unwrap_or_default())
}
