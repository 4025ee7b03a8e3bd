//! Days and ranges of days in words: `June 1-4, 2020`, `Tuesday the 4th of June`, `Sep 15-16, 22-23 2020`.

use handbill_text::Span;
use jiff::civil::Date;

use super::words::Written;
use super::{Reader, Weekday, words};

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
    /// Numbers only, where both may be the month; the runs hold the first reading, day before month.
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

/// How many runs of days one phrase may name: more are a list of dates, and each is one by itself.
const MOST_RUNS: usize = 32;

/// What joins two days.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Join {
    To,
    And,
    Comma,
}

impl Reader<'_> {
    /// The date that starts at token `at`, and the token after it.
    pub(super) fn date(self, at: usize) -> Option<(DatePhrase, usize)> {
        if !self.starts_freely(at) {
            return None;
        }
        let token = self.get(at)?;
        if token.number().is_some()
            && let Some(found) = self.numeric(at)
        {
            return Some(found);
        }
        if token.number().is_none() && self.month(at).is_none() && self.weekday(at).is_none() && !self.is_the(at) {
            return None;
        }
        let (mut phrase, mut next) = self.one(at)?;
        // `May 30 - June 2`, `June 1 and July 4`: the next date has a month of its own.
        while let Some((join, after)) = self.join(next).filter(|(join, _)| *join != Join::Comma)
            && phrase.runs.len() < MOST_RUNS
        {
            let Some((tail, end)) = self.one(after).filter(|(tail, _)| tail.form == Form::Words) else { break };
            if phrase.form == Form::DayOnly && join != Join::To {
                break;
            }
            phrase = phrase.joined(join, tail);
            next = end;
        }
        if phrase.form == Form::DayOnly && phrase.last().month.is_some() {
            phrase.form = Form::Words;
        }
        phrase.span = self.span(at, next);
        Some((phrase, next))
    }

    /// A date with at most one month: weekdays, days before or after the month, a year.
    fn one(self, at: usize) -> Option<(DatePhrase, usize)> {
        let (weekdays, start) = self.weekdays(at);
        let own = if weekdays.len() == 1 { Some(weekdays[0]) } else { None };
        let list = if weekdays.len() > 1 { weekdays.clone() } else { Vec::new() };
        let (runs, next, form) = if let Some(month) = self.month(start) {
            let first = self.past_the(self.past_stop(start + 1));
            let (runs, next) = self.days(first, own, true)?;
            (with_month(runs, month), next, Form::Words)
        } else {
            let (runs, next) = self.days(self.past_the(start), own, false)?;
            let month_at = self.past_the(next);
            match self.month(month_at) {
                Some(month) => (with_month(runs, month), self.past_stop(month_at + 1), Form::Words),
                // Without a month only a weekday shows that the number is a day.
                None if own.is_some() && (runs[0].start.suffix.is_some() || self.stands_alone(start, next)) => {
                    (runs, next, Form::DayOnly)
                }
                None => return None,
            }
        };
        let (runs, next) = match self.year(next).filter(|_| form == Form::Words) {
            Some((year, span, after)) => (with_year(runs, year, span), after),
            None => (runs, next),
        };
        if !self.ends_freely(next) {
            return None;
        }
        let (runs, next) = self.trailing_weekday(runs, next);
        Some((DatePhrase { span: self.span(at, next), runs, weekdays: list, form }, next))
    }

    /// Days of one month: `1-4`, `5, 6 and 7`, `15-16, 22-23`. A comma goes on only if a year or an `and` closes the list.
    fn days(self, at: usize, weekday: Option<(Weekday, Span)>, after_month: bool) -> Option<(Vec<DateRun>, usize)> {
        let (first, mut next) = self.day(at, weekday)?;
        let mut runs = vec![DateRun { start: first, end: first }];
        // How much of what has been read stands on a comma that nothing has confirmed yet.
        let mut sure = (1, next);
        while let Some((join, after)) = self.join(next) {
            let (weekdays, start) = self.weekdays(after);
            let own = weekdays.first().copied().filter(|_| weekdays.len() == 1);
            let Some((day, end)) = self.day(self.past_the(start), own) else { break };
            // `May 30 - 2 June` is not one month's list, and `June 4, 2 hours` is no second day.
            if after_month && self.month(self.past_the(end)).is_some() {
                break;
            }
            match join {
                Join::To => match runs.last_mut() {
                    Some(run) if run.start == run.end && day.day > run.start.day => run.end = day,
                    Some(_) | None => break,
                },
                Join::And | Join::Comma => {
                    if runs.last().is_some_and(|run| run.end.day >= day.day) {
                        break;
                    }
                    runs.push(DateRun { start: day, end: day });
                }
            }
            next = end;
            let closed = !after_month || self.year(end).is_some();
            if join == Join::And || closed || (join == Join::To && sure.0 == runs.len()) {
                sure = (runs.len(), next);
            }
        }
        runs.truncate(sure.0);
        Some((runs, sure.1))
    }

    /// A day's number with its suffix.
    fn day(self, at: usize, weekday: Option<(Weekday, Span)>) -> Option<(DayReading, usize)> {
        let (value, digits) = self.number(at)?;
        let day = u8::try_from(value).ok().filter(|day| (1..=31).contains(day) && digits <= 2)?;
        let mut next = at + 1;
        let mut suffix = None;
        if self.glued(next) {
            match self.word(next) {
                Some(word) if words::is_suffix(word) => {
                    suffix = self.get(next).map(|token| token.span);
                    next += 1;
                }
                Some(_) => return None,
                None if self.is_mark(next, ':') && self.glued(next + 1) && self.number(next + 1).is_some() => {
                    return None;
                }
                None if self.is_mark(next, '.') && self.glued(next + 1) && self.number(next + 1).is_some() => {
                    return None;
                }
                None if self.is_mark(next, '%') || self.is_mark(next, '/') => return None,
                None => {}
            }
        } else if self.half(next).is_some() {
            return None;
        }
        let span = self.span(at, next);
        Some((DayReading { span, day, suffix, month: None, year: None, year_span: None, weekday }, next))
    }

    /// A year of four digits behind a date, over a comma.
    pub(super) fn year(self, at: usize) -> Option<(i16, Span, usize)> {
        let at = if self.is_mark(at, ',') || (self.is_mark(at, '.') && !self.glued(at + 1)) { at + 1 } else { at };
        let at = if self.word(at).is_some_and(words::is_of) { at + 1 } else { at };
        let (value, digits) = self.number(at)?;
        let year = i16::try_from(value).ok().filter(|year| digits == 4 && (1900..=2199).contains(year))?;
        if !self.ends_freely(at + 1) || (self.is_mark(at + 1, ':') && self.glued(at + 2)) {
            return None;
        }
        Some((year, self.get(at)?.span, at + 1))
    }

    /// Weekdays in a row: `Thursday`, `Thu.,`, `Thursday and Friday,`; and the token after them.
    fn weekdays(self, at: usize) -> (Vec<(Weekday, Span)>, usize) {
        let (mut found, mut next) = (Vec::new(), at);
        let mut scan = at;
        while let Some((weekday, _)) = self.weekday(scan) {
            let Some(token) = self.get(scan) else { break };
            found.push((weekday, token.span));
            next = self.past_stop(scan + 1);
            if self.is_mark(next, ',') {
                next += 1;
            }
            scan = match self.join(next) {
                Some((_, after)) if self.weekday(after).is_some() => after,
                Some(_) | None if self.weekday(next).is_some() => next,
                Some(_) | None => break,
            };
        }
        (found, next)
    }

    /// `(Monday)` or `, Monday` behind a single day.
    fn trailing_weekday(self, mut runs: Vec<DateRun>, next: usize) -> (Vec<DateRun>, usize) {
        let parenthesis = self.is_mark(next, '(');
        let at = if parenthesis || self.is_mark(next, ',') { next + 1 } else { next };
        let Some((weekday, written)) = self.weekday(at).filter(|_| at > next) else { return (runs, next) };
        let closes = if parenthesis {
            self.is_mark(at + 1, ')')
        } else {
            written == Written::Whole && self.day(at + 1, None).is_none() && self.month(at + 1).is_none()
        };
        let [run] = runs.as_mut_slice() else { return (runs, next) };
        if !closes || run.start != run.end || run.start.weekday.is_some() {
            return (runs, next);
        }
        let Some(token) = self.get(at) else { return (runs, next) };
        run.start.weekday = Some((weekday, token.span));
        run.end = run.start;
        (runs, if parenthesis { at + 2 } else { at + 1 })
    }

    /// What joins a day to the next one, and the token after it.
    fn join(self, at: usize) -> Option<(Join, usize)> {
        if self.is_dash(at) {
            let double = usize::from(self.is_dash(at + 1));
            return Some((Join::To, at + 1 + double));
        }
        if self.is_mark(at, '&') || self.is_mark(at, '+') {
            return Some((Join::And, at + 1));
        }
        if self.is_mark(at, ',') {
            let and = self.word(at + 1).is_some_and(words::is_and);
            return Some(if and { (Join::And, at + 2) } else { (Join::Comma, at + 1) });
        }
        let word = self.word(at)?;
        if words::is_to(word) {
            Some((Join::To, at + 1))
        } else if words::is_and(word) {
            Some((Join::And, at + 1))
        } else {
            None
        }
    }

    fn is_the(self, at: usize) -> bool {
        self.word(at).is_some_and(words::is_of)
    }

    /// Past `the`, `of`, `of the`; more of them in a row are no date's.
    fn past_the(self, at: usize) -> usize {
        at + (0..2).take_while(|n| self.is_the(at + n)).count()
    }

    /// Whether nothing but marks stands around the tokens `from..to` on their line.
    fn stands_alone(self, from: usize, to: usize) -> bool {
        let line_ends = self
            .get(to)
            .is_none_or(|token| token.breaks || token.is_mark('(') || token.is_mark(':') || token.is_mark('*'));
        line_ends && from <= 2
    }
}

impl DatePhrase {
    /// This date and the next: a range runs from the last day here to the first there.
    fn joined(mut self, join: Join, tail: Self) -> Self {
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

fn with_month(mut runs: Vec<DateRun>, month: u8) -> Vec<DateRun> {
    for run in &mut runs {
        run.start.month = Some(month);
        run.end.month = Some(month);
    }
    runs
}

fn with_year(mut runs: Vec<DateRun>, year: i16, span: Span) -> Vec<DateRun> {
    for day in runs.iter_mut().flat_map(|run| [&mut run.start, &mut run.end]) {
        day.year = Some(year);
        day.year_span = Some(span);
    }
    runs
}
