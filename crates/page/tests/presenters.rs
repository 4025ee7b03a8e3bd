//! Who speaks and teaches where no session tells of them.

use handbill_page::{Site, read};

/// The groups of people of a page.
fn groups(body: &str) -> String {
    let text = format!("---\ntitle: Harbour Workshop\nstart: 2031-03-04\n---\n{body}\n");
    let event = read("events/a.md", &text, &Site::default()).document.event.expect("it is a page among events");
    let told = event.committees.iter().map(|group| {
        let people = group.members.iter().map(|person| format!("{} ({})", person.name, person.affiliation));
        format!("{}: {}", group.name, people.collect::<Vec<_>>().join(", "))
    });
    told.collect::<Vec<_>>().join("; ")
}

#[test]
fn speakers_and_trainers_are_people_of_the_event() {
    for (body, want) in [
        ("**Speakers**: Ada Birk (Quay Works), Teun Vos", "Speakers: Ada Birk (Quay Works), Teun Vos ()"),
        ("- Title: Ropes\n- Speaker: Ada Birk", "Speaker: Ada Birk ()"),
        ("## Trainers\n\n* Ada Birk, Quay Works\n* Teun Vos", "Trainers: Ada Birk (Quay Works), Teun Vos ()"),
        ("Trainers:\n\n* Ada Birk (Quay Works)\n* Teun Vos", "Trainers: Ada Birk (Quay Works), Teun Vos ()"),
        (
            "# Instructors & helpers\n\n| Name | Country |\n|---|---|\n| Ada Birk | Sweden |\n| Teun Vos | Ghana |",
            "Instructors & helpers: Ada Birk (), Teun Vos ()",
        ),
        (
            "# Instructors\n\n| Name | Works at |\n|---|---|\n| Ada Birk | Quay Works |",
            "Instructors: Ada Birk (Quay Works)",
        ),
        // Lists of something else, advice, and those of whom the programme tells.
        ("## Speakers\n\n* Bring a rope\n* Ada Birk", ""),
        ("## Information for speakers\n\n* Ada Birk", ""),
        ("The speakers will be told by us:\n\n* Ada Birk", ""),
        ("**Speakers**: to be announced", ""),
        (
            "## Programme\n\n| Time | Talk | Speaker |\n|---|---|---|\n| 9:00 | Ropes | Ada Birk |\n\n## Speakers\n\n* Ada Birk",
            "",
        ),
    ] {
        assert_eq!(groups(body), want, "{body}");
    }
}
