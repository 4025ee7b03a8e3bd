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
            "Quay Library; University of Lund |",
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

#[test]
fn committees_have_labels_in_lines() {
    let rows = [
        (
            "## Committee\n\n**Program:** Ada Birk (Port Library), Noor Vos\n**Local:** Sol Marchetti, Quay Museum\n",
            "Ada Birk/Port Library; Noor Vos; Sol Marchetti/Quay Museum |",
        ),
        ("## Committee\n\nAda Birk, Port Library, and\nNoor Vos\n", "Ada Birk/Port Library; Noor Vos |"),
        ("## Committee\n\n- Ada Birk (Port Library), local chair\n", "Ada Birk/Port Library/local chair |"),
        ("**Local:** Museu da Corda, Lund", "| Museu da Corda, Lund"),
    ];
    each(&rows, |event| {
        let people = joined(event.committees.iter().flat_map(|group| &group.members).map(person));
        format!("{people} | {}", event.logistics.location).trim().to_owned()
    });
}

#[test]
fn a_range_of_days_with_times_is_no_session() {
    let rows = [
        ("**4 March 2031 13:00 - 5 March 2031 16:00**\n\n- 13:00 Knots\n- 14:00 Locks\n", "Knots <> []; Locks <> []"),
        ("**4 March 2031 13:00 - 14:00**: Knots\n\n**5 March 2031 13:00**: Locks\n", "Knots <> []; Locks <> []"),
    ];
    each(&rows, sessions);
}

#[test]
fn sponsors_and_hosts_have_initials_and_one_name() {
    let rows = [
        (
            "The event is made possible by the Samuel H. Quay Foundation and the Rope Museum. Come!",
            "Samuel H. Quay Foundation; Rope Museum |",
        ),
        (
            "The workshop is hosted by Library and Archives Lund and the Rope Museum.",
            "| Library and Archives Lund; Rope Museum",
        ),
        ("The workshop is hosted by Quay House and Rope Museum.", "| Quay House; Rope Museum"),
    ];
    each(&rows, |event| {
        let sponsors = joined(event.sponsors.iter().map(|sponsor| sponsor.name.clone()));
        let hosts = joined(event.hosts.iter().map(|host| host.name.clone()));
        format!("{sponsors} | {hosts}").trim().to_owned()
    });
}

#[test]
fn calls_are_open_between_two_days() {
    let rows = [
        (
            "## Call for Proposals\n\n**Closed.** The call was open from November 15, 2030 to January 31, 2031.",
            "Some(Closed) 2030-11-15 2031-01-31",
        ),
        (
            "## Call for Proposals\n\nThe call is open. The desk is open from 3 March 2031 to 5 March 2031.",
            "Some(Open)  ",
        ),
    ];
    each(&rows, |event| {
        let day = |moment: &Option<handbill_model::Moment>| {
            moment.as_ref().and_then(|moment| moment.date).map(|day| day.to_string()).unwrap_or_default()
        };
        joined(event.calls.iter().map(|call| format!("{:?} {} {}", call.status, day(&call.opens), day(&call.deadline))))
    });
}

#[test]
fn one_takes_part_from_elsewhere_where_a_heading_says_how() {
    let rows = [
        ("The workshop takes place in Lund, Sweden.\n\n## Online participation\n\nTalks are streamed.", "hybrid"),
        (
            "The workshop takes place in Lund, Sweden.\n\n## Online participation\n\nUnfortunately, we cannot stream.",
            "in-person",
        ),
        ("The workshop takes place in Lund, Sweden.\n\n**Remote participation:** via Zoom", "hybrid"),
    ];
    each(&rows, |event| event.attendance.as_ref().map(ToString::to_string).unwrap_or_default());
}

#[test]
fn free_is_what_one_need_not_pay_to_register() {
    let rows = [
        ("**Registration:** free, but compulsory", "Some(true) "),
        ("**Registration:** free for members", "None "),
        (
            "**Fee:** £150 (members £100). Two places are free for students: apply by 11 January 2031.",
            "Some(false) /members",
        ),
    ];
    each(&rows, |event| {
        let cost = event.logistics.cost.clone().unwrap_or_default();
        format!(
            "{:?} {}",
            cost.free,
            cost.prices.iter().map(|price| price.label.as_str()).collect::<Vec<_>>().join("/")
        )
    });
}

#[test]
fn whom_to_ask_stands_at_the_end_of_a_sentence() {
    let rows = [
        ("Please write to Ada Birk (ada@quay.example).", "Ada Birk"),
        ("The safety contacts are Ada Birk (ada@quay.example) and others.", "Ada Birk"),
        ("We work with Quay Ropes (ada@quay.example).", ""),
    ];
    each(&rows, |event| joined(event.contacts.iter().map(|one| one.name.clone())));
}

