//! What a page is to an event, what kind of event it is, and whether it takes place.

mod description;
pub(super) mod own_name;

use handbill_frontmatter::Value;
use handbill_model::{EventStatus, Role, SourceKind};

pub(crate) use description::description;

use super::address;
use super::keys::Key;
use super::ledger::{Cite, Cited};
use super::milestones::{Milestone, Stage};
use super::sentences::{has_any, is_short, mark_at};
use super::title::{EVENT_WORDS, is_renewed};
use super::view::{View, lone_year};
use super::when;
use crate::outline::BlockKind;

const CALL: &[&str] = &[
    "call for", "cfp", "sponsorship", "sponsor", "sponsors", "exhibitors", "scholarship", "scholarships", "bursary",
    "travel grants", "travel grant", "travel award", "travel awards", "travel bursaries", "travel stipends",
    "registration grants", "attendance grants", "conference grants", "travel support", "bursaries", "calls",
    "open call", "propose", "submit",
];
const SCHEDULE: &[&str] =
    &["schedule", "programme", "program", "agenda", "day 1", "day 2", "day 3", "day 4", "day 5", "timetable"];
const TRAVEL: &[&str] =
    &["travel", "hotel", "hotels", "accommodation", "directions", "getting there", "venue", "travel information"];
const LISTING: &[&str] = &["past events", "upcoming events", "all events", "events", "event archive", "calendar"];

/// Headings that the page of an event has.
const OF_AN_EVENT: &[&str] = &[
    "logistics", "registration", "agenda", "schedule", "programme", "program", "venue", "anmeldung", "programm",
    "veranstaltungsort", "tagungsort", "inscription", "inscriptions", "inscripción", "inscripciones", "programa",
    "inscrição", "inscrições",
];

/// What the page is: from its title first, then from what is on it.
pub(crate) fn role(view: &View<'_>, dated: bool) -> Role {
    if let Some(switch) = view.front_matter.root.get("handbill").and_then(Value::as_bool) {
        return if switch { Role::Event } else { Role::None };
    }
    let title = view.title.as_ref();
    let text = title.map_or("", |title| title.text.value.as_str());
    let role = title.map_or("", |title| title.role.as_str());
    let says = |words: &[&str]| title.is_some_and(|title| title.says(words));
    let told = |words: &[&str]| if role.is_empty() { says(words) } else { has_any(role, words) };
    // `Why we sponsor the Knot Summit` calls for nothing.
    let sponsors = || told(&["we sponsor", "we sponsored", "sponsor of", "sponsors of"]);
    // `How to submit a post` tells of the site.
    let how_to = || text.starts_with("How to ") && !is_among_events(view) && !view.milestones().iter().any(is_due);
    if told(CALL) && !sponsors() || is_in_calls(view) {
        return if how_to() { Role::None } else { Role::Call };
    }
    // Keys that are an event's alone stand on the event's own page, be it called a programme.
    if role.is_empty() && when::is_keyed(view) {
        return Role::Event;
    }
    if told(SCHEDULE) || names_a_day(view) {
        return Role::Schedule;
    }
    if told(TRAVEL) {
        return Role::Travel;
    }
    if looks_back(text) {
        return Role::None;
    }
    let in_events = is_among_events(view);
    let named = says(EVENT_WORDS) || own_name::is_coined(text);
    if says(LISTING) && !dated {
        return Role::Listing;
    }
    // A page on one thing that belongs to an event tells of that event, and announces none.
    // `Hack the Press` is about it.
    let for_press = || role.starts_with("Press") || role.is_empty() && text.starts_with("Press");
    if (told(&["tour", "tours", "restaurants", "faq", "photos"]) || for_press()) && in_events {
        return Role::Other("other".to_owned());
    }
    let logistics = view.sections(OF_AN_EVENT).next().is_some()
        || is_named_by_its_year(view)
        || view.labelled(when::DATE_LABELS).next().is_some();
    if address::is_post(view.path) && !in_events && !logistics {
        return if dated && own_name::is_announced(view) { Role::Event } else { Role::None };
    }
    if dated && (is_home(view) || when::is_keyed(view)) {
        return Role::Event;
    }
    let named = named || dated && own_name::is_told(view);
    match (dated, named || logistics, in_events) {
        (true, true, _) => Role::Event,
        (true, false, true) => Role::Event,
        (false, true, true) if named && logistics => Role::Event,
        (_, _, true) => Role::Other("other".to_owned()),
        // A workshop that tells until when one may submit is one, if its own day is not known.
        (false, _, false) if (named || is_headed(view)) && view.milestones().iter().any(is_due) => Role::Event,
        (_, _, false) => Role::None,
    }
}

