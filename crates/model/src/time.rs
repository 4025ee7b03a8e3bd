//! Civil times, zones, and moments that may have an instant.

use std::fmt;
use std::str::FromStr;

use jiff::civil::Date;
use jiff::{Timestamp, tz};
use serde::{Deserialize, Serialize};

/// A time of day to the minute, `00:00` to `23:59`, without a date and without a zone.
///
/// ```
/// use handbill_model::LocalTime;
///
/// let time: LocalTime = "09:05".parse()?;
/// assert_eq!((time.hour(), time.minute(), time.to_string()), (9, 5, "09:05".to_owned()));
/// # Ok::<(), handbill_model::TimeError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct LocalTime {
    minutes: u16,
}

/// What is no time, zone or offset.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum TimeError {
    /// Not a time of day.
    #[error("`{0}` is no time of day: write it as 00:00 to 23:59")]
    Time(String),
    /// Not a zone.
    #[error("`{0}` is no time zone: write an IANA name as Europe/Rome, AoE, or an offset as -05:00")]
    Zone(String),
}

impl LocalTime {
    /// The last minute of a day, at which a deadline without a time ends.
    pub const LAST: Self = Self { minutes: 24 * 60 - 1 };

    /// The time at `hour` (0 to 23) and `minute` (0 to 59).
    ///
    /// # Errors
    /// Numbers out of these ranges.
    pub fn new(hour: u8, minute: u8) -> Result<Self, TimeError> {
        if hour < 24 && minute < 60 {
            Ok(Self { minutes: u16::from(hour) * 60 + u16::from(minute) })
        } else {
            Err(TimeError::Time(format!("{hour}:{minute:02}")))
        }
    }

    /// The hour, 0 to 23.
    #[must_use]
    pub const fn hour(self) -> u8 {
        (self.minutes / 60) as u8
    }

    /// The minute, 0 to 59.
    #[must_use]
    pub const fn minute(self) -> u8 {
        (self.minutes % 60) as u8
    }

    /// Minutes since midnight, `0..1440`.
    #[must_use]
    pub const fn minutes(self) -> u16 {
        self.minutes
    }
}

impl fmt::Display for LocalTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&String::from(*self))
    }
}

impl FromStr for LocalTime {
    type Err = TimeError;

    fn from_str(text: &str) -> Result<Self, TimeError> {
        let error = || TimeError::Time(text.to_owned());
        let (hour, minute) = two_digits(text).ok_or_else(error)?;
        Self::new(hour, minute).map_err(|_| error())
    }
}

impl From<LocalTime> for String {
    fn from(time: LocalTime) -> Self {
        // A programme has hundreds of them, and formatting takes longer than all else that is done to write one.
        let digits = |number: u8| [number / 10, number % 10].map(|digit| char::from(b'0' + digit));
        let ([ten, hour], [tens, minute]) = (digits(time.hour()), digits(time.minute()));
        Self::from_iter([ten, hour, ':', tens, minute])
    }
}

impl TryFrom<String> for LocalTime {
    type Error = TimeError;

    fn try_from(text: String) -> Result<Self, TimeError> {
        text.parse()
    }
}

/// `HH:MM`, two digits each.
fn two_digits(text: &str) -> Option<(u8, u8)> {
    let (hour, minute) = text.split_once(':')?;
    let digits = |part: &str| part.len() == 2 && part.bytes().all(|b| b.is_ascii_digit());
    if digits(hour) && digits(minute) { Some((hour.parse().ok()?, minute.parse().ok()?)) } else { None }
}

/// The zone of a time: an IANA name, Anywhere on Earth, or an offset where the page says no more.
///
/// In JSON: `Europe/Rome`, `UTC`, `AoE`, `-05:00`.
///
/// ```
/// use handbill_model::Zone;
///
/// let zone: Zone = "-05:00".parse()?;
/// assert_eq!(zone, Zone::Offset { minutes: -300 });
/// assert_eq!("AoE".parse::<Zone>()?.to_string(), "AoE");
/// # Ok::<(), handbill_model::TimeError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub enum Zone {
    /// A name of the IANA time zone database.
    Iana(String),
    /// Anywhere on Earth: the day is over when it is over everywhere, UTC-12.
    AnywhereOnEarth,
    /// A fixed distance from UTC.
    Offset {
        /// Minutes east of UTC, `-1439..=1439`.
        minutes: i16,
    },
}

