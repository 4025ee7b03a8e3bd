//! What rules ask of a page again and again, found out once.

mod label;
mod language;
mod target;
mod text;
mod weekday;
mod weekdays;
mod year;

use std::cell::OnceCell;
use std::collections::BTreeSet;

use handbill_model::{Date, Role};
use handbill_page::Page;
use handbill_text::{Place, Span};

use crate::{Scope, Settings};

pub(crate) use label::normal;
pub(crate) use target::{Target, TargetKind, host};
pub(crate) use text::{Text, words};
pub(crate) use weekday::{disagreements, year_that_fits};
pub(crate) use year::{headings, tells_of_another_time, years};

use weekdays::Weekdays;

/// A page under the eyes of the rules.
pub(crate) struct Subject<'a> {
    pub(crate) page: &'a Page,
    pub(crate) settings: &'a Settings,
    texts: OnceCell<Vec<Text<'a>>>,
    targets: OnceCell<Vec<Target<'a>>>,
    english: OnceCell<bool>,
    weekdays: OnceCell<Weekdays>,
    event_years: OnceCell<Option<(i16, i16)>>,
    written_labels: OnceCell<BTreeSet<String>>,
}

impl<'a> Subject<'a> {
    pub(crate) fn new(page: &'a Page, settings: &'a Settings) -> Self {
        Self {
            page,
            settings,
            texts: OnceCell::new(),
            targets: OnceCell::new(),
            english: OnceCell::new(),
            weekdays: OnceCell::new(),
            event_years: OnceCell::new(),
            written_labels: OnceCell::new(),
        }
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

    /// The years of the event: of its days, else of the title, else of the path.
    pub(crate) fn event_years(&self) -> Option<(i16, i16)> {
        *self.event_years.get_or_init(|| {
            if let Some((start, end)) = self.days() {
                return Some((start.year(), end.year()));
            }
            self.page.document.event.as_ref()?;
            let title = self.page.document.page.title.as_str();
            let year = years(title).next().or_else(|| years(&self.page.path).last())?;
            Some((year, year))
        })
    }

    /// Labels of definitions that kramdown may not see, because Liquid makes their URLs.
    pub(crate) fn written_labels(&self) -> &BTreeSet<String> {
        self.written_labels.get_or_init(|| label::written(self.page))
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
    pub(crate) fn reads_english(&self, text: &Text<'_>) -> bool {
        text.english.get_or_init(|| language::is_english(text.text)).unwrap_or_else(|| self.english())
    }

    /// The source at a place.
    pub(crate) fn source(&self, span: Span) -> &'a str {
        span.of(&self.page.source)
    }

    /// Where the fact at this JSON pointer was read, if on this page.
    pub(crate) fn place_of(&self, pointer: &str) -> Option<Span> {
        let pointer = pointer.parse().ok()?;
        let told = self.page.document.evidence.get(&pointer)?.first().filter(|told| told.path.is_empty())?;
        let offset = |line, column| self.page.lines.offset(&self.page.source, Place { line, column });
        Some(Span::new(offset(told.line, told.column)..offset(told.end_line, told.end_column)))
    }

    /// The place in the file of a place in the body.
    pub(crate) fn in_body(&self, span: Span) -> Span {
        span.shift(self.page.split.body.start())
    }

    /// Whether a place is that of a Liquid tag: what it brought stands in another file.
    pub(crate) fn is_brought(&self, span: Span) -> bool {
        let source = self.source(span);
        source.starts_with("{%") || source.starts_with("{{")
    }
}
