//! How one registers.

use handbill_model::{Logistics, Moment, Pointer, Registration, RegistrationStatus, SourceKind};
use handbill_text::Span;

use super::ledger::{Cite, Cited, Ledger};
use super::sentences::{has_any, plain, sentences};
use super::view::View;
use super::when::single;
use crate::outline::BlockKind;
use crate::passage::{LinkMark, Passage};

/// Labels of the way to register.
pub(crate) const LABELS: &[&str] = &[
    "registration", "register", "sign up", "tickets", "booking", "rsvp", "registration link", "how to register",
    "register here", "event registration",
];

/// What links to a registration are called.
const LINK_WORDS: &[&str] = &[
    "register", "registration", "sign up", "signup", "book", "booking", "tickets", "ticket", "eventbrite", "rsvp",
    "enrol", "enroll",
];

const CLOSED: &[&str] =
    &["now closed", "is closed", "has closed", "are closed", "sold out", "closed", "fully booked", "no longer"];
const OPEN: &[&str] = &[
    "now open", "is open", "open now", "register now", "open for registration", "registration open", "are open",
    "now available",
];
const ANNOUNCED: &[&str] = &[
    "will open", "opens", "will be available", "available early", "available late", "coming soon", "will be announced",
    "later this year", "to be announced", "tba", "tbd", "will be open", "forthcoming", "will start",
];
const REQUIRED: &[&str] = &["required", "requires", "must register", "need to register", "require"];

/// Puts the ways to register into `logistics`, their places below `at`.
pub(crate) fn registrations(view: &View<'_>, ledger: &mut Ledger, at: &Pointer, logistics: &mut Logistics) {
    let mut found = labelled(view);
    if found.is_empty() {
        found = sections(view);
    }
    if found.iter().all(|fact| fact.value.url.is_empty())
        && let Some(fact) = linked(view)
    {
        match found.first_mut() {
            Some(first) => {
                first.value.url.clone_from(&fact.value.url);
                ledger.cite(at.key("registrations").index(0).key("url"), &fact.cite);
                if first.value.status.is_none() {
                    first.value.status.clone_from(&fact.value.status);
                }
            }
            None => found.push(fact),
        }
    }
    for fact in found {
        ledger.leaves(&at.key("registrations").index(logistics.registrations.len()), &fact.value, &fact.cite);
        logistics.registrations.push(fact.value);
    }
}

fn labelled(view: &View<'_>) -> Vec<Cited<Registration>> {
    let mut found = Vec::new();
    for fact in view.labelled(LABELS) {
        let inner: Vec<_> =
            view.outline.inside(fact.block).filter(|(_, block)| matches!(block.kind, BlockKind::Item { .. })).collect();
        let ways = inner.iter().filter(|(_, block)| block.passage.links.iter().any(is_way));
        let ways: Vec<_> = ways
            .map(|(_, block)| {
                way(view, &block.passage, Span::new(0..block.passage.text.len()), SourceKind::Label, true)
            })
            .collect();
        if ways.len() > 1 {
            found.extend(ways);
        } else if !fact.value.is_empty() {
            let mut own = way(view, &fact.value, Span::new(0..fact.value.text.len()), SourceKind::Label, false);
            if let Some(inner) = ways.first().filter(|_| own.value.url.is_empty()) {
                own.value.url.clone_from(&inner.value.url);
            }
            found.push(own);
        } else {
            found.extend(ways);
        }
    }
    found
}

/// Sections that are about registration: their first paragraph.
fn sections(view: &View<'_>) -> Vec<Cited<Registration>> {
    view.sections(&["registration", "register", "tickets", "sign up", "booking"])
        .filter(|section| view.outline.title(*section).split_whitespace().count() <= 6)
        .filter_map(|section| {
            let block = view
                .outline
                .own(section)
                .find(|(_, block)| {
                    matches!(block.kind, BlockKind::Paragraph | BlockKind::Item { .. })
                        && !block.passage.text.is_empty()
                })?
                .1;
            let mut fact = way(view, &block.passage, Span::new(0..block.passage.text.len()), SourceKind::Prose, false);
            if fact.value.url.is_empty() {
                let links = view
                    .outline
                    .within(section)
                    .flat_map(|(_, block)| &block.passage.links)
                    .find(|link| is_way(link) && is_outside(&link.url));
                fact.value.url = links.map(|link| link.url.clone()).unwrap_or_default();
            }
            Some(fact)
        })
        .take(1)
        .collect()
}

/// A link that says 'register', in a sentence or by itself.
fn linked(view: &View<'_>) -> Option<Cited<Registration>> {
    view.outline.passages().find_map(|(_, passage)| {
        let link = passage.links.iter().find(|link| {
            has_any(link.span.of(&passage.text), LINK_WORDS)
                && !link.url.starts_with("mailto:")
                && !link.url.starts_with('#')
        })?;
        let sentence = sentences(&passage.text).into_iter().find(|span| span.overlaps(link.span))?;
        if has_any(
            sentence.of(&passage.text),
            &["hotel", "room block", "newsletter", "mailing list", "accommodation", "proposal"],
        ) {
            return None;
        }
        let mut fact = way(view, passage, sentence, SourceKind::Prose, false);
        fact.value.url.clone_from(&link.url);
        Some(fact)
    })
}

fn way(view: &View<'_>, passage: &Passage, span: Span, kind: SourceKind, named: bool) -> Cited<Registration> {
    let text = span.of(&passage.text);
    let mut found = Registration::default();
    found.text = plain(text);
    found.status = status(text);
    let links = || passage.links.iter().filter(|link| span.contains(link.span));
    if let Some(link) = links()
        .find(|link| is_way(link) || has_any(link.span.of(&passage.text), LINK_WORDS))
        .or_else(|| links().find(|link| is_outside(&link.url) && links().count() == 1))
    {
        found.url.clone_from(&link.url);
        if named {
            let name = plain(link.span.of(&passage.text));
            found.purpose = name.trim_end_matches("registration").trim_end_matches("Registration").trim().to_owned();
        }
    }
    let closes = passage.phrases().dates.iter().find(|date| {
        let before = passage.text.get(span.start()..date.span.start()).unwrap_or("");
        span.contains(date.span) && has_any(before, &["close", "closes", "until", "deadline", "by", "before"])
    });
    if let Some((day, _)) = closes.and_then(|date| single(view, date)) {
        found.closes = Some(Moment::new(
            Some(day),
            None,
            None,
            closes.map(|date| date.span.of(&passage.text)).unwrap_or_default(),
        ));
    }
    Cited::new(found, Cite::part(passage, span, kind))
}

fn status(text: &str) -> Option<RegistrationStatus> {
    let table = [
        (CLOSED, RegistrationStatus::Closed),
        (ANNOUNCED, RegistrationStatus::Announced),
        (OPEN, RegistrationStatus::Open),
        (REQUIRED, RegistrationStatus::Required),
    ];
    table.into_iter().find(|(words, _)| has_any(text, words)).map(|(_, status)| status)
}

/// Whether a link leads to a place where one registers.
fn is_way(link: &LinkMark) -> bool {
    has_any(&link.url.replace(['-', '_', '/', '.'], " "), LINK_WORDS)
}

fn is_outside(url: &str) -> bool {
    url.starts_with("http://") || url.starts_with("https://")
}
