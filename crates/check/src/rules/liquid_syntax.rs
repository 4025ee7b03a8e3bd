//! What Liquid stumbles over.

use handbill_model::Diagnostic;

use crate::rule::rule;
use crate::subject::Subject;

rule! {
    /// A Liquid tag or output cannot be read.
    ///
    /// Jekyll stops there and builds no site at all, or prints the tag on the page.
    ///
    /// ```page bad
    /// {% if page.map %}
    ///
    /// See the map.
    /// ```
    /// ```page good
    /// {% if page.map %}
    ///
    /// See the map.
    ///
    /// {% endif %}
    /// ```
    "liquid-syntax": Error, Markup, File
}

fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    for problem in &subject.page.expansion.problems {
        let help = problem.help.clone().unwrap_or_else(|| {
            "correct the tag; text that only looks like Liquid goes between `{% raw %}` and `{% endraw %}`".to_owned()
        });
        found.push(RULE.finding(problem.span, problem.message.clone()).with_help(help));
    }
}