impl Zone {
    /// The instant of a civil date and time in this zone, from the bundled zone data.
    ///
    /// `None` where the zone's name is unknown or the result is beyond the calendar. A time that a change of
    /// the clock skips or repeats is read as RFC 5545 §3.3.5 says: with the offset before the gap, or the first.
    #[must_use]
    pub fn instant(&self, date: Date, time: LocalTime) -> Option<Timestamp> {
        let at = date.at(time.hour().cast_signed(), time.minute().cast_signed(), 0, 0);
        self.time_zone()?.to_ambiguous_timestamp(at).compatible().ok()
    }

    /// As `jiff` knows it; `None` where the name is unknown.
    #[must_use]
    pub fn time_zone(&self) -> Option<tz::TimeZone> {
        match self {
            Self::Iana(name) => tz::TimeZone::get(name).ok(),
            Self::AnywhereOnEarth => Some(tz::TimeZone::fixed(tz::offset(-12))),
            Self::Offset { minutes } => {
                Some(tz::TimeZone::fixed(tz::Offset::from_seconds(i32::from(*minutes) * 60).ok()?))
            }
        }
    }
}

impl fmt::Display for Zone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Iana(name) => f.write_str(name),
            Self::AnywhereOnEarth => f.write_str("AoE"),
            Self::Offset { minutes } => {
                let sign = if *minutes < 0 { '-' } else { '+' };
                write!(f, "{sign}{:02}:{:02}", minutes.unsigned_abs() / 60, minutes.unsigned_abs() % 60)
            }
        }
    }
}

impl FromStr for Zone {
    type Err = TimeError;

    fn from_str(text: &str) -> Result<Self, TimeError> {
        let error = || TimeError::Zone(text.to_owned());
        if text == "AoE" {
            return Ok(Self::AnywhereOnEarth);
        }
        if let Some(rest) = text.strip_prefix(['+', '-']) {
            let (hours, minutes) = two_digits(rest).filter(|(h, m)| *h < 24 && *m < 60).ok_or_else(error)?;
            let minutes = i16::from(hours) * 60 + i16::from(minutes);
            return Ok(Self::Offset { minutes: if text.starts_with('-') { -minutes } else { minutes } });
        }
        let name = text.bytes().all(|b| b.is_ascii_alphanumeric() || b"/_+-".contains(&b));
        if name && text.bytes().any(|b| b.is_ascii_alphabetic()) {
            Ok(Self::Iana(text.to_owned()))
        } else {
            Err(error())
        }
    }
}

impl From<Zone> for String {
    fn from(zone: Zone) -> Self {
        zone.to_string()
    }
}

impl TryFrom<String> for Zone {
    type Error = TimeError;

    fn try_from(text: String) -> Result<Self, TimeError> {
        text.parse()
    }
}

/// A point in time as a page tells it: as much as it says, and an instant when a zone is known.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Moment {
    /// The civil date; missing where the page names none ('early September').
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<Date>,
    /// The local time.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub time: Option<LocalTime>,
    /// The zone of date and time.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub time_zone: Option<Zone>,
    /// The instant, when date and zone are known; of a date alone its last minute.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub instant: Option<Timestamp>,
    /// As written.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub text: String,
}

impl Moment {
    /// A moment from what the page says; the instant follows from the rest.
    #[must_use]
    pub fn new(date: Option<Date>, time: Option<LocalTime>, time_zone: Option<Zone>, text: impl Into<String>) -> Self {
        let instant = match (&time_zone, date) {
            (Some(zone), Some(date)) => zone.instant(date, time.unwrap_or(LocalTime::LAST)),
            (Some(_) | None, _) => None,
        };
        Self { date, time, time_zone, instant, text: text.into() }
    }
}

#[cfg(feature = "schema")]
mod schema {
    use std::borrow::Cow;

    use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

    impl JsonSchema for super::LocalTime {
        fn schema_name() -> Cow<'static, str> {
            "LocalTime".into()
        }

        fn json_schema(_: &mut SchemaGenerator) -> Schema {
            json_schema!({ "type": "string", "pattern": "^([01][0-9]|2[0-3]):[0-5][0-9]$", "examples": ["09:00"] })
        }
    }

    impl JsonSchema for super::Zone {
        fn schema_name() -> Cow<'static, str> {
            "Zone".into()
        }

        fn json_schema(_: &mut SchemaGenerator) -> Schema {
            json_schema!({
                "type": "string",
                "description": "An IANA name, AoE (Anywhere on Earth), or an offset",
                "pattern": "^([+-][0-2][0-9]:[0-5][0-9]|[A-Za-z0-9/_+-]*[A-Za-z][A-Za-z0-9/_+-]*)$",
                "examples": ["America/New_York", "AoE", "-05:00"],
            })
        }
    }
}
