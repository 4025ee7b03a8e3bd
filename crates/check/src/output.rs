//! Findings as text, for people and for programs.
//!
//! A run is printed as it goes, so that ten thousand pages need no more memory than one:
//!
//! ```
//! use handbill_check::output::{Findings, Look, Printing, output};
//! use handbill_check::{Settings, check};
//! use handbill_page::{Site, read};
//!
//! let text = "---\ntitle: Spring Meeting, Lund, March 4-5, 2031\n---\nIt ends on March 5st.\n";
//! let page = read("lund.md", text, &Site::default());
//! let found = check(&page, &Settings::default());
//!
//! let concise = output("concise").expect("it is in the table");
//! let mut printing = Printing::new(concise, Look::plain(100));
//! let mut printed = printing.open();
//! printed += &printing.page(&Findings::new("lund.md", text, &found));
//! printed += &printing.close();
//! assert_eq!(
//!     printed,
//!     "lund.md:4:18: error: `5st` should be `5th` [wrong-ordinal]\nFound 1 error on 1 page.\n"
//! );
//! ```

mod concise;
mod full;
mod json;
mod summary;

use handbill_model::{Diagnostic, Severity};
use handbill_text::Lines;

pub use summary::Summary;

/// Every form of output, in the order in which a list shows them.
pub const OUTPUTS: &[&Output] = &[&full::OUTPUT, &concise::OUTPUT, &json::OUTPUT];

/// A form of output.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Output {
    /// What `--output-format` calls it.
    pub name: &'static str,
    /// What it is, in a few words for a list of choices.
    pub about: &'static str,
    /// What stands before the first finding.
    open: fn() -> String,
    /// What stands between the findings of two pages that have some.
    between: &'static str,
    /// The findings of a page that has some.
    page: fn(&Findings<'_>, Look) -> String,
    /// What stands behind the last finding.
    close: fn(&Summary, Look) -> String,
}

/// The form of output of this name.
#[must_use]
pub fn output(name: &str) -> Option<&'static Output> {
    OUTPUTS.iter().copied().find(|output| output.name == name)
}

/// How text for people looks; it is the caller who knows the terminal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Look {
    /// Whether there are colours (ANSI escapes).
    pub colors: bool,
    /// How many columns a line may have.
    pub width: usize,
}

impl Look {
    /// Without colours.
    #[must_use]
    pub const fn plain(width: usize) -> Self {
        Self { colors: false, width }
    }

    /// With colours.
    #[must_use]
    pub const fn colored(width: usize) -> Self {
        Self { colors: true, width }
    }
}

/// What was found on a page.
#[derive(Clone, Debug)]
pub struct Findings<'a> {
    /// The page's path, as it is shown.
    pub path: &'a str,
    /// The page's text.
    pub source: &'a str,
    /// The findings, in the order of the text.
    pub diagnostics: &'a [Diagnostic],
    lines: Lines,
}

impl<'a> Findings<'a> {
    /// The findings of [`check`](crate::check) on the page with this path and text.
    #[must_use]
    pub fn new(path: &'a str, source: &'a str, diagnostics: &'a [Diagnostic]) -> Self {
        Self { path, source, diagnostics, lines: Lines::new(if diagnostics.is_empty() { "" } else { source }) }
    }
}

/// A run that is being printed: [`open`](Self::open), every page, [`close`](Self::close).
#[derive(Clone, Debug)]
pub struct Printing {
    output: &'static Output,
    look: Look,
    summary: Summary,
}

impl Printing {
    /// Starts a run.
    #[must_use]
    pub fn new(output: &'static Output, look: Look) -> Self {
        Self { output, look, summary: Summary::default() }
    }

    /// What stands before the first page.
    #[must_use]
    pub fn open(&self) -> String {
        (self.output.open)()
    }

    /// What there is to say of a page; it counts in the summary.
    #[must_use]
    pub fn page(&mut self, findings: &Findings<'_>) -> String {
        let first = self.summary.pages == 0;
        self.summary.add(findings.diagnostics);
        if findings.diagnostics.is_empty() {
            return String::new();
        }
        let page = (self.output.page)(findings, self.look);
        if first { page } else { format!("{}{page}", self.output.between) }
    }

    /// What stands behind the last page.
    #[must_use]
    pub fn close(&self) -> String {
        (self.output.close)(&self.summary, self.look)
    }

    /// What was found so far.
    #[must_use]
    pub fn summary(&self) -> &Summary {
        &self.summary
    }
}

/// Errors red, warnings yellow, infos blue.
fn paint(severity: Severity, text: &str, look: Look) -> String {
    let code = match severity {
        Severity::Error => "1;91",
        Severity::Warning => "1;33",
        Severity::Info => "1;96",
    };
    style(code, text, look)
}

/// A text between ANSI escapes (ECMA-48, SGR), where colours are wanted.
fn style(code: &str, text: &str, look: Look) -> String {
    if look.colors { format!("\u{1b}[{code}m{text}\u{1b}[0m") } else { text.to_owned() }
}

/// A text on one line that cannot steer a terminal: a page is a stranger's text.
fn harmless(text: &str) -> String {
    let steers = |c: char| {
        c.is_control() || matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    text.chars().map(|c| if steers(c) { char::REPLACEMENT_CHARACTER } else { c }).collect()
}
