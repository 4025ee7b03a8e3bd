//! Changes to a front matter that keep every other byte.
//!
//! Each function gives the edit, or `None` where the change cannot be made that way. What it gives has been tried: the
//! changed text reads back as the same values with the one change, and nothing else.

use std::collections::BTreeMap;

use handbill_text::{Edit, Span, apply};

use crate::write::{one_line, pair, quoted};
use crate::{Data, Entry, Format, FrontMatter, Mapping, Style, Value, parse, split};

/// Puts the value at `path` (keys, and indices of lists) into quotes, as its author wrote it: `12:30` becomes `"12:30"`.
///
/// `None` where it is no plain YAML scalar on the page.
///
/// ```
/// use handbill_frontmatter::{parse, quote, split};
///
/// let text = "---\nopens: 12:30 # local\n---\n";
/// let edit = quote(text, &parse(text, &split(text)), &["opens"]).expect("a plain scalar");
/// let fixed = handbill_text::apply(text, &[edit]).expect("one edit");
/// assert_eq!(fixed, "---\nopens: \"12:30\" # local\n---\n");
/// ```
#[must_use]
pub fn quote(text: &str, front: &FrontMatter, path: &[&str]) -> Option<Edit> {
    let value = front.root.get_path(path)?;
    if front.format != Some(Format::Yaml) || value.style != Style::Plain || value.span.is_empty() {
        return None;
    }
    let written = value.written()?;
    let edit = Edit { span: value.span, text: quoted(written) };
    checked(text, front, edit, |root| change(root, path, Data::Text(written.to_owned())))
}

/// Gives the key at `path` another value, and adds the key where it is missing (its mapping must be there).
///
/// ```
/// use handbill_frontmatter::{Data, parse, set, split};
///
/// let text = "---\ntitle: A\nimage: \"\" # none yet\n---\n";
/// let edit = set(text, &parse(text, &split(text)), &["image"], &Data::Text("a.jpg".into())).expect("it can be set");
/// let fixed = handbill_text::apply(text, &[edit]).expect("one edit");
/// assert_eq!(fixed, "---\ntitle: A\nimage: a.jpg # none yet\n---\n");
/// ```
#[must_use]
pub fn set(text: &str, front: &FrontMatter, path: &[&str], data: &Data) -> Option<Edit> {
    let Some(value) = front.root.get_path(path) else { return insert(text, front, path, data) };
    let format = front.format?;
    let (&last, parents) = path.split_last()?;
    let written = one_line(data, format, in_brackets(front, parents) || format != Format::Yaml)?;
    let parent = parent(front, parents)?;
    let key = parent.and_then(|map| map.entry(last)).map(|entry| entry.key_span);
    // A list below its key, and a value that is not there, give way to one on the key's own line.
    let edit = match key {
        Some(key) if value.style == Style::Block || value.span.is_empty() => {
            let colon = key.end() + text[key.end()..].find(':')? + 1;
            if value.span.start() < colon {
                return None;
            }
            Edit { span: Span::new(colon..value.span.end()), text: format!(" {written}") }
        }
        Some(_) | None => Edit { span: value.span, text: written },
    };
    checked(text, front, edit, |root| change(root, path, data.clone()))
}

