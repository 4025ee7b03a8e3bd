//! What rules ask of a page again and again, found out once.

mod language;
mod target;
mod text;

use std::cell::OnceCell;

use handbill_model::{Date, Role};
use handbill_page::Page;
use handbill_text::Span;

use crate::{Scope, Settings};

pub(crate) use language::is_english;
pub(crate) use target::{Target, TargetKind};
pub(crate) use text::{Text, words};

/// A page under the eyes of the rules.
pub(crate) struct Subject<'a> {
    pub(crate) page: &'a Page,
    pub(crate) settings: &'a Settings,
    texts: OnceCell<Vec<Text<'a>>>,
    targets: OnceCell<Vec<Target<'a>>>,
    english: OnceCell<bool>,
}

impl<'a> Subject<'a> {
    pub(crate) fn new(page: &'a Page, settings: &'a Settings) -> Self {
        Self { page, settings, texts: OnceCell::new(), targets: OnceCell::new(), english: OnceCell::new() }
    }

    /// Whether the page is one that rules of this scope look at.
    pub(crate) fn is_within(&self, scope: Scope) -> bool {
        match scope {
            Scope::File => self.page.split.front_matter.is_some() || self.page.split.problem.is_some(),
            Scope::Page => self.page.document.page.role != Role::None,
            Scope::Event => match self.page.document.page.role {
                Role::Event | Role::Call | Role::Schedule | Role::Travel => self.page.document.event.is_some(),
                Role::None | Role::Listing | Role::Other(_) => false,
            },
        }
    }

    /// The event's first and last day.
    pub(crate) fn days(&self) -> Option<(Date, Date)> {
        let event = self.page.document.event.as_ref()?;
        let start = event.start?;
        Some((start, event.end.unwrap_or(start)))
    }

    /// The texts that people read, in the order of the source: titles in the front matter, blocks, cells.
    pub(crate) fn texts(&self) -> &[Text<'a>] {
        self.texts.get_or_init(|| text::texts(self.page))
    }

    /// Where the page's links lead to and its images come from, in the order of the source.
    pub(crate) fn targets(&self) -> &[Target<'a>] {
        self.targets.get_or_init(|| target::targets(self.page))
    }

    /// Whether the page as a whole is written in English.
    pub(crate) fn english(&self) -> bool {
        *self.english.get_or_init(|| language::page_is_english(self.page, self.texts()))
    }

    /// Whether a text is English: by its own words where they tell, else as the page is.
    pub(crate) fn reads_english(&self, text: &str) -> bool {
        is_english(text).unwrap_or_else(|| self.english())
    }

    /// The source at a place.
    pub(crate) fn source(&self, span: Span) -> &'a str {
        span.of(&self.page.source)
    }

    /// Whether a place is that of a Liquid tag: what it brought stands in another file.
    pub(crate) fn is_brought(&self, span: Span) -> bool {
        let source = self.source(span);
        source.starts_with("{%") || source.starts_with("{{")
    }
}
