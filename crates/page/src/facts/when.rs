//! When the event takes place.

mod between;
mod explicit;
mod hours;
mod listed;
mod moved;
mod series;
mod times;

use handbill_model::{Date, SourceKind};
use handbill_text::Span;

use super::ledger::Cite;
use super::milestones::{Milestone, Stage};
use super::place::is_platform;
use super::places::is_venue_name;
use super::role::own_name;
use super::sentences::{has_any, is_short};
use super::title::EVENT_WORDS;
use super::view::{Sentence, View};
use crate::passage::Passage;
use crate::phrase::{DatePhrase, DateRun, Form};

pub use explicit::Told;
pub(crate) use explicit::{day_of, is_keyed, offset, time_of};
pub(crate) use hours::of_each;
pub(crate) use moved::moved;
pub(crate) use times::{Times, is_of_hours, times};

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
    /// One day.
    fn one(day: Date, cite: Cite) -> Self {
        Self { runs: vec![(day, day)], cite, end_cite: None }
    }

    pub(crate) fn start(&self) -> Date {
        self.runs.iter().map(|run| run.0).min().unwrap_or(self.runs[0].0)
    }

    pub(crate) fn end(&self) -> Date {
        self.runs.iter().map(|run| run.1).max().unwrap_or(self.runs[0].1)
    }

    /// From the first day of either to the last, the places where they stand.
    pub(super) fn with(self, other: Self) -> Self {
        let (start, end) = (self.start().min(other.start()), self.end().max(other.end()));
        let last = |when: &Self| when.end_cite.clone().unwrap_or_else(|| when.cite.clone());
        let end_cite = if other.end() > self.end() { last(&other) } else { last(&self) };
        let cite = if other.start() < self.start() { other.cite } else { self.cite };
        Self { runs: vec![(start, end)], cite, end_cite: Some(end_cite) }
    }

    /// Whether a day is one of them.
    pub(crate) fn has(&self, day: Date) -> bool {
        self.runs.iter().any(|(start, end)| (*start..=*end).contains(&day))
    }

    /// Whether the days are one run.
    pub(crate) fn is_one_run(&self) -> bool {
        self.runs.windows(2).all(|pair| pair[0].1.tomorrow().is_ok_and(|next| next >= pair[1].0))
    }
}

/// Labels of the days.
pub(crate) const DATE_LABELS: &[&str] = &[
    "date", "dates", "when", "event date", "event dates", "conference dates", "date and time", "dates and times",
    "date & time", "time and date", "day", "save the date", "wann", "datum", "termin", "quand", "fecha", "fechas",
    "quando", "next meeting", "next meetup", "next event", "next date", "next call", "next session",
    "nächstes treffen", "nächster termin", "prochaine rencontre", "próxima reunión",
];

/// What a sentence says that tells when something takes place.
const TAKES_PLACE: &[&str] = &[
    "held", "take place", "takes place", "taking place", "took place", "hosted", "hosting", "holding", "organising",
    "organizing", "will run", "runs", "scheduled", "join us", "convene", "meet", "meeting will be", "will be on",
    "gather", "organized", "organised", "happening", "attend", "celebrate", "invites", "invite", "announce", "welcome",
    "findet", "finden", "stattfinden", "in conjunction with", "welcoming you", "bring together", "brings together",
    "comes to", "come to", "returns to", "two days of", "three days of", "a day of", "is back", "comes back",
    "aura lieu", "auront lieu", "se tiendra", "se tiendront", "se celebra", "se celebrará", "se celebrarán",
    "tendrá lugar", "tendrán lugar", "terá lugar", "realiza-se", "acontece", "si terrà", "si svolgerà",
];

/// What a sentence says whose date is that of something else.
const SOMETHING_ELSE: &[&str] = &[
    "deadline", "due", "submit", "submissions", "submission", "register by", "registration will",
    "registration closes", "registration opens", "closes", "notified", "notification", "no later than", "proposals",
    "applications", "apply", "before the event", "extended", "early bird", "book by", "last updated", "posted",
];

