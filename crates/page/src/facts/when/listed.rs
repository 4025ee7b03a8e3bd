//! The days of the event, put together of what lists and tables say of its parts.

use handbill_model::SourceKind;

use super::{LONGEST, When, days_between, resolve};
use crate::facts::labels::Labelled;
use crate::facts::ledger::Cite;
use crate::facts::milestones::Stage;
use crate::facts::parts::{days_by_part, tabled};
use crate::facts::view::View;

/// `When:` over items that are parts of the event, each with its days: from the first of them to the last.
pub(super) fn of_items(view: &View<'_>, fact: &Labelled) -> Option<When> {
    let inside = view.outline.inside(fact.block).flat_map(|(index, _)| view.labels_of(index).first());
    let dated = inside.filter(|inner| tabled::is_part(&inner.label)).filter_map(|inner| {
        let date = inner.value.phrases().dates.first()?;
        resolve(view, date, Cite::part(&inner.value, date.span, SourceKind::Label))
    });
    let each: Vec<When> = dated.collect();
    let several = each.len() > 1;
    let all = each.into_iter().reduce(When::with).filter(|_| several)?;
    (days_between(all.start(), all.end()) <= LONGEST).then_some(all)
}

/// The days that a list or table of dates gives for the event, with the workshops right before and behind it.
pub(super) fn of_milestones(view: &View<'_>) -> Option<When> {
    let staged = |stage: Stage| {
        let rows = view.milestones().iter().filter(move |milestone| milestone.stage == stage);
        rows.filter_map(|row| resolve(view, row.date, Cite::part(row.passage, row.date.span, SourceKind::List)))
    };
    let mut days = staged(Stage::Event);
    let mut all = days.next()?;
    for more in days {
        all = all.with(more);
    }
    let mut around: Vec<When> = staged(Stage::Around).collect();
    around.sort_by_key(When::start);
    for more in around.iter().rev().filter(|more| more.start() < all.start()).cloned().collect::<Vec<_>>() {
        if all.start().yesterday().is_ok_and(|before| more.end() >= before) {
            all = all.with(more);
        }
    }
    for more in around {
        if all.end().tomorrow().is_ok_and(|behind| more.start() <= behind) && more.start() >= all.start() {
            all = all.with(more);
        }
    }
    (days_between(all.start(), all.end()) <= LONGEST).then_some(all)
}

/// From the first to the last day of a table or list of what is held when.
pub(super) fn of_table(view: &View<'_>) -> Option<When> {
    let days = |rows: Vec<tabled::Row<'_>>| rows.into_iter().map(|row| row.when).reduce(When::with);
    let all = days(tabled::rows(view)).or_else(|| days(tabled::items(view)))?;
    (days_between(all.start(), all.end()) <= LONGEST).then_some(all)
}

/// From the first to the last day of a list of what is held when.
pub(super) fn of_parts(view: &View<'_>) -> Option<When> {
    let rows = days_by_part(view).into_iter();
    let mut days =
        rows.filter_map(|row| resolve(view, row.date, Cite::part(row.passage, row.date.span, SourceKind::List)));
    let first = days.next()?;
    let all = days.fold(first, When::with);
    (days_between(all.start(), all.end()) <= LONGEST).then_some(all)
}
