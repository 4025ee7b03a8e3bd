//! From the arguments to pages that are read.

mod documents;
mod sheet;
mod sites;
mod text;

use std::path::{Path, PathBuf};
use std::rc::Rc;

use handbill_model::Document;
use handbill_page::Page;
use handbill_site::JekyllSite;

use crate::args::{self, From};
use crate::input::{self, InputError};

pub(crate) use sheet::Sheet;
pub(crate) use sites::Sites;

/// A page to be read, or a document that was.
pub(crate) struct Job {
    given: PathBuf,
    path: String,
    what: What,
}

enum What {
    /// A page as its author wrote it, or its body after Liquid, and the site around it.
    Page { reader: sites::Reader, site: Option<Rc<JekyllSite>> },
    /// A document of a JSON file.
    Document(Box<Document>),
    /// What cannot be read, and why.
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
    /// It is no Event JSON, or its site cannot be read.
    #[error("{0}")]
    Content(String),
}

/// A job for every page that is named, in this order. Event JSON is read at once, because a file holds any number.
pub(crate) fn jobs(input: &args::Input) -> Result<Vec<Job>, JobsError> {
    if input.pages.iter().filter(|path| input::is_stdin(path)).count() > 1 {
        return Err(JobsError::StdinTwice);
    }
    let mut sites = Sites::new(input.site.as_deref());
    let mut jobs = Vec::new();
    for given in &input.pages {
        match input.from.unwrap_or_else(|| by_extension(given)) {
            From::Page => jobs.push(Job::page(given, handbill_page::read, &mut sites)),
            From::Expanded => jobs.push(Job::page(given, handbill_page::read_expanded, &mut sites)),
            From::Json => match documents::read(given) {
                Ok(documents) => jobs.extend(documents.into_iter().map(|read| Job {
                    given: given.clone(),
                    path: read.page.path.clone(),
                    what: What::Document(Box::new(read)),
                })),
                Err(error) => jobs.push(Job::unreadable(given, error.to_string())),
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
    fn page(given: &Path, reader: sites::Reader, sites: &mut Sites) -> Self {
        match sites.around(given) {
            Ok(site) => {
                let path = sites::path(given, site.as_deref());
                Self { given: given.to_owned(), path, what: What::Page { reader, site } }
            }
            Err(error) => Self::unreadable(given, error),
        }
    }

    fn unreadable(given: &Path, error: String) -> Self {
        Self { given: given.to_owned(), path: input::name(given), what: What::Unreadable(error) }
    }

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
            What::Unreadable(error) => Err(ReadingError::Content(error.clone())),
            What::Page { reader, site } => {
                let page = read(&self.given, *reader, site.as_deref())?;
                Ok(Sheet::of_page(self.name(), page, site.as_deref().and_then(sites::base_url)))
            }
        }
    }
}

/// Reads the page at `path` in its site.
pub(crate) fn page(path: &Path, sites: &mut Sites) -> Result<Page, ReadingError> {
    let site = sites.around(path).map_err(ReadingError::Content)?;
    read(path, handbill_page::read, site.as_deref())
}

fn read(given: &Path, reader: sites::Reader, site: Option<&JekyllSite>) -> Result<Page, ReadingError> {
    let (text, problem) = text::decode(input::read(given)?);
    let mut page = sites::read(reader, &sites::path(given, site), &text, site).map_err(ReadingError::Content)?;
    page.diagnostics.splice(0..0, problem);
    Ok(page)
}
