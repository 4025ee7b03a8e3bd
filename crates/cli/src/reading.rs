//! From the arguments to pages that are read.

mod documents;
mod sheet;
mod text;

use std::path::{Path, PathBuf};

use handbill_model::Document;
use handbill_page::{Page, Site};

use crate::args::{self, From};
use crate::input::{self, InputError};

pub(crate) use sheet::Sheet;

/// A page to be read, or a document that was.
pub(crate) struct Job {
    given: PathBuf,
    path: String,
    what: What,
}

enum What {
    /// A page as its author wrote it.
    Page,
    /// The body of one after Liquid.
    Expanded,
    /// A document of a JSON file.
    Document(Box<Document>),
    /// A JSON file that holds none, and why.
    Unreadable(String),
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
        let job = |path: String, what| Job { given: given.clone(), path, what };
        match input.from.unwrap_or_else(|| by_extension(given)) {
            From::Page => jobs.push(job(input::name(given), What::Page)),
            From::Expanded => jobs.push(job(input::name(given), What::Expanded)),
            From::Json => match documents::read(given) {
                Ok(documents) => jobs.extend(
                    documents.into_iter().map(|read| job(read.page.path.clone(), What::Document(Box::new(read)))),
                ),
                Err(error) => jobs.push(job(input::name(given), What::Unreadable(error.to_string()))),
            },
        }
    }
    Ok(jobs)
}

fn by_extension(path: &Path) -> From {
    match path.extension().and_then(|extension| extension.to_str()) {
        Some("json" | "ndjson") => From::Json,
        Some(_) | None => From::Page,
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

    /// Reads the page, or takes the document.
    pub(crate) fn read(&self) -> Result<Sheet, ReadingError> {
        match &self.what {
            What::Document(document) => Ok(Sheet::of_document((**document).clone())),
            What::Unreadable(error) => Err(ReadingError::Document(error.clone())),
            What::Expanded => Ok(Sheet::of_page(self.name(), self.page(handbill_page::read_expanded)?)),
            What::Page => Ok(Sheet::of_page(self.name(), self.page(handbill_page::read)?)),
        }
    }

    fn page(&self, read: fn(&str, &str, &Site<'_>) -> Page) -> Result<Page, InputError> {
        let (text, problem) = text::decode(input::read(&self.given)?);
        let mut page = read(&self.path, &text, &Site::default());
        page.diagnostics.splice(0..0, problem);
        Ok(page)
    }
}

/// Reads a page that was named alone.
pub(crate) fn page(path: &Path) -> Result<Page, InputError> {
    let job = Job { given: path.to_owned(), path: input::name(path), what: What::Page };
    job.page(handbill_page::read)
}
