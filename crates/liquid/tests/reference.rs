//! Real pages, and what Jekyll 4.3.1 makes of them before Markdown. Their texts stay in `../shared`.

use handbill_liquid::{Context, NoIncludes, Object, Value, expand};
use std::path::{Path, PathBuf};

/// Pages whose Liquid needs no file of their site expand to the reference's bytes.
#[test]
fn pages_that_need_no_site_expand_to_the_same_bytes() {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/corpus");
    if !corpus.is_dir() {
        #[expect(
            clippy::disallowed_methods,
            reason = "whether the reference data must be there is said by the environment"
        )]
        let required = std::env::var_os("HANDBILL_REFERENCE").is_some_and(|value| value == "required");
        assert!(!required, "{} is missing", corpus.display());
        println!("left out: there is no {}", corpus.display());
        return;
    }
    let mut pages = Vec::new();
    files(&corpus.join("pages"), &mut pages);
    // What of the reference's configuration the pages print.
    let api = ("api_url", Value::from("https://iiif.io/api"));
    let site = Object::from_iter([("url", Value::from("")), ("baseurl", Value::from("")), api]);
    let globals = Object::from_iter([("site", site)]);
    let (mut same, mut unknown) = (0, 0);
    for page in pages {
        let expected = corpus.join("expanded").join(page.strip_prefix(corpus.join("pages")).unwrap_or(&page));
        let source = read(&page);
        let expansion = expand(body(&source), &Context::new(&globals, &NoIncludes));
        assert_eq!(expansion.problems, [], "{}", page.display());
        if expansion.unresolved.is_empty() {
            assert!(expansion.text == read(&expected), "{} expands to something else", page.display());
            same += 1;
        } else {
            unknown += 1;
        }
    }
    assert!(same > 0);
    println!("{same} pages expand to the same bytes, {unknown} need files of their site");
}

/// What follows the front matter and the blank lines after it.
fn body(page: &str) -> &str {
    let rest = page.strip_prefix("---\n").and_then(|rest| rest.split_once("\n---\n")).map_or(page, |(_, rest)| rest);
    rest.trim_start_matches('\n')
}

fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    #[expect(clippy::disallowed_methods, reason = "the reference data is read from where it lies")]
    let entries = std::fs::read_dir(folder).expect("the folder of the reference data can be read");
    for path in entries.map(|entry| entry.expect("its entries can be read").path()) {
        if path.is_dir() { files(&path, found) } else { found.push(path) }
    }
    found.sort();
}

fn read(path: &Path) -> String {
    #[expect(clippy::disallowed_methods, reason = "the reference data is read from where it lies")]
    std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}
