//! `--write-baseline`, `--baseline`, `--update-baseline`: old mistakes are known, new ones told.

use std::fs;

use crate::run::{files, folder, handbill};

const HEAD: &str = "---\ntitle: \"Float Day, Oulu, 18 April 2026\"\n---\n\n";

fn page(body: &str) -> String {
    format!("{HEAD}{body}\n")
}

#[test]
fn only_what_is_new_is_told_and_what_moves_is_not_new() {
    let folder = folder("baseline-new");
    files(&folder, &[("event/a.md", &page("It is our 3th day.")), ("b.md", &page("The the float."))]);
    let check = |arguments: &[&str]| handbill(&folder, &[&["check"], arguments].concat());
    let written = check(&["--write-baseline", "known.json"]);
    assert_eq!((written.code, written.stdout.as_str()), (Some(0), ""), "{written:?}");
    assert!(written.stderr.contains("2 places") && written.stderr.contains("known.json"), "{}", written.stderr);

    let known = ["--baseline", "known.json", "--output-format", "concise"];
    let clean = check(&known);
    assert_eq!((clean.code, clean.stderr.as_str()), (Some(0), ""));
    assert_eq!(clean.stdout, "Nothing to complain about on 2 pages.\n2 places known from the baseline.\n");

    files(&folder, &[("event/a.md", &page("More words.\n\nIt is our 3th day, and the 4rd."))]);
    let new = check(&known);
    assert_eq!(new.code, Some(1));
    assert!(new.stdout.contains("4rd") && !new.stdout.contains("3th"), "{}", new.stdout);
    // The same from another folder.
    let inside = handbill(&folder.join("event"), &["check", "--baseline", "../known.json", "--statistics", "a.md"]);
    assert!(inside.stdout.starts_with("1  wrong-ordinal"), "{}", inside.stdout);
}

#[test]
fn what_is_known_is_not_fixed() {
    let folder = folder("baseline-fix");
    files(&folder, &[("a.md", &page("It is our 3th day."))]);
    handbill(&folder, &["check", "--write-baseline", "known.json"]);
    files(&folder, &[("a.md", &page("It is our 3th day, and the 4rd."))]);
    let ended = handbill(&folder, &["check", "--baseline", "known.json", "--fix"]);
    assert_eq!(ended.code, Some(0), "{ended:?}");
    let text = fs::read_to_string(folder.join("a.md")).expect("it is there");
    assert_eq!(text, page("It is our 3th day, and the 4th."));
}

#[test]
fn a_run_judges_its_own_pages_and_writes_only_where_it_is_told_to() {
    let folder = folder("baseline-update");
    files(
        &folder,
        &[("a.md", &page("The 3th day.")), ("b.md", &page("The 4rd day.")), ("c.md", &page("The 5st day."))],
    );
    handbill(&folder, &["check", "--write-baseline", "known.json"]);
    let read = || fs::read_to_string(folder.join("known.json")).expect("it is there");
    let written = read();
    for name in ["a.md", "b.md"] {
        files(&folder, &[(name, &page("Put right."))]);
    }
    fs::remove_file(folder.join("c.md")).expect("it is there");
    let ended = handbill(&folder, &["check", "--baseline", "known.json", "a.md"]);
    assert!(ended.code == Some(0) && ended.stderr.contains("1 of what known.json knows"), "{ended:?}");
    assert_eq!(read(), written);
    let ended = handbill(
        &folder,
        &["check", "--baseline", "known.json", "--update-baseline", "--select", "words", "a.md", "b.md"],
    );
    assert_eq!(ended.code, Some(0), "{ended:?}");
    assert!(
        read().contains("3th") && read().contains("4rd") && !read().contains("5st"),
        "rules that did not run: {}",
        read()
    );
    let ended = handbill(&folder, &["check", "--baseline", "known.json", "--update-baseline", "a.md"]);
    assert!(ended.code == Some(0) && ended.stderr.contains("Took 1 out"), "{ended:?}");
    assert!(!read().contains("3th") && read().contains("4rd"), "{}", read());
    handbill(&folder, &["check", "--write-baseline", "known.json", "a.md"]);
    assert!(read().contains("4rd"), "another page's: {}", read());
}

#[test]
fn what_is_no_baseline_is_named() {
    let folder = folder("baseline-wrong");
    files(&folder, &[("a.md", &page("The 3th day.")), ("known.json", "{\"x\": 1}\n")]);
    let refused = |file: &str, words: &str| {
        let ended = handbill(&folder, &["check", "--baseline", file, "a.md"]);
        assert!(ended.code == Some(2) && ended.stdout.is_empty(), "{ended:?}");
        assert!(ended.stderr.contains(file) && ended.stderr.contains(words), "{}", ended.stderr);
    };
    refused("known.jsn", "did you mean `known.json`?");
    refused("nowhere/to/be/found", "--write-baseline");
    refused("known.json", "no baseline");
    assert_eq!(handbill(&folder, &["check", "--update-baseline", "a.md"]).code, Some(2));
    let ended = handbill(&folder, &["check", "--write-baseline", "known.json", "a.md"]);
    assert!(ended.code == Some(2) && ended.stderr.contains("no baseline"), "it is not replaced: {ended:?}");
}
