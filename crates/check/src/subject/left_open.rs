//! What a page leaves open: facts that are not known yet, stand elsewhere, or in a part that could not be read.

use handbill_liquid::UnresolvedKind;

use super::{Known, Subject, normal};

/// Whether what could not be read may be a part of the page.
pub(crate) const fn is_part(kind: UnresolvedKind) -> bool {
    matches!(kind, UnresolvedKind::Include | UnresolvedKind::Data | UnresolvedKind::Tag)
}

impl Subject<'_> {
    /// Whether the page says that something is not known yet, or has parts that could not be read: what it lacks may be there.
    pub(crate) fn is_undecided(&self) -> bool {
        static WORDS: Known = Known::new(&[
            "tba", "tbd", "tbc", "announced", "forthcoming", "confirmed", "decided", "determined", "soon", "undecided",
        ]);
        const PHRASES: &[&str] = &[
            "looking for a date", "looking for a host", "looking for a place", "looking for a venue",
            "will be available", "will be fixed", "will be posted", "will be published", "will be sent", "will be set",
            "will be shared", "will follow",
        ];
        let told = || self.texts().iter().any(|text| text.words().iter().any(|(_, word)| WORDS.has(word)));
        self.has_unread_part() || told() || self.says(PHRASES)
    }

    /// Whether a part of the page could not be read.
    pub(crate) fn has_unread_part(&self) -> bool {
        self.page.expansion.unresolved.iter().any(|lost| is_part(lost.kind))
    }

    /// Whether one of these phrases, in small letters, stands on the page.
    pub(crate) fn says(&self, phrases: &[&str]) -> bool {
        self.texts().iter().any(|text| {
            let lower = text.text.to_lowercase();
            phrases.iter().any(|phrase| lower.contains(phrase))
        })
    }

    /// Whether the event has a site of its own, and the page is no more than a line in a listing: a key such as
    /// `external: https://...` leads there, or the event's name does.
    pub(crate) fn is_elsewhere(&self) -> bool {
        let away = |url: &str| url.starts_with("http");
        let key = self.page.front_matter.root.entries.iter().any(|entry| {
            entry.value.as_str().is_some_and(away) && !entry.key.contains("image") && !entry.key.contains("logo")
        });
        let name = self.page.document.event.as_ref().map_or("", |event| event.name.as_str());
        let named = || {
            let mut links = self.texts().iter().flat_map(|text| text.links().iter().map(move |link| (text, link)));
            links.any(|(text, link)| away(&link.url) && normal(link.span.of(text.text)) == normal(name))
        };
        key || !name.is_empty() && named()
    }
}
