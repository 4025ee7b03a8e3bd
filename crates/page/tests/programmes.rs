//! What tables and headings of a programme tell: days, hours, titles, and who does what.

use handbill_model::Event;
use handbill_page::{Site, read};

fn event(front: &str, body: &str) -> Event {
    let text = format!("---\n{front}\n---\n{body}\n");
    read("events/a.md", &text, &Site::default()).document.event.expect("it is a page among events")
}

/// Each session: its day, title, note, and people with what they do.
fn sessions(event: &Event) -> Vec<String> {
    let days = event.programme.days.iter().flat_map(|day| day.sessions.iter().map(move |session| (day, session)));
    days.map(|(day, session)| {
        let date = day.date.map(|date| date.to_string()).unwrap_or_default();
        let people = session.speakers.iter().map(|person| format!("{} {}", person.name, person.role).trim().to_owned());
        let people: Vec<String> = people.collect();
        format!("{date} {} [{}] {}", session.title, session.note, people.join(", ")).trim().to_owned()
    })
    .collect()
}

#[test]
fn a_weekday_with_a_letter_amiss_starts_its_day() {
    let week = "title: Harbour Workshop\nstart: 2031-03-03\nend: 2031-03-07";
    let table = |second: &str| {
        format!("| Day | Start | Topics |\n|---|---|---|\n| Monday | 9:00 | Knots |\n| {second} | 9:00 | Ropes |")
    };
    for name in ["Tueday", "Tuesdays", "Tuseday", "TUESDAY", "Tuesdey"] {
        let told = sessions(&event(week, &table(name)));
        assert_eq!(told, ["2031-03-03 Knots []", "2031-03-04 Ropes []"], "{name}");
    }
    for name in ["Runday", "Today", "Mday", "Nunday"] {
        assert_eq!(sessions(&event(week, &table(name))).pop().as_deref(), Some("2031-03-03 Ropes []"), "{name}");
    }
}

#[test]
fn a_description_beside_a_topic_is_no_session_of_its_own() {
    let one = "title: Harbour Workshop\nstart: 2031-03-04";
    let with_topic =
        "## Programme\n\n| Topic | Speaker | Description |\n|---|---|---|\n| Knots | Ada Birk | How to tie them |";
    assert_eq!(sessions(&event(one, with_topic)), ["2031-03-04 Knots [How to tie them] Ada Birk"]);
    let alone = "## Programme\n\n| Time | Description |\n|---|---|\n| 9:00 | Knots |\n| 10:00 | Ropes |";
    assert_eq!(sessions(&event(one, alone)), ["2031-03-04 Knots []", "2031-03-04 Ropes []"]);
}

#[test]
fn what_is_ahead_of_the_event_is_not_on_its_day() {
    let one = "title: Harbour Workshop\nstart: 2031-03-04";
    let table = "| Topic | Speaker |\n|---|---|\n| Knots | Ada Birk |\n| Ropes | Teun Vos |";
    let under = |heading: &str| sessions(&event(one, &format!("# Programme\n\n## {heading}\n\n{table}")))[0].clone();
    assert_eq!(under("Ahead of the Workshop"), "Knots [] Ada Birk");
    assert_eq!(under("After the Workshop"), "Knots [] Ada Birk");
    assert_eq!(under("After the Break"), "2031-03-04 Knots [] Ada Birk");
}

#[test]
fn a_heading_that_repeats_the_title_tells_the_hours() {
    let page = |start: &str, title: &str, line: &str| {
        let body = format!(
            "Hello there.\n\n## Knot webinars\n\n### Session 2: Ropes of the old harbour\n\n{line}\n\n#### Speakers\n\n\
            * Ada Birk\n\n#### Chair\n\n* Teun Vos\n"
        );
        event(&format!("title: \"{title}\"\nstart: {start}\nlocation: online"), &body)
    };
    let hours = |event: &Event| {
        let time = |time: Option<handbill_model::LocalTime>| time.map(|time| time.to_string()).unwrap_or_default();
        let zone = event.time_zone.as_ref().map(ToString::to_string).unwrap_or_default();
        format!("{} {} {zone}", time(event.start_time), time(event.end_time))
    };
    let line = "**4 March 2031, 17.00-18.00 CET** (starts at 16.00 GMT)";
    let own = page("2031-03-04", "Ropes of the old harbour", line);
    assert_eq!(hours(&own), "17:00 18:00 +01:00");
    assert_eq!(sessions(&own), ["2031-03-04 Session 2: Ropes of the old harbour [] Ada Birk, Teun Vos chair"]);
    assert_eq!(hours(&page("2031-03-04", "Webinar 2: Ropes of the old harbour", line)), "17:00 18:00 +01:00");
    // The year of the line is a slip; another day or another name is another session.
    let slip = page("2032-03-04", "Ropes of the old harbour", line);
    assert_eq!(hours(&slip), "17:00 18:00 +01:00");
    assert_eq!(slip.programme.days[0].date.map(|day| day.to_string()).as_deref(), Some("2032-03-04"));
    assert_eq!(hours(&page("2031-03-05", "Ropes of the old harbour", line)), "  ");
    assert_eq!(hours(&page("2031-03-04", "Sails of the old harbour", line)), "  ");
}

#[test]
fn hours_of_every_day_stand_over_the_programme() {
    let hours = |body: &str| {
        let body = format!("Hello there.\n\n## Venue\n\nLund\n\n## Notes\n\nNone.\n\n{body}");
        let event = event("title: Harbour Workshop\nstart: 2031-03-03\nend: 2031-03-04", &body);
        let (start, end) = (event.start_time, event.end_time);
        start.zip(end).map(|(start, end)| format!("{start}-{end}")).unwrap_or_default()
    };
    let daily = "Every day the workshop will run from 9:00-17:00.";
    let table = |last: &str| format!("| Day | Topics |\n|---|---|\n| Mon | Knots |\n| Tue | Ropes{last} |");
    assert_eq!(hours(&format!("## Program\n\n{daily}\n\n{}", table(""))), "09:00-17:00");
    // The last day ends earlier; a library is open every day.
    assert_eq!(hours(&format!("## Program\n\n{daily}\n\n{}", table(" (until 14:00)"))), "");
    assert_eq!(hours("## Library\n\nThe library is open every day from 9:00-17:00."), "");
}
