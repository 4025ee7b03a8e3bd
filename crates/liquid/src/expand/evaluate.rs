//! Expressions and conditions to values.

use super::Expander;
use crate::expression::{Comparison, Condition, Expr, Filter, Joint, Key, Operator, Path};
use crate::filters;
use crate::value::compare::{contains, equal, order};
use crate::value::number::to_integer;
use crate::{UnresolvedKind, Value};
use std::cmp::Ordering;

impl Expander<'_> {
    pub(crate) fn value(&mut self, expr: &Expr) -> Value {
        match expr {
            Expr::Literal(value) => value.clone(),
            Expr::Range(first, last) => {
                let (first, last) = (self.value(first), self.value(last));
                Value::Range(to_integer(&first), to_integer(&last))
            }
            Expr::Path(path) => self.look_up(path),
        }
    }

    fn look_up(&mut self, path: &Path) -> Value {
        let name = match &path.name {
            Key::Name(name) => self.variable(name),
            Key::Computed(inner) => {
                let name = self.value(inner);
                let name = self.budget.text(&name);
                self.variable(&name)
            }
        };
        let Some(mut value) = name else {
            self.note_data(path, 0);
            return Value::Nil;
        };
        for (i, key) in path.keys.iter().enumerate() {
            let next = match key {
                Key::Name(name) => {
                    value.as_object().and_then(|object| object.get(name)).cloned().or_else(|| command(&value, name))
                }
                Key::Computed(inner) => {
                    let key = self.value(inner);
                    get(&value, &key)
                }
            };
            let Some(next) = next else {
                self.note_data(path, i);
                return Value::Nil;
            };
            value = next;
        }
        value
    }

    /// Notes a path into `site.data` whose file is not there: what it holds is not known.
    fn note_data(&mut self, path: &Path, missing: usize) {
        let is = |key: &Key, word: &str| matches!(key, Key::Name(name) if name == word);
        if missing < 2 && is(&path.name, "site") && path.keys.first().is_some_and(|key| is(key, "data")) {
            self.note(UnresolvedKind::Data, &path.plain(), "the data it reads is not there");
        }
    }

    fn variable(&self, name: &str) -> Option<Value> {
        if let Some(value) = self.scopes.iter().rev().find_map(|scope| scope.get(name)) {
            return Some(value.clone());
        }
        if let Some(value) = self.assigned.get(name) {
            return Some(value.clone());
        }
        if let Some(&counter) = self.counters.get(name) {
            return Some(Value::Int(counter));
        }
        self.context.globals.get(name).cloned().or_else(|| (self.context.late?)(name))
    }

    pub(super) fn filtered(&mut self, input: Value, filter: &Filter) -> Value {
        let args: Vec<Value> = filter.args.iter().map(|arg| self.value(arg)).collect();
        let named: Vec<(String, Value)> =
            filter.named.iter().map(|(name, value)| (name.clone(), self.value(value))).collect();
        filters::apply(self, &filter.name, input, args, named)
    }

    pub(crate) fn holds(&mut self, condition: &Condition) -> bool {
        let mut result = self.compares(&condition.first);
        for (joint, comparison) in &condition.rest {
            let settled = match joint {
                Joint::And => !result,
                Joint::Or => result,
            };
            if settled {
                break;
            }
            result = self.compares(comparison);
        }
        result
    }

    pub(super) fn is(&mut self, left: &Expr, right: &Expr) -> bool {
        let (left, right) = (self.value(left), self.value(right));
        equal(&left, &right)
    }

    fn compares(&mut self, comparison: &Comparison) -> bool {
        let left = self.value(&comparison.left);
        let Some((operator, right)) = &comparison.right else { return left.is_truthy() };
        let right = self.value(right);
        self.budget.steps(1);
        match operator {
            Operator::Equal => equal(&left, &right),
            Operator::NotEqual => !equal(&left, &right),
            Operator::Contains => contains(&left, &right),
            Operator::Less => self.ordered(&left, &right).is_some_and(Ordering::is_lt),
            Operator::LessOrEqual => self.ordered(&left, &right).is_some_and(Ordering::is_le),
            Operator::Greater => self.ordered(&left, &right).is_some_and(Ordering::is_gt),
            Operator::GreaterOrEqual => self.ordered(&left, &right).is_some_and(Ordering::is_ge),
            Operator::Unknown(operator) => {
                self.trouble(format!("`{operator}` is no comparison"), "compare with ==, !=, <, <=, >, >= or contains");
                false
            }
        }
    }

    fn ordered(&mut self, left: &Value, right: &Value) -> Option<Ordering> {
        match order(left, right) {
            Ok(order) => order,
            Err(message) => {
                self.trouble(message, "compare two numbers or two texts");
                None
            }
        }
    }
}

/// What is under `key` in an object, or at that index of an array.
pub(crate) fn get(value: &Value, key: &Value) -> Option<Value> {
    match (value, key) {
        (Value::Object(object), Value::String(name)) => object.get(name).cloned(),
        (Value::Object(object), Value::Int(_) | Value::Float(_) | Value::Bool(_) | Value::Date(_)) => {
            object.get(&key.to_string()).cloned()
        }
        (Value::Array(values), Value::Int(index)) => {
            let len = i64::try_from(values.len()).ok()?;
            let index = if *index < 0 { index.checked_add(len)? } else { *index };
            values.get(usize::try_from(index).ok()?).cloned()
        }
        _ => None,
    }
}

/// `size`, `first` and `last`, where a value has them.
fn command(value: &Value, name: &str) -> Option<Value> {
    match (value, name) {
        (Value::Array(values), "size") => Some(Value::from(values.len())),
        (Value::Array(values), "first") => values.first().cloned(),
        (Value::Array(values), "last") => values.last().cloned(),
        (Value::Object(object), "size") => Some(Value::from(object.len())),
        (Value::Object(object), "first") => {
            object.iter().next().map(|(name, value)| Value::from(vec![Value::from(name), value.clone()]))
        }
        (Value::String(text), "size") => Some(Value::from(text.chars().count())),
        (&Value::Range(first, last), "size") => Some(Value::Int(last.saturating_sub(first).saturating_add(1).max(0))),
        (&Value::Range(first, _), "first") => Some(Value::Int(first)),
        (&Value::Range(_, last), "last") => Some(Value::Int(last)),
        _ => None,
    }
}
