//! Filters of arrays.

use super::{Args, to_text};
use crate::expand::Expander;
use crate::value::number::to_integer;
use crate::{UnresolvedKind, Value};
use std::sync::Arc;

type Result = std::result::Result<Value, String>;

/// How deep arrays may be put into each other.
const DEPTH: usize = 100;

/// What a filter of arrays goes through: an array with its arrays taken apart, the numbers of a range, any other
/// value as the only one, nothing for nil.
pub(super) fn items(expander: &mut Expander<'_>, input: &Value) -> Arc<Vec<Value>> {
    match input {
        Value::Array(values) if !values.iter().any(|value| matches!(value, Value::Array(_))) => Arc::clone(values),
        Value::Array(values) => {
            let mut flat = Vec::new();
            flatten(expander, values, &mut flat);
            Arc::new(flat)
        }
        Value::Nil => Arc::default(),
        &Value::Range(first, last) => {
            // The range's length has been counted as steps before.
            Arc::new((first..=last).map(Value::Int).collect())
        }
        other => Arc::new(vec![other.clone()]),
    }
}

fn flatten(expander: &mut Expander<'_>, values: &[Value], flat: &mut Vec<Value>) {
    for value in values {
        if !expander.budget.steps(1) {
            return;
        }
        if let Value::Array(inner) = value { flatten(expander, inner, flat) } else { flat.push(value.clone()) }
    }
}

pub(super) fn size(_: &mut Expander<'_>, input: &Value, _: &Args) -> Result {
    Ok(match input {
        Value::String(text) => Value::from(text.chars().count()),
        Value::Array(values) => Value::from(values.len()),
        Value::Object(object) => Value::from(object.len()),
        &Value::Range(first, last) => Value::Int(last.saturating_sub(first).saturating_add(1).max(0)),
        // Ruby's whole numbers are eight bytes.
        Value::Int(_) => Value::Int(8),
        Value::Nil
        | Value::Bool(_)
        | Value::Float(_)
        | Value::Date(_)
        | Value::Time(_)
        | Value::Empty
        | Value::Blank => Value::Int(0),
    })
}

pub(super) fn first(_: &mut Expander<'_>, input: &Value, _: &Args) -> Result {
    Ok(match input {
        Value::Array(values) => values.first().cloned().unwrap_or_default(),
        Value::Object(object) => {
            object.at(0).map_or(Value::Nil, |(name, value)| Value::from(vec![Value::from(name), value.clone()]))
        }
        &Value::Range(first, last) if first <= last => Value::Int(first),
        _ => Value::Nil,
    })
}

pub(super) fn last(_: &mut Expander<'_>, input: &Value, _: &Args) -> Result {
    Ok(match input {
        Value::Array(values) => values.last().cloned().unwrap_or_default(),
        &Value::Range(first, last) if first <= last => Value::Int(last),
        _ => Value::Nil,
    })
}

pub(super) fn join(expander: &mut Expander<'_>, input: &Value, args: &Args) -> Result {
    let glue = args.get(0).map_or_else(|| " ".to_owned(), to_text);
    let items = items(expander, input);
    let mut text = String::new();
    for (i, item) in items.iter().enumerate() {
        let item = to_text(item);
        let glue = if i > 0 { &*glue } else { "" };
        if !expander.budget.bytes(glue.len() + item.len()) {
            return Ok(Value::Nil);
        }
        text.push_str(glue);
        text.push_str(&item);
    }
    Ok(Value::from(text))
}

pub(super) fn reverse(expander: &mut Expander<'_>, input: &Value, _: &Args) -> Result {
    Ok(items(expander, input).iter().rev().cloned().collect())
}

pub(super) fn map(expander: &mut Expander<'_>, input: &Value, args: &Args) -> Result {
    let property = args.value(0);
    let name = to_text(property);
    items(expander, input)
        .iter()
        .map(|item| match item {
            Value::Object(object) => Ok(object.get(&name).cloned().unwrap_or_default()),
            // Ruby's `"text"["part"]` is the part, if it is one.
            Value::String(text) => Ok(if text.contains(&*name) { property.clone() } else { Value::Nil }),
            Value::Int(_) | Value::Array(_) => Err(format!("a value has no `{name}` to select")),
            Value::Nil
            | Value::Bool(_)
            | Value::Float(_)
            | Value::Date(_)
            | Value::Time(_)
            | Value::Range(..)
            | Value::Empty
            | Value::Blank => Ok(Value::Nil),
        })
        .collect::<std::result::Result<Value, String>>()
}

pub(super) fn compact(expander: &mut Expander<'_>, input: &Value, args: &Args) -> Result {
    let items = items(expander, input);
    let property = args.get(0).map(to_text);
    Ok(items.iter().filter(|item| property_of(item, property.as_deref()) != Value::Nil).cloned().collect())
}

