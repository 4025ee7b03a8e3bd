//! The days and times that keys of the front matter give.

use handbill_frontmatter::{Data, Date as Written, Mapping, Value};
use handbill_model::{Date, LocalTime, SourceKind, Zone};
use handbill_text::Span;
use jiff::ToSpan;

use super::{When, in_words, runs};
use crate::facts::keys::{Closed, Key, Keys, step_label};
use crate::facts::ledger::{Cite, Cited};
use crate::facts::sentences::has_any;
use crate::facts::view::View;
use crate::facts::{address, role};
use crate::phrase::{self, Form};
use crate::values::civil;

/// Explicit keys win over anything in words.
pub(super) fn days(view: &View<'_>) -> Option<When> {
    of(&view.keys).or_else(|| sessions(&view.keys)).or_else(|| dated(view))
}

/// What keys of a front matter tell of the event, as it is written there.
///
/// ```
/// use handbill_page::keys::{Closed, Told};
///
/// let text = "---\nstart: 2031-02-30\nstatus: canceld\n---\n";
/// let front_matter = handbill_frontmatter::parse(text, &handbill_frontmatter::split(text));
/// let told = Told::of(&front_matter.root);
/// assert_eq!(told.impossible_days[0].as_str(), Some("2031-02-30"));
/// assert_eq!(told.unknown[0].0, Closed::Status);
/// ```
#[derive(Debug)]
pub struct Told<'a> {
    /// The values of keys that hold one day: when the event or its call starts and ends.
    pub days: Vec<&'a Value>,
    /// Values of such keys, and of those on the registration, that are a day in numbers which no calendar has: `2031-02-30`.
    pub impossible_days: Vec<&'a Value>,
    /// Values from which nothing is read though their key has a closed set of them, in the order in which keys are believed.
    pub unknown: Vec<(Closed, &'a Value)>,
    /// The first and the last day of the event with their values, where there is a key for each: as they are told, even if
    /// the last is before the first.
    pub ends: Option<[(Date, &'a Value); 2]>,
}

impl<'a> Told<'a> {
    /// Reads the keys of a front matter.
    #[must_use]
    pub fn of(root: &'a Mapping) -> Self {
        let keys = Keys::new(root);
        let ends = || Some([day(&keys, Key::Start)?, day(&keys, Key::End)?]);
        let (mut impossible_days, days): (Vec<&Value>, Vec<&Value>) =
            keys.days().partition(|value| is_impossible(value));
        impossible_days.extend(keys.all(Key::RegistrationCloses).filter(|value| is_impossible(value)));
        Self { days, impossible_days, unknown: keys.unknown().collect(), ends: ends() }
    }
}

fn of(keys: &Keys<'_>) -> Option<When> {
    if let Some((start, value)) = day(keys, Key::Start) {
        // `event_date: 1-2 April 2031`.
        let range = in_a_value(value).filter(|range| range.start() == start);
        return Some(until(keys, range.unwrap_or_else(|| When::one(start, Cite::front_matter(value)))));
    }
    let one = |value| day_of(value).filter(|_| !is_stamp(value)).map(|day| When::one(day, Cite::front_matter(value)));
    let range =
        keys.all(Key::Dates).find_map(|value| in_a_value(value).or_else(|| listed(value)).or_else(|| one(value)))?;
    Some(until(keys, range))
}

/// Whether keys that are an event's alone give its days, be it with a slip.
pub(crate) fn is_keyed(view: &View<'_>) -> bool {
    of(&view.keys).or_else(|| sessions(&view.keys)).is_some()
        || (is_accompanied(view) && dated(view).is_some())
        || view.keys.all(Key::Start).any(is_impossible)
}

/// Whether `date` stands beside keys that no day of publishing has: a last day, a number of days, or a place with a time
/// or a way to register. A place alone may be the one where a post was written.
fn is_accompanied(view: &View<'_>) -> bool {
    let keys = &view.keys;
    // A paper has the day, the town and the name of the meeting at which it was printed.
    const PRINTED: &[&str] = &["proceedings", "journal", "transactions", "letters", "arxiv"];
    let printed = |value: &Value| value.written().is_some_and(|name| has_any(name, PRINTED));
    if address::is_publication(view.path) || keys.all(Key::Venue).any(printed) {
        return false;
    }
    let told = |names: &[Key]| names.iter().any(|key| keys.get(*key).is_some());
    let timed = || {
        let lasts = |value: &Value| {
            let phrases = value.as_date().is_none().then(|| value.written().map(phrase::read)).flatten();
            phrases.is_some_and(|phrases| phrases.times.first().is_some_and(|time| time.end.is_some()))
        };
        told(&[Key::StartTime, Key::Start]) || keys.all(Key::Times).any(lasts)
    };
    // `event: Harbour Days 2031`, at which a talk is given.
    let named = || view.front_matter.root.get("event").and_then(Value::as_str).is_some_and(|name| !name.is_empty());
    let registered = || told(&[Key::Registration, Key::RegistrationCloses, Key::Capacity]);
    told(&[Key::Days, Key::End])
        || second_date(keys).is_some()
        || (told(&[Key::Place, Key::City, Key::Venue, Key::Address, Key::Online])
            && (timed() || registered() || named()))
        || (told(&[Key::Venue]) && told(&[Key::Place, Key::City, Key::Address]))
}

/// A range up to the last day that a key gives, or over the number of days that one gives.
fn until(keys: &Keys<'_>, range: When) -> When {
    let start = range.start();
    if let Some((end, value)) = day(keys, Key::End).filter(|(end, _)| *end >= range.end()) {
        return When { runs: vec![(start, end)], end_cite: Some(Cite::front_matter(value)), ..range };
    }
    let counted = keys.all(Key::Days).find_map(|value| {
        let days = value.as_int().filter(|days| (2..=60).contains(days))?;
        Some((start.checked_add((days - 1).days()).ok()?, value))
    });
    match counted.filter(|_| start == range.end()) {
        Some((end, value)) => {
            let cite = Cite::front_matter(value).noted("counted from the first day");
            When { runs: vec![(start, end)], end_cite: Some(cite), ..range }
        }
        None => range,
    }
}

/// `time: [{start, end}, ...]`: each its own run.
fn sessions(keys: &Keys<'_>) -> Option<When> {
    let maps = keys.all(Key::Times).chain(keys.all(Key::Dates)).chain(keys.all(Key::Days)).map(Value::as_list);
    let runs = maps.map(|items| {
        let own = items.iter().filter_map(Value::as_map).filter(|map| !is_step(map));
        own.filter_map(|map| of(&Keys::of(map)))
    });
    let runs: Vec<When> = runs.map(Iterator::collect).find(|runs: &Vec<When>| !runs.is_empty())?;
    let mut all = runs.clone();
    let last = all.pop()?;
    let mut days: Vec<(Date, Date)> = runs.iter().flat_map(|when| when.runs.clone()).collect();
    days.sort_unstable();
    let end_cite = last.end_cite.unwrap_or(last.cite);
    Some(When { runs: days, cite: runs.into_iter().next()?.cite, end_cite: Some(end_cite) })
}

/// `date` where more than its name says that it is the event's: several days, a last day, a time or a place beside it.
///
/// By itself it is the day of publishing to Jekyll, Hugo and Zola.
fn dated(view: &View<'_>) -> Option<When> {
    let keys = &view.keys;
    let value = second_date(keys).or_else(|| keys.get(Key::Date))?;
    let range = in_a_value(value).or_else(|| listed(value)).or_else(|| {
        let day = day_of(value)?;
        Some(When::one(day, Cite::front_matter(value)))
    })?;
    let found = until(keys, range);
    const BESIDE: &[Key] = &[
        Key::Place,
        Key::Venue,
        Key::City,
        Key::Address,
        Key::Online,
        Key::StartTime,
        Key::Times,
        Key::Start,
        Key::End,
    ];
    // A post of a blog says when it was posted, but for one on an event that says at what time.
    let timed = || time_of(value).is_some() || keys.get(Key::Times).is_some() || keys.get(Key::StartTime).is_some();
    // A day before the one on which the event is held, as the page tells, is that of publishing.
    let published = || !timed() && in_words(view).is_some_and(|told| told.start() > found.start());
    let of_event = (!address::is_post(view.path) || (role::is_among_events(view) && timed()))
        && !is_stamp(value)
        && BESIDE.iter().any(|key| keys.get(*key).is_some())
        && agrees(view, found.start())
        && !published();
    (found.start() < found.end() || of_event || second_date(keys).is_some()).then_some(found)
}

/// A second `date`, in another language: beside the site's own it is the author's.
fn second_date<'a>(keys: &Keys<'a>) -> Option<&'a Value> {
    // `data: 2031-03-04-knots.csv` names a file.
    let alone = |value: &Value| {
        value.as_date().is_some()
            || value.written().is_some_and(|text| {
                let phrases = phrase::read(text);
                let date = phrases.dates.first().map(|date| date.span);
                date.is_some_and(|date| {
                    !text[..date.start()].contains(char::is_alphanumeric)
                        && !text[date.end()..].contains(char::is_alphanumeric)
                })
            })
    };
    keys.all(Key::Date).skip(1).find(|value| day_of(value).is_some() && alone(value))
}

