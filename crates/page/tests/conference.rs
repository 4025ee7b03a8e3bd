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
