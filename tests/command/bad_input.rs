//! Whatever the input: a message that names it, the right exit code, no panic, and the other pages done.

use std::fs;

use crate::run::{Ended, PAGE, files, folder, handbill, handbill_with, listing};

/// The call failed with a message that names the input, and wrote nothing to standard output.
fn refused(ended: &Ended, code: i32, words: &[&str]) {
    assert_eq!(ended.code, Some(code), "{ended:?}");
    assert_eq!(ended.stdout, "", "{ended:?}");
    for word in words {
        assert!(ended.stderr.contains(word), "`{word}` is missing: {}", ended.stderr);
    }
    assert!(!ended.stderr.contains("panicked"), "{}", ended.stderr);
}

#[test]
fn a_missing_file_is_named() {
    let folder = folder("missing-file");
    refused(&handbill(&folder, &["facts", "none.md"]), 1, &["none.md", "no such file"]);
    refused(&handbill(&folder, &["convert", "none.md", "--to", "json"]), 1, &["none.md", "no such file"]);
}

#[test]
fn a_folder_is_no_page() {
    let folder = folder("folder-as-page");
    files(&folder, &[("pages/a.md", PAGE)]);
    refused(&handbill(&folder, &["convert", "pages", "--to", "json"]), 1, &["pages", "this is a folder"]);
}

#[test]
fn more_than_a_page_can_have_is_refused_unread() {
    let folder = folder("too-large");
    fs::write(folder.join("large.md"), "[".repeat(50_000_000)).expect("the folder can be written");
    refused(&handbill(&folder, &["convert", "large.md", "--to", "html"]), 1, &["large.md", "larger than 16 MiB"]);
}

#[test]
fn a_megabyte_of_brackets_ends_soon_and_well() {
    let folder = folder("brackets");
    for text in ["[".repeat(1 << 20), "![](".repeat(1 << 18), "> ".repeat(1 << 19), "<b>".repeat(1 << 18)] {
        let ended = handbill_with(&folder, &["convert", "-", "--to", "body"], text.as_bytes());
        assert_eq!(ended.code, Some(0), "{:?} {}", &text[..8], ended.stderr);
    }
}

#[test]
fn what_is_no_utf_8_is_read_and_said() {
    let folder = folder("not-utf-8");
    fs::write(folder.join("latin.md"), b"---\ntitle: T\n---\nBes\xeaan\n").expect("the folder can be written");
    let ended = handbill(&folder, &["convert", "latin.md", "--to", "body"]);
    assert_eq!((ended.code, ended.stdout.as_str()), (Some(0), "<p>Bes\u{fffd}an</p>\n"));
    assert!(ended.stderr.contains("latin.md:4:4") && ended.stderr.contains("UTF-8"), "{}", ended.stderr);
}

#[test]
fn an_empty_page_tells_of_no_event() {
    let folder = folder("empty-page");
    files(&folder, &[("empty.md", ""), ("front.md", "---\ntitle: Nothing\n---\n")]);
    for page in ["empty.md", "front.md"] {
        assert_eq!(handbill(&folder, &["facts", page]).code, Some(0));
        assert_eq!(handbill(&folder, &["convert", page, "--to", "body"]).stdout.trim(), "");
        refused(&handbill(&folder, &["convert", page, "--to", "ics"]), 1, &[page]);
    }
}

#[test]
fn a_bomb_of_aliases_is_a_finding_and_no_bomb() {
    let mut bomb = "---\na0: &a0 [x, x, x, x, x, x, x, x, x, x]\n".to_owned();
    for level in 1..30 {
        let aliases = vec![format!("*a{}", level - 1); 10].join(", ");
        bomb.push_str(&format!("a{level}: &a{level} [{aliases}]\n"));
    }
    bomb.push_str("---\nbody\n");
    let folder = folder("alias-bomb");
    files(&folder, &[("bomb.md", &bomb)]);
    let ended = handbill(&folder, &["convert", "bomb.md", "--to", "body"]);
    assert_eq!((ended.code, ended.stdout.as_str()), (Some(0), "<p>body</p>\n"), "{}", ended.stderr);
    assert!(ended.stderr.contains("bomb.md:"), "{}", ended.stderr);
}

#[test]
fn an_unterminated_comment_ends_with_the_page() {
    let folder = folder("unterminated-comment");
    files(&folder, &[("open.md", &format!("{PAGE}\n<!-- never closed\n"))]);
    assert_eq!(handbill(&folder, &["convert", "open.md", "--to", "json,html,body", "-o", "out"]).code, Some(0));
}

#[test]
fn a_mark_around_paragraphs_that_never_end_marks_only_what_is_there() {
    let page = "# A\n\n<div markdown=\"0\">\n<p><b title=\"0\"><p><b title=\"1\">\n</div>\n";
    let ended = handbill_with(&folder("open-marks"), &["convert", "-", "--to", "body"], page.as_bytes());
    assert_eq!(ended.code, Some(0), "{ended:?}");
}

#[test]
fn the_other_pages_are_done() {
    let folder = folder("others-are-done");
    files(&folder, &[("a.md", PAGE), ("b.md", PAGE)]);
    let ended = handbill(&folder, &["convert", "a.md", "none.md", "b.md", "--to", "json", "-o", "out"]);
    assert_eq!(ended.code, Some(1), "{}", ended.stderr);
    assert_eq!(listing(&folder.join("out")), ["a.json", "b.json"]);

    let ended = handbill(&folder, &["convert", "a.md", "none.md", "b.md", "--to", "json"]);
    assert_eq!((ended.code, ended.stdout.lines().count()), (Some(1), 2), "{}", ended.stdout);
}

#[test]
fn a_page_without_a_date_gives_a_message_and_never_an_empty_calendar() {
    let folder = folder("no-date");
    files(&folder, &[("some.md", "---\ntitle: Gathering of the Lock Keepers\n---\n\nWe meet in Zwolle.\n")]);
    refused(&handbill(&folder, &["convert", "some.md", "--to", "ics"]), 1, &["some.md"]);
    assert_eq!(handbill(&folder, &["convert", "some.md", "-o", "out.ics"]).code, Some(1));
    assert_eq!(listing(&folder), ["some.md"]);
}

#[test]
fn wrong_calls_are_told_apart_from_wrong_pages() {
    let folder = folder("wrong-calls");
    files(&folder, &[("a.md", PAGE)]);
    for call in [
        &["convert", "a.md"][..],
        &["convert", "a.md", "--to", "doc"],
        &["convert", "a.md", "--to", "json,ics"],
        &["convert", "a.md", "-o", "a.doc"],
        &["convert", "-", "-", "--to", "json"],
        &["facts"],
        &["nonsense"],
    ] {
        refused(&handbill(&folder, call), 2, &["error"]);
    }
    assert_eq!(listing(&folder), ["a.md"]);
}
