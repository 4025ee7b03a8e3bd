//! The two event pages that the project was asked to handle first, read from beside the project where they are at hand.
#![expect(clippy::disallowed_methods, reason = "tests read the pages that they are about")]

use std::path::Path;

use handbill_page::{Page, Site, read};
use serde_json::Value;

/// The page and the facts that a careful reader found on it.
fn sample(name: &str) -> Option<(Page, Value)> {
    let shared = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared");
    let text = std::fs::read_to_string(shared.join("samples").join(name).with_extension("md"));
    let Ok(text) = text else {
        assert!(std::env::var("HANDBILL_REFERENCE").is_err(), "../shared/samples is required and not there");
        eprintln!("left out: ../shared/samples is not there");
        return None;
    };
    let gold = std::fs::read_to_string(shared.join("corpus/facts/samples").join(name).with_extension("json"));
    let gold = serde_json::from_str(&gold.expect("the facts lie beside the page")).expect("they are JSON");
    Some((read(&format!("samples/{name}.md"), &text, &Site::default()), gold))
}

fn document(page: &Page) -> Value {
    serde_json::to_value(&page.document).expect("a document is JSON")
}

#[test]
fn name_dates_and_deadline_are_those_that_a_reader_finds() {
    for name in ["boston-2020", "online-meeting-2023"] {
        let Some((page, gold)) = sample(name) else { return };
        let event = &document(&page)["event"];
        for key in ["name", "start", "end", "location"] {
            assert_eq!(event[key], gold[key], "{name}: {key}");
        }
        let call = event["calls"].as_array().and_then(|calls| calls.iter().find(|call| call["kind"] == "proposals"));
        let call = call.expect("it calls for proposals");
        assert_eq!(call["status"], gold["cfp"]["status"], "{name}");
        assert_eq!(call["deadline"]["date"], gold["cfp"]["deadline"], "{name}");
        assert_eq!(call["url"], gold["cfp"]["submission_url"], "{name}");
        assert_eq!(event["logistics"]["cost"]["free"], gold["logistics"]["free"], "{name}");
    }
}

#[test]
fn the_conference_has_its_hosts_rooms_and_four_days() {
    let Some((page, gold)) = sample("boston-2020") else { return };
    let event = &document(&page)["event"];
    let hosts: Vec<&Value> = event["hosts"].as_array().expect("a list").iter().map(|host| &host["name"]).collect();
    assert_eq!(hosts, gold["hosts"].as_array().expect("a list").iter().collect::<Vec<_>>());
    assert_eq!(event["logistics"]["capacity"], 300);
    assert_eq!(event["logistics"]["registrations"][0]["status"], "announced");
    assert_eq!(event["logistics"]["social"][1]["name"], "@iiif_io");
    assert!(event["logistics"]["mailing_list"]["url"].is_string());
    let sponsors = event["calls"].as_array().and_then(|calls| calls.iter().find(|call| call["kind"] == "sponsors"));
    let sponsors = sponsors.expect("it calls for sponsors");
    assert!(sponsors["page"].is_string() && sponsors["email"].is_string());
    let told = |days: &Value| -> Vec<(String, Vec<[String; 4]>)> {
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        let session = |session: &Value| ["period", "title", "track", "room"].map(|key| text(&session[key]));
        let sessions = |day: &Value| day["sessions"].as_array().expect("a list").iter().map(session).collect();
        days.as_array().expect("a list").iter().map(|day| (text(&day["date"]), sessions(day))).collect()
    };
    assert_eq!(told(&event["programme"]["days"]), told(&gold["programme"]["days"]));
}

#[test]
fn the_online_meeting_has_its_formats_themes_and_rules_and_nothing_of_its_comments() {
    let Some((page, gold)) = sample("online-meeting-2023") else { return };
    let json = document(&page);
    let event = &json["event"];
    assert_eq!(event["attendance"], "online");
    assert_eq!(event["logistics"]["recorded"], true);
    assert_eq!(event["logistics"]["registrations"][0]["status"], "announced");
    assert_eq!(event["languages"][0]["code"], "en");
    let call = &event["calls"][0];
    let minutes: Vec<&Value> =
        call["formats"].as_array().expect("a list").iter().map(|format| &format["minutes"]).collect();
    assert_eq!(minutes, [&serde_json::json!({ "min": 7, "max": 7 }), &serde_json::json!({ "max": 120 })]);
    let themes: Vec<&Value> = call["themes"].as_array().expect("a list").iter().map(|theme| &theme["name"]).collect();
    assert_eq!(themes, gold["cfp"]["themes"].as_array().expect("a list").iter().collect::<Vec<_>>());
    assert!(call["topic"].is_string() && call["rules"].as_array().is_some_and(|rules| rules.len() >= 4));
    assert_eq!(json["page"]["breadcrumbs"].as_array().map(Vec::len), Some(2));
    assert!(event.get("programme").is_none() && event.get("media").is_none());
    let commented: usize = page.comments().map(|comment| comment.outline().blocks.len()).sum();
    assert!(commented > 40, "what stands in comments is read apart");
}
