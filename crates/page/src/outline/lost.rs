//! References whose definitions became text.
//!
//! `[home]: {{ site.url }}` defines nothing where nobody says what the site's URL is, and kramdown then takes the
//! definitions in the lines below it for text of the same paragraph. In the author's site they are links; so they are here.

use std::collections::BTreeMap;

use handbill_text::Span;

use super::{BlockKind, Outline};
use crate::passage::{Passage, Relinked};

/// Makes links of references to definitions that stand in a paragraph of nothing else, and empties that paragraph.
pub(super) fn mend(outline: &mut Outline) {
    let mut lost = BTreeMap::new();
    for block in outline.blocks.iter_mut().filter(|block| block.kind == BlockKind::Paragraph) {
        if let Some(found) = definitions(&block.passage.text) {
            for (label, url) in found {
                lost.entry(label).or_insert(url);
            }
            block.passage = Passage::default();
        }
    }
    if lost.is_empty() {
        return;
    }
    for block in &mut outline.blocks {
        link(&mut block.passage, &lost);
        if let BlockKind::Table(grid) = &mut block.kind {
            grid.cells.iter_mut().for_each(|cell| link(&mut cell.passage, &lost));
        }
    }
}

/// Labels and URLs of a text that is nothing but definitions; the URL of the first may be missing.
fn definitions(text: &str) -> Option<Vec<(String, String)>> {
    let mut found = Vec::new();
    let mut rest = text.trim_start();
    while !rest.is_empty() {
        let (label, behind) = rest.strip_prefix('[')?.split_once("]:")?;
        if label.contains(['[', ']', '\n']) || label.is_empty() {
            return None;
        }
        let behind = behind.trim_start();
        let end = if behind.starts_with('[') { 0 } else { behind.find(char::is_whitespace).unwrap_or(behind.len()) };
        found.push((label.to_lowercase(), behind[..end].to_owned()));
        rest = behind[end..].trim_start();
    }
    (found.len() > 1).then_some(found)
}

/// Takes the brackets of each `[text][label]` out of a passage and links the text.
fn link(passage: &mut Passage, lost: &BTreeMap<String, String>) {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(open) = passage.text[from..].find('[').map(|at| from + at) {
        from = open + 1;
        if let Some((close, end, url)) = reference(&passage.text, open, lost) {
            found.push(Relinked { whole: Span::new(open..end), text: Span::new(open + 1..close), url });
            from = end;
        }
    }
    if !found.is_empty() {
        passage.relink(&found);
    }
}

/// Where the text of the reference at `open` and the whole reference end, and where it leads to.
fn reference<'a>(text: &str, open: usize, lost: &'a BTreeMap<String, String>) -> Option<(usize, usize, &'a str)> {
    let close = open + 1 + text[open + 1..].find(['[', ']'])?;
    let behind = text[close..].strip_prefix(']')?;
    let full = behind.strip_prefix('[').and_then(|label| label.split_once(']'));
    let (label, end) = match full {
        Some((label, _)) if !label.is_empty() => (label, close + 2 + label.len() + 1),
        Some(_) => (&text[open + 1..close], close + 3),
        None => (&text[open + 1..close], close + 1),
    };
    Some((close, end, lost.get(&label.to_lowercase())?))
}

#[cfg(test)]
mod tests {
    use super::definitions;

    #[test]
    fn a_paragraph_of_definitions_tells_where_they_lead() {
        let found = definitions("[home]: [form]: https://form.example.org/ [rules]: /rules/").expect("definitions");
        let told: Vec<(&str, &str)> = found.iter().map(|(label, url)| (label.as_str(), url.as_str())).collect();
        assert_eq!(told, [("home", ""), ("form", "https://form.example.org/"), ("rules", "/rules/")]);
    }

    #[test]
    fn other_text_beside_them_makes_it_prose() {
        for text in ["[home]: https://example.org/", "[sic]: so they wrote [it]: twice over", "Nothing [a]: b"] {
            assert_eq!(definitions(text), None, "{text}");
        }
    }
}
