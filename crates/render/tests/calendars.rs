//! Calendars as a reader takes them: whole ones as snapshots, and what must hold of any.

mod sample;

use std::collections::BTreeSet;

use handbill_model::{Document, Part, Session};
use handbill_render::{FORMATS, Input, Note, RenderError, Settings, format};
use insta::assert_snapshot;
use sample::{NAMES, document, hostile, on_a_site, render};

const CALENDARS: [&str; 3] = ["ics", "ics-programme", "ics-deadlines"];

#[test]
fn whole_calendars() {
    for name in NAMES {
        for calendar in CALENDARS {
            let of = document(name);
            let result = format(calendar).expect("listed").render(&[Input::new(&of)], &on_a_site());
            // A message in place of an empty calendar is an output too.
            assert_snapshot!(format!("{name}.{calendar}"), result.unwrap_or_else(|error| error.to_string()));
        }
    }
}

/// The content lines of a calendar, unfolded.
fn lines(calendar: &str) -> Vec<String> {
    calendar.replace("\r\n ", "").split_terminator("\r\n").map(str::to_owned).collect()
}

/// The values of a property, in order.
fn values(calendar: &str, property: &str) -> Vec<String> {
    let of = |line: &String| line.strip_prefix(property)?.strip_prefix(':').map(str::to_owned);
    lines(calendar).iter().filter_map(of).collect()
}

fn uids(document: &Document) -> BTreeSet<String> {
    let calendar = render(document, "ics-programme", &on_a_site());
    let uids = values(&calendar, "UID");
    let unique: BTreeSet<String> = uids.iter().cloned().collect();
    assert_eq!(unique.len(), uids.len(), "a UID is given once");
    unique
}

#[test]
fn lines_end_in_crlf_and_have_at_most_75_octets() {
    for name in NAMES {
        for of in [document(name), hostile(name)] {
            for calendar in CALENDARS {
                let Ok(text) = format(calendar).expect("listed").render(&[Input::new(&of)], &on_a_site()) else {
                    continue;
                };
                assert!(text.ends_with("END:VCALENDAR\r\n"));
                let rest = text.replace("\r\n", "");
                assert!(!rest.chars().any(|c| c.is_control() && c != '\t'), "{name} {calendar}");
                assert!(text.split("\r\n").all(|line| line.len() <= 75), "{name} {calendar}");
            }
        }
    }
}

#[test]
fn hostile_text_opens_no_component_and_forges_no_property() {
    for name in NAMES {
        let calm = render(&document(name), "ics", &on_a_site());
        let wild = render(&hostile(name), "ics", &on_a_site());
        for property in ["BEGIN", "END", "SUMMARY", "DTSTART;VALUE=DATE", "DTEND;VALUE=DATE"] {
            let count = |text: &str| values(text, property).len();
            assert_eq!(count(&calm), count(&wild), "{name} {property}");
        }
    }
}

#[test]
fn ten_thousand_characters_are_kept() {
    let mut long = document("online");
    let event = long.event.as_mut().expect("it has one");
    event.description = "å".repeat(10_000);
    let calendar = render(&long, "ics", &Settings::default());
    assert!(lines(&calendar).iter().any(|line| line.contains(&event_text(&long))));
}

fn event_text(document: &Document) -> String {
    document.event.as_ref().expect("it has one").description.clone()
}

#[test]
fn the_event_makes_nobody_busy_and_asks_nobody() {
    for name in NAMES {
        let calendar = render(&document(name), "ics", &on_a_site());
        assert_eq!(values(&calendar, "TRANSP").len(), values(&calendar, "UID").len());
        assert!(!lines(&calendar).iter().any(|line| line.starts_with("METHOD") || line.starts_with("ORGANIZER")));
    }
}

#[test]
fn the_end_is_the_day_after_the_last() {
    let calendar = render(&document("online"), "ics", &Settings::default());
    assert_eq!(values(&calendar, "DTSTART;VALUE=DATE"), ["20311209"]);
    assert_eq!(values(&calendar, "DTEND;VALUE=DATE"), ["20311212"]);
}

