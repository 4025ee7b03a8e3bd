//! The words of dates, a table a language. A new language is a new file and a place in [`OTHERS`].

mod english;
mod french;
mod german;
mod italian;
mod portuguese;
mod spanish;

use super::{Weekday, clock, zone};
use crate::lexicon::{self, Index, Slots, slot, slot_of};

pub(super) use english::ENGLISH;

/// The languages beside English, which are asked only where a text has one of their months beside a number.
pub(super) const OTHERS: &[&Language] =
    &[&german::GERMAN, &french::FRENCH, &spanish::SPANISH, &portuguese::PORTUGUESE, &italian::ITALIAN];

/// A language's words for dates, in lower case.
#[derive(Debug)]
pub(super) struct Language {
    /// Months, weekdays, their abbreviations, and the other words of dates; a word may stand in it twice.
    words: Table,
    /// Months and weekdays that are words for something else when written small.
    also: &'static [&'static str],
    /// How months are written.
    letters: Letters,
}

/// What a word that names no day does in a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// A season.
    Season,
    /// Goes before a month, a season or a year that is not exact.
    Vague,
    /// Stands between the ends of a range.
    To,
    /// Stands between the items of a list.
    And,
    /// Stands between day and month, or in front of them, and says nothing.
    Of,
    /// Stands in front of a month without a day: a number behind it counts something else.
    Within,
    /// A day's number ends with it.
    Suffix,
}

/// What a word means in dates, looked up once for each word of a text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Sense {
    /// The number of the month that it names.
    pub(super) month: Option<u8>,
    /// The weekday that it names, in full or cut short.
    pub(super) weekday: Option<(Weekday, Written)>,
    /// What else it does.
    pub(super) part: Option<Part>,
    /// Whether it is a word for something else, too: at the start of a sentence any word has a capital.
    pub(super) also: bool,
    /// Whether it is written as that word is: `may`, `sun`.
    pub(super) other: bool,
    /// Whether it names a time, or is the first word of a zone.
    pub(super) begins: Option<Begins>,
}

impl Sense {
    /// Whether anything may begin with it.
    pub(super) fn leads(&self) -> bool {
        let part = matches!(self.part, Some(Part::Of | Part::Season | Part::Vague));
        part || self.month.is_some() || self.weekday.is_some() || self.begins.is_some()
    }
}

/// What a word of dates means.
#[derive(Clone, Copy, Debug)]
enum Meaning {
    /// The month of that number.
    Month(u8),
    /// A weekday.
    Day(Weekday),
    /// No day.
    Does(Part),
}

/// What may begin with a word that is none of dates.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Begins {
    Time,
    Zone,
}

/// Words with what each means.
#[derive(Debug)]
struct Table {
    rows: &'static [(&'static str, Meaning)],
    index: Index,
}

impl Table {
    const fn new(rows: &'static [(&'static str, Meaning)]) -> Self {
        let (mut index, mut at) = (Index::NONE, rows.len());
        while at > 0 {
            at -= 1;
            index = index.with(at, rows[at].0);
        }
        Self { rows, index }
    }

    /// All that `word` of that slot means, whatever its case.
    fn all(&self, word: &str, slot: usize) -> impl Iterator<Item = Meaning> {
        let rows = self.index.candidates(slot).map(|at| &self.rows[at]);
        rows.filter(move |(name, _)| same(name, word)).map(|(_, meaning)| *meaning)
    }
}

/// How the months of a language start.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Letters {
    /// Either way, by those in a hurry.
    Any,
    /// `Juni`.
    Capital,
    /// `juin`: `Mars` is a planet.
    Small,
}

/// How a word that may be cut short was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Written {
    Whole,
    Short,
}

impl Language {
    /// Whether `word` may mean anything in dates, times and zones.
    #[inline]
    pub(super) fn may_mean(&self, word: &[u8]) -> bool {
        let slot = slot_of(word);
        self.words.index.may_hold(slot)
            || TIMES_AND_ZONES.may_hold(slot)
            || singular(word).is_some_and(|day| self.words.index.may_hold(slot_of(day)))
    }

