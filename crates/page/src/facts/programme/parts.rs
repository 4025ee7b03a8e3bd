//! The parts of a session's first line: title, people, place.

use handbill_text::Span;

use super::super::media;
use super::super::names::{is_person, only_people};
use super::super::places::{is_room_name, is_venue_name};
use super::super::sentences::{find, is_short, last_mark_at, mark_at};
use super::cell;
use super::columns::is_word;
use crate::passage::{LinkMark, Passage, Style};

/// The parts of a first line, as places in its passage.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Parts {
    /// The first line without links to recordings and the like at its end.
    pub(super) line: Span,
    pub(super) title: Span,
    /// Whether the title is told apart by being strong.
    pub(super) strong: bool,
    pub(super) people: Option<Span>,
    /// A building or room; one behind a comma is part of the title, too.
    pub(super) room: Option<Span>,
    /// Where what follows the first line starts.
    pub(super) end: usize,
}

/// Reads the first line of a passage: `Title (People)`, `Title - People`, `Title, People`, `**Title** People`, ...
pub(super) fn parts(passage: &Passage) -> Parts {
    let line =
        passage.lines().find(|(_, line)| line.contains(char::is_alphanumeric)).map_or(Span::at(0), |(span, _)| span);
    let end = line.end();
    let bullet = line.of(&passage.text).trim_start_matches([' ', '•', '·', '▪', '◦']);
    let line = without_links(passage, Span::new(line.end() - bullet.len()..line.end()));
    let mut found = Parts { line, title: line, end, ..Parts::default() };
    // `**Starts at 10:00**, opening` is no title.
    let timed = |span: Span| passage.phrases().times_in(span).next().is_some();
    let strong = passage.marks_in(line).find(|mark| mark.style == Style::Strong && mark.span.start() == line.start());
    // `**Keynote:** Knots for all` is one title; `**Speakers:** Ann Lee` is none.
    let labels = |span: Span| {
        let rest = trim(passage, Span::new(span.end()..line.end()));
        let label = span.of(&passage.text).strip_suffix(':');
        label.is_some_and(cell::names_kind) && !rest.is_empty() && people_in(passage, rest).is_none()
    };
    let strong = strong.filter(|mark| !timed(mark.span) && !labels(mark.span));
    if let Some(mark) = strong.filter(|mark| mark.span.end() < line.end()) {
        found.title = trim(passage, mark.span);
        found.line = found.title;
        found.strong = true;
        found.end = mark.span.end();
        let rest = trim(passage, Span::new(mark.span.end()..line.end()));
        // `**Room 2** - Knots for all (Ann Lee)`.
        if is_room_name(mark.span.of(&passage.text).trim_end_matches([':', ' '])) && !rest.is_empty() {
            let mut inner = parts_of(passage, rest);
            inner.room = Some(trim(passage, mark.span));
            inner.strong = true;
            inner.end = end;
            return inner;
        }
        // `**Knots for all** (10 min) Ann Lee`.
        let rest = without_duration(passage, rest);
        // `**Knots for all** (Room 2) – Ann Lee`.
        let (room, rest) = room_in_front(passage, rest).map_or((None, rest), |(room, rest)| (Some(room), rest));
        found.room = room;
        // `**Opening plenary** and lunch`: only marks or a name go on behind a title.
        let people = people_in(passage, rest);
        if people.is_some() {
            (found.people, found.end) = (people, end);
        } else if is_venue_name(rest.of(&passage.text)) {
            // `**Knots for all** (Room 2)`.
            let inside = rest.of(&passage.text).strip_prefix('(').and_then(|room| room.strip_suffix(')'));
            let inside = inside.map(|room| Span::new(rest.start() + 1..rest.start() + 1 + room.len()));
            (found.room, found.end) = (Some(inside.unwrap_or(rest)), end);
        } else if is_remark(rest.of(&passage.text)) {
            // `**Lunch** (provided)`.
            (found.title, found.end) = (Span::new(found.title.start()..rest.end()), end);
            found.line = found.title;
        }
        return found;
    }
    let read = parts_of(passage, line);
    (found.title, found.people, found.room) = (read.title, read.people, read.room);
    found
}

