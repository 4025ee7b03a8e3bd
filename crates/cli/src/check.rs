//! `handbill check`: the mistakes on pages.

mod job;
mod ledger;
mod mode;
mod page;
mod paths;
mod teller;

use handbill_check::output::{OUTPUTS, Output, STATISTICS};

use crate::args::Check;
use crate::in_order::in_order;
use crate::outcome::Outcome;
use crate::reading::Sites;
use crate::{message, terminal};

use ledger::Ledger;
use mode::Mode;
use page::Task;
use teller::Teller;

pub(crate) fn run(arguments: &Check) -> Outcome {
    let (jobs, ledger) = match job::jobs(arguments).and_then(|jobs| Ok((jobs, Ledger::of(arguments)?))) {
        Ok(both) => both,
        Err(error) => return message::usage(error),
    };
    let mode = Mode::of(arguments);
    let aside = matches!(mode, Mode::Fix(_)) && jobs.iter().flatten().any(|job| job.is_stdin);
    let look = if aside { terminal::look(&std::io::stderr()) } else { terminal::look(&std::io::stdout()) };
    let sites = Sites::new(arguments.site.as_deref());
    let task = Task { mode, output: output(arguments), look, sites, ledger };

    let mut teller = Teller::new(&task, aside);
    let work = |index: usize| match &jobs[index] {
        Ok(job) => task.page(job).map(|done| (job, done)),
        Err(error) => Err(error.clone()),
    };
    in_order(jobs.len(), work, |done| teller.take(done));
    let (outcome, met) = teller.end((!arguments.exit_zero).then_some(arguments.fail_on));
    match task.ledger.settle(met) {
        Ok(said) => outcome.max(message::bytes(&said.unwrap_or_default())),
        Err(error) => outcome.max(message::usage(error)),
    }
}

fn output(arguments: &Check) -> &'static Output {
    if arguments.statistics { STATISTICS } else { arguments.output_format.map_or(OUTPUTS[0], |form| form.0) }
}
