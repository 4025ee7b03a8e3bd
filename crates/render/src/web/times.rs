//! Dates and times as words, and as a `<time>` element's `datetime` has them.

use handbill_model::{Date, LocalTime, Moment, Zone};

use crate::prose::dates::{self, local};

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

    /// Whether its instant is known, so that it can be told by other clocks.
    pub(crate) fn is_instant(&self) -> bool {
        self.machine.split_once('T').is_some_and(|(_, time)| time.contains(['+', '-']))
    }

    /// A time of day.
    pub(crate) fn at(date: Option<Date>, time: LocalTime, zone: Option<&Zone>) -> Self {
        Self { machine: local(date, time, zone), words: time.to_string() }
    }
}
