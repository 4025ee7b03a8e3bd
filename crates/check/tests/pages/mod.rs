//! Every page at hand: the fixtures, and the reference pages that lie beside the project.

use std::fs;
use std::path::Path;

use handbill_check::{Selector, Settings};
use handbill_model::Date;
use handbill_page::{Page, Site};

/// The path and text of every page; those beside the project only where they are there, said in one line.
pub(crate) fn all() -> Vec<(String, String)> {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found = Vec::new();
    for (folder, ours) in [("../../fixtures", true), ("../../../shared/corpus/pages", false)] {
        let before = found.len();
        search(&here.join(folder), &mut found);
        if found.len() == before {
            let required = ours || std::env::var_os("HANDBILL_REFERENCE").is_some_and(|value| value == "required");
            assert!(!required, "{folder} has no page");
            eprintln!("left out: {folder} is not there");
        }
    }
    found
}

fn search(folder: &Path, found: &mut Vec<(String, String)>) {
    let mut left = vec![folder.to_owned()];
    while let Some(next) = left.pop() {
        let Ok(entries) = fs::read_dir(next) else { continue };
        for path in entries.map(|entry| entry.expect("the folder can be read").path()) {
            if path.is_dir() {
                left.push(path);
            } else if path.extension().is_some_and(|extension| extension == "md" || extension == "html") {
                found.extend(page(folder, &path));
            }
        }
    }
    found.sort();
}

/// A page with its path from the folder, if it is UTF-8: a page that is not is never fixed.
fn page(folder: &Path, path: &Path) -> Option<(String, String)> {
    let text = String::from_utf8(fs::read(path).expect("it is listed")).ok()?;
    let name = path.strip_prefix(folder).expect("it lies there").display().to_string();
    Some((name, text))
}

pub(crate) fn read(path: &str, text: &str) -> Page {
    handbill_page::read(path, text, &Site::default())
}

/// Every rule, those too that only give hints and those that look back from a day.
pub(crate) fn every_rule() -> Settings {
    let mut settings = Settings::default();
    settings.select = vec![Selector::All];
    settings.today = Some(Date::constant(2040, 1, 1));
    settings
}
