//! `5st`, `22th`.

use handbill_model::{Applicability, Diagnostic};
use handbill_page::phrase::ordinal_suffix;
use handbill_text::{Edit, Span};

use crate::rule::rule;
use crate::subject::{Subject, Text};

rule! {
    /// The ending of a number is not the one that belongs to it.
    ///
    /// English says 1st, 2nd, 3rd, 4th, and 11th, 12th, 13th. A wrong ending makes readers ask whether the ending is
    /// wrong or the number.
    ///
    /// ```page bad
    /// The reception is on the 3th of March.
    /// ```
    /// ```page good
    /// The reception is on the 3rd of March.
    /// ```
    ///
    /// Numbers inside codes, addresses and other words are left alone, and so are texts that are not English.
    "wrong-ordinal": Error, Dates, Page
}

fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    for text in subject.texts() {
        for (span, number, suffix) in ordinals(text) {
            let right = ordinal_suffix(number);
            if suffix.of(text.text).eq_ignore_ascii_case(right) || text.is_quiet(span) || !subject.reads_english(text) {
                continue;
            }
            let written = span.of(text.text);
            let digits = &written[..suffix.start() - span.start()];
            let place = text.place(span);
            let mut finding = RULE
                .finding(place.span, format!("`{written}` should be `{digits}{right}`"))
                .with_help("give the number the ending that belongs to it, or correct the number");
            if text.place(suffix).written {
                let edit = Edit { span: text.place(suffix).span, text: right.to_owned() };
                finding = finding.with_fix(format!("write `{digits}{right}`"), Applicability::Safe, vec![edit]);
            }
            found.push(finding);
        }
    }
}

/// Numbers with an English ending: the whole, the last two digits, the ending.
fn ordinals(text: &Text<'_>) -> impl Iterator<Item = (Span, u8, Span)> {
    let bytes = text.text.as_bytes();
    // Behind a digit a word begins.
    let behind_digit = |at: &usize| at.checked_sub(1).is_some_and(|before| bytes[before].is_ascii_digit());
    let ends = text.words().iter().map(|(span, _)| span.start()).filter(behind_digit);
    let ends = ends.filter(|&at| {
        let suffix = bytes.get(at..at + 2).map(<[u8]>::to_ascii_lowercase);
        suffix.is_some_and(|suffix| matches!(&suffix[..], b"st" | b"nd" | b"rd" | b"th"))
            && !text.text[at + 2..].starts_with(|c: char| c.is_alphanumeric() || c == '_')
    });
    ends.filter_map(move |at| {
        let digits = bytes[..at].iter().rev().take(5).take_while(|b| b.is_ascii_digit()).count();
        let start = at - digits;
        let before = text.text[..start].chars().next_back();
        let free =
            before.is_none_or(|c| c.is_whitespace() || matches!(c, '(' | '[' | '"' | '“' | '–' | '-' | '—' | '/'));
        let number = text.text[at.saturating_sub(digits.min(2))..at].parse().ok()?;
        (free && digits < 5).then(|| (Span::new(start..at + 2), number, Span::new(at..at + 2)))
    })
}
