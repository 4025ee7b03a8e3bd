//! What holds for any text.

use handbill_liquid::{Context, Includes, NotIncluded, Object, Template, Value, expand, tags};
use handbill_text::Span;
use proptest::prelude::*;

/// Texts that look like templates, mistakes included.
fn template() -> impl Strategy<Value = String> {
    let pieces = [
        "{{", "}}", "{%", "%}", "{%-", "-%}", "{{-", "-}}", " ", "\n", "a", "é", "日", "page", ".", "[", "]", "'",
        "\"", "|", ":", ",", "if", "endif", "else", "elsif", "for", " in ", "endfor", "(1..3)", "assign", " = ",
        "capture x", "endcapture", "case", "when", "endcase", "raw", "endraw", "comment", "endcomment",
        "include x.html", "cycle 'a'", "tablerow i in page", "endtablerow", "break", "continue", "liquid", "echo", "#",
        "highlight c", "endhighlight", "size", "split: ''", "upcase", "sort", "join", "date: '%Y'", "1", "-1", "2.5",
        "nil", "empty", "and", "or", "contains", "==", "<", "unless", "increment x", "{% if page %}", "{% endif %}",
        "{% for i in page %}", "{{ i }}", "{% endfor %}", "{{ page | jsonify }}", "{% unknown %}",
    ];
    prop::collection::vec(prop::sample::select(pieces.to_vec()), 0..40).prop_map(|parts| parts.concat())
}

struct One;

impl Includes for One {
    fn include(&self, name: &str) -> Result<handbill_liquid::IncludeSource, NotIncluded> {
        Ok(handbill_liquid::IncludeSource {
            path: name.to_owned(),
            text: "[{{ include.a }}{% include y.html %}]".to_owned(),
        })
    }
}

fn globals() -> Object {
    let page: Value = [Value::from(1), Value::from("zwölf"), Value::Nil].into_iter().collect();
    Object::from_iter([("page", page)])
}

proptest! {
    #[test]
    fn any_text_is_expanded_and_mapped(text in prop_oneof![template(), any::<String>()]) {
        let globals = globals();
        let context = Context::new(&globals, &One);
        let expansion = expand(&text, &context);
        prop_assert_eq!(expansion.map.len(), expansion.text.len());
        for (at, c) in expansion.text.char_indices() {
            let span = Span::new(at..at + c.len_utf8());
            let mapped = expansion.map.origin(span);
            prop_assert!(text.get(mapped.span.range()).is_some(), "a place on character boundaries");
            if mapped.written {
                prop_assert_eq!(mapped.span.of(&text), span.of(&expansion.text));
            }
        }
        for span in expansion.problems.iter().map(|it| it.span).chain(expansion.unresolved.iter().map(|it| it.span)) {
            prop_assert!(text.get(span.range()).is_some(), "{span}");
        }
        prop_assert_eq!(expand(&text, &context), expansion, "the same input gives the same output");
    }

    #[test]
    fn text_without_braces_stays(text in "[^{}]{0,80}") {
        let globals = globals();
        prop_assert_eq!(expand(&text, &Context::new(&globals, &One)).text, text);
    }

    #[test]
    fn tags_are_in_order_and_in_range(text in template()) {
        for tag in tags(&text) {
            prop_assert!(text.get(tag.span.range()).is_some());
            prop_assert!(text.get(tag.markup.range()).is_some());
        }
        prop_assert!(Template::parse(&text).problems().is_sorted_by_key(|problem| problem.span));
    }
}

/// A reader that looks again and again to the end of the text would not come back from these within hours.
#[test]
fn parsing_is_linear() {
    let globals = Object::default();
    for piece in [
        "{{", "{%", "{", "{{ a }", "{% raw %}", "{% if a %}", "{% endif %}", "{% x %}{% endx %}", "{{ a[ }}",
        "{% comment %}", "{% for i in ", "{{ '", "[a", "a'", "| a: b,", "a='b' ",
    ] {
        let text = piece.repeat(50_000);
        let expansion = expand(&text, &Context::new(&globals, &handbill_liquid::NoIncludes));
        assert_eq!(expansion.map.len(), expansion.text.len());
        for inside in [format!("{{{{ {text} }}}}"), format!("{{% if {text} %}}"), format!("{{% include a {text} %}}")] {
            let expansion = expand(&inside, &Context::new(&globals, &handbill_liquid::NoIncludes));
            assert_eq!(expansion.map.len(), expansion.text.len());
        }
    }
}