#[test]
fn runs_of_days_that_are_not_one_are_entries_of_their_own() {
    let calendar = render(&document("cancelled"), "ics", &Settings::default());
    assert_eq!(values(&calendar, "DTSTART;VALUE=DATE"), ["20330501", "20330604"]);
    assert_eq!(values(&calendar, "DTEND;VALUE=DATE"), ["20330503", "20330605"]);
    assert_eq!(values(&calendar, "STATUS"), ["CANCELLED", "CANCELLED"]);
}

#[test]
fn an_event_without_a_day_is_an_error_that_tells_its_words() {
    let mut vague = document("online");
    let event = vague.event.as_mut().expect("it has one");
    (event.start, event.end) = (None, None);
    "Spring 2032".clone_into(&mut event.date_text);
    let error = format("ics").expect("listed").render(&[Input::new(&vague)], &Settings::default()).expect_err("no day");
    assert_eq!(error, RenderError::NoDate { path: "gatherings/2031/winter.md".into(), text: "Spring 2032".into() });
    assert!(error.to_string().contains("`Spring 2032` names no day"));
}

#[test]
fn a_deadline_anywhere_on_earth_stands_at_its_instant_also_where_the_document_has_none() {
    let mut bare = document("online");
    for of in [document("online"), {
        let event = bare.event.as_mut().expect("it has one");
        event.calls[0].deadline.as_mut().expect("it has one").instant = None;
        bare
    }] {
        let calendar = render(&of, "ics-deadlines", &Settings::default());
        assert_eq!(values(&calendar, "DTSTART"), ["20310916T115900Z"]);
    }
}

#[test]
fn a_deadline_without_a_zone_takes_the_day_and_says_so() {
    let calendar = render(&document("conference"), "ics-deadlines", &Settings::default());
    assert_eq!(values(&calendar, "DTSTART;VALUE=DATE"), ["20310203", "20310317", "20310520"]);
    assert!(values(&calendar, "DESCRIPTION")[0].contains("names no time zone"));
}

#[test]
fn a_session_put_in_changes_no_other_uid() {
    let before = uids(&document("timed"));
    for place in 0..=8 {
        let mut more = document("timed");
        let sessions = &mut more.event.as_mut().expect("it has one").programme.days[0].sessions;
        let mut session = Session::new("An added hour");
        session.start = "08:00".parse().ok();
        sessions.insert(place.min(sessions.len()), session);
        let after = uids(&more);
        assert!(before.is_subset(&after), "{:?}", before.difference(&after));
        assert_eq!(after.len(), before.len() + 1);
    }
}

#[test]
fn equal_sessions_have_uids_of_their_own() {
    assert_eq!(uids(&document("cancelled")).len(), 3);
}

#[test]
fn a_uid_of_the_front_matter_stands_for_the_event() {
    let mut named = document("online");
    named.page.front_matter.insert("uid".into(), "winter-2031".into());
    assert_eq!(values(&render(&named, "ics", &on_a_site()), "UID"), ["winter-2031@openshelves.example"]);
}

#[test]
fn the_stamp_is_the_settings_then_the_pages_then_1970() {
    let stamps = |name: &str, settings: &Settings| values(&render(&document(name), "ics", settings), "DTSTAMP");
    let mut chosen = Settings::default();
    chosen.stamp = "2030-01-02T03:04:05Z".parse().ok();
    assert_eq!(stamps("online", &chosen), ["20300102T030405Z"]);
    assert_eq!(stamps("online", &Settings::default()), ["20310801T000000Z"]);
    assert_eq!(stamps("conference", &Settings::default()), ["20300914T060000Z"]);
    assert_eq!(stamps("timed", &Settings::default()), ["19700101T000000Z"]);
}

#[test]
fn a_password_stays_out_of_the_calendar() {
    assert!(!render(&document("online"), "ics", &on_a_site()).contains("opensesame"));
}

#[test]
fn equal_events_of_many_pages_are_one() {
    let (conference, online) = (document("conference"), document("online"));
    let inputs = [&conference, &online, &conference].map(Input::new);
    let calendar = format("ics").expect("listed").render(&inputs, &on_a_site()).expect("both have days");
    assert_eq!(values(&calendar, "UID").len(), 2);
    assert_eq!(values(&calendar, "NAME"), ["Events"]);
}

