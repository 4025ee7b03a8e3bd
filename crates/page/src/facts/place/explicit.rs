//! The place that keys of the front matter give.

use handbill_frontmatter::{Data, Mapping, Value};
use handbill_model::{Attendance, Geo, Venue};

use super::is_online_word;

use super::modes::{attendance_of, is_meeting};
use crate::facts::keys::{Key, Keys};
use crate::facts::ledger::{Cite, Cited};
use crate::facts::places::{is_country, is_place_name, is_proper_name, is_venue_name};
use crate::facts::postal;
use crate::facts::sentences::{has_any, is_short, plain};
use crate::facts::title::Stated;
use crate::facts::view::View;

/// Town and country or state: the keys of its parts, else the place as it is written, else what an address ends with.
pub(super) fn location(keys: &Keys<'_>) -> Option<Cited<String>> {
    let place: Option<Cited<String>> = keys.all(Key::Place).find_map(|value| {
        let text = match &value.data {
            Data::Map(map) => of_map(map),
            Data::List(items) => joined(items.iter().filter_map(|item| match &item.data {
                Data::Map(map) => of_map(map),
                _ => text(item),
            })),
            _ => text(value),
        };
        Some(Cited::new(town(&text?)?, Cite::front_matter(value)))
    });
    if let Some(value) = keys.get(Key::City).filter(|value| text(value).is_some()) {
        return parts_of(keys).map(|text| Cited::new(text, Cite::front_matter(value)));
    }
    // The town may stand with the building.
    let mut built = keys.all(Key::Venue).filter_map(|value| {
        let inner = Keys::of(value.as_map()?);
        inner.get(Key::City)?;
        Some(Cited::new(parts_of(&inner)?, Cite::front_matter(value)))
    });
    if let Some(town) = built.next().filter(|_| place.is_none()) {
        return Some(town);
    }
    // The address may stand with the building.
    let inside = keys.all(Key::Venue).filter_map(Value::as_map).filter_map(|map| Keys::of(map).get(Key::Address));
    let address = keys.all(Key::Address).chain(inside).find_map(|value| {
        let town = match &value.data {
            Data::Map(map) => parts_of(&Keys::of(map)),
            _ => behind_the_street(&text(value)?),
        };
        Some(Cited::new(town?, Cite::front_matter(value)))
    });
    match place {
        // A building is where the event is, but its address says in which town.
        Some(place)
            if is_venue_name(&place.value) || !place.value.contains(", ") && has_address(keys, &place.value) =>
        {
            address.or(Some(place))
        }
        Some(place) => Some(place),
        // `venue: Lund, Sweden`.
        None => address.or_else(|| {
            let mut venues = keys.all(Key::Venue).filter_map(|value| Some((text(value)?, value)));
            venues.find_map(|(venue, value)| Some(Cited::new(in_a_country(&venue)?, Cite::front_matter(value))))
        }),
    }
}

/// The town and the country that a text is, or that stand behind the building in it.
fn in_a_country(text: &str) -> Option<String> {
    text.rsplit_once(", ").filter(|(_, country)| is_country(country))?;
    town(text).filter(|town| town.contains(", "))
}

/// Whether an address in its parts stands beside a place, and in another town: then the place is a building.
fn has_address(keys: &Keys<'_>, place: &str) -> bool {
    let towns =
        keys.all(Key::Address).filter_map(Value::as_map).filter_map(|map| Keys::of(map).get(Key::City).and_then(text));
    towns.into_iter().any(|town| !place.contains(&town) && !super::find_online(place))
}

/// Whether keys of a town and of an address stand beside a place that names neither the town nor a country.
fn has_town(keys: &Keys<'_>, place: &str) -> bool {
    let Some(city) = keys.get(Key::City).and_then(text) else { return false };
    let addressed = keys.get(Key::Address).is_some() || keys.get(Key::Point).is_some();
    addressed && !place.contains(&city) && !city.contains(place) && !is_country(place) && !super::find_online(place)
}

