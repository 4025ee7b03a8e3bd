//! Buildings beside strong words: the name itself, or what is held there.

use handbill_model::{SourceKind, Venue};
use handbill_text::Span;

use super::read;
use crate::facts::ledger::{Cite, Cited};
use crate::facts::parts::tabled;
use crate::facts::place::LOCATION_LABELS;
use crate::facts::places::{is_proper_name, is_venue_name};
use crate::facts::sentences::{is_short, plain};
use crate::passage::{Passage, Style};

/// `**Werft**` and below it the street, in a section on the place.
pub(super) fn with_address(passage: &Passage) -> Option<Cited<Venue>> {
    let mark = passage.marks.first().filter(|mark| mark.style == Style::Strong && mark.span.start() == 0)?;
    let name = mark.span.of(&passage.text).trim_end_matches([',', ':', '.']);
    let address = passage.text[mark.span.end()..].trim_start_matches([',', ':', ' ', '\n']);
    let street = is_short(address, 12) && address.contains(|c: char| c.is_ascii_digit());
    let phrases = passage.phrases();
    let named = is_short(name, 6) && is_proper_name(name) && phrases.dates.is_empty() && phrases.times.is_empty();
    (named && street && !address.contains('@')).then(|| {
        let mut venue = Venue::new(plain(name));
        venue.address = plain(address);
        Cited::new(venue, Cite::part(passage, Span::new(0..name.len()), SourceKind::Prose))
    })
}

/// `**Conference:** Rope Hall, Quay 4`: what is held there, in front of the building.
pub(super) fn behind_purpose(passage: &Passage) -> Option<Option<Cited<Venue>>> {
    let mark = passage.marks.first().filter(|mark| mark.style == Style::Strong && mark.span.start() == 0)?;
    let text = &passage.text;
    let strong = mark.span.of(text);
    let name = strong.trim_end_matches([':', ' ']);
    let colon = strong.len() > name.len() || text[mark.span.end()..].starts_with(':');
    let labels = LOCATION_LABELS.iter().any(|label| label.eq_ignore_ascii_case(name));
    if !colon || !(labels || tabled::is_part(name)) || is_venue_name(name) {
        return None;
    }
    let line = text[mark.span.end()..].split('\n').next().unwrap_or("");
    let start = mark.span.end() + line.len() - line.trim_start_matches([':', ' ']).len();
    let span = Span::new(start..mark.span.end() + line.len());
    // What is held in front of it tells that a name with a street is a building.
    let addressed = || {
        let (name, address) = span.of(text).split_once(", ")?;
        let street = is_short(address, 12) && address.contains(|c: char| c.is_ascii_digit()) && !address.contains('@');
        let place = Span::new(start..start + name.len());
        let link = passage.links.iter().find(|link| link.span.overlaps(place));
        let named = is_proper_name(name) || link.is_some_and(|link| link.span == place);
        (street && is_short(name, 6) && named).then(|| {
            let mut venue = Venue::new(plain(name));
            venue.address = plain(address);
            venue.url = link.map(|link| link.url.clone()).unwrap_or_default();
            Cited::new(venue, Cite::part(passage, place, SourceKind::Prose))
        })
    };
    let venue = read(passage, span, SourceKind::Prose).or_else(addressed);
    Some(venue.map(|mut venue| {
        if !labels {
            venue.value.purpose = plain(name);
        }
        venue
    }))
}
