//! What readers of facts look at.

use std::cell::OnceCell;

use handbill_frontmatter::FrontMatter;
use handbill_text::{Lines, Span};

use super::labels::{Labelled, labelled};
use super::sentences::{find_among, has_among, has_any, sentences};
use super::title::Title;
use super::when::{self, When};
use super::words::Words;
use crate::outline::{Block, BlockKind, Outline};
use crate::passage::Passage;

/// A page under the eyes of those who read facts off it.
pub(crate) struct View<'a> {
    pub(crate) path: &'a str,
    pub(crate) source: &'a str,
    pub(crate) lines: &'a Lines,
    pub(crate) front_matter: &'a FrontMatter,
    pub(crate) outline: &'a Outline,
    pub(crate) labels: Vec<Labelled>,
    pub(crate) title: Option<Title>,
    /// The year that dates without one are in, and why.
    pub(crate) year: Option<Year>,
    when: OnceCell<Option<When>>,
    sentences: OnceCell<Vec<Sentence<'a>>>,
}

/// The year that dates without one are in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Year {
    pub(crate) year: i16,
    /// `year taken from the title`.
    pub(crate) note: &'static str,
}

/// A sentence of a block.
#[derive(Clone, Copy)]
pub(crate) struct Sentence<'a> {
    pub(crate) block: usize,
    pub(crate) passage: &'a Passage,
    pub(crate) span: Span,
    /// Its words, so that most questions of it are answered without looking.
    words: Words,
}

impl<'a> Sentence<'a> {
    pub(crate) fn text(self) -> &'a str {
        self.span.of(&self.passage.text)
    }

    pub(crate) fn has(self, phrases: &[&str]) -> bool {
        has_among(self.text(), &self.words, phrases)
    }

    /// Where one of `phrases` first stands in its text.
    pub(crate) fn find(self, phrases: &[&str]) -> Option<Span> {
        find_among(self.text(), &self.words, phrases)
    }
}

impl<'a> View<'a> {
    pub(crate) fn new(
        path: &'a str,
        source: &'a str,
        lines: &'a Lines,
        front_matter: &'a FrontMatter,
        outline: &'a Outline,
    ) -> Self {
        let title = front_matter.root.get("title").and_then(|value| Title::read(value, source));
        let mut view = Self {
            path,
            source,
            lines,
            front_matter,
            outline,
            labels: labelled(outline),
            title,
            year: None,
            when: OnceCell::new(),
            sentences: OnceCell::new(),
        };
        view.year = view.find_year();
        view
    }

    /// The label's facts whose label is one of `labels` (lower case), in the page's order.
    pub(crate) fn labelled(&self, labels: &'static [&'static str]) -> impl Iterator<Item = &Labelled> {
        self.labels.iter().filter(move |fact| labels.iter().any(|label| label.eq_ignore_ascii_case(&fact.label)))
    }

    /// The days of the event.
    pub(crate) fn when(&self) -> Option<&When> {
        self.when.get_or_init(|| when::when(self)).as_ref()
    }

    /// The labelled facts of a block.
    pub(crate) fn labels_of(&self, block: usize) -> &[Labelled] {
        let start = self.labels.partition_point(|fact| fact.block < block);
        let end = self.labels.partition_point(|fact| fact.block <= block);
        &self.labels[start..end]
    }

    /// The sections whose heading has one of `words` (lower case).
    pub(crate) fn sections(&self, words: &'static [&'static str]) -> impl Iterator<Item = usize> + '_ {
        (1..self.outline.sections.len()).filter(move |section| has_any(self.outline.title(*section), words))
    }

    /// The sentences of paragraphs, items and quotes.
    pub(crate) fn sentences(&self) -> impl Iterator<Item = Sentence<'a>> + '_ {
        let outline = self.outline;
        let all = self.sentences.get_or_init(|| {
            let prose = outline.blocks.iter().enumerate().filter(|(_, block)| is_prose(block));
            prose.flat_map(|(index, block)| sentences_of(index, block)).collect()
        });
        all.iter().copied()
    }

    /// The first paragraphs, before the first list, table or second heading: where a page says what it is about.
    pub(crate) fn opening(&self) -> impl Iterator<Item = Sentence<'a>> {
        let outline = self.outline;
        let blocks = outline.blocks.iter().enumerate();
        let headings = std::cell::Cell::new(0);
        blocks
            .take_while(move |(index, block)| {
                if matches!(block.kind, BlockKind::Heading(_)) && *index > 0 {
                    headings.set(headings.get() + 1);
                }
                headings.get() < 3 && *index < 40
            })
            .filter(|(_, block)| matches!(block.kind, BlockKind::Paragraph | BlockKind::Lead | BlockKind::Quote))
            .flat_map(|(index, block)| sentences_of(index, block))
    }

    fn find_year(&self) -> Option<Year> {
        let title = self
            .title
            .as_ref()
            .and_then(|title| title.year)
            .map(|year| Year { year, note: "year taken from the title" });
        title
            .or_else(|| {
                let heading =
                    self.outline.blocks.iter().find(|block| matches!(block.kind, BlockKind::Heading(1 | 2)))?;
                lone_year(&heading.passage.text).map(|year| Year { year, note: "year taken from the heading" })
            })
            .or_else(|| path_year(self.path).map(|year| Year { year, note: "year taken from the path" }))
    }
}

fn is_prose(block: &Block) -> bool {
    matches!(
        block.kind,
        BlockKind::Paragraph | BlockKind::Lead | BlockKind::Item { .. } | BlockKind::Quote | BlockKind::Description
    )
}

/// The sentences of a block.
pub(crate) fn sentences_of(index: usize, block: &Block) -> impl Iterator<Item = Sentence<'_>> {
    let passage = &block.passage;
    let sentence = move |span: Span| Sentence { block: index, passage, span, words: Words::of(span.of(&passage.text)) };
    sentences(&passage.text).into_iter().map(sentence)
}

/// The one year that a short text names.
pub(crate) fn lone_year(text: &str) -> Option<i16> {
    let mut years = text.split(|c: char| !c.is_alphanumeric()).filter_map(as_year);
    let first = years.next()?;
    years.all(|year| year == first).then_some(first)
}

fn as_year(word: &str) -> Option<i16> {
    let digits = word.len() == 4 && word.bytes().all(|b| b.is_ascii_digit());
    word.parse().ok().filter(|year| digits && (1990..=2099).contains(year))
}

/// The year that a folder or the start of the file's name gives.
pub(crate) fn path_year(path: &str) -> Option<i16> {
    path.split('/').rev().find_map(|part| {
        as_year(part.split(|c: char| !c.is_ascii_digit()).next().unwrap_or("")).or_else(|| lone_year(part))
    })
}