/// What keys say of where the event is, for a title to be read by.
pub(crate) fn stated(keys: &Keys<'_>) -> Stated {
    let in_parts = |value: &Value| value.as_map().is_some_and(|map| Keys::of(map).get(Key::City).is_some());
    let parts = keys.all(Key::Place).find(|value| in_parts(value)).and_then(Value::as_map);
    let words = |map: &Mapping| joined(map.entries.iter().filter_map(|entry| text(&entry.value)));
    if let Some(place) = parts.and_then(words).or_else(|| keys.get(Key::City).and_then(|_| parts_of(keys))) {
        return Stated::Town(place);
    }
    let online = attendance(keys).is_some_and(|said| said.value == Attendance::Online);
    // `Lund, Sweden` is a town in full, and `Quay House, Lund` has one.
    let whole = || keys.all(Key::Place).find_map(text).filter(|place| place.contains(", "));
    if online { Stated::Online } else { whole().map_or(Stated::Nothing, Stated::Town) }
}

/// City, region and country of a map, else its name.
fn of_map(map: &Mapping) -> Option<String> {
    let keys = Keys::of(map);
    let name = || {
        let name = map.get("name").and_then(text);
        let country = || keys.get(Key::Country).and_then(text);
        name.map(|name| if is_venue_name(&name) { country().unwrap_or(name) } else { name })
    };
    if keys.get(Key::City).is_some() {
        return parts_of(&keys);
    }
    let addressed = keys.get(Key::Address).and_then(text).and_then(|address| behind_the_street(&address));
    addressed.or_else(name).or_else(|| parts_of(&keys))
}

fn parts_of(keys: &Keys<'_>) -> Option<String> {
    joined([Key::City, Key::Region, Key::Country].into_iter().filter_map(|key| keys.get(key).and_then(text)))
}

fn joined(parts: impl Iterator<Item = String>) -> Option<String> {
    let mut kept: Vec<String> = Vec::new();
    for part in parts {
        if !kept.contains(&part) {
            kept.push(part);
        }
    }
    (!kept.is_empty()).then(|| kept.join(", "))
}

/// A scalar's text, where it says something.
fn text(value: &Value) -> Option<String> {
    // `local: true` names no place.
    if value.as_bool().is_some() {
        return None;
    }
    let text = unlinked(&plain(value.written()?));
    (!text.is_empty() && !matches!(text.to_lowercase().as_str(), "tba" | "tbd" | "tbc" | "n/a" | "none"))
        .then_some(text)
}

/// A text with the words of its Markdown links alone: `[Harbour Library](https://...), Lund`.
fn unlinked(text: &str) -> String {
    let (mut kept, mut rest) = (String::with_capacity(text.len()), text);
    while let Some((before, behind)) = rest.split_once("](") {
        let (Some(open), Some(close)) = (before.rfind('['), behind.find(')')) else { break };
        kept.push_str(&before[..open]);
        kept.push_str(&before[open + 1..]);
        rest = &behind[close + 1..];
    }
    kept.push_str(rest);
    kept
}

