//! Rows that are wider or narrower than their table.

use handbill_model::{Applicability, Diagnostic};
use handbill_page::{Cell, Grid};
use handbill_text::{Edit, Span};

use crate::rule::rule;
use crate::subject::{Subject, is_filled, is_part};

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
    /// Cells that span columns or rows count as many times, and a head further down counts for the rows behind it.
    /// Tables without a head, rows that an include brings, and those behind one that could not be read, are left alone; so
    /// are rows of Markdown with fewer cells, which kramdown fills up. Where such a row has more, a bar in its text parts it:
    ///
    /// ```page bad
    /// | Time | Talk |
    /// | --- | --- |
    /// | 9:00 | Maps | Globes |
    /// ```
    /// ```page good
    /// | Time | Talk |
    /// | --- | --- |
    /// | 9:00 | Maps \| Globes |
    /// ```
    ///
    /// All rows of a table are one finding. The fix changes the `colspan` of a last cell that reaches beyond the head,
    /// and lets the only cell of a row span it. Which cell of several is missing, or should not be there, nobody can
    /// tell from the table.
    "ragged-table": Warning, Programme, Page
}

fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    found.extend(subject.tables().filter_map(|grid| finding(subject, grid)));
}

fn finding(subject: &Subject<'_>, grid: &Grid) -> Option<Diagnostic> {
    let ragged = ragged(subject, grid);
    let (first, rest) = ragged.split_first()?;
    let cells = |count: usize| format!("{count} {}", if count == 1 { "cell" } else { "cells" });
    let message = format!("this row has {}, the table's head {}", cells(first.width), first.head);
    let finding = RULE.finding(first.span, message).with_help(if first.width < first.head {
        "add the missing cells, or let one span several columns"
    } else if subject.source(first.span).starts_with('<') {
        "take the cells away that are too many, or let one span fewer columns"
    } else {
        "take the cells away that are too many; a bar in a text is written `\\|`"
    });
    let finding = rest.iter().fold(finding, |finding, row| finding.with_label(row.span, cells(row.width)));
    let edits: Option<Vec<Edit>> = ragged.iter().map(|row| fitting(subject, grid, row)).collect();
    Some(match edits {
        Some(edits) => finding.with_fix("let the last cell end where the head does", Applicability::Ask, edits),
        None => finding,
    })
}

/// A row that is not as wide as the head above it.
struct Ragged {
    row: usize,
    width: usize,
    head: usize,
    span: Span,
}

fn ragged(subject: &Subject<'_>, grid: &Grid) -> Vec<Ragged> {
    let mut found = Vec::new();
    let mut width = None;
    // The widest row of the head that is being read.
    let mut head = 0;
    let rows = || {
        grid.rows.iter().zip(&grid.row_spans).enumerate().filter(|(_, (row, span))| !row.is_empty() && !span.is_empty())
    };
    let end = first_lost(subject, rows().next().map(|(_, (_, span))| *span));
    for (at, (row, span)) in rows().take_while(|(_, (_, span))| end.is_none_or(|end| span.end() <= end)) {
        if row.iter().flatten().all(|cell| grid.cells[*cell].header) {
            head = head.max(written(subject, grid, at));
            continue;
        }
        // A head further down starts a part of its own; one of a single cell is no more than the title of that part.
        if head > usize::from(width.is_some()) {
            width = Some(head);
        }
        head = 0;
        let Some(width) = width else { break };
        let cells = written(subject, grid, at);
        if is_ragged(subject, grid, at, [cells, width]) && !subject.is_brought(*span) {
            found.push(Ragged { row: at, width: cells, head: width, span: *span });
        }
    }
    found
}

/// How many cells of a row the author wrote: kramdown fills rows of Markdown up to the widest.
fn written(subject: &Subject<'_>, grid: &Grid, row: usize) -> usize {
    let cells = &grid.rows[row];
    let filled = |cell: &Option<usize>| cell.is_some_and(|cell| is_filled(subject, &grid.cells[cell]));
    cells.len() - cells.iter().rev().take_while(|cell| filled(cell)).count()
}

/// Whether a row does not fit under a head of so many cells. One of Markdown does not if it has words beyond the head.
fn is_ragged(subject: &Subject<'_>, grid: &Grid, row: usize, [cells, head]: [usize; 2]) -> bool {
    let of_html = |cell: &Cell| subject.source(cell.span).starts_with('<');
    if grid.row(row).all(of_html) {
        return cells != head;
    }
    grid.row(row).any(|cell| cell.column >= head && !cell.passage.text.trim().is_empty())
}

/// The `colspan` with which the last cell of an HTML row ends where the head does: one that has it already, or the row's
/// only cell.
fn fitting(subject: &Subject<'_>, grid: &Grid, ragged: &Ragged) -> Option<Edit> {
    let last = grid.at(ragged.row, ragged.width.checked_sub(1)?)?;
    let columns = ragged.head.checked_sub(last.column).filter(|columns| *columns > 0)?;
    let may_change = if ragged.width > ragged.head { last.colspan > 1 } else { last.column == 0 };
    (may_change && last.rowspan == 1).then(|| spanning(subject, last, columns))?
}

/// Lets a cell span so many columns.
fn spanning(subject: &Subject<'_>, cell: &Cell, columns: usize) -> Option<Edit> {
    let html = subject.source(cell.span);
    let name =
        ["<td", "<th"].into_iter().find(|name| html.get(..3).is_some_and(|tag| tag.eq_ignore_ascii_case(name)))?;
    let tag = &html[..html.find('>')?];
    let place = |start: usize, end: usize| Span::new(start..end).shift(cell.span.start());
    let attribute = tag.match_indices("colspan=").find(|(at, _)| tag[..*at].ends_with(char::is_whitespace));
    let Some((at, key)) = attribute else {
        let add = Edit { span: place(name.len(), name.len()), text: format!(" colspan=\"{columns}\"") };
        return (cell.colspan == 1).then_some(add);
    };
    let value = &tag[at + key.len()..];
    let digits = value.trim_start_matches(['"', '\'']);
    let start = tag.len() - digits.len();
    let count = digits.bytes().take_while(u8::is_ascii_digit).count();
    (count > 0).then(|| Edit { span: place(start, start + count), text: columns.to_string() })
}

/// Where the first thing behind the start of a table stands that could not be read: it may hold cells, and cells that reach
/// into every row behind it.
fn first_lost(subject: &Subject<'_>, first_row: Option<Span>) -> Option<usize> {
    let lost = subject.page.expansion.unresolved.iter().filter(|lost| is_part(lost.kind));
    lost.map(|lost| lost.span.start()).filter(|start| first_row.is_some_and(|row| *start >= row.start())).min()
}