/// What follows how long a talk takes, in parentheses: `(10 min)`, `(5 minutes)`.
fn without_duration(passage: &Passage, rest: Span) -> Span {
    let text = rest.of(&passage.text);
    let behind = text.strip_prefix('(').and_then(|text| text.split_once(')')).filter(|(inside, _)| {
        let unit = inside.trim_start_matches(|c: char| c.is_ascii_digit());
        unit.len() < inside.len()
            && matches!(unit.trim_start_matches([' ', '-']), "min" | "min." | "mins" | "minutes" | "'" | "’")
    });
    behind.map_or(rest, |(_, behind)| trim(passage, Span::new(rest.end() - behind.len()..rest.end())))
}

/// A room in parentheses in front of a text, and what follows it.
fn room_in_front(passage: &Passage, span: Span) -> Option<(Span, Span)> {
    let (inside, _) = span.of(&passage.text).strip_prefix('(')?.split_once(')')?;
    let room = Span::new(span.start() + 1..span.start() + 1 + inside.len());
    let rest = trim(passage, Span::new(room.end() + 1..span.end()));
    (is_venue_name(inside) && people_in(passage, rest).is_some()).then_some((room, rest))
}

/// The parts of a line, or of the rest of one, in which no strong words tell the title.
fn parts_of(passage: &Passage, line: Span) -> Parts {
    let mut found = Parts { line, title: line, end: line.end(), ..Parts::default() };
    for split in [by_label, by_colon, by_style, by_stop, by_dash, by_words, by_comma, by_parenthesis] {
        if let Some((title, people, room)) = split(passage, line) {
            (found.title, found.people, found.room) = (title, people, room);
            return found;
        }
    }
    let text = line.of(&passage.text);
    let whole = |place: &str| place.matches('(').count() == place.matches(')').count();
    let place = last_mark_at(text, ", ").map(|at| &text[at + 2..]);
    if let Some(place) = place.filter(|place| is_venue_name(place.trim()) && whole(place)) {
        found.room = Some(Span::new(line.end() - place.len()..line.end()));
    }
    found
}

type Split = Option<(Span, Option<Span>, Option<Span>)>;

/// `Title. Chair: People`, `Title; speakers: People`.
fn by_label(passage: &Passage, line: Span) -> Split {
    const LABELS: &[&str] = &[
        "chair", "chairs", "moderator", "moderators", "speaker", "speakers", "panelists", "panellists", "presenter",
        "presenters", "facilitator", "facilitators", "instructor", "instructors", "modera", "moderan", "imparte",
        "imparten", "presenta", "ponente", "ponentes", "moderation", "leitung", "intervenant", "intervenants",
        "intervenante", "intervenantes",
    ];
    let text = line.of(&passage.text);
    places_of(text, ": ").take(4).find_map(|colon| {
        let start = text[..colon].rfind(' ')? + 1;
        let (before, label) = (text[..start].trim_end(), &text[start..colon]);
        let apart =
            before.ends_with(['.', ';', ',', '?', '!']) && LABELS.iter().any(|known| known.eq_ignore_ascii_case(label));
        let people = people_in(passage, Span::new(line.start() + start..line.end())).filter(|_| apart)?;
        let title = before.trim_end_matches(['.', ';', ',']);
        Some((trim(passage, Span::new(line.start()..line.start() + title.len())), Some(people), None))
    })
}

/// `Title: Ann Lee (Port Library), Ben Ode (Quay Museum)`: that they stand with where they work tells that they are people.
fn by_colon(passage: &Passage, line: Span) -> Split {
    let text = line.of(&passage.text);
    let (title, people) = if text.trim_end().ends_with(')') { text.rsplit_once(": ")? } else { return None };
    let (first, _) = people.split_once(" (")?;
    let span = Span::new(line.end() - people.len()..line.end());
    let people = people_in(passage, span).filter(|_| is_person(first.trim()))?;
    Some((trim(passage, Span::new(line.start()..line.start() + title.len())), Some(people), None))
}

/// `Knots for all. Ann Lee (Port Library)`: behind the end of a sentence somebody with where they work.
fn by_stop(passage: &Passage, line: Span) -> Split {
    let text = line.of(&passage.text);
    mark_at(text, " (")?;
    [". ", "? "].iter().filter_map(|mark| mark_at(text, mark)).find_map(|at| {
        let people = people_in(passage, Span::new(line.start() + at + ". ".len()..line.end()))?;
        let (name, _) = people.of(&passage.text).split_once(" (")?;
        let title = text[..=at].trim_end_matches('.');
        let title = trim(passage, Span::new(line.start()..line.start() + title.len()));
        (is_person(name) && title.of(&passage.text).contains(' ')).then_some((title, Some(people), None))
    })
}

