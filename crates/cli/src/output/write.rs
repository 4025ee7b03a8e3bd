//! Whole files or none.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// Writes `text` to `path`, making the folders above it.
///
/// The text goes to a new file beside it, which then takes the name: a reader sees the old file or the whole new one,
/// and where the disk is full the old one stays. The permissions of a file that was there stay, too.
///
/// # Errors
/// What the machine says, with the path.
pub(crate) fn write(path: &Path, text: &str) -> Result<(), String> {
    let named = |error: io::Error| format!("{}: {error}", path.display());
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(named)?;
    }
    let beside = beside(path);
    let written =
        fill(&beside, text).and_then(|()| keep_permissions(path, &beside)).and_then(|()| fs::rename(&beside, path));
    if written.is_err() {
        // The file beside may not exist: then there is nothing to take away.
        let _ = fs::remove_file(&beside);
    }
    written.map_err(named)
}

/// `.name.PID.part`: hidden, in the same folder because names can be taken over only inside one file system, and of
/// this process alone.
fn beside(path: &Path) -> PathBuf {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    path.with_file_name(format!(".{name}.{}.part", std::process::id()))
}

fn fill(path: &Path, text: &str) -> io::Result<()> {
    File::create_new(path)?.write_all(text.as_bytes())
}

fn keep_permissions(old: &Path, new: &Path) -> io::Result<()> {
    match fs::metadata(old) {
        Ok(metadata) => fs::set_permissions(new, metadata.permissions()),
        Err(_) => Ok(()),
    }
}
