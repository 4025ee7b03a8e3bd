//! What large pages taught: rows joined to one paragraph, tracks under slots, parts in sections, prices beside the event.

mod rows;

use handbill_model::{Event, Session};
use rows::{each, event};

fn told(session: &Session) -> String {
    let people: Vec<_> = session.speakers.iter().map(|person| format!("{} {}", person.name, person.role)).collect();
    let start = session.start.map(|start| format!("{start} ")).unwrap_or_default();
    let room = if session.room.is_empty() { String::new() } else { format!(" @{}", session.room) };
    let inner: Vec<_> = session.sessions.iter().map(told).collect();
    let inner = if inner.is_empty() { String::new() } else { format!(" {{{}}}", inner.join("; ")) };
    format!("{start}{}{room} [{}]{inner}", session.title, people.join(", ").replace(" ,", ",").trim_end())
}

fn sessions(event: &Event) -> String {
    event.programme.days.iter().flat_map(|day| &day.sessions).map(told).collect::<Vec<_>>().join(" | ")
}

#[test]
fn a_programme_may_be_joined_to_one_paragraph() {
    let rows = [
        (
            "## Programme\n\n**9.30** Welcome — Ada Birk\n**9.45** *Ropes of old* — Teun Vos (Port Library)\n\
            **12.30** Lunch\n**1.30** Walk. Chair: Ada Birk",
            "09:30 Welcome [Ada Birk] | 09:45 Ropes of old [Teun Vos] | 12:30 Lunch [] | 13:30 Walk [Ada Birk chair]",
        ),
        // What counts something in the middle of a line is no time.
        (
            "## Programme\n\n9.30 Welcome in Room 2.05 North\n9.45 Ropes of old",
            "09:30 Welcome in Room 2.05 North [] | 09:45 Ropes of old []",
        ),
    ];
    each(&rows, sessions);
}

#[test]
fn talks_stand_in_tracks_under_the_heading_of_their_slot() {
    let rows = [
        (
            "## 9:00 Opening\n\n## 10:00 Groups (rooms 1, 2 and Auditorium)",
            "09:00 Opening [] | 10:00 Groups (rooms 1, 2 and Auditorium) []",
        ),
        (
            "## Opening: 9:00 - 10:00\n\n## Parallel sessions: 11:00 - 12:30\n\n\
            ### Track A: Knots (Room 101) *Chair: Ada Birk*\n\n- Tying at sea, Teun Vos, Port Library\n\
            - Splices (facilitator: Sol Marchetti)\n\n### Track B: Sails\n\n- Patches, Noor de Wilde\n- Cake\n",
            "09:00 Opening [] | 11:00 Parallel sessions [] {Track A: Knots @Room 101 [Ada Birk chair] \
            {Tying at sea [Teun Vos]; Splices [Sol Marchetti]}; Track B: Sails [] {Patches [Noor de Wilde]}}",
        ),
        (
            "| Time | Session | Speaker |\n|---|---|---|\n| 9:00 | Who ties? | Chair: Ada Birk. Panelists: Teun Vos, \
            Sol Marchetti |\n| 10:00 | Coffee | |",
            "09:00 Who ties? [Ada Birk chair, Teun Vos, Sol Marchetti] | 10:00 Coffee []",
        ),
        // The colon stands between a title and what goes on with it.
        ("## 9:00 Ropes\n\nA day with maps: an outlook\n\n## 10:00 Sails", "09:00 Ropes [] | 10:00 Sails []"),
    ];
    each(&rows, sessions);
}

#[test]
fn what_a_talk_links_to_is_not_of_its_slot() {
    let event = event(
        "---\ntitle: Harbour Workshop\nstart: 2031-03-04\n---\n## Programme\n\n### 9:00 Tools\n\n\
        * Knot finder -- Ada Birk -- [Slides](https://speakerdeck.com/a/1)\n* Splicer -- Teun Vos\n\n### 10:00 Close\n",
    );
    let slot = &event.programme.days[0].sessions[0];
    assert!(slot.media.is_empty(), "{:?}", slot.media);
    assert_eq!(slot.sessions[0].media.len(), 1);
}

