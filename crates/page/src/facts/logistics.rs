//! Registration, cost, capacity, conduct, and what else a page labels.

use handbill_model::{Conduct, Labelled as LabelledFact, Logistics, Named, Pointer, Role, SourceKind};
use handbill_text::Span;

use super::labels::Labelled;
use super::ledger::{Cite, Cited, Ledger};
use super::parts::of_section;
use super::place::LOCATION_LABELS;
use super::sentences::{has_any, plain, without_end_mark};
use super::view::{Sentence, View};
use super::when::DATE_LABELS;
use super::{cost, registration};
use crate::outline::BlockKind;
use crate::passage::{LinkMark, Passage};

const CAPACITY: &[&str] = &[
    "capacity", "number of participants", "participants", "maximum participants", "places", "seats", "class size",
    "number of places", "number of seats", "max participants", "maximum number of participants", "spaces",
    "attendance limit", "maximum attendance", "max attendance", "plätze", "teilnehmerzahl", "cupo", "cupos", "vagas",
];
/// What stands in front of the number of people that have room.
const LIMITS: &[&str] = &[
    "limited to", "capacity of", "capacity is", "room for", "up to", "maximum of", "space for", "room takes",
    "room holds", "venue holds", "can accommodate", "can seat", "begrenzt auf", "ist auf", "sind auf", "can accept",
    "max", "can take", "can host", "capped at", "limit of", "we take", "number of participants is",
    "number of attendees is", "number of places is",
];
/// Parts of an event, which have fewer places than all of it.
const PARTS: &[&str] = &["showcase", "workshop", "workshops", "reception", "dinner", "tour", "tours", "excursion"];
/// What names all of it.
const WHOLE: &[&str] = &["conference", "event", "meeting", "symposium", "attendance", "participation"];
/// What stands in front of a number of places.
const OFFERS: &[&str] = &["offer", "there are", "we have", "only", "limited", "when all", "once all", "until all"];

const CONDUCT: &[&str] = &["code of conduct", "conduct"];
const SOCIAL: &[&str] = &[
    "social media", "social", "twitter", "hashtag", "hashtags", "mastodon", "bluesky", "twitter hashtag",
    "conference hashtag", "follow us",
];
const LISTS: &[&str] =
    &["list", "mailing list", "email list", "e-mail list", "listserv", "newsletter", "google group", "discussion list"];

/// What one needs to know to come; places go into the ledger below `at`.
pub(crate) fn logistics(view: &View<'_>, role: &Role, ledger: &mut Ledger, at: &Pointer) -> Logistics {
    let mut found = Logistics::default();
    registration::registrations(view, ledger, at, &mut found);
    if let Some(fact) = label_text(view, DATE_LABELS) {
        ledger.put(&mut found.dates, at.key("dates"), &fact);
    }
    if let Some(fact) = label_text(view, LOCATION_LABELS) {
        ledger.put(&mut found.location, at.key("location"), &fact);
    }
    if let Some((capacity, cite)) = capacity(view, role) {
        found.capacity = Some(capacity);
        ledger.cite(at.key("capacity"), &cite);
    }
    if let Some(fact) = recorded(view) {
        ledger.put(&mut found.recorded, at.key("recorded"), &fact.map(Some));
    }
    // The prices of a page on hotels and restaurants are theirs.
    if !matches!(role, Role::Travel | Role::Other(_)) {
        cost::cost(view, ledger, at, &mut found);
    }
    if let Some(fact) = conduct(view) {
        ledger.leaves(&at.key("code_of_conduct"), &fact.value, &fact.cite);
        found.code_of_conduct = Some(fact.value);
    }
    for fact in social(view) {
        ledger.leaves(&at.key("social").index(found.social.len()), &fact.value, &fact.cite);
        found.social.push(fact.value);
    }
    if let Some(fact) = mailing_list(view) {
        ledger.leaves(&at.key("mailing_list"), &fact.value, &fact.cite);
        found.mailing_list = Some(fact.value);
    }
    for fact in other(view) {
        ledger.leaves(&at.key("other").index(found.other.len()), &fact.value, &fact.cite);
        found.other.push(fact.value);
    }
    found
}

