//! A run of text as a reader sees it: marks and tags gone, links and places kept.

mod bare;
mod gather;
mod relink;
mod value;

use std::sync::OnceLock;

use handbill_text::{Mapped, SourceMap, Span};

pub(crate) use gather::{Gatherer, is_block, is_even, is_struck};
pub(crate) use relink::Relinked;

use crate::phrase::{self, Dotted, Phrases};

/// A paragraph, an item, a cell or a heading as plain text, with the place of every character.
///
/// White space is folded to single blanks, `<br>` and the ends of inner blocks are line ends. Struck-out text is not in
/// it: it is no longer said.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Passage {
    /// The text.
    pub text: String,
    /// Links in it, in order.
    pub links: Vec<LinkMark>,
    /// Images in it, in order.
    pub images: Vec<ImageMark>,
    /// What is written strong, emphasised or as code, in the order of where it starts.
    pub marks: Vec<Mark>,
    /// What is struck out, and where in the text it stood.
    pub struck: Vec<Struck>,
    /// Where words start a line of the author's that is published as part of a longer one.
    breaks: Vec<usize>,
    /// What numbers with a dot are that start a line of its page.
    dotted: Dotted,
    map: SourceMap,
    /// None where the text has none, which is most often so.
    phrases: OnceLock<Option<Box<Phrases>>>,
}

/// A link in a passage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LinkMark {
    /// Its text's place in the passage; empty for a link around nothing but an image.
    pub span: Span,
    /// Where it leads to.
    pub url: String,
    /// The place in the file of the URL where it is written in the link itself, else of the whole link.
    pub source: Span,
    /// Whether the author wrote no link but a bare URL or address.
    pub bare: bool,
}

/// An image in a passage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImageMark {
    /// Where in the text it stands.
    pub at: usize,
    /// Its file.
    pub url: String,
    /// The text that stands for it.
    pub alt: String,
    /// Its place in the file.
    pub source: Span,
    /// Where a link around it leads to.
    pub link: Option<String>,
}

/// How a part of a passage is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Its place in the passage.
    pub span: Span,
    /// What it is.
    pub style: Style,
}

/// A style of writing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// `**strong**`, `<b>`.
    Strong,
    /// `*emphasis*`, `<i>`.
    Emphasis,
    /// Code.
    Code,
}

/// Struck-out text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Struck {
    /// Where in the passage it stood.
    pub at: usize,
    /// What it said.
    pub text: String,
    /// Its place in the file.
    pub source: Span,
}

/// The phrases of a text without any.
static NONE: Phrases =
    Phrases { dates: Vec::new(), vague: Vec::new(), times: Vec::new(), zones: Vec::new(), weekdays: Vec::new() };

/// How many marks before a part of a passage are looked at for one that goes on into it.
const NESTED: usize = 64;

impl Passage {
    /// The place in the file of a span of the text.
    #[must_use]
    pub fn place(&self, span: Span) -> Mapped {
        self.map.origin(span)
    }

    /// The place in the file of the whole text.
    #[must_use]
    pub fn whole(&self) -> Mapped {
        self.place(Span::new(0..self.text.len()))
    }

    /// The dates, times and zones in it.
    pub fn phrases(&self) -> &Phrases {
        let read = || {
            let phrases = phrase::read_lines(&self.text, &self.breaks, self.dotted);
            (phrases != NONE).then(|| Box::new(phrases))
        };
        self.phrases.get_or_init(read).as_deref().unwrap_or(&NONE)
    }

    /// From now on numbers with a dot that start a line are read so.
    pub(crate) fn take_dotted(&mut self, dotted: Dotted) {
        self.dotted = dotted;
        self.phrases = OnceLock::new();
    }

    /// The links inside a span of the text.
    pub fn links_in(&self, span: Span) -> impl Iterator<Item = &LinkMark> {
        phrase::inside(&self.links, |link| link.span, span)
    }

