//! What a rule is.

use handbill_model::{Diagnostic, Severity};
use handbill_text::Span;

use crate::subject::Subject;

/// A rule: one kind of mistake, and how it is found.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Rule {
    /// Its name and code, kebab-case; never used again for another rule.
    pub name: &'static str,
    /// How much its findings matter; a finding may matter less than the rule, never more.
    pub severity: Severity,
    /// What it is about.
    pub group: Group,
    /// Which pages it looks at.
    pub scope: Scope,
    /// Its manual in Markdown: what is wrong, why it matters, a bad page, a good page, what is left alone.
    pub manual: &'static str,
    pub(crate) check: fn(&Subject<'_>, &mut Vec<Diagnostic>),
}

/// What a rule is about; groups select rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Group {
    /// Calls, registration and other things with a deadline.
    Calls,
    /// What visitors and programs look for, and the page does not tell.
    Completeness,
    /// Dates and weekdays.
    Dates,
    /// Front matter, Liquid and Markdown.
    Markup,
    /// Links and their definitions.
    Links,
    /// The timetable.
    Programme,
    /// Words, access and privacy.
    Words,
}

/// Which pages a rule looks at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Scope {
    /// Pages of an event: its main page, calls, schedules, travel. Nothing else has dates that must fit.
    Event,
    /// Every page whose role is known.
    Page,
    /// Every file with front matter.
    File,
}

impl Rule {
    /// A finding of this rule.
    pub(crate) fn finding(&self, span: Span, message: impl Into<String>) -> Diagnostic {
        Diagnostic::new(self.name, self.severity, span, message)
    }

    /// Whether what it finds breaks the page: text that Jekyll stops at or shows as code, links that lead nowhere. That
    /// is worth mending on a page of any age.
    #[must_use]
    pub const fn breaks_page(&self) -> bool {
        matches!((self.severity, self.group), (Severity::Error, Group::Markup | Group::Links))
    }

    /// Where its manual can be read.
    ///
    /// ```
    /// let rule = handbill_check::rule("wrong-ordinal").expect("it is in the table");
    /// assert!(rule.url().ends_with("/docs/rules/wrong-ordinal.md"));
    /// ```
    #[must_use]
    pub fn url(&self) -> String {
        format!("{}/blob/main/docs/rules/{}.md", env!("CARGO_PKG_REPOSITORY"), self.name)
    }

    /// The first sentence of the manual: what is wrong.
    #[must_use]
    pub fn summary(&self) -> &'static str {
        self.manual.split_once("\n\n").map_or(self.manual, |(summary, _)| summary).trim()
    }
}

impl Group {
    /// Every group.
    pub const ALL: [Self; 7] =
        [Self::Calls, Self::Completeness, Self::Dates, Self::Links, Self::Markup, Self::Programme, Self::Words];

    /// Its name: `dates`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Calls => "calls",
            Self::Completeness => "completeness",
            Self::Dates => "dates",
            Self::Links => "links",
            Self::Markup => "markup",
            Self::Programme => "programme",
            Self::Words => "words",
        }
    }

    /// What its rules are about.
    #[must_use]
    pub const fn about(self) -> &'static str {
        match self {
            Self::Calls => "Calls, registration and other things with a deadline.",
            Self::Completeness => "What visitors and programs look for, and the page does not tell.",
            Self::Dates => "Dates and weekdays.",
            Self::Links => "Links and their definitions.",
            Self::Markup => "Front matter, Liquid and Markdown.",
            Self::Programme => "The timetable.",
            Self::Words => "Words, access and privacy.",
        }
    }
}

/// The constant `RULE` of a rule's file: `rule! { /// manual ... "name": Severity, Group, Scope }`. The work is the
/// function `check` of the same file. A macro, because only there a doc comment is also a value.
macro_rules! rule {
    ($(#[doc = $line:literal])+ $name:literal: $severity:ident, $group:ident, $scope:ident) => {
        $(#[doc = $line])+
        pub(crate) const RULE: $crate::Rule = $crate::Rule {
            name: $name,
            severity: handbill_model::Severity::$severity,
            group: $crate::Group::$group,
            scope: $crate::Scope::$scope,
            manual: concat!($($line, "\n"),+),
            check,
        };
    };
}
pub(crate) use rule;
