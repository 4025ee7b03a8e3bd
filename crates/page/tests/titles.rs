//! What titles and rows of labels say.

use handbill_model::Event;
use handbill_page::{Site, read};

fn event(text: &str) -> Event {
    read("events/a.md", text, &Site::default()).document.event.expect("it is a page among events")
}

#[test]
fn a_kind_of_event_is_followed_by_its_topic_or_its_town() {
    for (title, name, location) in [
        ("Webinar - Reading Old Tide Tables", "Webinar - Reading Old Tide Tables", ""),
        ("Training | Making Maps with Care", "Training | Making Maps with Care", ""),
        ("Summer School - Knots with Open Tools", "Summer School - Knots with Open Tools", ""),
        ("Spring Meeting - Lund", "Spring Meeting", "Lund"),
        ("Meetup #12 - Knots that tell stories", "Meetup #12 - Knots that tell stories", ""),
        ("Community Call - Best Knots Ever", "Community Call - Best Knots Ever", ""),
        ("Workshop - Lund - March 4, 2031", "Workshop", "Lund"),
        ("Meeting - Lund, Sweden", "Meeting", "Lund, Sweden"),
        ("POSTPONED: Meeting - Lund, Sweden", "Meeting", "Lund, Sweden"),
        ("Knots at ROPES2031", "Knots at ROPES2031", ""),
    ] {
        let event = event(&format!("---\ntitle: \"{title}\"\nstart: 2031-03-04\n---\nHello there.\n"));
        assert_eq!((event.name.as_str(), event.location.as_str()), (name, location), "{title}");
    }
}

#[test]
fn what_a_dash_leads_to_is_part_of_the_name_where_it_is_no_place() {
    for (place, title, name) in [
        (
            "", "Reading Tides 2031 - from the harbour to the open sea",
            "Reading Tides 2031 - from the harbour to the open sea",
        ),
        ("", "RSMC - Rope Fest: knots and splices", "RSMC - Rope Fest: knots and splices"),
        ("", "Tide Tables | read by those who drew them", "Tide Tables"),
        ("", "Harbour Days - Rope Society", "Harbour Days"),
        ("location: online", "Harbour Days - Rope Society", "Harbour Days - Rope Society"),
        ("location: online", "Enabling Ports at Northern Scale", "Enabling Ports at Northern Scale"),
        ("location: online", "Harbour Days - Lund, Sweden", "Harbour Days"),
        ("location: {name: Quay House, city: Lund}", "Knots, Bends and Hitches in Lund", "Knots, Bends and Hitches"),
        ("location: {name: Quay House, city: Lund}", "Harbour Days - Lund", "Harbour Days"),
        ("location: {name: Quay House, city: Lund}", "Harbour Days - Rope Society", "Harbour Days - Rope Society"),
        ("location: 'Lund, Sweden'", "Harbour Days - Rope Society", "Harbour Days - Rope Society"),
        ("location: 'Lund, Sweden'", "Enabling Ports at Northern Scale", "Enabling Ports at Northern Scale"),
        ("location: 'Quay House, Lund'", "Harbour Days - Lund", "Harbour Days"),
        ("location: Quay House", "Harbour Days - Lund", "Harbour Days"),
        ("location: 'Malmö, Sweden'", "Harbour Day, Lund", "Harbour Day"),
        ("location: 'Malmö, Sweden'", "Harbour Day - Lund", "Harbour Day"),
        ("location: 'Malmö, Sweden'", "Harbour Port - Connectedness", "Harbour Port - Connectedness"),
        ("", "Harbour Community Call: The New Tables", "Harbour Community Call: The New Tables"),
        ("", "Call: Harbour Days", "Harbour Days"),
    ] {
        let event = event(&format!("---\ntitle: \"{title}\"\nstart: 2031-03-04\n{place}\n---\nHello there.\n"));
        assert_eq!(event.name, name, "{title} {place}");
    }
}

#[test]
fn a_new_date_in_front_of_the_name_is_one() {
    let told = |title: &str| {
        let event = event(&format!("---\ntitle: \"{title}\"\nstart: 2031-03-04\n---\nHello there.\n"));
        format!("{} {}", event.name, event.status.map(|status| status.to_string()).unwrap_or_default())
    };
    assert_eq!(told("NEW DATE: Harbour Workshop"), "Harbour Workshop rescheduled");
    assert_eq!(told("New Dates for Old Harbours"), "New Dates for Old Harbours ");
}

#[test]
fn labels_that_run_together_are_labels() {
    let event = event(
        "---\ntitle: Reading Old Tide Tables\n---\n**When:** Tuesday 11 February 2031\n**Where:** Lund, Sweden\n\
         **Language:** Norwegian\n",
    );
    assert_eq!(event.start.map(|day| day.to_string()).as_deref(), Some("2031-02-11"));
    assert_eq!(event.location, "Lund, Sweden");
    assert_eq!(event.languages.len(), 1);
}

#[test]
fn an_ordinal_ends_no_sentence() {
    let event = event("---\ntitle: Jahrestagung\n---\nDie Tagung findet vom 14. bis 16. Mai 2031 statt.\n");
    assert_eq!(event.start.map(|day| day.to_string()).as_deref(), Some("2031-05-14"));
    assert_eq!(event.end.map(|day| day.to_string()).as_deref(), Some("2031-05-16"));
}

#[test]
fn a_heading_names_the_event_where_no_key_does() {
    let told = |text: &str| {
        let document = read("events/a.md", text, &Site::default()).document;
        (document.page.title, document.event.expect("it is a page among events").name)
    };
    let owned = |title: &str, name: &str| (title.to_owned(), name.to_owned());
    // The page's title stays what the front matter says.
    let heading = "---\nstart: 2031-03-04\n---\n# Harbour Workshop\n\nHello there.\n";
    assert_eq!(told(heading), owned("", "Harbour Workshop"));
    assert_eq!(told("---\ntitle: Knots\nstart: 2031-03-04\n---\n# Harbour Workshop\n"), owned("Knots", "Knots"));
}

#[test]
fn the_page_tells_in_which_country_the_town_of_its_title_lies() {
    let place =
        |body: &str| event(&format!("---\ntitle: Spring Meeting in Lund\nstart: 2031-03-04\n---\n{body}\n")).location;
    assert_eq!(place("We meet on 4 March 2031; it is held in Lund, Sweden."), "Lund, Sweden");
    assert_eq!(place("It is held in Malmö, Sweden."), "Lund");
}