/// Whether a sentence says it: what is so `due to` something is not due.
fn is_on_something_else(sentence: &Sentence<'_>) -> bool {
    sentence.has(SOMETHING_ELSE)
        && (!sentence.has(&["due to"]) || SOMETHING_ELSE.iter().any(|word| *word != "due" && sentence.has(&[*word])))
}

/// What a short text says whose date is that of a step before the event.
const UNTIL_THEN: &[&str] = &[
    "before", "by", "until", "after", "form", "link", "first call", "second call", "third call", "updated", "release",
    "released", "available", "news",
];

/// The days of the event, from the page's clearest word on them.
pub(crate) fn when(view: &View<'_>) -> Option<When> {
    explicit::days(view)
        .or_else(|| {
            let (sentence, date) = moved(view)?;
            resolve(view, date, Cite::part(sentence.passage, date.span, SourceKind::Prose))
        })
        .or_else(|| {
            view.title
                .as_ref()
                .and_then(|title| title.date.as_ref())
                .and_then(|(date, cite)| resolve(view, date, cite.clone()))
        })
        .or_else(|| from_day_of_title(view))
        .or_else(|| view.banner().date.as_ref().and_then(|(date, cite)| resolve(view, date, cite.clone())))
        .or_else(|| from_labels(view))
        .or_else(|| from_own_line(view))
        .or_else(|| moved::of_notice(view))
        .or_else(|| from_sentences(view))
        .or_else(|| listed::of_table(view))
        .or_else(|| listed::of_milestones(view))
        .or_else(|| series::series(view))
        .or_else(|| listed::of_parts(view))
        .or_else(|| from_lone_dates(view))
        .or_else(|| from_headings(view))
        .or_else(|| explicit::of_publishing(view))
        .map(|found| series::whole(view, found))
}

/// The days that the title, a label or a sentence on when the event takes place gives, whatever keys say.
pub(crate) fn in_words(view: &View<'_>) -> Option<When> {
    let title = view.title.as_ref().and_then(|title| title.date.as_ref());
    let title = title.and_then(|(date, cite)| resolve(view, date, cite.clone()));
    title.or_else(|| from_labels(view)).or_else(|| {
        let held = [
            "be held", "take place", "takes place", "taking place", "took place", "findet", "finden", "aura lieu",
            "auront lieu", "se celebrará", "se celebrarán", "tendrá lugar", "tendrán lugar", "terá lugar", "si terrà",
            "si svolgerà",
        ];
        let held = view.opening_telling(&held).filter(|sentence| !sentence.has(SOMETHING_ELSE));
        held.filter_map(|sentence| in_sentence(view, sentence)).next()
    })
}

/// The day that the title names without its month, as a sentence near the top names it: `Friday 25th` over
/// `The agenda for Friday the 25th of May`.
fn from_day_of_title(view: &View<'_>) -> Option<When> {
    let (title, _) = view.title.as_ref()?.date.as_ref().filter(|(date, _)| date.form == Form::DayOnly)?;
    let day = title.first();
    let weekday = |date: &DatePhrase| date.first().weekday.map(|(weekday, _)| weekday);
    let same = |date: &&DatePhrase| {
        date.is_one_day() && date.first().day == day.day && date.form == Form::Words && weekday(date) == weekday(title)
    };
    let said = view.opening().find_map(|sentence| Some((sentence, sentence.dates().find(same)?)));
    said.and_then(|(sentence, date)| resolve(view, date, Cite::part(sentence.passage, date.span, SourceKind::Prose)))
}

fn from_labels(view: &View<'_>) -> Option<When> {
    let labelled = view.labelled(DATE_LABELS).find_map(|fact| match fact.value.is_empty() {
        true => listed::of_items(view, fact),
        false => in_passage(view, &fact.value, SourceKind::Label),
    });
    labelled.or_else(|| view.headed(DATE_LABELS).find_map(|passage| in_passage(view, passage, SourceKind::Label)))
}

fn in_passage(view: &View<'_>, passage: &Passage, kind: SourceKind) -> Option<When> {
    let dates = &passage.phrases().dates;
    let date = dates.first()?;
    between::from_to(view, passage, &kind).or_else(|| resolve(view, date, Cite::part(passage, date.span, kind)))
}

