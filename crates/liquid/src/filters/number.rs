//! Filters of numbers.

use super::Args;
use crate::Value;
use crate::expand::Expander;
use crate::value::number::{Decimal, Number, exact, leading_int, to_integer, to_number};

type Result = std::result::Result<Value, String>;

pub(super) fn plus(_: &mut Expander<'_>, input: &Value, args: &Args) -> Result {
    Ok(exact(to_number(input), to_number(args.value(0)), i64::checked_add, Decimal::plus, |a, b| a + b))
}

pub(super) fn minus(_: &mut Expander<'_>, input: &Value, args: &Args) -> Result {
    Ok(exact(to_number(input), to_number(args.value(0)), i64::checked_sub, Decimal::minus, |a, b| a - b))
}

pub(super) fn times(_: &mut Expander<'_>, input: &Value, args: &Args) -> Result {
    Ok(exact(to_number(input), to_number(args.value(0)), i64::checked_mul, Decimal::times, |a, b| a * b))
}

pub(super) fn divided_by(_: &mut Expander<'_>, input: &Value, args: &Args) -> Result {
    let (left, right) = (to_number(input), to_number(args.value(0)));
    if let (Number::Int(left), Number::Int(right)) = (left, right) {
        return floor_div(left, right).map(Value::Int).ok_or_else(|| "it divides by 0".to_owned());
    }
    // Decimals divide by 0 as floats do: `Infinity`.
    Ok(Value::Float(left.as_f64() / right.as_f64()))
}

pub(super) fn modulo(_: &mut Expander<'_>, input: &Value, args: &Args) -> Result {
    let (left, right) = (to_number(input), to_number(args.value(0)));
    if right.as_f64() == 0.0 {
        return Err("it divides by 0".to_owned());
    }
    let ints =
        |left: i64, right: i64| floor_div(left, right).and_then(|whole| left.checked_sub(whole.checked_mul(right)?));
    Ok(exact(left, right, ints, Decimal::modulo, |a, b| a - b * (a / b).floor()))
}

/// Division that rounds down, as Ruby's.
fn floor_div(left: i64, right: i64) -> Option<i64> {
    let whole = left.checked_div(right)?;
    Some(if left % right != 0 && (left < 0) != (right < 0) { whole - 1 } else { whole })
}

pub(super) fn abs(_: &mut Expander<'_>, input: &Value, _: &Args) -> Result {
    Ok(match to_number(input) {
        Number::Int(value) => Value::Int(value.saturating_abs()),
        Number::Decimal(value) => Value::Float(value.abs()),
    })
}

pub(super) fn ceil(_: &mut Expander<'_>, input: &Value, _: &Args) -> Result {
    Ok(whole(to_number(input), f64::ceil))
}

pub(super) fn floor(_: &mut Expander<'_>, input: &Value, _: &Args) -> Result {
    Ok(whole(to_number(input), f64::floor))
}

#[expect(clippy::cast_possible_truncation, reason = "the fraction is gone, and what is too large saturates")]
fn whole(number: Number, round: fn(f64) -> f64) -> Value {
    Value::Int(match number {
        Number::Int(value) => value,
        Number::Decimal(value) => round(value) as i64,
    })
}

pub(super) fn round(_: &mut Expander<'_>, input: &Value, args: &Args) -> Result {
    let places = args.get(0).map_or(0, to_integer).clamp(-18, 18);
    match to_number(input) {
        Number::Int(value) if places >= 0 => Ok(Value::Int(value)),
        Number::Int(value) => {
            let unit = 10_i128.pow(u32::try_from(-places).unwrap_or(0));
            let half = if value < 0 { -unit / 2 } else { unit / 2 };
            Ok(Value::Int(i64::try_from((i128::from(value) + half) / unit * unit).unwrap_or(value)))
        }
        number @ Number::Decimal(_) if places <= 0 => {
            let Value::Int(value) = whole(number, f64::round) else { return Ok(Value::Nil) };
            if places == 0 { Ok(Value::Int(value)) } else { Ok(Value::Float(rounded(number.as_f64(), places))) }
        }
        Number::Decimal(value) => Ok(Value::Float(rounded(value, places))),
    }
}

/// Half away from zero, by the digits as written: 1.005 to two places is 1.01, though its binary form is less.
fn rounded(value: f64, places: i64) -> f64 {
    let shift = |value: f64, by: i64| {
        let text = format!("{value:e}");
        let (digits, exponent) = text.split_once('e').unwrap_or((&text, "0"));
        let exponent = exponent.parse::<i64>().unwrap_or(0) + by;
        format!("{digits}e{exponent}").parse::<f64>().unwrap_or(value)
    };
    shift(shift(value, places).round(), -places)
}

pub(super) fn at_least(_: &mut Expander<'_>, input: &Value, args: &Args) -> Result {
    let (left, right) = (to_number(input), to_number(args.value(0)));
    Ok(value(if left.as_f64() < right.as_f64() { right } else { left }))
}

pub(super) fn at_most(_: &mut Expander<'_>, input: &Value, args: &Args) -> Result {
    let (left, right) = (to_number(input), to_number(args.value(0)));
    Ok(value(if left.as_f64() > right.as_f64() { right } else { left }))
}

fn value(number: Number) -> Value {
    match number {
        Number::Int(value) => Value::Int(value),
        Number::Decimal(value) => Value::Float(value),
    }
}

#[expect(clippy::cast_possible_truncation, reason = "Ruby's `to_i` drops the fraction")]
pub(super) fn to_int(_: &mut Expander<'_>, input: &Value, _: &Args) -> Result {
    Ok(Value::Int(match input {
        Value::Int(value) => *value,
        Value::Float(value) => *value as i64,
        Value::Bool(value) => i64::from(*value),
        Value::String(text) => leading_int(text),
        Value::Time(time) => time.instant(),
        Value::Nil => 0,
        Value::Array(_) | Value::Object(_) | Value::Date(_) | Value::Range(..) | Value::Empty | Value::Blank => {
            return Err("it is no number".to_owned());
        }
    }))
}
