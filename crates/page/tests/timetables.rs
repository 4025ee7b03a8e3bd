//! What programmes tell in shapes of their own: days over rows, keynotes under headings, hours told once, surnames.

mod rows;

use handbill_model::{Event, Session};
use rows::each;

fn people(session: &Session) -> String {
    let people = session.speakers.iter().map(|person| {
        let told = [&person.name, &person.affiliation, &person.role].map(String::as_str).join("/");
        told.trim_end_matches('/').to_owned()
    });
    people.collect::<Vec<_>>().join(", ")
}

/// Each session: its hours, title, room, people, and what is inside it.
fn told(session: &Session) -> String {
    let time = |time: Option<handbill_model::LocalTime>| time.map(|time| time.to_string()).unwrap_or_default();
    let hours = format!("{}-{}", time(session.start), time(session.end));
    let inner: Vec<String> = session.sessions.iter().map(told).collect();
    let parts = [hours.trim_matches('-').to_owned(), session.title.clone(), at(&session.room), people(session)];
    let told: Vec<String> = parts.into_iter().chain([inner.join(" + ")]).filter(|part| !part.is_empty()).collect();
    told.join(" | ")
}

fn at(room: &str) -> String {
    if room.is_empty() { String::new() } else { format!("@{room}") }
}

fn sessions(event: &Event) -> String {
    let days = event.programme.days.iter().map(|day| {
        let date = day.date.map(|date| date.day().to_string()).unwrap_or_default();
        let sessions: Vec<String> = day.sessions.iter().map(told).collect();
        format!("{date}: {}", sessions.join("; "))
    });
    days.collect::<Vec<_>>().join(" // ")
}

fn kinds(event: &Event) -> String {
    let sessions = event.programme.days.iter().flat_map(|day| &day.sessions);
    let kinds = sessions.map(|session| session.kind.as_ref().map(ToString::to_string).unwrap_or_default());
    kinds.collect::<Vec<_>>().join(",")
}

/// The hours of the event, and its days.
fn hours(event: &Event) -> String {
    let time = |time: Option<handbill_model::LocalTime>| time.map(|time| time.to_string()).unwrap_or_default();
    let day = |day: Option<handbill_model::Date>| day.map(|day| day.to_string()).unwrap_or_default();
    format!("{}-{} {}/{}", time(event.start_time), time(event.end_time), day(event.start), day(event.end))
}

const TWO_DAYS: &str = "---\ntitle: Harbour School\nstart: 2031-03-04\nend: 2031-03-05\n---\n\n";

/// As [`each`], of pages with two days.
#[track_caller]
fn each_of_two(rows: &[(&str, &str)], said: impl Fn(&Event) -> String) {
    for (body, want) in rows {
        assert_eq!(said(&rows::event(&format!("{TWO_DAYS}{body}\n"))), *want, "{body}");
    }
}

#[test]
fn days_stand_over_rows_of_what_where_and_when() {
    let rows = [
        (
            "|  | 4 March | 5 March |\n|-|-|-|\n| What | Knots | Ropes |\n| Where | Rope Hall | Quay House |\n\
             | When | 10:00-12:00 | 9:00-17:00 |\n| Who | Ada Birk, Noor Vos | Sol Marchetti |",
            "4: 10:00-12:00 | Knots | @Rope Hall | Ada Birk, Noor Vos // 5: 09:00-17:00 | Ropes | @Quay House | Sol Marchetti",
        ),
        // Without a row of titles, or with rows of times, the columns are as they stand.
        ("|  | 4 March | 5 March |\n|-|-|-|\n| Where | Rope Hall | Quay House |\n| When | 10:00 | 9:00 |", ""),
        (
            "| Time | 4 March | 5 March |\n|-|-|-|\n| 9:00 | Knots | Ropes |\n| 10:00 | Sails | Oars |",
            "4: 09:00 | Knots; 10:00 | Sails // 5: 09:00 | Ropes; 10:00 | Oars",
        ),
        // Days in a first column need no head.
        (
            "|  | Topic | Trainer |\n|-|-|-|\n| Tue 4 March | Knots | Ada Birk |\n| Wed 5 March | Ropes | Noor Vos |",
            "4: Knots | Ada Birk // 5: Ropes | Noor Vos",
        ),
    ];
    each_of_two(&rows, sessions);
}

