//! What kind of event a page tells of, who hosts it, and what it is about.

use handbill_model::Event;
use handbill_page::{Site, read};

fn event(front: &str, body: &str) -> Event {
    let text = format!("---\nstart: 2031-03-04\n{front}\n---\n{body}\n");
    read("events/a.md", &text, &Site::default()).document.event.expect("it is a page among events")
}

#[test]
fn names_tags_and_sentences_tell_the_kind() {
    for (front, body, kind) in [
        ("title: Harbour Workshop", "", "workshop"),
        ("title: Harbour Biohackathon 2031", "", "hackathon"),
        ("title: Lotsen- und Expertenworkshop", "", "workshop"),
        ("title: Jahrestagung der Lotsen", "", "conference"),
        ("title: Tutorial at the Harbour Conference", "", "workshop"),
        // What is told at another event, and what is made of its words.
        ("title: Ropes at the Harbour Hackathon", "", ""),
        ("title: Call on Training Materials", "", ""),
        ("title: The new course builder", "", ""),
        ("title: Training materials for a course", "", "training"),
        ("title: Ropes\ntags: [hackathon, ropes]", "", "hackathon"),
        ("title: Ropes\ntags: [hackathon, talk]", "", ""),
        ("title: Ropes\ntags: [hackathon, conference]", "", ""),
        ("title: Ropes\ntags: [training]", "", ""),
        ("title: Ropes", "This workshop is for those who tie.", "workshop"),
        ("title: Ropes", "In this training course, we tie.", "training"),
        ("title: Ropes", "This is for those who like a workshop.", ""),
        ("title: Ropes", "This course website is new.", ""),
        ("title: Ropes\ntags: [Talk]", "This colloquium is held each month.", ""),
    ] {
        let told = event(front, body).kind.map(|kind| kind.to_string()).unwrap_or_default();
        assert_eq!(told, kind, "{front} {body}");
    }
}

#[test]
fn hosts_stand_in_one_text() {
    for (hosts, want) in [
        // Several people are those who do the work.
        ("Ada Birk, Teun Vos and Ann Lee", ""),
        ("RSMC, PORT, Port-SE", "RSMC; PORT; Port-SE"),
        ("Harbour Institute, Sweden", "Harbour Institute"),
        ("ro.PES Rope Group", "ro.PES Rope Group"),
        ("Harbour project", "Harbour project"),
        ("{name: Rope Works and Port, email: a@port.example}", "Rope Works and Port"),
        // Where a comma belongs to the name, or a town stands behind it.
        ("Institute of Ropes, Knots and Bends", ""),
        ("Harbour Institute, Lund", ""),
        ("those who tie ropes", ""),
        ("rope-team", ""),
    ] {
        let told = event(&format!("title: Harbour Workshop\norganiser: {hosts}"), "").hosts;
        let told: Vec<&str> = told.iter().map(|host| host.name.as_str()).collect();
        assert_eq!(told.join("; "), want, "{hosts}");
    }
}

#[test]
fn a_description_tells_what_the_event_is() {
    let about = "The rope makers of the old harbour show how knots were tied by those who sailed.";
    let open = "The second workshop on ropes, knots and all that holds, registration is open!";
    let sorry = "We apologise for any inconvenience, and will tell you here as soon as we know the new day.";
    let audience = "Those who would like to tie ropes and have never done so before in their life.";
    for (body, want) in [
        (format!("{open}\n\n{about}"), about),
        (format!("{open}\n\n## Venue\n\n{about}"), open),
        (format!("{sorry}\n\n{about}"), ""),
        (format!("**Intended Audience**\n\n{audience}\n\n**What it is**\n\n{about}"), about),
    ] {
        assert_eq!(event("title: Harbour Workshop", &body).description, want, "{body}");
    }
}

#[test]
fn what_others_wrote_or_filmed_is_theirs() {
    let told = |body: &str| {
        let logistics = event("title: Harbour Workshop", body).logistics;
        let names: Vec<String> = logistics.social.into_iter().map(|one| one.name).collect();
        format!("{} {:?}", names.join(" "), logistics.recorded).trim().to_owned()
    };
    assert_eq!(told("Follow us as #ropes2031."), "#ropes2031 None");
    assert_eq!(told("> We follow #ropes2031 of @port."), "None");
    assert_eq!(told("All talks will be recorded."), "Some(true)");
    assert_eq!(told("Some films were recorded for earlier workshops."), "None");
}

#[test]
fn a_name_of_things_without_end_is_read() {
    let text = format!("---\ntitle: {}\nstart: 2031-03-04\n---\n", "training material ".repeat(100_000));
    let page = read("events/a.md", &text, &Site::default());
    assert_eq!(page.document.event.and_then(|event| event.kind), None);
}

#[test]
fn what_the_event_is_stands_under_a_welcome_and_in_no_note_on_deadlines() {
    let told = |body: &str| event("title: Harbour Meeting", body).description;
    let news = "## News\n\nThe papers of the meeting can now be read by all who want to read them.\n\n";
    let welcome = "All who build, mend and paint boats meet for two days at the old harbour.";
    assert_eq!(told(&format!("{news}## Welcome!\n\n{welcome}")), welcome);
    let note = "All deadlines are at the end of the day, wherever on Earth you may be then.";
    assert_eq!(told(note), "");
    let form = "Those who want to come by boat fill out the form before the end of this week, please.";
    assert_eq!(told(&format!("{form}\n\n{welcome}")), welcome);
}
