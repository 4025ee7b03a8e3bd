//! A price in a text: a number with the sign, code or name of its currency.

use handbill_model::Price;
use handbill_text::Span;

/// The signs of currencies, and their ISO 4217 codes where a sign means one only.
const SIGNS: &[(&str, &str)] =
    &[("US$", "USD"), ("CA$", "CAD"), ("A$", "AUD"), ("$", ""), ("€", "EUR"), ("£", "GBP"), ("¥", "")];
const CODES: &[&str] = &[
    "USD", "EUR", "GBP", "CHF", "CAD", "AUD", "SEK", "NOK", "DKK", "JPY", "CZK", "PLN", "HUF", "RON", "ISK", "NZD",
    "SGD", "INR", "BRL", "MXN", "ZAR", "KES",
];

/// Names of currencies behind a number, and their codes.
const NAMES: &[(&str, &str)] = &[("euros", "EUR"), ("euro", "EUR"), ("Euros", "EUR"), ("Euro", "EUR")];

/// The next price in a text: a sign before the number or a code behind it.
pub(crate) fn next_price(text: &str, from: usize) -> Option<(Price, Span)> {
    let mut at = from;
    while let Some(start) = text.get(at..)?.bytes().position(|byte| byte.is_ascii_digit()) {
        let start = at + start;
        let end = text[start..]
            .find(|c: char| !c.is_ascii_digit() && c != ',' && c != '.')
            .map_or(text.len(), |end| start + end);
        let end = grouped(text, start, start + text[start..end].trim_end_matches([',', '.']).len());
        at = end;
        let before = text[..start].trim_end_matches(' ');
        let behind = text[end..].trim_start();
        let sign = SIGNS.iter().find(|(sign, _)| before.ends_with(sign) && text[..start].len() - before.len() <= 1);
        let named = CODES.iter().map(|code| (*code, *code)).chain(NAMES.iter().copied());
        let is_next =
            |word: &str| behind.strip_prefix(word).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric));
        let begins = behind.starts_with(|c: char| c.is_ascii_uppercase() || c == 'e');
        let code = begins.then(|| named.into_iter().find(|(word, _)| is_next(word))).flatten();
        // In `2031 €100` the sign is that of the next number.
        let own =
            |sign: &str| behind.strip_prefix(sign).is_some_and(|rest| !rest.starts_with(|c: char| c.is_ascii_digit()));
        let sign_behind = SIGNS.iter().skip(4).find(|(sign, _)| own(sign) && text[end..].len() - behind.len() <= 1);
        let is_last = |code: &str| before.strip_suffix(code).is_some_and(|rest| !rest.ends_with(char::is_alphanumeric));
        let ends = before.ends_with(|c: char| c.is_ascii_uppercase());
        let code_before = ends.then(|| CODES.iter().find(|code| is_last(code))).flatten();
        if let (None, None, None, Some(code)) = (sign, code, sign_behind, code_before) {
            let place = Span::new(before.len() - code.len()..end);
            let mut price = Price::new(place.of(text));
            price.amount = amount(&text[start..end]);
            (*code).clone_into(&mut price.currency);
            return Some((price, place));
        }
        let place = match (sign, code, sign_behind) {
            (Some((sign, _)), None, _) => Span::new(before.len() - sign.len()..end),
            (sign, Some((word, _)), _) => Span::new(
                sign.map_or(start, |(sign, _)| before.len() - sign.len())..text.len() - behind.len() + word.len(),
            ),
            (None, None, Some((sign, _))) => Span::new(start..text.len() - behind.len() + sign.len()),
            (None, None, None) => continue,
        };
        let mut price = Price::new(place.of(text));
        price.amount = amount(&text[start..end]);
        let known = code
            .map(|(_, code)| code.to_owned())
            .or_else(|| sign.or(sign_behind).map(|(_, code)| (*code).to_owned()))
            .unwrap_or_default();
        if known.is_empty() {
            price.symbol = sign.or(sign_behind).map(|(sign, _)| (*sign).to_owned()).unwrap_or_default();
        }
        price.currency = known;
        return Some((price, place));
    }
    None
}

/// The end of a number whose thousands stand apart, as the Swiss write it, `1'200`, or much of Europe, `1 200 €`.
fn grouped(text: &str, start: usize, end: usize) -> usize {
    const BLANKS: [char; 4] = [' ', '\u{a0}', '\u{202f}', '\u{2009}'];
    // `2031 500 NOK` is a year and a price.
    let short = end - start <= 3 && text[start..end].bytes().all(|byte| byte.is_ascii_digit());
    let three = |rest: &str| rest.bytes().take_while(u8::is_ascii_digit).count() == 3;
    let mut end = end;
    while let Some(rest) =
        text[end..].strip_prefix(['\'', '’']).or_else(|| text[end..].strip_prefix(BLANKS).filter(|_| short))
        && three(rest)
    {
        end = text.len() - rest.len() + 3;
    }
    end
}

/// A decimal number without grouping: `2,500` and `2500.00` are `2500`.
fn amount(digits: &str) -> String {
    let (whole, rest) = match digits.rfind(['.', ',']) {
        Some(at) if digits.len() - at - 1 == 2 => (&digits[..at], &digits[at + 1..]),
        Some(_) | None => (digits, ""),
    };
    let whole: String = whole.chars().filter(char::is_ascii_digit).collect();
    if rest.is_empty() || rest == "00" { whole } else { format!("{whole}.{rest}") }
}
