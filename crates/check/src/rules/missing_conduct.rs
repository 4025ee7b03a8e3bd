//! An event without a code of conduct.

use handbill_model::Diagnostic;

use crate::rule::rule;
use crate::subject::{Known, Subject};

rule! {
    /// The page of an event names no code of conduct.
    ///
    /// People look for it before they decide to come, and need it when something happens.
    ///
    /// ```page bad
    /// The meeting is for everybody who keeps old maps.
    /// ```
    /// ```page good
    /// The meeting is for everybody who keeps old maps. Our [code of conduct](/event/conduct/) holds for all.
    /// ```
    ///
    /// The main page alone is asked, not the pages of calls and schedules, nor one with a key, or a link on the event's
    /// name, that leads to a site of its own, nor one with a part that could not be read. The word may be that of
    /// another language, or stand in the address of a link. The layout may link to it: then leave this rule off.
    "missing-conduct": Info, Completeness, Event
}

/// What such rules are called.
static NAMES: Known =
    Known::new(&["conduct", "harassment", "verhaltenskodex", "conduite", "conducta", "condotta", "gedragscode"]);

fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    let Some(event) = subject.main_event().filter(|_| !subject.is_elsewhere()) else { return };
    let told = event.logistics.code_of_conduct.is_some()
        || subject
            .texts()
            .iter()
            .any(|text| NAMES.is_in(text.text) || text.links().iter().any(|link| NAMES.is_in(&link.url)));
    if !told && !subject.has_unread_part() {
        found.push(
            RULE.finding(subject.title_place(), "the page names no code of conduct")
                .with_help("link to the code of conduct that holds for the event"),
        );
    }
}
