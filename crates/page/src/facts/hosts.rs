//! Who hosts the event.

use handbill_model::{Named, SourceKind};
use handbill_text::Span;

use super::ledger::{Cite, Cited};
use super::logistics::is_of_a_session;
use super::names::{is_person, only_people};
use super::places::{is_legal_form, is_proper_name, is_room_name, is_venue_name};
use super::sentences::{find_any, has_any, lists, mark_at, without_end_mark};
use super::title::EVENT_WORDS;
use super::view::{Sentence, View};
use crate::passage::Passage;

/// What stands in front of the hosts.
const HOSTED_BY: &[&str] = &[
    "co-hosted by", "cohosted by", "hosted jointly by", "jointly hosted by", "hosted by", "hosted at", "organised by",
    "organized by", "co-organized by", "co-organised by", "is run by", "are run by", "jointly run by",
    "veranstaltet von", "veranstaltet vom", "organisiert von", "organisiert vom", "ausgerichtet von",
    "ausgerichtet vom", "joint event of", "joint event by", "joint effort of", "brought to you by", "our hosts",
    "our host", "our local hosts", "our local host",
];

const LABELS: &[&str] = &[
    "host", "hosts", "hosted by", "organizer", "organizers", "organiser", "organisers", "organized by", "organised by",
    "veranstalter", "veranstalterin", "local host", "local hosts", "hosting institution", "hosting institutions",
];

/// Labels of those who host beside others, which a label of their own names.
const BESIDE: &[&str] = &["co-organized by", "co-organised by", "co-hosted by", "cohosted by", "co-host", "co-hosts"];

/// Words that end a list of hosts: what follows tells something else.
const ENDS: &[&str] = &[
    " in ", " on ", " at ", " from ", " with ", " during ", " as ", " which ", " who ", " will ", " is ", " are ",
    " to ", " – ", " - ", "; ", ". ",
];

/// The hosts, from keys, labels and from sentences that say so at the top.
pub(crate) fn hosts(view: &View<'_>) -> Vec<Cited<Named>> {
    let stated = super::stated::hosts(view);
    if !stated.is_empty() {
        return stated;
    }
    for fact in view.labelled(LABELS) {
        let names = parted(&fact.value);
        // `Organisers: Ann Lee (Port Library), Ben Ode` are those who do the work.
        if has_any(&fact.label, &["organisers", "organizers"]) && !only_people(&fact.value.text).is_empty() {
            continue;
        }
        // `Host: Ann Lee` is who leads through it.
        if names.iter().any(|name| !is_person(&name.value.name)) {
            return names.into_iter().chain(view.labelled(BESIDE).flat_map(|fact| parted(&fact.value))).collect();
        }
    }
    // `Hosted by` as a heading; under `Organizers` stand people.
    let headed = view.headed(&["hosted by", "hosts", "host"]);
    let mut headed = headed.map(|passage| names(passage, Span::new(0..passage.text.len()), &SourceKind::Heading));
    if let Some(names) = headed.find(|names| !names.is_empty()) {
        return names;
    }
    // Who hosts a session hosts that session.
    let own = |sentence: &Sentence<'_>| !is_of_a_session(view, view.outline.blocks[sentence.block].section);
    let mut top = view.opening_telling(&[HOSTED_BY, WILL_HOST, HOSTS].concat()).filter(own);
    let at_the_top = top.find_map(|sentence| in_sentence(sentence).or_else(|| as_subject(sentence)));
    at_the_top.or_else(|| in_their_section(view)).unwrap_or_default()
}

/// The names behind a label, which semicolons may part.
fn parted(passage: &Passage) -> Vec<Cited<Named>> {
    // `Quay Library · Rope Museum`.
    let dotted = |list: Span| {
        let mut from = list.start();
        let parts = list.of(&passage.text).split(" · ").map(move |part| {
            let start = from;
            from += part.len() + " · ".len();
            Span::new(start..start + part.len())
        });
        parts.collect::<Vec<_>>()
    };
    let parts = lists(&passage.text).flat_map(dotted);
    parts.flat_map(|list| names(passage, list, &SourceKind::Label)).collect()
}

/// What a section on hosts says in a sentence.
fn in_their_section(view: &View<'_>) -> Option<Vec<Cited<Named>>> {
    let blocks = view.sections(LABELS).flat_map(|section| view.outline.own(section));
    blocks.flat_map(|(index, _)| view.sentences_of(index)).find_map(|sentence| in_sentence(*sentence))
}

