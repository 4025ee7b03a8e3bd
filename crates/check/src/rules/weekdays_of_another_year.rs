//! A block of dates whose weekdays are those of another year.

use handbill_model::Diagnostic;
use handbill_page::phrase::Weekday;

use crate::rule::rule;
use crate::subject::Subject;

rule! {
    /// The weekdays of several dates are right in one other year only.
    ///
    /// That is how last year's programme looks on this year's page: it was copied and never brought up to date, and its
    /// times and titles are likely to be as old as its weekdays.
    ///
    /// ```page bad
    /// ## Monday, March 4
    ///
    /// Workshops.
    ///
    /// ## Tuesday, March 5
    ///
    /// Talks.
    /// ```
    /// ```page good
    /// ## Tuesday, March 4
    ///
    /// Workshops.
    ///
    /// ## Wednesday, March 5
    ///
    /// Talks.
    /// ```
    ///
    /// A single date is the matter of `weekday-mismatch`; a programme in a comment that of `commented-out-programme`.
    "weekdays-of-another-year": Warning, Dates, Event
}

fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    let Some((year, claims)) = subject.weekdays().another_year() else { return };
    let mut places = claims.iter().map(|(text, one)| (text.place(one.span).span, one));
    let Some((first, one)) = places.next() else { return };
    let message = format!(
        "these weekdays are those of {year}; {} is a {}",
        one.date.strftime("%-d %B %Y"),
        Weekday::of(one.date).name()
    );
    let help = format!("bring the dates of {year} up to date, and whatever was copied with them");
    found.push(places.fold(RULE.finding(first, message).with_help(help), |finding, (place, one)| {
        finding.with_label(place, format!("{} is a {}", one.date.strftime("%-d %B %Y"), Weekday::of(one.date).name()))
    }));
}
