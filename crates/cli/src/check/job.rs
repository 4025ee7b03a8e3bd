//! What is to be checked: pages, each with what is in force for it.

use std::path::PathBuf;
use std::sync::Arc;

use handbill_check::Settings;

use super::paths;
use crate::args::Check;
use crate::config::{self, InForce};
use crate::input;

/// A page that is to be checked.
pub(super) struct Job {
    /// What it is called: the path as it was given.
    pub(super) path: PathBuf,
    /// Where it lies.
    pub(super) absolute: PathBuf,
    /// Whether its text comes from standard input.
    pub(super) is_stdin: bool,
    /// What rules are told of it.
    pub(super) settings: Settings,
    pub(super) in_force: Arc<InForce>,
}

/// Every page below the paths that were named but those that settings leave out; what cannot be listed is an error
/// beside the others.
///
/// # Errors
/// Settings that cannot be read, as a message: then nothing is checked, since nobody knows how.
pub(super) fn jobs(arguments: &Check) -> Result<Vec<Result<Job, String>>, String> {
    let mut settings = config::Settings::new(&arguments.settings)?;
    let paths = match &arguments.stdin_filename {
        Some(path) => vec![Ok(path.clone())],
        None => paths::pages(&arguments.paths),
    };
    if paths.iter().flatten().filter(|path| input::is_stdin(path)).count() > 1 {
        return Err("standard input, `-`, can be read once only".to_owned());
    }
    let mut jobs = Vec::new();
    for path in paths {
        let path = match path {
            Ok(path) => path,
            Err(error) => {
                jobs.push(Err(error));
                continue;
            }
        };
        let (in_force, absolute) = settings.of(&path)?;
        if let Some(mut settings) = in_force.for_page(&absolute) {
            settings.today = arguments.today;
            let is_stdin = arguments.stdin_filename.is_some() || input::is_stdin(&path);
            jobs.push(Ok(Job { path, absolute, is_stdin, settings, in_force }));
        }
    }
    Ok(jobs)
}
