//! What kind of event it is: a workshop, a conference, ...

use handbill_frontmatter::Value;
use handbill_model::{EventKind, SourceKind};
use handbill_text::Span;

use super::ledger::{Cite, Cited};
use super::sentences::{find_any, has_any, mark_at};
use super::view::View;
use super::words::Words;

/// Kinds by the words of names, the more telling first.
const KINDS: &[(&[&str], EventKind)] = &[
    (&["hackathon", "hackathons", "hack day", "hack days", "hackfest", "codefest"], EventKind::Hackathon),
    (&["online meeting", "virtual meeting"], EventKind::OnlineMeeting),
    (&["working meeting", "working group meeting", "working groups meeting"], EventKind::WorkingMeeting),
    (
        &["conference", "congress", "summit", "konferenz", "tagung", "kongress", "conferencia", "congreso"],
        EventKind::Conference,
    ),
    (&["symposium", "colloquium"], EventKind::Symposium),
    (&["workshop", "workshops", "tutorial", "taller"], EventKind::Workshop),
    (&["showcase"], EventKind::Showcase),
    (&["webinar", "webinars"], EventKind::Webinar),
    (&["training", "course", "school", "bootcamp", "schulung", "curso"], EventKind::Training),
    (&["meetup", "meetups", "meet-up", "stammtisch"], EventKind::Meetup),
    (&["meeting", "meetings", "assembly"], EventKind::Meeting),
    (&["tour", "tours"], EventKind::Tour),
];

/// Words that others are put in front of, as in `Biohackathon` and `Expertenworkshop`.
const HEADS: &[(&str, EventKind)] = &[
    ("hackathon", EventKind::Hackathon),
    ("workshop", EventKind::Workshop),
    ("konferenz", EventKind::Conference),
    ("tagung", EventKind::Conference),
    ("symposium", EventKind::Symposium),
];

/// Behind the word for a kind they make it one of things: `Training Material`, `Course Builder`.
const THINGS: &[&str] = &[
    "material", "materials", "network", "data", "builder", "platform", "infrastructure", "resources", "team",
    "community", "set", "sets",
];

/// The kind that the event's name says, else one that the author files the page under, else how the page speaks of it.
pub(crate) fn kind(view: &View<'_>, name: &Cited<String>) -> Option<Cited<EventKind>> {
    let named = of_name(&name.value).map(|kind| Cited::new(kind, name.cite.clone()));
    named.or_else(|| filed_or_told(view))
}

/// What stands behind ` at ` is another event, of which this one is a part.
fn of_name(name: &str) -> Option<EventKind> {
    let own = [" at ", " @ ", " during "].iter().filter_map(|joint| mark_at(name, joint)).min();
    let own = &name[..own.unwrap_or(name.len())];
    of_words(own).or_else(|| {
        let mut words = own.split(|c: char| !c.is_alphanumeric());
        words.find_map(|word| {
            let ends = |head: &str| {
                let start = word.len().checked_sub(head.len()).filter(|start| *start > 2)?;
                word.get(start..).filter(|end| end.eq_ignore_ascii_case(head))
            };
            HEADS.iter().find(|(head, _)| ends(head).is_some()).map(|(_, kind)| kind.clone())
        })
    })
}

fn of_words(text: &str) -> Option<EventKind> {
    let known = Words::of(text);
    let held = |words: &[&str]| words.iter().any(|word| known.may_hold(word));
    KINDS.iter().find(|(words, _)| held(words) && says(text, words)).map(|(_, kind)| kind.clone())
}

/// Whether one of `words` stands in a text and makes no word for a thing with the next.
fn says(text: &str, words: &[&str]) -> bool {
    let mut behind = text;
    for _ in 0..TRIED {
        let Some(word) = find_any(behind, words) else { return false };
        behind = &behind[word.end()..];
        let next = behind.strip_prefix(' ').and_then(|rest| rest.split(' ').next()).unwrap_or("");
        let next = next.trim_end_matches(|c: char| !c.is_alphanumeric());
        if !THINGS.iter().any(|thing| thing.eq_ignore_ascii_case(next)) {
            return true;
        }
    }
    false
}

