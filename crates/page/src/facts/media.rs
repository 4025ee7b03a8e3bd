//! Videos, slides and photographs; not maps, not calendars.

use std::collections::BTreeSet;

use handbill_model::{Media, MediaKind, SourceKind};
use handbill_text::Span;

use super::ledger::{Cite, Cited};
use super::sentences::{has_any, mark_at};
use super::view::View;
use crate::outline::{Block, BlockKind};
use crate::passage::{LinkMark, Passage};

/// What in a URL shows a medium: the name of a host up to its first dot, and what stands behind it.
const HOSTS: &[(&str, &str, MediaKind)] = &[
    ("youtube", ".com/embed", MediaKind::Video),
    ("youtube-nocookie", ".com/embed", MediaKind::Video),
    ("youtube", ".com/watch", MediaKind::Video),
    ("youtube", ".com/playlist", MediaKind::Video),
    ("youtu", ".be/", MediaKind::Video),
    ("vimeo", ".com/", MediaKind::Video),
    ("media", ".ccc.de", MediaKind::Video),
    ("av", ".tib.eu", MediaKind::Video),
    ("slideshare", ".net", MediaKind::Slides),
    ("docs", ".google.com/presentation", MediaKind::Slides),
    ("speakerdeck", ".com", MediaKind::Slides),
    ("flickr", ".com/photos", MediaKind::Photos),
    ("photos", ".app.goo.gl", MediaKind::Photos),
    ("photos", ".google.com", MediaKind::Photos),
    ("flic", ".kr", MediaKind::Photos),
];

/// What the page embeds, and what it links to as recording, slides or photographs.
pub(crate) fn media(view: &View<'_>) -> Vec<Cited<Media>> {
    let mut found = of_blocks(view.outline.blocks.iter());
    // `Day 1` below `Recordings` leads to one.
    for (_, block) in view.sections(HEADINGS).flat_map(|section| view.outline.within(section)) {
        for link in block.passages().flat_map(|passage| &passage.links) {
            if let Some(kind) = of_host(&link.url) {
                push(&mut found, &link.url, kind, Cite::new(link.source, SourceKind::Link));
            }
        }
    }
    for code in view.shortcodes() {
        let film = EMBEDDED.iter().find(|url| is_of(url, code.name)).zip(code.argument("id"));
        if let Some((url, id)) = film {
            let cite = Cite::new(code.span, SourceKind::Html).noted("embedded by a shortcode");
            push(&mut found, &format!("{url}{id}"), MediaKind::Video, cite);
        }
    }
    once(found)
}

/// Headings over links to media.
const HEADINGS: &[&str] =
    &["recording", "recordings", "video", "videos", "slides", "photos", "photographs", "pictures", "presentations"];

/// Where the films are that a shortcode of their host's name embeds.
const EMBEDDED: &[&str] = &["https://www.youtube.com/watch?v=", "https://vimeo.com/"];

/// Whether a URL is one of the host of this name.
fn is_of(url: &str, host: &str) -> bool {
    url.split(['/', '.']).any(|part| part == host)
}

/// The media of some blocks of a page, each once.
pub(crate) fn of_blocks<'a>(blocks: impl Iterator<Item = &'a Block>) -> Vec<Cited<Media>> {
    let mut found: Vec<Cited<Media>> = Vec::new();
    for block in blocks {
        if let BlockKind::Embed { url } = &block.kind
            && let Some(kind) = of_host(url)
        {
            push(&mut found, url, kind, Cite::new(block.span, SourceKind::Html));
        }
        for passage in block.passages() {
            links(passage, &mut found);
        }
    }
    once(found)
}

/// The media that a passage links to.
pub(crate) fn of_passage(passage: &Passage) -> Vec<Cited<Media>> {
    let mut found = Vec::new();
    links(passage, &mut found);
    once(found)
}

