//! What HTML and kramdown's attribute lists look like, wherever they stand.

pub(crate) mod elements;
pub(crate) mod entities;
pub(crate) mod list;
pub(crate) mod tag;
pub(crate) mod unescape;
pub(crate) mod word;
