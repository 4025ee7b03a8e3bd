//! URLs and addresses that kramdown leaves as text.

use handbill_text::Span;

use super::{LinkMark, Passage};

/// Adds the URLs and addresses that kramdown leaves as text.
pub(super) fn bare_links(passage: &mut Passage) {
    let mut found = Vec::new();
    let mut from = 0;
    for word in passage.text.split_inclusive([' ', '\n']) {
        let at = from;
        from += word.len();
        let Some((start, url)) = bare_url(word) else { continue };
        let span = Span::new(at + start..at + start + url.len());
        if passage.links.iter().any(|link| link.span.overlaps(span)) {
            continue;
        }
        let url = if url.contains("://") { url.to_owned() } else { format!("mailto:{url}") };
        found.push(LinkMark { span, url, source: passage.place(span).span, bare: true });
    }
    if !found.is_empty() {
        passage.links.append(&mut found);
        passage.links.sort_by_key(|link| link.span);
    }
}

/// A URL or an e-mail address in a word, without the marks around it.
fn bare_url(word: &str) -> Option<(usize, &str)> {
    if let Some(start) = word.find("https://").or_else(|| word.find("http://")) {
        let url = word[start..]
            .trim_end_matches([' ', '\n', '.', ',', ';', ':', '!', '?', ')', ']', '>', '"', '\'', '”', '’', '*', '_']);
        return (url.len() > "https://".len()).then_some((start, url));
    }
    let start = word.find(|c: char| c.is_ascii_alphanumeric())?;
    let kept = word[start..].trim_end_matches(|c: char| !c.is_ascii_alphanumeric());
    let (name, host) = kept.split_once('@')?;
    let plain =
        |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_alphanumeric() || b".-_+".contains(&b));
    (plain(name) && plain(host) && host.contains('.')).then_some((start, kept))
}
