//! The zone of the event's times.

use handbill_frontmatter::Value;
use handbill_model::{SourceKind, Zone};
use handbill_text::Span;

use super::keys::Key;
use super::labels::Labelled;
use super::ledger::{Cite, Cited};
use super::view::View;
use super::when::{self, Times};
use crate::phrase;

const LABELS: &[&str] = &["time zone", "timezone", "times"];

/// What a sentence says that gives the zone of every time on the page, and not of one alone.
const ALL: &[&str] = &["all times", "times are", "times below", "times shown", "times given", "times listed"];

/// The zone: a key of the front matter, a label, a sentence on all times that names one zone, or what stands behind the
/// event's own times.
pub(crate) fn zone(view: &View<'_>, times: Option<&Times>) -> Option<Cited<Zone>> {
    let key = view.keys.all(Key::Zone).find_map(|value| Some(Cited::new(of_value(value)?, Cite::front_matter(value))));
    let label = || {
        let fact = view.labelled(LABELS).find(|fact| !is_among_deadlines(view, fact))?;
        Some(Cited::new(only(&fact.value.text)?, Cite::whole(&fact.value, SourceKind::Label)))
    };
    let prose = || {
        view.telling(ALL).find_map(|sentence| {
            let (zone, span) = one(sentence.text())?;
            Some(Cited::new(zone, Cite::part(sentence.passage, span.shift(sentence.span.start()), SourceKind::Prose)))
        })
    };
    let beside = || times?.zone.clone();
    key.or_else(|| when::offset(view)).or_else(label).or_else(prose).or_else(beside)
}

/// The zone that a value of the front matter names.
pub(super) fn of_value(value: &Value) -> Option<Zone> {
    only(value.written()?)
}

/// The zone that a label gives for the deadlines below it.
pub(super) fn of_deadlines(view: &View<'_>) -> Option<Zone> {
    view.labelled(LABELS).filter(|fact| is_among_deadlines(view, fact)).find_map(|fact| only(&fact.value.text))
}

/// Whether a label stands under a heading on the dates of calls, or names the zone that nothing but a deadline is in.
fn is_among_deadlines(view: &View<'_>, fact: &Labelled) -> bool {
    let section = view.outline.blocks[fact.block].section;
    view.is_titled(section, &["important dates", "key dates", "deadline", "deadlines"])
        || only(&fact.value.text) == Some(Zone::AnywhereOnEarth)
}

fn only(text: &str) -> Option<Zone> {
    one(text).map(|(zone, _)| zone)
}

/// The zone that a text names, if it names one only and the zone data knows it.
fn one(text: &str) -> Option<(Zone, Span)> {
    let zones = phrase::read(text).zones;
    let first = zones.first()?;
    let sure = zones.iter().all(|phrase| phrase.zone == first.zone) && first.zone.time_zone().is_some();
    sure.then(|| (first.zone.clone(), first.span))
}
