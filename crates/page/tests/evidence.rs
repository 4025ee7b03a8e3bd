//! Every fact has a place, and stands there: over the fixtures, and over other people's pages where they are at hand.
#![expect(clippy::disallowed_methods, reason = "tests read the pages that they are about")]

use std::path::{Path, PathBuf};

use handbill_page::{Page, Site, read};
use serde_json::Value;

fn pages_below(folder: &Path, found: &mut Vec<PathBuf>) {
    let mut entries: Vec<PathBuf> =
        std::fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()).collect();
    entries.sort();
    for entry in entries {
        if entry.is_dir() {
            pages_below(&entry, found);
        } else if entry.extension().is_some_and(|extension| extension == "md") {
            found.push(entry);
        }
    }
}

fn each_page(check: fn(&Page, &Value)) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let mut pages = Vec::new();
    pages_below(&root.join("fixtures"), &mut pages);
    assert!(pages.len() >= 10, "the fixtures are there");
    let reference = root.join("../shared/corpus/pages");
    if reference.is_dir() {
        pages_below(&reference, &mut pages);
        pages_below(&root.join("../shared/corpus/communities"), &mut pages);
    } else {
        assert!(std::env::var("HANDBILL_REFERENCE").is_err(), "../shared is required and not there");
        eprintln!("left out: ../shared/corpus is not there");
    }
    for path in pages {
        let bytes = std::fs::read(&path).expect("the page can be read");
        let page = read(&path.to_string_lossy(), &String::from_utf8_lossy(&bytes), &Site::default());
        let json = serde_json::to_value(&page.document).expect("a document is JSON");
        check(&page, &json);
    }
}

#[test]
fn every_pointer_resolves() {
    each_page(|page, json| {
        for pointer in page.document.evidence.keys() {
            assert!(json.pointer(pointer.as_str()).is_some(), "{}: {pointer} leads nowhere", page.path);
        }
    });
}

#[test]
fn every_text_stands_where_it_says() {
    each_page(|page, _| {
        for (pointer, sources) in &page.document.evidence {
            for source in sources {
                let offset = |line, column| page.lines.offset(&page.source, handbill_text::Place { line, column });
                let (start, end) = (offset(source.line, source.column), offset(source.end_line, source.end_column));
                assert_eq!(&page.source[start..end], source.text, "{}: {pointer}", page.path);
            }
        }
    });
}

#[test]
fn every_scalar_fact_has_a_place() {
    fn walk(value: &Value, pointer: &str, page: &Page) {
        match value {
            Value::Object(map) => map.iter().for_each(|(key, value)| walk(value, &format!("{pointer}/{key}"), page)),
            Value::Array(items) => {
                items.iter().enumerate().for_each(|(index, item)| walk(item, &format!("{pointer}/{index}"), page));
            }
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {
                let known = pointer.parse().is_ok_and(|pointer| page.document.evidence.contains_key(&pointer));
                assert!(known, "{}: {pointer} has no place", page.path);
            }
        }
    }
    each_page(|page, json| {
        if let Some(event) = json.get("event") {
            walk(event, "/event", page);
        }
    });
}
