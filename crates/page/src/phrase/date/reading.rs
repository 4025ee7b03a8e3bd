//! What a date says as far as it was written.

use handbill_text::Span;
use jiff::civil::Date;

use super::Join;
use crate::phrase::Weekday;

/// A phrase that names days.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DatePhrase {
    /// Its place in the text.
    pub span: Span,
    /// The runs of days, in the order of the text; at least one.
    pub runs: Vec<DateRun>,
    /// Weekdays listed in front of the days: `Thursday and Friday, June 8-9`.
    pub weekdays: Vec<(Weekday, Span)>,
    /// How it is written.
    pub form: Form,
}

/// How a date is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// With the month's name.
    Words,
    /// Year, month, day (ISO 8601).
    Iso,
    /// Numbers only, and only one order is possible: `24/12/2020`.
    Numeric,
    /// Numbers only, where both may be the month, the runs holding the first reading, day before month; or one of two
    /// days, of which the runs hold the first: `October 24 or 25`.
    Ambiguous,
    /// A weekday and a day: `Friday 25th`.
    DayOnly,
}

/// Consecutive days; one day has `end` = `start`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DateRun {
    /// The first day.
    pub start: DayReading,
    /// The last day.
    pub end: DayReading,
}

/// A day as far as the text names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DayReading {
    /// Its number and, if written, suffix.
    pub span: Span,
    /// The day of the month, `1..=31`.
    pub day: u8,
    /// The suffix behind the number.
    pub suffix: Option<Span>,
    /// The month, `1..=12`.
    pub month: Option<u8>,
    /// The year.
    pub year: Option<i16>,
    /// Where the year stands.
    pub year_span: Option<Span>,
    /// The weekday beside it.
    pub weekday: Option<(Weekday, Span)>,
}

impl DayReading {
    /// The date, the year taken from `year` where the text has none; `None` without a month or for a day like 30 February.
    #[must_use]
    pub fn on(self, year: Option<i16>) -> Option<Date> {
        Date::new(self.year.or(year)?, self.month?.cast_signed(), self.day.cast_signed()).ok()
    }

    /// The date, month and year taken from `near` where the text has none.
    #[must_use]
    pub fn near(self, near: Date) -> Option<Date> {
        let month = self.month.map_or_else(|| near.month(), u8::cast_signed);
        Date::new(self.year.unwrap_or_else(|| near.year()), month, self.day.cast_signed()).ok()
    }
}

impl DatePhrase {
    /// The first day named.
    #[must_use]
    pub fn first(&self) -> DayReading {
        self.runs[0].start
    }

    /// The last day named.
    #[must_use]
    pub fn last(&self) -> DayReading {
        self.runs[self.runs.len() - 1].end
    }

    /// Whether it names one single day.
    #[must_use]
    pub fn is_one_day(&self) -> bool {
        self.runs.len() == 1 && self.runs[0].start == self.runs[0].end
    }
}

impl DatePhrase {
    /// This date and the next: a range runs from the last day here to the first there.
    pub(super) fn joined(mut self, join: Join, tail: Self) -> Self {
        let tail_day = tail.first();
        let fill = |day: DayReading| DayReading {
            year: day.year.or(tail_day.year),
            month: day.month.or(if self.form == Form::DayOnly { tail_day.month } else { None }),
            year_span: day.year_span.or(tail_day.year_span),
            ..day
        };
        for run in &mut self.runs {
            *run = DateRun { start: fill(run.start), end: fill(run.end) };
        }
        let mut rest = tail.runs.into_iter();
        if join == Join::To
            && let (Some(run), Some(first)) = (self.runs.last_mut(), rest.next())
        {
            run.end = first.end;
        }
        self.runs.extend(rest);
        self
    }
}

pub(super) fn with_month(mut runs: Vec<DateRun>, month: u8) -> Vec<DateRun> {
    for run in &mut runs {
        run.start.month = Some(month);
        run.end.month = Some(month);
    }
    runs
}

pub(super) fn with_year(mut runs: Vec<DateRun>, year: i16, span: Span) -> Vec<DateRun> {
    for day in runs.iter_mut().flat_map(|run| [&mut run.start, &mut run.end]) {
        day.year = Some(year);
        day.year_span = Some(span);
    }
    runs
}
