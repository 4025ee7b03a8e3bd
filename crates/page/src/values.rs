//! Front matter as Liquid and as JSON see it.

use handbill_frontmatter::{Data, Date, Mapping, Value};
use handbill_liquid as liquid;
use serde_json::Value as Json;

/// A mapping as Liquid's `page` has it.
pub(crate) fn to_liquid(mapping: &Mapping) -> liquid::Object {
    mapping.entries.iter().map(|entry| (entry.key.clone(), liquid_value(&entry.value))).collect()
}

fn liquid_value(value: &Value) -> liquid::Value {
    match &value.data {
        Data::Null => liquid::Value::Nil,
        Data::Bool(truth) => liquid::Value::Bool(*truth),
        Data::Int(number) => liquid::Value::Int(*number),
        Data::Float(number) => liquid::Value::Float(*number),
        Data::Text(text) => liquid::Value::from(text.as_str()),
        Data::Date(date) => liquid_date(*date, value),
        Data::List(items) => liquid::Value::from(items.iter().map(liquid_value).collect::<Vec<_>>()),
        Data::Map(mapping) => liquid::Value::Object(to_liquid(mapping)),
    }
}

fn liquid_date(date: Date, value: &Value) -> liquid::Value {
    let text = || liquid::Value::from(value.written().unwrap_or_default());
    let Some(day) = civil(date) else { return text() };
    let Some(time) = date.time else { return liquid::Value::Date(day) };
    let clock = day.at(time.hour.cast_signed(), time.minute.cast_signed(), time.second.cast_signed(), 0);
    let Ok(offset) = jiff::tz::Offset::from_seconds(time.offset.unwrap_or(0)) else { return text() };
    liquid::Value::Time(liquid::Time { civil: clock, offset, utc: time.offset.is_none() })
}

/// The civil date of a front matter's date; `None` for a day like 30 February.
pub(crate) fn civil(date: Date) -> Option<jiff::civil::Date> {
    jiff::civil::Date::new(date.year, date.month.cast_signed(), date.day.cast_signed()).ok()
}

/// A mapping as `page.front_matter` of Event JSON has it: every key as written.
pub(crate) fn to_json(mapping: &Mapping) -> serde_json::Map<String, Json> {
    mapping.entries.iter().map(|entry| (entry.key.clone(), json_value(&entry.value))).collect()
}

fn json_value(value: &Value) -> Json {
    let written = || Json::from(value.written().unwrap_or_default());
    match &value.data {
        Data::Null => Json::Null,
        Data::Bool(truth) if matches!(value.written(), Some("true" | "false") | None) => Json::from(*truth),
        Data::Int(number) if value.written() == Some(number.to_string().as_str()) => Json::from(*number),
        Data::Float(number) if number.is_finite() && value.written().is_none_or(|text| text.parse() == Ok(*number)) => {
            Json::from(*number)
        }
        // `12:30` is 45000 to Ruby and `yes` is true; what the author wrote is what is kept.
        Data::Bool(_) | Data::Int(_) | Data::Float(_) | Data::Text(_) | Data::Date(_) => written(),
        Data::List(items) => Json::from(items.iter().map(json_value).collect::<Vec<_>>()),
        Data::Map(mapping) => Json::Object(to_json(mapping)),
    }
}
