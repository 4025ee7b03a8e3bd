//! What a format is made of.

use handbill_model::{Document, Timestamp};

/// A page, as its reader gave it back.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Input<'a> {
    /// Page, event and evidence.
    pub document: &'a Document,
    /// The page's body as Jekyll publishes it, HTML; none where only the document is at hand.
    pub body: Option<&'a str>,
    /// The page's body after Liquid and before Markdown; none where only the document is at hand.
    pub expanded: Option<&'a str>,
}

impl<'a> Input<'a> {
    /// A page of which only the document is at hand.
    #[must_use]
    pub fn new(document: &'a Document) -> Self {
        Self { document, body: None, expanded: None }
    }

    /// The same page with its body, as HTML.
    #[must_use]
    pub fn with_body(self, body: &'a str) -> Self {
        Self { body: Some(body), ..self }
    }

    /// The same page with its body after Liquid, as Markdown.
    #[must_use]
    pub fn with_expanded(self, expanded: &'a str) -> Self {
        Self { expanded: Some(expanded), ..self }
    }
}

/// What a person may choose for all formats.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct Settings {
    /// Where the site is published, as `https://example.org/site`; without it no absolute URL is made of a relative one.
    pub base_url: Option<String>,
    /// When the files were made, for formats that have to say so (`SOURCE_DATE_EPOCH`); without it the page's own
    /// `last_modified_at` or `date` counts, and 1970 if it has none.
    pub stamp: Option<Timestamp>,
}
