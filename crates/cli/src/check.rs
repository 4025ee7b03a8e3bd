//! `handbill check`: the mistakes on pages.

mod paths;

use handbill_check::output::{Findings, Printing};
use handbill_check::{Settings, check};
use handbill_page::Page;

use crate::args::Check;
use crate::outcome::Outcome;
use crate::reading::{self, Sites};
use crate::{input, message, stdout, terminal};

pub(crate) fn run(arguments: &Check) -> Outcome {
    let mut settings = Settings::default();
    settings.select.clone_from(&arguments.select);
    settings.ignore.clone_from(&arguments.ignore);
    let mut printing = Printing::new(arguments.output_format.0, terminal::look(&std::io::stdout()));
    // A page is printed before the next is read: ten thousand need no more memory than one.
    let mut outcome = stdout::bytes(&printing.open());
    let mut sites = Sites::new(arguments.site.as_deref());
    for path in paths::pages(&arguments.paths) {
        let page = path.and_then(|path| match reading::page(&path, &mut sites) {
            Ok(page) => Ok((input::name(&path), page)),
            Err(error) => Err(error.to_string()),
        });
        match page {
            Ok((_, page)) if !is_one(&page) => {}
            Ok((name, page)) => {
                let found = check(&page, &settings);
                outcome = outcome.max(stdout::bytes(&printing.page(&Findings::new(&name, &page.source, &found))));
            }
            Err(error) => outcome = outcome.max(message::usage(error)),
        }
    }
    outcome = outcome.max(stdout::bytes(&printing.close()));
    if printing.summary().is_clean() { outcome } else { outcome.max(Outcome::Failed) }
}

/// Whether a file is a page of a site. One without front matter is none: Jekyll copies it as it is.
fn is_one(page: &Page) -> bool {
    page.split.format.is_some() || page.split.problem.is_some()
}
