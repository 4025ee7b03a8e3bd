//! The baseline of a run: which file, what it knows of a page, and what becomes of it.

use std::collections::BTreeMap;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use handbill_check::{Baseline, Known, nearest};

use crate::args::Check;
use crate::output::write;

/// What a run has to do with a baseline.
pub(super) enum Ledger {
    /// Nothing.
    None,
    /// What is known is not told; what is gone may be taken out.
    Judge { file: BaselineFile, update: bool },
    /// What is found is written.
    Write { file: BaselineFile },
}

/// A baseline and where it lies.
pub(super) struct BaselineFile {
    path: PathBuf,
    /// Where its paths start: its own folder, so that it is the same for everybody.
    folder: PathBuf,
    baseline: Baseline,
}

impl Ledger {
    /// What the arguments say.
    ///
    /// # Errors
    /// A baseline that is not there or cannot be read, as a message.
    pub(super) fn of(arguments: &Check) -> Result<Self, String> {
        match (&arguments.baseline, &arguments.write_baseline) {
            (Some(path), _) => match BaselineFile::read(path)? {
                Some(file) => Ok(Self::Judge { file, update: arguments.update_baseline }),
                None => Err(format!("{}: there is no such baseline{}", path.display(), like(path))),
            },
            (None, Some(path)) => {
                let new = || BaselineFile { path: path.clone(), folder: folder(path), baseline: Baseline::default() };
                Ok(Self::Write { file: BaselineFile::read(path)?.unwrap_or_else(new) })
            }
            (None, None) => Ok(Self::None),
        }
    }

    /// What is known of the page at this absolute path; nothing is where everything is told.
    pub(super) fn known(&self, page: &Path) -> Option<&Known> {
        match self {
            Self::Judge { file, .. } => file.baseline.pages.get(&file.name(page)),
            Self::None | Self::Write { .. } => None,
        }
    }

    /// Whether findings are written instead of told.
    pub(super) fn writes(&self) -> bool {
        matches!(self, Self::Write { .. })
    }

    /// Whether the run needs to know what was found on each page.
    pub(super) fn is_kept(&self) -> bool {
        !matches!(self, Self::None)
    }

    /// Writes what is to be written after a run that met these findings on these pages, by their absolute paths. Pages
    /// that the run did not look at stay as they are. What comes back is for people.
    ///
    /// # Errors
    /// What the machine says, with the path.
    pub(super) fn settle(self, met: BTreeMap<PathBuf, Known>) -> Result<Option<String>, String> {
        match self {
            Self::None => Ok(None),
            Self::Write { mut file } => {
                let places: usize = met.values().map(Known::count).sum();
                file.replace(met);
                let pages = file.baseline.pages.len();
                write(&file.path, &file.baseline.to_string())?;
                let path = file.path.display();
                Ok(Some(format!("Wrote {places} places to {path}, which knows {pages} pages now.\n")))
            }
            Self::Judge { mut file, update } => {
                let before = file.count();
                file.replace(met);
                if update {
                    file.baseline.pages.retain(|page, _| file.folder.join(page).exists());
                }
                let (gone, path) = (before - file.count(), file.path.display());
                if gone == 0 {
                    return Ok(None);
                }
                if !update {
                    let way = "`--update-baseline` takes them out";
                    return Ok(Some(format!("{gone} of what {path} knows is found no more: {way}.\n")));
                }
                write(&file.path, &file.baseline.to_string())?;
                Ok(Some(format!("Took {gone} out of {path} that is found no more.\n")))
            }
        }
    }
}

impl BaselineFile {
    fn read(path: &Path) -> Result<Option<Self>, String> {
        let text = match fs::read_to_string(path) {
            Ok(text) => text,
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(format!("{}: {error}", path.display())),
        };
        let baseline = Baseline::read(&text).map_err(|error| format!("{}: {error}", path.display()))?;
        Ok(Some(Self { path: path.to_owned(), folder: folder(path), baseline }))
    }

    /// How a page is named in it: from its folder with `/`, else by its whole path.
    fn name(&self, page: &Path) -> String {
        let Ok(inside) = page.strip_prefix(&self.folder) else { return page.display().to_string() };
        let parts: Vec<_> = inside.iter().map(|part| part.to_string_lossy()).collect();
        parts.join("/")
    }

    fn replace(&mut self, met: BTreeMap<PathBuf, Known>) {
        for (page, known) in met {
            let name = self.name(&page);
            if known.is_empty() {
                self.baseline.pages.remove(&name);
            } else {
                self.baseline.pages.insert(name, known);
            }
        }
    }

    fn count(&self) -> usize {
        self.baseline.pages.values().map(Known::count).sum()
    }
}

/// The absolute folder of a file.
fn folder(file: &Path) -> PathBuf {
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    folder.canonicalize().unwrap_or_else(|_| folder.to_owned())
}

/// The file beside this one whose name is most like it, as a question.
fn like(path: &Path) -> String {
    let entries = fs::read_dir(folder(path)).into_iter().flatten().flatten();
    let names: Vec<String> = entries.filter_map(|entry| entry.file_name().into_string().ok()).collect();
    let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
    match nearest(name, names.iter().map(String::as_str)) {
        Some(near) => format!("; did you mean `{near}`?"),
        None => "; `--write-baseline` writes one".to_owned(),
    }
}
