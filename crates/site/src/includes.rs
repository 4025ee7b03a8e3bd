//! What includes and links of a page bring.

use crate::JekyllSite;
use crate::files::{self, Found};
use handbill_liquid::{IncludeSource, Includes, NotIncluded};
use std::path::Path;

/// The includes of one page: `_includes` of its site, its own folder for `include_relative`, its site's pages for `link`.
///
/// Files are read when they are asked for, and never from outside their folder, not through a symbolic link either.
#[derive(Clone, Debug)]
pub struct SiteIncludes<'a> {
    site: &'a JekyllSite,
    /// The page's folder from the source, empty for the source itself.
    folder: String,
}

impl<'a> SiteIncludes<'a> {
    pub(crate) fn new(site: &'a JekyllSite, page: &str) -> Self {
        let folder = page.rsplit_once('/').map_or("", |(folder, _)| folder).to_owned();
        Self { site, folder }
    }

    fn bring(&self, folder: &Path, name: &str) -> Result<IncludeSource, NotIncluded> {
        let shown = |path: &Path| path.strip_prefix(&self.site.source).unwrap_or(path).display().to_string();
        let path = match files::within(folder, name) {
            Found::File(path) => path,
            Found::Refused => return Err(NotIncluded::Refused),
            Found::Missing => return Err(NotIncluded::Missing { path: shown(&folder.join(name)) }),
        };
        match files::read(&path) {
            Ok(text) => Ok(IncludeSource { path: shown(&folder.join(name)), text }),
            Err(error) => Err(NotIncluded::Unreadable { reason: error.to_string() }),
        }
    }
}

impl Includes for SiteIncludes<'_> {
    fn include(&self, name: &str) -> Result<IncludeSource, NotIncluded> {
        let found = self.bring(&self.site.folder("includes_dir", "_includes"), name);
        let Err(NotIncluded::Missing { .. }) = found else { return found };
        let elsewhere = self.site.include_path.iter().map(|folder| self.bring(folder, name));
        match elsewhere.into_iter().find(|found| !matches!(found, Err(NotIncluded::Missing { .. }))) {
            Some(found) => found,
            // The theme may have it, and nobody said where it lies.
            None if self.site.theme().is_some() && self.site.include_path.is_empty() => Err(NotIncluded::Unknown),
            None => found,
        }
    }

    fn include_relative(&self, name: &str) -> Result<IncludeSource, NotIncluded> {
        self.bring(&self.site.source.join(&self.folder), name)
    }

    fn link(&self, path: &str) -> Result<String, NotIncluded> {
        let path = path.trim_start_matches('/');
        // The URLs of posts and of collections hang on dates and settings that are not read here.
        if path.split('/').any(|part| part.starts_with('_')) {
            return Err(NotIncluded::Unknown);
        }
        let target = self.bring(&self.site.source, path)?;
        let split = handbill_frontmatter::split(&target.text);
        if split.format != Some(handbill_frontmatter::Format::Yaml) {
            return Ok(format!("/{path}"));
        }
        let front = handbill_frontmatter::parse(&target.text, &split);
        let permalink = front.root.get("permalink").and_then(|value| value.written());
        Ok(self.site.url_of(path, permalink))
    }
}
