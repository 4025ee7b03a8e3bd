//! What a template computes with.

pub(crate) mod compare;
pub(crate) mod display;
pub(crate) mod json;
pub(crate) mod number;

use crate::Object;
use jiff::civil::{Date, DateTime};
use jiff::tz::Offset;
use std::fmt;
use std::sync::Arc;

/// A value of a template. Cloning is cheap: texts, arrays and objects are shared.
///
/// ```
/// use handbill_liquid::Value;
///
/// let years = Value::from(vec![Value::from(2019), Value::from("2020")]);
/// assert_eq!(years.to_string(), "20192020");
/// assert_eq!(Value::from(1e20).to_string(), "1.0e+20");
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Value {
    /// Nothing; also what an unknown variable is.
    #[default]
    Nil,
    /// `true` or `false`.
    Bool(bool),
    /// A whole number.
    Int(i64),
    /// A number with a fraction.
    Float(f64),
    /// Text.
    String(Arc<str>),
    /// Values in order.
    Array(Arc<Vec<Value>>),
    /// Values by name.
    Object(Object),
    /// A day, as YAML's `2020-06-01` gives.
    Date(Date),
    /// An instant with the offset at which it was written.
    Time(Time),
    /// The whole numbers from the first to the last, both included: `(1..5)`.
    Range(i64, i64),
    /// The word `empty`, equal to every empty text, array and object.
    Empty,
    /// The word `blank`, equal to what is empty, nil, false or white space.
    Blank,
}

/// A date and time of day at an offset from UTC.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Time {
    /// Date and time of day as its clock shows them.
    pub civil: DateTime,
    /// How far that clock is ahead of UTC.
    pub offset: Offset,
    /// Whether the clock is UTC itself and not just at its offset: Ruby prints `UTC` then, and `+0000` otherwise.
    pub utc: bool,
}

impl Value {
    /// The text, if it is one.
    #[must_use]
    pub fn as_str(&self) -> Option<&str> {
        if let Self::String(text) = self { Some(text) } else { None }
    }

    /// The values by name, if it is an object.
    #[must_use]
    pub fn as_object(&self) -> Option<&Object> {
        if let Self::Object(object) = self { Some(object) } else { None }
    }

    /// The values in order, if it is an array.
    #[must_use]
    pub fn as_array(&self) -> Option<&[Self]> {
        if let Self::Array(values) = self { Some(values) } else { None }
    }

    /// Whether `if` takes it for true: all but nil and false.
    #[must_use]
    pub const fn is_truthy(&self) -> bool {
        !matches!(self, Self::Nil | Self::Bool(false))
    }
}

impl From<bool> for Value {
    fn from(value: bool) -> Self {
        Self::Bool(value)
    }
}

impl From<i64> for Value {
    fn from(value: i64) -> Self {
        Self::Int(value)
    }
}

impl From<i32> for Value {
    fn from(value: i32) -> Self {
        Self::Int(value.into())
    }
}

impl From<usize> for Value {
    fn from(value: usize) -> Self {
        Self::Int(i64::try_from(value).unwrap_or(i64::MAX))
    }
}

impl From<f64> for Value {
    fn from(value: f64) -> Self {
        Self::Float(value)
    }
}

impl From<&str> for Value {
    fn from(value: &str) -> Self {
        Self::String(value.into())
    }
}

impl From<String> for Value {
    fn from(value: String) -> Self {
        Self::String(value.into())
    }
}

impl From<Vec<Value>> for Value {
    fn from(values: Vec<Value>) -> Self {
        Self::Array(Arc::new(values))
    }
}

impl From<Object> for Value {
    fn from(object: Object) -> Self {
        Self::Object(object)
    }
}

impl From<Date> for Value {
    fn from(date: Date) -> Self {
        Self::Date(date)
    }
}

impl From<Time> for Value {
    fn from(time: Time) -> Self {
        Self::Time(time)
    }
}

impl<V: Into<Value>> From<Option<V>> for Value {
    fn from(value: Option<V>) -> Self {
        value.map_or(Self::Nil, Into::into)
    }
}

impl FromIterator<Value> for Value {
    fn from_iter<I: IntoIterator<Item = Value>>(values: I) -> Self {
        Self::Array(Arc::new(values.into_iter().collect()))
    }
}

/// As an output prints it: an array as its values one after the other, an object as Ruby shows a hash.
impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut text = String::new();
        display::write_text(&mut text, self, usize::MAX);
        f.write_str(&text)
    }
}
