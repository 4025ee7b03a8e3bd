//! Which rules run, and what they are told.

use std::str::FromStr;

use handbill_model::{Diagnostic, Severity};

use crate::words::distance;
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
}

/// Names a rule, a group, or all rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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
    fn covers(self, rule: &Rule) -> bool {
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
            .ok_or_else(|| UnknownRule { name: name.to_owned(), nearest: nearest(name) })
    }
}

/// The rule or group whose name is most like `name`.
fn nearest(name: &str) -> Option<&'static str> {
    let names = RULES.iter().map(|rule| rule.name).chain(Group::ALL.into_iter().map(Group::name));
    let most = (name.chars().count() / 3).max(1);
    names.filter_map(|known| Some((distance(name, known, most)?, known))).min().map(|(_, known)| known)
}

impl Settings {
    pub(crate) fn runs(&self, rule: &Rule) -> bool {
        let covered = |selectors: &[Selector]| selectors.iter().any(|selector| selector.covers(rule));
        (self.select.is_empty() || covered(&self.select)) && !covered(&self.ignore)
    }

    /// Whether a finding is told: by default infos are not. What is no rule's, such as bytes that are no text, always is.
    pub(crate) fn keeps(&self, finding: &Diagnostic) -> bool {
        let Some(rule) = crate::rule(finding.rule) else { return true };
        self.runs(rule) && (finding.severity > Severity::Info || !self.select.is_empty())
    }
}
