//! Fixes applied to a page, until none is left.

use std::collections::{BTreeMap, BTreeSet};

use handbill_model::{Applicability, Diagnostic, Fix};
use handbill_page::Page;
use handbill_text::{Edit, Span, apply, compose};

/// How often a page is read again: fixes that touch each other wait for the next round, and one fix may make room for
/// another. Fixes that still change something then undo each other.
const ROUNDS: usize = 16;

/// A page after its fixes.
pub struct Fixed {
    /// The page as it is now.
    pub page: Page,
    /// What is wrong with it still.
    pub left: Vec<Diagnostic>,
    /// What was changed, as edits of the text that the page had, in the order of their places.
    pub edits: Vec<Edit>,
    /// How many findings of each rule were fixed.
    pub fixed: BTreeMap<&'static str, usize>,
    /// The rules whose fixes undo each other, so that the page never comes to rest; it should be empty.
    pub restless: BTreeSet<&'static str>,
}

/// Fixes a page: the safe fixes, and for [`Applicability::Ask`] the others too, where a finding offers one way only.
///
/// `look` tells what is wrong with a page, and `read` reads a changed text as the page was read. Every byte that no fix
/// names is kept. Fixing what comes back changes nothing.
///
/// ```
/// use handbill_check::{Settings, check, fix};
/// use handbill_model::Applicability;
/// use handbill_page::{Site, read};
///
/// let read = |text: &str| read("event/2031/lund.md", text, &Site::default());
/// let page = read("---\ntitle: Spring Meeting, Lund, March 4-5, 2031\n---\nIt ends on March 5st.\r\n");
/// let fixed = fix(page, Applicability::Safe, |page| check(page, &Settings::default()), read);
/// assert!(fixed.page.source.ends_with("\nIt ends on March 5th.\r\n"));
/// assert_eq!(fixed.fixed["wrong-ordinal"], 1);
/// ```
pub fn fix(
    mut page: Page,
    wanted: Applicability,
    look: impl Fn(&Page) -> Vec<Diagnostic>,
    read: impl Fn(&str) -> Page,
) -> Fixed {
    let len = page.source.len();
    let (mut edits, mut fixed) = (Vec::new(), BTreeMap::new());
    let mut left = look(&page);
    for _ in 0..ROUNDS {
        let round = choose(&page, &left, wanted);
        let Ok(text) = apply(&page.source, &round.edits) else { break };
        let Ok(both) = compose(len, &edits, &round.edits) else { break };
        if round.edits.is_empty() {
            return Fixed { page, left, edits, fixed, restless: BTreeSet::new() };
        }
        edits = both;
        for rule in round.rules {
            *fixed.entry(rule).or_insert(0) += 1;
        }
        page = read(&text);
        left = look(&page);
    }
    let restless = choose(&page, &left, wanted).rules.into_iter().collect();
    Fixed { page, left, edits, fixed, restless }
}

/// The fixes of a round.
#[derive(Default)]
struct Round {
    edits: Vec<Edit>,
    rules: Vec<&'static str>,
}

/// The fixes that can be applied together, in the order of their findings.
fn choose(page: &Page, found: &[Diagnostic], wanted: Applicability) -> Round {
    let mut round = Round::default();
    let offered = found.iter().filter_map(|finding| Some((finding.rule, one_fix(finding, wanted)?)));
    let mut offered = offered.peekable();
    if offered.peek().is_none() {
        return round;
    }
    let brought: BTreeSet<Span> = page.expansion.map.made_places().collect();
    // From the first byte of each edit that is taken to its end.
    let mut taken: BTreeMap<usize, usize> = BTreeMap::new();
    for (rule, fix) in offered {
        let places = || fix.edits.iter().map(|edit| edit.span);
        if changes(&page.source, fix) && places().all(|span| is_free(&taken, span) && is_written(&brought, span)) {
            for span in places() {
                let end = taken.entry(span.start()).or_insert(span.end());
                *end = span.end().max(*end);
            }
            round.edits.extend(fix.edits.iter().cloned());
            round.rules.push(rule);
        }
    }
    round
}

/// The way to put a finding right that may be taken without a choice.
pub(crate) fn one_fix(finding: &Diagnostic, wanted: Applicability) -> Option<&Fix> {
    let safe = |fix: &&Fix| fix.applicability == Applicability::Safe;
    let (safe, all): (Vec<&Fix>, Vec<&Fix>) =
        (finding.fixes.iter().filter(safe).collect(), finding.fixes.iter().collect());
    match (safe.as_slice(), all.as_slice(), wanted) {
        ([only], _, _) => Some(only),
        ([], [only], Applicability::Ask) => Some(only),
        _ => None,
    }
}

/// Whether no edit that is taken shares a byte or an end with this place: two insertions at one place have no order.
fn is_free(taken: &BTreeMap<usize, usize>, span: Span) -> bool {
    let before = taken.range(..=span.end()).next_back();
    before.is_none_or(|(_, end)| *end < span.start())
}

/// Whether a place is the author's own text. What a tag brought has the place of the tag, and must stay with it; a tag
/// may go with all that is around it.
fn is_written(brought: &BTreeSet<Span>, span: Span) -> bool {
    let from = Span::at(span.start());
    // Tags do not overlap each other, so the last one that begins before the place is the only one that may reach it.
    let reaching = brought.range(..from).next_back().filter(|tag| tag.end() > span.start());
    let inside = brought.range(from..).take_while(|tag| tag.start() < span.end());
    reaching.is_none() && inside.clone().all(|tag| tag.end() <= span.end() && *tag != span)
}

/// Whether a fix can be applied by itself: its places are in the text and do not overlap, and something changes.
fn changes(text: &str, fix: &Fix) -> bool {
    let mut edits: Vec<&Edit> = fix.edits.iter().collect();
    edits.sort_by_key(|edit| edit.span);
    edits.iter().all(|edit| text.get(edit.span.range()).is_some())
        && edits.windows(2).all(|pair| pair[0].span.end() <= pair[1].span.start())
        && edits.iter().any(|edit| edit.span.of(text) != edit.text)
}

#[cfg(test)]
mod tests;
