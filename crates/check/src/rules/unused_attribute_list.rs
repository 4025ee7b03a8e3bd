//! `{: .class}` that belongs to nothing.

use handbill_model::Diagnostic;
use handbill_text::Span;

use crate::rule::rule;
use crate::subject::Subject;

rule! {
    /// An attribute list belongs to no block.
    ///
    /// A blank line stands before it and no block comes after it, so kramdown throws it away, and the class or the name
    /// that it gives is nowhere.
    ///
    /// ```page bad
    /// Welcome to the meeting.
    ///
    /// It is free.
    ///
    /// {: .lead}
    /// ```
    /// ```page good
    /// Welcome to the meeting.
    ///
    /// It is free.
    /// {: .lead}
    /// ```
    "unused-attribute-list": Warning, Markup, Page
}

fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    for list in subject.page.tree.stray_attribute_lists() {
        let text = list.of(subject.page.tree.text());
        let trimmed = Span::new(list.start()..list.start() + text.trim_end().len());
        let place = subject.page.expansion.map.origin(trimmed).span;
        if !subject.is_brought(place) {
            let help = "put it on the line below its block, without a blank line between";
            found.push(RULE.finding(place, "this attribute list belongs to no block").with_help(help));
        }
    }
}
