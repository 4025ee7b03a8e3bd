//! Why a site cannot be read.

use std::path::PathBuf;

/// Why a site cannot be read. Each names the file.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum SiteError {
    /// There is no configuration in the folder.
    #[error("{} has no _config.yml; name the folder of the site", root.display())]
    NoConfig {
        /// The folder.
        root: PathBuf,
    },
    /// The operating system refuses.
    #[error("{} cannot be read: {source}", path.display())]
    Unreadable {
        /// The file or folder.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// A file is not UTF-8.
    #[error("{} is not UTF-8; save it as UTF-8", path.display())]
    NotUtf8 {
        /// The file.
        path: PathBuf,
    },
    /// A file's YAML or JSON has a mistake, at which Jekyll stops, too.
    #[error("{}:{line}:{column}: {message}", path.display())]
    Syntax {
        /// The file.
        path: PathBuf,
        /// The line, from 1.
        line: usize,
        /// The column in characters, from 1.
        column: usize,
        /// What is wrong, in one clause.
        message: String,
    },
    /// A configuration that is a list or a single value.
    #[error("{} is no mapping; write `key: value` lines", path.display())]
    NotAMapping {
        /// The file.
        path: PathBuf,
    },
    /// `source:` names a folder that is not there or not within the site.
    #[error("{}: the source `{source_folder}` is no folder within the site", path.display())]
    Source {
        /// The configuration.
        path: PathBuf,
        /// What it says.
        source_folder: String,
    },
    /// Two folders deep in each other, or a file too large to be data.
    #[error("{} is left out: {reason}", path.display())]
    Limit {
        /// The file or folder.
        path: PathBuf,
        /// What is too much.
        reason: &'static str,
    },
}
