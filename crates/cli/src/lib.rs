//! The `handbill` command: arguments, terminal, exit codes. What it does is done by the other crates.
//!
//! Files are read and written here and in `handbill-site` alone; the environment and the terminal are looked at here
//! alone.
#![expect(clippy::disallowed_methods, reason = "the command is where files and the environment belong")]

mod args;
mod check;
mod completions;
mod config;
mod convert;
mod explain;
mod facts;
mod in_order;
mod input;
mod message;
mod outcome;
mod output;
mod reading;
mod schema;
mod stamp;
mod stdout;
mod terminal;

use std::process::ExitCode;

use clap::Parser;

use args::{Arguments, Command};

/// Runs the command with the arguments of this process.
///
/// The exit code is 0 where all went well, 1 where some page did not, 2 where the command could not run.
#[must_use]
pub fn run() -> ExitCode {
    let outcome = match Arguments::parse().command {
        Command::Facts(facts) => facts::run(&facts),
        Command::Convert(convert) => convert::run(&convert),
        Command::Check(check) => check::run(&check),
        Command::Config(config) => config::run(&config),
        Command::Explain(explain) => explain::run(&explain),
        Command::Schema => schema::run(),
        Command::Completions(completions) => completions::run(&completions),
    };
    outcome.into()
}
