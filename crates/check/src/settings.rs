//! Which rules run, and what they are told.

use std::str::FromStr;

use handbill_model::{Date, Diagnostic, Severity, Zone};

use crate::words::nearest;
use crate::{Group, RULES, Rule};

/// Which rules run, and what they are told. The default is every error and warning.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct Settings {
    /// The only rules that run, infos included; empty for all that give errors or warnings.
    pub select: Vec<Selector>,
    /// Rules that do not run.
    pub ignore: Vec<Selector>,
    /// Words that are spelt as they should be, whatever they look like; compared without regard to case.
    pub words: Vec<String>,
    /// Whether the page is one of an event. Without it, its role tells.
    pub event_page: Option<bool>,
    /// A page whose event ended before this day gets only what breaks it.
    pub archive_before: Option<Date>,
    /// The day on which the page is looked at. Without it no rule asks for one.
    pub today: Option<Date>,
    /// The zone of times for which the page gives none.
    pub time_zone: Option<Zone>,
    /// Where the site is published, without the last slash.
    pub base_url: Option<String>,
}

/// Names a rule, a group, or all rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Selector {
    /// `all`.
    All,
    /// Every rule of a group: `dates`.
    Group(Group),
    /// One rule, by its name.
    Rule(&'static str),
}

/// A name that no rule and no group has.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{name}` is no rule and no group{}", nearest.map(|nearest| format!("; did you mean `{nearest}`?")).unwrap_or_default())]
pub struct UnknownRule {
    /// The name.
    pub name: String,
    /// The name that is most like it.
    pub nearest: Option<&'static str>,
}

impl Selector {
    pub(crate) fn covers(self, rule: &Rule) -> bool {
        match self {
            Self::All => true,
            Self::Group(group) => group == rule.group,
            Self::Rule(name) => name == rule.name,
        }
    }
}

impl FromStr for Selector {
    type Err = UnknownRule;

    fn from_str(name: &str) -> Result<Self, UnknownRule> {
        if name == "all" {
            return Ok(Self::All);
        }
        if let Some(group) = Group::ALL.into_iter().find(|group| group.name() == name) {
            return Ok(Self::Group(group));
        }
        crate::rule(name)
            .map(|rule| Self::Rule(rule.name))
            .ok_or_else(|| UnknownRule { name: name.to_owned(), nearest: nearest_name(name) })
    }
}

/// The rule or group whose name is most like `name`.
fn nearest_name(name: &str) -> Option<&'static str> {
    nearest(name, RULES.iter().map(|rule| rule.name).chain(Group::ALL.into_iter().map(Group::name)))
}

impl Settings {
    /// Whether a rule looks at all: it is selected, or gives more than hints where nothing is, and is not ignored.
    pub(crate) fn runs(&self, rule: &Rule) -> bool {
        let covered = |selectors: &[Selector]| selectors.iter().any(|selector| selector.covers(rule));
        let wanted = if self.select.is_empty() { rule.severity > Severity::Info } else { covered(&self.select) };
        wanted && !covered(&self.ignore)
    }

    /// Whether something may be told for the rule of this name.
    pub(crate) fn tells(&self, rule: &str) -> bool {
        crate::rule(rule).is_none_or(|rule| self.runs(rule))
    }

    /// Whether a finding is told: by default infos are not. What is no rule's, such as bytes that are no text, always is.
    pub(crate) fn keeps(&self, finding: &Diagnostic) -> bool {
        let Some(rule) = crate::rule(finding.rule) else { return true };
        self.runs(rule) && (finding.severity > Severity::Info || !self.select.is_empty())
    }
}
