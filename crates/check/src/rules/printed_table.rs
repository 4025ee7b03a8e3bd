//! Tables that are published as bars and dashes.

use handbill_kramdown::{Document, Kind};
use handbill_model::Diagnostic;
use handbill_text::Span;

use crate::rule::rule;
use crate::subject::Subject;

rule! {
    /// A table is published as text, with its bars and dashes.
    ///
    /// kramdown starts a table behind an empty line only; right below a heading or a sentence its rows are part of a
    /// paragraph. GitHub shows a table there, so that nobody sees it before the page is published.
    ///
    /// ```page bad
    /// ## Tickets
    /// | Who | Price |
    /// |-----|-------|
    /// | All | 20 EUR |
    /// ```
    /// ```page good
    /// ## Tickets
    ///
    /// | Who | Price |
    /// |-----|-------|
    /// | All | 20 EUR |
    /// ```
    ///
    /// What tells a table is its row of dashes between its heads and its rows, if kramdown would read a table there. HTML is
    /// left alone: nothing in it is Markdown. No fix is offered: a line changes what all of the block is.
    "printed-table": Warning, Markup, Page
}

fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    let tree = &subject.page.tree;
    // Few pages have both; a walk over all paragraphs costs.
    if !(tree.text().contains("--") && tree.text().contains('|')) {
        return;
    }
    let paragraphs = tree.root().descendants().filter(|node| matches!(node.kind(), Kind::Paragraph { .. }));
    for paragraph in paragraphs {
        found.extend(table(paragraph.span(), tree).and_then(|table| finding(subject, &table)));
    }
}

/// The first two rows of a table, where they stand in the text that kramdown reads.
struct Table {
    heads: Span,
    dashes: Span,
}

/// The table inside of a paragraph that would be one on its own.
fn table(paragraph: Span, tree: &Document) -> Option<Table> {
    let text = paragraph.of(tree.text());
    let (mut at, mut above) = (0, Span::at(0));
    let (heads, dashes) = text.split_inclusive('\n').find_map(|line| {
        let row = line.trim();
        let start = at + (line.len() - line.trim_start().len());
        at += line.len();
        let here = Span::new(start..start + row.len());
        let heads = std::mem::replace(&mut above, here);
        (is_dashes(row) && heads.of(text).contains('|')).then_some((heads, here))
    })?;
    // The line right behind may keep it from being a table, too; what comes further down is not read again and again.
    let end = paragraph.start() + text.trim_end().len();
    let behind = &tree.text()[end..];
    let next = behind.strip_prefix('\n').map_or(0, |line| 1 + line.find('\n').unwrap_or(line.len()));
    let rest = &tree.text()[paragraph.start() + heads.start()..end + next];
    let alone = Document::parse(rest, tree.options());
    let is_table = alone.root().children().next().is_some_and(|first| first.kind() == Kind::Table);
    let place = |span: Span| span.shift(paragraph.start());
    is_table.then(|| Table { heads: place(heads), dashes: place(dashes) })
}

/// `|---|:--:|`: nothing else, and at least two dashes beside a bar.
fn is_dashes(row: &str) -> bool {
    row.bytes().all(|byte| matches!(byte, b'|' | b'-' | b':' | b' ')) && row.contains('|') && row.contains("--")
}

fn finding(subject: &Subject<'_>, table: &Table) -> Option<Diagnostic> {
    let map = &subject.page.expansion.map;
    let [heads, dashes] = [table.heads, table.dashes].map(|row| map.origin(row).span);
    if subject.is_brought(heads) || subject.is_brought(dashes) {
        return None;
    }
    let finding = RULE.finding(heads, "this table is published as text, with its bars");
    Some(finding.with_label(dashes, "and its dashes").with_help("write an empty line above the table"))
}
