//! Expressions: literals, ranges and variable paths; outputs with their filters; conditions.

use crate::Value;

/// What gives a value.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Expr {
    Literal(Value),
    Range(Box<Expr>, Box<Expr>),
    Path(Path),
}

/// A variable and what is looked up in it: `page.tags[0]`.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Path {
    pub(crate) name: Key,
    pub(crate) keys: Vec<Key>,
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Key {
    /// `.name`; only this form knows `size`, `first` and `last`.
    Name(String),
    /// `[expression]`.
    Computed(Box<Expr>),
}

/// An expression and the filters that it goes through.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Piped {
    pub(crate) expr: Expr,
    pub(crate) filters: Vec<Filter>,
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Filter {
    pub(crate) name: String,
    pub(crate) args: Vec<Expr>,
    pub(crate) named: Vec<(String, Expr)>,
}

/// A row of comparisons, each with how the next one follows; evaluated from the left, grouped from the right.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Condition {
    pub(crate) first: Comparison,
    pub(crate) rest: Vec<(Joint, Comparison)>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Joint {
    And,
    Or,
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Comparison {
    pub(crate) left: Expr,
    pub(crate) right: Option<(Operator, Expr)>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Operator {
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    Contains,
    /// No operator of Liquid: Jekyll stops there.
    Unknown(String),
}

impl Operator {
    pub(crate) fn read(text: &str) -> Self {
        match text {
            "==" => Self::Equal,
            "!=" | "<>" => Self::NotEqual,
            "<" => Self::Less,
            "<=" => Self::LessOrEqual,
            ">" => Self::Greater,
            ">=" => Self::GreaterOrEqual,
            "contains" => Self::Contains,
            other => Self::Unknown(other.to_owned()),
        }
    }
}

impl Expr {
    pub(crate) const NIL: Self = Self::Literal(Value::Nil);

    /// Calls `visit` for every path in it, those in brackets included.
    pub(crate) fn paths<'e>(&'e self, visit: &mut dyn FnMut(&'e Path)) {
        match self {
            Self::Literal(_) => {}
            Self::Range(first, last) => {
                first.paths(visit);
                last.paths(visit);
            }
            Self::Path(path) => {
                visit(path);
                for key in std::iter::once(&path.name).chain(&path.keys) {
                    if let Key::Computed(inner) = key {
                        inner.paths(visit);
                    }
                }
            }
        }
    }
}

impl Piped {
    pub(crate) fn paths<'e>(&'e self, visit: &mut dyn FnMut(&'e Path)) {
        self.expr.paths(visit);
        for filter in &self.filters {
            filter.args.iter().chain(filter.named.iter().map(|(_, value)| value)).for_each(|arg| arg.paths(visit));
        }
    }
}

impl Condition {
    pub(crate) fn paths<'e>(&'e self, visit: &mut dyn FnMut(&'e Path)) {
        for comparison in std::iter::once(&self.first).chain(self.rest.iter().map(|(_, comparison)| comparison)) {
            comparison.left.paths(visit);
            if let Some((_, right)) = &comparison.right {
                right.paths(visit);
            }
        }
    }
}

impl Path {
    /// The path as written, up to its first computed part: `site.data.talks`.
    pub(crate) fn plain(&self) -> String {
        let mut text = String::with_capacity(32);
        for key in std::iter::once(&self.name).chain(&self.keys) {
            let part = match key {
                Key::Name(name) => name.as_str(),
                Key::Computed(inner) => match &**inner {
                    Expr::Literal(Value::String(name)) => name,
                    _ => break,
                },
            };
            if !text.is_empty() {
                text.push('.');
            }
            text.push_str(part);
        }
        text
    }
}
