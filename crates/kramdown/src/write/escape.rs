//! Characters that mean something in HTML.

/// Adds `text` with `&`, `<` and `>` escaped.
pub(super) fn all(text: &str, out: &mut String) {
    escape(text, out, false, false);
}

/// Adds `text` with `<`, `>` and each `&` that starts no reference escaped.
pub(super) fn text(text: &str, out: &mut String) {
    escape(text, out, true, false);
}

/// Adds an attribute's value: as text, quotes escaped too.
pub(super) fn attribute(value: &str, out: &mut String) {
    escape(value, out, true, true);
}

fn escape(text: &str, out: &mut String, keep_references: bool, quotes: bool) {
    let bytes = text.as_bytes();
    let mut plain = 0;
    let mut at = 0;
    while at < bytes.len() {
        let found = if quotes {
            bytes[at..].iter().position(|byte| matches!(byte, b'&' | b'<' | b'>' | b'"'))
        } else {
            memchr::memchr3(b'&', b'<', b'>', &bytes[at..])
        };
        let Some(place) = found.map(|length| at + length) else { break };
        at = place + 1;
        let instead = match bytes[place] {
            b'<' => "&lt;",
            b'>' => "&gt;",
            b'"' => "&quot;",
            _ if keep_references && is_reference(text, place) => continue,
            _ => "&amp;",
        };
        out.push_str(&text[plain..place]);
        out.push_str(instead);
        plain = at;
    }
    out.push_str(&text[plain..]);
}

/// Whether a character or entity reference stands at `at`, where `&` is.
fn is_reference(text: &str, at: usize) -> bool {
    let bytes = text.as_bytes();
    let start = at + 1;
    let end = if bytes.get(start) == Some(&b'#') {
        let (digits, radix) = if bytes.get(start + 1) == Some(&b'x') { (start + 2, 16) } else { (start + 1, 10) };
        let count = bytes[digits..].iter().take_while(|byte| (**byte as char).is_digit(radix)).count();
        if count == 0 {
            return false;
        }
        digits + count
    } else {
        let is_word = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b':');
        let mut end = start;
        while bytes.get(end).is_some_and(|byte| is_word(*byte) || (end > start && matches!(byte, b'-' | b'.'))) {
            end += 1;
        }
        if end == start {
            return false;
        }
        end
    };
    bytes.get(end) == Some(&b';')
}
