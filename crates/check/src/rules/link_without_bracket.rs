//! `[the hall(https://...)`, `[the hall](https://... `, `the hall](https://...)`.

use handbill_model::{Applicability, Diagnostic};
use handbill_text::{Edit, Span};

use crate::rule::rule;
use crate::subject::{Subject, Text};

rule! {
    /// A link lacks one of its brackets.
    ///
    /// kramdown prints the brackets that are there and the URL behind them, and the reader has no link.
    ///
    /// ```page bad
    /// Please read our [code of conduct(/event/conduct/).
    /// ```
    /// ```page good
    /// Please read our [code of conduct](/event/conduct/).
    /// ```
    ///
    /// So it is where the last bracket is lost, or the first:
    ///
    /// ```page bad
    /// Please read our [code of conduct](/event/conduct/ before you come.
    /// ```
    /// ```page good
    /// Please read our [code of conduct](/event/conduct/) before you come.
    /// ```
    ///
    /// A remark in square brackets that names a URL in round ones, and all that is code, are left alone. The square bracket
    /// that closes is written by the fix; where the others belong, nobody can tell.
    "link-without-bracket": Error, Links, Page
}

/// How URLs begin that stand in links.
const STARTS: &[&str] = &["https://", "http://", "mailto:", "/", "#", "./", "../", "www."];

/// A link's text has at most so many bytes.
const LONGEST: usize = 120;

fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    for text in subject.texts().iter().filter(|text| text.block.is_some()) {
        for (round, _) in text.text.match_indices('(') {
            found.extend(lost(text.text, round).and_then(|lost| finding(subject, text, round, &lost)));
        }
    }
}

/// Whether a round bracket stands at `round` and opens the URL of a link that lacks a bracket.
pub(super) fn is_lost(text: &str, round: usize) -> bool {
    text.as_bytes().get(round) == Some(&b'(') && lost(text, round).is_some()
}

/// What a link lacks.
enum Lost {
    /// The square bracket that closes; where the one stands that opens.
    Closing(usize),
    /// One of the others.
    Other,
}

/// What the link lacks whose URL a round bracket opens; `None` if there is no link, or none that lacks anything.
fn lost(text: &str, round: usize) -> Option<Lost> {
    let behind = &text[round + 1..];
    if !STARTS.iter().any(|start| behind.starts_with(start)) {
        return None;
    }
    let end = behind.bytes().take(URL).position(|byte| matches!(byte, b')' | b']' | b' ' | b'\n'));
    let closed = end.filter(|end| *end > 1 && behind.as_bytes()[*end] == b')');
    if let Some(words) = text[..round].strip_suffix(']') {
        // A link that kramdown does not read, as in HTML, may lack nothing.
        let opened = words.bytes().rev().take(LONGEST).find(|byte| matches!(byte, b'[' | b']')) == Some(b'[');
        return (!opened || closed.is_none()).then_some(Lost::Other);
    }
    if !text[..round].ends_with(char::is_alphanumeric) {
        return None;
    }
    let before = text.as_bytes()[round.saturating_sub(LONGEST)..round].iter().rev();
    let length = before.take_while(|byte| !matches!(byte, b'[' | b']' | b'(' | b')' | b'\n')).count();
    let square = round.checked_sub(length + 1).filter(|at| text.as_bytes()[*at] == b'[')?;
    let rest = &behind.as_bytes()[closed?..];
    // `[see the map(https://...)]` is a remark.
    let remark = rest.iter().take(LONGEST).find(|byte| matches!(byte, b'[' | b']')) == Some(&b']');
    let begins = text.as_bytes().get(square + 1).is_some_and(|byte| *byte != b' ');
    (begins && !remark).then_some(Lost::Closing(square))
}

/// Nobody writes a longer URL by hand, in bytes.
const URL: usize = 2000;

fn finding(subject: &Subject<'_>, text: &Text<'_>, round: usize, lost: &Lost) -> Option<Diagnostic> {
    let start = match lost {
        Lost::Closing(square) => *square,
        Lost::Other => round - 1,
    };
    let place = text.place(Span::new(start..round + 1));
    if text.is_quiet(Span::new(round - 1..round + 1)) || !place.written || subject.is_brought(place.span) {
        return None;
    }
    // A link that kramdown reads, or code, stands between.
    if !subject.source(place.span).ends_with('(') {
        return None;
    }
    Some(match lost {
        Lost::Closing(_) => {
            let edit = Edit { span: Span::at(place.span.end() - 1), text: "]".to_owned() };
            RULE.finding(place.span, "no bracket closes the text of this link")
                .with_help("write the square bracket before the round one")
                .with_fix("close it", Applicability::Ask, vec![edit])
        }
        Lost::Other => RULE
            .finding(place.span, "these brackets are printed and make no link")
            .with_help("write the bracket that the link lacks: `[text](URL)`"),
    })
}
