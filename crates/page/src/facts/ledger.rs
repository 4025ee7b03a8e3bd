//! Facts with the places that they were read from.

mod leaves;

use handbill_frontmatter::Value;
use handbill_model::{Evidence, Pointer, Source, SourceKind};
use handbill_text::{Lines, Span};
use serde::Serialize;

use crate::passage::Passage;

/// A place that a fact was read from, and what was concluded there.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Cite {
    pub(crate) span: Span,
    pub(crate) kind: SourceKind,
    pub(crate) note: String,
    pub(crate) also: Vec<String>,
}

impl Cite {
    pub(crate) fn new(span: Span, kind: SourceKind) -> Self {
        Self { span, kind, note: String::new(), also: Vec::new() }
    }

    /// A part of a passage.
    pub(crate) fn part(passage: &Passage, span: Span, kind: SourceKind) -> Self {
        Self::new(passage.place(span).span, kind)
    }

    /// A whole passage.
    pub(crate) fn whole(passage: &Passage, kind: SourceKind) -> Self {
        Self::new(passage.whole().span, kind)
    }

    /// A value of the front matter.
    pub(crate) fn front_matter(value: &Value) -> Self {
        Self::new(value.span, SourceKind::FrontMatter)
    }

    pub(crate) fn noted(mut self, note: impl Into<String>) -> Self {
        self.note = note.into();
        self
    }
}

/// A value with the place that it was read from.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Cited<T> {
    pub(crate) value: T,
    pub(crate) cite: Cite,
}

impl<T> Cited<T> {
    pub(crate) fn new(value: impl Into<T>, cite: Cite) -> Self {
        Self { value: value.into(), cite }
    }

    pub(crate) fn map<U>(self, change: impl FnOnce(T) -> U) -> Cited<U> {
        Cited { value: change(self.value), cite: self.cite }
    }
}

/// Gathers where each fact stands.
pub(crate) struct Ledger {
    cites: Vec<(Pointer, Cite)>,
}

impl Default for Ledger {
    fn default() -> Self {
        // Most pages tell as many facts; a list that grows is copied again and again.
        Self { cites: Vec::with_capacity(64) }
    }
}

impl Ledger {
    /// The value at `pointer` was read at `cite`.
    pub(crate) fn cite(&mut self, pointer: Pointer, cite: &Cite) {
        self.cites.push((pointer, cite.clone()));
    }

    /// Puts a fact into its slot and keeps its place.
    pub(crate) fn put<T: Clone + Into<U>, U>(&mut self, slot: &mut U, pointer: Pointer, fact: &Cited<T>) {
        *slot = fact.value.clone().into();
        self.cite(pointer, &fact.cite);
    }

    /// As [`Ledger::leaves`], for a value that takes the place of one read elsewhere.
    pub(crate) fn replace(&mut self, pointer: &Pointer, value: &impl Serialize, cite: &Cite) {
        let old = |other: &Pointer| {
            other.as_str().strip_prefix(pointer.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        };
        self.cites.retain(|(other, _)| !old(other));
        self.leaves(pointer, value, cite);
    }

    /// Takes over the places of another ledger.
    pub(crate) fn take(&mut self, other: Self) {
        self.cites.extend(other.cites);
    }

    /// Everything in `value`, down to its scalars, was read at `cite`; places that are known already stay.
    pub(crate) fn leaves(&mut self, pointer: &Pointer, value: &impl Serialize, cite: &Cite) {
        leaves::each(pointer, value, |leaf| self.cite(leaf.clone(), cite));
    }

    /// The evidence: of several places of a fact the first leads.
    pub(crate) fn evidence(self, source: &str, lines: &Lines) -> Evidence {
        // Of equal keys the last one that a map is made of stays.
        let cited = self.cites.into_iter().rev();
        cited.map(|(pointer, cite)| (pointer, vec![place(source, lines, cite)])).collect()
    }
}

/// The place as it leaves handbill, with the words of the cite.
fn place(source: &str, lines: &Lines, cite: Cite) -> Source {
    let (start, end) = lines.places(source, cite.span);
    let mut place = Source::new(cite.kind, start.line, start.column, end.line, end.column, cite.span.of(source));
    (place.note, place.also) = (cite.note, cite.also);
    place
}
