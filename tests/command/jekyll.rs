//! Bodies as the real Jekyll publishes them: `conformance/jekyll` asked it.

use std::fs;
use std::path::Path;

use crate::run::{handbill, listing};

/// Pages that are read otherwise than Jekyll does, on purpose.
///
/// Jekyll publishes a front matter that is never closed as text. Here its keys are taken for what they were meant to be,
/// with an error, so that the page's other troubles can be told, too.
const OTHERWISE: &[&str] = &["constructs/front-matter-unterminated.md"];

#[test]
fn the_body_of_every_fixture_is_jekylls() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let answers = root.join("conformance/bodies");
    let mut differ = Vec::new();
    let mut count = 0;
    for answer in listing(&answers).into_iter().filter(|name| name.ends_with(".html")) {
        let page = answer.trim_start_matches("pages/").replace(".html", ".md");
        if OTHERWISE.contains(&page.as_str()) {
            continue;
        }
        let ended = handbill(&root.join("fixtures"), &["convert", &page, "--to", "body"]);
        let jekylls = fs::read_to_string(answers.join(&answer)).expect("it is listed");
        let first = ended.stdout.lines().zip(jekylls.lines()).find(|(ours, theirs)| ours != theirs);
        if ended.stdout != jekylls {
            differ.push(format!("{page}: {first:?}"));
        }
        count += 1;
    }
    assert!(count > 20, "the answers are there: {count}");
    assert!(differ.is_empty(), "{} of {count} differ from Jekyll:\n{}", differ.len(), differ.join("\n"));
}
