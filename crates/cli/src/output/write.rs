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
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(|error| format!("{}: {error}", path.display()))?;
    }
    replace(path, text, || Ok(()))
}

/// Writes `text` over the file at `path`, whose text was `before`; in the same way, and through a link to the file that
/// it leads to.
///
/// # Errors
/// What the machine says, with the path; a file that somebody else changed meanwhile, or that nobody may change. Then it
/// is left alone.
pub(crate) fn rewrite(path: &Path, before: &str, text: &str) -> Result<(), String> {
    let named = |error: io::Error| format!("{}: {error}", path.display());
    let real = path.canonicalize().map_err(named)?;
    if fs::metadata(&real).map_err(named)?.permissions().readonly() {
        return Err(format!("{}: it may not be written to, and is left alone", path.display()));
    }
    replace(&real, text, || match fs::read(&real) {
        Ok(now) if now == before.as_bytes() => Ok(()),
        Ok(_) => Err(format!("{}: it was changed while it was read, and is left alone", path.display())),
        Err(error) => Err(named(error)),
    })
}

/// Puts a new file in the place of the one at `path`, if `may` does not object at the last moment.
fn replace(path: &Path, text: &str, may: impl FnOnce() -> Result<(), String>) -> Result<(), String> {
    let named = |error: io::Error| format!("{}: {error}", path.display());
    let beside = beside(path);
    let ready = fill(&beside, text).and_then(|()| keep_permissions(path, &beside)).map_err(named);
    let written = ready.and_then(|()| may()).and_then(|()| fs::rename(&beside, path).map_err(named));
    if written.is_err() {
        // The file beside may not exist: then there is nothing to take away.
        let _ = fs::remove_file(&beside);
    }
    written
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
    let Ok(metadata) = fs::metadata(old) else { return Ok(()) };
    keep_owner(&metadata, new);
    fs::set_permissions(new, metadata.permissions())
}

/// Whoever may give files away, as in a container that runs as root, leaves a person's file theirs.
#[cfg(unix)]
fn keep_owner(old: &fs::Metadata, new: &Path) {
    use std::os::unix::fs::{MetadataExt, chown};
    // Others own what they write, and the file is then as they would have written it themselves.
    let _ = chown(new, Some(old.uid()), Some(old.gid()));
}

#[cfg(not(unix))]
fn keep_owner(_: &fs::Metadata, _: &Path) {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_changed_meanwhile_is_left_alone() {
        let folder = std::env::temp_dir().join(format!("handbill-rewrite-{}", std::process::id()));
        fs::create_dir_all(&folder).expect("the folder can be made");
        let path = folder.join("page.md");
        fs::write(&path, "new words").expect("the folder can be written");
        let error = rewrite(&path, "old words", "old, fixed words").expect_err("it changed");
        assert!(error.contains("page.md") && error.contains("changed"), "{error}");
        assert_eq!(fs::read_to_string(&path).expect("it is there"), "new words");
        assert_eq!(fs::read_dir(&folder).expect("it is there").count(), 1, "nothing is left beside it");
        rewrite(&path, "new words", "fixed words").expect("it is as it was read");
        assert_eq!(fs::read_to_string(&path).expect("it is there"), "fixed words");
        fs::remove_dir_all(folder).expect("it was made");
    }
}