pub(super) fn uniq(expander: &mut Expander<'_>, input: &Value, args: &Args) -> Result {
    let items = items(expander, input);
    let property = args.get(0).map(to_text);
    let mut seen = std::collections::BTreeSet::new();
    let mut kept = Vec::new();
    for item in items.iter() {
        // The debug form tells every two different values apart, so that this needs no order of values.
        if seen.insert(format!("{:?}", property_of(item, property.as_deref()))) {
            kept.push(item.clone());
        }
    }
    Ok(Value::from(kept))
}

/// What an item has under `property`, or the item itself.
fn property_of(item: &Value, property: Option<&str>) -> Value {
    match (item, property) {
        (item, None) => item.clone(),
        (Value::Object(object), Some(name)) => object.get(name).cloned().unwrap_or_default(),
        _ => Value::Nil,
    }
}

pub(super) fn concat(expander: &mut Expander<'_>, input: &Value, args: &Args) -> Result {
    let Value::Array(more) = args.value(0) else { return Err("it takes an array to add".to_owned()) };
    expander.budget.steps(more.len());
    Ok(items(expander, input).iter().chain(more.iter()).cloned().collect())
}

pub(super) fn push(expander: &mut Expander<'_>, input: &Value, args: &Args) -> Result {
    changed(expander, input, args.value(0), |values| values.push(args.value(0).clone()))
}

pub(super) fn unshift(expander: &mut Expander<'_>, input: &Value, args: &Args) -> Result {
    changed(expander, input, args.value(0), |values| values.insert(0, args.value(0).clone()))
}

fn changed(expander: &mut Expander<'_>, input: &Value, added: &Value, change: impl FnOnce(&mut Vec<Value>)) -> Result {
    let Value::Array(values) = input else { return Ok(input.clone()) };
    if !fits(expander, added, 1) {
        return Err(format!("arrays are put into each other more than {DEPTH} deep"));
    }
    let mut values = values.to_vec();
    change(&mut values);
    Ok(Value::from(values))
}

/// Whether a value may go one deeper. Every value inside is a step, so that one that holds itself twice, twice and
/// twice again comes to its end.
fn fits(expander: &mut Expander<'_>, value: &Value, depth: usize) -> bool {
    let Value::Array(values) = value else { return true };
    depth < DEPTH
        && expander.budget.steps(1 + values.len())
        && values.iter().all(|value| fits(expander, value, depth + 1))
}

pub(super) fn pop(_: &mut Expander<'_>, input: &Value, args: &Args) -> Result {
    let Value::Array(values) = input else { return Ok(input.clone()) };
    let kept = values.len().saturating_sub(count(args)?);
    Ok(Value::from(values[..kept].to_vec()))
}

pub(super) fn shift(_: &mut Expander<'_>, input: &Value, args: &Args) -> Result {
    let Value::Array(values) = input else { return Ok(input.clone()) };
    let dropped = count(args)?.min(values.len());
    Ok(Value::from(values[dropped..].to_vec()))
}

fn count(args: &Args) -> std::result::Result<usize, String> {
    let count = args.get(0).map_or(1, to_integer);
    usize::try_from(count).map_err(|_| format!("{count} is no number of items"))
}

/// Chance would give another page each time: the first items are taken, and that is noted.
pub(super) fn sample(expander: &mut Expander<'_>, input: &Value, args: &Args) -> Result {
    let Value::Array(values) = input else { return Ok(input.clone()) };
    expander.note(UnresolvedKind::Filter, "sample", "what chance picks is not known; the first is taken");
    let count = count(args)?;
    if count == 1 {
        return Ok(values.first().cloned().unwrap_or_default());
    }
    Ok(values.iter().take(count).cloned().collect())
}

pub(super) fn sentence(expander: &mut Expander<'_>, input: &Value, args: &Args) -> Result {
    let words: Vec<String> = match input {
        Value::Array(values) => values.iter().map(to_text).collect(),
        // A text of two characters has a first and a second, too.
        Value::String(text) if text.chars().nth(2).is_none() => text.chars().map(String::from).collect(),
        _ => return Err("only an array makes a sentence".to_owned()),
    };
    let connector = args.get(0).map_or_else(|| "and".to_owned(), to_text);
    let last = words.len().saturating_sub(1);
    Ok(Value::from(match &words[..] {
        [] => String::new(),
        [only] => only.clone(),
        [first, second] => format!("{first} {connector} {second}"),
        [_, .., end] => {
            let Value::Array(values) = input else { return Ok(Value::Nil) };
            let most = Value::from(values[..last].to_vec());
            let most: Vec<String> = items(expander, &most).iter().map(to_text).collect();
            format!("{}, {connector} {end}", most.join(", "))
        }
    }))
}
