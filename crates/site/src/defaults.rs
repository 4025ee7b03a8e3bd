//! `defaults:` of the configuration: front matter by path and type.

use handbill_liquid::{Object, Value};

/// The values for the page at `path`, from the widest scope to the narrowest.
///
/// As with Jekyll, a path of a scope is the beginning of a page's, or a pattern with `*` for all of it; longer ones
/// count more, then those with a type, then later ones. Objects are merged, all else is replaced.
pub(crate) fn defaults_for(config: &Object, path: &str) -> Object {
    let mut merged = Object::default();
    let mut strongest: Option<(usize, bool)> = None;
    for set in config.get("defaults").and_then(Value::as_array).unwrap_or_default() {
        let Some(set) = set.as_object() else { continue };
        let Some(values) = set.get("values").and_then(Value::as_object) else { continue };
        let empty = Object::default();
        let scope = set.get("scope").and_then(Value::as_object).unwrap_or(&empty);
        let Some(rank) = rank(scope, path) else { continue };
        if strongest.is_none_or(|strongest| rank >= strongest) {
            merged = merged.merged(values);
            strongest = Some(rank);
        } else {
            merged = values.merged(&merged);
        }
    }
    merged
}

/// How narrow the scope is, if the page lies in it: the length of its path, and whether it has a type.
fn rank(scope: &Object, path: &str) -> Option<(usize, bool)> {
    let wanted = scope.get("path").map(ToString::to_string).unwrap_or_default();
    let kind = scope.get("type").filter(|kind| **kind != Value::Nil).map(ToString::to_string);
    let of_kind = kind.as_deref().is_none_or(|kind| kind == kind_of(path));
    let lies = if wanted.contains('*') { matches(&wanted, path) } else { path.starts_with(&wanted) };
    (of_kind && lies).then_some((wanted.len(), kind.is_some()))
}

/// `pages`, `posts`, or the collection's name.
fn kind_of(path: &str) -> &str {
    let folder = path.split('/').rev().skip(1).find(|folder| folder.starts_with('_'));
    match folder {
        Some("_posts" | "_drafts") => "posts",
        Some(collection) => &collection[1..],
        None => "pages",
    }
}

/// A pattern as Jekyll's: `*` is any text without `/`, `**/` any folders; the match of a folder holds for what is in it.
fn matches(pattern: &str, path: &str) -> bool {
    let pattern: Vec<&str> = pattern.trim_matches('/').split('/').collect();
    let path: Vec<&str> = path.split('/').collect();
    // Which prefixes of the pattern match the path so far: a row a part, so that stars cost their product and no more.
    let mut reached = vec![false; pattern.len() + 1];
    reached[0] = true;
    skip_folders(&pattern, &mut reached);
    for part in path {
        let mut next = vec![false; pattern.len() + 1];
        for (i, wanted) in pattern.iter().enumerate() {
            if reached[i] {
                let folders = *wanted == "**";
                next[i] |= folders;
                next[i + 1] |= !folders && part_matches(wanted, part);
            }
        }
        skip_folders(&pattern, &mut next);
        if next[pattern.len()] {
            return true;
        }
        reached = next;
    }
    false
}

/// `**` also stands for no folder at all.
fn skip_folders(pattern: &[&str], reached: &mut [bool]) {
    for (i, part) in pattern.iter().enumerate() {
        if reached[i] && *part == "**" {
            reached[i + 1] = true;
        }
    }
}

fn part_matches(wanted: &str, part: &str) -> bool {
    let mut pieces = wanted.split('*');
    let Some(mut rest) = part.strip_prefix(pieces.next().unwrap_or("")) else { return false };
    let mut pieces = pieces.peekable();
    if pieces.peek().is_none() {
        return rest.is_empty();
    }
    while let Some(piece) = pieces.next() {
        if pieces.peek().is_none() {
            return rest.ends_with(piece);
        }
        let Some(at) = rest.find(piece) else { return false };
        rest = &rest[at + piece.len()..];
    }
    true
}
