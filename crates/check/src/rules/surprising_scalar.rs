//! Values that Ruby's YAML reads as something else.

use handbill_frontmatter::{Data, Mapping, Style, Value};
use handbill_model::{Applicability, Diagnostic};
use handbill_text::Edit;

use crate::rule::rule;
use crate::subject::Subject;

rule! {
    /// A value without quotes is something else to Jekyll than it looks.
    ///
    /// YAML 1.1 takes `12:30` for 45000 (seconds), `010` for 8, `1,000` for 1000, and the language code `no` for false.
    ///
    /// ```page bad
    /// ---
    /// title: Spring Meeting, Lund, March 4-6, 2031
    /// doors: 12:30
    /// ---
    /// Welcome.
    /// ```
    /// ```page good
    /// ---
    /// title: Spring Meeting, Lund, March 4-6, 2031
    /// doors: "12:30"
    /// ---
    /// Welcome.
    /// ```
    ///
    /// `yes` and `no` are left alone, but where a language or a country is named.
    "surprising-scalar": Warning, Markup, Page
}

/// Keys whose values are codes.
const CODES: &[&str] = &["country", "countries", "lang", "language", "languages", "locale"];

fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    walk(&subject.page.front_matter.root, found);
}

/// The nesting of a front matter is bounded by its reader.
fn walk(mapping: &Mapping, found: &mut Vec<Diagnostic>) {
    for entry in &mapping.entries {
        value(&entry.key, &entry.value, found);
    }
}

fn value(key: &str, value: &Value, found: &mut Vec<Diagnostic>) {
    match &value.data {
        Data::Map(inner) => walk(inner, found),
        Data::List(items) => items.iter().for_each(|item| self::value(key, item, found)),
        Data::Null | Data::Bool(_) | Data::Int(_) | Data::Float(_) | Data::Text(_) | Data::Date(_) => {
            if let Some(read) = surprise(key, value) {
                let written = value.written().unwrap_or_default();
                let edit = Edit { span: value.span, text: format!("\"{written}\"") };
                found.push(
                    RULE.finding(value.span, format!("`{written}` is {read} to Jekyll"))
                        .with_help("put it between quotes")
                        .with_fix("quote it", Applicability::Safe, vec![edit]),
                );
            }
        }
    }
}

/// What Jekyll reads, where that is a surprise.
fn surprise(key: &str, value: &Value) -> Option<String> {
    let written = value.written().filter(|_| value.style == Style::Plain)?;
    match value.data {
        Data::Int(number) => {
            let octal = written.trim_start_matches(['-', '+']).len() > 1
                && written.trim_start_matches(['-', '+']).starts_with('0')
                && !written.contains(['x', 'X', 'b']);
            (written.contains([':', ',']) || octal).then(|| format!("the number {number}"))
        }
        Data::Float(number) => written.contains([':', ',']).then(|| format!("the number {number}")),
        Data::Bool(truth) => (CODES.contains(&key) && !matches!(written, "true" | "false")).then(|| truth.to_string()),
        Data::Null | Data::Text(_) | Data::Date(_) | Data::List(_) | Data::Map(_) => None,
    }
}
