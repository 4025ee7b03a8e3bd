//! The place beside or below the days that head a page: `Tuesday, 4 March 2031` over `Werft, Quay 4, 222 23 Lund`.

use handbill_model::{SourceKind, Venue};
use handbill_text::Span;

use super::read;
use crate::facts::ledger::{Cite, Cited};
use crate::facts::place::is_of_time;
use crate::facts::places::{is_place_name, is_venue_name};
use crate::facts::postal;
use crate::facts::sentences::{has_any, is_short, plain};
use crate::facts::title::EVENT_WORDS;
use crate::facts::view::{Sentence, View};
use crate::facts::when::{heads, is_of_hours};
use crate::passage::Passage;

/// The building in the line of the days or in the one below, with its address.
pub(super) fn venue(view: &View<'_>) -> Option<Cited<Venue>> {
    let place = place(view)?;
    let mut venue = read(place.passage, place.span, SourceKind::Prose)?;
    // `Werft`, and its street and town on lines of their own.
    if venue.value.address.is_empty() && place.below.first().is_some_and(|line| postal::is_street(line)) {
        venue.value.address = place.below.iter().map(|line| plain(line)).collect::<Vec<_>>().join(", ");
    }
    Some(venue)
}

/// The town behind the street of that building.
pub(crate) fn town(view: &View<'_>) -> Option<Cited<String>> {
    let place = place(view)?;
    let text = place.span.of(&place.passage.text);
    let addressed = text.match_indices(", ").find_map(|(at, _)| postal::behind(text, at)?.town);
    let (span, town) = addressed.or_else(|| behind_the_building(text))?;
    let cite = Cite::part(place.passage, span.shift(place.span.start()), SourceKind::Prose);
    Some(Cited::new(town, cite))
}

/// `Lund, Sweden` of `Quay Hall, Lund, Sweden`.
fn behind_the_building(text: &str) -> Option<(Span, String)> {
    let (building, rest) = text.split_once(", ").filter(|(building, _)| is_venue_name(building))?;
    let town = rest.trim_end_matches('.');
    let named = is_place_name(town) && is_short(town, 5) && !is_venue_name(town) && !is_of_time(town);
    let start = building.len() + 2;
    let undated = !town.contains(|c: char| c.is_ascii_digit());
    (named && undated && !has_any(town, EVENT_WORDS)).then(|| (Span::new(start..start + town.len()), plain(town)))
}

/// Where the place stands, and the lines below it in its block.
struct Place<'a> {
    passage: &'a Passage,
    span: Span,
    below: Vec<&'a str>,
}

fn place<'a>(view: &View<'a>) -> Option<Place<'a>> {
    let lines: Vec<Sentence<'_>> = view.opening().take(12).collect();
    let (at, rest) = lines.iter().enumerate().find_map(|(at, line)| Some((at, behind_the_days(line)?)))?;
    let (passage, span, last) = if rest.is_empty() {
        // The hours may have a line of their own.
        let at = if lines.get(at + 1).is_some_and(|line| line.block == lines[at].block && is_of_hours(line)) {
            at + 1
        } else {
            at
        };
        let next = lines.get(at + 1)?;
        let close = next.block == lines[at].block || next.block == lines[at].block + 1;
        (close && next.dates().next().is_none()).then_some((
            next.passage,
            from_first_word(next.passage, next.span),
            at + 1,
        ))?
    } else {
        (lines[at].passage, rest, at)
    };
    let block = lines[last].block;
    let below = lines[last + 1..].iter().take_while(|line| line.block == block && is_short(line.text(), 6)).take(3);
    Some(Place { passage, span, below: below.map(Sentence::text).collect() })
}

/// What stands behind the days of a line that starts with them and tells nothing.
fn behind_the_days(line: &Sentence<'_>) -> Option<Span> {
    let date = line.dates().next()?;
    let leads = !line.passage.text[line.span.start()..date.span.start()].contains(char::is_alphanumeric);
    // The hours stand between the days and the place.
    let hours = line.passage.phrases().times_in(line.span).filter(|time| time.span.start() >= date.span.end()).last();
    let end = hours.map_or(date.span.end(), |hours| hours.zone_span.map_or(hours.span.end(), Span::end));
    let rest = &line.passage.text[end..line.span.end()];
    // `9:00 - 17:30 CST, Werft`: a zone that several regions call so.
    let zone = rest.strip_prefix(' ').and_then(|rest| rest.split_once(", ")).filter(|(zone, _)| {
        hours.is_some() && (2..=4).contains(&zone.len()) && zone.bytes().all(|byte| byte.is_ascii_uppercase())
    });
    let rest = zone.map_or(rest, |(_, behind)| behind);
    (leads && heads(*line))
        .then(|| from_first_word(line.passage, Span::new(line.span.end() - rest.len()..line.span.end())))
}

/// The span without the marks and signs in front of its first word: `📍 Werft`.
fn from_first_word(passage: &Passage, span: Span) -> Span {
    let text = span.of(&passage.text);
    let rest = text.trim_start_matches(|c: char| !c.is_alphanumeric());
    Span::new(span.end() - rest.len()..span.end())
}
