//! Speakers of whom a programme gives nothing but the surname: `Knots I (Birk)`, where the page names Ada Birk elsewhere.

use std::collections::BTreeSet;

use handbill_model::Person;
use handbill_text::Span;

use super::super::ledger::{Cite, Cited};
use super::super::sentences::is_short;
use super::super::view::View;
use super::{DayDraft, Draft};

/// Gives sessions that end with surnames of `people` in parentheses these speakers, as they are written.
pub(crate) fn name_speakers<'a>(view: &View<'_>, days: &mut [DayDraft], people: impl Iterator<Item = &'a str>) {
    let surnames = |name: &'a str| [name.split_once(' '), name.rsplit_once(' ')].into_iter().flatten();
    let known: BTreeSet<&str> = people.flat_map(surnames).map(|(_, surname)| surname).collect();
    if known.is_empty() {
        return;
    }
    for session in days.iter_mut().flat_map(|day| &mut day.sessions) {
        name_speaker(view, session, &known);
        session.sessions.iter_mut().for_each(|talk| name_speaker(view, talk, &known));
    }
}

fn name_speaker(view: &View<'_>, session: &mut Draft, known: &BTreeSet<&str>) {
    let Some((title, names)) = session.title.value.strip_suffix(')').and_then(|text| text.rsplit_once(" (")) else {
        return;
    };
    let names: Vec<&str> = names.split([',', '&', '/']).flat_map(|name| name.split(" and ")).map(str::trim).collect();
    let own = is_short(&session.title.value, 20) && names.iter().all(|name| known.contains(name));
    if !own || !session.speakers.is_empty() {
        return;
    }
    // Where the title stands in the file as it is read, its parts are found there.
    let span = session.title.cite.span;
    let Some(written) = view.source.get(span.range()).filter(|written| *written == session.title.value) else { return };
    let mut from = title.len();
    let speakers: Option<Vec<Cited<Person>>> = names
        .iter()
        .map(|name| {
            let at = from + written[from..].find(name)?;
            from = at + name.len();
            let place = Span::new(span.start() + at..span.start() + from);
            Some(Cited::new(Person::new(*name), Cite { span: place, ..session.title.cite.clone() }))
        })
        .collect();
    let Some(speakers) = speakers else { return };
    session.speakers = speakers;
    session.title.cite.span = Span::new(span.start()..span.start() + title.len());
    session.title.value.truncate(title.len());
}
