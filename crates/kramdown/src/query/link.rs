//! Links of all kinds.

use crate::{Definition, Document, Kind, Node};

/// A link or an image: written in kramdown, an autolink, or an HTML element.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Link<'a> {
    /// The node; its text is the link's, its span the whole.
    pub node: Node<'a>,
    /// Where it leads to.
    pub url: &'a str,
    /// The definition that the URL was taken from.
    pub definition: Option<&'a Definition>,
    /// Whether it is an image.
    pub image: bool,
}

impl Document {
    /// The links and images in the order of the text, those in raw HTML too.
    ///
    /// ```
    /// use handbill_kramdown::{Document, Options};
    ///
    /// let text = "See [the form][cfp], <https://example.org> or <a href=\"/map\">the map</a>.\n\n[cfp]: /cfp\n";
    /// let document = Document::parse(text, &Options::default());
    /// let links: Vec<_> = document.links().map(|link| (link.node.text(), link.url)).collect();
    /// assert_eq!(links[0], ("the form".to_owned(), "/cfp"));
    /// assert_eq!(links[2].1, "/map");
    /// let definition = document.links().next().and_then(|link| link.definition).expect("the first has one");
    /// assert_eq!(definition.url_span.of(text), "/cfp");
    /// ```
    pub fn links(&self) -> impl Iterator<Item = Link<'_>> {
        self.root().descendants().filter_map(|node| {
            let plain = |url, image| Link { node, url, definition: None, image };
            match node.kind() {
                Kind::Link(target) => {
                    let definition = target.definition.and_then(|id| self.definitions().get(id.0));
                    Some(Link { node, url: target.url, definition, image: false })
                }
                Kind::Image { target, .. } => {
                    let definition = target.definition.and_then(|id| self.definitions().get(id.0));
                    Some(Link { node, url: target.url, definition, image: true })
                }
                Kind::Autolink { url } => Some(plain(url, false)),
                Kind::Html(html) if html.name == "a" => node.attribute("href").map(|url| plain(url, false)),
                Kind::Html(html) if html.name == "img" => node.attribute("src").map(|url| plain(url, true)),
                _ => None,
            }
        })
    }
}
