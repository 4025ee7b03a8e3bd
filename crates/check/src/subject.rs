//! What rules ask of a page again and again, found out once.

mod deadline;
mod definitions;
mod half;
mod label;
mod language;
mod left_open;
mod nodes;
mod slot;
mod target;
mod text;
mod weekday;
mod weekdays;
mod words;
mod year;
mod zone;

use std::cell::OnceCell;
use std::collections::BTreeSet;

use handbill_kramdown::{Kind, Node};
use handbill_model::{Date, Event, Role, SourceKind};
use handbill_page::keys::Told;
use handbill_page::{BlockKind, Cell, Grid, Page};
use handbill_text::{Place, Span};

use crate::suppress::Suppressions;
use crate::{RULES, Rule, Scope, Selector, Settings};

pub(crate) use deadline::{is_deadline, names_deadlines, speaks_of_deadlines};
pub(crate) use half::other_half;
pub(crate) use label::normal;
pub(crate) use left_open::is_part;
pub(crate) use slot::{Slot, goes_on_beside};
pub(crate) use target::{Target, TargetKind, host};
pub(crate) use text::Text;
pub(crate) use weekday::{Disagreement, disagreements, year_that_fits};
pub(crate) use words::{Known, words};
pub(crate) use year::{headings, tells_of_another_time, years};
pub(crate) use zone::tells_zone;

use definitions::Unused;
use weekdays::Weekdays;

/// A page under the eyes of the rules.
pub(crate) struct Subject<'a> {
    pub(crate) page: &'a Page,
    pub(crate) settings: &'a Settings,
    texts: OnceCell<Vec<Text<'a>>>,
    nodes: OnceCell<Vec<(Node<'a>, Kind<'a>)>>,
    targets: OnceCell<Vec<Target<'a>>>,
    unused: OnceCell<Unused<'a>>,
    runs: OnceCell<Vec<Vec<Slot<'a>>>>,
    english: OnceCell<bool>,
    weekdays: OnceCell<Weekdays>,
    event_years: OnceCell<Option<(i16, i16)>>,
    keys: OnceCell<Told<'a>>,
    written_labels: OnceCell<BTreeSet<String>>,
    suppressions: OnceCell<Suppressions>,
}

/// Whether a cell is one with which kramdown fills up a row of Markdown: it has no place, and no bar closes it.
pub(crate) fn is_filled(subject: &Subject<'_>, cell: &Cell) -> bool {
    cell.span.is_empty() && !subject.page.source[cell.span.start()..].trim_start_matches([' ', '\t']).starts_with('|')
}

impl<'a> Subject<'a> {
    pub(crate) fn new(page: &'a Page, settings: &'a Settings) -> Self {
        Self {
            page,
            settings,
            texts: OnceCell::new(),
            nodes: OnceCell::new(),
            targets: OnceCell::new(),
            unused: OnceCell::new(),
            runs: OnceCell::new(),
            english: OnceCell::new(),
            weekdays: OnceCell::new(),
            event_years: OnceCell::new(),
            keys: OnceCell::new(),
            written_labels: OnceCell::new(),
            suppressions: OnceCell::new(),
        }
    }

    /// Whether the page is one that rules of this scope look at.
    fn is_within(&self, scope: Scope) -> bool {
        match scope {
            Scope::File => self.page.split.front_matter.is_some() || self.page.split.problem.is_some(),
            Scope::Page => self.page.document.page.role != Role::None,
            Scope::Event => self.settings.event_page.unwrap_or_else(|| match self.page.document.page.role {
                Role::Event | Role::Call | Role::Schedule | Role::Travel => self.page.document.event.is_some(),
                Role::None | Role::Listing | Role::Other(_) => false,
            }),
        }
    }

    /// Whether a rule has anything to say of the page: it is one that such rules look at, and not too old for this one.
    pub(crate) fn looks_with(&self, rule: &Rule) -> bool {
        self.is_within(rule.scope) && (rule.breaks_page() || !self.is_archived())
    }

    /// Whether every rule that a selector names looked at the page.
    pub(crate) fn looked(&self, selector: Selector) -> bool {
        let mut named = RULES.iter().filter(|rule| selector.covers(rule));
        named.all(|rule| self.settings.runs(rule) && self.looks_with(rule))
    }

    /// What comments on the page tell the check to pass over.
    pub(crate) fn suppressions(&self) -> &Suppressions {
        self.suppressions.get_or_init(|| Suppressions::of(self.page))
    }

    /// Whether the page says `handbill: false`: nobody is to look at it.
    pub(crate) fn is_switched_off(&self) -> bool {
        self.page.front_matter.root.get("handbill").and_then(handbill_frontmatter::Value::as_bool) == Some(false)
    }

    /// The event's first and last day.
    pub(crate) fn days(&self) -> Option<(Date, Date)> {
        let event = self.page.document.event.as_ref()?;
        let start = event.start?;
        Some((start, event.end.unwrap_or(start)))
    }

