//! Tables written with pipes.

mod cells;
mod separator;

use crate::Alignment;
use crate::block::{Input, Outcome, boundary, line};
use crate::parser::Parser;
use crate::tree::{Data, NONE};

use cells::{Cell, Part};
use separator::Separator;

/// A row that was read.
struct Row {
    start: usize,
    end: usize,
    cells: Vec<Cell>,
}

/// Rows of one kind.
struct Section {
    data: Data,
    rows: Vec<Row>,
}

/// Columns that rows lack are filled up to this many cells in all, and as many again for each byte of the table, so
/// that a table of one wide row and many narrow ones stays linear.
const FILL: usize = 10_000;
/// See [`FILL`].
const FILL_PER_BYTE: usize = 1;

impl Parser {
    pub(super) fn table(&mut self, input: &Input<'_>, parent: u32, at: usize) -> Outcome {
        let text = input.text();
        let bytes = text.as_bytes();
        let first_end = input.line_end(at);
        let mark = at + line::indent(bytes, at);
        if crate::markup::tag::is_space(bytes[mark])
            || !cells::has_pipe(&bytes[at..first_end])
            || !self.after_boundary(parent)
        {
            return Outcome::No;
        }
        let leading_pipe = bytes[line::skip_blanks(bytes, at)] == b'|';
        let mut end = if separator::read(bytes, at).is_some_and(|found| found.dashes) { first_end } else { at };
        let mut rows: Vec<Row> = Vec::new();
        let mut sections: Vec<Section> = Vec::new();
        let mut alignment: Vec<Alignment> = Vec::new();
        let mut has_foot = false;
        let mut columns = 0;
        while end < input.end {
            let next = input.line_end(end);
            if !cells::has_pipe(&bytes[end..next]) {
                break;
            }
            match separator::read(bytes, end) {
                Some(Separator { dashes: true }) => {
                    if rows.is_empty() {
                    } else if alignment.is_empty() && !has_foot {
                        sections.push(Section { data: Data::TableHead, rows: std::mem::take(&mut rows) });
                        alignment = separator::alignment(&bytes[end..next]);
                    } else if !has_foot {
                        sections.push(Section { data: Data::TableBody, rows: std::mem::take(&mut rows) });
                    }
                }
                Some(Separator { dashes: false }) => {
                    if !rows.is_empty() {
                        sections.push(Section { data: Data::TableBody, rows: std::mem::take(&mut rows) });
                    }
                    has_foot = true;
                }
                None => {
                    let cells = cells::split(text, end, next, leading_pipe);
                    columns = columns.max(cells.len());
                    rows.push(Row { start: end, end: next, cells });
                }
            }
            end = next;
        }
        if !boundary::before(input, end) || !self.is_table(input, parent, at, end.saturating_sub(1).max(at)) {
            return self.no_table();
        }
        if !rows.is_empty() {
            sections.push(Section { data: if has_foot { Data::TableFoot } else { Data::TableBody }, rows });
        }
        if !sections.iter().any(|section| matches!(section.data, Data::TableBody)) {
            return self.no_table();
        }
        let table = self.add_block(input, parent, Data::Table, at, end);
        let mut fill = (end - at).saturating_mul(FILL_PER_BYTE).saturating_add(FILL);
        for section in sections {
            self.section(input, table, section, columns, &alignment, &mut fill);
        }
        Outcome::Read(end)
    }

    /// What looked like a table took the attribute list before it away.
    fn no_table(&mut self) -> Outcome {
        self.stray.extend(self.pending.take().map(|(_, span)| span));
        Outcome::No
    }

    /// Whether each line has a pipe that is neither in code nor in HTML.
    fn is_table(&mut self, input: &Input<'_>, parent: u32, start: usize, end: usize) -> bool {
        self.try_line(input, parent, start, end, |parser, scratch| {
            let mut children = Vec::new();
            let mut child = parser.tree.first(scratch);
            while child != NONE {
                match parser.tree.data_of(child) {
                    Some(Data::Text(text) | Data::Comment { text, .. }) => children.push(Part::Other(parser.str(text))),
                    Some(Data::CodeSpan { code }) => children.push(Part::Code(parser.str(code))),
                    Some(Data::Html(element)) => children.push(Part::Other(parser.str(element.name))),
                    _ => {}
                }
                child = parser.tree.next(child);
            }
            cells::pipes_on_all_lines(children.into_iter())
        })
    }

    fn section(
        &mut self,
        input: &Input<'_>,
        table: u32,
        section: Section,
        columns: usize,
        alignment: &[Alignment],
        fill: &mut usize,
    ) {
        let (Some(first), Some(last)) = (section.rows.first(), section.rows.last()) else { return };
        let header = matches!(section.data, Data::TableHead);
        let node = self.tree.add(table, section.data, input.source.span(first.start..last.end));
        for row in section.rows {
            let tr = self.tree.add(node, Data::TableRow, input.source.span(row.start..row.end));
            let given = row.cells.len();
            for (column, cell) in row.cells.into_iter().enumerate() {
                let alignment = alignment.get(column).copied().unwrap_or_default();
                let td =
                    self.tree.add(tr, Data::TableCell { header, alignment }, input.source.span(cell.start..cell.end));
                self.add_cell_text(td, input, &cell);
            }
            for column in given..columns {
                if *fill == 0 {
                    break;
                }
                *fill -= 1;
                let alignment = alignment.get(column).copied().unwrap_or_default();
                let place = input.source.span(row.end - 1..row.end - 1);
                self.tree.add(tr, Data::TableCell { header, alignment }, place);
            }
        }
    }

    fn add_cell_text(&mut self, node: u32, input: &Input<'_>, cell: &Cell) {
        match &cell.changed {
            None => self.add_raw_text(node, input, cell.start, cell.end),
            Some(pieces) => {
                let mut source = crate::source::Source::default();
                for piece in pieces {
                    match piece {
                        cells::Piece::Written(range) => source.push_range(input.source, range.clone()),
                        cells::Piece::Made(text, at) => source.push_made(text, input.source.origin(*at)),
                    }
                }
                self.add_made_raw_text(node, source);
            }
        }
    }
}
