//! A table as rows and columns, spans resolved.

use handbill_kramdown::{Kind, Node};
use handbill_text::{SourceMap, Span};

use crate::passage::{Gatherer, Passage};

/// How many columns and rows a span may reach over: more is a slip of the pen, or hostile.
const LONGEST_SPAN: usize = 200;

/// A table as rows and columns. A cell that spans several stands in each of them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Grid {
    /// The cells, each once, in the order of the page.
    pub cells: Vec<Cell>,
    /// For each row the index of the cell in each column; `None` where the row has no cell.
    pub rows: Vec<Vec<Option<usize>>>,
    /// The place of each row in the file.
    pub row_spans: Vec<Span>,
    /// How many of the first rows are heads.
    pub heads: usize,
    /// How many columns the widest row has.
    pub width: usize,
}

/// A cell.
#[derive(Clone, Debug, PartialEq)]
pub struct Cell {
    /// Its text.
    pub passage: Passage,
    /// Whether it is a head (`th`).
    pub header: bool,
    /// Its first row.
    pub row: usize,
    /// Its first column.
    pub column: usize,
    /// How many rows it spans, at least 1.
    pub rowspan: usize,
    /// How many columns it spans, at least 1.
    pub colspan: usize,
    /// Its place in the file.
    pub span: Span,
}

impl Grid {
    /// Reads a pipe table or an HTML one.
    pub(crate) fn new(table: Node<'_>, places: &SourceMap) -> Self {
        let mut grid = Self::default();
        let mut rows = Vec::new();
        collect_rows(table, false, &mut rows);
        // A cell that reaches down, by column: until which row, and which cell.
        let mut reaching: Vec<Option<(usize, usize)>> = Vec::new();
        let mut heads_so_far = true;
        for (number, (row, in_head)) in rows.iter().enumerate() {
            let mut line: Vec<Option<usize>> = Vec::new();
            let mut all_heads = true;
            for cell in row.children().filter(|cell| cell_kind(*cell).is_some()) {
                let column = next_free(&mut line, &reaching, number);
                let header = cell_kind(cell) == Some(true);
                all_heads &= header;
                let (colspan, rowspan) = (span_of(cell, "colspan"), span_of(cell, "rowspan"));
                let index = grid.cells.len();
                let mut line_of_cell = Gatherer::new(places);
                for child in cell.children() {
                    line_of_cell.add(child);
                }
                let passage = line_of_cell.finish();
                let span = places.origin(cell.span()).span;
                grid.cells.push(Cell { passage, header, row: number, column, rowspan, colspan, span });
                for at in column..column + colspan {
                    put(&mut line, at, Some(index));
                    put(&mut reaching, at, (rowspan > 1).then_some((number + rowspan, index)));
                }
            }
            fill(&mut line, &reaching, number);
            heads_so_far &= *in_head || (all_heads && !line.is_empty());
            grid.heads += usize::from(heads_so_far);
            grid.width = grid.width.max(line.len());
            grid.rows.push(line);
            grid.row_spans.push(places.origin(row.span()).span);
        }
        grid
    }

    /// The cell at a row and column.
    #[must_use]
    pub fn at(&self, row: usize, column: usize) -> Option<&Cell> {
        self.cells.get((*self.rows.get(row)?.get(column)?)?)
    }

    /// The cells of a row, each once.
    pub fn row(&self, row: usize) -> impl Iterator<Item = &Cell> {
        let line = self.rows.get(row).map_or(&[][..], Vec::as_slice);
        line.iter().enumerate().filter_map(move |(at, cell)| {
            let repeated = at > 0 && line[at - 1] == *cell;
            if repeated { None } else { self.cells.get((*cell)?) }
        })
    }
}

fn collect_rows<'a>(node: Node<'a>, in_head: bool, rows: &mut Vec<(Node<'a>, bool)>) {
    for child in node.children() {
        match child.kind() {
            Kind::TableRow => rows.push((child, in_head)),
            Kind::TableHead => collect_rows(child, true, rows),
            Kind::TableBody | Kind::TableFoot => collect_rows(child, false, rows),
            Kind::Html(html) => match html.name {
                "tr" => rows.push((child, in_head)),
                "thead" => collect_rows(child, true, rows),
                "tbody" | "tfoot" => collect_rows(child, false, rows),
                _ => {}
            },
            _ => {}
        }
    }
}

/// Whether a node is a cell, and then whether it is a head.
fn cell_kind(node: Node<'_>) -> Option<bool> {
    match node.kind() {
        Kind::TableCell { header, .. } => Some(header),
        Kind::Html(html) if html.name == "td" => Some(false),
        Kind::Html(html) if html.name == "th" => Some(true),
        _ => None,
    }
}

fn span_of(cell: Node<'_>, attribute: &str) -> usize {
    cell.attribute(attribute).and_then(|value| value.trim().parse().ok()).unwrap_or(1).clamp(1, LONGEST_SPAN)
}

/// The next column that no cell from above reaches into; those it does are filled on the way.
fn next_free(line: &mut Vec<Option<usize>>, reaching: &[Option<(usize, usize)>], row: usize) -> usize {
    while let Some(Some((until, cell))) = reaching.get(line.len()) {
        if *until <= row {
            break;
        }
        line.push(Some(*cell));
    }
    line.len()
}

fn fill(line: &mut Vec<Option<usize>>, reaching: &[Option<(usize, usize)>], row: usize) {
    let reached =
        reaching.iter().rposition(|cell| cell.is_some_and(|(until, _)| until > row)).map_or(0, |last| last + 1);
    while line.len() < reached {
        let cell = reaching[line.len()].filter(|(until, _)| *until > row).map(|(_, cell)| cell);
        line.push(cell);
    }
}

fn put<T: Clone + Default>(list: &mut Vec<T>, at: usize, value: T) {
    if list.len() <= at {
        list.resize(at + 1, T::default());
    }
    list[at] = value;
}
