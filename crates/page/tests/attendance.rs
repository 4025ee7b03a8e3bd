//! Whether one takes part there, online, or either way.

use handbill_model::Event;
use handbill_page::{Site, read};

fn event(text: &str) -> Event {
    read("events/a.md", text, &Site::default()).document.event.expect("it is a page among events")
}

#[test]
fn one_takes_part_there_online_or_either_way() {
    let page = |title: &str, body: &str| format!("---\ntitle: {title}\n---\n{body}\n");
    let there = "The meeting takes place in Lund, Sweden, on 4 March 2031.";
    let rows = [
        ("Harbour Meeting 2031", "It is also possible to attend virtually.", "hybrid"),
        ("Harbour Meeting 2031", "The meeting also offers the possibility to participate virtually.", "hybrid"),
        ("Harbour Meeting 2031", "This will be a hybrid conference.", "hybrid"),
        ("Harbour Meeting 2031", "| 3 January | This will be a hybrid conference. |", "hybrid"),
        ("Harbour Meeting 2031", "| 3 January | Whether it will be a hybrid meeting, in case of ice. |", "in-person"),
        // Of a paper, of what may come, of another year.
        ("Harbour Meeting 2031", "Authors who are unable to travel can attend virtually.", "in-person"),
        ("Harbour Meeting 2031", "Plan for the case that it might be a hybrid event.", "in-person"),
        ("Harbour Meeting 2031", "In 2029 it was possible to attend virtually.", "in-person"),
    ];
    for (title, body, want) in rows {
        let event = event(&page(title, &format!("{there}\n\n## Travel\n\n## Hotels\n\n## Taking part\n\n{body}")));
        assert_eq!(event.attendance.map(|mode| mode.to_string()).as_deref(), Some(want), "{body}");
    }
    let rows = [
        ("Harbour Meeting 2031 - Virtual Registration", "RSMC 2031 has a fund.", None),
        ("Call for Volunteers", "Both online and in-person event helpers are asked for RSMC 2031.", None),
        ("Call for Workshops", "RSMC 2031 might only take place virtually.", None),
        ("Call for Workshops", "RSMC 2031 will take place virtually.", Some("online")),
        ("Call for Papers", "RSMC 2031 goes with a hybrid format for submissions.", None),
    ];
    for (title, body, want) in rows {
        assert_eq!(event(&page(title, body)).attendance.map(|mode| mode.to_string()).as_deref(), want, "{body}");
    }
}

#[test]
fn a_label_names_a_building_and_what_is_online() {
    for (label, want) in [
        ("Werft, Quay 4, Lund, and online via Zoom", "hybrid Lund"),
        ("Harbour Library, Lund / online", "hybrid Lund"),
        ("Pier, Lund, Sweden & virtual", "hybrid Pier, Lund, Sweden"),
        ("TBA and online", "online "),
        ("in person and online", "hybrid "),
        ("online, on Zoom", "online "),
        ("Online", "online "),
    ] {
        let event =
            event(&format!("---\ntitle: Knots\nstart: 2031-03-04\n---\n- Date: 4 March 2031\n- Location: {label}\n"));
        let mode = event.attendance.map(|mode| mode.to_string()).unwrap_or_default();
        assert_eq!(format!("{mode} {}", event.location), want, "{label}");
    }
}

#[test]
fn one_joins_where_an_online_event_is() {
    let rows = [
        ("Join us on [Jitsi](https://jitsi.example/a) on 4 March 2031.", "online"),
        ("It is on Zoom, and the link goes to the list.", "online"),
        ("Join us on Discord for a chat.", ""),
        ("Lugar: por Zoom", "online"),
        ("Online course on knots and splices.", "online"),
        ("This will be a virtual event, across all time zones.", "online"),
        ("It is an online form, the shortest one.", ""),
        ("The keynote will be an online seminar.", ""),
        ("The conference in Lund, Sweden, has been moved online.", "online"),
    ];
    let page = |body: &str| event(&format!("---\ntitle: Harbour Workshop\nstart: 2031-03-04\n---\n{body}\n"));
    for (body, want) in rows {
        let said = page(body).attendance.map(|mode| mode.to_string());
        assert_eq!(said.unwrap_or_default(), want, "{body}");
    }
    let rows = [
        ("It is held online, over Zoom.", "Zoom"),
        ("It is held online. Players send sound over software like Zoom.", ""),
    ];
    for (body, want) in rows {
        assert_eq!(page(body).online.map(|online| online.platform).unwrap_or_default(), want, "{body}");
    }
}
