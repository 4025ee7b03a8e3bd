//! Exactly which rules fire where on the sample documents, of which no word is here.
#![expect(clippy::disallowed_methods, reason = "the samples lie beside the project, not in it")]

use std::fs;
use std::path::Path;

use handbill_check::{Settings, check};
use handbill_page::{Page, Site, read};

/// A sample; `None`, said in one line, where the samples are not there.
fn sample(name: &str) -> Option<Page> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/samples").join(name);
    match fs::read_to_string(&path) {
        Ok(text) => Some(read(&format!("samples/{name}"), &text, &Site::default())),
        Err(error) => {
            let required = std::env::var_os("HANDBILL_REFERENCE").is_some_and(|value| value == "required");
            assert!(!required, "{}: {error}", path.display());
            eprintln!("left out: {} is not there", path.display());
            None
        }
    }
}

/// Rule, lines of the finding and its labels, and how many fixes it offers.
fn findings(page: &Page) -> Vec<(&'static str, Vec<usize>, usize)> {
    check(page, &Settings::default())
        .into_iter()
        .map(|finding| {
            let spans = std::iter::once(finding.span).chain(finding.labels.iter().map(|label| label.span));
            (finding.rule, spans.map(|span| page.lines.line(span.start())).collect(), finding.fixes.len())
        })
        .collect()
}

#[test]
fn boston_has_these_findings_and_no_other() {
    let Some(page) = sample("boston-2020.md") else { return };
    assert_eq!(
        findings(&page),
        [
            ("deadline-without-timezone", vec![8], 1),
            ("space-in-link-text", vec![10], 1),
            ("event-word-misspelled", vec![65], 1),
            ("event-word-misspelled", vec![73], 1),
            ("suspicious-host", vec![82], 0),
            ("unused-link-definition", vec![84, 86], 1),
        ]
    );
}

#[test]
fn the_online_meeting_has_these_findings_and_no_other() {
    let Some(page) = sample("online-meeting-2023.md") else { return };
    assert_eq!(
        findings(&page),
        [
            ("deadline-without-timezone", vec![45], 1),
            ("bare-url", vec![87], 1),
            ("commented-out-programme", vec![92, 113, 148, 190, 226], 1),
            ("unused-link-definition", vec![230, 231, 232, 233, 234, 236, 237], 1),
        ]
    );
}