    /// What `word` means; none that does nothing in dates, times and zones.
    pub(super) fn sense(&self, word: &str) -> Option<Sense> {
        let slot = slot(word);
        let (mut sense, mut known) = (Sense::default(), false);
        for meaning in self.words.all(word, slot) {
            match meaning {
                Meaning::Month(month) if self.writes_month(word) => sense.month = Some(month),
                Meaning::Month(_) => continue,
                Meaning::Day(day) => sense.weekday = Some((day, written(word))),
                Meaning::Does(part) => sense.part = Some(part),
            }
            known = true;
        }
        if let Some(day) = singular(word.as_bytes()).filter(|_| !known).and_then(|day| word.get(..day.len())) {
            let named = |meaning| if let Meaning::Day(day) = meaning { Some((day, Written::Whole)) } else { None };
            sense.weekday = self.words.all(day, lexicon::slot(day)).find_map(named);
            known = sense.weekday.is_some();
        }
        if TIMES_AND_ZONES.may_hold(slot) {
            let time = || clock::BEGINNINGS.has_at(slot, word).then_some(Begins::Time);
            sense.begins = if zone::BEGINNINGS.has_at(slot, word) { Some(Begins::Zone) } else { time() };
            known |= sense.begins.is_some();
        }
        if sense.month.is_some() || sense.weekday.is_some() {
            sense.also = self.also.iter().any(|known| same(known, word));
            sense.other = self.also.contains(&word);
            // `sun` is no day, where `may` may be a month.
            sense.weekday = sense.weekday.filter(|_| !sense.other);
        }
        known.then_some(sense)
    }

    /// Whether `word` of that slot names a month.
    fn has_month(&self, word: &str, slot: usize) -> bool {
        self.words.all(word, slot).any(|meaning| matches!(meaning, Meaning::Month(_))) && self.writes_month(word)
    }

    fn writes_month(&self, word: &str) -> bool {
        let capital = || word.starts_with(char::is_uppercase);
        match self.letters {
            Letters::Any => true,
            Letters::Capital => capital(),
            Letters::Small => !capital(),
        }
    }
}

/// The word of which `word` is the plural if it is that of a weekday: `Mondays`.
#[inline]
fn singular(word: &[u8]) -> Option<&[u8]> {
    match word {
        [day @ .., b's' | b'S'] if day.len() > 5 => Some(day),
        _ => None,
    }
}

/// The languages beside English that have a month of that name.
pub(super) fn with_month(word: &str) -> impl Iterator<Item = &'static Language> {
    let slot = slot(word);
    let asked = if MONTHS_OF_OTHERS.may_hold(slot) { OTHERS } else { &[] };
    asked.iter().copied().filter(move |language| language.has_month(word, slot))
}

/// The words that name a time, and the first ones of zones.
static TIMES_AND_ZONES: Slots = Slots::NONE.with(&clock::BEGINNINGS).with(&zone::BEGINNINGS);

/// The words of English that a phrase may begin with, whatever stands behind them.
static BEGINNINGS: Slots = {
    let mut slots = Slots::NONE.with(&clock::BEGINNINGS).with(&zone::BEGINNINGS);
    let mut at = 0;
    while at < ENGLISH.words.rows.len() {
        let (word, meaning) = ENGLISH.words.rows[at];
        slots = match meaning {
            Meaning::Month(_) | Meaning::Day(_) | Meaning::Does(Part::Season | Part::Vague) => slots.with_word(word),
            Meaning::Does(_) => slots,
        };
        at += 1;
    }
    slots
};

/// The months of the languages beside English.
static MONTHS_OF_OTHERS: Slots = {
    let (mut slots, mut language) = (Slots::NONE, 0);
    while language < OTHERS.len() {
        let (rows, mut at) = (OTHERS[language].words.rows, 0);
        while at < rows.len() {
            if let (word, Meaning::Month(_)) = rows[at] {
                slots = slots.with_word(word);
            }
            at += 1;
        }
        language += 1;
    }
    slots
};

/// Whether a phrase of English may begin with `word`, in a text without a number.
pub(super) fn may_begin(word: &[u8]) -> bool {
    BEGINNINGS.may_hold(slot_of(word)) || singular(word).is_some_and(|day| BEGINNINGS.may_hold(slot_of(day)))
}

/// How the name of a weekday is written.
const fn written(day: &str) -> Written {
    if day.len() > 5 { Written::Whole } else { Written::Short }
}

/// The suffix that English writes after a day's number: `1st`, `22nd`, `13th`.
pub(super) const fn suffix(day: u8) -> &'static str {
    match (day / 10, day % 10) {
        (1, _) => "th",
        (_, 1) => "st",
        (_, 2) => "nd",
        (_, 3) => "rd",
        (_, _) => "th",
    }
}

/// Whether two words are one whatever their case; the tables are in lower case.
fn same(known: &str, word: &str) -> bool {
    known.len() == word.len()
        && (known.eq_ignore_ascii_case(word) || (!word.is_ascii() && word.to_lowercase() == known))
}