/// `_Title_, People` and `Title _People_`.
fn by_style(passage: &Passage, line: Span) -> Split {
    let mark = passage.marks_in(line).find(|mark| mark.style == Style::Emphasis && line.contains(mark.span))?;
    if mark.span.start() == line.start() {
        let people = people_in(passage, Span::new(mark.span.end()..line.end()))?;
        return Some((trim(passage, mark.span), Some(people), None));
    }
    // `Ann Lee: *Knots for all*`.
    let before = passage.text[line.start()..mark.span.start()].trim_end();
    let ends = !passage.text[mark.span.end()..line.end()].contains(char::is_alphanumeric);
    if let Some(front) = before.strip_suffix(':').filter(|_| ends) {
        let people = people_in(passage, Span::new(line.start()..line.start() + front.len()));
        if people.is_some() {
            return Some((trim(passage, mark.span), people, None));
        }
    }
    let people = people_in(passage, Span::new(mark.span.start()..line.end()))?;
    Some((trim(passage, Span::new(line.start()..mark.span.start())), Some(people), None))
}

/// `Title (People)`, `Title (Room)`.
fn by_parenthesis(passage: &Passage, line: Span) -> Split {
    let text = line.of(&passage.text);
    let inner_end = text.trim_end_matches(['.', ' ']).strip_suffix(')')?.len();
    let open = opening_parenthesis(&text[..inner_end])?;
    let title = trim(passage, Span::new(line.start()..line.start() + open));
    let inside = Span::new(line.start() + open + 1..line.start() + inner_end);
    if title.is_empty() {
        return None;
    }
    if let Some(people) = people_in(passage, inside) {
        return Some((title, Some(people), None));
    }
    if cell::is_group(inside.of(&passage.text)) {
        return Some((title, Some(inside), None));
    }
    is_venue_name(inside.of(&passage.text)).then_some((title, None, Some(inside)))
}

/// Where the parenthesis opens that is still open at the end of a text.
fn opening_parenthesis(text: &str) -> Option<usize> {
    let mut depth = 0_usize;
    text.bytes().enumerate().rev().find_map(|(at, byte)| match byte {
        b')' => {
            depth += 1;
            None
        }
        b'(' if depth == 0 => Some(at),
        b'(' => {
            depth -= 1;
            None
        }
        _ => None,
    })
}

/// `Title - People`, and `Ann Lee (Port Library) - Title`.
fn by_dash(passage: &Passage, line: Span) -> Split {
    let text = line.of(&passage.text);
    // Most lines have none of them.
    let dashed = places_of(text, " ").any(|at| text[at + 1..].starts_with(['-', '–', '—', '|', '/']));
    let marks = if dashed { [" - ", " – ", " — ", " | ", " -- ", " / "].as_slice() } else { &[] };
    let marks: Vec<&str> = marks.iter().copied().filter(|mark| mark_at(text, mark).is_some()).collect();
    let splits =
        || marks.iter().flat_map(|mark| text.match_indices(mark)).map(|(at, mark)| (at, at + mark.len())).take(8);
    for (before, behind) in splits() {
        let rest = Span::new(line.start() + behind..line.end());
        let title = trim(passage, Span::new(line.start()..line.start() + before));
        if let Some(people) = people_in(passage, rest).filter(|_| !title.is_empty()) {
            return Some((title, Some(people), None));
        }
    }
    let colon = mark_at(text, "): ").map(|at| (at + 1, at + 3));
    for (before, behind) in splits().chain(colon) {
        let first = Span::new(line.start()..line.start() + before);
        let told = first.of(&passage.text);
        if told.ends_with(')') && !only_people(told).is_empty() {
            return Some((trim(passage, Span::new(line.start() + behind..line.end())), Some(first), None));
        }
    }
    None
}

/// `Title by People`, `Title, led by People`.
fn by_words(passage: &Passage, line: Span) -> Split {
    let text = line.of(&passage.text);
    let by = find(text, "by").is_some();
    let words = ["presented by", "led by", "chaired by", "moderated by", "facilitated by", "by", "with"];
    for words in words.into_iter().filter(|words| by || *words == "with") {
        let Some(place) = find(text, words).filter(|place| place.start() > 0) else { continue };
        let from = if matches!(words, "by" | "with" | "led by" | "presented by") { place.end() } else { place.start() };
        let title = trim(passage, Span::new(line.start()..line.start() + place.start()));
        if let Some(people) = people_in(passage, Span::new(line.start() + from..line.end())) {
            return Some((title, Some(people), None));
        }
    }
    None
}

