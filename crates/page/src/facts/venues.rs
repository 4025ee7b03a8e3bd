//! The buildings where the event takes place.

mod dateline;
mod strong;
mod told;

use handbill_model::{SourceKind, Venue};
use handbill_text::Span;

use super::ledger::{Cite, Cited};
use super::parts::{days_by_part, place_of, tabled};
use super::place::{self, LOCATION_LABELS};
use super::places::{is_proper_name, is_room_name, is_venue_name};
use super::postal;
use super::sentences::{has_any, is_short, mark_at, plain};
use super::view::View;
use crate::outline::{Block, BlockKind};
use crate::passage::Passage;

pub(crate) use dateline::town as town_of_dateline;
pub(crate) use told::town;

const HEADINGS: &[&str] = &["location", "locations", "venue", "venues", "where"];

/// Buildings named by the front matter, the title, labels, items under labels, and sections on places.
pub(crate) fn venues(view: &View<'_>) -> Vec<Cited<Venue>> {
    let mut found: Vec<Cited<Venue>> = Vec::new();
    let keyed = place::venue(view);
    let stated = keyed.is_some();
    let candidates = keyed.into_iter().chain(from_title(view)).chain(from_labels(view)).chain(from_sections(view));
    let told = dateline::venue(view).into_iter().chain(told::venues(view)).chain(of_parts(view));
    for venue in candidates.chain(told).chain(from_tours(view)).chain(from_days(view)) {
        // The house in the address that a key gives.
        let house = found.first().is_some_and(|keyed| keyed.value.address.starts_with(&venue.value.name));
        if stated && house {
            continue;
        }
        // A room lies in the building that a key gives.
        match found.first_mut().filter(|_| stated && is_room_name(&venue.value.name)) {
            Some(building) if building.value.name != venue.value.name => {
                if !building.value.rooms.contains(&venue.value.name) {
                    building.value.rooms.push(venue.value.name);
                }
            }
            Some(_) | None => add(&mut found, venue),
        }
    }
    found
}

/// How many buildings a page names at most: more are a list of something else.
const MOST: usize = 100;

/// Adds a venue; one that is there already only gains its rooms.
pub(crate) fn add(found: &mut Vec<Cited<Venue>>, venue: Cited<Venue>) {
    let full = found.len() >= MOST;
    // A room that was named with its building.
    if found.iter().any(|known| known.value.rooms.contains(&venue.value.name)) {
        return;
    }
    match found.iter_mut().find(|known| is_one(&known.value.name, &venue.value.name)) {
        Some(known) => {
            let rooms =
                venue.value.rooms.into_iter().filter(|room| !known.value.rooms.contains(room)).collect::<Vec<_>>();
            known.value.rooms.extend(rooms);
        }
        None if full => {}
        None => found.push(venue),
    }
}

/// Whether two names are one building's: a page may write `Center` here and `Centre` there.
fn is_one(one: &str, other: &str) -> bool {
    let differs = one.bytes().zip(other.bytes()).find(|(a, b)| !a.eq_ignore_ascii_case(b));
    let spelling = |byte: u8| matches!(byte.to_ascii_lowercase(), b'e' | b'r') || !byte.is_ascii();
    let alike = differs.is_none_or(|(a, b)| spelling(a) && spelling(b));
    let british = |name: &str| name.to_lowercase().replace("center", "centre").replace("theater", "theatre");
    // Most names differ early, and not in what the spellings do.
    one.len() == other.len() && alike && british(one) == british(other)
}

fn from_title(view: &View<'_>) -> Option<Cited<Venue>> {
    view.title.as_ref()?.venue.clone().map(|venue| venue.map(Venue::new))
}

/// `Location: ...` as item, line or heading, and the items under it: `Showcase: Main Hall (June 6)`.
fn from_labels(view: &View<'_>) -> Vec<Cited<Venue>> {
    let mut found = Vec::new();
    for fact in view.labelled(LOCATION_LABELS) {
        let several = each_with_purpose(&fact.value);
        if !several.is_empty() {
            found.extend(several);
        } else if let Some(mut venue) = read(&fact.value, Span::new(0..fact.value.text.len()), SourceKind::Label) {
            venue.value.purpose = purpose(view, view.outline.blocks[fact.block].section);
            found.push(venue);
        }
        for (index, _) in view.outline.inside(fact.block) {
            for inner in view.labels_of(index) {
                let end = inner.value.text.find(" (").unwrap_or(inner.value.text.len());
                if let Some(mut venue) = read(&inner.value, Span::new(0..end), SourceKind::Label) {
                    venue.value.purpose.clone_from(&inner.label);
                    found.push(venue);
                }
            }
        }
    }
    found
}

