//! Dates, times and zones as people write them in a sentence, a heading or a cell.
//!
//! [`read`] finds every phrase of a text in one pass, each with its place. It reads and concludes nothing: a day without
//! a year stays without one, `9:00` stays without morning or afternoon, and `6/5/2020` keeps both its readings. Readers
//! further on add what the page around it says ([`DayReading::on`], [`Clock::time`]).
//!
//! ```
//! use handbill_page::phrase;
//!
//! let text = "It runs from Monday 1st to Thursday 4th June 2020, 9:00am - 5pm (CET).";
//! let phrases = phrase::read(text);
//! let run = phrases.dates[0].runs[0];
//! assert_eq!(run.start.on(None).map(|day| day.to_string()).as_deref(), Some("2020-06-01"));
//! assert_eq!(run.end.on(None).map(|day| day.to_string()).as_deref(), Some("2020-06-04"));
//! assert_eq!(phrases.times[0].end.and_then(|clock| clock.time()).map(|time| time.to_string()).as_deref(), Some("17:00"));
//! ```

mod clock;
mod date;
mod numeric;
mod tokens;
mod vague;
mod words;
mod zone;

use handbill_text::Span;
use jiff::civil::Date;

pub use clock::{Clock, Half, TimePhrase};
pub use date::{DatePhrase, DateRun, DayReading, Form};
pub use vague::VaguePhrase;
pub use zone::ZonePhrase;

use tokens::{Token, tokens};

/// A day of the week.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Weekday {
    /// Monday.
    Monday,
    /// Tuesday.
    Tuesday,
    /// Wednesday.
    Wednesday,
    /// Thursday.
    Thursday,
    /// Friday.
    Friday,
    /// Saturday.
    Saturday,
    /// Sunday.
    Sunday,
}

impl Weekday {
    /// The weekday of a date.
    #[must_use]
    pub fn of(date: Date) -> Self {
        match date.weekday() {
            jiff::civil::Weekday::Monday => Self::Monday,
            jiff::civil::Weekday::Tuesday => Self::Tuesday,
            jiff::civil::Weekday::Wednesday => Self::Wednesday,
            jiff::civil::Weekday::Thursday => Self::Thursday,
            jiff::civil::Weekday::Friday => Self::Friday,
            jiff::civil::Weekday::Saturday => Self::Saturday,
            jiff::civil::Weekday::Sunday => Self::Sunday,
        }
    }

    /// Its English name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Monday => "Monday",
            Self::Tuesday => "Tuesday",
            Self::Wednesday => "Wednesday",
            Self::Thursday => "Thursday",
            Self::Friday => "Friday",
            Self::Saturday => "Saturday",
            Self::Sunday => "Sunday",
        }
    }
}

/// What a text says of dates and times, each list in the order of the text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Phrases {
    /// Days and ranges of days.
    pub dates: Vec<DatePhrase>,
    /// Months, seasons and years without a day.
    pub vague: Vec<VaguePhrase>,
    /// Times and ranges of times.
    pub times: Vec<TimePhrase>,
    /// Zones, those that follow a time too.
    pub zones: Vec<ZonePhrase>,
    /// Weekdays that belong to no date.
    pub weekdays: Vec<(Weekday, Span)>,
}

/// Finds every date, time and zone of `text`.
#[must_use]
pub fn read(text: &str) -> Phrases {
    let tokens = tokens(text);
    let reader = Reader { text, tokens: &tokens };
    let mut found = Phrases::default();
    let mut at = 0;
    while at < tokens.len() {
        if let Some((phrase, next)) = reader.date(at) {
            found.dates.push(phrase);
            at = next;
        } else if let Some((phrase, next)) = reader.time(at) {
            found.times.push(phrase);
            at = next;
        } else if let Some((phrase, next)) = reader.zone(at) {
            found.zones.push(phrase);
            at = next;
        } else if let Some((phrase, next)) = reader.vague(at) {
            found.vague.push(phrase);
            at = next;
        } else {
            if let Some((day, words::Written::Whole)) = reader.weekday(at) {
                found.weekdays.push((day, tokens[at].span));
            }
            at += 1;
        }
    }
    found
}

