//! What a plain scalar means to Ruby's Psych, which resolves it by YAML 1.1 with habits of its own.

use crate::Data;
use crate::date;

/// Resolves a plain scalar. Text is what remains.
///
/// Beyond <https://yaml.org/type/>: commas group digits as underscores do, `y` and `n` are text, a base 60 number of
/// two parts is hours and minutes in seconds, an exponent needs a sign.
pub(crate) fn resolve(text: &str) -> Data {
    let Some(&first) = text.as_bytes().first() else { return Data::Null };
    // A word costs one look: most scalars are text that starts with a letter none of these words starts with.
    match first {
        b'~' | b'n' | b'N' | b't' | b'T' | b'f' | b'F' | b'y' | b'Y' | b'o' | b'O' => word(text),
        b'0'..=b'9' | b'-' | b'+' | b'.' => number(text),
        _ => None,
    }
    .unwrap_or_else(|| Data::Text(text.to_owned()))
}

fn word(text: &str) -> Option<Data> {
    let is = |words: &[&str]| words.iter().any(|word| text.eq_ignore_ascii_case(word));
    if text == "~" || is(&["null"]) {
        Some(Data::Null)
    } else if is(&["true", "yes", "on"]) {
        Some(Data::Bool(true))
    } else if is(&["false", "no", "off"]) {
        Some(Data::Bool(false))
    } else {
        None
    }
}

fn number(text: &str) -> Option<Data> {
    if text.len() > 512 {
        return None;
    }
    let (sign, digits) = match text.as_bytes()[0] {
        b'-' => (-1, &text[1..]),
        b'+' => (1, &text[1..]),
        _ => (1, text),
    };
    if digits.eq_ignore_ascii_case(".inf") {
        return Some(Data::Float(f64::INFINITY * f64::from(sign)));
    }
    if text.eq_ignore_ascii_case(".nan") {
        return Some(Data::Float(f64::NAN));
    }
    if digits.len() == text.len()
        && let Some(date) = date::parse(text)
    {
        return Some(Data::Date(date));
    }
    integer(digits, sign).or_else(|| sexagesimal(digits, sign)).or_else(|| float(digits, sign))
}

fn integer(digits: &str, sign: i32) -> Option<Data> {
    let (radix, body) = match digits.as_bytes() {
        [b'0', b'x', ..] => (16, &digits[2..]),
        [b'0', b'b', ..] => (2, &digits[2..]),
        [b'0', _, ..] => (8, digits),
        _ => (10, digits),
    };
    let grouped = |byte: u8| byte == b'_' || byte == b',';
    if !body.bytes().all(|byte| grouped(byte) || char::from(byte).is_digit(radix)) {
        return None;
    }
    if radix == 10 {
        // `1_000` and `1,00` are numbers, `1__0`, `1_` and `1,` are not.
        let bytes = body.as_bytes();
        let lone = |i: usize| i > 0 && !grouped(bytes[i - 1]) && bytes.get(i + 1).is_some_and(u8::is_ascii_digit);
        if bytes.is_empty() || (0..bytes.len()).any(|i| grouped(bytes[i]) && !lone(i)) {
            return None;
        }
    }
    let plain: String = body.chars().filter(char::is_ascii_alphanumeric).collect();
    if plain.is_empty() {
        return None;
    }
    let prefix = if sign < 0 { "-" } else { "" };
    Some(match i64::from_str_radix(&format!("{prefix}{plain}"), radix) {
        Ok(number) => Data::Int(number),
        Err(_) => Data::Text(format!("{prefix}{}", decimal(&plain, radix))),
    })
}

/// The decimal digits of a number that is too large for an integer of 64 bits.
fn decimal(digits: &str, radix: u32) -> String {
    let mut out = vec![0_u8];
    for digit in digits.chars().filter_map(|c| c.to_digit(radix)) {
        let mut carry = digit;
        for place in &mut out {
            carry += u32::from(*place) * radix;
            *place = (carry % 10) as u8;
            carry /= 10;
        }
        while carry > 0 {
            out.push((carry % 10) as u8);
            carry /= 10;
        }
    }
    out.iter().rev().map(|&digit| char::from(b'0' + digit)).collect()
}

/// `12:30` is 45000 and `12:30:45` is 45045: hours first, whether there are two parts or three.
fn sexagesimal(digits: &str, sign: i32) -> Option<Data> {
    let (first, rest) = digits.split_once(':')?;
    let (minutes, seconds) = rest.split_once(':').map_or((rest, None), |(minutes, seconds)| (minutes, Some(seconds)));
    let last = seconds.unwrap_or(minutes);
    let (last, fraction) = last.split_once('.').map_or((last, None), |(last, fraction)| (last, Some(fraction)));
    let digit_or_line = |b: u8| b.is_ascii_digit() || b == b'_';
    if !first.starts_with(|c: char| c.is_ascii_digit())
        || !first.bytes().all(digit_or_line)
        || !fraction.unwrap_or("").bytes().all(digit_or_line)
    {
        return None;
    }
    // Ruby gives the sign to the hours alone: `-1:30` is half an hour before midnight.
    let first = i64::from(sign) * first.replace('_', "").parse::<i64>().ok()?;
    let sixtieths = |part: &str| -> Option<i64> {
        let fits = matches!(part.len(), 1 | 2) && part.bytes().all(|b| b.is_ascii_digit());
        part.parse().ok().filter(|n| fits && *n < 60)
    };
    let (minutes, seconds) = match seconds {
        Some(_) => (sixtieths(minutes)?, sixtieths(last)?),
        None => (sixtieths(last)?, 0),
    };
    let whole = first.checked_mul(3600)?.checked_add(minutes * 60 + seconds)?;
    let Some(fraction) = fraction else { return Some(Data::Int(whole)) };
    // A fraction belongs to the last part, and that is minutes where there are two.
    let part: f64 = format!("{last}.{}", fraction.replace('_', "")).parse().ok()?;
    let (before, unit) = if rest.contains(':') { (first * 3600 + minutes * 60, 1.0) } else { (first * 3600, 60.0) };
    Some(Data::Float(before as f64 + part * unit))
}

fn float(digits: &str, sign: i32) -> Option<Data> {
    let (whole, rest) = digits.split_once('.')?;
    let (fraction, exponent) = match rest.find(['e', 'E']) {
        Some(i) => (&rest[..i], Some(&rest[i + 1..])),
        None => (rest, None),
    };
    let is_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let whole_fits = whole.is_empty()
        || (whole.as_bytes()[0].is_ascii_digit()
            && whole.bytes().all(|b| b.is_ascii_digit() || b == b'_' || b == b','));
    let exponent_fits = exponent
        .is_none_or(|text| text.strip_prefix(['+', '-']).is_some_and(|digits| !digits.is_empty() && is_digits(digits)));
    if !(whole_fits && exponent_fits && is_digits(fraction)) || (whole.is_empty() && fraction.is_empty()) {
        return None;
    }
    let plain: String = digits.chars().filter(|c| *c != ',' && *c != '_').collect();
    let number: f64 = plain.parse().ok()?;
    Some(Data::Float(number * f64::from(sign)))
}
