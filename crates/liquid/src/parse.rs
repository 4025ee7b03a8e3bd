//! From chunks to a tree.

mod blocks;
mod jekyll;

use crate::Problem;
use crate::chunk::{Chunk, ChunkKind, tag_name};
use crate::expression::{Expr, Path, Piped};
use crate::problem::problem;
use crate::tags::{Tag, TagKind};
use crate::tree::{Block, CycleName, Node, NodeKind, is_space};
use crate::{lax, strict};
use handbill_text::Span;
use std::collections::BTreeSet;

/// How deep blocks may nest; Liquid's own bound.
const DEPTH: usize = 100;

pub(crate) struct Parser<'t, 'p> {
    text: &'t str,
    chunks: &'t [Chunk],
    at: usize,
    problems: &'p mut Vec<Problem>,
    /// Whether `tags` are asked for.
    noting: bool,
    pub(crate) tags: Vec<Tag>,
    /// The tags that each open block, from the outermost, ends at or is divided by.
    open: Vec<&'static [&'static str]>,
    /// Tags that nobody knows, whose end is passed over with them.
    pub(crate) unknown: Vec<(String, Span)>,
    unknown_names: BTreeSet<&'t str>,
    /// Whether the depth has been complained of: the ends of what was left out are passed over.
    too_deep: bool,
    /// Whether white space at the start of the next literal text goes.
    trims: bool,
}

/// A tag, taken apart.
#[derive(Clone, Copy)]
struct Open<'t> {
    name: &'t str,
    /// The tag with its braces.
    span: Span,
    /// What follows the name.
    markup: &'t str,
    markup_span: Span,
}

impl<'t, 'p> Parser<'t, 'p> {
    pub(crate) fn new(text: &'t str, chunks: &'t [Chunk], problems: &'p mut Vec<Problem>, noting: bool) -> Self {
        Self {
            text,
            chunks,
            at: 0,
            problems,
            noting,
            tags: Vec::new(),
            open: Vec::new(),
            unknown: Vec::new(),
            unknown_names: BTreeSet::new(),
            too_deep: false,
            trims: false,
        }
    }

    pub(crate) fn document(&mut self) -> Block {
        self.block().0
    }

    /// Reads up to a tag that ends or divides the innermost open block, and that tag.
    fn block(&mut self) -> (Block, Option<Open<'t>>) {
        let mut block = Block::default();
        while let Some(&chunk) = self.chunks.get(self.at) {
            self.at += 1;
            let trims = std::mem::replace(&mut self.trims, chunk.trims_after);
            match chunk.kind {
                ChunkKind::Text => self.literal(&mut block, chunk.span, trims),
                ChunkKind::Raw => self.raw(&mut block, chunk),
                ChunkKind::Output => {
                    let open = self.output(chunk);
                    let piped = self.piped(open.markup);
                    block.nodes.push(Node::new(chunk.span, NodeKind::Output(piped), self.text));
                }
                ChunkKind::Tag => {
                    let Some(open) = self.opened(chunk) else { continue };
                    if let Some(ended) = self.tag(&mut block, open) {
                        return (block, ended);
                    }
                }
            }
        }
        (block, None)
    }

    fn literal(&mut self, block: &mut Block, span: Span, trims: bool) {
        let mut literal = span.of(self.text);
        if trims {
            literal = literal.trim_start_matches(is_space);
        }
        let start = span.end() - literal.len();
        if self.chunks.get(self.at).is_some_and(|next| next.trims_before) {
            literal = literal.trim_end_matches(is_space);
        }
        if !literal.is_empty() {
            let span = Span::new(start..start + literal.len());
            block.nodes.push(Node::new(span, NodeKind::Text, self.text));
        }
    }

    fn raw(&mut self, block: &mut Block, chunk: Chunk) {
        let markup = Span::new(chunk.inner.start()..chunk.inner.start());
        self.note(TagKind::Tag, "raw", Span::new(chunk.span.start()..chunk.inner.start()), markup);
        if !chunk.inner.is_empty() {
            block.nodes.push(Node::new(chunk.inner, NodeKind::Raw, self.text));
        }
    }

