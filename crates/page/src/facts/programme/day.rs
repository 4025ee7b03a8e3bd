//! Which day a heading, a row, a column or a line speaks of.

use handbill_model::{Date, SourceKind};
use handbill_text::Span;

use super::super::ledger::{Cite, Cited};
use super::super::sentences::{is_short, plain};
use super::super::title::{EVENT_WORDS, day_number};
use super::super::view::View;
use super::super::when::{When, single};
use super::lead::{leading, trailing};
use crate::outline::BlockKind;
use crate::passage::Passage;
use crate::phrase::{self, DatePhrase, Form, Weekday};

/// A day with the words that name it.
#[derive(Clone, Debug)]
pub(super) struct NamedDay {
    pub(super) date: Option<Cited<Date>>,
    pub(super) label: Cited<String>,
}

/// How many names of days are looked at above a block.
const NEAR: usize = 8;

/// The day that the nearest heading or line over a block names.
pub(super) fn of_block(view: &View<'_>, index: usize) -> Option<NamedDay> {
    naming(view, index).map(|(_, day)| day).or_else(|| of_page(view).filter(|_| !is_beside(view, index)))
}

/// Whether the heading over a block speaks of the time before or after the event: `Ahead of the Workshop`.
fn is_beside(view: &View<'_>, index: usize) -> bool {
    const BESIDE: &[&str] = &["ahead of", "before the", "after the", "prior to", "following the"];
    let event = |section: &usize| view.is_titled(*section, BESIDE) && view.is_titled(*section, EVENT_WORDS);
    view.outline.blocks.get(index).is_some_and(|block| view.outline.ancestors(block.section).any(|one| event(&one)))
}

/// The day of the page: its title's, or the only one of its event.
pub(super) fn of_page(view: &View<'_>) -> Option<NamedDay> {
    of_title(view).or_else(|| only_day(view))
}

/// The one day of the event that the paragraph in front of a table names: `The workshop is on Sunday, 13 January:`.
pub(super) fn in_front(view: &View<'_>, index: usize) -> Option<NamedDay> {
    let (block, before) = (view.outline.blocks.get(index)?, view.outline.blocks.get(index.checked_sub(1)?)?);
    let phrases = before.passage.phrases();
    let [date] = phrases.dates.as_slice() else { return None };
    let told = before.kind == BlockKind::Paragraph && before.section == block.section && date.is_one_day();
    let day = of_date(view, &before.passage, date).filter(|_| told)?;
    let event = view.when()?;
    day.date.as_ref().is_some_and(|date| event.has(date.value)).then_some(day)
}

/// The nearest block over another that names a day: the item or quote around it, a line in its section, a heading.
pub(super) fn naming(view: &View<'_>, index: usize) -> Option<(usize, NamedDay)> {
    let outline = view.outline;
    let block = outline.blocks.get(index)?;
    let parents = std::iter::successors(block.parent, |parent| outline.blocks[*parent].parent).take(8);
    for parent in parents {
        if let Some(day) = of_passage(view, &outline.blocks[parent].passage, &SourceKind::List) {
            return Some((parent, day));
        }
    }
    let markers = view.day_markers();
    for section in outline.ancestors(block.section) {
        let range = outline.sections[section].blocks.clone();
        let before = markers.partition_point(|marker| *marker < index);
        // Markers of inner sections lie between; a day's name stands near what it names.
        let line = markers[..before].iter().rev().take(NEAR).find(|marker| {
            let named = &outline.blocks[**marker];
            // A strong line is a section of its own, which ends at the next one; so is a heading beside those of sessions.
            let beside = named.kind == BlockKind::Lead
                || matches!(named.kind, BlockKind::Heading(_)) && named.kind == block.kind;
            let home = if beside { outline.sections[named.section].parent } else { Some(named.section) };
            range.contains(marker) && home == Some(section)
        });
        if let Some(named) = line
            .and_then(|marker| Some((*marker, of_passage(view, &outline.blocks[*marker].passage, &SourceKind::Prose)?)))
        {
            return Some(named);
        }
        let heading = outline.sections[section].heading.filter(|heading| *heading != index);
        if let Some(named) = heading.and_then(|heading| {
            Some((heading, of_passage(view, &outline.blocks[heading].passage, &SourceKind::Heading)?))
        }) {
            return Some(named);
        }
    }
    None
}

