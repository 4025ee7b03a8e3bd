//! Where the front matter ends and the body begins.

use handbill_text::Span;

/// A source cut into its parts. In this order they are the whole text:
/// byte order mark, [`Split::opening`], [`Split::front_matter`], [`Split::closing`], [`Split::body`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Split {
    /// How the front matter is written; `None` where there is none.
    pub format: Option<Format>,
    /// What stands between the fences, line break included (JSON: the braces and all between them).
    pub front_matter: Option<Span>,
    /// The opening fence with its line break; empty for JSON and where there is none.
    pub opening: Span,
    /// The closing fence with its line break and the blank lines that Jekyll swallows with it; JSON: the rest of the
    /// line of the last brace. Empty where there is none.
    pub closing: Span,
    /// The rest, which starts where Jekyll's `{{ content }}` starts.
    pub body: Span,
    /// Whether the text starts with a byte order mark (U+FEFF), which is in none of the parts.
    pub bom: bool,
    /// What is wrong with the fences.
    pub problem: Option<SplitProblem>,
}

/// How a front matter is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Format {
    /// Between lines of `---`.
    Yaml,
    /// Between lines of `+++`, as Hugo and Zola have it. Jekyll takes it as text.
    Toml,
    /// An object at the very start, as Hugo has it. Jekyll takes it as text.
    Json,
}

/// What is wrong with the fences.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SplitProblem {
    /// The opening fence (or brace) has no closing one, and Jekyll publishes the front matter as text.
    ///
    /// The first lines that look like keys are taken as the front matter all the same; [`Split::closing`] is empty.
    Unterminated,
    /// A byte order mark stands before the fence: Jekyll 4.3 then copies a page as it is, unread.
    ByteOrderMark,
}

/// Cuts `text` into front matter and body, as Jekyll 4.3 does, in one pass.
///
/// The opening fence is the first line, `---` and nothing but white space behind it. The closing one is the next line
/// of `---` or `...`, at its line's start, white space behind it allowed, wherever it stands: Jekyll knows no YAML here,
/// so a `---` in a literal block closes too. Lines end with `\n` or `\r\n`; a lone `\r` ends none.
///
/// ```
/// let text = "---\r\ntitle: A\r\n---\r\n\r\nBody";
/// let split = handbill_frontmatter::split(text);
/// assert_eq!(split.front_matter.map(|span| span.of(text)), Some("title: A\r\n"));
/// assert_eq!(split.closing.of(text), "---\r\n\r\n");
/// assert_eq!(split.body.of(text), "Body");
/// ```
#[must_use]
pub fn split(text: &str) -> Split {
    let bom = text.starts_with('\u{feff}');
    let start = if bom { '\u{feff}'.len_utf8() } else { 0 };
    let rest = &text[start..];
    let found = if is_fence(first_line(rest), &["---"]) && rest.contains('\n') {
        Some(fenced(text, start, Format::Yaml, &["---", "..."]))
    } else if is_fence(first_line(rest), &["+++"]) && rest.contains('\n') {
        Some(fenced(text, start, Format::Toml, &["+++"]))
    } else {
        object(text, start)
    };
    let mut split = found.unwrap_or(Split {
        format: None,
        front_matter: None,
        opening: Span::at(start),
        closing: Span::at(start),
        body: Span::new(start..text.len()),
        bom,
        problem: None,
    });
    split.bom = bom;
    if bom && split.format == Some(Format::Yaml) && split.problem.is_none() {
        split.problem = Some(SplitProblem::ByteOrderMark);
    }
    split
}

fn fenced(text: &str, start: usize, format: Format, fences: &[&str]) -> Split {
    let inner = start + first_line(&text[start..]).len();
    let mut at = inner;
    while at < text.len() {
        let line = first_line(&text[at..]);
        if is_fence(line, fences) {
            let body = after_blank_lines(text, at + line.len());
            return parts(text, Some(format), start, inner, at, body, None);
        }
        at += line.len();
    }
    let end = inner + guessed(&text[inner..], format);
    parts(text, Some(format), start, inner, end, end, Some(SplitProblem::Unterminated))
}

