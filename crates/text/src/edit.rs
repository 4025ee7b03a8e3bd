//! Changes to a text.

use crate::Span;

/// Replaces the bytes at `span` by `text`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Edit {
    /// What is replaced; empty to insert.
    pub span: Span,
    /// What stands there afterwards; empty to delete.
    pub text: String,
}

/// Why edits cannot be applied.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum EditError {
    /// Two edits change the same bytes.
    #[error("two edits change the same bytes: {first} and {second}")]
    Overlap {
        /// The earlier place.
        first: Span,
        /// The later place.
        second: Span,
    },
    /// An edit lies outside the text or cuts a character.
    #[error("{span} is no place in a text of {len} bytes")]
    OutOfRange {
        /// The place.
        span: Span,
        /// The length of the text, in bytes.
        len: usize,
    },
}

/// Applies `edits` in the order of their places; every other byte stays.
///
/// # Errors
/// Edits that overlap, or whose place is not on character boundaries of `text`; then nothing is applied.
///
/// ```
/// use handbill_text::{apply, Edit, Span};
///
/// let edit = Edit { span: Span::new(0..3), text: "3rd".to_owned() };
/// assert_eq!(apply("3th of June", &[edit]).as_deref(), Ok("3rd of June"));
/// ```
pub fn apply(text: &str, edits: &[Edit]) -> Result<String, EditError> {
    let mut sorted: Vec<&Edit> = edits.iter().collect();
    sorted.sort_by_key(|edit| edit.span);
    let mut out = String::with_capacity(text.len());
    let mut last = Span::at(0);
    for edit in sorted {
        if edit.span.start() < last.end() {
            return Err(EditError::Overlap { first: last, second: edit.span });
        }
        let out_of_range = || EditError::OutOfRange { span: edit.span, len: text.len() };
        out.push_str(text.get(last.end()..edit.span.start()).ok_or_else(out_of_range)?);
        text.get(edit.span.range()).ok_or_else(out_of_range)?;
        out.push_str(&edit.text);
        last = edit.span;
    }
    out.push_str(&text[last.end()..]);
    Ok(out)
}
