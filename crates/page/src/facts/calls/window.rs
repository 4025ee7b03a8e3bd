//! From when to when one can answer a call, told as one: `The call was open from 15 November 2030 to 31 January 2031`.

use handbill_model::{Moment, SourceKind};
use handbill_text::Span;

use super::Scope;
use super::deadline::{ANSWERED, certain};
use crate::facts::ledger::Cite;
use crate::facts::sentences::plain;
use crate::facts::view::View;
use crate::facts::when::{When, resolve};

/// What stands in front of the days.
const OPEN: &[&str] = &[
    "open from", "open between", "opens from", "accepted from", "accepted between", "accept proposals from",
    "accept submissions from", "ran from", "runs from", "submitted from", "submitted between",
];

/// How far behind the days the hour may stand, in bytes.
const NEAR: usize = 24;

/// The first and the last day, and where they stand.
pub(super) fn window(view: &View<'_>, scope: &Scope<'_>) -> Option<(Moment, Moment, Cite)> {
    if !ANSWERED.contains(&scope.kind) {
        return None;
    }
    let told = scope.sentences.iter().filter(|sentence| !sentence.has(&["registration", "register", "tickets"]));
    told.filter_map(|sentence| Some((sentence, sentence.find(OPEN)?))).find_map(|(sentence, words)| {
        let from = sentence.span.start() + words.end();
        let date =
            sentence.dates().find(|date| date.span.start() >= from).filter(|date| date.span.start() <= from + 5)?;
        let when = resolve(view, date, Cite::part(sentence.passage, date.span, SourceKind::Prose))?;
        // A call that ends with its event or behind it is none.
        let before = view.when().is_none_or(|event: &When| when.end() < event.start());
        let moment = |day| Moment::new(Some(day), None, None, plain(sentence.text()));
        // `until 15 March 2031 (5pm PDT)`: the hour behind the days is that of the last one.
        let behind = Span::new(date.span.end()..sentence.span.end().min(date.span.end() + NEAR).max(date.span.end()));
        let time = sentence.passage.phrases().times_in(behind).next();
        let clock = time.and_then(certain);
        let zone = time.and_then(|time| time.zone.clone()).filter(|_| clock.is_some());
        let last = Moment::new(Some(when.end()), clock, zone, plain(sentence.text()));
        (before && when.start() < when.end()).then(|| (moment(when.start()), last, when.cite.clone()))
    })
}
