//! The title: `NAME - PLACE - DATE` and its relatives.

mod beside;
mod cut;
mod kinds;
mod status;
mod town;

use handbill_model::SourceKind;
use handbill_text::Span;

use super::ledger::{Cite, Cited};
use super::place::is_of_time;
use super::places::{is_place_name, is_proper_name, is_venue_name};
use super::sentences::{has_among, has_any, is_short, last_mark_at, mark_at, plain};
use super::view::lone_year;
use super::words::Words;
use crate::lexicon::Lexicon;
use crate::passage::Passage;
use crate::phrase::DatePhrase;
pub(crate) use beside::{is_of_page, of_banner, of_breadcrumbs, of_description, of_heading};
use cut::{separators, trim};
use kinds::{
    behind_schedule, call_for, ends_with_words, is_kind, is_page_of, is_role, led, may_be_town, starts_a_name,
};
pub(crate) use status::is_renewed;
use status::without_status;
pub(crate) use town::{Stated, without_town};

/// What a title says.
#[derive(Clone, Debug)]
pub(crate) struct Title {
    /// All of it.
    pub(crate) text: Cited<String>,
    /// Its words, so that most questions of it are answered without looking.
    words: Words,
    /// The name of the event in it, without dates, place and what the page is to the event.
    pub(crate) name: Option<Cited<String>>,
    /// Where the name stands in the title.
    named: Option<Span>,
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
    "travel", "venue", "call", "scholarships", "accommodation", "hotels", "save the date", "announcing", "propose",
];

/// What a page can be to an event, as words behind the event's name.
const ROLES_BEHIND: &[&str] = &[
    "call for proposals", "call for papers", "call for sponsors", "call for participation", "call for hosts",
    "sponsorship opportunities", "sponsorship", "schedule", "programme", "program", "agenda", "registration",
    "information", "hotel", "and", "travel", "venue", "accommodation", "hotels", "sponsors", "overview", "scholarship",
    "scholarships", "travel grants", "bursaries", "tours", "save the date",
];

/// Words that stand between a name and what follows, and belong to neither.
const JOINTS: &[char] = &[' ', '\n', ',', '-', '–', '—', '|', ':', '(', ')', '·', '•', '/', ';'];

impl Title {
    /// Reads the `title` of a front matter, or the heading that stands for it.
    pub(crate) fn read(passage: &Passage, kind: &SourceKind, stated: &Stated) -> Self {
        Base { passage, text: &passage.text, kind, stated }.title()
    }

    /// Whether one of `phrases` (lower case) stands in it.
    pub(crate) fn says(&self, phrases: &[&str]) -> bool {
        has_among(&self.text.value, &self.words, phrases)
    }
}

/// A title's text with its place.
struct Base<'a> {
    passage: &'a Passage,
    text: &'a str,
    kind: &'a SourceKind,
    stated: &'a Stated,
}

