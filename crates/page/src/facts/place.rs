//! Where the event takes place: town, buildings, online or not.

mod attendance;
mod explicit;
mod labelled;
mod modes;
mod online;
mod run;

use handbill_model::{Attendance, SourceKind};
use handbill_text::Span;

use super::ledger::{Cite, Cited};
use super::places::{is_country, is_place_name, is_venue_name};
use super::postal;
use super::sentences::{find_any, has_any, is_short, mark_at, plain};
use super::title::ends_with_event;
use super::view::{Sentence, View, lone_year};
use crate::phrase::weekday;

pub(crate) use attendance::attendance;
pub(crate) use explicit::{stated, venue};
pub(crate) use modes::attendance_of;
pub(crate) use online::{is_platform, online};
use run::run;
pub(crate) use run::run_of_capitals;

/// Labels of the place.
pub(crate) const LOCATION_LABELS: &[&str] = &[
    "location", "locations", "where", "place", "venue", "venues", "venue/location", "city", "event location",
    "conference location", "venue and location", "wo", "ort", "veranstaltungsort", "tagungsort", "lieu", "lugar",
    "local",
];

/// What says that an event takes place online.
const ONLINE: &[&str] =
    &["online", "virtual", "virtually", "via zoom", "on zoom", "over zoom", "using zoom", "webinar", "remote"];

/// Town and country or state.
pub(crate) fn location(view: &View<'_>) -> Option<Cited<String>> {
    explicit::location(&view.keys)
        .or_else(|| {
            let title = view.title.as_ref().and_then(|title| title.location.clone())?;
            if title.value.contains(", ") {
                return Some(title);
            }
            // `Community Call - Open Data`, which its key puts online.
            let title = Some(title).filter(|_| !is_online_by_key(view))?;
            // Further on the page may tell in which country the town lies.
            let whole = from_prose(view).filter(|told| {
                told.value
                    .strip_prefix(title.value.as_str())
                    .and_then(|rest| rest.strip_prefix(", "))
                    .is_some_and(is_country)
            });
            Some(whole.unwrap_or(title))
        })
        .or_else(|| view.banner().location.clone())
        .or_else(|| from_prose(view).filter(|_| !is_online_by_key(view)))
        .or_else(|| labelled::from_label(view))
}

/// An event that its keys put online takes place in no town that its text may speak of.
fn is_online_by_key(view: &View<'_>) -> bool {
    explicit::attendance(&view.keys).is_some_and(|said| said.value == Attendance::Online)
}

/// Whether a place says that the event is online.
fn find_online(text: &str) -> bool {
    has_any(text, ONLINE)
}

fn is_online_word(text: &str) -> bool {
    find_online(text) && text.split_whitespace().count() <= 3 || is_platform(text)
}

/// What says that a place follows, and how far behind it the place may stand.
const HELD: &[&str] = &[
    "held", "take place", "takes place", "took place", "hosted", "taking place", "located", "meeting in", "meet in",
    "conference in", "showcase in", "workshop in", "symposium in", "both in", "join us", "welcoming you to",
    "welcome you to", "see you in", "bring together", "brings together", "findet", "finden", "aura lieu",
    "auront lieu", "se tiendra", "se tiendront", "se celebrará", "se celebrarán", "tendrá lugar", "terá lugar",
    "acontece", "si terrà", "si svolgerà",
];

/// What stands in front of a town in the languages of those verbs.
const IN_OTHERS: &[&str] = &["in", "à", "en", "em", "a"];

/// `will be held in Washington, DC`, `takes place from .. at .. in Leeds, United Kingdom`.
fn from_prose(view: &View<'_>) -> Option<Cited<String>> {
    let own = || view.opening().filter(|sentence| view.is_of_this_event(*sentence));
    view.opening_telling(HELD)
        .filter(|sentence| view.is_of_this_event(*sentence))
        .find_map(in_sentence)
        .or_else(|| view.lines_of_own().iter().find_map(|(sentence, name)| behind(*sentence, *name, JOINTS)))
        .or_else(|| own().find_map(behind_the_event))
        .or_else(|| own().find_map(in_a_country))
        .or_else(|| super::venues::town(view))
        .or_else(|| beside_the_date(view))
        .or_else(|| in_the_line_of_the_date(view))
        .or_else(|| before_the_date(view))
        .or_else(|| in_its_parentheses(view))
        .or_else(|| behind_the_date(view))
        .or_else(|| super::venues::town_of_dateline(view))
}

