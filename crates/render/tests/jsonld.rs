//! JSON-LD: whole documents as snapshots, and what must hold of any.

mod sample;

use handbill_render::{Input, Note, RenderError, Settings, format};
use insta::assert_snapshot;
use sample::{NAMES, document, hostile, on_a_site, render};
use serde_json::Value;

fn json(name: &str) -> Value {
    serde_json::from_str(&render(&document(name), "jsonld", &on_a_site())).expect("it is JSON")
}

#[test]
fn whole_documents() {
    for name in NAMES {
        assert_snapshot!(format!("{name}.jsonld"), render(&document(name), "jsonld", &on_a_site()));
    }
}

#[test]
fn nothing_ends_the_script_around_it_or_is_liquid() {
    for name in NAMES {
        let text = render(&hostile(name), "jsonld", &on_a_site());
        assert!(!text.contains(['<', '>', '&']), "{name}");
        assert!(!text.contains("{{") && !text.contains("{%"), "{name}: a layout of Jekyll would expand it");
        serde_json::from_str::<Value>(&text).expect("it is JSON");
    }
}

#[test]
fn a_price_without_a_currency_is_words() {
    let offers = &json("timed")["offers"];
    assert_eq!((&offers[0]["price"], &offers[0]["description"]), (&Value::Null, &Value::from("$60")));
    let offers = &json("conference")["offers"];
    assert_eq!((&offers[0]["price"], &offers[0]["priceCurrency"]), (&Value::from("40"), &Value::from("EUR")));
}

#[test]
fn dates_carry_offsets_where_the_zone_is_known() {
    assert_eq!(json("timed")["startDate"], "2032-04-01T09:00+13:00");
    assert_eq!(json("timed")["endDate"], "2032-04-04T12:30+12:00");
    assert_eq!(json("conference")["subEvent"][0]["startDate"], "2031-06-02T13:00");
}

#[test]
fn a_call_is_an_offer_to_take_part_until_its_instant() {
    let call = &json("online")["hasParticipationOffer"];
    assert_eq!(
        (&call["validThrough"], &call["url"]),
        (&"2031-09-16T11:59:00Z".into(), &"https://forms.example/winter".into())
    );
}

#[test]
fn an_online_event_is_where_it_is_joined_without_the_password() {
    let location = &json("online")["location"];
    assert_eq!(location["@type"], "VirtualLocation");
    assert_eq!(location["url"], "https://meet.example/j/887766?lang=en");
}

#[test]
fn a_status_that_nobody_stated_is_not_said() {
    assert_eq!(json("online")["eventStatus"], Value::Null);
    assert_eq!(json("cancelled")["eventStatus"], "https://schema.org/EventCancelled");
}

#[test]
fn what_google_asks_and_the_page_does_not_say_is_named() {
    let jsonld = format("jsonld").expect("listed");
    let mut bare = document("online");
    let event = bare.event.as_mut().expect("it has one");
    (event.start, event.end, event.online, event.url) = (None, None, None, String::new());
    bare.page.url.clear();
    let notes = jsonld.notes(&Input::new(&bare), &Settings::default());
    let lacks = notes.iter().find_map(|note| match note {
        Note::Lacks { required, .. } => Some(required.clone()),
        _ => None,
    });
    assert_eq!(lacks, Some(vec!["startDate", "location"]));
}

#[test]
fn a_speaker_of_two_sessions_performs_once() {
    let mut of = document("timed");
    let sessions = &mut of.event.as_mut().expect("it has one").programme.days[0].sessions;
    let again = sessions.iter().find(|session| !session.speakers.is_empty()).expect("one speaks").clone();
    sessions.push(again);
    let more: Value = serde_json::from_str(&render(&of, "jsonld", &on_a_site())).expect("it is JSON");
    let of = |value: &Value| value["performer"].as_array().map(Vec::len);
    assert_eq!(of(&more), of(&json("timed")));
}

#[test]
fn several_pages_are_one_graph() {
    let (one, other) = (document("conference"), document("online"));
    let text = format("jsonld").expect("listed").render(&[&one, &other].map(Input::new), &Settings::default());
    let graph: Value = serde_json::from_str(&text.expect("both have events")).expect("it is JSON");
    let names: Vec<_> = graph["@graph"].as_array().expect("a list").iter().map(|event| &event["name"]).collect();
    assert_eq!(names, ["Open Shelves Conference and Fair", "2031 Winter Online Meeting"]);
}

#[test]
fn a_page_about_no_event_is_an_error() {
    let mut none = document("online");
    none.event = None;
    let error = format("jsonld").expect("listed").render(&[Input::new(&none)], &Settings::default());
    assert_eq!(error, Err(RenderError::NoEvent { path: "gatherings/2031/winter.md".into() }));
}
