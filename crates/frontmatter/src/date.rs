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

/// Reads a scalar that is a YAML 1.1 timestamp, as Psych does; `None` where it stays text.
pub(crate) fn parse(text: &str) -> Option<Date> {
    let bytes = text.as_bytes();
    // `2020-` first: nothing else is looked at twice.
    if bytes.len() < 8 || bytes[4] != b'-' {
        return None;
    }
    let mut at = Reader { bytes, at: 0 };
    let year = at.digits(4, 4)? as i16;
    at.byte(b"-")?;
    let month = at.digits(1, 2)? as u8;
    at.byte(b"-")?;
    let day = at.digits(1, 2)? as u8;
    if !(1..=12).contains(&month) || !(1..=31).contains(&day) {
        return None;
    }
    if at.done() {
        return (day <= days_in(year, month)).then_some(Date { year, month, day, time: None });
    }
    if at.byte(b"Tt").is_none() {
        at.byte(b" \t")?;
        while at.byte(b" \t").is_some() {}
    }
    let hour = at.digits(1, 2)? as u8;
    at.byte(b":")?;
    let minute = at.digits(2, 2)? as u8;
    at.byte(b":")?;
    let second = at.digits(2, 2)? as u8;
    let mut nanosecond = 0;
    if at.byte(b".").is_some() {
        let mut unit = 100_000_000;
        while let Some(digit) = at.digits(1, 1) {
            nanosecond += digit * unit;
            unit /= 10;
        }
    }
    while at.byte(b" \t").is_some() {}
    let offset = at.offset()?;
    let whole_day = hour == 24 && minute == 0 && second == 0;
    if !at.done() || !(hour < 24 || whole_day) || minute > 59 || second > 60 {
        return None;
    }
    Some(normal(year, month, day, Time { hour, minute, second, nanosecond, offset }))
}

/// Ruby's clock lets 30 February, 24:00:00 and second 60 run over into what follows them.
fn normal(mut year: i16, mut month: u8, mut day: u8, mut time: Time) -> Date {
    if time.second == 60 {
        time.second = 0;
        time.minute += 1;
    }
    if time.minute == 60 {
        time.minute = 0;
        time.hour += 1;
    }
    if time.hour >= 24 {
        time.hour -= 24;
        day += 1;
    }
    let days = days_in(year, month);
    if day > days {
        day -= days;
        month += 1;
    }
    if month > 12 {
        month = 1;
        year += 1;
    }
    Date { year, month, day, time: Some(time) }
}

fn days_in(year: i16, month: u8) -> u8 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        _ => 31,
    }
}

struct Reader<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl Reader<'_> {
    fn done(&self) -> bool {
        self.at == self.bytes.len()
    }

    fn byte(&mut self, one_of: &[u8]) -> Option<u8> {
        let byte = *self.bytes.get(self.at).filter(|byte| one_of.contains(byte))?;
        self.at += 1;
        Some(byte)
    }

    fn digits(&mut self, min: usize, max: usize) -> Option<u32> {
        let rest = &self.bytes[self.at..];
        let count = rest.iter().take(max).take_while(|byte| byte.is_ascii_digit()).count();
        if count < min {
            return None;
        }
        let number = rest[..count].iter().fold(0, |number, byte| number * 10 + u32::from(byte - b'0'));
        self.at += count;
        Some(number)
    }

    /// `Z`, `+1`, `+01`, `+0130`, `+01:30`, or nothing; `None` where it is none of these. Ruby takes `+199` for 19 hours and 9 minutes.
    fn offset(&mut self) -> Option<Option<i32>> {
        if self.done() {
            return Some(None);
        }
        if self.byte(b"Z").is_some() {
            return Some(Some(0));
        }
        let sign = if self.byte(b"+-")? == b'-' { -1 } else { 1 };
        let hours = self.digits(1, 2)? as i32;
        let minutes =
            if self.byte(b":").is_some() { self.digits(2, 2)? as i32 } else { self.digits(1, 2).unwrap_or(0) as i32 };
        (hours < 24).then_some(Some(sign * (hours * 3600 + minutes * 60)))
    }
}