/// What the first of these labels says, as text.
pub(crate) fn label_text(view: &View<'_>, labels: &'static [&'static str]) -> Option<Cited<String>> {
    // What one part of the event tells of itself is not told of the whole.
    let mut last = None;
    let mut of_a_part = |fact: &Labelled| {
        let section = view.outline.blocks[fact.block].section;
        let known = last.filter(|(known, _)| *known == section);
        let (_, part) = *last.insert(known.unwrap_or_else(|| (section, of_section(view, section).is_some())));
        part
    };
    // `Local: Ann Lee` names one of a committee.
    let of_people = |fact: &Labelled| {
        let section = view.outline.blocks[fact.block].section;
        view.is_titled(section, &["committee", "committees", "team", "organisers", "organizers", "chairs"])
    };
    let mut told = view.labelled(labels).filter(|fact| !fact.value.is_empty());
    let fact = told.find(|fact| !of_a_part(fact) && !of_people(fact))?;
    Some(Cited::new(plain(&fact.value.text), Cite::whole(&fact.value, SourceKind::Label)))
}

fn capacity(view: &View<'_>, role: &Role) -> Option<(u32, Cite)> {
    let labelled = view.labelled(CAPACITY).find_map(|fact| {
        let (value, span) = number(&fact.value.text, 0)?;
        Some((value, Cite::part(&fact.value, span, SourceKind::Label)))
    });
    // Several of them are those of tours or workshops, and what a call asks for is no limit of the event.
    let several = view.labelled(CAPACITY).nth(1).is_some();
    if several || matches!(role, Role::Call | Role::Other(_)) {
        return super::stated::capacity(view).or(labelled.filter(|_| !several));
    }
    super::stated::capacity(view).or(labelled).or_else(|| in_a_label(view)).or_else(|| in_a_line(view)).or_else(|| {
        // What has a time of its own is one of the sessions, whose places are fewer.
        let own = |sentence: &Sentence<'_>| !is_of_a_session(view, view.outline.blocks[sentence.block].section);
        // `Register for the showcase only (60 places)` counts those of a part.
        let of_part = |sentence: &Sentence<'_>| {
            let of_page = |part: &str| view.title.as_ref().is_some_and(|title| title.says(&[part]));
            let part = |part: &&str| sentence.has(&[*part]) && !of_page(part);
            !sentence.has(WHOLE) && PARTS.iter().any(part)
        };
        let held = view.held(&[LIMITS, OFFERS].concat());
        let counted = view.sentences().filter(|said| said.is_numbered() && said.has(&held));
        let mut counted = counted.filter(own).filter(|said| !of_part(said));
        counted.find_map(|sentence| {
            let (value, span) = limit(sentence, LIMITS, true).or_else(|| limit(sentence, OFFERS, false))?;
            Some((value, Cite::part(sentence.passage, span.shift(sentence.span.start()), SourceKind::Prose)))
        })
    })
}

/// `Seats: 60.` among other sentences.
fn in_a_line(view: &View<'_>) -> Option<(u32, Cite)> {
    view.telling(&["capacity", "places", "seats", "spaces"]).find_map(|sentence| {
        let (label, count) = sentence.text().split_once(": ")?;
        let known = CAPACITY.iter().any(|known| known.eq_ignore_ascii_case(label));
        let count = count.trim_end_matches(['.', '!', ' ']).parse().ok().filter(|_| known)?;
        Some((count, Cite::part(sentence.passage, sentence.span, SourceKind::Prose)))
    })
}

