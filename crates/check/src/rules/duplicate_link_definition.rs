//! One label with two targets.

use handbill_model::Diagnostic;

use crate::rule::rule;
use crate::subject::Subject;

rule! {
    /// A link label is defined twice, with two targets.
    ///
    /// kramdown takes the last one, most other programs the first: the links lead elsewhere than one of the two lines
    /// says.
    ///
    /// ```page bad
    /// Please [register][form].
    ///
    /// [form]: https://example.org/2030
    /// [form]: https://example.org/2031
    /// ```
    /// ```page good
    /// Please [register][form].
    ///
    /// [form]: https://example.org/2031
    /// ```
    ///
    /// The same target twice does no harm and is left alone.
    "duplicate-link-definition": Warning, Links, Page
}

fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    let map = &subject.page.expansion.map;
    let mut last = std::collections::BTreeMap::new();
    for definition in subject.page.tree.definitions() {
        let Some(before) = last.insert(&definition.id, definition).filter(|before| before.url != definition.url) else {
            continue;
        };
        let (place, first) = (map.origin(definition.label_span), map.origin(before.label_span));
        if place.written {
            let message =
                format!("the link label `{}` is defined a second time, with another target", definition.label);
            let finding = RULE.finding(place.span, message).with_label(first.span, "it is defined here first");
            found.push(finding.with_help("delete the one that is out of date, or give it a label of its own"));
        }
    }
}
