//! The JSON form: what it leaves out, and that it can be read back.

use handbill_model::{
    Call, CallKind, Date, Document, Event, LocalTime, Moment, Page, Pointer, Price, Role, SCHEMA_VERSION, Zone,
};
use proptest::prelude::*;

fn date(text: &str) -> Date {
    text.parse().expect("a date")
}

#[test]
fn what_is_not_on_the_page_is_left_out() {
    let event = Event::new("2031/lund", "Spring Meeting");
    assert_eq!(serde_json::to_string(&event).expect("it is JSON"), r#"{"id":"2031/lund","name":"Spring Meeting"}"#);
}

#[test]
fn keys_are_those_of_the_contract() {
    let mut price = Price::new("€20");
    price.purpose = "Dinner".to_owned();
    assert_eq!(
        serde_json::to_value(&price).expect("it is JSON"),
        serde_json::json!({ "text": "€20", "for": "Dinner" })
    );
}

#[test]
fn a_deadline_anywhere_on_earth_ends_at_noon_utc_of_the_next_day() {
    let moment = Moment::new(Some(date("2031-03-04")), None, Some(Zone::AnywhereOnEarth), "4 March AoE");
    assert_eq!(moment.instant.expect("the zone is known").to_string(), "2031-03-05T11:59:00Z");
}

#[test]
fn a_zone_gives_the_instant_with_its_summer_time() {
    let time = LocalTime::new(9, 0).expect("a time");
    let zone = Zone::Iana("America/New_York".to_owned());
    let instant = |day| zone.instant(date(day), time).expect("known").to_string();
    assert_eq!(instant("2031-01-15"), "2031-01-15T14:00:00Z");
    assert_eq!(instant("2031-07-15"), "2031-07-15T13:00:00Z");
}

#[test]
fn a_zone_nobody_knows_gives_no_instant() {
    let moment = Moment::new(Some(date("2031-03-04")), None, Some(Zone::Iana("Mars/Olympus".to_owned())), "4 March");
    assert_eq!(moment.instant, None);
}

#[test]
fn a_document_reads_back_as_it_was_written() {
    let mut call = Call::new(CallKind::Other("musicians".to_owned()));
    call.deadline = Some(Moment::new(Some(date("2031-03-04")), None, "-05:00".parse().ok(), "March 4 EST"));
    let mut event = Event::new("lund", "Spring Meeting");
    event.calls.push(call);
    let mut document = Document::new(SCHEMA_VERSION, Page::new("lund.md", Role::Event));
    document.event = Some(event);
    let json = serde_json::to_string(&document).expect("it is JSON");
    assert_eq!(serde_json::from_str::<Document>(&json).expect("it reads back"), document);
}

#[test]
fn a_key_of_a_later_version_is_passed_over() {
    let json = r#"{ "id": "x", "name": "y", "mood": "good", "kind": "unconference" }"#;
    let event: Event = serde_json::from_str(json).expect("it reads");
    assert_eq!(event.kind.expect("kept").as_str(), "unconference");
}

proptest! {
    #[test]
    fn times_print_as_they_read(hour in 0u8..24, minute in 0u8..60) {
        let time = LocalTime::new(hour, minute).expect("in range");
        prop_assert_eq!(time.to_string().parse(), Ok(time));
    }

    #[test]
    fn offsets_print_as_they_read(minutes in -1439i16..=1439) {
        let zone = Zone::Offset { minutes };
        prop_assert_eq!(zone.to_string().parse(), Ok(zone));
    }

    #[test]
    fn pointers_are_ordered(a in "(/[0-9]{1,3}|/[a-c]{1,2}){0,3}", b in "(/[0-9]{1,3}|/[a-c]{1,2}){0,3}", c in "(/[0-9]{1,3}|/[a-c]{1,2}){0,3}") {
        let [a, b, c] = [a, b, c].map(|text| text.parse::<Pointer>().expect("a pointer"));
        prop_assert_eq!(a.cmp(&b), b.cmp(&a).reverse());
        prop_assert_eq!(a == b, a.cmp(&b).is_eq());
        prop_assert!(!(a <= b && b <= c) || a <= c);
    }

    #[test]
    fn pointers_keep_any_key(key in "\\PC{0,12}") {
        let pointer = Pointer::root().key(&key);
        prop_assert_eq!(pointer.to_string().parse(), Ok(pointer.clone()));
        let document = serde_json::json!({ key.clone(): 7 });
        prop_assert_eq!(document.pointer(pointer.as_str()), Some(&serde_json::json!(7)));
    }
}