    /// What keys of the front matter tell.
    pub(crate) fn keys(&self) -> &Told<'a> {
        self.keys.get_or_init(|| Told::of(&self.page.front_matter.root))
    }

    /// Whether keys have the event end before it starts.
    pub(crate) fn has_reversed_keys(&self) -> bool {
        self.keys().ends.is_some_and(|[(start, _), (end, _)]| end < start)
    }

    /// The event, where the page is its main one: calls and schedules need not tell everything.
    pub(crate) fn main_event(&self) -> Option<&'a Event> {
        let document = &self.page.document;
        document.event.as_ref().filter(|_| document.page.role == Role::Event)
    }

    /// Where the page names itself: its title, else its first heading, else its start.
    pub(crate) fn title_place(&self) -> Span {
        let title = self.page.front_matter.root.get("title").map(|title| title.span);
        let heading = self.page.outline.blocks.iter().find(|block| matches!(block.kind, BlockKind::Heading(_)));
        title.or_else(|| heading.map(|block| block.span)).unwrap_or_else(|| Span::at(self.page.split.body.start()))
    }

    /// The headings over a place in the file and the one it stands in, innermost first.
    pub(crate) fn headings_at(&self, place: Span) -> impl Iterator<Item = &'a str> {
        let outline = &self.page.outline;
        let behind = outline.blocks.partition_point(|block| block.span.start() <= place.start());
        let section = behind.checked_sub(1).and_then(|index| outline.blocks.get(index)).map(|block| block.section);
        section.into_iter().flat_map(|section| outline.ancestors(section)).map(|section| outline.title(section))
    }

    /// The years of the event: of its days, else of the title, else of the path or of the address.
    pub(crate) fn event_years(&self) -> Option<(i16, i16)> {
        *self.event_years.get_or_init(|| {
            if let Some((start, end)) = self.days() {
                return Some((start.year(), end.year()));
            }
            self.page.document.event.as_ref()?;
            let title = self.page.document.page.title.as_str();
            let address = || years(&self.page.document.page.url).last();
            let year = years(title).next().or_else(|| years(&self.page.path).last()).or_else(address)?;
            Some((year, year))
        })
    }

    /// Whether the event is over since before the day from which on pages are looked at closely. Of an event that tells
    /// its year alone, the year must be over.
    fn is_archived(&self) -> bool {
        let Some(day) = self.settings.archive_before else { return false };
        match self.days() {
            Some((_, end)) => end < day,
            None => self.event_years().is_some_and(|(_, year)| year < day.year()),
        }
    }

    /// Labels of definitions that kramdown may not see, because Liquid makes their URLs.
    pub(crate) fn written_labels(&self) -> &BTreeSet<String> {
        self.written_labels.get_or_init(|| label::written(self.page))
    }

    /// The texts that people read, in the order of the source: titles in the front matter, blocks, cells.
    pub(crate) fn texts(&self) -> &[Text<'a>] {
        self.texts.get_or_init(|| text::texts(self.page))
    }

    /// The tables that are written on the page itself.
    pub(crate) fn tables(&self) -> impl Iterator<Item = &'a Grid> + '_ {
        self.page.outline.blocks.iter().filter_map(|block| match &block.kind {
            BlockKind::Table(grid) if !self.is_brought(block.span) => Some(grid),
            _ => None,
        })
    }

    /// Where the page's links lead to and its images come from, in the order of the source.
    pub(crate) fn targets(&self) -> &[Target<'a>] {
        self.targets.get_or_init(|| target::targets(self.page, self.nodes()))
    }

    /// The page's links, images, HTML, code and comments with their kinds, in the order of the text.
    pub(crate) fn nodes(&self) -> &[(Node<'a>, Kind<'a>)] {
        self.nodes.get_or_init(|| nodes::nodes(self.page))
    }

    /// The page's link definitions that no published text uses.
    pub(crate) fn unused(&self) -> &Unused<'a> {
        self.unused.get_or_init(|| definitions::unused(self))
    }

    /// The sessions that stand below each other, in the order of the page.
    pub(crate) fn runs(&self) -> &[Vec<Slot<'a>>] {
        self.runs.get_or_init(|| slot::runs(self))
    }

    /// Whether the page as a whole is written in English.
    pub(crate) fn english(&self) -> bool {
        *self.english.get_or_init(|| language::page_is_english(self.page, self.texts()))
    }

    /// Whether a text is English: by its own words where they tell, else as the page is.
    pub(crate) fn reads_english(&self, text: &Text<'_>) -> bool {
        text.english
            .get_or_init(|| language::is_english(text.words().iter().copied()))
            .unwrap_or_else(|| self.english())
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

    /// What kind of place a fact was read from.
    pub(crate) fn told_by(&self, pointer: &str) -> Option<&'a SourceKind> {
        let told = self.page.document.evidence.get(&pointer.parse().ok()?)?;
        told.first().map(|told| &told.from)
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
