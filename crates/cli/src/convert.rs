//! `handbill convert`: pages to files of other formats.

use std::path::Path;

use handbill_render::{Format, Input, Settings};

use crate::args::Convert;
use crate::outcome::Outcome;
use crate::output::{self, Claim, Target};
use crate::reading::{Job, Sheet, jobs};
use crate::stamp::stamp;
use crate::{message, stdout};

pub(crate) fn run(convert: &Convert) -> Outcome {
    let jobs = match jobs(&convert.input) {
        Ok(jobs) => jobs,
        Err(error) => return message::usage(error),
    };
    let formats: Vec<_> = convert.to.iter().map(|choice| choice.0).collect();
    let (target, formats) = match output::target(convert.output.as_deref(), &formats, jobs.len()) {
        Ok(found) => found,
        Err(error) => return message::usage(error),
    };
    let mut settings = Settings::default();
    settings.base_url.clone_from(&convert.input.base_url);
    settings.stamp = match stamp() {
        Ok(stamp) => stamp,
        Err(error) => return message::usage(error),
    };
    if let Err(error) = output::claim(&claims(&target, &formats, &jobs), folder(&target), &convert.input.pages) {
        return message::usage(error);
    }
    match &target {
        Target::Folder(folder) => each(&jobs, &formats, folder, &settings),
        Target::File(_) | Target::Stdout => together(&jobs, formats[0], &target, &settings),
    }
}

/// Everything that the run will write.
fn claims(target: &Target, formats: &[&Format], jobs: &[Job]) -> Vec<Claim> {
    match target {
        Target::Stdout => Vec::new(),
        Target::File(file) => vec![Claim { file: file.clone(), input: jobs.iter().map(Job::name).collect() }],
        Target::Folder(folder) => {
            let pairs = jobs.iter().flat_map(|job| formats.iter().map(move |format| (job, format)));
            pairs
                .map(|(job, format)| Claim {
                    file: folder.join(output::mirror(job.path(), format.extension)),
                    input: job.name(),
                })
                .collect()
        }
    }
}

fn folder(target: &Target) -> Option<&Path> {
    match target {
        Target::Folder(folder) => Some(folder),
        Target::File(_) | Target::Stdout => None,
    }
}

/// Every page by itself, in every format.
fn each(jobs: &[Job], formats: &[&Format], folder: &Path, settings: &Settings) -> Outcome {
    let mut outcome = Outcome::Done;
    for job in jobs {
        let sheet = match job.read() {
            Ok(sheet) => sheet,
            Err(error) => {
                outcome = outcome.max(message::failed(error));
                continue;
            }
        };
        sheet.report();
        for format in formats {
            let file = folder.join(output::mirror(job.path(), format.extension));
            let text = format.render(&[sheet.input()], &sheet.settings(settings)).map_err(|error| error.to_string());
            if let Err(error) = text.and_then(|text| output::write(&file, &text)) {
                outcome = outcome.max(message::failed(error));
            }
        }
    }
    outcome
}

/// All pages into one text.
fn together(jobs: &[Job], format: &Format, target: &Target, settings: &Settings) -> Outcome {
    let mut outcome = Outcome::Done;
    let mut done: Vec<(Sheet, String)> = Vec::new();
    for job in jobs {
        // Each is rendered by itself first: a page that the format cannot hold is left out, and the others are done.
        let text = job.read().map_err(|error| error.to_string()).and_then(|sheet| {
            sheet.report();
            let text = format.render(&[sheet.input()], &sheet.settings(settings)).map_err(|error| error.to_string())?;
            Ok((sheet, text))
        });
        match text {
            Ok(sheet_and_text) => done.push(sheet_and_text),
            Err(error) => outcome = outcome.max(message::failed(error)),
        }
    }
    let text = match done.as_slice() {
        [] => return outcome,
        [(_, text)] => Ok(text.clone()),
        [(first, _), ..] => {
            let inputs: Vec<Input<'_>> = done.iter().map(|(sheet, _)| sheet.input()).collect();
            format.render(&inputs, &first.settings(settings))
        }
    };
    outcome.max(match (text, target) {
        (Err(error), _) => message::failed(error),
        (Ok(text), Target::File(file)) => output::write(file, &text).map_or_else(message::failed, |()| Outcome::Done),
        (Ok(text), Target::Stdout | Target::Folder(_)) => stdout::bytes(&text),
    })
}
