//! Images that say nothing to who cannot see them.

use handbill_kramdown::{Kind, Node};
use handbill_model::Diagnostic;

use crate::rule::rule;
use crate::subject::Subject;

rule! {
    /// An image has no text that stands for it.
    ///
    /// Screen readers read its file name instead (WCAG 2.2, 1.1.1).
    ///
    /// ```page bad
    /// <img src="/images/lund.jpg">
    /// ```
    /// ```page good
    /// <img src="/images/lund.jpg" alt="The cathedral of Lund at dusk">
    /// ```
    ///
    /// An empty text says that an image is decoration, and is left alone, unless a link consists of the image alone.
    /// There is no fix: what is to be seen stands nowhere on the page, and an empty text would hide the image for good.
    "image-without-alt": Warning, Words, Page
}

fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    for (node, kind) in subject.nodes().iter().copied() {
        let (span, message) = match kind {
            Kind::Html(html) if html.name == "img" && is_hidden(node) => continue,
            Kind::Html(html) if html.name == "img" && node.attribute("alt").is_none() => {
                (html.start_tag, "this image has no text that stands for it")
            }
            Kind::Html(html)
                if html.name == "img" && node.attribute("alt").is_some_and(is_empty) && is_whole_link(node) =>
            {
                (html.start_tag, "this image is a link, and no text says where it leads")
            }
            Kind::Image { alt, .. } if is_empty(alt) && is_whole_link(node) => {
                (node.span(), "this image is a link, and no text says where it leads")
            }
            _ => continue,
        };
        let place = subject.page.expansion.map.origin(span).span;
        if !subject.is_brought(place) {
            found.push(
                RULE.finding(place, message).with_help("describe it in `alt`; `alt=\"\"` where it is decoration"),
            );
        }
    }
}

fn is_empty(alt: &str) -> bool {
    alt.trim().is_empty()
}

fn is_hidden(node: Node<'_>) -> bool {
    node.attribute("aria-hidden") == Some("true")
        || node.attribute("aria-label").is_some()
        || node.attribute("role") == Some("presentation")
}

/// Whether the image stands in a link that has no words.
fn is_whole_link(node: Node<'_>) -> bool {
    let link = node.ancestors().find(|around| match around.kind() {
        Kind::Link(_) => true,
        Kind::Html(html) => {
            html.name == "a"
                && around.attribute("href").is_some()
                && around.attribute("aria-label").is_none()
                && around.attribute("title").is_none()
        }
        _ => false,
    });
    link.is_some_and(|link| link.text().trim().is_empty())
}
