//! The manual of a rule, for a terminal.

use crate::Rule;

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
