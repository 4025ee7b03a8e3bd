//! A call that says it is open, and is over.

use handbill_model::{Applicability, CallStatus, Diagnostic};
use handbill_text::{Edit, Span};

use crate::rule::rule;
use crate::subject::{Subject, words};

rule! {
    /// A call says that it is open, and its deadline is over.
    ///
    /// People go on to write proposals that nobody will read.
    ///
    /// ```page bad
    /// ## Call for proposals
    ///
    /// The call for proposals is now open. Please submit by January 15, 2031, 23:59 AoE.
    /// ```
    /// ```page good
    /// ## Call for proposals
    ///
    /// The call for proposals is now closed. The deadline was on January 15, 2031, 23:59 AoE.
    /// ```
    ///
    /// It looks only where it is told the day: `--today 2031-02-01`. Results must not change by themselves. Only words
    /// such as `open` and `accepting` count: a deadline that is told promises nothing beyond itself, and `we invite
    /// proposals` is how every call begins, also one that is kept. The fix writes `closed` for `open` where a sentence
    /// ends with it; one that goes on, as `open until` does, has to be written anew.
    "call-open-after-deadline": Warning, Calls, Event
}

fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    let (Some(today), Some(event)) = (subject.settings.today, subject.page.document.event.as_ref()) else { return };
    for (index, call) in event.calls.iter().enumerate() {
        let deadline = call.deadline.as_ref().and_then(|deadline| deadline.date).filter(|date| *date < today);
        let (Some(deadline), Some(CallStatus::Open)) = (deadline, &call.status) else { continue };
        let pointer = |key: &str| format!("/event/calls/{index}/{key}");
        let Some(place) = subject.place_of(&pointer("status")).filter(|place| says_open(subject.source(*place))) else {
            continue;
        };
        let mut finding = RULE
            .finding(place, format!("the call is told to be open, and closed on {deadline}"))
            .with_help("say that it is closed, or take it off the page");
        if let Some(place) = subject.place_of(&pointer("deadline/date")) {
            finding = finding.with_label(place, "the deadline");
        }
        found.push(match closing(subject, place) {
            Some(edit) => finding.with_fix("say that it is closed", Applicability::Ask, vec![edit]),
            None => finding,
        });
    }
}

/// Whether words say that one can answer now; a deadline that is told does so only until it is over.
fn says_open(text: &str) -> bool {
    words(text).any(|(_, word)| is_open(word) || word.to_ascii_lowercase().starts_with("accept"))
}

fn is_open(word: &str) -> bool {
    word.eq_ignore_ascii_case("open")
}

/// `closed` for the `open` with which a sentence ends.
fn closing(subject: &Subject<'_>, place: Span) -> Option<Edit> {
    let source = &subject.page.source;
    let (open, word) = words(place.of(source)).filter(|(_, word)| is_open(word)).last()?;
    let open = open.shift(place.start());
    let marks = |c: char| matches!(c, '*' | '_' | ' ' | '\r');
    let behind = source[open.end()..].trim_start_matches(marks);
    let line = source[..open.start()].rsplit('\n').next().unwrap_or_default();
    let ends = match behind.strip_prefix('\n') {
        // A paragraph goes on in its next line.
        Some(next) => line.starts_with('#') || next.trim_start_matches(marks).starts_with('\n') || next.is_empty(),
        None => behind.is_empty() || behind.starts_with(['.', '!', ';']),
    };
    let closed = match word {
        "open" => "closed",
        "OPEN" => "CLOSED",
        _ => "Closed",
    };
    (ends && !subject.is_brought(place)).then(|| Edit { span: open, text: closed.to_owned() })
}
