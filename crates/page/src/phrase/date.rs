//! Days and ranges of days in words: `June 1-4, 2020`, `Tuesday the 4th of June`, `Sep 15-16, 22-23 2020`.

mod reading;

use handbill_text::Span;

use super::words::Written;
use super::{Part, Reader, Weekday};

pub use reading::{DatePhrase, DateRun, DayReading, Form};
use reading::{with_month, with_year};

/// How many runs of days one phrase may name: more are a list of dates, and each is one by itself.
const MOST_RUNS: usize = 32;

/// What stands between two days of which one will be it.
const OR: &[&str] = &["or", "oder", "ou"];

/// How many weekdays stand in front of one date at most: a longer row is read from a later one on.
const WEEK: usize = 7;

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
            && let Some(found) = self.numeric(at).or_else(|| self.year_first(at))
        {
            return Some(found);
        }
        if let Some(found) = self.weekday(at).and_then(|_| self.weekday_numeric(at)) {
            return Some(found);
        }
        // `the 4th of June`.
        let leads = || self.is_the(at) && self.number(self.past_the(at)).is_some();
        if token.number().is_none() && self.month(at).is_none() && self.weekday(at).is_none() && !leads() {
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
        let other = self.alternative(next);
        if other.is_some() || self.follows_another(at) {
            phrase.form = Form::Ambiguous;
            next = other.unwrap_or(next);
        }
        phrase.span = self.span(at, next);
        Some((phrase, next))
    }

    /// Past the second of two days of which one will be it: `October 24 or 25`.
    fn alternative(self, at: usize) -> Option<usize> {
        self.word(at).filter(|word| OR.contains(word))?;
        if let Some((_, end)) = self.one(at + 1) {
            return Some(end);
        }
        self.number(at + 1).filter(|(day, digits)| (1..=31).contains(day) && *digits <= 2)?;
        // `May 24 or 25 people` counts people.
        let counts = self.word(at + 2).is_some_and(|word| word.starts_with(char::is_lowercase));
        (!counts && self.ends_freely(at + 2)).then_some(at + 2)
    }

    /// Whether another day stands in front: `24 or 25 October`.
    fn follows_another(self, at: usize) -> bool {
        let day = |at: usize| self.number(at).is_some_and(|(day, digits)| (1..=31).contains(&day) && digits <= 2);
        let Some(or) = at.checked_sub(1).filter(|or| self.word(*or).is_some_and(|word| OR.contains(&word))) else {
            return false;
        };
        let before = or.wrapping_sub(1);
        // `24. oder 25. Oktober`.
        let before = if self.is_mark(before, '.') { before.wrapping_sub(1) } else { before };
        day(at) && day(before)
    }

    /// `2031 June 4-6`: a year in front of a date that has none behind it.
    fn year_first(self, at: usize) -> Option<(DatePhrase, usize)> {
        let (year, span, next) = self.year_number(at)?;
        let start = if self.is_mark(next, ',') { next + 1 } else { next };
        self.month(start).filter(|_| !self.glued(start))?;
        let (mut phrase, end) = self.date(start)?;
        let days = || phrase.runs.iter().flat_map(|run| [run.start, run.end]);
        if days().any(|day| day.year.is_some() || day.month.is_none()) {
            return None;
        }
        phrase.runs = with_year(phrase.runs, year, span);
        phrase.span = self.span(at, end);
        Some((phrase, end))
    }

    /// A date with at most one month: weekdays, days before or after the month, a year.
    fn one(self, at: usize) -> Option<(DatePhrase, usize)> {
        let (weekdays, start) = self.weekdays(at);
        let own = if weekdays.len() == 1 { Some(weekdays[0]) } else { None };
        let list = if weekdays.len() > 1 { weekdays.clone() } else { Vec::new() };
        let (runs, next, form, named) = if let Some(month) = self.month(start) {
            // `February, 13-18, 2031`: only the year shows that the comma parts no two things.
            let comma = self.is_mark(start + 1, ',') && self.glued(start + 1);
            let first = if comma { start + 2 } else { self.past_the(self.past_stop(start + 1)) };
            if self.glued(start + 1) && self.number(start + 1).is_some() {
                return None;
            }
            let (runs, next) = self.days(first, own, true)?;
            if comma && self.year(next).is_none() {
                return None;
            }
            // `in May 4 people` counts people.
            if self.is(start.wrapping_sub(1), Part::Within)
                && self.year(next).is_none()
                && self.word(next).is_some_and(|word| word.starts_with(char::is_lowercase))
                && !self.glued(next)
            {
                return None;
            }
            (with_month(runs, month), next, Form::Words, start)
        } else {
            let (runs, next) = self.days(self.past_the(start), own, false)?;
            let month_at = self.past_the(self.past_ordinal_stop(next));
            match self.month(month_at) {
                Some(month) => (with_month(runs, month), self.past_stop(month_at + 1), Form::Words, month_at),
                // Without a month only a weekday shows that the number is a day.
                None if own.is_some() && (runs[0].start.suffix.is_some() || self.stands_alone(start, next)) => {
                    (runs, next, Form::DayOnly, next)
                }
                None => return None,
            }
        };
        let (runs, next) = match self.year(next).filter(|_| form == Form::Words) {
            Some((year, span, after)) => (with_year(runs, year, span), after),
            // `you may 4 times`.
            None if form == Form::Words && self.sense(named).other && runs[0].start.suffix.is_none() => return None,
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
        let (first, next) = self.day(at, weekday)?;
        let mut next = if after_month { next } else { self.past_ordinal_stop(next) };
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
            // `Day 1 - Tuesday 3 June` is one day: in a range with weekdays the first day has its own, too.
            if !after_month && join == Join::To && weekday.is_none() && own.is_some() {
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
            next = if after_month { end } else { self.past_ordinal_stop(end) };
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
            match self.get(next).filter(|token| token.is_word()) {
                Some(token) if token.sense().part == Some(Part::Suffix) => {
                    suffix = Some(token.span);
                    next += 1;
                }
                Some(_) => return None,
                None if self.is_mark(next, ':') && self.glued(next + 1) && self.number(next + 1).is_some() => {
                    return None;
                }
                None if self.is_mark(next, '.') && self.glued(next + 1) && self.number(next + 1).is_some() => {
                    return None;
                }
                None if self.is_mark(next, '%') || self.is_mark(next, '/') && !self.two_days(next, day) => return None,
                None => {}
            }
        } else if self.half(next).is_some() {
            return None;
        }
        let span = self.span(at, next);
        Some((DayReading { span, day, suffix, month: None, year: None, year_span: None, weekday }, next))
    }

    /// `16/17 June`: a day, and behind a slash the next one with its month.
    fn two_days(self, slash: usize, day: u8) -> bool {
        let next = self.number(slash + 1).filter(|_| self.glued(slash + 1));
        next.is_some_and(|(next, _)| next == u32::from(day) + 1) && self.month(self.past_stop(slash + 2)).is_some()
    }

    /// A year of four digits behind a date, over a comma.
    pub(super) fn year(self, at: usize) -> Option<(i16, Span, usize)> {
        let at = if self.is_mark(at, ',') || (self.is_mark(at, '.') && !self.glued(at + 1)) { at + 1 } else { at };
        let at = at + usize::from(self.is_the(at));
        self.year_number(at)
    }

    fn year_number(self, at: usize) -> Option<(i16, Span, usize)> {
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
        while found.len() < WEEK
            && let Some((weekday, _)) = self.weekday(scan)
        {
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
        let slash = self.is_mark(at, '/') && self.glued(at) && self.glued(at + 1);
        if self.is_mark(at, '&') || self.is_mark(at, '+') || slash {
            return Some((Join::And, at + 1));
        }
        if self.is_mark(at, ',') {
            return Some(if self.is(at + 1, Part::And) { (Join::And, at + 2) } else { (Join::Comma, at + 1) });
        }
        let join = match self.sense(at).part? {
            Part::To => Join::To,
            Part::And => Join::And,
            Part::Season | Part::Vague | Part::Of | Part::Within | Part::Suffix => return None,
        };
        Some((join, at + 1))
    }

    /// Past the full stop of an ordinal, `4. Juni`: before a month, a dash or another day.
    fn past_ordinal_stop(self, at: usize) -> usize {
        let stop = self.is_mark(at, '.') && self.glued(at) && !(self.glued(at + 1) && self.number(at + 1).is_some());
        let goes_on = || {
            let month = self.month(at + 1).is_some() && (!self.sense(at + 1).also || self.year(at + 2).is_some());
            month
                || self.is_dash(at + 1)
                || self.join(at + 1).is_some_and(|(join, after)| join != Join::Comma && self.number(after).is_some())
        };
        if stop && goes_on() { at + 1 } else { at }
    }

    fn is_the(self, at: usize) -> bool {
        self.is(at, Part::Of)
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