/// What stands behind hosts that are the subject of their sentence: `the A, the B and the C will host`.
const WILL_HOST: &[&str] = &[
    "will host", "will be hosting", "are hosting", "is hosting", "will hold", "are pleased to host",
    "is pleased to host", "are proud to host", "is proud to host", "are delighted to host", "is delighted to host",
    "are happy to host", "is happy to host", "are excited to host", "is excited to host", "are honoured to host",
    "is honoured to host", "are honored to host", "is honored to host", "are glad to host", "is glad to host",
    "will be holding", "will be our hosts", "will be our host", "are our hosts", "is our host", "will be your hosts",
    "are your hosts", "are the local hosts", "is the local host", "are our local hosts", "is our local host",
    "will be the local hosts",
];

/// The same of an event that the sentence names behind it: `The A hosts a workshop`.
const HOSTS: &[&str] = &[
    "hosts", "host", "organises", "organizes", "organise", "organize", "is organising", "is organizing",
    "invite you to", "invites you to", "are pleased to invite", "is pleased to invite", "are delighted to invite",
    "is delighted to invite", "are happy to invite", "is happy to invite", "are proud to invite", "is proud to invite",
    "warmly invite", "warmly invites", "cordially invite", "cordially invites",
];

/// Subjects that stand for hosts, and are no names.
const PRONOUNS: &[&str] = &["We", "It", "This", "They", "Our", "Your", "Their", "Who", "All", "Both"];

fn as_subject(sentence: Sentence<'_>) -> Option<Vec<Cited<Named>>> {
    let text = sentence.text();
    let of_event = || {
        sentence.find(HOSTS).filter(|verb| {
            let near: Vec<&str> = text[verb.end()..].split_whitespace().take(6).collect();
            has_any(&near.join(" "), EVENT_WORDS)
        })
    };
    let verb = sentence.find(WILL_HOST).or_else(of_event)?;
    // The subject starts the sentence or stands behind a comma: `On Monday, the A and the B will host`.
    let starts = std::iter::once(0).chain(text[..verb.start()].match_indices(", ").map(|(at, _)| at + 2));
    starts.into_iter().find_map(|start| {
        let span = Span::new(sentence.span.start() + start..sentence.span.start() + verb.start());
        // At the start of a sentence the article has a capital, too.
        let article = span.of(&sentence.passage.text).strip_prefix("The ").map_or(0, |_| "The ".len());
        let span = Span::new(span.start() + article..span.end());
        let subject = span.of(&sentence.passage.text);
        if PRONOUNS.contains(&subject.trim()) {
            return None;
        }
        let names = names(sentence.passage, span, &SourceKind::Prose);
        let said: usize = names.iter().map(|name| name.value.name.len()).sum();
        // Every word but articles and joints belongs to a name, else the subject is something else.
        let joints = subject
            .split([' ', ','])
            .filter(|word| matches!(*word, "the" | "and" | "both" | ""))
            .map(str::len)
            .sum::<usize>();
        let blanks = subject.matches([' ', ',']).count();
        // A committee invites on behalf of those who host.
        let people =
            ["committee", "committees", "team", "chairs", "organisers", "organizers", "organizing", "organising"];
        let whole = said + joints + blanks >= subject.len();
        (!names.is_empty() && whole && !has_any(subject, &people)).then_some(names)
    })
}

/// The names behind what leads to hosts: `hosted by the A and organised by B` does so twice.
fn in_sentence(sentence: Sentence<'_>) -> Option<Vec<Cited<Named>>> {
    let mut found: Vec<Cited<Named>> = Vec::new();
    let mut rest = sentence.span;
    let mut next = sentence.find(HOSTED_BY);
    for left in (0..PHRASES).rev() {
        let Some(phrase) = next else { break };
        rest = Span::new(rest.start() + phrase.end()..rest.end());
        next = find_any(rest.of(&sentence.passage.text), HOSTED_BY).filter(|_| left > 0);
        let end = next.map_or(rest.end(), |next| rest.start() + next.start());
        for name in names(sentence.passage, Span::new(rest.start()..end), &SourceKind::Prose) {
            if !found.iter().any(|known| known.value.name == name.value.name) {
                found.push(name);
            }
        }
    }
    // `Organised by Ann Lee, Ben Ode and others` names those who do the work.
    let person = |name: &Cited<Named>| {
        let called = format!("the {}", name.value.name);
        is_person(&name.value.name) && !sentence.text().contains(&called)
    };
    let people = found.len() > 1 && found.iter().all(person);
    (!found.is_empty() && !people).then_some(found)
}

