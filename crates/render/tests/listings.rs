//! Tables, listings and feeds: whole files as snapshots, and what must hold of any.

mod sample;

use handbill_render::{FORMATS, Input, RenderError, Settings, format};
use insta::assert_snapshot;
use sample::{NAMES, document, hostile, on_a_site, render};

#[test]
fn whole_files() {
    for name in NAMES {
        for kind in ["data", "csv", "atom"] {
            let of = document(name);
            let result = format(kind).expect("listed").render(&[Input::new(&of)], &on_a_site());
            assert_snapshot!(format!("{name}.{kind}"), result.unwrap_or_else(|error| error.to_string()));
        }
    }
}

/// The fields of a table as RFC 4180 tells a reader to take them.
fn table(csv: &str) -> Vec<Vec<String>> {
    let mut rows = vec![vec![String::new()]];
    let mut quoted = false;
    let mut chars = csv.chars().peekable();
    while let Some(c) = chars.next() {
        let row = rows.last_mut().expect("there is one");
        match c {
            '"' if quoted && chars.peek() == Some(&'"') => row.last_mut().expect("there is one").extend(chars.next()),
            '"' => quoted = !quoted,
            ',' if !quoted => row.push(String::new()),
            '\r' if !quoted => {}
            '\n' if !quoted => rows.push(vec![String::new()]),
            c => row.last_mut().expect("there is one").push(c),
        }
    }
    rows.pop();
    rows
}

#[test]
fn a_table_has_a_row_for_each_session_and_talk_whatever_they_hold() {
    for of in [document("timed"), hostile("timed")] {
        let rows = table(&render(&of, "csv", &Settings::default()));
        assert_eq!(rows.len(), 1 + 12 + 2);
        assert!(rows.iter().all(|row| row.len() == 19));
    }
}

#[test]
fn an_event_without_sessions_has_no_table() {
    let of = document("online");
    let error = format("csv").expect("listed").render(&[Input::new(&of)], &Settings::default());
    assert_eq!(error, Err(RenderError::NoSession { path: "gatherings/2031/winter.md".into() }));
}

#[test]
fn texts_of_a_listing_are_quoted_and_dates_are_not() {
    let mut of = document("online");
    "12:30".clone_into(&mut of.event.as_mut().expect("it has one").name);
    let data = render(&of, "data", &Settings::default());
    assert!(data.contains("  name: \"12:30\"\n") && data.contains("  start: 2031-12-09\n"), "{data}");
}

#[test]
fn a_listing_has_the_earliest_event_first() {
    let (late, early) = (document("timed"), document("conference"));
    let data = format("data").expect("listed").render(&[&late, &early].map(Input::new), &Settings::default());
    let data = data.expect("both have events");
    assert!(data.find("2031/lund") < data.find("2032/wellington"));
}

#[test]
fn no_text_becomes_an_element_of_a_feed() {
    for name in NAMES {
        let count = |feed: &str| feed.matches('<').count();
        let (calm, wild) =
            (render(&document(name), "atom", &on_a_site()), render(&hostile(name), "atom", &on_a_site()));
        // Names that became empty leave their authors and summaries out; none is added.
        assert!(count(&wild) <= count(&calm), "{name}");
        assert!(!wild.chars().any(|c| c.is_control() && c != '\n'), "{name}");
    }
}

#[test]
fn an_id_of_a_feed_is_a_uuid_that_stays() {
    let feed = render(&document("online"), "atom", &on_a_site());
    let id = feed.split_once("<entry>\n<id>urn:uuid:").expect("an entry").1.split_once('<').expect("it ends").0;
    let shape: Vec<usize> = id.split('-').map(str::len).collect();
    assert_eq!(shape, [8, 4, 4, 4, 12]);
    let mut renamed = document("online");
    "Another name".clone_into(&mut renamed.event.as_mut().expect("it has one").name);
    assert!(render(&renamed, "atom", &on_a_site()).contains(id));
}

#[test]
fn every_format_gives_the_same_bytes_twice() {
    for kind in FORMATS {
        for name in NAMES {
            let of = hostile(name);
            let input = Input::new(&of).with_body("<p>x</p>").with_expanded("x");
            assert_eq!(kind.render(&[input], &on_a_site()), kind.render(&[input], &on_a_site()), "{}", kind.name);
        }
    }
}

#[test]
fn no_two_formats_share_a_name_or_an_extension() {
    for (index, kind) in FORMATS.iter().enumerate() {
        for other in &FORMATS[..index] {
            assert!(kind.name != other.name && kind.extension != other.extension, "{} and {}", kind.name, other.name);
        }
    }
}

#[test]
fn a_format_of_one_page_takes_no_two() {
    let of = document("online");
    let error = format("html").expect("listed").render(&[Input::new(&of), Input::new(&of)], &Settings::default());
    assert_eq!(error, Err(RenderError::OnePage { format: "html", pages: 2 }));
}
