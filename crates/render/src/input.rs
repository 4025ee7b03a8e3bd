//! What a format is made of.

use std::borrow::Cow;

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
    /// The address at which the file will lie: a calendar tells there where it is read anew (RFC 7986 §5.8), a feed where
    /// it is itself (RFC 4287 §4.2.7.2). Nothing is said without it.
    pub published: Option<String>,
    /// Whether the pages are other people's, whose HTML is not to run: `html` and `body` keep of it what can be read.
    #[cfg(feature = "untrusted")]
    pub untrusted: bool,
}

impl Settings {
    /// Whether the pages are other people's.
    pub(crate) fn is_untrusted(&self) -> bool {
        #[cfg(feature = "untrusted")]
        let untrusted = self.untrusted;
        #[cfg(not(feature = "untrusted"))]
        let untrusted = false;
        untrusted
    }

    /// A body as these settings let it stand.
    pub(crate) fn body<'a>(&self, body: &'a str) -> Cow<'a, str> {
        #[cfg(feature = "untrusted")]
        if self.untrusted {
            return Cow::Owned(crate::untrusted::cleaned(body));
        }
        Cow::Borrowed(body)
    }
}
