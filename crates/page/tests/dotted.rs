//! Times with a dot, as most of Europe writes them: `9.30`.

use handbill_model::Event;
use handbill_page::{Site, read};

fn event(body: &str) -> Event {
    let text = format!("---\ntitle: Ledger Day, Lund, March 4, 2031\n---\n\n{body}");
    read("event/2031/lund.md", &text, &Site::default()).document.event.expect("it is an event")
}

/// Start, end and title of every session.
fn sessions(body: &str) -> Vec<String> {
    let time = |time: &Option<handbill_model::LocalTime>| time.map_or("-".to_owned(), |time| time.to_string());
    let days = event(body).programme.days;
    let sessions = days.iter().flat_map(|day| &day.sessions);
    sessions.map(|session| format!("{} {} {}", time(&session.start), time(&session.end), session.title)).collect()
}

#[test]
fn a_page_whose_lines_start_with_them_writes_its_times_so() {
    let found = ["09:30 - coffee", "10:00 - Welcome", "11:27 12:30 The second ledger", "12:30 - Lunch"];
    let list = "## Programme\n\n* 9.30 - coffee\n* 10.00 Welcome\n* 11.27-12.30 The second ledger\n* 12.30: Lunch\n";
    assert_eq!(sessions(list), found);
    let strong = "## Programme\n\n**9.30 coffee**\n\n**10.00 Welcome**\n\n**11.27-12.30 The second ledger**\n\n**12.30 Lunch**\n";
    assert_eq!(sessions(strong), found);
    let table = "## Programme\n\n| 9.30 | coffee |\n| 10.00 | Welcome |\n| 11.27-12.30 | The second ledger |\n| 12.30 | Lunch |\n";
    assert_eq!(sessions(table), found);
    let rows = "<tr><td>9.30</td><td>10.00</td><td>coffee</td></tr><tr><td>10.00</td><td>11.30</td><td>Welcome</td></tr>\
        <tr><td>11.30</td><td>12.30</td><td>The second ledger</td></tr>";
    assert_eq!(
        sessions(&format!("## Programme\n\n<table><tr><th>Start</th><th>End</th><th>What</th></tr>{rows}</table>\n")),
        ["09:30 10:00 coffee", "10:00 11:30 Welcome", "11:30 12:30 The second ledger"]
    );
}

#[test]
fn hours_and_dots_make_a_range() {
    let list = "## Programme\n\n* 9.30 Coffee\n* 10-11.30 Papers\n* 11.30 Lunch\n* 1.00-2.15 Tools\n";
    assert_eq!(sessions(list), ["09:30 - Coffee", "10:00 11:30 Papers", "11:30 - Lunch", "13:00 14:15 Tools"]);
}

#[test]
fn a_zone_behind_it_makes_a_time() {
    let call = "## Call for papers\n\nSend papers by January 21, 2031 at 23.59 CET to <papers@ledger.example.org>.\n";
    let deadline = event(call).calls[0].deadline.clone().expect("there is one");
    assert_eq!(deadline.time.map(|time| time.to_string()).as_deref(), Some("23:59"));
}

#[test]
fn the_same_time_elsewhere_is_no_second_one() {
    let body = "Hello there.\n\n## Session 1: Ledgers of the northern ports\n\n4 March 2031, 17.00-18.00 CET (16.00 GMT, 11.00 EST)\n";
    let text = format!("---\ntitle: \"Webinar 1: Ledgers of the northern ports\"\nstart: 2031-03-04\n---\n\n{body}");
    let event = read("event/2031/webinar.md", &text, &Site::default()).document.event.expect("it is an event");
    let times = [event.start_time, event.end_time].map(|time| time.map(|time| time.to_string()).unwrap_or_default());
    assert_eq!(times, ["17:00", "18:00"]);
}

#[test]
fn other_numbers_are_no_times() {
    for body in [
        // Prices, sections, versions, Saturdays, days of months.
        "## Tickets\n\n* 5.00 EUR students\n* 10.00 EUR members\n* 15.00 EUR others\n",
        "## Tickets\n\n* 15.00 students\n* 25.00 members\n* 40.00 others\n",
        "## Programme\n\n* 1.5 Aims\n* 1.10 Tools\n* 1.15 Data\n* 1.2.20 People\n",
        "## Versions\n\n* 2.11 adds maps\n* 2.12 adds tides\n* 3.07 adds charts\n",
        "## Programme\n\n* 05.10 First lecture\n* 12.10 Second lecture\n* 19.10 Third lecture\n",
        "## Programme\n\n* 04.03. First lecture\n* 05.03. Second lecture\n* 06.03. Third lecture\n",
        "## Programme\n\n* 9.30 coffee\n* 10.00 welcome\n",
    ] {
        assert_eq!(sessions(body), [] as [&str; 0], "{body}");
    }
}
