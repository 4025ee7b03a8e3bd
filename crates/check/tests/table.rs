//! The table of rules is whole, and every manual keeps its word.
#![expect(clippy::disallowed_methods, reason = "the tests look at the crate's own files and at the fixtures")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use handbill_check::{Group, RULES, Rule, Selector, Settings, check, explain, rule_index, rule_page};
use handbill_model::{Diagnostic, Severity};
use handbill_page::{Site, read};

fn folder(below: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(below)
}

/// Everything that any rule finds, hints too. What a page does not tell is looked at by the rule under test alone: short
/// examples leave much out.
fn findings(under_test: &Rule, text: &str) -> Vec<Diagnostic> {
    let mut settings = Settings::default();
    settings.select = vec![Selector::All];
    let others = RULES.iter().filter(|rule| rule.group == Group::Completeness && rule.name != under_test.name);
    settings.ignore = others.map(|rule| Selector::Rule(rule.name)).collect();
    // A manual that names the day it looks from is held to it.
    settings.today = under_test.manual.split_once("`--today ").and_then(|(_, rest)| rest.get(..10)?.parse().ok());
    check(&read("event/2031/lund.md", text, &Site::default()), &settings)
}

/// The examples of a manual: whether it is a bad one, and the page. One without front matter is that of a meeting.
fn examples(rule: &Rule) -> Vec<(bool, String)> {
    let mut examples = Vec::new();
    let mut lines = rule.manual.lines().map(|line| line.strip_prefix(' ').unwrap_or(line));
    while let Some(line) = lines.next() {
        let Some(kind) = line.strip_prefix("```page ") else { continue };
        let body: String = lines.by_ref().take_while(|line| *line != "```").map(|line| format!("{line}\n")).collect();
        let head = "---\ntitle: Spring Meeting, Lund, March 4-6, 2031\n---\n\n";
        examples.push((kind == "bad", if body.starts_with("---") { body } else { format!("{head}{body}") }));
    }
    examples
}

#[test]
fn every_file_of_a_rule_is_in_the_table() {
    let files = fs::read_dir(folder("src/rules")).unwrap().map(|entry| entry.unwrap().path());
    let files: BTreeSet<String> = files
        .filter(|path| path.extension().is_some_and(|extension| extension == "rs"))
        .map(|path| path.file_stem().unwrap().to_string_lossy().replace('_', "-"))
        .collect();
    let table: BTreeSet<String> = RULES.iter().map(|rule| rule.name.to_owned()).collect();
    assert_eq!(files, table);
}

#[test]
fn the_table_is_sorted_and_names_are_kebab_case() {
    assert!(RULES.windows(2).all(|pair| pair[0].name < pair[1].name), "not in the order of names");
    for rule in RULES {
        assert!(rule.name.bytes().all(|b| b.is_ascii_lowercase() || b == b'-'), "{}", rule.name);
    }
}

#[test]
fn a_bad_example_gives_this_one_finding_and_a_good_one_none() {
    let mut wrong = Vec::new();
    for rule in RULES.iter().filter(|rule| rule.name != "unknown-include") {
        let examples = examples(rule);
        assert!(examples.iter().any(|(bad, _)| *bad), "{} has no bad example", rule.name);
        assert!(examples.iter().any(|(bad, _)| !*bad), "{} has no good example", rule.name);
        for (bad, text) in examples {
            let found: Vec<&str> = findings(rule, &text).iter().map(|finding| finding.rule).collect();
            if found != if bad { vec![rule.name] } else { vec![] } {
                wrong.push(format!("{}: {found:?}\n{text}", rule.name));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_rule_has_a_fixture_with_its_one_mistake() {
    let fixtures = folder("../../fixtures/rules");
    let mut wrong = Vec::new();
    for rule in RULES.iter().filter(|rule| rule.name != "unknown-include") {
        let path = fixtures.join(format!("{}.md", rule.name));
        let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let found = findings(rule, &text);
        let names: Vec<&str> = found.iter().map(|finding| finding.rule).collect();
        if names != [rule.name] {
            wrong.push(format!("{}: {names:?}", path.display()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    for entry in fs::read_dir(fixtures).unwrap() {
        let name = entry.unwrap().path().file_stem().unwrap().to_string_lossy().into_owned();
        assert!(handbill_check::rule(&name).is_some(), "{name}.md is no rule's");
    }
}

#[test]
fn a_finding_says_what_to_do() {
    for rule in RULES {
        for (_, text) in examples(rule) {
            for finding in findings(rule, &text) {
                assert!(!finding.help.is_empty(), "{}", finding.rule);
                let message = &finding.message;
                assert!(!message.ends_with('.') && !message.contains('\n'), "{message}");
                assert!(finding.severity <= rule.severity || finding.rule != rule.name, "{message}");
            }
        }
    }
}

#[test]
fn a_manual_begins_with_what_is_wrong() {
    for rule in RULES {
        assert!(rule.summary().ends_with('.'), "{}: {:?}", rule.name, rule.summary());
        let text = explain(rule);
        assert!(text.starts_with(rule.name) && text.lines().all(|line| line.chars().count() <= 124), "{text}");
        assert!(rule.severity >= Severity::Info);
    }
}

#[test]
fn the_docs_of_the_rules_are_current() {
    let docs = folder("../../docs/rules");
    let again = "`cargo run -p handbill-check --example rule_pages`, and read what it changed";
    let read = |name: &str| fs::read_to_string(docs.join(name)).unwrap_or_default();
    assert!(read("README.md") == rule_index(), "README.md: {again}");
    for rule in RULES {
        assert!(read(&format!("{}.md", rule.name)) == rule_page(rule), "{}: {again}", rule.name);
    }
    assert_eq!(fs::read_dir(&docs).unwrap().count(), RULES.len() + 1, "{again}");
}
