//! `start: 2031-03-04` over a page that says April.

use handbill_model::{Date, Diagnostic};

use crate::rule::rule;
use crate::subject::Subject;

rule! {
    /// The days in the front matter are not those in the page's words.
    ///
    /// Calendars and listings take the key, readers of the page the words. One was moved and the other forgotten.
    ///
    /// ```page bad
    /// ---
    /// title: Spring Meeting
    /// start: 2031-03-04
    /// ---
    /// The meeting takes place on April 1, 2031, in Lund.
    /// ```
    /// ```page good
    /// ---
    /// title: Spring Meeting
    /// start: 2031-04-01
    /// ---
    /// The meeting takes place on April 1, 2031, in Lund.
    /// ```
    ///
    /// Days that overlap are no contradiction: a key may name the main days alone, and a sentence the day before too. So
    /// is `date`, which is the day of publishing where the event has keys of its own.
    "front-matter-contradicts-page": Warning, Dates, Event
}

fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    let Some(apart) = &subject.page.contradiction else { return };
    let message = format!("the key says {}, the page says {}", days(apart.days), days(apart.other));
    found.push(
        RULE.finding(apart.key, message)
            .with_help("write the days that hold in both places")
            .with_label(apart.words, "here it says otherwise"),
    );
}

fn days((start, end): (Date, Date)) -> String {
    if start == end { start.to_string() } else { format!("{start} to {end}") }
}
