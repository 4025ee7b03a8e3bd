//! The blocks of Liquid: `if`, `unless`, `case`, `for`, `tablerow`, `capture`.

use super::{Open, Parser};
use crate::expression::Condition;
use crate::tree::{Block, Branch, For, NodeKind, Offset, TableRow, When};
use crate::{lax, strict};

/// Every tag that closes a block.
pub(super) const ENDS: &[&str] = &[
    "endif", "endunless", "endcase", "endfor", "endtablerow", "endcapture", "endifchanged", "endhighlight",
    "endcomment", "endraw",
];

const IF: &[&str] = &["endif", "elsif", "else"];
const UNLESS: &[&str] = &["endunless", "elsif", "else"];
const CASE: &[&str] = &["endcase", "when", "else"];
const FOR: &[&str] = &["endfor", "else"];

impl<'t> Parser<'t, '_> {
    pub(super) fn branches(&mut self, open: Open<'t>) -> Option<NodeKind> {
        let ends = if open.name == "if" { IF } else { UNLESS };
        let mut branches = Vec::new();
        let mut head = open;
        loop {
            let condition = if head.name == "else" { None } else { Some(self.condition(head)) };
            let (body, end) = self.inside(ends, open, true)?;
            // A condition that cannot be read is false: the branch is not taken.
            match condition {
                Some(Some(condition)) => {
                    branches.push(Branch { condition: Some(condition), unless: head.name == "unless", body });
                }
                Some(None) => {}
                None => branches.push(Branch { condition: None, unless: false, body }),
            }
            match end {
                Some(next) if next.name != ends[0] => head = next,
                _ => break,
            }
        }
        if branches.iter().all(|branch| branch.body.is_blank()) {
            branches.iter_mut().for_each(|branch| branch.body.drop_text());
        }
        Some(NodeKind::If { branches })
    }

    fn condition(&mut self, head: Open<'t>) -> Option<Condition> {
        let condition = strict::condition(head.markup).or_else(|| lax::condition(head.markup));
        let Some(condition) = condition else {
            let name = head.name;
            let message = format!("`{name}` without a condition that can be read");
            self.problem(head.span, message, format!("write `{{% {name} page.key == \"value\" %}}`"));
            return None;
        };
        self.note_reads(|visit| condition.paths(&mut |path| visit(path)));
        Some(condition)
    }

    pub(super) fn case(&mut self, open: Open<'t>) -> Option<NodeKind> {
        let subject = lax::first_fragment(open.markup).map(|(subject, _)| lax::expression(subject));
        match &subject {
            Some(subject) => self.reads(std::iter::once(subject)),
            None => self.problem(open.span, "`case` without a value", "write `{% case page.key %}`"),
        }
        // What stands before the first `when` is not printed.
        let (_, mut end) = self.inside(CASE, open, true)?;
        let mut branches = Vec::new();
        while let Some(head) = end.filter(|head| head.name != "endcase") {
            let values = if head.name == "when" { self.when_values(head) } else { Vec::new() };
            if head.name == "else" && !head.markup.is_empty() {
                self.problem(head.span, "`else` of a `case` takes no condition", "write `{% else %}`");
            }
            let (body, next) = self.inside(CASE, open, true)?;
            branches.push(When { values, is_else: head.name == "else", body });
            end = next;
        }
        if branches.iter().all(|branch| branch.body.is_blank()) {
            branches.iter_mut().for_each(|branch| branch.body.drop_text());
        }
        Some(NodeKind::Case { subject: subject?, branches })
    }

    fn when_values(&mut self, head: Open<'t>) -> Vec<crate::expression::Expr> {
        let mut values = Vec::new();
        let mut rest = lax::first_fragment(head.markup);
        while let Some((value, after)) = rest {
            values.push(lax::expression(value));
            let next = after.trim_start();
            let more = next.strip_prefix(',').or_else(|| {
                let or = next.strip_prefix("or")?;
                (or.starts_with(char::is_whitespace) && next.len() < after.len()).then_some(or)
            });
            let more = more.map_or("", str::trim_start);
            let len = lax::fragment(more);
            rest = (len > 0).then(|| more.split_at(len));
        }
        if values.is_empty() {
            self.problem(head.span, "`when` without a value", "write `{% when \"value\" %}`");
        }
        self.reads(values.iter());
        values
    }

    pub(super) fn each(&mut self, open: Open<'t>) -> Option<NodeKind> {
        let head = strict::loop_head(open.markup).or_else(|| lax::loop_head(open.markup));
        if let Some(head) = &head {
            self.reads(std::iter::once(&head.list).chain(head.attributes.iter().map(|(_, value)| value)));
        } else {
            self.problem(open.span, "`for` without a list that can be read", "write `{% for item in list %}`");
        }
        let (mut body, mut end) = self.inside(FOR, open, true)?;
        let read_to = self.chunks[..self.at].last().map_or(open.span.end(), |chunk| chunk.span.end());
        let inside = &self.text[open.span.end().min(read_to)..read_to];
        let counted = inside.contains("forloop") || inside.contains("include");
        let mut otherwise: Option<Block> = None;
        while end.is_some_and(|head| head.name == "else") {
            let (block, next) = self.inside(FOR, open, true)?;
            otherwise = Some(block);
            end = next;
        }
        if body.is_blank() && otherwise.as_ref().is_none_or(Block::is_blank) {
            body.drop_text();
            otherwise.iter_mut().for_each(Block::drop_text);
        }
        let head = head?;
        let (mut limit, mut offset) = (None, None);
        for (name, value) in head.attributes {
            match name.as_str() {
                "limit" => limit = Some(value),
                "offset" if value == lax::word("continue") => offset = Some(Offset::Continue),
                "offset" => offset = Some(Offset::At(value)),
                _ => {}
            }
        }
        let name = format!("{}-{}", head.item, head.list_text);
        let (item, list, reversed) = (head.item, head.list, head.reversed);
        Some(NodeKind::For(Box::new(For { item, list, name, reversed, limit, offset, counted, body, otherwise })))
    }

    pub(super) fn table_row(&mut self, open: Open<'t>) -> Option<NodeKind> {
        let head = lax::loop_head(open.markup);
        if let Some(head) = &head {
            self.reads(std::iter::once(&head.list).chain(head.attributes.iter().map(|(_, value)| value)));
        } else {
            self.problem(
                open.span, "`tablerow` without a list that can be read", "write `{% tablerow item in list %}`",
            );
        }
        let (body, _) = self.inside(&["endtablerow"], open, true)?;
        let head = head?;
        let attribute = |wanted: &str| {
            head.attributes.iter().rev().find(|(name, _)| name == wanted).map(|(_, value)| value.clone())
        };
        let (columns, limit, offset) = (attribute("cols"), attribute("limit"), attribute("offset"));
        Some(NodeKind::TableRow(Box::new(TableRow { item: head.item, list: head.list, columns, limit, offset, body })))
    }

    pub(super) fn capture(&mut self, open: Open<'t>) -> Option<NodeKind> {
        let word = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-');
        let name = open.markup.find(word).map(|start| {
            let rest = &open.markup[start..];
            rest[..rest.find(|c| !word(c)).unwrap_or(rest.len())].to_owned()
        });
        if name.is_none() {
            self.problem(open.span, "`capture` without a name", "write `{% capture name %}`");
        }
        let (body, _) = self.inside(&["endcapture"], open, true)?;
        Some(NodeKind::Capture { name: name?, body })
    }
}