#[test]
fn hours_are_told_once_for_every_meeting() {
    let table = "| Day | Topic |\n|-|-|\n| 4 March | Knots |\n| 5 March | Ropes |";
    let with = |line: &str| rows::event(&format!("{TWO_DAYS}{line}\n\n## Programme\n\n{table}\n"));
    for line in ["Each session runs from 9:30 to 12:30.", "The sessions take place at 9:30 - 12:30 in the loft."] {
        let event = with(line);
        assert_eq!(sessions(&event), "4: 09:30-12:30 | Knots // 5: 09:30-12:30 | Ropes", "{line}");
        assert_eq!(hours(&event), "09:30-12:30 2031-03-04/2031-03-05", "{line}");
    }
    for line in [
        "Registration for each session closes at 17:00.", "The last of all sessions is at 12:30.",
        "Doors open 9:30, half an hour before each session.", "Sessions were fun.",
        "All sessions: 9:30 - 11 or 14 - 15:30.", "One of the sessions starts at 9:30.",
    ] {
        assert_eq!(sessions(&with(line)), "4: Knots // 5: Ropes", "{line}");
    }
}

#[test]
fn keynotes_stand_under_their_headings() {
    let rows = [
        (
            "## Opening keynote: Who owns a tide?\n\n**Prof. Ada Birk** (Port Library)\n\n\
             *Tuesday, 4 March 2031, 17:00-18:30, HS 15.03*\n\n## Closing keynote: Ropes\n\n**Noor Vos**\n\n\
             *5 March 2031, 9:00-10:00*\n",
            "4: 17:00-18:30 | Opening keynote: Who owns a tide? | @HS 15.03 | Prof. Ada Birk/Port Library // \
             5: 09:00-10:00 | Closing keynote: Ropes | Noor Vos",
        ),
        // What follows a colon is a title of its own; so is a line without people over it.
        (
            "## Knots for all\n\n4 March 2031, 17:00-18:30: The bowline\n\n5 March 2031, 17:00-18:30: The reef\n",
            "4: 17:00-18:30 | The bowline // 5: 17:00-18:30 | The reef",
        ),
    ];
    each_of_two(&rows, sessions);
    // The hours of a keynote are not the event's.
    each_of_two(&[(rows[0].0, "- 2031-03-04/2031-03-05")], hours);
}

#[test]
fn a_term_has_several_sessions() {
    let rows = [
        (
            "9:00\n: Doors\n\n9:30\n: Ada Birk: *Knots in practice*\n: Ropes on boards - Noor Vos\n",
            "4: 09:00 | Doors; 09:30 | Knots in practice | Ada Birk; 09:30 | Ropes on boards | Noor Vos",
        ),
        (
            "9:00\n: Doors\n\n9:30\n: Knots\n: Ada Birk, Port Library\n",
            "4: 09:00 | Doors; 09:30 | Knots | Ada Birk/Port Library",
        ),
        ("9:00\n: Doors\n\n9:30\n: Knots\n: bring a rope\n", "4: 09:00 | Doors; 09:30 | Knots"),
    ];
    each(&rows, sessions);
}

#[test]
fn a_line_names_its_kind_its_place_and_who_leads() {
    let rows = [
        (
            "- 9:00 **Keynote:** Tides are people — Noor Vos\n- 10:00 Lunch",
            "4: 09:00 | Keynote: Tides are people | Noor Vos; 10:00 | Lunch",
        ),
        (
            "- 9:00 **Lightning talks:** Ada Birk, Noor Vos\n- 10:00 Lunch",
            "4: 09:00 | Lightning talks | Ada Birk, Noor Vos; 10:00 | Lunch",
        ),
        (
            "- 9:00 Lecture: *Maps that lie*. Ada Birk (Port Library)\n- 10:00 Who ties? Ada Birk (Port Library), Noor Vos",
            "4: 09:00 | Lecture: Maps that lie | Ada Birk/Port Library; 10:00 | Who ties? | Ada Birk/Port Library, Noor Vos",
        ),
        (
            "- 9:00 Mesa 1. Mapas. Modera: Ada Birk\n- 10:00 Taller: nudos. Imparte: Noor Vos",
            "4: 09:00 | Mesa 1. Mapas | Ada Birk//moderator; 10:00 | Taller: nudos | Noor Vos",
        ),
        (
            "- 9:00 Talks [Zoom link](https://z.example/1)\n- 10:00 Tour: please [register](https://z.example/2)",
            "4: 09:00 | Talks; 10:00 | Tour: please register",
        ),
        (
            "| Time | Blue Room | Red Room |\n|-|-|-|\n| 9:00 | Knots | Ropes |\n| 17:00 | Welcome drinks at the Museum of the Long Pier | |",
            "4: 09:00 | Knots | @Blue Room; 09:00 | Ropes | @Red Room; 17:00 | Welcome drinks at the Museum of the Long Pier | @Museum of the Long Pier",
        ),
        (
            "- 9:00 Annotation at the Port Library\n- 10:00 Lunch",
            "4: 09:00 | Annotation at the Port Library; 10:00 | Lunch",
        ),
    ];
    each(&rows, sessions);
    let of_kinds = [
        ("- 9:00 Keynote 2: The tides of all harbours and what they leave\n- 10:00 Pausa café", "keynote,break"),
        (
            "- 9:00 Report on the keynote: what all of us took home from it\n- 10:00 A long talk on a workshop held at the museum",
            ",",
        ),
    ];
    each(&of_kinds, kinds);
}

