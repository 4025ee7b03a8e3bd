//! The times of day at which the event starts and ends, and the zone that they are told in.

use handbill_model::{LocalTime, Role, SourceKind, Zone};
use handbill_text::Span;

use super::{DATE_LABELS, TAKES_PLACE, When, explicit, heads, is_on_something_else};
use crate::facts::labels::Labelled;
use crate::facts::ledger::{Cite, Cited};
use crate::facts::sentences::{has_any, is_short, letters, sentences};
use crate::facts::view::{Sentence, View};
use crate::outline::BlockKind;
use crate::passage::Passage;
use crate::phrase::{self, DatePhrase, Form, TimePhrase};

/// When on its days the event starts and ends.
#[derive(Clone, Debug)]
pub(crate) struct Times {
    pub(crate) start: Cited<LocalTime>,
    pub(crate) end: Option<Cited<LocalTime>>,
    /// The zone that stands behind them.
    pub(crate) zone: Option<Cited<Zone>>,
}

/// The times of the event: of keys, beside its days under a label, or beside them in a sentence at the top.
pub(crate) fn times(view: &View<'_>, role: &Role) -> Option<Times> {
    // What pages beside it say in sentences are the times of a tour or of a session.
    let told = || {
        let told = from_sentence(view).or_else(|| below_the_day(view)).or_else(|| under_its_name(view));
        let told = told.or_else(|| super::of_each(view).filter(|each| each.end.is_some()));
        told.filter(|_| matches!(role, Role::Event | Role::Call))
    };
    let Some((start, end)) = explicit::times(view) else { return from_label(view).or_else(told) };
    let mut times = Times { start, end, zone: None };
    // A key gives the start; a label or sentence that starts then says how long it lasts, and in which zone.
    if times.end.is_none()
        && let Some(more) = from_label(view).or_else(told).filter(|more| more.start.value == times.start.value)
    {
        (times.end, times.zone) = (more.end, more.zone);
    }
    Some(times)
}

/// `Date: October 19-21, 9am to 5pm`.
fn from_label(view: &View<'_>) -> Option<Times> {
    let mut labelled = view.labelled(DATE_LABELS).chain(view.labelled(&["time", "times", "uhrzeit", "zeit"]));
    let fact = labelled.find(|fact| {
        // What follows in a sentence of its own is of something else.
        let first = sentences(&fact.value.text).into_iter().next().unwrap_or(Span::at(0));
        phrase::lone_time(&fact.value.text, of_the_event(&fact.value, first)).is_some()
            && !is_of_a_part(view, fact)
            && !tells_other_days(view, fact)
    })?;
    let whole = Span::new(0..fact.value.text.len());
    let time = of_the_event(&fact.value, whole).next();
    of_phrase(&fact.value, time?, &SourceKind::Label)
}

/// The times of a part of a passage, but for when the doors open: `10:00-17:30 (doors open 9:30)`.
fn of_the_event(passage: &Passage, part: Span) -> impl Iterator<Item = &TimePhrase> + Clone {
    passage.phrases().times_in(part).filter(move |time| {
        let before = &passage.text[part.start()..time.span.start().max(part.start())];
        let own = before.rsplit(|c: char| c.is_ascii_digit() || matches!(c, ',' | ';' | '(')).next().unwrap_or("");
        !has_any(own, &["doors"])
    })
}

/// Whether a label stands under a heading on one day of several: the others may start and end at other hours.
fn is_of_a_part(view: &View<'_>, fact: &Labelled) -> bool {
    let section = view.outline.blocks[fact.block].section;
    let mut headings = view.outline.ancestors(section).filter_map(|section| view.outline.heading(section));
    view.when().is_some_and(|event| event.start() != event.end())
        && headings.any(|heading| heading.passage.phrases().dates.iter().any(DatePhrase::is_one_day))
}

/// Whether a label gives days that do not start with the event: those of a part.
fn tells_other_days(view: &View<'_>, fact: &Labelled) -> bool {
    let Some((event, date)) = view.when().zip(fact.value.phrases().dates.first()) else { return false };
    let day = date.first().on(Some(event.start().year())).filter(|_| date.form != Form::Ambiguous);
    day.is_some_and(|day| day > event.start() && event.has(day))
}

/// What on the days of an event has a time of its own.
const BESIDE: &[&str] = &[
    "registration", "doors", "desk", "check-in", "reception", "dinner", "lunch", "breakfast", "party", "tour", "tours",
    "keynote", "session", "sessions",
];

/// What a sentence says whose times are those of every day.
const DAILY: &[&str] = &["each day", "every day", "both days", "all days", "daily"];

/// Headings over what is on.
const PROGRAMMES: &[&str] = &["programme", "program", "schedule", "agenda", "timetable", "programm"];

