//! `the the`.

use handbill_model::{Applicability, Diagnostic};
use handbill_text::{Edit, Span};

use crate::rule::rule;
use crate::subject::Subject;

rule! {
    /// A word stands twice in a row.
    ///
    /// ```page bad
    /// Join us for the the reception.
    /// ```
    /// ```page good
    /// Join us for the reception.
    /// ```
    ///
    /// Only small words count that are never right twice; `that that` and `had had` may be meant. Words in different
    /// cells, marks or sentences are no neighbours.
    "doubled-word": Warning, Words, Page
}

/// Words that are never right twice in a row.
const NEVER: &[&str] = &[
    "a", "an", "and", "at", "be", "for", "from", "of", "or", "our", "the", "this", "to", "we", "will", "with", "you",
    "your",
];

fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    for text in subject.texts() {
        for pair in text.words().windows(2) {
            let [(first, before), (span, word)] = *pair else { continue };
            if !before.eq_ignore_ascii_case(word) {
                continue;
            }
            let both = text.place(first.cover(span)).span;
            let apart = subject.source(both).get(word.len()..both.len().saturating_sub(word.len()));
            let neighbours = apart.is_some_and(|apart| !apart.is_empty() && apart.trim().is_empty());
            // `a a.m. call`.
            let behind = &text.text[span.end()..];
            let shortened = behind.starts_with('.') && behind[1..].starts_with(char::is_alphabetic);
            if !neighbours || shortened || text.is_quiet(span) || !NEVER.contains(&word) || !subject.reads_english(text)
            {
                continue;
            }
            let second = Span::new(both.start() + word.len()..both.end());
            found.push(
                RULE.finding(both, format!("`{word}` stands twice")).with_help("delete one of the two").with_fix(
                    "delete the second",
                    Applicability::Ask,
                    vec![Edit { span: second, text: String::new() }],
                ),
            );
        }
    }
}
