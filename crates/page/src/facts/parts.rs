//! Events that are part of the event.

use handbill_model::{Part, SourceKind};

use super::ledger::{Cite, Cited};
use super::sentences::{has_any, plain, without_end_mark};
use super::view::View;
use super::when::resolve;
use crate::outline::BlockKind;

/// Parts that have a date of their own in a labelled list on the event's days: `Showcase: June 4`.
pub(crate) fn parts(view: &View<'_>) -> Vec<Cited<Part>> {
    let named = |label: &str| {
        has_any(
            label,
            &[
                "showcase",
                "workshop",
                "workshops",
                "conference",
                "working meeting",
                "working meetings",
                "reception",
                "hackathon",
                "tutorials",
            ],
        )
    };
    let nested = |block: usize| {
        let parent = view.outline.blocks[block].parent?;
        matches!(view.outline.blocks[parent].kind, BlockKind::Item { .. }).then_some(parent)
    };
    view.labels
        .iter()
        .filter(|fact| {
            named(&fact.label)
                && nested(fact.block).is_some_and(|parent| {
                    has_any(&view.outline.blocks[parent].passage.text, &["date", "dates", "when"])
                })
        })
        .filter_map(|fact| {
            let date = fact.value.phrases().dates.first()?;
            let when = resolve(view, date, Cite::part(&fact.value, date.span, SourceKind::Label))?;
            let mut part = Part::new(plain(without_end_mark(&fact.label)));
            part.start = Some(when.start());
            part.end = Some(when.end());
            Some(Cited::new(part, when.cite))
        })
        .collect()
}
