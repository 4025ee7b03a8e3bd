//! LOCATION (RFC 5545 §3.8.1.7): what a map finds.

use std::collections::BTreeMap;

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

/// Where the sessions of an event are.
pub(crate) struct Places {
    /// Where the event is.
    pub(crate) event: String,
    /// The address of each building, by its name.
    buildings: BTreeMap<String, String>,
}

impl Places {
    pub(crate) fn new(whole: &Event) -> Self {
        let mut buildings = BTreeMap::new();
        for known in whole.venues.iter().filter(|known| !line(&known.name).is_empty()) {
            // The first of a name counts.
            buildings
                .entry(line(&known.name))
                .or_insert_with(|| join([line(&known.address), line(&whole.location), String::new()]));
        }
        Self { event: event(whole), buildings }
    }

    /// Where a session is: room and building, then where the event is.
    pub(crate) fn session(&self, session: &Session) -> String {
        let venue = line(&session.venue);
        let around = self.buildings.get(&venue).unwrap_or(&self.event).clone();
        join([line(&session.room), venue, around])
    }
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
