//! Columns without a name among columns that have one.

use handbill_model::Diagnostic;
use handbill_page::{Cell, Grid};

use crate::rule::rule;
use crate::subject::{Subject, is_filled};

rule! {
    /// A column of a table has an empty head, while the others have names.
    ///
    /// Who hears the table hears the head before each cell, and here nothing (WCAG 2.2, 1.3.1).
    ///
    /// ```page bad
    /// | Price | Members | |
    /// | --- | --- | --- |
    /// | Early | 100 | 150 |
    /// | Late | 200 | 250 |
    /// ```
    /// ```page good
    /// | Price | Members | Guests |
    /// | --- | --- | --- |
    /// | Early | 100 | 150 |
    /// | Late | 200 | 250 |
    /// ```
    ///
    /// The corner of a table needs no name, nor does a column in which no cell has words, or one under a head with an
    /// image. A head that is empty as a whole stands there because Markdown asks for one. Rows that an include brings are
    /// left alone. There is no fix: what a column holds is for its author to say.
    "empty-table-header": Warning, Words, Page
}

fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    found.extend(subject.tables().filter_map(|grid| finding(subject, grid)));
}

/// All empty heads of a table are one finding.
fn finding(subject: &Subject<'_>, grid: &Grid) -> Option<Diagnostic> {
    let (heads, body) = grid.rows.split_at(grid.heads.min(grid.rows.len()));
    let named = columns(grid, heads, |cell| has_words(cell) || !cell.passage.images.is_empty());
    if !named.iter().skip(1).any(|named| *named) {
        return None;
    }
    // What goes over several columns may belong to another one.
    let told = columns(grid, body, |cell| cell.colspan == 1 && has_words(cell));
    let is_nameless = |cell: &&Cell| {
        let mut over = cell.column..cell.column + cell.colspan;
        cell.row < grid.heads
            && cell.column > 0
            && over.clone().all(|column| !named[column])
            && over.any(|column| told[column])
            && !subject.is_brought(cell.span)
            // Where a row has more cells than the head, `ragged-table` tells.
            && !is_filled(subject, cell)
    };
    let mut nameless = grid.cells.iter().filter(is_nameless);
    let first = nameless.next()?;
    let finding = RULE
        .finding(first.span, "this head of a column is empty")
        .with_help("say what the column holds, or take the column away");
    Some(nameless.fold(finding, |finding, cell| finding.with_label(cell.span, "this one too")))
}

/// For each column of the table whether a cell in one of the rows is such.
fn columns(grid: &Grid, rows: &[Vec<Option<usize>>], is_such: impl Fn(&Cell) -> bool) -> Vec<bool> {
    let mut columns = vec![false; grid.width];
    for row in rows {
        for (column, cell) in row.iter().enumerate() {
            columns[column] |= cell.is_some_and(|cell| is_such(&grid.cells[cell]));
        }
    }
    columns
}

fn has_words(cell: &Cell) -> bool {
    cell.passage.text.contains(char::is_alphanumeric)
}
