//! Settings: where they are found, which win, what is wrong with them, and what `config` shows.

use std::fs;

use crate::run::{Ended, files, folder, handbill, handbill_with};

/// A page with an error of dates and a warning of words.
const BAD: &str = "---\ntitle: \"Float Day, Oulu, 18 April 2026\"\n---\n\nIt is our 3th day for the the float.\n";

/// `path: rule`, a line for each finding.
fn found(ended: &Ended) -> Vec<String> {
    let line =
        |line: &str| Some(format!("{} {}", line.split(':').next()?, line.strip_suffix(']')?.rsplit('[').next()?));
    ended.stdout.lines().filter_map(line).collect()
}

fn check(folder: &std::path::Path, arguments: &[&str]) -> Vec<String> {
    let ended = handbill(folder, &[&["check", "--output-format", "concise"], arguments].concat());
    assert_eq!(ended.stderr, "");
    found(&ended)
}

#[test]
fn the_nearest_file_above_a_page_counts_wherever_the_call_comes_from() {
    let folder = folder("settings-nearest");
    files(
        &folder,
        &[
            ("site/.handbill.toml", "ignore = [\"words\"]\n"),
            ("site/event/a.md", BAD),
            ("site/old/.handbill.toml", "ignore = [\"dates\"]\n"),
            ("site/old/deep/b.md", BAD),
            ("jekyll/_config.yml", "title: T\nhandbill:\n  select: words\n"),
            ("jekyll/c.md", BAD),
            ("none/d.md", BAD),
        ],
    );
    let all = [
        "jekyll/c.md doubled-word", "none/d.md wrong-ordinal", "none/d.md doubled-word",
        "site/event/a.md wrong-ordinal", "site/old/deep/b.md doubled-word",
    ];
    assert_eq!(check(&folder, &["."]), all);
    assert_eq!(check(&folder.join("site/old"), &["deep/b.md"]), ["deep/b.md doubled-word"]);
    assert_eq!(check(&folder, &["--isolated", "site/old/deep/b.md"]).len(), 2);
}

#[test]
fn what_the_command_line_says_replaces_what_the_file_says() {
    let folder = folder("settings-order");
    files(&folder, &[(".handbill.toml", "select = [\"dates\"]\nexclude = [\"b.md\"]\n"), ("a.md", BAD), ("b.md", BAD)]);
    assert_eq!(check(&folder, &["."]), ["a.md wrong-ordinal"]);
    assert_eq!(check(&folder, &["--select", "words", "."]), ["a.md doubled-word"]);
    assert_eq!(check(&folder, &["--config", "select=words", "."]), ["a.md doubled-word"]);
    assert_eq!(check(&folder, &["--config", "select=words", "--select", "dates", "."]), ["a.md wrong-ordinal"]);
    assert_eq!(check(&folder, &["--exclude", "a.md", "."]), ["b.md wrong-ordinal"]);
    assert_eq!(check(&folder, &["--ignore", "wrong-ordinal", "."]), [""; 0]);
}

#[test]
fn named_files_are_left_out_too_and_some_rules_on_some_pages() {
    let folder = folder("settings-exclude");
    let settings =
        "exclude = [\"drafts/\"]\n[per-file-ignores]\n\"event/2019/**\" = [\"dates\"]\n\"*.html\" = [\"words\"]\n";
    files(
        &folder,
        &[(".handbill.toml", settings), ("drafts/a.md", BAD), ("event/2019/b.md", BAD), ("event/2019/c.html", BAD)],
    );
    let named = ["drafts/a.md", "event/2019/b.md", "event/2019/c.html"];
    assert_eq!(check(&folder, &named), ["event/2019/b.md doubled-word"]);
    let stdin = ["check", "--stdin-filename", "drafts/a.md"];
    let ended = handbill_with(&folder, &stdin, BAD.as_bytes());
    assert_eq!((ended.code, ended.stdout.as_str()), (Some(0), "No page was checked.\n"));
    let stdin = ["check", "--output-format", "concise", "--stdin-filename", "event/2019/new.md"];
    assert_eq!(found(&handbill_with(&folder, &stdin, BAD.as_bytes())), ["event/2019/new.md doubled-word"]);
}

