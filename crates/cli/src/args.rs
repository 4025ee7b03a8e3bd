//! The arguments. Their help is the manual.

use std::path::PathBuf;

use clap::builder::PossibleValue;
use clap::{Args, Parser, Subcommand, ValueEnum};
use handbill_check::Selector;
use handbill_check::output::OUTPUTS;
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
    /// The Jekyll site around the pages; without it the nearest folder above a page that has a `_config.yml`
    #[arg(long, value_name = "DIR")]
    pub(crate) site: Option<PathBuf>,
    /// How findings are shown
    #[arg(long, value_name = "FORM", default_value = "full")]
    pub(crate) output_format: Output,
    /// The only rules or groups that run; several with commas
    #[arg(long, value_name = "RULES", value_delimiter = ',')]
    pub(crate) select: Vec<Selector>,
    /// Rules or groups that do not run; several with commas
    #[arg(long, value_name = "RULES", value_delimiter = ',')]
    pub(crate) ignore: Vec<Selector>,
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
fn base_url(text: &str) -> Result<String, String> {
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
