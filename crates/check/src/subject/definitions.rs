//! Link reference definitions that nothing uses.

mod hidden;

use std::collections::BTreeMap;

use handbill_kramdown::Definition;
use handbill_text::Span;

use super::Subject;

/// Definitions that no published text uses, with the places of their labels, in the order of the page.
pub(crate) struct Unused<'a> {
    /// Those that no comment uses either.
    pub(crate) published: Vec<(&'a Definition, Span)>,
    /// Those that a comment uses: somebody keeps them.
    pub(crate) commented: Vec<(&'a Definition, Span)>,
}

pub(super) fn unused<'a>(subject: &Subject<'a>) -> Unused<'a> {
    let tree = &subject.page.tree;
    let map = &subject.page.expansion.map;
    let mut unused = Unused { published: Vec::new(), commented: Vec::new() };
    let mut defined: BTreeMap<&str, usize> = BTreeMap::new();
    // On most pages each is used.
    if tree.definitions().iter().all(|definition| definition.used > 0) {
        return unused;
    }
    for definition in tree.definitions() {
        *defined.entry(&definition.id).or_default() += 1;
    }
    let labels = hidden::labels(subject);
    for definition in tree.definitions().iter().filter(|definition| definition.used == 0) {
        let place =
            map.origin(Span::new(definition.label_span.start().saturating_sub(1)..definition.label_span.end() + 1));
        // Two definitions of one label are another matter.
        let repeated = defined[definition.id.as_str()] > 1;
        if !place.written || repeated || is_comment(definition) || labels.in_liquid.contains(&definition.id) {
            continue;
        }
        let in_comment = labels.in_comments.contains(&definition.id);
        if in_comment { &mut unused.commented } else { &mut unused.published }.push((definition, place.span));
    }
    unused
}

/// `[comment]: <> (...)` and `[//]: # (...)`: a definition that leads nowhere is how Markdown says that something is a
/// comment.
fn is_comment(definition: &Definition) -> bool {
    let leads_nowhere = |mark| definition.url.strip_prefix(mark).is_some_and(|rest: &str| !rest.starts_with(is_of_url));
    definition.url.is_empty() || leads_nowhere("<>") || leads_nowhere("#")
}

/// Whether a character goes on with a URL.
fn is_of_url(c: char) -> bool {
    !c.is_whitespace() && c != '('
}
