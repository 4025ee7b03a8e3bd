//! Time zones as people name them: `CET`, `UTC-12`, `Anywhere on Earth`, `Eastern Time`, `Europe/Rome`.

use handbill_model::Zone;
use handbill_text::Span;

use super::Reader;
use crate::lexicon::Lexicon;

/// A zone named in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ZonePhrase {
    /// Its place in the text.
    pub span: Span,
    /// The zone.
    pub zone: Zone,
}

/// What an abbreviation stands for. Those that several regions use for different times (`CST`, `IST`) are left out:
/// they would be a guess.
const ABBREVIATIONS: &[(&str, Meaning)] = &[
    ("UTC", Meaning::Name("UTC")),
    ("GMT", Meaning::Name("UTC")),
    ("AoE", Meaning::AnywhereOnEarth),
    ("EST", Meaning::Hours(-5)),
    ("EDT", Meaning::Hours(-4)),
    ("ET", Meaning::Name("America/New_York")),
    ("CDT", Meaning::Hours(-5)),
    ("CT", Meaning::Name("America/Chicago")),
    ("MST", Meaning::Hours(-7)),
    ("MDT", Meaning::Hours(-6)),
    ("MT", Meaning::Name("America/Denver")),
    ("AKST", Meaning::Hours(-9)),
    ("AKDT", Meaning::Hours(-8)),
    ("PST", Meaning::Hours(-8)),
    ("PDT", Meaning::Hours(-7)),
    ("PT", Meaning::Name("America/Los_Angeles")),
    ("BST", Meaning::Hours(1)),
    ("WEST", Meaning::Hours(1)),
    ("CET", Meaning::Hours(1)),
    ("CEST", Meaning::Hours(2)),
    ("MEZ", Meaning::Hours(1)),
    ("MESZ", Meaning::Hours(2)),
    ("SAST", Meaning::Hours(2)),
    ("EET", Meaning::Hours(2)),
    ("EEST", Meaning::Hours(3)),
    ("WET", Meaning::Hours(0)),
    ("HKT", Meaning::Hours(8)),
    ("SGT", Meaning::Hours(8)),
    ("KST", Meaning::Hours(9)),
    ("JST", Meaning::Hours(9)),
    ("AWST", Meaning::Hours(8)),
    ("AEST", Meaning::Hours(10)),
    ("AEDT", Meaning::Hours(11)),
    ("NZST", Meaning::Hours(12)),
    ("NZDT", Meaning::Hours(13)),
    ("BRT", Meaning::Hours(-3)),
    ("MSK", Meaning::Hours(3)),
    ("NPT", Meaning::Minutes(345)),
    ("WIB", Meaning::Hours(7)),
];

/// Zones that are written out, as words before `time`.
const WRITTEN_OUT: &[(&[&str], Meaning)] = &[
    (&["eastern", "standard"], Meaning::Hours(-5)),
    (&["eastern", "daylight"], Meaning::Hours(-4)),
    (&["eastern"], Meaning::Name("America/New_York")),
    (&["central", "european", "standard"], Meaning::Hours(1)),
    (&["central", "european", "summer"], Meaning::Hours(2)),
    (&["central", "european"], Meaning::Name("CET")),
    (&["central", "standard"], Meaning::Hours(-6)),
    (&["central", "daylight"], Meaning::Hours(-5)),
    (&["mountain", "standard"], Meaning::Hours(-7)),
    (&["mountain", "daylight"], Meaning::Hours(-6)),
    (&["india", "standard"], Meaning::Minutes(330)),
    (&["indian", "standard"], Meaning::Minutes(330)),
    (&["singapore", "standard"], Meaning::Hours(8)),
    (&["china", "standard"], Meaning::Hours(8)),
    (&["japan", "standard"], Meaning::Hours(9)),
    (&["korea", "standard"], Meaning::Hours(9)),
    (&["samoa", "standard"], Meaning::Hours(-11)),
    (&["mountain"], Meaning::Name("America/Denver")),
    (&["pacific", "standard"], Meaning::Hours(-8)),
    (&["pacific", "daylight"], Meaning::Hours(-7)),
    (&["pacific"], Meaning::Name("America/Los_Angeles")),
    (&["british", "summer"], Meaning::Hours(1)),
    (&["greenwich", "mean"], Meaning::Name("UTC")),
];

/// The regions whose cities the IANA names are made of.
const REGIONS: &[&str] = &[
    "Africa", "America", "Antarctica", "Arctic", "Asia", "Atlantic", "Australia", "Europe", "Indian", "Pacific", "Etc",
];

/// The words that zones begin with: no other word does.
pub(super) const BEGINNINGS: Lexicon = Lexicon::new(&FIRST_WORDS);

