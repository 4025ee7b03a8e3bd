//! Cuts a text into literal text, outputs and tags, as Liquid does: an output ends at the first `}`, a tag at the first
//! `%}`, whatever stands between.

use crate::Problem;
use crate::problem::problem;
use handbill_text::Span;

/// A piece of a template.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Chunk {
    pub(crate) kind: ChunkKind,
    /// All of it, braces included.
    pub(crate) span: Span,
    /// What stands between the braces (hyphens of white space control left out); of a raw chunk, its body.
    pub(crate) inner: Span,
    /// Whether white space before it goes (`{{-`, `{%-`).
    pub(crate) trims_before: bool,
    /// Whether white space after it goes (`-}}`, `-%}`).
    pub(crate) trims_after: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ChunkKind {
    Text,
    Output,
    Tag,
    /// `{% raw %}` to `{% endraw %}`.
    Raw,
}

/// Cuts `text` into pieces that follow each other without a gap. What is not closed stays as text, with a problem.
pub(crate) fn chunks(text: &str, problems: &mut Vec<Problem>) -> Vec<Chunk> {
    let mut cutter = Cutter {
        text,
        chunks: Vec::new(),
        problems,
        text_from: 0,
        no_brace: false,
        no_tag_end: false,
        no_endraw: false,
    };
    let mut at = 0;
    while let Some(open) = cutter.next_open(at) {
        at = cutter.cut(open);
    }
    cutter.literal(text.len());
    cutter.chunks
}

struct Cutter<'t, 'p> {
    text: &'t str,
    chunks: Vec<Chunk>,
    problems: &'p mut Vec<Problem>,
    /// Where the literal text that is not yet a chunk starts.
    text_from: usize,
    /// No `}` from here on; remembered, so that a text of opening braces is read once.
    no_brace: bool,
    /// No `%}` from here on.
    no_tag_end: bool,
    /// No `endraw` from here on.
    no_endraw: bool,
}

impl Cutter<'_, '_> {
    /// The next `{{` or `{%`.
    fn next_open(&self, from: usize) -> Option<usize> {
        let bytes = self.text.as_bytes();
        let mut at = from;
        while let Some(found) = self.text[at..].find('{') {
            at += found;
            if matches!(bytes.get(at + 1), Some(b'{' | b'%')) {
                return Some(at);
            }
            at += 1;
        }
        None
    }

    /// The end of what opens at `open`, if it is closed.
    fn close(&mut self, open: usize) -> Closed {
        let rest = &self.text[open + 2..];
        if self.text.as_bytes()[open + 1] == b'%' {
            let end = if self.no_tag_end { None } else { rest.find("%}") };
            self.no_tag_end |= end.is_none();
            return end.map_or(Closed::Never, |end| Closed::Tag(open + end + 4));
        }
        let end = if self.no_brace { None } else { rest.find('}') };
        self.no_brace |= end.is_none();
        match end {
            None => Closed::Never,
            Some(end) if rest.as_bytes().get(end + 1) == Some(&b'}') => Closed::Output(open + end + 4),
            Some(end) => Closed::Half(open + end + 3),
        }
    }

    /// Takes what opens at `open`; where to go on.
    fn cut(&mut self, open: usize) -> usize {
        let reported = if self.text.as_bytes()[open + 1] == b'%' { self.no_tag_end } else { self.no_brace };
        match self.close(open) {
            Closed::Never => {
                if !reported {
                    let (what, close) =
                        if self.text.as_bytes()[open + 1] == b'%' { ("tag", "%}") } else { ("output", "}}") };
                    self.problems.push(problem(
                        Span::new(open..open + 2),
                        format!("this Liquid {what} is never closed"),
                        format!("write `{close}` where it ends"),
                    ));
                }
                open + 2
            }
            Closed::Half(end) => {
                self.problems.push(problem(
                    Span::new(open..end),
                    "this Liquid output is closed with one brace",
                    "write `}}` where it ends",
                ));
                end
            }
            Closed::Output(end) => {
                self.push(ChunkKind::Output, open, end);
                end
            }
            Closed::Tag(end) => {
                self.push(ChunkKind::Tag, open, end);
                let opened = self.chunks.last().map_or("", |chunk| chunk.inner.of(self.text));
                if tag_name(opened).0 == "raw" { self.raw(open, end) } else { end }
            }
        }
    }

