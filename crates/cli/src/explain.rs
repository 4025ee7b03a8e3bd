//! `handbill explain`: what a rule is about.

use handbill_check::{RULES, Selector, explain};

use crate::args::Explain;
use crate::outcome::Outcome;
use crate::{message, stdout};

pub(crate) fn run(arguments: &Explain) -> Outcome {
    match arguments.rule.as_deref() {
        Some(name) => match handbill_check::rule(name) {
            Some(rule) => stdout::bytes(&explain(rule)),
            None => match name.parse::<Selector>() {
                Ok(selector) => stdout::bytes(&list(selector)),
                Err(error) => message::usage(error),
            },
        },
        None => stdout::bytes(&list(Selector::All)),
    }
}

/// The rules that a name selects, a line each.
fn list(selector: Selector) -> String {
    let rules = RULES.iter().filter(|rule| match selector {
        Selector::All => true,
        Selector::Group(group) => rule.group == group,
        Selector::Rule(name) => rule.name == name,
    });
    let width = RULES.iter().map(|rule| rule.name.len()).max().unwrap_or(0);
    rules
        .map(|rule| {
            let summary = rule.summary().split_whitespace().collect::<Vec<_>>().join(" ");
            format!("{:width$}  {:7}  {:9}  {summary}\n", rule.name, rule.severity.as_str(), rule.group.name())
        })
        .collect()
}