/// What a passage links to below a head that names a medium: `Slides`, over `[PDF](..)`.
pub(crate) fn below(head: &str, passage: &Passage) -> Vec<Cited<Media>> {
    const HEADS: &[(&[&str], MediaKind)] = &[
        (&["slides", "slide", "presentation slides", "slide deck"], MediaKind::Slides),
        (&["video", "videos", "recording", "recordings"], MediaKind::Video),
    ];
    let is = |words: &[&str]| words.iter().any(|word| word.eq_ignore_ascii_case(head.trim()));
    let Some((_, kind)) = HEADS.iter().find(|(words, _)| is(words)) else { return Vec::new() };
    let mut found = Vec::new();
    for link in passage.links.iter().filter(|link| link.url.contains("://") || link.url.starts_with('/')) {
        let own = self::kind(passage, link).unwrap_or_else(|| kind.clone());
        push(&mut found, &link.url, own, Cite::new(link.source, SourceKind::Link));
    }
    once(found)
}

/// Whether a link is called a recording or slides, and leads to one.
pub(crate) fn is_labelled(passage: &Passage, link: &LinkMark) -> bool {
    called(link.span.of(&passage.text)).is_some() && kind(passage, link).is_some()
}

/// Whether a part of a passage says nothing but that there are recordings or slides.
pub(crate) fn is_label(passage: &Passage, span: Span) -> bool {
    let linked = |at: usize| {
        let started = passage.links.partition_point(|link| link.span.start() <= at);
        let last = passage.links[..started].last();
        last.is_some_and(|link| at <= link.span.end() && kind(passage, link).is_some())
    };
    let mut at = span.start();
    span.of(&passage.text).split_inclusive(|c: char| !c.is_alphanumeric()).all(|word| {
        let here = at;
        at += word.len();
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        bare.is_empty() || linked(here) || called(bare).is_some()
    })
}

fn links(passage: &Passage, found: &mut Vec<Cited<Media>>) {
    for link in &passage.links {
        if let Some(kind) = kind(passage, link) {
            push(found, &link.url, kind, Cite::new(link.source, SourceKind::Link));
        }
    }
}

/// What a link leads to: a host of media that the text or the lack of one speaks of, or a file called slides.
fn kind(passage: &Passage, link: &LinkMark) -> Option<MediaKind> {
    let text = link.span.of(&passage.text);
    if link.url.starts_with("mailto:") || link.url.starts_with('#') {
        return None;
    }
    let found = of_host(&link.url)
        .filter(|_| link.bare || has_any(text, WORDS) || is_announced(passage, link))
        .or_else(|| of_file(link, text))
        .or_else(|| {
            let named = called(text)?;
            (link.url.contains('/') || link.url.contains('.')).then_some(named)
        });
    found.filter(|_| !is_earlier(passage, link))
}

/// `Photos are [on Flickr]`: the medium stands right before a link that names where it is.
fn is_announced(passage: &Passage, link: &LinkMark) -> bool {
    let text = link.span.of(&passage.text);
    const NEAR: usize = 80;
    let before = &passage.text[..link.span.start()];
    let before = &before[before.char_indices().rev().nth(NEAR).map_or(0, |(at, _)| at)..];
    let before = before.rsplit(['.', '\n', '!', ';', ',']).next().unwrap_or("");
    // `the slides of [Ann Lee]`.
    let of = || ["slides of ", "slides by ", "recording of ", "video of "].iter().any(|lead| before.ends_with(lead));
    (has_any(text, &["flickr", "youtube", "vimeo", "slideshare"]) || of())
        && before.split_whitespace().count() <= 4
        && has_any(before, WORDS)
        && !has_any(before, &["previous", "last", "earlier", "past"])
}

/// `The [recording] of the previous meeting` is none of this one.
fn is_earlier(passage: &Passage, link: &LinkMark) -> bool {
    const NEAR: usize = 60;
    let behind = &passage.text[link.span.end()..];
    let near = &behind[..behind.char_indices().nth(NEAR).map_or(behind.len(), |(at, _)| at)];
    let end = near.find(['.', '\n', '!']).unwrap_or(near.len());
    has_any(&near[..end], &["previous", "last year", "last edition"])
}

