//! Two days with what stands between them, and the days from one to the other.

use handbill_model::SourceKind;

use super::{When, resolve};
use crate::facts::ledger::Cite;
use crate::facts::sentences::is_short;
use crate::facts::view::View;
use crate::passage::Passage;

/// `Monday 5 July (start 10:00) to Friday 9 July 2031 (end 16:00)`: two days with their times, and all between them.
pub(super) fn from_to(view: &View<'_>, passage: &Passage, kind: &SourceKind) -> Option<When> {
    let [first, last] = passage.phrases().dates.as_slice() else { return None };
    let between = &passage.text[first.span.end()..last.span.start()];
    let (remark, joint) = between.trim_start().strip_prefix('(')?.split_once(')')?;
    let joins = ["to", "until", "till", "through", "-", "–", "—", "bis"].contains(&joint.trim());
    if !joins || !is_short(remark, 4) || !first.is_one_day() || !last.is_one_day() {
        return None;
    }
    let end = resolve(view, last, Cite::part(passage, last.span, kind.clone()))?;
    // The year stands behind the last of them.
    let start = first.first().on(Some(end.end().year())).filter(|start| *start <= end.end())?;
    let cite = Cite::part(passage, first.span, kind.clone());
    Some(When { runs: vec![(start, end.end())], cite, end_cite: Some(end.cite) })
}
