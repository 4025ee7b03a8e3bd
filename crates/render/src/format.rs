//! The table of formats.

use std::collections::BTreeSet;

use handbill_model::Role;

use crate::formats;
use crate::{Input, Note, RenderError, Settings};

/// A format that pages can be rendered to.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Format {
    /// What `--to` calls it.
    pub name: &'static str,
    /// The extension of its files, without the first dot; no two formats share one, so that all can lie side by side.
    pub extension: &'static str,
    /// What it is, in a few words for a list of choices.
    pub about: &'static str,
    /// Its media type (RFC 6838).
    pub media_type: &'static str,
    /// Whether one file can hold several pages.
    pub many: bool,
    /// Whether it tells of events alone: of several pages those count that [announce](Format::takes) one, and equal
    /// events are one.
    pub events: bool,
    /// The work: the whole file of these pages, of which there is exactly one unless `many`.
    pub(crate) render: fn(&[Input<'_>], &Settings) -> Result<String, RenderError>,
    /// What it leaves out of a page, or misses on it.
    pub(crate) notes: fn(&Input<'_>, &Settings) -> Vec<Note>,
}

/// Every format of this build, in the order in which a list shows them.
pub const FORMATS: &[Format] = &[
    #[cfg(feature = "html")]
    formats::html::FORMAT,
    #[cfg(feature = "body")]
    formats::body::FORMAT,
    #[cfg(feature = "expanded")]
    formats::expanded::FORMAT,
    #[cfg(feature = "json")]
    formats::json::FORMAT,
    #[cfg(feature = "jsonld")]
    formats::jsonld::FORMAT,
    #[cfg(feature = "ics")]
    formats::ics::FORMAT,
    #[cfg(feature = "ics-programme")]
    formats::ics_programme::FORMAT,
    #[cfg(feature = "ics-deadlines")]
    formats::ics_deadlines::FORMAT,
    #[cfg(feature = "data")]
    formats::data::FORMAT,
    #[cfg(feature = "csv")]
    formats::csv::FORMAT,
    #[cfg(feature = "atom")]
    formats::atom::FORMAT,
];

/// The format of this name.
///
/// ```
/// let json = handbill_render::format("json").expect("it is in the table");
/// assert_eq!((json.extension, json.many), ("json", true));
/// assert!(handbill_render::format("doc").is_none());
/// ```
#[must_use]
pub fn format(name: &str) -> Option<&'static Format> {
    FORMATS.iter().find(|format| format.name == name)
}

impl Format {
    /// The file of these pages, with the line endings that the format asks for.
    ///
    /// # Errors
    /// Where the pages lack what the format is about; where they are not one and it is not a format of [many](Self::many).
    pub fn render(&self, inputs: &[Input<'_>], settings: &Settings) -> Result<String, RenderError> {
        if !self.many && inputs.len() != 1 {
            return Err(RenderError::OnePage { format: self.name, pages: inputs.len() });
        }
        if self.events && inputs.len() > 1 {
            return (self.render)(&self.announced(inputs), settings);
        }
        (self.render)(inputs, settings)
    }

    /// What the file of this page leaves out, or misses on it; for the person who asked for it.
    #[must_use]
    pub fn notes(&self, input: &Input<'_>, settings: &Settings) -> Vec<Note> {
        (self.notes)(input, settings)
    }

    /// Whether a page counts among several: any for most formats, those that announce an event where a format
    /// [tells of events](Self::events).
    #[must_use]
    pub fn takes(&self, input: &Input<'_>) -> bool {
        !self.events || input.document.page.role == Role::Event && input.document.event.is_some()
    }

    /// The pages that count, each event once: two of the same name and days are equal, whichever page tells of them.
    fn announced<'a>(&self, inputs: &[Input<'a>]) -> Vec<Input<'a>> {
        let mut seen = BTreeSet::new();
        let mut announced = Vec::new();
        for input in inputs.iter().filter(|input| self.takes(input)) {
            let Some(event) = &input.document.event else { continue };
            let name = if event.name.is_empty() || event.start.is_none() { &event.id } else { &event.name };
            if seen.insert((name, event.start, event.end)) {
                announced.push(*input);
            }
        }
        announced
    }
}
