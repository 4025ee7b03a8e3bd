//! `-o`: whole files or none, in the folder or nowhere, and never over a page.

use std::fs;

use crate::run::{PAGE, files, folder, handbill, listing};

#[test]
fn a_folder_mirrors_the_sources() {
    let folder = folder("mirror");
    files(&folder, &[("event/2026/a.md", PAGE), ("b.md", PAGE)]);
    let ended = handbill(&folder, &["convert", "event/2026/a.md", "./b.md", "--to", "json,ics,html", "-o", "deep/out"]);
    assert_eq!(ended.code, Some(0), "{}", ended.stderr);
    let wanted = ["b.html", "b.ics", "b.json", "event/2026/a.html", "event/2026/a.ics", "event/2026/a.json"];
    assert_eq!(listing(&folder.join("deep/out")), wanted);
}

#[test]
fn a_path_that_leads_out_stays_in() {
    let folder = folder("leads-out");
    files(&folder, &[("a.md", PAGE), ("work/.keep", "")]);
    let work = folder.join("work");
    let absolute = folder.join("a.md");
    let absolute = absolute.to_str().expect("names of tests are UTF-8");
    for page in ["../a.md", absolute] {
        assert_eq!(handbill(&work, &["convert", page, "--to", "json", "-o", "out"]).code, Some(0));
        assert_eq!(listing(&work), [".keep", "out/a.json"]);
        fs::remove_dir_all(work.join("out")).expect("it was written");
    }
}

#[test]
fn two_outputs_of_one_name_are_an_error_before_anything_is_written() {
    let folder = folder("collision");
    files(&folder, &[("a.md", PAGE), ("x/a.md", PAGE), ("a.html", PAGE)]);
    for pages in [["a.md", "a.html"], ["a.md", "x/../a.md"]] {
        let ended = handbill(&folder, &["convert", pages[0], pages[1], "--to", "json", "-o", "out"]);
        assert_eq!(ended.code, Some(2), "{ended:?}");
        assert!(ended.stderr.contains("written twice") && ended.stderr.contains(pages[1]), "{}", ended.stderr);
        assert!(!folder.join("out").exists());
    }
}

#[test]
fn a_source_is_never_replaced() {
    let folder = folder("never-replaced");
    files(&folder, &[("a.html", PAGE), ("b.md", PAGE), ("b.html", PAGE), ("a.json", "{}")]);
    for call in [
        &["convert", "a.html", "--to", "html", "-o", "."][..],
        &["convert", "a.html", "-o", "a.html"],
        &["convert", "a.html", "-o", "./x/../a.html"],
        // Not named, but a page of the site all the same.
        &["convert", "b.md", "--to", "html", "-o", "."],
        &["convert", "a.json", "--to", "json", "-o", "."],
    ] {
        let ended = handbill(&folder, call);
        assert_eq!(ended.code, Some(2), "{call:?} {ended:?}");
        assert!(ended.stderr.contains("not replaced"), "{}", ended.stderr);
    }
    for page in ["a.html", "b.html"] {
        assert_eq!(fs::read_to_string(folder.join(page)).expect("it is there"), PAGE, "{page}");
    }
    assert_eq!(listing(&folder), ["a.html", "a.json", "b.html", "b.md"]);
}

#[cfg(unix)]
#[test]
fn a_link_does_not_lead_out_of_the_folder() {
    let folder = folder("link-out");
    files(&folder, &[("event/a.md", PAGE), ("elsewhere/.keep", ""), ("out/.keep", "")]);
    std::os::unix::fs::symlink("../elsewhere", folder.join("out/event")).expect("links can be made");
    let ended = handbill(&folder, &["convert", "event/a.md", "--to", "json", "-o", "out"]);
    assert_eq!(ended.code, Some(2), "{ended:?}");
    assert!(ended.stderr.contains("lies outside"), "{}", ended.stderr);
    assert_eq!(listing(&folder.join("elsewhere")), [".keep"]);
}

#[test]
fn a_file_is_written_whole_and_leaves_nothing_beside_it() {
    let folder = folder("whole");
    files(&folder, &[("a.md", PAGE), ("new/folder/.keep", "")]);
    for _ in 0..2 {
        let ended = handbill(&folder, &["convert", "a.md", "-o", "new/folder/deeper/a.json"]);
        assert_eq!(ended.code, Some(0), "{}", ended.stderr);
        assert_eq!(listing(&folder.join("new")), ["folder/.keep", "folder/deeper/a.json"]);
    }
    let printed = handbill(&folder, &["convert", "a.md", "--to", "json"]).stdout;
    assert_eq!(fs::read_to_string(folder.join("new/folder/deeper/a.json")).expect("it was written"), printed);
}

#[test]
fn a_file_where_a_folder_should_be_is_said() {
    let folder = folder("file-in-the-way");
    files(&folder, &[("event/a.md", PAGE), ("out/event", "no folder"), ("taken.json/x", "")]);
    let ended = handbill(&folder, &["convert", "event/a.md", "--to", "json", "-o", "out"]);
    assert_eq!(ended.code, Some(1), "{ended:?}");
    assert!(ended.stderr.contains("out/event"), "{}", ended.stderr);
    assert_eq!(listing(&folder), ["event/a.md", "out/event", "taken.json/x"]);
}
