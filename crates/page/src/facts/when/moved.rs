//! The days of an event that is put off or does not take place: `Postponed to 4-5 March 2031`.

use handbill_model::SourceKind;

use super::{When, is_on_something_else, resolve};
use crate::facts::ledger::Cite;
use crate::facts::role::OF_SOMETHING_ELSE;
use crate::facts::sentences::has_any;
use crate::facts::title::EVENT_WORDS;
use crate::facts::view::{Sentence, View};
use crate::phrase::{DatePhrase, Form};

/// What the new date stands right behind.
const MOVED: &[&str] = &[
    "postponed to", "postponed until", "postponed till", "rescheduled to", "rescheduled for", "will now take place",
    "will now be held", "now takes place", "is now taking place", "has moved to", "has been moved to", "new date is",
    "new dates are", "verschoben auf", "reporté au", "aplazado al",
];

/// Words between them: `postponed to the week of ...` is no day.
const BETWEEN: &[&str] = &["", "the", "on", "from", "den"];

/// The sentence near the top that puts the event off, with the new date.
pub(crate) fn moved<'a>(view: &View<'a>) -> Option<(Sentence<'a>, &'a DatePhrase)> {
    view.opening_telling(MOVED).find_map(|sentence| {
        let words = sentence.find(MOVED)?;
        if sentence.has(OF_SOMETHING_ELSE) || is_on_something_else(&sentence) {
            return None;
        }
        let from = sentence.span.start() + words.end();
        let mut dates = sentence.dates();
        let date = dates.find(|date| date.span.start() >= from)?;
        let between = sentence.passage.text[from..date.span.start()].trim();
        let known = BETWEEN.iter().any(|word| word.eq_ignore_ascii_case(between));
        (known && !matches!(date.form, Form::Ambiguous | Form::DayOnly)).then_some((sentence, date))
    })
}

/// The days on which an event that is off was to be: `The Rope Meeting (2-5 June 2031) has been cancelled`.
pub(super) fn of_notice(view: &View<'_>) -> Option<When> {
    const OFF: &[&str] = &["cancelled", "canceled", "postponed"];
    const BEFORE: &[&str] = &["(", ",", " on", " from", " for", " of"];
    view.telling(OFF).filter(|sentence| sentence.has(EVENT_WORDS)).find_map(|sentence| {
        let off = sentence.span.start() + sentence.find(OFF)?.start();
        let dates = sentence.dates();
        let date = dates.filter(|date| date.span.end() <= off).last()?;
        let before = sentence.passage.text[sentence.span.start()..date.span.start()].trim_end();
        let of_event = has_any(before, EVENT_WORDS) && BEFORE.iter().any(|joint| before.ends_with(joint));
        let cite = Cite::part(sentence.passage, date.span, SourceKind::Prose);
        // What was off in another year is another event.
        let own = |when: &When| view.year.as_ref().is_none_or(|year| year.year == when.start().year());
        of_event.then(|| resolve(view, date, cite)).flatten().filter(own)
    })
}