/// Whether a block does nothing but name a day: `Monday, June 4`, `Day 1: 4 June`.
pub(super) fn is_marker(view: &View<'_>, index: usize) -> bool {
    view.day_markers().binary_search(&index).is_ok()
}

/// The blocks that do nothing but name a day.
pub(crate) fn markers(view: &View<'_>) -> Vec<usize> {
    let blocks = view.outline.blocks.iter().enumerate();
    blocks
        .filter(|(_, block)| {
            // An item names the day of what is inside it alone.
            matches!(block.kind, BlockKind::Heading(_) | BlockKind::Lead | BlockKind::Paragraph)
                && names_day_only(&block.passage)
        })
        .map(|(index, _)| index)
        .collect()
}

fn names_day_only(passage: &Passage) -> bool {
    let phrases = passage.phrases();
    let named = phrases.dates.iter().find(|date| date.is_one_day()).map(|date| date.span);
    let named = named.or_else(|| phrases.weekdays.first().map(|(_, span)| *span));
    let Some(span) = named.or_else(|| numbered(&passage.text).map(|(_, span)| span)) else { return false };
    // Four are too many, wherever they stand.
    let words = |text: &str| {
        let told = text.split_whitespace().filter(|word| word.contains(char::is_alphanumeric));
        told.take(4).count()
    };
    let whole = Span::new(0..passage.text.len());
    let timed = leading(passage, whole).or_else(|| trailing(passage, whole));
    let beside = match timed {
        Some(timed) => {
            return timed.date.is_some() && words(timed.words.of(&passage.text)) <= 2 && timed.words.is_empty();
        }
        None => words(&passage.text[..span.start()]) + words(&passage.text[span.end()..]),
    };
    beside <= 3 && phrases.times.is_empty() && !passage.text.contains(['!', '?'])
}

/// The day of a date in a passage.
pub(super) fn of_date(view: &View<'_>, passage: &Passage, date: &DatePhrase) -> Option<NamedDay> {
    let day = dated(view, passage, date, &SourceKind::Prose)?;
    let label = Cited::new(plain(date.span.of(&passage.text)), Cite::part(passage, date.span, SourceKind::Prose));
    Some(NamedDay { date: Some(day), label })
}

/// The day of a date; what is missing is the event's: `Friday 25th`, `March 12`.
fn dated(view: &View<'_>, passage: &Passage, date: &DatePhrase, kind: &SourceKind) -> Option<Cited<Date>> {
    let cite = Cite::part(passage, date.span, kind.clone());
    if let Some((day, note)) = single(view, date) {
        // The year of the page may be that of its writing, and one in January a slip of the pen.
        return Some(match view.when().and_then(|event| same_day_of(event, day)) {
            Some(own) => Cited::new(own, cite.noted("year taken from the event")),
            None => Cited::new(day, cite.noted(note)),
        });
    }
    let event = view.when().filter(|_| date.form != Form::Ambiguous)?;
    let near = date.first().near(event.start()).filter(|day| *day >= event.start());
    let near = near.or_else(|| date.first().near(event.end()))?;
    let note = if date.form == Form::DayOnly { "month taken from the event" } else { "year taken from the event" };
    Some(Cited::new(near, cite.noted(note)))
}

/// The day of the event that differs from another in its year alone.
fn same_day_of(event: &When, day: Date) -> Option<Date> {
    let of_year = |year: i16| Date::new(year, day.month(), day.day()).ok().filter(|own| event.has(*own));
    let other = !event.has(day);
    other.then(|| of_year(event.start().year()).or_else(|| of_year(event.end().year()))).flatten()
}

