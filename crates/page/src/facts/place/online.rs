//! Where an online event is: its platform and the way in.

use handbill_model::{Online, SourceKind};

use crate::facts::keys::Key;
use crate::facts::ledger::Cite;
use crate::facts::view::{Sentence, View};

/// Platforms by the words that name them: where people meet, then where they chat beside the event.
const PLATFORMS: &[(&str, &str)] = &[
    ("zoom", "Zoom"),
    ("microsoft teams", "Microsoft Teams"),
    ("google meet", "Google Meet"),
    ("bigbluebutton", "BigBlueButton"),
    ("jitsi", "Jitsi"),
    ("webex", "Webex"),
    ("hopin", "Hopin"),
    ("gather", "Gather"),
    ("discord", "Discord"),
    ("whova", "Whova"),
];

/// How many of them are where people meet.
const MEETINGS: usize = 6;

/// What in a URL leads into a meeting: a host, and what its path goes on with. Links to register there lead elsewhere.
const WAYS_IN: &[(&str, &[&str])] = &[
    ("zoom.us", &["/j/", "/my/", "/w/", "/s/"]),
    ("teams.microsoft.com", &["meetup-join", "/meet/"]),
    ("teams.live.com", &["/meet/"]),
    ("meet.google.com", &["/"]),
    ("webex.com", &["j.php", "/meet/", "/join/"]),
    ("meet.jit.si", &["/"]),
    ("gotomeet.me", &["/"]),
    ("gotomeeting.com", &["/join/"]),
    ("whereby.com", &["/"]),
    ("gather.town", &["/"]),
];

/// Whether a text names a platform and nothing else: `Zoom`, `Zoom, https://zoom.us/j/123`, `via Zoom`.
pub(crate) fn is_platform(text: &str) -> bool {
    const JOINTS: &[&str] = &["via", "on", "over", "using", "por", "per", "über", "auf", "sur"];
    let name = text.split([',', '(', ':']).next().unwrap_or(text).trim();
    let name = match name.split_once(' ') {
        Some((first, rest)) if JOINTS.iter().any(|joint| joint.eq_ignore_ascii_case(first)) => rest.trim(),
        Some(_) | None => name,
    };
    PLATFORMS.iter().any(|(word, _)| word.eq_ignore_ascii_case(name))
}

/// The words that name platforms.
pub(super) fn words() -> impl Iterator<Item = &'static str> {
    PLATFORMS.iter().map(|(word, _)| *word)
}

/// Whether a sentence names a platform.
pub(super) fn names_platform(sentence: &Sentence<'_>) -> bool {
    words().any(|word| sentence.has(&[word]))
}

/// Whether a sentence names a platform where people meet.
pub(super) fn names_meeting(sentence: &Sentence<'_>) -> bool {
    PLATFORMS[..MEETINGS].iter().any(|(word, _)| sentence.has(&[word]))
}

/// The platform that a sentence names as the place, and the one link of the page that leads into a meeting; the place of
/// each behind its key.
pub(crate) fn online(view: &View<'_>) -> Option<(Online, Vec<(&'static str, Cite)>)> {
    let (mut online, mut cites) = (Online::default(), Vec::new());
    let words: Vec<&str> = words().collect();
    if let Some((platform, cite)) = view.telling(&words).find_map(platform) {
        platform.clone_into(&mut online.platform);
        cites.push(("platform", cite));
    }
    if let Some((url, cite)) = way_in(view) {
        online.url = url;
        cites.push(("url", cite));
    }
    (!cites.is_empty()).then_some((online, cites))
}

fn platform(sentence: Sentence<'_>) -> Option<(&'static str, Cite)> {
    let (word, name) = PLATFORMS.iter().find(|(word, _)| sentence.has(&[word]))?;
    if !sentence.has(&["held", "using", "via", "on", "over", "takes place", "link"]) {
        return None;
    }
    let span = sentence.find(&[word])?;
    // `Software like Zoom` is an example.
    let before = sentence.text()[..span.start()].trim_end();
    if ["like", "such as", "e.g.", "e.g.,"].iter().any(|example| before.ends_with(example)) {
        return None;
    }
    let span = span.shift(sentence.span.start());
    Some((name, Cite::part(sentence.passage, span, SourceKind::Prose)))
}

/// The one URL that leads into a meeting: where sessions have their own, none is the event's.
fn way_in(view: &View<'_>) -> Option<(String, Cite)> {
    let keyed =
        view.keys.all(Key::Online).find(|value| value.written().is_some_and(|text| text.starts_with("https://")));
    if let Some(value) = keyed {
        return Some((value.written().unwrap_or_default().to_owned(), Cite::front_matter(value)));
    }
    let values = [Key::Online, Key::Place].into_iter().flat_map(|key| view.keys.all(key));
    let stated = values.flat_map(|value| {
        let words = value.written().unwrap_or_default().split([' ', '(', ')', ',', '<', '>']);
        words.filter(|word| leads_in(word)).map(move |url| (url, Cite::front_matter(value)))
    });
    let links = view.linked().flat_map(|(_, passage)| &passage.links);
    let linked = links.filter(|link| leads_in(&link.url));
    let mut all = stated.chain(linked.map(|link| (link.url.as_str(), Cite::new(link.source, SourceKind::Link))));
    let (url, cite) = all.next()?;
    all.all(|(other, _)| other == url).then(|| (url.to_owned(), cite))
}

fn leads_in(url: &str) -> bool {
    let address = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"));
    let Some((host, path)) = address.and_then(|address| Some(address.split_at(address.find('/')?))) else {
        return false;
    };
    // `port.zoom.us` is one of `zoom.us`.
    let is_of = |known: &str| host.strip_suffix(known).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'));
    let ways = WAYS_IN.iter().find(|(known, _)| is_of(known)).map_or(&[][..], |(_, ways)| ways);
    path.len() > 1 && ways.iter().any(|way| path.contains(way))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_meeting_is_told_from_a_registration() {
        for url in [
            "https://zoom.us/j/123", "https://port.zoom.us/my/harbour", "https://meet.google.com/abc-defg-hij",
            "https://harbour.webex.com/harbour/j.php?MTID=1", "https://teams.microsoft.com/l/meetup-join/19%3a",
        ] {
            assert!(leads_in(url), "{url}");
        }
        for url in [
            "https://zoom.us/webinar/register/WN_1", "https://zoom.us/meeting/register/abc", "https://zoom.us/",
            "https://meet.google.com/", "https://example.org/zoom.us/j/1", "https://notzoom.us/j/1", "zoom.us/j/1", "",
        ] {
            assert!(!leads_in(url), "{url}");
        }
    }
}