#[test]
fn of_many_pages_only_those_that_announce_an_event_bring_it() {
    let (conference, online) = (document("conference"), document("online"));
    let mut call = document("timed");
    call.page.role = handbill_model::Role::Call;
    for kind in FORMATS.iter().filter(|kind| kind.events) {
        let with = [&conference, &call, &online].map(Input::new);
        let without = [&conference, &online].map(Input::new);
        assert_eq!(kind.render(&with, &on_a_site()), kind.render(&without, &on_a_site()), "{}", kind.name);
        assert!(kind.name == "ics-programme" || kind.render(&[with[1]], &on_a_site()).is_ok(), "{}", kind.name);
    }
}

#[test]
fn a_part_is_at_its_time_and_else_on_its_days() {
    let mut parted = document("online");
    let event = parted.event.as_mut().expect("it has one");
    event.programme.days.clear();
    event.time_zone = "Asia/Tokyo".parse().ok();
    let mut part = Part::new("An open day");
    part.start = "2031-12-08".parse().ok();
    let mut timed = part.clone();
    "An open evening".clone_into(&mut timed.name);
    timed.start_time = "18:00".parse().ok();
    event.parts = vec![part, timed];
    let calendar = render(&parted, "ics-programme", &on_a_site());
    assert_eq!(values(&calendar, "DTSTART;VALUE=DATE"), ["20311208"]);
    assert_eq!(values(&calendar, "DTSTART;TZID=Asia/Tokyo"), ["20311208T180000"]);
    assert_eq!(values(&calendar, "X-WR-TIMEZONE"), <[&str; 0]>::default(), "a day is of no zone");
}

#[test]
fn a_calendar_in_one_zone_names_it_for_old_clients() {
    let two = render(&document("timed"), "ics-programme", &on_a_site());
    assert_eq!((values(&two, "TZID").len(), values(&two, "X-WR-TIMEZONE").len()), (2, 0));
    let mut in_one = document("timed");
    for day in &mut in_one.event.as_mut().expect("it has one").programme.days {
        day.sessions.iter_mut().for_each(|session| session.time_zone = None);
    }
    assert_eq!(values(&render(&in_one, "ics-programme", &on_a_site()), "X-WR-TIMEZONE"), ["Pacific/Auckland"]);
}

#[test]
fn floating_times_are_counted_and_told() {
    let mut floating = document("timed");
    floating.event.as_mut().expect("it has one").time_zone = None;
    let programme = format("ics-programme").expect("listed");
    let calendar = render(&floating, "ics-programme", &on_a_site());
    let events = calendar.split_once("BEGIN:VEVENT").expect("it has some").1;
    let starts = values(events, "DTSTART");
    let entries = starts.iter().filter(|start| !start.ends_with('Z')).count();
    assert!(entries > 5, "{entries}");
    let zoned = programme.notes(&Input::new(&document("timed")), &on_a_site());
    assert!(!zoned.iter().any(|note| matches!(note, Note::Floating { .. })), "{zoned:?}");
    assert!(programme.notes(&Input::new(&floating), &on_a_site()).contains(&Note::Floating { entries }));
}

#[test]
fn a_calendar_tells_where_it_is_read_anew_if_that_is_known() {
    let mut settings = on_a_site();
    assert_eq!(values(&render(&document("online"), "ics", &settings), "SOURCE;VALUE=URI"), <[&str; 0]>::default());
    settings.published = Some("https://openshelves.example/a b.ics".to_owned());
    for calendar in CALENDARS {
        let Ok(text) = format(calendar).expect("listed").render(&[Input::new(&document("online"))], &settings) else {
            continue;
        };
        assert_eq!(values(&text, "SOURCE;VALUE=URI"), ["https://openshelves.example/a%20b.ics"]);
    }
    settings.published = Some("javascript:alert(1)".to_owned());
    assert!(!render(&document("online"), "ics", &settings).contains("SOURCE"));
}

#[test]
fn a_talk_without_a_time_is_told_in_its_slot() {
    let calendar = render(&document("timed"), "ics-programme", &on_a_site());
    assert!(values(&calendar, "DESCRIPTION").iter().any(|text| text.contains("- Cards by the thousand – Ola Nord")));
    assert!(!values(&calendar, "SUMMARY").iter().any(|text| text.contains("Cards")));
}
