//! How one registers.

mod links;
mod told;

use std::cell::OnceCell;

use handbill_model::{CallKind, Logistics, Pointer, Registration, RegistrationStatus, SourceKind};
use handbill_text::Span;

use super::address;
use super::calls::{is_about_help, is_call, is_for};
use super::ledger::{Cite, Cited, Ledger};
use super::logistics::is_of_a_session;
use super::sentences::{find_among, has_any, is_short, mark_at, plain, sentences};
use super::shortcodes::Shortcode;
use super::view::View;
use super::words::Words;
use crate::outline::BlockKind;
use crate::passage::{LinkMark, Passage};
use links::{is_asked_for, is_for_sending_in, is_pointed_at};

/// Labels of the way to register.
pub(crate) const LABELS: &[&str] = &[
    "registration", "register", "sign up", "tickets", "booking", "rsvp", "registration link", "how to register",
    "register here", "event registration", "anmeldung", "inscription", "inscriptions", "inscrições", "inscripción",
    "inscripciones", "registrierung",
];

/// What links to a registration are called.
const LINK_WORDS: &[&str] = &[
    "register", "registration", "sign up", "signup", "book", "booking", "tickets", "ticket", "eventbrite", "rsvp",
    "enrol", "enroll", "anmeldung", "anmelden", "anmeldeformular", "inscription", "inscriptions", "inscrire",
    "inscripción", "inscribirse", "inscrição",
];

/// Headings that may stand over nothing but prices.
const PRICED: &[&str] = &["tickets", "fee", "fees", "prices"];

const CLOSED: &[&str] =
    &["now closed", "is closed", "has closed", "are closed", "sold out", "closed", "fully booked", "no longer"];
const OPEN: &[&str] = &[
    "now open", "is open", "officially open", "open now", "register now", "open for registration", "registration open",
    "are open", "now available",
];
const ANNOUNCED: &[&str] = &[
    "will open", "opens", "will be available", "available early", "available late", "coming soon", "will be announced",
    "later this year", "to be announced", "tba", "tbd", "will be open", "forthcoming", "will start",
];
const REQUIRED: &[&str] = &["required", "requires", "must register", "need to register", "require"];

/// Puts the ways to register into `logistics`, their places below `at`.
pub(crate) fn registrations(view: &View<'_>, ledger: &mut Ledger, at: &Pointer, logistics: &mut Logistics) {
    // Who signs up on a page for volunteers answers the call.
    if is_for(view, &CallKind::Volunteers) {
        return;
    }
    let mut found: Vec<_> = super::stated::registration(view).into_iter().collect();
    if found.is_empty() {
        found = labelled(view);
    }
    if found.is_empty() {
        found = sections(view);
    }
    if found.iter().all(|fact| fact.value.url.is_empty())
        && let Some(fact) =
            linked(view).or_else(|| by_shortcode(view)).or_else(|| super::stated::registration_link(view))
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
    complete(view, &mut found, ledger, at);
    for fact in found {
        ledger.leaves(&at.key("registrations").index(logistics.registrations.len()), &fact.value, &fact.cite);
        logistics.registrations.push(fact.value);
    }
}

