//! Videos, slides and photographs; not maps, not calendars.

use handbill_model::{Media, MediaKind, SourceKind};

use super::ledger::{Cite, Cited};
use super::sentences::has_any;
use super::view::View;
use crate::outline::{Block, BlockKind};

/// What in a URL shows a medium.
const HOSTS: &[(&str, MediaKind)] = &[
    ("youtube.com/embed", MediaKind::Video),
    ("youtube-nocookie.com/embed", MediaKind::Video),
    ("youtube.com/watch", MediaKind::Video),
    ("youtube.com/playlist", MediaKind::Video),
    ("youtu.be/", MediaKind::Video),
    ("vimeo.com/", MediaKind::Video),
    ("media.ccc.de", MediaKind::Video),
    ("av.tib.eu", MediaKind::Video),
    ("peertube", MediaKind::Video),
    ("slideshare.net", MediaKind::Slides),
    ("docs.google.com/presentation", MediaKind::Slides),
    ("speakerdeck.com", MediaKind::Slides),
    ("flickr.com/photos", MediaKind::Photos),
    ("photos.app.goo.gl", MediaKind::Photos),
    ("photos.google.com", MediaKind::Photos),
    ("flic.kr", MediaKind::Photos),
];

/// What the page embeds, and what it links to as recording, slides or photographs.
pub(crate) fn media(view: &View<'_>) -> Vec<Cited<Media>> {
    of_blocks(view.outline.blocks.iter())
}

/// The media of some blocks of a page, each once.
pub(crate) fn of_blocks<'a>(blocks: impl Iterator<Item = &'a Block>) -> Vec<Cited<Media>> {
    let mut found: Vec<Cited<Media>> = Vec::new();
    for block in blocks {
        if let BlockKind::Embed { url } = &block.kind {
            push(&mut found, url, Cite::new(block.span, SourceKind::Html));
        }
        for passage in block.passages() {
            for link in passage.links.iter().filter(|link| link.bare || has_any(link.span.of(&passage.text), WORDS)) {
                push(&mut found, &link.url, Cite::new(link.source, SourceKind::Link));
            }
        }
    }
    found
}

fn push(found: &mut Vec<Cited<Media>>, url: &str, cite: Cite) {
    let Some((_, kind)) = HOSTS.iter().find(|(host, _)| url.contains(host)) else { return };
    if !found.iter().any(|known| known.value.url == url) {
        let mut media = Media::new(url);
        media.kind = Some(kind.clone());
        found.push(Cited::new(media, cite));
    }
}

/// What a link to a medium says.
const WORDS: &[&str] = &[
    "video", "videos", "recording", "recordings", "slides", "slide", "photos", "photographs", "pictures", "playlist",
    "watch", "presentation",
];