    fn output(&mut self, chunk: Chunk) -> Open<'t> {
        let (markup, markup_span) = self.trimmed(chunk.inner);
        self.note(TagKind::Output, "", chunk.span, markup_span);
        Open { name: "", span: chunk.span, markup, markup_span }
    }

    fn opened(&mut self, chunk: Chunk) -> Option<Open<'t>> {
        let (name, markup) = tag_name(chunk.inner.of(self.text));
        let (markup, markup_span) = self.trimmed(Span::new(chunk.inner.start() + markup..chunk.inner.end()));
        self.note(TagKind::Tag, name, chunk.span, markup_span);
        if name.is_empty() {
            self.problem(chunk.span, "this Liquid tag has no name", "name the tag, or wrap the text in `{% raw %}`");
            return None;
        }
        Some(Open { name, span: chunk.span, markup, markup_span })
    }

    fn trimmed(&self, span: Span) -> (&'t str, Span) {
        let whole = span.of(self.text);
        let start = span.start() + whole.len() - whole.trim_start().len();
        let markup = whole.trim();
        (markup, Span::new(start..start + markup.len()))
    }

    /// Reads a tag and, of a block, all that belongs to it. Some ends the block that is being read: with this tag, or
    /// with none where an outer block's end came first.
    fn tag(&mut self, block: &mut Block, open: Open<'t>) -> Option<Option<Open<'t>>> {
        if self.open.last().is_some_and(|ends| ends.contains(&open.name)) {
            return Some(Some(open));
        }
        let kind = match open.name {
            "assign" => self.assign(open),
            "capture" => self.capture(open),
            "increment" => Some(NodeKind::Increment(open.markup.to_owned())),
            "decrement" => Some(NodeKind::Decrement(open.markup.to_owned())),
            "if" | "unless" => self.branches(open),
            "case" => self.case(open),
            "for" => self.each(open),
            "tablerow" => self.table_row(open),
            "ifchanged" => self.inside(&["endifchanged"], open, true).map(|(body, _)| NodeKind::IfChanged(body)),
            "cycle" => self.cycle(open),
            "break" => Some(NodeKind::Break),
            "continue" => Some(NodeKind::Continue),
            "echo" => Some(NodeKind::Output(self.piped(open.markup))),
            "comment" => {
                self.skip_comment(open);
                None
            }
            "#" => None,
            "liquid" => {
                self.lines(block, open);
                None
            }
            "include" | "include_cached" => self.include(open, false),
            "include_relative" => self.include(open, true),
            "link" => self.link(open, crate::tree::LinkKind::Link),
            "post_url" => self.link(open, crate::tree::LinkKind::PostUrl),
            "highlight" => self.highlight(open),
            // Its body was not closed, which the chunks have said; or it has been taken with its raw text.
            "raw" => None,
            name => return self.other(name, open),
        };
        if let Some(kind) = kind {
            block.nodes.push(Node::new(open.span, kind, self.text));
        }
        None
    }

    /// A tag that opens nothing and ends nothing here.
    fn other(&mut self, name: &'t str, open: Open<'t>) -> Option<Option<Open<'t>>> {
        let outer = self.open.iter().rev().any(|ends| ends.iter().any(|&end| end == name && end.starts_with("end")));
        if outer {
            // It ends a block further out: the ones in between were never closed.
            self.at -= 1;
            self.tags.pop();
            return Some(None);
        }
        let begins = name.strip_prefix("end").unwrap_or("");
        let divides = matches!(name, "else" | "elsif" | "when");
        if self.unknown_names.contains(begins) || (self.too_deep && (divides || !begins.is_empty())) {
            return None;
        }
        if divides || blocks::ENDS.contains(&name) {
            let opener = match name {
                "else" | "elsif" => "if",
                "when" => "case",
                _ => begins,
            };
            self.problem(
                open.span,
                format!("`{name}` without its `{opener}`"),
                format!("remove it, or open the `{opener}`"),
            );
            return None;
        }
        self.unknown_names.insert(name);
        self.unknown.push((name.to_owned(), open.span));
        None
    }

    /// Reads the body of a block up to one of `ends`, the first of which closes it.
    fn inside(
        &mut self,
        ends: &'static [&'static str],
        open: Open<'t>,
        reports: bool,
    ) -> Option<(Block, Option<Open<'t>>)> {
        if self.open.len() >= DEPTH {
            if !self.too_deep {
                self.problem(open.span, format!("blocks are nested more than {DEPTH} deep"), "take some of them apart");
            }
            self.too_deep = true;
            return None;
        }
        self.open.push(ends);
        let (body, end) = self.block();
        self.open.pop();
        if end.is_none() && reports {
            let name = open.name;
            self.problem(
                open.span,
                format!("`{name}` is never closed"),
                format!("write `{{% end{name} %}}` where it ends"),
            );
        }
        Some((body, end))
    }

    /// Passes over a comment with the comments inside it.
    fn skip_comment(&mut self, open: Open<'t>) {
        let mut depth = 1;
        while let Some(chunk) = self.chunks.get(self.at) {
            self.at += 1;
            if chunk.kind == ChunkKind::Tag {
                match tag_name(chunk.inner.of(self.text)).0 {
                    "comment" => depth += 1,
                    "endcomment" => depth -= 1,
                    _ => {}
                }
            }
            if depth == 0 {
                self.trims = chunk.trims_after;
                return;
            }
        }
        self.problem(open.span, "`comment` is never closed", "write `{% endcomment %}` where it ends");
    }

    /// The lines of `{% liquid %}`, each a tag.
    fn lines(&mut self, block: &mut Block, open: Open<'t>) {
        let mut chunks = Vec::new();
        let mut at = open.markup_span.start();
        for line in open.markup.split('\n') {
            if !line.trim().is_empty() {
                let span = Span::new(at..at + line.len());
                chunks.push(Chunk { kind: ChunkKind::Tag, span, inner: span, trims_before: false, trims_after: false });
            }
            at += line.len() + 1;
        }
        let mut inner = Parser::new(self.text, &chunks, self.problems, self.noting);
        // The depth goes on counting; the outer blocks cannot be ended from inside.
        inner.open = vec![&[]; self.open.len() + 1];
        if inner.open.len() < DEPTH {
            let (lines, _) = inner.block();
            block.nodes.extend(lines.nodes);
        }
        let (tags, unknown) = (inner.tags, inner.unknown);
        self.tags.extend(tags);
        self.unknown.extend(unknown);
    }

    fn assign(&mut self, open: Open<'t>) -> Option<NodeKind> {
        let target = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.' | '[' | ']' | '(' | ')');
        let read = open.markup.split_once('=').and_then(|(before, value)| {
            let before = before.trim_end();
            let from =
                before.rfind(|c| !target(c)).map_or(0, |i| i + before[i..].chars().next().map_or(1, char::len_utf8));
            (from < before.len()).then(|| (before[from..].to_owned(), value.trim()))
        });
        let Some((name, value)) = read else {
            self.problem(open.span, "`assign` without a name and a value", "write `{% assign name = value %}`");
            return None;
        };
        Some(NodeKind::Assign { name, value: self.piped(value) })
    }

    fn cycle(&mut self, open: Open<'t>) -> Option<NodeKind> {
        let len = lax::fragment(open.markup);
        if len == 0 {
            self.problem(open.span, "`cycle` without values", "write `{% cycle 'odd', 'even' %}`");
            return None;
        }
        let (name, list) = match open.markup[len..].trim_start().strip_prefix(':') {
            Some(list) => (Some(&open.markup[..len]), list),
            // A name without a blank before its colon is one fragment with it.
            None => match open.markup[..len].strip_suffix(':') {
                Some(name) if !name.is_empty() => (Some(name), &open.markup[len..]),
                _ => (None, open.markup),
            },
        };
        let values: Vec<Expr> = list
            .split(',')
            .filter_map(lax::first_fragment)
            // Liquid loses a literal `nil` here.
            .filter(|(value, _)| !matches!(*value, "nil" | "null"))
            .map(|(value, _)| lax::expression(value))
            .collect();
        let name = name
            .map_or_else(|| CycleName::Values(format!("{values:?}")), |name| CycleName::Named(lax::expression(name)));
        self.reads(values.iter());
        Some(NodeKind::Cycle { name, values })
    }

    fn piped(&mut self, markup: &str) -> Piped {
        let piped = strict::piped(markup).unwrap_or_else(|| lax::piped(markup));
        self.note_reads(|visit| piped.paths(&mut |path| visit(path)));
        if let Expr::Path(path) = &piped.expr
            && let Some(tag) = self.tags.last_mut().filter(|tag| tag.kind == TagKind::Output)
        {
            tag.name = path.plain();
        }
        piped
    }

    /// Adds what `exprs` read to the tag that was noted last.
    fn reads<'e>(&mut self, exprs: impl Iterator<Item = &'e Expr>) {
        self.note_reads(|visit| exprs.for_each(|expr| expr.paths(&mut |path| visit(path))));
    }

    fn note_reads(&mut self, paths: impl FnOnce(&mut dyn FnMut(&Path))) {
        if let Some(tag) = self.tags.last_mut() {
            paths(&mut |path| tag.reads.push(path.plain()));
        }
    }

    fn note(&mut self, kind: TagKind, name: &str, span: Span, markup: Span) {
        if self.noting {
            self.tags.push(Tag { kind, name: name.to_owned(), span, markup, reads: Vec::new() });
        }
    }

    fn problem(&mut self, span: Span, message: impl Into<String>, help: impl Into<String>) {
        self.problems.push(problem(span, message, help));
    }
}
