//! What surrounds a page, as plain values.

use handbill_kramdown::Options;
use handbill_liquid::{Includes, NoIncludes, Object, Value};

/// The site around a page: what Liquid can ask for. A folder on the disk, an editor or a test fills it.
///
/// ```
/// use handbill_liquid::Object;
/// use handbill_page::Site;
///
/// let site = Site { values: Object::from_iter([("baseurl", "/conf")]), ..Site::default() };
/// let page = handbill_page::read("index.md", "[Home]({{ '/' | relative_url }})", &site);
/// assert_eq!(page.expansion.text, "[Home](/conf/)");
/// ```
pub struct Site<'a> {
    /// The Liquid variable `site`: the configuration, with `data`, `pages`, ... as far as they are known.
    pub values: Object,
    /// Front matter that pages have unless they say otherwise (`defaults:` of the configuration), for the page at hand.
    pub defaults: Object,
    /// Where includes come from.
    pub includes: &'a dyn Includes,
    /// Whether a site is there at all: only then is a missing include a mistake.
    pub known: bool,
    /// The URL of the page at hand from the site's root; else made of its path.
    pub page_url: Option<String>,
}

impl Default for Site<'_> {
    /// No site: no values, no includes.
    fn default() -> Self {
        Self {
            values: Object::default(),
            defaults: Object::default(),
            includes: &NoIncludes,
            known: false,
            page_url: None,
        }
    }
}

impl Site<'_> {
    /// How kramdown reads the pages: Jekyll's own setting, changed by `kramdown:` of the configuration. What kramdown
    /// does not know there is passed over, as Jekyll does.
    #[must_use]
    pub fn kramdown(&self) -> Options {
        let mut options = Options::default();
        let written = self.values.get("kramdown").and_then(Value::as_object);
        for (name, value) in written.into_iter().flat_map(Object::iter) {
            let text = match value.as_array() {
                Some(items) => items.iter().map(Value::to_string).collect::<Vec<_>>().join(","),
                None => value.to_string(),
            };
            options.set(name, &text);
        }
        options
    }
}
