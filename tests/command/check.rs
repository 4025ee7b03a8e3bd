//! `check` and `explain`: which files are looked at, what is printed, and how it ends.

use serde_json::Value;

use crate::run::{PAGE, files, folder, handbill, handbill_with};

const BAD: &str = "---\ntitle: \"Float Day, Oulu, 18 April 2026\"\n---\n\nIt is our 3th day.\n";

#[test]
fn exit_codes_tell_clean_from_findings_from_trouble() {
    let folder = folder("check-exit-codes");
    files(&folder, &[("good.md", PAGE), ("bad.md", BAD)]);
    assert_eq!(handbill(&folder, &["check", "good.md"]).code, Some(0));
    assert_eq!(handbill(&folder, &["check", "good.md", "bad.md"]).code, Some(1));
    let ended = handbill(&folder, &["check", "good.md", "none.md", "bad.md"]);
    assert_eq!(ended.code, Some(2));
    assert!(ended.stderr.contains("none.md") && ended.stdout.contains("3th"), "the others are checked: {ended:?}");
    assert_eq!(handbill(&folder, &["check", "--select", "no-such-rule", "."]).code, Some(2));
}

#[test]
fn a_finding_shows_the_words_and_the_way_out() {
    let folder = folder("check-full");
    files(&folder, &[("bad.md", BAD)]);
    let shown = handbill(&folder, &["check", "bad.md"]).stdout;
    for words in
        ["error[wrong-ordinal]", "bad.md:5:11", "It is our 3th day.", "^^^", "help", "Found 1 error on 1 page."]
    {
        assert!(shown.contains(words), "`{words}` is missing:\n{shown}");
    }
}

#[test]
fn a_folder_is_searched_and_what_is_no_page_is_passed_over_in_silence() {
    let folder = folder("check-folder");
    files(
        &folder,
        &[
            ("event/bad.md", BAD),
            ("event/page.html", BAD),
            ("event/notes.md", "# Our 3th note\n"),
            ("event/data.yml", "day: 3th"),
            ("_site/event/bad.html", BAD),
            (".git/bad.md", BAD),
        ],
    );
    for arguments in [&["check"][..], &["check", "event", "event/bad.md", "."]] {
        let ended = handbill(&folder, &[arguments, &["--output-format", "concise"]].concat());
        let lines: Vec<&str> = ended.stdout.lines().collect();
        assert_eq!(lines.len(), 3, "{ended:?}");
        assert!(lines[0].starts_with("event/bad.md:5:11: error"), "{}", lines[0]);
        assert!(lines[1].starts_with("event/page.html:5:11: error"), "{}", lines[1]);
        assert_eq!((lines[2], ended.stderr.as_str()), ("Found 2 errors on 2 pages.", ""));
    }
}

#[test]
fn findings_are_json_with_offsets_and_edits() {
    let ended = handbill_with(&folder("check-json"), &["check", "-", "--output-format", "json"], BAD.as_bytes());
    let findings: Value = serde_json::from_str(&ended.stdout).expect("it is JSON");
    let found = &findings["diagnostics"][0];
    assert_eq!((&findings["schema_version"], &findings["summary"]["errors"]), (&1.into(), &1.into()));
    assert_eq!((found["rule"].as_str(), found["path"].as_str()), (Some("wrong-ordinal"), Some("-")));
    let edit = &found["fixes"][0]["edits"][0];
    let range =
        ["start", "end"].map(|key| usize::try_from(edit[key].as_u64().expect("an offset")).expect("it is small"));
    let fixed = format!("{}{}{}", &BAD[..range[0]], edit["text"].as_str().expect("a text"), &BAD[range[1]..]);
    assert!(fixed.contains("our 3rd day"), "{fixed}");
}

#[test]
fn every_rule_explains_itself() {
    let folder = folder("explain");
    let list = handbill(&folder, &["explain"]).stdout;
    let rules: Vec<&str> = list.lines().filter_map(|line| line.split_whitespace().next()).collect();
    assert_eq!(rules.len(), handbill::check::RULES.len());
    for rule in rules {
        let manual = handbill(&folder, &["explain", rule]);
        assert!(manual.stdout.starts_with(rule) && manual.stdout.lines().count() > 3, "{manual:?}");
    }
    let ended = handbill(&folder, &["explain", "wrong-ordinel"]);
    assert_eq!(ended.code, Some(2));
    assert!(ended.stderr.contains("did you mean `wrong-ordinal`?"), "{}", ended.stderr);
}
