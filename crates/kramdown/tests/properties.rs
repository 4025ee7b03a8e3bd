//! What holds for any text.

use handbill_kramdown::{Document, Node, Options};
use proptest::prelude::*;

/// Pieces of syntax, so that random texts are often kramdown.
const PIECES: &[&str] = &[
    "a", "é", "日", " ", "  ", "\n", "\n\n", "\r\n", "\t", "    ", "*", "**", "_", "__", "`", "``", "```\n", "~~~\n",
    "~~", "> ", "* ", "- ", "1. ", ": ", "# ", "===\n", "---\n", "| ", "|-|\n", "[", "]", "(", ")", "![", "[a]: b\n",
    "[^1]", "[^1]: ", "*[a]: b\n", "<div>", "</div>", "<p>", "</p>", "<b>", "</b>", "<!--", "-->", "<br/>", "<script>",
    "</script>", "<div markdown=\"1\">", "&amp;", "&", "<", ">", "\"", "'", "...", "--", "<<", "{:.x}", "{: #y}",
    "{:a: .x a b}\n", "{:b: a}\n", "{:a}", "{::comment}", "{:/}", "{:toc}", "$$", "\\", "\\*", "^\n", "[ ] ",
    "{::nomarkdown}", "<a@b.c>", "\u{0}",
];

fn texts() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(PIECES), 0..40).prop_map(|pieces| pieces.concat())
}

fn check(document: &Document, node: Node<'_>) {
    let text = document.text();
    let span = node.span();
    assert!(text.get(span.range()).is_some(), "{node:?} is out of range or cuts a character");
    let mut end = span.start();
    for child in node.children() {
        assert!(span.contains(child.span()), "{child:?} is not in {node:?}");
        assert!(child.span().start() >= end, "{child:?} overlaps the node before it in {node:?}");
        end = child.span().end();
        assert_eq!(child.parent(), Some(node));
        check(document, child);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn any_text_is_read_and_written(text in ".*") {
        let document = Document::parse(&text, &Options::default());
        prop_assert_eq!(document.text(), text.as_str());
        check(&document, document.root());
        prop_assert!(document.to_html().len() < 1 << 20);
    }

    #[test]
    fn spans_are_in_range_in_their_parents_and_in_order(text in texts()) {
        let document = Document::parse(&text, &Options::default());
        check(&document, document.root());
        prop_assert!(document.to_html().len() + document.root().text().len() < 1 << 20);
    }

    #[test]
    fn the_same_text_gives_the_same_bytes(text in texts()) {
        let html = |text: &str| Document::parse(text, &Options::default()).to_html();
        prop_assert_eq!(html(&text), html(&text));
    }
}

#[test]
fn deep_nests_end_somewhere() {
    for piece in [
        "> ", "* ", "[", "![", "<div>", "<b>", "*a **b ", "<div markdown=\"1\">\n", "\"", "{:", "1. ", ">", "+ ",
        "- 1. ", ": ",
    ] {
        let text = piece.repeat(20_000) + "a";
        let document = Document::parse(&text, &Options::default());
        assert!(!document.to_html().is_empty(), "{piece}");
    }
}

#[test]
fn a_line_end_that_was_made_stands_after_the_text() {
    let document = Document::parse("- '\u{0}\n1. a\n", &Options::default());
    check(&document, document.root());
}

#[test]
fn mathematics_between_nulls_keeps_its_letters() {
    let html = Document::parse("# $$\0\0\0\u{9f30a}\0$$", &Options::default()).to_html();
    assert!(html.contains("\\(\u{9f30a}\\)"), "{html}");
}

#[test]
fn lists_that_name_themselves_are_taken_in_up_to_a_bound() {
    let text = format!("{{:a: .x {}}}\n*b*{{:a}}\n", "a ".repeat(30));
    let html = Document::parse(&text, &Options::default()).to_html();
    assert!(html.starts_with("<p><em class=\"x") && html.len() < 1 << 20, "{} bytes", html.len());
}
