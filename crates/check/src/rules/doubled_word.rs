//! `the the`.

use handbill_model::{Applicability, Diagnostic};
use handbill_text::{Edit, Span};

use crate::rule::rule;
use crate::subject::{Subject, Text};

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
        let words = text.words();
        let mut rest = 0..words.len().saturating_sub(1);
        // Nearly all pairs are let go here.
        let alike = |at: &usize| words[*at].1.len() == words[at + 1].1.len();
        while let Some(at) = rest.find(|at| alike(at) && is_twice(subject, text, words[*at], words[at + 1])) {
            // A word that stands three times is one slip.
            let others = rest.clone().take_while(|at| is_twice(subject, text, words[*at], words[at + 1])).count();
            rest.start += others;
            let ((first, _), (_, word)) = (words[at], words[at + 1]);
            let all = text.place(first.cover(words[at + 1 + others].0)).span;
            let edit = Edit { span: Span::new(all.start() + word.len()..all.end()), text: String::new() };
            let (times, help, title) = match others {
                0 => ("twice".to_owned(), "delete one of the two", "delete the second"),
                _ => (format!("{} times", others + 2), "delete all but one", "delete the others"),
            };
            let finding = RULE.finding(all, format!("`{word}` stands {times}")).with_help(help);
            found.push(finding.with_fix(title, Applicability::Ask, vec![edit]));
        }
    }
}

/// Whether a word of [`NEVER`] stands in front of itself, with nothing but blanks between.
fn is_twice(
    subject: &Subject<'_>,
    text: &Text<'_>,
    (first, before): (Span, &str),
    (second, word): (Span, &str),
) -> bool {
    if !before.eq_ignore_ascii_case(word) {
        return false;
    }
    let both = text.place(first.cover(second)).span;
    let apart = subject.source(both).get(word.len()..both.len().saturating_sub(word.len()));
    let neighbours = apart.is_some_and(|apart| !apart.is_empty() && apart.trim().is_empty());
    // `a a.m. call`.
    let behind = &text.text[second.end()..];
    let shortened = behind.starts_with('.') && behind[1..].starts_with(char::is_alphabetic);
    neighbours && !shortened && !text.is_quiet(second) && NEVER.contains(&word) && subject.reads_english(text)
}
