//! A call that closes when all is over.

use handbill_model::{Call, CallKind, Date, Diagnostic, Event};
use handbill_text::Span;

use crate::rule::rule;
use crate::subject::{Known, Subject};

rule! {
    /// A call closes after the event has started, or before it opens, or tells its answer before it closes; or registration
    /// closes when the event is over.
    ///
    /// One of the dates is wrong; mostly it is last year's, or has a slip in the month.
    ///
    /// ```page bad
    /// ## Call for proposals
    ///
    /// Please submit your proposal by May 15, 2031, 23:59 AoE.
    /// ```
    /// ```page good
    /// ## Call for proposals
    ///
    /// Please submit your proposal by January 15, 2031, 23:59 AoE.
    /// ```
    ///
    /// Late-breaking work, proceedings and other things that are handed in afterwards are left alone.
    "deadline-after-event": Error, Calls, Event
}

/// What is handed in late, or after the event.
static AFTERWARDS: Known = Known::new(&[
    "camera", "final", "journal", "late", "onsite", "post", "proceedings", "publication", "recordings",
    "reimbursement", "slides", "special", "version", "videos",
]);

fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    let Some(event) = subject.page.document.event.as_ref() else { return };
    registrations(subject, event, found);
    for (index, call) in event.calls.iter().enumerate() {
        let at = format!("/event/calls/{index}");
        let deadline = call.deadline.as_ref().and_then(|deadline| deadline.date);
        let Some((deadline, place)) = deadline.zip(subject.place_of(&format!("{at}/deadline/date"))) else { continue };
        let opens = call.opens.as_ref().and_then(|opens| opens.date);
        if let Some(start) = event.start.filter(|start| deadline > *start && closes_before(call)) {
            let finding = RULE
                .finding(place, format!("the call closes on {deadline}, when the event has started"))
                .with_help("correct the deadline or the days of the event");
            found.push(labelled(subject, finding, "/event/start", &format!("it starts on {start}")));
        }
        if let Some(opens) = opens.filter(|opens| *opens > deadline) {
            let finding = RULE
                .finding(place, format!("the call closes on {deadline}, before it opens"))
                .with_help("correct one of the two dates");
            found.push(labelled(subject, finding, &format!("{at}/opens/date"), &format!("it opens on {opens}")));
        }
        for (number, told) in notifications(call) {
            let pointer = format!("{at}/dates/{number}/date");
            if let (true, Some(place)) = (told < deadline, subject.place_of(&pointer)) {
                let finding = RULE
                    .finding(place, format!("the answer is told on {told}, before the call closes"))
                    .with_help("correct one of the two dates");
                found.push(labelled(
                    subject,
                    finding,
                    &format!("{at}/deadline/date"),
                    &format!("it closes on {deadline}"),
                ));
            }
        }
    }
}

/// Registration that closes when the event is over.
fn registrations(subject: &Subject<'_>, event: &Event, found: &mut Vec<Diagnostic>) {
    let Some(end) = event.end.or(event.start) else { return };
    for (index, way) in event.logistics.registrations.iter().enumerate() {
        let closes = way.closes.as_ref().and_then(|closes| closes.date).filter(|date| *date > end);
        let place = subject.place_of(&format!("/event/logistics/registrations/{index}/closes/date"));
        let Some((closes, place)) = closes.zip(place).filter(|_| !AFTERWARDS.is_in(&way.text)) else { continue };
        let finding = RULE
            .finding(place, format!("registration closes on {closes}, when the event is over"))
            .with_help("correct the deadline or the days of the event");
        found.push(labelled(subject, finding, "/event/end", &format!("it ends on {end}")));
    }
}

/// Whether what a call asks for is needed before the event.
fn closes_before(call: &Call) -> bool {
    let text = call.deadline.as_ref().map_or("", |deadline| deadline.text.as_str());
    !AFTERWARDS.is_in(text) && matches!(call.kind, CallKind::Proposals | CallKind::Scholarships | CallKind::Volunteers)
}

fn notifications(call: &Call) -> impl Iterator<Item = (usize, Date)> + '_ {
    let told = call.dates.iter().enumerate().filter(|(_, date)| date.label.to_lowercase().contains("notif"));
    told.filter_map(|(number, date)| Some((number, date.moment.date?)))
}

fn labelled(subject: &Subject<'_>, finding: Diagnostic, pointer: &str, text: &str) -> Diagnostic {
    let place: Option<Span> = subject.place_of(pointer);
    match place {
        Some(place) => finding.with_label(place, text),
        None => finding,
    }
}