/// Slides that are a file or a deposit: `opening-slides.pdf`, `Opening slides` on Zenodo.
fn of_file(link: &LinkMark, text: &str) -> Option<MediaKind> {
    let path = link.url.split(['?', '#']).next().unwrap_or("");
    let name = path.rsplit('/').next().unwrap_or("");
    let named = || name.as_bytes().windows("slides".len()).any(|part| part.eq_ignore_ascii_case(b"slides"));
    // Most links are named after something else.
    if !named() && !has_any(text, &["slides", "slide deck"]) {
        return None;
    }
    let (path, name) = (path.to_lowercase(), name.to_lowercase());
    let file = [".pdf", ".ppt", ".pptx", ".odp", ".key"].iter().any(|ending| name.ends_with(ending));
    let deposit = ["zenodo.org/record", "doi.org/10.5281/zenodo", "figshare.com", "osf.io/"]
        .iter()
        .any(|host| path.contains(host));
    (file || deposit).then_some(MediaKind::Slides)
}

/// What the first of the [`HOSTS`] that stands in a URL shows; many hosts have `peertube` in their names.
fn of_host(url: &str) -> Option<MediaKind> {
    if mark_at(url, "peertube").is_some() {
        return Some(MediaKind::Video);
    }
    let bytes = url.as_bytes();
    let around = |dot: usize| {
        let (before, behind) = bytes.split_at(dot);
        HOSTS.iter().position(|(name, rest, _)| {
            // The last letter tells most names apart.
            before.last() == name.as_bytes().last()
                && before.ends_with(name.as_bytes())
                && behind.starts_with(rest.as_bytes())
        })
    };
    let first = memchr::memchr_iter(b'.', bytes).filter_map(around).min()?;
    Some(HOSTS[first].2.clone())
}

/// What a text that is nothing but a medium's name names: `Slides`, `video recording`, `Slides (PDF)`.
fn called(text: &str) -> Option<MediaKind> {
    let mut named = None;
    for word in text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
        match NAMES.iter().find(|(name, _)| name.eq_ignore_ascii_case(word)) {
            Some((_, kind)) => named = named.or_else(|| kind.clone()),
            None => return None,
        }
    }
    named
}

fn push(found: &mut Vec<Cited<Media>>, url: &str, kind: MediaKind, cite: Cite) {
    let mut media = Media::new(url);
    media.kind = Some(kind);
    found.push(Cited::new(media, cite));
}

/// The first of each medium, however its URL is written.
fn once(mut found: Vec<Cited<Media>>) -> Vec<Cited<Media>> {
    let mut seen = BTreeSet::new();
    found.retain(|medium| seen.insert(medium_of(&medium.value.url).to_owned()));
    found
}

/// What a URL leads to: the film of `youtu.be/ID`, `youtube.com/embed/ID` and `youtube.com/watch?v=ID` is one.
fn medium_of(url: &str) -> &str {
    const FILMS: &[&str] = &["youtu.be/", "/embed/", "/watch?v=", "vimeo.com/video/", "vimeo.com/"];
    let hosted =
        ["youtu.be/", "youtube.com/", "youtube-nocookie.com/", "vimeo.com/"].iter().any(|host| url.contains(host));
    let film = FILMS.iter().filter(|_| hosted).find_map(|path| Some(url.split_once(path)?.1));
    let id = film.and_then(|rest| rest.split(['?', '&', '#', '/']).next());
    // A list of films is another one for each of its own addresses.
    let listed = url.split(['?', '&']).any(|part| part.split('=').next() == Some("list"));
    id.filter(|id| !id.is_empty() && !listed).unwrap_or(url)
}

/// What a link to a medium says.
const WORDS: &[&str] = &[
    "video", "videos", "recording", "recordings", "slides", "slide", "photos", "photographs", "pictures", "playlist",
    "watch", "presentation", "album", "albums", "photo",
];

/// Words of a link that is named after its medium, and the medium where the word names one.
const NAMES: &[(&str, Option<MediaKind>)] = &[
    ("slides", Some(MediaKind::Slides)),
    ("slide", Some(MediaKind::Slides)),
    ("slidedeck", Some(MediaKind::Slides)),
    ("video", Some(MediaKind::Video)),
    ("recording", Some(MediaKind::Video)),
    ("deck", None),
    ("pdf", None),
    ("ppt", None),
    ("pptx", None),
    ("of", None),
    ("the", None),
    ("talk", None),
    ("presentation", None),
    ("session", None),
    ("link", None),
    ("to", None),
    ("download", None),
    ("view", None),
    ("see", None),
    ("watch", None),
];
