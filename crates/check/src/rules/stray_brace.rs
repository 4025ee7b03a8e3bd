//! `{{% if %}`, `{% if %}}`.

use handbill_liquid::{Tag, TagKind, tags};
use handbill_model::{Applicability, Diagnostic};
use handbill_text::{Edit, Span};

use crate::rule::rule;
use crate::subject::Subject;

rule! {
    /// A Liquid tag has a brace too many.
    ///
    /// The brace is printed on the page, or Jekyll stops.
    ///
    /// ```page bad
    /// {% assign hall = "A" %}}
    ///
    /// We meet in hall {{ hall }}.
    /// ```
    /// ```page good
    /// {% assign hall = "A" %}
    ///
    /// We meet in hall {{ hall }}.
    /// ```
    ///
    /// What stands inside `raw` and `comment` is left alone, and so is a brace that closes one before the tag on its
    /// line, as in a style sheet.
    "stray-brace": Error, Markup, Page
}

fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    let body = subject.page.split.body.of(&subject.page.source);
    if !body.contains("%}}") && !body.contains("{{%") {
        return;
    }
    let tags = tags(body);
    let behind = tags.iter().filter(|tag| tag.kind == TagKind::Tag).map(|tag| tag.span.end());
    let behind = behind.filter(|end| body[*end..].starts_with('}') && !closes(body, *end, &tags));
    let before = body.match_indices("{{%").map(|(at, _)| at).filter(|at| !is_hidden(*at, &tags));
    for at in behind.chain(before) {
        let place = subject.in_body(Span::new(at..at + 1));
        found.push(
            RULE.finding(place, "a brace too many")
                .with_help("a tag is written `{% ... %}`, an output `{{ ... }}`")
                .with_fix("delete the brace", Applicability::Safe, vec![Edit { span: place, text: String::new() }]),
        );
    }
}

/// Whether the brace behind a tag closes one that stands on the same line outside of tags, as in a style sheet.
fn closes(body: &str, brace: usize, tags: &[Tag]) -> bool {
    let from = brace.saturating_sub(LINE);
    let line = body.as_bytes()[from..brace].iter().rposition(|byte| *byte == b'\n').map_or(from, |at| from + at + 1);
    let mut open = 0_usize;
    let mut at = line;
    let mut left = tags[tags.partition_point(|tag| tag.span.end() <= line)..].iter().peekable();
    while at < brace {
        if let Some(tag) = left.next_if(|tag| tag.span.start() <= at) {
            at = tag.span.end();
            continue;
        }
        match body.as_bytes()[at] {
            b'{' => open += 1,
            b'}' => open = open.saturating_sub(1),
            _ => {}
        }
        at += 1;
    }
    open > 0
}

/// How far back the start of a line is looked for, in bytes.
const LINE: usize = 1000;

/// Whether a place is inside `raw` or `comment`: tags there are none.
fn is_hidden(at: usize, tags: &[Tag]) -> bool {
    let before = tags[..tags.partition_point(|tag| tag.span.start() < at)].last();
    before.is_some_and(|tag| matches!(tag.name.as_str(), "raw" | "comment"))
}
