//! The steps of a call before and behind its deadline, from the list or table that gives it.

use std::collections::BTreeSet;

use handbill_model::Moment;

use super::Scope;
use super::deadline::{ANSWERED, ClosingTime, NOTIFICATION, is_of_another, of_listed, of_row};
use crate::facts::ledger::Cite;
use crate::facts::milestones::{Milestone, Stage};
use crate::facts::sentences::has_any;
use crate::facts::view::View;
use crate::facts::when::single;

/// Those who are told that their work is not looked at are not told of the others.
const REFUSED: &[&str] = &["desk", "rejection", "rejections"];

/// When an abstract is due before its paper, when those who answered are told, and when their work is handed in as it will
/// be published. A page may list the days of other calls, too: those are this one's that stand with its deadline.
pub(super) fn steps(
    view: &View<'_>,
    scope: &Scope<'_>,
    due: Option<&Milestone<'_>>,
) -> Vec<(&'static str, Moment, Cite)> {
    if !ANSWERED.contains(&scope.kind) {
        return Vec::new();
    }
    let section = |row: &Milestone<'_>| view.outline.blocks[row.block].section;
    let rows = || view.milestones().iter().filter(|row| scope.blocks.contains(&row.block));
    // The deadline may be told at the top, and again among the other days.
    let day = |row: &Milestone<'_>| single(view, row.date).map(|(day, _)| day);
    let is_due = |row: &&Milestone<'_>| {
        matches!(row.stage, Stage::Deadline(_))
            && due.is_some_and(|due| row.block == due.block || day(row).is_some_and(|own| Some(own) == day(due)))
    };
    let sections: BTreeSet<usize> = rows().filter(is_due).map(section).collect();
    let own = || rows().filter(|row| sections.contains(&section(row)));
    let notifies = |row: &&Milestone<'_>| {
        row.stage == Stage::Notification && !has_any(&row.label, REFUSED) && !is_of_another(scope, &row.label)
    };
    let told = own().find(notifies).or_else(|| rows().find(notifies));
    let told = told.and_then(|row| {
        let (moment, cite) = of_listed(view, row, ClosingTime::default())?;
        Some((NOTIFICATION, moment, cite))
    });
    let Some(last) = due.and_then(|due| of_row(view, due)?.0.date) else { return told.into_iter().collect() };
    let dated = |row: &Milestone<'_>, label| of_row(view, row).map(|(moment, cite)| (label, moment, cite));
    let first = own().find(|row| {
        matches!(row.stage, Stage::Deadline(_))
            && has_any(&row.label, &["abstract", "abstracts"])
            && !has_any(&row.label, &["paper", "papers", "extended"])
    });
    let first =
        first.and_then(|row| dated(row, "abstract")).filter(|(_, day, _)| day.date.is_some_and(|day| day < last));
    let ready = own().find(|row| row.stage == Stage::Ready && !is_of_another(scope, &row.label));
    let ready = ready.and_then(|row| dated(row, "camera-ready"));
    // What is due behind the notification is another call's, and what is handed in behind that is so, too.
    let informed = told.as_ref().and_then(|(_, told, _)| told.date);
    let of_another = |end| {
        let between = |day| informed.is_some_and(|informed| informed < day) && day < end;
        own().any(|row| matches!(row.stage, Stage::Deadline(3..)) && day(row).is_some_and(between))
    };
    let ready = ready.filter(|(_, day, _)| day.date.is_some_and(|day| day > last && !of_another(day)));
    [first, told, ready].into_iter().flatten().collect()
}

/// From when on one can answer: `Submission opens: 3 May 2031`, before the last day.
pub(super) fn opens(view: &View<'_>, scope: &Scope<'_>, due: Option<&Moment>) -> Option<(Moment, Cite)> {
    let rows = view.milestones().iter().filter(|row| scope.blocks.contains(&row.block));
    // An open call may be open to all.
    let mut opening =
        rows.filter(|row| row.stage == Stage::Opens && !has_any(&row.label, &["open call", "open source"]));
    let row = opening.find(|row| !is_of_another(scope, &row.label))?;
    let found = of_listed(view, row, ClosingTime::default())?;
    let before = |due: &Moment| due.date.zip(found.0.date).is_some_and(|(due, opens)| opens < due);
    due.is_none_or(before).then_some(found)
}
