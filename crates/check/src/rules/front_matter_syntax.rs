//! What is wrong with the front matter as YAML, TOML or JSON.

use handbill_frontmatter::Kind;
use handbill_model::Diagnostic;

use crate::rule::rule;
use crate::subject::Subject;

rule! {
    /// The front matter cannot be read as it is written.
    ///
    /// Jekyll stops, or worse: it publishes the page without its title, or with half its keys.
    ///
    /// ```page bad
    /// ---
    /// title: Spring Meeting: Lund, March 4-6, 2031
    /// ---
    /// Welcome.
    /// ```
    /// ```page good
    /// ---
    /// title: "Spring Meeting: Lund, March 4-6, 2031"
    /// ---
    /// Welcome.
    /// ```
    ///
    /// What can be read is used all the same, so the other rules still speak.
    "front-matter-syntax": Error, Markup, File
}

fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    for problem in &subject.page.front_matter.problems {
        let help = problem.help.as_deref().unwrap_or("correct it as YAML wants it");
        let mut finding = RULE.finding(problem.span, problem.message.clone()).with_help(help);
        if let Some(related) = problem.related {
            let text = if problem.kind == Kind::DuplicateKey { "it stands here first" } else { "because of this" };
            finding = finding.with_label(related, text);
        }
        found.push(finding);
    }
}
