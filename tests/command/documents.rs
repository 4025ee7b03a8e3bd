//! Event JSON as input: what `convert` wrote, it reads.

use std::fs;
use std::path::Path;

use crate::run::{PAGE, files, folder, handbill, handbill_with};

#[test]
fn a_document_gives_what_its_page_gives() {
    let folder = folder("read-back");
    files(&folder, &[("a.md", PAGE)]);
    for format in ["json", "ics"] {
        let direct = handbill(&folder, &["convert", "a.md", "--to", format]);
        assert_eq!(handbill(&folder, &["convert", "a.md", "-o", "a.json"]).code, Some(0));
        let back = handbill(&folder, &["convert", "a.json", "--to", format]);
        assert_eq!((back.code, back.stdout), (Some(0), direct.stdout), "{}", back.stderr);
    }
}

#[test]
fn lines_of_documents_give_one_calendar() {
    let folder = folder("ndjson");
    files(&folder, &[("a.md", PAGE), ("b.md", &PAGE.replace("Float", "Wire"))]);
    let lines = handbill(&folder, &["convert", "a.md", "b.md", "--to", "json"]).stdout;
    assert_eq!(lines.lines().count(), 2, "{lines}");
    let calendar = handbill_with(&folder, &["convert", "-", "--from", "json", "--to", "ics"], lines.as_bytes());
    assert_eq!(calendar.stdout.matches("BEGIN:VEVENT").count(), 2, "{calendar:?}");
    assert_eq!(calendar.stdout.matches("BEGIN:VCALENDAR").count(), 1, "{calendar:?}");
}

#[test]
fn a_format_of_the_text_says_that_only_the_document_is_there() {
    let folder = folder("no-text");
    files(&folder, &[("a.md", PAGE)]);
    handbill(&folder, &["convert", "a.md", "-o", "a.json"]);
    let ended = handbill(&folder, &["convert", "a.json", "--to", "body"]);
    assert_eq!((ended.code, ended.stdout.as_str()), (Some(1), ""));
    assert!(ended.stderr.contains("a.md") && ended.stderr.contains("Event JSON"), "{}", ended.stderr);
}

#[test]
fn what_is_no_event_json_is_named() {
    let folder = folder("no-event-json");
    files(
        &folder,
        &[
            ("empty.json", ""),
            ("list.json", "[]"),
            ("new.json", r#"{"schema_version":99,"page":{"path":"a","role":"event"}}"#),
        ],
    );
    for (file, words) in [("empty.json", "empty"), ("list.json", "no Event JSON"), ("new.json", "schema_version 99")] {
        let ended = handbill(&folder, &["convert", file, "--to", "json"]);
        assert_eq!((ended.code, ended.stdout.as_str()), (Some(1), ""));
        assert!(ended.stderr.contains(file) && ended.stderr.contains(words), "{}", ended.stderr);
    }
}

/// It was written when version 1 was new, with every key of it, and is never written again.
#[test]
fn a_document_of_version_1_stays_readable_and_loses_nothing() {
    let old = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/documents/version-1.json");
    let old = fs::read_to_string(old).expect("it is there");
    let read = handbill_with(&folder("version-1"), &["convert", "-", "--from", "json", "--to", "json"], old.as_bytes());
    let value = |text: &str| serde_json::from_str::<serde_json::Value>(text).expect("it is JSON");
    assert_eq!(value(&read.stdout), value(&old), "{}", read.stderr);
}

#[test]
fn the_published_schema_is_the_one_that_is_printed() {
    let published = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/event.schema.json");
    let printed = handbill(&folder("schema-published"), &["schema"]).stdout;
    assert_eq!(
        fs::read_to_string(&published).unwrap_or_default(),
        printed,
        "`cargo run -- schema > docs/event.schema.json`, and read what it changed"
    );
}

#[test]
fn of_many_pages_listings_and_notes_are_passed_over_in_silence() {
    let folder = folder("passed-over");
    files(&folder, &[("a.md", PAGE), ("notes.md", "---\ntitle: Notes\n---\nNothing happens here.\n")]);
    let ended = handbill(&folder, &["convert", "a.md", "notes.md", "-o", "events.ics"]);
    assert_eq!(ended.code, Some(0), "{}", ended.stderr);
    assert!(!ended.stderr.contains("notes.md"), "{}", ended.stderr);
    let none = handbill(&folder, &["convert", "notes.md", "notes.md", "-o", "none.ics"]);
    assert!(none.code != Some(0) && !folder.join("none.ics").exists(), "{}", none.stderr);
}

#[test]
fn a_calendar_knows_where_it_is_published() {
    let folder = folder("published");
    files(&folder, &[("in/a.md", PAGE)]);
    let site = ["--published", "https://a.example/calendars"];
    handbill(&folder, &[["convert", "in/a.md", "--to", "ics", "-o", "out"].as_slice(), &site].concat());
    let calendar = fs::read_to_string(folder.join("out/in/a.ics")).expect("it is written");
    assert!(calendar.contains("SOURCE;VALUE=URI:https://a.example/calendars/in/a.ics\r\n"), "{calendar}");
}

#[test]
fn the_schema_is_that_of_the_model() {
    let printed = handbill(&folder("schema"), &["schema"]).stdout;
    let schema: serde_json::Value = serde_json::from_str(&printed).expect("it is JSON");
    assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
    assert_eq!(schema["title"], "Document");
}
