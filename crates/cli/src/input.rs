//! The bytes of an input: a file or standard input.

use std::fs::File;
use std::io::{ErrorKind, Read, Result as Io};
use std::path::Path;

/// The largest input, in bytes: 16 MiB, hundreds of times the largest event page that was ever seen.
const LARGEST: usize = 16 << 20;

/// Why an input cannot be read; each names it as it was given.
#[derive(Debug, thiserror::Error)]
pub(crate) enum InputError {
    /// There is nothing there.
    #[error("{0}: there is no such file")]
    Missing(String),
    /// Pages lie in a folder, but it is none.
    #[error("{0}: this is a folder; name the pages in it")]
    Folder(String),
    /// More than any page has.
    #[error("{0}: larger than {limit} MiB, which no event page is", limit = LARGEST >> 20)]
    Large(String),
    /// The machine says no.
    #[error("{0}: {1}")]
    Machine(String, std::io::Error),
}

/// The name of an input in messages: as it was given.
pub(crate) fn name(path: &Path) -> String {
    path.display().to_string()
}

/// Whether an input is standard input.
pub(crate) fn is_stdin(path: &Path) -> bool {
    path == Path::new("-")
}

/// All bytes of the file at `path`, or of standard input for `-`.
pub(crate) fn read(path: &Path) -> Result<Vec<u8>, InputError> {
    let read = if is_stdin(path) { all(std::io::stdin().lock(), 0) } else { file(path) };
    match read {
        Ok(bytes) if bytes.len() > LARGEST => Err(InputError::Large(name(path))),
        Ok(bytes) => Ok(bytes),
        Err(_) if !is_stdin(path) && path.is_dir() => Err(InputError::Folder(name(path))),
        Err(error) if error.kind() == ErrorKind::NotFound => Err(InputError::Missing(name(path))),
        Err(error) => Err(InputError::Machine(name(path), error)),
    }
}

/// The bytes of a file. A folder gives none on any system: it is opened in vain, or read in vain.
fn file(path: &Path) -> Io<Vec<u8>> {
    let file = File::open(path)?;
    let size = file.metadata().map_or(0, |metadata| metadata.len());
    all(file, size)
}

/// All bytes, about so many. One byte more than allowed tells what is too large, of pipes too, without reading all of it.
fn all(from: impl Read, size: u64) -> Io<Vec<u8>> {
    let limit = LARGEST as u64 + 1;
    let mut bytes = Vec::with_capacity(usize::try_from(size.min(limit)).unwrap_or(LARGEST) + 1);
    from.take(limit).read_to_end(&mut bytes)?;
    Ok(bytes)
}
