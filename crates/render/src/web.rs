//! The web page: what stands on it, in the order and the words of its templates.
//!
//! Every text that comes from a document is one line of plain text here, and escaped by the template; every link is safe
//! to follow. Only the body is HTML, as Jekyll would publish it.

pub(crate) mod body;
pub(crate) mod calls;
pub(crate) mod grid;
pub(crate) mod people;
pub(crate) mod programme;
pub(crate) mod sheet;
pub(crate) mod times;

/// Words with a link, where there is one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Link {
    pub(crate) text: String,
    pub(crate) url: Option<String>,
}
