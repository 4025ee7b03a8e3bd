//! Events that are part of the event.

pub(super) mod tabled;

use std::collections::BTreeSet;

use handbill_model::{Part, Role, SourceKind};
use handbill_text::Span;

use super::labels::Labelled;
use super::ledger::{Cite, Cited};
use super::milestones::{Milestone, Stage};
use super::place::LOCATION_LABELS;
use super::places::is_venue_name;
use super::sentences::{has_any, is_short, plain, without_end_mark};
use super::title::day_number;
use super::view::View;
use super::when::{DATE_LABELS, When, resolve_in_event};
use crate::outline::BlockKind;
use crate::passage::Passage;
use crate::phrase::Clock;

/// Items with a date of their own under the event's dates or place (`Showcase: June 4`, `Dinner: Old Hall (June 5)`), and
/// headings of events with their days (`Showcase - June 4`), where the event has other days, too; else what a list of dates
/// puts around the main days.
pub(crate) fn parts(view: &View<'_>, role: &Role) -> Vec<Cited<Part>> {
    let found = labelled(view);
    if !found.is_empty() {
        return found;
    }
    // A schedule's headings are its days.
    let told = |read: fn(&View<'_>) -> Vec<Cited<Part>>| {
        Some(read(view)).filter(|found| *role == Role::Event && !found.is_empty())
    };
    told(headed)
        .or_else(|| told(listed))
        .or_else(|| told(tabled))
        .or_else(|| told(sectioned))
        .unwrap_or_else(|| around(view, role))
}

/// `Tutorials | June 4`, `Main conference | June 5-6`, `Workshops | June 7`: rows that name parts of an event whose days they
/// share among them.
fn around(view: &View<'_>, role: &Role) -> Vec<Cited<Part>> {
    let (mut found, mut names) = (Vec::new(), BTreeSet::new());
    let heads = |row: &Milestone<'_>| matches!(view.outline.blocks[row.block].kind, BlockKind::Heading(_));
    let is_day = |row: &Milestone<'_>| numbers_a_day(&row.label) || *role == Role::Schedule && heads(row);
    let staged = |row: &&Milestone<'_>| matches!(row.stage, Stage::Around | Stage::Event) && !is_day(row);
    let rows = || view.milestones().iter().filter(staged);
    if !rows().any(|row| row.stage == Stage::Around) {
        return found;
    }
    for row in rows().filter(|row| is_short(&row.label, 4)) {
        let cite = Cite::part(row.passage, row.date.span, SourceKind::List);
        let name = without_word_of_days(without_end_mark(&row.label));
        let when = resolve_in_event(view, row.date, cite).filter(When::is_one_run);
        let Some(part) = when.and_then(|when| part_of(view, name, when)) else { continue };
        if names.insert(part.value.name.to_ascii_lowercase()) {
            found.push(part);
        }
    }
    found
}

/// `Workshop dates` are those of the workshop.
fn without_word_of_days(label: &str) -> &str {
    let (front, last) = label.trim_end().rsplit_once(' ').unwrap_or((label, ""));
    let days = ["date", "dates", "day", "days"];
    if days.iter().any(|word| word.eq_ignore_ascii_case(last)) { front } else { label }
}

fn listed(view: &View<'_>) -> Vec<Cited<Part>> {
    let rows = days_by_part(view).into_iter();
    let parts = rows.filter_map(|row| {
        let cite = Cite::part(row.passage, row.date.span, SourceKind::List);
        let mut part = part_of(view, name_of(row), resolve_in_event(view, row.date, cite)?)?;
        part.value.location = place_of(row).map(|place| plain(place.of(&row.passage.text))).unwrap_or_default();
        Some(part)
    });
    parts.collect()
}

fn tabled(view: &View<'_>) -> Vec<Cited<Part>> {
    let rows = Some(tabled::rows(view)).filter(|rows| !rows.is_empty()).unwrap_or_else(|| tabled::items(view));
    let parts = rows.into_iter().filter_map(|row| {
        let mut part = part_of(view, &row.name, row.when)?;
        part.value.location = row.place.map(|place| plain(&place.text)).unwrap_or_default();
        Some(part)
    });
    parts.collect()
}

/// How far down the list may stand, in blocks.
const TOP: usize = 40;

