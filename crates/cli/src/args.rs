//! The arguments. Their help is the manual.

use std::path::PathBuf;

use clap::builder::PossibleValue;
use clap::{Args, Parser, Subcommand, ValueEnum};
use handbill_check::output::OUTPUTS;
use handbill_model::Date;
use handbill_render::{FORMATS, Format};

/// Reads the page that announces an event, and gives back the event.
#[derive(Debug, Parser)]
#[command(name = "handbill", version, max_term_width = 100)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Show what was understood: every fact with its line and the author's words
    Facts(Facts),
    /// Write pages as web pages, JSON, calendars
    Convert(Convert),
    /// Find the mistakes on pages
    Check(Check),
    /// Show the settings of `check` that are in force, and where each is said
    Config(Config),
    /// Tell what a rule of `check` is about, or list all rules
    Explain(Explain),
    /// Print the JSON Schema of `convert --to json`
    Schema,
    /// Print what a shell needs to complete commands of handbill
    Completions(Completions),
}

#[derive(Args, Debug)]
pub(crate) struct Facts {
    #[command(flatten)]
    pub(crate) input: Input,
}

#[derive(Args, Debug)]
pub(crate) struct Check {
    /// Pages, and folders that are searched for pages (`.md`, `.markdown`, `.html`); `-` is standard input
    #[arg(value_name = "PATHS", default_value = ".")]
    pub(crate) paths: Vec<PathBuf>,
    /// Check standard input as if it were this page
    #[arg(long, value_name = "PATH", conflicts_with = "paths")]
    pub(crate) stdin_filename: Option<PathBuf>,
    /// The Jekyll site around the pages; without it the nearest folder above a page that has a `_config.yml`
    #[arg(long, value_name = "DIR")]
    pub(crate) site: Option<PathBuf>,
    /// Write the fixes to the pages that change nothing but the mistake
    #[arg(long, help_heading = "Fixes")]
    pub(crate) fix: bool,
    /// Write the other fixes, too: those that a person should look at
    #[arg(long, help_heading = "Fixes")]
    pub(crate) unsafe_fixes: bool,
    /// Show what the fixes would change, and write nothing
    #[arg(long, help_heading = "Fixes")]
    pub(crate) diff: bool,
    /// How findings are shown: `full` without it
    #[arg(long, value_name = "FORM", help_heading = "Output")]
    pub(crate) output_format: Option<Output>,
    /// Count the findings of each rule, and show none
    #[arg(long, help_heading = "Output", conflicts_with = "output_format")]
    pub(crate) statistics: bool,
    /// End well whatever is found
    #[arg(long, help_heading = "Output")]
    pub(crate) exit_zero: bool,
    /// What must be found so that the exit code is 1
    #[arg(long, value_name = "SEVERITY", default_value = "warning", help_heading = "Output")]
    pub(crate) fail_on: FailOn,
    /// Tell only what is not known from this file
    #[arg(long, value_name = "FILE", help_heading = "Baseline")]
    pub(crate) baseline: Option<PathBuf>,
    /// Take out of the baseline what is found no more
    #[arg(long, requires = "baseline", conflicts_with = "diff", help_heading = "Baseline")]
    pub(crate) update_baseline: bool,
    /// Write what is found to this file, and tell nothing: from now on only what is new is told
    #[arg(long, value_name = "FILE", conflicts_with_all = ["baseline", "diff"], help_heading = "Baseline")]
    pub(crate) write_baseline: Option<PathBuf>,
    /// The day on which the pages are looked at: switches on the rules that need a clock
    #[arg(long, value_name = "DATE", help_heading = "Settings")]
    pub(crate) today: Option<Date>,
    #[command(flatten)]
    pub(crate) settings: Settings,
}

/// What the command line says of settings; it replaces what a file says.
#[derive(Args, Debug, Default)]
#[command(next_help_heading = "Settings")]
pub(crate) struct Settings {
    /// The only rules and groups that run, hints too; several with commas
    #[arg(long, value_name = "RULES", value_delimiter = ',')]
    pub(crate) select: Option<Vec<String>>,
    /// Rules and groups that do not run; several with commas
    #[arg(long, value_name = "RULES", value_delimiter = ',')]
    pub(crate) ignore: Option<Vec<String>>,
    /// Patterns of paths that are left out, also where they are named; several with commas
    #[arg(long, value_name = "PATTERNS", value_delimiter = ',')]
    pub(crate) exclude: Option<Vec<String>>,
    /// Pages whose event ended before this day get only what breaks the page
    #[arg(long, value_name = "DATE")]
    pub(crate) archive_before: Option<String>,
    /// A setting of the file, as `words=kramdown` or in TOML; may be given again
    #[arg(long, value_name = "KEY=VALUE")]
    pub(crate) config: Vec<String>,
    /// Pass over settings files
    #[arg(long)]
    pub(crate) isolated: bool,
}