#[test]
fn titles_announce_their_event_or_end_with_its_town() {
    let name = |title: &str| {
        let text =
            format!("---\nlayout: event\ntitle: {title:?}\n---\n\nIt takes place on 4 March 2031 in Lund, Sweden.\n");
        let page = handbill_page::read("event/2031/a.md", &text, &handbill_page::Site::default());
        page.document.event.map(|event| event.name).unwrap_or_default()
    };
    assert_eq!(name("Registration open for the 2031 Rope Conference"), "2031 Rope Conference");
    assert_eq!(name("Rope Unconference / Lund / March 2031"), "Rope Unconference");
    assert_eq!(name("Rope/Knot Conference"), "Rope/Knot Conference");
}

#[test]
fn the_hours_stand_in_a_line_below_the_day() {
    let page = "---\nlayout: event\ntitle: Knots at the Rope Museum\n---\n\n**Tuesday, March 4 2031** \\\\\n9:30am - 4:00pm \\\\\n\
                Quay Library, Blue Room, 130 Quay Street, Lund\n\nCome and tie.\n\n10:00 Welcome<br>\n11:00 Lunch\n";
    let page = handbill_page::read("event/2031/a.md", page, &handbill_page::Site::default());
    let event = page.document.event.expect("it is one");
    let told = |time: &Option<handbill_model::LocalTime>| time.map(|time| time.to_string()).unwrap_or_default();
    assert_eq!((told(&event.start_time), told(&event.end_time)), ("09:30".to_owned(), "16:00".to_owned()));
    assert_eq!(sessions(&event), "Welcome <> []; Lunch <> []");
    let venues = joined(event.venues.iter().map(|venue| format!("{}, {}", venue.name, venue.address)));
    assert_eq!(venues, "Rope Museum, ; Quay Library, Blue Room, 130 Quay Street, Lund");
}

#[test]
fn terms_are_times_and_titles_follow_people() {
    let rows = [
        ("P = plenary\n\n9:00\n: **Opening**\n\n10:00\n: Lunch\n", "Opening <> []; Lunch <> []"),
        (
            "- 9:00 Ada Birk & Noor Vos: *Knots for all*\n- 10:00 Part 1: *Locks*\n",
            "Knots for all <Ada Birk; Noor Vos> []; Part 1: Locks <> []",
        ),
        (
            "| Time | Hall A | Hall B |\n|-|-|-|\n| 9:00 | Knots (Ada Birk, moderator) | Locks (Noor Vos, chair) |\n| 10:00 | Lunch | |",
            "Knots <Ada Birk//moderator> []; Locks <Noor Vos//chair> []; Lunch <> []",
        ),
    ];
    each(&rows, sessions);
}

#[test]
fn who_pays_stands_in_parentheses() {
    let rows = [
        ("**Fee:** €150 (members), €250 (all others).", "members; all others"),
        ("**Fee:** €150 (until 1 March 2031: €120)", "; until 1 March 2031"),
    ];
    each(&rows, |event| {
        joined(event.logistics.cost.iter().flat_map(|cost| &cost.prices).map(|price| price.label.clone()))
    });
}

#[test]
fn volunteers_are_called_and_calls_have_a_next_one() {
    let page = |title: &str, body: &str| {
        let text = format!("---\nlayout: event\ntitle: {title}\n---\n\n{body}\n");
        handbill_page::read("event/2031/a.md", &text, &handbill_page::Site::default()).document
    };
    let call = page("Volunteer at the 2031 Rope Conference", "We need help in Lund (4-6 March 2031).");
    assert_eq!(call.page.role.to_string(), "call");
    assert_eq!(call.event.expect("it is of one").name, "2031 Rope Conference");
    let next = page("Knot Group Meeting", "Next call: **Tuesday, March 4, 2031, 4pm GMT / 11am EST**")
        .event
        .expect("it is one");
    assert_eq!(next.start.map(|day| day.to_string()).unwrap_or_default(), "2031-03-04");
}

#[test]
fn a_room_in_parentheses_has_none() {
    let rows = [("9:00\n: **Knots for all** (Room 101)\n\n10:00\n: Lunch\n", "Room 101; ")];
    each(&rows, |event| {
        let sessions = event.programme.days.iter().flat_map(|day| &day.sessions);
        joined(sessions.map(|session| session.room.clone()))
    });
}

#[test]
fn the_lines_on_when_and_where_describe_nothing() {
    let long = "The workshop is for makers of ropes, their friends and all who like to tie knots.";
    let rows = [
        format!("**March 4, 2031**\nQuay Library, Blue Room, on the fourth floor\n130 Quay Street, Lund\n\n{long}"),
        format!("March 4, 2031 \\\\\nQuay Library, Blue Room, on the fourth floor, 130 Quay Street, Lund\n\n{long}"),
        long.to_owned(),
    ];
    let rows: Vec<(&str, &str)> = rows.iter().map(|row| (row.as_str(), long)).collect();
    each(&rows, |event| event.description.clone());
}
