//! `{{% if %}`, `{% if %}}`.

use handbill_model::{Applicability, Diagnostic};
use handbill_text::{Edit, Span};

use crate::rule::rule;
use crate::subject::Subject;

rule! {
    /// A Liquid tag has a brace too many.
    ///
    /// The brace is printed on the page, or Jekyll stops.
    ///
    /// ```page bad
    /// {% assign hall = "A" %}}
    ///
    /// We meet in hall {{ hall }}.
    /// ```
    /// ```page good
    /// {% assign hall = "A" %}
    ///
    /// We meet in hall {{ hall }}.
    /// ```
    "stray-brace": Error, Markup, Page
}

fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    let source = &subject.page.source;
    let body = subject.page.split.body;
    let raw = raw_places(body.of(source));
    for (mark, brace) in [("{{%", 0), ("%}}", 2)] {
        for (at, _) in body.of(source).match_indices(mark) {
            if raw.iter().any(|span| span.contains(Span::at(at))) {
                continue;
            }
            let place = subject.in_body(Span::new(at + brace..at + brace + 1));
            found.push(
                RULE.finding(place, "a brace too many")
                    .with_help("a tag is written `{% ... %}`, an output `{{ ... }}`")
                    .with_fix("delete the brace", Applicability::Safe, vec![Edit { span: place, text: String::new() }]),
            );
        }
    }
}

/// What stands between `raw` and `endraw`, and in code.
fn raw_places(body: &str) -> Vec<Span> {
    let mut places = Vec::new();
    let mut from = 0;
    while let Some(start) = body[from..].find("{% raw %}").map(|at| from + at) {
        let end = body[start..].find("{% endraw %}").map_or(body.len(), |at| start + at);
        places.push(Span::new(start..end));
        from = end;
    }
    places
}
