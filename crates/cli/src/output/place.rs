//! Names of output files, and whether they may be written.

use std::collections::BTreeMap;
use std::io::Read;
use std::path::{Component, Path, PathBuf};

/// An output that is to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Claim {
    /// The file.
    pub(crate) file: PathBuf,
    /// The input that it is made of, as it was given.
    pub(crate) input: String,
}

/// Why an output may not be written.
#[derive(Debug, thiserror::Error)]
pub(crate) enum PlaceError {
    /// Two outputs of one name.
    #[error("`{file}` would be written twice: for {first} and for {second}", file = .file.display())]
    Twice {
        /// The file.
        file: PathBuf,
        /// The first input.
        first: String,
        /// The second input.
        second: String,
    },
    /// A page must stay what it is.
    #[error("`{file}` is a page itself and is not replaced: write somewhere else", file = .0.display())]
    Source(PathBuf),
    /// A link in the folder leads out of it.
    #[error("`{file}` lies outside of `{folder}`: a link leads there", file = .file.display(), folder = .folder.display())]
    Outside {
        /// The file.
        file: PathBuf,
        /// The folder.
        folder: PathBuf,
    },
    /// Something else has the name.
    #[error("`{file}` is a folder, and a file is to be written there", file = .0.display())]
    Folder(PathBuf),
}

/// The name in an output folder of what is made of the page at `path`: the same folders and name without its extension.
///
/// `path` is given from the site's root, or as the person gave it: what leads upwards or from the machine's root would
/// leave the output folder, so of such a path only the name counts.
pub(crate) fn mirror(path: &str, extension: &str) -> PathBuf {
    let path = Path::new(if path == "-" { "stdin" } else { path });
    let stays = path.components().all(|part| matches!(part, Component::Normal(_) | Component::CurDir));
    let folder = path.parent().filter(|_| stays).unwrap_or(Path::new(""));
    let stem = path.file_stem().map_or("page".into(), |stem| stem.to_string_lossy());
    folder
        .components()
        .filter(|part| *part != Component::CurDir)
        .collect::<PathBuf>()
        .join(format!("{stem}.{extension}"))
}

/// Such a name as the end of an address: with `/` on every machine, and with nothing in it that would end a path.
pub(crate) fn address(name: &Path) -> String {
    let parts: Vec<_> = name.iter().map(|part| part.to_string_lossy()).collect();
    parts.join("/").replace('%', "%25").replace('?', "%3F").replace('#', "%23")
}

/// Whether all of these may be written; asked before the first of them is.
///
/// `folder` is the one that they must not leave, where one was given; `sources` are the inputs.
pub(crate) fn claim(claims: &[Claim], folder: Option<&Path>, sources: &[PathBuf]) -> Result<(), PlaceError> {
    let sources: Vec<PathBuf> = sources.iter().filter_map(|source| source.canonicalize().ok()).collect();
    let mut taken: BTreeMap<PathBuf, &str> = BTreeMap::new();
    for Claim { file, input } in claims {
        let real = real(file);
        if let Some(folder) = folder
            && !real.starts_with(self::real(folder))
        {
            return Err(PlaceError::Outside { file: file.clone(), folder: folder.to_owned() });
        }
        if file.is_dir() {
            return Err(PlaceError::Folder(file.clone()));
        }
        if sources.contains(&real) || is_page(file) {
            return Err(PlaceError::Source(file.clone()));
        }
        if let Some(first) = taken.insert(real, input) {
            return Err(PlaceError::Twice { file: file.clone(), first: first.to_owned(), second: input.clone() });
        }
    }
    Ok(())
}

/// The path with every link in what exists of it followed; the rest as it will be made.
fn real(path: &Path) -> PathBuf {
    let mut real = PathBuf::new();
    for part in std::path::absolute(path).unwrap_or_else(|_| path.to_owned()).components() {
        match part {
            Component::ParentDir => drop(real.pop()),
            Component::CurDir => {}
            Component::Normal(_) | Component::RootDir | Component::Prefix(_) => real.push(part),
        }
        real = real.canonicalize().unwrap_or(real);
    }
    real
}

/// Whether a file is a page of a Jekyll site: nothing that handbill writes starts with front matter.
fn is_page(path: &Path) -> bool {
    let mut start = [0; 4];
    std::fs::File::open(path).and_then(|mut file| file.read_exact(&mut start)).is_ok() && start.starts_with(b"---")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_mirror_the_site_and_never_lead_out() {
        for (path, name) in [
            ("event/2026/aveiro.md", "event/2026/aveiro.ics"),
            ("./index.md", "index.ics"),
            ("../../etc/cron.md", "cron.ics"),
            ("/etc/cron.md", "cron.ics"),
            ("a/../../b.md", "b.ics"),
            ("-", "stdin.ics"),
            ("v1.2.md", "v1.2.ics"),
            ("..", "page.ics"),
        ] {
            assert_eq!(mirror(path, "ics"), Path::new(name), "{path}");
        }
    }

    #[test]
    fn two_outputs_of_one_name_are_refused() {
        let claim_of = |input: &str| Claim { file: "no-such-folder/a.ics".into(), input: input.to_owned() };
        let error = claim(&[claim_of("a.md"), claim_of("a.html")], None, &[]).expect_err("they share a name");
        assert_eq!(error.to_string(), "`no-such-folder/a.ics` would be written twice: for a.md and for a.html");
    }
}
