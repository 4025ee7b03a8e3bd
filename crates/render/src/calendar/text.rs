//! Text values and folded lines (RFC 5545 §3.1, §3.3.11).

/// The most octets of a line, without its line break.
const LINE: usize = 75;

/// A TEXT value: `\`, `;`, `,` and line breaks escaped, other control characters left out.
///
/// The breaks that Unicode adds (NEL, line and paragraph separator) count as line breaks, since readers split lines there.
pub(crate) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\\' | ';' | ',' => out.extend(['\\', c]),
            '\r' if chars.peek() == Some(&'\n') => {}
            '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => out.push_str("\\n"),
            '\t' => out.push(c),
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out
}

/// Appends a content line, folded at 75 octets between characters, with its CRLF.
pub(crate) fn fold(line: &str, out: &mut String) {
    let mut room = LINE;
    for c in line.chars() {
        if c.len_utf8() > room {
            out.push_str("\r\n ");
            // The blank that continues a line is one of its octets.
            room = LINE - 1;
        }
        out.push(c);
        room -= c.len_utf8();
    }
    out.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// The line of a folded one, and the text of a value, as RFC 5545 tells a reader to take them.
    fn unfold(folded: &str) -> String {
        folded.strip_suffix("\r\n").expect("a line ends").replace("\r\n ", "")
    }

    fn unescape(value: &str) -> String {
        let mut out = String::new();
        let mut chars = value.chars();
        while let Some(c) = chars.next() {
            match c {
                '\\' => match chars.next().expect("no value ends in a backslash") {
                    'n' | 'N' => out.push('\n'),
                    escaped => out.push(escaped),
                },
                c => out.push(c),
            }
        }
        out
    }

    fn folded(line: &str) -> String {
        let mut out = String::new();
        fold(line, &mut out);
        out
    }

    #[test]
    fn control_characters_never_reach_a_line() {
        assert_eq!(escape("a\u{0}b\u{1b}c\u{7f}d\u{9c}e\tf"), "abcde\tf");
        assert_eq!(escape("a\r\nb\rc\nd\u{2028}e\u{85}f"), "a\\nb\\nc\\nd\\ne\\nf");
    }

    #[test]
    fn a_line_of_75_octets_is_whole_and_of_76_is_not() {
        assert_eq!(folded(&"x".repeat(75)), format!("{}\r\n", "x".repeat(75)));
        assert_eq!(folded(&"x".repeat(76)), format!("{}\r\n x\r\n", "x".repeat(75)));
    }

    proptest! {
        #[test]
        fn folded_lines_have_at_most_75_octets_and_unfold_to_what_they_were(line in "[^\\r\\n]{0,400}") {
            let folded = folded(&line);
            prop_assert!(folded.split("\r\n").all(|line| line.len() <= 75));
            prop_assert_eq!(unfold(&folded), line);
        }

        #[test]
        fn text_reads_back_as_it_was(text in "[^\\p{Cc}\u{2028}\u{2029}]{0,200}") {
            let escaped = escape(&text);
            prop_assert_eq!(unescape(&escaped), text);
        }

        #[test]
        fn any_text_stays_in_its_line(text in any::<String>()) {
            prop_assert!(!escape(&text).chars().any(|c| c.is_control() && c != '\t'));
        }
    }
}
