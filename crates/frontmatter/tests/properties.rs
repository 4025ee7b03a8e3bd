//! What holds for every text.

use handbill_frontmatter::{Data, Entry, FrontMatter, Mapping, Style, Value, parse, split};
use handbill_text::Span;
use proptest::prelude::*;

/// Texts made of the pieces that front matter is made of, so that most of them get past the first line.
fn text() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "---\n", "---\r\n", "--- \n", "...\n", "+++\n", "{", "}", "[", "]", "\"", "'", ":", ": ", ",", "- ", "-", "? ",
        "|\n", ">-\n", "&a ", "*a", "<<: *a\n", "!!str ", "!foo ", "#", " # c\n", "\n", "\r\n", "\r", "\t", " ", "  ",
        "title: ", "a: ", "b:\n", "a = ", "[t]\n", "é", "\u{feff}", "\u{a0}", "😀", "x", "yes", "12:30", "010",
        "2020-06-01", "2020-06-01 10:00:00 +0200", "\\", "\\u00e9", "%", "@", "`", "\0", "\u{85}", "\u{2028}",
        "A: B: C\n", "\"a\": ",
    ]);
    let front = prop::sample::select(vec!["", "---\n", "+++\n", "{\"a\": ", "\u{feff}---\r\n", "---\na: &a [1]\n"]);
    let back = prop::sample::select(vec!["", "\n---\nBody\n", "\n+++\nBody\n", "}\nBody\n"]);
    (front, prop::collection::vec(piece, 0..40), back)
        .prop_map(|(front, pieces, back)| format!("{front}{}{back}", pieces.concat()))
}

fn check(text: &str) -> FrontMatter {
    let parts = split(text);
    let bom = if parts.bom { "\u{feff}" } else { "" };
    let inner = parts.front_matter.map_or("", |span| span.of(text));
    let whole = [bom, parts.opening.of(text), inner, parts.closing.of(text), parts.body.of(text)].concat();
    assert_eq!(whole, text, "the split loses no byte");

    let front = parse(text, &parts);
    mapping(text, &front.root, None);
    for problem in &front.problems {
        place(text, problem.span);
        problem.related.into_iter().for_each(|span| place(text, span));
        assert!(!problem.message.is_empty());
    }
    front.comments.iter().for_each(|&span| place(text, span));
    front
}

fn place(text: &str, span: Span) {
    assert!(text.get(span.range()).is_some(), "{span} is no place in {text:?}");
}

fn mapping(text: &str, map: &Mapping, within: Option<Span>) {
    for Entry { key_span, value: inner, merged, .. } in &map.entries {
        place(text, *key_span);
        let within = within.filter(|_| merged.is_none());
        if let Some(outer) = within {
            assert!(outer.contains(*key_span), "key {key_span} outside {outer} in {text:?}");
        }
        value(text, inner, within);
    }
}

fn value(text: &str, value: &Value, within: Option<Span>) {
    place(text, value.span);
    if let Some(outer) = within {
        assert!(outer.contains(value.span), "value {} outside {outer} in {text:?}", value.span);
    }
    // What an alias brings is written elsewhere.
    let within = Some(value.span).filter(|_| value.style != Style::Alias);
    match &value.data {
        Data::List(items) => items.iter().for_each(|item| self::value(text, item, within)),
        Data::Map(map) => mapping(text, map, within),
        Data::Null | Data::Bool(_) | Data::Int(_) | Data::Float(_) | Data::Text(_) | Data::Date(_) => {
            assert!(value.written().is_some());
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn any_front_matter_is_read_and_every_place_is_in_the_text(text in text()) {
        let first = check(&text);
        prop_assert_eq!(format!("{first:?}"), format!("{:?}", check(&text)), "the same text gives the same values");
    }

    #[test]
    fn any_text_is_read(text in "\\PC*") {
        check(&text);
        check(&format!("---\n{text}\n---\n"));
    }
}