/// `date`, or the date at the start of the file's name, on a page among events that gives no other day.
pub(super) fn of_publishing(view: &View<'_>) -> Option<When> {
    if address::is_post(view.path) || !role::is_among_events(view) {
        return None;
    }
    let key = view.keys.get(Key::Date).map(|value| {
        let day = day_of(value).filter(|day| !is_stamp(value) && agrees(view, *day))?;
        Some(When::one(day, Cite::front_matter(value).noted("the page's date, on a page among events")))
    });
    let path = || {
        let day = address::date(view.path)?;
        Some(When::one(day, Cite::new(Span::at(0), SourceKind::Path).noted("taken from the file's name")))
    };
    key.unwrap_or_else(path)
}

/// Whether a day lies in the year that title, heading or path give, where they give one.
fn agrees(view: &View<'_>, day: Date) -> bool {
    view.year.as_ref().is_none_or(|year| year.year == day.year())
}

/// Whether a date is the moment at which a file was made: no event starts at 10:43:17.
fn is_stamp(value: &Value) -> bool {
    value.as_date().and_then(|date| date.time).is_some_and(|time| time.second != 0 || time.minute % 5 != 0)
}

/// Days in words: `June 1-4, 2020`.
fn in_a_value(value: &Value) -> Option<When> {
    if value.as_date().is_some() {
        return None;
    }
    let phrases = phrase::read(value.written()?);
    let date = phrases.dates.first().filter(|date| date.form != Form::Ambiguous)?;
    Some(When { runs: runs(&date.runs, None)?, cite: Cite::front_matter(value), end_cite: None })
}

