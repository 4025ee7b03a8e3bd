//! The pages below the paths that were named.

use std::path::{Path, PathBuf};
use std::{fs, io};

/// Every file that was named, and every page in every folder that was; in the order of the names, each once.
///
/// A folder's hidden folders are passed over, and `_site`, which Jekyll makes of the others; links to folders are not
/// followed, since they may lead in a circle. What cannot be listed is an error beside the others.
pub(super) fn pages(paths: &[PathBuf]) -> Vec<Result<PathBuf, String>> {
    let mut found = Vec::new();
    for path in paths {
        if path.is_dir() {
            let start = found.len();
            search(path, &mut found);
            found[start..].sort();
        } else {
            found.push(Ok(path.clone()));
        }
    }
    let mut seen = std::collections::BTreeSet::new();
    found.retain(|path| seen.insert(path.clone()));
    found
}

fn search(folder: &Path, found: &mut Vec<Result<PathBuf, String>>) {
    let mut left = vec![folder.to_owned()];
    while let Some(next) = left.pop() {
        match entries(&next) {
            Ok(entries) => {
                for (path, is_folder) in entries {
                    if is_folder && !is_passed_over(&path) {
                        left.push(path);
                    } else if !is_folder && is_page(&path) {
                        // `.` is how a folder is named that needs no naming.
                        found.push(Ok(path.strip_prefix(".").map(Path::to_owned).unwrap_or(path)));
                    }
                }
            }
            Err(error) => found.push(Err(format!("{}: {error}", next.display()))),
        }
    }
}

fn entries(folder: &Path) -> io::Result<Vec<(PathBuf, bool)>> {
    fs::read_dir(folder)?.map(|entry| entry.and_then(|entry| Ok((entry.path(), entry.file_type()?.is_dir())))).collect()
}

fn is_passed_over(folder: &Path) -> bool {
    folder
        .file_name()
        .is_some_and(|name| name.as_encoded_bytes().starts_with(b".") || name == "_site" || name == "node_modules")
}

fn is_page(file: &Path) -> bool {
    let extension = file.extension().and_then(|extension| extension.to_str());
    matches!(extension, Some("md" | "markdown" | "html"))
        && !file.file_name().is_some_and(|name| name.as_encoded_bytes().starts_with(b"."))
}
