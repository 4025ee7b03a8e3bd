//! Passwords and keys that everybody can read.

use std::collections::BTreeMap;

use handbill_model::{Diagnostic, Label, Severity};
use handbill_text::Span;

use crate::rule::rule;
use crate::subject::{Subject, Text};

rule! {
    /// A meeting's password, or a key of an interface, is published.
    ///
    /// Programs search public pages for them. A meeting with its password on the page has guests that nobody invited.
    ///
    /// ```page bad
    /// Join us on Zoom. The password is 482910.
    /// ```
    /// ```page good
    /// Join us on Zoom. The password is sent with your registration.
    /// ```
    ///
    /// A link that carries the password, as Zoom gives it, publishes it too:
    ///
    /// ```page bad
    /// [Join us](https://zoom.example/j/123456789?pwd=QmdKN0dN)
    /// ```
    /// ```page good
    /// [Join us](https://zoom.example/j/123456789)
    /// ```
    ///
    /// Keys that begin with `AIza` are meant for browsers and half public: they are a hint, since they must be limited to
    /// the site.
    "published-secret": Warning, Words, Page
}

/// How secrets of meetings are introduced, by the first letter.
fn introductions(letter: u8) -> &'static [&'static str] {
    match letter.to_ascii_lowercase() {
        b'c' => &["contraseña"],
        b'k' => &["kenncode"],
        b'm' => &["mot de passe"],
        b'p' => &["passcode", "pass code", "password", "passwort", "pin", "pin code"],
        b's' => &["senha"],
        b'w' => &["wachtwoord"],
        _ => &[],
    }
}

/// Whether a word begins like one of the [`introductions`].
fn may_introduce(word: &str) -> bool {
    let [first, second, ..] = *word.as_bytes() else { return false };
    introductions(first).iter().any(|known| known.as_bytes()[1] == second.to_ascii_lowercase())
}

fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    for text in subject.texts() {
        for secret in secrets(text) {
            let place = text.place(secret).span;
            let written = secret.of(text.text).to_owned();
            if subject.is_brought(place) {
                continue;
            }
            if let Some(at) = seen.get(&written) {
                let finding: &mut Diagnostic = &mut found[*at];
                finding.labels.push(Label { span: place, text: "and here".to_owned() });
                continue;
            }
            seen.insert(written, found.len());
            found.push(
                RULE.finding(place, "a meeting's password is published")
                    .with_help("send it to those who registered, and change it"),
            );
        }
    }
    links(subject, found);
    keys(subject, found);
}

/// Links into a meeting that carry its password: `https://zoom.us/j/123?pwd=abc`.
fn links(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    for target in subject.targets().iter().filter(|target| !subject.is_brought(target.place.span)) {
        let Some(secret) = carried(target.url) else { continue };
        let whole = target.place.span;
        let exact = target.place.written && subject.source(whole) == target.url;
        let place = if exact { secret.shift(whole.start()) } else { whole };
        // One link is one cause, however often it stands there.
        if let Some(at) = seen.get(target.url) {
            let finding: &mut Diagnostic = &mut found[*at];
            finding.labels.push(Label { span: place, text: "and here".to_owned() });
            continue;
        }
        seen.insert(target.url, found.len());
        found.push(
            RULE.finding(place, "the link carries the meeting's password")
                .with_help("send it to those who registered, and change the password"),
        );
    }
}

/// Where in a URL the value of `pwd` or `passcode` stands.
fn carried(url: &str) -> Option<Span> {
    let query = url.find('?')? + 1;
    let mut at = query;
    url[query..].split(['&', '#']).find_map(|pair| {
        let start = at;
        at += pair.len() + 1;
        let (key, value) = pair.split_once('=')?;
        let secret = ["pwd", "passcode"].iter().any(|known| known.eq_ignore_ascii_case(key)) && value.len() >= 4;
        secret.then(|| Span::new(start + key.len() + 1..start + pair.len()))
    })
}

/// Where in a word another may start: at its start, and, in a text that has any, behind an apostrophe, `l'pin`.
fn starts(word: &str, apostrophes: bool) -> impl Iterator<Item = usize> {
    let bytes = word.as_bytes();
    let end = if apostrophes { bytes.len() } else { 1 };
    (0..end).filter(|at| *at == 0 || !bytes[*at - 1].is_ascii_alphabetic())
}

