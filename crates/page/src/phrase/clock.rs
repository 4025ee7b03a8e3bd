//! Times of day: `9:00am`, `09h30`, `9-10:30`, `12:30 to 2:00`, `noon`, `13:00 UTC`.

use handbill_model::{LocalTime, Zone};
use handbill_text::Span;

use super::{Part, Reader};
use crate::lexicon::Lexicon;

/// The times that have a name: no other word begins a time.
pub(super) const BEGINNINGS: Lexicon = Lexicon::new(&["noon", "midday", "midnight"]);

/// What numbers such as `9.30` are that start the lines of a page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Dotted {
    /// The page does not show it.
    #[default]
    Unsaid,
    /// Times.
    Times,
    /// Sections, versions, days of a month.
    Numbers,
}

/// What stands in front of a time in a sentence.
const LEADING: Lexicon = Lexicon::new(&["at", "from", "until", "till", "by", "ab", "um", "bis", "alle", "kl", "à"]);

/// What stands behind a number that counts something.
const UNITS: Lexicon = Lexicon::new(&[
    "eur", "euro", "euros", "usd", "dollars", "gbp", "pounds", "chf", "percent", "km", "kg", "mb", "gb",
]);

/// Morning or afternoon.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Half {
    /// Before noon.
    Am,
    /// After noon.
    Pm,
}

/// A time as written: without `half`, `9:00` may be either.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Clock {
    /// Its place in the text.
    pub span: Span,
    /// The hour, `0..=24`.
    pub hour: u8,
    /// The minute, `0..=59`.
    pub minute: u8,
    /// Morning or afternoon, where it is written.
    pub half: Option<Half>,
}

/// A time or a range of times.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TimePhrase {
    /// Its place in the text, zone included.
    pub span: Span,
    /// The first time.
    pub start: Clock,
    /// The last time of a range.
    pub end: Option<Clock>,
    /// The zone behind it.
    pub zone: Option<Zone>,
    /// Where the zone stands.
    pub zone_span: Option<Span>,
}

impl Clock {
    /// The time, where it is written beyond doubt or read on the 24-hour clock.
    #[must_use]
    pub fn time(self) -> Option<LocalTime> {
        self.at(self.half)
    }

    /// The time with the half of the day taken as `half`.
    #[must_use]
    pub fn at(self, half: Option<Half>) -> Option<LocalTime> {
        let hour = match half {
            Some(Half::Pm) if self.hour < 12 => self.hour + 12,
            Some(Half::Am) if self.hour == 12 => 0,
            Some(Half::Am | Half::Pm) | None => self.hour % 24,
        };
        LocalTime::new(hour, self.minute).ok()
    }

    /// Whether it can only be read one way: with am or pm, or beyond 12 o'clock.
    #[must_use]
    pub const fn is_certain(self) -> bool {
        self.half.is_some() || self.hour > 12 || self.hour == 0
    }
}

/// The time of a text that is nothing else, with a dot in front of minutes that people meet at, or an hour alone: `9.30`,
/// `14.05`, `9h`, `9 h`.
pub(crate) fn dotted(text: &str) -> Option<TimePhrase> {
    let alone = || Some((text.trim().strip_suffix(['h', 'H'])?.trim_end(), "00"));
    let (hour, minute) = text.trim().split_once('.').or_else(alone)?;
    let number = |digits: &str| digits.bytes().all(|byte| byte.is_ascii_digit()).then(|| digits.parse::<u8>().ok())?;
    let hour = number(hour).filter(|hour| *hour < 24)?;
    let minute = number(minute).filter(|value| minute.len() == 2 && *value < 60 && value.is_multiple_of(5))?;
    let start = text.len() - text.trim_start().len();
    let span = Span::new(start..start + text.trim().len());
    Some(TimePhrase { span, start: Clock { span, hour, minute, half: None }, end: None, zone: None, zone_span: None })
}

/// The first hour at which people meet.
const EARLIEST: u8 = 7;

/// How a time is written: only the sure ones stand without company.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sure {
    Yes,
    /// `9`, `9.30`: only beside another time.
    InRange,
}

