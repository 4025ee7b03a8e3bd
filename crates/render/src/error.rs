//! Why a format cannot be made of a page.

/// Why a format cannot be made of a page; the message names the page and the way out.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum RenderError {
    /// A format of one page was asked for another number of them.
    #[error("`{format}` holds one page a file, not {pages}: convert them one by one, or into a folder")]
    OnePage {
        /// The format's name.
        format: &'static str,
        /// How many pages were given.
        pages: usize,
    },
    /// The page's text is not at hand, only its document.
    #[error("{path}: `{format}` needs the page itself, and only its Event JSON is here")]
    NoText {
        /// The page.
        path: String,
        /// The format's name.
        format: &'static str,
    },
    /// The page tells of no event.
    #[error("{path}: the page tells of no event")]
    NoEvent {
        /// The page.
        path: String,
    },
    /// No day of the event is known.
    #[error("{path}: {}, so there is nothing to put into a calendar; write one as `June 1-4, 2020`", no_date(text))]
    NoDate {
        /// The page.
        path: String,
        /// The date in the page's words, perhaps empty.
        text: String,
    },
    /// Neither a session has a day and a time nor a part of the event a day.
    #[error("{path}: no session of the programme has a day and a time; `ics` gives the event as a whole")]
    NoTimedSession {
        /// The page.
        path: String,
    },
    /// There is no programme.
    #[error("{path}: the page has no programme with sessions")]
    NoSession {
        /// The page.
        path: String,
    },
    /// Neither a call nor a registration has a last day.
    #[error("{path}: no call and no registration has a day by which it closes")]
    NoDeadline {
        /// The page.
        path: String,
    },
}

fn no_date(text: &str) -> String {
    if text.is_empty() { "the page names no date".to_owned() } else { format!("`{text}` names no day") }
}

impl RenderError {
    /// The text of a page is not at hand.
    pub(crate) fn no_text(input: &crate::Input<'_>, format: &'static str) -> Self {
        Self::NoText { path: input.document.page.path.clone(), format }
    }

    /// None of the pages tells of an event.
    pub(crate) fn no_event(inputs: &[crate::Input<'_>]) -> Self {
        let path = inputs.first().map(|input| input.document.page.path.clone()).unwrap_or_default();
        Self::NoEvent { path }
    }
}
