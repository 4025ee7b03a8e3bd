//! What readers of facts look at.

use std::cell::OnceCell;

use handbill_frontmatter::FrontMatter;
use handbill_model::SourceKind;
use handbill_text::{Lines, Span};

use super::address::{self, Address};
use super::banner::{Banner, banner};
use super::calls::{
    self,
    deadline::{self, ClosingTime},
};
use super::keys::{Key, Keys};
use super::labels::{Labelled, labelled};
use super::ledger::Cite;
use super::milestones::{Milestone, milestones};
use super::named;
use super::place;
use super::programme::day_markers;
use super::prose::Prose;
pub(crate) use super::prose::Sentence;
use super::sentences::find;
use super::shortcodes::{Shortcode, shortcodes};
use super::title::Title;
use super::when::{self, When};
use super::words::Words;
use crate::outline::{Block, BlockKind, Outline};
use crate::passage::Passage;

/// A page under the eyes of those who read facts off it.
pub(crate) struct View<'a> {
    pub(crate) path: &'a str,
    pub(crate) source: &'a str,
    /// What of the source stands behind the front matter.
    pub(crate) body: Span,
    pub(crate) lines: &'a Lines,
    pub(crate) front_matter: &'a FrontMatter,
    pub(crate) keys: Keys<'a>,
    pub(crate) outline: &'a Outline,
    pub(crate) labels: Vec<Labelled>,
    /// The words of the sections' headings.
    titles: Vec<Words>,
    pub(crate) title: Option<Title>,
    /// The year that dates without one are in, and why.
    pub(crate) year: Option<Year>,
    when: OnceCell<Option<When>>,
    day_markers: OnceCell<Vec<usize>>,
    milestones: OnceCell<Vec<Milestone<'a>>>,
    all_deadlines: OnceCell<Option<ClosingTime>>,
    banner: OnceCell<Banner>,
    address: OnceCell<[Address; 2]>,
    opening: OnceCell<Vec<Sentence<'a>>>,
    calls: OnceCell<Vec<Option<Cite>>>,
    shortcodes: OnceCell<Vec<Shortcode<'a>>>,
    linked: OnceCell<Vec<(usize, &'a Passage)>>,
    prose: &'a Prose,
    sentences: Vec<Sentence<'a>>,
    lines_of_own: OnceCell<Vec<(Sentence<'a>, usize)>>,
}

/// The year that dates without one are in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Year {
    pub(crate) year: i16,
    /// `year taken from the title`.
    pub(crate) note: &'static str,
}

impl Year {
    /// Whether nothing but the path tells it.
    pub(crate) fn is_of_path(&self) -> bool {
        self.note == OF_PATH
    }
}

/// Why a year is that of the path.
const OF_PATH: &str = "year taken from the path";

impl<'a> View<'a> {
    pub(crate) fn new(
        path: &'a str,
        (source, body): (&'a str, Span),
        lines: &'a Lines,
        front_matter: &'a FrontMatter,
        (outline, prose): (&'a Outline, &'a Prose),
    ) -> Self {
        let keys = Keys::new(&front_matter.root);
        let title = title(&keys, source, outline);
        let mut view = Self {
            path,
            source,
            body,
            lines,
            front_matter,
            keys,
            outline,
            labels: labelled(outline),
            titles: (0..outline.sections.len()).map(|section| Words::of(outline.title(section))).collect(),
            title,
            year: None,
            when: OnceCell::new(),
            day_markers: OnceCell::new(),
            milestones: OnceCell::new(),
            all_deadlines: OnceCell::new(),
            banner: OnceCell::new(),
            address: OnceCell::new(),
            opening: OnceCell::new(),
            calls: OnceCell::new(),
            shortcodes: OnceCell::new(),
            linked: OnceCell::new(),
            prose,
            sentences: prose.sentences(outline),
            lines_of_own: OnceCell::new(),
        };
        view.year = view.find_year();
        view
    }

    /// The label's facts whose label is one of `labels` (lower case), in the page's order.
    pub(crate) fn labelled(&self, labels: &'static [&'static str]) -> impl Iterator<Item = &Labelled> {
        self.labels.iter().filter(move |fact| labels.iter().any(|label| label.eq_ignore_ascii_case(&fact.label)))
    }