/// `It takes place on 4 March 2031, 14:00 - 16:00 CET`, `We meet from 9am to 1pm each day`.
fn from_sentence(view: &View<'_>) -> Option<Times> {
    let event = view.when()?;
    // `noon` is a time, but stands beside no day without a digit.
    let own = view.opening().filter(|sentence| sentence.is_numbered() || sentence.has(DAILY));
    let own = own.filter(|sentence| !is_on_something_else(sentence) && !sentence.has(BESIDE));
    let mut timed = own.filter_map(|sentence| Some((sentence, lone_time(sentence)?)));
    let own = timed.find(|(sentence, time)| {
        is_sure(time)
            && (sentence.has(DAILY) && time.end.is_some()
                || beside_the_day(event, *sentence, time)
                    && (sentence.has(TAKES_PLACE)
                        || heads(*sentence) && !is_of_a_session(view, *sentence)
                        || leads(event, *sentence)))
    });
    let daily = || {
        // Over the programme further down, too.
        let mut daily = view.telling(DAILY).filter(|sentence| !is_on_something_else(sentence) && !sentence.has(BESIDE));
        daily.find_map(|sentence| {
            let time = lone_time(sentence).filter(|time| is_sure(time) && time.end.is_some())?;
            let section = view.outline.blocks[sentence.block].section;
            let sure = view.is_titled(section, PROGRAMMES) && !tells_more(view, section);
            sure.then_some((sentence, time))
        })
    };
    own.or_else(daily).and_then(|(sentence, time)| of_phrase(sentence.passage, time, &SourceKind::Prose))
}

/// Whether a line with a day and its hours stands under a heading of its own, on a page of several days.
fn is_of_a_session(view: &View<'_>, sentence: Sentence<'_>) -> bool {
    let section = view.outline.blocks[sentence.block].section;
    let under = view.outline.heading(section).is_some_and(|heading| matches!(heading.kind, BlockKind::Heading(2..)));
    let several = view.when().is_some_and(|event| event.start() != event.end());
    several && under && sentence.dates().all(DatePhrase::is_one_day)
}

/// The hours in the line below the day of the event, at the top of the page.
fn below_the_day(view: &View<'_>) -> Option<Times> {
    let event = view.when().filter(|event| event.start() == event.end())?;
    let lines: Vec<Sentence<'_>> = view.opening().take(12).collect();
    let hours = lines.windows(2).find(|pair| {
        let day = pair[0].dates().next().filter(|date| date.is_one_day() && heads(pair[0]));
        let own = day.and_then(|date| date.first().on(Some(event.start().year())));
        pair[0].block == pair[1].block && own == Some(event.start()) && is_of_hours(&pair[1])
    })?;
    let time = hours[1].passage.phrases().times_in(hours[1].span).next()?;
    of_phrase(hours[1].passage, time, &SourceKind::Prose)
}

/// Whether a line is nothing but the hours of the event: `9:30am - 4:00pm`.
pub(crate) fn is_of_hours(line: &Sentence<'_>) -> bool {
    let mut times = line.passage.phrases().times_in(line.span);
    let Some(first) = times.next().filter(|time| time.end.is_some()) else { return false };
    let last = times.last().unwrap_or(first);
    let end = last.zone_span.map_or(last.span.end(), Span::end);
    let text = &line.passage.text;
    !text[line.span.start()..first.span.start()].contains(char::is_alphanumeric)
        && !text[end..line.span.end()].contains(char::is_alphanumeric)
}

/// Whether a sentence tells what happens on the only day of the event, or when that starts: `On 4 March, 2 pm, we open`.
fn leads(event: &When, sentence: Sentence<'_>) -> bool {
    let date = sentence.dates().next();
    let before = date.map_or("", |date| &sentence.passage.text[sentence.span.start()..date.span.start()]);
    // `Our next meeting is on 4 March, 7pm`.
    const STARTS: &[&str] =
        &["starts", "begins", "start", "begin", "next meeting is", "next meetup is", "next event is"];
    let starts = || has_any(before, STARTS);
    event.start() == event.end() && (before == "On " || starts())
}

/// Whether the programme of a section has hours of its own: the first day may start later, the last one end earlier.
fn tells_more(view: &View<'_>, section: usize) -> bool {
    let rows = view.outline.own(section).map(|(_, block)| block);
    let mut rows = rows.filter(|block| matches!(block.kind, BlockKind::Table(_) | BlockKind::Item { .. }));
    rows.any(|block| block.passages().any(|passage| !passage.phrases().times.is_empty()))
}

