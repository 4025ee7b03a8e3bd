//! Patterns of paths, as in `.gitignore`.

use std::path::{Path, PathBuf};

use ignore::gitignore::{Gitignore, GitignoreBuilder};

/// Patterns of paths, as in `.gitignore`: `drafts/`, `*.html`, `event/**/notes.md`, and `!` for what is meant all the same.
#[derive(Debug)]
pub(super) struct Globs {
    /// Where the patterns start.
    folder: PathBuf,
    set: Gitignore,
}

impl Globs {
    /// Patterns that start at `folder`.
    ///
    /// # Errors
    /// One that is no pattern, as a message.
    pub(super) fn new<'a>(folder: &Path, patterns: impl IntoIterator<Item = &'a str>) -> Result<Self, String> {
        let mut builder = GitignoreBuilder::new(folder);
        for pattern in patterns {
            builder.add_line(None, pattern).map_err(|error| error.to_string())?;
        }
        let set = builder.build().map_err(|error| error.to_string())?;
        Ok(Self { folder: folder.to_owned(), set })
    }

    /// Whether the file at this absolute path, or a folder above it, is meant. What lies elsewhere is not.
    pub(super) fn cover(&self, file: &Path) -> bool {
        let inside = file.strip_prefix(&self.folder);
        inside.is_ok_and(|inside| self.set.matched_path_or_any_parents(inside, false).is_ignore())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_start_at_their_folder() {
        let globs = Globs::new(Path::new("/site"), ["drafts/", "event/**/old-*.md", "*.html", "!index.html"]);
        let globs = globs.expect("they are patterns");
        let covered = |path: &str| globs.cover(Path::new(path));
        for path in ["/site/drafts/a.md", "/site/event/2020/old-b.md", "/site/event/old-b.md", "/site/x/y.html"] {
            assert!(covered(path), "{path}");
        }
        for path in ["/site/a.md", "/site/x/index.html", "/elsewhere/drafts/a.md", "/site2/a.html"] {
            assert!(!covered(path), "{path}");
        }
        assert!(Globs::new(Path::new("/site"), ["a{b"]).is_err());
    }
}
