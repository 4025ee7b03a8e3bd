//! The plain value that a page is read with.

use crate::{JekyllSite, SiteError, SiteIncludes};
use handbill_page::Site;

impl JekyllSite {
    /// What surrounds the page at `path` (from the source folder) whose text is `text`.
    ///
    /// Data is read where the page may ask for it: it says `data` or includes something.
    ///
    /// # Errors
    /// A data file that cannot be read: Jekyll stops there.
    pub fn around<'a>(
        &'a self,
        path: &str,
        text: &str,
        includes: &'a SiteIncludes<'a>,
    ) -> Result<Site<'a>, &'a SiteError> {
        let asks = text.contains("data") || text.contains("include");
        let values = if asks { self.values()?.clone() } else { self.config.clone() };
        let front = handbill_frontmatter::parse(text, &handbill_frontmatter::split(text));
        let permalink = front.root.get("permalink").and_then(|value| value.written());
        let page_url = Some(self.url_of(path, permalink));
        Ok(Site { values, defaults: self.defaults_for(path), includes, known: true, page_url })
    }
}