/// A place in words without the building in front of the town and without `online`.
fn town(text: &str) -> Option<String> {
    let text = text.split("http").next().unwrap_or(text).trim_end_matches([' ', '(', ',']);
    let virtually = |part: &str| {
        super::find_online(part)
            || super::online::is_platform(part)
            || has_any(part, &["hybrid", "streamed", "in person", "onsite"])
    };
    if let Some((_, town)) = building_and_town(text).filter(|_| !virtually(text)) {
        return Some(behind_the_street(town).unwrap_or_else(|| town.to_owned()));
    }
    if !virtually(text) {
        let kept = behind_the_street(text).unwrap_or_else(|| text.to_owned());
        return (!kept.is_empty()).then_some(kept);
    }
    // `Harbour Library, Lund, Sweden (hybrid)`.
    if let Some(there) = text.strip_suffix(" (hybrid)").or_else(|| text.strip_suffix(" (Hybrid)")) {
        return town(there);
    }
    // `Lund, Sweden and online`; where the parts are no clear places, what the author wrote is the place.
    let parts = text
        .split([',', '&', '/', '+', '(', ')', ';', ':'])
        .flat_map(|part| part.split(" and "))
        .flat_map(|part| part.split(" or "));
    let places: Vec<&str> = parts.map(str::trim).filter(|part| !part.is_empty() && !virtually(part)).collect();
    let places = places.join(", ");
    let clear = is_place_name(&places) && !text.contains('(');
    (!places.is_empty()).then(|| if clear { places } else { text.to_owned() })
}

/// `bUm, Lund`: a name that no town has, for its capital inside or the letter in front, and the town behind it.
fn building_and_town(text: &str) -> Option<(&str, &str)> {
    let (first, rest) = text.split_once(", ")?;
    let inside = |word: &str| {
        let mut letters = word.chars().zip(word.chars().skip(1));
        // `McLean`, `DeKalb` and `LaGrange` are towns.
        let town = ["Mc", "Mac", "De", "La", "Le", "Du", "Van"].iter().any(|start| word.starts_with(start));
        !town && letters.any(|(one, next)| one.is_lowercase() && next.is_uppercase())
    };
    let lettered = || {
        let mut chars = first.chars();
        chars.next().is_some_and(char::is_lowercase) && chars.next() == Some('-') && !first.starts_with("s-")
    };
    let named = is_short(first, 4) && (first.split([' ', '-']).any(inside) || lettered());
    (named && is_place_name(rest) && !rest.contains(|c: char| c.is_ascii_digit())).then_some((first, rest))
}

/// The town, state and country at the end of a postal address; `None` where nothing tells them from the street.
pub(super) fn behind_the_street(address: &str) -> Option<String> {
    const STREETS: &[&str] = &[
        "street", "st", "road", "rd", "avenue", "ave", "boulevard", "blvd", "drive", "lane", "way", "square", "floor",
        "room", "suite", "building",
    ];
    let parts: Vec<&str> = address.split(',').map(str::trim).filter(|part| !part.is_empty()).collect();
    let street = |part: &str| has_any(part, STREETS) || is_venue_name(part) || ends_with_a_house(part);
    // The last part in front of the town: a building, a street, a house number.
    let behind = parts.iter().rev().take_while(|part| !street(part)).count();
    // `Quay Park, Cardiff CF10 3NP`: the post code stands with its town, and what is in front of it is none.
    let behind = parts[parts.len() - behind..].iter().rposition(|part| is_coded(part)).map_or(behind, |at| behind - at);
    let towns = parts.iter().rev().take(behind);
    let mut towns: Vec<String> = towns.map(|part| bare(part)).filter(|part| !part.is_empty()).collect();
    towns.reverse();
    // `HG E` of `HG E 33.1` is a room.
    let named = towns.iter().any(|town| town.contains(char::is_lowercase));
    (named && towns.len() < parts.len() && towns.len() <= 3).then(|| towns.join(", "))
}

/// `Quay 4`, `12 Quay`, `4`: not `CA 94305`, `21000 Split` and `222 23 Lund`.
fn ends_with_a_house(part: &str) -> bool {
    let words: Vec<&str> = part.split_whitespace().collect();
    let number = |word: &&str| word.bytes().all(|byte| byte.is_ascii_digit());
    // `Quay 4a`, `Quay 4-6`.
    let house = |word: &&str| {
        let digits = word.bytes().take_while(u8::is_ascii_digit).count();
        let tail = &word[digits..];
        (1..=4).contains(&digits) && (tail.len() == 1 && tail.is_ascii() || tail.starts_with(['-', '–', '/']))
    };
    let state = words.len() == 2 && words[0].len() == 2 && words[0].bytes().all(|byte| byte.is_ascii_uppercase());
    words.last().is_some_and(|last| number(last) && (last.len() < 5 || words.len() == 1) || house(last)) && !state
        || (words.first().is_some_and(|first| number(first) && first.len() < 4) && !words.get(1).is_some_and(number))
}

