//! An event without a day.

use handbill_model::{Diagnostic, EventStatus};

use crate::rule::rule;
use crate::subject::Subject;

rule! {
    /// The page of an event does not tell when it takes place.
    ///
    /// Nobody can come, and no calendar or search engine can show it.
    ///
    /// ```page bad
    /// ---
    /// title: Spring Meeting, Lund
    /// tags: [event]
    /// ---
    /// ## Registration
    ///
    /// Please [sign up](https://example.org/register).
    /// ```
    /// ```page good
    /// ---
    /// title: Spring Meeting, Lund
    /// tags: [event]
    /// ---
    /// We meet on March 4-6, 2031.
    ///
    /// ## Registration
    ///
    /// Please [sign up](https://example.org/register).
    /// ```
    ///
    /// The main page alone is asked, not the pages of calls and schedules. A month, a season, a weekday, or the word that
    /// the date is not known yet are enough; so are days without a year, which are the matter of `no-year-anywhere`. An
    /// event that is cancelled or postponed is left alone, and so is a page that leads to the event's own site, or has a
    /// part that could not be read.
    "missing-date": Warning, Completeness, Event
}

fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    let Some(event) = subject.main_event() else { return };
    let told = event.start.is_some()
        || !event.date_text.is_empty()
        // A day that no calendar has is told by a rule of its own.
        || !subject.keys().impossible_days.is_empty()
        || matches!(event.status, Some(EventStatus::Cancelled | EventStatus::Postponed))
        || event.programme.days.iter().any(|day| day.date.is_some())
        || subject.texts().iter().any(|text| {
            let phrases = text.phrases();
            !phrases.dates.is_empty() || !phrases.vague.is_empty() || !phrases.weekdays.is_empty()
        });
    if !told && !subject.is_elsewhere() && !subject.is_undecided() {
        found.push(
            RULE.finding(subject.title_place(), "the page does not tell when the event takes place")
                .with_help("write the days with their year: `March 4-6, 2031`"),
        );
    }
}
