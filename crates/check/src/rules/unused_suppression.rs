//! Comments that tell the check to pass something over which is not there.

use handbill_model::{Applicability, Diagnostic};
use handbill_text::Edit;

use crate::rule::rule;
use crate::subject::Subject;
use crate::suppress::{Name, Suppression};

rule! {
    /// A comment tells the check to pass over what it would not find.
    ///
    /// Such a comment outlives the mistake that it was written for, and hides the next one. One that names no rule hides
    /// nothing, whatever its author hoped.
    ///
    /// ```page bad
    /// Welcome to the hall. <!-- handbill: ignore doubled-word -->
    /// ```
    /// ```page good
    /// Welcome to the the hall. <!-- handbill: ignore doubled-word (it is a quotation) -->
    /// ```
    ///
    /// `ignore` at the end of a line or of a table cell speaks of what is found there; on a line of its own, of the next
    /// line that has text. `ignore-file` speaks of the whole page. In front matter the same stands behind `#`. Rules that
    /// did not look at the page are not missed.
    "unused-suppression": Warning, Markup, File
}

fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    found.extend(subject.suppressions().all.iter().filter_map(|suppression| finding(subject, suppression)));
}

fn finding(subject: &Subject<'_>, suppression: &Suppression) -> Option<Diagnostic> {
    let names = match &suppression.names {
        Ok(names) => names,
        Err(wrong) => {
            let finding = RULE.finding(suppression.place, format!("this comment passes nothing over: {wrong}"));
            return Some(finding.with_help("write it as `handbill: ignore wrong-ordinal`"));
        }
    };
    let (kept, idle): (Vec<&Name>, Vec<&Name>) = names.iter().partition(|name| !is_idle(subject, name));
    let (first, rest) = idle.split_first()?;
    let message = match &first.selector {
        Err(unknown) => unknown.to_string(),
        Ok(_) => format!("`{}` is not found here", subject.source(first.place)),
    };
    let finding = rest.iter().fold(RULE.finding(first.place, message), |finding, name| {
        let text = if name.selector.is_err() { "no rule either" } else { "not found either" };
        finding.with_label(name.place, text)
    });
    let meant = match idle.as_slice() {
        [only] => only.selector.as_ref().err().and_then(|unknown| unknown.nearest).map(|near| (only.place, near)),
        _ => None,
    };
    let (title, edit) = match (meant, names.last()) {
        (Some((span, near)), _) => (format!("write `{near}`"), Edit { span, text: near.to_owned() }),
        (None, Some(last)) if !kept.is_empty() => {
            let kept: Vec<&str> = kept.iter().map(|name| subject.source(name.place)).collect();
            ("delete the name".to_owned(), Edit { span: names[0].place.cover(last.place), text: kept.join(", ") })
        }
        (None, _) => ("delete the comment".to_owned(), Edit { span: suppression.with_blanks, text: String::new() }),
    };
    // A name that is misspelt is worth a look.
    let known = idle.iter().all(|name| name.selector.is_ok());
    let applicability = if known { Applicability::Safe } else { Applicability::Ask };
    Some(finding.with_help(title.clone()).with_fix(title, applicability, vec![edit]))
}

/// Whether nothing was passed over for a name, though every rule that it names looked at the page.
fn is_idle(subject: &Subject<'_>, name: &Name) -> bool {
    !name.used.get() && name.selector.as_ref().map_or(true, |selector| subject.looked(*selector))
}
