//! Buildings in sentences, and the towns behind them: `will be held at the Harbour Library in Lund`.

use handbill_model::{SourceKind, Venue};
use handbill_text::Span;

use super::BESIDE;
use crate::facts::ledger::{Cite, Cited};
use crate::facts::place::{is_of_time, run_of_capitals};
use crate::facts::places::{is_place_name, is_proper_name, is_room_name, is_venue_name};
use crate::facts::postal;
use crate::facts::sentences::{find, find_any, has_any, is_short, mark_at, plain};
use crate::facts::title::EVENT_WORDS;
use crate::facts::view::{Sentence, View};

/// What a sentence says in front of a building.
const HELD: &[&str] = &[
    "be held", "is held", "are held", "was held", "were held", "take place", "takes place", "taking place",
    "took place", "be hosted at", "is hosted at", "join us", "we meet", "we will meet", "findet", "finden",
    "treffen uns", "treffen wir uns", "treffen sich", "aura lieu", "auront lieu", "a lieu", "se tiendra",
    "se tiendront", "se déroulera", "tendrá lugar", "se celebrará", "terá lugar",
];

/// What a sentence says that gives nothing but the building.
const IS: &[&str] = &["venue is", "venue will be", "location is", "location will be"];

/// What a sentence says in front of an event and its building: `will hold its autumn meeting at the Harbour Library`.
const HOLDS: &[&str] = &["hold", "holds", "holding", "host", "hosts", "hosting", "have", "organise", "organize"];

/// Words that end a building's name, where they follow it.
const ENDS: &[&str] = &[
    " in ", " on ", " at ", " from ", " with ", " near ", " and ", " for ", " during ", " as ", " which ", " where ",
    " statt",
];

/// What stands between `at` and the name of a building.
const ARTICLES: &[&str] = &["the ", "der ", "dem ", "den ", "l'", "l’", "la ", "le ", "el ", "los ", "las "];

/// The buildings that sentences say the event, or a part of it, takes place in.
pub(super) fn venues(view: &View<'_>) -> Vec<Cited<Venue>> {
    let phrases = Phrases::of(view);
    let told = view.telling(&[HELD, IS].concat());
    let others = view.opening().filter(|sentence| !(sentence.has(&phrases.held) || sentence.has(&phrases.is)));
    let found = told.chain(others);
    let own = found.filter(|sentence| view.is_of_this_event(*sentence) && !is_of_guests(*sentence));
    own.filter_map(|sentence| building(sentence, &phrases)).map(Told::venue).collect()
}

/// Whether a sentence tells under a label where guests stay: `Hotel: a block is held at the Quay Inn`.
fn is_of_guests(sentence: Sentence<'_>) -> bool {
    let label = sentence.text().split_once(':').map(|(label, _)| label);
    label.is_some_and(|label| is_short(label, 3) && has_any(label, BESIDE))
        || sentence.has(&["room block", "block of rooms"])
}

/// The town that a sentence at the top names behind the building.
pub(crate) fn town(view: &View<'_>) -> Option<Cited<String>> {
    let phrases = Phrases::of(view);
    let mut own = view.opening().filter(|sentence| view.is_of_this_event(*sentence));
    let told = own.find_map(|sentence| building(sentence, &phrases))?;
    let (text, end) = (told.sentence.text(), told.name.end());
    if let Some(address) = postal::behind(text, end) {
        let (span, town) = address.town?;
        let cite = Cite::part(told.sentence.passage, span.shift(told.sentence.span.start()), SourceKind::Prose);
        return Some(Cited::new(town, cite));
    }
    let behind = text[end..].strip_prefix(" in ").or_else(|| text[end..].strip_prefix(", "))?;
    // `33405 Talence`, without a street in front.
    let code = behind.bytes().take_while(u8::is_ascii_digit).count();
    let behind = if matches!(code, 4 | 5) { behind[code..].trim_start() } else { behind };
    let name = &behind[..run_of_capitals(behind)];
    if !is_place_name(name) || is_venue_name(name.split(", ").next().unwrap_or(name)) || is_of_time(name) {
        return None;
    }
    let start = told.sentence.span.start() + text.len() - behind.len();
    let cite = Cite::part(told.sentence.passage, Span::new(start..start + name.len()), SourceKind::Prose);
    Some(Cited::new(plain(name), cite))
}

