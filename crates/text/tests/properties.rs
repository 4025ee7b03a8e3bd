//! What must hold for every text: places, maps and edits agree with the bytes.

use handbill_text::{Edit, EditError, Lines, SourceMap, Span, apply, compose};
use proptest::prelude::*;

proptest! {
    #[test]
    fn an_offset_survives_the_way_to_line_and_column(text in "(\\PC|[\r\n]){0,60}") {
        let lines = Lines::new(&text);
        for (offset, c) in text.char_indices().filter(|(_, c)| !matches!(c, '\r' | '\n')) {
            let place = lines.place(&text, offset);
            prop_assert_eq!(lines.offset(&text, place), offset, "{:?} at {:?}", c, place);
            let before = &text[lines.start(place.line)..offset];
            prop_assert_eq!(lines.utf16_column(&text, offset), before.encode_utf16().count() + 1);
        }
    }

    #[test]
    fn the_ends_of_a_span_are_where_each_by_itself_is(text in "([\\PC]|[a-z]|[\r\n]){0,300}", ends in (0usize..400, 0usize..400)) {
        let lines = Lines::new(&text);
        let span = Span::new(ends.0.min(ends.1)..ends.0.max(ends.1));
        prop_assert_eq!(lines.places(&text, span), (lines.place(&text, span.start()), lines.place(&text, span.end())));
    }

    #[test]
    fn a_written_byte_maps_to_the_same_byte(source in "[a-z]{1,40}", cuts in prop::collection::vec((0usize..40, 0usize..40, any::<bool>()), 0..12)) {
        let (mut made, mut map) = (String::new(), SourceMap::default());
        for (a, b, written) in cuts {
            let (a, b) = (a.min(b).min(source.len()), a.max(b).min(source.len()));
            if written {
                made.push_str(&source[a..b]);
                map.written(b - a, a);
            } else {
                made.push_str(&"X".repeat(b - a));
                map.made(b - a, Span::new(a..b));
            }
        }
        prop_assert_eq!(map.len(), made.len());
        let composed = SourceMap::identity(made.len()).then(&map);
        for i in 0..made.len() {
            let origin = map.origin(Span::new(i..i + 1));
            prop_assert!(origin.span.end() <= source.len());
            prop_assert_eq!(composed.origin(Span::new(i..i + 1)), origin);
            if origin.written {
                prop_assert_eq!(origin.span.of(&source), &made[i..=i]);
            }
        }
    }

    #[test]
    fn composed_edits_do_what_both_do(text in "[a-zé]{0,30}", first in any_edits(), second in any_edits()) {
        let first = fitting(&text, &first);
        let between = apply(&text, &first).map_err(|error| TestCaseError::fail(error.to_string()))?;
        let second = fitting(&between, &second);
        let both = compose(text.len(), &first, &second).map_err(|error| TestCaseError::fail(error.to_string()))?;
        prop_assert_eq!(apply(&text, &both), apply(&between, &second));
        prop_assert!(both.windows(2).all(|pair| pair[0].span.end() < pair[1].span.start()), "{both:?}");
    }

    #[test]
    fn edits_change_their_places_only(text in "[a-zé]{0,30}", at in 0usize..30) {
        let start = text.char_indices().map(|(i, _)| i).nth(at).unwrap_or(text.len());
        let edit = Edit { span: Span::new(start..text.len()), text: "!".to_owned() };
        prop_assert_eq!(apply(&text, &[edit]), Ok(format!("{}!", &text[..start])));
    }
}

/// Edits as numbers: how many characters are kept before each, how many are replaced, and the new text.
fn any_edits() -> impl Strategy<Value = Vec<(usize, usize, String)>> {
    prop::collection::vec((0usize..9, 0usize..5, "[A-Zü]{0,3}"), 0..5)
}

/// The edits that these numbers are in a text, as far as it goes.
fn fitting(text: &str, numbers: &[(usize, usize, String)]) -> Vec<Edit> {
    let mut ends = text.char_indices().map(|(at, c)| at + c.len_utf8());
    let mut at = 0;
    let mut skip = |count: usize| {
        at = ends.by_ref().take(count).last().unwrap_or(at);
        at
    };
    numbers
        .iter()
        .map(|(kept, gone, new)| Edit { span: Span::new(skip(*kept)..skip(*gone)), text: new.clone() })
        .collect()
}

#[test]
fn overlapping_edits_are_refused() {
    let edit = |range| Edit { span: Span::new(range), text: String::new() };
    let error = apply("abcdef", &[edit(0..3), edit(2..4)]);
    assert_eq!(error, Err(EditError::Overlap { first: Span::new(0..3), second: Span::new(2..4) }));
}

#[test]
fn an_edit_inside_a_character_is_refused() {
    let edit = Edit { span: Span::new(1..2), text: String::new() };
    assert_eq!(apply("é", &[edit]), Err(EditError::OutOfRange { span: Span::new(1..2), len: 2 }));
}

#[test]
fn editors_count_utf16() {
    let text = "a🎉b";
    let lines = Lines::new(text);
    assert_eq!(lines.utf16_column(text, 5), 4);
    assert_eq!(lines.place(text, 5).column, 3);
}

#[test]
fn a_span_over_written_and_made_covers_both() {
    let mut map = SourceMap::default();
    map.written(4, 0);
    map.made(2, Span::new(4..13));
    map.written(3, 13);
    let all = map.origin(Span::new(2..8));
    assert_eq!((all.span, all.written), (Span::new(2..15), false));
}