/// How often a sentence says by whom.
const PHRASES: usize = 4;

/// The proper names of a list: `the A, the B, and the C`.
pub(crate) fn names(passage: &Passage, span: Span, kind: &SourceKind) -> Vec<Cited<Named>> {
    // Where other joints part the names, an `&` belongs to one: `Bread & Sons, the B and C`.
    let list = span.of(&passage.text);
    listed(passage, span, kind, !list.contains(" and ") && !list.contains(", "))
}

/// As [`names`], of companies, which have an `&` in their names.
pub(crate) fn companies(passage: &Passage, span: Span) -> Vec<Cited<Named>> {
    listed(passage, span, &SourceKind::Prose, false)
}

fn listed(passage: &Passage, span: Span, kind: &SourceKind, ampersand: bool) -> Vec<Cited<Named>> {
    let mut found = Vec::new();
    let mut rest = span;
    while let Some((item, after, last)) = next_item(&passage.text, rest, ampersand) {
        rest = after;
        let text = item.of(&passage.text);
        let name = text.strip_prefix("the ").or_else(|| text.strip_prefix("both ")).unwrap_or(text).trim();
        // `Kelp Works (platform sponsor)`: what it is to the event is no name.
        let remark = name.strip_suffix(')').and_then(|name| name.split_once(" ("));
        let remark = remark.filter(|(_, inside)| {
            inside.starts_with(char::is_lowercase)
                && has_any(inside, &["sponsor", "partner", "supporter", "host", "hosts", "organiser", "organizer"])
        });
        // `Quay Library (Ada Birk)`: whom one asks there.
        let person =
            || name.strip_suffix(')').and_then(|name| name.rsplit_once(" (")).filter(|(_, inside)| is_person(inside));
        let name = remark.or_else(person).map_or(name, |(name, _)| name);
        let starts_with_place_or_time = || {
            ["On ", "In ", "At ", "From ", "During ", "Prior ", "As ", "For ", "This ", "Join "]
                .iter()
                .any(|word| name.starts_with(word))
        };
        let dated = || overlapping(&passage.phrases().dates, |date| date.span, item).is_some();
        if !is_proper_name(name) || !name.contains(char::is_alphabetic) || starts_with_place_or_time() || dated() {
            break;
        }
        let at = item.start() + mark_at(text, name).unwrap_or(0);
        let mut place = Span::new(at..at + name.len());
        let mut host = Named::new(clean(name));
        // The full stop of `e.V.` is the name's.
        if name.rsplit(' ').next().is_some_and(is_legal_form) && passage.text[place.end()..].starts_with('.') {
            place = Span::new(place.start()..place.end() + 1);
            host.name.push('.');
        }
        if let Some(link) = overlapping(&passage.links, |link| link.span, place) {
            host.url.clone_from(&link.url);
        }
        found.push(Cited::new(host, Cite::part(passage, place, kind.clone())));
        if last || found.len() == MOST {
            break;
        }
    }
    found
}

/// The most names that a sentence lists.
const MOST: usize = 64;

/// The first of `items`, which stand in the order of the text, that shares a character with `place`.
fn overlapping<T>(items: &[T], span: impl Fn(&T) -> Span, place: Span) -> Option<&T> {
    let first = items.partition_point(|item| span(item).end() <= place.start());
    items.get(first).filter(|item| span(item).overlaps(place))
}

