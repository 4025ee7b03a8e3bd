//! From the arguments to pages that are read.

mod documents;
mod sheet;
mod sites;
mod text;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use handbill_model::Document;
use handbill_page::Page;
use handbill_site::JekyllSite;

use crate::args::{self, From};
use crate::config::{self, InForce};
use crate::input::{self, InputError};

pub(crate) use sheet::Sheet;
pub(crate) use sites::{Sites, base_url, path, time_zone, within};
pub(crate) use text::decode;

/// A page to be read, or a document that was.
pub(crate) struct Job {
    given: PathBuf,
    path: String,
    what: What,
}

enum What {
    /// A page as its author wrote it, or its body after Liquid, the site around it,
    /// and where the site is published if settings say so.
    Page { reader: sites::Reader, site: Option<Arc<JekyllSite>>, base_url: Option<String> },
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
    /// Nobody knows how the pages are to be read.
    #[error("{0}")]
    Settings(String),
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
    let sites = Sites::new(input.site.as_deref());
    let mut settings = config::Settings::new(&args::Settings::default()).map_err(JobsError::Settings)?;
    let mut jobs = Vec::new();
    for given in &input.pages {
        match input.from.unwrap_or_else(|| by_extension(given)) {
            from @ (From::Page | From::Expanded) => {
                let expanded = from == From::Expanded;
                let reader = if expanded { handbill_page::read_expanded } else { handbill_page::read };
                let (in_force, _) = settings.of(given).map_err(JobsError::Settings)?;
                jobs.push(Job::page(given, reader, &sites, &in_force));
            }
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
    fn page(given: &Path, reader: sites::Reader, sites: &Sites, in_force: &InForce) -> Self {
        match sites.around(given, &in_force.include_path) {
            Ok(site) => {
                let path = path(given, site.as_deref());
                Self {
                    given: given.to_owned(),
                    path,
                    what: What::Page { reader, site, base_url: in_force.settings.base_url.clone() },
                }
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
            What::Page { reader, site, base_url } => {
                let page = read(&self.given, *reader, site.as_deref())?;
                let published = base_url.clone().or_else(|| site.as_deref().and_then(sites::base_url));
                Ok(Sheet::of_page(self.name(), page, published))
            }
        }
    }
}

fn read(given: &Path, reader: sites::Reader, site: Option<&JekyllSite>) -> Result<Page, ReadingError> {
    let (text, problem) = decode(input::read(given)?);
    let mut page = sites::read(reader, &path(given, site), &text, site).map_err(ReadingError::Content)?;
    page.diagnostics.splice(0..0, problem);
    Ok(page)
}
