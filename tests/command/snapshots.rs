//! Every format of every fixture, by name: a change of any output shows in review.

use std::fs;
use std::path::Path;

use crate::run::{handbill, listing};

/// Formats by the table, and `facts`, which is a command of its own. What a page lacks is among its messages.
#[test]
fn every_format_of_every_fixture() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let fixtures = root.join("fixtures");
    let pages = listing(&fixtures).into_iter().filter(|page| page.ends_with(".md") && !page.ends_with("README.md"));
    let mut settings = insta::Settings::clone_current();
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.set_snapshot_path("../snapshots");
    let _bound = settings.bind_to_scope();
    let mut count = 0;
    for page in pages.filter(|page| !page.starts_with("rules/") && !page.contains("_includes/")) {
        let name = page.trim_end_matches(".md").replace('/', ".");
        let mut messages = String::new();
        let mut shown = |extension: &str, arguments: &[&str]| {
            let ended = handbill(&fixtures, arguments);
            messages.push_str(&format!("{extension}: exit {}\n{}", ended.code.unwrap_or(-1), ended.stderr));
            if ended.code == Some(0) {
                insta::assert_snapshot!(format!("{name}.{extension}"), without_files(&ended.stdout));
            }
        };
        shown("facts", &["facts", &page]);
        for format in handbill::render::FORMATS {
            shown(format.extension, &["convert", &page, "--to", format.name]);
        }
        insta::assert_snapshot!(format!("{name}.messages"), messages);
        count += 1;
    }
    assert!(count > 20, "the fixtures are there: {count}");
    assert!(fs::exists(fixtures.join("conference.md")).expect("the fixtures can be read"));
}

/// The text, with style and script by name: every web page holds the same, and they are read as files of their own.
fn without_files(text: &str) -> String {
    let style = include_str!("../../crates/render/templates/page.css");
    let script = include_str!("../../crates/render/templates/local-times.js");
    text.replace(style, "/* page.css */\n").replace(script, "// local-times.js\n")
}