/// A name without the mark of a sentence's end and with single blanks, also before a parenthesis.
fn clean(name: &str) -> String {
    without_end_mark(name).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// How far an item is looked for, in characters.
const LONGEST: usize = 400;

/// The next item of a list, what follows it, and whether it is the last.
fn next_item(text: &str, span: Span, ampersand: bool) -> Option<(Span, Span, bool)> {
    let part = span.of(text);
    let skip = part.len() - part.trim_start_matches([' ', ',', ':']).len();
    let part = &part[skip..];
    let part_start = span.start() + skip;
    let body = part.strip_prefix("and ").unwrap_or(part);
    let start = part_start + (part.len() - body.len());
    // No name is longer; what stands behind it is not looked through for every name again.
    let cut = (body.len() > LONGEST).then(|| body.char_indices().nth(LONGEST)).flatten();
    let body = cut.map_or(body, |(at, _)| &body[..at]);
    if body.trim().is_empty() {
        return None;
    }
    let goes_on = |at: usize| {
        ["along", "together", "in cooperation"].iter().any(|word| body[..at].ends_with(word))
            || body[at..].starts_with(" in cooperation with ")
            || joins(&body[at..])
    };
    // Where the last comma has its own `and`, an `and` inside an item belongs to a name.
    let oxford = mark_at(body, ", and ");
    let mut separator = oxford.map(|at| (at, ", and ".len()));
    for mark in
        [", ", " along with ", " together with ", " as well as ", " in cooperation with ", " & ", " and ", " with "]
    {
        let nearest = separator.map_or(body.len(), |(at, _)| at);
        let Some(at) = mark_before(body, mark, nearest) else { continue };
        let at = match mark {
            " & " => Some(at).filter(|_| ampersand || mark_at(body, " & the ").is_some()),
            " and " if oxford.is_none() => joint(body).filter(|at| *at < nearest),
            " and " => None,
            " with " => Some(at).filter(|at| joins(&body[*at..])),
            _ => Some(at),
        };
        separator = at.map(|at| (at, mark.len())).or(separator);
    }
    let nearest = separator.map_or(body.len(), |(at, _)| at + 1);
    // `Samuel H. Quay Foundation` goes on behind the initial.
    let initial = |at: usize| {
        let word = body[..at].rsplit(' ').next().unwrap_or("");
        word.len() == 1 && word.starts_with(char::is_uppercase) && at > 1
    };
    let ended = |end: &str, nearest: usize| {
        let at = mark_before(body, end, nearest).filter(|at| !goes_on(*at))?;
        if end != ". " || !initial(at) {
            return Some(at);
        }
        let rest = at + end.len();
        mark_before(&body[rest..], end, nearest.saturating_sub(rest)).map(|next| rest + next)
    };
    let end_of_list = ENDS.iter().fold(nearest, |nearest, end| ended(end, nearest).unwrap_or(nearest));
    let (len, skip, last) = match separator {
        Some((at, len)) if at < end_of_list => (at, len, false),
        Some(_) | None => (end_of_list, 0, true),
    };
    let item = body[..len].trim_end_matches(['.', ' ', '!', '*']);
    Some((Span::new(start..start + item.len()), Span::new(start + len + skip..span.end()), last))
}

/// Where `mark` first stands in a text, if it starts before `within`.
fn mark_before(text: &str, mark: &str, within: usize) -> Option<usize> {
    let end = (within + mark.len()).min(text.len());
    let end = (end..text.len()).find(|end| text.is_char_boundary(*end)).unwrap_or(text.len());
    mark_at(&text[..end], mark).filter(|at| *at < within)
}

/// Where an `and` parts two names: a `National and University Library` is one.
fn joint(body: &str) -> Option<usize> {
    const GO_ON: &[&str] = &["National", "State", "Federal", "Regional", "Municipal", "Public", "Central", "Royal"];
    let mut from = 0;
    // Two in one name are many.
    for _ in 0..3 {
        let at = from + mark_at(&body[from..], " and ")?;
        let last = body[..at].rsplit(' ').next().unwrap_or("");
        let next = body[at + " and ".len()..].split(' ').next().unwrap_or("");
        // `Library and Archives Lund`: what it is and not which.
        let unnamed = !body[..at].contains(' ') && is_venue_name(&body[..at]);
        if !(GO_ON.contains(&last) || unnamed) || !next.starts_with(char::is_uppercase) {
            return Some(at);
        }
        from = at + " and ".len();
    }
    None
}

/// ` with the Harbour Museum`: another institution, and not `with support from` or `with Ann Lee as its chair`.
fn joins(text: &str) -> bool {
    let Some(rest) = text.strip_prefix(" with ") else { return false };
    let rest = rest.strip_prefix("the ").unwrap_or(rest);
    let end = [", ", " and ", ". ", " in ", " on ", " as "].iter().filter_map(|end| mark_at(rest, end)).min();
    let name = rest[..end.unwrap_or(rest.len())].trim_end_matches(['.', ' ', '!']);
    is_venue_name(name) && !is_room_name(name)
}
