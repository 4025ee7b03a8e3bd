//! What a run found, in numbers and in a sentence.

use std::collections::BTreeMap;

use handbill_model::{Applicability, Diagnostic, Severity};

use crate::fix::one_fix;

/// What a run found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
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
    /// Findings that were there before they were fixed, and are not counted otherwise.
    pub fixed: usize,
    /// Places that a baseline knows, and that are not told.
    pub known: usize,
    /// Findings that `--fix` would put right.
    pub safe: usize,
    /// Findings that `--unsafe-fixes` would put right, and `--fix` would not.
    pub ask: usize,
    /// Findings of each rule.
    pub rules: BTreeMap<&'static str, Count>,
}

/// What a run found of one rule.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Count {
    /// Findings.
    pub findings: usize,
    /// Those that can be fixed, one way or the other.
    pub fixable: usize,
}

impl Summary {
    /// The summary of one page.
    pub(super) fn of(found: &[Diagnostic]) -> Self {
        let mut summary = Self { files: 1, pages: usize::from(!found.is_empty()), ..Self::default() };
        for finding in found {
            match finding.severity {
                Severity::Error => summary.errors += 1,
                Severity::Warning => summary.warnings += 1,
                Severity::Info => summary.infos += 1,
            }
            let safe = one_fix(finding, Applicability::Safe).is_some();
            let fixable = one_fix(finding, Applicability::Ask).is_some();
            summary.safe += usize::from(safe);
            summary.ask += usize::from(fixable && !safe);
            let count = summary.rules.entry(finding.rule).or_default();
            count.findings += 1;
            count.fixable += usize::from(fixable);
        }
        summary
    }

    /// Whether nothing was found that counts: infos never do.
    #[must_use]
    pub fn is_clean(&self) -> bool {
        self.errors == 0 && self.warnings == 0
    }

    pub(super) fn add(&mut self, page: &Self) {
        self.files += page.files;
        self.pages += page.pages;
        self.errors += page.errors;
        self.warnings += page.warnings;
        self.infos += page.infos;
        self.fixed += page.fixed;
        self.known += page.known;
        self.safe += page.safe;
        self.ask += page.ask;
        for (rule, more) in &page.rules {
            let count = self.rules.entry(rule).or_default();
            count.findings += more.findings;
            count.fixable += more.fixable;
        }
    }

    /// What was fixed, what was found and what can be done about it, a sentence a line.
    #[must_use]
    pub fn sentences(&self) -> String {
        let mut text = String::new();
        if self.fixed > 0 {
            text.push_str(&format!("Fixed {}.\n", counted(self.fixed, "mistake")));
        }
        text.push_str(&self.sentence());
        text.push('\n');
        if self.known > 0 {
            text.push_str(&format!("{} known from the baseline.\n", counted(self.known, "place")));
        }
        let all = self.errors + self.warnings + self.infos;
        let them = |count: usize| match count {
            1 if all == 1 => "it".to_owned(),
            _ if count == all => "all of them".to_owned(),
            _ => format!("{count} of them"),
        };
        match (self.safe, self.ask) {
            (0, 0) => {}
            (safe, 0) => text.push_str(&format!("`--fix` puts {} right.\n", them(safe))),
            (0, ask) => text.push_str(&format!(
                "`--unsafe-fixes` puts {} right; look at {} with `--diff` first.\n",
                them(ask),
                if ask == 1 { "it" } else { "them" }
            )),
            (safe, ask) => text.push_str(&format!("`--fix` puts {} right, `--unsafe-fixes` {ask} more.\n", them(safe))),
        }
        text
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
        let sentence = |files, pages, errors, warnings, infos| {
            Summary { files, pages, errors, warnings, infos, ..Summary::default() }.sentence()
        };
        assert_eq!(sentence(12, 0, 0, 0, 0), "Nothing to complain about on 12 pages.");
        assert_eq!(sentence(1, 1, 1, 0, 0), "Found 1 error on 1 page.");
        assert_eq!(sentence(12, 2, 2, 1, 3), "Found 2 errors, 1 warning and 3 hints on 2 of 12 pages.");
    }

    #[test]
    fn it_tells_what_was_fixed_and_what_can_be() {
        let summary = Summary { files: 1, pages: 1, errors: 3, fixed: 1, safe: 2, ask: 1, ..Summary::default() };
        assert_eq!(
            summary.sentences(),
            "Fixed 1 mistake.\nFound 3 errors on 1 page.\n`--fix` puts 2 of them right, `--unsafe-fixes` 1 more.\n"
        );
    }
}
