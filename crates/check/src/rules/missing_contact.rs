//! An event with nobody to ask.

use handbill_model::Diagnostic;

use crate::rule::rule;
use crate::subject::{Known, Subject};

rule! {
    /// The page of an event names nobody whom one can ask.
    ///
    /// ```page bad
    /// The meeting is for everybody who keeps old maps.
    /// ```
    /// ```page good
    /// The meeting is for everybody who keeps old maps. Questions? Write to <maps@example.org>.
    /// ```
    ///
    /// The main page alone is asked, not the pages of calls and schedules, nor one with a key, or a link on the event's
    /// name, that leads to a site of its own, nor one with a part that could not be read. Any e-mail address and any
    /// link that is called contact, in its words or its address, are enough.
    "missing-contact": Info, Completeness, Event
}

/// What a link to somebody is called.
static NAMES: Known = Known::new(&["contact", "contacts", "ask"]);

fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    let Some(event) = subject.main_event().filter(|_| !subject.is_elsewhere()) else { return };
    let told = !event.contacts.is_empty()
        || event.calls.iter().any(|call| !call.email.is_empty())
        || subject.targets().iter().any(|target| {
            let url = target.url.to_ascii_lowercase();
            url.starts_with("mailto:") || url.contains("contact")
        })
        || subject.texts().iter().any(|text| text.links().iter().any(|link| NAMES.is_in(link.span.of(text.text))));
    if !told && !subject.has_unread_part() {
        found.push(
            RULE.finding(subject.title_place(), "the page names nobody to ask")
                .with_help("add an address for questions"),
        );
    }
}
