//! `-->` without `<!--`.

use handbill_kramdown::Kind;
use handbill_model::{Applicability, Diagnostic};
use handbill_text::{Edit, Span};

use crate::rule::rule;
use crate::subject::Subject;

rule! {
    /// A comment is closed that was never opened.
    ///
    /// The `-->` is printed on the page, or becomes part of a URL. Where its `<!--` was deleted, what was a comment is
    /// published now.
    ///
    /// ```page bad
    /// Registration opens in January. -->
    /// ```
    /// ```page good
    /// <!-- Registration opens in January. -->
    /// ```
    ///
    /// An arrow between words, and one in code, is left alone.
    "stray-comment-close": Error, Markup, Page
}

fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    let text = subject.page.tree.text();
    if !text.contains("-->") {
        return;
    }
    let mut quiet = quiet_places(subject).into_iter().peekable();
    // A single character is found faster than three.
    let mark = "-->";
    let ends = text.match_indices('>').map(|(at, _)| at + 1).filter(|end| text[..*end].ends_with(mark));
    for at in ends.map(|end| end - mark.len()) {
        while quiet.peek().is_some_and(|span| span.end() <= at) {
            quiet.next();
        }
        let inside = quiet.peek().is_some_and(|span| span.start() <= at);
        let behind = text[at + mark.len()..].trim_start_matches([' ', '\t']);
        let ends_line = behind.is_empty() || [mark, "<!--", "\n", "\r"].iter().any(|next| behind.starts_with(next));
        // `A --> B` and `--->` are arrows.
        if inside || text[..at].ends_with('-') || !ends_line {
            continue;
        }
        let place = subject.page.expansion.map.origin(Span::new(at..at + mark.len()));
        if subject.is_brought(place.span) {
            continue;
        }
        let blanks = text[..at].len() - text[..at].trim_end_matches([' ', '\t']).len();
        let finding = RULE
            .finding(place.span, "this closes a comment that was not opened")
            .with_help("delete it, or open the comment with `<!--`");
        let edit =
            Edit { span: Span::new(place.span.start().saturating_sub(blanks)..place.span.end()), text: String::new() };
        found.push(if place.written {
            finding.with_fix("delete it", Applicability::Safe, vec![edit])
        } else {
            finding
        });
    }
}

/// Where `-->` is no stray: comments, code, scripts, tags; in order, without overlaps.
fn quiet_places(subject: &Subject<'_>) -> Vec<Span> {
    // What lies in one of them is told of twice, and does no harm.
    let places = subject.nodes().iter().filter_map(|(node, kind)| match kind {
        Kind::Comment { .. }
        | Kind::CodeBlock { .. }
        | Kind::CodeSpan { .. }
        | Kind::ProcessingInstruction { .. }
        | Kind::MathBlock { .. }
        | Kind::MathSpan { .. } => Some(node.span()),
        Kind::Html(html) if matches!(html.name, "script" | "style" | "pre" | "code") => Some(node.span()),
        Kind::Html(html) => Some(html.start_tag),
        _ => None,
    });
    let mut places: Vec<Span> = places.collect();
    places.sort();
    places
}