#[test]
fn sections_with_days_of_their_own_are_parts() {
    let page =
        |body: &str| event(&format!("---\ntitle: Harbour Meeting\nstart: 2031-03-04\nend: 2031-03-06\n---\n{body}\n"));
    let showcase = "## Showcase\n\n**When:** Tuesday 4 March, 1pm - 5pm\n**Where:** Quay Hall, Pier 3\n\n";
    let groups = "## Working groups\n\n**When:** 5 and 6 March, 9am - 5pm\n**Where:** Rope House\n";
    let event = page(&format!("{showcase}{groups}"));
    let parts: Vec<_> = event.parts.iter().map(|part| (part.name.as_str(), part.location.as_str())).collect();
    assert_eq!(parts, [("Showcase", "Quay Hall, Pier 3"), ("Working groups", "Rope House")]);
    assert_eq!(event.parts[0].end_time.map(|time| time.to_string()).as_deref(), Some("17:00"));
    // Their days, places and hours are not those of the whole.
    assert!(event.logistics.dates.is_empty() && event.logistics.location.is_empty());
    assert_eq!(event.start_time.map(|time| time.to_string()).as_deref(), Some("13:00"));
    // All days are no part of themselves, and a registration is none.
    assert!(page("## Meeting\n\n**When:** 4 to 6 March 2031\n").parts.is_empty());
    assert!(page("## Meeting registration\n\n**When:** until 4 March 2031\n").parts.is_empty());
}

#[test]
fn prices_beside_the_event_are_not_what_it_costs() {
    let rows = [
        ("Registration is free.\n\n* 9:00 Talks\n* 19:00 Dinner at the Eel (at own cost, about 350 SEK)", "free"),
        ("The conference dinner is €55.", ""),
        ("The registration fee of €55 includes the dinner.", "€55"),
        ("Workshops cost €40.", "€40"),
    ];
    each(&rows, |event| {
        let cost = event.logistics.cost.as_ref();
        let price = || Some(cost?.prices.first()?.text.clone());
        if cost.is_some_and(|cost| cost.free == Some(true)) { "free".to_owned() } else { price().unwrap_or_default() }
    });
}

#[test]
fn a_row_of_dates_tells_until_when_one_registers() {
    let dates = "## Important dates\n\n| What | When |\n|---|---|\n";
    let closes = |event: &Event| {
        let first = event.logistics.registrations.first();
        first.and_then(|one| one.closes.as_ref()?.date).map(|day| day.to_string()).unwrap_or_default()
    };
    let row = |label: &str| format!("{dates}| Talks | 1 January 2031 |\n| {label} | 1 March 2031 |");
    let bodies = [row("Registration closes"), row("Early registration ends"), row("Hotel registration deadline")];
    let wanted = ["2031-03-01", "", ""];
    let rows: Vec<(&str, &str)> = bodies.iter().map(String::as_str).zip(wanted).collect();
    each(&rows, closes);
    // Neither a dinner nor a bursary closes the registration.
    each(
        &[
            ("## Tickets\n\nWorkshops cost €40. The dinner may be booked until 1 March 2031.", ""),
            (
                "## Support\n\nThere are bursaries of 800 €. Apply by 1 March 2031 with [this form](https://a.example/b).",
                "",
            ),
        ],
        closes,
    );
}

#[test]
fn what_is_new_and_rows_of_days_describe_nothing() {
    let long = "The rope makers of the old harbour show how knots were tied by those who sailed.";
    let rows = [
        (
            format!(
                "Update 3 March: the whole of the workshop has been moved by one week to the old harbour.\n\n{long}"
            ),
            long,
        ),
        (
            format!(
                "1 January - the call opens\n1 February - the call closes\n1 March - all the speakers are told\n\n{long}"
            ),
            long,
        ),
        (
            format!(
                "## Review\n\nAll of the proposals are read by three of us in the old harbour.\n\n## About\n\n{long}"
            ),
            long,
        ),
    ];
    let rows: Vec<(&str, &str)> = rows.iter().map(|(body, want)| (body.as_str(), *want)).collect();
    each(&rows, |event| event.description.clone());
}