    /// The marks that start inside a span of the text.
    pub(crate) fn marks_in(&self, span: Span) -> impl Iterator<Item = &Mark> {
        let from = self.marks.partition_point(|mark| mark.span.start() < span.start());
        self.marks[from..].iter().take_while(move |mark| mark.span.start() <= span.end())
    }

    /// The marks that share something with a span of the text, in order.
    fn marks_over(&self, span: Span) -> impl Iterator<Item = &Mark> {
        let to = self.marks.partition_point(|mark| mark.span.start() < span.end());
        // Marks lie inside each other or apart: of those that start before the span, few rows are open.
        let open = self.marks[..to].iter().rev().take_while(|mark| mark.span.start() >= span.start()).count();
        let from = (to - open).saturating_sub(NESTED);
        self.marks[from..to].iter().filter(move |mark| mark.span.end() > span.start())
    }

    /// Whether it says nothing: no text, or nothing but marks.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        !self.text.contains(char::is_alphanumeric)
    }

    /// The lines of the text with their places.
    pub fn lines(&self) -> impl Iterator<Item = (Span, &str)> {
        let mut at = 0;
        self.text.split('\n').map(move |line| {
            let span = Span::new(at..at + line.len());
            at += line.len() + 1;
            (span, line)
        })
    }

    /// Where in a span words start a line of the author's that is published as part of a longer one.
    pub(crate) fn breaks_in(&self, span: Span) -> impl Iterator<Item = usize> {
        let from = self.breaks.partition_point(|at| *at <= span.start());
        self.breaks[from..].iter().copied().take_while(move |at| *at < span.end())
    }

    /// A line cut where its author started new ones, at those of them for which `starts` holds.
    pub(crate) fn written_lines(&self, line: Span, starts: impl Fn(usize) -> bool) -> Vec<Span> {
        let (mut found, mut from) = (Vec::new(), line.start());
        for at in self.breaks_in(line).filter(|at| starts(*at)) {
            found.push(Span::new(from..at - 1));
            from = at;
        }
        found.push(Span::new(from..line.end()));
        found
    }

    /// The part at `span`, a passage of its own with its links, images and marks.
    #[must_use]
    pub fn part(&self, span: Span) -> Self {
        let text = span.of(&self.text);
        let trimmed = text.trim();
        let start = span.start() + (text.len() - text.trim_start().len());
        let kept = Span::new(start..start + trimmed.len());
        let inside = |inner: Span| kept.contains(inner).then(|| Span::new(inner.start() - start..inner.end() - start));
        // A mark that goes on outside of the part marks what lies inside.
        let shared = |mark: Span| {
            let (from, to) = (mark.start().max(kept.start()), mark.end().min(kept.end()));
            (from < to).then(|| Span::new(from - start..to - start))
        };
        let mut map = SourceMap::default();
        map.splice(&self.map, start, trimmed.len());
        Self {
            text: trimmed.to_owned(),
            links: self
                .links_in(kept)
                .filter_map(|link| Some(LinkMark { span: inside(link.span)?, ..link.clone() }))
                .collect(),
            images: phrase::inside(&self.images, |image| Span::at(image.at), kept)
                .map(|image| ImageMark { at: image.at - start, ..image.clone() })
                .collect(),
            marks: self.marks_over(kept).filter_map(|mark| Some(Mark { span: shared(mark.span)?, ..*mark })).collect(),
            struck: phrase::inside(&self.struck, |struck| Span::at(struck.at), kept)
                .map(|struck| Struck { at: struck.at - start, ..struck.clone() })
                .collect(),
            breaks: self.breaks_in(kept).map(|at| at - start).collect(),
            dotted: self.dotted,
            map,
            phrases: OnceLock::new(),
        }
    }

    /// Whether all of it is written strong.
    #[must_use]
    pub fn is_strong(&self) -> bool {
        let mut reached = 0;
        for mark in self.marks.iter().filter(|mark| mark.style == Style::Strong) {
            if self.text[reached..mark.span.start().max(reached)].contains(char::is_alphanumeric) {
                return false;
            }
            reached = reached.max(mark.span.end());
        }
        reached > 0 && !self.text[reached..].contains(char::is_alphanumeric)
    }
}