/// Whether a part of an address is a town with its post code, and neither the code nor a state alone.
fn is_coded(part: &str) -> bool {
    let town = bare(part);
    town.len() < part.len() && town.contains(char::is_lowercase)
}

/// A part of an address without the words that hold digits: post codes.
fn bare(part: &str) -> String {
    let words = part.split_whitespace().filter(|word| !word.contains(|c: char| c.is_ascii_digit()));
    words.collect::<Vec<_>>().join(" ")
}

/// The building that keys name, with address and position.
pub(crate) fn venue(view: &View<'_>) -> Option<Cited<Venue>> {
    let keys = &view.keys;
    let named = keys.all(Key::Venue).find_map(|value| match &value.data {
        Data::Map(map) => Some((map.get("name").and_then(text)?, value, Keys::of(map))),
        // A town with its country is no building.
        _ => text(value)
            .filter(|name| in_a_country(name).as_ref() != Some(name))
            .map(|name| (name, value, Keys::default())),
    });
    let placed = || {
        keys.all(Key::Place).find_map(|value| match &value.data {
            Data::Map(map) => {
                let inner = Keys::of(map);
                let name = inner.get(Key::Venue).or_else(|| map.get("name")).and_then(text)?;
                // `Harbour Library, Lund, Sweden`.
                let name = match name.split_once(", ") {
                    Some((first, town)) if is_venue_name(first) && in_a_country(town).is_some() => first.to_owned(),
                    Some(_) | None => name,
                };
                let building =
                    is_venue_name(&name) || inner.get(Key::City).is_some_and(|city| text(city) != Some(name.clone()));
                building.then_some((name, value, inner))
            }
            _ => {
                let text = text(value)?;
                let (first, _) = text.split_once(", ").unwrap_or((&text, ""));
                // `Werft, Quay 4, 222 23 Lund`: what has an address is a building.
                let addressed = || is_proper_name(first) && postal::behind(&text, first.len()).is_some();
                let apart = first.len() == text.len()
                    && is_short(first, 6)
                    && (has_address(keys, first) || has_town(keys, first));
                let told = is_venue_name(first) || apart || addressed() || building_and_town(&text).is_some();
                told.then(|| (first.to_owned(), value, Keys::default()))
            }
        })
    };
    let (name, value, inner) = named.or_else(placed)?;
    let mut venue = Venue::new(name);
    let get = |key: Key| inner.get(key).or_else(|| keys.get(key));
    // `location: Werft, Quay 4, 222 23 Lund` has it behind the name.
    let behind = || {
        let text = text(value)?;
        let from = text.starts_with(&venue.name).then_some(venue.name.len())?;
        Some(postal::behind(&text, from)?.address.of(&text).to_owned())
    };
    venue.address = get(Key::Address).and_then(postal).or_else(behind).unwrap_or_default();
    if let Some(town) = coded_town(get).filter(|_| !venue.address.is_empty()) {
        venue.address = format!("{}, {town}", venue.address);
    }
    if let Some(country) = get(Key::Country).and_then(text).filter(|country| country.len() == 2) {
        venue.country = country.to_uppercase();
    }
    venue.geo = position(get);
    Some(Cited::new(venue, Cite::front_matter(value)))
}