/// A building in a sentence.
struct Told<'a> {
    sentence: Sentence<'a>,
    name: Span,
    room: Option<String>,
}

impl Told<'_> {
    fn venue(self) -> Cited<Venue> {
        let place = self.name.shift(self.sentence.span.start());
        let text = self.sentence.text();
        let mut venue = Venue::new(plain(self.name.of(text)));
        if let Some(address) = postal::behind(text, self.name.end()) {
            venue.address = plain(address.address.of(text));
        }
        if let Some(link) = self.sentence.passage.links.iter().find(|link| link.span.overlaps(place)) {
            venue.url.clone_from(&link.url);
        }
        venue.rooms.extend(self.room.as_deref().map(plain));
        Cited::new(venue, Cite::part(self.sentence.passage, place, SourceKind::Prose))
    }
}

/// What leads to buildings, as far as the page has it.
struct Phrases {
    held: Vec<&'static str>,
    is: Vec<&'static str>,
    holds: Vec<&'static str>,
}

impl Phrases {
    fn of(view: &View<'_>) -> Self {
        Self { held: view.held(HELD), is: view.held(IS), holds: view.held(HOLDS) }
    }
}

fn building<'a>(sentence: Sentence<'a>, phrases: &Phrases) -> Option<Told<'a>> {
    let is = sentence.find(&phrases.is).map(Span::end);
    behind_the_verb(sentence, phrases)
        .into_iter()
        .chain(is)
        .find_map(|at| named(sentence, at))
        .or_else(|| addressed(sentence))
}