    /// Makes a raw chunk of the tag just read and all that follows up to `endraw`.
    fn raw(&mut self, open: usize, body: usize) -> usize {
        let opening = self.chunks.last().map_or("", |chunk| chunk.inner.of(self.text));
        if !opening[tag_name(opening).1..].trim().is_empty() {
            self.problems.push(problem(
                Span::new(open..body),
                "`raw` takes nothing besides its name",
                "write `{% raw %}`",
            ));
        }
        if self.no_endraw {
            return body;
        }
        let mut at = body;
        while let Some(next) = self.next_open(at) {
            let end = match self.close(next) {
                Closed::Never => {
                    at = next + 2;
                    continue;
                }
                Closed::Tag(end) | Closed::Output(end) | Closed::Half(end) => end,
            };
            at = end;
            let token = &self.text[next..end];
            // An output that swallowed the closing tag still closes: `{{ a {% endraw %}`.
            let closed = |last: &usize| token.ends_with("%}") && token.len() - last >= "{%%}".len();
            let Some(last) = token.rfind("{%").filter(closed) else { continue };
            let (inner, ..) = braced(token, last, token.len());
            if tag_name(&token[inner]).0 != "endraw" {
                continue;
            }
            // The hyphens are those of the opening tag, also for what follows `endraw`.
            if let Some(tag) = self.chunks.last_mut() {
                tag.kind = ChunkKind::Raw;
                tag.span = Span::new(open..end);
                tag.inner = Span::new(body..next + last);
            }
            self.text_from = end;
            return end;
        }
        self.no_endraw = true;
        self.problems.push(problem(
            Span::new(open..body),
            "`raw` is never closed",
            "write `{% endraw %}` where the raw text ends",
        ));
        body
    }

    fn push(&mut self, kind: ChunkKind, start: usize, end: usize) {
        self.literal(start);
        let (inner, trims_before, trims_after) = braced(self.text, start, end);
        let (span, inner) = (Span::new(start..end), Span::new(inner));
        self.chunks.push(Chunk { kind, span, inner, trims_before, trims_after });
        self.text_from = end;
    }

    fn literal(&mut self, end: usize) {
        if self.text_from < end {
            let span = Span::new(self.text_from..end);
            self.chunks.push(Chunk {
                kind: ChunkKind::Text,
                span,
                inner: span,
                trims_before: false,
                trims_after: false,
            });
            self.text_from = end;
        }
    }
}

enum Closed {
    Output(usize),
    /// `{{ output }`, which Liquid refuses.
    Half(usize),
    Tag(usize),
    Never,
}

/// What stands between the braces of `start..end`, and whether a hyphen trims before and after.
fn braced(text: &str, start: usize, end: usize) -> (std::ops::Range<usize>, bool, bool) {
    let inside = &text[start + 2..end - 2];
    let before = inside.starts_with('-');
    let after = inside.ends_with('-');
    let from = start + 2 + usize::from(before);
    let to = (end - 2 - usize::from(after)).max(from);
    (from..to, before, after)
}

/// A tag's name and the offset at which its markup starts, of what stands between the braces. `#` names a comment.
pub(crate) fn tag_name(inner: &str) -> (&str, usize) {
    let trimmed = inner.trim_start();
    let start = inner.len() - trimmed.len();
    let len = if trimmed.starts_with('#') {
        1
    } else {
        trimmed.find(|c: char| !(c.is_ascii_alphanumeric() || c == '_')).unwrap_or(trimmed.len())
    };
    let name = &trimmed[..len];
    let markup = &trimmed[len..];
    (name, start + len + markup.len() - markup.trim_start().len())
}