/// `Quay Library (Showcase); Rope Hall (Conference)`: several buildings, each with what takes place there.
fn each_with_purpose(passage: &Passage) -> Vec<Cited<Venue>> {
    let (mut found, mut from) = (Vec::new(), 0);
    for part in passage.text.split(';') {
        let start = from + part.len() - part.trim_start().len();
        from += part.len() + 1;
        let Some((name, purpose)) = part.trim().trim_end_matches('.').split_once(" (") else { return Vec::new() };
        let Some(purpose) = purpose.strip_suffix(')') else { return Vec::new() };
        let Some(mut venue) = read(passage, Span::new(start..start + name.len()), SourceKind::Label) else {
            return Vec::new();
        };
        venue.value.purpose = plain(purpose);
        found.push(venue);
    }
    if found.len() > 1 { found } else { Vec::new() }
}

/// What takes place where a label stands: the heading over it, where it names a part of the event.
fn purpose(view: &View<'_>, section: usize) -> String {
    let title = view.outline.title(section);
    let generic = has_any(
        title,
        &[
            "logistics", "details", "overview", "location", "locations", "venue", "information", "when", "where",
            "about", "practical", "practicalities",
        ],
    ) || title.split_whitespace().count() > 5;
    if generic
        || title.starts_with("Location:")
        || !view.outline.heading(section).is_some_and(|heading| matches!(heading.kind, BlockKind::Heading(2..=6)))
    {
        String::new()
    } else {
        plain(title)
    }
}

/// Under a heading such as `Locations`: paragraphs whose first line is a building and whose second is its address.
fn from_sections(view: &View<'_>) -> Vec<Cited<Venue>> {
    let mut found = Vec::new();
    for section in view.sections(HEADINGS).filter(|section| {
        view.outline.title(*section).split_whitespace().count() <= 4 && !view.is_titled(*section, BESIDE)
    }) {
        for (_, block) in view.outline.within(section).filter(|(_, block)| {
            matches!(block.kind, BlockKind::Paragraph | BlockKind::Item { .. }) && !is_beside(view, section, block)
        }) {
            if let Some(mut venue) = with_address(block) {
                if block.section != section && venue.value.purpose.is_empty() {
                    let title = view.outline.title(block.section);
                    title
                        .split([':', '('])
                        .next()
                        .unwrap_or("")
                        .split(" - ")
                        .next()
                        .unwrap_or("")
                        .trim()
                        .clone_into(&mut venue.value.purpose);
                }
                found.push(venue);
            }
        }
    }
    found
}

/// What guests need beside the event: `Where to stay` tells of hotels.
const BESIDE: &[&str] = &[
    "stay", "sleep", "eat", "park", "drink", "hotel", "hotels", "hostel", "hostels", "accommodation", "accommodations",
    "lodging", "restaurant", "restaurants", "dining", "cafés", "cafes", "pubs",
];

/// Whether a block of a section on the place tells of hotels or restaurants: the heading over it says so, or the line
/// in front of its list.
fn is_beside(view: &View<'_>, section: usize, block: &Block) -> bool {
    let lead = || {
        let BlockKind::Item { list, .. } = block.kind else { return None };
        let before = view.outline.lists.get(list)?.start.checked_sub(1)?;
        let before = &view.outline.blocks[before];
        matches!(before.kind, BlockKind::Paragraph | BlockKind::Lead).then_some(&before.passage.text)
    };
    block.section != section && view.is_titled(block.section, BESIDE)
        // What leads to a list is short, and every item asks for it.
        || lead().is_some_and(|lead| is_short(lead, 30) && has_any(lead, BESIDE))
}

