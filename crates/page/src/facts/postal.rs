//! The address behind a building's name: `Harbour House, Quay 4, 222 23 Lund, Sweden`.

use handbill_text::Span;

use super::place::{is_of_time, run_of_capitals};
use super::places::{is_place_name, is_room_name, is_venue_name};
use super::sentences::has_any;
use super::title::EVENT_WORDS;
use super::view::lone_year;
use crate::phrase;

/// What stands behind a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Postal {
    /// Street, town and country, where they stand.
    pub(crate) address: Span,
    /// Town and country, where they stand, and without the post code.
    pub(crate) town: Option<(Span, String)>,
}

/// What streets are called behind their names.
const STREETS: &[&str] = &[
    "Street", "St", "Road", "Rd", "Avenue", "Ave", "Lane", "Drive", "Dr", "Boulevard", "Blvd", "Square", "Place",
    "Terrace", "Row", "Parade", "Highway", "Gate", "Quay", "Crescent", "Walk", "Way",
];

/// What squares and streets are called for short in front of their names: `pl. Morski 4`.
pub(super) const SHORT: &[&str] = &["pl", "ul", "al", "bd", "av"];

/// How far an address is read, in bytes.
const LONGEST: usize = 160;

/// The address that starts with the comma or the parenthesis at `from`: a street with its house, and the town behind it.
pub(crate) fn behind(text: &str, from: usize) -> Option<Postal> {
    let rest = text.get(from..)?;
    let rest = rest.strip_prefix(", ").or_else(|| rest.trim_start_matches(' ').strip_prefix('('))?;
    let mut at = text.len() - rest.len();
    let end = end(text, at);
    // Nearly all commas are followed by no number before the next one.
    let (first, second) = split(Span::new(at..end).of(text));
    let room = is_room_name(first)
        || has_any(first, &["floor", "building", "room", "raum", "hörsaal", "vortragsraum", "seminarraum", "etage"]);
    let (street, behind) = if room { split(second) } else { (first, second) };
    // In a parenthesis a number in front may count anything: `RopeConf (20 Talks, 4 Tracks)`.
    let counts = text[from..].trim_start().starts_with('(')
        && street.starts_with(|c: char| c.is_ascii_digit())
        && !street.rsplit(' ').next().is_some_and(|last| STREETS.contains(&last.trim_end_matches('.')));
    if counts || !is_street(street) {
        return None;
    }
    at = end - behind.len();
    let town = town(text, Span::new(at..end));
    let reached = town.as_ref().map_or(at, |(span, _)| past_code(text, span.end(), end));
    let start = text.len() - rest.len();
    let address = text[start..reached].trim_end_matches([' ', ',', '.']);
    Some(Postal { address: Span::new(start..start + address.len()), town })
}

/// Whether a line of its own starts with the number of a house: `1720 Quay Street, Lund`, and neither a day nor a time.
pub(crate) fn starts_a_street(line: &str) -> bool {
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let street = line[digits..].strip_prefix(' ').is_some_and(|rest| rest.starts_with(char::is_uppercase));
    (1..=5).contains(&digits) && street && {
        let phrases = phrase::read(line);
        phrases.dates.is_empty() && phrases.times.is_empty()
    }
}

/// Where an address ends at the latest: with its line or sentence, or before a parenthesis.
fn end(text: &str, from: usize) -> usize {
    let mut last = (from + LONGEST).min(text.len());
    while !text.is_char_boundary(last) {
        last -= 1;
    }
    let part = &text[from..last];
    let ends = part.match_indices(['\n', ';', '(', ')', '.']).find(|(at, mark)| {
        // `Hafenstr. 4` goes on behind its full stop.
        *mark != "."
            || part[at + 1..].starts_with(' ')
                && !part[at + 1..].trim_start().starts_with(|c: char| c.is_ascii_digit())
                && !part[..*at].rsplit([' ', ',']).next().is_some_and(|word| SHORT.contains(&word) || word == "St")
    });
    from + ends.map_or(part.len(), |(at, _)| at)
}

/// Past the post code that some countries write behind the town: `Leeds LS2 9JT`, `Boston, MA 02138`.
fn past_code(text: &str, from: usize, end: usize) -> usize {
    let mut reached = from;
    for _ in 0..3 {
        let rest = text[reached..end].trim_start_matches([' ', ',']);
        let word = rest.split([' ', ',']).next().unwrap_or("");
        let coded = word.len() <= 5 && word.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit());
        if word.is_empty() || !coded {
            break;
        }
        reached = end - rest.len() + word.len();
    }
    // Capitals alone are a state, which the town has already.
    if text[from..reached].contains(|c: char| c.is_ascii_digit()) { reached } else { from }
}

/// Up to the first comma, and what follows it.
fn split(text: &str) -> (&str, &str) {
    text.split_once(',').map_or((text.trim(), ""), |(first, rest)| (first.trim(), rest.trim_start()))
}

