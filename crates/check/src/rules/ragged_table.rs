//! Rows that are wider or narrower than their table.

use handbill_model::Diagnostic;
use handbill_page::{BlockKind, Grid};

use crate::rule::rule;
use crate::subject::Subject;

rule! {
    /// A row of a table has more or fewer cells than its head.
    ///
    /// A bar or a cell is missing, and what stands behind it slips under the wrong heading: a talk into the room beside.
    ///
    /// ```page bad
    /// <table>
    /// <tr><th>Time</th><th>Hall A</th><th>Hall B</th></tr>
    /// <tr><td>9:00</td><td>Maps of the sea</td><td>Globes</td></tr>
    /// <tr><td>10:00</td><td>Maps of the sky</td></tr>
    /// </table>
    /// ```
    /// ```page good
    /// <table>
    /// <tr><th>Time</th><th>Hall A</th><th>Hall B</th></tr>
    /// <tr><td>9:00</td><td>Maps of the sea</td><td>Globes</td></tr>
    /// <tr><td>10:00</td><td colspan="2">Maps of the sky</td></tr>
    /// </table>
    /// ```
    ///
    /// Cells that span columns or rows count as many times. Tables without a head, and rows that an include brings, are
    /// left alone. All rows of a table are one finding.
    "ragged-table": Warning, Programme, Page
}

fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    for block in &subject.page.outline.blocks {
        if let BlockKind::Table(grid) = &block.kind
            && !subject.is_brought(block.span)
        {
            found.extend(finding(subject, grid));
        }
    }
}

fn finding(subject: &Subject<'_>, grid: &Grid) -> Option<Diagnostic> {
    let width = grid.rows.iter().take(grid.heads).map(Vec::len).max()?;
    let rows = grid.rows.iter().zip(&grid.row_spans).skip(grid.heads);
    let mut ragged = rows.filter(|(row, span)| !row.is_empty() && row.len() != width && !subject.is_brought(**span));
    let (row, span) = ragged.next()?;
    let cells = |count: usize| format!("{count} {}", if count == 1 { "cell" } else { "cells" });
    let finding = RULE
        .finding(*span, format!("this row has {}, the table's head {width}", cells(row.len())))
        .with_help(if row.len() < width {
            "add the missing cells, or let one span several columns"
        } else {
            "take the cells away that are too many, or let one span fewer columns"
        });
    Some(ragged.fold(finding, |finding, (row, span)| finding.with_label(*span, cells(row.len()))))
}
