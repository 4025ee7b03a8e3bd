//! The manual of a rule, for a terminal and for the docs.

use handbill_model::Severity;

use crate::{Group, RULES, Rule};

/// The manual of a rule as plain text: its name, what it is about, and its examples indented.
///
/// ```
/// let rule = handbill_check::rule("wrong-ordinal").expect("it is in the table");
/// assert!(handbill_check::explain(rule).starts_with("wrong-ordinal (error, dates)\n\n"));
/// ```
#[must_use]
pub fn explain(rule: &Rule) -> String {
    let mut text = format!("{} ({}, {})\n\n", rule.name, rule.severity.as_str(), rule.group.name());
    let mut in_example = false;
    for line in rule.manual.lines() {
        let line = line.strip_prefix(' ').unwrap_or(line);
        match line.strip_prefix("```") {
            Some("page bad") => text.push_str("Bad:\n\n"),
            Some("page good") => text.push_str("Good:\n\n"),
            Some(_) => {}
            None if in_example && line.is_empty() => text.push('\n'),
            None if in_example => text.push_str(&format!("    {line}\n")),
            None => text.push_str(&format!("{}\n", line.replace('`', ""))),
        }
        in_example ^= line.starts_with("```");
    }
    text.truncate(text.trim_end().len());
    text.push('\n');
    text
}

/// The manual of a rule as the Markdown of its page in `docs/rules/`.
///
/// ```
/// let rule = handbill_check::rule("wrong-ordinal").expect("it is in the table");
/// assert!(handbill_check::rule_page(rule).starts_with("# wrong-ordinal\n\nerror · [dates]"));
/// ```
#[must_use]
pub fn rule_page(rule: &Rule) -> String {
    let by_default = if rule.severity > Severity::Info { "on by default" } else { "off unless it is selected" };
    let group = rule.group.name();
    let mut text =
        format!("# {}\n\n{} · [{group}](README.md#{group}) · {by_default}\n\n", rule.name, rule.severity.as_str());
    for line in rule.manual.lines() {
        let line = line.strip_prefix(' ').unwrap_or(line);
        match line.strip_prefix("```page ") {
            Some("bad") => text.push_str("Bad:\n\n```markdown\n"),
            Some(_) => text.push_str("\nGood:\n\n```markdown\n"),
            None => text.push_str(&format!("{line}\n")),
        }
    }
    let name = rule.name;
    text.truncate(text.trim_end().len());
    text.push_str(&format!(
        "\n\nOn one line or cell: `<!-- handbill: ignore {name} -->`. For a site: `ignore = [\"{name}\"]` in `.handbill.toml`.\n"
    ));
    text
}

/// The page that lists the rules by what they are about: `docs/rules/README.md`.
#[must_use]
pub fn rule_index() -> String {
    let mut text = String::from(
        "# Rules\n\n`handbill explain RULE` says the same in a terminal. Infos are off unless a rule, its group or `all` is selected.\n\
         These pages are made from the rules' own manuals (`cargo run -p handbill-check --example rule_pages`).\n",
    );
    for group in Group::ALL.into_iter().filter(|group| RULES.iter().any(|rule| rule.group == *group)) {
        text.push_str(&format!(
            "\n## {}\n\n{}\n\n| rule | severity | what is wrong |\n| --- | --- | --- |\n",
            group.name(),
            group.about()
        ));
        for rule in RULES.iter().filter(|rule| rule.group == group) {
            let summary = rule.summary().split_whitespace().collect::<Vec<_>>().join(" ").replace('|', "\\|");
            text.push_str(&format!("| [{0}]({0}.md) | {1} | {summary} |\n", rule.name, rule.severity.as_str()));
        }
    }
    text
}
