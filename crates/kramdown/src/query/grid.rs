//! A table as a grid: every place filled, spans resolved.

use handbill_text::Span;

use super::cells::{self, RawCell};
use crate::{Kind, Node};

/// No table is wider than this: a row's further columns are left out, as browsers leave out those beyond 1000. A cell
/// over all columns and rows fills every place, so this bounds what a row of a few bytes may cost.
const MAX_COLUMNS: usize = 200;
/// A row span reaches no further than this; browsers do the same.
const MAX_ROW_SPAN: usize = 65_534;

/// A table's cells, whether it was written with pipes or in HTML.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Grid<'a> {
    /// The cells, in the order of the text.
    pub cells: Vec<GridCell<'a>>,
    /// For each row, for each column, the index of the cell that covers the place. Rows may have different lengths.
    pub rows: Vec<Vec<Option<usize>>>,
}

/// A cell of a [`Grid`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GridCell<'a> {
    /// The first row that it covers, from 0.
    pub row: usize,
    /// The first column that it covers, from 0.
    pub column: usize,
    /// How many rows it covers.
    pub row_span: usize,
    /// How many columns it covers.
    pub column_span: usize,
    /// Whether it is a heading: `<th>`, or in a pipe table's head.
    pub header: bool,
    /// The node of the cell.
    pub node: Node<'a>,
    /// What the cell holds. In HTML it ends where the next cell or row starts, even if no end tag says so.
    pub content: Vec<Node<'a>>,
    /// The place of the cell.
    pub span: Span,
}

impl GridCell<'_> {
    /// The plain text of what it holds.
    #[must_use]
    pub fn text(&self) -> String {
        let mut text = String::new();
        for node in &self.content {
            cells::push_text(*node, &mut text);
        }
        text
    }
}

impl<'a> Grid<'a> {
    /// The cell that covers a place.
    #[must_use]
    pub fn cell(&self, row: usize, column: usize) -> Option<&GridCell<'a>> {
        let index = (*self.rows.get(row)?.get(column)?)?;
        self.cells.get(index)
    }
}

impl<'a> Node<'a> {
    /// The table as a grid; `None` if the node is neither a pipe table nor an HTML `<table>`.
    ///
    /// HTML's implied end tags are applied: a `<td>` ends the cell before it, a `<tr>` the row. Spans are bounded, and
    /// a place is never covered twice.
    ///
    /// ```
    /// use handbill_kramdown::{Document, Options};
    ///
    /// let text = "<table><tr><td rowspan=2>Mon<td>9:00<tr><td>10:00</table>\n";
    /// let document = Document::parse(text, &Options::default());
    /// let table = document.root().children().next().expect("a table");
    /// let grid = table.grid().expect("it is one");
    /// assert_eq!(grid.cell(1, 0).expect("covered from above").text(), "Mon");
    /// assert_eq!(grid.cell(1, 1).expect("its own").text(), "10:00");
    /// ```
    #[must_use]
    pub fn grid(self) -> Option<Grid<'a>> {
        let (cells, rows) = match self.kind() {
            Kind::Table => cells::of_pipes(self),
            Kind::Html(html) if html.name == "table" => cells::of_html(self),
            _ => return None,
        };
        Some(place(cells, rows))
    }
}

/// Puts the cells of each row at the first free columns.
fn place(cells: Vec<RawCell<'_>>, count: usize) -> Grid<'_> {
    let mut grid = Grid { cells: Vec::with_capacity(cells.len()), rows: Vec::with_capacity(count) };
    let mut cells = cells.into_iter().peekable();
    // For each column, the cell that reaches down, and for how many rows more.
    let mut down: Vec<(usize, usize)> = Vec::new();
    for row in 0..count {
        let mut line: Vec<Option<usize>> = Vec::with_capacity(down.len());
        let mut column = 0;
        while column < MAX_COLUMNS {
            if let Some((index, left)) = down.get_mut(column).filter(|(_, left)| *left > 0) {
                *left -= 1;
                line.push(Some(*index));
                column += 1;
                continue;
            }
            let Some(cell) = cells.next_if(|cell| cell.row == row) else {
                if down.iter().skip(column).all(|(_, left)| *left == 0) {
                    break;
                }
                line.push(None);
                column += 1;
                continue;
            };
            let wanted = cell.column_span.clamp(1, MAX_COLUMNS - column);
            let free = |column: usize| down.get(column).is_none_or(|(_, left)| *left == 0);
            let column_span = (column..column + wanted).take_while(|column| free(*column)).count().max(1);
            let row_span =
                if cell.row_span == 0 { count - row } else { cell.row_span.min(MAX_ROW_SPAN).min(count - row) };
            let index = grid.cells.len();
            if down.len() < column + column_span {
                down.resize(column + column_span, (0, 0));
            }
            for place in &mut down[column..column + column_span] {
                *place = (index, row_span - 1);
                line.push(Some(index));
            }
            let RawCell { node, header, content, span, .. } = cell;
            grid.cells.push(GridCell { row, column, row_span, column_span, header, node, content, span });
            column += column_span;
        }
        // Cells beyond the last column are left out.
        while cells.next_if(|cell| cell.row == row).is_some() {}
        grid.rows.push(line);
    }
    grid
}
