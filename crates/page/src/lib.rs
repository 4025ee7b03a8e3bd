//! Source text of an event page to the event, with the place of every fact.

pub mod phrase;