/// The town of an address with its post code, in the order of its country: `222 23 Lund`, `Boston, MA 02138`.
fn coded_town<'a>(get: impl Fn(Key) -> Option<&'a Value>) -> Option<String> {
    const BEHIND: &[&str] = &["us", "usa", "united states", "canada", "uk", "united kingdom", "australia", "ireland"];
    let said = |key: Key| get(key).and_then(text);
    let (code, city) = (said(Key::PostCode)?, said(Key::City)?);
    // A key in its parts has the code with the street.
    if get(Key::Address).is_some_and(|address| postal(address).is_some_and(|line| line.contains(&code))) {
        return None;
    }
    if code.contains(&city) {
        return Some(code);
    }
    let behind =
        said(Key::Country).is_some_and(|country| BEHIND.iter().any(|known| known.eq_ignore_ascii_case(&country)));
    Some(match said(Key::Region).filter(|region| *region != city) {
        Some(region) if behind => format!("{city}, {region} {code}"),
        None if behind => format!("{city} {code}"),
        Some(_) | None => format!("{code} {city}"),
    })
}

/// An address in one line.
fn postal(value: &Value) -> Option<String> {
    match &value.data {
        Data::Map(map) => joined(map.entries.iter().filter_map(|entry| text(&entry.value))),
        _ => text(value),
    }
}

fn position<'a>(get: impl Fn(Key) -> Option<&'a Value>) -> Option<Geo> {
    let degrees = |value: &Value| value.written()?.trim().parse::<f64>().ok();
    let pair = match (get(Key::Latitude).and_then(degrees), get(Key::Longitude).and_then(degrees)) {
        (Some(lat), Some(lon)) => Some((lat, lon)),
        _ => get(Key::Point).and_then(|value| match &value.data {
            Data::List(items) => Some((degrees(items.first()?)?, degrees(items.get(1)?)?)),
            Data::Map(map) => {
                let inner = Keys::of(map);
                Some((degrees(inner.get(Key::Latitude)?)?, degrees(inner.get(Key::Longitude)?)?))
            }
            _ => {
                let (lat, lon) = value.written()?.split_once(',')?;
                Some((lat.trim().parse().ok()?, lon.trim().parse().ok()?))
            }
        }),
    };
    pair.filter(|(lat, lon)| lat.abs() <= 90.0 && lon.abs() <= 180.0).map(|(lat, lon)| Geo::new(lat, lon))
}

/// How one attends, as keys say it.
pub(super) fn attendance(keys: &Keys<'_>) -> Option<Cited<Attendance>> {
    let said = keys.all(Key::Attendance).find_map(|value| Some((attendance_of(value)?, value)));
    let online = || {
        // `location: {city: Lund, online: true}`.
        let inside = keys.all(Key::Place).filter_map(Value::as_map).filter_map(|map| Keys::of(map).get(Key::Online));
        let leads = |value: &Value| value.written().is_some_and(|text| text.starts_with("https://"));
        let mut told = keys.all(Key::Online).chain(inside);
        let value = told.find(|value| value.as_bool() == Some(true) || leads(value))?;
        let elsewhere = location(keys).is_some();
        Some((if elsewhere { Attendance::Hybrid } else { Attendance::Online }, value))
    };
    let place = || {
        let online =
            |text: &str| super::find_online(text) && !has_any(text, &["offline"]) || super::online::is_platform(text);
        keys.all(Key::Place).find_map(|value| {
            let text = match &value.data {
                Data::Map(map) => map.get("name").and_then(text)?,
                _ => text(value)?,
            };
            let streamed = || has_any(&text, &["streamed", "livestream", "live stream"]);
            let hybrid = has_any(&text, &["hybrid"])
                || streamed() && town(&text).is_some_and(|town| town != text)
                || (online(&text) && town(&text).is_some_and(|town| !online(&town)));
            if hybrid {
                return Some((Attendance::Hybrid, value));
            }
            ((online(&text) && is_online_word(&text)) || is_meeting(&text)).then_some((Attendance::Online, value))
        })
    };
    let (attendance, value) = said.or_else(online).or_else(place)?;
    Some(Cited::new(attendance, Cite::front_matter(value)))
}
