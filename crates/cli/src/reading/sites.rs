//! The sites around pages, each loaded once.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::rc::Rc;

use handbill_page::{Page, Site};
use handbill_site::{JekyllSite, find_root};

use crate::input;

/// What [`read`] is told: [`handbill_page::read`] or its like.
pub(super) type Reader = fn(&str, &str, &Site<'_>) -> Page;

/// The sites around pages, each loaded once.
pub(crate) struct Sites {
    named: Option<PathBuf>,
    loaded: BTreeMap<PathBuf, Result<Rc<JekyllSite>, String>>,
}

impl Sites {
    /// No site is loaded yet. The one that was `named` is around every page; without it each page has its own.
    pub(crate) fn new(named: Option<&Path>) -> Self {
        Self { named: named.map(Path::to_owned), loaded: BTreeMap::new() }
    }

    /// The site around a page, where there is one.
    ///
    /// # Errors
    /// A site that cannot be loaded, as a message.
    pub(super) fn around(&mut self, page: &Path) -> Result<Option<Rc<JekyllSite>>, String> {
        let Some(root) = self.named.clone().or_else(|| find_root(page)) else { return Ok(None) };
        let load = || JekyllSite::load(&root).map(Rc::new).map_err(|error| error.to_string());
        self.loaded.entry(root.clone()).or_insert_with(load).clone().map(Some)
    }
}

/// The path of a page from its site's root with `/`; as it was given where it lies in none, and `-` for standard input.
pub(super) fn path(given: &Path, site: Option<&JekyllSite>) -> String {
    let site = site.filter(|_| !input::is_stdin(given));
    site.and_then(|site| site.path_of(given)).unwrap_or_else(|| input::name(given))
}

/// Reads the page with this path and text in its site.
///
/// # Errors
/// Data of the site that cannot be read, as a message.
pub(super) fn read(reader: Reader, path: &str, text: &str, site: Option<&JekyllSite>) -> Result<Page, String> {
    let Some(site) = site else { return Ok(reader(path, text, &Site::default())) };
    let includes = site.includes_for(path);
    let around = site.around(path, text, &includes).map_err(ToString::to_string)?;
    Ok(reader(path, text, &around))
}

/// Where a site is published, as its configuration says: `url` with `baseurl` behind it.
pub(super) fn base_url(site: &JekyllSite) -> Option<String> {
    let value = |key: &str| site.config.get(key).and_then(handbill_liquid::Value::as_str).unwrap_or_default();
    let url = value("url").trim_end_matches('/');
    (!url.is_empty()).then(|| format!("{url}{}", value("baseurl").trim_end_matches('/')))
}
