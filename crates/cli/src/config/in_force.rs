//! What is in force, from all that says something.

use std::path::{Path, PathBuf};

use handbill_check::{Selector, Settings, nearest};
use handbill_frontmatter::Value;

use super::globs::Globs;
use super::keys::KEYS;
use super::layer::Layer;

/// What is in force for the pages of a folder.
#[derive(Debug, Default)]
pub(crate) struct InForce {
    /// What rules are told, of every page alike.
    pub(crate) settings: Settings,
    /// Where includes are sought that the site lacks: those of its theme.
    pub(crate) include_path: Vec<PathBuf>,
    pub(super) per_file_ignores: Vec<(Globs, Vec<Selector>)>,
    pub(super) exclude: Option<Globs>,
    pub(super) pages: Option<Globs>,
    /// Where each setting is said that is; by the place of its key in the table.
    pub(super) said: Vec<Option<Said>>,
}

/// A setting as it is said.
#[derive(Debug)]
pub(super) struct Said {
    pub(super) value: Value,
    /// The file with line and column, or the argument.
    pub(super) place: String,
    /// Where its paths and patterns start.
    pub(super) folder: PathBuf,
}

impl InForce {
    /// What a file and the command line say together.
    ///
    /// # Errors
    /// A setting that is none, or has a wrong value, as a message.
    pub(super) fn of(file: Option<&Layer>, arguments: &[Layer]) -> Result<Self, String> {
        let mut found = Self { said: KEYS.iter().map(|_| None).collect(), ..Self::default() };
        for layer in file.into_iter().chain(arguments) {
            for entry in &layer.values.entries {
                let Some(at) = KEYS.iter().position(|key| key.name == entry.key) else {
                    return Err(format!("{}: {}", layer.place(entry.key_span), unknown(&entry.key)));
                };
                let (value, place) = (entry.value.clone(), layer.place(entry.value.span));
                found.said[at] = Some(Said { value, place, folder: layer.folder.clone() });
            }
        }
        for (at, key) in KEYS.iter().enumerate() {
            let Some(said) = found.said[at].take() else { continue };
            // An argument is called what its setting is: `--select`.
            let named = said.place.strip_prefix("--") == Some(key.name);
            let place = if named { said.place.clone() } else { format!("{}: {}", said.place, key.name) };
            (key.read)(&mut found, &said).map_err(|error| format!("{place}: {error}"))?;
            found.said[at] = Some(said);
        }
        Ok(found)
    }

    /// What rules are told of the page at this absolute path; none if it is left out.
    pub(crate) fn for_page(&self, page: &Path) -> Option<Settings> {
        if self.exclude.as_ref().is_some_and(|globs| globs.cover(page)) {
            return None;
        }
        let mut settings = self.settings.clone();
        let fitting = self.per_file_ignores.iter().filter(|(globs, _)| globs.cover(page));
        settings.ignore.extend(fitting.flat_map(|(_, selectors)| selectors));
        settings.event_page = self.pages.as_ref().map(|globs| globs.cover(page));
        Some(settings)
    }
}

fn unknown(key: &str) -> String {
    match nearest(key, KEYS.iter().map(|key| key.name)) {
        Some(near) => format!("`{key}` is no setting; did you mean `{near}`?"),
        None => {
            let known: Vec<&str> = KEYS.iter().map(|key| key.name).collect();
            format!("`{key}` is no setting; there are {}", known.join(", "))
        }
    }
}