/// Where the parts of the event are held, as a table or a list of them tells.
fn of_parts(view: &View<'_>) -> Vec<Cited<Venue>> {
    let whole = |passage: &Passage| Span::new(0..passage.text.len());
    let tabled = tabled::rows(view).into_iter().chain(tabled::items(view)).filter_map(|row| row.place);
    let mut found: Vec<_> = tabled.filter_map(|place| read(&place, whole(&place), SourceKind::Table)).collect();
    let listed = days_by_part(view).into_iter();
    found.extend(listed.filter_map(|row| read(row.passage, place_of(row)?, SourceKind::List)));
    found
}

/// `Tuesday 2 June - Harbour Hall`: the building behind the day in the heading of its programme.
fn from_days(view: &View<'_>) -> Vec<Cited<Venue>> {
    let headings = view.day_markers().iter().map(|index| &view.outline.blocks[*index]);
    let behind = headings.filter_map(|block| {
        let passage = &block.passage;
        let date = passage.phrases().dates.iter().find(|date| date.is_one_day())?;
        let rest = &passage.text[date.span.end()..];
        let name = rest.trim_start_matches([' ', ',', '-', '–', '—', ':', '(', '@', '|']).trim_end_matches([')', ' ']);
        let span = passage.text.len() - rest.len() + rest.find(name)?;
        let apart = rest.len() > name.len() + 1;
        (apart && is_venue_name(name) && !is_room_name(name)).then(|| {
            let cite = Cite::part(passage, Span::new(span..span + name.len()), SourceKind::Heading);
            Cited::new(Venue::new(plain(name)), cite)
        })
    });
    behind.collect()
}

/// The strong line under the heading of a tour or a visit: where it goes.
fn from_tours(view: &View<'_>) -> Vec<Cited<Venue>> {
    const TOURS: &[&str] = &["tour", "tours", "visit", "visits", "excursion", "excursions", "reception", "dinner"];
    let leads = view.outline.blocks.iter().filter(|block| matches!(block.kind, BlockKind::Lead));
    leads
        .filter(|block| {
            view.outline.ancestors(block.section).skip(1).take(2).any(|section| view.is_titled(section, TOURS))
        })
        .filter(|block| is_venue_name(block.passage.text.split(',').next().unwrap_or("")))
        .map(|block| {
            let cite = Cite::whole(&block.passage, SourceKind::Heading);
            Cited::new(Venue::new(plain(&block.passage.text)), cite)
        })
        .collect()
}

fn with_address(block: &Block) -> Option<Cited<Venue>> {
    if let Some(told) = strong::behind_purpose(&block.passage) {
        return told;
    }
    if let Some(venue) = strong::with_address(&block.passage) {
        return Some(venue);
    }
    // What is joined on the published page was written as lines.
    let lines = block.passage.lines().flat_map(|(line, _)| block.passage.written_lines(line, |_| true));
    let lines: Vec<Span> = lines.take(5).collect();
    let (first, rest) = lines.split_first()?;
    let mut venue = read(&block.passage, *first, SourceKind::Prose)?;
    let line = |span: &Span| plain(span.of(&block.passage.text));
    match rest {
        // `Werft, Quay 4, 222 23 Lund` in one line.
        [] => Some(venue).filter(|venue| !venue.value.address.is_empty()),
        _ if !rest.iter().any(|span| span.of(&block.passage.text).contains(|c: char| c.is_ascii_digit())) => None,
        _ => {
            venue.value.address = rest.iter().map(line).collect::<Vec<_>>().join(", ");
            Some(venue)
        }
    }
}

