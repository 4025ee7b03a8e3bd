//! Settings: where they come from, and what is in force for a page.
//!
//! They stand in `.handbill.toml`, or under `handbill:` in `_config.yml`; the nearest folder above a page that has either
//! gives the file. What the command line says of a setting replaces what the file says of it.

mod globs;
mod in_force;
mod keys;
mod layer;
mod show;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::args;
use crate::outcome::Outcome;
use crate::{input, message, stdout};

pub(crate) use in_force::InForce;
use layer::Layer;

/// The settings of every folder, each file read once.
pub(crate) struct Settings {
    /// What the command line says, the strongest last.
    arguments: Vec<Layer>,
    /// Whether files say anything at all.
    isolated: bool,
    /// The absolute path of each folder of pages, by how it was given.
    given: BTreeMap<PathBuf, PathBuf>,
    /// What is in force in each folder, by its absolute path.
    known: BTreeMap<PathBuf, Arc<InForce>>,
}

impl Settings {
    /// What the command line says; files are read when their pages are asked for.
    ///
    /// # Errors
    /// A setting that cannot be read, as a message.
    pub(crate) fn new(arguments: &args::Settings) -> Result<Self, String> {
        let layers = layer::of_arguments(arguments)?;
        // What is wrong with the arguments is said even where there is no page.
        InForce::of(None, &layers)?;
        let (given, known) = (BTreeMap::new(), BTreeMap::new());
        Ok(Self { arguments: layers, isolated: arguments.isolated, given, known })
    }

    /// What is in force for the page at `path`, and the page's absolute path.
    ///
    /// # Errors
    /// A settings file that cannot be read, as a message.
    pub(crate) fn of(&mut self, path: &Path) -> Result<(Arc<InForce>, PathBuf), String> {
        let folder = if input::is_stdin(path) { Path::new("") } else { path.parent().unwrap_or(path) };
        let real = self.given.entry(folder.to_owned()).or_insert_with(|| {
            let here = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
            // A folder that is not there is told of when its page is read.
            here.canonicalize().or_else(|_| std::path::absolute(here)).unwrap_or_else(|_| here.to_owned())
        });
        let real = real.clone();
        let found = self.within(&real)?;
        Ok((found, real.join(path.file_name().unwrap_or_default())))
    }

    /// What is in force in a folder: what it says itself, else what is in force in the one above.
    fn within(&mut self, folder: &Path) -> Result<Arc<InForce>, String> {
        let mut passed = Vec::new();
        let mut found = None;
        for folder in folder.ancestors() {
            found = self.known.get(folder).cloned();
            if found.is_none() {
                passed.push(folder);
                let file = if self.isolated { None } else { layer::of_folder(folder)? };
                found = file.map(|file| InForce::of(Some(&file), &self.arguments)).transpose()?.map(Arc::new);
            }
            if found.is_some() {
                break;
            }
        }
        let found = match found {
            Some(found) => found,
            None => Arc::new(InForce::of(None, &self.arguments)?),
        };
        self.known.extend(passed.into_iter().map(|folder| (folder.to_owned(), found.clone())));
        Ok(found)
    }
}

/// `handbill config`: what is in force, and where it is said.
pub(crate) fn run(arguments: &args::Config) -> Outcome {
    let path = if arguments.path.is_dir() { arguments.path.join("index.md") } else { arguments.path.clone() };
    match Settings::new(&arguments.settings).and_then(|mut settings| settings.of(&path)) {
        Ok((in_force, _)) => stdout::bytes(&show::show(&in_force)),
        Err(error) => message::usage(error),
    }
}
