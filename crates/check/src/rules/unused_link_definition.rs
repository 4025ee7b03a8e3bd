//! Link reference definitions that nothing uses.

mod hidden;

use handbill_kramdown::{Definition, Kind, Node};
use handbill_model::{Applicability, Diagnostic};
use handbill_text::{Edit, Span};

use crate::rule::rule;
use crate::subject::Subject;

rule! {
    /// A link reference definition is used by no published text.
    ///
    /// It was copied from another page, or its link was lost when the text was rewritten: then the page lacks a link that
    /// somebody meant to set.
    ///
    /// ```page bad
    /// Welcome to the meeting.
    ///
    /// [conduct]: /event/conduct/
    /// ```
    /// ```page good
    /// Please read our [code of conduct][conduct].
    ///
    /// [conduct]: /event/conduct/
    /// ```
    ///
    /// Definitions that a part of the page uses which Liquid leaves out today are left alone. One that is used in a
    /// comment only gets a message of its own. All of a page are one finding.
    "unused-link-definition": Warning, Links, Page
}

fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    let tree = &subject.page.tree;
    let map = &subject.page.expansion.map;
    let labels = hidden::labels(subject.page);
    let mut unused = Vec::new();
    let mut commented = Vec::new();
    for definition in tree.definitions().iter().filter(|definition| definition.used == 0) {
        let place =
            map.origin(Span::new(definition.label_span.start().saturating_sub(1)..definition.label_span.end() + 1));
        let repeated =
            tree.definitions().iter().any(|other| other.id == definition.id && other.span != definition.span);
        if !place.written || repeated || labels.in_liquid.contains(&definition.id) {
            continue;
        }
        if labels.in_comments.contains(&definition.id) { &mut commented } else { &mut unused }
            .push((definition, place.span));
    }
    found.extend(finding(subject, &unused, "is never used", "are never used"));
    found.extend(finding(subject, &commented, "is used in a comment only", "are used in comments only"));
}

fn finding(subject: &Subject<'_>, unused: &[(&Definition, Span)], one: &str, many: &str) -> Option<Diagnostic> {
    let ((first, place), rest) = unused.split_first()?;
    let message = match rest.len() {
        0 => format!("the link definition `{}` {one}", first.label),
        others => format!("{} link definitions {many}", others + 1),
    };
    let help = "link to it from the text, or delete it";
    let finding = rest.iter().fold(RULE.finding(*place, message).with_help(help), |finding, (_, place)| {
        finding.with_label(*place, "never used either")
    });
    let edits =
        unused.iter().map(|(definition, place)| Edit { span: lines(subject, definition, *place), text: String::new() });
    let title = if rest.is_empty() { "delete the definition" } else { "delete the definitions" };
    Some(finding.with_fix(title, applicability(subject, unused), edits.collect()))
}

/// The lines of a definition in the source: its URL may be made of Liquid, but its lines are the author's.
fn lines(subject: &Subject<'_>, definition: &Definition, place: Span) -> Span {
    let page = subject.page;
    let count = definition.span.of(page.tree.text()).trim_end().lines().count().max(1);
    let first = page.lines.line(place.start());
    let end = if first + count <= page.lines.count() { page.lines.start(first + count) } else { page.source.len() };
    Span::new(page.lines.start(first)..end)
}

/// Whether the definitions may go unasked: not if something that could not be read may use them, and not if their lines
/// keep two blocks apart.
fn applicability(subject: &Subject<'_>, unused: &[(&Definition, Span)]) -> Applicability {
    let known = subject.page.expansion.unresolved.is_empty();
    let separating = unused.iter().any(|(definition, _)| {
        let mut blocks = subject.page.tree.root().children();
        blocks.find(|block| block.span().start() >= definition.span.end()).is_some_and(|next| separates(next))
    });
    if known && !separating { Applicability::Safe } else { Applicability::Ask }
}

/// Whether the block behind a definition would grow together with the one before it.
fn separates(next: Node<'_>) -> bool {
    let quiet = |node: &Node<'_>| matches!(node.kind(), Kind::Blank | Kind::Boundary);
    let behind = std::iter::successors(Some(next), |node| node.next_sibling()).find(|node| !quiet(node));
    let before =
        std::iter::successors(next.previous_sibling(), |node| node.previous_sibling()).find(|node| !quiet(node));
    match (before.map(Node::kind), behind.map(Node::kind)) {
        (Some(before), Some(behind)) => {
            std::mem::discriminant(&before) == std::mem::discriminant(&behind)
                || matches!(before, Kind::List { .. } | Kind::Blockquote)
        }
        (_, None) | (None, _) => false,
    }
}
