//! Byte for byte what the reference wrote: cases and pages in `../shared/corpus`, which are other people's texts.

#![expect(clippy::disallowed_methods, reason = "a test reads the reference data")]

use std::path::{Path, PathBuf};

use handbill_kramdown::{Document, Options};

/// The folder of the reference data, if it is there; `HANDBILL_REFERENCE=required` makes its absence a failure.
fn corpus() -> Option<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/corpus");
    if folder.is_dir() {
        return Some(folder);
    }
    assert!(std::env::var("HANDBILL_REFERENCE").as_deref() != Ok("required"), "{} is missing", folder.display());
    eprintln!("left out: {} is missing", folder.display());
    None
}

#[test]
fn every_kramdown_case_is_written_as_the_reference_writes_it() {
    let Some(corpus) = corpus() else { return };
    assert_eq!(differing(&corpus.join("kramdown"), "text", &corpus.join("kramdown")), (94, Vec::<PathBuf>::new()));
}

#[test]
fn every_page_is_written_as_the_reference_writes_it() {
    let Some(corpus) = corpus() else { return };
    assert_eq!(differing(&corpus.join("expanded"), "md", &corpus.join("body")), (34, Vec::<PathBuf>::new()));
}

/// How many inputs there are, and which are written otherwise.
fn differing(inputs: &Path, extension: &str, outputs: &Path) -> (usize, Vec<PathBuf>) {
    let mut files = Vec::new();
    list(inputs, extension, &mut files);
    let differs = |path: &PathBuf| {
        let text = std::fs::read_to_string(path).expect("the reference data is readable");
        let relative = path.strip_prefix(inputs).expect("it was found there");
        let wanted =
            std::fs::read_to_string(outputs.join(relative).with_extension("html")).expect("each input has its output");
        let html = Document::parse(&text, &Options::default()).to_html();
        html != wanted && html != without_colours(&wanted)
    };
    (files.len(), files.iter().filter(|path| differs(path)).cloned().collect())
}

fn list(folder: &Path, extension: &str, files: &mut Vec<PathBuf>) {
    let mut entries: Vec<PathBuf> = std::fs::read_dir(folder)
        .expect("the folder is readable")
        .map(|entry| entry.expect("so is each entry").path())
        .collect();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            list(&path, extension, files);
        } else if path.extension().is_some_and(|found| found == extension) {
            files.push(path);
        }
    }
}

/// The HTML with rouge's colours taken out of code: its elements stay.
fn without_colours(html: &str) -> String {
    let mut plain = String::new();
    let mut rest = html;
    while let Some(start) = rest.find("highlighter-rouge\"") {
        let (before, after) = rest.split_at(start);
        plain.push_str(before);
        let end = after.find("</code>").unwrap_or(after.len());
        let (code, after) = after.split_at(end);
        let mut code = code.replace("</span>", "");
        while let Some(span) = code.find("<span class=\"") {
            let close = code[span..].find('>').expect("a tag is closed");
            code.replace_range(span..=span + close, "");
        }
        plain.push_str(&code);
        rest = after;
    }
    plain + rest
}
