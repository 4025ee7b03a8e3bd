//! `check --fix`, `--unsafe-fixes`, `--diff`: what is written, and what is not.

use std::fs;

use crate::run::{Ended, files, folder, handbill, handbill_with, listing};

/// A page with a mistake that is fixed unasked, one that is fixed on demand, and one that is not fixed; every line end is
/// CRLF, and there are blanks that nobody needs.
const BAD: &str = "\u{feff}---\r\ntitle: \"Float Day, Oulu, 18 April 2026\"   # the third\r\n---\r\n\r\n\
                   It is our 3th day.  \r\n\r\nBring the the float, see [rules][none].\t\r\n\r\n\r\n";

fn bad() -> String {
    // Jekyll copies a page with a byte order mark as it is, so this is another page without.
    BAD.trim_start_matches('\u{feff}').to_owned()
}

fn concise(ended: &Ended) -> Vec<&str> {
    ended.stdout.lines().collect()
}

#[test]
fn a_fix_changes_its_words_and_no_other_byte() {
    let folder = folder("fix-bytes");
    files(&folder, &[("a.md", &bad()), ("bom.md", BAD)]);
    let check = |arguments: &[&str]| {
        handbill(&folder, &[&["check", "a.md", "bom.md", "--output-format", "concise"], arguments].concat())
    };
    let read = |name: &str| fs::read_to_string(folder.join(name)).expect("it is there");
    let ended = check(&["--fix"]);
    assert_eq!(ended.code, Some(1), "what cannot be fixed is left: {ended:?}");
    assert!(ended.stdout.contains("Fixed 2 mistakes.") && !ended.stdout.contains("3th"), "{}", ended.stdout);
    assert_eq!(read("a.md"), bad().replace("3th", "3rd"));
    assert_eq!(read("bom.md"), BAD.replace("3th", "3rd"));

    check(&["--unsafe-fixes"]);
    let fixed = bad().replace("3th", "3rd").replace("the the", "the");
    assert_eq!(read("a.md"), fixed);
    let again = check(&["--fix", "--unsafe-fixes"]);
    assert!(!again.stdout.contains("Fixed"), "{}", again.stdout);
    assert_eq!(read("a.md"), fixed);
    assert_eq!(listing(&folder), ["a.md", "bom.md"], "nothing is left beside them");
}

#[test]
fn a_diff_writes_nothing_and_leads_to_what_fix_writes() {
    let folder = folder("fix-diff");
    files(&folder, &[("a.md", &bad()), ("good.md", "---\ntitle: \"Float Day, Oulu, 18 April 2026\"\n---\n\nCome.\n")]);
    let ended = handbill(&folder, &["check", "--diff"]);
    assert_eq!((ended.code, fs::read_to_string(folder.join("a.md")).ok()), (Some(1), Some(bad())));
    let lines = concise(&ended);
    assert_eq!(&lines[..3], ["--- a.md", "+++ a.md", "@@ -2,7 +2,7 @@"]);
    assert!(lines.contains(&"-It is our 3th day.  ") && lines.contains(&"+It is our 3rd day.  "), "{}", ended.stdout);
    assert!(!ended.stdout.contains("+Bring the float"), "{}", ended.stdout);
    assert!(handbill(&folder, &["check", "--diff", "--unsafe-fixes"]).stdout.contains("+Bring the float"));
    let clean = handbill(&folder, &["check", "--diff", "good.md"]);
    assert_eq!((clean.code, clean.stdout.as_str()), (Some(0), ""));
}

#[test]
fn standard_input_is_fixed_to_standard_output() {
    let folder = folder("fix-stdin");
    let ended = handbill_with(&folder, &["check", "-", "--fix"], bad().as_bytes());
    assert_eq!(ended.stdout, bad().replace("3th", "3rd"));
    assert!(
        ended.stderr.contains("undefined-reference") && ended.stderr.contains("Fixed 1 mistake."),
        "{}",
        ended.stderr
    );
    let no_page = handbill_with(&folder, &["check", "-", "--fix"], b"# The 3th note\n");
    assert_eq!((no_page.code, no_page.stdout.as_str()), (Some(0), "# The 3th note\n"));
}

#[test]
fn bytes_that_are_no_text_are_never_written() {
    let folder = folder("fix-not-utf-8");
    let bytes = [bad().as_bytes(), b"Bes\xeaan\n"].concat();
    fs::write(folder.join("latin.md"), &bytes).expect("the folder can be written");
    let ended = handbill(&folder, &["check", "latin.md", "--fix"]);
    assert!(ended.stdout.contains("not-utf-8") && ended.stdout.contains("3th"), "{}", ended.stdout);
    // Nor are they offered.
    assert!(!ended.stdout.contains("--fix"), "{}", ended.stdout);
    assert_eq!(fs::read(folder.join("latin.md")).expect("it is there"), bytes);
    assert_eq!(handbill(&folder, &["check", "latin.md", "--diff"]).stdout, "");
}

#[cfg(unix)]
#[test]
fn permissions_and_links_stay_and_what_may_not_be_written_is_left_alone() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let folder = folder("fix-permissions");
    files(&folder, &[("real/a.md", &bad()), ("locked.md", &bad())]);
    let mode = |name: &str, mode| {
        fs::set_permissions(folder.join(name), fs::Permissions::from_mode(mode)).expect("it is ours");
    };
    mode("real/a.md", 0o640);
    mode("locked.md", 0o444);
    symlink("real/a.md", folder.join("link.md")).expect("the folder can be written");
    handbill(&folder, &["check", "--fix", "link.md"]);
    assert!(folder.join("link.md").is_symlink());
    let real = folder.join("real/a.md");
    assert_eq!(fs::read_to_string(&real).expect("it is there"), bad().replace("3th", "3rd"));
    assert_eq!(fs::metadata(&real).expect("it is there").permissions().mode() & 0o777, 0o640);

    let ended = handbill(&folder, &["check", "--fix", "locked.md"]);
    assert_eq!(ended.code, Some(2));
    assert!(ended.stderr.contains("locked.md") && ended.stdout.contains("3th"), "it is told as it is: {ended:?}");
    assert_eq!(fs::read_to_string(folder.join("locked.md")).expect("it is there"), bad());
}