#[test]
fn settings_tell_event_pages_words_and_days() {
    let folder = folder("settings-values");
    let post = "---\ntitle: Notes\nlayout: post\n---\n\nThe next meeting is on Monday, 14 March 2028.\n";
    files(&folder, &[("news/post.md", post), ("bad.md", BAD)]);
    assert_eq!(check(&folder, &["news"]), [""; 0]);
    assert_eq!(check(&folder, &["--config", "pages=news/**", "news"]), ["news/post.md weekday-mismatch"]);
    assert_eq!(check(&folder, &["--archive-before", "2027-01-01", "bad.md"]), [""; 0]);
    assert_eq!(check(&folder, &["--config", "archive-before=2026-01-01", "bad.md"]).len(), 2);
}

#[test]
fn includes_of_a_theme_are_found_where_the_settings_say() {
    let folder = folder("settings-includes");
    let page =
        "---\ntitle: \"Float Day, Oulu, 18 April 2026\"\n---\n\n{% include map.html %}\n{% include none.html %}\n";
    let settings = "include-path = [\"themes/tide/_includes\"]\n";
    files(
        &folder,
        &[
            ("site/_config.yml", "theme: tide\n"),
            ("site/a.md", page),
            ("other/_config.yml", "theme: tide\n"),
            ("other/.handbill.toml", settings),
            ("other/themes/tide/_includes/map.html", "the the"),
            ("other/a.md", page),
        ],
    );
    assert_eq!(check(&folder, &["site"]), [""; 0], "the theme may have both");
    assert_eq!(check(&folder, &["other/a.md"]), ["other/a.md unknown-include"]);
    let ended = handbill(&folder, &["check", "--config", "include-path=nowhere", "other/a.md"]);
    assert!(ended.code == Some(2) && ended.stderr.contains("nowhere"), "{ended:?}");
}

#[test]
fn what_a_page_becomes_heeds_the_same_settings_as_what_is_found_on_it() {
    let folder = folder("settings-convert");
    let page = "---\ntitle: \"Float Day, Oulu, 18 April 2026\"\n---\n\n{% include map.html %}\n";
    files(
        &folder,
        &[
            (".handbill.toml", "include-path = [\"themes/tide\"]\nbase-url = \"https://tide.example.org\"\n"),
            ("themes/tide/map.html", "Along the river."),
            ("_config.yml", "url: https://floats.example.org\n"),
            ("a.md", page),
        ],
    );
    let body = handbill(&folder, &["convert", "a.md", "--to", "body"]);
    assert!(body.stdout.contains("Along the river."), "{body:?}");
    assert_eq!(handbill(&folder, &["facts", "a.md"]).stdout.matches("Not known").count(), 0);
    let url = |arguments: &[&str]| {
        let ended = handbill(&folder, &[&["convert", "a.md", "--to", "ics"], arguments].concat());
        ended.stdout.lines().find_map(|line| line.strip_prefix("URL:").map(str::to_owned))
    };
    assert_eq!(url(&[]).as_deref(), Some("https://tide.example.org/a.html"));
    assert_eq!(url(&["--base-url", "https://example.org/"]).as_deref(), Some("https://example.org/a.html"));

    fs::write(folder.join(".handbill.toml"), "selct = []\n").expect("the folder can be written");
    let ended = handbill(&folder, &["facts", "a.md"]);
    assert!(ended.code == Some(2) && ended.stderr.contains("`select`"), "{ended:?}");
}

