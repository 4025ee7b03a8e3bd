//! The command as a process: what it prints and writes, and how it ends.
#![expect(clippy::disallowed_methods, reason = "the tests read pages and what the command wrote")]

mod bad_input;
mod baseline;
mod check;
mod documents;
mod fix;
mod jekyll;
mod main_pages;
mod output_rules;
mod readme;
mod run;
mod samples;
mod settings;
mod sites;
mod snapshots;
mod streams;
mod untrusted;
mod versions;
