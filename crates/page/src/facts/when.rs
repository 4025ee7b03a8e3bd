//! When the event takes place.

use handbill_frontmatter::{Mapping, Value};
use handbill_model::{Date, SourceKind};
use handbill_text::Span;

use super::ledger::{Cite, Cited};
use super::sentences::has_any;
use super::title::EVENT_WORDS;
use super::view::{Sentence, View};
use crate::passage::Passage;
use crate::phrase::{self, DatePhrase, DateRun, Form};
use crate::values::civil;

/// The days of an event, with the place that they were read from.
#[derive(Clone, Debug)]
pub(crate) struct When {
    /// The runs of days in order; at least one.
    pub(crate) runs: Vec<(Date, Date)>,
    pub(crate) cite: Cite,
    /// Where the last day stands, if elsewhere.
    pub(crate) end_cite: Option<Cite>,
}

impl When {
    pub(crate) fn start(&self) -> Date {
        self.runs.iter().map(|run| run.0).min().unwrap_or(self.runs[0].0)
    }

    pub(crate) fn end(&self) -> Date {
        self.runs.iter().map(|run| run.1).max().unwrap_or(self.runs[0].1)
    }

    /// Whether the days are one run.
    pub(crate) fn is_one_run(&self) -> bool {
        self.runs.windows(2).all(|pair| pair[0].1.tomorrow().is_ok_and(|next| next >= pair[1].0))
    }
}

/// Keys of front matter that hold the first day, in the order in which they are believed.
const START_KEYS: &[&str] = &[
    "start", "start_date", "startdate", "startDate", "date_start", "dateStart", "starts", "event-start", "event_start",
    "begin", "datetime", "event_date", "event-date",
];

/// Keys that hold the last day.
const END_KEYS: &[&str] = &[
    "end", "end_date", "enddate", "endDate", "date_end", "dateEnd", "date_ends", "ends", "event-end", "event_end",
    "finish",
];

/// Keys whose value may hold both, in words.
const RANGE_KEYS: &[&str] = &["dates", "humandate", "event_dates", "when"];

/// Labels of the days.
pub(crate) const DATE_LABELS: &[&str] = &[
    "date", "dates", "when", "event date", "event dates", "conference dates", "date and time", "dates and times",
    "date & time", "time and date", "day",
];

/// What a sentence says that tells when something takes place.
const TAKES_PLACE: &[&str] = &[
    "held", "take place", "takes place", "taking place", "took place", "hosted", "hosting", "will run", "runs",
    "scheduled", "join us", "convene", "meet", "meeting will be", "will be on", "gather", "organized", "organised",
    "happening", "attend", "celebrate", "invites", "invite", "announce", "welcome",
];

/// What a sentence says whose date is that of something else.
const SOMETHING_ELSE: &[&str] = &[
    "deadline", "due", "submit", "submissions", "submission", "register by", "registration will",
    "registration closes", "registration opens", "closes", "notified", "notification", "no later than", "proposals",
    "applications", "apply", "before the event", "extended", "early bird", "book by", "last updated", "posted",
];

/// The days of the event, from the page's clearest word on them.
pub(crate) fn when(view: &View<'_>) -> Option<When> {
    from_front_matter(view)
        .or_else(|| {
            view.title
                .as_ref()
                .and_then(|title| title.date.as_ref())
                .and_then(|(date, cite)| resolve(view, date, cite.clone()))
        })
        .or_else(|| from_labels(view))
        .or_else(|| from_prose(view))
        .or_else(|| from_headings(view))
}