/// Adds what sentences elsewhere tell of the one registration, or of one that has no link: whether it is open, and until
/// when.
fn complete(view: &View<'_>, found: &mut Vec<Cited<Registration>>, ledger: &mut Ledger, at: &Pointer) {
    if found.len() > 1 {
        return;
    }
    let status = told::status(view);
    let closes = if is_call(view) { None } else { told::closes(view) };
    let keyed = super::stated::registration_closes(view);
    if found.is_empty()
        && let Some(last) = &keyed
    {
        found.push(Cited::new(Registration::default(), last.cite.clone()));
    }
    let of_status = || status.as_ref().map(|(_, sentence)| (sentence.passage, sentence.span));
    let alone = || of_status().or(closes.as_ref().map(|(_, passage, span)| (*passage, *span)));
    if found.is_empty()
        && let Some((passage, span)) = alone()
    {
        found.push(way(view, passage, span, SourceKind::Prose, false));
    }
    let Some(one) = found.first_mut().map(|fact| &mut fact.value) else { return };
    let at = at.key("registrations").index(0);
    if let Some((status, sentence)) = status.filter(|_| one.status.is_none()) {
        one.status = Some(status);
        ledger.cite(at.key("status"), &Cite::part(sentence.passage, sentence.span, SourceKind::Prose));
    }
    let told = || closes.map(|(last, ..)| last).filter(|_| one.closes.is_none());
    if let Some(last) = keyed.or_else(told) {
        ledger.leaves(&at.key("closes"), &last.value, &last.cite);
        // A cell that holds nothing but the day tells no more.
        if one.text == last.value.text {
            one.text.clear();
        }
        one.closes = Some(last.value);
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
    view.sections(&["registration", "register", "tickets", "sign up", "booking", "anmeldung", "inscription"])
        .filter(|section| view.outline.title(*section).split_whitespace().count() <= 6)
        // Who signs up on a page for sponsors becomes one.
        .filter(|section| !(view.is_titled(*section, &["sign up"]) && is_for(view, &CallKind::Sponsors)))
        .filter(|section| !view.is_titled(*section, &["subsidy", "subsidies", "waiver", "waivers", "grants"]))
        .filter_map(|section| {
            // `**Registration is open**`, with its link, is all that is said; what follows may be something else.
            let told = view
                .outline
                .heading(section)
                .filter(|heading| heading.kind == BlockKind::Lead && !heading.passage.links.is_empty());
            if let Some(told) = told {
                let whole = Span::new(0..told.passage.text.len());
                return Some(way(view, &told.passage, whole, SourceKind::Prose, false));
            }
            let block = view
                .outline
                .own(section)
                .find(|(_, block)| {
                    matches!(block.kind, BlockKind::Paragraph | BlockKind::Item { .. })
                        && !block.passage.text.is_empty()
                })?
                .1;
            let mut fact = way(view, &block.passage, Span::new(0..block.passage.text.len()), SourceKind::Prose, false);
            // `Workshops cost 40 € more`, under `Tickets`, tells nothing of how one gets any.
            let silent = fact.value.url.is_empty() && fact.value.status.is_none() && view.is_titled(section, PRICED);
            if silent && !has_any(&block.passage.text, LINK_WORDS) {
                return None;
            }
            if fact.value.url.is_empty() {
                let links = view
                    .outline
                    .within(section)
                    .flat_map(|(_, block)| &block.passage.links)
                    .find(|link| is_way(link) && is_outside(&link.url));
                fact.value.url = links.map(|link| link.url.clone()).unwrap_or_default();
            }
            // `Registration Deadline` over a day and nothing else.
            if let Some(date) = told::lone_day(&block.passage).filter(|_| view.is_titled(section, &["deadline"])) {
                fact.value.closes = told::moment(view, &block.passage, date, SourceKind::Prose).map(|last| last.value);
                fact.value.text.clear();
            }
            Some(fact)
        })
        .take(1)
        .collect()
}

/// A link that says 'register', in a sentence, by itself or under one.
fn linked(view: &View<'_>) -> Option<Cited<Registration>> {
    // What one signs up for below the heading of a session is that session.
    let (of_event, any) = told(view);
    let first = of_event.into_iter().chain(introduced(view)).min_by_key(|way| way.cite.span.start());
    first.or_else(|| any.filter(|_| view.day_markers().len() <= 1))
}

/// A form that stands by itself behind a paragraph that asks to register and ends with a colon.
fn introduced(view: &View<'_>) -> Option<Cited<Registration>> {
    view.outline.blocks.windows(2).find_map(|pair| {
        let [before, block] = pair else { return None };
        let [link] = block.passage.links.as_slice() else { return None };
        let alone = link.span.len() == block.passage.text.trim().len();
        let leads = before.passage.text.ends_with(':') && before.section == block.section;
        if !leads || !alone || !is_form(&link.url) || !has_any(&before.passage.text, LINK_WORDS) {
            return None;
        }
        let text = &before.passage.text;
        let sentence = sentences(text).into_iter().next_back()?;
        let mut fact = way(view, &before.passage, sentence, SourceKind::Prose, false);
        fact.value.url.clone_from(&link.url);
        Some(fact)
    })
}

/// A link that says 'register', in a sentence or by itself: the first one outside of sessions, and the first of all.
fn told(view: &View<'_>) -> (Option<Cited<Registration>>, Option<Cited<Registration>>) {
    // Among calls, who applies answers one.
    let applied = !address::has(view, address::CALLS) && !is_about_help(view);
    let mut any = None;
    let mut ways = view.linked().filter_map(|(index, passage)| {
        // `Registration is via [our usual place](https://www.eventbrite.com/..)`.
        let told = OnceCell::new();
        let told = || *told.get_or_init(|| has_any(&passage.text, LINK_WORDS));
        let link = passage.links.iter().find(|link| {
            let leads = || {
                is_asked_for(passage, link)
                    || is_pointed_at(passage, link, applied)
                    || told() && (is_way(link) || is_form(&link.url)) && !is_for_sending_in(passage, link)
            };
            !link.url.starts_with("mailto:")
                && !link.url.starts_with('#')
                && (has_any(link.span.of(&passage.text), LINK_WORDS) || is_outside(&link.url) && leads())
        });
        let link = link?;
        let sentence = sentences(&passage.text).into_iter().find(|span| span.overlaps(link.span))?;
        if has_any(
            sentence.of(&passage.text),
            &[
                "hotel", "room block", "newsletter", "mailing list", "accommodation", "proposal", "account",
                "volunteer", "volunteers", "volunteering", "per night", "a night", "subsidy", "subsidies",
                "scholarship", "scholarships",
            ],
        ) {
            return None;
        }
        let mut fact = way(view, passage, sentence, SourceKind::Prose, false);
        fact.value.url.clone_from(&link.url);
        Some((view.outline.blocks[index].section, fact))
    });
    let of_event = ways.find_map(|(section, fact)| {
        any.get_or_insert_with(|| fact.clone());
        (!is_of_a_session(view, section)).then_some(fact)
    });
    (of_event, any)
}

/// A shortcode that links: `{{< button href="https://..." >}}Register{{< /button >}}`.
fn by_shortcode(view: &View<'_>) -> Option<Cited<Registration>> {
    let of = |code: &Shortcode<'_>, names: &[&str]| names.iter().find_map(|name| Some(code.named(name)?.to_owned()));
    view.shortcodes().iter().find_map(|code| {
        let url = of(code, &["href", "url", "link", "to"]).filter(|url| is_outside(url))?;
        let behind = view.source[code.span.end()..].split(['\n', '{']).next().unwrap_or("");
        let text = of(code, &["text", "label", "title"]).unwrap_or_else(|| behind.to_owned());
        let mut found = Registration::default();
        (found.text, found.url, found.status) = (plain(&text), url, status(&text));
        let named = has_any(&text, LINK_WORDS) && is_short(&text, 12);
        named.then(|| Cited::new(found, Cite::new(code.span, SourceKind::Html).noted("linked by a shortcode")))
    })
}

fn way(view: &View<'_>, passage: &Passage, span: Span, kind: SourceKind, named: bool) -> Cited<Registration> {
    let text = span.of(&passage.text);
    let mut found = Registration::default();
    found.text = plain(text);
    found.status = status(text);
    let links = || passage.links_in(span);
    if let Some(link) = links()
        .find(|link| is_way(link) || has_any(link.span.of(&passage.text), LINK_WORDS))
        .or_else(|| links().find(|link| is_outside(&link.url) && links().nth(1).is_none()))
    {
        found.url.clone_from(&link.url);
        if named {
            let name = plain(link.span.of(&passage.text));
            found.purpose = name.trim_end_matches("registration").trim_end_matches("Registration").trim().to_owned();
        }
    }
    let closes = passage.phrases().dates_in(span).find(|date| {
        let before = passage.text.get(span.start()..date.span.start()).unwrap_or("");
        // `To propose a talk (deadline 12 July) or to register`: the day is that of what stands in front of it.
        let inside =
            before.rfind('(').is_some_and(|open| !before[open..].contains(')') && !has_any(before, LINK_WORDS));
        // `Registration: online form (until 6 April)`.
        let own = || {
            kind == SourceKind::Label
                && !has_any(before, &["proposal", "proposals", "propose", "talk", "submit", "abstract"])
        };
        let inside = inside && !own();
        !inside
            && has_any(
                before,
                &[
                    "close", "closes", "until", "deadline", "by", "before", "bis", "jusqu'au", "jusqu’au", "avant",
                    "hasta", "fino al", "entro il", "até",
                ],
            )
    });
    let last = closes.and_then(|date| told::moment(view, passage, date, kind.clone()));
    found.closes = last.map(|last| last.value);
    Cited::new(found, Cite::part(passage, span, kind))
}

fn status(text: &str) -> Option<RegistrationStatus> {
    let table = [
        (CLOSED, RegistrationStatus::Closed),
        (ANNOUNCED, RegistrationStatus::Announced),
        (OPEN, RegistrationStatus::Open),
        (REQUIRED, RegistrationStatus::Required),
    ];
    let known = Words::of(text);
    let told = |words: &[&str]| {
        // `It closes on 4 March or when sold out`.
        let condition = |place: Span| {
            let before = text[..place.start()].split_whitespace().rev().take(3);
            before.into_iter().any(|word| matches!(word, "when" | "once" | "if" | "until" | "unless"))
        };
        find_among(text, &known, words).is_some_and(|place| !condition(place))
    };
    table.into_iter().find(|(words, _)| told(words)).map(|(_, status)| status)
}

/// Hosts of forms and tickets.
const FORMS: &[&str] = &[
    "forms.gle", "docs.google.com/forms", "goo.gl/forms", "conftool", "forms.office", "typeform", "lu.ma/",
    "zoom.us/webinar/register", "zoom.us/meeting/register", "ti.to/", "pretix", "tickettailor", "cvent", "regonline",
    "brownpapertickets", "billetweb", "weezevent", "jotform", "surveymonkey", "airtable", "meetup.com/",
];

fn is_form(url: &str) -> bool {
    FORMS.iter().any(|form| mark_at(url, form).is_some())
}

/// Whether a link leads to a place where one registers.
fn is_way(link: &LinkMark) -> bool {
    // Of all the words two stand apart.
    has_any(&link.url, LINK_WORDS) || has_any(&link.url, &["sign-up", "sign_up", "sign/up", "sign.up"])
}

fn is_outside(url: &str) -> bool {
    url.starts_with("http://") || url.starts_with("https://")
}
