//! Values as text: as an output prints them, and as Ruby shows them.

use crate::{Time, Value};
use std::fmt::Write as _;

/// Appends `value` as an output prints it, until `text` is longer than `limit`; how many values that touched.
pub(crate) fn write_text(text: &mut String, value: &Value, limit: usize) -> usize {
    match value {
        Value::Array(values) => {
            let mut touched = 1;
            for value in values.iter() {
                if text.len() > limit {
                    break;
                }
                touched += write_text(text, value, limit);
            }
            touched
        }
        _ => write_ruby(text, value, limit),
    }
}

/// Appends `value` as Ruby's `to_s` gives it: arrays and objects are shown, texts are themselves.
pub(crate) fn write_ruby(text: &mut String, value: &Value, limit: usize) -> usize {
    match value {
        Value::Nil | Value::Empty | Value::Blank => {}
        Value::String(value) => text.push_str(value),
        Value::Array(_) | Value::Object(_) => return write_shown(text, value, limit),
        Value::Bool(value) => text.push_str(if *value { "true" } else { "false" }),
        Value::Int(value) => append(text, format_args!("{value}")),
        Value::Float(value) => text.push_str(&float(*value)),
        Value::Date(date) => append(text, format_args!("{date}")),
        Value::Time(time) => text.push_str(&shown_time(time)),
        Value::Range(first, last) => append(text, format_args!("{first}..{last}")),
    }
    1
}

/// Appends `value` as Ruby's `inspect` shows it: `{"title"=>"Talks", "count"=>2}`.
pub(crate) fn write_shown(text: &mut String, value: &Value, limit: usize) -> usize {
    let mut touched = 1;
    match value {
        Value::Nil => text.push_str("nil"),
        Value::Empty | Value::Blank => text.push_str("\"\""),
        Value::String(value) => quote(text, value),
        Value::Array(values) => {
            text.push('[');
            for (i, value) in values.iter().enumerate() {
                if text.len() > limit {
                    break;
                }
                text.push_str(if i > 0 { ", " } else { "" });
                touched += write_shown(text, value, limit);
            }
            text.push(']');
        }
        Value::Object(object) => {
            text.push('{');
            for (i, (name, value)) in object.iter().enumerate() {
                if text.len() > limit {
                    break;
                }
                text.push_str(if i > 0 { ", " } else { "" });
                quote(text, name);
                text.push_str("=>");
                touched += write_shown(text, value, limit);
            }
            text.push('}');
        }
        // Ruby shows a date with its Julian day number, and the one at which the Gregorian calendar starts.
        Value::Date(date) => {
            let days = date.duration_since(jiff::civil::Date::constant(1970, 1, 1)).as_hours() / 24;
            append(text, format_args!("#<Date: {date} (({}j,0s,0n),+0s,2299161j)>", days + 2_440_588));
        }
        Value::Bool(_) | Value::Int(_) | Value::Float(_) | Value::Time(_) | Value::Range(..) => {
            write_ruby(text, value, limit);
        }
    }
    touched
}

/// As Ruby's `String#inspect`.
fn quote(out: &mut String, text: &str) {
    out.push('"');
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            '\r' => out.push_str("\\r"),
            '\u{b}' => out.push_str("\\v"),
            '\u{c}' => out.push_str("\\f"),
            '\u{8}' => out.push_str("\\b"),
            '\u{7}' => out.push_str("\\a"),
            '\u{1b}' => out.push_str("\\e"),
            // `#{`, `#$` and `#@` would be read as code.
            '#' if matches!(chars.peek(), Some('{' | '$' | '@')) => out.push_str("\\#"),
            c if c.is_ascii_control() => append(out, format_args!("\\x{:02X}", u32::from(c))),
            c => out.push(c),
        }
    }
    out.push('"');
}

fn append(text: &mut String, parts: std::fmt::Arguments<'_>) {
    text.write_fmt(parts).expect("writing to a String does not fail");
}

/// A float as Ruby prints it: always with a point, with an exponent from 1e16 on and below 1e-4.
pub(crate) fn float(value: f64) -> String {
    if value.is_nan() {
        return "NaN".to_owned();
    }
    if value.is_infinite() {
        return if value > 0.0 { "Infinity" } else { "-Infinity" }.to_owned();
    }
    let size = value.abs();
    if size != 0.0 && !(1e-4..1e16).contains(&size) {
        let scientific = format!("{value:e}");
        let (digits, exponent) = scientific.split_once('e').unwrap_or((&scientific, "0"));
        let point = if digits.contains('.') { "" } else { ".0" };
        let exponent: i32 = exponent.parse().unwrap_or(0);
        let sign = if exponent < 0 { '-' } else { '+' };
        return format!("{digits}{point}e{sign}{:02}", exponent.abs());
    }
    format!("{value:?}")
}

/// As Ruby's `Time#to_s`: `2020-06-01 10:00:00 +0200`, or `UTC` for its offset.
fn shown_time(time: &Time) -> String {
    let civil = time.civil.strftime("%Y-%m-%d %H:%M:%S");
    if time.utc {
        return format!("{civil} UTC");
    }
    let minutes = time.offset.seconds() / 60;
    let sign = if minutes < 0 { '-' } else { '+' };
    format!("{civil} {sign}{:02}{:02}", minutes.abs() / 60, minutes.abs() % 60)
}