/// Explicit keys win over anything in words.
fn from_front_matter(view: &View<'_>) -> Option<When> {
    let root = &view.front_matter.root;
    from_mapping(root).or_else(|| root.get("event").and_then(Value::as_map).and_then(from_mapping)).or_else(|| {
        let items = root.get("time").or_else(|| root.get("dates")).map(Value::as_list)?;
        let runs: Vec<When> = items.iter().filter_map(Value::as_map).filter_map(from_mapping).collect();
        let first = runs.first()?.clone();
        let last_cite = runs.last().and_then(|last| last.end_cite.clone().or_else(|| Some(last.cite.clone())));
        Some(When {
            runs: runs.iter().flat_map(|when| when.runs.clone()).collect(),
            cite: first.cite,
            end_cite: last_cite,
        })
    })
}

fn from_mapping(root: &Mapping) -> Option<When> {
    let day = |keys: &[&str]| keys.iter().find_map(|key| root.get(key).and_then(|value| Some((day_of(value)?, value))));
    if let Some((start, value)) = day(START_KEYS) {
        let end = day(END_KEYS).filter(|(end, _)| *end >= start);
        let (last, end_cite) = end.map_or((start, None), |(end, value)| (end, Some(Cite::front_matter(value))));
        return Some(When { runs: vec![(start, last)], cite: Cite::front_matter(value), end_cite });
    }
    let range = RANGE_KEYS.iter().chain(&["date"]).find_map(|key| {
        let value = root.get(key)?;
        let phrases = phrase::read(value.written()?);
        let date = phrases.dates.first().filter(|date| date.form != Form::Ambiguous)?;
        let runs = runs(&date.runs, None)?;
        Some(When { runs, cite: Cite::front_matter(value), end_cite: None })
    })?;
    let end = day(END_KEYS).filter(|(end, _)| *end >= range.end());
    Some(match end {
        Some((end, value)) => {
            When { runs: vec![(range.start(), end)], end_cite: Some(Cite::front_matter(value)), ..range }
        }
        None => range,
    })
}

/// The day that a value of the front matter names.
pub(crate) fn day_of(value: &Value) -> Option<Date> {
    if let Some(date) = value.as_date() {
        return civil(date);
    }
    let phrases = phrase::read(value.written()?);
    phrases.dates.first().filter(|date| date.form != Form::Ambiguous)?.first().on(None)
}

fn from_labels(view: &View<'_>) -> Option<When> {
    view.labelled(DATE_LABELS).find_map(|fact| in_passage(view, &fact.value, SourceKind::Label))
}

fn in_passage(view: &View<'_>, passage: &Passage, kind: SourceKind) -> Option<When> {
    let dates = &passage.phrases().dates;
    let date = dates.first()?;
    resolve(view, date, Cite::part(passage, date.span, kind))
}

/// A sentence near the top that says when it takes place; then any date near the top with a year.
fn from_prose(view: &View<'_>) -> Option<When> {
    let sentences: Vec<Sentence<'_>> =
        view.opening().filter(|sentence| !sentence.has(SOMETHING_ELSE) || beside_its_name(*sentence)).collect();
    let told = |sentence: &&Sentence<'_>| sentence.has(TAKES_PLACE);
    let in_it = |sentence: &Sentence<'_>| in_sentence(view, *sentence);
    let named = || sentences.iter().filter(|sentence| beside_its_name(**sentence)).find_map(in_it);
    sentences.iter().filter(told).find_map(in_it).or_else(named).or_else(|| {
        sentences.iter().filter(|sentence| !sentence.text().contains('?')).find_map(|sentence| {
            let when = in_sentence(view, *sentence)?;
            // A bare date far from any verb is the event's only if it is the page's way to head itself.
            (sentence.text().chars().count() < 120).then_some(when)
        })
    })
}

/// Whether the date of a sentence stands right behind the event: `papers for the Spring Meeting in Lund, March 4-5`.
fn beside_its_name(sentence: Sentence<'_>) -> bool {
    let dates = &sentence.passage.phrases().dates;
    let Some(date) = dates.iter().find(|date| sentence.span.contains(date.span)) else { return false };
    let before = &sentence.passage.text[sentence.span.start()..date.span.start()];
    let clause = before.rsplit(['.', ';', ':']).next().unwrap_or(before);
    let near = clause.split_whitespace().rev().take(6);
    let near: Vec<String> = near.map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase()).collect();
    let due = ["by", "before", "due", "until", "deadline", "than"];
    near.iter().any(|word| EVENT_WORDS.contains(&word.as_str()))
        && !near.iter().any(|word| due.contains(&word.as_str()))
}

