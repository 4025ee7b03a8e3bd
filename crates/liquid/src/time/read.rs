//! Reads a date and time from text, as Ruby's `Time.parse` reads what has a day, a month and a year (or a month and a year).
//! What lacks them would need the clock, and is not read.

use crate::Time;
use jiff::civil::{Date, DateTime};
use jiff::tz::Offset;

/// The date and time in `text`; the clock of a site without a time zone is UTC's.
pub(crate) fn read_time(text: &str) -> Option<Time> {
    // What is longer than any date is none, and need not be looked through.
    if text.len() > 128 {
        return None;
    }
    let lower = text.to_ascii_lowercase();
    let clock = Clock::find(&lower);
    let date = match &clock {
        Some(clock) => read_date(&format!("{} {}", &lower[..clock.start], &lower[clock.end..]))?,
        None => read_date(&lower)?,
    };
    let (hour, minute, second, nanosecond, offset) = clock.map_or((0, 0, 0, 0, None), |clock| clock.reading);
    let time = jiff::civil::Time::new(hour, minute, second, nanosecond).ok()?;
    let civil: DateTime = date.to_datetime(time);
    Some(match offset {
        Some(Zone::Utc) => Time::utc(civil),
        Some(Zone::Offset(offset)) => Time::at(civil, offset),
        None => Time::at(civil, Offset::UTC),
    })
}

#[derive(Clone, Copy)]
enum Zone {
    Utc,
    Offset(Offset),
}

/// A time of day in a text.
struct Clock {
    start: usize,
    end: usize,
    reading: (i8, i8, i8, i32, Option<Zone>),
}

impl Clock {
    /// `10:00`, `10:00:30.5 pm +02:00`.
    fn find(text: &str) -> Option<Self> {
        let bytes = text.as_bytes();
        let colon = (1..bytes.len()).find(|&i| {
            bytes[i] == b':' && bytes[i - 1].is_ascii_digit() && bytes.get(i + 1).is_some_and(u8::is_ascii_digit)
        })?;
        let start = colon - bytes[..colon].iter().rev().take(2).take_while(|b| b.is_ascii_digit()).count();
        let mut hour: i8 = text[start..colon].parse().ok()?;
        let mut rest = Rest { text, at: colon + 1 };
        let minute = rest.digits(2)?.parse().ok()?;
        let (mut second, mut nanosecond) = (0, 0);
        if rest.take(':') {
            second = rest.digits(2)?.parse().ok()?;
            if rest.take('.') {
                let fraction = rest.digits(9)?;
                nanosecond = format!("{fraction:0<9}").parse().ok()?;
            }
        }
        let mark = rest.at;
        rest.blanks();
        if rest.take_word("am") || rest.take_word("a.m.") {
            hour %= 12;
        } else if rest.take_word("pm") || rest.take_word("p.m.") {
            hour = hour % 12 + 12;
        } else {
            rest.at = mark;
        }
        let mark = rest.at;
        rest.blanks();
        let zone = rest.zone();
        if zone.is_none() {
            rest.at = mark;
        }
        // A `t` before the time joins it to the date.
        let start = if bytes[..start].ends_with(b"t") { start - 1 } else { start };
        Some(Self { start, end: rest.at, reading: (hour, minute, second, nanosecond, zone) })
    }
}

struct Rest<'t> {
    text: &'t str,
    at: usize,
}

impl<'t> Rest<'t> {
    fn digits(&mut self, most: usize) -> Option<&'t str> {
        let rest = &self.text[self.at..];
        let len = rest.bytes().take(most).take_while(u8::is_ascii_digit).count();
        self.at += len;
        (len > 0).then_some(&rest[..len])
    }

    fn take(&mut self, mark: char) -> bool {
        let taken = self.text[self.at..].starts_with(mark);
        self.at += usize::from(taken);
        taken
    }

    fn take_word(&mut self, word: &str) -> bool {
        let rest = &self.text[self.at..];
        let taken = rest.strip_prefix(word).is_some_and(|after| !after.starts_with(|c: char| c.is_alphanumeric()));
        self.at += if taken { word.len() } else { 0 };
        taken
    }

    fn blanks(&mut self) {
        let rest = &self.text[self.at..];
        self.at += rest.len() - rest.trim_start().len();
    }

    fn zone(&mut self) -> Option<Zone> {
        if self.take_word("z") || self.take_word("utc") || self.take_word("gmt") {
            return Some(Zone::Utc);
        }
        let named =
            [("est", -5), ("edt", -4), ("cst", -6), ("cdt", -5), ("mst", -7), ("mdt", -6), ("pst", -8), ("pdt", -7)];
        for (name, hours) in named {
            if self.take_word(name) {
                return Some(Zone::Offset(Offset::constant(hours)));
            }
        }
        let sign = if self.take('+') {
            1
        } else if self.take('-') {
            -1
        } else {
            return None;
        };
        let hours: i32 = self.digits(2)?.parse().ok()?;
        self.take(':');
        let minutes: i32 = self.digits(2).map_or(Some(0), |digits| digits.parse().ok())?;
        Offset::from_seconds(sign * (hours * 60 + minutes) * 60).ok().map(Zone::Offset)
    }
}

const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// `2020-06-01`, `2020/6/1`, `1/6/2020`, `June 1, 2020`, `1st June 2020`, `June 2020`; around it may stand other words.
fn read_date(text: &str) -> Option<Date> {
    let words: Vec<&str> = text
        .split(|c: char| !c.is_alphanumeric() && !matches!(c, '-' | '/' | '.'))
        .filter(|word| !word.is_empty())
        .collect();
    for word in &words {
        for mark in ['-', '/', '.'] {
            let parts: Vec<&str> = word.split(mark).collect();
            if let [first, second, third] = parts[..]
                && let Some(date) = numbers(first, second, third)
            {
                return Some(date);
            }
        }
    }
    let (mut year, mut month, mut day) = (None, None, None);
    for part in words.iter().flat_map(|word| word.split(['-', '/', '.'])).filter(|part| !part.is_empty()) {
        let digits = part.bytes().take_while(u8::is_ascii_digit).count();
        if digits == 0 {
            let name = part.get(..3)?;
            if month.is_none() {
                month = MONTHS.iter().position(|&known| known == name).and_then(|i| i8::try_from(i + 1).ok());
            }
        } else if digits <= 2
            && day.is_none()
            && (digits == part.len() || matches!(&part[digits..], "st" | "nd" | "rd" | "th"))
        {
            day = part[..digits].parse::<i8>().ok();
        } else if digits == part.len() && year.is_none() {
            year = part.parse::<i16>().ok();
        }
    }
    Date::new(year?, month?, day.unwrap_or(1)).ok()
}

fn numbers(first: &str, second: &str, third: &str) -> Option<Date> {
    let month = second.parse::<i8>().ok().or_else(|| {
        let at = MONTHS.iter().position(|&known| second.get(..3) == Some(known))?;
        i8::try_from(at + 1).ok()
    })?;
    let (year, day) = if third.len() == 4 { (third, first) } else { (first, third) };
    let year: i16 = year.parse().ok().filter(|_| year.len() == 4)?;
    Date::new(year, month, day.parse().ok()?).ok()
}
