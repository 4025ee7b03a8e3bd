//! The command as a process: what it prints and writes, and how it ends.
#![expect(clippy::disallowed_methods, reason = "the tests read pages and what the command wrote")]

mod bad_input;
mod check;
mod documents;
mod jekyll;
mod main_pages;
mod output_rules;
mod readme;
mod run;
mod samples;
mod sites;
mod snapshots;
mod streams;