fn parts(
    text: &str,
    format: Option<Format>,
    start: usize,
    inner: usize,
    closing: usize,
    body: usize,
    problem: Option<SplitProblem>,
) -> Split {
    Split {
        format,
        front_matter: Some(Span::new(inner..closing)),
        opening: Span::new(start..inner),
        closing: Span::new(closing..body),
        body: Span::new(body..text.len()),
        bom: false,
        problem,
    }
}

/// The front matter that ends without a fence: the lines up to the first one that is neither key nor indented nor item.
fn guessed(text: &str, format: Format) -> usize {
    let mut end = 0;
    while let Some(line) = Some(first_line(&text[end..])).filter(|line| !line.is_empty()) {
        let sign = match format {
            Format::Yaml => ":",
            Format::Toml | Format::Json => "=",
        };
        let key = line.split_once(sign).is_some_and(|(key, _)| is_key(key.trim()));
        let more = end > 0 && (line.starts_with([' ', '\t']) || line.starts_with("- ")) && !line.trim().is_empty();
        let table = format == Format::Toml && line.starts_with('[') && line.trim_end().ends_with(']');
        if !(key || more || table || line.starts_with("# ")) {
            break;
        }
        end += line.len();
    }
    end
}

fn is_key(key: &str) -> bool {
    key.chars().count() <= 64
        && key.starts_with(|c: char| c.is_alphabetic() || c == '_')
        && key.chars().all(|c| c.is_alphanumeric() || "_-.".contains(c))
}

/// An object at the very start. `{%`, `{{` and `{:` open Liquid and kramdown, never JSON.
fn object(text: &str, start: usize) -> Option<Split> {
    let rest = &text[start..];
    let inside = rest.strip_prefix('{')?.trim_start();
    let keyed = inside.strip_prefix('"').and_then(|key| {
        let (_, after) = key.split_once('"')?;
        after.trim_start().strip_prefix(':')
    });
    if keyed.is_none() && !inside.starts_with('}') {
        return None;
    }
    match object_end(rest) {
        Some(len) => {
            let line = first_line(&rest[len..]);
            if !line.trim().is_empty() {
                return None;
            }
            let body = start + len + line.len();
            Some(parts(text, Some(Format::Json), start, start, start + len, body, None))
        }
        None => {
            // Up to the first blank line: nobody leaves one in front matter, and everybody does before a body.
            let blank = rest.find("\n\n").or_else(|| rest.find("\n\r\n")).map_or(rest.len(), |i| i + 1);
            let end = start + blank;
            Some(parts(text, Some(Format::Json), start, start, end, end, Some(SplitProblem::Unterminated)))
        }
    }
}

/// The length of the object at the start of `text`, by its braces; those in strings do not count.
fn object_end(text: &str) -> Option<usize> {
    let (mut depth, mut quoted, mut escaped) = (0_usize, false, false);
    for (i, byte) in text.bytes().enumerate() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if quoted => escaped = true,
            b'"' => quoted = !quoted,
            b'{' | b'[' if !quoted => depth += 1,
            b'}' | b']' if !quoted => {
                depth = depth.checked_sub(1)?;
                if depth == 0 {
                    return Some(i + 1);
                }
            }
            _ => {}
        }
    }
    None
}

fn is_fence(line: &str, fences: &[&str]) -> bool {
    fences.iter().any(|fence| line.strip_prefix(fence).is_some_and(|after| after.bytes().all(is_space)))
}

/// Jekyll's fence takes the white lines behind it, but not the indentation of the first line of text.
fn after_blank_lines(text: &str, mut at: usize) -> usize {
    loop {
        let line = first_line(&text[at..]);
        if line.is_empty() || !line.bytes().all(is_space) {
            return at;
        }
        at += line.len();
    }
}

fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\n' | b'\r' | 0x0b | 0x0c)
}

