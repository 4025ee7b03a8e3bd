//! Any text is read and written, in bounded space.

#![no_main]

use handbill_kramdown::{Document, Options};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let document = Document::parse(text, &Options::default());
    let html = document.to_html();
    assert!(html.len() <= 10_000 + 3_000 * text.len(), "{} bytes became {}", text.len(), html.len());
    assert_eq!(html, Document::parse(text, &Options::default()).to_html());
});