/// `Registration (60 places): ...`.
fn in_a_label(view: &View<'_>) -> Option<(u32, Cite)> {
    view.labels.iter().find_map(|fact| {
        let (label, inside) = fact.label.strip_suffix(')')?.split_once(" (")?;
        let (count, places) = inside.split_once(' ')?;
        let counted = registration::LABELS.iter().any(|known| known.eq_ignore_ascii_case(label))
            && ["places", "seats", "spaces", "people", "participants"].contains(&places);
        Some((count.parse().ok().filter(|_| counted)?, Cite::whole(&fact.value, SourceKind::Label)))
    })
}

/// Whether a heading over a section names a time, or a day among others.
pub(crate) fn is_of_a_session(view: &View<'_>, section: usize) -> bool {
    let days = view.day_markers();
    view.outline.ancestors(section).any(|section| {
        let heading = view.outline.heading(section);
        let timed = heading.is_some_and(|heading| !heading.passage.phrases().times.is_empty());
        timed
            || view.outline.sections[section]
                .heading
                .is_some_and(|at| days.len() > 1 && days.binary_search(&at).is_ok())
    })
}

/// The number directly behind one of `phrases`, if it counts places, or `people` and whatever ends the sentence.
fn limit(sentence: Sentence<'_>, phrases: &[&str], people: bool) -> Option<(u32, Span)> {
    const PEOPLE: &[&str] = &[
        "people", "participants", "attendees", "persons", "registrants", "delegates", "visitors", "students", "guests",
        "hackers", "developers", "researchers", "personen", "teilnehmer", "teilnehmende",
    ];
    let text = sentence.text();
    phrases.iter().find_map(|phrase| {
        let place = sentence.find(&[phrase])?;
        // `Teams of max. 5 people`.
        if *phrase == "max" && sentence.has(&["team", "teams", "group", "groups", "table", "tables"]) {
            return None;
        }
        let (value, span) = number(text, place.end())?;
        let near = text[place.end()..span.start()].split_whitespace().count() <= 2;
        let behind = text[span.end()..].split_whitespace().next().unwrap_or("");
        // `Numbers are limited to 30, so please tell us`.
        let clause = behind.starts_with([',', ';', ')'])
            && sentence.has(&["numbers", "attendance", "places", "seats", "spaces", "capacity"]);
        let ends = behind.is_empty() || clause || span.end() == text.trim_end_matches('.').len();
        let counts = has_any(behind, &["places", "seats", "begrenzt"]) || people && (has_any(behind, PEOPLE) || ends);
        (near && counts && value >= 5).then_some((value, span))
    })
}

/// The first number in a text at or behind `from`.
fn number(text: &str, from: usize) -> Option<(u32, Span)> {
    let start = from + text.get(from..)?.find(|c: char| c.is_ascii_digit())?;
    let digits = text[start..].find(|c: char| !c.is_ascii_digit() && c != ',').map_or(text.len(), |end| start + end);
    let digits = start + text[start..digits].trim_end_matches(',').len();
    Some((text[start..digits].replace(',', "").parse().ok()?, Span::new(start..digits)))
}

fn recorded(view: &View<'_>) -> Option<Cited<bool>> {
    const TOLD: &[&str] = &[
        "be recorded", "were recorded", "are recorded", "is recorded", "recordings will", "was recorded",
        "recordings of",
    ];
    // `Some films were recorded for earlier events`.
    let mut told = view.telling(&["recorded", "recordings"]).filter(|fact| fact.has(TOLD));
    let fact = told.find(|fact| !fact.has(&["previous", "earlier", "last year", "past"]))?;
    let no = fact.has(&["not be recorded", "not recorded", "won't be recorded", "no recordings"]);
    Some(Cited::new(!no, Cite::part(fact.passage, fact.span, SourceKind::Prose)))
}