/// The last byte of `’`, which is found faster than the three.
const CURLY: u8 = 0x99;

/// `password: 482910`, `passcode is "x4y"`: the secret alone.
fn secrets(text: &Text<'_>) -> Vec<Span> {
    let mut found = Vec::new();
    let bytes = text.text.as_bytes();
    let apostrophes = bytes.contains(&b'\'') || bytes.contains(&CURLY);
    // Nearly all words are let go here.
    let may_be = |word: &str| apostrophes || may_introduce(word);
    let words = text.words().iter().filter(|(_, word)| may_be(word));
    for at in words.flat_map(|(span, word)| starts(word, apostrophes).map(|at| span.start() + at)) {
        let named = introductions(bytes[at]).iter().filter(|word| starts_with(&text.text[at..], word));
        for word in named.filter(|_| !text.text[..at].ends_with(char::is_alphanumeric)) {
            let end = at + word.len();
            let rest = &text.text[end..];
            let Some(skip) = introduced(rest).or_else(|| followed(word, rest)) else { continue };
            let start = end + skip;
            let secret = text.text[start..].split_whitespace().next().unwrap_or("");
            let secret = secret.trim_end_matches(['.', ',', ';', ')', '!', '"', '”', '\'']);
            let opened = secret.trim_start_matches(['"', '“', '\'']);
            let start = start + secret.len() - opened.len();
            let is_one = opened.len() >= 4
                && opened.contains(|c: char| c.is_ascii_digit())
                && !opened.contains("://")
                && opened.is_ascii();
            // A day or a time is when it is told, not what it is.
            let span = Span::new(start..start + opened.len());
            let is_date = is_one && text.phrases().dates.iter().any(|date| date.span.overlaps(span))
                || text.phrases().times.iter().any(|time| time.span.overlaps(span));
            if is_one && !is_date {
                found.push(span);
            }
        }
    }
    found.sort_unstable();
    found.dedup();
    found
}

/// Whether a text begins with a word, in whatever letters.
fn starts_with(text: &str, word: &str) -> bool {
    text.as_bytes().get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word.as_bytes()))
}

/// How many bytes a colon, an equals sign or `is` takes, blanks around it included.
fn introduced(rest: &str) -> Option<usize> {
    let trimmed = rest.trim_start();
    let sign = [":", "=", "(", "is:", "is "].into_iter().find(|sign| trimmed.starts_with(sign))?;
    let behind = &trimmed[sign.len()..];
    Some(rest.len() - behind.trim_start().len())
}

/// How many bytes the blank behind a word of meetings takes, where nothing but digits follows: `passcode 4242`. Of other
/// words a number may say how many there are.
fn followed(word: &str, rest: &str) -> Option<usize> {
    let behind = rest.strip_prefix(' ').filter(|_| MEETINGS.contains(&word))?;
    let digits = behind.bytes().take_while(u8::is_ascii_digit).count();
    // More digits are a meeting's number; `4-digit` and `6.0` go on.
    let ends = !behind[digits..].starts_with(|c: char| c.is_alphanumeric() || matches!(c, '-' | '_'));
    ((4..=10).contains(&digits) && ends).then_some(1)
}

/// Those of the [`introductions`] that nothing but a meeting has.
const MEETINGS: &[&str] = &["kenncode", "pass code", "passcode"];

/// Keys of Google's interfaces: `AIza` and 35 characters.
fn keys(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    const LENGTH: usize = 39;
    let source = &subject.page.source;
    if !source.contains("AIza") {
        return;
    }
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    for (at, _) in source.match_indices("AIza") {
        let Some(key) = source.get(at..at + LENGTH) else { continue };
        let word = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
        if !key.chars().all(word) || source[..at].ends_with(word) || source[at + LENGTH..].starts_with(word) {
            continue;
        }
        let span = Span::new(at..at + LENGTH);
        if let Some(first) = seen.get(key) {
            let finding: &mut Diagnostic = &mut found[*first];
            finding.labels.push(Label { span, text: "and here".to_owned() });
            continue;
        }
        seen.insert(key, found.len());
        let mut finding =
            RULE.finding(span, "a Google API key is published").with_help("limit the key to your site, or replace it");
        finding.severity = Severity::Info;
        found.push(finding);
    }
}
