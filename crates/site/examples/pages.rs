//! Expands the pages of a Jekyll site, for `conformance/liquid/sites.py`: the site's folder, then paths from its source.
//! One JSON text a line on standard output: the page's body after Liquid.

use handbill_site::{JekyllSite, SiteError};
use std::path::PathBuf;

fn main() -> Result<(), SiteError> {
    let mut arguments = std::env::args().skip(1);
    let site = JekyllSite::load(&PathBuf::from(arguments.next().unwrap_or_default()))?;
    for path in arguments {
        #[expect(clippy::disallowed_methods, reason = "an example reads the pages that it is given")]
        let text = std::fs::read_to_string(site.source.join(&path)).unwrap_or_default();
        let includes = site.includes_for(&path);
        match site.around(&path, &text, &includes) {
            Ok(around) => println!("{:?}", handbill_page::read(&path, &text, &around).expansion.text),
            Err(error) => println!("{error}"),
        }
    }
    Ok(())
}
