//! Labels in brackets that do not reach the published page.

use std::collections::BTreeSet;

use handbill_kramdown::Kind;
use handbill_liquid::{TagKind, tags};
use handbill_text::Span;

use crate::subject::{Subject, normal};

/// Labels, as definitions compare them, that stand in brackets where they are not published.
#[derive(Debug, Default)]
pub(super) struct Labels {
    /// In comments of HTML, kramdown or Liquid.
    pub(super) in_comments: BTreeSet<String>,
    /// In a branch or loop of Liquid that says nothing today.
    pub(super) in_liquid: BTreeSet<String>,
}

pub(super) fn labels(subject: &Subject<'_>) -> Labels {
    let page = subject.page;
    let mut labels = Labels::default();
    for (_, kind) in subject.nodes() {
        if let Kind::Comment { inside, .. } = kind {
            collect(inside.of(page.tree.text()), &mut labels.in_comments);
        }
    }
    let body = page.split.body.of(&page.source);
    // A block has an end; on most pages nothing has.
    if !body.match_indices('{').any(|(at, _)| body[at + 1..].strip_prefix('%').is_some_and(is_end)) {
        return labels;
    }
    let mut open: Vec<(&str, usize)> = Vec::new();
    let tags = tags(body);
    for tag in tags.iter().filter(|tag| tag.kind == TagKind::Tag) {
        if let Some(name) = tag.name.strip_prefix("end") {
            let Some(at) = open.iter().rposition(|(opened, _)| *opened == name) else { continue };
            let start = open[at].1;
            open.truncate(at);
            // The outermost block holds the inner ones.
            if open.is_empty() {
                let inside = Span::new(start..tag.span.start()).of(body);
                collect(inside, if name == "comment" { &mut labels.in_comments } else { &mut labels.in_liquid });
            }
        } else if matches!(tag.name.as_str(), "if" | "unless" | "case" | "for" | "tablerow" | "capture" | "comment") {
            open.push((&tag.name, tag.span.end()));
        }
    }
    labels
}

/// Whether a tag with this inside is one that ends a block.
fn is_end(inside: &str) -> bool {
    inside.strip_prefix('-').unwrap_or(inside).trim_start().starts_with("end")
}

/// Adds what stands in brackets, as definitions compare it.
fn collect(text: &str, labels: &mut BTreeSet<String>) {
    for part in text.split('[').skip(1) {
        if let Some((label, _)) = part.split_once(']') {
            labels.insert(normal(label));
        }
    }
}
