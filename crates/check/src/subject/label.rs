//! Labels of link reference definitions as the source has them.

use std::collections::BTreeSet;

use handbill_page::Page;

/// Labels of lines that look like definitions, if one of these has a URL made by Liquid: kramdown may read none of them
/// while the values are not known.
pub(super) fn written(page: &Page) -> BTreeSet<String> {
    // On most pages Liquid writes nothing.
    if !page.source.contains("{{") {
        return BTreeSet::new();
    }
    let definitions = || page.split.body.of(&page.source).lines().filter_map(definition);
    if definitions().any(|(_, url)| url.starts_with("{{")) {
        definitions().map(|(label, _)| normal(label)).collect()
    } else {
        BTreeSet::new()
    }
}

/// The label and the rest of a line that looks like a definition.
fn definition(line: &str) -> Option<(&str, &str)> {
    let (label, rest) = line.trim_start().strip_prefix('[')?.split_once("]:")?;
    (!label.contains(['[', ']']) && !label.starts_with('^')).then_some((label, rest.trim_start()))
}

/// A label as definitions compare it: in lower case, any white space one blank.
pub(crate) fn normal(label: &str) -> String {
    label.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}
