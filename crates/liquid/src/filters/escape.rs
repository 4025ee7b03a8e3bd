//! Filters that write a text for HTML, XML and URLs, and back.

use super::{Args, to_text};
use crate::Value;
use crate::expand::Expander;

type Result = std::result::Result<Value, String>;

pub(super) fn html(_: &mut Expander<'_>, input: &Value, _: &Args) -> Result {
    Ok(if *input == Value::Nil { Value::Nil } else { Value::from(escape_html(&to_text(input))) })
}

pub(crate) fn escape_html(text: &str) -> String {
    escaped(text, "&#39;", |_| false)
}

pub(super) fn html_once(_: &mut Expander<'_>, input: &Value, _: &Args) -> Result {
    Ok(Value::from(escaped(&to_text(input), "&#39;", is_entity)))
}

pub(super) fn xml(_: &mut Expander<'_>, input: &Value, _: &Args) -> Result {
    Ok(Value::from(escape_xml(&to_text(input))))
}

pub(super) fn escape_xml(text: &str) -> String {
    escaped(text, "&apos;", |_| false)
}

/// Escapes `& < > " '`, an ampersand only where `keeps` does not hold for what starts with it.
fn escaped(text: &str, apostrophe: &str, keeps: fn(&str) -> bool) -> String {
    let mut out = String::with_capacity(text.len());
    for (i, c) in text.char_indices() {
        match c {
            '&' if !keeps(&text[i..]) => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str(apostrophe),
            c => out.push(c),
        }
    }
    out
}

/// `&name;` or `&#123;` at the start. Names are looked at as far as one may go, so that the whole stays linear.
fn is_entity(text: &str) -> bool {
    let body = &text.as_bytes()[1..text.len().min(40)];
    let (digits, body) = if body.first() == Some(&b'#') { (true, &body[1..]) } else { (false, body) };
    let matches = |b: &&u8| if digits { b.is_ascii_digit() } else { b.is_ascii_alphabetic() };
    let len = body.iter().take_while(matches).count();
    len > 0 && body.get(len) == Some(&b';')
}

/// `application/x-www-form-urlencoded`: all but letters, digits and `*-._~` as octets, a blank as `+`.
pub(super) fn url_encode(_: &mut Expander<'_>, input: &Value, _: &Args) -> Result {
    if *input == Value::Nil {
        return Ok(Value::Nil);
    }
    let mut out = String::new();
    for byte in to_text(input).bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'*' | b'-' | b'.' | b'_' | b'~' => out.push(char::from(byte)),
            b' ' => out.push('+'),
            byte => out.push_str(&format!("%{byte:02X}")),
        }
    }
    Ok(Value::from(out))
}

pub(super) fn cgi(expander: &mut Expander<'_>, input: &Value, args: &Args) -> Result {
    if matches!(input, Value::String(_)) { url_encode(expander, input, args) } else { Err("it is no text".to_owned()) }
}

pub(super) fn url_decode(_: &mut Expander<'_>, input: &Value, _: &Args) -> Result {
    if *input == Value::Nil {
        return Ok(Value::Nil);
    }
    let text = to_text(input).replace('+', " ");
    let bytes = super::url::decoded(text.as_bytes());
    String::from_utf8(bytes).map(Value::from).map_err(|_| "what it decodes to is no UTF-8".to_owned())
}

const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

pub(super) fn base64_encode(_: &mut Expander<'_>, input: &Value, _: &Args) -> Result {
    let mut out = String::new();
    for chunk in to_text(input).as_bytes().chunks(3) {
        let bits = (0..3).fold(0_u32, |bits, i| bits << 8 | u32::from(chunk.get(i).copied().unwrap_or(0)));
        for i in 0..4 {
            let sextet = (bits >> (18 - 6 * i) & 63) as usize;
            out.push(if i <= chunk.len() { char::from(ALPHABET[sextet]) } else { '=' });
        }
    }
    Ok(Value::from(out))
}

pub(super) fn base64_url_safe_encode(expander: &mut Expander<'_>, input: &Value, args: &Args) -> Result {
    let encoded = base64_encode(expander, input, args)?;
    Ok(Value::from(to_text(&encoded).replace('+', "-").replace('/', "_")))
}

pub(super) fn base64_decode(_: &mut Expander<'_>, input: &Value, _: &Args) -> Result {
    let (mut out, mut bits, mut count) = (Vec::new(), 0_u32, 0);
    for byte in to_text(input).trim_end_matches(['=', '\n']).bytes() {
        let plain = match byte {
            b'-' => b'+',
            b'_' => b'/',
            byte => byte,
        };
        let sextet = ALPHABET.iter().position(|&known| known == plain).ok_or("it is no Base64")?;
        bits = (bits << 6 | u32::try_from(sextet).unwrap_or(0)) & 0x00ff_ffff;
        count += 6;
        if count >= 8 {
            count -= 8;
            out.push((bits >> count & 0xff) as u8);
        }
    }
    String::from_utf8(out).map(Value::from).map_err(|_| "what it decodes to is no UTF-8".to_owned())
}

/// Takes out scripts, styles and comments with what is in them, then every other tag.
pub(super) fn strip_html(_: &mut Expander<'_>, input: &Value, _: &Args) -> Result {
    let text = to_text(input);
    let text = without(&text, &[("<script", "</script>"), ("<!--", "-->"), ("<style", "</style>")]);
    Ok(Value::from(without(&text, &[("<", ">")])))
}

/// Takes out what stands between each opening and its closing; an opening that is never closed stays.
fn without(text: &str, pairs: &[(&str, &str)]) -> String {
    let mut out = String::with_capacity(text.len());
    // A closing that is missing once is missing further on: each is searched to the end of the text only once.
    let mut missing = vec![false; pairs.len()];
    let mut at = 0;
    'text: while let Some(found) = text[at..].find('<') {
        out.push_str(&text[at..at + found]);
        at += found;
        for (i, (open, close)) in pairs.iter().enumerate() {
            if missing[i] || !text[at..].starts_with(open) {
                continue;
            }
            let from = at + open.len();
            if let Some(end) = text[from..].find(close) {
                at = from + end + close.len();
                continue 'text;
            }
            missing[i] = true;
        }
        out.push('<');
        at += 1;
    }
    out.push_str(&text[at..]);
    out
}
