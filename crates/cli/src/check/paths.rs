//! The pages below the paths that were named.

use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use ignore::{DirEntry, WalkBuilder};

/// Every file that was named, and every page in every folder that was; in the order of the names, each once.
///
/// A folder's hidden files and folders are passed over, what git ignores, and `_site`, which Jekyll makes of the others;
/// links to folders are not followed, since they may lead in a circle. What cannot be listed is an error beside the others.
pub(super) fn pages(paths: &[PathBuf]) -> Vec<Result<PathBuf, String>> {
    let mut found = Vec::new();
    for path in paths {
        if path.is_dir() {
            let start = found.len();
            search(path, &mut found);
            // Each folder is in order by itself: what could not be listed goes behind the pages.
            found[start..].sort();
        } else {
            found.push(Ok(path.clone()));
        }
    }
    // A folder by itself has each of its pages once.
    if paths.len() > 1 {
        let mut seen = BTreeSet::new();
        found.retain(|path| seen.insert(path.clone()));
    }
    found
}

fn search(folder: &Path, found: &mut Vec<Result<PathBuf, String>>) {
    // What a person's own git ignores everywhere is no matter of the site: the same files on every machine.
    let mut walk = WalkBuilder::new(folder);
    let walk = walk.git_global(false).filter_entry(|entry| !is_made(entry)).sort_by_file_name(OsStr::cmp).build();
    for entry in walk {
        match entry {
            Ok(entry) if entry.file_type().is_some_and(|kind| kind.is_dir()) => {}
            Ok(entry) if !is_page(entry.path()) => {}
            Ok(entry) => {
                // `.` is how a folder is named that needs no naming.
                let path = entry.into_path();
                found.push(Ok(path.strip_prefix(".").map(Path::to_owned).unwrap_or(path)));
            }
            Err(error) => found.push(Err(error.to_string())),
        }
    }
}

/// Whether a folder holds what a program makes.
fn is_made(entry: &DirEntry) -> bool {
    entry.depth() > 0 && ["_site", "node_modules"].map(OsStr::new).contains(&entry.file_name())
}

fn is_page(file: &Path) -> bool {
    matches!(file.extension().and_then(OsStr::to_str), Some("md" | "markdown" | "html"))
}
