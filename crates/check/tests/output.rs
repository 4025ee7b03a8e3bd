//! What a person sees, and what a program gets.

use handbill_check::output::{Findings, Look, OUTPUTS, Output, Printing, output};
use handbill_check::{Settings, check};
use handbill_page::{Site, read};
use serde_json::Value;

/// A page with a mistake of each sort: at the end of a long line, in two places, over many lines, among wide characters.
const PAGE: &str = "---
title: Spring Meeting, Lund, March 4-6, 2031
---

Welcome to three days of maps, globes and everything else that tells people where they are, from the oldest drawings on clay to what a satellite sees, with the [Society of Maps ](https://maps.example.org/) as our host and with guests from all over the world.

Please submit your proposal by January 15, 2031. Coffee (\u{5496}\u{5561}) is on the 5st floor,\tfrom 3:00pm until 11:00pm, and the bar is open from 3:00pm to 3:30am for the the last guests.

<!--
## Monday, March 4

* 9:00 - 10:00 Welcome
* 10:00 - 11:00 Talks
* 11:00 - 12:00 Tea



## Tuesday, March 5

* 9:00 - 10:00 Farewell
-->

[hall]: https://hall.example.org/
[hotel]: https://hotel.example.org/
";

fn printed(output: &'static Output, look: Look) -> String {
    let page = read("event/2031/lund.md", PAGE, &Site::default());
    let found = check(&page, &Settings::default());
    let mut printing = Printing::new(output, look);
    let clean = Findings::new("event/2031/clean.md", "", &[]);
    let first = Findings::new("event/2031/lund.md", PAGE, &found);
    // A second page, of the same text, with one of the findings.
    let second = Findings::new("event/2031/malmo.md", PAGE, &found[..1]);
    printing.open() + &printing.page(&clean) + &printing.page(&first) + &printing.page(&second) + &printing.close()
}

#[test]
fn every_output_looks_as_it_did() {
    for form in OUTPUTS {
        let text = printed(form, Look::plain(80));
        // The manuals of all rules change with every rule.
        let lines: Vec<&str> = text.split('\n').filter(|line| !line.starts_with("\"tool\":")).collect();
        insta::assert_snapshot!(form.name, lines.join("\n"));
    }
}

#[test]
fn colours_change_nothing_but_colours() {
    for form in OUTPUTS {
        let colored = printed(form, Look::colored(80));
        let mut plain = String::new();
        let mut rest = colored.as_str();
        while let Some((before, escape)) = rest.split_once('\u{1b}') {
            plain.push_str(before);
            let end = if escape.starts_with("]8;") { "\u{1b}\\" } else { "m" };
            rest = escape.split_once(end).expect("every escape ends").1;
        }
        assert_eq!(plain + rest, printed(form, Look::plain(80)), "{}", form.name);
    }
}

#[test]
fn no_line_of_the_page_is_wider_than_the_terminal() {
    for width in [40, 60, 100] {
        let text = printed(output("full").expect("it is in the table"), Look::plain(width));
        let lines = text.lines().filter(|line| line.trim_start().starts_with(|c: char| c.is_ascii_digit()));
        assert!(lines.clone().all(|line| line.chars().count() <= width), "{text}");
    }
}

/// The shape that design and documents promise, key by key and in this order.
#[test]
fn json_findings_have_this_shape() {
    let text = printed(output("json").expect("it is in the table"), Look::plain(80));
    let json: Value = serde_json::from_str(&text).expect("it is JSON");
    let keys = |value: &Value| value.as_object().expect("it is an object").keys().cloned().collect::<Vec<_>>();
    assert_eq!(keys(&json), ["schema_version", "diagnostics", "summary"]);
    assert_eq!(json["schema_version"], 1);
    assert_eq!(keys(&json["summary"]), ["files", "errors", "warnings", "infos"]);
    assert_eq!(json["summary"]["files"], 3);
    let place = ["path", "line", "column", "end_line", "end_column"];
    let mut counted = (0_u64, 0_u64);
    for finding in json["diagnostics"].as_array().expect("it is a list") {
        let mut wanted = vec!["rule", "severity"];
        wanted.extend(place);
        wanted.extend(["message", "help", "labels", "fixes"]);
        // What is no rule's, such as bytes that are no text, has no manual.
        let named = handbill_check::rule(finding["rule"].as_str().expect("it is text"));
        wanted.extend(named.map(|_| "url"));
        assert_eq!(keys(finding), wanted);
        assert!(["error", "warning", "info"].contains(&finding["severity"].as_str().expect("it is text")));
        counted.0 += u64::from(finding["severity"] == "error");
        counted.1 += u64::from(finding["severity"] == "warning");
        for label in finding["labels"].as_array().expect("it is a list") {
            assert_eq!(keys(label), [&place[..], &["text"]].concat());
        }
        for fix in finding["fixes"].as_array().expect("it is a list") {
            assert_eq!(keys(fix), ["title", "applicability", "edits"]);
            assert!(["safe", "ask"].contains(&fix["applicability"].as_str().expect("it is text")));
            for edit in fix["edits"].as_array().expect("it is a list") {
                assert_eq!(keys(edit), ["start", "end", "text"]);
                let (start, end) = (edit["start"].as_u64(), edit["end"].as_u64());
                assert!(start <= end && end.is_some_and(|end| end as usize <= PAGE.len()));
            }
        }
    }
    assert_eq!(Some(counted.0), json["summary"]["errors"].as_u64());
    assert_eq!(Some(counted.1), json["summary"]["warnings"].as_u64());
}

#[test]
fn a_run_is_one_document_with_findings_and_without() {
    for (name, list) in [("json", "/diagnostics"), ("sarif", "/runs/0/results"), ("gitlab", "")] {
        let form = output(name).expect("it is in the table");
        let printing = Printing::new(form, Look::plain(80));
        let count = |text: &str| {
            let json: Value = serde_json::from_str(text).expect("it is JSON");
            json.pointer(list).and_then(Value::as_array).expect("it is a list").len()
        };
        assert_eq!(count(&(printing.open() + &printing.close())), 0, "{name}");
        assert!(count(&printed(form, Look::plain(80))) > 5, "{name}");
    }
}
