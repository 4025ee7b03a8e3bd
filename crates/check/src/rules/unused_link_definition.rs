//! Link reference definitions that nothing uses.

use std::collections::BTreeSet;

use handbill_kramdown::{Definition, Kind, Node};
use handbill_model::{Applicability, Diagnostic, Severity};
use handbill_text::{Edit, Span};

use super::{registration_without_link, undefined_reference};
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
    /// comment only is a hint. One that leads nowhere, as in `[//]: # (a note)`, is a comment itself. All of a page are one
    /// finding. One that a registration lacks is told by `registration-without-link`, one that a link names with a slip by
    /// `undefined-reference`.
    "unused-link-definition": Warning, Links, Page
}

fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    let unused = subject.unused();
    // The link that a registration lacks is told by its own rule: one cause, one finding.
    let lost = registration_without_link::told(subject, &unused.published);
    let mut published = unused.published.clone();
    published.retain(|(definition, _)| lost.is_none_or(|lost| lost.id != definition.id));
    // So is one that a reference names with a slip, and where another names none, one of these may be meant.
    let named = if published.is_empty() { Vec::new() } else { undefined_reference::almost_named(subject) };
    let meant: BTreeSet<&str> = named.iter().flatten().map(String::as_str).collect();
    published.retain(|(definition, _)| !meant.contains(definition.id.as_str()));
    let told = finding(subject, &published, "is never used", "are never used");
    found.extend(told.map(|mut finding| {
        if named.iter().any(Option::is_none) {
            finding.fixes.iter_mut().for_each(|fix| fix.applicability = Applicability::Ask);
        }
        finding
    }));
    // Somebody keeps the link together with its text, and will bring both back.
    found.extend(finding(subject, &unused.commented, "is used in a comment only", "are used in comments only").map(
        |mut finding| {
            finding.severity = Severity::Info;
            finding
        },
    ));
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

/// Whether the definitions may go unasked: not if something that could not be read may use them, and not if one of them
/// keeps two blocks apart that would grow together.
fn applicability(subject: &Subject<'_>, unused: &[(&Definition, Span)]) -> Applicability {
    let loud = |node: &Node<'_>| !matches!(node.kind(), Kind::Blank | Kind::Boundary);
    let blocks: Vec<Node<'_>> = subject.page.tree.root().children().filter(loud).collect();
    let separating = unused.iter().any(|(definition, _)| {
        let behind = blocks.partition_point(|block| block.span().start() < definition.span.start());
        let before = behind.checked_sub(1).map(|before| blocks[before]);
        let inside = before.is_some_and(|before| before.span().end() >= definition.span.end());
        inside || before.is_some_and(|before| blocks.get(behind).is_some_and(|behind| grow_together(before, *behind)))
    });
    if subject.page.expansion.unresolved.is_empty() && !separating { Applicability::Safe } else { Applicability::Ask }
}

/// Whether two blocks would be one without the definition between them.
fn grow_together(before: Node<'_>, behind: Node<'_>) -> bool {
    let (before, behind) = (before.kind(), behind.kind());
    std::mem::discriminant(&before) == std::mem::discriminant(&behind)
        || matches!(before, Kind::List { .. } | Kind::Blockquote | Kind::DefinitionList)
}
