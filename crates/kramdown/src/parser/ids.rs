//! The ids of headings, and the order of footnotes.

use std::collections::{BTreeMap, BTreeSet};

use crate::Input;
use crate::parser::Parser;
use crate::tree::{Data, NONE};

/// A heading that needs an id.
struct Heading {
    node: u32,
    /// Whether GitHub's rule makes it: not inside HTML elements, not in footnotes.
    github: bool,
    /// What its id begins with, for a term of a definition list; else the option says so.
    prefix: Option<String>,
}

impl Parser {
    /// Gives ids to headings without one, and finds the order in which footnotes are referred to.
    pub(super) fn number_ids(&mut self) -> Vec<u32> {
        let mut headings = Vec::new();
        let mut order = Vec::new();
        let mut seen = BTreeSet::new();
        let github = self.options.input == Input::Gfm;
        self.collect(0, github, &mut headings, &mut order, &mut seen);
        let mut next = 0;
        while let Some(&footnote) = order.get(next) {
            self.collect(footnote, false, &mut headings, &mut order, &mut seen);
            next += 1;
        }
        if self.options.auto_ids {
            let mut ids = BTreeMap::new();
            for heading in headings.iter().filter(|heading| heading.github) {
                let id = github_id(&self.heading_text(heading.node));
                self.set_id(heading, id, &mut ids);
            }
        }
        if self.options.auto_ids {
            let mut ids = BTreeMap::new();
            for heading in headings.iter().filter(|heading| !heading.github) {
                let id = kramdown_id(&self.heading_source(heading.node));
                self.set_id(heading, id, &mut ids);
            }
        }
        order
    }

    fn set_id(&mut self, heading: &Heading, mut id: String, ids: &mut BTreeMap<String, usize>) {
        // Terms are not told apart from each other, nor from headings.
        if heading.prefix.is_none() {
            let count = ids.entry(id.clone()).and_modify(|count| *count += 1).or_insert(0);
            if *count > 0 {
                id = format!("{id}-{count}");
            }
        }
        id.insert_str(0, heading.prefix.as_ref().unwrap_or(&self.options.auto_id_prefix));
        let (name, value) = (self.intern("id"), self.intern(&id));
        self.tree.set_attribute(heading.node, name, value);
    }

    /// What the ids of a definition list's terms begin with, if `{:auto_ids}` or `{:auto_ids-prefix}` asks for them.
    fn term_prefix(&self, term: u32) -> Option<String> {
        let list = self.lists.get(&self.tree.record(term).parent)?;
        list.references.iter().find_map(|name| {
            let rest = name.strip_prefix("auto_ids")?;
            Some(rest.strip_prefix('-').unwrap_or("").to_owned())
        })
    }

    /// Collects the headings without id and the footnotes referred to under `root`, in the order of the text.
    fn collect(
        &self,
        root: u32,
        github: bool,
        headings: &mut Vec<Heading>,
        order: &mut Vec<u32>,
        seen: &mut BTreeSet<u32>,
    ) {
        let instead = [self.named("toc"), self.named("footnotes")].map(|node| node.unwrap_or(NONE));
        let mut html_depth = 0_usize;
        // Within a list in whose place something else is written, only GitHub's ids are counted.
        let mut replaced = 0_usize;
        let mut node = self.tree.first(root);
        while node != NONE {
            let record = self.tree.record(node);
            match record.data {
                Data::Heading { .. } if !self.has_id(node) && (replaced == 0 || (github && html_depth == 0)) => {
                    headings.push(Heading { node, github: github && html_depth == 0, prefix: None });
                }
                Data::DefinitionTerm if replaced == 0 && !self.has_id(node) => {
                    let prefix = self.term_prefix(node);
                    headings.extend(prefix.map(|prefix| Heading { node, github: false, prefix: Some(prefix) }));
                }
                Data::FootnoteReference { label } => {
                    if let Some(&footnote) = self.footnotes.get(self.str(label))
                        && replaced == 0
                        && seen.insert(footnote)
                    {
                        order.push(footnote);
                    }
                }
                Data::List { .. } if instead.contains(&node) => replaced += 1,
                _ => {}
            }
            // In a line stand no headings, and references only where there are footnotes.
            let descend = match record.data {
                Data::Footnote { .. } => false,
                Data::Paragraph { .. } | Data::Fragment | Data::Heading { .. } | Data::TableCell { .. } => {
                    !self.footnotes.is_empty()
                }
                _ => true,
            };
            if descend && record.first != NONE {
                html_depth += usize::from(matches!(record.data, Data::Html(_)));
                node = record.first;
                continue;
            }
            replaced -= usize::from(record.first == NONE && instead.contains(&node));
            let mut done = record;
            while done.next == NONE {
                node = done.parent;
                if node == root || node == NONE {
                    return;
                }
                done = self.tree.record(node);
                html_depth -= usize::from(matches!(done.data, Data::Html(_)));
                replaced -= usize::from(instead.contains(&node));
            }
            node = done.next;
        }
    }

    fn has_id(&self, node: u32) -> bool {
        self.tree.attributes_of(node).any(|(_, attribute)| self.str(attribute.name) == "id")
    }

    /// The text of a heading, as far as its id is made of it: kramdown's own input leaves code and entities out.
    fn heading_text(&self, heading: u32) -> String {
        let all = self.options.input == Input::Gfm;
        let mut text = String::new();
        let mut node = self.tree.first(heading);
        while node != NONE {
            match self.tree.data_of(node) {
                Some(Data::Text(part) | Data::Abbreviation { text: part, .. }) => text.push_str(self.str(part)),
                Some(Data::CodeSpan { code: part } | Data::MathSpan { math: part }) if all => {
                    text.push_str(self.str(part));
                }
                Some(Data::Entity { character, .. }) if all => text.push(character),
                _ => {}
            }
            if self.tree.first(node) != NONE {
                node = self.tree.first(node);
                continue;
            }
            while node != heading && self.tree.next(node) == NONE {
                node = self.tree.record(node).parent;
            }
            if node == heading {
                break;
            }
            node = self.tree.next(node);
        }
        text
    }

    fn heading_source(&self, heading: u32) -> String {
        match self.tree.data_of(heading) {
            Some(Data::Heading { raw, .. })
                if self.options.input == Input::Kramdown && !self.options.auto_id_stripping =>
            {
                self.str(raw).to_owned()
            }
            _ => self.heading_text(heading),
        }
    }
}

/// GitHub's rule: lower case, blanks become `-`, and nothing stays but letters, marks, digits, `_` and `-`.
fn github_id(text: &str) -> String {
    let mut id = String::with_capacity(text.len());
    let mut add = |c: char| match c {
        ' ' | '\t' | '-' => id.push('-'),
        c if crate::markup::word::is_word(c) => id.push(c),
        _ => {}
    };
    if text.is_ascii() {
        text.bytes().for_each(|byte| add(char::from(byte.to_ascii_lowercase())));
    } else {
        text.to_lowercase().chars().for_each(add);
    }
    id
}

/// kramdown's own rule: nothing before the first ASCII letter, and ASCII letters, digits, blanks and `-` of the rest.
fn kramdown_id(text: &str) -> String {
    let mut id = String::with_capacity(text.len());
    for line in text.split('\n') {
        let start = line.find(|c: char| c.is_ascii_alphabetic()).unwrap_or(line.len());
        for c in line[start..].chars() {
            match c {
                ' ' | '-' => id.push('-'),
                c if c.is_ascii_alphanumeric() => id.push(c.to_ascii_lowercase()),
                _ => {}
            }
        }
    }
    if id.is_empty() { String::from("section") } else { id }
}
