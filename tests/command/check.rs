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
        assert_eq!(lines.len(), 4, "{ended:?}");
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

#[test]
fn a_broken_page_gets_every_finding_that_can_be_given() {
    let folder = folder("check-broken");
    let broken =
        "---\ntitle: \"Float Day, Oulu, 18 April 2026\"\nlist: [1, 2\n---\n\nIt is our 3th day. {% if %} {{ x\n";
    files(&folder, &[("broken.md", broken), ("open.md", "---\ntitle: T\n\nIt is our 3th day for the the float.\n")]);
    std::fs::write(folder.join("latin.md"), [BAD.as_bytes(), b"Bes\xeaan\n"].concat()).expect("it can be written");
    let ended = handbill(&folder, &["check", "--output-format", "concise", "--select", "all", "."]);
    assert_eq!((ended.code, ended.stderr.as_str()), (Some(1), ""));
    for (page, rule) in [
        ("broken.md", "front-matter-syntax"),
        ("broken.md", "liquid-syntax"),
        ("broken.md", "wrong-ordinal"),
        ("latin.md", "not-utf-8"),
        ("latin.md", "wrong-ordinal"),
        ("open.md", "front-matter-syntax"),
    ] {
        let told = |line: &str| line.starts_with(&format!("{page}:")) && line.ends_with(&format!("[{rule}]"));
        assert!(ended.stdout.lines().any(told), "{page}: {rule}\n{}", ended.stdout);
    }
}

#[test]
fn hostile_pages_are_checked_soon_and_kept() {
    let folder = folder("check-hostile");
    let head = "---\ntitle: \"Float Day, Oulu, 18 April 2026\"\n---\n";
    for (name, piece) in [
        ("brackets", "["),
        ("comments", "<!-- handbill: ignore all --> "),
        ("orders", "<!-- handbill: ignore-file x"),
        ("words", "the the "),
        ("rows", "| the the 3th <!-- handbill: ignore dates -->\n"),
        ("tags", "{% if "),
        ("links", "[ a ](b \u{1F600}"),
    ] {
        let text = format!("{head}{}\n", piece.repeat(12_000 / piece.len()));
        files(&folder, &[("page.md", &text)]);
        for form in ["full", "sarif"] {
            let ended = handbill(&folder, &["check", "--select", "all", "--output-format", form, "page.md"]);
            assert!(matches!(ended.code, Some(0 | 1)) && ended.stderr.is_empty(), "{name}: {}", ended.stderr);
        }
        let diff = handbill(&folder, &["check", "--select", "all", "--unsafe-fixes", "--diff", "page.md"]);
        assert!(matches!(diff.code, Some(0 | 1)) && diff.stderr.is_empty(), "{name}: {}", diff.stderr);
        assert_eq!(std::fs::read_to_string(folder.join("page.md")).ok(), Some(text), "{name}");
    }
}

#[test]
fn colours_are_for_terminals_and_for_who_asks() {
    let folder = folder("check-colours");
    files(&folder, &[("bad.md", BAD)]);
    let shown = |form: &str, name: &str| {
        let call = std::process::Command::new(env!("CARGO_BIN_EXE_handbill"))
            .args(["check", "bad.md", "--output-format", form])
            .current_dir(&folder)
            .env_remove("NO_COLOR")
            .env(name, "1")
            .output();
        String::from_utf8(call.expect("the command was built").stdout).expect("it is UTF-8").contains('\u{1b}')
    };
    assert!(shown("full", "CLICOLOR_FORCE") && shown("concise", "CLICOLOR_FORCE"));
    assert!(!shown("full", "NO_COLOR") && !shown("full", "HANDBILL_TEST_NOTHING"), "it is no terminal");
    assert!(!shown("json", "CLICOLOR_FORCE") && !shown("github", "CLICOLOR_FORCE"), "programs want none");
}

#[test]
fn what_fails_a_run_can_be_told() {
    let folder = folder("check-fail-on");
    let warned = BAD.replace("3th", "the the");
    files(&folder, &[("bad.md", BAD), ("warned.md", &warned)]);
    let code = |arguments: &[&str]| handbill(&folder, &[&["check"], arguments].concat()).code;
    assert_eq!(code(&["warned.md"]), Some(1));
    assert_eq!(code(&["warned.md", "--fail-on", "error"]), Some(0));
    assert_eq!(code(&["bad.md", "--fail-on", "error"]), Some(1));
    assert_eq!(code(&["bad.md", "--exit-zero"]), Some(0));
    assert_eq!(code(&["bad.md", "none.md", "--exit-zero"]), Some(2), "what could not run is not clean");
    let statistics = handbill(&folder, &["check", "--statistics"]);
    assert!(
        statistics.stdout.starts_with("1  doubled-word  fixable\n1  wrong-ordinal  fixable\nFound"),
        "{statistics:?}"
    );
}