const FIRST_WORDS: [&str; ABBREVIATIONS.len() + WRITTEN_OUT.len() + REGIONS.len() + 1] = {
    let mut words = ["anywhere"; ABBREVIATIONS.len() + WRITTEN_OUT.len() + REGIONS.len() + 1];
    let mut at = 0;
    while at < ABBREVIATIONS.len() {
        words[at] = ABBREVIATIONS[at].0;
        at += 1;
    }
    while at < ABBREVIATIONS.len() + WRITTEN_OUT.len() {
        words[at] = WRITTEN_OUT[at - ABBREVIATIONS.len()].0[0];
        at += 1;
    }
    while at < words.len() - 1 {
        words[at] = REGIONS[at - ABBREVIATIONS.len() - WRITTEN_OUT.len()];
        at += 1;
    }
    words
};

#[derive(Clone, Copy)]
enum Meaning {
    Name(&'static str),
    Hours(i16),
    Minutes(i16),
    AnywhereOnEarth,
}

impl Meaning {
    fn zone(self) -> Zone {
        match self {
            Self::Name(name) => Zone::Iana(name.to_owned()),
            Self::Hours(hours) => Zone::Offset { minutes: hours * 60 },
            Self::Minutes(minutes) => Zone::Offset { minutes },
            Self::AnywhereOnEarth => Zone::AnywhereOnEarth,
        }
    }
}

impl Reader<'_> {
    /// The zone that starts at `at`, and the token after it.
    pub(super) fn zone(self, at: usize) -> Option<(ZonePhrase, usize)> {
        let word = self.word(at)?;
        if !BEGINNINGS.has(word) || (self.glued(at) && !self.starts_freely(at)) {
            return None;
        }
        let (zone, next) = self
            .anywhere(at)
            .or_else(|| self.iana(at))
            .or_else(|| self.written_out(at))
            .or_else(|| self.abbreviation(at))?;
        // `UTC-12 (Anywhere on Earth)` and `CET/CEST` name one zone twice.
        let open = usize::from(self.is_mark(next, '('));
        let quote = usize::from(['"', '“', '‘', '\''].iter().any(|mark| self.is_mark(next + open, *mark)));
        let (zone, next) = match self.anywhere(next + open + quote) {
            Some((anywhere, after)) => (anywhere, after),
            None => (zone, next),
        };
        Some((ZonePhrase { span: self.span(at, next), zone }, next))
    }

    /// The zone behind a time, perhaps in parentheses.
    pub(super) fn zone_behind(self, at: usize) -> Option<(ZonePhrase, usize)> {
        if self.word(at) == Some("Z") && self.glued(at) {
            return Some((ZonePhrase { span: self.get(at)?.span, zone: Meaning::Name("UTC").zone() }, at + 1));
        }
        // `10:00 AM` has been read before; what stands here in one or two letters is a zone only in capitals.
        if self.is_mark(at, '(') {
            let (zone, next) = self.zone(at + 1)?;
            return self.is_mark(next, ')').then_some((zone, next + 1));
        }
        if let Some(found) = self.bare_offset(at) {
            return Some(found);
        }
        let at = if self.is_mark(at, ',') { at + 1 } else { at };
        self.zone(at).or_else(|| self.of_a_coast(at))
    }

    /// `5pm Pacific`: right behind a time the zone's name needs no `time`.
    fn of_a_coast(self, at: usize) -> Option<(ZonePhrase, usize)> {
        // `5pm US Eastern`, `5pm Eastern (US)`.
        let named = at + usize::from(self.word(at) == Some("US"));
        if let Some((zone, next)) = self.zone(named).filter(|_| named > at) {
            return Some((ZonePhrase { span: self.span(at, next), ..zone }, next));
        }
        let word = self.word(named).filter(|word| word.starts_with(char::is_uppercase))?;
        let (_, meaning) =
            WRITTEN_OUT.iter().find(|(written, _)| written.len() == 1 && written[0].eq_ignore_ascii_case(word))?;
        // `Eastern Harbour` is a name.
        let goes_on = self.word(named + 1).is_some_and(|next| next.starts_with(char::is_uppercase));
        let whose = self.is_mark(named + 1, '(') && self.word(named + 2) == Some("US") && self.is_mark(named + 3, ')');
        let next = if whose { named + 4 } else { named + 1 };
        (!goes_on).then(|| (ZonePhrase { span: self.span(at, next), zone: meaning.zone() }, next))
    }

