//! A page as a row of blocks under headings: what readers of facts walk over.
//!
//! kramdown's blocks and raw HTML give the same outline, so that a reader never asks how a list or a table was written.

mod build;
mod dotted;
mod grid;
mod lost;

use handbill_text::Span;

use crate::passage::Passage;

pub(crate) use build::build;
pub use grid::{Cell, Grid};

/// Blocks in the order of the page, and the sections that headings make of them.
#[derive(Clone, Debug, Default)]
pub struct Outline {
    /// The blocks.
    pub blocks: Vec<Block>,
    /// The sections; the first one, without a heading, holds what stands before the first heading.
    pub sections: Vec<Section>,
    /// For each list the blocks from its first item to its last; blocks inside items are among them.
    pub lists: Vec<std::ops::Range<usize>>,
    /// Items that are struck out as a whole, by their block, with what they said.
    pub struck: Vec<(usize, Passage)>,
}

/// A paragraph, item, heading, table, ...
#[derive(Clone, Debug)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// Its text, without that of blocks inside it.
    pub passage: Passage,
    /// The section that it stands in; a heading stands in its own.
    pub section: usize,
    /// The item, description or quote around it.
    pub parent: Option<usize>,
    /// Its anchor.
    pub id: Option<String>,
    /// Its HTML classes, as written.
    pub class: String,
    /// Its place in the file.
    pub span: Span,
}

impl Block {
    /// Its own passage, and those of its cells if it is a table.
    pub fn passages(&self) -> impl Iterator<Item = &Passage> {
        let cells = if let BlockKind::Table(grid) = &self.kind { grid.cells.as_slice() } else { &[] };
        std::iter::once(&self.passage).chain(cells.iter().map(|cell| &cell.passage))
    }
}

/// What a block is.
#[derive(Clone, Debug, PartialEq)]
pub enum BlockKind {
    /// A heading of level 1 to 6.
    Heading(u8),
    /// A paragraph of nothing but strong words, which people write for a heading.
    Lead,
    /// A paragraph, or text that stands by itself in a container.
    Paragraph,
    /// An item of a list.
    Item {
        /// Which list of the page, from 0.
        list: usize,
        /// Whether it is numbered.
        ordered: bool,
    },
    /// A term of a definition list.
    Term,
    /// A description in a definition list.
    Description,
    /// A quotation.
    Quote,
    /// Code or preformatted text.
    Code,
    /// A table.
    Table(Grid),
    /// Something embedded: a video, a map.
    Embed {
        /// Where it comes from.
        url: String,
    },
    /// A line across.
    Rule,
}

/// What stands under a heading, or under a paragraph that is all strong.
#[derive(Clone, Debug)]
pub struct Section {
    /// The block that heads it.
    pub heading: Option<usize>,
    /// 0 for the page, 1 to 6 for headings, 7 for strong paragraphs.
    pub level: u8,
    /// The section around it.
    pub parent: Option<usize>,
    /// Its blocks behind the heading, those of its inner sections too.
    pub blocks: std::ops::Range<usize>,
}

impl Outline {
    /// The heading of a section as text; empty for the page itself.
    #[must_use]
    pub fn title(&self, section: usize) -> &str {
        self.heading(section).map_or("", |block| block.passage.text.as_str())
    }

    /// The block that heads a section.
    #[must_use]
    pub fn heading(&self, section: usize) -> Option<&Block> {
        self.blocks.get(self.sections.get(section)?.heading?)
    }

    /// A section and those around it, innermost first.
    pub fn ancestors(&self, section: usize) -> impl Iterator<Item = usize> + '_ {
        std::iter::successors(Some(section), |&section| self.sections.get(section)?.parent)
    }

    /// The blocks of a section, those of inner sections too, with their indices.
    pub fn within(&self, section: usize) -> impl Iterator<Item = (usize, &Block)> {
        let range = self.sections.get(section).map_or(0..0, |section| section.blocks.clone());
        range.filter_map(|index| Some((index, self.blocks.get(index)?)))
    }

    /// The blocks of a section without those of inner sections, with their indices.
    pub fn own(&self, section: usize) -> impl Iterator<Item = (usize, &Block)> {
        self.within(section).take_while(move |(_, block)| block.section == section)
    }

    /// Every passage of the page in order: of blocks, and of the cells of tables, with the index of the block.
    pub fn passages(&self) -> impl Iterator<Item = (usize, &Passage)> {
        self.blocks.iter().enumerate().flat_map(|(index, block)| block.passages().map(move |passage| (index, passage)))
    }

    /// The items of a list, with their indices.
    pub fn items(&self, list: usize) -> impl Iterator<Item = (usize, &Block)> {
        let range = self.lists.get(list).cloned().unwrap_or_default();
        let blocks = range.filter_map(|index| Some((index, self.blocks.get(index)?)));
        blocks.filter(move |(_, block)| matches!(block.kind, BlockKind::Item { list: own, .. } if own == list))
    }

    /// The sections directly inside a section.
    pub fn inner(&self, section: usize) -> impl Iterator<Item = usize> + '_ {
        let behind = section + 1..self.sections.len();
        behind
            .take_while(move |inner| self.sections[*inner].parent.is_some_and(|parent| parent >= section))
            .filter(move |inner| self.sections[*inner].parent == Some(section))
    }

    /// The blocks directly inside an item or a quote, with their indices.
    pub fn inside(&self, parent: usize) -> impl Iterator<Item = (usize, &Block)> {
        let from = parent + 1;
        self.blocks[from.min(self.blocks.len())..]
            .iter()
            .enumerate()
            .map(move |(n, block)| (from + n, block))
            .take_while(move |(_, block)| block.parent.is_some_and(|outer| outer >= parent))
            .filter(move |(_, block)| block.parent == Some(parent))
    }
}
