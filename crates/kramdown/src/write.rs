//! The HTML writer.

use crate::Document;

pub(crate) fn html(document: &Document) -> String {
    let _ = &document.options;
    String::new()
}
