//! YAML and JSON files as values of Liquid, read as Ruby reads them: `yes` is true, `12:30` is 45000, `2020-06-01` a date.

use crate::{SiteError, files};
use handbill_frontmatter::{Data, Date, Mapping, Problem, Value as Written};
use handbill_liquid::{Object, Time, Value};
use handbill_text::Lines;
use std::path::Path;

/// A file of YAML. JSON is YAML, too.
pub(crate) fn read_yaml(path: &Path) -> Result<Value, SiteError> {
    let text = files::read(path)?;
    let read = handbill_frontmatter::yaml(&text).map_err(|problem| syntax(path, &text, problem))?;
    Ok(read.as_ref().map_or(Value::Nil, value))
}

fn syntax(path: &Path, text: &str, problem: Problem) -> SiteError {
    let place = Lines::new(text).place(text, problem.span.start());
    SiteError::Syntax { path: path.to_owned(), line: place.line, column: place.column, message: problem.message }
}

fn value(written: &Written) -> Value {
    match &written.data {
        Data::Null => Value::Nil,
        Data::Bool(value) => Value::from(*value),
        Data::Int(value) => Value::from(*value),
        Data::Float(value) => Value::from(*value),
        Data::Text(text) => Value::from(text.as_str()),
        Data::Date(date) => moment(*date).unwrap_or_else(|| Value::from(written.written().unwrap_or_default())),
        Data::List(values) => values.iter().map(value).collect(),
        Data::Map(mapping) => Value::from(object(mapping)),
    }
}

fn object(mapping: &Mapping) -> Object {
    mapping.entries.iter().map(|entry| (entry.key.as_str(), value(&entry.value))).collect()
}

/// A date, or a moment; none for one that no calendar or clock has.
fn moment(date: Date) -> Option<Value> {
    let day = jiff::civil::Date::new(date.year, date.month.cast_signed(), date.day.cast_signed()).ok()?;
    let Some(time) = date.time else { return Some(Value::from(day)) };
    let (hour, minute, second) = (time.hour.cast_signed(), time.minute.cast_signed(), time.second.cast_signed());
    let clock = jiff::civil::Time::new(hour, minute, second, time.nanosecond.cast_signed()).ok()?;
    let offset = jiff::tz::Offset::from_seconds(time.offset.unwrap_or(0)).ok()?;
    Some(Value::from(Time::at(day.to_datetime(clock), offset)))
}
