//! Events that are part of the event.

use handbill_model::{Part, SourceKind};

use super::labels::Labelled;
use super::ledger::{Cite, Cited};
use super::place::LOCATION_LABELS;
use super::sentences::{has_any, plain, without_end_mark};
use super::view::View;
use super::when::{DATE_LABELS, resolve};
use crate::outline::BlockKind;

/// Items with a date of their own under the event's dates or place: `Showcase: June 4`, `Dinner: Old Hall (June 5)`.
pub(crate) fn parts(view: &View<'_>) -> Vec<Cited<Part>> {
    let mut found = Vec::new();
    for fact in view.labels.iter().filter(|fact| is_when_or_where(&fact.label)) {
        for (index, _) in
            view.outline.inside(fact.block).filter(|(_, block)| matches!(block.kind, BlockKind::Item { .. }))
        {
            found.extend(view.labels_of(index).iter().find_map(|inner| part(view, inner)));
        }
    }
    found
}

fn is_when_or_where(label: &str) -> bool {
    DATE_LABELS.iter().chain(LOCATION_LABELS).any(|known| known.eq_ignore_ascii_case(label))
}

fn part(view: &View<'_>, fact: &Labelled) -> Option<Cited<Part>> {
    let date = fact.value.phrases().dates.first()?;
    if has_any(&fact.label, &["deadline", "registration", "notification", "submission", "submissions"]) {
        return None;
    }
    let when = resolve(view, date, Cite::part(&fact.value, date.span, SourceKind::Label))?;
    let mut part = Part::new(plain(without_end_mark(&fact.label)));
    part.start = Some(when.start());
    part.end = Some(when.end());
    let place = fact.value.text[..date.span.start()].trim_end_matches([' ', '(', ',', '-', '–']);
    part.location = plain(place);
    Some(Cited::new(part, when.cite))
}