/// Adds a key at the end of its mapping, indented and ended like the lines there.
///
/// `None` where the key is there already, or the mapping is not.
#[must_use]
pub fn insert(text: &str, front: &FrontMatter, path: &[&str], data: &Data) -> Option<Edit> {
    let format = front.format?;
    let (&key, parents) = path.split_last()?;
    let map = parent(front, parents)??;
    if map.entry(key).is_some() {
        return None;
    }
    let flow = in_brackets(front, parents) || format == Format::Json;
    let new = pair(key, &one_line(data, format, flow || format != Format::Yaml)?, format);
    let own: Vec<&Entry> = map.entries.iter().filter(|entry| entry.merged.is_none()).collect();
    let edit = match own.iter().max_by_key(|entry| entry.value.span.end().max(entry.key_span.end())) {
        Some(last) => {
            let end = last.value.span.end().max(last.key_span.end());
            let first = own.iter().map(|entry| entry.key_span.start()).min()?;
            let start = line_start(text, first);
            let line = &text[start..first];
            // In `- a: 1` the dash is the first key's indentation.
            let indent: String = line.chars().map(|c| if c == '\t' { '\t' } else { ' ' }).collect();
            let own_line = line.chars().all(|c| matches!(c, ' ' | '\t' | '-'));
            if !flow {
                let at = line_end(text, end);
                Edit { span: Span::at(at), text: format!("{}{indent}{new}", line_break(text)) }
            } else if own_line && text[first..end].contains('\n') {
                Edit { span: Span::at(end), text: format!(",{}{indent}{new}", line_break(text)) }
            } else {
                Edit { span: Span::at(end), text: format!(", {new}") }
            }
        }
        None if flow => {
            let place = if parents.is_empty() { split(text).front_matter? } else { front.root.get_path(parents)?.span };
            Edit { span: Span::at(place.start() + 1), text: new }
        }
        None => {
            let end = split(text).front_matter?.end();
            Edit { span: Span::at(end), text: format!("{new}{}", line_break(text)) }
        }
    };
    let entry = Entry {
        key: key.to_owned(),
        key_span: Span::at(0),
        value: Value::new(Span::at(0), data.clone()),
        merged: None,
    };
    checked(text, front, edit, |root| {
        mapping_mut(root, parents)?.entries.push(entry);
        Some(())
    })
}

/// Takes the key at `path` away with its value: the whole lines, or in brackets the comma too.
///
/// ```
/// use handbill_frontmatter::{parse, remove, split};
///
/// let text = "---\ntitle: A\nimage: \"\"\n---\n";
/// let edit = remove(text, &parse(text, &split(text)), &["image"]).expect("it can be removed");
/// assert_eq!(handbill_text::apply(text, &[edit]).as_deref(), Ok("---\ntitle: A\n---\n"));
/// ```
#[must_use]
pub fn remove(text: &str, front: &FrontMatter, path: &[&str]) -> Option<Edit> {
    let (&key, parents) = path.split_last()?;
    let map = parent(front, parents)??;
    let place = map.entries.iter().position(|entry| entry.key == key && entry.merged.is_none())?;
    let entry = &map.entries[place];
    let (start, end) = (entry.key_span.start(), entry.value.span.end().max(entry.key_span.end()));
    let next = map.entries.get(place + 1).map(|next| next.key_span.start());
    let flow = in_brackets(front, parents) || front.format == Some(Format::Json);
    let span = if flow {
        match next {
            Some(next) => Span::new(start..next),
            None => {
                let before = text[..start].trim_end();
                Span::new(before.len() - usize::from(before.ends_with(','))..end)
            }
        }
    } else if text[line_start(text, start)..start].trim().is_empty() {
        let end = line_end(text, end);
        let after = text[end..].find('\n').map_or(text.len(), |len| end + len + 1);
        Span::new(line_start(text, start)..after)
    } else {
        // The first key of a list's item shares its line with the dash.
        Span::new(start..next.unwrap_or(end))
    };
    checked(text, front, Edit { span, text: String::new() }, |root| {
        let map = mapping_mut(root, parents)?;
        map.entries.retain(|entry| entry.key != key);
        Some(())
    })
}

/// The edit, if the changed text reads back as it should.
fn checked(
    text: &str,
    front: &FrontMatter,
    edit: Edit,
    change: impl FnOnce(&mut Mapping) -> Option<()>,
) -> Option<Edit> {
    let mut expected = front.root.clone();
    change(&mut expected)?;
    let changed = apply(text, std::slice::from_ref(&edit)).ok()?;
    let before = split(text);
    let after = split(&changed);
    let same_parts = before.body.of(text) == after.body.of(&changed) && before.format == after.format;
    let now = parse(&changed, &after);
    let no_worse = now.problems.len() <= front.problems.len();
    // What is left of a mapping without keys is nothing in YAML, or an empty mapping in brackets.
    (same_parts && no_worse && same_mapping(&expected, &now.root)).then_some(edit)
}

