//! LOCATION (RFC 5545 §3.8.1.7): what a map finds.

use handbill_model::{Event, Session};

use crate::prose::{holds, line, names};

/// Where the event is: its only venue with its address, else its town; `Online` where nobody travels.
pub(crate) fn event(event: &Event) -> String {
    if names::is_online(event) {
        return "Online".to_owned();
    }
    let location = line(&event.location);
    match event.venues.as_slice() {
        [venue] => join([line(&venue.name), line(&venue.address), location]),
        [] | [_, _, ..] => location,
    }
}

/// Where a session is: room and building, then where the event is.
pub(crate) fn session(session: &Session, whole: &Event) -> String {
    let venue = line(&session.venue);
    let address = whole.venues.iter().find(|known| !venue.is_empty() && line(&known.name) == venue);
    let around = match address {
        Some(known) => join([line(&known.address), line(&whole.location), String::new()]),
        None => event(whole),
    };
    join([line(&session.room), venue, around])
}

/// The parts with commas between them, without what a part before them tells already:
/// `3 Queens Wharf, Wellington` and `Wellington, New Zealand` name the town once.
fn join(parts: [String; 3]) -> String {
    let mut joined = String::new();
    for part in parts {
        let new: Vec<&str> = part.split(", ").skip_while(|piece| holds(&joined, piece)).collect();
        if !new.is_empty() {
            joined = if joined.is_empty() { new.join(", ") } else { format!("{joined}, {}", new.join(", ")) };
        }
    }
    joined
}
