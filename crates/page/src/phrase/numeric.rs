//! Dates in numbers: `2016-05-11`, `05/June/2025`, `24.12.2020`, `6/5/2020`.

use super::date::{DatePhrase, DateRun, DayReading, Form};
use super::{Reader, words};

impl Reader<'_> {
    /// A date in numbers that starts at `at`, a range of two where another follows.
    pub(super) fn numeric(self, at: usize) -> Option<(DatePhrase, usize)> {
        let (start, form, next) = self.numeric_day(at)?;
        let mut phrase = DatePhrase {
            span: self.span(at, next),
            runs: vec![DateRun { start, end: start }],
            weekdays: Vec::new(),
            form,
        };
        let to = if self.is_dash(next)
            || (self.is_mark(next, '/') && form == Form::Iso)
            || self.word(next).is_some_and(words::is_to)
        {
            Some(next + 1)
        } else {
            None
        };
        if let Some((end, end_form, after)) = to.and_then(|to| self.numeric_day(to))
            && end_form == form
        {
            phrase.runs[0].end = end;
            phrase.span = self.span(at, after);
            return Some((phrase, after));
        }
        Some((phrase, next))
    }

    fn numeric_day(self, at: usize) -> Option<(DayReading, Form, usize)> {
        let (first, first_digits) = self.number(at)?;
        let mark = [(1, '-'), (1, '/'), (1, '.')].into_iter().find(|(n, mark)| self.is_mark(at + n, *mark))?.1;
        let glued = |n: usize| self.glued(at + n);
        if !(glued(1) && glued(2) && self.is_mark(at + 3, mark) && glued(3) && glued(4)) {
            return None;
        }
        let (last, last_digits) = self.number(at + 4)?;
        // `2020-06-01T09:00` goes on with a time.
        let timed = self.word(at + 5) == Some("T") && glued(5);
        let next = at + 5;
        // ISO 8601 writes an interval with a slash: `2016-05-11/2016-05-13`.
        let interval = first_digits == 4
            && self.is_mark(next, '/')
            && self.number(next + 1).is_some_and(|(_, digits)| digits == 4);
        if !timed && !interval && !self.ends_freely(next) {
            return None;
        }
        let day = |value: u32, place: usize| {
            let day = u8::try_from(value).ok().filter(|day| (1..=31).contains(day))?;
            Some(DayReading {
                span: self.get(place)?.span,
                day,
                suffix: None,
                month: None,
                year: None,
                year_span: None,
                weekday: None,
            })
        };
        let year = |value: u32, place: usize, reading: DayReading| {
            let year = i16::try_from(value).ok().filter(|year| (1900..=2199).contains(year))?;
            Some(DayReading { year: Some(year), year_span: Some(self.get(place)?.span), ..reading })
        };
        if let Some(month) = self.month(at + 2) {
            let reading = year(last, at + 4, day(first, at)?)?;
            return Some((DayReading { month: Some(month), ..reading }, Form::Words, next));
        }
        let (middle, middle_digits) = self.number(at + 2)?;
        let month = |value: u32| u8::try_from(value).ok().filter(|month| (1..=12).contains(month));
        if first_digits == 4 && mark != '.' && middle_digits <= 2 && last_digits <= 2 {
            let reading = year(first, at, day(last, at + 4)?)?;
            return Some((DayReading { month: Some(month(middle)?), ..reading }, Form::Iso, next + usize::from(timed)));
        }
        if last_digits != 4 || first_digits > 2 || middle_digits > 2 || mark == '-' {
            return None;
        }
        let (form, reading, month) = match (month(first), month(middle)) {
            // Points are written between day and month, never the other way round.
            (_, Some(second)) if mark == '.' => (Form::Numeric, day(first, at)?, second),
            (Some(_), Some(second)) if first != middle => (Form::Ambiguous, day(first, at)?, second),
            (_, Some(second)) => (Form::Numeric, day(first, at)?, second),
            (Some(first), None) => (Form::Numeric, day(middle, at + 2)?, first),
            (None, None) => return None,
        };
        Some((DayReading { month: Some(month), ..year(last, at + 4, reading)? }, form, next))
    }
}
