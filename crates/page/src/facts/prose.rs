//! The sentences of a page, and what is known of each before anybody asks.

use handbill_text::Span;

use super::sentences::{each_sentence, find, has_among};
use super::view::lone_year;
use super::words::{PageWords, Words};
use crate::outline::{Block, BlockKind, Outline};
use crate::passage::Passage;
use crate::phrase::{DatePhrase, has_digit};

/// All sentences of a page, and the words of all of them.
pub(crate) struct Prose {
    known: Vec<Known>,
    /// For each block the number of its first.
    firsts: Vec<usize>,
    words: PageWords,
}

/// What is known of a sentence, so that most questions of it are answered without looking.
struct Known {
    block: usize,
    span: Span,
    words: Words,
    /// Whether it stands in a paragraph, an item or a quote.
    is_prose: bool,
    /// Whether it tells of what was before.
    is_past: bool,
    /// Whether it has a digit.
    is_numbered: bool,
    /// The one year that it names.
    year: Option<i16>,
}

impl Prose {
    /// Of the blocks of a page but those of code.
    pub(crate) fn of(outline: &Outline) -> Self {
        let mut prose = Self {
            known: Vec::with_capacity(2 * outline.blocks.len()),
            firsts: Vec::with_capacity(outline.blocks.len() + 1),
            words: PageWords::NONE,
        };
        for (index, block) in outline.blocks.iter().enumerate() {
            prose.firsts.push(prose.known.len());
            if block.kind != BlockKind::Code {
                prose.add(index, block);
            }
        }
        prose.firsts.push(prose.known.len());
        prose
    }

    fn add(&mut self, index: usize, block: &Block) {
        let is_prose = is_prose(block);
        each_sentence(&block.passage.text, |span| {
            let text = span.of(&block.passage.text);
            let words = Words::of_sentence(text, &mut self.words);
            let is_past = has_among(text, &words, &["previous", "previously", "last year", "past"]);
            let is_numbered = has_digit(text);
            let year = if is_numbered { lone_year(text) } else { None };
            self.known.push(Known { block: index, span, words, is_prose, is_past, is_numbered, year });
        });
    }

    /// The sentences in the order of the page.
    pub(crate) fn sentences<'a>(&'a self, outline: &'a Outline) -> Vec<Sentence<'a>> {
        let sentence = |known: &'a Known| Sentence {
            block: known.block,
            passage: &outline.blocks[known.block].passage,
            span: known.span,
            known,
        };
        self.known.iter().map(sentence).collect()
    }

    /// The numbers of the sentences of a block.
    pub(crate) fn of_block(&self, block: usize) -> std::ops::Range<usize> {
        self.firsts[block]..self.firsts[block + 1]
    }

    /// Whether a sentence of the page may hold a phrase.
    pub(crate) fn may_hold(&self, phrase: &str) -> bool {
        self.words.may_hold(phrase)
    }
}

fn is_prose(block: &Block) -> bool {
    matches!(
        block.kind,
        BlockKind::Paragraph | BlockKind::Lead | BlockKind::Item { .. } | BlockKind::Quote | BlockKind::Description
    )
}

/// A sentence of a block.
#[derive(Clone, Copy)]
pub(crate) struct Sentence<'a> {
    pub(crate) block: usize,
    pub(crate) passage: &'a Passage,
    pub(crate) span: Span,
    known: &'a Known,
}

impl<'a> Sentence<'a> {
    pub(crate) fn text(&self) -> &'a str {
        self.span.of(&self.passage.text)
    }

    pub(crate) fn has(&self, phrases: &[&str]) -> bool {
        phrases.iter().any(|phrase| self.known.words.may_hold(phrase) && find(self.text(), phrase).is_some())
    }

    /// Where one of `phrases` first stands in its text.
    pub(crate) fn find(&self, phrases: &[&str]) -> Option<Span> {
        let held = phrases.iter().filter(|phrase| self.known.words.may_hold(phrase));
        held.filter_map(|phrase| find(self.text(), phrase)).min_by_key(|span| span.start())
    }

    /// Whether it may have one of `phrases`, as far as its words tell without a look at it.
    pub(crate) fn may_have(&self, phrases: &[&str]) -> bool {
        phrases.iter().any(|phrase| self.known.words.may_hold(phrase))
    }

    /// Whether it stands in a paragraph, an item or a quote.
    pub(crate) fn is_prose(&self) -> bool {
        self.known.is_prose
    }

    /// Whether it tells of what was before.
    pub(crate) fn is_past(&self) -> bool {
        self.known.is_past
    }

    /// Whether it has a digit: no day is written without one.
    pub(crate) fn is_numbered(&self) -> bool {
        self.known.is_numbered
    }

    /// The dates in it.
    pub(crate) fn dates(&self) -> impl Iterator<Item = &'a DatePhrase> {
        let numbered = self.is_numbered().then_some((self.passage, self.span));
        numbered.into_iter().flat_map(|(passage, span)| passage.phrases().dates_in(span))
    }

    /// The one year that it names.
    pub(crate) fn year(&self) -> Option<i16> {
        self.known.year
    }
}
