//! Dates and times as YAML 1.1 writes them.

use std::fmt;

/// A date that exists in the (proleptic Gregorian) calendar, with a time where one is written.
///
/// The front matter's `2020-06-01` is a date, `2020-06-01 10:00:00 +02:00` a moment, `2020-06-01 10:00:00` a moment that
/// Ruby takes as UTC: its author gave no zone, so [`Time::offset`] is `None` here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    /// The year, `0..=9999`.
    pub year: i16,
    /// The month, `1..=12`.
    pub month: u8,
    /// The day of the month, `1..=31`.
    pub day: u8,
    /// The time of day, where one is written.
    pub time: Option<Time>,
}

/// A time of day, with its offset from UTC where one is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Time {
    /// The hour, `0..=24` (24 only as `24:00:00`).
    pub hour: u8,
    /// The minute, `0..=59`.
    pub minute: u8,
    /// The second, `0..=60`.
    pub second: u8,
    /// The fraction of the second, in nanoseconds.
    pub nanosecond: u32,
    /// Seconds east of UTC; `None` where the author wrote no zone.
    pub offset: Option<i32>,
}

impl fmt::Display for Date {
    /// RFC 3339 without a zone where none is written: `2020-06-01`, `2020-06-01T10:00:00+02:00`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)?;
        match self.time {
            None => Ok(()),
            Some(time) => write!(f, "T{time}"),
        }
    }
}

impl fmt::Display for Time {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}:{:02}", self.hour, self.minute, self.second)?;
        if self.nanosecond > 0 {
            let fraction = format!("{:09}", self.nanosecond);
            write!(f, ".{}", fraction.trim_end_matches('0'))?;
        }
        match self.offset {
            None => Ok(()),
            Some(0) => f.write_str("Z"),
            Some(offset) => {
                let (sign, minutes) = (if offset < 0 { '-' } else { '+' }, offset.unsigned_abs() / 60);
                write!(f, "{sign}{:02}:{:02}", minutes / 60, minutes % 60)
            }
        }
    }
}
