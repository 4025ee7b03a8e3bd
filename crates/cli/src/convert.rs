//! `handbill convert`: pages to files of other formats.

use std::path::Path;

use handbill_render::{Format, Input, Note, Settings};

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
    settings.published.clone_from(&convert.published);
    settings.untrusted = convert.untrusted;
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
        let mut notes = Notes::default();
        for format in formats {
            let name = output::mirror(job.path(), format.extension);
            let mut settings = sheet.settings(settings);
            settings.published = settings.published.map(|url| format!("{url}/{}", output::address(&name)));
            match written(format, &sheet, &settings).and_then(|text| output::write(&folder.join(name), &text)) {
                Ok(()) => notes.tell(format, &sheet, &settings),
                Err(error) => outcome = outcome.max(message::failed(error)),
            }
        }
    }
    outcome
}

/// All pages into one text.
fn together(jobs: &[Job], format: &Format, target: &Target, settings: &Settings) -> Outcome {
    let mut outcome = Outcome::Done;
    let mut done: Vec<(Sheet, String)> = Vec::new();
    let mut passed_over = 0;
    for job in jobs {
        let sheet = match job.read() {
            Ok(sheet) => sheet,
            Err(error) => {
                outcome = outcome.max(message::failed(error));
                continue;
            }
        };
        // A whole folder of pages may be named: listings and notes among them are no mistake.
        if jobs.len() > 1 && !format.takes(&sheet.input()) {
            passed_over += 1;
            continue;
        }
        sheet.report();
        let settings = sheet.settings(settings);
        // Each is rendered by itself first: a page that the format cannot hold is left out, and the others are done.
        match written(format, &sheet, &settings) {
            Ok(text) => {
                Notes::default().tell(format, &sheet, &settings);
                done.push((sheet, text));
            }
            Err(error) => outcome = outcome.max(message::failed(error)),
        }
    }
    let text = match done.as_slice() {
        [] if passed_over == jobs.len() => {
            return message::failed(format!("none of these {passed_over} pages announces an event"));
        }
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

/// The file of one page.
fn written(format: &Format, sheet: &Sheet, settings: &Settings) -> Result<String, String> {
    format.render(&[sheet.input()], settings).map_err(|error| error.to_string())
}

/// What was told of a page, since several formats may miss the same.
#[derive(Default)]
struct Notes(Vec<Note>);

impl Notes {
    fn tell(&mut self, format: &Format, sheet: &Sheet, settings: &Settings) {
        for note in format.notes(&sheet.input(), settings) {
            if !self.0.contains(&note) {
                message::note(&sheet.document().page.path, &note);
                self.0.push(note);
            }
        }
    }
}
