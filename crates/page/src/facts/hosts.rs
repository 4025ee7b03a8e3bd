//! Who hosts the event.

use handbill_model::{Named, SourceKind};
use handbill_text::Span;

use super::ledger::{Cite, Cited};
use super::places::is_proper_name;
use super::sentences::{find_any, without_end_mark};
use super::view::{Sentence, View};
use crate::passage::Passage;

/// What stands in front of the hosts.
const HOSTED_BY: &[&str] = &[
    "co-hosted by", "cohosted by", "hosted jointly by", "jointly hosted by", "hosted by", "hosted at", "organised by",
    "organized by", "co-organized by", "co-organised by",
];

const LABELS: &[&str] = &[
    "host", "hosts", "hosted by", "organizer", "organizers", "organiser", "organisers", "organized by", "organised by",
];

/// Words that end a list of hosts: what follows tells something else.
const ENDS: &[&str] = &[
    " in ", " on ", " at ", " from ", " with ", " during ", " as ", " which ", " who ", " will ", " is ", " are ",
    " to ", " – ", " - ", "; ", ". ",
];

/// The hosts, from labels and from sentences that say so at the top.
pub(crate) fn hosts(view: &View<'_>) -> Vec<Cited<Named>> {
    for fact in view.labelled(LABELS) {
        let names = names(&fact.value, Span::new(0..fact.value.text.len()), &SourceKind::Label);
        if !names.is_empty() {
            return names;
        }
    }
    view.opening().find_map(|sentence| in_sentence(sentence).or_else(|| as_subject(sentence))).unwrap_or_default()
}

/// What stands behind hosts that are the subject of their sentence: `the A, the B and the C will host`.
const WILL_HOST: &[&str] = &[
    "will host", "will be hosting", "are hosting", "is hosting", "will hold", "are pleased to host",
    "is pleased to host", "will be holding",
];

fn as_subject(sentence: Sentence<'_>) -> Option<Vec<Cited<Named>>> {
    let text = sentence.text();
    let verb = find_any(text, WILL_HOST)?;
    // The subject starts the sentence or stands behind a comma: `On Monday, the A and the B will host`.
    let starts = std::iter::once(0).chain(text[..verb.start()].match_indices(", ").map(|(at, _)| at + 2));
    starts.into_iter().find_map(|start| {
        let span = Span::new(sentence.span.start() + start..sentence.span.start() + verb.start());
        let subject = span.of(&sentence.passage.text);
        let names = names(sentence.passage, span, &SourceKind::Prose);
        let said: usize = names.iter().map(|name| name.value.name.len()).sum();
        // Every word but articles and joints belongs to a name, else the subject is something else.
        let joints = subject
            .split([' ', ','])
            .filter(|word| matches!(*word, "the" | "and" | "both" | ""))
            .map(str::len)
            .sum::<usize>();
        let blanks = subject.matches([' ', ',']).count();
        (!names.is_empty()
            && said + joints + blanks >= subject.len()
            && !matches!(subject.trim(), "We" | "It" | "This" | "They"))
        .then_some(names)
    })
}

fn in_sentence(sentence: Sentence<'_>) -> Option<Vec<Cited<Named>>> {
    let phrase = sentence.find(HOSTED_BY)?;
    let from = sentence.span.start() + phrase.end();
    let names = names(sentence.passage, Span::new(from..sentence.span.end()), &SourceKind::Prose);
    (!names.is_empty()).then_some(names)
}

/// The proper names of a list: `the A, the B, and the C`.
pub(crate) fn names(passage: &Passage, span: Span, kind: &SourceKind) -> Vec<Cited<Named>> {
    let mut found = Vec::new();
    let mut rest = span;
    while let Some((item, after, last)) = next_item(&passage.text, rest) {
        rest = after;
        let text = item.of(&passage.text);
        let name = text.strip_prefix("the ").or_else(|| text.strip_prefix("both ")).unwrap_or(text).trim();
        let starts_with_place_or_time =
            ["On ", "In ", "At ", "From ", "During ", "Prior ", "As ", "For ", "This ", "Join "]
                .iter()
                .any(|word| name.starts_with(word));
        let dated = passage.phrases().dates.iter().any(|date| date.span.overlaps(item));
        if !is_proper_name(name) || !name.contains(char::is_alphabetic) || starts_with_place_or_time || dated {
            break;
        }
        let at = item.start() + text.find(name).unwrap_or(0);
        let place = Span::new(at..at + name.len());
        let mut host = Named::new(clean(name));
        if let Some(link) = passage.links.iter().find(|link| link.span.overlaps(place)) {
            host.url.clone_from(&link.url);
        }
        found.push(Cited::new(host, Cite::part(passage, place, kind.clone())));
        if last {
            break;
        }
    }
    found
}

/// A name without the mark of a sentence's end and with single blanks, also before a parenthesis.
fn clean(name: &str) -> String {
    without_end_mark(name).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The next item of a list, what follows it, and whether it is the last.
fn next_item(text: &str, span: Span) -> Option<(Span, Span, bool)> {
    let part = span.of(text);
    let skip = part.len() - part.trim_start_matches([' ', ',', ':']).len();
    let part = &part[skip..];
    let part_start = span.start() + skip;
    let body = part.strip_prefix("and ").unwrap_or(part);
    let start = part_start + (part.len() - body.len());
    if body.trim().is_empty() {
        return None;
    }
    let goes_on = |at: usize| ["along", "together", "in cooperation"].iter().any(|word| body[..at].ends_with(word));
    let ends = ENDS.iter().filter_map(|end| body.find(end).filter(|at| !goes_on(*at)));
    let end_of_list = ends.min().unwrap_or(body.len());
    // Where the last comma has its own `and`, an `and` inside an item belongs to a name.
    let oxford = body.contains(", and ");
    let separators =
        [", and ", ", ", " along with ", " together with ", " as well as ", " in cooperation with ", " & ", " and "];
    let separators = separators.into_iter().filter(|separator| !oxford || *separator != " and ");
    let separator = separators
        .filter_map(|separator| Some((body.find(separator)?, separator.len())))
        .min_by_key(|(at, len)| (*at, usize::MAX - len));
    let (len, skip, last) = match separator {
        Some((at, len)) if at < end_of_list => (at, len, false),
        Some(_) | None => (end_of_list, 0, true),
    };
    let item = body[..len].trim_end_matches(['.', ' ', '!', '*']);
    Some((Span::new(start..start + item.len()), Span::new(start + len + skip..span.end()), last))
}
