//! URLs and addresses that kramdown leaves as text.

use handbill_text::Span;

use super::{LinkMark, Passage};
use crate::facts::mark_at;

/// Adds the URLs and addresses that kramdown leaves as text.
pub(super) fn bare_links(passage: &mut Passage) {
    // Every URL and address has one of these; most colons are no part of a URL.
    let mut signs = memchr::memchr2_iter(b':', b'@', passage.text.as_bytes()).peekable();
    if signs.peek().is_none() {
        return;
    }
    let mut found = Vec::new();
    let mut known = passage.links.iter().map(|link| link.span).peekable();
    // Where the links end that begin before the word at hand.
    let mut linked = 0;
    let mut from = 0;
    let text = passage.text.as_str();
    for sign in signs {
        if sign < from || text[sign..].starts_with(':') && !text[sign..].starts_with("://") {
            continue;
        }
        let at = text[from..sign].rfind([' ', '\n']).map_or(from, |blank| from + blank + 1);
        from = text[sign..].find([' ', '\n']).map_or(text.len(), |blank| sign + blank + 1);
        let word = &text[at..from];
        let Some((start, url)) = bare_url(word) else { continue };
        let span = Span::new(at + start..at + start + url.len());
        while let Some(link) = known.next_if(|link| link.start() < span.end()) {
            linked = linked.max(link.end());
        }
        if linked > span.start() {
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
    let scheme = || word.find("https://").or_else(|| word.find("http://"));
    if let Some(start) = mark_at(word, "://").and_then(|_| scheme()) {
        // In raw HTML it ends with its attribute.
        let url = word[start..].split(['"', '<', '>']).next().unwrap_or("");
        let url = url
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
