//! The weekdays of the published page that disagree with their dates, told apart by cause.

use super::weekday::{Disagreement, agrees, disagreements, year_that_fits};
use super::year::{headings, tells_of_another_time, years};
use super::{Subject, Text};

/// The disagreements of a page.
#[derive(Debug, Default)]
pub(crate) struct Weekdays {
    /// Index of the text, and what disagrees in it.
    claims: Vec<(usize, Disagreement)>,
    /// The other year of which several are.
    year: Option<i16>,
    /// Whether those with a year written beside them are of that year too.
    all: bool,
}

/// The disagreements with the texts that they stand in.
pub(crate) struct Claims<'s, 'a> {
    weekdays: &'s Weekdays,
    texts: &'s [Text<'a>],
}

impl<'s, 'a> Claims<'s, 'a> {
    /// Those with a cause of their own.
    pub(crate) fn alone(&self) -> impl Iterator<Item = (&'s Text<'a>, Disagreement)> {
        let weekdays = self.weekdays;
        self.all().filter(move |(_, one)| weekdays.year.is_none() || (one.year_written && !weekdays.all))
    }

    /// Those of one other year, at least two, and that year.
    pub(crate) fn another_year(&self) -> Option<(i16, Vec<(&'s Text<'a>, Disagreement)>)> {
        let year = self.weekdays.year?;
        Some((year, self.all().filter(|(_, one)| !one.year_written || self.weekdays.all).collect()))
    }

    fn all(&self) -> impl Iterator<Item = (&'s Text<'a>, Disagreement)> {
        let texts = self.texts;
        self.weekdays.claims.iter().map(move |(index, one)| (&texts[*index], *one))
    }
}

/// How many years lie between a page and the one that it was copied from, where some of its days were brought up to date.
const COPIED: i16 = 3;

impl<'a> Subject<'a> {
    /// The weekdays of the page that disagree with their dates.
    pub(crate) fn weekdays(&self) -> Claims<'_, 'a> {
        Claims { weekdays: self.weekdays.get_or_init(|| self.find_weekdays()), texts: self.texts() }
    }

    fn find_weekdays(&self) -> Weekdays {
        let days = self.days();
        let mut claims = Vec::new();
        for (index, text) in self.texts().iter().enumerate() {
            if text.phrases().dates.is_empty() {
                continue;
            }
            let other = self.year_above(text);
            for one in disagreements(text.phrases(), days, other) {
                let sentence = text.sentence(one.span).of(text.text);
                let elsewhere = !one.year_written
                    && (tells_of_another_time(sentence) || years(sentence).any(|year| !self.is_event_year(year)));
                if !elsewhere && !self.is_brought(text.place(one.span).span) {
                    claims.push((index, one));
                }
            }
        }
        // Where the event's year is not known, it is the one that is written beside all of them.
        let written = || {
            let (_, first) = claims.first()?;
            claims.iter().all(|(_, one)| one.date.year() == first.date.year()).then(|| first.date.year())
        };
        let event = self.event_years().map(|(year, _)| year).or_else(written);
        let fits = |claims: &[Disagreement]| {
            let several = claims.len() > 1;
            let event = event.filter(|_| several)?;
            // Who copies a page takes last year's. Beside weekdays that are right two others are slips of their own.
            let agree = || self.texts().iter().any(|text| agrees(text.phrases(), event));
            year_that_fits(claims, event).filter(|year| (event - year).abs() <= COPIED || !agree())
        };
        // Dates that were brought up to date while their weekdays were not have the right year beside them.
        let whole: Vec<Disagreement> = claims.iter().map(|(_, one)| *one).collect();
        let open: Vec<Disagreement> = whole.iter().copied().filter(|one| !one.year_written).collect();
        let (year, all) = match fits(&whole) {
            Some(year) => (Some(year), true),
            None => (fits(&open), false),
        };
        Weekdays { claims, year, all }
    }

    /// The year, if not the event's, of the headings over a text.
    fn year_above(&self, text: &Text<'_>) -> Option<i16> {
        headings(&self.page.outline, text).flat_map(years).find(|year| !self.is_event_year(*year))
    }

    /// Whether the event takes place in this year.
    pub(crate) fn is_event_year(&self, year: i16) -> bool {
        self.event_years().is_some_and(|(first, last)| (first..=last).contains(&year))
    }
}