#[test]
fn a_day_has_its_place_under_its_heading() {
    let rows = [
        (
            "### Tuesday 4 March\n\nLocation: Loft, Port Library (Quay), Long Street 4\n\n- 9:00 Knots\n- 19:00 Dinner at the Ship\n\n\
             ### Wednesday 5 March\n\n- 9:00 Ropes\n- 10:00 End",
            "4: 09:00 | Knots | @Loft, Port Library (Quay); 19:00 | Dinner at the Ship // 5: 09:00 | Ropes; 10:00 | End",
        ),
        // A place over all days is the event's.
        (
            "Location: Port Library\n\n### Tuesday 4 March\n\n- 9:00 Knots\n- 10:00 Ropes",
            "4: 09:00 | Knots; 10:00 | Ropes",
        ),
    ];
    each_of_two(&rows, sessions);
}

#[test]
fn surnames_are_those_of_people_on_the_page() {
    let page = |people: &str| {
        format!(
            "## Programme\n\n- 9:00 Knots I (Birk)\n- 10:00 Ropes (Birk & Vos)\n- 11:00 Oars (Optional)\n\n## Teachers\n\n{people}"
        )
    };
    let known = page("* Ada Birk (Port Library)\n* Noor Vos\n");
    let unknown = page("* Ada Lund\n* Noor Lee\n");
    let rows = [
        (known.as_str(), "4: 09:00 | Knots I | Birk; 10:00 | Ropes | Birk, Vos; 11:00 | Oars (Optional)"),
        (unknown.as_str(), "4: 09:00 | Knots I (Birk); 10:00 | Ropes (Birk & Vos); 11:00 | Oars (Optional)"),
    ];
    each(&rows, sessions);
}

#[test]
fn hours_are_written_with_a_letter() {
    let rows = [
        (
            "## Programme\n\n* **9h** Coffee\n* 9h30 Knots\n* 14h: Ropes",
            "4: 09:00 | Coffee; 09:30 | Knots; 14:00 | Ropes",
        ),
        (
            "| | |\n|-|-|\n|9h|Coffee|\n|10h30|Knots|\n|12h - 13h|Lunch|",
            "4: 09:00 | Coffee; 10:30 | Knots; 12:00-13:00 | Lunch",
        ),
        ("## Programme\n\n* 2h Knots\n* 3h Ropes", ""),
        ("## Programme\n\n* 12h of knots\n* 8h-lessons", ""),
    ];
    let programme = |event: &Event| sessions(event);
    for (body, want) in rows {
        let heading = if body.starts_with('|') { "## Programme\n\n" } else { "" };
        assert_eq!(programme(&rows::event(&rows::page(&format!("{heading}{body}")))), want, "{body}");
    }
}

#[test]
fn words_say_how_long_the_day_of_a_key_goes_on() {
    let of = |front: &str, body: &str| hours(&rows::event(&format!("---\ntitle: Knot Days\n{front}\n---\n\n{body}\n")));
    let key = "date: 2031-03-04\nlocation: Lund";
    assert_eq!(of(key, "**Dates:** 4 and 5 March 2031"), "- 2031-03-04/2031-03-05");
    assert_eq!(of(key, "**Fechas:** 4 y 5 de marzo de 2031"), "- 2031-03-04/2031-03-05");
    assert_eq!(of(key, "**Dates:** 3 and 5 March 2031"), "- 2031-03-04/2031-03-04");
    assert_eq!(of("start: 2031-03-04\nend: 2031-03-04", "**Dates:** 4 and 5 March 2031"), "- 2031-03-04/2031-03-04");
    assert_eq!(of("location: Lund", "16/17 June 2031, Faculty of Ropes"), "- 2031-06-16/2031-06-17");
    assert_eq!(of("location: Lund\nstart: 2031-03-04", "16/18 June 2031, 1/2 may do"), "- 2031-03-04/2031-03-04");
}
