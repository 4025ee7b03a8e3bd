//! A link that shows one URL and leads to another.

use handbill_kramdown::Kind;
use handbill_model::Diagnostic;

use crate::rule::rule;
use crate::subject::{Subject, host};

rule! {
    /// A link shows a URL and leads to another one.
    ///
    /// One of the two was changed and the other forgotten. It is also how phishing looks.
    ///
    /// ```page bad
    /// Sign up at [https://example.org/2031](https://example.org/2030).
    /// ```
    /// ```page good
    /// Sign up at [https://example.org/2031](https://example.org/2031).
    /// ```
    ///
    /// The scheme, `www.` and a slash at the end make no difference, and a URL may be shown shortened.
    "link-text-url-differs": Warning, Links, Page
}

fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    for (node, kind) in subject.nodes().iter().copied() {
        let url = match kind {
            Kind::Link(target) => target.url,
            Kind::Html(html) if html.name == "a" => node.attribute("href").unwrap_or_default(),
            _ => continue,
        };
        if host(url).is_none() {
            continue;
        }
        let text = node.text();
        let text = text.trim();
        if !is_url(text) || same(text, url) {
            continue;
        }
        let place = subject.page.expansion.map.origin(node.span()).span;
        if !subject.is_brought(place) {
            let message = format!("the link shows `{text}` but leads to `{url}`");
            found.push(RULE.finding(place, message).with_help("let both be the same, or show words instead"));
        }
    }
}

/// Whether a text is a URL with its scheme, whole and not shortened.
fn is_url(text: &str) -> bool {
    (text.starts_with("https://") || text.starts_with("http://") || text.starts_with("www."))
        && !text.contains(|c: char| c.is_whitespace() || c == '…')
        && !text.contains("...")
}

fn same(text: &str, url: &str) -> bool {
    let (text, url) = (plain(text), plain(url));
    // A text without the last steps of the path shows the URL shortened.
    text == url || url.strip_prefix(&text).is_some_and(|rest| rest.starts_with(['/', '?', '#']))
}

fn plain(url: &str) -> String {
    let rest = url.split_once("//").map_or(url, |(_, rest)| rest);
    let rest = rest.strip_prefix("www.").unwrap_or(rest).trim_end_matches(['/', '.', ',', ';']);
    rest.replace("%20", " ").replace("&amp;", "&").to_lowercase()
}
