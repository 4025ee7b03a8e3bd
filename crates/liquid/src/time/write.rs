//! Writes a date and time by a format, as Ruby's `strftime` does.

use crate::Time;
use jiff::civil::Weekday;

const MONTHS: [&str; 12] = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
];

/// How a directive pads and changes case: `%-d`, `%^b`, `%03d`.
#[derive(Clone, Copy, Default)]
struct Flags {
    pad: Option<Pad>,
    upper: bool,
    swap: bool,
    colons: usize,
    width: usize,
}

#[derive(Clone, Copy, PartialEq)]
enum Pad {
    None,
    Blank,
    Zero,
}

/// The text of `time` by `format`; what is no directive stays.
pub(crate) fn write_time(time: &Time, format: &str) -> String {
    let mut text = String::new();
    let mut rest = format;
    while let Some(at) = rest.find('%') {
        text.push_str(&rest[..at]);
        rest = &rest[at..];
        let (flags, len) = flags(&rest[1..]);
        let Some(letter) = rest[1 + len..].chars().next() else { break };
        match directive(time, letter, flags) {
            Some(part) => {
                text.push_str(&part);
                rest = &rest[1 + len + letter.len_utf8()..];
            }
            None => {
                text.push('%');
                rest = &rest[1..];
            }
        }
    }
    text.push_str(rest);
    text
}

fn flags(text: &str) -> (Flags, usize) {
    let mut flags = Flags::default();
    for (i, c) in text.char_indices() {
        match c {
            '-' => flags.pad = Some(Pad::None),
            '_' => flags.pad = Some(Pad::Blank),
            '0' if flags.width == 0 => flags.pad = Some(Pad::Zero),
            '^' => flags.upper = true,
            '#' => flags.swap = true,
            ':' => flags.colons += 1,
            // A width is bounded, so that a format of ten bytes does not fill the memory.
            '0'..='9' if flags.width < 100 => flags.width = flags.width * 10 + (c as usize - '0' as usize),
            _ => return (flags, i),
        }
    }
    (flags, text.len())
}

fn directive(time: &Time, letter: char, flags: Flags) -> Option<String> {
    let civil = time.civil;
    let number = |value: i64, width: usize| Some(padded(value, width, Pad::Zero, flags));
    let blank = |value: i64| Some(padded(value, 2, Pad::Blank, flags));
    let name = |value: &str, swaps: bool| Some(cased(value, Flags { swap: flags.swap && swaps, ..flags }));
    let composed = |format: &str| Some(cased(&write_time(time, format), flags));
    let hour12 = i64::from((civil.hour() + 11) % 12 + 1);
    let weekday = civil.weekday();
    let week = |from_sunday: bool| {
        let day = if from_sunday { weekday.to_sunday_zero_offset() } else { weekday.to_monday_zero_offset() };
        i64::from((civil.day_of_year() + 6 - i16::from(day)) / 7)
    };
    let iso = civil.date().iso_week_date();
    match letter {
        'Y' => number(civil.year().into(), if civil.year() < 0 { 5 } else { 4 }),
        'C' => number(i64::from(civil.year()).div_euclid(100), 2),
        'y' => number(i64::from(civil.year()).rem_euclid(100), 2),
        'm' => number(civil.month().into(), 2),
        'B' => name(month(civil.month()), true),
        'b' | 'h' => name(&month(civil.month())[..3], true),
        'd' => number(civil.day().into(), 2),
        'e' => blank(civil.day().into()),
        'j' => number(civil.day_of_year().into(), 3),
        'H' => number(civil.hour().into(), 2),
        'k' => blank(civil.hour().into()),
        'I' => number(hour12, 2),
        'l' => blank(hour12),
        'M' => number(civil.minute().into(), 2),
        'S' => number(civil.second().into(), 2),
        'L' | 'N' => {
            let digits = if flags.width > 0 {
                flags.width
            } else if letter == 'L' {
                3
            } else {
                9
            };
            let all = format!("{:09}", civil.subsec_nanosecond());
            Some(format!("{all:0<digits$}")[..digits].to_owned())
        }
        // Swapping case makes small letters of these, where it makes capitals of names.
        'p' if flags.swap => name(if civil.hour() < 12 { "am" } else { "pm" }, false),
        'p' => name(if civil.hour() < 12 { "AM" } else { "PM" }, true),
        'P' => name(if civil.hour() < 12 { "am" } else { "pm" }, false),
        'A' => name(day_name(weekday), true),
        'a' => name(&day_name(weekday)[..3], true),
        'u' => number(weekday.to_monday_one_offset().into(), 1),
        'w' => number(weekday.to_sunday_zero_offset().into(), 1),
        'G' => number(iso.year().into(), 4),
        'g' => number(i64::from(iso.year()).rem_euclid(100), 2),
        'V' => number(iso.week().into(), 2),
        'U' => number(week(true), 2),
        'W' => number(week(false), 2),
        's' => number(time.instant(), 1),
        'z' => Some(offset(time, flags.colons)),
        'Z' => Some(if time.offset.seconds() == 0 { "UTC".to_owned() } else { String::new() }),
        'n' => Some("\n".to_owned()),
        't' => Some("\t".to_owned()),
        '%' => Some("%".to_owned()),
        'c' => composed("%a %b %e %H:%M:%S %Y"),
        'D' | 'x' => composed("%m/%d/%y"),
        'F' => composed("%Y-%m-%d"),
        'T' | 'X' => composed("%H:%M:%S"),
        'R' => composed("%H:%M"),
        'r' => composed("%I:%M:%S %p"),
        'v' => composed("%e-%^b-%Y"),
        _ => None,
    }
}

fn padded(value: i64, width: usize, usual: Pad, flags: Flags) -> String {
    let width = flags.width.max(width);
    match flags.pad.unwrap_or(usual) {
        Pad::None => value.to_string(),
        Pad::Blank => format!("{value:width$}"),
        Pad::Zero => format!("{value:0width$}"),
    }
}

fn cased(value: &str, flags: Flags) -> String {
    let value = if flags.upper || (flags.swap && value.chars().any(char::is_lowercase)) {
        value.to_uppercase()
    } else {
        value.to_owned()
    };
    let width = flags.width;
    if flags.pad == Some(Pad::Zero) { format!("{value:0>width$}") } else { format!("{value:>width$}") }
}

fn offset(time: &Time, colons: usize) -> String {
    let seconds = time.offset.seconds();
    let sign = if seconds < 0 { '-' } else { '+' };
    let (hours, minutes, rest) = (seconds.abs() / 3600, seconds.abs() / 60 % 60, seconds.abs() % 60);
    match colons {
        0 => format!("{sign}{hours:02}{minutes:02}"),
        1 => format!("{sign}{hours:02}:{minutes:02}"),
        _ => format!("{sign}{hours:02}:{minutes:02}:{rest:02}"),
    }
}

fn month(number: i8) -> &'static str {
    MONTHS[usize::try_from(number).unwrap_or(1).clamp(1, 12) - 1]
}

const fn day_name(day: Weekday) -> &'static str {
    match day {
        Weekday::Monday => "Monday",
        Weekday::Tuesday => "Tuesday",
        Weekday::Wednesday => "Wednesday",
        Weekday::Thursday => "Thursday",
        Weekday::Friday => "Friday",
        Weekday::Saturday => "Saturday",
        Weekday::Sunday => "Sunday",
    }
}
