//! Sessions of lists, tables and terms: what stands behind, beside and below them.

mod rows;

use handbill_model::{Event, Session};
use rows::each;

fn joined<'a>(items: impl Iterator<Item = String> + 'a) -> String {
    items.collect::<Vec<_>>().join("; ")
}

fn sessions(event: &Event) -> String {
    fn one(session: &Session) -> String {
        let start = session.start.map(|start| start.to_string()).unwrap_or_default();
        let people: Vec<&str> = session.speakers.iter().map(|person| person.name.as_str()).collect();
        let inner = joined(session.sessions.iter().map(one));
        format!("{start} {} [{}] {} ({inner})", session.title, people.join(", "), session.room)
    }
    joined(event.programme.days.iter().flat_map(|day| &day.sessions).map(one))
}

#[test]
fn what_stands_behind_a_nested_list_may_be_the_next_session() {
    let rows = [
        (
            "* 14:00 Talks\n  * Ropes (Ada Birk)\n  * Knots (Teun Vos)\n15:30 Discussion\n* 16:00 End",
            "14:00 Talks []  ( Ropes [Ada Birk]  ();  Knots [Teun Vos]  ()); 15:30 Discussion []  (); 16:00 End []  ()",
        ),
        (
            "14:00 - Ropes\n15:00 - Talks\n  - Knots (Ada Birk)\n  - Nets (Teun Vos)\n16:00 - Coffee\n17:00 - End",
            "14:00 Ropes []  (); 15:00 Talks []  ( Knots [Ada Birk]  ();  Nets [Teun Vos]  ()); 16:00 Coffee []  (); 17:00 End []  ()",
        ),
        (
            "## When & where\n\nTuesday, 4 March 2031, 13:00 to 17:00, Quay Hall, 5 Rope Street\n\n## Agenda\n\n* 13:00 Knots\n* 14:00 Nets",
            "13:00 Knots []  (); 14:00 Nets []  ()",
        ),
        // The second line of a talk tells of it.
        (
            "* 14:00 Talks\n  * Ropes until\n    15:30\n* 16:00 End",
            "14:00 Talks []  ( Ropes until 15:30 []  ()); 16:00 End []  ()",
        ),
    ];
    each(&rows, sessions);
}

#[test]
fn terms_under_the_heading_of_a_session_are_talks() {
    let rows = [(
        "## Tuesday, March 4\n\n### Session 1 (9:00 - 10:00)\n\nRopes\n: Ada Birk (Quay Works)\n\nKnots\n: Teun Vos\n\n\
             ### Session 2 (10:00 - 11:00)\n\nLevel\n: For all who come\n",
        "09:00 Session 1 []  ( Ropes [Ada Birk]  ();  Knots [Teun Vos]  ()); 10:00 Session 2 []  ()",
    )];
    each(&rows, sessions);
}

#[test]
fn a_room_stands_in_front_of_a_title_or_behind_a_name() {
    let rows = [
        ("* 9:00 Room 2: Knots for all\n* 10:00 Ropes", "09:00 Room 2: Knots for all [] Room 2 (); 10:00 Ropes []  ()"),
        ("* 9:00 Knots: a primer\n* 10:00 Ropes", "09:00 Knots: a primer []  (); 10:00 Ropes []  ()"),
        ("* 9:00 **Lunch** (provided)\n* 10:00 Ropes", "09:00 Lunch (provided) []  (); 10:00 Ropes []  ()"),
        (
            "* 9:00 Knots (the Rope Editors)\n* 10:00 Ropes (the long way)",
            "09:00 Knots [the Rope Editors]  (); 10:00 Ropes (the long way) []  ()",
        ),
        (
            "* 9:00 Knots (Ada Birk with Teun Vos)\n* 10:00 Ropes with a view (Sol Marchetti)",
            "09:00 Knots [Ada Birk, Teun Vos]  (); 10:00 Ropes with a view [Sol Marchetti]  ()",
        ),
        // Where two people work stands behind the last of them.
        (
            "* 9:00 Knots (Ada Birk and Teun Vos, Nordic Ropes)\n* 10:00 Ropes (Ada Birk, Teun Vos and Sol Marchetti)",
            "09:00 Knots [Ada Birk, Teun Vos]  (); 10:00 Ropes [Ada Birk, Teun Vos, Sol Marchetti]  ()",
        ),
        // A hall, or somebody of that name.
        ("* 9:00 Knots, Ada Birk, Redwood Hall\n* 10:00 Ropes", "09:00 Knots [Ada Birk]  (); 10:00 Ropes []  ()"),
    ];
    each(&rows, sessions);
}

