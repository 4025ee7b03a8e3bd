//! Rules that find the mistakes of event pages.
