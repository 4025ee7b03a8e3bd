//! The Jekyll site around a page: configuration, data, defaults, includes and URLs, read from a folder.
//!
//! With `cli` this is the only crate that touches files, and it only reads. What it reads is as Jekyll 4.3 has it; where
//! Jekyll would stop, the error says so and carries the path.
//!
//! ```no_run
//! use handbill_site::JekyllSite;
//! use std::path::Path;
//!
//! let file = Path::new("conference/event/2020/index.md");
//! let root = handbill_site::find_root(file).expect("a folder above has a _config.yml");
//! let site = JekyllSite::load(&root)?;
//! let path = site.path_of(file).expect("it lies in the site");
//! let (text, includes) = ("---\n---\n{% include map.html %}", site.includes_for(&path));
//! let around = site.around(&path, text, &includes).expect("the site's data can be read");
//! let page = handbill_page::read(&path, text, &around);
//! # Ok::<(), handbill_site::SiteError>(())
//! ```

mod around;
mod data;
mod defaults;
mod error;
mod files;
mod includes;
mod permalink;
mod value;

pub use error::SiteError;
pub use includes::SiteIncludes;
pub use permalink::page_url;

use handbill_liquid::{Object, Value};
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

/// The names under which Jekyll looks for a configuration, in its order.
const CONFIG: [&str; 2] = ["_config.yml", "_config.yaml"];

/// A Jekyll site on the disk.
#[derive(Debug)]
#[non_exhaustive]
pub struct JekyllSite {
    /// The folder of the configuration.
    pub root: PathBuf,
    /// The folder of the pages: the root, or what `source:` says, below it.
    pub source: PathBuf,
    /// The configuration as written; Jekyll's own defaults are not in it.
    pub config: Object,
    /// Folders where includes are sought that the site lacks: those of its theme, which Jekyll has elsewhere. None at
    /// first.
    pub include_path: Vec<PathBuf>,
    values: OnceLock<Result<Object, SiteError>>,
}

/// The nearest folder above `page` (or `page` itself, if it is one) that has a `_config.yml`; none without.
#[must_use]
pub fn find_root(page: &Path) -> Option<PathBuf> {
    let page = files::absolute(page)?;
    page.ancestors().find(|folder| CONFIG.iter().any(|name| folder.join(name).is_file())).map(Path::to_owned)
}

impl JekyllSite {
    /// Reads the configuration of the site at `root`; data and includes are read when they are asked for.
    ///
    /// # Errors
    /// A configuration that cannot be read or is no mapping, a `source:` that leaves the root.
    pub fn load(root: &Path) -> Result<Self, SiteError> {
        let root = files::absolute(root).ok_or_else(|| SiteError::NoConfig { root: root.to_owned() })?;
        let path = CONFIG.iter().map(|name| root.join(name)).find(|path| path.is_file());
        let path = path.ok_or_else(|| SiteError::NoConfig { root: root.clone() })?;
        let config = match value::read_yaml(&path)? {
            Value::Object(config) => config,
            Value::Nil => Object::default(),
            _ => return Err(SiteError::NotAMapping { path }),
        };
        let source = match config.get("source").and_then(Value::as_str) {
            None => root.clone(),
            Some(folder) => {
                let source = files::absolute(&root.join(folder)).filter(|source| source.starts_with(&root));
                source.ok_or_else(|| SiteError::Source { path: path.clone(), source_folder: folder.to_owned() })?
            }
        };
        Ok(Self { root, source, config, include_path: Vec::new(), values: OnceLock::new() })
    }

    /// The Liquid variable `site`: the configuration, and the data under `data`. The data is read once, at the first call.
    ///
    /// # Errors
    /// A data file that cannot be read: Jekyll stops there.
    pub fn values(&self) -> Result<&Object, &SiteError> {
        self.values
            .get_or_init(|| {
                let mut values = self.config.clone();
                values.insert("data", data::read_folder(&self.source, &self.folder("data_dir", "_data"))?);
                Ok(values)
            })
            .as_ref()
    }

    /// The front matter that the page at `path` has unless it says otherwise: `defaults:` of the configuration.
    ///
    /// `path` is that of a page from the source folder, with `/` between its parts.
    #[must_use]
    pub fn defaults_for(&self, path: &str) -> Object {
        defaults::defaults_for(&self.config, path)
    }

    /// The path of a file from the source folder, with `/` between its parts; none for one outside the site.
    #[must_use]
    pub fn path_of(&self, page: &Path) -> Option<String> {
        let page = files::absolute(page)?;
        let inside = page.strip_prefix(&self.source).ok()?;
        let parts: Vec<&str> = inside.iter().map(|part| part.to_str()).collect::<Option<_>>()?;
        Some(parts.join("/"))
    }

    /// The URL, from the site's root, of the page at `path` (from the source folder) whose front matter says `permalink`.
    ///
    /// A permalink among the site's defaults counts where the front matter has none.
    #[must_use]
    pub fn url_of(&self, path: &str, permalink: Option<&str>) -> String {
        let defaults = self.defaults_for(path);
        let permalink = permalink.or_else(|| defaults.get("permalink").and_then(Value::as_str));
        page_url(path, permalink, self.config.get("permalink").and_then(Value::as_str))
    }

    /// What the includes of the page at `path` (from the source folder) bring.
    #[must_use]
    pub fn includes_for(&self, path: &str) -> SiteIncludes<'_> {
        SiteIncludes::new(self, path)
    }

    /// The theme that the configuration names (`theme:` or `remote_theme:`). Its includes are not on the disk here, so an
    /// include that the site lacks may be the theme's, and is not a mistake.
    #[must_use]
    pub fn theme(&self) -> Option<&str> {
        ["theme", "remote_theme"].iter().find_map(|key| self.config.get(key).and_then(Value::as_str))
    }

    /// A folder that the configuration may name, from the source.
    fn folder(&self, key: &str, usual: &'static str) -> PathBuf {
        let named = self.config.get(key).and_then(Value::as_str).unwrap_or(usual);
        self.source.join(named.trim_start_matches('/'))
    }
}
