//! What showcases, workshops and series tell of sessions, hosts and places in their own ways.

mod rows;

use handbill_model::{Event, Person, Session};
use rows::each;

fn joined<'a>(items: impl Iterator<Item = String> + 'a) -> String {
    items.collect::<Vec<_>>().join("; ")
}

fn person(person: &Person) -> String {
    [&person.name, &person.affiliation, &person.role].map(String::as_str).join("/").trim_end_matches('/').to_owned()
}

/// Title and people of each session, and of those inside it.
fn sessions(event: &Event) -> String {
    fn told(session: &Session) -> String {
        let people = joined(session.speakers.iter().map(person));
        let inner = joined(session.sessions.iter().map(told));
        format!("{} <{people}> [{inner}]", session.title)
    }
    let days = event.programme.days.iter();
    joined(days.flat_map(|day| &day.sessions).map(told))
}

#[test]
fn links_behind_people_are_no_part_of_them() {
    let rows = [
        (
            "- 9:00 *Knots* with Ada Birk ([register](https://x.example/1))\n- 10:00 Lunch",
            "Knots <Ada Birk> []; Lunch <> []",
        ),
        (
            "- 9:00 Tour - [register here](https://x.example/1) (first come)\n- 10:00 Lunch",
            "Tour - register here (first come) <> []; Lunch <> []",
        ),
        (
            "#### 9:00 Welcome\n\nAda Birk, Port Library\n[Slides](https://x.example/a) \\| [Video](https://youtu.be/b)\n\n#### 10:00 End",
            "Welcome <Ada Birk/Port Library> []; End <> []",
        ),
    ];
    each(&rows, sessions);
}

#[test]
fn talks_stand_under_a_slot_and_behind_their_length() {
    let rows = [
        (
            "#### 9:00 Keynote\n\n**Tides and time** by Ada Birk, Port Library\n\n#### 10:00 End",
            "Keynote <> [Tides and time <Ada Birk/Port Library> []]; End <> []",
        ),
        (
            "#### 9:00 Talks\n\n* **Tides** (10 min) Ada Birk, Port Library\n* **Locks** (5 minutes) Noor Vos\n\n#### 10:00 End",
            "Talks <> [Tides <Ada Birk/Port Library> []; Locks <Noor Vos> []]; End <> []",
        ),
        (
            "| Time | What | Who |\n|-|-|-|\n| 9:00 | Talks<br>Tides (Ada Birk)<br>Locks (Noor Vos) | |\n| 10:00 | Debate, led by Sol Vos | |",
            "Talks <> [Tides <Ada Birk> []; Locks <Noor Vos> []]; Debate <Sol Vos> []",
        ),
    ];
    each(&rows, sessions);
}

#[test]
fn what_is_for_all_has_a_place_and_nobody_who_speaks() {
    let kinds = |event: &Event| {
        let days = event.programme.days.iter();
        let kind = |session: &Session| session.kind.as_ref().map(|kind| format!("{kind:?}")).unwrap_or_default();
        joined(
            days.flat_map(|day| &day.sessions).map(|session| format!("{} {}", kind(session), session.speakers.len())),
        )
    };
    let rows = [
        ("- 9:00 Dinner for those who have signed up - at the old Quay House\n- 10:00 Knots", "Meal 0;  0"),
        ("- 9:00 Pub quiz (Yr Hen Dafarn)\n- 10:00 Knots (Ada Birk)", "Social 0;  1"),
        ("- 9:00 Dinner conversations of sailors and what they tell us today\n- 10:00 Knots", " 0;  0"),
    ];
    each(&rows, kinds);
}

#[test]
fn an_initial_keeps_its_stop() {
    let rows = [(
        "- 9:00 Knots (Ada B.)\n- 10:00 Locks, Noor V. (Port Library)",
        "Knots <Ada B.> []; Locks <Noor V./Port Library> []",
    )];
    each(&rows, sessions);
}

