//! A template as a tree.

use crate::expression::{Condition, Expr, Piped};
use handbill_text::Span;

/// What stands between a block's tags.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Block {
    pub(crate) nodes: Vec<Node>,
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Node {
    /// The output or the tag; of a block, its opening tag.
    pub(crate) span: Span,
    pub(crate) kind: NodeKind,
    /// Whether it can print nothing but white space.
    pub(crate) blank: bool,
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) enum NodeKind {
    /// Literal text; the node's span is what is left of it after white space control.
    Text,
    /// Text inside `raw`: never blank.
    Raw,
    Output(Piped),
    Assign {
        name: String,
        value: Piped,
    },
    Capture {
        name: String,
        body: Block,
    },
    Increment(String),
    Decrement(String),
    If {
        branches: Vec<Branch>,
    },
    Case {
        subject: Expr,
        branches: Vec<When>,
    },
    For(Box<For>),
    TableRow(Box<TableRow>),
    Cycle {
        name: CycleName,
        values: Vec<Expr>,
    },
    IfChanged(Block),
    Break,
    Continue,
    Include(Box<Include>),
    Link {
        kind: LinkKind,
        name: Piece,
    },
    Highlight {
        language: String,
        lines: bool,
        body: Block,
    },
}

/// A branch of `if` and `unless`.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Branch {
    /// None for `else`.
    pub(crate) condition: Option<Condition>,
    /// Whether the condition must not hold: the first branch of `unless`.
    pub(crate) unless: bool,
    pub(crate) body: Block,
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) struct When {
    /// Empty for `else`.
    pub(crate) values: Vec<Expr>,
    pub(crate) is_else: bool,
    pub(crate) body: Block,
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) struct For {
    pub(crate) item: String,
    pub(crate) list: Expr,
    /// `item-list`, which `offset: continue` and `forloop.name` go by.
    pub(crate) name: String,
    pub(crate) reversed: bool,
    pub(crate) limit: Option<Expr>,
    pub(crate) offset: Option<Offset>,
    /// Whether anything in the body can ask for `forloop`.
    pub(crate) counted: bool,
    pub(crate) body: Block,
    pub(crate) otherwise: Option<Block>,
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Offset {
    /// Where the last loop of this name stopped.
    Continue,
    At(Expr),
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) struct TableRow {
    pub(crate) item: String,
    pub(crate) list: Expr,
    pub(crate) columns: Option<Expr>,
    pub(crate) limit: Option<Expr>,
    pub(crate) offset: Option<Expr>,
    pub(crate) body: Block,
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) enum CycleName {
    /// Named by its values as written.
    Values(String),
    Named(Expr),
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Include {
    /// `include`, `include_relative` or `include_cached`.
    pub(crate) relative: bool,
    pub(crate) file: Piece,
    pub(crate) params: Vec<(String, Expr)>,
}

/// A name that may hold outputs: `maps/{{ page.map }}.html`.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Piece {
    Plain(String),
    /// To be expanded as a template of its own.
    Liquid(String),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum LinkKind {
    Link,
    PostUrl,
}

impl Block {
    /// A block of literal text.
    pub(crate) fn text(text: &str) -> Self {
        let nodes =
            if text.is_empty() { Vec::new() } else { vec![Node::new(Span::new(0..text.len()), NodeKind::Text, text)] };
        Self { nodes }
    }

    /// Whether it can print nothing but white space.
    pub(crate) fn is_blank(&self) -> bool {
        self.nodes.iter().all(|node| node.blank)
    }

    /// Drops literal text: what Liquid does in blocks that are blank, so that `if` around assignments leaves no gap.
    pub(crate) fn drop_text(&mut self) {
        self.nodes.retain(|node| node.kind != NodeKind::Text);
    }
}

impl Node {
    pub(crate) fn new(span: Span, kind: NodeKind, text: &str) -> Self {
        let blank = match &kind {
            NodeKind::Text => span.of(text).chars().all(is_space),
            NodeKind::Assign { .. } | NodeKind::Capture { .. } => true,
            NodeKind::If { branches } => branches.iter().all(|branch| branch.body.is_blank()),
            NodeKind::Case { branches, .. } => branches.iter().all(|branch| branch.body.is_blank()),
            NodeKind::For(each) => each.body.is_blank() && each.otherwise.as_ref().is_none_or(Block::is_blank),
            NodeKind::TableRow(row) => row.body.is_blank(),
            NodeKind::IfChanged(body) | NodeKind::Highlight { body, .. } => body.is_blank(),
            NodeKind::Raw
            | NodeKind::Output(_)
            | NodeKind::Increment(_)
            | NodeKind::Decrement(_)
            | NodeKind::Cycle { .. }
            | NodeKind::Break
            | NodeKind::Continue
            | NodeKind::Include(_)
            | NodeKind::Link { .. } => false,
        };
        Self { span, kind, blank }
    }
}

/// White space as Ruby's `strip` and Liquid's blank test take it.
pub(crate) fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n' | '\r' | '\u{b}' | '\u{c}')
}
