//! Includes that the site lacks.

use handbill_liquid::{NotIncluded, UnresolvedKind};
use handbill_model::Diagnostic;

use crate::rule::rule;
use crate::subject::Subject;

rule! {
    /// A page includes a file that the site does not have.
    ///
    /// Jekyll stops there and builds no site at all, even if the tag stands in an HTML comment.
    ///
    /// Without the site nobody knows, and nothing is said. A theme may bring includes too: where the site names a theme
    /// that is not on the disk, nothing is said either.
    "unknown-include": Error, Markup, File
}

fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    let unknown = NotIncluded::Unknown.to_string();
    for missing in &subject.page.expansion.unresolved {
        if missing.kind == UnresolvedKind::Include && missing.reason != unknown {
            let message = format!("the include `{}` cannot be brought: {}", missing.name, missing.reason);
            found.push(RULE.finding(missing.span, message).with_help("correct its name, or add the file"));
        }
    }
}
