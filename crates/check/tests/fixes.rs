//! What makes fixes trusted: on every page at hand, each changes what it says and nothing else.
#![expect(clippy::disallowed_methods, reason = "the pages lie beside the crate")]

mod pages;

use std::collections::{BTreeMap, BTreeSet};

use handbill_check::{check, fix};
use handbill_kramdown::{Kind, Node, Target, unescape};
use handbill_model::{Applicability, Fix};
use handbill_page::Page;
use handbill_text::{Edit, Place, Span, apply};
use serde_json::Value;

use pages::{all, every_rule, read};

/// Calls `judge` with every page, every fix that is offered on it, and the page after that fix alone.
fn each_fix(judge: impl Fn(&Page, &Fix, &Page) -> Result<(), String>) {
    let (mut wrong, mut count) = (Vec::new(), 0);
    for (path, text) in all() {
        let before = read(&path, &text);
        for finding in check(&before, &every_rule()) {
            for fix in &finding.fixes {
                let fixed = apply(&text, &fix.edits).unwrap_or_else(|error| panic!("{path}: {error}"));
                if let Err(error) = judge(&before, fix, &read(&path, &fixed)) {
                    wrong.push(format!("{path}: {}: {}: {error}", finding.rule, fix.title));
                }
                count += 1;
            }
        }
    }
    assert!(count > 20, "{count} fixes are too few to tell");
    assert!(wrong.is_empty(), "{} of {count} fixes:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn a_fix_changes_no_block_but_those_it_touches() {
    each_fix(|before, fix, after| {
        let (old, new) = (untouched(before, &fix.edits), untouched(after, &moved(&fix.edits)));
        let differs = old.iter().zip(&new).find(|(old, new)| old != new);
        match differs {
            Some((old, new)) => Err(format!("\n  {old}\n  became\n  {new}")),
            None if old.len() != new.len() => Err(format!("{} blocks became {}", old.len(), new.len())),
            None => Ok(()),
        }
    });
}

#[test]
fn a_fix_changes_no_word_of_the_published_text_but_those_it_names() {
    each_fix(|before, fix, after| {
        let bodies = [before, after].map(|page| unescape(&page.tree.to_html()).into_owned());
        let (lost, made) = strange_words(before, fix, after, [&bodies[0], &bodies[1]]);
        match (lost, made) {
            (None, None) => Ok(()),
            (lost, made) => Err(format!("lost {lost:?}, made {made:?}")),
        }
    });
}

#[test]
fn a_fix_leaves_the_facts_alone_that_it_is_not_about() {
    each_fix(|before, fix, after| {
        let (old, new) = (facts(before), facts(after));
        let places = [(before, fix.edits.clone()), (after, moved(&fix.edits))];
        let keys: BTreeSet<&String> = old.keys().chain(new.keys()).collect();
        let changed = keys.into_iter().filter(|key| old.get(*key) != new.get(*key));
        let about = |key: &str| places.iter().any(|(page, edits)| is_about(page, edits, key));
        let reworded = |key: &String| match (old.get(key), new.get(key)) {
            (Some(Value::String(old)), Some(Value::String(new))) => says_what(before, fix, after, [old, new]),
            _ => false,
        };
        let strange = changed.into_iter().find(|key| !about(key) && !reworded(key));
        strange.map_or(Ok(()), |key| Err(format!("{key}: {:?} became {:?}", old.get(key), new.get(key))))
    });
}

#[test]
fn a_page_that_was_fixed_stays_as_it_is() {
    for (path, text) in all() {
        for wanted in [Applicability::Safe, Applicability::Ask] {
            let look = |page: &Page| check(page, &every_rule());
            let again = |text: &str| read(&path, text);
            let fixed = fix(read(&path, &text), wanted, look, again);
            assert_eq!(fixed.restless, BTreeSet::new(), "{path}");
            assert_eq!(apply(&text, &fixed.edits).as_ref(), Ok(&fixed.page.source), "{path}");
            assert_eq!(fixed.left, look(&fixed.page), "{path}");
            let twice = fix(again(&fixed.page.source), wanted, look, again);
            assert_eq!((twice.page.source, twice.edits), (fixed.page.source, vec![]), "{path}");
        }
    }
}

/// Whether the second text is the first but for words that a fix names.
fn says_what(before: &Page, fix: &Fix, after: &Page, texts: [&str; 2]) -> bool {
    strange_words(before, fix, after, texts) == (None, None)
}

/// A word that the second of two texts lacks, and one that it has anew, which a fix does not name.
fn strange_words(before: &Page, fix: &Fix, after: &Page, [old, new]: [&str; 2]) -> (Option<String>, Option<String>) {
    let (old, new) = (words(old), words(new));
    let gone = named(&before.source, &fix.edits);
    let moved = moved(&fix.edits);
    let come = named(&after.source, &moved);
    let more = |many: &BTreeMap<&str, usize>, few: &BTreeMap<&str, usize>, named: &BTreeSet<String>| {
        let fewer = |word: &str, count: &usize| few.get(word).unwrap_or(&0) < count;
        let strange = many.iter().find(|(word, count)| fewer(word, count) && !named.contains(&word.to_lowercase()));
        strange.map(|(word, _)| (*word).to_owned())
    };
    (more(&old, &new, &gone), more(&new, &old, &come))
}

/// Where the edits are after they were made.
fn moved(edits: &[Edit]) -> Vec<Edit> {
    let mut sorted = edits.to_vec();
    sorted.sort();
    let mut by = 0_isize;
    for edit in &mut sorted {
        let start = edit.span.start().checked_add_signed(by).expect("what is deleted stood before");
        by += edit.text.len() as isize - edit.span.len() as isize;
        edit.span = Span::new(start..start + edit.text.len());
    }
    sorted
}

/// Every top-level block that no edit touches, as everything that its HTML is made of.
fn untouched(page: &Page, edits: &[Edit]) -> Vec<String> {
    let blocks = page.tree.root().children();
    let loud = blocks.filter(|block| !matches!(block.kind(), Kind::Blank | Kind::Boundary | Kind::Footnote { .. }));
    let touched = |place: Span| {
        edits.iter().any(|edit| match (edit.span.is_empty(), edit.text.is_empty()) {
            (false, _) => edit.span.overlaps(place),
            // What is inserted at the end of a block belongs to it; what was deleted there does not.
            (true, false) => place.start() <= edit.span.start() && edit.span.start() <= place.end(),
            (true, true) => place.start() < edit.span.start() && edit.span.start() < place.end(),
        })
    };
    loud.filter(|block| !touched(page.expansion.map.origin(block.span()).span)).map(signature).collect()
}

fn signature(block: Node<'_>) -> String {
    let target = |target: Target<'_>| format!("{} {:?}", target.url, target.title);
    let nodes = std::iter::once(block).chain(block.descendants());
    let all = nodes.map(|node| {
        let kind = match node.kind() {
            Kind::Link(to) => target(to),
            Kind::Image { target: from, alt } => format!("{} {alt}", target(from)),
            Kind::Comment { inside, .. } => inside.of(node.document().text()).to_owned(),
            Kind::Html(html) => html.name.to_owned(),
            kind => format!("{kind:?}"),
        };
        let attributes: Vec<(&str, &str)> = node.attributes().collect();
        format!("{kind}{attributes:?}")
    });
    all.collect()
}

/// The words of an HTML text and how often each stands there; also those of its attributes, where URLs are.
fn words(html: &str) -> BTreeMap<&str, usize> {
    let mut words = BTreeMap::new();
    for word in html.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
        *words.entry(word).or_default() += 1;
    }
    words
}