/// The suffix that English writes after a day's number: `st`, `nd`, `rd` or `th`.
#[must_use]
pub const fn ordinal_suffix(day: u8) -> &'static str {
    words::suffix(day)
}

/// A text as tokens, and the questions that every kind of phrase asks of them.
#[derive(Clone, Copy)]
struct Reader<'a> {
    text: &'a str,
    tokens: &'a [Token],
}

impl<'a> Reader<'a> {
    fn get(self, at: usize) -> Option<Token> {
        self.tokens.get(at).copied()
    }

    fn word(self, at: usize) -> Option<&'a str> {
        self.get(at).filter(|token| token.is_word()).map(|token| token.span.of(self.text))
    }

    fn is_mark(self, at: usize, mark: char) -> bool {
        self.get(at).is_some_and(|token| token.is_mark(mark))
    }

    fn is_dash(self, at: usize) -> bool {
        self.get(at).is_some_and(Token::is_dash)
    }

    /// Whether token `at` follows the one before without a blank.
    fn glued(self, at: usize) -> bool {
        self.get(at).is_some_and(|token| token.glued)
    }

    fn span(self, from: usize, to: usize) -> Span {
        match (self.get(from), to.checked_sub(1).and_then(|last| self.get(last))) {
            (Some(first), Some(last)) => first.span.cover(last.span),
            (Some(_) | None, _) => Span::default(),
        }
    }

    /// The number at `at`, with how many digits it is written.
    fn number(self, at: usize) -> Option<(u32, usize)> {
        let token = self.get(at)?;
        Some((token.number()?, token.span.len()))
    }

    fn month(self, at: usize) -> Option<u8> {
        words::month(self.word(at)?)
    }

    fn weekday(self, at: usize) -> Option<(Weekday, words::Written)> {
        words::weekday(self.word(at)?)
    }

    /// Past the full stop of an abbreviation.
    fn past_stop(self, at: usize) -> usize {
        if self.is_mark(at, '.') && self.glued(at) { at + 1 } else { at }
    }

    /// Whether a phrase may start here: not inside an identifier, a price, a path or a number.
    fn starts_freely(self, at: usize) -> bool {
        if !self.glued(at) {
            return true;
        }
        let Some(before) = at.checked_sub(1).and_then(|before| self.get(before)) else { return true };
        match before.shape {
            tokens::Shape::Word | tokens::Shape::Number(_) => false,
            tokens::Shape::Mark(mark) => match mark {
                '$' | '€' | '£' | '#' | '@' | '_' | '%' | '=' | '&' | '\\' | '+' => false,
                // Behind a letter or digit these go on with an identifier or a number; behind a blank they do not.
                '/' | '.' | '-' | ',' | '–' | ':' => {
                    !self.glued(at - 1)
                        || !self.alphanumeric(at.wrapping_sub(2))
                        || mark == ':'
                        || mark == ','
                        || mark == '–'
                }
                _ => true,
            },
        }
    }

    /// Whether a phrase may end before `at`: what follows does not go on with an identifier or a number.
    fn ends_freely(self, at: usize) -> bool {
        let Some(token) = self.get(at).filter(|token| token.glued) else { return true };
        match token.shape {
            tokens::Shape::Word | tokens::Shape::Number(_) => false,
            tokens::Shape::Mark('%' | '_' | '@' | '=' | '\\' | '°') => false,
            tokens::Shape::Mark('/' | '.' | '-' | ',' | ':') => {
                !(self.glued(at + 1) && self.get(at + 1).is_some_and(|next| next.number().is_some()))
            }
            tokens::Shape::Mark(_) => true,
        }
    }

    fn alphanumeric(self, at: usize) -> bool {
        self.get(at).is_some_and(|token| token.is_word() || token.number().is_some())
    }
}
