//! Filters that choose, group and sort items by what they hold.

use super::{Args, to_text};
use crate::expand::Expander;
use crate::expression::Condition;
use crate::value::compare::same_kind;
use crate::{Object, Value, lax, strict};
use std::cmp::Ordering;
use std::sync::Arc;

type Result = std::result::Result<Value, String>;

pub(super) fn keep(_: &mut Expander<'_>, input: &Value, args: &Args) -> Result {
    let (property, target) = (args.value(0), args.value(1));
    if !property.is_truthy() || matches!(target, Value::Array(_) | Value::Object(_)) {
        return Ok(input.clone());
    }
    let Some(items) = selectable(input) else { return Ok(input.clone()) };
    let property = to_text(property);
    let mut kept = Vec::new();
    for item in items.iter() {
        if matches(&item_property(item, &property)?, target) {
            kept.push(item.clone());
        }
    }
    Ok(Value::from(kept))
}

pub(super) fn find(_: &mut Expander<'_>, input: &Value, args: &Args) -> Result {
    let (property, target) = (args.value(0), args.value(1));
    if !property.is_truthy() || matches!(target, Value::Array(_) | Value::Object(_)) {
        return Ok(input.clone());
    }
    let Some(items) = selectable(input) else { return Ok(input.clone()) };
    let property = to_text(property);
    for item in items.iter() {
        if matches(&item_property(item, &property)?, target) {
            return Ok(item.clone());
        }
    }
    Ok(Value::Nil)
}

/// The items of an array, the values of an object; none for what has no items.
fn selectable(input: &Value) -> Option<Arc<Vec<Value>>> {
    match input {
        Value::Array(values) => Some(Arc::clone(values)),
        Value::Object(object) => Some(Arc::new(object.iter().map(|(_, value)| value.clone()).collect())),
        &Value::Range(first, last) => Some(Arc::new((first..=last).map(Value::Int).collect())),
        _ => None,
    }
}

/// What an item has under `a` or `a.b`; Jekyll stops at an item that cannot have a property.
fn item_property(item: &Value, property: &str) -> Result {
    match item {
        Value::Object(object) => Ok(object.get(property).cloned().unwrap_or_else(|| nested(item, property))),
        Value::String(text) => Ok(if text.contains(property) { Value::from(property) } else { Value::Nil }),
        other => Err(format!("`{}` has no `{property}`", to_text(other).chars().take(40).collect::<String>())),
    }
}

fn nested(item: &Value, property: &str) -> Value {
    let mut value = item.clone();
    for part in property.split('.') {
        value = value.as_object().and_then(|object| object.get(part)).cloned().unwrap_or_default();
    }
    value
}

fn matches(property: &Value, target: &Value) -> bool {
    match target {
        Value::Nil => *property == Value::Nil,
        Value::Empty | Value::Blank => {
            let text = to_joined(property);
            text.is_empty()
        }
        target => {
            let target = to_text(target);
            match property {
                Value::Array(values) => values.iter().any(|value| to_text(value) == target),
                Value::Object(_) => false,
                Value::Nil => false,
                other => to_text(other) == target,
            }
        }
    }
}

fn to_joined(value: &Value) -> String {
    if let Value::Array(values) = value { values.iter().map(to_text).collect() } else { to_text(value) }
}

fn condition(args: &Args) -> std::result::Result<(String, Condition), String> {
    let text = args.text(1);
    let condition = strict::condition(&text).or_else(|| lax::condition(&text));
    Ok((args.text(0), condition.ok_or_else(|| format!("`{text}` is no condition"))?))
}

pub(super) fn keep_exp(expander: &mut Expander<'_>, input: &Value, args: &Args) -> Result {
    let Some(items) = selectable(input) else { return Ok(input.clone()) };
    let (name, condition) = condition(args)?;
    let mut kept = Vec::new();
    for item in items.iter() {
        if expander.with(&name, item.clone(), |expander| expander.holds(&condition)) {
            kept.push(item.clone());
        }
    }
    Ok(Value::from(kept))
}

pub(super) fn find_exp(expander: &mut Expander<'_>, input: &Value, args: &Args) -> Result {
    let Some(items) = selectable(input) else { return Ok(input.clone()) };
    let (name, condition) = condition(args)?;
    for item in items.iter() {
        if expander.with(&name, item.clone(), |expander| expander.holds(&condition)) {
            return Ok(item.clone());
        }
    }
    Ok(Value::Nil)
}

pub(super) fn group_by(_: &mut Expander<'_>, input: &Value, args: &Args) -> Result {
    let Some(items) = groupable(input) else { return Ok(input.clone()) };
    let property = args.text(0);
    let mut groups = Groups::default();
    for item in items.iter() {
        groups.add(Value::from(to_text(&item_property(item, &property)?)), item);
    }
    Ok(groups.into_value())
}

pub(super) fn group_by_exp(expander: &mut Expander<'_>, input: &Value, args: &Args) -> Result {
    let Some(items) = groupable(input) else { return Ok(input.clone()) };
    let (name, text) = (args.text(0), args.text(1));
    let piped = strict::piped(&text).unwrap_or_else(|| lax::piped(&text));
    let mut groups = Groups::default();
    for item in items.iter() {
        let key = expander.with(&name, item.clone(), |expander| expander.piped(&piped));
        groups.add(key, item);
    }
    Ok(groups.into_value())
}

/// The items of an array or range, the pairs of an object; none for what has no items.
fn groupable(input: &Value) -> Option<Arc<Vec<Value>>> {
    match input {
        Value::Object(object) => Some(Arc::new(pairs(object))),
        other => selectable(other),
    }
}