#[test]
fn sponsors_are_named_by_links_titles_and_rows() {
    let rows = [
        ("## Sponsors\n\n* [Kelp Works](https://kelp.example) - ropes since 1921", "Kelp Works: "),
        ("## Sponsors\n\n**Gold**\n\n![](/a.svg \"Kelp Works\")", "Kelp Works: Gold"),
        ("## Sponsors\n\n**Friends**: Kelp Works, Salt Inc", "Kelp Works: Friends; Salt Inc: Friends"),
        ("## Sponsors\n\n**Deadline**: Kelp Works, Salt Inc", ""),
    ];
    each(&rows, |event| {
        event.sponsors.iter().map(|one| format!("{}: {}", one.name, one.level)).collect::<Vec<_>>().join("; ")
    });
}

#[test]
fn formats_go_from_the_shortest_to_the_longest() {
    let body = "## Call for Proposals\n\n### Formats\n\n* **Panels** - up to 5 speakers, 90 minutes\n\
                * **Workshops**: half a day (3 hours) or a day (6 hours)\n* **Talks** (20 minutes + 10 minutes Q&A)";
    each(&[(body, "Panels 90-90; Workshops 180-360; Talks 20-20")], |event| {
        let minutes = |format: &handbill_model::Format| {
            let minutes = format.minutes.as_ref()?;
            Some(format!("{} {}-{}", format.name, minutes.min?, minutes.max?))
        };
        event.calls.iter().flat_map(|call| &call.formats).filter_map(minutes).collect::<Vec<_>>().join("; ")
    });
}

#[test]
fn a_session_is_hosted_by_others_than_the_event() {
    let rows = [
        (
            "### Monday, 4 March 2031\n\n**Newcomers** -- hosted by the Port Club\n\n### Tuesday, 5 March 2031\n\nTalks",
            "",
        ),
        ("It is hosted by the Port Club.\n\n### Monday, 4 March 2031\n\n### Tuesday, 5 March 2031", "Port Club"),
    ];
    each(&rows, |event| event.hosts.iter().map(|one| one.name.as_str()).collect::<Vec<_>>().join("; "));
}

#[test]
fn a_hall_stands_in_front_of_its_building() {
    let rows = [
        ("* Where: Old Theatrette, State Library, 179 Quay Street", "State Library (Old Theatrette) 179 Quay Street"),
        ("* Where: Rope Street, Harbour Library", "Harbour Library (Rope Street) "),
    ];
    each(&rows[..1], |event| {
        let venue =
            |venue: &handbill_model::Venue| format!("{} ({}) {}", venue.name, venue.rooms.join(", "), venue.address);
        event.venues.iter().map(venue).collect::<Vec<_>>().join("; ")
    });
}

#[test]
fn a_street_stands_in_a_line_of_its_own() {
    let rows = [
        (
            "Where\n: Room 204, Norlin Library, University of the Pier<br>1720 Quay Street, Lund, Sweden",
            "Norlin Library 1720 Quay Street, Lund, Sweden; Lund, Sweden",
        ),
        ("Where\n: Norlin Library<br>9:30 Doors", "Norlin Library ; "),
    ];
    each(&rows, |event| {
        let venue = event.venues.first().map(|one| format!("{} {}", one.name, one.address)).unwrap_or_default();
        format!("{venue}; {}", event.location)
    });
}

#[test]
fn an_event_that_is_off_was_to_be_on_its_own_days() {
    let days = |body: &str| {
        let event = event(&format!("---\ntitle: 2031 Harbour Conference\n---\n{body}\n"));
        event.start.zip(event.end).map(|(start, end)| format!("{start} {end}")).unwrap_or_default()
    };
    let online = "Accepted speakers are invited to our online week, 9-13 June 2031.";
    let off = "**Update 14 March 2031**: the 2031 Harbour Conference in Lund (June 2-5, 2031) has been cancelled.";
    assert_eq!(days(&format!("> {off}\n\n{online}")), "2031-06-02 2031-06-05");
    let earlier = "The 2030 Harbour Conference in Lund (June 2-5, 2030) was cancelled.";
    assert_eq!(days(&format!("{earlier}\n\nThis one takes place on 9-13 June 2031.")), "2031-06-09 2031-06-13");
    // The day of the notice is not that of the event.
    assert_eq!(days("On 14 March 2031 the conference was cancelled."), "");
}

