//! The cells of a table, row by row, as they are written.

use handbill_text::Span;

use crate::{Kind, Node};

/// A cell before it has its place.
pub(super) struct RawCell<'a> {
    /// The row that it is written in.
    pub(super) row: usize,
    pub(super) node: Node<'a>,
    pub(super) header: bool,
    pub(super) column_span: usize,
    /// 0: to the table's end.
    pub(super) row_span: usize,
    pub(super) content: Vec<Node<'a>>,
    pub(super) span: Span,
}

/// The cells of a pipe table, and how many rows they stand in.
pub(super) fn of_pipes(table: Node<'_>) -> (Vec<RawCell<'_>>, usize) {
    let (mut cells, mut rows) = (Vec::new(), 0);
    for line in table.children().flat_map(Node::children) {
        cells.extend(line.children().filter_map(|node| pipe_cell(rows, node)));
        rows += 1;
    }
    (cells, rows)
}

fn pipe_cell(row: usize, node: Node<'_>) -> Option<RawCell<'_>> {
    let Kind::TableCell { header, .. } = node.kind() else { return None };
    let content = node.children().collect();
    Some(RawCell { row, node, header, column_span: 1, row_span: 1, content, span: node.span() })
}

/// The cells of an HTML table, and how many rows they stand in. kramdown nests what HTML would end (`<td>` in `<td>`);
/// here each starts anew, and what stands in a cell is collected from the tree up to the next one.
pub(super) fn of_html(table: Node<'_>) -> (Vec<RawCell<'_>>, usize) {
    let (mut cells, mut rows): (Vec<RawCell<'_>>, usize) = (Vec::new(), 0);
    let mut below = table.descendants();
    while let Some(node) = below.next() {
        let name = node.element().map_or("", |html| html.name);
        match name {
            "tr" => rows += 1,
            "td" | "th" => {
                rows = rows.max(1);
                let number = |name: &str, least: usize| {
                    node.attribute(name)
                        .and_then(|value| value.trim().parse().ok())
                        .map_or(1, |value: usize| value.max(least))
                };
                let start = node.span();
                cells.push(RawCell {
                    row: rows - 1,
                    node,
                    header: name == "th",
                    column_span: number("colspan", 1),
                    row_span: number("rowspan", 0),
                    content: Vec::new(),
                    span: start,
                });
            }
            // A table of its own, or an element that holds no cell of this one, is content as a whole.
            _ => {
                if matches!(name, "thead" | "tbody" | "tfoot") {
                    continue;
                }
                // What ended the table for HTML is text for kramdown, if cells were open.
                let ends_table = name.is_empty() && matches!(node.kind(), Kind::Text(text) if text.contains("</table"));
                let open = cells.last_mut().filter(|cell| cell.row + 1 == rows);
                if let Some(cell) = open.filter(|cell| cell.node.span().contains(node.span())) {
                    cell.content.push(node);
                    cell.span = Span::new(cell.node.span().start()..node.span().end());
                }
                below.skip_children(node);
                if ends_table {
                    break;
                }
            }
        }
    }
    for cell in &mut cells {
        let closed = cell.node.element().and_then(|html| html.end_tag);
        let is_other = |child: Node<'_>| child.element().is_some_and(|html| matches!(html.name, "td" | "th" | "tr"));
        let holds_others = cell.node.children().any(is_other);
        if let (Some(end), false) = (closed, holds_others) {
            cell.span = Span::new(cell.span.start()..end.end());
        } else if cell.content.is_empty() {
            cell.span = cell.node.element().map_or(cell.span, |html| html.start_tag);
        }
    }
    (cells, rows)
}

/// End tags that HTML implies: kramdown leaves those that it does not expect as text.
const IMPLIED: [&str; 12] = ["td", "th", "tr", "li", "p", "dt", "dd", "tbody", "thead", "tfoot", "colgroup", "option"];

/// Adds the text of a node, up to what ends its table, without end tags that stand for nothing.
pub(super) fn push_text(node: Node<'_>, text: &mut String) {
    let Kind::Text(own) = node.kind() else {
        return text.push_str(&node.text());
    };
    let own = own.split_once("</table").map_or(own, |(before, _)| before);
    let mut rest = own;
    while let Some((before, after)) = rest.split_once("</") {
        text.push_str(before);
        let stray =
            after.split_once('>').filter(|(name, _)| IMPLIED.contains(&name.trim_end().to_lowercase().as_str()));
        rest = match stray {
            Some((_, after)) => after,
            None => {
                text.push_str("</");
                after
            }
        };
    }
    text.push_str(rest);
}