/// The building that a sentence on the event names with its address: `Our meetup is at Werft, Quay 4, Lund`.
fn addressed(sentence: Sentence<'_>) -> Option<Told<'_>> {
    let text = sentence.text();
    // Most sentences hold no number, or no comma.
    if !sentence.is_numbered() || mark_at(text, ", ").is_none() || !sentence.has(EVENT_WORDS) {
        return None;
    }
    let mut from = 0;
    for _ in 0..4 {
        from += find_any(&text[from..], &["at", "in"])?.end();
        let rest = text[from..].trim_start();
        let start = text.len() - rest.len();
        let mark = rest.find([',', '('])?;
        if postal::behind(text, start + mark).is_some() {
            return named(sentence, from);
        }
    }
    None
}

/// The building that starts at a place of a sentence.
fn named(sentence: Sentence<'_>, at: usize) -> Option<Told<'_>> {
    let text = sentence.text();
    let rest = text[at..].trim_start();
    let rest = ARTICLES.iter().find_map(|article| rest.strip_prefix(article)).unwrap_or(rest);
    let start = text.len() - rest.len();
    // `Room 2.05` goes on behind its full stop.
    let bytes = rest.as_bytes();
    let mut marks = (0..bytes.len()).filter(|at| {
        matches!(bytes[*at], b',' | b';' | b'(' | b'!')
            || bytes[*at] == b'.' && !bytes.get(at + 1).is_some_and(u8::is_ascii_digit)
    });
    let mark = marks.next().unwrap_or(rest.len());
    // An `Institute for Biology` goes on behind the word.
    let ends = |end: &&str| {
        let at = mark_at(&rest[..mark], end)?;
        (*end != " for " || !rest[at + end.len()..].starts_with(char::is_uppercase)).then_some(at)
    };
    let end = ENDS.iter().filter_map(ends).min().unwrap_or(mark);
    let name = rest[..end].trim();
    // A room stands in front of its building.
    if rest[end..].starts_with(", ") && is_room_name(name) {
        let behind = &rest[end + 2..];
        let building = &behind[..behind.find([',', '.', ';', '(', '!']).unwrap_or(behind.len())];
        let building = building.split(" on ").next().unwrap_or(building).trim();
        if is_venue_name(building) && !is_room_name(building) && building.contains(' ') {
            let from = start + end + 2;
            return Some(Told { sentence, name: Span::new(from..from + building.len()), room: Some(name.to_owned()) });
        }
    }
    let article = text[at..].trim_start().starts_with("the ");
    // One meets at a building and in a town: `at Casa do Mar in Lund`.
    let before_town =
        text[..at].ends_with("at") && rest[end..].strip_prefix(" in ").is_some_and(|town| run_of_capitals(town) > 0);
    let enough = if before_town { 2 } else { 3 };
    // One word alone says what it is and not which.
    let venue = is_venue_name(name);
    let named = venue && name.contains(' ')
        || is_proper_name(name) && postal::behind(text, start + end).is_some()
        || ((article || before_town) && is_proper_name(name) && name.split_whitespace().count() >= enough);
    if !named || !venue && has_any(name, EVENT_WORDS) {
        return None;
    }
    let name = Span::new(start..start + name.len());
    let place = name.shift(sentence.span.start());
    let dated = sentence.passage.phrases().dates.iter().any(|date| date.span.overlaps(place));
    (!dated).then_some(Told { sentence, name, room: None })
}

/// Where a building may start: behind `held at` or `held in`, or behind `hold`, the event, and `at`.
fn behind_the_verb(sentence: Sentence<'_>, phrases: &Phrases) -> Vec<usize> {
    let Some(held) = sentence.find(&phrases.held) else {
        return behind_its_event(sentence, phrases).into_iter().collect();
    };
    // Town, days and times may stand between: `takes place in Lund on 4 March 2031 at 9am at the Harbour Library`.
    let (text, mut from) = (sentence.text(), held.end());
    let joints: Vec<&str> =
        ["at", "in", "im", "à", "au", "dans", "en"].into_iter().filter(|joint| sentence.has(&[joint])).collect();
    let mut found = Vec::new();
    while let Some(word) = find_any(&text[from..], &joints).map(|word| word.shift(from)) {
        let between = Span::new(held.end()..word.start());
        if found.len() == 4 || between.len() > LONGEST || others(sentence, between) > 0 {
            break;
        }
        found.push(word.end());
        from = word.end();
    }
    found
}

fn behind_its_event(sentence: Sentence<'_>, phrases: &Phrases) -> Option<usize> {
    let text = sentence.text();
    let holds = sentence.find(&phrases.holds)?;
    let at = holds.end() + find(&text[holds.end()..], "at")?.end();
    let event = text[holds.end()..at].strip_suffix("at")?.trim();
    let short = is_short(event, 7) && !event.contains([',', ';', ':']);
    (short && has_any(event, EVENT_WORDS)).then_some(at)
}

/// How far behind the verb a building may stand, in bytes.
const LONGEST: usize = 160;

/// How many words of a part of a sentence tell something else than when, and are no name.
fn others(sentence: Sentence<'_>, part: Span) -> usize {
    const JOINTS: &[&str] = &[
        "on", "from", "to", "the", "between", "and", "starting", "at", "in", "of", "am", "vom", "bis", "zum", "und",
        "der", "den", "um", "le", "du", "de", "la", "el",
    ];
    let mut at = part.start();
    let words = part.of(sentence.text()).split_inclusive(' ').filter(|word| {
        let start = at + word.len() - word.trim_start_matches(|c: char| !c.is_alphanumeric()).len();
        at += word.len();
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        bare.starts_with(char::is_lowercase) && !JOINTS.contains(&bare) && !is_when(sentence, start)
    });
    words.count()
}

/// Whether a day, a time or a weekday stands at a place of a sentence.
fn is_when(sentence: Sentence<'_>, at: usize) -> bool {
    let (at, phrases) = (Span::at(sentence.span.start() + at), sentence.passage.phrases());
    let mut spans = phrases.dates_in(sentence.span).map(|date| date.span);
    let mut times = phrases.times_in(sentence.span).map(|time| time.span);
    spans.any(|span| span.contains(at)) || times.any(|span| span.contains(at))
}
