//! Guards of the rules on the timetable.

use handbill_check::{Settings, check};
use handbill_page::{Site, read};

use crate::{fixes, is_silent, speaks};

fn day(items: &[&str]) -> String {
    let items: String = items.iter().map(|item| format!("* {item}\n")).collect();
    format!("## Tuesday, March 4, 2031\n\n{items}")
}

fn table(heads: &str, rows: &[&str]) -> String {
    let rule = heads.split(" | ").map(|_| "---").collect::<Vec<_>>().join(" | ");
    let rows: String = rows.iter().map(|row| format!("| {row} |\n")).collect();
    format!("## Tuesday, March 4, 2031\n\n| {heads} |\n| {rule} |\n{rows}")
}

#[test]
fn sessions_overlap_only_in_one_room() {
    speaks(
        "slot-overlap",
        &[
            day(&["9:00 - 10:00 Talks", "9:30 - 10:30 Papers", "10:30 - 11:00 Tea"]),
            day(&["9:00 - 10:00 Keyboards", "9:30 - 10:30 Brunch", "10:30 - 11:00 Tea"]),
            table("Time | What", &["9:00 - 10:00 | Talks", "9:45 - 10:30 | Papers", "10:30 - 11:00 | Tea"]),
            "## Tuesday, March 4, 2031\n\n### 9:00 - 10:15 Talks\n\na\n\n### 10:00 - 11:00 Papers\n\nb".to_owned(),
        ],
    );
    is_silent(
        "slot-overlap",
        &[
            day(&["9:00 - 10:00 Talks", "10:00 - 11:00 Papers"]),
            day(&["9:00 - 10:00 Talks", "9:00 - 9:30 Papers"]),
            day(&["9:00 - 12:00 Posters", "9:30 - 10:30 Papers"]),
            day(&["9:00 - 10:00 Talks", "9:30 - 11:00 Optional tour of the harbour"]),
            day(&["9:00 - 17:00 Fair", "10:00 - 11:00 Papers", "11:00 - 12:00 Talks"]),
            day(&["9:00 - 10:00 Talks", "9:45 The bus leaves", "10:00 - 11:00 Papers"]),
            day(&["9:00 - 10:00, Hall A: Talks", "9:30 - 10:30, Hall B: Papers", "10:30 - 11:00 Tea"]),
            day(&["12:00 - 14:00 Lunch", "13:00 - 14:30 Committee lunch", "14:30 - 15:00 Talks"]),
            "## 4 March 2031\n\nIn parallel:\n\n* 9:00 - 10:00 Talks\n* 9:30 - 10:30 Papers".to_owned(),
            "## 4 March 2031\n\n### Breakouts\n\n* 9:00 - 10:00 Talks\n* 9:30 - 10:30 Papers".to_owned(),
            table("Time | Track | What", &["9:00 - 10:00 | Beginners | Talks", "9:30 - 10:30 | Experts | Papers"]),
            table(
                "Time | What | Room",
                &["9:00 - 10:00 | Talks | Hall A", "9:30 - 10:30 | Papers | Hall B", "10:30 - 11:00 | Tea | Hall A"],
            ),
        ],
    );
}

#[test]
fn time_goes_back_where_another_day_or_track_begins() {
    speaks(
        "slot-order",
        &[
            day(&["14:00 - 15:00 Talks", "13:00 - 14:00 Papers", "15:00 - 16:00 Tea"]),
            day(&["9:00 Talks", "10:00 Papers", "9:30 Maps", "11:00 Tea"]),
            table("Time | What", &["1:00pm | Talks", "12:00pm | Lunch", "2:00pm | Papers"]),
        ],
    );
    is_silent(
        "slot-order",
        &[
            day(&["13:00 - 14:00 Talks", "14:00 - 15:00 Papers"]),
            day(&["11:00 - 12:00 Talks", "1:00 - 2:00 Papers"]),
            day(&["15:00 - 16:00 Talks", "9:00 - 10:00 Papers"]),
            day(&["10:00 - 11:00, Room 1: Talks", "9:30 - 10:00, Room 2: Papers"]),
            day(&["10:00 - 17:00 Day one", "9:00 - 17:00 Day two"]),
            format!("{}\nAnd in the other hall:\n\n* 13:00 - 14:00 Papers\n", day(&["14:00 - 15:00 Talks"])),
        ],
    );
}