impl Reader<'_> {
    /// The time that starts at `at`, and the token after it.
    pub(super) fn time(self, at: usize) -> Option<(TimePhrase, usize)> {
        // `2020-06-01T09:00`: the letter parts a day from its time.
        let behind_day = self.word(at.wrapping_sub(1)) == Some("T") && self.glued(at) && self.glued(at - 1);
        if !self.starts_freely(at) && !behind_day {
            return None;
        }
        let (start, sure, next) = self.clock(at)?;
        let range = self.clock_range(next).filter(|(end, end_sure, _)| {
            // `11-12.30`, where the page writes its times so.
            let dotted = self.dotted(at) || self.dotted == Dotted::Times && end.span.of(self.text).contains('.');
            sure == Sure::Yes || *end_sure == Sure::Yes || dotted || self.in_hours(at, start, *end)
        });
        let zoned = || self.dotted(at) && self.zone_behind(next).is_some();
        if sure == Sure::InRange && range.is_none() && !zoned() && !self.starts_a_line(at, start, next) {
            return None;
        }
        let (start, end, next) = match range {
            Some((end, _, after)) => {
                (Clock { half: start.half.or_else(|| inherited(start, end)), ..start }, Some(end), after)
            }
            None => (start, None, next),
        };
        let (zone, next) = match self.zone_behind(next) {
            Some((zone, after)) => (Some(zone), after),
            None => (None, next),
        };
        let zone_span = zone.as_ref().map(|zone| zone.span);
        Some((TimePhrase { span: self.span(at, next), start, end, zone: zone.map(|zone| zone.zone), zone_span }, next))
    }

    /// `- 10:30`, `to 2pm`: the end of a range and the token after it.
    fn clock_range(self, at: usize) -> Option<(Clock, Sure, usize)> {
        let to = if self.is_dash(at) {
            at + 1 + usize::from(self.is_dash(at + 1))
        } else if self.is(at, Part::To) {
            at + 1
        } else {
            return None;
        };
        let (end, sure, next) = self.clock(to)?;
        // `9:30 - 11 June` ends with a day.
        let is_day = sure == Sure::InRange && next == to + 1 && (self.month(next).is_some() || self.is(next, Part::Of));
        (!is_day).then_some((end, sure, next))
    }

    fn clock(self, at: usize) -> Option<(Clock, Sure, usize)> {
        if let Some(word) = self.word(at) {
            let hour = if word.eq_ignore_ascii_case("noon") || word.eq_ignore_ascii_case("midday") {
                12
            } else if word.eq_ignore_ascii_case("midnight") {
                24
            } else {
                return None;
            };
            let half = (hour == 12).then_some(Half::Pm);
            return Some((Clock { span: self.get(at)?.span, hour, minute: 0, half }, Sure::Yes, at + 1));
        }
        let (value, digits) = self.number(at)?;
        let hour = u8::try_from(value).ok().filter(|hour| *hour <= 24 && digits <= 2)?;
        let minutes = |place: usize| {
            let (value, digits) = self.number(place).filter(|_| self.glued(place))?;
            u8::try_from(value).ok().filter(|minute| digits == 2 && *minute < 60)
        };
        let (minute, mut sure, mut next) = if self.glued(at + 1)
            && (self.is_mark(at + 1, ':') || self.is_mark(at + 1, 'h'))
            && minutes(at + 2).is_some()
        {
            (minutes(at + 2)?, Sure::Yes, at + 3)
        } else if self.glued(at + 1) && self.word(at + 1).is_some_and(|word| word.eq_ignore_ascii_case("h")) {
            match minutes(at + 2) {
                Some(minute) => (minute, Sure::Yes, at + 3),
                None => (0, Sure::InRange, at + 2),
            }
        } else if self.glued(at + 1) && self.is_mark(at + 1, '.') && minutes(at + 2).is_some() {
            (minutes(at + 2)?, Sure::InRange, at + 3)
        } else {
            (0, Sure::InRange, at + 1)
        };
        if hour == 24 && minute > 0 {
            return None;
        }
        if self.is_mark(next, ':') && self.glued(next) && sure == Sure::Yes && minutes(next + 1).is_some() {
            next += 2;
        }
        let mut half = None;
        if let Some((found, after)) = self.half(next).filter(|_| (1..=12).contains(&hour)) {
            (half, next, sure) = (Some(found), after, Sure::Yes);
        }
        // `08.30h - 18.00h`.
        let hours =
            next > at + 1 && self.glued(next) && self.word(next).is_some_and(|word| word.eq_ignore_ascii_case("h"));
        if half.is_none() && hours && self.ends_freely(next + 1) {
            next += 1;
        }
        // `9 Uhr`, `14-16 Uhr`.
        if half.is_none() && self.word(next) == Some("Uhr") {
            (next, sure) = (next + 1, Sure::Yes);
        }
        let utc = self.word(next) == Some("Z") && self.ends_freely(next + 1);
        if self.glued(next) && !utc && !self.ends_freely(next) && !self.is_dash(next) {
            return None;
        }
        Some((Clock { span: self.span(at, next), hour, minute, half }, sure, next))
    }

    /// `am`, `pm`, `a.m.`, `p.m.`, `noon` behind a number, and the token after it.
    pub(super) fn half(self, at: usize) -> Option<(Half, usize)> {
        let word = self.word(at)?;
        let half = |letter: &str| match letter {
            "a" | "A" => Some(Half::Am),
            "p" | "P" => Some(Half::Pm),
            _ => None,
        };
        if word.len() == 2 && word.is_char_boundary(1) && word[1..].eq_ignore_ascii_case("m") {
            return Some((half(&word[..1])?, at + 1));
        }
        if word.eq_ignore_ascii_case("noon") {
            return Some((Half::Pm, at + 1));
        }
        let m = self.is_mark(at + 1, '.') && self.word(at + 2).is_some_and(|m| m.eq_ignore_ascii_case("m"));
        if word.len() == 1 && m { Some((half(word)?, self.past_stop(at + 3))) } else { None }
    }

    /// `9h - 12h`: from when to when. Few things take nine to twelve hours.
    fn in_hours(self, at: usize, start: Clock, end: Clock) -> bool {
        let written = |clock: Clock| clock.span.of(self.text).ends_with('h');
        self.glued(at + 1) && written(start) && written(end) && start.hour >= EARLIEST && start.hour < end.hour
    }

    /// `14.30 Welcome`, `9h : Accueil`: a dotted time or an hour that starts a line, before a capital. What else starts with
    /// such a number counts something, but where the page writes its times so, and then one may also start `at 14.30`.
    fn starts_a_line(self, at: usize, clock: Clock, next: usize) -> bool {
        let before = self.text[..clock.span.start()].trim_end_matches(' ');
        let starts =
            before.is_empty() || before.ends_with('\n') || self.breaks.binary_search(&clock.span.start()).is_ok();
        let round = clock.minute.is_multiple_of(5);
        match self.dotted {
            Dotted::Numbers if self.dotted(at) => return false,
            Dotted::Times if self.dotted(at) => {
                let led = || self.word(at.wrapping_sub(1)).is_some_and(|word| LEADING.has(word));
                return !self.is_unit(next) && (starts || round && led());
            }
            Dotted::Unsaid | Dotted::Times | Dotted::Numbers => {}
        }
        let hour = clock.hour >= EARLIEST && clock.span.len() <= "14h".len() && clock.span.of(self.text).ends_with('h');
        let written = hour || self.dotted(at) && round;
        let joint = usize::from(hour && (self.is_mark(next, ':') || self.is_dash(next)));
        let Some(behind) = self.get(next + joint).filter(|_| starts && written) else { return false };
        let word = behind.span.of(self.text);
        let capital = word.starts_with(char::is_uppercase) && word.chars().nth(1).is_some_and(char::is_lowercase);
        capital
            && self.text[clock.span.end()..behind.span.start()]
                .trim_matches([' ', ':', '-', '–', '—', '\u{a0}'])
                .is_empty()
            && !self.glued(next + joint)
    }

    /// Whether a number in front of it counts money or a measure.
    fn is_unit(self, at: usize) -> bool {
        ['€', '$', '£', '%'].iter().any(|mark| self.is_mark(at, *mark))
            || self.word(at).is_some_and(|word| UNITS.has(word))
    }

    fn dotted(self, at: usize) -> bool {
        self.is_mark(at + 1, '.') && self.glued(at + 1)
    }
}

/// The half of the day that the end of a range lends to its start: `9-10:30am`, `11-1pm`.
fn inherited(start: Clock, end: Clock) -> Option<Half> {
    let half = end.half.filter(|_| (1..=12).contains(&start.hour))?;
    let later = end.at(Some(half))?;
    let same = start.at(Some(half))?;
    match half {
        _ if same <= later => Some(half),
        Half::Pm => Some(Half::Am),
        Half::Am => Some(Half::Pm),
    }
}
