//! What a format leaves out of a page, or misses on it.

use std::fmt;

use crate::Input;

/// What a format leaves out of a page, or misses on it. The file is written all the same; the message names the way out.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Note {
    /// Times without a zone, which every reader takes by its own clock.
    Floating {
        /// How many entries of the calendar have such times.
        entries: usize,
    },
    /// The page's address is not known, nor that of any relative link on it.
    NoAddress,
    /// What search engines ask of an event.
    Lacks {
        /// schema.org's names of what Google requires.
        required: Vec<&'static str>,
        /// schema.org's names of what it recommends.
        recommended: Vec<&'static str>,
    },
    /// Control characters, which no text for people holds.
    Controls {
        /// How many.
        characters: usize,
    },
    /// Talks in slots in slots, deeper than any programme has them.
    TooDeep,
}

impl fmt::Display for Note {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Floating { entries } => write!(
                to,
                "no time zone is known for the times of {entries} calendar {}, so that each reader takes them by its own \
                 clock; write one as `Time zone: Europe/Lisbon`",
                if *entries == 1 { "entry" } else { "entries" }
            ),
            Self::NoAddress => write!(
                to,
                "links within the site are left out, since its address is not known; give it with `--base-url`"
            ),
            Self::Lacks { required, recommended } => {
                let parts = [("requires", required), ("recommends", recommended)];
                let parts = parts.into_iter().filter(|(_, names)| !names.is_empty());
                let parts: Vec<String> = parts.map(|(verb, names)| format!("{verb} {}", names.join(", "))).collect();
                write!(to, "for an event Google also {}, of which the page says nothing", parts.join(" and "))
            }
            Self::Controls { characters } => write!(to, "{characters} control characters are left out"),
            Self::TooDeep => write!(to, "talks more than {DEEPEST} slots deep are left out"),
        }
    }
}

/// Slots inside slots beyond this many are left out of all formats but JSON, since recursion has to end; no programme
/// that people read is as deep.
pub(crate) const DEEPEST: usize = 8;

/// What every format for people leaves out of a page.
pub(crate) fn of_text(input: &Input<'_>) -> Vec<Note> {
    let Some(event) = &input.document.event else { return Vec::new() };
    // The event as JSON is all of its texts; there is no other walk over all of them.
    let mut characters = 0;
    let mut open = vec![serde_json::to_value(event).unwrap_or_default()];
    while let Some(value) = open.pop() {
        match value {
            serde_json::Value::String(text) => {
                characters += text.chars().filter(|c| c.is_control() && !c.is_whitespace()).count();
            }
            serde_json::Value::Array(items) => open.extend(items),
            serde_json::Value::Object(map) => open.extend(map.into_iter().map(|(_, value)| value)),
            serde_json::Value::Null | serde_json::Value::Bool(_) | serde_json::Value::Number(_) => {}
        }
    }
    let controls = (characters > 0).then_some(Note::Controls { characters });
    controls.into_iter().chain(too_deep(event).then_some(Note::TooDeep)).collect()
}

fn too_deep(event: &handbill_model::Event) -> bool {
    let mut level: Vec<&handbill_model::Session> = event.programme.days.iter().flat_map(|day| &day.sessions).collect();
    for _ in 0..DEEPEST {
        level = level.into_iter().flat_map(|session| &session.sessions).collect();
    }
    !level.is_empty()
}

/// What formats leave out that hold absolute links alone.
#[cfg(feature = "words")]
pub(crate) fn of_links(input: &Input<'_>, settings: &crate::Settings) -> Vec<Note> {
    let mut notes = of_text(input);
    if input.document.event.is_some() && crate::links::Links::new(input.document, settings).page().is_none() {
        notes.push(Note::NoAddress);
    }
    notes
}

#[cfg(test)]
mod tests {
    use handbill_model::{Day, Document, Event, Page, Role, SCHEMA_VERSION, Session};

    use super::*;

    fn document(session: Session) -> Document {
        let mut day = Day::default();
        day.sessions.push(session);
        let mut event = Event::new("a", "A");
        event.programme.days.push(day);
        let mut document = Document::new(SCHEMA_VERSION, Page::new("a.md", Role::Event));
        document.event = Some(event);
        document
    }

    #[test]
    fn what_is_left_out_is_counted() {
        let document = document(Session::new("bell \u{7} and\ttab\nand \u{1b}[1m"));
        assert_eq!(of_text(&Input::new(&document)), [Note::Controls { characters: 2 }]);
    }

    #[test]
    fn eight_levels_are_held_and_nine_are_told() {
        let nested = |levels: usize| {
            let mut session = Session::new("innermost");
            for _ in 1..levels {
                let mut around = Session::new("around");
                around.sessions.push(session);
                session = around;
            }
            document(session)
        };
        assert_eq!(of_text(&Input::new(&nested(8))), []);
        assert_eq!(of_text(&Input::new(&nested(9))), [Note::TooDeep]);
    }

    #[test]
    fn a_note_says_what_to_do() {
        let lacks = Note::Lacks { required: vec!["location"], recommended: vec!["image", "offers"] };
        assert_eq!(
            lacks.to_string(),
            "for an event Google also requires location and recommends image, offers, of which the page says nothing"
        );
        assert!(Note::Floating { entries: 1 }.to_string().contains("1 calendar entry,"));
    }
}
