//! Two days with what stands between them, and the days from one to the other.

use handbill_model::SourceKind;
use handbill_text::Span;

use super::{When, resolve};
use crate::facts::ledger::Cite;
use crate::facts::sentences::is_short;
use crate::facts::view::View;
use crate::passage::Passage;

/// `Monday 5 July (start 10:00) to Friday 9 July 2031 (end 16:00)`: two days with their times, and all between them.
pub(super) fn from_to(view: &View<'_>, passage: &Passage, kind: &SourceKind) -> Option<When> {
    let [first, last] = passage.phrases().dates.as_slice() else { return None };
    let between = &passage.text[first.span.end()..last.span.start()];
    let in_parentheses = || between.trim_start().strip_prefix('(')?.split_once(')');
    // `Friday 12 September, 13:00 - Saturday 13 September, 16:00`.
    let timed = || {
        let inside = Span::new(first.span.end()..last.span.start());
        let time = passage.phrases().times_in(inside).next()?;
        let remark = &passage.text[inside.start()..time.span.start()];
        let apart = matches!(remark.trim_matches([',', ' ']), "" | "at" | "from");
        apart.then(|| (remark, passage.text.get(time.span.end()..inside.end()).unwrap_or("?")))
    };
    let (remark, joint) = in_parentheses().or_else(timed)?;
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