#[test]
fn what_is_wrong_with_settings_is_named_with_its_place_and_the_nearest() {
    let folder = folder("settings-wrong");
    files(&folder, &[("a.md", BAD)]);
    for (settings, words) in [
        ("selct = []\n", &[".handbill.toml:1:1", "`selct`", "`select`"][..]),
        ("words = []\nignore = [\"wrong-ordinel\"]\n", &[".handbill.toml:2:10", "`wrong-ordinel`", "`wrong-ordinal`"]),
        ("archive-before = \"yesterday\"\n", &[":1:18", "`yesterday`", "2025-01-01"]),
        ("time-zone = \"Europe/Nowhere\"\n", &[":1:13", "`Europe/Nowhere`"]),
        ("time-zone = \"Europe/Stokholm\"\n", &[":1:13", "`Europe/Stokholm`", "Europe/Stockholm"]),
        ("base-url = \"example.org\"\n", &["https://example.org"]),
        ("exclude = [\"a{b\"]\n", &["exclude", "a{b"]),
        ("words = 3\n", &["words", "list"]),
        ("words = [\n", &[".handbill.toml:"]),
    ] {
        fs::write(folder.join(".handbill.toml"), settings).expect("the folder can be written");
        let ended = handbill(&folder, &["check", "a.md"]);
        assert_eq!((ended.code, ended.stdout.as_str()), (Some(2), ""), "{settings}");
        assert_eq!(ended.stderr.lines().count(), 1, "{}", ended.stderr);
        for word in words {
            assert!(ended.stderr.contains(word), "`{word}` is missing: {}", ended.stderr);
        }
    }
    fs::rename(folder.join(".handbill.toml"), folder.join("handbill.toml")).expect("it is there");
    let ended = handbill(&folder, &["check", "a.md"]);
    assert!(ended.code == Some(2) && ended.stderr.contains("rename it to `.handbill.toml`"), "{ended:?}");
    fs::remove_file(folder.join("handbill.toml")).expect("it is there");
    for (arguments, word) in [
        (["--config", "selct=1"], "`select`"),
        (["--config", "select"], "--config archive-before=2025-01-01"),
        (["--select", "dats"], "--select: `dats` is no rule and no group; did you mean `dates`?"),
        (["--today", "tomorrow"], "tomorrow"),
        (["--archive-before", "2025"], "`2025`"),
    ] {
        let ended = handbill(&folder, &[&["check", "a.md"], &arguments[..]].concat());
        assert!(ended.code == Some(2) && ended.stderr.contains(word), "{ended:?}");
    }
}

#[test]
fn config_shows_what_is_in_force_as_a_file_that_says_the_same() {
    let folder = folder("settings-shown");
    let settings = "handbill:\n  words: [\"Zuidas\", 'say \"so\"']\n  archive-before: 2025-01-01\n  per-file-ignores:\n    \"old/**\": [dates]\n";
    files(&folder, &[("site/_config.yml", settings), ("site/event/a.md", BAD)]);
    let shown = handbill(&folder, &["config", "site/event/a.md", "--ignore", "links"]);
    assert_eq!(shown.code, Some(0), "{shown:?}");
    for line in [
        "words = [\"Zuidas\", \"say \\\"so\\\"\"]  # site/_config.yml:2:10",
        "archive-before = 2025-01-01  # site/_config.yml:3:19",
        "per-file-ignores = { \"old/**\" = [\"dates\"] }  # site/_config.yml:5:5",
        "ignore = [\"links\"]  # --ignore",
        "select = []  # not said",
    ] {
        assert!(shown.stdout.lines().any(|shown| shown == line), "`{line}` is missing:\n{}", shown.stdout);
    }
    fs::write(folder.join("site/event/.handbill.toml"), &shown.stdout).expect("the folder can be written");
    let again = handbill(&folder, &["config", "site/event"]);
    let bare = |text: &str| text.lines().map(|line| line.split("  #").next().map(str::to_owned)).collect::<Vec<_>>();
    assert_eq!(bare(&again.stdout), bare(&shown.stdout), "{again:?}");
}