/// A sentence near the top that says when it takes place, or names the event with its date.
fn from_sentences(view: &View<'_>) -> Option<When> {
    let own = view
        .opening()
        .filter(Sentence::is_numbered)
        .filter(|sentence| !is_on_something_else(sentence) || beside_its_name(*sentence) || is_held_then(*sentence));
    let sentences: Vec<Sentence<'_>> = own.filter(|sentence| !beside_another(view, *sentence)).collect();
    let in_it = |sentence: &Sentence<'_>| in_sentence(view, *sentence);
    let named = || sentences.iter().filter(|sentence| beside_its_name(**sentence)).find_map(in_it);
    sentences.iter().filter(|sentence| sentence.has(TAKES_PLACE)).find_map(in_it).or_else(named)
}

/// What a line says of the event that the page's address names, among those of others:
/// `RSMC 2031 will be held in Lund, Sweden, from 4 to 7 March 2031`.
fn from_own_line(view: &View<'_>) -> Option<When> {
    let lines = view.lines_of_own().iter().map(|(sentence, _)| *sentence);
    let lines = lines.filter(Sentence::is_numbered);
    let mut own = lines.filter(|line| !line.has(SOMETHING_ELSE) && !beside_another(view, *line));
    own.find_map(|line| in_sentence(view, line))
}

/// A date near the top that stands by itself, as a page heads itself: `Lund, March 4-5, 2031`.
fn from_lone_dates(view: &View<'_>) -> Option<When> {
    let step = |sentence: &Sentence<'_>| {
        let inside = |row: &&Milestone<'_>| row.block == sentence.block && sentence.span.contains(row.date.span);
        // `4 March 2031, Harbour Library`: what stands behind the days is where.
        let place =
            |row: &Milestone<'_>| is_venue_name(row.label.split(',').next().unwrap_or("")) || is_platform(&row.label);
        view.milestones().iter().find(inside).is_some_and(|row| row.stage != Stage::Event && !place(row))
    };
    // One of several days that head what is done on them is not the whole.
    let days = view.day_markers();
    let of_several = |block: usize| days.len() > 1 && days.binary_search(&block).is_ok();
    let lone = view.opening().filter(Sentence::is_numbered);
    let lone = lone.filter(|sentence| !sentence.has(SOMETHING_ELSE) && !sentence.has(UNTIL_THEN));
    let lone = lone.filter(|sentence| !of_several(sentence.block));
    lone.filter(|sentence| heads(*sentence) && !step(sentence)).find_map(|sentence| in_sentence(view, sentence))
}

/// Whether a sentence is a name, a place and a date, and tells nothing.
pub(crate) fn heads(sentence: Sentence<'_>) -> bool {
    const SMALL: &[&str] = &["in", "at", "on", "the", "of", "and", "for", "from", "to", "with", "a", "de", "la"];
    let text = sentence.text();
    let mut at = sentence.span.start();
    !text.contains('?')
        && is_at_most(text, 119)
        && text.split(' ').all(|word| {
            let place = Span::new(at..at + word.len());
            at += word.len() + 1;
            let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
            let named = !bare.starts_with(char::is_lowercase) || SMALL.contains(&bare);
            named || sentence.passage.phrases().dates.iter().any(|date| date.span.overlaps(place))
        })
}

/// Whether a text has at most so many characters.
fn is_at_most(text: &str, most: usize) -> bool {
    text.len() <= most || text.chars().nth(most).is_none()
}

/// Whether a sentence on something else tells when the event is held: `proposals for the meeting, to be held on March 4`.
fn is_held_then(sentence: Sentence<'_>) -> bool {
    let Some(verb) = sentence.find(&["be held", "take place", "takes place", "taking place"]) else { return false };
    let from = sentence.span.start() + verb.end();
    let mut dates = sentence.dates();
    let Some(date) = dates.find(|date| date.form != Form::DayOnly).filter(|date| date.span.start() >= from) else {
        return false;
    };
    let between = &sentence.passage.text[from..date.span.start()];
    is_short(between, 12) && !has_any(between, SOMETHING_ELSE) && !has_any(between, UNTIL_THEN)
}

