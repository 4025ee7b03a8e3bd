//! A finding that an author wants to be passed over, and what that does to the page.
#![expect(clippy::disallowed_methods, reason = "the pages lie beside the crate")]

mod pages;

use handbill_check::{Group, Selector, Settings, check};
use handbill_kramdown::Kind;
use handbill_model::Diagnostic;
use handbill_page::Page;
use handbill_text::{Edit, Span, apply};

use pages::{all, every_rule, read};

const HEAD: &str = "---\ntitle: Spring Meeting, Lund, March 4-6, 2031\n---\n\n";

/// Short pages leave much out: rules on what a page does not tell do not look.
fn most_rules() -> Settings {
    let mut settings = every_rule();
    settings.ignore = vec![Selector::Group(Group::Completeness)];
    settings
}

fn rules(text: &str) -> Vec<&'static str> {
    check(&read("event/2031/lund.md", text), &most_rules()).iter().map(|finding| finding.rule).collect()
}

#[test]
fn a_comment_speaks_of_its_line_its_cell_or_the_page() {
    let twice = "Read the the rules.";
    let ignore = "<!-- handbill: ignore doubled-word -->";
    assert_eq!(rules(&format!("{HEAD}{twice}\n{twice}\n")), ["doubled-word", "doubled-word"]);
    assert_eq!(rules(&format!("{HEAD}{twice} {ignore}\n{twice}\n")), ["doubled-word"]);
    assert_eq!(rules(&format!("{HEAD}{ignore}\n\n## {twice}\n\n{twice}\n")), ["doubled-word"]);
    assert_eq!(rules(&format!("{HEAD}| {twice} {ignore} | {twice} |\n")), ["doubled-word"]);
    assert_eq!(rules(&format!("{HEAD}{twice}\n\n{twice}\n\n<!-- handbill: ignore-file doubled-word -->\n")), [""; 0]);
    assert_eq!(rules(&format!("{HEAD}{twice} <!-- handbill: ignore words (a quotation) -->\n")), [""; 0]);
    assert_eq!(
        rules(&format!("{HEAD}{twice} <!-- handbill: ignore links, doubled-word -->\n")),
        ["unused-suppression"]
    );
}

#[test]
fn front_matter_speaks_behind_its_own_sign() {
    let head =
        |line: &str| format!("---\ntitle: Spring Meeting, Lund, March 4-6, 2031\n{line}\n---\n\nCome to Lund.\n");
    assert_eq!(rules(&head("doors: 12:30")), ["surprising-scalar"]);
    assert_eq!(rules(&head("doors: 12:30 # handbill: ignore surprising-scalar")), [""; 0]);
    assert_eq!(rules(&head("# handbill: ignore surprising-scalar\ndoors: 12:30")), [""; 0]);
    assert_eq!(rules(&head("# handbill: ignore-file surprising-scalar\nx: 1\ndoors: 12:30")), [""; 0]);
    assert_eq!(rules(&head("doors: 12:30\nnote: \"# handbill: ignore surprising-scalar\"")), ["surprising-scalar"]);
}

#[test]
fn what_is_passed_over_in_vain_is_told_but_not_for_rules_that_did_not_look() {
    let text = format!("{HEAD}Come. <!-- handbill: ignore doubled-word, doubled-wort -->\n");
    let page = read("event/2031/lund.md", &text);
    let found = check(&page, &most_rules());
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!((found[0].rule, found[0].labels.len()), ("unused-suppression", 1));
    let mut settings = every_rule();
    settings.select = vec!["unused-suppression".parse().expect("it is a rule")];
    let found = check(&page, &settings);
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found[0].message.contains("doubled-wort") && found[0].message.contains("`doubled-word`?"), "{found:?}");
    assert_eq!(rules(&format!("{HEAD}```\n<!-- handbill: ignore doubled-word -->\n```\n")), [""; 0], "it is code");
}

#[test]
fn many_comments_for_many_findings_are_no_more_work_than_both() {
    let line = "Read the the rules. <!-- handbill: ignore doubled-word -->\n<!-- handbill: ignore-file bare-url, links -->\n\n";
    let text = format!("{HEAD}{}", line.repeat(2000));
    let found = rules(&text);
    assert!(found.iter().all(|rule| *rule == "unused-suppression"), "the lines are passed over");
    assert_eq!(found.len(), 2000);
}

