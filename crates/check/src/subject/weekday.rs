//! Weekdays that stand beside dates, and whether they agree.

use handbill_model::Date;
use handbill_page::phrase::{DatePhrase, DayReading, Form, Phrases, Weekday};
use handbill_text::Span;

/// A weekday beside a date with which it disagrees.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Disagreement {
    /// The weekday and the date, in the text.
    pub(crate) span: Span,
    /// The weekday as written.
    pub(crate) weekday: Weekday,
    /// The date as it is read on this page.
    pub(crate) date: Date,
    /// Whether the year stands beside it.
    pub(crate) year_written: bool,
}

/// Every weekday of a text that disagrees with its date, on a page whose event is on `days`.
pub(crate) fn disagreements(
    phrases: &Phrases,
    days: Option<(Date, Date)>,
    other_year: Option<i16>,
) -> Vec<Disagreement> {
    let mut found = Vec::new();
    for phrase in &phrases.dates {
        if matches!(phrase.form, Form::Ambiguous) {
            continue;
        }
        for (day, weekday, span) in beside(phrase) {
            found.extend(disagreement(day, weekday, span, days, other_year));
        }
    }
    found
}

/// Whether a weekday of a text is right for its date, on a page whose event is in this year.
pub(crate) fn agrees(phrases: &Phrases, event: i16) -> bool {
    let agrees = |day: DayReading, weekday| day.on(Some(event)).is_some_and(|date| Weekday::of(date) == weekday);
    let dates = phrases.dates.iter().filter(|phrase| !matches!(phrase.form, Form::Ambiguous));
    dates.flat_map(beside).any(|(day, weekday, _)| day.month.is_some() && agrees(day, weekday))
}

/// The year, other than the event's, in which the weekdays of all these dates are right: the latest before the event,
/// else the first behind it.
pub(crate) fn year_that_fits(found: &[Disagreement], event: i16) -> Option<i16> {
    let fits = |year: &i16| {
        found.iter().all(|one| {
            let date = Date::new(*year, one.date.month(), one.date.day());
            date.is_ok_and(|date| Weekday::of(date) == one.weekday)
        })
    };
    (event.saturating_sub(6)..event).rev().chain(event + 1..event.saturating_add(6)).find(fits)
}

/// The days of a phrase with the weekdays written beside them. A list of weekdays belongs to a list of as many days:
/// `Thursday and Friday, June 8-9`.
fn beside(phrase: &DatePhrase) -> Vec<(DayReading, Weekday, Span)> {
    let mut pairs = Vec::new();
    for run in &phrase.runs {
        let ends = if run.start == run.end { vec![run.start] } else { vec![run.start, run.end] };
        for day in ends {
            if let Some((weekday, span)) = day.weekday {
                // `Tuesday 4 - 6 June` names the first day alone.
                pairs.push((day, weekday, span.cover(day.span)));
            }
        }
    }
    if let ([first, second], [run]) = (phrase.weekdays.as_slice(), phrase.runs.as_slice())
        && run.end.day == run.start.day + 1
    {
        pairs.push((run.start, first.0, first.1.cover(run.start.span)));
        pairs.push((run.end, second.0, second.1.cover(run.end.span)));
    }
    pairs
}

fn disagreement(
    day: DayReading,
    weekday: Weekday,
    span: Span,
    days: Option<(Date, Date)>,
    other_year: Option<i16>,
) -> Option<Disagreement> {
    let found = |date: Date| Disagreement { span, weekday, date, year_written: day.year.is_some() };
    if day.year.is_some() {
        let date = day.on(None)?;
        return (Weekday::of(date) != weekday).then(|| found(date));
    }
    // Without the event's days, a date without a year is on any weekday.
    let (start, end) = days?;
    if day.month.is_none() {
        // `Friday 25th` is a day of the event, or of nothing that is known here.
        let date = day.near(start).filter(|date| start <= *date && *date <= end)?;
        return (Weekday::of(date) != weekday).then(|| found(date));
    }
    if let Some(year) = other_year {
        let date = day.on(Some(year))?;
        return (Weekday::of(date) != weekday).then(|| found(date));
    }
    let years = start.year()..=end.year();
    let dates: Vec<Date> = years.filter_map(|year| day.on(Some(year))).collect();
    let nearest = *dates.first()?;
    let close = dates
        .iter()
        .any(|date| days_apart(*date, start).min(days_apart(*date, end)) <= 7 || (start <= *date && *date <= end));
    // Away from the event a date without a year may be one of the year before (a deadline) or after (the next meeting).
    let around = if close { vec![] } else { vec![start.year() - 1, end.year() + 1] };
    let possible = dates.iter().copied().chain(around.into_iter().filter_map(|year| day.on(Some(year))));
    let agrees = possible.into_iter().any(|date| Weekday::of(date) == weekday);
    (!agrees).then(|| found(nearest))
}

fn days_apart(a: Date, b: Date) -> i64 {
    a.until(b).map_or(i64::MAX, |span| i64::from(span.get_days()).abs())
}

#[cfg(test)]
mod tests {
    use super::*;
    use handbill_page::phrase::read;

    fn wrong(text: &str) -> Vec<&str> {
        let days = Some((Date::constant(2031, 3, 4), Date::constant(2031, 3, 6)));
        disagreements(&read(text), days, None).iter().map(|one| one.span.of(text)).collect()
    }

    #[test]
    fn a_weekday_is_held_against_its_own_date() {
        assert_eq!(wrong("Wednesday, March 4, 2031"), ["Wednesday, March 4"]);
        assert_eq!(wrong("Tuesday, March 4"), [""; 0]);
        assert_eq!(wrong("Monday, March 4 to Thursday, March 6"), ["Monday, March 4"]);
        assert_eq!(wrong("Tuesday 5th"), ["Tuesday 5th"]);
        assert_eq!(wrong("Tuesday 25th"), [""; 0]);
    }

    #[test]
    fn lists_of_weekdays_belong_to_lists_of_days() {
        assert_eq!(wrong("Tuesday and Wednesday, March 4-5"), [""; 0]);
        assert_eq!(wrong("Monday and Tuesday, March 4-5").len(), 2);
    }

    #[test]
    fn far_from_the_event_the_year_is_open() {
        // 10 January is a Thursday in 2030, a Friday in 2031, a Saturday in 2032.
        assert_eq!(wrong("Thursday, January 10"), [""; 0]);
        assert_eq!(wrong("Monday, January 10"), ["Monday, January 10"]);
    }

    #[test]
    fn the_year_that_fits_is_the_nearest_before() {
        let text = "Monday, March 4 and later Tuesday, March 5";
        let days = Some((Date::constant(2031, 3, 4), Date::constant(2031, 3, 6)));
        assert_eq!(year_that_fits(&disagreements(&read(text), days, None), 2031), Some(2030));
    }
}