/// The day that a passage names: a date, or a weekday that the event has once.
pub(super) fn of_passage(view: &View<'_>, passage: &Passage, kind: &SourceKind) -> Option<NamedDay> {
    let phrases = passage.phrases();
    let label = || Cited::new(plain(&passage.text), Cite::whole(passage, kind.clone()));
    if let Some(date) = phrases.dates.iter().find(|date| date.is_one_day()) {
        let day = dated(view, passage, date, kind);
        return Some(NamedDay { date: day, label: label() });
    }
    // `Mon` names a day where it stands alone.
    let name = || passage.text.trim_end_matches('.');
    let named = || phrase::weekday(name()).or_else(|| phrase::misspelled_weekday(name()));
    let alone = || Some((named()?, Span::new(0..passage.text.len())));
    let weekday = phrases.weekdays.first().copied().or_else(alone);
    if phrases.dates.is_empty() && weekday.is_none() {
        let (number, span) = numbered(&passage.text)?;
        let day = days(view)?.nth(number.checked_sub(1)?)?;
        let cite = Cite::part(passage, span, kind.clone()).noted("date counted from the event's first day");
        return Some(NamedDay { date: Some(Cited::new(day, cite)), label: label() });
    }
    let (weekday, span) = weekday.filter(|_| phrases.dates.is_empty())?;
    // A long text with a weekday in it is no day's name.
    if !is_short(&passage.text, 8) {
        return None;
    }
    let day = day_of_weekday(view, weekday)?;
    let cite = Cite::part(passage, span, kind.clone()).noted("date taken from the event's days");
    Some(NamedDay { date: Some(Cited::new(day, cite)), label: label() })
}

fn day_of_weekday(view: &View<'_>, weekday: Weekday) -> Option<Date> {
    let mut days = days(view)?.filter(|day| Weekday::of(*day) == weekday);
    let first = days.next()?;
    days.next().is_none().then_some(first)
}

/// The days of the event, of a long run its first fortnight.
fn days<'a>(view: &'a View<'_>) -> Option<impl Iterator<Item = Date> + 'a> {
    let runs = view.when()?.runs.iter();
    Some(runs.flat_map(|(start, end)| start.series(jiff::ToSpan::day(1)).take_while(move |day| day <= end).take(14)))
}

/// The number of a day that has no other name, and where it stands: `Day 2`, `Day 2: Workshops`.
fn numbered(text: &str) -> Option<(usize, Span)> {
    let named = text.get(..4).is_some_and(|lead| lead.eq_ignore_ascii_case("day "));
    if !named || !is_short(text, 8) {
        return None;
    }
    let name = text.split([':', '-', '–', '—', ',', '(', '|']).next().unwrap_or(text).trim();
    let number = day_number(name).filter(|_| text.starts_with(name))?;
    Some((number, Span::new(0..name.len())))
}

fn of_title(view: &View<'_>) -> Option<NamedDay> {
    let title = view.title.as_ref()?;
    let (date, cite) = title.date.as_ref().filter(|(date, _)| date.is_one_day())?;
    let (day, note) = single(view, date)?;
    Some(NamedDay { date: Some(Cited::new(day, cite.clone().noted(note))), label: title.text.clone() })
}

/// The one day of an event of one day.
fn only_day(view: &View<'_>) -> Option<NamedDay> {
    let event = view.when().filter(|event| event.start() == event.end())?;
    // A value is told without the quotes around it.
    let label = view.source.get(event.cite.span.range()).unwrap_or_default();
    let label = plain(label.trim_matches(['"', '\'']));
    Some(NamedDay {
        date: Some(Cited::new(event.start(), event.cite.clone())),
        label: Cited::new(label, event.cite.clone()),
    })
}
