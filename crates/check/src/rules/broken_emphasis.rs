//! `** text**`.

use handbill_model::{Applicability, Diagnostic};
use handbill_text::{Edit, Span};

use crate::rule::rule;
use crate::subject::{Subject, Text};

rule! {
    /// Two asterisks are printed instead of making their words strong.
    ///
    /// A blank behind the first or before the last pair keeps kramdown from reading them as marks.
    ///
    /// ```page bad
    /// ** Registration is open**
    /// ```
    /// ```page good
    /// **Registration is open**
    /// ```
    "broken-emphasis": Warning, Markup, Page
}

fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    for text in subject.texts().iter().filter(|text| text.block.is_some() && text.text.contains('*')) {
        let marks = text.text.match_indices("**").map(|(at, _)| Span::new(at..at + 2));
        let marks: Vec<Span> = marks.filter(|span| !text.is_quiet(*span)).collect();
        // A single pair is a footnote's, more asterisks in a row a line of them.
        let [first, .., last] = marks[..] else { continue };
        let row = text.text.contains("***");
        let blank = text.text[first.end()..].starts_with(' ') || text.text[..last.start()].ends_with(' ');
        let place = text.place(first).span;
        if !row && blank && subject.source(place) == "**" {
            let finding = RULE.finding(place, "these asterisks are printed and mark nothing");
            let finding = finding.with_label(text.place(last).span, "and these");
            let finding = finding.with_help("write the asterisks close to the words, without a blank");
            found.push(match blanks(subject, text, [first, last]).filter(|_| marks.len() == 2) {
                Some(edits) => finding.with_fix("take the blanks out", Applicability::Ask, edits),
                None => finding,
            });
        }
    }
}

/// The blanks between a pair of marks and its words, where both marks stand in the source.
fn blanks(subject: &Subject<'_>, text: &Text<'_>, [first, last]: [Span; 2]) -> Option<Vec<Edit>> {
    let (first, last) = (text.place(first).span, text.place(last).span);
    let inside = (first.end() <= last.start()).then(|| subject.source(Span::new(first.end()..last.start())))?;
    let words = inside.trim_matches(' ');
    let start = first.end() + (inside.len() - inside.trim_start_matches(' ').len());
    let blanks = [Span::new(first.end()..start), Span::new(start + words.len()..last.start())];
    let edits = blanks.into_iter().filter(|span| !span.is_empty());
    // Other asterisks between would pair with these.
    (subject.source(last) == "**" && !words.is_empty() && !words.contains('*'))
        .then(|| edits.map(|span| Edit { span, text: String::new() }).collect())
}
