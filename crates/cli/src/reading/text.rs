//! Bytes to text.

use handbill_model::{Diagnostic, Severity};
use handbill_text::Span;

/// Reads bytes as UTF-8, which Jekyll demands. What is none is replaced, so that the rest of the page can be read:
/// the finding says where the first of it stood, as an offset into the text.
pub(crate) fn decode(bytes: Vec<u8>) -> (String, Option<Diagnostic>) {
    let bytes = match String::from_utf8(bytes) {
        Ok(text) => return (text, None),
        Err(error) => error,
    };
    // All before the first wrong byte is kept as it is, so its offset is the same in both.
    let at = bytes.utf8_error().valid_up_to();
    let byte = bytes.as_bytes()[at];
    let text = String::from_utf8_lossy(bytes.as_bytes()).into_owned();
    let span = Span::new(at..at + char::REPLACEMENT_CHARACTER.len_utf8());
    let message = format!("this is no UTF-8: the byte {byte:#04x} at offset {at}");
    let problem = Diagnostic::new("not-utf-8", Severity::Error, span, message)
        .with_help("save the page as UTF-8; Jekyll stops at this byte");
    (text, Some(problem))
}