/// The words that edits touch, whole, also where a mark or a blank more makes two of one; and what elements are made of
/// that they name. In small letters, since the id of a heading has its words so.
fn named(text: &str, edits: &[Edit]) -> BTreeSet<String> {
    let of_word = |c: char| !c.is_whitespace();
    let elements = ["a", "href", "em", "strong", "mailto", "p", "br", "amp"];
    let mut named: BTreeSet<String> = elements.map(str::to_owned).into();
    for edit in edits {
        let start = text[..edit.span.start()].trim_end_matches(of_word).len();
        let end = text.len() - text[edit.span.end()..].trim_start_matches(of_word).len();
        named.extend(text[start..end].split(|c: char| !c.is_alphanumeric()).map(str::to_lowercase));
    }
    named
}

/// Every fact as a pointer and its value.
fn facts(page: &Page) -> BTreeMap<String, Value> {
    let mut facts = BTreeMap::new();
    let mut left = vec![("/event".to_owned(), serde_json::to_value(&page.document.event).expect("keys are strings"))];
    while let Some((at, value)) = left.pop() {
        match value {
            Value::Object(keys) => left.extend(keys.into_iter().map(|(key, value)| (format!("{at}/{key}"), value))),
            Value::Array(items) => {
                left.extend(items.into_iter().enumerate().map(|(index, item)| (format!("{at}/{index}"), item)));
            }
            value => {
                facts.insert(at, value);
            }
        }
    }
    facts
}

/// Whether an edit lies where a fact, or what it is a part of, was read.
fn is_about(page: &Page, edits: &[Edit], fact: &str) -> bool {
    let offset = |line, column| page.lines.offset(&page.source, Place { line, column });
    let related = |pointer: &str| {
        let inside = |outer: &str, inner: &str| {
            inner.strip_prefix(outer).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        };
        inside(pointer, fact) || inside(fact, pointer)
    };
    let sources = page.document.evidence.iter().filter(|(pointer, _)| related(pointer.as_str()));
    sources.flat_map(|(_, sources)| sources).any(|source| {
        let place = offset(source.line, source.column)..offset(source.end_line, source.end_column);
        edits.iter().any(|edit| edit.span.start() <= place.end && place.start <= edit.span.end())
    })
}
