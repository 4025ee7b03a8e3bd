//! What a run says while it goes, and how it ends.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use handbill_check::Known;
use handbill_check::output::Printing;

use super::job::Job;
use super::page::{Checked, Done, Task};
use crate::args::FailOn;
use crate::outcome::Outcome;
use crate::{message, stdout};

/// What a run says while it goes, and how it ends.
pub(super) struct Teller<'a> {
    task: &'a Task,
    /// Whether findings go to standard error: a page that is fixed from standard input takes standard output for itself.
    aside: bool,
    printing: Printing,
    /// A site that cannot be read is told of once, and not for each of its pages.
    told: BTreeSet<String>,
    met: BTreeMap<PathBuf, Known>,
    outcome: Outcome,
}

impl<'a> Teller<'a> {
    /// Begins to tell what is done with pages.
    pub(super) fn new(task: &'a Task, aside: bool) -> Self {
        let printing = Printing::new(task.output, task.look);
        let (told, met, outcome) = (BTreeSet::new(), BTreeMap::new(), Outcome::Done);
        let mut teller = Self { task, aside, printing, told, met, outcome };
        let text = teller.printing.open();
        teller.print(&text);
        teller
    }

    /// Tells what was done with the next page, or why nothing was.
    pub(super) fn take(&mut self, done: Result<(&Job, Done), String>) {
        match done {
            Err(error) => self.trouble(error),
            Ok((_, Done::NoPage)) => {}
            Ok((_, Done::Shown(text))) => self.ended(stdout::bytes(&text)),
            Ok((_, Done::Diff(diff))) if diff.is_empty() => {}
            Ok((_, Done::Diff(diff))) => self.ended(stdout::bytes(&diff).max(Outcome::Failed)),
            Ok((job, Done::Checked(Checked { printed, met, trouble, fixed }))) => {
                if let Some(fixed) = fixed {
                    self.ended(stdout::bytes(&fixed));
                }
                let text = self.printing.add(printed);
                self.print(&text);
                if let Some(error) = trouble {
                    self.trouble(error);
                }
                if self.task.ledger.is_kept() {
                    self.met.insert(job.absolute.clone(), met);
                }
            }
        }
    }

    /// Ends the run: what it found on which page for the baseline, and its exit code if `fail_on` counts.
    pub(super) fn end(mut self, fail_on: Option<FailOn>) -> (Outcome, BTreeMap<PathBuf, Known>) {
        let text = self.printing.close();
        self.print(&text);
        let summary = self.printing.summary();
        let fails = match fail_on {
            Some(FailOn::Warning) => summary.errors + summary.warnings > 0,
            Some(FailOn::Error) => summary.errors > 0,
            None => false,
        };
        if self.tells() && fails {
            self.ended(Outcome::Failed);
        }
        (self.outcome, self.met)
    }

    /// Whether findings are told, and count: not where fixes are only shown, or findings become a baseline.
    fn tells(&self) -> bool {
        self.task.mode.tells() && !self.task.ledger.writes()
    }

    fn print(&mut self, text: &str) {
        if self.tells() {
            self.ended(if self.aside { message::bytes(text) } else { stdout::bytes(text) });
        }
    }

    fn trouble(&mut self, error: String) {
        self.ended(Outcome::Usage);
        if !self.told.contains(&error) {
            message::usage(&error);
            self.told.insert(error);
        }
    }

    fn ended(&mut self, outcome: Outcome) {
        self.outcome = self.outcome.max(outcome);
    }
}
