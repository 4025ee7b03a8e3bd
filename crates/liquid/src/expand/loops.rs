//! `for` and `tablerow`.

use super::{Expander, Flow};
use crate::tree::{For, Offset, TableRow};
use crate::value::number::to_integer;
use crate::{Object, Value};
use std::collections::BTreeMap;
use std::sync::Arc;

/// What a loop goes through, without copying it.
enum Items {
    Values(Arc<Vec<Value>>),
    Pairs(Object),
    /// The first and how many.
    Numbers(i64, usize),
}

impl Items {
    fn of(list: &Value) -> Self {
        match list {
            Value::Array(values) => Self::Values(Arc::clone(values)),
            Value::Object(object) => Self::Pairs(object.clone()),
            &Value::Range(first, last) => {
                let count = last.saturating_sub(first).saturating_add(1).max(0);
                Self::Numbers(first, usize::try_from(count).unwrap_or(usize::MAX))
            }
            Value::String(text) if !text.is_empty() => Self::Values(Arc::new(vec![list.clone()])),
            Value::Nil
            | Value::Bool(_)
            | Value::Int(_)
            | Value::Float(_)
            | Value::String(_)
            | Value::Date(_)
            | Value::Time(_)
            | Value::Empty
            | Value::Blank => Self::Numbers(0, 0),
        }
    }

    fn len(&self) -> usize {
        match self {
            Self::Values(values) => values.len(),
            Self::Pairs(object) => object.len(),
            Self::Numbers(_, count) => *count,
        }
    }

    fn get(&self, index: usize) -> Value {
        match self {
            Self::Values(values) => values.get(index).cloned().unwrap_or_default(),
            Self::Pairs(object) => {
                object.at(index).map_or(Value::Nil, |(name, value)| Value::from(vec![Value::from(name), value.clone()]))
            }
            Self::Numbers(first, _) => Value::Int(first.saturating_add(i64::try_from(index).unwrap_or(i64::MAX))),
        }
    }
}

impl Expander<'_> {
    pub(super) fn each(&mut self, text: &str, each: &For) -> Flow {
        let list = self.value(&each.list);
        let items = Items::of(&list);
        let (mut from, mut to) = self.slice(each, &items);
        if matches!(list, Value::String(_)) {
            (from, to) = (0, items.len());
        }
        if !matches!(list, Value::Nil) {
            self.offsets.insert(each.name.clone(), to);
        }
        if from >= to {
            return each.otherwise.as_ref().map_or(Flow::Next, |otherwise| self.block(text, otherwise));
        }
        let parent = self.scopes.iter().rev().find_map(|scope| scope.get("forloop")).cloned();
        let length = to - from;
        self.scopes.push(BTreeMap::new());
        let mut flow = Flow::Next;
        for i in 0..length {
            let index = if each.reversed { to - 1 - i } else { from + i };
            if each.counted {
                self.bind("forloop", Value::from(forloop(&each.name, i, length, parent.clone())));
            }
            self.bind(&each.item, items.get(index));
            if !self.budget.steps(1) {
                flow = Flow::Stop;
                break;
            }
            match self.block(text, &each.body) {
                Flow::Next | Flow::Continue => {}
                Flow::Break => break,
                Flow::Stop => {
                    flow = Flow::Stop;
                    break;
                }
            }
        }
        self.scopes.pop();
        flow
    }

    /// The range of the items that the loop goes through.
    fn slice(&mut self, each: &For, items: &Items) -> (usize, usize) {
        let from = match &each.offset {
            None => 0,
            Some(Offset::Continue) => self.offsets.get(&each.name).copied().unwrap_or(0),
            Some(Offset::At(expr)) => {
                let value = self.value(expr);
                usize::try_from(to_integer(&value)).unwrap_or(0)
            }
        };
        let limit = each.limit.as_ref().map(|expr| self.value(expr)).filter(|value| *value != Value::Nil);
        let to = match limit {
            Some(limit) => from.saturating_add(usize::try_from(to_integer(&limit)).unwrap_or(0)).min(items.len()),
            None => items.len(),
        };
        (from, to)
    }

    pub(super) fn table_row(&mut self, text: &str, row: &TableRow) -> Flow {
        let list = self.value(&row.list);
        if !list.is_truthy() {
            return Flow::Next;
        }
        let items = Items::of(&list);
        let mut number = |expr: &Option<crate::expression::Expr>| {
            expr.as_ref().map(|expr| self.value(expr)).map(|value| usize::try_from(to_integer(&value)).unwrap_or(0))
        };
        let (offset, limit, columns) = (number(&row.offset).unwrap_or(0), number(&row.limit), number(&row.columns));
        // A text is one item, whatever the offset and the limit.
        let (offset, limit) = if matches!(list, Value::String(_)) { (0, None) } else { (offset, limit) };
        let to = limit.map_or(items.len(), |limit| offset.saturating_add(limit).min(items.len()));
        let length = to.saturating_sub(offset);
        let columns = columns.unwrap_or(length);
        self.write("<tr class=\"row1\">\n");
        self.scopes.push(BTreeMap::new());
        let mut flow = Flow::Next;
        let (mut at_row, mut column) = (1, 1);
        for i in 0..length {
            let last = column == columns;
            self.bind("tablerowloop", Value::from(tablerowloop(i, length, at_row, column, last)));
            self.bind(&row.item, items.get(offset + i));
            self.write(&format!("<td class=\"col{column}\">"));
            if !self.budget.steps(1) {
                flow = Flow::Stop;
                break;
            }
            flow = self.block(text, &row.body);
            self.write("</td>");
            if flow == Flow::Stop || flow == Flow::Break {
                break;
            }
            if last && i + 1 < length {
                at_row += 1;
                column = 1;
                self.write(&format!("</tr>\n<tr class=\"row{at_row}\">"));
            } else {
                column += 1;
            }
        }
        self.scopes.pop();
        self.write("</tr>\n");
        if flow == Flow::Stop { Flow::Stop } else { Flow::Next }
    }
}

fn forloop(name: &str, index: usize, length: usize, parent: Option<Value>) -> Object {
    let mut object = counted(index, length);
    object.insert("name", name);
    object.insert("parentloop", parent.unwrap_or_default());
    object
}

fn tablerowloop(index: usize, length: usize, row: usize, column: usize, last: bool) -> Object {
    let mut object = counted(index, length);
    object.insert("row", row);
    object.insert("col", column);
    object.insert("col0", column - 1);
    object.insert("col_first", column == 1);
    object.insert("col_last", last);
    object
}

fn counted(index: usize, length: usize) -> Object {
    Object::from_iter([
        ("length", Value::from(length)),
        ("index", Value::from(index + 1)),
        ("index0", Value::from(index)),
        ("rindex", Value::from(length - index)),
        ("rindex0", Value::from(length - index - 1)),
        ("first", Value::from(index == 0)),
        ("last", Value::from(index + 1 == length)),
    ])
}
