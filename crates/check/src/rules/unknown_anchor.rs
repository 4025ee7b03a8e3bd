//! `[Fees](#fes)` on a page that has `#fees`.

use std::collections::{BTreeMap, BTreeSet};

use handbill_kramdown::Node;
use handbill_model::{Applicability, Diagnostic, Fix, Label};
use handbill_text::{Edit, Span};

use crate::rule::rule;
use crate::subject::{Subject, TargetKind};
use crate::words::distance;

rule! {
    /// A link leads to a place of the page that is not there, and another has almost its name.
    ///
    /// A heading was renamed, or its name was written from memory. Browsers stay where they are, and the reader wonders.
    ///
    /// ```page bad
    /// See the [programme](#programm) below.
    ///
    /// ## Programme
    ///
    /// Talks and tea.
    /// ```
    /// ```page good
    /// See the [programme](#programme) below.
    ///
    /// ## Programme
    ///
    /// Talks and tea.
    /// ```
    ///
    /// Only a name that is a letter or two from one of the page's counts: layouts and scripts bring others. Hyphens and numbers
    /// that differ are left alone, and so are pages of which a part could not be read.
    "unknown-anchor": Warning, Links, Page
}

/// How many names are compared on a page: where there were more, nothing is told, so that no fix brings up others.
const COMPARISONS: usize = 100_000;

fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    let page = subject.page;
    let is_link = |kind| matches!(kind, TargetKind::Link | TargetKind::Definition);
    let mut links = subject
        .targets()
        .iter()
        .filter(|target| target.url.starts_with('#') && is_link(target.kind) && !target.url.contains('%'))
        .filter(|target| !subject.is_brought(target.place.span))
        .peekable();
    if links.peek().is_none() || !page.expansion.unresolved.is_empty() {
        return;
    }
    let attributes = page.tree.root().descendants().flat_map(Node::attributes);
    let ids: BTreeSet<&str> = attributes.filter(|(name, _)| matches!(*name, "id" | "name")).map(|(_, id)| id).collect();
    let links = links.filter(|target| !ids.contains(&target.url[1..]));
    let unknown: BTreeSet<&str> = links.clone().map(|target| &target.url[1..]).collect();
    if unknown.len().saturating_mul(ids.len()) > COMPARISONS {
        return;
    }
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    for target in links {
        let anchor = &target.url[1..];
        // One name is one slip, however often it is linked.
        if let Some(at) = seen.get(anchor) {
            let finding: &mut Diagnostic = &mut found[*at];
            finding.labels.push(Label { span: target.place.span, text: "and here".to_owned() });
            let exact = target.place.written && subject.source(target.place.span) == target.url;
            let edit =
                |fix: &Fix| Some(Edit { span: behind_sign(target.place.span), text: fix.edits.first()?.text.clone() });
            match finding.fixes.first().and_then(edit).filter(|_| exact) {
                Some(edit) => finding.fixes[0].edits.push(edit),
                None => finding.fixes.clear(),
            }
            continue;
        }
        let Some(nearest) = nearest(anchor, &ids) else { continue };
        let whole = target.place.span;
        seen.insert(anchor, found.len());
        let exact = target.place.written && subject.source(whole) == target.url;
        let finding = RULE.finding(whole, format!("nothing on the page is called `{anchor}`"));
        let finding = finding.with_help(format!("is `#{nearest}` meant?"));
        found.push(if exact {
            let edit = Edit { span: behind_sign(whole), text: nearest.to_owned() };
            finding.with_fix(format!("write `#{nearest}`"), Applicability::Ask, vec![edit])
        } else {
            finding
        });
    }
}

/// The name behind the `#`.
fn behind_sign(url: Span) -> Span {
    Span::new(url.start() + 1..url.end())
}

/// The one name that is almost this.
fn nearest<'a>(anchor: &str, ids: &BTreeSet<&'a str>) -> Option<&'a str> {
    let letters =
        |text: &str| text.chars().filter(|c| c.is_alphabetic()).flat_map(char::to_lowercase).collect::<String>();
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    let most = match anchor.chars().count() {
        0..5 => return None,
        5..8 => 1,
        _ => 2,
    };
    let near = |id: &&str| distance(id, anchor, most).is_some() && digits(id) == digits(anchor);
    let mut near = ids.iter().copied().filter(near);
    let nearest = near.next().filter(|_| near.next().is_none())?;
    // Other programs put hyphens elsewhere.
    let same = letters(nearest) == letters(anchor) && nearest.to_lowercase() != anchor.to_lowercase();
    (!same).then_some(nearest)
}
