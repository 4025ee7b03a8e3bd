//! Cancelled in words alone.

use handbill_frontmatter::{Data, insert};
use handbill_model::{Applicability, Diagnostic, EventStatus, SourceKind};

use crate::rule::rule;
use crate::subject::Subject;

rule! {
    /// The text says that the event is cancelled, postponed or moved online, and no key does.
    ///
    /// Listings and calendars that read keys go on to invite.
    ///
    /// ```page bad
    /// Due to the storm, the meeting has been cancelled.
    /// ```
    /// ```page good
    /// ---
    /// title: Spring Meeting, Lund, March 4-6, 2031
    /// status: cancelled
    /// ---
    ///
    /// Due to the storm, the meeting has been cancelled.
    /// ```
    ///
    /// Only the title, headings and the first sentences count, and not what they say of a session or a tour.
    "status-not-declared": Warning, Dates, Event
}

fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    let Some(event) = subject.main_event() else { return };
    let Some(status) = event.status.as_ref().filter(|status| **status != EventStatus::Scheduled) else { return };
    if subject.told_by("/event/status") == Some(&SourceKind::FrontMatter) {
        return;
    }
    let Some(place) = subject.place_of("/event/status") else { return };
    let word = status.as_str();
    let mut finding = RULE
        .finding(place, format!("the text says {word}, and no key of the front matter does"))
        .with_help(format!("add `status: {word}`"));
    let page = subject.page;
    if let Some(edit) = insert(&page.source, &page.front_matter, &["status"], &Data::Text(word.to_owned())) {
        finding = finding.with_fix("add the key", Applicability::Ask, vec![edit]);
    }
    found.push(finding);
}
