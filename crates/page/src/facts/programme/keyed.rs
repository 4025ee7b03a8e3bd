//! A programme in the front matter: `talks: [{title: Knots, speaker: Ann Lee}]`, `schedule: [{time: 18:30, title: Doors}]`.

use handbill_frontmatter::{Entry, Mapping, Value};
use handbill_model::{LocalTime, Person, SourceKind};
use handbill_text::Span;

use super::{DayDraft, Draft, cell, day};
use crate::facts::ledger::{Cite, Cited};
use crate::facts::presenters::keyed_people;
use crate::facts::sentences::plain;
use crate::facts::view::View;
use crate::facts::when::day_of;
use crate::lexicon::Lexicon;
use crate::passage::Passage;
use crate::phrase;

/// Keys of such lists.
static LISTS: Lexicon = Lexicon::new(&["schedule", "programme", "program", "agenda", "timetable", "sessions", "talks"]);

/// Keys of the list inside a day.
const SLOTS: &[&str] = &["sessions", "talks", "items", "slots", "events", "schedule", "programme", "program"];

const TITLES: &[&str] = &["title", "name", "talk", "what", "activity", "session"];
const SPEAKERS: &[&str] = &["speaker", "speakers", "presenter", "presenters", "by", "who"];
const STARTS: &[&str] = &["time", "start", "start_time", "starttime", "begin", "from"];
const ENDS: &[&str] = &["end", "end_time", "endtime", "to", "until"];

/// The days of the first such list; nothing where an item of it is no session.
pub(super) fn days(view: &View<'_>) -> Vec<DayDraft> {
    let root = &view.front_matter.root;
    let inner = ["extra", "params", "event"].into_iter().filter_map(|name| root.get(name)?.as_map());
    let entries = std::iter::once(root).chain(inner).flat_map(|map| &map.entries);
    let lists = entries.filter(|entry| LISTS.has(&entry.key)).map(|entry| &entry.value);
    lists.map(|list| of_list(view, list)).find(|days| !days.is_empty()).unwrap_or_default()
}

fn of_list(view: &View<'_>, list: &Value) -> Vec<DayDraft> {
    let items: Vec<&Mapping> = list.as_list().iter().filter_map(Value::as_map).collect();
    if items.is_empty() || items.len() < list.as_list().len() {
        return Vec::new();
    }
    // `[{day: 2031-03-04, sessions: [...]}]`.
    let days: Option<Vec<DayDraft>> = items.iter().map(|item| of_day(view, item)).collect();
    days.or_else(|| {
        let sessions = sessions(view, &items)?;
        let (date, label) = day::of_page(view).map_or((None, None), |day| (day.date, Some(day.label)));
        Some(vec![DayDraft { date, label, sessions }])
    })
    .unwrap_or_default()
}

fn of_day(view: &View<'_>, item: &Mapping) -> Option<DayDraft> {
    let key = named(item, &["date", "day"])?;
    let items: Vec<&Mapping> = named(item, SLOTS)?.as_list().iter().filter_map(Value::as_map).collect();
    let date = day_of(key).map(|day| Cited::new(day, Cite::front_matter(key)));
    let label = key.written().map(|text| Cited::new(plain(text), Cite::front_matter(key)));
    Some(DayDraft { date, label, sessions: sessions(view, &items)? })
}

fn sessions(view: &View<'_>, items: &[&Mapping]) -> Option<Vec<Draft>> {
    let sessions: Vec<Draft> = items.iter().map(|item| session(view, item)).collect::<Option<_>>()?;
    // A list of titles may be one of anything.
    let told = |draft: &Draft| draft.start.is_some() || !draft.speakers.is_empty();
    (sessions.iter().filter(|draft| told(draft)).count() * 2 > sessions.len()).then_some(sessions)
}

fn session(view: &View<'_>, item: &Mapping) -> Option<Draft> {
    let value = named(item, TITLES)?;
    let passage = Passage::of_value(value, view.source)?;
    let whole = Span::new(0..passage.text.len());
    let mut draft = Draft::new(Cited::new(plain(&passage.text), Cite::front_matter(value)));
    draft.kind = cell::what(&passage, whole, &SourceKind::FrontMatter);
    if let Some(value) = named(item, STARTS) {
        let (start, end) = times(value);
        (draft.start, draft.end) = (cited(start, value), cited(end, value));
    }
    if let Some(value) = named(item, ENDS).filter(|_| draft.end.is_none()) {
        draft.end = cited(times(value).0, value);
    }
    let people = named(item, SPEAKERS).into_iter().flat_map(|value| {
        let one = std::slice::from_ref(value);
        if value.as_list().is_empty() { one } else { value.as_list() }
    });
    let people = people.flat_map(keyed_people);
    draft.speakers = people.map(|(person, cite): (Person, Cite)| Cited::new(person, cite)).collect();
    let text = |names: &[&str]| -> Option<Cited<String>> {
        let value = named(item, names)?;
        Some(Cited::<String>::new(plain(value.written()?.trim()), Cite::front_matter(value)))
            .filter(|fact| !fact.value.is_empty())
    };
    draft.room = text(&["room"]);
    draft.track = text(&["track"]);
    draft.summary = text(&["abstract", "description", "summary"]);
    Some(draft)
}

/// Start and end of `18:30`, `18:30 - 19:00` and `2031-03-04T18:30`.
fn times(value: &Value) -> (Option<LocalTime>, Option<LocalTime>) {
    if let Some(time) = value.as_date().and_then(|date| date.time) {
        return (LocalTime::new(time.hour, time.minute).ok(), None);
    }
    let phrases = phrase::read(value.written().unwrap_or_default());
    let time = phrases.times.first();
    (time.and_then(|time| time.start.time()), time.and_then(|time| time.end?.time()))
}

fn cited(time: Option<LocalTime>, value: &Value) -> Option<Cited<LocalTime>> {
    time.map(|time| Cited::new(time, Cite::front_matter(value)))
}

/// The value of the first of `names` that a map has, in whatever case.
fn named<'a>(map: &'a Mapping, names: &[&str]) -> Option<&'a Value> {
    let under = |name: &str| map.entries.iter().find(|entry: &&Entry| entry.key.eq_ignore_ascii_case(name));
    names.iter().find_map(|name| under(name)).map(|entry| &entry.value)
}
