//! `relative_url`, `absolute_url` and their kin: URLs as Jekyll makes and normalises them (RFC 3986 §6).

use super::{Args, to_text};
use crate::Value;
use crate::expand::Expander;

type Result = std::result::Result<Value, String>;

pub(super) fn relative(expander: &mut Expander<'_>, input: &Value, _: &Args) -> Result {
    if *input == Value::Nil {
        return Ok(Value::Nil);
    }
    Ok(Value::from(relative_url(expander, &to_text(input))?))
}

pub(super) fn absolute(expander: &mut Expander<'_>, input: &Value, _: &Args) -> Result {
    if *input == Value::Nil {
        return Ok(Value::Nil);
    }
    let input = to_text(input);
    let site = expander.site("url").map(to_text).unwrap_or_default();
    if is_absolute(&input)? {
        return Ok(Value::from(input));
    }
    let relative = relative_url(expander, &input)?;
    Ok(Value::from(if site.is_empty() { relative } else { normalised(&(site + &relative)) }))
}

/// The URL below the site's `baseurl`.
///
/// # Errors
/// A scheme that is none, at which Jekyll stops.
pub(crate) fn relative_url(expander: &Expander<'_>, input: &str) -> std::result::Result<String, String> {
    if is_absolute(input)? {
        return Ok(input.to_owned());
    }
    let base = expander.site("baseurl").map(to_text).unwrap_or_default();
    let base = base.strip_suffix('/').unwrap_or(&base);
    let slash = |part: &str| if part.is_empty() || part.starts_with('/') { "" } else { "/" };
    Ok(normalised(&format!("{}{base}{}{input}", slash(base), slash(input))))
}

/// Whether it starts with a scheme.
fn is_absolute(url: &str) -> std::result::Result<bool, String> {
    let Some(scheme) = scheme(url) else { return Ok(false) };
    let valid = scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'+' | b'-' | b'.'));
    let shown: String = scheme.chars().take(40).collect();
    if valid { Ok(true) } else { Err(format!("`{shown}` is no scheme of a URL")) }
}

fn scheme(url: &str) -> Option<&str> {
    let end = url.find([':', '/', '?', '#'])?;
    (end > 0 && url[end..].starts_with(':')).then(|| &url[..end])
}

/// The URL in its normal form: scheme and host in small letters, no dot segments, octets encoded that must be.
fn normalised(url: &str) -> String {
    let (rest, fragment) = url.split_once('#').map_or((url, None), |(rest, fragment)| (rest, Some(fragment)));
    let (rest, query) = rest.split_once('?').map_or((rest, None), |(rest, query)| (rest, Some(query)));
    let scheme = scheme(rest).map(str::to_lowercase);
    let rest = scheme.as_ref().map_or(rest, |scheme| &rest[scheme.len() + 1..]);
    let mut out = scheme.as_ref().map_or_else(String::new, |scheme| format!("{scheme}:"));
    let path = match rest.strip_prefix("//") {
        Some(rest) => {
            let (authority, path) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
            let authority = authority.to_lowercase();
            let port = match scheme.as_deref() {
                Some("http") => ":80",
                Some("https") => ":443",
                _ => ":",
            };
            out.push_str("//");
            out.push_str(authority.strip_suffix(port).unwrap_or(&authority).trim_end_matches(':'));
            if path.is_empty() { "/" } else { path }
        }
        None => rest,
    };
    out.push_str(&without_dots(&encoded(path.trim_end(), b"!$&'()*+,;=:@/", false)));
    if let Some(query) = query {
        let query: Vec<String> = query.split('&').map(|pair| encoded(pair, b"!$'()*+,;=:@/?", true)).collect();
        out.push('?');
        out.push_str(&query.join("&"));
    }
    if let Some(fragment) = fragment {
        out.push('#');
        out.push_str(&encoded(fragment, b"!$&'()*+,;=:@/?", true));
    }
    out
}

/// Encodes all but unreserved octets and `allowed`; what is encoded without need is decoded (RFC 3986 §6.2.2).
fn encoded(text: &str, allowed: &[u8], decodes_slash: bool) -> String {
    let bytes = text.as_bytes();
    let mut out = String::with_capacity(text.len());
    let unreserved = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'.' | b'_' | b'~');
    let mut at = 0;
    while at < bytes.len() {
        let (byte, len) = octet(&bytes[at..]).map_or((bytes[at], 1), |byte| (byte, 3));
        // An encoded slash is no division of a path.
        if unreserved(byte) || (allowed.contains(&byte) && (len == 1 || byte != b'/' || decodes_slash)) {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
        at += len;
    }
    out
}

/// `%41` at the start.
fn octet(bytes: &[u8]) -> Option<u8> {
    let digits = bytes.strip_prefix(b"%")?.get(..2)?;
    let digit = |b: u8| char::from(b).to_digit(16);
    u8::try_from(digit(digits[0])? * 16 + digit(digits[1])?).ok()
}

/// Every `%41` as the octet that it stands for.
pub(super) fn decoded(bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        let (byte, len) = octet(&bytes[at..]).map_or((bytes[at], 1), |byte| (byte, 3));
        out.push(byte);
        at += len;
    }
    out
}

/// RFC 3986 §5.2.4.
fn without_dots(path: &str) -> String {
    if !path.contains("/.") && !path.starts_with('.') {
        return path.to_owned();
    }
    let rooted = path.starts_with('/');
    let mut kept: Vec<&str> = Vec::new();
    let mut parts = path.split('/').skip(usize::from(rooted)).peekable();
    while let Some(part) = parts.next() {
        let last = parts.peek().is_none();
        match part {
            "." | ".." => {
                if part == ".." {
                    kept.pop();
                }
                if last {
                    kept.push("");
                }
            }
            part => kept.push(part),
        }
    }
    format!("{}{}", if rooted { "/" } else { "" }, kept.join("/"))
}

pub(super) fn strip_index(_: &mut Expander<'_>, input: &Value, _: &Args) -> Result {
    if *input == Value::Nil {
        return Ok(Value::Nil);
    }
    let Value::String(text) = input else { return Err("it is no text".to_owned()) };
    let kept = ["/index.html", "/index.htm"].iter().find_map(|index| text.strip_suffix(index));
    Ok(kept.map_or_else(|| input.clone(), |kept| Value::from(format!("{kept}/"))))
}

/// Encodes what no URL may hold, and leaves what divides one.
pub(super) fn escape(_: &mut Expander<'_>, input: &Value, _: &Args) -> Result {
    if *input == Value::Nil {
        return Ok(Value::Nil);
    }
    let Value::String(text) = input else { return Err("it is no text".to_owned()) };
    Ok(Value::from(encoded(text, b"!$&'()*+,;=:@/?#[]", true)))
}