/// Whether a title is that of a report: `Recap: Spring Meetup`, `A look back at KnotCon`.
fn looks_back(title: &str) -> bool {
    const REPORTS: &[&str] =
        &["recap", "report", "looking back", "a look back", "highlights", "rückblick", "nachbericht", "retour sur"];
    let front = title.split([':', '-', '–', '—', '|']).next().unwrap_or(title).trim();
    let back = title.rsplit([':', '-', '–', '—', '|']).next().unwrap_or(title).trim();
    let is = |part: &str| REPORTS.iter().any(|report| report.eq_ignore_ascii_case(part));
    let leads = [" of ", " from ", " at ", " on "].iter().filter_map(|joint| mark_at(front, joint)).min();
    is(front) || is(back) || leads.is_some_and(|at| is(&front[..at])) || ends_with_recap(title)
}

fn ends_with_recap(title: &str) -> bool {
    title.rsplit(' ').next().is_some_and(|last| last.eq_ignore_ascii_case("recap"))
}

/// Whether the heading at the top of the page names an event.
fn is_headed(view: &View<'_>) -> bool {
    let first = view.outline.blocks.iter().take(3).find(|block| matches!(block.kind, BlockKind::Heading(1)));
    first.is_some_and(|heading| has_any(&heading.passage.text, EVENT_WORDS))
}

/// Whether a dated line is surely the last day of a submission.
fn is_due(row: &Milestone<'_>) -> bool {
    matches!(row.stage, Stage::Deadline(4..))
}

/// Whether the page lies among events, by its folder or by what the theme takes it for.
pub(crate) fn is_among_events(view: &View<'_>) -> bool {
    const FOLDERS: &[&str] = &[
        "event", "events", "_events", "_event", "conference", "conferences", "meetings", "_meetings", "meetups",
        "_meetups", "workshops", "_workshops", "webinars", "_webinars", "seminars", "_seminars", "hackathons",
        "_hackathons", "evento", "eventos", "_eventos", "eventi", "evenements", "événements", "veranstaltungen",
        "_veranstaltungen", "termine", "encontros",
    ];
    const KINDS: &[&str] = &[
        "event", "events", "meetup", "meetups", "workshop", "workshops", "conference", "conferences", "webinar",
        "webinars", "hackathon", "event-single", "seminar", "seminars", "evento", "eventos", "veranstaltung",
    ];
    let theme = ["layout", "type", "template"].into_iter().filter_map(|key| view.front_matter.root.get(key)?.written());
    let mut theme = theme.map(|name| name.split('.').next().unwrap_or(name));
    // Zola keeps both below `taxonomies`.
    let taxonomies = view.front_matter.root.get("taxonomies").and_then(Value::as_map);
    let filing = std::iter::once(&view.front_matter.root).chain(taxonomies);
    let filed = filing.flat_map(|map| ["category", "categories", "tags"].into_iter().filter_map(|key| map.get(key)));
    let filed = filed.flat_map(|value| {
        let own = value.written().into_iter().flat_map(|words| words.split([' ', ',']));
        own.chain(value.as_list().iter().filter_map(Value::written)).collect::<Vec<_>>()
    });
    view.path.split('/').rev().skip(1).take(4).any(|part| FOLDERS.contains(&part))
        || theme.any(|name| KINDS.iter().any(|kind| kind.eq_ignore_ascii_case(name)))
        || filed.into_iter().any(|name| KINDS.iter().any(|kind| kind.eq_ignore_ascii_case(name)))
}

