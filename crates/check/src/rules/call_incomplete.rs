//! A call that leaves out how or until when.

use handbill_model::{CallKind, CallStatus, Diagnostic, Role};
use handbill_page::LinkMark;
use handbill_page::phrase::DayReading;

use crate::rule::rule;
use crate::subject::{Known, Subject};

rule! {
    /// The page of a call for proposals does not say until when, or how, to answer it.
    ///
    /// ```page bad
    /// ---
    /// title: Call for proposals - Spring Meeting, Lund, March 4-6, 2031
    /// ---
    /// We invite proposals for short talks. Please submit by January 15, 2031, 23:59 AoE.
    /// ```
    /// ```page good
    /// ---
    /// title: Call for proposals - Spring Meeting, Lund, March 4-6, 2031
    /// ---
    /// We invite proposals for short talks. Please [submit your proposal](https://example.org/form) by January 15, 2031,
    /// 23:59 AoE.
    /// ```
    ///
    /// A call that is closed or not open yet is left alone, and so is one that says what is not known yet, or that leads
    /// elsewhere for its dates. Any day that is none of the event's may be the deadline, and any link the way to answer.
    /// Sections on calls in other pages may lead to the page of the call.
    "call-incomplete": Warning, Calls, Event
}

/// What is said of a call that nobody can answer now.
const NOT_NOW: &[&str] = &[
    "closed", "has ended", "has passed", "have ended", "is over", "no longer", "opens in", "opens on", "was over",
    "we received", "will open",
];

/// What is said of a call that is open without end.
const ALWAYS: &[&str] = &["any time", "anytime", "first come", "no deadline", "rolling", "until further notice"];

/// An address that is written out.
const AT: &[&str] = &["(at)", "[at]", "{at}"];

fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    let document = &subject.page.document;
    let Some(event) = document.event.as_ref().filter(|_| document.page.role == Role::Call) else { return };
    let Some(call) = event.calls.iter().find(|call| call.kind == CallKind::Proposals) else { return };
    if matches!(call.status, Some(CallStatus::Closed | CallStatus::Announced)) || !subject.english() {
        return;
    }
    let no_way = || {
        let mut urls = subject.targets().iter().map(|target| target.url);
        let linked = urls.any(|url| !url.starts_with('#') && !url.contains("conduct"));
        call.url.is_empty() && call.email.is_empty() && !linked && !subject.says(AT)
    };
    let no_day = call.deadline.is_none() && !has_day(subject) && !subject.says(ALWAYS);
    let (message, help) = match (no_day, no_way()) {
        (true, true) => {
            ("the call says neither until when nor how to answer it", "add a deadline, and a link to the form")
        }
        (true, false) => ("the call says not until when to answer it", "add a deadline"),
        (false, true) => ("the call says not how to answer it", "add a link to the form, or an address"),
        (false, false) => return,
    };
    if !subject.is_undecided() && !subject.says(NOT_NOW) {
        found.push(RULE.finding(subject.title_place(), message).with_help(help));
    }
}

/// Whether a day stands on the page that is none of the event's, or a link that leads to the dates.
fn has_day(subject: &Subject<'_>) -> bool {
    static DATES: Known = Known::new(&["date", "dates", "deadline", "deadlines", "details"]);
    subject.texts().iter().filter(|text| text.block.is_some()).any(|text| {
        let phrases = text.phrases();
        let of_event = |day: DayReading| {
            subject.days().is_some_and(|(start, end)| day.near(start).is_some_and(|date| (start..=end).contains(&date)))
        };
        let about_dates = |link: &LinkMark| DATES.is_in(text.sentence(link.span).of(text.text));
        !phrases.vague.is_empty()
            || phrases.dates.iter().any(|date| !of_event(date.first()))
            || text.links().iter().any(about_dates)
    })
}