/// The lines of a list near the top where every item is a day and what is held then: `Monday, 4 March: Showcase`.
pub(crate) fn days_by_part<'v>(view: &'v View<'_>) -> Vec<&'v Milestone<'v>> {
    let list_of = |block: usize| match view.outline.blocks[block].kind {
        BlockKind::Item { list, .. } if block < TOP => Some(list),
        _ => None,
    };
    let rows: Vec<_> = view.milestones().iter().filter(|row| list_of(row.block).is_some()).collect();
    let is_part = |row: &&Milestone<'_>| {
        let name = name_of(row);
        is_short(name, 6) && has_any(name, HELD) && !has_any(name, NO_PARTS) && !numbers_a_day(name)
    };
    let mut lists = rows.chunk_by(|one, next| list_of(one.block) == list_of(next.block));
    let whole = |of_list: &&[&Milestone<'_>]| {
        let list = of_list.first().and_then(|row| list_of(row.block));
        let items = list.map_or(0, |list| view.outline.items(list).count());
        of_list.len() >= 2 && of_list.len() == items && of_list.iter().all(is_part)
    };
    lists.find(whole).map(<[_]>::to_vec).unwrap_or_default()
}

/// What is held, without its time in front and its place behind: `13:00 — Showcase at the Harbour Museum`.
fn name_of<'v>(row: &'v Milestone<'_>) -> &'v str {
    let label = without_time(row);
    let name = label.split(" (").next().unwrap_or("");
    name.split(" at the ").next().and_then(|name| name.split(" at ").next()).unwrap_or(name)
}

/// A label without the time of day that it starts with.
fn without_time<'v>(row: &'v Milestone<'_>) -> &'v str {
    let label = row.label.as_str();
    let text = &row.passage.text;
    let behind = Span::new(row.date.span.end()..row.line.end().max(row.date.span.end()));
    let Some(time) = row.passage.phrases().times_in(behind).next() else { return label };
    if text[behind.start()..time.span.start()].contains(char::is_alphanumeric) {
        return label;
    }
    let rest = label.strip_prefix(time.span.of(text)).unwrap_or(label);
    rest.trim_start_matches([' ', ',', ':', ';', '-', '–', '—', '|'])
}

/// The building behind what is held.
pub(crate) fn place_of(row: &Milestone<'_>) -> Option<Span> {
    let line = row.line.of(&row.passage.text);
    let (before, place) = line.split_once(" at the ").or_else(|| line.split_once(" at "))?;
    let start = row.line.start() + line.len() - place.len();
    let place = place.split([',', '(', '.', ';']).next().unwrap_or(place).trim_end();
    let named = is_venue_name(place) && row.line.start() + before.len() > row.date.span.start();
    named.then(|| Span::new(start..start + place.len()))
}

/// A part that takes place on some of the event's days.
fn part_of(view: &View<'_>, name: &str, when: When) -> Option<Cited<Part>> {
    let event = view.when()?;
    let inside = event.start() <= when.start() && when.end() <= event.end();
    let whole = event.start() == when.start() && event.end() == when.end();
    (inside && !whole).then(|| {
        let mut part = Part::new(plain(name));
        (part.start, part.end) = (Some(when.start()), Some(when.end()));
        Cited::new(part, when.cite)
    })
}

fn labelled(view: &View<'_>) -> Vec<Cited<Part>> {
    let mut found = Vec::new();
    let below =
        |section: usize| view.outline.own(section).filter(|(_, block)| matches!(block.kind, BlockKind::Item { .. }));
    for (index, _) in view.sections(WHEN_AND_WHERE).filter(|section| names_when(view, *section)).flat_map(below) {
        found.extend(view.labels_of(index).iter().find_map(|inner| part(view, inner)));
    }
    for fact in view.labels.iter().filter(|fact| is_when_or_where(&fact.label)) {
        for (index, _) in
            view.outline.inside(fact.block).filter(|(_, block)| matches!(block.kind, BlockKind::Item { .. }))
        {
            found.extend(view.labels_of(index).iter().find_map(|inner| part(view, inner)));
        }
    }
    found
}

/// Words of headings over items that are parts, each with its day and place.
const WHEN_AND_WHERE: &[&str] = &["when", "dates", "date"];

/// Whether a heading is `When and where` or the like, and nothing more: other dates are not those of parts.
fn names_when(view: &View<'_>, section: usize) -> bool {
    const WORDS: &[&str] =
        &["when", "where", "dates", "date", "and", "&", "place", "places", "venue", "venues", "location", "locations"];
    let mut words = view.outline.title(section).split_whitespace();
    words.all(|word| WORDS.iter().any(|known| known.eq_ignore_ascii_case(word.trim_end_matches([':', '?', ',']))))
}

/// What is held in a day or two inside of an event.
const HELD: &[&str] = &[
    "showcase", "workshop", "workshops", "conference", "meeting", "meetings", "hackathon", "tutorial", "tutorials",
    "training", "symposium", "forum", "unconference", "sprint", "event", "reception", "sessions", "community day",
    "open day", "working group", "working groups",
];