#[test]
fn a_session_may_end_behind_midnight() {
    speaks(
        "end-before-start",
        &[
            "3:00pm to 3:30am", "15:00 - 14:30", "10:30 - 09:50", "09:00-07:00", "11:00 - 10:30 Uhr",
            "11:00 am to 1:00 am",
        ],
    );
    is_silent(
        "end-before-start",
        &[
            "9pm to 1am", "21:00 - 02:00", "20:00 - 08:00", "11:00 - 1:00", "9:00 - 5:00", "10:00 - 9:30",
            "14:00 - 24:00", "22:00 - 00:00", "14:30 - 15:00",
        ],
    );
}

#[test]
fn a_number_is_a_time_only_beside_one() {
    speaks(
        "impossible-date",
        &[
            "14:00 - 25:00", "From 14:00 to 25:30.", "9:75 am", "25:00 Uhr", "27:00 to 14:00", "9:75 to 14:00",
            "11:00am-11:60am",
        ],
    );
    is_silent(
        "impossible-date",
        &[
            "14:00 - 15:00", "14:00 - 24:00", "25:00", "We won 25:18.", "A scale of 1:75.", "A race of 2:75:10 hours.",
            "At 9:00, 25:00 minutes of talks", "`14:00 - 25:00`", "Read 14:00, 30:10 and 40:2.", "10.0.0.1:80 - 14:00",
        ],
    );
}

#[test]
fn a_day_of_a_key_is_in_a_calendar() {
    let key = |day: &str| format!("---\ntitle: Spring Meeting, Lund, March 4-6, 2031\nend: {day}\n---\n\nWelcome.\n");
    speaks("impossible-date", &[key("2031-02-30"), key("\"2031-13-06\""), key("2031-04-31 10:00")]);
    is_silent(
        "impossible-date",
        &[key("2031-03-06"), key("2031-03-06 10:00"), key("TBD"), key("2031"), key("06-03-2031")],
    );
}

#[test]
fn one_dash_is_as_good_as_another() {
    speaks("mixed-range-separator", &[table("Time | What", &["9:00 - 10:00 | a", "10:00 to 11:00 | b"])]);
    is_silent(
        "mixed-range-separator",
        &[
            table("Time | What", &["9:00 - 10:00 | a", "10:00–11:00 | b"]),
            table("Time | What", &["9:00 to 10:00 | a", "10:00 until 11:00 | b"]),
            table("Time | What", &["9:00 - 10:00 | a", "10:00 | from 1 to 2"]),
        ],
    );
}

#[test]
fn a_clock_of_twelve_hours_is_told_only_past_noon() {
    speaks(
        "twelve-hour-ambiguous",
        &[
            table("Time | What", &["9:00 - 10:00 | a", "11:00 - 12:00 | b", "1:00 - 2:00 | c"]),
            table("Time | What", &["11:30 | a", "12:30 | b", "1:30 | c"]),
            table("Time | What", &["9:00 - 10:00 | a", "9:30 - 10:30 | b", "11:00 - 1:00 | c"]),
        ],
    );
    is_silent(
        "twelve-hour-ambiguous",
        &[
            table("Time | What", &["9:00 - 10:00 | a", "11:00 - 12:00 | b"]),
            table("Time | What", &["9:00 - 10:00 | a", "13:00 - 14:00 | b"]),
            table("Time | What", &["9:00 - 10:00 | a", "9:30 - 10:30 | b"]),
            table("Time | What", &["10:00 - 10:30 | a", "9:30 - 10:00 | b"]),
            table("Time | What | Takes", &["9:00 | a | 1:00", "10:00 | b | 0:30"]),
            table("Time | What", &["9:00am - 10:00am | a", "1:00pm - 2:00pm | b"]),
            table("Time | What", &["11:00 - 12:00 | a", "1:00 - 2:00 | b", "9:00 - 10:00 | c", "1:00 - 2:00 | d"]),
        ],
    );
}

#[test]
fn a_long_slot_may_go_on_beside_or_frame_the_others() {
    let with = |last: &str| {
        table("Time | What", &["9:00am - 10:00am | a", "10:00am - 11:00am | b", "4:00pm - 5:00pm | c", last])
    };
    speaks("implausible-length", &[with("2:00pm - 11:00pm | Talks"), with("8:00am - 5:00pm | Talks")]);
    is_silent(
        "implausible-length",
        &[
            with("9:00am - 6:00pm | Exhibition of maps"),
            with("9:00am - 5:00pm | The whole day"),
            with("2:00 - 11:00 | Talks"),
        ],
    );
}

