//! Hosts that are no longer what their authors wrote, and addresses that lost a part.

mod address;

use std::collections::{BTreeMap, BTreeSet};

use handbill_model::{Applicability, Diagnostic};
use handbill_text::{Edit, Span};

use crate::rule::rule;
use crate::subject::{Subject, Target, host};
use crate::words::distance;

rule! {
    /// The host of a link looks damaged, or what stands before it.
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
    /// So do `https//` and `htps://`, an e-mail address with two `@` or a domain without a stop, and one that lacks its
    /// `mailto:`, which is taken as a page of the site:
    ///
    /// ```page bad
    /// Please write to [Anna Berg](anna@lunduniversity.example).
    /// ```
    /// ```page good
    /// Please write to [Anna Berg](mailto:anna@lunduniversity.example).
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
    // Most of a page's links lead to a few hosts.
    let mut sound: BTreeSet<&str> = BTreeSet::new();
    for target in subject.targets() {
        let Some(damage) = damage(target, &mut sound) else { continue };
        let whole = target.place.span;
        if subject.is_brought(whole) {
            continue;
        }
        let exact = target.place.written && subject.source(whole) == target.url;
        let place = if exact { damage.part.shift(whole.start()) } else { whole };
        // One host is one cause, however often it is linked.
        let part = damage.part.of(target.url);
        if let Some(first) = seen.get(part).copied() {
            let finding: &mut Diagnostic = &mut found[first];
            if finding.span != place {
                finding.labels.push(handbill_model::Label { span: place, text: "and here".to_owned() });
            }
            continue;
        }
        seen.insert(part, found.len());
        let finding = RULE.finding(place, damage.message).with_help(damage.help);
        found.push(match damage.edit.filter(|_| exact) {
            Some((at, scheme)) => {
                let edit = Edit { span: at.shift(whole.start()), text: scheme.to_owned() };
                finding.with_fix(format!("write `{scheme}`"), Applicability::Ask, vec![edit])
            }
            None => finding,
        });
    }
}

/// What is wrong with a URL.
struct Damage {
    /// The part that is.
    part: Span,
    message: String,
    help: String,
    /// What should stand where, if that is sure.
    edit: Option<(Span, &'static str)>,
}

fn damage<'a>(target: &Target<'a>, sound: &mut BTreeSet<&'a str>) -> Option<Damage> {
    let host = || {
        let (part, host) = host(target.url).filter(|(_, host)| !sound.contains(host))?;
        let Some((message, help)) = reason(host) else {
            sound.insert(host);
            return None;
        };
        Some(Damage { part, message, help, edit: None })
    };
    address::scheme(target.url).or_else(|| address::mail(target)).or_else(host)
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
