//! Keys that say nothing.

use handbill_frontmatter::{Data, Mapping};
use handbill_model::Diagnostic;

use crate::rule::rule;
use crate::subject::Subject;

rule! {
    /// A key of the front matter has no value.
    ///
    /// It was left over from a template. Liquid takes `""` for true, so `if page.image` shows an empty image.
    ///
    /// ```page bad
    /// ---
    /// title: Spring Meeting, Lund, March 4-6, 2031
    /// image: ""
    /// ---
    /// Welcome.
    /// ```
    /// ```page good
    /// ---
    /// title: Spring Meeting, Lund, March 4-6, 2031
    /// ---
    /// Welcome.
    /// ```
    "empty-value": Info, Markup, Page
}

fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    walk(&subject.page.front_matter.root, found);
}

/// The nesting of a front matter is bounded by its reader.
fn walk(mapping: &Mapping, found: &mut Vec<Diagnostic>) {
    for entry in &mapping.entries {
        let empty = match &entry.value.data {
            Data::Null => true,
            Data::Text(text) => text.trim().is_empty(),
            Data::Map(inner) => {
                walk(inner, found);
                false
            }
            Data::List(items) => {
                items.iter().filter_map(|item| item.as_map()).for_each(|inner| walk(inner, found));
                false
            }
            Data::Bool(_) | Data::Int(_) | Data::Float(_) | Data::Date(_) => false,
        };
        if empty {
            found.push(
                RULE.finding(entry.key_span, format!("`{}` has no value", entry.key))
                    .with_help("give it one, or delete the line"),
            );
        }
    }
}
