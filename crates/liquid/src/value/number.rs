//! Numbers as Liquid's filters take and compute them.

use crate::Value;

/// A number to compute with: whole, or decimal as `mantissa / 10^scale`, as Ruby's `BigDecimal` would have it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Number {
    Int(i64),
    Decimal(f64),
}

/// What a filter takes for a number: a text its leading digits, all else 0.
pub(crate) fn to_number(value: &Value) -> Number {
    match value {
        Value::Int(value) => Number::Int(*value),
        Value::Float(value) => Number::Decimal(*value),
        Value::String(text) => {
            let text = text.trim();
            if is_decimal(text) { Number::Decimal(text.parse().unwrap_or(0.0)) } else { Number::Int(leading_int(text)) }
        }
        Value::Nil
        | Value::Bool(_)
        | Value::Array(_)
        | Value::Object(_)
        | Value::Date(_)
        | Value::Time(_)
        | Value::Range(..)
        | Value::Empty
        | Value::Blank => Number::Int(0),
    }
}

/// What a `limit`, an `offset`, an index or an end of a range is.
#[expect(clippy::cast_possible_truncation, reason = "a float's whole part, saturating, is what is wanted")]
pub(crate) fn to_integer(value: &Value) -> i64 {
    match to_number(value) {
        Number::Int(value) => value,
        Number::Decimal(value) => value as i64,
    }
}

/// What `slice` and `truncate` take for a number; unlike other filters they refuse what is none.
pub(crate) fn strict_integer(value: &Value) -> Result<i64, String> {
    match value {
        Value::Int(value) => Ok(*value),
        Value::String(text) => text.trim().parse().map_err(|_| format!("`{text}` is no whole number")),
        other => Err(format!("`{other}` is no whole number")),
    }
}

/// The digits that a text starts with, as Ruby's `to_i`.
pub(crate) fn leading_int(text: &str) -> i64 {
    let text = text.trim_start();
    let sign = usize::from(text.starts_with(['-', '+']));
    let mut value: i64 = 0;
    let mut previous_digit = false;
    for byte in text.bytes().skip(sign) {
        match byte {
            b'0'..=b'9' => {
                value = value.saturating_mul(10).saturating_add(i64::from(byte - b'0'));
                previous_digit = true;
            }
            b'_' if previous_digit => previous_digit = false,
            _ => break,
        }
    }
    if text.starts_with('-') { -value } else { value }
}

/// `-?\d+\.\d+`.
fn is_decimal(text: &str) -> bool {
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    text.strip_prefix('-').unwrap_or(text).split_once('.').is_some_and(|(whole, rest)| digits(whole) && digits(rest))
}

impl Number {
    #[expect(clippy::cast_precision_loss, reason = "a whole number beyond 2^53 among decimals is rounded")]
    pub(crate) fn as_f64(self) -> f64 {
        match self {
            Self::Int(value) => value as f64,
            Self::Decimal(value) => value,
        }
    }
}

/// A sum, difference or product: exact for whole numbers and, as long as they are short, for decimals: 0.1 + 0.2 is 0.3.
pub(crate) fn exact(
    left: Number,
    right: Number,
    ints: fn(i64, i64) -> Option<i64>,
    decimals: fn(Decimal, Decimal) -> Option<Decimal>,
    floats: fn(f64, f64) -> f64,
) -> Value {
    if let (Number::Int(left), Number::Int(right)) = (left, right)
        && let Some(result) = ints(left, right)
    {
        return Value::Int(result);
    }
    let exact = decimal(left).zip(decimal(right)).and_then(|(left, right)| decimals(left, right));
    Value::Float(exact.map_or_else(|| floats(left.as_f64(), right.as_f64()), Decimal::to_f64))
}

/// `mantissa / 10^scale`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Decimal {
    mantissa: i128,
    scale: u32,
}

fn decimal(number: Number) -> Option<Decimal> {
    let value = match number {
        Number::Int(value) => return Some(Decimal { mantissa: value.into(), scale: 0 }),
        Number::Decimal(value) => value,
    };
    let text = format!("{value}");
    let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
    let scale = u32::try_from(fraction.len()).ok().filter(|&scale| scale <= 18)?;
    Some(Decimal { mantissa: format!("{whole}{fraction}").parse().ok()?, scale })
}

impl Decimal {
    fn aligned(self, other: Self) -> Option<(i128, i128, u32)> {
        let scale = self.scale.max(other.scale);
        let left = self.mantissa.checked_mul(10_i128.checked_pow(scale - self.scale)?)?;
        let right = other.mantissa.checked_mul(10_i128.checked_pow(scale - other.scale)?)?;
        Some((left, right, scale))
    }

    pub(crate) fn plus(self, other: Self) -> Option<Self> {
        let (left, right, scale) = self.aligned(other)?;
        Some(Self { mantissa: left.checked_add(right)?, scale })
    }

    pub(crate) fn minus(self, other: Self) -> Option<Self> {
        let (left, right, scale) = self.aligned(other)?;
        Some(Self { mantissa: left.checked_sub(right)?, scale })
    }

    pub(crate) fn times(self, other: Self) -> Option<Self> {
        Some(Self { mantissa: self.mantissa.checked_mul(other.mantissa)?, scale: self.scale + other.scale })
    }

    pub(crate) fn modulo(self, other: Self) -> Option<Self> {
        let (left, right, scale) = self.aligned(other)?;
        let rest = left.checked_rem(right)?;
        Some(Self { mantissa: if rest != 0 && (rest < 0) != (right < 0) { rest + right } else { rest }, scale })
    }

    fn to_f64(self) -> f64 {
        // Parsing rounds correctly, dividing would round twice.
        format!("{}e-{}", self.mantissa, self.scale).parse().unwrap_or(0.0)
    }
}
