//! Entities of raw HTML as the characters that they mean.

use std::borrow::Cow;

use crate::inline::entity_at;

/// The text with its entities as characters: what a browser shows of text inside raw HTML, which kramdown passes on.
///
/// ```
/// assert_eq!(handbill_kramdown::unescape("Q&amp;A&nbsp;at 9"), "Q&A\u{a0}at 9");
/// assert_eq!(handbill_kramdown::unescape("R&D; AT&T"), "R&D; AT&T");
/// ```
#[must_use]
pub fn unescape(text: &str) -> Cow<'_, str> {
    let Some(first) = memchr::memchr(b'&', text.as_bytes()) else { return Cow::Borrowed(text) };
    let mut plain = String::with_capacity(text.len());
    plain.push_str(&text[..first]);
    let mut at = first;
    while let Some(c) = text[at..].chars().next() {
        match entity_at(text, at) {
            Some((Some(character), end)) if c == '&' => {
                plain.push(character);
                at = end;
            }
            Some(_) | None => {
                let next = text[at + c.len_utf8()..].find('&').map_or(text.len(), |next| at + c.len_utf8() + next);
                plain.push_str(&text[at..next]);
                at = next;
            }
        }
    }
    Cow::Owned(plain)
}
