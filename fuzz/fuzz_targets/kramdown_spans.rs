//! Spans are in range and cut no character; children are in their parents, and siblings in order; grids are whole.

#![no_main]

use handbill_kramdown::{Document, Node, Options};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let document = Document::parse(text, &Options::default());
    assert_eq!(document.text(), text);
    check(text, document.root());
    for definition in document.definitions() {
        assert!(text.get(definition.url_span.range()).is_some());
        assert!(definition.span.contains(definition.label_span) && definition.span.contains(definition.url_span));
    }
    assert_eq!(document.links().count(), document.links().filter(|link| link.node.span().end() <= text.len()).count());
    let _ = document.sections();
});

fn check(text: &str, node: Node<'_>) {
    assert!(text.get(node.span().range()).is_some(), "{node:?}");
    let mut end = node.span().start();
    for child in node.children() {
        assert!(node.span().contains(child.span()), "{child:?} in {node:?}");
        assert!(child.span().start() >= end, "{child:?} in {node:?}");
        end = child.span().end();
        check(text, child);
    }
    if let Some(grid) = node.grid() {
        assert!(grid.rows.iter().flatten().flatten().all(|index| *index < grid.cells.len()));
    }
}