/// `The 2031 Ropes Conference (4-6 March, Lund)`: the town behind the days in the parentheses of the event.
fn in_its_parentheses(view: &View<'_>) -> Option<Cited<String>> {
    view.opening().find_map(|line| {
        let text = line.passage.text.as_str();
        let date = line.dates().next()?;
        let event = text[line.span.start()..date.span.start()].trim_end().strip_suffix('(')?.trim_end();
        let rest = text[date.span.end()..line.span.end()].strip_prefix(", ")?;
        let town = &rest[..rest.find(')')?];
        let named = is_place_name(town) && is_short(town, 4) && !is_venue_name(town) && !is_of_time(town);
        let start = date.span.end() + ", ".len();
        let cite = Cite::part(line.passage, Span::new(start..start + town.len()), SourceKind::Prose);
        (named && ends_with_event(event) && !find_online(town)).then(|| Cited::new(plain(town), cite))
    })
}

/// `With the Harbour Days, Lund, Sweden, March 4, 2031`: town and country right before the days, in a line on both.
fn before_the_date(view: &View<'_>) -> Option<Cited<String>> {
    view.opening().find_map(|line| {
        let date = line.dates().next()?;
        let text = &line.passage.text[line.span.start()..date.span.start()];
        // In a longer sentence they stand in parentheses of their own.
        let inside = text.rfind('(').is_some_and(|open| !text[open..].contains(')'));
        if !inside && !is_short(line.text(), 16) {
            return None;
        }
        let before = text.trim_end_matches([' ', ',', '(', '-', '–', '—', '|', '·']);
        // `the 2031 Ropes Conference (Lund, 4 March 2031)`.
        if inside
            && let Some((event, town)) = before.rsplit_once(" (")
            && ends_with_event(event)
            && is_place_name(town)
            && is_short(town, 3)
            && !is_venue_name(town)
            && !is_of_time(town)
            && !has_any(town, super::title::EVENT_WORDS)
            && !find_online(town)
        {
            let start = line.span.start() + before.len() - town.len();
            let span = Span::new(start..start + town.len());
            return Some(Cited::new(plain(town), Cite::part(line.passage, span, SourceKind::Prose)));
        }
        let (front, country) = before.rsplit_once(", ").filter(|(_, country)| is_country(country))?;
        let town = front.rsplit([',', '(', ':', '|', '·']).next().unwrap_or("").trim();
        let town = town.rsplit_once(" in ").map_or(town, |(_, town)| town);
        let named = is_place_name(town) && is_short(town, 3) && !is_venue_name(town);
        if !named || has_any(town, super::title::EVENT_WORDS) {
            return None;
        }
        let start = line.span.start() + front.len() - town.len();
        let span = Span::new(start..line.span.start() + before.len());
        Some(Cited::new(format!("{town}, {country}"), Cite::part(line.passage, span, SourceKind::Prose)))
    })
}

/// `4–6 March 2031, Lund, Sweden`: a line that starts with its days and ends with town and country.
fn behind_the_date(view: &View<'_>) -> Option<Cited<String>> {
    view.opening().find_map(|line| {
        let date = line.dates().next()?;
        let before = line.passage.text[line.span.start()..date.span.start()].trim_end();
        // A sentence may lead to them: `We meet again: 4-6 March 2031, Lund, Sweden`.
        let heads = !before.contains(char::is_alphanumeric) && is_short(line.text(), 14);
        let text = &line.passage.text[date.span.end()..line.span.end()];
        if !(heads || before.ends_with(':') && text.starts_with(", ") && is_short(text, 8)) {
            return None;
        }
        let behind = text.trim_end_matches(['.', ' ', ')']).trim_start_matches([',', ' ', '(', '-', '–', '|', '·']);
        let name = behind.strip_prefix("in ").unwrap_or(behind);
        let (town, country) = name.rsplit_once(", ").filter(|(_, country)| is_country(country))?;
        let named = is_place_name(town) && is_short(town, 4) && !town.split(", ").any(is_venue_name);
        if !named || has_any(town, super::title::EVENT_WORDS) {
            return None;
        }
        let start = date.span.end() + text.find(name)?;
        let span = Span::new(start..start + name.len());
        Some(Cited::new(format!("{town}, {country}"), Cite::part(line.passage, span, SourceKind::Prose)))
    })
}