/// Whether a part of an address is a street with the number of a house, in front or behind.
pub(crate) fn is_street(part: &str) -> bool {
    let house = |word: &str| {
        let digits = word.bytes().take_while(u8::is_ascii_digit).count();
        let tail = &word[digits..];
        let goes_on = tail.len() <= 1 || tail.starts_with(['-', '–', '/', '+']) && tail.len() <= 6;
        (1..=4).contains(&digits) && goes_on
    };
    let capital = |word: &str| word.starts_with(char::is_uppercase);
    let words = part.split_whitespace();
    let (Some(first), Some(last)) = (words.clone().next(), words.clone().next_back()) else { return false };
    // `von Kraemers allé 1A` starts small.
    let numbered =
        house(last) && words.clone().take(2).any(capital) || house(first) && words.clone().nth(1).is_some_and(capital);
    // `12 rue du Port`, `4 via Roma`: languages that write the street small in front of its name.
    const NAMED: &[&str] = &[
        "rue", "avenue", "boulevard", "place", "quai", "chemin", "allée", "impasse", "route", "cours", "via", "viale",
        "piazza", "calle", "rua", "avenida",
    ];
    let numbered =
        numbered || house(first) && capital(last) && words.clone().nth(1).is_some_and(|word| NAMED.contains(&word));
    // `RSMC 2031` is an event.
    let event =
        lone_year(last).is_some() && words.clone().any(|word| word.chars().filter(|c| c.is_uppercase()).count() > 2);
    numbered
        && !event
        && words.clone().count() <= 6
        && !first.eq_ignore_ascii_case(last)
        && !has_any(part, &["day", "days", "session", "track", "part", "version", "hall", "booth", "stand", "week"])
        && !is_of_time(part)
        && {
            let phrases = phrase::read(part);
            phrases.dates.is_empty() && phrases.times.is_empty() && phrases.weekdays.is_empty()
        }
}

/// Town and country in a part of a text, and where they stand.
fn town(text: &str, span: Span) -> Option<(Span, String)> {
    let part = span.of(text);
    // `20457`, `D-20457`, `222 23`, `3512 AB` in front of the town.
    let coded = |word: &&str| {
        word.contains(|c: char| c.is_ascii_digit())
            || word.len() == 2 && word.bytes().all(|byte| byte.is_ascii_uppercase())
    };
    let code: usize = part.split_inclusive(' ').take(3).take_while(|word| coded(&word.trim_end())).map(str::len).sum();
    let rest = &part[code..];
    let run = &rest[..run_of_capitals(rest)];
    let mut parts = run.split(", ").map(|part| {
        let words = part.split_whitespace().take_while(|word| !word.contains(|c: char| c.is_ascii_digit()));
        words.collect::<Vec<_>>().join(" ")
    });
    let named = |part: &String| {
        is_place_name(part)
            && !is_venue_name(part)
            && !is_of_time(part)
            && !has_any(part, EVENT_WORDS)
            && part.split(' ').count() <= 4
    };
    let mut kept: Vec<String> = vec![parts.next().filter(named)?];
    kept.extend(parts.take(2).take_while(named));
    let start = span.start() + code;
    // Where they stand as they are written, else the first of them.
    let written = kept.join(", ");
    let length = if run.starts_with(&written) { written.len() } else { kept[0].len() };
    Some((Span::new(start..start + length), written))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str) -> Option<(String, String)> {
        let found = behind(text, text.find([',', '('])?)?;
        Some((found.address.of(text).to_owned(), found.town.map(|(_, town)| town).unwrap_or_default()))
    }

    #[test]
    fn an_address_has_a_street_and_a_town() {
        for (line, address, town) in [
            ("Werft, Quay 4, 222 23 Lund, Sweden", "Quay 4, 222 23 Lund, Sweden", "Lund, Sweden"),
            ("Werft, Hafenstr. 12a, 22767 Hamburg. We meet", "Hafenstr. 12a, 22767 Hamburg", "Hamburg"),
            ("Werft, 22-26 Quay Street, Ystad on Monday", "22-26 Quay Street, Ystad", "Ystad"),
            ("Werft, Room 3, Quay 4, D-22767 Hamburg", "Room 3, Quay 4, D-22767 Hamburg", "Hamburg"),
            ("Werft, Kade 12, 3512 AB Utrecht", "Kade 12, 3512 AB Utrecht", "Utrecht"),
            ("Werft, 50 Quay Street, Leeds, LS2 9JT", "50 Quay Street, Leeds, LS2 9JT", "Leeds"),
            ("Werft, 12 rue du Port, 33405 Talence", "12 rue du Port, 33405 Talence", "Talence"),
            ("Werft, Quay 4", "Quay 4", ""),
            ("Werft (96 Quay Road, London NW1 2DB), Blue Hall", "96 Quay Road, London NW1 2DB", "London"),
            ("Werft, 130 St. George Street, Toronto", "130 St. George Street, Toronto", "Toronto"),
            ("Werft (pl. Morski 4, 80-863 Hel), then", "pl. Morski 4, 80-863 Hel", "Hel"),
            ("Werft (Quay 4, 222 23 Lund, Sweden), then", "Quay 4, 222 23 Lund, Sweden", "Lund, Sweden"),
        ] {
            assert_eq!(told(line), Some((address.to_owned(), town.to_owned())), "{line}");
        }
    }

    #[test]
    fn what_has_no_house_is_no_address() {
        for line in [
            "Werft, Lund", "Lund, March 4, 2031", "Lund, Monday 4, at noon", "Lund, 4 March 2031",
            "Knots, Part 2, Lund", "Werft, and 12 others", "We meet, 9:00, Lund", "Knots, 2031",
            "Lund, 4. März, Hafen", "Werft, Day 2", "Werft (4 March, Lund)", "Werft (since 1904)",
            "Werft (20 Knots, 4 Tracks)", "Werft, 12 via ropes, Lund",
        ] {
            assert_eq!(told(line), None, "{line}");
        }
    }
}
