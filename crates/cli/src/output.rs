//! Where outputs go: standard output, one file, or a folder that mirrors the sources.

mod place;
mod write;

use std::path::{Path, PathBuf};

use handbill_render::{FORMATS, Format};

pub(crate) use place::{Claim, address, claim, mirror};
pub(crate) use write::{rewrite, write};

/// Where the outputs of a run go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Target {
    /// Standard output.
    Stdout,
    /// This file.
    File(PathBuf),
    /// Files in this folder.
    Folder(PathBuf),
}

/// How a run was called that cannot be done.
#[derive(Debug, thiserror::Error)]
pub(crate) enum TargetError {
    /// Neither `--to` nor a file name.
    #[error("say what to write with `--to`, one or several of: {}", names())]
    NoFormat,
    /// The file name says nothing that is known.
    #[error("`{0}` names no format by its extension: say which with `--to`, one of: {names}", names = names())]
    UnknownExtension(String),
    /// Several texts would run into each other.
    #[error("standard output takes one output, and these are {0}: give a folder with `-o`")]
    SeveralToStdout(usize),
    /// Several texts would replace each other.
    #[error("`{0}` is one file, and these are several outputs: give a folder with `-o`")]
    SeveralToFile(String),
}

/// Where `inputs` pages in the formats `to` go when `-o` says `output`, and in which formats they go there.
pub(crate) fn target(
    output: Option<&Path>,
    to: &[&'static Format],
    inputs: usize,
) -> Result<(Target, Vec<&'static Format>), TargetError> {
    let mut formats: Vec<&'static Format> = Vec::new();
    for format in to {
        if !formats.iter().any(|known| known.name == format.name) {
            formats.push(format);
        }
    }
    let target = match output.filter(|path| *path != Path::new("-")) {
        None => Target::Stdout,
        Some(path) if is_folder(path) => Target::Folder(path.to_owned()),
        Some(path) => Target::File(path.to_owned()),
    };
    if formats.is_empty() {
        let Target::File(path) = &target else { return Err(TargetError::NoFormat) };
        formats.push(by_extension(path).ok_or_else(|| TargetError::UnknownExtension(path.display().to_string()))?);
    }
    let one = formats.len() == 1 && (inputs == 1 || formats[0].many);
    match &target {
        Target::Stdout if !one => Err(TargetError::SeveralToStdout(formats.len() * inputs)),
        Target::File(path) if !one => Err(TargetError::SeveralToFile(path.display().to_string())),
        Target::Stdout | Target::File(_) | Target::Folder(_) => Ok((target, formats)),
    }
}

/// `out`, `out/`, `out.d/` and whatever is a folder already.
fn is_folder(path: &Path) -> bool {
    path.is_dir() || path.extension().is_none() || path.as_os_str().as_encoded_bytes().ends_with(b"/")
}

/// The format whose extension a file has; of `x.programme.ics` the longer one.
fn by_extension(path: &Path) -> Option<&'static Format> {
    let name = path.file_name()?.to_str()?;
    let fits = |format: &&Format| name.strip_suffix(format.extension).is_some_and(|stem| stem.ends_with('.'));
    FORMATS.iter().filter(fits).max_by_key(|format| format.extension.len())
}

fn names() -> String {
    FORMATS.iter().map(|format| format.name).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(name: &str) -> &'static Format {
        handbill_render::format(name).expect("it is in the table")
    }

    #[test]
    fn the_longest_extension_names_the_format() {
        for (file, format) in [("a.ics", "ics"), ("a.programme.ics", "ics-programme"), ("programme.ics", "ics")] {
            assert_eq!(by_extension(Path::new(file)).map(|format| format.name), Some(format), "{file}");
        }
        assert!(by_extension(Path::new("a.doc")).is_none());
    }

    #[test]
    fn no_two_formats_share_an_extension() {
        let extensions: std::collections::BTreeSet<&str> = FORMATS.iter().map(|format| format.extension).collect();
        assert_eq!(extensions.len(), FORMATS.len(), "their files would replace each other in one folder");
    }

    #[test]
    fn a_calendar_takes_many_pages_and_a_web_page_does_not() {
        let file = |name: &str, inputs| target(Some(Path::new(name)), &[], inputs).map(|(target, _)| target);
        assert_eq!(file("no-such-folder/all.ics", 3).ok(), Some(Target::File("no-such-folder/all.ics".into())));
        assert!(matches!(file("no-such-folder/all.html", 3), Err(TargetError::SeveralToFile(_))));
        assert!(matches!(target(None, &[named("json"), named("ics")], 1), Err(TargetError::SeveralToStdout(2))));
    }

    #[test]
    fn no_extension_means_a_folder() {
        let (target, formats) = target(Some(Path::new("no-such-folder")), &[named("json"), named("json")], 2)
            .expect("a folder takes everything");
        assert_eq!((target, formats.len()), (Target::Folder("no-such-folder".into()), 1));
    }
}
