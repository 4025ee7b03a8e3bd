//! Every fact of the two main fixtures, as a careful reader finds it.

use std::path::Path;

use serde_json::{Value, json};

use crate::run::handbill;

/// The document of a fixture.
fn document(page: &str) -> Value {
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures");
    serde_json::from_str(&handbill(&fixtures, &["convert", page, "--to", "json"]).stdout).expect("it is JSON")
}

/// The document has these values at these places of its event.
fn tells(document: &Value, facts: &[(&str, Value)]) {
    let wrong: Vec<String> = facts
        .iter()
        .filter_map(|(pointer, wanted)| {
            let found = document["event"].pointer(pointer).unwrap_or(&Value::Null);
            (found != wanted).then(|| format!("{pointer}: wanted {wanted}, found {found}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// A key of every item of a list.
fn all(document: &Value, list: &str, key: &str) -> Vec<Value> {
    let items = document["event"].pointer(list).and_then(Value::as_array).cloned().unwrap_or_default();
    items.iter().map(|item| item[key].clone()).collect()
}

/// The position of the call of a kind, as the start of a pointer.
fn call(document: &Value, kind: &str) -> String {
    let at = all(document, "/calls", "kind").iter().position(|found| found == kind);
    format!("/calls/{}", at.unwrap_or_else(|| panic!("there is a call for {kind}")))
}

#[test]
fn every_fact_of_the_conference() {
    let document = document("conference.md");
    let proposals = call(&document, "proposals");
    let sponsors = call(&document, "sponsors");
    tells(
        &document,
        &[
            ("/name", json!("CTL Annual Conference and Open Harbour")),
            ("/kind", json!("conference")),
            ("/attendance", json!("in-person")),
            ("/start", json!("2026-05-11")),
            ("/end", json!("2026-05-14")),
            ("/location", json!("Duluth, MN")),
            ("/hosts/0/name", json!("Lakehead University of the Inland Sea")),
            ("/hosts/1/name", json!("Superior College of Hydrography (SCH)")),
            ("/languages/0/code", json!("en")),
            ("/logistics/capacity", json!(240)),
            ("/logistics/registrations/0/status", json!("announced")),
            ("/logistics/cost/free", json!(false)),
            ("/logistics/code_of_conduct/url", json!("/event/conduct/")),
            ("/logistics/social/0/name", json!("#tideledger")),
            ("/logistics/social/1/name", json!("@tide_ledger")),
            ("/logistics/mailing_list/name", json!("Tide-Talk")),
            (&format!("{proposals}/status"), json!("open")),
            (&format!("{proposals}/deadline/date"), json!("2026-01-19")),
            (
                &format!("{proposals}/url"),
                json!("https://docs.google.com/forms/d/e/tide-ledger-duluth-proposals/viewform"),
            ),
            (&format!("{sponsors}/page"), json!("/event/2026/duluth/sponsorship")),
            (&format!("{sponsors}/email"), json!("sponsors@tideledger.example.org")),
        ],
    );
    assert_eq!(all(&document, "/hosts", "name").len(), 2);
    assert_eq!(all(&document, "/contacts", "email"), ["sponsors@tideledger.example.org"]);

    let days = all(&document, "/programme/days", "date");
    assert_eq!(days, ["2026-05-11", "2026-05-12", "2026-05-13", "2026-05-14"]);
    let sessions = |day: usize| {
        let list = format!("/programme/days/{day}/sessions");
        let keys = ["period", "track", "title"].map(|key| all(&document, &list, key));
        let [periods, tracks, titles] = keys
            .map(|values| values.iter().map(|value| value.as_str().unwrap_or_default().to_owned()).collect::<Vec<_>>());
        periods.into_iter().zip(tracks).zip(titles).map(|((a, b), c)| [a, b, c]).collect::<Vec<_>>()
    };
    assert_eq!(sessions(0), [["Afternoon", "Open Harbour", "Open Harbour, SCH Gauge House"]]);
    assert_eq!(
        sessions(2),
        [
            ["Morning", "Conference", "Plenary session and lightning talks from the harbours"],
            ["Afternoon", "Conference", "Sessions in three rooms"],
            ["Evening", "Conference", "Recption for member harbours, Lakehead Fish Hall"],
        ]
    );
    assert_eq!((sessions(1).len(), sessions(3).len()), (3, 2), "empty cells are no sessions");
    tells(
        &document,
        &[
            ("/programme/days/0/sessions/0/room", json!("SCH Gauge House")),
            ("/programme/days/1/sessions/2/room", json!("Museum of the Long Pier")),
        ],
    );
}

#[test]
fn every_fact_of_the_online_meeting() {
    let document = document("online-meeting.md");
    let proposals = call(&document, "proposals");
    tells(
        &document,
        &[
            ("/name", json!("2025 Online Meeting")),
            ("/kind", json!("online-meeting")),
            ("/attendance", json!("online")),
            ("/start", json!("2025-11-18")),
            ("/end", json!("2025-11-20")),
            ("/location", Value::Null),
            ("/languages/0/code", json!("en")),
            ("/logistics/cost/free", json!(true)),
            ("/logistics/recorded", json!(true)),
            ("/logistics/registrations/0/status", json!("announced")),
            ("/logistics/code_of_conduct/url", json!("/event/conduct/")),
            ("/contacts/0/email", json!("meetings@tideledger.example.org")),
            ("/programme", Value::Null),
            ("/media", Value::Null),
            (&format!("{proposals}/status"), json!("open")),
            (&format!("{proposals}/deadline/date"), json!("2025-09-01")),
            (&format!("{proposals}/url"), json!("https://forms.gle/tideledger2025online")),
            (&format!("{proposals}/topic"), json!("Copying and Checking")),
            (&format!("{proposals}/formats/0/minutes"), json!({ "min": 6, "max": 6 })),
            (&format!("{proposals}/formats/1/minutes"), json!({ "max": 180 })),
        ],
    );
    let names = all(&document, &format!("{proposals}/formats"), "name");
    assert_eq!(names, ["Lightning talks", "Online workshops or training sessions"]);
    let themes = all(&document, &format!("{proposals}/themes"), "name");
    assert_eq!(themes.len(), 8, "{themes:?}");
    assert!(all(&document, &format!("{proposals}/themes"), "group").iter().all(|group| group == "Lightning Talks"));
    assert_eq!(all(&document, &format!("{proposals}/rules"), "text").len(), 4);
    let page = &document["page"];
    assert_eq!(page["breadcrumbs"][1], json!({ "label": "2025 Online Meeting", "url": "/event/2025/online-meeting/" }));
    assert_eq!(page["hero"]["subtitle"], "Three days on water, paper and numbers, from wherever you are.");
}

#[test]
fn nothing_comes_from_a_comment() {
    let document = document("online-meeting.md").to_string();
    for word in ["2024", "youtube", "zoom", "Zoom", "Plenary", "Baltic"] {
        assert!(!document.contains(word), "`{word}` stands in a comment only");
    }
}

#[test]
fn evidence_stands_where_it_says() {
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures");
    for page in ["conference.md", "online-meeting.md", "constructs/crlf.md", "constructs/timed-programme.md"] {
        let source = std::fs::read_to_string(fixtures.join(page)).expect("it is a fixture");
        let lines: Vec<&str> = source.lines().collect();
        let document = document(page);
        let evidence = document["evidence"].as_object().expect("it is an object");
        assert!(evidence.len() > 5, "{page}: {}", evidence.len());
        for (pointer, places) in evidence {
            assert!(document.pointer(pointer).is_some(), "{page}: nothing at {pointer}");
            for place in places.as_array().expect("it is a list").iter().filter(|place| place.get("path").is_none()) {
                let number = |key: &str| place[key].as_u64().map(|n| usize::try_from(n).expect("it is small"));
                let (line, column) = (number("line").expect("it has one"), number("column").expect("it has one"));
                let text = place["text"].as_str().expect("it has one").lines().next().unwrap_or_default();
                let there: String = lines[line - 1].chars().skip(column - 1).collect();
                assert!(there.starts_with(text), "{page}: {pointer} says `{text}`, and there stands `{there}`");
            }
        }
    }
}