fn conduct(view: &View<'_>) -> Option<Cited<Conduct>> {
    let labelled = view.labelled(CONDUCT).next().map(|fact| {
        let mut conduct = Conduct::default();
        conduct.text = first_sentence(&fact.value.text);
        if let Some(link) = fact.value.links.iter().find(|link| !link.url.starts_with("mailto:")) {
            conduct.url.clone_from(&link.url);
        }
        Cited::<Conduct>::new(conduct, Cite::whole(&fact.value, SourceKind::Label))
    });
    let linked = || {
        view.linked().find_map(|(_, passage)| {
            let names = |link: &LinkMark| has_any(link.span.of(&passage.text), &["conduct"]);
            // `conduct@port.example` is whom one writes to.
            let link = passage.links.iter().find(|link| names(link) && !link.url.starts_with("mailto:"))?;
            let sentence =
                super::sentences::sentences(&passage.text).into_iter().find(|span| span.contains(link.span))?;
            let mut conduct = Conduct::default();
            conduct.text = plain(sentence.of(&passage.text));
            conduct.url.clone_from(&link.url);
            Some(Cited::<Conduct>::new(conduct, Cite::part(passage, sentence, SourceKind::Prose)))
        })
    };
    // `[read it](https://../code-of-conduct/)`.
    let addressed = || {
        view.linked().find_map(|(_, passage)| {
            let named = |url: &str| {
                let end = memchr::memchr2(b'?', b'#', url.as_bytes()).unwrap_or(url.len());
                let path = url[..end].trim_end_matches('/');
                let last = &path[memchr::memrchr(b'/', path.as_bytes()).map_or(0, |at| at + 1)..];
                ["conduct", "code-of-conduct", "code_of_conduct"].iter().any(|name| name.eq_ignore_ascii_case(last))
            };
            let link = passage.links.iter().find(|link| named(&link.url))?;
            let mut conduct = Conduct::default();
            conduct.text = plain(link.span.of(&passage.text));
            conduct.url.clone_from(&link.url);
            Some(Cited::<Conduct>::new(conduct, Cite::new(link.source, SourceKind::Link)))
        })
    };
    match labelled {
        Some(fact) if fact.value.url.is_empty() => linked().or_else(addressed).or(Some(fact)),
        Some(fact) => Some(fact),
        None => linked().or_else(addressed),
    }
}

fn first_sentence(text: &str) -> String {
    super::sentences::sentences(text).first().map(|span| plain(span.of(text))).unwrap_or_default()
}

fn social(view: &View<'_>) -> Vec<Cited<Named>> {
    let mut found = super::stated::hashtags(view);
    for fact in view.labelled(SOCIAL) {
        tags(&fact.value, Span::new(0..fact.value.text.len()), &SourceKind::Label, &mut found);
    }
    if found.is_empty() {
        const ABOUT: &[&str] =
            &["tweet", "tweets", "twitter", "hashtag", "hashtags", "social media", "mastodon", "bluesky", "follow"];
        // Whom somebody else's post names, quoted on the page, is theirs.
        let quoted = |block: usize| {
            let mut around = std::iter::successors(Some(block), |block| view.outline.blocks[*block].parent).take(8);
            around.any(|block| view.outline.blocks[block].kind == BlockKind::Quote)
        };
        let tagged = |sentence: &Sentence<'_>| memchr::memchr2(b'#', b'@', sentence.text().as_bytes()).is_some();
        for sentence in view.telling(ABOUT).filter(|sentence| tagged(sentence) && !quoted(sentence.block)) {
            tags(sentence.passage, sentence.span, &SourceKind::Prose, &mut found);
        }
    }
    found
}

