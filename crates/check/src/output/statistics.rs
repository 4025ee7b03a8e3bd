//! How often each rule found something.

use super::{Look, Output, Summary, style};

pub(super) const OUTPUT: Output = Output {
    name: "statistics",
    about: "how often each rule found something",
    open: String::new,
    between: "",
    page: |_, _| String::new(),
    close,
};

/// A line for each rule, those that found most first.
fn close(summary: &Summary, look: Look) -> String {
    let mut rules: Vec<_> = summary.rules.iter().collect();
    rules.sort_by_key(|(rule, count)| (std::cmp::Reverse(count.findings), **rule));
    let width = rules.first().map_or(0, |(_, count)| count.findings.to_string().len());
    let mut text = String::new();
    for (rule, count) in rules {
        let fixable = match count.fixable {
            0 => String::new(),
            some if some == count.findings => "  fixable".to_owned(),
            some => format!("  {some} fixable"),
        };
        text.push_str(&format!("{:>width$}  {}{fixable}\n", count.findings, style("1", rule, look)));
    }
    text + &summary.sentences()
}
