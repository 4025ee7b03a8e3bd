//! Rows of pages, each with what they say of their event.

use handbill_model::Event;
use handbill_page::{Site, read};

/// The event of a page among events.
pub(crate) fn event(text: &str) -> Event {
    read("events/a.md", text, &Site::default()).document.event.expect("it is a page among events")
}

/// A page with a title, a day and a body.
pub(crate) fn page(body: &str) -> String {
    format!("---\ntitle: Harbour Workshop\nstart: 2031-03-04\n---\n{body}\n")
}

/// Fails with every row whose page says something else.
#[track_caller]
pub(crate) fn each(rows: &[(&str, &str)], said: impl Fn(&Event) -> String) {
    let read = rows.iter().map(|(body, want)| (body, want, said(&event(&page(body)))));
    let wrong: Vec<String> = read
        .filter(|(_, want, got)| got != *want)
        .map(|(body, want, got)| format!("{body:?}\n   wanted {want}\n   got    {got}"))
        .collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}