/// The `#tags` and `@accounts` of a part of a passage.
fn tags(passage: &Passage, span: Span, kind: &SourceKind, found: &mut Vec<Cited<Named>>) {
    let text = span.of(&passage.text);
    let mut from = 0;
    while let Some(at) = text[from..].find(['#', '@']) {
        let start = from + at;
        let name = text[start + 1..]
            .find(|c: char| !c.is_alphanumeric() && c != '_')
            .map_or(text.len(), |end| start + 1 + end);
        // `@ropes@social.example`: an account and where it is.
        let host = text[name..].strip_prefix('@').filter(|_| text[start..].starts_with('@')).map_or("", |rest| {
            rest[..rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '.' && c != '-').unwrap_or(rest.len())]
                .trim_end_matches('.')
        });
        let name = if host.contains('.') { name + 1 + host.len() } else { name };
        from = name.max(start + 1);
        let free = start == 0 || text[..start].ends_with(|c: char| c.is_whitespace() || "(\"“'".contains(c));
        if !free || name == start + 1 || !text[start + 1..name].contains(char::is_alphabetic) {
            continue;
        }
        let place = Span::new(span.start() + start..span.start() + name);
        let mut tag = Named::new(&text[start..name]);
        if found.iter().any(|known: &Cited<Named>| known.value.name.eq_ignore_ascii_case(&tag.name)) {
            continue;
        }
        let links = passage.links.iter().find(|link| link.span.overlaps(place));
        if let Some(link) = links.filter(|link| !link.url.starts_with("mailto:")) {
            tag.url.clone_from(&link.url);
        }
        found.push(Cited::new(tag, Cite::part(passage, place, kind.clone())));
    }
}

fn mailing_list(view: &View<'_>) -> Option<Cited<Named>> {
    view.telling(LISTS).find_map(|sentence| {
        let text = sentence.text();
        let list = LISTS.iter().find_map(|name| sentence.find(&[name]))?;
        let links = sentence.passage.links_in(sentence.span).filter(|link| !link.url.starts_with("mailto:"));
        let place = sentence.span.start() + list.start();
        // The link is the list's name or stands right before the word.
        let link = links.min_by_key(|link| place.abs_diff(link.span.end().min(place).max(link.span.start())))?;
        let near = link.span.end() + 40 >= place && link.span.start() <= place + list.len() + 40;
        let name = plain(link.span.of(&sentence.passage.text));
        if !near
            || name.is_empty()
            || !(has_any(
                text,
                &[
                    "announcements", "updates", "news", "join", "subscribe", "sign up", "stay tuned", "discussion",
                    "mailing list",
                ],
            ))
        {
            return None;
        }
        let mut fact = Named::new(name);
        fact.url.clone_from(&link.url);
        Some(Cited::new(fact, Cite::part(sentence.passage, link.span, SourceKind::Prose)))
    })
}

/// Labelled facts of the section on logistics that have no key of their own.
fn other(view: &View<'_>) -> Vec<Cited<LabelledFact>> {
    let known = |label: &str| {
        let known = [DATE_LABELS, LOCATION_LABELS, CAPACITY, CONDUCT, SOCIAL, cost::LABELS, registration::LABELS];
        known.iter().any(|labels| labels.iter().any(|known| known.eq_ignore_ascii_case(label)))
            || has_any(
                label,
                &[
                    "call for", "deadline", "sponsor", "registration", "language", "languages", "hosts", "host",
                    "contact", "questions",
                ],
            )
    };
    let sections: Vec<usize> = view
        .sections(&[
            "logistics", "details", "practical information", "key information", "at a glance", "event details",
            "information",
        ])
        // What one sends in has details of its own.
        .filter(|section| {
            !view.is_titled(*section, &["submission", "submissions", "proposal", "proposals", "paper", "papers"])
        })
        .collect();
    view.labels
        .iter()
        .filter(|fact| {
            let block = &view.outline.blocks[fact.block];
            let item = matches!(block.kind, BlockKind::Item { .. } | BlockKind::Description | BlockKind::Table(_))
                && block.parent.is_none();
            item && sections.contains(&block.section) && !fact.value.is_empty() && !known(&fact.label)
        })
        .map(|fact| {
            let mut other = LabelledFact::new(fact.label.as_str(), plain(&fact.value.text));
            if let Some(link) = fact.value.links.first() {
                other.url.clone_from(&link.url);
            }
            other.text = without_end_mark(&other.text).to_owned();
            Cited::new(other, Cite::whole(&fact.value, SourceKind::Label))
        })
        .collect()
}
