//! From a tree and values to text.

mod budget;
mod evaluate;
mod include;
mod loops;
mod output;

pub(crate) use budget::Budget;

use crate::expression::Piped;
use crate::problem::problem;
use crate::template::Read;
use crate::tree::{Block, CycleName, Node, NodeKind};
use crate::{Context, Expansion, Object, Problem, Template, Unresolved, UnresolvedKind, Value};
use handbill_text::Span;
use output::Output;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

const UNKNOWN_TAG: &str = "neither Liquid nor Jekyll has this tag; what a plugin brings is not known";

/// How deep blocks and includes may nest in all: a template as deep as it may be parsed, and another in it.
const DEPTH: usize = 202;

pub(crate) struct Expander<'c> {
    pub(crate) context: &'c Context<'c>,
    pub(crate) budget: Budget,
    output: Output,
    /// What loops and includes bind, innermost last.
    scopes: Vec<BTreeMap<String, Value>>,
    /// What `assign` and `capture` bind.
    assigned: BTreeMap<String, Value>,
    /// What `increment` and `decrement` count.
    counters: BTreeMap<String, i64>,
    /// Where `cycle` stands, by the cycle's name.
    cycles: BTreeMap<String, usize>,
    /// Where each loop stopped, by the loop's name.
    offsets: BTreeMap<String, usize>,
    /// What `ifchanged` printed last.
    changed: Option<String>,
    /// Includes that were read before, by name.
    included: BTreeMap<(bool, String), Option<Rc<Template>>>,
    include_depth: usize,
    depth: usize,
    /// The place in the source of the tag or output that is being expanded.
    place: Span,
    unresolved: BTreeSet<Unresolved>,
    problems: Vec<Problem>,
}

/// How expansion goes on after a node.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Flow {
    Next,
    Break,
    Continue,
    /// A limit was reached.
    Stop,
}

impl<'c> Expander<'c> {
    pub(crate) fn new(context: &'c Context<'c>) -> Self {
        Self {
            context,
            budget: Budget::new(context.limits),
            output: Output::default(),
            scopes: Vec::new(),
            assigned: BTreeMap::new(),
            counters: BTreeMap::new(),
            cycles: BTreeMap::new(),
            offsets: BTreeMap::new(),
            changed: None,
            included: BTreeMap::new(),
            include_depth: 0,
            depth: 0,
            place: Span::at(0),
            unresolved: BTreeSet::new(),
            problems: Vec::new(),
        }
    }

    pub(crate) fn expand(mut self, text: &str, template: &Read) -> Expansion {
        // Most of what comes out stands in the text.
        self.output.reserve(text.len());
        self.problems.extend_from_slice(&template.problems);
        for (name, span) in &template.unknown {
            self.place = *span;
            self.note(UnresolvedKind::Tag, name, UNKNOWN_TAG);
        }
        self.block(text, &template.body);
        if let Some(limit) = self.budget.exceeded() {
            self.problems.push(problem(
                self.place,
                limit,
                "the rest of the text is left out; make the template do less",
            ));
        }
        // A problem of a loop's body is one problem.
        self.problems.sort_by(|a, b| (a.span, &a.message).cmp(&(b.span, &b.message)));
        self.problems.dedup();
        let (text, map) = self.output.finish();
        Expansion { text, map, unresolved: self.unresolved.into_iter().collect(), problems: self.problems }
    }

    fn block(&mut self, text: &str, block: &Block) -> Flow {
        if self.depth >= DEPTH {
            self.trouble(format!("blocks and includes are nested more than {DEPTH} deep"), "take some of them apart");
            return Flow::Next;
        }
        self.depth += 1;
        let mut flow = Flow::Next;
        for node in &block.nodes {
            flow = self.node(text, node);
            if self.budget.exceeded().is_some() {
                flow = Flow::Stop;
            }
            if flow != Flow::Next {
                break;
            }
        }
        self.depth -= 1;
        flow
    }