fn same_mapping(one: &Mapping, other: &Mapping) -> bool {
    // Of two of one key the first counts. A mapping may have thousands, and is asked for each.
    let known: BTreeMap<&str, &Value> =
        other.entries.iter().rev().map(|entry| (entry.key.as_str(), &entry.value)).collect();
    let is_same =
        |entry: &Entry| known.get(entry.key.as_str()).is_some_and(|value| same(&entry.value.data, &value.data));
    one.entries.len() == other.entries.len() && one.entries.iter().all(is_same)
}

fn same(one: &Data, other: &Data) -> bool {
    match (one, other) {
        (Data::Map(one), Data::Map(other)) => same_mapping(one, other),
        (Data::Map(map), Data::Null) | (Data::Null, Data::Map(map)) => map.is_empty(),
        (Data::List(one), Data::List(other)) => {
            one.len() == other.len() && one.iter().zip(other).all(|(one, other)| same(&one.data, &other.data))
        }
        (Data::Float(one), Data::Float(other)) => one.to_bits() == other.to_bits() || one.is_nan() && other.is_nan(),
        (one, other) => one == other,
    }
}

/// The mapping at `path`; `Some(None)` for a list.
fn parent<'f>(front: &'f FrontMatter, path: &[&str]) -> Option<Option<&'f Mapping>> {
    if path.is_empty() { Some(Some(&front.root)) } else { Some(front.root.get_path(path)?.as_map()) }
}

/// Whether what stands at `path` is written in brackets.
fn in_brackets(front: &FrontMatter, path: &[&str]) -> bool {
    !path.is_empty() && front.root.get_path(path).is_some_and(|value| value.style == Style::Flow)
}

fn change(root: &mut Mapping, path: &[&str], data: Data) -> Option<()> {
    let (&last, parents) = path.split_last()?;
    let value = if parents.is_empty() {
        value_mut(root, last)?
    } else {
        match data_mut(root, parents)? {
            Data::Map(map) => value_mut(map, last)?,
            Data::List(items) => items.get_mut(last.parse::<usize>().ok()?)?,
            Data::Null | Data::Bool(_) | Data::Int(_) | Data::Float(_) | Data::Text(_) | Data::Date(_) => return None,
        }
    };
    value.data = data;
    Some(())
}

fn mapping_mut<'m>(root: &'m mut Mapping, path: &[&str]) -> Option<&'m mut Mapping> {
    if path.is_empty() {
        return Some(root);
    }
    if let Data::Map(map) = data_mut(root, path)? { Some(map) } else { None }
}

fn data_mut<'m>(root: &'m mut Mapping, path: &[&str]) -> Option<&'m mut Data> {
    let (first, rest) = path.split_first()?;
    let mut data = &mut value_mut(root, first)?.data;
    for step in rest {
        data = match data {
            Data::Map(map) => &mut value_mut(map, step)?.data,
            Data::List(items) => &mut items.get_mut(step.parse::<usize>().ok()?)?.data,
            Data::Null | Data::Bool(_) | Data::Int(_) | Data::Float(_) | Data::Text(_) | Data::Date(_) => return None,
        };
    }
    Some(data)
}

fn value_mut<'m>(map: &'m mut Mapping, key: &str) -> Option<&'m mut Value> {
    map.entries.iter_mut().find(|entry| entry.key == key).map(|entry| &mut entry.value)
}

fn line_start(text: &str, at: usize) -> usize {
    text[..at].rfind('\n').map_or(0, |end| end + 1)
}

/// The end of the line at `at`, before its line break.
fn line_end(text: &str, at: usize) -> usize {
    let end = text[at..].find('\n').map_or(text.len(), |len| at + len);
    end - usize::from(text[at..end].ends_with('\r'))
}

fn line_break(text: &str) -> &'static str {
    let first = text.find('\n').unwrap_or(0);
    if text[..first].ends_with('\r') { "\r\n" } else { "\n" }
}
