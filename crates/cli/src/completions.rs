//! `handbill completions`: what a shell needs to complete commands.

use clap::CommandFactory;
use clap_complete::generate;

use crate::args::{Arguments, Completions};
use crate::outcome::Outcome;
use crate::stdout;

pub(crate) fn run(completions: &Completions) -> Outcome {
    let mut script = Vec::new();
    generate(completions.shell, &mut Arguments::command(), "handbill", &mut script);
    stdout::bytes(&String::from_utf8_lossy(&script))
}