/// `{name: The call closes, date: 2031-03-04}` in a list of days.
fn is_step(item: &Mapping) -> bool {
    step_label(item).is_some() && item.entries.len() <= 3 && Keys::of(item).get(Key::End).is_none()
}

/// `[2020-06-01, 2020-06-02]`.
fn listed(value: &Value) -> Option<When> {
    let items = value.as_list().iter().filter(|item| item.as_map().is_none_or(|map| !is_step(map)));
    let mut days: Vec<(Date, &Value)> = items.filter_map(|item| Some((day_of(item)?, item))).collect();
    days.sort_by_key(|(day, _)| *day);
    let ((_, first), (_, last)) = (days.first()?, days.last()?);
    let mut runs: Vec<(Date, Date)> = Vec::new();
    for (day, _) in &days {
        match runs.last_mut() {
            Some(run) if run.1.tomorrow().is_ok_and(|next| next >= *day) => run.1 = *day,
            Some(_) | None => runs.push((*day, *day)),
        }
    }
    Some(When { runs, cite: Cite::front_matter(first), end_cite: Some(Cite::front_matter(last)) })
}

fn day<'a>(keys: &Keys<'a>, key: Key) -> Option<(Date, &'a Value)> {
    keys.all(key).find_map(|value| Some((day_of(value)?, value)))
}

/// The one day that a value names.
pub(crate) fn day_of(value: &Value) -> Option<Date> {
    if let Some(date) = value.as_date() {
        return civil(date);
    }
    if let Data::Map(map) = &value.data {
        return map.get("date").or_else(|| map.get("day")).and_then(Value::as_date).and_then(civil);
    }
    let written = value.written()?;
    let phrases = phrase::read(written);
    let day = phrases.dates.first().filter(|date| date.form != Form::Ambiguous).and_then(|date| date.first().on(None));
    day.or_else(|| dashed(written)).or_else(|| run_together(written))
}

/// `20310523`.
fn run_together(text: &str) -> Option<Date> {
    let number: u32 = text.parse().ok().filter(|_| text.len() == 8)?;
    let (year, month, day) = (i16::try_from(number / 10_000).ok()?, number / 100 % 100, number % 100);
    let civil = || Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok();
    if (1990..=2099).contains(&year) { civil() } else { None }
}

/// `23-05-2031`, which in a text may be anything: the day is what is no month.
fn dashed(text: &str) -> Option<Date> {
    let mut parts = text.split_whitespace().next()?.split('-');
    let mut number = |most: usize| {
        let part = parts.next().filter(|part| part.len() <= most && part.bytes().all(|byte| byte.is_ascii_digit()))?;
        part.parse::<i16>().ok()
    };
    let (first, second, year) = (number(2)?, number(2)?, number(4)?);
    let (day, month) = match (first > 12, second > 12) {
        (true, false) => (first, second),
        (false, true) => (second, first),
        _ => return None,
    };
    let civil = || Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok();
    if (1990..=2099).contains(&year) && parts.next().is_none() { civil() } else { None }
}

