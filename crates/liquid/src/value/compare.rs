//! Equality, order and membership, as Liquid's operators take them.

use super::display::write_ruby;
use crate::Value;
use std::cmp::Ordering;

/// `==`: numbers by value, and the words `empty` and `blank` by what they say.
pub(crate) fn equal(left: &Value, right: &Value) -> bool {
    match (left, right) {
        (Value::Empty, Value::Empty) | (Value::Blank, Value::Blank) => true,
        (Value::Empty, other) | (other, Value::Empty) => is_empty(other),
        // Jekyll's values know no `blank?`, so nothing equals it.
        (Value::Blank, _) | (_, Value::Blank) => false,
        #[expect(clippy::cast_precision_loss, reason = "Ruby compares an integer with a float as floats")]
        (&Value::Int(int), &Value::Float(float)) | (&Value::Float(float), &Value::Int(int)) => int as f64 == float,
        (Value::Array(left), Value::Array(right)) => {
            left.len() == right.len() && left.iter().zip(right.iter()).all(|(left, right)| equal(left, right))
        }
        _ => left == right,
    }
}

fn is_empty(value: &Value) -> bool {
    match value {
        Value::String(text) => text.is_empty(),
        Value::Array(values) => values.is_empty(),
        Value::Object(object) => object.is_empty(),
        Value::Empty => true,
        Value::Nil
        | Value::Bool(_)
        | Value::Int(_)
        | Value::Float(_)
        | Value::Date(_)
        | Value::Time(_)
        | Value::Range(..)
        | Value::Blank => false,
    }
}

/// `<` and its kin; none where one is nil or has no order.
///
/// # Errors
/// Values of two kinds, at which Jekyll stops; in one clause.
pub(crate) fn order(left: &Value, right: &Value) -> Result<Option<Ordering>, String> {
    if let Some(order) = same_kind(left, right) {
        return Ok(order);
    }
    match (kind(left), kind(right)) {
        (Some(left), Some(right)) => Err(format!("a {left} cannot be compared with a {right}")),
        // `number < nil` stops Jekyll as well; `nil < number` is false.
        (Some(left), None) if *right == Value::Nil && left != "truth value" => Ok(None),
        _ => Ok(None),
    }
}

/// The order of two values of one kind; none for others, `Some(None)` for numbers without an order.
pub(crate) fn same_kind(left: &Value, right: &Value) -> Option<Option<Ordering>> {
    match (left, right) {
        (Value::Int(left), Value::Int(right)) => Some(Some(left.cmp(right))),
        (Value::Int(_) | Value::Float(_), Value::Int(_) | Value::Float(_)) => {
            Some(as_float(left).partial_cmp(&as_float(right)))
        }
        (Value::String(left), Value::String(right)) => Some(Some(left.cmp(right))),
        (Value::Date(left), Value::Date(right)) => Some(Some(left.cmp(right))),
        (Value::Time(left), Value::Time(right)) => Some(Some(left.instant().cmp(&right.instant()))),
        _ => None,
    }
}

#[expect(clippy::cast_precision_loss, reason = "Ruby compares an integer with a float as floats")]
fn as_float(value: &Value) -> f64 {
    match value {
        Value::Int(value) => *value as f64,
        Value::Float(value) => *value,
        _ => f64::NAN,
    }
}

fn kind(value: &Value) -> Option<&'static str> {
    match value {
        Value::Int(_) | Value::Float(_) => Some("number"),
        Value::String(_) => Some("text"),
        Value::Date(_) | Value::Time(_) => Some("date"),
        Value::Nil
        | Value::Bool(_)
        | Value::Array(_)
        | Value::Object(_)
        | Value::Range(..)
        | Value::Empty
        | Value::Blank => None,
    }
}

/// `contains`: a text its part, an array its value, an object its name.
pub(crate) fn contains(left: &Value, right: &Value) -> bool {
    match (left, right) {
        (_, Value::Nil) => false,
        (Value::String(text), part) => {
            let mut wanted = String::new();
            write_ruby(&mut wanted, part, usize::MAX);
            text.contains(&*wanted)
        }
        (Value::Array(values), wanted) => values.iter().any(|value| equal(value, wanted)),
        (Value::Object(object), Value::String(name)) => object.get(name).is_some(),
        (Value::Range(first, last), Value::Int(number)) => first <= number && number <= last,
        _ => false,
    }
}