/// `RSMC 2031 Demonstrations in Lund, Sweden`: a line of the event with its year and its town, and nothing else.
fn behind_the_event(sentence: Sentence<'_>) -> Option<Cited<String>> {
    let text = sentence.text();
    let at = sentence.find(&["in"]).filter(|_| sentence.is_numbered())?;
    let name = text[at.end()..].trim();
    let event = &text[..at.start()];
    let heads = is_short(event, 8) && lone_year(event).is_some();
    if !heads || !is_short(name, 6) || !is_place_name(name) || is_of_time(name) {
        return None;
    }
    let start = sentence.span.start() + text.len() - name.len();
    let span = Span::new(start..start + name.len());
    Some(Cited::new(plain(name), Cite::part(sentence.passage, span, SourceKind::Prose)))
}

/// `We announce a week of events in Lund, Sweden`: right behind the event, and with its country.
fn in_a_country(sentence: Sentence<'_>) -> Option<Cited<String>> {
    let (text, mut from) = (sentence.text(), 0);
    // Its country stands behind a comma.
    mark_at(text, ", ")?;
    while let Some(at) = mark_at(&text[from..], " in ") {
        let event = &text[..from + at];
        from += at + " in ".len();
        if !ends_with_event(event) {
            continue;
        }
        let name = &text[from..from + run_of_capitals(&text[from..])];
        let Some((town, country)) = name.rsplit_once(", ") else { continue };
        if is_country(country) && is_place_name(town) && !is_venue_name(town) {
            let span = Span::new(from..from + name.len()).shift(sentence.span.start());
            return Some(Cited::new(plain(name), Cite::part(sentence.passage, span, SourceKind::Prose)));
        }
    }
    None
}

/// A line that is nothing but a town with its state or country, in a block that has another line for the days.
fn beside_the_date(view: &View<'_>) -> Option<Cited<String>> {
    let short = |line: &Sentence<'_>| is_short(line.text(), 7);
    if !view.opening().any(|line| line.is_numbered() && short(&line)) {
        return None;
    }
    let mut lines = view.opening().filter(short).peekable();
    while let Some(line) = lines.next() {
        let Some(next) = lines.peek().filter(|next| next.block == line.block || next.block == line.block + 1) else {
            continue;
        };
        let dated = |one: &Sentence<'_>| one.dates().next().is_some();
        let pairs = [(line, next), (*next, &line)];
        for (town, day) in pairs {
            let name = town.text().trim_end_matches('.');
            let (first, _) = name.split_once(", ").unwrap_or(("", ""));
            if dated(day)
                && !dated(&town)
                && !first.is_empty()
                && is_place_name(name)
                && !is_venue_name(first)
                && !has_any(name, super::title::EVENT_WORDS)
            {
                let span = Span::new(town.span.start()..town.span.start() + name.len());
                return Some(Cited::new(plain(name), Cite::part(town.passage, span, SourceKind::Prose)));
            }
        }
    }
    None
}

/// `4 March 2031 · 9:30–17:00 · Harbour Library, Lund, Sweden`: a line in parts, one of them the days.
fn in_the_line_of_the_date(view: &View<'_>) -> Option<Cited<String>> {
    let lines = view.opening().filter(Sentence::is_numbered);
    let lines = lines.filter(|line| line.text().contains(['·', '|', '•']) && is_short(line.text(), 24));
    let mut dated = lines.filter(|line| line.dates().next().is_some());
    dated.find_map(|line| {
        let mut at = line.span.start();
        line.text().split(['·', '|', '•']).find_map(|part| {
            let start = at + (part.len() - part.trim_start().len());
            at += part.len() + line.passage.text[at + part.len()..].chars().next().map_or(0, char::len_utf8);
            let name = part.trim();
            let (first, rest) = name.split_once(", ")?;
            let skip = if is_venue_name(first) { first.len() + 2 } else { 0 };
            let town = if skip > 0 { rest } else { name };
            let named = is_place_name(town) && !is_of_time(town) && !has_any(town, super::title::EVENT_WORDS);
            let undated = !town.contains(|c: char| c.is_ascii_digit());
            let span = Span::new(start + skip..start + name.len());
            (named && undated).then(|| Cited::new(plain(town), Cite::part(line.passage, span, SourceKind::Prose)))
        })
    })
}

