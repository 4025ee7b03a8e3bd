//! From the arguments to pages that are read.

use std::path::{Path, PathBuf};

use handbill_model::{Document, SCHEMA_VERSION};
use handbill_render::{Input, Settings};

use crate::args::{self, From};
use crate::input::{self, InputError};

/// A page to be read, or a document that was.
pub(crate) struct Job {
    given: PathBuf,
    path: String,
    what: What,
}

enum What {
    /// A page, or its body after Liquid.
    Page(From),
    /// A document of a JSON file.
    Document(Box<Document>),
    /// A JSON file that holds none.
    Unreadable(String),
}

/// A page that was read, with all that formats are made of.
pub(crate) struct Sheet {
    pub(crate) document: Document,
    body: Option<String>,
    expanded: Option<String>,
    base_url: Option<String>,
}

/// How inputs were named that cannot be read together.
#[derive(Debug, thiserror::Error)]
pub(crate) enum JobsError {
    /// It has an end.
    #[error("standard input, `-`, can be read once only")]
    StdinTwice,
}

/// Why an input gives no page.
#[derive(Debug, thiserror::Error)]
pub(crate) enum ReadingError {
    /// Its bytes cannot be had.
    #[error(transparent)]
    Input(#[from] InputError),
    /// It is no Event JSON.
    #[error("{0}")]
    Document(String),
}

/// A job for every page that is named, in this order. Event JSON is read at once, because a file holds any number.
pub(crate) fn jobs(input: &args::Input) -> Result<Vec<Job>, JobsError> {
    if input.pages.iter().filter(|path| input::is_stdin(path)).count() > 1 {
        return Err(JobsError::StdinTwice);
    }
    let mut jobs = Vec::new();
    for given in &input.pages {
        let json = given.extension().is_some_and(|extension| extension == "json" || extension == "ndjson");
        let from = input.from.unwrap_or(if json { From::Json } else { From::Page });
        let job = |path: String, what| Job { given: given.clone(), path, what };
        if from != From::Json {
            jobs.push(job(input::name(given), What::Page(from)));
            continue;
        }
        match documents(given) {
            Ok(documents) => jobs.extend(
                documents
                    .into_iter()
                    .map(|document| job(document.page.path.clone(), What::Document(Box::new(document)))),
            ),
            Err(error) => jobs.push(job(input::name(given), What::Unreadable(error.to_string()))),
        }
    }
    Ok(jobs)
}

/// Every document of a file of Event JSON: one, or one a line.
fn documents(path: &Path) -> Result<Vec<Document>, ReadingError> {
    let name = input::name(path);
    let bytes = input::read(path)?;
    let read: Result<Vec<Document>, _> = serde_json::Deserializer::from_slice(&bytes).into_iter().collect();
    let documents = read.map_err(|error| ReadingError::Document(format!("{name}: this is no Event JSON: {error}")))?;
    if documents.is_empty() {
        return Err(ReadingError::Document(format!("{name}: holds no document")));
    }
    match documents.iter().find(|document| document.schema_version > SCHEMA_VERSION) {
        Some(newer) => Err(ReadingError::Document(format!(
            "{name}: schema_version {} is newer than this handbill, which knows {SCHEMA_VERSION}",
            newer.schema_version
        ))),
        None => Ok(documents),
    }
}

impl Job {
    /// The input in messages.
    pub(crate) fn name(&self) -> String {
        input::name(&self.given)
    }

    /// The page's path from its site's root, else as it was given.
    pub(crate) fn path(&self) -> &str {
        &self.path
    }

    /// Reads the page.
    pub(crate) fn read(&self) -> Result<Sheet, ReadingError> {
        match &self.what {
            What::Document(document) => {
                Ok(Sheet { document: (**document).clone(), body: None, expanded: None, base_url: None })
            }
            What::Unreadable(error) => Err(ReadingError::Document(error.clone())),
            What::Page(_) => Err(ReadingError::Document("page".into())),
        }
    }
}

impl Sheet {
    /// What formats are made of.
    pub(crate) fn input(&self) -> Input<'_> {
        let mut input = Input::new(&self.document);
        input.body = self.body.as_deref();
        input.expanded = self.expanded.as_deref();
        input
    }

    /// The settings of the run, with where this page's site is published.
    pub(crate) fn settings(&self, run: &Settings) -> Settings {
        let mut settings = run.clone();
        settings.base_url = self.base_url.clone().or(settings.base_url);
        settings
    }

    /// Tells on standard error what could not be read.
    pub(crate) fn report(&self) {}
}