#[test]
fn a_head_over_links_tells_what_they_lead_to() {
    let table = |head: &str| {
        format!(
            "| Time | Session | {head} |\n|---|---|---|\n| 9:00 | Ropes | [PDF](https://files.example/1) |\n\
                 | 10:00 | Knots | [notes](#notes) |\n"
        )
    };
    let media = |event: &Event| {
        let sessions = event.programme.days.iter().flat_map(|day| &day.sessions);
        joined(sessions.flat_map(|session| &session.media).chain(&event.media).map(|medium| medium.url.clone()))
    };
    let (slides, details) = (table("Slides"), table("Details"));
    let rows = [
        (slides.as_str(), "https://files.example/1"),
        (details.as_str(), ""),
        ("Photos are [on Flickr](https://www.flickr.com/photos/1).", "https://www.flickr.com/photos/1"),
        ("Ask us [on Flickr](https://www.flickr.com/photos/1).", ""),
        (
            "Notes are online, slides of [Ada Birk](https://www.slideshare.net/birk/1), too.",
            "https://www.slideshare.net/birk/1",
        ),
    ];
    each(&rows, media);
}

#[test]
fn columns_may_be_the_parts_of_a_day() {
    let told = |event: &Event| {
        let of = |day: &handbill_model::Day| {
            let each = day.sessions.iter().map(|session| format!("{} {}", session.period, session.title));
            format!(
                "{} {}",
                day.date.map(|date| date.strftime("%m-%d").to_string()).unwrap_or_default(),
                each.collect::<Vec<_>>().join(", ")
            )
        };
        joined(event.programme.days.iter().map(of))
    };
    let event = |body: &str| {
        rows::event(&format!("---\ntitle: Ropes of the World - Ystad, Sweden - March 4-5, 2031\n---\n{body}\n"))
    };
    for (body, want) in [
        (
            "| Day | Morning | Evening |\n|---|---|---|\n| Tuesday 4 March | Workshops | Dinner |\n\
             | Wednesday 5 March | Talks | Talks |\n",
            "03-04 Morning Workshops, Evening Dinner; 03-05 Morning Talks, Evening Talks",
        ),
        ("| Day | Bus | Ferry |\n|---|---|---|\n| Tuesday 4 March | 9 | 10 |\n| Wednesday 5 March | 11 | 12 |\n", ""),
    ] {
        let event = event(body);
        assert_eq!(told(&event), want, "{body}");
        assert_eq!(event.parts.len(), 0, "{body}");
    }
}

#[test]
fn the_night_of_those_far_away_is_meant() {
    let rows = [
        (
            "## Block 1 (02:00 - 04:00 UTC)\n\n* 02:00 Ropes\n* 03:00 Knots\n",
            "02:00 Block 1 []  (); 02:00 Ropes []  (); 03:00 Knots []  ()",
        ),
        ("* 2:00 Ropes\n* 3:00 Knots\n", "14:00 Ropes []  (); 15:00 Knots []  ()"),
    ];
    each(&rows, sessions);
}

#[test]
fn a_heading_may_be_nothing_but_a_time() {
    let rows = [
        (
            "#### 9:30 - 10:45\n\n* **Room 1** - Knots (host: Ada Birk)\n* **Room 2** - Ropes for all\n\n#### 10:45 Coffee\n",
            "09:30 Knots [Ada Birk] Room 1 (); 09:30 Ropes for all [] Room 2 (); 10:45 Coffee []  ()",
        ),
        // What is said of the hours is no session.
        (
            "#### 9:30 - 10:45\n\nThe doors are open.\n\n#### 10:45 Coffee\n\n#### 11:00 Ropes\n",
            "10:45 Coffee []  (); 11:00 Ropes []  ()",
        ),
    ];
    each(&rows, sessions);
}

#[test]
fn who_speaks_stands_below_a_term_with_its_time() {
    let rows = [
        (
            "**14:00 UTC: Opening**\n: Ada Birk (Quay Works), Teun Vos\n\n**15:00 UTC: Panel**\n: Moderator: Sol Marchetti\n: Ada Birk; Teun Vos\n",
            "14:00 Opening [Ada Birk, Teun Vos]  (); 15:00 Panel [Sol Marchetti, Ada Birk, Teun Vos]  ()",
        ),
        (
            "**14:00 UTC: Opening**\n: For all who come\n\n**15:00 UTC: Panel**\n: On ropes\n",
            "14:00 Opening []  (); 15:00 Panel []  ()",
        ),
        (
            "* 9:00 Knots (Ada Birk y Teun Vos)\n* 10:00 Ropes (Modera: Sol Marchetti)",
            "09:00 Knots [Ada Birk, Teun Vos]  (); 10:00 Ropes [Sol Marchetti]  ()",
        ),
    ];
    each(&rows, sessions);
}
