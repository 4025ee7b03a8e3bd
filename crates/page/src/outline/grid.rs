//! A table as rows and columns, spans resolved.

use handbill_kramdown::{GridCell, Node};
use handbill_text::{SourceMap, Span};

use crate::passage::{Gatherer, Passage};

/// A table as rows and columns. A cell that spans several stands in each of them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Grid {
    /// The cells, each once, in the order of the page.
    pub cells: Vec<Cell>,
    /// For each row the index of the cell in each column; `None` where the row has no cell.
    pub rows: Vec<Vec<Option<usize>>>,
    /// For each row the place in the file of the cells that start in it; empty where none does.
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
    /// Reads a pipe table or an HTML one, as kramdown's grid has it.
    pub(crate) fn new(table: Node<'_>, places: &SourceMap) -> Self {
        let read = table.grid().unwrap_or_default();
        let mut line = Gatherer::new(places);
        let cells: Vec<Cell> = read.cells.iter().map(|cell| Cell::new(cell, places, &mut line)).collect();
        let is_head = |line: &&Vec<Option<usize>>| {
            let mut own = line.iter().flatten().filter_map(|cell| cells.get(*cell)).peekable();
            own.peek().is_some() && own.all(|cell| cell.header)
        };
        let heads = read.rows.iter().take_while(is_head).count();
        let width = read.rows.iter().map(Vec::len).max().unwrap_or(0);
        let mut row_spans = vec![Span::default(); read.rows.len()];
        for cell in &cells {
            if let Some(span) = row_spans.get_mut(cell.row) {
                *span = if span.is_empty() { cell.span } else { span.cover(cell.span) };
            }
        }
        Self { cells, rows: read.rows, row_spans, heads, width }
    }

    /// The table with its rows as columns: one head, what stood in front of the rows.
    pub(crate) fn transposed(&self) -> Self {
        let turned = |cell: &Cell| Cell {
            row: cell.column,
            column: cell.row,
            rowspan: cell.colspan,
            colspan: cell.rowspan,
            ..cell.clone()
        };
        let rows =
            (0..self.width).map(|column| self.rows.iter().map(|row| row.get(column).copied().flatten()).collect());
        let mut row_spans = vec![Span::default(); self.width];
        for cell in &self.cells {
            if let Some(span) = row_spans.get_mut(cell.column) {
                *span = if span.is_empty() { cell.span } else { span.cover(cell.span) };
            }
        }
        let cells = self.cells.iter().map(turned).collect();
        Self { cells, rows: rows.collect(), row_spans, heads: 1, width: self.rows.len() }
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

impl Cell {
    fn new(cell: &GridCell<'_>, places: &SourceMap, line: &mut Gatherer<'_>) -> Self {
        for node in &cell.content {
            line.add(*node);
        }
        Self {
            passage: line.finish(),
            header: cell.header,
            row: cell.row,
            column: cell.column,
            rowspan: cell.row_span,
            colspan: cell.column_span,
            span: places.origin(cell.span).span,
        }
    }
}
