//! The pages that everything here is measured over.

use std::path::{Path, PathBuf};

/// Every Markdown file under `folder`, in the order of paths: its path and text, what is no UTF-8 as U+FFFD.
pub fn pages(folder: &Path) -> Vec<(String, String)> {
    let mut found = Vec::new();
    collect(folder, &mut found);
    assert!(!found.is_empty(), "no pages in {}", folder.display());
    found
}

fn collect(folder: &Path, found: &mut Vec<(String, String)>) {
    let entries = std::fs::read_dir(folder).expect("the folder is there");
    let mut entries: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            collect(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "md") {
            let bytes = std::fs::read(&path).expect("the page can be read");
            found.push((path.display().to_string(), String::from_utf8_lossy(&bytes).into_owned()));
        }
    }
}

/// comrak with what event pages use, the yardstick.
pub fn comrak() -> comrak::Options<'static> {
    let mut options = comrak::Options::default();
    options.extension.table = true;
    options.extension.strikethrough = true;
    options.extension.footnotes = true;
    options.extension.front_matter_delimiter = Some("---".to_owned());
    options.parse.smart = true;
    options.render.r#unsafe = true;
    options
}
