//! Reading on after an error, key by key.

use handbill_text::Span;

use super::{build, refusal};
use crate::index::Index;
use crate::{Data, Entry, FrontMatter, Mapping, Style, Value};

/// From where to read on: the line of the key that could not be finished, or the first key after what was read.
pub(super) fn resume(text: &str, span: Span, map: &Mapping, open_key: Option<Span>) -> usize {
    if let Some(key) = open_key {
        return line_start(text, key.start()).max(span.start());
    }
    let last = map.entries.iter().map(|entry| entry.value.span.end().max(entry.key_span.end())).max();
    last.map_or(span.start(), |end| line_end(text, end, span.end()))
}

/// Reads each piece of `rest` that starts with a key at its line's start, and adds what it holds.
pub(super) fn read_on(text: &str, rest: Span, map: &mut Mapping, front: &mut FrontMatter) {
    let mut index = Index::default();
    let mut starts: Vec<usize> = Vec::new();
    let mut at = rest.start();
    for line in rest.of(text).split_inclusive('\n') {
        if refusal::key_of_line(line).is_some() {
            starts.push(at);
        }
        at += line.len();
    }
    let mut first = true;
    for (i, &start) in starts.iter().enumerate() {
        let piece = Span::new(start..starts.get(i + 1).copied().unwrap_or(rest.end()));
        let built = build::build(text, piece, build::Aliases::MaybeElsewhere);
        let failed = built.error.is_some();
        // The first piece that fails is the one whose error was noted.
        if let Some(error) = built.error.filter(|_| !first)
            && front.problems.len() < super::MAX_PROBLEMS
        {
            front.problems.push(error);
        }
        first &= !failed;
        front.problems.extend(built.problems);
        front.comments.extend(built.comments);
        let mut entries = built.root.map(|value| super::into_mapping(value.data).entries).unwrap_or_default();
        if failed && let Some(entry) = as_text(text, piece) {
            entries = vec![entry];
        }
        for entry in entries {
            index.insert(map, entry);
        }
    }
    front.comments.sort_unstable();
    front.comments.dedup();
}

/// `title: Talks: a day` cannot be read, but everybody knows what is meant.
fn as_text(text: &str, piece: Span) -> Option<Entry> {
    let line = piece.of(text).trim_end();
    if line.contains('\n') {
        return None;
    }
    let key = refusal::key_of_line(line)?;
    let value = line[key.len()..].trim_start().strip_prefix(':')?.trim();
    let start = piece.start() + line.len() - value.len();
    let bare = value.trim_matches(['"', '\'']);
    if value.is_empty() {
        return None;
    }
    Some(Entry {
        key: key.trim_matches(['"', '\'']).to_owned(),
        key_span: Span::new(piece.start()..piece.start() + key.len()),
        value: Value {
            span: Span::new(start..start + value.len()),
            data: Data::Text(bare.to_owned()),
            style: Style::Plain,
            written: None,
        },
        merged: None,
    })
}

fn line_start(text: &str, at: usize) -> usize {
    text[..at].rfind('\n').map_or(0, |end| end + 1)
}

fn line_end(text: &str, at: usize, end: usize) -> usize {
    text[at..end].find('\n').map_or(end, |len| at + len + 1)
}
