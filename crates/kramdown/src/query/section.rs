//! Sections: a heading and what stands under it.

use crate::{Document, Kind, Node};

/// A heading of the document's own level of blocks and the blocks up to the next heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section<'a> {
    /// The heading; `None` for what stands before the first.
    pub heading: Option<Node<'a>>,
    /// Its level, `1..=6`; 0 for what stands before the first heading.
    pub level: u8,
    /// The blocks up to the next heading of any level, blank lines and boundaries left out.
    pub blocks: Vec<Node<'a>>,
    /// Index of the section that this one is part of: the nearest before it with a lower level.
    pub parent: Option<usize>,
}

impl Document {
    /// The sections in the order of the text. The first has no heading if anything stands before one.
    ///
    /// ```
    /// use handbill_kramdown::{Document, Options};
    ///
    /// let text = "# Meeting\n\n## Dates\n\n1 June\n\n## Place\n\nBoston\n";
    /// let document = Document::parse(text, &Options::default());
    /// let sections = document.sections();
    /// let dates = sections.iter().find(|s| s.heading.is_some_and(|h| h.text() == "Dates")).expect("it is there");
    /// assert_eq!((dates.level, dates.parent), (2, Some(0)));
    /// assert_eq!(dates.blocks[0].text(), "1 June");
    /// ```
    #[must_use]
    pub fn sections(&self) -> Vec<Section<'_>> {
        let mut sections: Vec<Section<'_>> = Vec::new();
        let mut open: Vec<usize> = Vec::new();
        for block in self.root().children() {
            match block.kind() {
                Kind::Heading { level } => {
                    while open.last().is_some_and(|index| sections[*index].level >= level) {
                        open.pop();
                    }
                    let parent = open.last().copied();
                    open.push(sections.len());
                    sections.push(Section { heading: Some(block), level, blocks: Vec::new(), parent });
                }
                Kind::Blank | Kind::Boundary => {}
                _ => match sections.last_mut() {
                    Some(section) => section.blocks.push(block),
                    None => sections.push(Section { heading: None, level: 0, blocks: vec![block], parent: None }),
                },
            }
        }
        sections
    }
}
