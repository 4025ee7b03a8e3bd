//! The body inside the page: as it is, but for a second `<h1>`.

use std::borrow::Cow;

/// The body with its headings one level lower, if one of them would be a second `<h1>`; else untouched.
///
/// `<h6>` has nothing below it and stays.
pub(crate) fn nested(body: &str) -> Cow<'_, str> {
    let levels = headings(body);
    if !levels.iter().any(|at| body.as_bytes()[*at] == b'1') {
        return Cow::Borrowed(body);
    }
    let mut bytes = body.as_bytes().to_vec();
    for at in levels {
        bytes[at] = (bytes[at] + 1).min(b'6');
    }
    Cow::Owned(String::from_utf8(bytes).expect("a digit stands where a digit stood"))
}

/// Where the digit of each heading's start and end tag stands.
fn headings(body: &str) -> Vec<usize> {
    let bytes = body.as_bytes();
    let mut levels = Vec::new();
    let mut at = 0;
    while let Some(open) = body[at..].find('<').map(|found| at + found) {
        let rest = &body[open..];
        if rest.starts_with("<!--") {
            at = open + rest.find("-->").map_or(rest.len(), |end| end + 3);
            continue;
        }
        let name_at = open + 1 + usize::from(bytes.get(open + 1) == Some(&b'/'));
        let name_len = bytes[name_at..].iter().take_while(|b| b.is_ascii_alphanumeric()).count();
        let name = body[name_at..name_at + name_len].to_ascii_lowercase();
        if matches!(name.as_bytes(), [b'h', b'1'..=b'6']) {
            levels.push(name_at + 1);
        }
        at = if name.is_empty() { open + 1 } else { after_tag(bytes, name_at + name_len) };
        // What looks like a tag inside these is text.
        if name_at == open + 1 && matches!(name.as_str(), "script" | "style" | "textarea" | "title" | "iframe" | "xmp")
        {
            at = end_of_raw(bytes, at, &name);
        }
    }
    levels
}

/// The place after the `>` of a tag, which quoted values may hold too.
fn after_tag(bytes: &[u8], from: usize) -> usize {
    let mut quote = None;
    for (index, byte) in bytes.iter().enumerate().skip(from) {
        match (quote, byte) {
            (None, b'>') => return index + 1,
            (None, b'"' | b'\'') => quote = Some(*byte),
            (Some(open), close) if open == *close => quote = None,
            (Some(_) | None, _) => {}
        }
    }
    bytes.len()
}

/// Where the end tag of a raw text element starts.
fn end_of_raw(bytes: &[u8], from: usize, name: &str) -> usize {
    let is_end = |window: &[u8]| window[..2] == *b"</" && window[2..].eq_ignore_ascii_case(name.as_bytes());
    bytes[from..].windows(name.len() + 2).position(is_end).map_or(bytes.len(), |found| from + found)
}

#[cfg(test)]
mod tests {
    use super::nested;

    #[test]
    fn a_body_without_h1_is_untouched() {
        let body = "<h2>About</h2><h3>Who</h3>";
        assert_eq!(nested(body), body);
    }

    #[test]
    fn a_body_with_h1_moves_down_a_level() {
        assert_eq!(nested("<H1 id='a'>A</H1><h2>B</h2><h6>C</h6>"), "<H2 id='a'>A</H2><h3>B</h3><h6>C</h6>");
    }

    #[test]
    fn what_only_looks_like_a_heading_is_left_alone() {
        for body in
            ["<!-- <h1> -->", "<script>'<h1>'</script>", "<p title='<h1>'>", "<h1x>", "a < b <", "<script><h1>", "<h"]
        {
            assert_eq!(nested(body), body);
        }
        assert_eq!(nested("<!-- <h1> --><h1>ä</h1>"), "<!-- <h1> --><h2>ä</h2>");
    }
}
