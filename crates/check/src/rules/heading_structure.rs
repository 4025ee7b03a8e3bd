//! Headings that skip a level, stand in bold, or are all the page's title.

use handbill_kramdown::{Kind, Node};
use handbill_model::{Applicability, Diagnostic};
use handbill_text::{Edit, Span};

use crate::rule::rule;
use crate::subject::Subject;

rule! {
    /// Headings do not give the page's structure: one skips a level, several are of the first, or one is all bold.
    ///
    /// Screen readers list the headings of a page by their levels, and people jump along them (WCAG 2.2, 1.3.1). Bold marks
    /// inside a heading show it as the site's style does not mean it.
    ///
    /// ```page bad
    /// ## Travel
    ///
    /// #### By train
    ///
    /// The station is close to the hall.
    /// ```
    /// ```page good
    /// ## Travel
    ///
    /// ### By train
    ///
    /// The station is close to the hall.
    /// ```
    ///
    /// The first heading may have any level: what stands above it is the site's. Back up any step is right. A heading with
    /// a word in bold among others is left alone.
    "heading-structure": Info, Markup, Page
}

fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    let mut before = None;
    let mut first: Option<Diagnostic> = None;
    for node in subject.page.tree.root().descendants() {
        let Some(level) = level(node) else { continue };
        let place = subject.page.expansion.map.origin(node.span());
        let skips = before.replace(level).filter(|before| level > before + 1);
        if subject.is_brought(place.span) {
            continue;
        }
        let place = line(subject, place.span);
        if let Some(before) = skips {
            let message = format!("a heading of level {level} under one of level {before}");
            found.push(RULE.finding(place, message).with_help(format!("make it one of level {}", before + 1)));
        }
        if level == 1 {
            first = Some(match first {
                None => RULE.finding(place, "several headings of the first level"),
                Some(finding) => finding.with_label(place, "this one too"),
            });
        }
        found.extend(bold(subject, node, place));
    }
    let several = first.filter(|finding| !finding.labels.is_empty());
    found.extend(several.map(|finding| finding.with_help("leave one for the page, and make the others smaller")));
}

/// The level of a heading, of kramdown or HTML.
fn level(node: Node<'_>) -> Option<u8> {
    match node.kind() {
        Kind::Heading { level } => Some(level),
        Kind::Html(html) => match html.name.as_bytes() {
            [b'h', digit @ b'1'..=b'6'] => Some(digit - b'0'),
            _ => None,
        },
        _ => None,
    }
}

/// The first line of a heading.
fn line(subject: &Subject<'_>, place: Span) -> Span {
    let text = subject.source(place);
    Span::new(place.start()..place.start() + text.find(['\r', '\n']).unwrap_or(text.len()))
}

/// A heading of which every word is strong.
fn bold(subject: &Subject<'_>, node: Node<'_>, place: Span) -> Option<Diagnostic> {
    let mut children = node.children();
    let strong = children.next().filter(|child| matches!(child.kind(), Kind::Strong))?;
    if !matches!(node.kind(), Kind::Heading { .. }) || children.next().is_some() {
        return None;
    }
    let finding =
        RULE.finding(place, "the heading is bold as a whole").with_help("leave its weight to the style of the site");
    let marks = subject.page.expansion.map.origin(strong.span());
    let written = subject.source(marks.span);
    // An attribute list behind the marks belongs to them, and would be the heading's without them.
    let is_plain = ["**", "__"].iter().any(|mark| {
        let inside = written.strip_prefix(mark).and_then(|rest| rest.strip_suffix(mark));
        inside.is_some_and(|inside| !inside.contains(mark) && !inside.starts_with(['#', ' ']))
    });
    if !marks.written || !is_plain {
        return Some(finding);
    }
    let edit = |start| Edit { span: Span::new(start..start + 2), text: String::new() };
    let edits = vec![edit(marks.span.start()), edit(marks.span.end() - 2)];
    Some(finding.with_fix("take the marks out", Applicability::Safe, edits))
}