/// How many words for a kind a name is asked for: no author writes more.
const TRIED: usize = 8;

/// The one kind of event among the tags and categories, else how the page speaks of itself. A page on a talk is filed
/// under, and speaks of, where the talk is given.
fn filed_or_told(view: &View<'_>) -> Option<Cited<EventKind>> {
    const FILED: &[&str] = &["hackathon", "conference", "workshop", "webinar", "symposium", "meetup"];
    // A tag of these may be a theme.
    const TYPED: &[&str] = &["training", "course", "summer school", "meeting", "tutorial"];
    const PARTS: &[&str] = &["talk", "keynote", "poster", "paper"];
    let root = &view.front_matter.root;
    let is = |value: &&Value, words: &[&str]| {
        let word = value.written().unwrap_or_default().trim();
        words
            .iter()
            .any(|known| known.eq_ignore_ascii_case(word) || known.eq_ignore_ascii_case(word.trim_end_matches('s')))
    };
    let typed = ["kind", "type", "event_type", "eventType"].into_iter().filter_map(|key| root.get(key));
    // Zola keeps them below `taxonomies`.
    let taxonomies = root.get("taxonomies").and_then(Value::as_map);
    let filing = std::iter::once(root).chain(taxonomies);
    let values = filing.flat_map(|map| ["tags", "categories", "category"].into_iter().filter_map(|key| map.get(key)));
    let values: Vec<&Value> = values.chain(typed.clone()).collect();
    let items = || values.iter().flat_map(|value| std::iter::once(*value).chain(value.as_list()));
    if items().any(|value| is(&value, PARTS)) {
        return None;
    }
    let mut kinds = items().filter(|value| is(value, FILED));
    let one = kinds.next().filter(|_| kinds.next().is_none());
    let one = one.or_else(|| typed.clone().find(|value| is(value, TYPED)));
    let filed = one.and_then(|value| Some(Cited::new(of_words(value.written()?)?, Cite::front_matter(value))));
    filed.or_else(|| told(view)).or_else(|| of_folder(view))
}

/// The kind of events that the folder of the page is for: `_meetups/31.md`, `content/webinars/knots/index.md`.
fn of_folder(view: &View<'_>) -> Option<Cited<EventKind>> {
    const FOLDERS: &[&str] = &["hackathons", "hackathon", "meetups", "webinars", "workshops"];
    let mut steps = view.path.rsplit('/');
    let file = steps.next()?;
    let folder = if file.starts_with("index.") { steps.nth(1) } else { steps.next() }?;
    let folder = folder.trim_start_matches('_');
    let kind = FOLDERS.contains(&folder).then(|| of_words(folder)).flatten()?;
    let cite = Cite::new(Span::at(0), SourceKind::Path).noted("named by the page's path");
    Some(Cited::new(kind, cite))
}

/// What an event has: `This conference website ..` speaks of that.
const HAS: &[&str] =
    &["track", "room", "fee", "fees", "dinner", "page", "website", "venue", "programme", "program", "schedule"];

/// `This workshop is for ..`, `In this one-day course ..` at the top.
fn told(view: &View<'_>) -> Option<Cited<EventKind>> {
    view.opening().find_map(|sentence| {
        let text = sentence.text();
        let rest = ["This ", "In this ", "During this "].iter().find_map(|lead| text.strip_prefix(lead))?;
        // The word itself, or one in front of it: `training course`, `hands-on workshop`.
        let words = |count: usize| rest[..rest.split_inclusive(' ').take(count).map(str::len).sum()].trim_end();
        let named = words(2);
        let kind = of_words(words(3)).filter(|_| of_words(named).is_some() && !has_any(words(3), HAS))?;
        let start = text.len() - rest.len();
        let span = Span::new(start..start + named.len());
        Some(Cited::new(kind, Cite::part(sentence.passage, span.shift(sentence.span.start()), SourceKind::Prose)))
    })
}
