//! Guards of the rules on days.

use crate::{findings, fixes, is_silent, speaks};

fn titled(title: &str, body: &str) -> String {
    format!("---\ntitle: \"{title}\"\ntags: [event]\n---\n\n{body}\n")
}

#[test]
fn one_year_anywhere_is_a_year() {
    // The year of the path makes it a hint, and hints that are asked for are told.
    speaks("no-year-anywhere", &[titled("Spring Meeting, Lund, March 4-6", "Welcome.")]);
    is_silent(
        "no-year-anywhere",
        &[
            titled("Spring Meeting, Lund, March 4-6, 2031", "Welcome."),
            titled("Spring Meeting, Lund, March 4-6", "Welcome in 2031."),
            "---\ntitle: Spring Meeting, March 4-6\nstart: 2031-03-04\n---\n\nWelcome.\n".to_owned(),
            titled("Spring Meeting, Lund", "Welcome."),
        ],
    );
}

#[test]
fn what_is_iso_or_no_day_is_left_alone() {
    let keys = |lines: &str| format!("---\ntitle: Spring Meeting, Lund, March 4-6, 2031\n{lines}\n---\n\nWelcome.\n");
    speaks(
        "date-not-iso",
        &[
            keys("start: March 4, 2031"),
            keys("end: '6/3/2031'"),
            keys("start: 4 March 2031"),
            keys("cfp_date_end: January 5, 2031"),
        ],
    );
    is_silent(
        "date-not-iso",
        &[
            keys("start: 2031-03-04"),
            keys("start: '2031-03-04'"),
            keys("start: 2031-03-04 10:00:00"),
            keys("start: 2031-03-04T10:00:00+01:00"),
            keys("start: TBD"),
            keys("dates: March 4-6, 2031"),
            keys("from: Lund"),
            keys("note: March 4, 2031"),
        ],
    );
}

#[test]
fn of_two_readings_both_are_offered_unless_the_weekday_tells() {
    let numeric = |text: &str| fixes("ambiguous-numeric-date", &format!("The reception is on {text}."));
    let on = |text: &str| format!("The reception is on {text}.");
    assert_eq!(numeric("6/5/2031"), [on("6 May 2031"), on("5 June 2031")]);
    assert_eq!(numeric("Tuesday 6/5"), [on("Tuesday 6 May")]);
    assert_eq!(numeric("Thursday 6/5"), [on("Thursday 5 June")]);
    assert_eq!(numeric("Friday 6/5"), [""; 0]);
    is_silent(
        "ambiguous-numeric-date",
        &["`6/5/2031`".to_owned(), on("16/5/2031"), on("5/5/2031"), on("2031-06-05"), on("May 4 or 5")],
    );
}

#[test]
fn weekdays_are_put_right_where_the_event_confirms_their_dates() {
    let rule = "weekdays-of-another-year";
    assert_eq!(
        fixes(rule, "## MONDAY, March 4\n\nTalks.\n\n## Tues., 5 March\n\nTalks."),
        ["## TUESDAY, March 4\n\nTalks.\n\n## Wed., 5 March\n\nTalks."]
    );
    // The day before the event may be no day of it.
    assert_eq!(fixes(rule, "## Sunday, March 3\n\nTalks.\n\n## Monday, March 4\n\nTalks."), [""; 0]);
    let alone = "---\ntitle: Spring Meeting 2031\ntags: [event]\n---\n\nFrom Monday, March 4, 2031 to Tuesday, March 5, 2031.\n";
    assert_eq!(fixes(rule, alone), [""; 0], "the weekday and the date stand alone against each other");
}

#[test]
fn a_year_may_be_that_of_the_page_or_of_another_meeting() {
    speaks("year-contradicts-event", &["The meeting takes place on March 4-6, 2030."]);
    is_silent(
        "year-contradicts-event",
        &[
            "The meeting of March 4-6, 2030 was in Oslo.", "Version of March 4, 2030.",
            "First published on March 4, 2030.", "See you again on March 4, 2032, at the next meeting.",
        ],
    );
}

#[test]
fn a_name_with_another_year_may_be_of_another_meeting() {
    speaks(
        "event-name-year",
        &["The 2030 Spring Meeting will be free.", "Our Spring Meeting 2030 will be free for everybody in Lund."],
    );
    is_silent(
        "event-name-year",
        &[
            "The Spring Meeting 2031 will be free.", "The Spring Meeting 2030 was free.",
            "Spring Meeting 20300 will be free.", "The Autumn Meeting 2030 will be free.",
            "As at the last Spring Meeting 2030, there will be tea.", "The Spring Meeting will be in room 2030.",
            "Spring Meeting",
        ],
    );
}

