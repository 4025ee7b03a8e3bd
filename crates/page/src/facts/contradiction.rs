//! Where a key of the front matter and the words of the page give different days.

use handbill_model::{Date, SourceKind};
use handbill_text::Span;

use super::view::View;
use super::when::{self, When};

/// Two places of a page that give different days for the event; the key of the front matter was believed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contradiction {
    /// The key's value, in the file.
    pub key: Span,
    /// The first and the last day that keys give.
    pub days: (Date, Date),
    /// What the page says elsewhere, in the file.
    pub words: Span,
    /// The first and the last day there.
    pub other: (Date, Date),
}

/// The first word of the page that shares no day with what its keys say.
pub(crate) fn contradiction(view: &View<'_>) -> Option<Contradiction> {
    let keyed = view.when().filter(|when| when.cite.kind == SourceKind::FrontMatter && when::is_keyed(view))?;
    let said = when::in_words(view)?;
    let apart = said.start() > keyed.end() || said.end() < keyed.start();
    let days = |when: &When| (when.start(), when.end());
    apart.then(|| Contradiction { key: keyed.cite.span, days: days(keyed), words: said.cite.span, other: days(&said) })
}
