//! Event JSON as an input.

use std::path::Path;

use handbill_model::{Document, SCHEMA_VERSION};

use super::ReadingError;
use crate::input;

/// Every document of a file of Event JSON: one, or one a line.
pub(super) fn read(path: &Path) -> Result<Vec<Document>, ReadingError> {
    let named = |what: &str| ReadingError::Content(format!("{}: {what}", input::name(path)));
    let bytes = input::read(path)?;
    let read: Result<Vec<Document>, _> = serde_json::Deserializer::from_slice(&bytes).into_iter().collect();
    let documents = read.map_err(|error| named(&format!("this is no Event JSON: {error}")))?;
    if documents.is_empty() {
        return Err(named("this is no Event JSON: it is empty"));
    }
    match documents.iter().map(|document| document.schema_version).find(|version| *version > SCHEMA_VERSION) {
        Some(newer) => Err(named(&format!(
            "schema_version {newer} is newer than this handbill, which knows {SCHEMA_VERSION}: update handbill"
        ))),
        None => Ok(documents),
    }
}
