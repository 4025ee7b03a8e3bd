//! What lists and rows tell that give no time: talks, series of days, labels and times that run together.

use handbill_model::Event;
use handbill_page::{Site, read};

fn event(front: &str, body: &str) -> Event {
    let text = format!("---\n{front}\n---\n{body}\n");
    read("events/a.md", &text, &Site::default()).document.event.expect("it is a page among events")
}

/// Each session: its day, its time, its title and who speaks.
fn sessions(event: &Event) -> String {
    let days = event.programme.days.iter().flat_map(|day| day.sessions.iter().map(move |session| (day, session)));
    let told = days.map(|(day, session)| {
        let date = day.date.map(|date| date.to_string()).unwrap_or_default();
        let start = session.start.map(|start| format!("{start} ")).unwrap_or_default();
        let people: Vec<&str> = session.speakers.iter().map(|person| person.name.as_str()).collect();
        format!("{date} {start}{} ({})", session.title, people.join(", "))
    });
    told.collect::<Vec<_>>().join("; ")
}

#[test]
fn a_list_of_talks_needs_no_times() {
    let one = "title: Harbour Workshop\nstart: 2031-03-04";
    let rows = [
        (
            "## Talks\n\n- **Knots for all** - Ada Birk\n- Ropes, Teun Vos (Quay Works)",
            "2031-03-04 Knots for all (Ada Birk); 2031-03-04 Ropes (Teun Vos)",
        ),
        (
            "## Posters\n\n1. Ada Birk: Knots of the north\n2. Teun Vos: Ropes of the south",
            "2031-03-04 Knots of the north (Ada Birk); 2031-03-04 Ropes of the south (Teun Vos)",
        ),
        // Formats, topics, what talks are about, and a list of which most names nobody.
        (
            "## Speakers\n\n- **Ada Birk**, *Knots for all*\n- **Teun Vos**, *Ropes at sea*",
            "2031-03-04 Knots for all (Ada Birk); 2031-03-04 Ropes at sea (Teun Vos)",
        ),
        ("## Speakers\n\n- **Ada Birk**, Harbour Library\n- **Teun Vos** (Lund)", ""),
        (
            "## Agenda\n\n1. Knots, Ada Birk\n2. Ropes, Teun Vos\n3. Open discussion",
            "2031-03-04 Knots (Ada Birk); 2031-03-04 Ropes (Teun Vos); 2031-03-04 Open discussion ()",
        ),
        ("## Talks\n\n- Long talks\n- Short talks", ""),
        ("## Talks\n\n- Knots, Ada Birk\n- Ropes\n- Sails", ""),
        ("## Our talks so far\n\n- Knots, Ada Birk\n- Ropes, Teun Vos", ""),
    ];
    for (body, want) in rows {
        assert_eq!(sessions(&event(one, body)), want, "{body}");
    }
    let two = event(
        "title: Harbour Workshop\nstart: 2031-03-04\nend: 2031-03-05",
        "## Talks\n\n- Knots, Ada Birk\n- Ropes, Teun Vos",
    );
    assert_eq!(sessions(&two), " Knots (Ada Birk);  Ropes (Teun Vos)");
}

#[test]
fn times_that_start_lines_of_the_source_start_lines() {
    let front = "title: Hafentag\nstart: 2031-03-04";
    let body = "## Programm\n\n10:00 Uhr: Begrüßung (Ada Birk)\n10:30 Uhr: Knoten\n11:15 Uhr: Taue, bis 12:00 im Saal";
    assert_eq!(
        sessions(&event(front, body)),
        "2031-03-04 10:00 Begrüßung (Ada Birk); 2031-03-04 10:30 Knoten (); 2031-03-04 11:15 Taue, bis 12:00 im Saal ()"
    );
}

#[test]
fn people_stand_in_parentheses_beside_a_column_of_rooms() {
    let body = "## 4 March 2031\n\n| Time | Session | Room |\n|---|---|---|\n| 9:00 | Knots (Ada Birk) | Loft |\n| 10:00 | Ropes, Sails | Loft |";
    assert_eq!(
        sessions(&event("title: Harbour Workshop\nstart: 2031-03-04", body)),
        "2031-03-04 09:00 Knots (Ada Birk); 2031-03-04 10:00 Ropes, Sails ()"
    );
}

#[test]
fn a_table_is_of_the_day_that_stands_in_front_of_it() {
    let body = "## Workshop\n\nThe workshop is on Wednesday, March 5, 4:00-6:00pm.\n\n| Time | Title | Presenter |\n|---|---|---|\n| 4:00 PM | Knots | Ada Birk |\n| 5:00 PM | Ropes | Teun Vos |";
    assert_eq!(
        sessions(&event("title: Harbour Meeting\nstart: 2031-03-04\nend: 2031-03-06", body)),
        "2031-03-05 16:00 Knots (Ada Birk); 2031-03-05 17:00 Ropes (Teun Vos)"
    );
}

