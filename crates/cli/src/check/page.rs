//! One page: read, checked, fixed.

use std::path::Path;

use handbill_check::output::{Findings, Look, Output, Printed};
use handbill_check::{Fixed, Known, Settings, check, diff, fix};
use handbill_model::{Applicability, Diagnostic};
use handbill_page::{Page, Site};

use super::job::Job;
use super::ledger::Ledger;
use super::mode::Mode;
use crate::input;
use crate::output::rewrite;
use crate::reading::{self, Sites, decode};

/// What is to be done with every page.
pub(super) struct Task {
    pub(super) mode: Mode,
    pub(super) output: &'static Output,
    pub(super) look: Look,
    pub(super) sites: Sites,
    pub(super) ledger: Ledger,
}

/// What was done with one.
pub(super) enum Done {
    /// The file is no page of a site.
    NoPage,
    /// A text that is not looked at, given back as it is.
    Shown(String),
    /// What fixes would change.
    Diff(String),
    /// It was checked.
    Checked(Checked),
}

/// What there is to tell of a page.
pub(super) struct Checked {
    pub(super) printed: Printed,
    /// What was found that the baseline knows, or is to know.
    pub(super) met: Known,
    /// Why the page could not be fixed.
    pub(super) trouble: Option<String>,
    /// The fixed text, where there is no file to write it to.
    pub(super) fixed: Option<String>,
}

/// What is told of a page, and what is known.
type Seen = (Vec<Diagnostic>, Known);

impl Task {
    /// Does it with a page.
    ///
    /// # Errors
    /// What cannot be read, as a message.
    pub(super) fn page(&self, job: &Job) -> Result<Done, String> {
        let file = if job.is_stdin { Path::new("-") } else { &job.path };
        let (text, problem) = decode(input::read(file).map_err(|error| error.to_string())?);
        let site = self.sites.around(&job.path, &job.in_force.include_path)?;
        let path = reading::path(&job.path, site.as_deref());
        let mut settings = job.settings.clone();
        if let Some(site) = &site {
            settings.base_url = settings.base_url.or_else(|| reading::base_url(site));
            settings.time_zone = settings.time_zone.or_else(|| reading::time_zone(site));
        }
        reading::within(&path, &text, site.as_deref(), |around| {
            Work { task: self, job, settings: &settings, path: &path, around }.of(&text, problem)
        })
    }
}

/// A page at work: what it takes to read it and look at it, as often as it changes.
struct Work<'a> {
    task: &'a Task,
    job: &'a Job,
    settings: &'a Settings,
    path: &'a str,
    around: &'a Site<'a>,
}

impl Work<'_> {
    fn of(&self, text: &str, problem: Option<Diagnostic>) -> Done {
        let mut page = self.read(text);
        if !is_one(&page) {
            // Whoever pipes a file through wants it back.
            let piped = self.job.is_stdin && matches!(self.task.mode, Mode::Fix(_));
            return if piped { Done::Shown(text.to_owned()) } else { Done::NoPage };
        }
        // What is not UTF-8 is known as what was made of it only: writing that would lose bytes.
        let whole = problem.is_none();
        page.diagnostics.splice(0..0, problem);
        match self.task.mode {
            Mode::Fix(wanted) if whole => Done::Checked(self.written(text, self.fix(page, wanted))),
            Mode::Diff(wanted) if whole => {
                let edits = self.fix(page, wanted).edits;
                Done::Diff(diff(&input::name(&self.job.path), text, &edits, self.task.look))
            }
            Mode::Diff(_) => Done::Diff(String::new()),
            Mode::Tell | Mode::Fix(_) => {
                let (mut found, met) = self.see(&page);
                if !whole {
                    // What is never written is not offered, and its bytes have other places in the file.
                    found.iter_mut().for_each(|finding| finding.fixes.clear());
                }
                Done::Checked(self.checked(text, (found, met)))
            }
        }
    }

    fn read(&self, text: &str) -> Page {
        handbill_page::read(self.path, text, self.around)
    }

    /// What is to be told of all that is found, and what the baseline knows or is to know.
    fn see(&self, page: &Page) -> Seen {
        let found = check(page, self.settings);
        if self.task.ledger.writes() {
            let met = Known::of(&page.source, &found);
            return (found, met);
        }
        match self.task.ledger.known(&self.job.absolute) {
            Some(known) => known.judge(&page.source, found, self.settings),
            None => (found, Known::default()),
        }
    }

    fn fix(&self, page: Page, wanted: Applicability) -> Fixed {
        fix(page, wanted, |page| self.see(page).0, |text| self.read(text))
    }

    /// Writes a fixed page, and tells what is left; where it cannot be written, what is wrong with it as it is.
    fn written(&self, text: &str, fixed: Fixed) -> Checked {
        let source = fixed.page.source.as_str();
        if !fixed.edits.is_empty()
            && !self.job.is_stdin
            && let Err(error) = rewrite(&self.job.path, text, source)
        {
            return Checked { trouble: Some(error), ..self.checked(text, self.see(&self.read(text))) };
        }
        let seen = if self.task.ledger.is_kept() { self.see(&fixed.page) } else { (fixed.left, Known::default()) };
        let mut checked = self.checked(source, seen);
        checked.printed = checked.printed.with_fixed(fixed.fixed.values().sum());
        checked.fixed = self.job.is_stdin.then(|| source.to_owned());
        if !fixed.restless.is_empty() {
            let rules: Vec<&str> = fixed.restless.into_iter().collect();
            let (name, rules) = (input::name(&self.job.path), rules.join(", "));
            let trouble = format!("{name}: fixes of {rules} undo each other: please tell the authors of handbill");
            checked.trouble = Some(trouble);
        }
        checked
    }

    fn checked(&self, source: &str, (left, met): Seen) -> Checked {
        let name = input::name(&self.job.path);
        let printed = self.task.output.print(&Findings::new(&name, source, &left), self.task.look);
        Checked { printed: printed.with_known(met.count()), met, trouble: None, fixed: None }
    }
}

/// Whether a file is a page of a site. One without front matter is none: Jekyll copies it as it is.
fn is_one(page: &Page) -> bool {
    page.split.format.is_some() || page.split.problem.is_some()
}