#[test]
fn places_have_addresses_in_parentheses() {
    let rows = [
        (
            "We meet at the Quay Museum (96 Quay Road, London NW1 2DB), Blue Hall.",
            "Quay Museum, 96 Quay Road, London NW1 2DB",
        ),
        (
            "The workshop takes place at the Quay Museum (pl. Morski 4, 80-863 Hel).",
            "Quay Museum, pl. Morski 4, 80-863 Hel",
        ),
        ("**Venue:** Rope Museum (7-3-1 Hafen, Bunkyo-ku, Lund)", "Rope Museum, 7-3-1 Hafen, Bunkyo-ku, Lund"),
        ("We meet at the registration desk.", ""),
    ];
    each(&rows, |event| joined(event.venues.iter().map(|venue| format!("{}, {}", venue.name, venue.address))));
}

#[test]
fn a_heading_of_months_is_no_town() {
    let rows = [
        ("## Rope Talks, January-March 2031\n\nTalks for all.", ""),
        ("## Lund, Sweden\n\nTalks for all.", "Lund, Sweden"),
    ];
    each(&rows, |event| event.location.clone());
}

#[test]
fn doors_open_before_the_event() {
    let rows = [
        ("**Date:** 4 March 2031\n**Time:** 10:00–17:30 (doors open 9:30)", "10:00 17:30"),
        ("**Date:** 4 March 2031\n**Time:** doors 9:30, start 10:00", "10:00 "),
    ];
    each(&rows, |event| {
        let told = |time: &Option<handbill_model::LocalTime>| time.map(|time| time.to_string()).unwrap_or_default();
        format!("{} {}", told(&event.start_time), told(&event.end_time))
    });
}

#[test]
fn registration_that_closes_when_sold_out_is_not_closed() {
    let rows = [
        ("**Registration:** [Form](https://x.example/f) (closes 1 March 2031 or when sold out)", "None"),
        ("**Registration:** sold out", "Some(Closed)"),
    ];
    each(&rows, |event| format!("{:?}", event.logistics.registrations.first().and_then(|way| way.status.clone())));
}

#[test]
fn hosts_invite_and_organisers_do_the_work() {
    let rows = [
        (
            "The Quay Library and the University of Lund are delighted to invite you to a workshop.",
            "The Quay Library; University of Lund |",
        ),
        ("**Organisers:** Ada Birk (Port Library), Noor Vos", "| Ada Birk/Port Library; Noor Vos"),
        ("**Organisers:** Port Library, Quay Museum", "Port Library; Quay Museum |"),
    ];
    each(&rows, |event| {
        let hosts = joined(event.hosts.iter().map(|host| host.name.clone()));
        let people = joined(event.committees.iter().flat_map(|group| &group.members).map(person));
        format!("{hosts} | {people}").trim().to_owned()
    });
}

#[test]
fn an_item_may_be_a_row_of_sponsors() {
    let rows = [
        (
            "## Sponsors\n\n- [Kelp Works](https://k.example), [Salt Inc](https://s.example) and [Tar Ltd](https://t.example)\n",
            "Kelp Works; Salt Inc; Tar Ltd",
        ),
        (
            "## Sponsors\n\n- [Kelp Works](https://k.example) with [its nets](https://s.example)\n",
            "Kelp Works with its nets",
        ),
    ];
    each(&rows, |event| joined(event.sponsors.iter().map(|sponsor| sponsor.name.clone())));
}

#[test]
fn a_form_of_one_call_is_not_that_of_another() {
    let url = |event: &Event| joined(event.calls.iter().map(|call| format!("{:?} {}", call.kind, call.url)));
    let rows = [
        (
            "## Call for Proposals\n\nUse the [submission form](https://forms.gle/a). There are [travel grants](grants.html), apply until 1 March 2031.",
            "Proposals https://forms.gle/a; Scholarships ",
        ),
        (
            "## Travel grants\n\nFill in [this form](https://x.example/f) by 1 March 2031.",
            "Scholarships https://x.example/f",
        ),
    ];
    each(&rows, url);
}

#[test]
fn a_title_may_be_about_the_press() {
    let page = |title: &str| {
        let text =
            format!("---\nlayout: event\ntitle: {title}\n---\n\n### 4 March 2031, Lund, Sweden\n\nCome and read.\n");
        let page = handbill_page::read("event/2031/a.md", &text, &handbill_page::Site::default());
        page.document.page.role.to_string()
    };
    assert_eq!((page("Hack the Press").as_str(), page("Press kit").as_str()), ("event", "other"));
}
