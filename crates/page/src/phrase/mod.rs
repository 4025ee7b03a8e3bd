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
pub(crate) use clock::{Dotted, dotted};
pub use date::{DatePhrase, DateRun, DayReading, Form};
pub use vague::VaguePhrase;
pub use zone::ZonePhrase;

pub(crate) use tokens::has_digit;
use tokens::{Token, may_tell, tokens};
use words::{Language, Part, Sense};

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

impl Phrases {
    /// The dates inside `span`.
    pub fn dates_in(&self, span: Span) -> impl Iterator<Item = &DatePhrase> {
        inside(&self.dates, |date| date.span, span)
    }

    /// The times inside `span`.
    pub fn times_in(&self, span: Span) -> impl Iterator<Item = &TimePhrase> + Clone {
        inside(&self.times, |time| time.span, span)
    }

    /// The zones inside `span`.
    pub fn zones_in(&self, span: Span) -> impl DoubleEndedIterator<Item = &ZonePhrase> {
        inside(&self.zones, |zone| zone.span, span)
    }
}

/// The one time of those in a text, be it told again in the zones of others: `4pm UTC (6pm CEST, 9am PDT)`, `17.00-18.00
/// CET (16.00 BST)`.
pub(crate) fn lone_time<'a>(text: &str, mut times: impl Iterator<Item = &'a TimePhrase>) -> Option<&'a TimePhrase> {
    let first = times.next()?;
    // Names of zones are taken one for another: what stands in parentheses is the same time.
    let beside = |other: &TimePhrase| text[first.span.end()..other.span.start()].contains('(');
    let again = |other: &TimePhrase| other.zone.is_some() && (other.zone != first.zone || beside(other));
    times.all(|other| first.zone.is_some() && again(other)).then_some(first)
}

/// Those of `items`, which stand in the order of the text, that are inside `span`: found without a look at the others,
/// so that a long paragraph may be asked sentence by sentence.
pub(crate) fn inside<T>(
    items: &[T],
    place: impl Fn(&T) -> Span + Clone,
    span: Span,
) -> impl DoubleEndedIterator<Item = &T> + Clone {
    let from = items.partition_point(|item| place(item).start() < span.start());
    let to = from + items[from..].partition_point(|item| place(item).start() <= span.end());
    items[from..to].iter().filter(move |item| span.contains(place(item)))
}

/// Finds every date, time and zone of `text`. What English does not read, another language does that the text has months of.
#[must_use]
pub fn read(text: &str) -> Phrases {
    read_lines(text, &[], Dotted::Unsaid)
}

/// As [`read`], of a text in which lines start at `breaks`, too; `dotted` tells what starts them.
pub(crate) fn read_lines(text: &str, breaks: &[usize], dotted: Dotted) -> Phrases {
    // Most texts of a page end here.
    if !may_tell(text) {
        return Phrases::default();
    }
    let english = tokens(text, &words::ENGLISH);
    let reader = Reader { text, breaks, dotted, tokens: &english };
    let others: Vec<Vec<Token>> = reader.other_languages().into_iter().map(|language| tokens(text, language)).collect();
    let mut found = Phrases::default();
    let foreign = !others.is_empty();
    let mut at = 0;
    while let Some(ahead) = english.get(at..).and_then(|rest| rest.iter().position(|token| token.leads(foreign))) {
        at += ahead;
        let token = english[at];
        let begins = token.begins(foreign);
        let date = || reader.date(at).or_else(|| others.iter().find_map(|tokens| Reader { tokens, ..reader }.date(at)));
        if let Some((phrase, next)) = begins.date.then(date).flatten() {
            found.dates.push(phrase);
            at = next;
        } else if let Some((phrase, next)) = begins.time.then(|| reader.time(at)).flatten() {
            found.times.push(phrase);
            at = next;
        } else if let Some((phrase, next)) = begins.zone.then(|| reader.zone(at)).flatten() {
            found.zones.push(phrase);
            at = next;
        } else if let Some((phrase, next)) = begins.vague.then(|| reader.vague(at)).flatten() {
            found.vague.push(phrase);
            at = next;
        } else {
            if let Some((day, words::Written::Whole)) = token.sense().weekday {
                found.weekdays.push((day, token.span));
            }
            at += 1;
        }
    }
    found
}

/// Whether a language other than English has a month of that name.
pub(crate) fn is_foreign_month(word: &str) -> bool {
    words::with_month(word).next().is_some()
}

/// The weekday that a word names, perhaps cut short: `Mon`.
#[must_use]
pub fn weekday(word: &str) -> Option<Weekday> {
    // Most of what is asked for is no word.
    if word.contains(' ') {
        return None;
    }
    let languages = std::iter::once(&words::ENGLISH).chain(words::OTHERS.iter().copied());
    languages.filter_map(|language| language.sense(word)).find_map(|sense| Some(sense.weekday?.0))
}

