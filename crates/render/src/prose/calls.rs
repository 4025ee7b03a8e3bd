//! Calls in words.

use handbill_model::{Call, CallKind, CallStatus, Minutes};

use super::{dates, line};

/// `Call for proposals`.
pub(crate) fn title(call: &Call) -> String {
    match &call.kind {
        CallKind::Proposals => "Call for proposals".to_owned(),
        CallKind::Sponsors => "Call for sponsors".to_owned(),
        CallKind::Scholarships => "Scholarships".to_owned(),
        CallKind::Volunteers => "Call for volunteers".to_owned(),
        CallKind::Hosts => "Call for hosts".to_owned(),
        CallKind::Other(word) => format!("Call for {}", line(word)),
    }
}

/// `open until 3 February 2020`, `opens 1 May 2020`, `closed`; empty where the page says nothing of it.
pub(crate) fn state(call: &Call) -> String {
    let words =
        |moment: &Option<handbill_model::Moment>| moment.as_ref().map(dates::moment).filter(|words| !words.is_empty());
    let (opens, deadline) = (words(&call.opens), words(&call.deadline));
    let until = |before: &str| deadline.as_ref().map(|deadline| format!("{before}{deadline}"));
    match (&call.status, opens) {
        (Some(CallStatus::Open), _) => until("open until ").unwrap_or_else(|| "open".to_owned()),
        (Some(CallStatus::Closed), _) => until("closed, deadline was ").unwrap_or_else(|| "closed".to_owned()),
        (Some(CallStatus::Announced | CallStatus::Other(_)) | None, Some(opens)) => {
            format!("opens {opens}{}", until(", deadline ").unwrap_or_default())
        }
        (Some(CallStatus::Announced), None) => {
            until("announced, deadline ").unwrap_or_else(|| "announced, not yet open".to_owned())
        }
        (Some(CallStatus::Other(word)), None) => format!("{}{}", line(word), until(", deadline ").unwrap_or_default()),
        (None, None) => until("deadline ").unwrap_or_default(),
    }
}

/// `15 minutes`, `15–20 minutes`, `up to 2 hours`.
pub(crate) fn length(minutes: &Minutes) -> String {
    match (minutes.min, minutes.max) {
        (Some(min), Some(max)) if min == max => duration(min),
        (Some(min), Some(max)) => format!("{min}–{max} minutes"),
        (None, Some(max)) => format!("up to {}", duration(max)),
        (Some(min), None) => format!("at least {}", duration(min)),
        (None, None) => String::new(),
    }
}

fn duration(minutes: u32) -> String {
    match minutes {
        1 => "1 minute".to_owned(),
        60 => "1 hour".to_owned(),
        _ if minutes >= 120 && minutes.is_multiple_of(60) => format!("{} hours", minutes / 60),
        _ => format!("{minutes} minutes"),
    }
}
