//! What authors say to the check on their page: that a finding is to be passed over.
//!
//! `<!-- handbill: ignore RULE -->` at the end of a line or of a table cell speaks of what is found there; on a line of
//! its own, of the next line that has text. `<!-- handbill: ignore-file RULE -->` speaks of the page. In front matter the
//! same stands behind `#`. Several rules and groups stand with commas, and a reason may follow in brackets.

mod order;

use std::cell::Cell;
use std::collections::BTreeMap;

use handbill_kramdown::{Kind, Node};
use handbill_model::Diagnostic;
use handbill_page::Page;
use handbill_text::Span;

use crate::{Selector, UnknownRule};
use order::Order;

/// The comments of a page that speak to the check.
#[derive(Default)]
pub(crate) struct Suppressions {
    /// In the order of the source.
    pub(crate) all: Vec<Suppression>,
    /// The name that passes a rule or group over, by where its reach starts; of two the first.
    index: BTreeMap<(Selector, Reach, usize), Found>,
}

/// A comment that speaks to the check.
pub(crate) struct Suppression {
    /// The comment.
    pub(crate) place: Span,
    /// What goes with it: the line where it stands alone, else the blanks before it.
    pub(crate) with_blanks: Span,
    /// What is passed over; an error says what is wrong with the comment as a whole.
    pub(crate) names: Result<Vec<Name>, String>,
}

/// A rule or group that is named.
pub(crate) struct Name {
    pub(crate) place: Span,
    pub(crate) selector: Result<Selector, UnknownRule>,
    /// Whether something was passed over for it.
    pub(crate) used: Cell<bool>,
}

/// How far a comment speaks. Places of one reach do not overlap.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Reach {
    Page,
    Line,
    Cell,
}

/// Where the reach ends, and which name of which comment it is.
struct Found {
    end: usize,
    suppression: usize,
    name: usize,
}

impl Suppressions {
    /// Those of a page.
    pub(crate) fn of(page: &Page) -> Self {
        let mut found = Self::default();
        // Nearly no page has one, and looking through a tree costs more than through a text.
        if !page.source.contains("handbill:") {
            return found;
        }
        for place in &page.front_matter.comments {
            if let Some(inside) = place.of(&page.source).strip_prefix('#') {
                found.add(page, *place, inside, None);
            }
        }
        for node in page.tree.root().descendants() {
            let Kind::Comment { inside, .. } = node.kind() else { continue };
            let place = page.expansion.map.origin(node.span());
            if place.written {
                let end = place.span.start() + place.span.of(&page.source).trim_end().len();
                found.add(page, Span::new(place.span.start()..end), inside.of(page.tree.text()), cell(page, node));
            }
        }
        found
    }

    /// Takes away what is passed over, and notes for which names.
    pub(crate) fn apply(&self, page: &Page, found: &mut Vec<Diagnostic>) {
        if !self.index.is_empty() {
            found.retain(|finding| !self.passes_over(page, finding));
        }
    }

    fn passes_over(&self, page: &Page, finding: &Diagnostic) -> bool {
        let Some(rule) = crate::rule(finding.rule) else { return false };
        // A line break at its end is no line more.
        let span = finding.span;
        let end = span.start() + span.of(&page.source).trim_end_matches(['\r', '\n']).len();
        let mut passed = false;
        for selector in [Selector::Rule(rule.name), Selector::Group(rule.group), Selector::All] {
            for reach in [Reach::Page, Reach::Line, Reach::Cell] {
                let upto = self.index.range((selector, reach, 0)..=(selector, reach, end));
                if let Some((_, known)) = upto.last().filter(|(_, known)| span.start() <= known.end) {
                    let names = self.all[known.suppression].names.iter().flatten();
                    names.skip(known.name).take(1).for_each(|name| name.used.set(true));
                    passed = true;
                }
            }
        }
        passed
    }

    /// Adds the comment at `place` with the text `inside`, if it speaks to the check.
    fn add(&mut self, page: &Page, place: Span, inside: &str, cell: Option<Span>) {
        let (Some(order), Some(at)) = (order::read(inside), place.of(&page.source).find(inside)) else { return };
        let lines = Around::new(page, place);
        let (reach, span) = match (&order, cell) {
            (Ok(Order { page: true, .. }), _) => (Reach::Page, Span::new(0..page.source.len())),
            (_, Some(cell)) => (Reach::Cell, cell),
            (_, None) => (Reach::Line, lines.meant),
        };
        let name = |start: usize, name: &str| Name {
            place: Span::new(place.start() + at + start..place.start() + at + start + name.len()),
            selector: name.parse(),
            used: Cell::new(false),
        };
        let names: Result<Vec<Name>, String> =
            order.map(|order| order.names.into_iter().map(|(start, text)| name(start, text)).collect());
        let suppression = self.all.len();
        for (name, selector) in
            names.iter().flatten().enumerate().filter_map(|(at, name)| Some((at, name.selector.as_ref().ok()?)))
        {
            let found = Found { end: span.end(), suppression, name };
            self.index.entry((*selector, reach, span.start())).or_insert(found);
        }
        self.all.push(Suppression { place, with_blanks: lines.with_blanks, names });
    }
}

/// The lines around a comment.
struct Around {
    /// The line that it speaks of.
    meant: Span,
    with_blanks: Span,
}

impl Around {
    fn new(page: &Page, place: Span) -> Self {
        let (first, last) = (page.lines.line(place.start()), page.lines.line(place.end()));
        let line = |number: usize| page.lines.span(&page.source, number);
        let before = Span::new(line(first).start()..place.start()).of(&page.source);
        let behind = Span::new(place.end()..line(last).end()).of(&page.source);
        if before.trim().is_empty() && behind.trim().is_empty() {
            let text = |number: &usize| !line(*number).of(&page.source).trim().is_empty();
            let next = (last + 1..=page.lines.count()).find(text).unwrap_or(last);
            let end = if last < page.lines.count() { page.lines.start(last + 1) } else { line(last).end() };
            return Self { meant: line(next), with_blanks: Span::new(line(first).start()..end) };
        }
        let blanks = before.len() - before.trim_end_matches([' ', '\t']).len();
        Self { meant: line(last), with_blanks: Span::new(place.start() - blanks..place.end()) }
    }
}

/// The cell of a pipe table that a comment stands in.
fn cell(page: &Page, comment: Node<'_>) -> Option<Span> {
    let cell = comment.ancestors().find(|node| matches!(node.kind(), Kind::TableCell { .. }))?;
    Some(page.expansion.map.origin(cell.span()).span)
}
