//! The file system, read only.

use crate::SiteError;
use std::path::{Path, PathBuf};

/// A file of data or an include is no larger than this many bytes: 64 MiB.
const LARGEST: u64 = 64 << 20;

/// The path without `.`, `..` and symbolic links; none for what is not there.
pub(crate) fn absolute(path: &Path) -> Option<PathBuf> {
    std::fs::canonicalize(path).ok()
}

/// A file's text, without a byte order mark.
pub(crate) fn read(path: &Path) -> Result<String, SiteError> {
    let failed = |source| SiteError::Unreadable { path: path.to_owned(), source };
    if std::fs::metadata(path).map_err(failed)?.len() > LARGEST {
        return Err(SiteError::Limit { path: path.to_owned(), reason: "it is larger than 64 MiB" });
    }
    #[expect(clippy::disallowed_methods, reason = "this crate is where files are read")]
    let bytes = std::fs::read(path).map_err(failed)?;
    let text = String::from_utf8(bytes).map_err(|_| SiteError::NotUtf8 { path: path.to_owned() })?;
    Ok(text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text))
}

/// The paths in a folder, sorted by name, so that no result hangs on the disk's order; none if it is no folder.
pub(crate) fn entries(folder: &Path) -> Result<Vec<PathBuf>, SiteError> {
    if !folder.is_dir() {
        return Ok(Vec::new());
    }
    let failed = |source| SiteError::Unreadable { path: folder.to_owned(), source };
    #[expect(clippy::disallowed_methods, reason = "this crate is where files are read")]
    let entries = std::fs::read_dir(folder).map_err(failed)?;
    let mut paths =
        entries.map(|entry| entry.map(|entry| entry.path())).collect::<Result<Vec<_>, _>>().map_err(failed)?;
    paths.sort();
    Ok(paths)
}

/// `name` within `folder`, if it is a file there: not above it, and not behind a symbolic link that leads out of it.
pub(crate) fn within(folder: &Path, name: &str) -> Found {
    let name = name.trim_start_matches('/');
    if name.is_empty()
        || name.split(['/', '\\']).any(|part| matches!(part, "" | "." | ".."))
        || Path::new(name).is_absolute()
    {
        return Found::Refused;
    }
    let Some(path) = absolute(&folder.join(name)).filter(|path| path.is_file()) else { return Found::Missing };
    match absolute(folder) {
        Some(folder) if path.starts_with(&folder) => Found::File(path),
        _ => Found::Refused,
    }
}

/// What [`within`] finds.
pub(crate) enum Found {
    File(PathBuf),
    Missing,
    Refused,
}
