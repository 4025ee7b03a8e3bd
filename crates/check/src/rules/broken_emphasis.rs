//! `** text**`.

use std::cell::OnceCell;

use handbill_model::{Applicability, Diagnostic};
use handbill_page::Style;
use handbill_text::{Edit, Span};

use crate::rule::rule;
use crate::subject::{Subject, Text};

rule! {
    /// Asterisks are printed instead of making their words strong.
    ///
    /// A blank behind the first or before the last pair keeps kramdown from reading them as marks; so does one that is
    /// never closed, or that a single asterisk closes.
    ///
    /// ```page bad
    /// ** Registration is open**
    /// ```
    /// ```page good
    /// **Registration is open**
    /// ```
    ///
    /// Two asterisks that mark a note, and those between numbers and letters, `a ** b ** c`, are left alone.
    "broken-emphasis": Warning, Markup, Page
}

fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    let all = OnceCell::new();
    let starred = |text: &&Text<'_>| text.block.is_some() && text.text.contains('*');
    for text in subject.texts().iter().filter(starred) {
        found.extend(uneven(subject, text));
        let here = marks(text);
        match here[..] {
            [] => {}
            // With others alike it is the mark of a note.
            [only] => {
                let all = || *all.get_or_init(|| subject.texts().iter().map(|text| marks(text).len()).sum::<usize>());
                found.extend(alone(subject, text, only).filter(|_| all() == 1));
            }
            [first, .., last] => found.extend(pair(subject, text, &here, [first, last])),
        }
    }
}

/// Where two asterisks stand that are printed.
fn marks(text: &Text<'_>) -> Vec<Span> {
    let marks = text.text.match_indices("**").map(|(at, _)| Span::new(at..at + 2));
    marks.filter(|span| !text.is_quiet(*span)).collect()
}

fn pair(subject: &Subject<'_>, text: &Text<'_>, marks: &[Span], [first, last]: [Span; 2]) -> Option<Diagnostic> {
    // More asterisks in a row are a line of them.
    let row = text.text.contains("***");
    let blank = text.text[first.end()..].starts_with(' ') || text.text[..last.start()].ends_with(' ');
    let place = text.place(first).span;
    if row || !blank || is_operator(text.text, [first, last]) || subject.source(place) != "**" {
        return None;
    }
    let finding = RULE.finding(place, "these asterisks are printed and mark nothing");
    let finding = finding.with_label(text.place(last).span, "and these");
    let finding = finding.with_help("write the asterisks close to the words, without a blank");
    Some(match blanks(subject, text, [first, last]).filter(|_| marks.len() == 2) {
        Some(edits) => finding.with_fix("take the blanks out", Applicability::Ask, edits),
        None => finding,
    })
}

/// `a ** b ** c`: what stands between is no text that anybody would make strong.
fn is_operator(text: &str, [first, last]: [Span; 2]) -> bool {
    let between = &text[first.end()..last.start()];
    between.starts_with(' ') && between.ends_with(' ') && between.trim().chars().count() < 3
}

/// `Apply by **Monday, if you can`: two asterisks before a word inside of a sentence, and none that close. At the start of a
/// text or behind a word they are the mark of a note.
fn alone(subject: &Subject<'_>, text: &Text<'_>, mark: Span) -> Option<Diagnostic> {
    let (before, behind) = (&text.text[..mark.start()], &text.text[mark.end()..]);
    let opens = before.ends_with(' ') && behind.starts_with(char::is_alphabetic);
    let place = text.place(mark).span;
    if !opens || before.trim_end().ends_with(['\n', '*']) || subject.source(place) != "**" {
        return None;
    }
    let finding = RULE.finding(place, "these asterisks are printed and mark nothing");
    Some(finding.with_help("write two asterisks behind the last word that is to be strong, too"))
}

/// `**Anna Berg*`: two asterisks open and one closes. kramdown takes the second of the two for a part of the words.
fn uneven(subject: &Subject<'_>, text: &Text<'_>) -> Option<Diagnostic> {
    let emphasis = text.marks().iter().filter(|mark| mark.style == Style::Emphasis).map(|mark| mark.span);
    let mark = emphasis.into_iter().find(|span| span.of(text.text).starts_with('*'))?;
    let star = text.place(Span::new(mark.start()..mark.start() + 1)).span;
    let place = Span::new(star.start().checked_sub(1)?..star.end());
    let twice = subject.page.source.get(place.start()..place.end()) == Some("**");
    (twice && !subject.page.source[..place.start()].ends_with('*')).then(|| {
        let finding = RULE.finding(place, "two asterisks open here, and one closes");
        finding.with_help("write as many asterisks behind the words as before them")
    })
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
