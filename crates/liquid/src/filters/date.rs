//! Filters of dates.

use super::{Args, to_text};
use crate::expand::Expander;
use crate::time::read::read_time;
use crate::time::write::write_time;
use crate::{Time, UnresolvedKind, Value};

type Result = std::result::Result<Value, String>;

/// `date`: what is no date stays as it is.
pub(super) fn date(expander: &mut Expander<'_>, input: &Value, args: &Args) -> Result {
    let format = args.text(0);
    if format.is_empty() {
        return Ok(input.clone());
    }
    if let Some(word) = input.as_str().filter(|word| is_now(word)) {
        return Ok(now(expander, word).map_or(Value::Nil, |now| Value::from(write_time(&now, &format))));
    }
    Ok(time_of(input).map_or_else(|| input.clone(), |time| Value::from(write_time(&time, &format))))
}

fn is_now(word: &str) -> bool {
    word.eq_ignore_ascii_case("now") || word.eq_ignore_ascii_case("today")
}

fn now(expander: &mut Expander<'_>, word: &str) -> Option<Time> {
    let now = expander.context.now;
    if now.is_none() {
        expander.note(UnresolvedKind::Variable, word, "no clock is read here, so that the same page stays the same");
    }
    now
}

fn time_of(value: &Value) -> Option<Time> {
    match value {
        Value::Time(time) => Some(*time),
        Value::Date(date) => Some(Time::midnight(*date)),
        // Digits alone are seconds since 1970, as a number is.
        Value::String(text) if !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit()) => {
            text.parse().ok().and_then(Time::from_instant)
        }
        Value::Int(seconds) => Time::from_instant(*seconds),
        Value::String(text) => read_time(text),
        _ => None,
    }
}

/// A date as Jekyll's own filters take it, on the site's clock; none for nil.
fn site_time(expander: &mut Expander<'_>, input: &Value) -> std::result::Result<Option<Time>, String> {
    match input {
        Value::Nil => return Ok(None),
        Value::String(word) if is_now(word) => return Ok(now(expander, word)),
        _ => {}
    }
    match time_of(input) {
        Some(time) => Ok(Some(time.local())),
        None => Err(format!("`{}` is no date", to_text(input).chars().take(40).collect::<String>())),
    }
}

pub(super) fn to_string(expander: &mut Expander<'_>, input: &Value, args: &Args) -> Result {
    shown(expander, input, args, "%b")
}

pub(super) fn to_long_string(expander: &mut Expander<'_>, input: &Value, args: &Args) -> Result {
    shown(expander, input, args, "%B")
}

fn shown(expander: &mut Expander<'_>, input: &Value, args: &Args, month: &str) -> Result {
    if *input == Value::from("") {
        return Ok(input.clone());
    }
    let Some(time) = site_time(expander, input)? else { return Ok(Value::Nil) };
    if args.value(0).as_str() != Some("ordinal") {
        return Ok(Value::from(write_time(&time, &format!("%d {month} %Y"))));
    }
    let day = time.civil.day();
    let ending = match (day % 10, day) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    };
    let format = if args.value(1).as_str() == Some("US") {
        format!("{month} {day}{ending}, %Y")
    } else {
        format!("{day}{ending} {month} %Y")
    };
    Ok(Value::from(write_time(&time, &format)))
}

pub(super) fn to_xmlschema(expander: &mut Expander<'_>, input: &Value, _: &Args) -> Result {
    formatted(expander, input, "%Y-%m-%dT%H:%M:%S%:z")
}

pub(super) fn to_rfc822(expander: &mut Expander<'_>, input: &Value, _: &Args) -> Result {
    formatted(expander, input, "%a, %d %b %Y %H:%M:%S %z")
}

fn formatted(expander: &mut Expander<'_>, input: &Value, format: &str) -> Result {
    if *input == Value::from("") {
        return Ok(input.clone());
    }
    Ok(site_time(expander, input)?.map_or(Value::Nil, |time| Value::from(write_time(&time, format))))
}