#[test]
fn the_heading_repeats_the_title_and_tells_the_days() {
    let days = |title: &str, body: &str| {
        let event = event(&format!("---\ntitle: {title}\n---\n{body}\n"));
        event.start.zip(event.end).map(|(start, end)| format!("{start} {end}")).unwrap_or_default()
    };
    let body =
        "# Rope Week: 3-7 March 2031\n\n## Monday 3 March\n\n### 9:00 Knots\n\n## Tuesday 4 March\n\n### 9:00 Sails";
    assert_eq!(days("Rope Week 2031", body), "2031-03-03 2031-03-07");
    assert_ne!(days("Knots for all, a workshop in 2031", body), "2031-03-03 2031-03-07");
}

#[test]
fn prices_follow_each_other_in_parentheses() {
    let rows = [
        ("**Cost:** $75 ($40 for students and makers); $10 late fee", "$75 , $40 students and makers, $10 "),
        ("**Cost:** Refunds of €40 are paid to all.", "€40 Refunds"),
        ("Refunds (€150 members, €300 registration of others) are paid by 30 April.", ""),
    ];
    each(&rows, |event| {
        let prices = event.logistics.cost.iter().flat_map(|cost| &cost.prices);
        prices.map(|price| format!("{} {}", price.text, price.label)).collect::<Vec<_>>().join(", ")
    });
    let free = |body: &str| event(&rows::page(body)).logistics.cost.and_then(|cost| cost.free);
    assert_eq!(free("Welcome to the fourth Rope Week, a free online festival."), Some(true));
    assert_eq!(free("Welcome to the fourth Rope Week, with free software for all."), None);
}

#[test]
fn pairs_are_people_and_where_they_work() {
    let rows = [
        (
            "## 4 March 2031\n\n### 9:00 Knots\n*Ada Birk, Te Papa; Teun Vos, Port Library*\n\n### 10:00 Break-outs\n\n### 11:00 Break",
            "Ada Birk (Te Papa); Teun Vos (Port Library)",
        ),
        (
            "## 4 March 2031\n\n### 9:00 Knots\n*Ada Birk, Teun Vos; Sol Marchetti*\n\n### 10:00 Break",
            "Ada Birk (); Teun Vos (); Sol Marchetti ()",
        ),
    ];
    each(&rows, |event| {
        let people = event.programme.days[0].sessions[0].speakers.iter();
        people.map(|one| format!("{} ({})", one.name, one.affiliation)).collect::<Vec<_>>().join("; ")
    });
    let kinds = |event: &Event| {
        event.programme.days[0].sessions.iter().map(|one| one.kind.is_some().to_string()).collect::<Vec<_>>().join(" ")
    };
    each(&[(rows[0].0, "false false true")], kinds);
}

#[test]
fn a_registration_closes_before_its_event() {
    let closes = |path: &str, start: &str| {
        let text = format!(
            "---\ntitle: Harbour Workshop\nstart: {start}\n---\n* Registration: [form](https://a.example/tickets), by 15 January\n"
        );
        let document = handbill_page::read(path, &text, &handbill_page::Site::default()).document;
        let first = document.event.and_then(|event| event.logistics.registrations.into_iter().next());
        first.and_then(|one| one.closes?.date).map(|day| day.to_string()).unwrap_or_default()
    };
    // The path of a post tells when it was written.
    assert_eq!(closes("events/_posts/2030-12-01-ropes.md", "2031-02-03"), "2031-01-15");
    assert_eq!(closes("events/2031/ropes.md", "2031-02-03"), "2031-01-15");
    assert_eq!(closes("events/ropes.md", "2031-01-03"), "2030-01-15");
}