impl Base<'_> {
    fn title(&self) -> Title {
        let phrases = self.passage.phrases();
        let date = phrases.dates.first().cloned();
        let vague = phrases.vague.first().copied();
        let vague_cut = || vague.map(|vague| vague.span).filter(|span| !starts_a_name(self.text, *span));
        let cut = date.as_ref().map(|date| date.span).or_else(vague_cut);
        let text = self.cited(Span::new(0..self.text.len()));
        let mut title = Title {
            words: Words::of(&text.value),
            text,
            name: None,
            named: None,
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
        let kept = without_status(self.text);
        let outside = match cut.filter(|cut| kept.contains(*cut)) {
            Some(cut) => vec![Span::new(kept.start()..cut.start()), Span::new(cut.end()..kept.end())],
            None => vec![kept],
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
            // `Madison Building, Library of Congress`: the second is a building, too.
            let town = location.filter(|span| venue.is_none() || !is_venue_name(span.of(self.text)));
            title.location = title.location.take().or_else(|| town.map(|span| self.cited(span)));
            return;
        }
        if text.parse::<i16>().is_ok() {
            return;
        }
        // `Day 2` is a page of the event, and not its name.
        if title.role.is_empty() && day_number(text).is_some() {
            text.clone_into(&mut title.role);
            return;
        }
        if title.name.is_none() {
            return self.name(span, title);
        }
        let is_role = ROLES_BEHIND.iter().any(|role| text.eq_ignore_ascii_case(role));
        // `Webinar - Reading Tide Tables`: what kind of event it is, and which one.
        let kind = title.named.filter(|named| is_kind(named.of(self.text)));
        let place = self.place(span).filter(|_| !is_role);
        if let Some(named) =
            kind.filter(|named| !(is_role || place.is_some() && may_be_town(text, named.of(self.text))))
        {
            return self.named(named.cover(span), title);
        }
        if title.location.is_none()
            && title.venue.is_none()
            && let Some((venue, location)) = place
        {
            title.venue = venue.map(|span| self.cited(span));
            title.location = location.map(|span| self.cited(span));
        } else if title.role.is_empty() && has_any(text, ROLES_BEHIND) && !self.is_subtitle(span, title) {
            text.clone_into(&mut title.role);
        } else if let Some(named) =
            title.named.filter(|named| !has_any(named.of(self.text), EVENT_WORDS) && has_any(text, EVENT_WORDS))
        {
            // `RSMC - Harbour Hackathon`: who holds it, and what it is.
            self.named(named.cover(span), title);
        } else if let Some(named) = title.named.filter(|_| self.is_subtitle(span, title)) {
            self.named(named.cover(span), title);
        }
    }

    /// Whether a segment goes on with the name behind a dash: `Tide Workshop - how to read old tables`. A proper name
    /// may be that of the site, and a town where no key tells which town it is.
    fn is_subtitle(&self, span: Span, title: &Title) -> bool {
        let Some(named) = title.named.filter(|named| named.end() <= span.start()) else { return false };
        let text = span.of(self.text);
        let dash = matches!(self.text[named.end()..span.start()].trim(), "-" | "–" | "—" | "--" | "---");
        let role = has_any(text, ROLES_BEHIND) && is_short(text, 3);
        dash && !role && (!is_proper_name(text) || self.denies(span) && !text.contains(", "))
    }

    fn named(&self, span: Span, title: &mut Title) {
        title.named = Some(span);
        title.name = Some(self.cited(span));
    }

    /// A segment that holds the event's name, perhaps with a role in front or behind and a place behind.
    fn name(&self, span: Span, title: &mut Title) {
        let text = span.of(self.text);
        if ROLES_BEFORE.iter().any(|role| text.eq_ignore_ascii_case(role)) {
            text.clone_into(&mut title.role);
            return;
        }
        if let Some((before, _)) = text.split_once(": ")
            && is_role(before)
        {
            before.clone_into(&mut title.role);
            let rest = Span::new(span.start() + before.len() + 1..span.end());
            return self.name(trim(self.text, rest), title);
        }
        if let Some((before, behind)) = text.rsplit_once(": ")
            && is_page_of(behind)
            && (has_any(before, EVENT_WORDS) || lone_year(before).is_some())
        {
            behind.clone_into(&mut title.role);
            return self.name(trim(self.text, Span::new(span.start()..span.start() + before.len())), title);
        }
        if let Some((role, rest)) = led(text) {
            if !role.is_empty() {
                role.clone_into(&mut title.role);
            }
            return self.name(Span::new(span.end() - rest.len()..span.end()), title);
        }
        if let Some(rest) = behind_schedule(text) {
            "Schedule".clone_into(&mut title.role);
            return self.name(Span::new(span.end() - rest.len()..span.end()), title);
        }
        if let Some(call) = call_for(text) {
            call.clone_into(&mut title.role);
            let behind = trim(self.text, Span::new(span.start() + call.len()..span.end()));
            let called = behind.of(self.text);
            if has_any(called, EVENT_WORDS) || lone_year(called).is_some() {
                self.name(behind, title);
            }
            return;
        }
        let mut kept = span;
        // `Spring Meeting Travel and Hotel Information`: one word of the page's role behind the other.
        while let Some(role) = ROLES_BEHIND.iter().find(|role| ends_with_words(kept.of(self.text), role)) {
            title.role = if title.role.is_empty() { (*role).to_owned() } else { format!("{role} {}", title.role) };
            kept = trim(self.text, Span::new(kept.start()..kept.end() - role.len()));
        }
        // `Spring Meeting Travel Scholarships 2031`: the year stands behind the role, and the name goes without it.
        let undated =
            kept.of(self.text).rsplit_once(' ').filter(|(_, year)| year.len() == 4 && lone_year(year).is_some());
        if let Some((front, _)) = undated.filter(|_| kept == span)
            && ROLES_BEHIND.iter().any(|role| *role != "and" && ends_with_words(front, role))
        {
            let before = title.role.clone();
            self.name(Span::new(kept.start()..kept.start() + front.len()), title);
            if title.name.is_none() {
                title.role = before;
            }
            return;
        }
        let behind = kept != span;
        // `Showcase in Lund, Sweden`, `Meeting, Lund, Sweden`.
        let inside = kept.of(self.text);
        for joint in [" in ", " at ", " @ ", ", "] {
            let at = if joint == ", " { mark_at(inside, joint) } else { last_mark_at(inside, joint) };
            let Some(at) = at else { continue };
            // `Methods in Optics` and `Knots at Scale` are names; a place stands behind the event, or with its state or country.
            let behind = &inside[at + joint.len()..];
            let building = joint != " in " && is_venue_name(behind);
            let told = behind.contains(", ") || ends_with_event(&inside[..at]) || self.stated.names(behind);
            if joint != ", " && !building && !told {
                continue;
            }
            let rest = trim(self.text, Span::new(kept.start() + at + joint.len()..kept.end()));
            // One is in the Netherlands, but at no town with an article.
            if joint == " at " && rest.of(self.text).starts_with("the ") && !is_venue_name(rest.of(self.text)) {
                continue;
            }
            if let Some((venue, location)) = self.place(rest) {
                title.venue = venue.map(|span| self.cited(span));
                title.location = location.map(|span| self.cited(span));
                kept = trim(self.text, Span::new(kept.start()..kept.start() + at));
                break;
            }
        }
        let last = kept.of(self.text).rsplit(' ').next().unwrap_or("");
        let named = has_any(kept.of(self.text), EVENT_WORDS) || lone_year(last).is_some();
        if named || title.location.is_some() || title.date.is_some() || !behind {
            self.named(kept, title);
        }
    }

    /// Whether keys tell that a part of the title is no place. A town right behind the event, `Harbour Day, Split`, may be
    /// that of an event which was moved.
    fn denies(&self, span: Span) -> bool {
        let before = self.text[..span.start()].trim_end();
        let event = before.trim_end_matches(|c: char| JOINTS.contains(&c));
        let town = if before.ends_with(',') { 2 } else { 1 };
        self.stated.denies(span.of(self.text)) && !(is_short(span.of(self.text), town) && ends_with_event(event))
    }

    /// Building and town of a segment that names a place.
    fn place(&self, span: Span) -> Option<(Option<Span>, Option<Span>)> {
        // `Lund, 2031`: the year belongs to the event; `at RopeConf 2031` is at another event.
        let dated =
            span.of(self.text).rsplit_once(", ").filter(|(_, last)| last.len() == 4 && lone_year(last).is_some());
        let town = dated.map_or(span.len(), |(town, _)| town.len());
        let span = Span::new(span.start()..span.start() + town);
        let text = span.of(self.text);
        // A `Library of Congress` is no congress.
        if is_of_time(text)
            || !is_place_name(text)
            || self.denies(span)
            || (has_any(text, EVENT_WORDS) && !is_venue_name(text))
        {
            return None;
        }
        let (first, rest) = text.split_once(", ").unwrap_or((text, ""));
        // `A tutorial at SciMeet2031` is part of another event.
        if lone_year(first).is_some() {
            return None;
        }
        if is_venue_name(first) {
            let name = first.strip_prefix("the ").unwrap_or(first);
            let venue = Span::new(span.start() + first.len() - name.len()..span.start() + first.len());
            let location = trim(self.text, Span::new((venue.end() + 1).min(span.end())..span.end()));
            return Some((Some(venue), (!rest.is_empty()).then_some(location)));
        }
        Some((None, Some(span)))
    }

    fn cited(&self, span: Span) -> Cited<String> {
        Cited::new(plain(span.of(self.text)), self.cite(span))
    }

    fn cite(&self, span: Span) -> Cite {
        Cite::part(self.passage, span, self.kind.clone())
    }
}

