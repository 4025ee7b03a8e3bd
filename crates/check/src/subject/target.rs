//! Where links lead to and images come from.

use handbill_kramdown::{Kind, Node};
use handbill_page::Page;
use handbill_text::{Mapped, Span};

/// A URL of the page.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Target<'a> {
    /// The URL as it leaves the page.
    pub(crate) url: &'a str,
    /// Its place in the file; for an HTML element without a place of its own the start tag.
    pub(crate) place: Mapped,
    pub(crate) kind: TargetKind,
}

/// What leads to a URL.
#[derive(Clone, Copy, Debug)]
pub(crate) enum TargetKind {
    /// A link with its own URL, or an HTML one.
    Link,
    /// A URL between pointed brackets.
    Autolink,
    /// An image, or what an HTML element shows or loads.
    Embedded,
    /// A link reference definition.
    Definition,
    /// A URL that stands in the text and leads nowhere.
    Bare,
}

pub(super) fn targets<'a>(page: &'a Page, nodes: &[(Node<'a>, Kind<'a>)]) -> Vec<Target<'a>> {
    let map = &page.expansion.map;
    let of_node = |(node, kind): &(Node<'a>, Kind<'a>)| {
        let (url, span, kind) = target(*node, kind, &page.expansion.text)?;
        Some(Target { url, place: map.origin(span), kind })
    };
    let mut targets: Vec<Target<'a>> = nodes.iter().filter_map(of_node).collect();
    targets.extend(page.tree.definitions().iter().map(|definition| Target {
        url: &definition.url,
        place: map.origin(definition.url_span),
        kind: TargetKind::Definition,
    }));
    targets.extend(page.outline.passages().flat_map(|(_, passage)| &passage.links).filter(|link| link.bare).map(
        |link| {
            let written = link.source.of(&page.source) == link.url.strip_prefix("mailto:").unwrap_or(&link.url);
            Target { url: &link.url, place: Mapped { span: link.source, written }, kind: TargetKind::Bare }
        },
    ));
    targets.sort_by_key(|target| target.place.span);
    targets
}

fn target<'a>(node: Node<'a>, kind: &Kind<'a>, text: &str) -> Option<(&'a str, Span, TargetKind)> {
    match *kind {
        Kind::Link(target) if target.definition.is_none() => Some((target.url, target.url_span, TargetKind::Link)),
        Kind::Image { target, .. } if target.definition.is_none() => {
            Some((target.url, target.url_span, TargetKind::Embedded))
        }
        Kind::Autolink { url } => {
            let inside = Span::new(node.span().start() + 1..node.span().end().saturating_sub(1));
            Some((url, inside, TargetKind::Autolink))
        }
        Kind::Html(html) => {
            let (attribute, kind) = match html.name {
                "a" => ("href", TargetKind::Link),
                "img" | "iframe" | "script" | "embed" | "source" | "video" | "audio" => ("src", TargetKind::Embedded),
                _ => return None,
            };
            let url = node.attribute(attribute)?;
            let tag = html.start_tag;
            let span =
                tag.of(text).find(url).map_or(tag, |at| Span::new(tag.start() + at..tag.start() + at + url.len()));
            Some((url, span, kind))
        }
        _ => None,
    }
}

/// The host of a URL and its place inside it, in the case in which it is written.
pub(crate) fn host(url: &str) -> Option<(Span, &str)> {
    // Nearly always behind the first few letters, so nothing is prepared for the search.
    let slashes = url.as_bytes().windows(2).position(|pair| pair == b"//")?;
    let start = Some(slashes).filter(|at| *at == 0 || url[..*at].ends_with(':'))? + 2;
    let rest = &url[start..];
    let authority = &rest[..rest.find(['/', '?', '#', '\\']).unwrap_or(rest.len())];
    let at = authority.rfind('@').map_or(0, |at| at + 1);
    let host = &authority[at..];
    let host = &host[..host.find(':').unwrap_or(host.len())];
    (!host.is_empty()).then(|| (Span::new(start + at..start + at + host.len()), host))
}

#[cfg(test)]
mod tests {
    use super::host;

    #[test]
    fn a_host_stands_between_the_slashes() {
        let found = |url| host(url).map(|(span, host)| (span.start(), host));
        assert_eq!(found("https://me@example.org:80/a"), Some((11, "example.org")));
        assert_eq!(found("//example.org?x"), Some((2, "example.org")));
        assert_eq!(found("/event/"), None);
        assert_eq!(found("mailto:a@example.org"), None);
        assert_eq!(found("/a//b"), None);
    }
}
