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
//!     "lund.md:4:18: error: `5st` should be `5th` [wrong-ordinal]\n\
//!      Found 1 error on 1 page.\n`--fix` puts it right.\n"
//! );
//! ```

mod concise;
mod fingerprint;
mod full;
mod github;
mod gitlab;
mod json;
mod look;
mod sarif;
mod statistics;
mod summary;

use handbill_model::Diagnostic;
use handbill_text::Lines;

pub use look::Look;
pub(crate) use look::{harmless, linked, paint, style};
pub use summary::Summary;

/// Every form of output, in the order in which a list shows them.
pub const OUTPUTS: &[&Output] =
    &[&full::OUTPUT, &concise::OUTPUT, &json::OUTPUT, &sarif::OUTPUT, &github::OUTPUT, &gitlab::OUTPUT];

/// How often each rule found something, instead of what: for people who decide what to mend first.
pub const STATISTICS: &Output = &statistics::OUTPUT;

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

    /// The whole line of an offset.
    pub(crate) fn line(&self, offset: usize) -> &'a str {
        self.lines.span(self.source, self.lines.line(offset)).of(self.source)
    }
}

/// The findings of a page as text, and in numbers. Pages are made ready in any order, and added to a run in theirs.
#[derive(Clone, Debug)]
pub struct Printed {
    text: String,
    summary: Summary,
}

impl Printed {
    /// The findings of a page of which so many were fixed before.
    #[must_use]
    pub fn with_fixed(mut self, fixed: usize) -> Self {
        self.summary.fixed = fixed;
        self
    }

    /// The findings of a page on which so many others are known.
    #[must_use]
    pub fn with_known(mut self, known: usize) -> Self {
        self.summary.known = known;
        self
    }
}

impl Output {
    /// The findings of a page as text.
    #[must_use]
    pub fn print(&self, findings: &Findings<'_>, look: Look) -> Printed {
        let none = findings.diagnostics.is_empty();
        let text = if none { String::new() } else { (self.page)(findings, look) };
        Printed { text, summary: Summary::of(findings.diagnostics) }
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
        self.add(self.output.print(findings, self.look))
    }

    /// The same for a page whose findings are text already.
    #[must_use]
    pub fn add(&mut self, printed: Printed) -> String {
        let first = self.summary.pages == 0;
        self.summary.add(&printed.summary);
        if first || printed.text.is_empty() { printed.text } else { format!("{}{}", self.output.between, printed.text) }
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
