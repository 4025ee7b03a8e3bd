//! `[ text](url)`, `[text ](url)`.

use handbill_kramdown::{Kind, Node};
use handbill_model::{Applicability, Diagnostic};
use handbill_text::{Edit, Span};

use crate::rule::rule;
use crate::subject::Subject;

rule! {
    /// A link's text starts or ends with a blank.
    ///
    /// The blank is underlined with the link, and screen readers pause inside it.
    ///
    /// ```page bad
    /// The meeting is hosted by [Lund University ](https://www.lu.se/).
    /// ```
    /// ```page good
    /// The meeting is hosted by [Lund University](https://www.lu.se/).
    /// ```
    "space-in-link-text": Warning, Links, Page
}

fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    for (node, kind) in subject.nodes().iter().copied() {
        if matches!(kind, Kind::Link(_)) {
            found.extend(at_end(subject, node, End::Start));
            found.extend(at_end(subject, node, End::End));
        }
    }
}

#[derive(Clone, Copy, PartialEq)]
enum End {
    Start,
    End,
}

fn at_end(subject: &Subject<'_>, link: Node<'_>, end: End) -> Option<Diagnostic> {
    let text = subject.page.tree.text();
    let child = match end {
        End::Start => link.children().next()?,
        End::End => link.children().next_back()?,
    };
    // A link around an image alone has no text.
    let Kind::Text(words) = child.kind() else { return None };
    if words.trim().is_empty() {
        return None;
    }
    let source = child.span().of(text);
    let blanks = match end {
        End::Start => {
            Span::new(child.span().start()..child.span().start() + (source.len() - source.trim_start().len()))
        }
        End::End => Span::new(child.span().start() + source.trim_end().len()..child.span().end()),
    };
    let place = subject.page.expansion.map.origin(blanks);
    if blanks.is_empty() || subject.is_brought(place.span) {
        return None;
    }
    let (what, way) = match end {
        End::Start => ("starts", "before"),
        End::End => ("ends", "behind"),
    };
    let finding = RULE
        .finding(place.span, format!("the link's text {what} with a blank"))
        .with_help(format!("put the blank {way} the link"));
    if !place.written {
        return Some(finding);
    }
    // The blank goes outside, where two words would otherwise touch.
    let (at, touches) = match end {
        End::Start => (
            link.span().start(),
            text[..link.span().start()]
                .ends_with(|c: char| !c.is_whitespace() && !matches!(c, '(' | '[' | '"' | '“' | '*' | '_')),
        ),
        End::End => (
            link.span().end(),
            text[link.span().end()..].starts_with(|c: char| c.is_alphanumeric() || matches!(c, '(' | '[')),
        ),
    };
    let outside = subject.page.expansion.map.origin(Span::at(at)).span;
    let mut edits = vec![Edit { span: place.span, text: String::new() }];
    if touches {
        edits.push(Edit { span: outside, text: " ".to_owned() });
    }
    edits.sort();
    Some(finding.with_fix(
        if touches { "move the blank out" } else { "take the blank out" },
        Applicability::Safe,
        edits,
    ))
}
