//! `http:` where `https:` is known to work.

use std::collections::BTreeSet;

use handbill_model::{Applicability, Diagnostic};
use handbill_text::{Edit, Span};

use crate::rule::rule;
use crate::subject::{Subject, Target, TargetKind, host};

rule! {
    /// A link leads over `http:` to a host that the page also links with `https:`, or names no scheme.
    ///
    /// Whoever runs the network between can read and change what comes back; images and frames that come over `http:`
    /// are not shown on a page of `https:` at all. Without a scheme (`//host`) the link leads nowhere from a file or a
    /// mail.
    ///
    /// ```page bad
    /// Our [programme](https://example.org/programme) and the [way to the hall](http://example.org/way).
    /// ```
    /// ```page good
    /// Our [programme](https://example.org/programme) and the [way to the hall](https://example.org/way).
    /// ```
    ///
    /// Other hosts are left alone: nobody knows here whether they answer to `https:`. Those with a port are too.
    "insecure-link": Info, Links, Page
}

fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    let targets = || subject.targets().iter().filter(|target| !matches!(target.kind, TargetKind::Bare));
    let secure: BTreeSet<String> =
        targets().filter(|target| target.url.starts_with("https://")).filter_map(name).collect();
    for target in targets().filter(|target| !subject.is_brought(target.place.span)) {
        let (message, from, to) = if target.url.starts_with("//") {
            ("this URL has no scheme", "", "https:")
        } else if target.url.starts_with("http://") && name(target).is_some_and(|host| secure.contains(&host)) {
            ("this URL is not secure, and its host can be", "http:", "https:")
        } else {
            continue;
        };
        if host(target.url).is_none() {
            continue;
        }
        let finding = RULE.finding(target.place.span, message).with_help("write `https:`");
        let span = target.place.span;
        let is_as_written = target.place.written && subject.source(span) == target.url;
        let edit = Edit { span: Span::new(span.start()..span.start() + from.len()), text: to.to_owned() };
        found.push(if is_as_written {
            finding.with_fix("write `https:`", Applicability::Safe, vec![edit])
        } else {
            finding
        });
    }
}

/// The host of a URL in lower case; none of one with a port, which another server may listen to.
fn name(target: &Target<'_>) -> Option<String> {
    let (place, name) = host(target.url)?;
    (!target.url[place.end()..].starts_with(':')).then(|| name.to_ascii_lowercase())
}
