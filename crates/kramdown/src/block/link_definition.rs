//! Link reference definitions: `[label]: url "title"`.

use crate::block::{Input, Outcome, line};
use crate::definition::Definition;
use crate::parser::Parser;
use crate::tree::{Boundary, Data};

/// How many ends of a URL in `<` and `>` are tried.
const MAX_TRIES: usize = 16;

/// Where the parts of a definition stand.
struct Parts {
    label: (usize, usize),
    url: (usize, usize),
    title: Option<(usize, usize)>,
    end: usize,
}

impl Parser {
    pub(super) fn link_definition(&mut self, input: &Input<'_>, parent: u32, at: usize) -> Outcome {
        let text = input.text();
        let Some(parts) = parts(text, at) else { return Outcome::No };
        let span = |(start, end): (usize, usize)| input.source.span(start..end);
        let node = self.add_block(input, parent, Data::Boundary(Boundary::Definition), at, parts.end);
        let definition = Definition {
            label: text[parts.label.0..parts.label.1].to_owned(),
            id: crate::definition::normalize(&text[parts.label.0..parts.label.1]),
            url: text[parts.url.0..parts.url.1].to_owned(),
            title: parts.title.map(|(start, end)| text[start..end].to_owned()),
            span: span((at, parts.end)),
            label_span: span(parts.label),
            url_span: span(parts.url),
            used: 0,
        };
        self.define_link(definition, node);
        Outcome::Read(parts.end)
    }
}

fn parts(text: &str, at: usize) -> Option<Parts> {
    let bytes = text.as_bytes();
    let open = at + line::indent(bytes, at);
    let line_end = line::end(text, at);
    let label_end = open + 1 + memchr::memchr2(b']', b'\n', &bytes[open + 1..line_end])?;
    if label_end == open + 1 || !bytes[label_end..].starts_with(b"]:") {
        return None;
    }
    let start = line::skip_blanks(bytes, label_end + 2);
    let label = (open + 1, label_end);
    if bytes.get(start) == Some(&b'<') {
        // The first `>` after which nothing but a title follows ends the URL; few are tried.
        for close in memchr::memchr_iter(b'>', &bytes[start..line_end]).take(MAX_TRIES).map(|length| start + length) {
            if let Some((title, end)) = rest(text, close + 1, line_end) {
                return Some(Parts { label, url: (start + 1, close), title, end });
            }
        }
    }
    if bytes[start] == b'\n' {
        return None;
    }
    bare(text, label, start, line_end)
}

/// A URL without `<` and `>`: it may hold blanks, and ends at the first place where a title or the line's end follows.
fn bare(text: &str, label: (usize, usize), start: usize, line_end: usize) -> Option<Parts> {
    let bytes = text.as_bytes();
    let content_end = line::trim_blanks_end(bytes, start, line_end - 1);
    let mut at = start;
    while at < content_end {
        while at < content_end && !matches!(bytes[at], b' ' | b'\t') {
            at += 1;
        }
        if let Some((title, end)) = rest(text, at, line_end) {
            let url = &text[start..at];
            let holds_title = has_quote_after_blank(url);
            return (!holds_title).then_some(Parts { label, url: (start, at), title, end });
        }
        while at < content_end && matches!(bytes[at], b' ' | b'\t') {
            at += 1;
        }
    }
    None
}

fn has_quote_after_blank(url: &str) -> bool {
    let bytes = url.as_bytes();
    bytes.windows(2).any(|pair| matches!(pair[0], b' ' | b'\t') && matches!(pair[1], b'"' | b'\''))
}

/// A title on this line or the next, and the end of the definition.
fn rest(text: &str, at: usize, line_end: usize) -> Option<(Option<(usize, usize)>, usize)> {
    let bytes = text.as_bytes();
    let next = line::skip_blanks(bytes, at);
    let ends_line = next + 1 >= line_end;
    let (title_at, title_end) =
        if ends_line { (line::skip_blanks(bytes, line_end), line::end(text, line_end)) } else { (next, line_end) };
    if (ends_line || next > at)
        && let Some((title, end)) = title(text, title_at, title_end)
    {
        return Some((Some(title), end));
    }
    ends_line.then_some((None, line_end))
}

fn title(text: &str, at: usize, line_end: usize) -> Option<((usize, usize), usize)> {
    let bytes = text.as_bytes();
    let quote = *bytes.get(at).filter(|byte| matches!(byte, b'"' | b'\''))?;
    let content_end = line::trim_blanks_end(bytes, at, line_end - 1);
    (content_end > at + 2 && bytes[content_end - 1] == quote).then_some(((at + 1, content_end - 1), line_end))
}