/// The one time that a sentence tells, beside how long something takes: `1 pm (2 h)`.
pub(super) fn lone_time<'a>(sentence: Sentence<'a>) -> Option<&'a TimePhrase> {
    let times = sentence.passage.phrases().times_in(sentence.span).filter(|time| !is_duration(sentence, time));
    phrase::lone_time(&sentence.passage.text, times)
}

/// Whether what may be read as a time says how many hours something takes: `(2 h)`, `duration ~ 2 h`.
fn is_duration(sentence: Sentence<'_>, time: &TimePhrase) -> bool {
    let text = &sentence.passage.text;
    let unit = time.span.of(text).trim_start_matches(|c: char| c.is_ascii_digit()).trim_start();
    let before = text[sentence.span.start()..time.span.start()].trim_end();
    unit == "h" && ["(", "~", "≈", "duration", "duration:", "about"].iter().any(|sign| before.ends_with(sign))
}

/// The day and its time right under a heading that repeats the page's title, be it one of a series:
/// `Session 3: Reading Tide Tables` over `4 March 2031, 17.00-18.00 CET`.
fn under_its_name(view: &View<'_>) -> Option<Times> {
    let event = view.when().filter(|event| event.start() == event.end())?;
    let title = letters(&view.title.as_ref()?.text.value);
    let last = title.chars().next_back().filter(|_| title.len() >= NAME)?;
    let outline = view.outline;
    let mut sections = 1..outline.sections.len();
    let named = sections.find(|section| {
        let heading = outline.title(*section);
        // Most end with another letter.
        let ends = heading.chars().rfind(|c| c.is_alphanumeric()).and_then(|end| end.to_lowercase().next_back());
        let behind = || heading.split_once(':').map(|(_, rest)| letters(rest));
        ends == Some(last)
            && std::iter::once_with(|| Some(letters(heading)))
                .chain(std::iter::once_with(behind))
                .flatten()
                .any(|own| own.len() >= NAME && (title.ends_with(&own) || own.ends_with(&title)))
    })?;
    let (index, block) = outline.own(named).find(|(_, block)| !block.passage.is_empty())?;
    let first = view.sentences_of(index).first().filter(|first| is_short(first.text(), 14))?;
    let time = lone_time(*first).filter(|time| is_sure(time))?;
    let passage = &block.passage;
    let mut dates = passage.phrases().dates_in(first.span);
    let date = dates.next().filter(|date| dates.next().is_none() && date.form != Form::Ambiguous)?;
    // The year is the event's, whatever a slip of the pen says.
    let (first, start) = (date.first(), event.start());
    let same = first.month.map(u8::cast_signed) == Some(start.month()) && first.day.cast_signed() == start.day();
    let own = date.is_one_day() && same;
    own.then(|| of_phrase(passage, time, &SourceKind::Prose)).flatten()
}

/// From so many letters a title is not repeated by chance.
const NAME: usize = 12;

/// Whether a time is that of no other half of the day: `8:00` may be one of the evening where nothing says so.
pub(super) fn is_sure(time: &TimePhrase) -> bool {
    time.start.is_certain() || (8..=12).contains(&time.start.hour)
}

/// Whether a time stands right beside the first day of the event.
fn beside_the_day(event: &When, sentence: Sentence<'_>, time: &TimePhrase) -> bool {
    let text = &sentence.passage.text;
    let mut dates = sentence.dates().filter(|date| {
        let (from, to) = if date.span.end() <= time.span.start() {
            (date.span.end(), time.span.start())
        } else {
            (time.span.end(), date.span.start())
        };
        from <= to && joins(&text[from..to])
    });
    dates.any(|date| date.form != Form::Ambiguous && date.first().on(Some(event.start().year())) == Some(event.start()))
}

/// Whether what stands between a day and a time belongs to nothing else.
fn joins(between: &str) -> bool {
    const JOINTS: &[&str] = &[
        "at", "from", "between", "on", "starting", "starts", "beginning", "begins", "and", "the", "um", "von", "ab",
        "zwischen", "à", "de", "das", "às", "las", "a", "dalle", "alle", "ore", "om", "van",
    ];
    let mut words = between.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.all(|word| JOINTS.contains(&word))
}

pub(super) fn of_phrase(passage: &Passage, phrase: &TimePhrase, kind: &SourceKind) -> Option<Times> {
    let cite = |span: Span| Cite::part(passage, span, kind.clone());
    let start = Cited::new(phrase.start.time()?, cite(phrase.start.span));
    let end = phrase.end.and_then(|end| Some(Cited::new(end.time()?, cite(end.span))));
    let zone = phrase.zone.clone().zip(phrase.zone_span).filter(|(zone, _)| zone.time_zone().is_some());
    Some(Times { start, end, zone: zone.map(|(zone, span)| Cited::new(zone, cite(span))) })
}
