//! A weekday and a date that disagree.

use handbill_model::{Date, Diagnostic};
use handbill_page::phrase::Weekday;

use super::year_contradicts_event;
use crate::rule::rule;
use crate::subject::Subject;

rule! {
    /// A weekday and the date beside it disagree.
    ///
    /// One of the two is wrong, and whoever trusts the wrong one comes on another day. The program cannot know which, so
    /// it shows both readings and changes neither.
    ///
    /// ```page bad
    /// The conference dinner is on Monday, March 4, 2031.
    /// ```
    /// ```page good
    /// The conference dinner is on Tuesday, March 4, 2031.
    /// ```
    ///
    /// A date without a year is read in the event's year near the event; elsewhere the years before and after are
    /// tried as well. Where several dates fit one other year, `weekdays-of-another-year` says so once, and where the year
    /// beside the date is wrong and the weekday right, `year-contradicts-event` does.
    "weekday-mismatch": Error, Dates, Event
}

fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    for (text, one) in subject.weekdays().alone() {
        let fits = |year: i16| {
            Date::new(year, one.date.month(), one.date.day()).is_ok_and(|date| Weekday::of(date) == one.weekday)
        };
        let meant = subject.event_years().map(|(year, _)| year).filter(|year| one.date.year() != *year && fits(*year));
        if meant.is_some()
            && subject.days().is_some_and(|days| year_contradicts_event::tells(subject, text, one.span, days))
        {
            continue;
        }
        let (weekday, date) = (one.weekday.name(), one.date);
        let day = format!("{} {}", date.strftime("%-d %B"), date.year());
        let right = Weekday::of(date).name();
        let mut help = format!("write {right}, or the date of the {weekday} that is meant");
        if let Some(other) = (-3..=3)
            .filter_map(|days| date.checked_add(jiff::ToSpan::days(days)).ok())
            .find(|near| Weekday::of(*near) == one.weekday)
        {
            help = format!("write {right}, or {} if the {weekday} is right", other.strftime("%-d %B"));
        }
        if let Some(year) = meant {
            help = format!("it is a {weekday} in {year}: write that year, or {right}");
        }
        found.push(
            RULE.finding(text.place(one.span).span, format!("{day} is a {right}, not a {weekday}")).with_help(help),
        );
    }
}
