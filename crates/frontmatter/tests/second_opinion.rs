//! The real pages of `../shared`, read by us and by `serde_yaml` (libyaml's grammar, like Ruby's).
#![expect(clippy::disallowed_methods, reason = "a test may read the reference pages and its environment")]

use std::path::{Path, PathBuf};

use handbill_frontmatter::{Data, Value, parse, split};

#[test]
fn every_reference_page_has_the_values_that_libyaml_finds() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/corpus");
    if !root.is_dir() {
        assert!(std::env::var("HANDBILL_REFERENCE").as_deref() != Ok("required"), "{} is missing", root.display());
        eprintln!("left out: {} is missing", root.display());
        return;
    }
    let mut pages = Vec::new();
    collect(&root.join("pages"), &mut pages);
    collect(&root.join("communities"), &mut pages);
    let mut read = 0;
    for path in pages {
        let text = std::fs::read_to_string(&path).unwrap();
        let parts = split(&text);
        let Some(span) = parts.front_matter else { continue };
        let front = parse(&text, &parts);
        assert_eq!(front.problems, [], "{}", path.display());
        let theirs: serde_yaml::Mapping =
            serde_yaml::from_str::<Option<_>>(span.of(&text)).unwrap().unwrap_or_default();
        assert_eq!(front.root.entries.len(), theirs.len(), "{}", path.display());
        for entry in &front.root.entries {
            let value = theirs.iter().find(|(key, _)| key.as_str() == Some(&entry.key)).map(|(_, value)| value);
            same(&entry.value, value.unwrap_or_else(|| panic!("no {} in {}", entry.key, path.display())), &path);
        }
        read += 1;
    }
    assert!(read > 400, "only {read} pages have front matter");
}

/// Structure and text; what YAML 1.1 and 1.2 read differently is compared as it is written.
fn same(ours: &Value, theirs: &serde_yaml::Value, path: &Path) {
    match (&ours.data, theirs) {
        (Data::Map(map), serde_yaml::Value::Mapping(theirs)) => {
            assert_eq!(map.entries.len(), theirs.len(), "{}", path.display());
            for entry in &map.entries {
                let value =
                    theirs.get(entry.key.as_str()).unwrap_or_else(|| panic!("no {} in {}", entry.key, path.display()));
                same(&entry.value, value, path);
            }
        }
        (Data::List(items), serde_yaml::Value::Sequence(theirs)) => {
            assert_eq!(items.len(), theirs.len(), "{}", path.display());
            items.iter().zip(theirs).for_each(|(ours, theirs)| same(ours, theirs, path));
        }
        (_, serde_yaml::Value::String(theirs)) => assert_eq!(ours.written(), Some(&**theirs), "{}", path.display()),
        (Data::Bool(ours), serde_yaml::Value::Bool(theirs)) => assert_eq!(ours, theirs, "{}", path.display()),
        (Data::Null, serde_yaml::Value::Null) => {}
        (Data::Int(_) | Data::Float(_), serde_yaml::Value::Number(number)) => {
            let written: f64 = ours.written().and_then(|words| words.parse().ok()).expect("both read a number");
            assert_eq!(Some(written), number.as_f64(), "{}", path.display());
        }
        (ours, theirs) => panic!("{ours:?} is {theirs:?} in {}", path.display()),
    }
}

fn collect(folder: &Path, pages: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).expect("the folder is there") {
        let path = entry.expect("it can be listed").path();
        if path.is_dir() {
            collect(&path, pages);
        } else if path.extension().is_some_and(|extension| extension == "md") {
            pages.push(path);
        }
    }
}