/// Whether a value has year, month and day in numbers, and no calendar has that day, in whatever order they stand.
fn is_impossible(value: &Value) -> bool {
    let Some(written) = value.written().filter(|_| value.as_date().is_none()) else { return false };
    let day = written.split([' ', 'T']).next().unwrap_or(written);
    let numbers: Option<Vec<u16>> = day.split(['-', '/', '.']).map(|part| part.parse().ok()).collect();
    let Some([first, second, third]) = numbers.as_deref() else { return false };
    const YEARS: std::ops::Range<u16> = 1990..2100;
    let is_day = |year: &u16, month: &u16, day: &u16| {
        let part = |number: &u16| i8::try_from(*number).ok();
        let date = || Date::new(i16::try_from(*year).ok()?, part(month)?, part(day)?).ok();
        date().is_some()
    };
    match (YEARS.contains(first), YEARS.contains(third)) {
        (true, false) => !is_day(first, second, third),
        (false, true) => !is_day(third, second, first) && !is_day(third, first, second),
        _ => false,
    }
}

/// A time with its place.
type Clock = Cited<LocalTime>;

/// The times of day that keys give: as keys of their own, in words, or behind the days.
pub(super) fn times(view: &View<'_>) -> Option<(Clock, Option<Clock>)> {
    let keys = &view.keys;
    let own = |key: Key| keys.all(key).find_map(time_of);
    // `starts_at: 18:00` beside `date`.
    let clock = |key: Key| keys.all(key).filter(|value| day_of(value).is_none()).find_map(time_of);
    if let Some(start) = own(Key::StartTime).or_else(|| clock(Key::Start)) {
        return Some((start, own(Key::EndTime).or_else(|| clock(Key::End))));
    }
    let words = keys.all(Key::Times).find_map(|value| {
        let phrases = phrase::read(value.written()?);
        let [time] = phrases.times.as_slice() else { return None };
        let cite = Cite::front_matter(value);
        let end = time.end.and_then(|end| Some(Cited::new(end.time()?, cite.clone())));
        Some((Cited::new(time.start.time()?, cite), end))
    });
    words.or_else(|| {
        let value = first_day(view)?;
        let start = time_of(value)?;
        // `Saturday 4 March 2031, 10am to 4pm`.
        let told = || {
            let phrases = phrase::read(value.written().filter(|_| value.as_date().is_none())?);
            Some(Cited::new(phrases.times.first()?.end?.time()?, Cite::front_matter(value)))
        };
        Some((start, own(Key::End).or_else(told)))
    })
}

/// The time that a value names; midnight behind a day is how a machine writes a day alone.
pub(crate) fn time_of(value: &Value) -> Option<Clock> {
    let time = match value.as_date() {
        Some(Written { time: Some(time), .. }) if (time.hour, time.minute) != (0, 0) => {
            LocalTime::new(time.hour, time.minute).ok()?
        }
        Some(_) => return None,
        None => {
            let phrases = phrase::read(value.written()?);
            let time = phrases.times.first()?.start.time()?;
            (time.minutes() > 0 || phrases.dates.is_empty()).then_some(time)?
        }
    };
    Some(Cited::new(time, Cite::front_matter(value)))
}

/// The zone behind the times that a key gives, or behind that of the first day: `14:00–15:00 CET`, `2031-03-04 09:00 +0100`.
pub(crate) fn offset(view: &View<'_>) -> Option<Cited<Zone>> {
    let behind = |value: &Value| {
        let phrases = phrase::read(value.written()?);
        Some(Cited::new(phrases.times.first()?.zone.clone()?, Cite::front_matter(value)))
    };
    if let Some(zone) = view.keys.all(Key::Times).filter(|value| value.as_date().is_none()).find_map(behind) {
        return Some(zone);
    }
    let value = first_day(view)?;
    let zone = match value.as_date() {
        Some(date) => {
            let time = date.time.filter(|time| (time.hour, time.minute) != (0, 0))?;
            let minutes = i16::try_from(time.offset? / 60).ok()?;
            if minutes == 0 { Zone::Iana("UTC".to_owned()) } else { Zone::Offset { minutes } }
        }
        None => {
            time_of(value)?;
            phrase::read(value.written()?).times.first()?.zone.clone()?
        }
    };
    Some(Cited::new(zone, Cite::front_matter(value)))
}

/// The value that the first day was taken from.
fn first_day<'a>(view: &View<'a>) -> Option<&'a Value> {
    let place = view.when()?.cite.span;
    let keys = [Key::Start, Key::Date, Key::Dates];
    keys.into_iter().flat_map(|key| view.keys.all(key)).find(|value| value.span == place)
}