fn pairs(object: &Object) -> Vec<Value> {
    object.iter().map(|(name, value)| Value::from(vec![Value::from(name), value.clone()])).collect()
}

/// Items by what they have in common, in the order in which that was first met.
#[derive(Default)]
struct Groups {
    index: std::collections::BTreeMap<String, usize>,
    groups: Vec<(Value, Vec<Value>)>,
}

impl Groups {
    fn add(&mut self, key: Value, item: &Value) {
        let next = self.groups.len();
        let at = *self.index.entry(format!("{key:?}")).or_insert(next);
        if at == next {
            self.groups.push((key, Vec::new()));
        }
        self.groups[at].1.push(item.clone());
    }

    fn into_value(self) -> Value {
        self.groups
            .into_iter()
            .map(|(name, items)| {
                let size = Value::from(items.len());
                Value::from(Object::from_iter([("name", name), ("items", Value::from(items)), ("size", size)]))
            })
            .collect()
    }
}

pub(super) fn sort(expander: &mut Expander<'_>, input: &Value, args: &Args) -> Result {
    if *input == Value::Nil {
        return Err("nil cannot be sorted".to_owned());
    }
    let items: Vec<Value> = match input {
        Value::Array(values) => values.to_vec(),
        Value::Object(object) => pairs(object),
        _ => return Err("only an array can be sorted".to_owned()),
    };
    expander.budget.steps(items.len().saturating_mul(8));
    let Some(property) = args.get(0).filter(|property| **property != Value::Nil) else {
        return sorted(items, |item| Ok(item.clone()), plain_order);
    };
    let property = to_text(property);
    let nils_last = match args.get(1).and_then(Value::as_str) {
        None | Some("first") => false,
        Some("last") => true,
        Some(other) => return Err(format!("`{other}` is no order of what lacks the property: 'first' or 'last'")),
    };
    let order = |left: &Value, right: &Value| match (left, right) {
        (Value::Nil, Value::Nil) => Some(Ordering::Equal),
        (Value::Nil, _) => Some(if nils_last { Ordering::Greater } else { Ordering::Less }),
        (_, Value::Nil) => Some(if nils_last { Ordering::Less } else { Ordering::Greater }),
        (left, right) => plain_order(left, right),
    };
    sorted(items, |item| item_property(item, &property).map(numeric), order)
}

/// A text that is a number sorts as one.
fn numeric(value: Value) -> Value {
    let Some(text) = value.as_str() else { return value };
    let digits = text.strip_prefix('-').unwrap_or(text);
    let is_number = digits.bytes().all(|b| b.is_ascii_digit() || b == b'.')
        && digits.starts_with(|c: char| c.is_ascii_digit())
        && digits.ends_with(|c: char| c.is_ascii_digit())
        && digits.matches('.').count() <= 1;
    if is_number { text.parse().map_or(value, Value::Float) } else { value }
}

fn plain_order(left: &Value, right: &Value) -> Option<Ordering> {
    if let Some(order) = same_kind(left, right) {
        return order;
    }
    match (left, right) {
        (Value::Array(left), Value::Array(right)) => {
            for (left, right) in left.iter().zip(right.iter()) {
                match plain_order(left, right)? {
                    Ordering::Equal => {}
                    order => return Some(order),
                }
            }
            Some(left.len().cmp(&right.len()))
        }
        (Value::Nil, Value::Nil) => Some(Ordering::Equal),
        (Value::Bool(left), Value::Bool(right)) if left == right => Some(Ordering::Equal),
        _ => None,
    }
}

/// Sorts stably by a key that is taken once an item. Values without an order make it fail, as Ruby's sort does.
fn sorted(
    items: Vec<Value>,
    key: impl Fn(&Value) -> Result,
    order: impl Fn(&Value, &Value) -> Option<Ordering>,
) -> Result {
    let mut keyed =
        items.into_iter().map(|item| Ok((key(&item)?, item))).collect::<std::result::Result<Vec<_>, String>>()?;
    let mut comparable = true;
    keyed.sort_by(|(left, _), (right, _)| {
        order(left, right).unwrap_or_else(|| {
            comparable = false;
            Ordering::Equal
        })
    });
    if !comparable {
        return Err("the items cannot be compared with each other".to_owned());
    }
    Ok(keyed.into_iter().map(|(_, item)| item).collect())
}

pub(super) fn sort_natural(expander: &mut Expander<'_>, input: &Value, args: &Args) -> Result {
    let items = super::array::items(expander, input);
    let property = args.get(0).map(to_text);
    // Jekyll gives nothing where an item cannot have a property.
    let plain = |item: &Value| matches!(item, Value::Nil | Value::Bool(_) | Value::Float(_) | Value::Range(..));
    if property.is_some() && items.iter().any(plain) {
        return Ok(Value::Nil);
    }
    if items.len() < 2 {
        return Ok(Value::from(items.to_vec()));
    }
    let key = |item: &Value| {
        let value = match &property {
            None => item.clone(),
            Some(name) => item_property(item, name)?,
        };
        Ok(if value == Value::Nil { Value::Nil } else { Value::from(to_text(&value).to_lowercase()) })
    };
    let order = |left: &Value, right: &Value| match (left, right) {
        (Value::Nil, Value::Nil) => Some(Ordering::Equal),
        (Value::Nil, _) => Some(Ordering::Greater),
        (_, Value::Nil) => Some(Ordering::Less),
        (left, right) => plain_order(left, right),
    };
    sorted(items.to_vec(), key, order)
}
