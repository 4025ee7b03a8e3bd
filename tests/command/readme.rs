//! The README shows what the command prints.

use std::fs;
use std::path::Path;

use crate::run::handbill;

#[test]
fn every_line_that_the_readme_shows_is_printed() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let readme = fs::read_to_string(root.join("README.md")).expect("it is there");
    let shown = readme.split("```text\n").nth(1).and_then(|rest| rest.split("```").next()).expect("it shows a table");
    let printed = handbill(root, &["facts", "fixtures/conference.md"]).stdout;
    let mut after = printed.lines();
    for line in shown.lines().filter(|line| *line != "…" && !line.starts_with("conference.")) {
        assert!(after.any(|printed| printed == line), "not printed, or not in this order: {line}");
    }
}