#[test]
fn the_half_of_the_day_is_changed_where_one_change_alone_fits() {
    let rows = |middle: &str| {
        table("Time | What", &["9:00am - 10:30am | a", &format!("{middle} | b"), "11:00am - 12:00pm | c"])
    };
    let fixed = |middle: &str| fixes("implausible-length", &rows(middle));
    assert_eq!(fixed("10:30am - 11:00pm"), [rows("10:30am - 11:00am")]);
    assert_eq!(fixed("10.30 a.m. to 11 P.M."), [rows("10.30 a.m. to 11 A.M.")]);
    assert_eq!(fixed("10:30am - 23:00"), [""; 0], "nothing says that a half was meant");
    let last = table("Time | What", &["9:00am - 10:30am | a", "10:30am - 11:00am | b", "11:00am - 10:00pm | c"]);
    assert_eq!(fixes("implausible-length", &last), [""; 0], "no row below confirms it");
}

#[test]
fn the_few_times_are_written_as_the_many() {
    let rows = |times: &[&str]| {
        let rows: Vec<String> = times.iter().map(|time| format!("{time} | a")).collect();
        table("Time | What", &rows.iter().map(String::as_str).collect::<Vec<_>>())
    };
    let alike = |times: &[&str], fixed: &[&str]| assert_eq!(fixes("mixed-time-format", &rows(times)), [rows(fixed)]);
    alike(&["9:00 - 9:30", "14:00 - 15:00", "3pm - 4:30pm"], &["9:00 - 9:30", "14:00 - 15:00", "15:00 - 16:30"]);
    alike(&["9:30am - 10:00am", "10:00 - 11:00", "11:00"], &["9:30 - 10:00", "10:00 - 11:00", "11:00"]);
    alike(&["09:00", "10:00", "1 - 2 p.m."], &["09:00", "10:00", "13:00 - 14:00"]);
    alike(&["9:00 a.m.", "13:30", "2 p.m.", "3 p.m."], &["9:00 a.m.", "1:30 p.m.", "2 p.m.", "3 p.m."]);
    alike(&["11AM", "12:00 - 1:30", "2PM", "3PM"], &["11AM", "12:00PM - 1:30PM", "2PM", "3PM"]);
    for open in [["8:30 - 9:00", "4:45 - 5:00", "6:30pm"], ["1:00", "2:00", "3:30pm"], ["8am", "9am", "10:00"]] {
        assert_eq!(fixes("mixed-time-format", &rows(&open)), [""; 0], "{open:?}");
    }
    is_silent(
        "mixed-time-format",
        &[rows(&["9:00", "12 noon", "13:00"]), rows(&["noon", "1pm", "2pm"]), rows(&["12 noon", "1pm"])],
    );
}

#[test]
fn a_comment_is_of_another_year_only_where_that_of_the_event_is_known() {
    let message = |head: &str| {
        let lines = "* March 4, 2031: talks\n".repeat(10);
        let body = format!("Submit your proposal.\n\n<!--\n## March 5, 2031\n\n## March 6, 2031\n\n{lines}-->");
        let text = format!("---\ntitle: Call for proposals\n{head}\n---\n\n{body}\n");
        let found = check(&read("calls/proposals.md", &text, &Site::default()), &Settings::default());
        found.into_iter().find(|finding| finding.rule == "commented-out-programme").map(|finding| finding.message)
    };
    let ends = |head: &str, end: &str| assert!(message(head).is_some_and(|message| message.ends_with(end)), "{head}");
    ends("permalink: /2032/calls/proposals/", "are of 2031");
    ends("permalink: /2031/calls/proposals/", "hold a programme");
    ends("permalink: /calls/proposals/", "hold a programme");
}

#[test]
fn columns_over_midnight_end_the_next_day() {
    let rows = |rows: &[&str]| {
        let rows: String = rows.iter().map(|row| format!("| {row} | Talk |\n")).collect();
        format!("## Tuesday, March 4, 2031\n\n| Start | End | What |\n| --- | --- | --- |\n{rows}")
    };
    let bad = [
        &["9:00 | 10:00", "15:00 | 14:30"][..],
        &["9:00 am | 10:00 am", "3:00 pm | 2:30 pm"],
        &["11:00 | 10:45", "14:00 | 15:00"],
    ];
    let good = [
        &["9:00 | 10:00", "20:00 | 1:30"][..],
        &["9:00 am | 10:00 am", "8:00 pm | 1:30 am"],
        &["9:00 | 10:00", "11:45 | 12:30", "12:30 | 1:30"],
    ];
    bad.iter().for_each(|bad| speaks("end-before-start", &[&rows(bad)]));
    good.iter().for_each(|good| is_silent("end-before-start", &[&rows(good)]));
}