/// `Title, Ann Lee, Port Library`.
fn by_comma(passage: &Passage, line: Span) -> Split {
    let text = line.of(&passage.text);
    for at in places_of(text, ", ").take(8) {
        let rest = Span::new(line.start() + at + ", ".len()..line.end());
        if let Some(people) = people_in(passage, rest) {
            let people = without_hall(passage, people);
            return Some((trim(passage, Span::new(line.start()..line.start() + at)), Some(people), None));
        }
    }
    None
}

/// `Ann Lee, Redwood Hall`: the second may be somebody or a room, and is left out.
fn without_hall(passage: &Passage, people: Span) -> Span {
    let Some((first, second)) = people.of(&passage.text).split_once(", ") else { return people };
    let unsure = is_person(second) && is_venue_name(second) && is_person(first);
    if unsure { Span::new(people.start()..people.start() + first.len()) } else { people }
}

/// A few words in parentheses, and nothing else.
fn is_remark(text: &str) -> bool {
    let inside = text.strip_prefix('(').and_then(|rest| rest.strip_suffix(')'));
    inside.is_some_and(|inside| {
        is_short(inside, 6) && !inside.contains(['(', ')']) && inside.contains(char::is_alphabetic)
    })
}

/// Where a mark stands in a text: as `str::match_indices`, which prepares itself for long ones.
fn places_of<'a>(text: &'a str, mark: &'static str) -> impl Iterator<Item = usize> + 'a {
    let behind = |at: &usize| text.as_bytes()[*at..].starts_with(mark.as_bytes());
    memchr::memchr_iter(mark.as_bytes()[0], text.as_bytes()).filter(behind)
}

/// The span, if it is about people and nothing else.
fn people_in(passage: &Passage, span: Span) -> Option<Span> {
    let span = trim(passage, span);
    let text = span.of(&passage.text);
    let count = |mark: u8| text.bytes().filter(|byte| *byte == mark).count();
    if count(b'(') != count(b')') {
        return None;
    }
    let inside = text.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')).filter(|inside| !inside.contains('('));
    (!only_people(inside.unwrap_or(text)).is_empty()).then_some(span)
}

/// A line up to the first link to a recording or slides that is called so, or to where one joins: `Knots ([register](..))`.
pub(super) fn without_links(passage: &Passage, line: Span) -> Span {
    const JOIN: &[&str] = &[
        "register", "register here", "registration", "sign up", "rsvp", "join", "zoom", "book", "tickets", "abstract",
        "link", "join zoom", "join here", "join us", "join the call", "join the meeting",
    ];
    // `Tour - [register here](..), first come, first served` is all of it what the author calls it.
    let joins = |link: &LinkMark| {
        let before = &passage.text[line.start()..link.span.start()];
        // `Talks - [Zoom link](..)`; `Tour: please [register](..)` goes on.
        let last = before.trim_end().rsplit(' ').next().unwrap_or("");
        let ends = link.span.end() == line.end() && !["please", "to", "and", "or", "the", "you"].contains(&last);
        let text = link.span.of(&passage.text);
        (ends || before.ends_with(['(', '['])) && (is_word(text, JOIN) || is_short(text, 3) && text.ends_with(" link"))
    };
    let apart = |link: &&LinkMark| media::is_labelled(passage, link) || joins(link);
    match passage.links_in(line).find(apart).filter(|link| link.span.start() > line.start()) {
        Some(link) => {
            let text = passage.text[line.start()..link.span.start()]
                .trim_end_matches([' ', '(', '[', '|', '-', '–', '—', ',', '·', ':', '/']);
            Span::new(line.start()..line.start() + text.len())
        }
        None => line,
    }
}

/// Without blanks and the marks between a title and what follows.
fn trim(passage: &Passage, span: Span) -> Span {
    let text = span.of(&passage.text);
    let marks = [' ', ',', ':', ';', '-', '–', '—', '|', '/', '\n', '•', '·', '▪', '◦'];
    let start = text.len() - text.trim_start_matches(marks).len();
    let end = text.trim_end_matches([' ', ',', ':', ';', '-', '–', '—', '|', '/', '\n']).len().max(start);
    Span::new(span.start() + start..span.start() + end)
}

#[cfg(test)]
mod tests;