#[test]
fn one_cause_is_one_finding() {
    let call =
        "---\ntitle: Call for posters\n---\n\n* Due: **Tuesday, March 5, 2031**\n* Told: **Saturday, March 9, 2031**\n";
    speaks("weekdays-of-another-year", &[call]);
    is_silent("weekday-mismatch", &[call]);
    let keys = "---\ntitle: Spring Meeting, Lund\nstart: 2030-03-04\n---\n\nThe meeting takes place on March 4, 2031, in Lund.\n";
    speaks("front-matter-contradicts-page", &[keys]);
    is_silent("year-contradicts-event", &[keys]);
    // 4 March is a Tuesday in 2031 and a Monday in 2030.
    // 5 and 6 March are a Thursday and a Friday in 2026.
    let slips = "Talks on Thursday, March 5.\n\nA walk on Friday, March 6.";
    speaks("weekdays-of-another-year", &[slips]);
    let slips = &format!("Opening on Tuesday, March 4.\n\n{slips}");
    is_silent("weekdays-of-another-year", &[slips]);
    assert_eq!(findings("weekday-mismatch", slips), 2);
    let year = "The meeting opens on Tuesday, March 4, 2030.";
    speaks("year-contradicts-event", &[year]);
    is_silent("weekday-mismatch", &[year]);
    speaks("weekday-mismatch", &["The meeting opens on Monday, March 4, 2031.", "Pay by Tuesday, February 4, 2030."]);
    let keys = "---\ntitle: Spring Meeting, Lund\nstart: 2031-03-06\nend: 2031-03-04\n---\n\n## March 5, 2031\n\n* 9:00 - 10:00 Talks\n* 10:00 - 11:00 Tea\n";
    speaks("range-reversed", &[keys]);
    is_silent("outside-event-range", &[keys]);
    let day = "## Thursday, March 7, 2031\n\n* 9:00 - 10:00 Short talks\n* 10:00 - 11:00 Questions";
    speaks("weekday-mismatch", &[day]);
    is_silent("outside-event-range", &[day]);
}

#[test]
fn days_beside_the_event_may_be_of_something_beside_it() {
    let day = |heading: &str| format!("## {heading}\n\n* 9:00 - 10:00 Talks\n* 10:00 - 11:00 Questions");
    speaks(
        "outside-event-range",
        &[
            day("Monday, March 3, 2031"),
            day("Friday, March 7, 2031"),
            day("Programme of the fourth day (Friday, March 7)"),
            format!("We meet on March 4-6.\n\n{}", day("Friday, March 7, 2031")),
        ],
    );
    is_silent(
        "outside-event-range",
        &[
            day("Tuesday, March 4, 2031"),
            day("Monday, March 3, 2031: workshops"),
            day("Optional tour, Friday, March 7, 2031"),
            day("Friday, March 7, 2031: Clean-up"),
            format!("On March 7 we stay for a hackathon.\n\n{}", day("Friday, March 7, 2031")),
            "## Friday, March 7, 2031\n\n* 0:00 - 1:00 Stars\n* 1:00 - 2:00 Farewell".to_owned(),
            day("Tuesday, July 8, 2031"),
            "## Friday, March 7, 2031\n\n* 9:00 - 10:00 Departure".to_owned(),
        ],
    );
}

#[test]
fn a_state_is_declared_by_its_key_alone() {
    let text = "Due to the storm the meeting has been cancelled.";
    speaks(
        "status-not-declared",
        &[text, "We have postponed the meeting.", "The meeting of 2031 is postponed to 2032."],
    );
    is_silent(
        "status-not-declared",
        &[
            "The tour has been cancelled.",
            "The 2029 meeting was cancelled.",
            "The meeting will not be moved online.",
            "If the meeting is postponed, fees are paid back.",
            "Welcome.",
            "---\ntitle: Spring Meeting, Lund, March 4-6, 2031\nstatus: cancelled\n---\n\nThe meeting has been cancelled.\n",
        ],
    );
}

/// Pages of an event with these lines of front matter below its title.
fn keyed(title: &str, all: &[&str]) -> Vec<String> {
    all.iter().map(|lines| format!("---\ntitle: {title}\n{lines}\n---\n\nWelcome.\n")).collect()
}

#[test]
fn a_day_in_numbers_is_in_a_calendar_in_some_order() {
    let keys = |all: &[&str]| keyed("Spring Meeting, Lund", all);
    speaks(
        "impossible-date",
        &keys(&[
            "start: 2031-02-30", "start: 2031-04-31 09:00", "start: 2031/13/04", "start: 31.4.2031",
            "start: \"2031-2-29\"", "start: 2031-03-04\nend: 2031-03-32",
            "start: 2031-03-04\nregistration_deadline: 2031-02-29",
        ]),
    );
    is_silent(
        "impossible-date",
        &keys(&[
            "start: 2031-02-28", "start: 2032-02-29", "start: 13/04/2031", "start: 04/13/2031", "start: 2031-03",
            "start: soon", "start: 1.2.3", "start: 2031-03-04T18:00:00Z", "start: 2031-03-04\nversion: 2031.40.1",
        ]),
    );
}

#[test]
fn a_day_that_no_calendar_has_is_told_once() {
    let page = "---\ntitle: Spring Meeting, Lund\nstart: 2031-02-30\n---\n\nWelcome.\n";
    is_silent("date-not-iso", &[page]);
    is_silent("missing-date", &[page]);
}

#[test]
fn a_value_is_unknown_only_where_its_key_has_few() {
    let keys = |all: &[&str]| keyed("Spring Meeting, Lund, March 4, 2031", all);
    speaks(
        "unknown-value",
        &keys(&[
            "time_zone: Europe/Stokholm", "tz: America/New York", "timezone: Amsterdam", "time_zone: Mars/Olympus",
            "status: canceld", "event_status: Posponed", "attendance: hybird", "mode: vitual", "start_time: \"25:00\"",
            "end_time: \"17:75\"", "start_time: 25:00",
        ]),
    );
    is_silent(
        "unknown-value",
        &keys(&[
            "time_zone: Europe/Stockholm", "tz: CET", "tz: UTC+1", "tz: AoE", "time_zone: local", "time_zone: TBD",
            "status: draft", "status: cancelled", "status: schedule", "status: published", "format: workshop",
            "mode: mixed", "event_type: mixer", "attendance: 120", "start_time: \"18:00\"", "start_time: noon",
            "end_time: late", "start_time: \"9 am\"", "end_time: \"17.30\"",
        ]),
    );
}
