//! Who organises, and whom one asks.

use handbill_model::Event;
use handbill_page::{Site, read};

fn event(text: &str) -> Event {
    read("calls/page.md", text, &Site::default()).document.event.expect("the page tells of an event")
}

#[test]
fn members_stand_behind_what_they_care_for() {
    let text = "---\ntitle: Call for Papers - Harbour Meeting 2031\n---\n## Chairs\n\n* Papers: Ada Birk (Lund), Teun Vos\n* Demos: Noor de Wilde\n";
    let event = event(text);
    let members = event.committees.iter().flat_map(|committee| &committee.members);
    assert_eq!(members.map(|one| one.name.as_str()).collect::<Vec<_>>(), ["Ada Birk", "Teun Vos", "Noor de Wilde"]);
}

#[test]
fn chairs_stand_behind_labels_in_lists_and_under_headings() {
    let rows = [
        ("**General chair:** Ada Birk, Port Library", "General chair: Ada Birk (Port Library)"),
        (
            "Poster Chairs:\n\n* Ada Birk (Lund)\n* Teun Vos (Knot Works)",
            "Poster Chairs: Ada Birk (Lund), Teun Vos (Knot Works)",
        ),
        ("Please write to the Poster Chairs:\n\n* Ada Birk\n* Teun Vos", "Poster Chairs: Ada Birk, Teun Vos"),
        ("## Chairs\n\n* Adelheid (Ada) Birk, Port Library", "Chairs: Adelheid (Ada) Birk (Port Library)"),
        ("## Chairs\n\n* Ada Birk (Lund)", "Chairs: Ada Birk (Lund)"),
        ("## General Chair\n\n* Ada Birk, TU Lund", "General Chair: Ada Birk (TU Lund)"),
        ("## Chairs\n\n* Ada Birk, Lund\n* Mausam, IIT Lund, India", "Chairs: Ada Birk (Lund)"),
        (
            "## Contact\n\nThe outreach team: <a@port.example>\n\n* Ada Birk, Lund\n* Teun Vos, Knot Works",
            "The outreach team: Ada Birk (Lund), Teun Vos (Knot Works)",
        ),
        ("## Hotels\n\nThe outreach team: <a@port.example>\n\n* Pier Inn, Lund", ""),
        // In the page's order, each once.
        (
            "**General chair:** Ada Birk\n\n## Program Chairs\n\n* Program chair: Teun Vos (Lund)",
            "General chair: Ada Birk; Program Chairs: Teun Vos (Lund)",
        ),
        (
            "## Workshop Chairs\n\n**Lund**\n\n* Ada Birk\n\n**Turku**\n\n* Teun Vos",
            "Workshop Chairs: Ada Birk, Teun Vos",
        ),
        (
            "Regards,\n\nPoster Chairs (Ada Birk, Teun Vos, and Noor Wilde)",
            "Poster Chairs: Ada Birk, Teun Vos, Noor Wilde",
        ),
        // They lead through a session, and no people follow.
        ("Session chair: Ada Birk", ""),
        ("Please write to the Poster Chairs:\n\n* what you show\n* how long it takes", ""),
        ("We write to the chairs:\n\n* Ada Birk", ""),
    ];
    for (body, want) in rows {
        let text = format!("---\ntitle: RSMC 2031 - Call for Papers\n---\nRSMC 2031 is held in Lund.\n\n{body}\n");
        let said: Vec<String> = event(&text)
            .committees
            .iter()
            .map(|committee| {
                let members = committee.members.iter().map(|one| match one.affiliation.as_str() {
                    "" => one.name.clone(),
                    place => format!("{} ({place})", one.name),
                });
                format!("{}: {}", committee.name, members.collect::<Vec<_>>().join(", "))
            })
            .collect();
        assert_eq!(said.join("; "), want, "{body}");
    }
}

#[test]
fn an_address_that_is_a_link_is_a_contact_wherever_it_leads() {
    let rows = [
        ("[chairs@port.example](chairs@port.example)", "chairs@port.example"),
        ("[email](chairs@port.example)", "chairs@port.example"),
        ("[chairs@port.example](https://groups.example/chairs)", "chairs@port.example"),
        ("[@port@boats.example](https://boats.example/@port)", ""),
    ];
    for (link, want) in rows {
        let text = format!("---\ntitle: RSMC 2031 - Call for Papers\n---\nAsk {link}.\n");
        let contacts = event(&text).contacts;
        assert_eq!(contacts.iter().map(|one| one.email.as_str()).collect::<Vec<_>>().join(" "), want, "{link}");
    }
}

#[test]
fn a_person_stands_in_front_of_an_address() {
    let text = "---\ntitle: RSMC 2031 - Call for Papers\n---\n**Ada Birk:** ada@port.example\n\n**Questions:** all@port.example\n";
    let contacts = event(text).contacts;
    let said: Vec<(&str, &str)> = contacts.iter().map(|one| (one.name.as_str(), one.email.as_str())).collect();
    assert_eq!(said, [("Ada Birk", "ada@port.example"), ("", "all@port.example")]);
}
