//! The sites around pages, each loaded once.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use handbill_model::Zone;
use handbill_page::{Page, Site};
use handbill_site::{JekyllSite, find_root};

use crate::input;

/// What [`read`] is told: [`handbill_page::read`] or its like.
pub(super) type Reader = fn(&str, &str, &Site<'_>) -> Page;

type Loaded = Result<Arc<JekyllSite>, String>;

/// The sites around pages, each loaded once.
pub(crate) struct Sites {
    named: Option<PathBuf>,
    loaded: Mutex<Cache>,
}

#[derive(Default)]
struct Cache {
    /// The root of the site around each folder of pages.
    roots: BTreeMap<PathBuf, Option<PathBuf>>,
    /// By their root, and by where their includes are sought besides.
    sites: BTreeMap<(PathBuf, Vec<PathBuf>), Loaded>,
}

impl Sites {
    /// No site is loaded yet. The one that was `named` is around every page; without it each page has its own.
    pub(crate) fn new(named: Option<&Path>) -> Self {
        Self { named: named.map(Path::to_owned), loaded: Mutex::default() }
    }

    /// The site around a page, where there is one; includes that it lacks are sought in `include_path`.
    ///
    /// # Errors
    /// A site that cannot be loaded, as a message.
    pub(crate) fn around(&self, page: &Path, include_path: &[PathBuf]) -> Result<Option<Arc<JekyllSite>>, String> {
        let mut cache = self.loaded.lock().unwrap_or_else(PoisonError::into_inner);
        let Cache { roots, sites } = &mut *cache;
        let folder = page.parent().unwrap_or(page);
        let found = || roots.entry(folder.to_owned()).or_insert_with(|| find_root(page)).clone();
        let Some(root) = self.named.clone().or_else(found) else { return Ok(None) };
        let load = || {
            let mut site = JekyllSite::load(&root).map_err(|error| error.to_string())?;
            site.include_path = include_path.to_owned();
            Ok(Arc::new(site))
        };
        sites.entry((root.clone(), include_path.to_owned())).or_insert_with(load).clone().map(Some)
    }
}

/// The path of a page from its site's root with `/`; as it was given where it lies in none, and `-` for standard input.
pub(crate) fn path(given: &Path, site: Option<&JekyllSite>) -> String {
    let site = site.filter(|_| !input::is_stdin(given));
    site.and_then(|site| site.path_of(given)).unwrap_or_else(|| input::name(given))
}

/// Reads the page with this path and text in its site.
///
/// # Errors
/// Data of the site that cannot be read, as a message.
pub(super) fn read(reader: Reader, path: &str, text: &str, site: Option<&JekyllSite>) -> Result<Page, String> {
    within(path, text, site, |around| reader(path, text, around))
}

/// Does something with what surrounds the page with this path and text.
///
/// # Errors
/// Data of the site that cannot be read, as a message.
pub(crate) fn within<T>(
    path: &str,
    text: &str,
    site: Option<&JekyllSite>,
    act: impl FnOnce(&Site<'_>) -> T,
) -> Result<T, String> {
    let Some(site) = site else { return Ok(act(&Site::default())) };
    let includes = site.includes_for(path);
    let around = site.around(path, text, &includes).map_err(ToString::to_string)?;
    Ok(act(&around))
}

/// Where a site is published, as its configuration says: `url` with `baseurl` behind it.
pub(crate) fn base_url(site: &JekyllSite) -> Option<String> {
    let value = |key: &str| site.config.get(key).and_then(handbill_liquid::Value::as_str).unwrap_or_default();
    let url = value("url").trim_end_matches('/');
    (!url.is_empty()).then(|| format!("{url}{}", value("baseurl").trim_end_matches('/')))
}

/// The zone of the site's times, as its configuration says: `timezone`.
pub(crate) fn time_zone(site: &JekyllSite) -> Option<Zone> {
    site.config.get("timezone").and_then(handbill_liquid::Value::as_str)?.parse().ok()
}
