//! `anna@example,org`, `anna @example.org`.

use handbill_model::{Applicability, Diagnostic};
use handbill_text::{Edit, Span};

use crate::rule::rule;
use crate::subject::{Known, Subject, Text};

rule! {
    /// An e-mail address in the text has a comma, a blank or a mark too many.
    ///
    /// Who copies it writes to nobody, and may never know.
    ///
    /// ```page bad
    /// Questions? Write to anna@example,org before Monday.
    /// ```
    /// ```page good
    /// Questions? Write to <anna@example.org> before Monday.
    /// ```
    ///
    /// A comma counts before an ending that hosts have, two `@` or two stops in a row inside of an address, and a blank beside
    /// the `@` in a sentence that speaks of mail: elsewhere `@example.org` is the name of somebody in a network. Addresses
    /// of links are the matter of `suspicious-host`; those that hide from programs, `anna at example.org`, are left alone.
    "damaged-address": Error, Links, Page
}

/// What hosts end with; few words that follow a comma are among them, and none without a blank.
static ENDINGS: Known = Known::new(&[
    "at", "au", "be", "ca", "ch", "com", "cz", "de", "dk", "edu", "es", "eu", "fi", "fr", "gov", "ie", "info", "io",
    "jp", "net", "nl", "nz", "org", "pl", "pt", "se", "uk",
]);

/// What tells that an address is one of mail.
static MAIL: Known = Known::new(&["contact", "email", "emailed", "mail", "mails", "write"]);

/// What tells that it is the name of somebody in a network.
static NETWORKS: Known = Known::new(&[
    "bluesky", "bsky", "follow", "handle", "hashtag", "instagram", "mastodon", "mention", "social", "tag", "telegram",
    "threads", "tweet", "twitter", "x",
]);

/// Names and hosts have at most so many bytes.
const LONGEST: usize = 100;

fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    for text in subject.texts().iter().filter(|text| text.block.is_some()) {
        let mut last = 0;
        for (at, _) in text.text.match_indices('@') {
            // The second of two in a row is told with the first.
            if at < last {
                continue;
            }
            let Some(address) = address(text, at) else { continue };
            last = address.span.end();
            found.extend(finding(subject, text, &address));
        }
    }
}

/// An address that is none.
struct Address {
    span: Span,
    /// The part that is wrong, and what belongs there.
    slip: Span,
    right: &'static str,
}

fn address(text: &Text<'_>, at: usize) -> Option<Address> {
    let whole = text.text.as_bytes();
    let of_name = |byte: &&u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'_' | b'+');
    let of_host = |byte: &&u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-');
    let blank = |at: Option<usize>| at.and_then(|at| whole.get(at)) == Some(&b' ');
    let parted = [blank(at.checked_sub(1)), blank(Some(at + 1))];
    let name_end = at - usize::from(parted[0]);
    let signs = 1 + usize::from(whole.get(at + 1) == Some(&b'@'));
    let host_start = at + signs + usize::from(parted[1]);
    let name = whole[..name_end].iter().rev().take(LONGEST).take_while(of_name).count();
    let host = whole[host_start..].iter().take(LONGEST).take_while(of_host).count();
    let span = Span::new(name_end - name..host_start + host);
    let host = text.text[host_start..host_start + host].trim_end_matches(['.', '-']);
    let span = Span::new(span.start()..span.end().min(host_start + host.len()));
    let free =
        !text.text[..span.start()].ends_with(|c: char| c.is_alphanumeric() || matches!(c, '/' | '@' | ':' | '='));
    if name == 0
        || !free
        || !whole[span.start()].is_ascii_alphanumeric()
        || !host.starts_with(|c: char| c.is_ascii_alphanumeric())
    {
        return None;
    }
    let slip = |slip: Span, right| Some(Address { span, slip, right });
    if signs == 2 && parted == [false, false] {
        return is_host(host).then(|| slip(Span::new(at..at + 2), "@")).flatten();
    }
    match parted {
        [false, false] => {
            if let Some(stops) = host.find("..").filter(|_| is_host(&host.replace("..", "."))) {
                return slip(Span::new(host_start + stops..host_start + stops + 2), ".");
            }
            comma(text.text, span, host)
        }
        [true, false] => (is_host(host) && is_mail(text, span)).then(|| slip(Span::new(at - 1..at + 1), "@")).flatten(),
        [false, true] => (is_host(host) && is_mail(text, span)).then(|| slip(Span::new(at..at + 2), "@")).flatten(),
        // `Tea @ example.org` tells where.
        [true, true] => None,
    }
}

/// `anna@example,org`: nothing but the ending of a host behind the comma.
fn comma(text: &str, span: Span, host: &str) -> Option<Address> {
    let ending = text[span.end()..].strip_prefix(',')?;
    let length = ending.bytes().take(LONGEST).take_while(u8::is_ascii_alphabetic).count();
    let (ending, rest) = ending.split_at(length);
    // `anna@example.org,com` may be two of a list.
    let goes_on = rest.starts_with(['@', '-', '_'])
        || rest.strip_prefix('.').is_some_and(|rest| rest.starts_with(char::is_alphanumeric));
    let one = !goes_on && !ends_as_host(host) && ENDINGS.has(ending) && ending.bytes().all(|b| b.is_ascii_lowercase());
    let comma = Span::new(span.end()..span.end() + 1);
    one.then(|| Address { span: Span::new(span.start()..comma.end() + length), slip: comma, right: "." })
}

/// Whether a host has a name and an ending.
fn is_host(host: &str) -> bool {
    ends_as_host(host) && host.split('.').all(|part| !part.is_empty())
}

fn ends_as_host(host: &str) -> bool {
    host.rsplit_once('.').is_some_and(|(_, ending)| ENDINGS.has(ending))
}

/// Whether the sentence around a place speaks of mail.
fn is_mail(text: &Text<'_>, span: Span) -> bool {
    let sentence = text.sentence(span).of(text.text);
    MAIL.is_in(sentence) && !NETWORKS.is_in(sentence)
}

fn finding(subject: &Subject<'_>, text: &Text<'_>, address: &Address) -> Option<Diagnostic> {
    let place = text.place(address.span).span;
    let slip = text.place(address.slip);
    let links = text.links();
    let next = links.partition_point(|link| link.span.end() <= address.slip.start());
    let known = links.get(next).is_some_and(|link| !link.bare && link.span.overlaps(address.slip));
    if text.is_code(address.span) || subject.is_brought(place) || known {
        return None;
    }
    let written = address.span.of(text.text);
    let (from, to) = (address.slip.start() - address.span.start(), address.slip.end() - address.span.start());
    let meant = format!("{}{}{}", &written[..from], address.right, &written[to..]);
    let finding = RULE.finding(place, format!("`{written}` is no address")).with_help(format!("is `{meant}` meant?"));
    let exact = slip.written && subject.source(slip.span) == address.slip.of(text.text);
    Some(if exact {
        let edit = Edit { span: slip.span, text: address.right.to_owned() };
        finding.with_fix(format!("write `{meant}`"), Applicability::Ask, vec![edit])
    } else {
        finding
    })
}
