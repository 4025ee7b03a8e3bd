//! The hours that a sentence tells once for every meeting of a course or series: `All webinars start at 15:00 UTC`.

use handbill_model::SourceKind;

use super::SOMETHING_ELSE;
use super::times::{Times, is_sure, lone_time, of_phrase};
use crate::facts::sentences::is_short;
use crate::facts::view::{Sentence, View};

/// What a course or series is made of.
const MEETINGS: &[&str] = &[
    "session", "sessions", "webinar", "webinars", "seminar", "seminars", "meeting", "meetings", "lecture", "lectures",
    "talks", "workshops", "module", "modules", "events", "calls",
];

/// What beside the meetings has a time of its own, or tells of some of them.
const BESIDE: &[&str] = &[
    "registration", "doors", "desk", "reception", "dinner", "lunch", "breakfast", "morning", "afternoon", "evening",
    "before", "after", "except", "end of", "recording", "recordings", "last", "first", "next",
];

/// The hours of every meeting; where sentences tell of several, of none.
pub(crate) fn of_each(view: &View<'_>) -> Option<Times> {
    view.when().filter(|event| event.start() != event.end())?;
    let held = view.held(MEETINGS);
    let told = view.sentences().filter(|sentence| sentence.is_numbered() && is_of_each(*sentence, &held));
    let told = told.filter(|sentence| !sentence.has(SOMETHING_ELSE) && !sentence.has(BESIDE));
    let mut told = told.filter_map(|sentence| Some((sentence, lone_time(sentence)?)));
    let (sentence, time) = told.next().filter(|(_, time)| is_sure(time))?;
    let times = of_phrase(sentence.passage, time, &SourceKind::Prose)?;
    told.all(|(_, other)| other.start.time() == Some(times.start.value)).then_some(times)
}

/// Whether a sentence is about every meeting: `Each online session`, `The webinars`.
fn is_of_each(sentence: Sentence<'_>, meetings: &[&str]) -> bool {
    let Some(place) = sentence.find(meetings) else { return false };
    let before = &sentence.text()[..place.start()];
    let mut near = before.split_whitespace().rev().take(3);
    let every = near.any(|word| ["each", "every", "all", "both"].iter().any(|known| known.eq_ignore_ascii_case(word)));
    let plural = place.of(sentence.text()).ends_with('s');
    every || plural && is_short(before, 1) && ["", "The", "Our", "These"].contains(&before.trim())
}