/// Whether the title is a name with the year in which its days are, over sections that the page of an event has.
fn is_named_by_its_year(view: &View<'_>) -> bool {
    let of_event =
        &["speakers", "keynotes", "sponsors", "key dates", "important dates", "call for", "tickets", "venue"];
    let named = view.title.as_ref().filter(|title| title.name.is_some() && is_short(&title.text.value, 6));
    let year = named.and_then(|title| lone_year(&title.text.value));
    let own = |year: i16| view.when().is_some_and(|when| when.start().year() == year);
    year.is_some_and(own) && view.sections(of_event).next().is_some()
}

/// Whether the page is the first one of a site: one that gives days is the site of an event.
fn is_home(view: &View<'_>) -> bool {
    let root = &view.front_matter.root;
    let is =
        |key: &str, words: &[&str]| root.get(key).and_then(Value::written).is_some_and(|said| words.contains(&said));
    is("permalink", &["/", "/index.html"])
        || is("layout", &["home", "homepage", "splash", "landing"])
        // The first page of a site of anything may tell of a day; one that tells where, too, is that of an event.
        || is_first(view.path) && super::place::location(view).is_some()
}

/// Whether a path leads to the page that a site starts with.
fn is_first(path: &str) -> bool {
    const FOLDERS: &[&str] = &["content", "pages", "src", "docs"];
    let (folder, file) = path.rsplit_once('/').unwrap_or(("", path));
    let stem = file.split('.').next().unwrap_or(file);
    let folder = folder.rsplit('/').next().unwrap_or(folder).trim_start_matches('_');
    matches!(stem, "index" | "_index" | "home") && (folder.is_empty() || FOLDERS.contains(&folder))
}

/// Whether the page lies among the calls, and says until when one can answer.
fn is_in_calls(view: &View<'_>) -> bool {
    let last = |milestone: &Milestone<'_>| matches!(milestone.stage, Stage::Deadline(_));
    address::has(view, address::CALLS) && view.milestones().iter().any(last)
}

/// A title that starts with a day is a page of that day: `Thursday 24th, Main Building`.
fn names_a_day(view: &View<'_>) -> bool {
    let Some(title) = &view.title else { return false };
    title.date.as_ref().is_some_and(|(date, cite)| {
        let start = title.text.cite.span.start();
        date.is_one_day() && cite.span.start() <= start + 1 && date.first().weekday.is_some()
    })
}

/// What a sentence says of whether an event takes place. What became of it comes before that it could not be as planned:
/// `Cancelled: we meet online instead`.
const STATUSES: &[(&[&str], EventStatus)] = &[
    (
        &["moved online", "will now be held online", "will now take place online", "move online", "online instead"],
        EventStatus::MovedOnline,
    ),
    (&["has been rescheduled", "been rescheduled", "rescheduled to", "rescheduled for"], EventStatus::Rescheduled),
    (
        &[
            "has been cancelled", "is cancelled", "have been cancelled", "been canceled", "is canceled",
            "was cancelled", "cancelled due", "had to be cancelled", "had to be canceled", "had to cancel",
            "have to cancel", "will not take place", "cannot take place", "ist abgesagt", "wurde abgesagt",
            "abgesagt werden",
        ],
        EventStatus::Cancelled,
    ),
    (
        &[
            "has been postponed", "is postponed", "have postponed", "been postponed", "postponing", "was postponed",
            "decided to postpone", "postponed until", "postponed to", "had to be postponed", "had to postpone",
            "have to postpone", "wurde verschoben", "verschoben werden",
        ],
        EventStatus::Postponed,
    ),
];

/// What is no event of its own, and conditions.
pub(super) const OF_SOMETHING_ELSE: &[&str] = &[
    "session", "tour", "reception", "dinner", "if", "in case", "unless", "refund", "may be", "might be", "not be",
    "last year", "previous",
];

