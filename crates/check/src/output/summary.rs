//! What a run found, in numbers and in a sentence.

use handbill_model::{Diagnostic, Severity};

/// What a run found.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Summary {
    /// Pages that were checked.
    pub files: usize,
    /// Pages with findings.
    pub pages: usize,
    /// Errors.
    pub errors: usize,
    /// Warnings.
    pub warnings: usize,
    /// Infos.
    pub infos: usize,
}

impl Summary {
    /// Whether nothing was found that counts: infos never do.
    #[must_use]
    pub const fn is_clean(&self) -> bool {
        self.errors == 0 && self.warnings == 0
    }

    pub(super) fn add(&mut self, found: &[Diagnostic]) {
        self.files += 1;
        self.pages += usize::from(!found.is_empty());
        for finding in found {
            match finding.severity {
                Severity::Error => self.errors += 1,
                Severity::Warning => self.warnings += 1,
                Severity::Info => self.infos += 1,
            }
        }
    }

    /// The summary as a sentence, without a line break: 'Found 2 errors and 1 warning on 2 of 12 pages.'
    #[must_use]
    pub fn sentence(&self) -> String {
        let counts: Vec<String> = [(self.errors, "error"), (self.warnings, "warning"), (self.infos, "hint")]
            .into_iter()
            .filter(|(count, _)| *count > 0)
            .map(|(count, what)| counted(count, what))
            .collect();
        let Some((last, rest)) = counts.split_last() else {
            return match self.files {
                0 => "No page was checked.".to_owned(),
                1 => "Nothing to complain about on 1 page.".to_owned(),
                files => format!("Nothing to complain about on {files} pages."),
            };
        };
        let found = if rest.is_empty() { last.clone() } else { format!("{} and {last}", rest.join(", ")) };
        if self.pages == self.files {
            return format!("Found {found} on {}.", counted(self.files, "page"));
        }
        format!("Found {found} on {} of {}.", self.pages, counted(self.files, "page"))
    }
}

fn counted(count: usize, what: &str) -> String {
    format!("{count} {what}{}", if count == 1 { "" } else { "s" })
}

#[cfg(test)]
mod tests {
    use super::Summary;

    #[test]
    fn a_summary_reads_as_a_sentence() {
        let sentence =
            |files, pages, errors, warnings, infos| Summary { files, pages, errors, warnings, infos }.sentence();
        assert_eq!(sentence(12, 0, 0, 0, 0), "Nothing to complain about on 12 pages.");
        assert_eq!(sentence(1, 1, 1, 0, 0), "Found 1 error on 1 page.");
        assert_eq!(sentence(12, 2, 2, 1, 3), "Found 2 errors, 1 warning and 3 hints on 2 of 12 pages.");
    }
}