    fn node(&mut self, text: &str, node: &Node) -> Flow {
        self.budget.steps(1);
        if self.include_depth == 0 {
            self.place = node.span;
        }
        match &node.kind {
            NodeKind::Text | NodeKind::Raw => self.literal(node.span, text),
            NodeKind::Output(piped) => {
                let value = self.piped(piped);
                self.print(&value);
            }
            NodeKind::Assign { name, value } => {
                let value = self.piped(value);
                self.assigned.insert(name.clone(), value);
            }
            NodeKind::Capture { name, body } => {
                let (captured, flow) = self.captured(text, body);
                self.assigned.insert(name.clone(), Value::from(captured));
                return flow;
            }
            NodeKind::Increment(name) => {
                let counter = self.counters.entry(name.clone()).or_insert(0);
                let value = *counter;
                *counter = counter.saturating_add(1);
                self.print(&Value::Int(value));
            }
            NodeKind::Decrement(name) => {
                let counter = self.counters.entry(name.clone()).or_insert(0);
                *counter = counter.saturating_sub(1);
                let value = *counter;
                self.print(&Value::Int(value));
            }
            NodeKind::If { branches } => {
                for branch in branches {
                    let holds = branch.condition.as_ref().is_none_or(|condition| self.holds(condition));
                    if holds != branch.unless {
                        return self.block(text, &branch.body);
                    }
                }
            }
            NodeKind::Case { subject, branches } => {
                let mut matched = false;
                for branch in branches {
                    let values = branch.values.iter();
                    let hits = if branch.is_else {
                        usize::from(!matched)
                    } else {
                        values.filter(|value| self.is(subject, value)).count()
                    };
                    matched |= hits > 0 && !branch.is_else;
                    // Liquid prints a branch as often as a value of its `when` matches.
                    for _ in 0..hits {
                        let flow = self.block(text, &branch.body);
                        if flow != Flow::Next {
                            return flow;
                        }
                    }
                }
            }
            NodeKind::For(each) => return self.each(text, each),
            NodeKind::TableRow(row) => return self.table_row(text, row),
            NodeKind::Cycle { name, values } => self.cycle(name, values),
            NodeKind::IfChanged(body) => {
                let (printed, flow) = self.captured(text, body);
                if self.changed.as_ref() != Some(&printed) {
                    self.write(&printed);
                    self.changed = Some(printed);
                }
                return flow;
            }
            NodeKind::Break => return Flow::Break,
            NodeKind::Continue => return Flow::Continue,
            NodeKind::Include(include) => return self.include(include),
            NodeKind::Link { kind, name } => self.link(*kind, name),
            NodeKind::Highlight { language, lines, body } => return self.highlight(text, language, *lines, body),
        }
        Flow::Next
    }

    fn cycle(&mut self, name: &CycleName, values: &[crate::expression::Expr]) {
        let key = match name {
            CycleName::Values(values) => values.clone(),
            CycleName::Named(name) => {
                let name = self.value(name);
                format!("{name:?}")
            }
        };
        let at = self.cycles.get(&key).copied().unwrap_or(0);
        let next = if at + 1 < values.len() { at + 1 } else { 0 };
        self.cycles.insert(key, next);
        if let Some(value) = values.get(at) {
            let value = self.value(value);
            self.print(&value);
        }
    }

    /// What a block prints, taken aside.
    fn captured(&mut self, text: &str, body: &Block) -> (String, Flow) {
        let outside = std::mem::replace(&mut self.output, Output::aside());
        let flow = self.block(text, body);
        let (printed, _) = std::mem::replace(&mut self.output, outside).finish();
        (printed, flow)
    }

    fn literal(&mut self, span: Span, text: &str) {
        let literal = span.of(text);
        if !self.budget.bytes(literal.len()) {
            return;
        }
        if self.include_depth == 0 {
            self.output.written(literal, span.start());
        } else {
            self.output.made(literal, self.place);
        }
    }

    fn write(&mut self, text: &str) {
        if self.budget.bytes(text.len()) {
            self.output.made(text, self.place);
        }
    }

    fn print(&mut self, value: &Value) {
        if let Value::String(text) = value {
            return self.write(text);
        }
        let text = self.budget.text(value);
        self.write(&text);
    }

    /// The value of an output: its expression through its filters.
    pub(crate) fn piped(&mut self, piped: &Piped) -> Value {
        let mut value = self.value(&piped.expr);
        for filter in &piped.filters {
            value = self.filtered(value, filter);
        }
        value
    }

    pub(crate) fn note(&mut self, kind: UnresolvedKind, name: &str, reason: &str) {
        let (name, reason) = (name.to_owned(), reason.to_owned());
        self.unresolved.insert(Unresolved { span: self.place, kind, name, reason });
    }

    pub(crate) fn trouble(&mut self, message: impl Into<String>, help: &str) {
        let found = problem(self.place, message, help);
        // A loop meets the same problem each time round.
        if self.problems.last() != Some(&found) && self.problems.len() < 10_000 {
            self.problems.push(found);
        }
    }

    /// Expands `text` aside, with all that is bound now: an include's file name.
    fn aside(&mut self, text: &str) -> String {
        let template = Read::new(text, false);
        for problem in &template.problems {
            self.trouble(problem.message.clone(), problem.help.as_deref().unwrap_or(""));
        }
        self.include_depth += 1;
        let (printed, _) = self.captured(text, &template.body);
        self.include_depth -= 1;
        printed
    }

    fn bind(&mut self, name: &str, value: Value) {
        if let Some(scope) = self.scopes.last_mut() {
            scope.insert(name.to_owned(), value);
        }
    }

    /// Runs `inner` with `name` bound to `item`, as `where_exp` and its kin do.
    pub(crate) fn with<T>(&mut self, name: &str, item: Value, inner: impl FnOnce(&mut Self) -> T) -> T {
        self.scopes.push(BTreeMap::from([(name.to_owned(), item)]));
        let result = inner(self);
        self.scopes.pop();
        result
    }

    pub(crate) fn site(&self, key: &str) -> Option<&Value> {
        self.context.globals.get("site").and_then(Value::as_object).and_then(|site: &Object| site.get(key))
    }
}
