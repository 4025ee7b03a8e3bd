//! What is done when all blocks are known.

use std::collections::BTreeSet;
use std::rc::Rc;

use crate::markup::list::AttributeList;
use crate::parser::{Parser, Raw};
use crate::tree::{Data, Document, NONE};

impl Parser {
    pub(super) fn finish(mut self, text: &str) -> Document {
        let raws = std::mem::take(&mut self.raws);
        let counts: BTreeSet<u32> = self.footnotes.values().copied().collect();
        let counts = |raw: &&Raw| raw.footnote.is_some_and(|footnote| counts.contains(&footnote));
        let in_page = raws.iter().filter(|raw| raw.footnote.is_none());
        for raw in in_page.chain(raws.iter().filter(counts)) {
            self.inline(*raw);
        }
        for (node, list) in std::mem::take(&mut self.lists) {
            self.apply_list(node, &list, 0);
            self.lists.insert(node, list);
        }
        let order = self.number_ids();
        // A footnote that another of its name replaces is read too, but what it says of options does not count.
        let mut replaced = raws.iter().filter(|raw| raw.footnote.is_some() && !counts(raw)).peekable();
        if replaced.peek().is_some() {
            let options = self.options.clone();
            replaced.for_each(|raw| self.inline(*raw));
            self.options = options;
        }
        self.abbreviate();
        self.count_uses();
        self.undefined.sort_by_key(|reference| reference.span);
        let mut footnote_numbers: Vec<(u32, usize)> =
            order.iter().enumerate().map(|(index, node)| (*node, index)).collect();
        footnote_numbers.sort_unstable();
        let toc = self.named("toc");
        let footnotes_here = self.named("footnotes");
        let mut texts = Vec::with_capacity(self.texts.len());
        for source in self.texts {
            texts.push(Rc::try_unwrap(source).map_or_else(|shared| shared.text.clone(), |source| source.text));
        }
        texts[1] = self.pool.text;
        Document {
            texts,
            source_len: text.len(),
            source: memchr::memchr(b'\r', text.as_bytes()).is_some().then(|| text.to_owned()),
            nodes: self.tree.nodes,
            attributes: self.tree.attributes,
            targets: self.tree.targets,
            definitions: self.definitions,
            undefined: self.undefined,
            stray: self.stray,
            toc,
            footnotes_here,
            footnote_numbers,
            footnote_order: order,
            footnotes: self.footnotes,
            options: self.options,
        }
    }

    /// The first list whose attribute list names `reference`; one in a footnote only if there is no other.
    pub(super) fn named(&self, reference: &str) -> Option<u32> {
        let names = |list: &AttributeList| list.references.iter().any(|name| name == reference);
        let found = || self.lists.iter().filter(|(node, list)| names(list) && self.tree.is_list(**node));
        let (first, outside) = (found().next(), found().find(|(node, _)| !self.is_in_footnote(**node)));
        outside.or(first).map(|(node, _)| *node)
    }

    fn is_in_footnote(&self, node: u32) -> bool {
        let mut node = node;
        while node != NONE && !matches!(self.tree.data_of(node), Some(Data::Footnote { .. })) {
            node = self.tree.record(node).parent;
        }
        node != NONE
    }

    /// Counts the links and images that use each definition.
    fn count_uses(&mut self) {
        for record in &self.tree.nodes {
            let (Data::Link { target } | Data::Image { target, .. }) = record.data else { continue };
            let target = self.tree.targets.get(target as usize);
            if let Some(definition) =
                target.and_then(|target| target.definition).and_then(|id| self.definitions.get_mut(id.0))
            {
                definition.used += usize::from(record.parent != NONE);
            }
        }
    }
}
