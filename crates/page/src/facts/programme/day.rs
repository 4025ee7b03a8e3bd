//! Which day a heading, a row or a column speaks of.

use handbill_model::{Date, SourceKind};

use super::super::ledger::{Cite, Cited};
use super::super::sentences::plain;
use super::super::view::View;
use super::super::when::single;
use crate::passage::Passage;
use crate::phrase::{Form, Weekday};

/// A day with the words that name it.
#[derive(Clone, Debug)]
pub(super) struct NamedDay {
    pub(super) date: Option<Cited<Date>>,
    pub(super) label: Cited<String>,
}

/// The day that the nearest heading over a section names.
pub(super) fn of_section(view: &View<'_>, section: usize) -> Option<NamedDay> {
    let headings = view.outline.ancestors(section).filter_map(|section| view.outline.heading(section));
    let named = headings.filter_map(|heading| of_passage(view, &heading.passage, &SourceKind::Heading)).next();
    named.or_else(|| of_title(view)).or_else(|| only_day(view))
}

/// The day that a passage names: a date, or a weekday that the event has once.
pub(super) fn of_passage(view: &View<'_>, passage: &Passage, kind: &SourceKind) -> Option<NamedDay> {
    let phrases = passage.phrases();
    let label = || Cited::new(plain(&passage.text), Cite::whole(passage, kind.clone()));
    if let Some(date) = phrases.dates.iter().find(|date| date.is_one_day()) {
        let cite = Cite::part(passage, date.span, kind.clone());
        let day = match (single(view, date), date.form) {
            (Some((day, note)), _) => Some(Cited::new(day, cite.noted(note))),
            // `Friday 25th`: the month is the event's.
            (None, Form::DayOnly) => view.when().and_then(|event| {
                let near = date
                    .first()
                    .near(event.start())
                    .filter(|day| *day >= event.start())
                    .or_else(|| date.first().near(event.end()))?;
                Some(Cited::new(near, cite.noted("month taken from the event")))
            }),
            (None, _) => None,
        };
        return Some(NamedDay { date: day, label: label() });
    }
    let (weekday, span) = phrases.weekdays.first().copied().filter(|_| phrases.dates.is_empty())?;
    // A long text with a weekday in it is no day's name.
    if passage.text.split_whitespace().count() > 8 {
        return None;
    }
    let day = day_of_weekday(view, weekday)?;
    let cite = Cite::part(passage, span, kind.clone()).noted("date taken from the event's days");
    Some(NamedDay { date: Some(Cited::new(day, cite)), label: label() })
}

fn day_of_weekday(view: &View<'_>, weekday: Weekday) -> Option<Date> {
    let event = view.when()?;
    let mut days = event
        .runs
        .iter()
        .flat_map(|(start, end)| start.series(jiff::ToSpan::day(1)).take_while(move |day| day <= end).take(14))
        .filter(|day| Weekday::of(*day) == weekday);
    let first = days.next()?;
    days.next().is_none().then_some(first)
}

fn of_title(view: &View<'_>) -> Option<NamedDay> {
    let title = view.title.as_ref()?;
    let (date, cite) = title.date.as_ref().filter(|(date, _)| date.is_one_day())?;
    let (day, note) = single(view, date)?;
    Some(NamedDay { date: Some(Cited::new(day, cite.clone().noted(note))), label: title.text.clone() })
}

/// The one day of an event of one day.
fn only_day(view: &View<'_>) -> Option<NamedDay> {
    let event = view.when().filter(|event| event.start() == event.end())?;
    let label = view.source.get(event.cite.span.range()).map(plain).unwrap_or_default();
    Some(NamedDay {
        date: Some(Cited::new(event.start(), event.cite.clone())),
        label: Cited::new(label, event.cite.clone()),
    })
}
