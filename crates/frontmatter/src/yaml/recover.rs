//! Reading on after an error, key by key.

use handbill_text::Span;

use super::{build, refusal, resolve};
use crate::index::Index;
use crate::{Data, Entry, FrontMatter, Mapping, Problem, Style, Value};

/// So many pieces that cannot be read are no front matter.
const MAX_FAILURES: usize = 1000;

/// From where to read on: the line of the key that could not be finished, or the first key after what was read.
pub(super) fn resume(text: &str, span: Span, map: &mut Mapping, open_key: Option<Span>, error: usize) -> usize {
    if let Some(key) = open_key {
        return line_start(text, key.start()).max(span.start());
    }
    let Some(last) = map.entries.iter().max_by_key(|entry| entry.key_span.start()) else { return span.start() };
    let (start, end) = (last.key_span.start(), last.value.span.end().max(last.key_span.end()));
    let after = line_end(text, end, span.end());
    // `title: Talks: a day` breaks behind a value that looked complete: it is read again with its whole line.
    if (start..after).contains(&error) {
        map.entries.retain(|entry| entry.key_span.start() != start);
        return line_start(text, start).max(span.start());
    }
    after
}

/// Reads each piece of `rest` that starts with a key at its line's start, and adds what it holds.
///
/// `error` is what the whole stumbled over. It is told, unless the piece at fault can be read after all.
pub(super) fn read_on(text: &str, rest: Span, error: Problem, map: &mut Mapping, front: &mut FrontMatter) {
    let mut index = Index::default();
    let mut error = Some(error);
    let mut failures = 0;
    for piece in pieces(text, rest) {
        let built = build::build(text, piece, build::Aliases::MaybeElsewhere);
        let mut entries = built.root.map(|value| super::into_mapping(value.data).entries).unwrap_or_default();
        if let Some(own) = built.error {
            if let Some(entry) = quoted(text, piece) {
                error = None;
                entries = vec![entry];
            } else {
                // The first piece that fails is the one whose error is known.
                tell(front, error.take().unwrap_or(own));
                entries = first_line(text, piece).unwrap_or(entries);
            }
            failures += 1;
        }
        front.problems.extend(built.problems);
        front.comments.extend(built.comments);
        for entry in entries {
            index.insert(map, entry);
        }
        if failures == MAX_FAILURES {
            break;
        }
    }
    if let Some(error) = error {
        tell(front, error);
    }
    front.comments.sort_unstable();
    front.comments.dedup();
}

fn tell(front: &mut FrontMatter, error: Problem) {
    // A control character is told of already, and better.
    let known = front.problems.iter().any(|problem| problem.span.start() == error.span.start());
    if !known && front.problems.len() < super::MAX_PROBLEMS {
        front.problems.push(error);
    }
}

fn pieces(text: &str, rest: Span) -> Vec<Span> {
    let mut starts: Vec<usize> = Vec::new();
    let mut at = rest.start();
    for line in rest.of(text).split_inclusive('\n') {
        if refusal::key_of_line(line).is_some() {
            starts.push(at);
        }
        at += line.len();
    }
    let ends = starts.iter().skip(1).copied().chain([rest.end()]);
    starts.iter().zip(ends).map(|(&start, end)| Span::new(start..end)).collect()
}

/// A quoted text over several lines, which libyaml reads whether the lines are indented or not; the parser does not.
fn quoted(text: &str, piece: Span) -> Option<Entry> {
    let whole = piece.of(text).trim_end();
    let key = refusal::key_of_line(whole)?;
    let value = whole[key.len()..].trim_start().strip_prefix(':')?.trim_start();
    if !value.starts_with(['"', '\'']) || !value.contains('\n') {
        return None;
    }
    let indented = format!("{key}: {}\n", value.replace('\n', "\n  "));
    let built = build::build(&indented, Span::new(0..indented.len()), build::Aliases::Known);
    let read = super::into_mapping(built.root?.data).entries.pop()?;
    let complete = built.error.is_none() && read.value.span.end() == indented.trim_end().len();
    let start = piece.start() + whole.len() - value.len();
    complete.then(|| Entry {
        key_span: Span::new(piece.start()..piece.start() + key.len()),
        value: Value { span: Span::new(start..start + value.len()), ..read.value },
        ..read
    })
}

/// What a piece that cannot be read says in its first line: its value, if the line can be read alone, else its text.
///
/// `title: Talks: a day` cannot be read, but everybody knows what is meant. A list that breaks off keeps its items.
fn first_line(text: &str, piece: Span) -> Option<Vec<Entry>> {
    let whole = piece.of(text).trim_end();
    let line = whole.lines().next()?;
    if line.len() == whole.len() {
        return as_text(piece, line).map(|entry| vec![entry]);
    }
    let alone =
        build::build(text, Span::new(piece.start()..piece.start() + line.len()), build::Aliases::MaybeElsewhere);
    let entries = super::into_mapping(alone.root?.data).entries;
    let says_something = entries.iter().any(|entry| !entry.value.is_null());
    (alone.error.is_none() && says_something).then_some(entries)
}

fn as_text(piece: Span, line: &str) -> Option<Entry> {
    let key = refusal::key_of_line(line)?;
    let value = line[key.len()..].trim_start().strip_prefix(':')?.trim();
    let start = piece.start() + line.len() - value.len();
    let bare = value.trim_matches(['"', '\'']);
    if value.is_empty() {
        return None;
    }
    let key_span = Span::new(piece.start()..piece.start() + key.len());
    let plain = !key.starts_with(['"', '\'']);
    Some(Entry {
        key: if plain { Value::new(key_span, resolve(key)).shown() } else { key.trim_matches(['"', '\'']).to_owned() },
        key_span,
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
