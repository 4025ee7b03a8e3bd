//! An event for which nobody knows how to register.

use handbill_model::{Diagnostic, EventStatus};

use crate::rule::rule;
use crate::subject::{Known, Subject};

rule! {
    /// The page of an event does not say how to register, nor that nobody has to.
    ///
    /// ```page bad
    /// The meeting is for everybody who keeps old maps.
    /// ```
    /// ```page good
    /// The meeting is for everybody who keeps old maps. Please [register](https://example.org/register).
    /// ```
    ///
    /// The main page alone is asked, not the pages of calls and schedules, nor one with a key, or a link on the event's
    /// name, that leads to a site of its own, nor one with a part that could not be read. A sentence that names
    /// registration, tickets or open doors is enough, and so is the address under which an online event takes place. An
    /// event that is cancelled needs none.
    "missing-registration": Info, Completeness, Event
}

/// What tells how one gets in.
static TOLD: Known = Known::new(&[
    "register", "registered", "registering", "registration", "registrations", "ticket", "tickets", "rsvp", "signup",
    "enrol", "enroll", "enrolment", "enrollment", "attend", "invitation", "invited", "admission", "join",
    "participate", "apply",
]);

fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    let Some(event) = subject.main_event().filter(|_| subject.english() && !subject.is_elsewhere()) else { return };
    let online = event.online.as_ref().is_some_and(|online| !online.url.is_empty());
    let told = !event.logistics.registrations.is_empty()
        || online
        || event.status == Some(EventStatus::Cancelled)
        || subject.says(&["sign up", "sign-up", "drop in", "drop-in"])
        || subject
            .texts()
            .iter()
            .any(|text| TOLD.is_in(text.text) || text.links().iter().any(|link| TOLD.is_in(&link.url)));
    if !told && !subject.has_unread_part() {
        found.push(
            RULE.finding(subject.title_place(), "the page does not say how to register")
                .with_help("link to the form, or say that everybody may come"),
        );
    }
}
