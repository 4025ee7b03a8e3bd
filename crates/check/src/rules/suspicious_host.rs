//! Hosts that are no longer what their authors wrote.

use std::collections::BTreeMap;

use handbill_model::Diagnostic;

use crate::rule::rule;
use crate::subject::{Subject, host};
use crate::words::distance;

rule! {
    /// The host of a link looks damaged.
    ///
    /// A cat on the keyboard, a letter too few, a domain that ends in `.con`: the link leads nowhere, or to whoever has
    /// registered the slip.
    ///
    /// ```page bad
    /// Slides are on [our site](https://www.lund4820193847university.example.con/).
    /// ```
    /// ```page good
    /// Slides are on [our site](https://www.lunduniversity.example/).
    /// ```
    ///
    /// Buckets and content networks give machines long numbers for names; only the part of a host that somebody
    /// registered is looked at.
    "suspicious-host": Error, Links, Page
}

/// Endings that no top-level domain has, and what is meant.
const ENDINGS: &[(&str, &str)] = &[
    ("con", "com"),
    ("cmo", "com"),
    ("ocm", "com"),
    ("comm", "com"),
    ("ogr", "org"),
    ("rog", "org"),
    ("orgg", "org"),
    ("nte", "net"),
    ("eud", "edu"),
    ("edi", "edu"),
    ("gvo", "gov"),
];

/// Hosts that event pages link to again and again.
const KNOWN: &[&str] = &[
    "eventbrite", "facebook", "figshare", "github", "google", "instagram", "linkedin", "microsoft", "slideshare",
    "surveymonkey", "twitter", "wikidata", "wikimedia", "wikipedia", "youtube", "zenodo",
];

/// Endings that are registered under two names: `ac.uk`.
const SECOND_LEVEL: &[&str] = &["ac", "co", "com", "edu", "gov", "net", "or", "org"];

fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    for target in subject.targets() {
        let Some((span, host)) = host(target.url) else { continue };
        if subject.is_brought(target.place.span) {
            continue;
        }
        let Some((message, help)) = reason(host) else { continue };
        let whole = target.place.span;
        let exact = target.place.written && subject.source(whole) == target.url;
        let place = if exact {
            handbill_text::Span::new(whole.start() + span.start()..whole.start() + span.end())
        } else {
            whole
        };
        // One host is one cause, however often it is linked.
        if let Some(first) = seen.get(host).copied() {
            let finding: &mut Diagnostic = &mut found[first];
            if finding.span != place {
                finding.labels.push(handbill_model::Label { span: place, text: "and here".to_owned() });
            }
            continue;
        }
        seen.insert(host, found.len());
        found.push(RULE.finding(place, message).with_help(help));
    }
}

fn reason(host: &str) -> Option<(String, String)> {
    let lower = host.to_ascii_lowercase();
    let parts: Vec<&str> = lower.trim_end_matches('.').split('.').collect();
    let (ending, rest) = parts.split_last()?;
    if rest.is_empty() || ending.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    if let Some((_, right)) = ENDINGS.iter().find(|(wrong, _)| wrong == ending) {
        let meant = format!("{}{right}", &host[..host.len() - ending.len()]);
        return Some((format!("no domain ends in `.{ending}`"), format!("is `{meant}` meant?")));
    }
    let registered = match rest {
        [.., name, second] if SECOND_LEVEL.contains(second) && ending.len() == 2 => name,
        [.., name] => name,
        [] => return None,
    };
    if is_noise(registered) {
        return Some((
            format!("the host `{host}` looks damaged"),
            "copy the address anew, and try the link".to_owned(),
        ));
    }
    if KNOWN.contains(registered) {
        return None;
    }
    let near = KNOWN.iter().find(|known| registered.len() >= 5 && distance(known, registered, 1) == Some(1));
    let known = near.filter(|known| !is_inflected(known, registered))?;
    let meant = host.to_ascii_lowercase().replace(registered, known);
    Some((format!("the host `{host}` is almost `{meant}`"), "copy the address anew, and try the link".to_owned()))
}

/// Letters with long runs of digits among them: nobody registers such a name.
fn is_noise(name: &str) -> bool {
    let digits = name.bytes().filter(u8::is_ascii_digit).count();
    let letters = name.bytes().filter(u8::is_ascii_alphabetic).count();
    let runs = name.split(|c: char| !c.is_ascii_digit()).filter(|run| run.len() >= 4).count();
    let inner = name.trim_matches(|c: char| c.is_ascii_digit());
    let long = inner.split(|c: char| !c.is_ascii_digit()).any(|run| run.len() >= 7);
    // A date or a phone number beside a word is one run: `congress20310304`.
    letters >= 4 && (runs >= 2 || digits >= 10 || long) && !name.starts_with("xn--")
}

/// `googles` beside `google` is a name of its own.
fn is_inflected(known: &str, name: &str) -> bool {
    name.strip_prefix(known).is_some_and(|end| end == "s") || known.strip_prefix(name).is_some_and(|end| end == "s")
}

#[cfg(test)]
mod tests {
    use super::reason;

    #[test]
    fn hosts_of_machines_and_years_are_no_noise() {
        for host in [
            "d1234567890abc.cloudfront.net", "bucket-20310304-48201.s3.eu-west-1.amazonaws.com",
            "iiif2031.example.org", "congress20310304.org", "4sq.com", "web3d2031.org", "10.0.0.1", "googles.org",
            "localhost", "forms.gle", "us02web.zoom.us",
        ] {
            assert_eq!(reason(host), None, "{host}");
        }
    }

    #[test]
    fn damaged_hosts_are_told() {
        for host in
            ["www.lund48201w93847university.se", "gihub.com", "docs.gogle.com", "example.con", "www.evenbrite.co.uk"]
        {
            assert!(reason(host).is_some(), "{host}");
        }
    }
}