#[derive(Args, Debug)]
pub(crate) struct Config {
    /// A page, or a folder of pages
    #[arg(value_name = "PATH", default_value = ".")]
    pub(crate) path: PathBuf,
    #[command(flatten)]
    pub(crate) settings: Settings,
}

/// The least severity that fails a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum FailOn {
    /// A warning or an error
    Warning,
    /// An error
    Error,
}

#[derive(Args, Debug)]
pub(crate) struct Explain {
    /// The rule's name, as findings show it
    #[arg(value_name = "RULE")]
    pub(crate) rule: Option<String>,
}

#[derive(Args, Debug)]
pub(crate) struct Convert {
    #[command(flatten)]
    pub(crate) input: Input,
    /// What to write; several with commas. Without it the extension of OUT tells
    #[arg(long, value_name = "FORMAT", value_delimiter = ',')]
    pub(crate) to: Vec<Choice>,
    /// Where to write: a file if it has an extension, else a folder that mirrors the sources; without it standard output
    #[arg(long, short, value_name = "OUT")]
    pub(crate) output: Option<PathBuf>,
    /// Where OUT will be published: calendars and feeds say so, and are read anew from there
    #[arg(long, value_name = "URL", value_parser = base_url)]
    pub(crate) published: Option<String>,
    /// The pages are other people's: `html` and `body` keep of their HTML what can be read, and nothing that runs
    #[arg(long)]
    pub(crate) untrusted: bool,
}

#[derive(Args, Debug)]
pub(crate) struct Completions {
    /// The shell
    #[arg(value_name = "SHELL")]
    pub(crate) shell: clap_complete::Shell,
}

/// What to read, and how.
#[derive(Args, Debug)]
pub(crate) struct Input {
    /// Pages, or Event JSON (`.json`) that `convert` wrote; `-` is standard input
    #[arg(required = true, value_name = "PAGES")]
    pub(crate) pages: Vec<PathBuf>,
    /// The Jekyll site around the pages; without it the nearest folder above a page that has a `_config.yml`
    #[arg(long, value_name = "DIR")]
    pub(crate) site: Option<PathBuf>,
    /// Where the site is published: makes links absolute. Without it the site's own `url` and `baseurl`
    #[arg(long, value_name = "URL", value_parser = base_url)]
    pub(crate) base_url: Option<String>,
    /// What the input is; without it `.json` files are Event JSON, and all else are pages
    #[arg(long, value_name = "FORM")]
    pub(crate) from: Option<From>,
}

/// The address of a site, without its last slash.
pub(crate) fn base_url(text: &str) -> Result<String, String> {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    match rest.map(|rest| rest.trim_end_matches('/')) {
        Some(rest) if !rest.is_empty() && !rest.contains(char::is_whitespace) => {
            Ok(text.trim_end_matches('/').to_owned())
        }
        Some(_) | None => Err("write it as https://example.org or https://example.org/site".to_owned()),
    }
}

/// What an input is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum From {
    /// A page as its author wrote it
    Page,
    /// A page's body after Liquid, before Markdown
    Expanded,
    /// Event JSON, one document or one a line
    Json,
}

/// A format of the table, as an argument.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Choice(pub(crate) &'static Format);

impl ValueEnum for Choice {
    fn value_variants<'a>() -> &'a [Self] {
        const CHOICES: [Choice; FORMATS.len()] = {
            let mut choices = [Choice(&FORMATS[0]); FORMATS.len()];
            let mut index = 0;
            while index < FORMATS.len() {
                choices[index] = Choice(&FORMATS[index]);
                index += 1;
            }
            choices
        };
        &CHOICES
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(self.0.name).help(self.0.about))
    }
}

/// A form of findings of the table, as an argument.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Output(pub(crate) &'static handbill_check::output::Output);

impl ValueEnum for Output {
    fn value_variants<'a>() -> &'a [Self] {
        const CHOICES: [Output; OUTPUTS.len()] = {
            let mut choices = [Output(OUTPUTS[0]); OUTPUTS.len()];
            let mut index = 0;
            while index < OUTPUTS.len() {
                choices[index] = Output(OUTPUTS[index]);
                index += 1;
            }
            choices
        };
        &CHOICES
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(self.0.name).help(self.0.about))
    }
}
