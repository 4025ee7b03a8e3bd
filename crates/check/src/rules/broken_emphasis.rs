//! `** text**`.

use handbill_model::Diagnostic;
use handbill_text::Span;

use crate::rule::rule;
use crate::subject::Subject;

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
    for text in subject.texts().iter().filter(|text| text.block.is_some()) {
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
            found.push(finding.with_help("write the asterisks close to the words, without a blank"));
        }
    }
}