/// Whether the date of a sentence stands right behind the event: `papers for the Spring Meeting in Lund, March 4-5`.
fn beside_its_name(sentence: Sentence<'_>) -> bool {
    let Some(date) = sentence.dates().next() else { return false };
    let before = &sentence.passage.text[sentence.span.start()..date.span.start()];
    if is_in_parentheses_of(before, date) {
        return true;
    }
    let clause = before.rsplit(['.', ';', ':']).next().unwrap_or(before);
    const DUE: &[&str] =
        &["by", "before", "due", "until", "deadline", "than", "closed", "closes", "close", "opened", "opens", "open"];
    let near = || clause.split_whitespace().rev().take(6).map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()));
    near().any(|word| EVENT_WORDS.contains(&word.to_lowercase().as_str()))
        && !near().any(|word| DUE.iter().any(|due| due.eq_ignore_ascii_case(word)))
}

/// Whether a date stands in parentheses behind a name with its year: `Knots 2031 (Lund, Sweden, 4-7 March 2031)`.
fn is_in_parentheses_of(before: &str, date: &DatePhrase) -> bool {
    let Some((name, inside)) = before.rsplit_once(" (").filter(|(_, inside)| !inside.contains(')')) else {
        return false;
    };
    let mut words = name.rsplit(' ');
    let year = words.next().and_then(|word| word.parse::<i16>().ok());
    let named = words.next().is_some_and(|word| word.starts_with(char::is_uppercase));
    let own = date.first().year.is_none() || year == date.first().year;
    named && year.is_some() && own && inside.split_whitespace().count() <= 6
}

/// Whether what a sentence dates lies before or behind an event: `the day before RSMC 2031`, `right after the conference`.
fn beside_another(view: &View<'_>, sentence: Sentence<'_>) -> bool {
    let Some(joint) = sentence.find(&["before", "after"]) else { return false };
    // `Knot Days take place on 4 March, right before RSMC 2031`.
    if own_name::is_on_title(view, sentence) {
        return false;
    }
    let mut behind = sentence.text()[joint.end()..].split_whitespace().filter(|word| !matches!(*word, "the" | "this"));
    behind.next().is_some_and(|word| {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric());
        word.chars().filter(|c| c.is_uppercase()).count() >= 2 || EVENT_WORDS.contains(&word.to_lowercase().as_str())
    })
}

fn in_sentence(view: &View<'_>, sentence: Sentence<'_>) -> Option<When> {
    let date = sentence.dates().find(|date| date.form != Form::DayOnly)?;
    resolve(view, date, Cite::part(sentence.passage, date.span, SourceKind::Prose))
}

/// Headings that are nothing but a day.
fn from_headings(view: &View<'_>) -> Option<When> {
    let mut days: Vec<(Date, Date, Cite)> = (1..view.outline.sections.len())
        .filter_map(|section| {
            let heading = view.outline.heading(section)?;
            let date = heading.passage.phrases().dates.first()?;
            if view.is_titled(section, SOMETHING_ELSE) {
                return None;
            }
            let when = resolve(view, date, Cite::part(&heading.passage, date.span, SourceKind::Heading))?;
            Some((when.start(), when.end(), when.cite))
        })
        .collect();
    days.sort_by_key(|day| (day.0, day.1));
    let (first, last) = (days.first()?.clone(), days.last()?.clone());
    (days_between(first.0, last.1) <= LONGEST).then(|| When {
        runs: vec![(first.0, last.1)],
        cite: first.2,
        end_cite: Some(last.2),
    })
}

/// The longest event that is put together of several dates, in days.
const LONGEST: i32 = 14;

fn days_between(first: Date, last: Date) -> i32 {
    first.until(last).map_or(i32::MAX, |span| span.get_days())
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

/// As [`resolve`], of what is told of the event: a year that stands nowhere else is that of its days.
pub(crate) fn resolve_in_event(view: &View<'_>, date: &DatePhrase, cite: Cite) -> Option<When> {
    if date.first().year.is_some() || view.year.is_some() || date.form == Form::Ambiguous {
        return resolve(view, date, cite);
    }
    let runs = runs(&date.runs, Some(view.when()?.start().year()))?;
    Some(When { runs, cite: cite.noted("year taken from the event"), end_cite: None })
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
