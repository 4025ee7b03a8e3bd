//! Dates and times: as filters read them from text, and as they write them.

pub(crate) mod read;
pub(crate) mod write;

use crate::Time;
use jiff::civil::{Date, DateTime};
use jiff::tz::Offset;

impl Time {
    /// A date and time of day on a clock of UTC.
    #[must_use]
    pub const fn utc(civil: DateTime) -> Self {
        Self { civil, offset: Offset::UTC, utc: true }
    }

    /// A date and time of day on a clock that is `offset` ahead of UTC.
    #[must_use]
    pub const fn at(civil: DateTime, offset: Offset) -> Self {
        Self { civil, offset, utc: false }
    }

    /// Midnight of `date`, where a site without a time zone of its own keeps its clock: at UTC.
    #[must_use]
    pub fn midnight(date: Date) -> Self {
        Self::at(date.to_datetime(jiff::civil::Time::midnight()), Offset::UTC)
    }

    /// Seconds since 1970-01-01T00:00:00Z.
    pub(crate) fn instant(&self) -> i64 {
        let local = self.civil.duration_since(DateTime::constant(1970, 1, 1, 0, 0, 0, 0)).as_secs();
        local - i64::from(self.offset.seconds())
    }

    /// The same instant on a clock at UTC, as Ruby's `localtime` gives where no time zone is set.
    pub(crate) fn local(self) -> Self {
        let civil = self.civil.checked_sub(jiff::SignedDuration::from_secs(self.offset.seconds().into()));
        Self::at(civil.unwrap_or(self.civil), Offset::UTC)
    }

    /// The time that many seconds after 1970-01-01T00:00:00Z; none outside the years -9999 to 9999.
    pub(crate) fn from_instant(seconds: i64) -> Option<Self> {
        let start = DateTime::constant(1970, 1, 1, 0, 0, 0, 0);
        Some(Self::at(start.checked_add(jiff::SignedDuration::from_secs(seconds)).ok()?, Offset::UTC))
    }
}
