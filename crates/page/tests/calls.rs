//! What a page calls for, and what it calls its event.

use handbill_model::{CallKind, Event};
use handbill_page::{Site, read};

fn event(text: &str) -> Event {
    read("calls/page.md", text, &Site::default()).document.event.expect("the page tells of an event")
}

#[test]
fn a_page_about_volunteers_calls_for_nothing_else() {
    let event = event(
        "---\ntitle: Call for Volunteers\n---\nHelp us at the RSMC 2031, held on 4-6 June 2031 in Lund.\n\n\
         ## Important dates\n\n* Application deadline: 3 March 2031\n* Notification: 20 March 2031\n",
    );
    let kinds: Vec<&CallKind> = event.calls.iter().map(|call| &call.kind).collect();
    assert_eq!(kinds, [&CallKind::Volunteers]);
    let deadline = event.calls[0].deadline.as_ref().and_then(|moment| moment.date);
    assert_eq!(deadline.map(|day| day.to_string()).as_deref(), Some("2031-03-03"));
}

#[test]
fn what_is_asked_for_is_no_name() {
    let text = |title: &str| {
        format!("---\ntitle: {title}\n---\nThe RSMC 2031 shows posters. Submissions are due on 3 March 2031.\n")
    };
    for title in ["Posters - Call for Participation", "Workshops and Tutorials - Call for Proposals"] {
        assert_eq!(event(&text(title)).name, "RSMC 2031", "{title}");
    }
    assert_eq!(event(&text("Spring Workshop - Call for Papers")).name, "Spring Workshop");
}

#[test]
fn a_date_behind_a_semicolon_is_not_of_what_stands_before_it() {
    let event = event(
        "---\ntitle: RSMC 2031 - Call for Papers\n---\nPapers are due on 3 March 2031.\n\n\
         Authors plan for the notification, which comes early; the printed version is finished on 9 May 2031.\n",
    );
    assert!(event.calls[0].dates.is_empty(), "{:?}", event.calls[0].dates);
}

#[test]
fn key_dates_without_marks_are_dates_of_a_call() {
    let text = "---\ntitle: Harbour Day\nstart: 2031-06-04\n---\n## Key dates\n\n* **20 April 2031** abstract submission closes\n* **8 May 2031** speakers are informed\n\n## Practical\n\n* Submit an abstract: https://port.example/abstracts\n";
    let event = event(text);
    let call = event.calls.first().expect("it calls");
    let day = call.deadline.as_ref().and_then(|deadline| deadline.date).map(|day| day.to_string());
    assert_eq!((day.as_deref(), call.url.as_str()), (Some("2031-04-20"), "https://port.example/abstracts"));
}

#[test]
fn one_submits_through_what_stands_behind_the_word() {
    let text = "---\ntitle: Call for Papers - Harbour Meeting 2031\n---\nPapers are submitted through [Kelp Review](https://kelp.example/31). See [the map](https://map.example).\n";
    assert_eq!(event(text).calls.first().map(|call| call.url.as_str()), Some("https://kelp.example/31"));
}

#[test]
fn a_sentence_on_whether_papers_are_taken_names_no_way() {
    let text = "---\ntitle: Call for Workshops - Harbour Meeting 2031\n---\nSay whether you take papers submitted through [Kelp Review](https://kelp.example/31).\n";
    assert_eq!(event(text).calls.first().map(|call| call.url.as_str()), Some(""));
}
