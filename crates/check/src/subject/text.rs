//! The texts of a page that people read.

use std::cell::OnceCell;

use handbill_frontmatter::{Style, Value};
use handbill_page::phrase::{self, Phrases};
use handbill_page::{BlockKind, LinkMark, Mark, Page, Passage};
use handbill_text::{Mapped, Span};

/// Keys of front matter whose values are read by people.
const READ_KEYS: &[&str] = &["title", "subtitle", "description", "excerpt", "summary"];

/// A text that people read: a block, a cell, a title.
pub(crate) struct Text<'a> {
    pub(crate) text: &'a str,
    /// The block that it is, or that its table is; `None` for the front matter.
    pub(crate) block: Option<usize>,
    home: Home<'a>,
}

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

    /// The sentence around a part of it.
    pub(crate) fn sentence(&self, around: Span) -> Span {
        let before = Span::new(0..around.start()).of(self.text);
        let start = sentence_ends(before).last().unwrap_or(0);
        let after = Span::new(around.end()..self.text.len()).of(self.text);
        let end = sentence_ends(after).next().map_or(self.text.len(), |end| around.end() + end);
        Span::new(start..end)
    }
}

/// Where sentences end in a text: behind a stop that a blank and no small letter follow, and at line ends.
fn sentence_ends(text: &str) -> impl Iterator<Item = usize> {
    text.char_indices().filter_map(move |(at, c)| {
        let rest = &text[at + c.len_utf8()..];
        let ends = match c {
            '\n' => true,
            '.' | '!' | '?' => {
                rest.is_empty()
                    || rest.starts_with([' ', '\n'])
                        && !rest.trim_start().starts_with(|c: char| c.is_lowercase() || c.is_ascii_digit())
            }
            _ => false,
        };
        ends.then_some(at + c.len_utf8())
    })
}

pub(super) fn texts(page: &Page) -> Vec<Text<'_>> {
    let keys = READ_KEYS.iter().filter_map(|key| page.front_matter.root.get(key));
    let mut texts: Vec<Text<'_>> = keys.filter_map(|value| of_value(value, &page.source)).collect();
    texts.sort_by_key(|text| text.place(Span::at(0)).span);
    for (block, passage) in page.outline.passages() {
        if page.outline.blocks[block].kind != BlockKind::Code && !passage.text.is_empty() {
            texts.push(Text { text: &passage.text, block: Some(block), home: Home::Passage(passage) });
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
    (!text.contains("{{")).then_some(Text { text, block: None, home })
}

/// The words of a text with their places: runs of letters, with apostrophes inside.
pub(crate) fn words(text: &str) -> impl Iterator<Item = (Span, &str)> {
    let mut from = 0;
    std::iter::from_fn(move || {
        let start = from + text[from..].find(char::is_alphabetic)?;
        let rest = &text[start..];
        let end = rest
            .char_indices()
            .find(|(at, c)| {
                let apostrophe = matches!(c, '\'' | '’') && rest[at + c.len_utf8()..].starts_with(char::is_alphabetic);
                !c.is_alphabetic() && !apostrophe
            })
            .map_or(text.len(), |(at, _)| start + at);
        from = end;
        Some((Span::new(start..end), &text[start..end]))
    })
}

#[cfg(test)]
mod tests {
    use super::{sentence_ends, words};

    #[test]
    fn words_are_letters_with_apostrophes_inside() {
        let found: Vec<&str> = words("Don't use 'x1y' or e.g. café—2nd").map(|(_, word)| word).collect();
        assert_eq!(found, ["Don't", "use", "x", "y", "or", "e", "g", "café", "nd"]);
    }

    #[test]
    fn an_abbreviation_ends_no_sentence() {
        let text = "Due on Jan. 5. Late ones, e.g. posters, wait.\nNext";
        let ends: Vec<&str> = sentence_ends(text).map(|end| &text[..end]).collect();
        assert_eq!(
            ends,
            [
                "Due on Jan. 5.",
                "Due on Jan. 5. Late ones, e.g. posters, wait.",
                "Due on Jan. 5. Late ones, e.g. posters, wait.\n"
            ]
        );
    }
}
