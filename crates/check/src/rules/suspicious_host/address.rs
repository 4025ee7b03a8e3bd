//! What stands before a host: the scheme, or the name of a mailbox.

use handbill_text::Span;

use super::{Damage, reason};
use crate::subject::{Target, TargetKind};
use crate::words::distance;

/// The longest that a damaged `https` is.
const LONGEST: usize = 8;

/// `https//`, `htps://`, `https:/`, `https://https://`.
pub(super) fn scheme(url: &str) -> Option<Damage> {
    for (known, meant) in [("https:", "https://"), ("http:", "http://")] {
        let begins = url.get(..known.len()).is_some_and(|head| head.eq_ignore_ascii_case(known));
        let rest = url.get(known.len()..).filter(|rest| begins && !rest.is_empty() && !rest.starts_with("//"));
        let Some(rest) = rest else { continue };
        let len = url.len() - rest.len() + usize::from(rest.starts_with('/'));
        // Browsers take what follows as a page of the site.
        return Some(begun(url, Span::new(0..len), meant));
    }
    let slashes = url.get(..url.len().min(LONGEST + 2)).unwrap_or("").find("//")?;
    let (head, rest) = (&url[..slashes], &url[slashes + 2..]);
    let name = head.strip_suffix(':').unwrap_or(head);
    if name.len() < 3 || !name.bytes().all(|b| b.is_ascii_alphabetic()) {
        return None;
    }
    let name = name.to_ascii_lowercase();
    let near = [("https://", "https"), ("http://", "http")].into_iter();
    let near = near.filter_map(|(meant, known)| Some((meant, distance(known, &name, 1)?)));
    let (meant, steps) = near.min_by_key(|(_, steps)| *steps)?;
    let twice = ["https:", "http:", "https//", "http//"].iter().any(|again| rest.starts_with(again));
    let part = Span::new(0..slashes + 2);
    if twice {
        let message = format!("`{}` stands before another address", &url[..slashes + 2]);
        return Some(Damage { part, message, help: "delete one of the two".to_owned(), edit: None });
    }
    // `http` is one letter from `https`, and both are right with their colon.
    let right = head.ends_with(':') && steps == 0;
    (!right).then(|| begun(url, part, meant))
}

/// A URL that begins wrongly.
fn begun(url: &str, part: Span, meant: &'static str) -> Damage {
    let message = format!("no address begins with `{}`", part.of(url));
    Damage { part, message, help: format!("write `{meant}`"), edit: Some((part, meant)) }
}

/// `mailto:anna@@example.org`, and `anna@example.org` as a link.
pub(super) fn mail(target: &Target<'_>) -> Option<Damage> {
    let url = target.url;
    let Some(listed) = url.strip_prefix("mailto:") else { return bare(target) };
    let start = url.len() - listed.len();
    let listed = &listed[..listed.find('?').unwrap_or(listed.len())];
    // Several addresses stand behind commas.
    let mut at = start;
    listed.split(',').find_map(|address| {
        let part = Span::new(at..at + address.len());
        at += address.len() + 1;
        let (_, host) = address.split_once('@')?;
        let damaged = |message: String, help: &str| Damage { part, message, help: help.to_owned(), edit: None };
        if host.contains('@') {
            return Some(damaged(format!("`{address}` has more than one `@`"), "an address has one `@`"));
        }
        if !host.is_empty() && host.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-') {
            let help = "write the whole domain, with its ending";
            return Some(damaged(format!("the domain of `{address}` has no ending"), help));
        }
        let (message, help) = reason(host)?;
        Some(damaged(message, &help))
    })
}

/// An address that is taken as a page of the site.
fn bare(target: &Target<'_>) -> Option<Damage> {
    if !matches!(target.kind, TargetKind::Link | TargetKind::Definition) {
        return None;
    }
    let (name, host) = target.url.split_once('@')?;
    let plain = |text: &str, marks: &[u8]| {
        !text.is_empty() && text.bytes().all(|b| b.is_ascii_alphanumeric() || marks.contains(&b))
    };
    let ending = host.rsplit_once('.').map_or("", |(_, ending)| ending);
    let is_one = plain(name, b"._+-")
        && plain(host, b".-")
        && !host.starts_with(|c: char| c.is_ascii_digit())
        && ending.len() > 1
        && ending.bytes().all(|b| b.is_ascii_alphabetic());
    is_one.then(|| Damage {
        part: Span::new(0..target.url.len()),
        message: "this address is taken as a page of the site".to_owned(),
        help: "write `mailto:` before it".to_owned(),
        edit: Some((Span::at(0), "mailto:")),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use handbill_text::Mapped;

    fn told(url: &str) -> bool {
        let place = Mapped { span: Span::new(0..url.len()), written: true };
        scheme(url).is_some() || mail(&Target { url, place, kind: TargetKind::Link }).is_some()
    }

    #[test]
    fn addresses_that_lost_a_part_are_told() {
        for url in [
            "https//example.org", "http//example.org", "https:/example.org", "http:example.org", "htps://example.org",
            "hhttps://example.org", "HTTPSS://example.org", "ttp://example.org", "https://https://example.org",
            "http://https//example.org", "mailto:anna@@example.org", "mailto:anna@example", "mailto:anna@example.con",
            "mailto:a@example.org,b@@example.org", "anna@example.org",
        ] {
            assert!(told(url), "{url}");
        }
    }

    #[test]
    fn other_schemes_and_names_are_left_alone() {
        for url in [
            "https://example.org", "http://example.org", "HTTPS://example.org", "//example.org", "https:", "https://",
            "httpsx", "http-map", "ftp://example.org", "/a//b", "a//b", "tel:112", "mailto:anna@example.org",
            "mailto:a@example.org,b@example.org?subject=a@b", "mailto:?subject=a", "mailto:anna", "logo@2x.png",
            "/@anna", "https://social.example/@anna@example.org", "@anna@example.org",
            "web.archive.org/https://example.org", "https://web.example/http://example.org",
        ] {
            assert!(!told(url), "{url}");
        }
    }
}
