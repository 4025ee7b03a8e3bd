//! The new date of an event that is put off: `Postponed to 4-5 March 2031`.

use super::SOMETHING_ELSE;
use crate::facts::role::OF_SOMETHING_ELSE;
use crate::facts::view::{Sentence, View};
use crate::phrase::{DatePhrase, Form};

/// What the new date stands right behind.
const MOVED: &[&str] = &[
    "postponed to", "postponed until", "postponed till", "rescheduled to", "rescheduled for", "verschoben auf",
    "reporté au", "aplazado al",
];

/// Words between them: `postponed to the week of ...` is no day.
const BETWEEN: &[&str] = &["", "the", "on", "den"];

/// The sentence near the top that puts the event off, with the new date.
pub(crate) fn moved<'a>(view: &View<'a>) -> Option<(Sentence<'a>, &'a DatePhrase)> {
    view.opening().find_map(|sentence| {
        let words = sentence.find(MOVED)?;
        if sentence.has(OF_SOMETHING_ELSE) || sentence.has(SOMETHING_ELSE) {
            return None;
        }
        let from = sentence.span.start() + words.end();
        let mut dates = sentence.passage.phrases().dates_in(sentence.span);
        let date = dates.find(|date| date.span.start() >= from)?;
        let between = sentence.passage.text[from..date.span.start()].trim();
        let known = BETWEEN.iter().any(|word| word.eq_ignore_ascii_case(between));
        (known && !matches!(date.form, Form::Ambiguous | Form::DayOnly)).then_some((sentence, date))
    })
}
