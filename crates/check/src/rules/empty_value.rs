//! Keys that say nothing.

use handbill_frontmatter::{Data, Entry, Mapping};
use handbill_model::{Applicability, Diagnostic};
use handbill_text::{Edit, Span};

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
    ///
    /// `~` and `null` say so on purpose, and are left alone; so is `layout`, whose empty value leaves the page without one.
    "empty-value": Info, Markup, Page
}

fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    walk(subject, &subject.page.front_matter.root, found);
}

/// The nesting of a front matter is bounded by its reader.
fn walk(subject: &Subject<'_>, mapping: &Mapping, found: &mut Vec<Diagnostic>) {
    for entry in &mapping.entries {
        let empty = match &entry.value.data {
            Data::Null => subject.source(entry.value.span).is_empty() && entry.key != "layout",
            Data::Text(text) => text.trim().is_empty(),
            Data::Map(inner) => {
                walk(subject, inner, found);
                false
            }
            Data::List(items) => {
                items.iter().filter_map(|item| item.as_map()).for_each(|inner| walk(subject, inner, found));
                false
            }
            Data::Bool(_) | Data::Int(_) | Data::Float(_) | Data::Date(_) => false,
        };
        if empty {
            let finding = RULE
                .finding(entry.key_span, format!("`{}` has no value", entry.key))
                .with_help("give it one, or delete the line");
            found.push(match line(subject, entry) {
                Some(span) => {
                    finding.with_fix("delete the line", Applicability::Safe, vec![Edit { span, text: String::new() }])
                }
                None => finding,
            });
        }
    }
}

/// The line of a key with its end, where nothing else stands in it: no item's mark, no comment, no other key.
fn line(subject: &Subject<'_>, entry: &Entry) -> Option<Span> {
    let page = subject.page;
    let number = page.lines.line(entry.key_span.start());
    let rest = page.lines.span(&page.source, number).of(&page.source).trim().strip_prefix(entry.key.as_str())?;
    let alone = matches!(rest.strip_prefix(':')?.trim(), "" | "\"\"" | "''");
    (alone && number < page.lines.count()).then(|| Span::new(page.lines.start(number)..page.lines.start(number + 1)))
}