/// Headings that name an event and its days, of which the event as a whole has more.
fn headed(view: &View<'_>) -> Vec<Cited<Part>> {
    let sections = view.sections(HELD).filter_map(|section| {
        let heading = view.outline.heading(section)?;
        let passage = &heading.passage;
        let mut dates = passage.phrases().dates.iter();
        let (date, None) = (dates.next()?, dates.next()) else { return None };
        let name = passage.text[..date.span.start()].trim_end_matches([' ', '(', ',', '-', '–', '—', ':', '|']);
        let alone = passage.text[date.span.end()..].trim_matches([' ', ')', '.']).is_empty();
        let named = is_short(name, 6) && has_any(name, HELD) && passage.phrases().times.is_empty();
        if !matches!(heading.kind, BlockKind::Heading(2..=4))
            || !alone
            || !named
            || has_any(name, NO_PARTS)
            || numbers_a_day(name)
        {
            return None;
        }
        part_of(view, name, resolve_in_event(view, date, Cite::part(passage, date.span, SourceKind::Heading))?)
    });
    sections.collect()
}

/// Sections that name an event, with labels that tell its days and its place: `## Showcase` over `When: Monday, 4 March`.
fn sectioned(view: &View<'_>) -> Vec<Cited<Part>> {
    view.sections(HELD).filter_map(|section| of_section(view, section)).collect()
}

/// The part that a section tells of by itself, be it of a day or two of the event.
pub(crate) fn of_section(view: &View<'_>, section: usize) -> Option<Cited<Part>> {
    let heading = view.outline.heading(section).filter(|heading| matches!(heading.kind, BlockKind::Heading(2..=4)))?;
    let name = heading.passage.text.as_str();
    if !is_short(name, 6) || !view.is_titled(section, HELD) || view.is_titled(section, NO_PARTS) || numbers_a_day(name)
    {
        return None;
    }
    let labels = || view.outline.own(section).take(LABELLED).flat_map(|(index, _)| view.labels_of(index));
    let is = |fact: &&Labelled, labels: &[&str]| labels.iter().any(|label| label.eq_ignore_ascii_case(&fact.label));
    let fact = labels().find(|fact| is(fact, DATE_LABELS))?;
    let date = fact.value.phrases().dates.first()?;
    let when = resolve_in_event(view, date, Cite::part(&fact.value, date.span, SourceKind::Label))?;
    let mut part = part_of(view, without_end_mark(name), when)?;
    set_times(&mut part.value, &fact.value);
    let place = labels().find(|fact| is(fact, LOCATION_LABELS));
    part.value.location = place.map(|fact| plain(&fact.value.text)).unwrap_or_default();
    Some(part)
}

/// Puts in the hours that a text gives as its only ones.
fn set_times(part: &mut Part, passage: &Passage) {
    if let [time] = passage.phrases().times.as_slice() {
        part.start_time = time.start.time().filter(|_| time.start.is_certain());
        part.end_time = time.end.and_then(Clock::time).filter(|_| part.start_time.is_some());
    }
}

/// Among how many of a section's first blocks its labels stand.
const LABELLED: usize = 8;

/// What stands in headings with a day that is none of a part: the steps before it, and the days of a programme.
const NO_PARTS: &[&str] = &[
    "deadline", "registration", "notification", "submission", "submissions", "call for", "schedule", "programme",
    "program", "agenda", "proposals", "due",
];

/// `Conference day 2` is a day of the programme.
fn numbers_a_day(name: &str) -> bool {
    name.match_indices(' ').any(|(at, _)| day_number(&name[at + 1..]).is_some()) || day_number(name).is_some()
}

fn is_when_or_where(label: &str) -> bool {
    DATE_LABELS.iter().chain(LOCATION_LABELS).any(|known| known.eq_ignore_ascii_case(label))
}

fn part(view: &View<'_>, fact: &Labelled) -> Option<Cited<Part>> {
    let date = fact.value.phrases().dates.first()?;
    if has_any(&fact.label, &["deadline", "registration", "notification", "submission", "submissions"]) {
        return None;
    }
    let when = resolve_in_event(view, date, Cite::part(&fact.value, date.span, SourceKind::Label))?;
    let mut part = Part::new(plain(without_end_mark(&fact.label)));
    part.start = Some(when.start());
    part.end = Some(when.end());
    let place = fact.value.text[..date.span.start()].trim_end_matches([' ', '(', ',', '-', '–']);
    part.location = plain(place);
    set_times(&mut part, &fact.value);
    Some(Cited::new(part, when.cite))
}
