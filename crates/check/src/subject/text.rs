//! The texts of a page that people read.

use std::cell::OnceCell;

use handbill_frontmatter::{Style, Value};
use handbill_page::phrase::{self, Phrases};
use handbill_page::{BlockKind, LinkMark, Mark, Page, Passage, Style as HowWritten};
use handbill_text::{Mapped, Span};

use super::words::words;

/// Keys of front matter whose values are read by people.
const READ_KEYS: &[&str] = &["title", "subtitle", "description", "excerpt", "summary"];

/// A text that people read: a block, a cell, a title.
pub(crate) struct Text<'a> {
    pub(crate) text: &'a str,
    /// The block that it is, or that its table is; `None` for the front matter.
    pub(crate) block: Option<usize>,
    home: Home<'a>,
    words: OnceCell<Vec<(Span, &'a str)>>,
    quiet: OnceCell<Vec<Span>>,
    pub(super) english: OnceCell<Option<bool>>,
    pub(super) tells_zone: OnceCell<bool>,
}

/// How far from its place, in bytes, a sentence is looked for: the longest that anybody reads.
const SENTENCE: usize = 1000;

enum Home<'a> {
    Passage(&'a Passage),
    Value {
        span: Span,
        /// Where the text stands in the source, if it stands there as it is.
        at: Option<usize>,
        phrases: Box<OnceCell<Phrases>>,
    },
}

impl<'a> Text<'a> {
    fn new(text: &'a str, block: Option<usize>, home: Home<'a>) -> Self {
        Self {
            text,
            block,
            home,
            words: OnceCell::new(),
            quiet: OnceCell::new(),
            english: OnceCell::new(),
            tells_zone: OnceCell::new(),
        }
    }

    /// Its words with their places.
    pub(crate) fn words(&self) -> &[(Span, &'a str)] {
        self.words.get_or_init(|| {
            // About as many as there are; a list that grows costs more than the words in it.
            let mut found = Vec::with_capacity(self.text.len() / 6 + 1);
            found.extend(words(self.text));
            found
        })
    }

    /// The dates, times and zones in it.
    pub(crate) fn phrases(&self) -> &Phrases {
        match &self.home {
            Home::Passage(passage) => passage.phrases(),
            Home::Value { phrases, .. } => phrases.get_or_init(|| phrase::read(self.text)),
        }
    }

    /// The place in the file of a part of it.
    pub(crate) fn place(&self, span: Span) -> Mapped {
        match &self.home {
            Home::Passage(passage) => passage.place(span),
            Home::Value { at: Some(at), .. } => Mapped { span: span.shift(*at), written: true },
            Home::Value { span, at: None, .. } => Mapped { span: *span, written: false },
        }
    }

    pub(crate) fn links(&self) -> &'a [LinkMark] {
        match self.home {
            Home::Passage(passage) => &passage.links,
            Home::Value { .. } => &[],
        }
    }

    pub(crate) fn marks(&self) -> &'a [Mark] {
        match self.home {
            Home::Passage(passage) => &passage.marks,
            Home::Value { .. } => &[],
        }
    }

    /// Whether a part of it is code or a bare URL, which have no words and no sentences.
    pub(crate) fn is_quiet(&self, span: Span) -> bool {
        let quiet = self.quiet.get_or_init(|| {
            let code = self.marks().iter().filter(|mark| mark.style == HowWritten::Code).map(|mark| mark.span);
            let bare = self.links().iter().filter(|link| link.bare).map(|link| link.span);
            let mut quiet: Vec<Span> = code.chain(bare).collect();
            quiet.sort_unstable();
            quiet
        });
        let next = quiet.partition_point(|place| place.start() < span.end());
        // Code inside code is one place, so the last one that starts before is the one that may reach over.
        quiet[..next].last().is_some_and(|place| place.overlaps(span))
    }

    /// Whether a part of it is written as code.
    pub(crate) fn is_code(&self, span: Span) -> bool {
        let marks = self.marks();
        let before = marks.partition_point(|mark| mark.span.end() <= span.start());
        marks[before..].iter().take(4).any(|mark| mark.style == HowWritten::Code && mark.span.overlaps(span))
    }

    /// The sentence around a part of it.
    pub(crate) fn sentence(&self, around: Span) -> Span {
        let first = boundary(self.text, around.start().saturating_sub(SENTENCE));
        let before = &self.text[first..around.start()];
        let start = first + sentence_ends(before).next_back().unwrap_or(0);
        let last = boundary(self.text, (around.end() + SENTENCE).min(self.text.len()));
        let after = &self.text[around.end()..last];
        let end = sentence_ends(after).next().map_or(last, |end| around.end() + end);
        Span::new(start..end)
    }
}

/// The last character boundary at or before an offset.
fn boundary(text: &str, mut at: usize) -> usize {
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// Where sentences end in a text: behind a stop that a blank and no small letter follow, and at line ends.
fn sentence_ends(text: &str) -> impl DoubleEndedIterator<Item = usize> {
    text.bytes().enumerate().filter_map(move |(at, byte)| {
        let ends = match byte {
            b'\n' => true,
            b'.' | b'!' | b'?' => {
                let rest = &text[at + 1..];
                rest.is_empty()
                    || rest.starts_with([' ', '\n'])
                        && !rest.trim_start().starts_with(|c: char| c.is_lowercase() || c.is_ascii_digit())
            }
            _ => false,
        };
        ends.then_some(at + 1)
    })
}

pub(super) fn texts(page: &Page) -> Vec<Text<'_>> {
    let keys = READ_KEYS.iter().filter_map(|key| page.front_matter.root.get(key));
    let mut texts: Vec<Text<'_>> = keys.filter_map(|value| of_value(value, &page.source)).collect();
    texts.sort_by_key(|text| text.place(Span::at(0)).span);
    for (block, passage) in page.outline.passages() {
        if page.outline.blocks[block].kind != BlockKind::Code && !passage.text.is_empty() {
            texts.push(Text::new(&passage.text, Some(block), Home::Passage(passage)));
        }
    }
    texts
}

fn of_value<'a>(value: &'a Value, source: &str) -> Option<Text<'a>> {
    let text = value.as_str()?;
    let quote = usize::from(matches!(value.style, Style::SingleQuoted | Style::DoubleQuoted));
    let inside = Span::new(value.span.start() + quote..value.span.end().saturating_sub(quote));
    let at = (inside.of(source) == text).then_some(inside.start());
    let home = Home::Value { span: value.span, at, phrases: Box::default() };
    // Liquid is left alone in front matter: what it says is not known.
    (!text.contains("{{")).then(|| Text::new(text, None, home))
}

#[cfg(test)]
mod tests {
    use super::sentence_ends;

    #[test]
    fn an_abbreviation_ends_no_sentence() {
        let text = "Due on Jan. 5. Late ones, e.g. posters, wait.\nNext";
        let ends: Vec<&str> = sentence_ends(text).map(|end| &text[..end]).collect();
        assert_eq!(
            ends,
            [
                "Due on Jan. 5.", "Due on Jan. 5. Late ones, e.g. posters, wait.",
                "Due on Jan. 5. Late ones, e.g. posters, wait.\n"
            ]
        );
    }
}
