//! The table of formats.

use crate::formats;
use crate::{Input, RenderError, Settings};

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
    /// The work: the whole file of these pages, of which there is exactly one unless `many`.
    pub(crate) render: fn(&[Input<'_>], &Settings) -> Result<String, RenderError>,
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
        (self.render)(inputs, settings)
    }
}