/// The first line with its line break.
fn first_line(text: &str) -> &str {
    text.find('\n').map_or(text, |end| &text[..=end])
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Front matter and body.
    fn cut(text: &str) -> (Option<&str>, &str) {
        let split = split(text);
        (split.front_matter.map(|span| span.of(text)), split.body.of(text))
    }

    #[test]
    fn closing_fence_must_start_its_line() {
        assert_eq!(cut("---\na: 1\n ---\nb: 2\n---\nB"), (Some("a: 1\n ---\nb: 2\n"), "B"));
    }

    #[test]
    fn fences_may_have_blanks_behind_them() {
        assert_eq!(cut("--- \t\na: 1\n---  \nB"), (Some("a: 1\n"), "B"));
        assert_eq!(cut("---\na: 1\n---\u{b}\nB"), (Some("a: 1\n"), "B"));
        assert_eq!(split("---\na: 1\n---\u{a0}\nB").problem, Some(SplitProblem::Unterminated));
    }

    #[test]
    fn fences_have_no_text_behind_them() {
        assert_eq!(cut("---\na: 1\n--- x\n----\n---\nC"), (Some("a: 1\n--- x\n----\n"), "C"));
        assert_eq!(cut("--- x\na: 1\n---\nB"), (None, "--- x\na: 1\n---\nB"));
        assert_eq!(cut("----\na: 1\n---\nB"), (None, "----\na: 1\n---\nB"));
    }

    #[test]
    fn three_dots_close_too() {
        assert_eq!(cut("---\na: 1\n...\n---\nB"), (Some("a: 1\n"), "---\nB"));
    }

    #[test]
    fn opening_fence_is_the_first_line() {
        assert_eq!(cut("\n---\na: 1\n---\nB").0, None);
        assert_eq!(cut(" ---\na: 1\n---\nB").0, None);
    }

    #[test]
    fn front_matter_may_be_empty() {
        assert_eq!(cut("---\n---\nB"), (Some(""), "B"));
        assert_eq!(cut("---\n\n---\nB"), (Some("\n"), "B"));
        assert_eq!(cut("---\n---"), (Some(""), ""));
    }

    #[test]
    fn blank_lines_behind_the_fence_are_no_body() {
        assert_eq!(cut("---\na: 1\n---\n  \n\t\n\n    B").1, "    B");
    }

    #[test]
    fn lines_end_with_a_line_feed() {
        assert_eq!(cut("---\r\na: 1\r\n---\r\nB\r\n"), (Some("a: 1\r\n"), "B\r\n"));
        assert_eq!(cut("---\ra: 1\r---\rB\r").0, None);
    }

    #[test]
    fn a_fence_without_line_break_is_text() {
        assert_eq!(cut("---"), (None, "---"));
        assert_eq!(cut(""), (None, ""));
    }

    #[test]
    fn unterminated_front_matter_ends_where_no_key_is() {
        let text = "---\ntitle: A\nlist:\n  - b\n\nDates: June\n";
        assert_eq!(cut(text), (Some("title: A\nlist:\n  - b\n"), "\nDates: June\n"));
        assert_eq!(split(text).problem, Some(SplitProblem::Unterminated));
        assert_eq!(cut("---\nWelcome to all: come\n"), (Some(""), "Welcome to all: come\n"));
    }

    #[test]
    fn a_byte_order_mark_is_passed_over_and_noted() {
        let text = "\u{feff}---\na: 1\n---\nB";
        assert_eq!(cut(text), (Some("a: 1\n"), "B"));
        assert_eq!((split(text).bom, split(text).problem), (true, Some(SplitProblem::ByteOrderMark)));
        assert_eq!(split("\u{feff}B").problem, None);
    }

    #[test]
    fn plus_signs_fence_toml() {
        assert_eq!(cut("+++\na = 1\n---\n+++\nB"), (Some("a = 1\n---\n"), "B"));
        assert_eq!(split("+++\na = 1\n+++\n").format, Some(Format::Toml));
    }

    #[test]
    fn an_object_at_the_start_is_json() {
        let text = "{\n \"a\": \"}\\\"\", \"b\": [{}]\n}\nB";
        assert_eq!(cut(text), (Some("{\n \"a\": \"}\\\"\", \"b\": [{}]\n}"), "B"));
        assert_eq!(split(text).format, Some(Format::Json));
        assert_eq!(split("{\"a\": 1\n\nB").problem, Some(SplitProblem::Unterminated));
    }

    #[test]
    fn liquid_and_attribute_lists_are_no_json() {
        for text in ["{{ a }}", "{% if a %}", "{: .b}\n", "{::comment}", "{} and more", "{\"a\" b}\n"] {
            assert_eq!(cut(text), (None, text));
        }
    }
}