#[test]
fn pages_beside_the_event_tell_of_it() {
    let named = |title: &str| event(&format!("---\ntitle: {title}\n---\nHello there.\n"));
    assert_eq!(named("Harbour Conference Travel Scholarships 2031").name, "Harbour Conference");
    assert_eq!(named("Harbour Conference 2031 Program - Friday").location, "");
    let tours = named("Harbour Conference 2031 - Tours");
    assert_eq!((tours.name.as_str(), tours.location.as_str()), ("Harbour Conference 2031", ""));
    let capacity = |title: &str, body: &str| event(&format!("---\ntitle: {title}\n---\n{body}\n")).logistics.capacity;
    let tour = |number: u8| format!("### Tour {number}\n\n* Capacity: {number}\n\n");
    assert_eq!(capacity("Harbour Conference 2031", &tour(15)), Some(15));
    assert_eq!(capacity("Harbour Conference 2031", &format!("{}{}", tour(15), tour(20))), None);
    let room = "Hosts provide a room for 250 people.";
    assert_eq!(capacity("Call for Hosts - Harbour Conference 2031", room), None);
}

#[test]
fn what_is_filled_in_by_a_day_is_due_then() {
    let due = |title: &str, body: &str| {
        let event = event(&format!("---\ntitle: {title}\n---\n{body}\n"));
        let first = event.calls.first().and_then(|call| call.deadline.as_ref()?.date);
        first.map(|day| day.to_string()).unwrap_or_default()
    };
    let form = "Fill in [this form](https://forms.gle/a) by **Friday, 31 January 2031, 23:59 UTC**.";
    assert_eq!(due("Harbour Conference Travel Scholarships", form), "2031-01-31");
    let rows = "## Timeline\n\n* Expression of interest: 1 October 2031\n* Full proposal: 15 November 2031\n";
    assert_eq!(due("Call for Hosts - Harbour Conference 2032", rows), "2031-11-15");
    // Who is asked for talks hands nothing in on their day.
    assert_eq!(due("Call for Hosts - Harbour Conference 2032", "* Talks: 15 November 2031\n"), "");
}

#[test]
fn a_town_stands_behind_days_in_parentheses() {
    let rows = [
        ("Registration for the 2031 Harbour Conference (4-6 March, Lund) is open.", "Lund"),
        ("The 2031 Harbour Conference (4-6 March, online) is near.", ""),
        ("The ropes of the harbour (4-6 March, Lund) are old.", ""),
    ];
    each(&rows, |event| event.location.clone());
}

#[test]
fn registration_closes_whatever_comes_after() {
    let rows = [
        ("The online registration closes on 1 March 2031; after that, please come to the desk.", "2031-03-01"),
        ("After the early registration closes on 1 March 2031, all pay more.", ""),
    ];
    each(&rows, |event| {
        let first = event.logistics.registrations.first();
        first.and_then(|one| one.closes.as_ref()?.date).map(|day| day.to_string()).unwrap_or_default()
    });
}

#[test]
fn bullets_in_a_cell_are_none_of_the_title() {
    let table = "| Time | Session |\n|---|---|\n| 9:00 | **Show**<br>• Ropes — Ada Birk<br>• Sails — Teun Vos |\n| 10:00 | Break |";
    each(&[(table, "09:00 Show [] {Ropes [Ada Birk]; Sails [Teun Vos]} | 10:00 Break []")], sessions);
}

#[test]
fn volunteers_that_are_there_are_not_called_for() {
    let rows = [
        (
            "## Organisers\n\nIt is organised by Ada Birk, Teun Vos and volunteers of the port. Questions? a@b.example",
            "",
        ),
        ("The fund pays [volunteer opportunities](https://a.example/volunteers), too.", "volunteers"),
        ("Would you like to help? Volunteers are needed at the desk: write to [us](mailto:a@b.example).", "volunteers"),
    ];
    each(&rows, |event| event.calls.iter().map(|call| call.kind.to_string()).collect::<Vec<_>>().join(" "));
    each(&[(rows[0].0, "")], |event| event.hosts.iter().map(|one| one.name.as_str()).collect::<Vec<_>>().join(" "));
}
