//! The whole way of a page: any text is read, every fact stands in the text, it is checked, and every format is written.

#![no_main]

use handbill::check::{Settings, check};
use handbill::render::{self, FORMATS, Input};
use handbill::{Site, read};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let page = read("event/2031/lund.md", text, &Site::default());
    for source in page.document.evidence.values().flatten() {
        assert!(text.contains(&source.text), "{source:?}");
    }
    for diagnostic in check(&page, &Settings::default()) {
        assert!(text.get(diagnostic.span.range()).is_some(), "{diagnostic:?}");
    }
    for format in FORMATS {
        let _ = format.render(&[Input::new(&page.document)], &render::Settings::default());
    }
});
