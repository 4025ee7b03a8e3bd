//! `## Fees {#fees}` twice.

use std::collections::BTreeMap;

use handbill_kramdown::{Kind, Node};
use handbill_model::{Diagnostic, Label};
use handbill_text::Span;

use crate::rule::rule;
use crate::subject::Subject;

rule! {
    /// Two elements of a page have the same id.
    ///
    /// A section was copied with its id. A link to it, as in a table of contents, leads to the first of the two, and no link
    /// reaches the other.
    ///
    /// ```page bad
    /// ## Fees {#fees}
    ///
    /// Ten euros.
    ///
    /// ## Rooms {#fees}
    ///
    /// At the lake.
    /// ```
    /// ```page good
    /// ## Fees {#fees}
    ///
    /// Ten euros.
    ///
    /// ## Rooms {#rooms}
    ///
    /// At the lake.
    /// ```
    ///
    /// Ids that kramdown makes of headings differ by themselves. Those inside of drawings, and those that Liquid writes or
    /// brings, are left alone. All elements with one id are one finding.
    "duplicate-id": Warning, Markup, Page
}

fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    let source = subject.page.split.body.of(&subject.page.source);
    // Hardly a page writes ids, and nobody walks over the others.
    if !has_ids(source) {
        return;
    }
    let mut seen: BTreeMap<&str, (Span, Option<usize>)> = BTreeMap::new();
    for node in subject.page.tree.root().descendants() {
        let Some(id) = node.attribute("id").filter(|id| !id.trim().is_empty() && !is_drawing(node)) else { continue };
        let place = subject.page.expansion.map.origin(start(node, subject.page.tree.text()));
        if !place.written || subject.is_brought(place.span) {
            continue;
        }
        match seen.get_mut(id) {
            None => {
                seen.insert(id, (place.span, None));
            }
            Some((first, told @ None)) => {
                *told = Some(found.len());
                let finding = RULE.finding(place.span, format!("several elements have the id `{id}`"));
                let finding = finding.with_help("give each element an id of its own");
                found.push(finding.with_label(*first, "it stands here before"));
            }
            Some((_, Some(told))) => {
                found[*told].labels.push(Label { span: place.span, text: "and here".to_owned() });
            }
        }
    }
}

/// How many bytes of a list of attributes are looked at.
const LIST: usize = 200;

/// Whether a text may write ids: `id="fees"`, `{#fees}`, `{: #fees}`.
fn has_ids(source: &str) -> bool {
    let plain = ["id=", "{#", "ID="].iter().any(|sign| source.contains(sign));
    // What a list has first of these tells; nobody writes a longer one.
    let names = |(at, _): (usize, &str)| {
        let mut list = source.as_bytes()[at + 1..].iter().take(LIST);
        list.next() == Some(&b':')
            && list.find(|byte| matches!(byte, b'#' | b'}' | b'\n')).is_none_or(|byte| *byte == b'#')
    };
    plain || source.match_indices('{').any(names)
}

/// The first line of an element, or its start tag.
fn start(node: Node<'_>, text: &str) -> Span {
    if let Kind::Html(html) = node.kind() {
        return html.start_tag;
    }
    let span = node.span();
    let line = span.of(text).lines().next().map_or(0, str::len);
    Span::new(span.start()..span.start() + line)
}

/// Whether an element is a part of a drawing, whose ids are made by programs.
fn is_drawing(node: Node<'_>) -> bool {
    node.ancestors().any(|around| matches!(around.kind(), Kind::Html(html) if html.name == "svg"))
}