/// The number of `Day 2` or `Day Two`.
pub(crate) fn day_number(text: &str) -> Option<usize> {
    const NUMBERS: &[&str] = &["one", "two", "three", "four", "five", "six", "seven"];
    let number = text.get(4..).filter(|_| text[..4].eq_ignore_ascii_case("day "))?;
    let word = || NUMBERS.iter().position(|known| known.eq_ignore_ascii_case(number)).map(|at| at + 1);
    number.parse::<u8>().map(usize::from).ok().or_else(word)
}

/// Whether a text ends with a word for an event, with a number or with an abbreviation of the event's name.
pub(crate) fn ends_with_event(text: &str) -> bool {
    let last = text.split(|c: char| !c.is_alphanumeric()).rfind(|word| !word.is_empty()).unwrap_or("");
    EVENTS.has(last)
        || last.ends_with(|c: char| c.is_ascii_digit())
        || last.chars().filter(|c| c.is_uppercase()).count() >= 2
}

/// The same as a list that words are looked up in.
pub(crate) static EVENTS: Lexicon = Lexicon::new(EVENT_WORDS);

/// Words that name an event of some kind.
pub(crate) const EVENT_WORDS: &[&str] = &[
    "conference", "meeting", "meetings", "workshop", "workshops", "showcase", "summit", "symposium", "meetup",
    "meetups", "meet-up", "week", "days", "day", "hackathon", "training", "course", "school", "webinar", "seminar",
    "forum", "event", "events", "congress", "festival", "fair", "session", "camp", "retreat", "colloquium", "call",
    "online", "tutorial", "sprint", "assembly", "unconference", "barcamp", "bootcamp", "hackfest", "get-together",
    "gathering", "treffen", "stammtisch", "tagung", "tage", "konferenz", "kongress", "conf", "masterclass", "datathon",
    "mapathon", "editathon", "hackday", "hacknight", "codefest", "journée", "journées", "rencontres", "colloque",
    "conférence", "atelier", "jornada", "jornadas", "congreso", "encuentro", "taller", "encontro", "oficina",
    "conferencia", "conferência", "convegno", "giornata", "giornate", "conferenza", "bijeenkomst",
];