fn in_sentence(view: &View<'_>, sentence: Sentence<'_>) -> Option<When> {
    let dates = &sentence.passage.phrases().dates;
    let date = dates.iter().find(|date| sentence.span.contains(date.span) && date.form != Form::DayOnly)?;
    resolve(view, date, Cite::part(sentence.passage, date.span, SourceKind::Prose))
}

/// Headings that are nothing but a day.
fn from_headings(view: &View<'_>) -> Option<When> {
    let headings = (1..view.outline.sections.len()).filter_map(|section| view.outline.heading(section));
    let mut days: Vec<(Date, Date, Cite)> = headings
        .filter(|heading| !has_any(&heading.passage.text, SOMETHING_ELSE))
        .filter_map(|heading| {
            let date = heading.passage.phrases().dates.first()?;
            let when = resolve(view, date, Cite::part(&heading.passage, date.span, SourceKind::Heading))?;
            Some((when.start(), when.end(), when.cite))
        })
        .collect();
    days.sort_by_key(|day| (day.0, day.1));
    let (first, last) = (days.first()?.clone(), days.last()?.clone());
    let plausible = first
        .0
        .until(last.1)
        .is_ok_and(|span| span.get_days() <= 14 && span.get_months() == 0 && span.get_years() == 0);
    plausible.then(|| When { runs: vec![(first.0, last.1)], cite: first.2, end_cite: Some(last.2) })
}

/// The days of a phrase, its year taken from the page where it has none.
pub(crate) fn resolve(view: &View<'_>, date: &DatePhrase, cite: Cite) -> Option<When> {
    if date.form == Form::Ambiguous {
        return None;
    }
    let year = view.year.as_ref();
    let runs = runs(&date.runs, year.map(|year| year.year))?;
    let cite = match year {
        Some(year) if date.first().year.is_none() => cite.noted(year.note),
        Some(_) | None => cite,
    };
    Some(When { runs, cite, end_cite: None })
}

fn runs(runs: &[DateRun], year: Option<i16>) -> Option<Vec<(Date, Date)>> {
    let day = |run: &DateRun| {
        let end = run.end.on(year)?;
        let start = run.start.on(run.end.year.or(year))?;
        (start <= end).then_some((start, end))
    };
    let mut found = runs.iter().map(day).collect::<Option<Vec<_>>>()?;
    found.sort_unstable();
    (!found.is_empty()).then_some(found)
}

/// A date, in the page's year where it has none.
pub(crate) fn single(view: &View<'_>, date: &DatePhrase) -> Option<(Date, &'static str)> {
    let year = view.year.as_ref();
    let day = date.first().on(year.map(|year| year.year)).filter(|_| date.form != Form::Ambiguous)?;
    Some((day, year.filter(|_| date.first().year.is_none()).map_or("", |year| year.note)))
}

/// The times of the event where the page says them beside its dates: `October 19-21, 9am to 5pm`.
pub(crate) fn times(
    view: &View<'_>,
) -> Option<(Cited<handbill_model::LocalTime>, Option<Cited<handbill_model::LocalTime>>)> {
    let fact = view
        .labelled(DATE_LABELS)
        .chain(view.labelled(&["time", "times"]))
        .find(|fact| fact.value.phrases().times.len() == 1)?;
    let phrase = fact.value.phrases().times.first()?;
    let cite = |span: Span| Cite::part(&fact.value, span, SourceKind::Label);
    let start = Cited::new(phrase.start.time()?, cite(phrase.start.span));
    let end = phrase.end.and_then(|end| Some(Cited::new(end.time()?, cite(end.span))));
    Some((start, end))
}
