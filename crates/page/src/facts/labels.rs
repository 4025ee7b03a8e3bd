//! Labelled facts: `Dates: June 1-4`, in items, lines, terms, two-column tables and strong words.

use handbill_text::Span;

use crate::outline::{BlockKind, Outline};
use crate::passage::{Passage, Style};

/// A label with what it says.
#[derive(Clone, Debug)]
pub(crate) struct Labelled {
    /// The label without its colon.
    pub(crate) label: String,
    /// What it says.
    pub(crate) value: Passage,
    /// The block that it stands in.
    pub(crate) block: usize,
}

/// The longest label, in words.
const LONGEST_LABEL: usize = 6;

/// Every labelled fact of the page.
pub(crate) fn labelled(outline: &Outline) -> Vec<Labelled> {
    let mut found = Vec::new();
    for (index, block) in outline.blocks.iter().enumerate() {
        match &block.kind {
            BlockKind::Item { .. }
            | BlockKind::Paragraph
            | BlockKind::Lead
            | BlockKind::Quote
            | BlockKind::Heading(_) => lines(&block.passage, index, &mut found),
            BlockKind::Description => {
                let term = outline.blocks[..index].iter().rev().find(|before| before.kind == BlockKind::Term);
                if let Some(term) = term {
                    let label = term.passage.text.trim_end_matches(':').trim().to_owned();
                    found.push(Labelled { label, value: block.passage.clone(), block: index });
                }
            }
            BlockKind::Table(grid) if grid.width == 2 => {
                for row in 0..grid.rows.len() {
                    let (Some(label), Some(value)) = (grid.at(row, 0), grid.at(row, 1)) else { continue };
                    if label.colspan == 1 && is_label(label.passage.text.trim_end_matches(':')) {
                        found.push(Labelled {
                            label: label.passage.text.trim_end_matches(':').trim().to_owned(),
                            value: value.passage.clone(),
                            block: index,
                        });
                    }
                }
            }
            BlockKind::Table(_) | BlockKind::Term | BlockKind::Code | BlockKind::Embed { .. } | BlockKind::Rule => {}
        }
    }
    found
}

fn lines(passage: &Passage, block: usize, found: &mut Vec<Labelled>) {
    for (span, line) in passage.lines() {
        let Some((end, start)) = colon(passage, span, line) else { continue };
        let label = line[..end].trim();
        if !is_label(label) {
            continue;
        }
        let at = span.start();
        let value = passage.part(Span::new(at + start..span.end()));
        found.push(Labelled { label: label.to_owned(), value, block });
    }
}

/// Where in a line its label ends and its value starts: at a colon, or where the strong words at its start end.
fn colon(passage: &Passage, span: Span, line: &str) -> Option<(usize, usize)> {
    let colon = line
        .char_indices()
        .find(|(at, c)| *c == ':' && !line[at + 1..].starts_with(|c: char| c.is_ascii_digit() || c == '/' || c == ':'));
    if let Some((at, _)) = colon {
        return Some((at, at + 1));
    }
    // `**Dates** June 1-4`, `**Where** - Lund`.
    let strong = passage.marks.iter().find(|mark| mark.style == Style::Strong && mark.span.start() == span.start())?;
    let end = strong.span.end().checked_sub(span.start()).filter(|end| *end < line.len())?;
    let rest = &line[end..];
    let dash = rest.trim_start().strip_prefix(['-', '–', '—']).map(|value| line.len() - value.len());
    dash.map(|start| (end, start))
}

fn is_label(label: &str) -> bool {
    let words = label.split_whitespace().count();
    (1..=LONGEST_LABEL).contains(&words)
        && label.starts_with(char::is_alphabetic)
        && !label.contains(['.', '?', '!', ';', '\n'])
}
