use super::*;

/// Title, people and room of a line.
fn told(text: &str) -> (String, String, String) {
    let passage = Passage::plain(text);
    let found = parts(&passage);
    let of = |span: Option<Span>| span.map_or("", |span| span.of(text)).to_owned();
    (of(Some(found.title)), of(found.people), of(found.room))
}

#[test]
fn a_line_tells_title_and_people() {
    for (line, title, people) in [
        ("Rivers (Ada Birk)", "Rivers", "Ada Birk"),
        ("Rivers and locks (Ada Birk, Port Library of Aveiro)", "Rivers and locks", "Ada Birk, Port Library of Aveiro"),
        ("Rivers (a primer) (Ada Birk)", "Rivers (a primer)", "Ada Birk"),
        ("Who owns a tide? (Chair: Ada Birk)", "Who owns a tide?", "Chair: Ada Birk"),
        ("Rivers - Ada Birk and Noor de Wilde", "Rivers", "Ada Birk and Noor de Wilde"),
        ("Rivers – Ada Birk (Quayside Works)", "Rivers", "Ada Birk (Quayside Works)"),
        ("Rivers | Ada Birk", "Rivers", "Ada Birk"),
        ("Rivers, Ada Birk, Hale Instruments", "Rivers", "Ada Birk, Hale Instruments"),
        ("Rivers, locks and lakes, Ada Birk", "Rivers, locks and lakes", "Ada Birk"),
        ("Rivers by Ada Birk", "Rivers", "Ada Birk"),
        (
            "Round table with Ada Birk, Teun Vos and Sol Marchetti", "Round table",
            "Ada Birk, Teun Vos and Sol Marchetti",
        ),
        ("Welcome, Signe Rask (Port Library of Aveiro)", "Welcome", "Signe Rask (Port Library of Aveiro)"),
        ("A walk led by Ada Birk", "A walk", "Ada Birk"),
        ("Panel: ropes. Chair: Ada Birk", "Panel: ropes", "Chair: Ada Birk"),
        ("Who ties? Speakers: Ada Birk, Teun Vos", "Who ties?", "Speakers: Ada Birk, Teun Vos"),
        ("Ada Birk (Hale Instruments) - Rivers", "Rivers", "Ada Birk (Hale Instruments)"),
        ("Ada Birk (Hale Instruments): Rivers", "Rivers", "Ada Birk (Hale Instruments)"),
    ] {
        assert_eq!(told(line), (title.to_owned(), people.to_owned(), String::new()), "{line}");
    }
}

#[test]
fn what_is_no_person_stays_in_the_title() {
    for line in [
        "Welcome and introductions", "Rivers - an introduction", "Discovery, Linked Data", "Lunch (not provided)",
        "Working groups - Open Gauges", "Case Study: Ledgers and Books", "Coffee, tea and cake", "Q & A",
        "Tides of the North Sea, the Baltic and others", "Reports by all groups", "Gauges (continued)",
    ] {
        assert_eq!(told(line), (line.to_owned(), String::new(), String::new()), "{line}");
    }
}

#[test]
fn a_building_behind_the_title_is_the_room() {
    assert_eq!(told("Reception, Museum of the Long Pier").2, "Museum of the Long Pier");
    assert_eq!(told("Open Harbour, Gauge House").1, "");
    assert_eq!(told("Tutorial (Blue Room)"), ("Tutorial".to_owned(), String::new(), "Blue Room".to_owned()));
}
