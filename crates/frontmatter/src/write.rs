//! Values as text, for edits.

use std::fmt::Write as _;

use crate::yaml::resolve;
use crate::{Data, Format};

/// `data` on one line; `None` where the format has no way to write it.
pub(crate) fn one_line(data: &Data, format: Format, in_brackets: bool) -> Option<String> {
    let inner = |data: &Data| one_line(data, format, true);
    Some(match data {
        Data::Null => match format {
            Format::Yaml => "~".to_owned(),
            Format::Json => "null".to_owned(),
            Format::Toml => return None,
        },
        Data::Bool(truth) => truth.to_string(),
        Data::Int(number) => number.to_string(),
        Data::Float(number) => float(*number, format)?,
        Data::Text(text) => match format {
            Format::Yaml => yaml(text, in_brackets),
            Format::Toml | Format::Json => escaped(text),
        },
        Data::Date(date) => match format {
            Format::Yaml | Format::Toml => date.to_string(),
            Format::Json => return None,
        },
        Data::List(items) => {
            let items: Option<Vec<String>> = items.iter().map(|item| inner(&item.data)).collect();
            format!("[{}]", items?.join(", "))
        }
        Data::Map(map) => {
            let entry = |entry: &crate::Entry| Some(pair(&entry.key, &inner(&entry.value.data)?, format));
            let entries: Option<Vec<String>> = map.entries.iter().map(entry).collect();
            format!("{{{}}}", entries?.join(", "))
        }
    })
}

/// A key and its written value.
pub(crate) fn pair(key: &str, value: &str, format: Format) -> String {
    match format {
        Format::Yaml => format!("{}: {value}", yaml(key, true)),
        Format::Json => format!("{}: {value}", escaped(key)),
        Format::Toml => {
            let bare = !key.is_empty() && key.chars().all(|c| c.is_ascii_alphanumeric() || c == '_' || c == '-');
            if bare { format!("{key} = {value}") } else { format!("{} = {value}", escaped(key)) }
        }
    }
}

fn float(number: f64, format: Format) -> Option<String> {
    if !number.is_finite() {
        let word = if number.is_nan() { "nan" } else { "inf" };
        let sign = if number < 0.0 { "-" } else { "" };
        return match format {
            Format::Yaml => Some(format!("{sign}.{word}")),
            Format::Toml => Some(format!("{sign}{word}")),
            Format::Json => None,
        };
    }
    let written = format!("{number:?}");
    // YAML 1.1 wants a point and the sign of the exponent.
    Some(match written.split_once('e') {
        Some((digits, exponent)) => {
            let point = if digits.contains('.') { "" } else { ".0" };
            let sign = if exponent.starts_with('-') { "" } else { "+" };
            format!("{digits}{point}e{sign}{exponent}")
        }
        None => written,
    })
}

/// Text in YAML: plain where it stays itself, else in quotes.
fn yaml(text: &str, in_brackets: bool) -> String {
    if is_plain(text, in_brackets) { text.to_owned() } else { quoted(text) }
}

/// Text in YAML, in the quotes that need the fewest escapes.
pub(crate) fn quoted(text: &str) -> String {
    let printable = !text.chars().any(|c| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}' | '\u{feff}'));
    if printable && text.contains(['"', '\\']) { format!("'{}'", text.replace('\'', "''")) } else { escaped(text) }
}

fn is_plain(text: &str, in_brackets: bool) -> bool {
    let Some(first) = text.chars().next() else { return false };
    let starts = !"-?:,[]{}#&*!|>'\"%@`=<~".contains(first);
    let inside = !text.contains(": ") && !text.contains(" #") && !text.ends_with(':');
    let brackets = !in_brackets || !text.contains([',', '[', ']', '{', '}', ':']);
    let one_line = !text.chars().any(char::is_control) && text.trim() == text;
    let itself = matches!(resolve(text), Data::Text(same) if same == text);
    starts && inside && brackets && one_line && itself
}

/// In double quotes, with the escapes that YAML, TOML and JSON share.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            c if c.is_control() || matches!(c, '\u{2028}' | '\u{2029}' | '\u{feff}') => {
                // Writing into a String cannot fail.
                let _ = write!(out, "\\u{:04x}", u32::from(c));
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}