    /// What stands right under headings that are one of `labels` (lower case) and nothing else.
    pub(crate) fn headed(&self, labels: &'static [&'static str]) -> impl Iterator<Item = &Passage> {
        let outline = self.outline;
        let is_label = move |section: &usize| {
            let title = outline.title(*section).trim_end_matches([':', '?']).trim();
            labels.iter().any(|label| label.eq_ignore_ascii_case(title))
        };
        let first = move |section| outline.own(section).map(|(_, block)| block).find(|block| !block.passage.is_empty());
        (1..outline.sections.len()).filter(is_label).filter_map(first).map(|block| &block.passage)
    }

    /// The days of the event.
    pub(crate) fn when(&self) -> Option<&When> {
        self.when.get_or_init(|| when::when(self)).as_ref()
    }

    /// The sentences that start with the name of the event that the page's address names, and where the name ends.
    pub(crate) fn lines_of_own(&self) -> &[(Sentence<'a>, usize)] {
        self.lines_of_own.get_or_init(|| named::lines_of_own(self))
    }

    /// The dated lines of the page.
    pub(crate) fn milestones(&self) -> &[Milestone<'a>] {
        self.milestones.get_or_init(|| milestones(self.outline))
    }

    /// The time and zone that the page gives for all of its deadlines.
    pub(crate) fn all_deadlines(&self) -> Option<ClosingTime> {
        self.all_deadlines.get_or_init(|| deadline::all_deadlines(self)).clone()
    }

    /// The lines under the title.
    pub(crate) fn banner(&self) -> &Banner {
        self.banner.get_or_init(|| banner(self))
    }

    /// What the page's address ends with, as words.
    pub(crate) fn address(&self) -> &[Address] {
        self.address.get_or_init(|| address::ends(self.path, self.front_matter))
    }

    /// Of each kind of call, where the title or the address names it.
    pub(crate) fn calls(&self) -> &[Option<Cite>] {
        self.calls.get_or_init(|| calls::named(self))
    }

    /// The shortcodes that the page calls.
    pub(crate) fn shortcodes(&self) -> &[Shortcode<'a>] {
        self.shortcodes.get_or_init(|| shortcodes(self.source, self.body))
    }

    /// The passages of the page that have links, each with the block where it stands.
    pub(crate) fn linked(&self) -> impl Iterator<Item = (usize, &'a Passage)> + '_ {
        let linked = || self.outline.passages().filter(|(_, passage)| !passage.links.is_empty()).collect();
        self.linked.get_or_init(linked).iter().copied()
    }

    /// The blocks that do nothing but name a day, in order.
    pub(crate) fn day_markers(&self) -> &[usize] {
        self.day_markers.get_or_init(|| day_markers(self))
    }

    /// The labelled facts of a block.
    pub(crate) fn labels_of(&self, block: usize) -> &[Labelled] {
        let start = self.labels.partition_point(|fact| fact.block < block);
        let end = self.labels.partition_point(|fact| fact.block <= block);
        &self.labels[start..end]
    }

    /// The sections whose heading has one of `words` (lower case).
    pub(crate) fn sections<'v>(&'v self, words: &[&'static str]) -> impl Iterator<Item = usize> + use<'v, 'a> {
        // The headings are among the sentences.
        let held = self.held(words);
        let end = if held.is_empty() { 1 } else { self.titles.len() };
        (1..end).filter(move |section| self.is_titled(*section, &held))
    }

    /// Whether the heading of a section has one of `words` (lower case).
    pub(crate) fn is_titled(&self, section: usize, words: &[&str]) -> bool {
        let known = &self.titles[section];
        words.iter().any(|word| known.may_hold(word) && find(self.outline.title(section), word).is_some())
    }

    /// The sentences of paragraphs, items and quotes.
    pub(crate) fn sentences(&self) -> impl Iterator<Item = Sentence<'a>> + '_ {
        self.sentences.iter().filter(|sentence| sentence.is_prose()).copied()
    }

    /// Those of [`View::sentences`] that have one of `phrases`. Most phrases stand nowhere on a page, and then no
    /// sentence is looked at for them.
    pub(crate) fn telling<'v>(&'v self, phrases: &[&'static str]) -> impl Iterator<Item = Sentence<'a>> + use<'v, 'a> {
        let held = self.held(phrases);
        let all = if held.is_empty() { &[] } else { self.sentences.as_slice() };
        all.iter().filter(move |sentence| sentence.is_prose() && sentence.has(&held)).copied()
    }

    /// The phrases that a sentence of the page may have.
    pub(crate) fn held(&self, phrases: &[&'static str]) -> Vec<&'static str> {
        phrases.iter().copied().filter(|phrase| self.prose.may_hold(phrase)).collect()
    }

    /// The sentences of a block; those of code are none.
    pub(crate) fn sentences_of(&self, block: usize) -> &[Sentence<'a>] {
        &self.sentences[self.prose.of_block(block)]
    }

    /// Whether a sentence may tell of this event: a call for workshops tells where earlier ones were held.
    pub(crate) fn is_of_this_event(&self, sentence: Sentence<'_>) -> bool {
        let before = |event: &When| sentence.year().is_some_and(|year| event.start().year() > year);
        !sentence.is_past() && !self.when().is_some_and(before)
    }

    /// The first paragraphs, before the third heading, and those under `Welcome`: where a page says what it is about.
    pub(crate) fn opening(&self) -> impl Iterator<Item = Sentence<'a>> + '_ {
        self.opening.get_or_init(|| self.first_paragraphs().copied().collect()).iter().copied()
    }

    /// Those of [`View::opening`] that have one of `phrases`, as [`View::telling`] finds them.
    pub(crate) fn opening_telling<'v>(
        &'v self,
        phrases: &[&'static str],
    ) -> impl Iterator<Item = Sentence<'a>> + use<'v, 'a> {
        let held = self.held(phrases);
        let opening = (!held.is_empty()).then(|| self.opening());
        opening.into_iter().flatten().filter(move |sentence| sentence.has(&held))
    }

    fn first_paragraphs(&self) -> impl Iterator<Item = &Sentence<'a>> {
        let blocks = self.outline.blocks.iter().enumerate();
        let mut headings = 0;
        blocks
            .take_while(move |(index, block)| {
                if matches!(block.kind, BlockKind::Heading(_)) && *index > 0 {
                    headings += 1;
                }
                headings < 3 && *index < 40
            })
            .chain(self.welcome())
            .filter(|(_, block)| matches!(block.kind, BlockKind::Paragraph | BlockKind::Lead | BlockKind::Quote))
            .flat_map(|(index, _)| self.sentences_of(index))
    }

    /// What stands under the heading `Welcome` further down.
    pub(crate) fn welcome(&self) -> impl Iterator<Item = (usize, &'a Block)> {
        let outline = self.outline;
        let titled = |section: &usize| {
            ["welcome", "welcome!"].iter().any(|title| title.eq_ignore_ascii_case(outline.title(*section)))
        };
        let section = (1..outline.sections.len()).find(titled);
        section.into_iter().flat_map(|section| outline.own(section).take(10))
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
            .or_else(|| {
                let year = self.front_matter.root.get("year")?.as_int().and_then(|year| i16::try_from(year).ok())?;
                let note = "year taken from the front matter";
                (1990..=2099).contains(&year).then_some(Year { year, note })
            })
            .or_else(|| path_year(self.path).map(|year| Year { year, note: OF_PATH }))
    }
}

/// Titles that say nothing of the page.
const GENERIC: &[&str] = &["welcome", "home", "homepage", "index", "main", "start"];

/// The title: the key of that name, else one of the event's name, else the heading at the top of the page.
fn title(keys: &Keys<'_>, source: &str, outline: &Outline) -> Option<Title> {
    let named = keys.all(Key::Title).chain(keys.all(Key::Name));
    let passage = named.filter_map(|value| Passage::of_value(value, source)).find(|passage| !passage.is_empty());
    // A second heading, or one that says `Schedule`, heads a part of the page.
    let first = |(at, block): &(usize, &Block)| {
        let level = if *at == 0 { 2 } else { 1 };
        matches!(block.kind, BlockKind::Heading(own) if own <= level)
    };
    let heading = || outline.blocks.iter().enumerate().take(5).find(first).map(|(_, block)| block);
    let heading = passage.as_ref().is_none_or(|passage| is_generic(&passage.text)).then(heading).flatten();
    match (heading.filter(|heading| !heading.passage.is_empty() && !is_generic(&heading.passage.text)), passage) {
        (Some(heading), _) => Some(Title::read(&heading.passage, &SourceKind::Heading, &place::stated(keys))),
        (None, passage) => {
            // `name: ann-lee` is what a theme calls the page.
            let named = |passage: &Passage| passage.text.starts_with(char::is_uppercase) || passage.text.contains(' ');
            let called = || {
                let values = keys.all(Key::Called).filter_map(|value| Passage::of_value(value, source));
                values.into_iter().find(named)
            };
            Some(Title::read(&passage.or_else(called)?, &SourceKind::Title, &place::stated(keys)))
        }
    }
}

/// Whether a title is that of any page at the top of a site: `Home`.
pub(crate) fn is_generic(title: &str) -> bool {
    GENERIC.iter().any(|known| known.eq_ignore_ascii_case(title.trim()))
}

/// The one year that a short text names: a word of four digits, or as in `SciMeet2031` what a name ends with.
pub(crate) fn lone_year(text: &str) -> Option<i16> {
    let mut years = years(text);
    let first = years.next()?;
    years.all(|year| year == first).then_some(first)
}

fn years(text: &str) -> impl Iterator<Item = i16> {
    let bytes = text.as_bytes();
    let mut at = 0;
    std::iter::from_fn(move || {
        loop {
            let start = at + bytes[at..].iter().position(u8::is_ascii_digit)?;
            let len = bytes[start..].iter().take_while(|byte| byte.is_ascii_digit()).count();
            at = start + len;
            if len == 4
                && let Some(year) = text[start..at].parse().ok().filter(|year| (1990..=2099).contains(year))
                && !text[at..].starts_with(char::is_alphanumeric)
                && is_named(&text[..start])
            {
                return Some(year);
            }
        }
    })
}

/// Whether the word that a text ends with is none, or a name.
fn is_named(before: &str) -> bool {
    let name = &before[before.trim_end_matches(char::is_alphanumeric).len()..];
    name.is_empty() || (name.len() >= 3 && name.chars().all(char::is_alphabetic))
}

/// The year that a folder or the start of the file's name gives.
pub(crate) fn path_year(path: &str) -> Option<i16> {
    path.split('/').rev().find_map(|part| {
        lone_year(part.split(|c: char| !c.is_ascii_digit()).next().unwrap_or("")).or_else(|| lone_year(part))
    })
}