    /// `15:00+02:00`, `15:00 +0200` (ISO 8601, RFC 5322).
    fn bare_offset(self, at: usize) -> Option<(ZonePhrase, usize)> {
        let sign = if self.is_mark(at, '+') {
            1
        } else if self.is_dash(at) {
            -1
        } else {
            return None;
        };
        let (value, digits) = self.number(at + 1).filter(|_| self.glued(at + 1))?;
        let colon = self.is_mark(at + 2, ':') && self.glued(at + 2) && self.glued(at + 3);
        let minutes = self.number(at + 3).filter(|(value, digits)| colon && *value < 60 && *digits == 2);
        let (total, next) = match (digits, minutes) {
            (2, Some((minutes, _))) if sign == 1 => (value * 60 + minutes, at + 4),
            (4, None) if sign == 1 || !self.glued(at) => (value / 100 * 60 + value % 100, at + 2),
            (_, _) => return None,
        };
        let minutes = i16::try_from(total).ok().filter(|total| *total <= 14 * 60 && value % 100 < 60)?;
        let zone = if minutes == 0 { Meaning::Name("UTC").zone() } else { Zone::Offset { minutes: sign * minutes } };
        Some((ZonePhrase { span: self.span(at, next), zone }, next))
    }

    fn anywhere(self, at: usize) -> Option<(Zone, usize)> {
        let is = |n: usize, word: &str| self.word(at + n).is_some_and(|found| found.eq_ignore_ascii_case(word));
        if is(0, "anywhere") && is(1, "on") && is(2, "earth") {
            return Some((Zone::AnywhereOnEarth, at + 3));
        }
        if is(0, "aoe") { Some((Zone::AnywhereOnEarth, at + 1)) } else { None }
    }

    fn iana(self, at: usize) -> Option<(Zone, usize)> {
        let region = self.word(at).filter(|word| REGIONS.contains(word))?;
        let mut next = at + 1;
        let mut name = region.to_owned();
        while let Some(token) = self.get(next).filter(|token| token.glued) {
            let part = token.span.of(self.text);
            let goes_on = token.is_word() || matches!(part, "/" | "_" | "-");
            if !goes_on || (!token.is_word() && !self.glued(next + 1)) {
                break;
            }
            name.push_str(part);
            next += 1;
        }
        let zone = Zone::Iana(name);
        zone.time_zone().filter(|_| next > at + 2).map(|_| (zone, next))
    }

    fn written_out(self, at: usize) -> Option<(Zone, usize)> {
        let first = self.word(at)?;
        WRITTEN_OUT.iter().filter(|(written, _)| written[0].eq_ignore_ascii_case(first)).find_map(
            |(written, meaning)| {
                let same = written
                    .iter()
                    .enumerate()
                    .skip(1)
                    .all(|(n, word)| self.word(at + n).is_some_and(|found| found.eq_ignore_ascii_case(word)));
                let end = at + written.len();
                let time = self.word(end).is_some_and(|word| word.eq_ignore_ascii_case("time"));
                (same && time).then(|| (meaning.zone(), end + 1))
            },
        )
    }

    fn abbreviation(self, at: usize) -> Option<(Zone, usize)> {
        let word = self.word(at)?;
        let meaning = ABBREVIATIONS.iter().find(|(name, _)| name.len() == word.len() && *name == word)?.1;
        // `UTC/GMT-11` names one zone twice.
        let twice = self.is_mark(at + 1, '/') && self.word(at + 2).is_some_and(|other| matches!(other, "UTC" | "GMT"));
        let behind = if twice { at + 3 } else { at + 1 };
        if let Some((zone, next)) = self.offset(behind).filter(|_| matches!(word, "UTC" | "GMT")) {
            let hours = self.glued(next) && self.word(next) == Some("h");
            return Some((zone, next + usize::from(hours)));
        }
        if word == "CET" && self.is_mark(at + 1, '/') && self.word(at + 2) == Some("CEST") {
            return Some((Meaning::Name("CET").zone(), at + 3));
        }
        Some((meaning.zone(), at + 1))
    }

    /// `-12`, `+5:30`, glued to `UTC`.
    fn offset(self, at: usize) -> Option<(Zone, usize)> {
        if !self.glued(at) && !self.glued(at + 1) {
            return None;
        }
        let sign = if self.is_mark(at, '+') {
            1
        } else if self.is_dash(at) {
            -1
        } else {
            return None;
        };
        let (hours, _) = self.number(at + 1).filter(|(hours, digits)| *hours <= 14 && *digits <= 2)?;
        let minutes = if self.is_mark(at + 2, ':') && self.glued(at + 2) {
            self.number(at + 3).filter(|(minutes, digits)| *minutes < 60 && *digits == 2)
        } else {
            None
        };
        let total = i16::try_from(hours * 60 + minutes.map_or(0, |(minutes, _)| minutes)).ok()?;
        Some((Zone::Offset { minutes: sign * total }, if minutes.is_some() { at + 4 } else { at + 2 }))
    }
}
