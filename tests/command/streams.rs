//! Standard input and output, and the environment.

use std::process::{Command, Stdio};

use crate::run::{PAGE, files, folder, handbill, handbill_with};

#[test]
fn a_dash_is_standard_input() {
    let folder = folder("dash");
    let ended = handbill_with(&folder, &["convert", "-", "--to", "json"], PAGE.as_bytes());
    let document: serde_json::Value = serde_json::from_str(&ended.stdout).expect("it is JSON");
    assert_eq!((ended.code, &document["page"]["path"]), (Some(0), &serde_json::json!("-")), "{}", ended.stderr);
}

#[test]
fn an_expanded_body_is_not_expanded_again() {
    let folder = folder("from-expanded");
    let ended = handbill_with(&folder, &["convert", "-", "--from", "expanded", "--to", "body"], b"{{ as it is }}\n");
    assert_eq!(ended.stdout, "<p>{{ as it is }}</p>\n", "{}", ended.stderr);
}

#[test]
fn output_is_the_same_on_every_run_and_in_every_zone() {
    let folder = folder("deterministic");
    files(&folder, &[("a.md", PAGE)]);
    let run = |zone: &str| {
        let output = Command::new(env!("CARGO_BIN_EXE_handbill"))
            .args(["convert", "a.md", "--to", "ics"])
            .current_dir(&folder)
            .env_remove("SOURCE_DATE_EPOCH")
            .env("TZ", zone)
            .output();
        output.expect("the command was built").stdout
    };
    assert!(run("UTC").starts_with(b"BEGIN:VCALENDAR"));
    assert_eq!(run("Pacific/Kiritimati"), run("America/Adak"));
}

#[test]
fn the_stamp_of_a_calendar_comes_from_source_date_epoch() {
    let folder = folder("stamp");
    files(&folder, &[("a.md", PAGE)]);
    let run = |epoch: &str| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_handbill"));
        command.args(["convert", "a.md", "--to", "ics"]).current_dir(&folder).env("SOURCE_DATE_EPOCH", epoch);
        command.output().expect("the command was built")
    };
    let stdout = String::from_utf8(run("1767225600").stdout).expect("calendars are UTF-8");
    assert!(stdout.contains("DTSTAMP:20260101T000000Z"), "{stdout}");
    let wrong = run("tomorrow");
    assert_eq!(wrong.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&wrong.stderr).contains("`tomorrow`"));
}

#[test]
fn a_reader_that_goes_away_is_no_error() {
    let folder = folder("broken-pipe");
    files(&folder, &[("a.md", &format!("{PAGE}\n{}", "Many words. ".repeat(100_000)))]);
    let mut child = Command::new(env!("CARGO_BIN_EXE_handbill"))
        .args(["convert", "a.md", "--to", "body"])
        .current_dir(&folder)
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the command was built");
    drop(child.stdout.take());
    let ended = child.wait_with_output().expect("the command ends");
    assert_eq!((ended.status.code(), String::from_utf8_lossy(&ended.stderr).as_ref()), (Some(0), ""));
}

#[test]
fn a_table_without_a_terminal_is_a_hundred_columns_wide_and_has_no_colour() {
    let folder = folder("table-width");
    files(&folder, &[("a.md", &PAGE.replace("Float Day", &"Float ".repeat(50)))]);
    let table = handbill(&folder, &["facts", "a.md"]).stdout;
    assert!(table.lines().all(|line| line.chars().count() <= 100), "{table}");
    assert!(table.contains('…') && !table.contains('\u{1b}'), "{table}");
}

#[test]
fn every_shell_can_complete_the_commands() {
    let folder = folder("completions");
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let ended = handbill(&folder, &["completions", shell]);
        assert!(ended.code == Some(0) && ended.stdout.contains("convert"), "{shell}: {ended:?}");
    }
}