/// Whether it takes place: an explicit key, else a sentence near the top, the title or a heading.
pub(crate) fn status(view: &View<'_>) -> Option<Cited<EventStatus>> {
    if let Some(status) = stated_status(view) {
        return Some(status);
    }
    if let Some((sentence, date)) = when::moved(view) {
        return Some(Cited::new(EventStatus::Rescheduled, Cite::part(sentence.passage, date.span, SourceKind::Prose)));
    }
    if let Some(title) = view.title.as_ref()
        && title.text.value.split_once(": ").is_some_and(|(front, _)| is_renewed(front))
    {
        return Some(Cited::new(EventStatus::Rescheduled, title.text.cite.clone()));
    }
    let title = view.title.as_ref().filter(|title| title.says(&["cancelled", "canceled", "postponed"]));
    if let Some(title) = title {
        let status = if title.says(&["postponed"]) { EventStatus::Postponed } else { EventStatus::Cancelled };
        return Some(Cited::new(status, title.text.cite.clone()));
    }
    let words: Vec<&str> = STATUSES.iter().flat_map(|(words, _)| words.iter().copied()).collect();
    let first = view.outline.blocks.iter().take(HEADED).enumerate();
    let headings = first.filter(|(_, block)| matches!(block.kind, BlockKind::Heading(_)));
    let headed =
        headings.flat_map(|(index, _)| view.sentences_of(index)).filter(|sentence| sentence.has(&words)).copied();
    view.opening_telling(&words).chain(headed).find_map(|sentence| {
        let subject = sentence.has(&[
            "event", "conference", "meeting", "workshop", "showcase", "we", "webinar", "symposium", "week",
            "hackathon", "meetup", "school", "course", "seminar", "training", "summit", "veranstaltung", "tagung",
        ]);
        let other = sentence.has(OF_SOMETHING_ELSE);
        let (words, status) = STATUSES.iter().find_map(|(words, status)| Some((sentence.find(words)?, status)))?;
        // `The 2029 meeting was cancelled`, on the page of 2031.
        let before = &sentence.text()[..words.start()];
        let own = view.title.as_ref().map_or("", |title| title.text.value.as_str());
        // `One of the talks has been cancelled; we look for another`: what is off stands in front of it.
        let part = has_any(before, &["talk", "talks", "keynote", "lecture", "panel", "speaker", "speakers"]);
        // `The meeting in Lund has been cancelled. In its place we hold a week of online sessions.`
        let replaced = || {
            view.sentences_of(sentence.block).iter().any(|other| {
                other.span.start() > sentence.span.start()
                    && other.has(&["in its place", "instead", "in place of"])
                    && other.has(&["online", "virtual", "virtually"])
            })
        };
        let another = years(own).next().is_some() && years(before).any(|year| years(own).all(|own| own != year));
        (subject && !other && !another && !part).then(|| {
            let replaced = *status == EventStatus::Cancelled && replaced();
            Cited::new(
                if replaced { EventStatus::MovedOnline } else { status.clone() },
                Cite::part(sentence.passage, words.shift(sentence.span.start()), SourceKind::Prose),
            )
        })
    })
}

/// Among how many of a page's first blocks a heading may tell it: `This meeting has moved online!`
const HEADED: usize = 6;

/// What keys say of it: `status: postponed`, `cancelled: true`.
fn stated_status(view: &View<'_>) -> Option<Cited<EventStatus>> {
    let said =
        view.keys.all(Key::Status).find_map(|value| Some(Cited::new(status_of(value)?, Cite::front_matter(value))));
    said.or_else(|| {
        let switched = |(key, status): (Key, EventStatus)| {
            let value = view.keys.all(key).find(|value| value.as_bool() == Some(true))?;
            Some(Cited::new(status, Cite::front_matter(value)))
        };
        [(Key::Cancelled, EventStatus::Cancelled), (Key::Postponed, EventStatus::Postponed)]
            .into_iter()
            .find_map(switched)
    })
}

/// The status that a value names.
pub(super) fn status_of(value: &Value) -> Option<EventStatus> {
    let word = value.written()?.to_lowercase();
    // `EventCancelled` is schema.org's.
    let word = word.rsplit('/').next()?.trim_start_matches("event");
    let word = if word == "canceled" { "cancelled" } else { word };
    EventStatus::WORDS.contains(&word).then(|| EventStatus::from(word))
}

/// Years written as four digits.
fn years(text: &str) -> impl Iterator<Item = &str> {
    let words = text.split(|c: char| !c.is_alphanumeric());
    words.filter(|word| word.len() == 4 && word.bytes().all(|b| b.is_ascii_digit()) && word.starts_with(['1', '2']))
}