/// The weekday that a word names in full but for one letter: `Tueday`.
pub(crate) fn misspelled_weekday(word: &str) -> Option<Weekday> {
    const NAMES: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
    // One letter more or less than the shortest or the longest of them.
    if !(5..=10).contains(&word.len()) {
        return None;
    }
    let word = word.as_bytes();
    let same = |(a, b): &(&u8, &u8)| a.eq_ignore_ascii_case(b);
    let slip = |name: &&str| {
        let name = name.as_bytes();
        let most = word.len().max(name.len());
        let front = word.iter().zip(name).take_while(same).count();
        let back = word.iter().rev().zip(name.iter().rev()).take_while(same).count();
        let swapped = word.len() == name.len()
            && front + back + 2 == most
            && word[front].eq_ignore_ascii_case(&name[front + 1])
            && word[front + 1].eq_ignore_ascii_case(&name[front]);
        // A first letter is seldom wrong, and makes another word: `Runday`.
        front > 0 && (front + back + 1 >= most && word.len().abs_diff(name.len()) < 2 || swapped)
    };
    let mut meant = NAMES.iter().filter(|name| slip(name));
    let name = meant.next().filter(|_| meant.next().is_none())?;
    weekday(name)
}

/// The suffix that English writes after a day's number: `st`, `nd`, `rd` or `th`.
#[must_use]
pub const fn ordinal_suffix(day: u8) -> &'static str {
    words::suffix(day)
}

/// What may begin with a token: most begin nothing.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
struct Begins {
    date: bool,
    time: bool,
    zone: bool,
    vague: bool,
}

impl Token {
    /// Whether anything may begin with it.
    fn leads(&self, foreign: bool) -> bool {
        match self.shape {
            tokens::Shape::Plain => foreign,
            tokens::Shape::Word(sense) => foreign || sense.leads(),
            tokens::Shape::Number(_) => true,
            tokens::Shape::Mark(_) => false,
        }
    }

    /// What may begin with it; in `foreign` languages any word may begin a date. Nothing begins with a mark.
    fn begins(&self, foreign: bool) -> Begins {
        match self.shape {
            tokens::Shape::Plain => Begins { date: foreign, ..Begins::default() },
            tokens::Shape::Word(sense) => Begins {
                date: foreign || sense.month.is_some() || sense.weekday.is_some() || sense.part == Some(Part::Of),
                time: sense.begins == Some(words::Begins::Time),
                zone: sense.begins == Some(words::Begins::Zone),
                vague: sense.month.is_some() || matches!(sense.part, Some(Part::Season | Part::Vague)),
            },
            tokens::Shape::Number(_) => Begins { date: true, time: true, ..Begins::default() },
            tokens::Shape::Mark(_) => Begins::default(),
        }
    }
}

/// A text as tokens, and the questions that every kind of phrase asks of them.
#[derive(Clone, Copy)]
struct Reader<'a> {
    text: &'a str,
    /// Where lines start that are joined to those before them.
    breaks: &'a [usize],
    dotted: Dotted,
    tokens: &'a [Token],
}

impl<'a> Reader<'a> {
    /// The languages beside English that have a month of theirs near a number of the text.
    fn other_languages(self) -> Vec<&'static Language> {
        let mut found: Vec<&'static Language> = Vec::new();
        let numbers = self.tokens.iter().enumerate().filter(|(_, token)| token.number().is_some()).map(|(at, _)| at);
        for at in numbers.flat_map(|at| at.saturating_sub(1)..at + 4) {
            let Some(word) = self.word(at).filter(|word| (3..=12).contains(&word.len())) else { continue };
            for language in words::with_month(word) {
                if !found.iter().any(|known| std::ptr::eq(*known, language)) {
                    found.push(language);
                }
            }
        }
        found
    }

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

    /// What the word at `at` means in dates.
    fn sense(self, at: usize) -> Sense {
        self.get(at).map(Token::sense).unwrap_or_default()
    }

    fn month(self, at: usize) -> Option<u8> {
        self.sense(at).month
    }

    fn weekday(self, at: usize) -> Option<(Weekday, words::Written)> {
        self.sense(at).weekday
    }

    fn is(self, at: usize, part: Part) -> bool {
        self.sense(at).part == Some(part)
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
            tokens::Shape::Plain | tokens::Shape::Word(_) | tokens::Shape::Number(_) => false,
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
            tokens::Shape::Plain | tokens::Shape::Word(_) | tokens::Shape::Number(_) => false,
            tokens::Shape::Mark('%' | '_' | '@' | '=' | '\\' | '°') => false,
            // `2031-06-01.pdf` is a file.
            tokens::Shape::Mark('.') if self.glued(at + 1) && self.word(at + 1).is_some_and(is_ending) => false,
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

/// Whether a word looks like the ending of a file's name.
fn is_ending(word: &str) -> bool {
    (2..=4).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_lowercase())
}
