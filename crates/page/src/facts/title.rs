//! The title: `NAME - PLACE - DATE` and its relatives.

use handbill_frontmatter::Value;
use handbill_model::SourceKind;
use handbill_text::Span;

use super::ledger::{Cite, Cited};
use super::places::{is_place_name, is_venue_name};
use super::sentences::has_any;
use super::view::lone_year;
use crate::phrase::{self, DatePhrase};

/// What a title says.
#[derive(Clone, Debug)]
pub(crate) struct Title {
    /// All of it.
    pub(crate) text: Cited<String>,
    /// The name of the event in it, without dates, place and what the page is to the event.
    pub(crate) name: Option<Cited<String>>,
    /// Town and country or state.
    pub(crate) location: Option<Cited<String>>,
    /// The building.
    pub(crate) venue: Option<Cited<String>>,
    /// The dates in it.
    pub(crate) date: Option<(DatePhrase, Cite)>,
    /// A month or season in it.
    pub(crate) vague: Option<Cited<String>>,
    /// The year in it.
    pub(crate) year: Option<i16>,
    /// What the page is to the event, in the title's words: `Call for Proposals`, `Schedule`.
    pub(crate) role: String,
}

/// What a page can be to an event, as words in front of the event's name.
const ROLES_BEFORE: &[&str] = &[
    "call for", "cfp", "sponsorship", "sponsors", "schedule", "programme", "program", "agenda", "registration",
    "travel", "venue", "call", "scholarships", "accommodation", "hotels", "save the date", "announcing",
];

/// What a page can be to an event, as words behind the event's name.
const ROLES_BEHIND: &[&str] = &[
    "call for proposals", "call for papers", "call for sponsors", "call for participation", "call for hosts",
    "sponsorship opportunities", "sponsorship", "schedule", "programme", "program", "agenda", "registration",
    "information", "hotel", "and", "travel", "venue", "accommodation", "hotels", "sponsors", "overview",
];

/// Words that stand between a name and what follows, and belong to neither.
const JOINTS: &[char] = &[' ', ',', '-', '–', '—', '|', ':', '(', ')', '·', '•', '/', ';'];

impl Title {
    /// Reads the `title` of a front matter.
    pub(crate) fn read(value: &Value, source: &str) -> Option<Self> {
        let text = value.written().filter(|text| !text.trim().is_empty())?;
        // Where quotes hide escapes, the place of the whole value is all that can be said.
        let start = value.span.of(source).find(text).map(|at| value.span.start() + at);
        Some(Base { value, text, start }.title())
    }
}

/// A title's text with its place.
struct Base<'a> {
    value: &'a Value,
    text: &'a str,
    /// Where the text starts in the file, if it stands there as it is.
    start: Option<usize>,
}