#[test]
fn a_series_has_all_of_its_days() {
    let days = |front: &str, body: &str| {
        let event = event(front, body);
        let day = |day: Option<handbill_model::Date>| day.map(|day| day.to_string()).unwrap_or_default();
        format!("{}..{} {}", day(event.start), day(event.end), event.dates.len())
    };
    let table =
        "| Date | Topic |\n|---|---|\n| 4 March 2031 | Knots |\n| 11 March 2031 | Ropes |\n| 18 March 2031 | Sails |";
    let list = "- 4 March 2031: Knots\n- 11 March 2031: Ropes\n- 18 March 2031: Sails";
    for (front, body, want) in [
        ("title: Knot Series\nstart: 2031-03-04", table, "2031-03-04..2031-03-18 3"),
        (
            "title: Knots\nstart: 2031-03-04",
            &format!("A series of evenings on knots.\n\n{list}"),
            "2031-03-04..2031-03-18 3",
        ),
        ("title: Knot Series", list, "2031-03-04..2031-03-18 3"),
        // No series, dates of something else, a key that gives the last day, a list that starts elsewhere.
        ("title: Knots\nstart: 2031-03-04", list, "2031-03-04..2031-03-04 0"),
        ("title: Knot Series\nstart: 2031-03-04", &format!("## Important dates\n\n{list}"), "2031-03-04..2031-03-04 0"),
        ("title: Knot Series\nstart: 2031-03-04\nend: 2031-03-05", list, "2031-03-04..2031-03-05 0"),
        ("title: Knot Series\nstart: 2031-03-05", list, "2031-03-05..2031-03-05 0"),
    ] {
        assert_eq!(days(front, body), want, "{front}\n{body}");
    }
}

#[test]
fn a_series_has_a_session_on_each_of_its_days() {
    let body = "- **4 March 2031**: *Who ties?* Ada Birk (Lund)\n- **11 March 2031**: *Ropes*. Teun Vos\n- **18 March 2031**: Sails";
    assert_eq!(
        sessions(&event("title: Knot Series", body)),
        "2031-03-04 Who ties? (Ada Birk); 2031-03-11 Ropes (Teun Vos); 2031-03-18 Sails ()"
    );
}

#[test]
fn other_languages_say_that_it_takes_place() {
    for (body, day) in [
        ("Les journées auront lieu les 14 et 15 octobre 2031 à Lund.", "2031-10-14"),
        ("El encuentro se celebrará el viernes 7 de noviembre de 2031.", "2031-11-07"),
    ] {
        let event = event("title: Knots", body);
        assert_eq!(event.start.map(|start| start.to_string()).as_deref(), Some(day), "{body}");
    }
}

#[test]
fn a_german_page_tells_of_its_event() {
    let body = "Die Knotentage finden vom **23. bis 24. September 2031** in der Stadtbibliothek Lund statt. Eine [Anmeldung](https://pretix.example/knoten/) ist bis zum 10. September erforderlich. Die Plätze sind auf 80 begrenzt.\n\n## Programm\n\n### Dienstag, 23. September\n\n| Uhrzeit | Beitrag | Wer |\n| --- | --- | --- |\n| 9:30 | Anmeldung | |\n| 10:00 | Seile | Ada Birk (Hafen Lund) |\n";
    let page = read("index.md", &format!("---\ntitle: Knotentage\n---\n{body}"), &Site::default());
    let event = page.document.event.expect("it has days and a programme");
    assert_eq!(event.end.map(|day| day.to_string()).as_deref(), Some("2031-09-24"));
    let registration = &event.logistics.registrations[0];
    assert_eq!(registration.url, "https://pretix.example/knoten/");
    let closes = registration.closes.as_ref().and_then(|moment| moment.date).map(|day| day.to_string());
    assert_eq!(closes.as_deref(), Some("2031-09-10"));
    assert_eq!(event.logistics.capacity, Some(80));
    assert_eq!(sessions(&event), "2031-09-23 09:30 Anmeldung (); 2031-09-23 10:00 Seile (Ada Birk)");
}

#[test]
fn labels_that_start_lines_of_the_source_are_labels() {
    let read = |body: &str| {
        let event = event("title: Hafentag", body);
        let venue = event.venues.first().map(|venue| format!("{}: {}", venue.name, venue.address)).unwrap_or_default();
        format!("{} {} {venue}", event.start.map(|day| day.to_string()).unwrap_or_default(), event.location)
    };
    let want = "2031-03-04 Lund Werft: Quay 4, 222 23 Lund";
    assert_eq!(read("Date: 4 March 2031\nVenue: Werft, Quay 4, 222 23 Lund"), want);
    assert_eq!(read("**Wann:** 4. März 2031\n**Wo:** Werft, Quay 4, 222 23 Lund"), want);
    // A word with a colon inside of a line is no label.
    assert_eq!(read("Date: 4 March 2031, and bring a friend to the Venue: Werft"), "2031-03-04  ");
}

#[test]
fn a_list_of_dates_puts_parts_around_the_main_days() {
    let rows = [
        (
            "| Paper deadline | 4 March 2031 |\n| Tutorials | 8 June 2031 |\n| Main conference | 9-10 June 2031 |\n| Workshop dates | 11 June 2031 |",
            "Tutorials 2031-06-08..2031-06-08; Main conference 2031-06-09..2031-06-10; Workshop 2031-06-11..2031-06-11",
        ),
        // The event has no parts, or the page tells of a workshop at another time.
        ("| Paper deadline | 4 March 2031 |\n| Conference | 8-11 June 2031 |", ""),
        ("| Conference | 8-11 June 2031 |\n| Workshop | 4 March 2031 |", ""),
    ];
    for (body, want) in rows {
        let event = event("title: Harbour Conference\nstart: 2031-06-08\nend: 2031-06-11", body);
        let day = |day: Option<jiff::civil::Date>| day.map(|day| day.to_string()).unwrap_or_default();
        let said = event.parts.iter().map(|part| format!("{} {}..{}", part.name, day(part.start), day(part.end)));
        assert_eq!(said.collect::<Vec<_>>().join("; "), want, "{body}");
    }
}