fn in_sentence(sentence: Sentence<'_>) -> Option<Cited<String>> {
    let text = sentence.text();
    let told = sentence.find(HELD)?;
    let words = [
        "aura", "auront", "tiendra", "tiendront", "celebrará", "celebrarán", "tendrá", "tendrán", "terá", "acontece",
        "terrà", "svolgerà",
    ];
    let joints: &[&str] = if has_any(told.of(text), &words) { IN_OTHERS } else { JOINTS };
    // What stands in front of the verb is the event's name: `Workshop on Colours in Painting`.
    behind(
        sentence,
        told.end() - if text[..told.end()].ends_with(" in") || text[..told.end()].ends_with(" to") { 2 } else { 0 },
        joints,
    )
}

/// What stands in front of a town or a building.
const JOINTS: &[&str] = &["in", "at", "to"];

/// How many words a sentence is tried at that a town may follow.
const TRIED: usize = 24;

/// The town that a sentence names behind a place of its own.
fn behind(sentence: Sentence<'_>, mut from: usize, joints: &[&str]) -> Option<Cited<String>> {
    let text = sentence.text();
    for _ in 0..TRIED {
        let word = find_any(&text[from..], joints)?;
        let after = from + word.end();
        let at = !["at", "to"].iter().any(|joint| word.of(&text[from..]).eq_ignore_ascii_case(joint));
        from = after;
        let rest = text[after..].trim_start();
        let start = text.len() - rest.len();
        let name = run(rest, &|at| {
            sentence.passage.phrases().dates.iter().any(|date| date.span.start() == sentence.span.start() + start + at)
        });
        // `at the Werft, Quay 4, 222 23 Lund`: the town stands behind the street.
        if let Some(comma) = name.find(", ") {
            match postal::behind(text, start + comma) {
                Some(address) => {
                    let Some((span, town)) = address.town else { continue };
                    let cite = Cite::part(sentence.passage, span.shift(sentence.span.start()), SourceKind::Prose);
                    return Some(Cited::new(town, cite));
                }
                None if has_house(&rest[name.len()..]) => continue,
                None => {}
            }
        }
        // One is in the Netherlands; `at the Dune Station, Lund` names a building and its town.
        let (name, start, behind) = match name.split_once(", ").filter(|_| !at && name.starts_with("the ")) {
            Some((building, town)) => (town, start + building.len() + 2, true),
            None => (name, start, false),
        };
        // `at` and `to` lead to buildings, too; with its state or country a place is a town.
        let building = is_venue_name(name.split(", ").next().unwrap_or(name));
        let town = !building && (at || behind || name.contains(", "));
        if name.len() > 2
            && town
            && is_place_name(name)
            && !is_of_time(name)
            && !has_any(name, super::title::EVENT_WORDS)
        {
            let span = Span::new(sentence.span.start() + start..sentence.span.start() + start + name.len());
            return Some(Cited::new(plain(name), Cite::part(sentence.passage, span, SourceKind::Prose)));
        }
    }
    None
}

/// Whether a number follows, as it does a street.
fn has_house(rest: &str) -> bool {
    rest.trim_start().starts_with(|c: char| c.is_ascii_digit())
}

/// Whether what follows `in` is a time or a language.
pub(crate) fn is_of_time(name: &str) -> bool {
    // `Friday Harbor` is a town, `Friday` and `Thursday morning` are none.
    const PARTS: &[&str] = &["morning", "afternoon", "evening"];
    let of_day = |word: &str| {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        weekday(bare).is_some() || PARTS.iter().any(|part| part.eq_ignore_ascii_case(bare))
    };
    super::languages::is_language(name)
        || !name.trim().is_empty() && name.split_whitespace().all(of_day)
        || has_any(
            name,
            &[
                "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
                "november", "december", "spring", "summer", "autumn", "fall", "winter",
            ],
        )
}