impl Base<'_> {
    fn title(&self) -> Title {
        let phrases = phrase::read(self.text);
        let date = phrases.dates.first().cloned();
        let vague = phrases.vague.first().copied();
        let cut = date.as_ref().map(|date| date.span).or_else(|| vague.map(|vague| vague.span));
        let mut title = Title {
            text: self.cited(Span::new(0..self.text.len())),
            name: None,
            location: None,
            venue: None,
            year: date
                .as_ref()
                .and_then(|date| date.first().year)
                .or_else(|| vague.and_then(|vague| vague.year))
                .or_else(|| lone_year(self.text)),
            date: date.map(|date| {
                let cite = self.cite(date.span);
                (date, cite)
            }),
            vague: vague.map(|vague| self.cited(vague.span)),
            role: String::new(),
        };
        for segment in self.segments(cut) {
            self.segment(segment, &mut title);
        }
        title
    }

    /// The parts of the title between dashes, bars and the date.
    fn segments(&self, cut: Option<Span>) -> Vec<Span> {
        let mut found = Vec::new();
        let outside = match cut {
            Some(cut) => vec![Span::new(0..cut.start()), Span::new(cut.end()..self.text.len())],
            None => vec![Span::new(0..self.text.len())],
        };
        for part in outside {
            let mut start = part.start();
            for (at, separator) in separators(part.of(self.text)) {
                found.push(Span::new(start..part.start() + at));
                start = part.start() + at + separator;
            }
            found.push(Span::new(start..part.end()));
        }
        found.into_iter().map(|span| trim(self.text, span)).filter(|span| !span.is_empty()).collect()
    }

    fn segment(&self, span: Span, title: &mut Title) {
        let text = span.of(self.text);
        // A title that starts with a day is a page of that day, and what follows is its place.
        let of_day = title.date.as_ref().is_some_and(|(date, _)| date.is_one_day() && date.span.start() == 0);
        if of_day
            && title.name.is_none()
            && let Some((venue, location)) = self.place(span)
        {
            title.venue = title.venue.take().or_else(|| venue.map(|span| self.cited(span)));
            title.location =
                title.location.take().or_else(|| location.filter(|_| venue.is_none()).map(|span| self.cited(span)));
            return;
        }
        if text.parse::<i16>().is_ok() {
            return;
        }
        if title.name.is_none() {
            return self.name(span, title);
        }
        let place = self.place(span);
        if title.location.is_none()
            && title.venue.is_none()
            && let Some((venue, location)) = place
        {
            title.venue = venue.map(|span| self.cited(span));
            title.location = location.map(|span| self.cited(span));
        } else if title.role.is_empty() && has_any(text, ROLES_BEHIND) {
            text.clone_into(&mut title.role);
        }
    }

    /// A segment that holds the event's name, perhaps with a role in front or behind and a place behind.
    fn name(&self, span: Span, title: &mut Title) {
        let text = span.of(self.text);
        if ROLES_BEFORE.iter().any(|role| text.eq_ignore_ascii_case(role)) {
            text.clone_into(&mut title.role);
            return;
        }
        if let Some((before, _)) = text.split_once(": ")
            && has_any(before, ROLES_BEFORE)
        {
            before.clone_into(&mut title.role);
            let rest = Span::new(span.start() + before.len() + 1..span.end());
            return self.name(trim(self.text, rest), title);
        }
        let mut kept = span;
        // `Spring Meeting Travel and Hotel Information`: one word of the page's role behind the other.
        while let Some(role) = ROLES_BEHIND.iter().find(|role| ends_with_words(kept.of(self.text), role)) {
            if title.role.is_empty() {
                (*role).clone_into(&mut title.role);
            }
            kept = trim(self.text, Span::new(kept.start()..kept.end() - role.len()));
        }
        let behind = kept != span;
        // `Showcase in Lund, Sweden`, `Meeting, Lund, Sweden`.
        let inside = kept.of(self.text);
        for joint in [" in ", " at ", " @ ", ", "] {
            let at = if joint == ", " { inside.find(joint) } else { inside.rfind(joint) };
            let Some(at) = at else { continue };
            let rest = trim(self.text, Span::new(kept.start() + at + joint.len()..kept.end()));
            if let Some((venue, location)) = self.place(rest) {
                title.venue = venue.map(|span| self.cited(span));
                title.location = location.map(|span| self.cited(span));
                kept = trim(self.text, Span::new(kept.start()..kept.start() + at));
                break;
            }
        }
        if has_any(kept.of(self.text), EVENT_WORDS) || title.location.is_some() || title.date.is_some() || !behind {
            title.name = Some(self.cited(kept));
        }
    }

    /// Building and town of a segment that names a place.
    fn place(&self, span: Span) -> Option<(Option<Span>, Option<Span>)> {
        let text = span.of(self.text);
        // A `Library of Congress` is no congress.
        if !is_place_name(text) || (has_any(text, EVENT_WORDS) && !is_venue_name(text)) {
            return None;
        }
        let (first, rest) = text.split_once(", ").unwrap_or((text, ""));
        if is_venue_name(first) {
            let venue = Span::new(span.start()..span.start() + first.len());
            let location = trim(self.text, Span::new((venue.end() + 1).min(span.end())..span.end()));
            return Some((Some(venue), (!rest.is_empty()).then_some(location)));
        }
        Some((None, Some(span)))
    }

    fn cited(&self, span: Span) -> Cited<String> {
        Cited::new(span.of(self.text), self.cite(span))
    }

    fn cite(&self, span: Span) -> Cite {
        Cite::new(self.start.map_or(self.value.span, |start| span.shift(start)), SourceKind::Title)
    }
}

/// Whether a text ends with these words, whatever its case, and has others before them.
fn ends_with_words(text: &str, words: &str) -> bool {
    let start = text.len().checked_sub(words.len()).filter(|start| text.is_char_boundary(*start));
    start.is_some_and(|start| text[start..].eq_ignore_ascii_case(words) && text[..start].ends_with(' '))
}

/// Words that name an event of some kind.
pub(crate) const EVENT_WORDS: &[&str] = &[
    "conference", "meeting", "meetings", "workshop", "workshops", "showcase", "summit", "symposium", "meetup",
    "meet-up", "week", "days", "day", "hackathon", "training", "course", "school", "webinar", "seminar", "forum",
    "event", "events", "congress", "festival", "fair", "session", "camp", "retreat", "colloquium", "call", "online",
    "tutorial", "sprint", "assembly",
];

/// Where segments end: dashes between blanks, and bars; each with its length.
fn separators(text: &str) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(at) = text[from..].find([' ', '|']) {
        let at = from + at;
        let rest = &text[at..];
        let separator = [" -- ", " --- ", " - ", " – ", " — ", " | ", "|", " · ", " // "]
            .into_iter()
            .find(|separator| rest.starts_with(separator));
        from = at + separator.map_or(1, str::len);
        if let Some(separator) = separator {
            found.push((at, separator.len()));
        }
    }
    found
}

/// The span without the marks and joining words at its ends.
fn trim(text: &str, span: Span) -> Span {
    let part = span.of(text);
    let open = part.matches('(').count() > part.matches(')').count();
    let close = part.matches(')').count() == part.matches('(').count();
    let start = part.trim_start_matches(|c: char| JOINTS.contains(&c) && !(c == '(' && close));
    let kept = start.trim_end_matches(|c: char| JOINTS.contains(&c) && !(c == ')' && close && !open));
    let from = span.start() + (part.len() - start.len());
    let kept = [" on", " from", " of", " the"].into_iter().find_map(|word| kept.strip_suffix(word)).unwrap_or(kept);
    let kept = if matches!(kept, "on" | "from" | "in" | "of") { "" } else { kept };
    Span::new(from..from + kept.len())
}