/// A building with the room in front of or behind it, and the address behind them.
fn read(passage: &Passage, span: Span, kind: SourceKind) -> Option<Cited<Venue>> {
    let text = span.of(&passage.text);
    let line = text.split(['\n', ';']).next().unwrap_or("");
    let line = super::sentences::sentences(line).first().map_or("", |sentence| sentence.of(line));
    let parts: Vec<(usize, &str)> = parts(line);
    let street =
        parts.iter().position(|(_, part)| part.starts_with(|c: char| c.is_ascii_digit())).unwrap_or(parts.len());
    let (first_at, first) = *parts.first()?;
    let second = parts.get(1).copied().filter(|_| street > 1);
    let (name_at, name, room) = match second {
        Some((at, second)) if is_room_name(first) && !is_room_name(second) && is_venue_name(second) => {
            (at, second, Some(first))
        }
        Some((_, second)) if is_room_name(second) && is_venue_name(first) => (first_at, first, Some(second)),
        // `Old Theatrette, State Library`: a hall whose name says nothing, in front of what is a building.
        Some((at, second)) if !is_venue_name(first) && is_proper_name(first) && is_venue_name(second) => {
            (at, second, Some(first))
        }
        Some(_) | None => (first_at, first, None),
    };
    let end = name_at + name.len();
    let address = postal::behind(line, end).map(|address| address.address.of(line));
    let address = address.or_else(|| in_parentheses(line, end).filter(|_| kind == SourceKind::Label));
    let is_building = is_venue_name(name) || address.is_some() && is_proper_name(name);
    if !is_building {
        return None;
    }
    let mut venue = Venue::new(plain(name));
    venue.rooms.extend(room.map(plain));
    if let Some(address) = address {
        venue.address = plain(address);
    } else if street < parts.len() && street > 0 {
        venue.address = plain(line[parts[street].0..].trim_end_matches(['.', ' ']));
    }
    // The street may have a line of its own.
    if venue.address.is_empty() {
        let behind = text.split('\n').skip(1).map(str::trim).filter(|line| !line.is_empty());
        let lines: Vec<&str> = behind.take(ADDRESS).collect();
        if lines.first().is_some_and(|street| postal::starts_a_street(street)) {
            venue.address = plain(&lines.join(", "));
        }
    }
    let place = Span::new(span.start() + name_at..span.start() + name_at + name.len());
    if let Some(link) = passage.links.iter().find(|link| link.span.overlaps(place)) {
        venue.url.clone_from(&link.url);
    }
    Some(Cited::new(venue, Cite::part(passage, place, kind)))
}

/// How many lines an address has at most.
const ADDRESS: usize = 3;

/// The parts of a line between commas outside of parentheses, with where they start; those with commas are left out.
fn parts(line: &str) -> Vec<(usize, &str)> {
    let (mut depth, mut at) = (0_usize, 0);
    let outside = |c: char| {
        match c {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        c == ',' && depth == 0
    };
    line.split(outside)
        .map(|part| {
            let start = at + (part.len() - part.trim_start().len());
            at += part.len() + 1;
            let named = part.split_once(" (").filter(|(_, inside)| inside.contains(','));
            (start, named.map_or(part, |(name, _)| name).trim().trim_end_matches('.'))
        })
        .filter(|(_, part)| !part.is_empty())
        .collect()
}

/// `7-3-1 Hafen, Lund` of `Quay Hall (7-3-1 Hafen, Lund)`: under a label on the place it is no count of anything.
fn in_parentheses(text: &str, from: usize) -> Option<&str> {
    let (inside, _) = text.get(from..)?.strip_prefix(" (")?.split_once(')')?;
    inside.split_once(", ").filter(|(street, _)| postal::is_street(street)).map(|_| inside)
}

/// The place that a label in a section gives for what the section tells: room and building without the address.
pub(crate) fn of_section(view: &View<'_>, section: usize) -> Option<Cited<String>> {
    let own = view
        .outline
        .sections
        .get(section)?
        .heading
        .into_iter()
        .chain(view.outline.own(section).map(|(index, _)| index));
    own.flat_map(|index| view.labels_of(index))
        .filter(|fact| LOCATION_LABELS.iter().any(|label| label.eq_ignore_ascii_case(&fact.label)))
        .find_map(|fact| {
            let line = fact.value.text.split(['\n', ';']).next().unwrap_or("");
            let parts = parts(line);
            let street = parts
                .iter()
                .position(|(_, part)| part.starts_with(|c: char| c.is_ascii_digit()))
                .unwrap_or(parts.len())
                .min(2);
            let (last_at, last) = *parts.get(street.checked_sub(1)?)?;
            let span = Span::new(parts[0].0..last_at + last.len());
            let room = span.of(&fact.value.text);
            // A hall may have a name of its own, in front of its building.
            let named = parts
                .iter()
                .take(street.min(2))
                .any(|(_, part)| is_venue_name(mark_at(part, " (").map_or(part, |at| &part[..at])));
            named.then(|| Cited::new(plain(room), Cite::part(&fact.value, span, SourceKind::Label)))
        })
}
