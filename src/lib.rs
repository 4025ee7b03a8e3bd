//! Reads the page that announces an event, and gives back the event.
