//! Dates in numbers: `2016-05-11`, `05/June/2025`, `24.12.2020`, `6/5/2020`.

use super::date::{DatePhrase, DateRun, DayReading, Form};
use super::{Part, Reader};

impl Reader<'_> {
    /// A date in numbers that starts at `at`, a range of two where another follows.
    pub(super) fn numeric(self, at: usize) -> Option<(DatePhrase, usize)> {
        if let Some(found) = self.pointed_range(at) {
            return Some(found);
        }
        let (start, form, next) = self.numeric_day(at)?;
        if matches!(form, Form::Numeric | Form::Ambiguous) && self.is_version(at) {
            return None;
        }
        let mut phrase = DatePhrase {
            span: self.span(at, next),
            runs: vec![DateRun { start, end: start }],
            weekdays: Vec::new(),
            form,
        };
        let to = if self.is_dash(next) || (self.is_mark(next, '/') && form == Form::Iso) || self.is(next, Part::To) {
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

    /// Whether `version` or the like stands in front.
    fn is_version(self, at: usize) -> bool {
        const VERSIONS: &[&str] = &[
            "version", "v", "ver", "release", "rev", "build", "isbn", "issn", "doi", "rfc", "section", "chapter",
            "figure",
        ];
        let before = at.wrapping_sub(1);
        let before = if self.is_mark(before, '.') { before.wrapping_sub(1) } else { before };
        self.word(before).is_some_and(|word| VERSIONS.iter().any(|known| known.eq_ignore_ascii_case(word)))
    }

    /// `4.-6.5.2031`, `28.1. - 2.2.2031`: days that share what stands behind the last.
    fn pointed_range(self, at: usize) -> Option<(DatePhrase, usize)> {
        let point = |at: usize| self.is_mark(at, '.') && self.glued(at);
        let small = |at: usize, most: u32| {
            self.number(at)
                .filter(|(value, digits)| (1..=most).contains(value) && *digits <= 2)
                .and_then(|(value, _)| u8::try_from(value).ok())
        };
        let day = small(at, 31).filter(|_| point(at + 1))?;
        let month = small(at + 2, 12).filter(|_| self.glued(at + 2) && point(at + 3));
        let dash = if month.is_some() { at + 4 } else { at + 2 };
        if !self.is_dash(dash) {
            return None;
        }
        let (end, form, next) = self.numeric_day(dash + 1).filter(|_| point(dash + 2))?;
        let span = self.get(at)?.span;
        let start = DayReading { span, day, month: month.or(end.month), ..end };
        let run = DateRun { start, end };
        Some((DatePhrase { span: self.span(at, next), runs: vec![run], weekdays: Vec::new(), form }, next))
    }

    /// `Friday 25/12`: day and month beside a weekday. Without a weekday it is a fraction, or `24/7`.
    pub(super) fn weekday_numeric(self, at: usize) -> Option<(DatePhrase, usize)> {
        let weekday = (self.weekday(at)?.0, self.get(at)?.span);
        let start = at + 1 + usize::from(self.is_mark(at + 1, ',') || self.is_mark(at + 1, '.'));
        let small = |at: usize| {
            self.number(at)
                .filter(|(value, digits)| (1..=31).contains(value) && *digits <= 2)
                .and_then(|(value, _)| u8::try_from(value).ok())
        };
        let (first, second) = (small(start)?, small(start + 2)?);
        let slash = self.is_mark(start + 1, '/') && self.glued(start + 1) && self.glued(start + 2);
        if !slash
            || self.glued(start)
            || !self.ends_freely(start + 3)
            || (self.is_mark(start + 3, '/') && self.glued(start + 3))
        {
            return None;
        }
        let (day, month, place, form) = match (first <= 12, second <= 12) {
            (true, true) if first != second => (first, second, start, Form::Ambiguous),
            (_, true) => (first, second, start, Form::Numeric),
            (true, false) => (second, first, start + 2, Form::Numeric),
            (false, false) => return None,
        };
        let span = self.get(place)?.span;
        let reading = DayReading {
            span,
            day,
            suffix: None,
            month: Some(month),
            year: None,
            year_span: None,
            weekday: Some(weekday),
        };
        let run = DateRun { start: reading, end: reading };
        Some((DatePhrase { span: self.span(at, start + 3), runs: vec![run], weekdays: Vec::new(), form }, start + 3))
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