/// Every finding on every page at hand, each passed over as the manual says.
#[test]
fn passing_over_changes_no_byte_of_the_published_page_but_the_comment() {
    let (mut wrong, mut ways) = (Vec::new(), [0; 3]);
    for (path, text) in all() {
        let page = read(&path, &text);
        let found = check(&page, &every_rule());
        // What stands in a front matter that cannot be read is not known to be a comment.
        let broken = ["unused-suppression", "front-matter-syntax"];
        for finding in found.iter().filter(|finding| !broken.contains(&finding.rule)) {
            let (way, edit, comment) = passed_over(&page, finding);
            ways[way as usize] += 1;
            let after = read(&path, &apply(&text, &[edit]).expect("the place is in the text"));
            let body = after.tree.to_html();
            let bare = body.replacen(&comment, "", 1);
            if bare != page.tree.to_html() {
                wrong.push(format!("{path}: {}: {way:?}: the body differs", finding.rule));
            }
            let left = check(&after, &every_rule());
            let same = |other: &&Diagnostic| other.rule == finding.rule && other.message == finding.message;
            if left.iter().filter(same).count() >= found.iter().filter(same).count() || left.len() >= found.len() {
                wrong.push(format!(
                    "{path}: {}: {way:?}: {} findings became {}",
                    finding.rule,
                    found.len(),
                    left.len()
                ));
            }
        }
    }
    assert!(ways.iter().all(|count| *count > 3), "{ways:?}");
    assert!(wrong.is_empty(), "{} of {ways:?}:\n{}", wrong.len(), wrong.join("\n"));
}

#[derive(Clone, Copy, Debug)]
enum Way {
    FrontMatter,
    Line,
    Page,
}

/// Where the comment goes that passes a finding over, and the comment as it is published.
fn passed_over(page: &Page, finding: &Diagnostic) -> (Way, Edit, String) {
    let insert =
        |way, at: usize, text: String, comment: &str| (way, Edit { span: Span::at(at), text }, comment.to_owned());
    let last = page.lines.line(finding.span.end().saturating_sub(1).max(finding.span.start()));
    let line = page.lines.span(&page.source, last);
    let order = format!("handbill: ignore {}", finding.rule);
    let in_front = page.split.front_matter.is_some_and(|front| front.contains(finding.span));
    // A value in lines of its own has no room for a comment.
    if in_front
        && page.lines.line(finding.span.start()) == last
        && !line.of(&page.source).trim_end().ends_with(['|', '>'])
    {
        return insert(Way::FrontMatter, line.end(), format!(" # {order}"), "");
    }
    let comment = format!("<!-- {order} -->");
    match (in_front, end_of_text(page, finding.span, line)) {
        (false, Some(end)) => insert(Way::Line, end, format!(" {comment}"), &format!(" {comment}")),
        _ => {
            let start = page.split.front_matter.expect("every page here has some").start();
            insert(Way::Page, start, format!("# handbill: ignore-file {}\n", finding.rule), "")
        }
    }
}

/// Where the text of a line, or of a table's cell, ends, if a comment may stand there: not in a heading, whose anchor is
/// made of its text, in a definition, in code, in HTML or in another comment.
fn end_of_text(page: &Page, place: Span, line: Span) -> Option<usize> {
    let origin = |span: Span| page.expansion.map.origin(span);
    let nodes = page.tree.root().descendants();
    let around = nodes.filter(|node| origin(node.span()).written && origin(node.span()).span.contains(place));
    let mut end = None;
    for node in around {
        match node.kind() {
            // What breaks the line stays its end.
            Kind::Paragraph { .. } => {
                let text = line.of(&page.source).trim_end_matches([' ', '\t', '\\']);
                end = Some(line.start() + text.len());
            }
            Kind::TableCell { .. } => end = Some(origin(node.span()).span.end()),
            Kind::Heading { .. }
            | Kind::CodeBlock { .. }
            | Kind::Html(_)
            | Kind::Comment { .. }
            | Kind::MathBlock { .. } => return None,
            _ => {}
        }
    }
    let end = page.source[..end?].trim_end().len();
    (end >= place.end() && !page.source[end..line.end().max(end)].starts_with("  ")).then_some(end)
}
