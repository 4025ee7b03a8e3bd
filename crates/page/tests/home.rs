//! Pages as a community writes them over the years: datelines, days of a programme, parts, levels, workshops.

use handbill_model::{Event, Session};
use handbill_page::{Site, read};

fn event(path: &str, front: &str, body: &str) -> Event {
    let text = format!("---\n{front}\n---\n\n{body}\n");
    read(path, &text, &Site::default()).document.event.expect("it is a page among events")
}

fn days(event: &Event) -> String {
    let day = |day: Option<handbill_model::Date>| day.map(|day| day.to_string()).unwrap_or_default();
    format!("{} {}", day(event.start), day(event.end))
}

#[test]
fn a_place_stands_beside_the_days_that_head_a_page() {
    let rows = [
        (
            "**Tuesday, 4 March 2031**\nQuay Hall, 5 Rope Street, Ystad\n\nWe tie.",
            "Quay Hall|5 Rope Street, Ystad|Ystad",
        ),
        ("4 March 2031\n\nQuay Hall, 5 Rope Street, Ystad\n\nWe tie.", "Quay Hall|5 Rope Street, Ystad|Ystad"),
        ("4 March 2031, Quay Hall, 5 Rope Street, Ystad", "Quay Hall|5 Rope Street, Ystad|Ystad"),
        ("**4 March 2031**\n<br>Quay Hall<br>5 Rope Street<br>Ystad", "Quay Hall|5 Rope Street, Ystad|"),
        // What follows tells something else.
        ("4 March 2031\n\nQuay works all day, and 5 ropes are tied.", "||"),
    ];
    for (body, want) in rows {
        let event = event("event/2031/a.md", "title: Ropes of the World", body);
        let venue = event.venues.first();
        let told = venue.map(|venue| (venue.name.as_str(), venue.address.as_str())).unwrap_or_default();
        assert_eq!(format!("{}|{}|{}", told.0, told.1, event.location), want, "{body}");
        assert_eq!(days(&event), "2031-03-04 2031-03-04", "{body}");
    }
}

#[test]
fn a_day_of_the_title_has_the_month_of_the_text() {
    let page = |title: &str| event("event/2031/lund/tuesday.md", title, "The agenda for Tuesday the 4th of March.");
    assert_eq!(days(&page("title: Tuesday 4th, Quay Hall")), "2031-03-04 2031-03-04");
    assert_eq!(days(&page("title: Friday 7th, Quay Hall")), " ");
}

#[test]
fn parts_stand_in_headings_and_in_the_list_at_the_top() {
    let parts = |body: &str| {
        let event = event("event/2031/a.md", "title: Harbour Week", body);
        let parts = event.parts.iter().map(|part| {
            let day = |day: Option<handbill_model::Date>| day.map(|day| day.to_string()).unwrap_or_default();
            format!("{} {} {}", part.name, day(part.start), day(part.end))
        });
        (days(&event), parts.collect::<Vec<_>>().join("; "))
    };
    let days = "2031-03-04 2031-03-07".to_owned();
    let want = (days, "Showcase 2031-03-04 2031-03-04; Working group sessions 2031-03-05 2031-03-07".to_owned());
    assert_eq!(
        parts("* Tuesday, March 4: Showcase (open to all)\n* Wednesday - Friday, March 5-7: Working group sessions\n"),
        want
    );
    assert_eq!(
        parts(
            "It takes place March 4-7, 2031.\n\n## Showcase - March 4\n\nA.\n\n## Working group sessions (March 5-7)\n\nB."
        ),
        want
    );
    // Steps before the event, and days of a programme.
    let dates =
        "It takes place March 4-7, 2031.\n\n## Deadline for workshops - March 4\n\n## Conference day 2 - March 5\n";
    assert_eq!(parts(dates).1, "");
}

#[test]
fn a_line_below_the_heading_of_a_session_tells_when_and_where() {
    let event = event(
        "event/2031/a.md",
        "title: Workshops, 4 March 2031",
        "## Ropes for all\n_9:00am - 12:00pm, Room 4_\nInstructors: Ada Birk (Quay Works), Teun Vos\n\n\
         ## Knots\n\n10:00 - 11:00\n\nAda Birk\n\n## Dinner\n\n**19:00 - 21:00**\n\n## When\n\n9:00 - 17:00\n",
    );
    let told = |session: &Session| {
        let people: Vec<&str> = session.speakers.iter().map(|person| person.name.as_str()).collect();
        let start = session.start.map(|start| start.to_string()).unwrap_or_default();
        format!("{start} {} [{}] ({})", session.title, session.room, people.join(", "))
    };
    let sessions = event.programme.days.iter().flat_map(|day| &day.sessions).map(told);
    assert_eq!(
        sessions.collect::<Vec<_>>().join("; "),
        "09:00 Ropes for all [Room 4] (Ada Birk, Teun Vos); 10:00 Knots [] (Ada Birk); 19:00 Dinner [] ()"
    );
}

#[test]
fn talks_stand_in_the_description_of_a_slot() {
    let event = event(
        "event/2031/a.md",
        "title: Harbour Workshop\nstart: 2031-03-04",
        "## Programme\n\n<dl><dt>9:00 - 9:20</dt><dd><strong>Welcome</strong><br>Ada Birk, Director, Quay Hall</dd>\
         <dt>9:20 - 10:00</dt><dd><strong>Cases</strong><ul><li>Ropes, Teun Vos, Quay Works</li>\
         <li>Knots, Sol Marchetti</li></ul></dd></dl>",
    );
    let sessions = &event.programme.days[0].sessions;
    let people = |session: &Session| {
        let people = session.speakers.iter().map(|person| format!("{} ({})", person.name, person.affiliation));
        people.collect::<Vec<_>>().join("; ")
    };
    assert_eq!(people(&sessions[0]), "Ada Birk (Director, Quay Hall)");
    let talks = sessions[1].sessions.iter().map(|talk| format!("{}: {}", talk.title, people(talk)));
    assert_eq!(talks.collect::<Vec<_>>().join("; "), "Ropes: Teun Vos (Quay Works); Knots: Sol Marchetti ()");
}

#[test]
fn sponsors_choose_among_levels_of_other_names() {
    let event = event(
        "event/2031/sponsors.md",
        "title: Sponsorship of the Harbour Conference",
        "## Levels\n\n### Gold - €500\n\nAll.\n\n### Dinner Sponsor - €400\n\nA table.\n\n### Booth rent - €90\n\nA booth.",
    );
    let levels: Vec<&str> = event.sponsor_levels.iter().map(|level| level.name.as_str()).collect();
    assert_eq!(levels, ["Gold", "Dinner Sponsor"]);
}

#[test]
fn a_scholarship_is_for_an_event() {
    let event = event("event/2031/grants.md", "title: Harbour Conference Travel Scholarship", "Apply by 4 March 2031.");
    assert_eq!(event.name, "Harbour Conference");
}

#[test]
fn midnight_ends_the_day_of_a_deadline() {
    let event = event(
        "event/2031/cfp.md",
        "title: Call for Proposals, Harbour Conference",
        "The deadline for submissions is 4 March 2031 at midnight Pacific.\n\n## Formats\n\n\
         1. Individual 20 minute presentations\n2. Posters\n\nAsk Ada (ada.birk [at] quay.example).",
    );
    let call = &event.calls[0];
    let deadline = serde_json::to_value(&call.deadline).expect("a moment is JSON");
    assert_eq!(
        (deadline["date"].as_str(), deadline["time"].as_str(), deadline["time_zone"].as_str()),
        (Some("2031-03-04"), Some("23:59"), Some("America/Los_Angeles"))
    );
    let formats: Vec<&str> = call.formats.iter().map(|format| format.name.as_str()).collect();
    assert_eq!(formats, ["Individual presentations", "Posters"]);
    assert_eq!(event.contacts[0].email, "ada.birk@quay.example");
}

#[test]
fn links_below_recordings_lead_to_films() {
    let event = event(
        "event/2031/a.md",
        "title: Harbour Week\nstart: 2031-03-04",
        "**Time**: 9am - 12pm EST / 2pm - 5pm GMT\n\n## Recordings\n\n* [Day 1](https://www.youtube.com/watch?v=one)\n\n\
         ## Getting there\n\n* [Day 2](https://www.youtube.com/watch?v=two)",
    );
    let media: Vec<&str> = event.media.iter().map(|medium| medium.url.as_str()).collect();
    assert_eq!(media, ["https://www.youtube.com/watch?v=one"]);
    assert_eq!(event.start_time.map(|time| time.to_string()).as_deref(), Some("09:00"));
}

#[test]
fn a_week_in_a_town_with_its_country_takes_place_there() {
    let of = |body: &str| event("event/2031/a.md", "title: Harbour Week\nstart: 2031-03-04", body).location;
    assert_eq!(of("The guild announces a week of events in Lund, Sweden, with talks."), "Lund, Sweden");
    assert_eq!(of("The guild announces a week of training in Ropes, Knots and Sails."), "");
}

#[test]
fn headings_at_the_top_are_where_and_when() {
    let event = event(
        "event/2031/a.md",
        "title: Harbour Conference and Showcase",
        "## Lund, Sweden\n### 4-7 March 2031\n\nWe tie.\n\n## When & where\n\n- Showcase: March 4, Quay Hall\n\
         - Conference: March 5-6, Rope House\n\n## Call for proposals\n\nThe call is now closed. Speakers hear from us by 3 February.\n\n\
         ## Contact\n\nteam[at]quay[dot]example",
    );
    assert_eq!((days(&event), event.location.as_str()), ("2031-03-04 2031-03-07".to_owned(), "Lund, Sweden"));
    let parts: Vec<&str> = event.parts.iter().map(|part| part.name.as_str()).collect();
    assert_eq!(parts, ["Showcase", "Conference"]);
    assert_eq!(event.calls[0].status.as_ref().map(ToString::to_string).as_deref(), Some("closed"));
    assert_eq!(event.contacts[0].email, "team@quay.example");
}

#[test]
fn what_is_described_under_a_heading_of_its_own_is_not_the_event() {
    let of = |body: &str| event("event/2031/a.md", "title: Harbour Week\nstart: 2031-03-04", body).description;
    let long = "The works of the quay give ropes and sails and much more to all who come to tie.";
    assert_eq!(of(long), long);
    assert_eq!(of(&format!("## Harbour\n\n{long}")), long);
    assert_eq!(of(&format!("## Sponsors\n\n{long}")), "");
    assert_eq!(of(&format!("| Time | Talk |\n|---|---|\n| 9:00 | Knots |\n\n## Knots\n\n{long}")), "");
}

#[test]
fn proposals_that_are_welcome_until_a_day_are_due_then() {
    let event = event(
        "event/2031/a.md",
        "title: Harbour Week\nstart: 2031-03-04",
        "We welcome proposals for talks until 3 February 2031.\n\nAll talks are held in the Casa Verde, Rope Street 5.",
    );
    let deadline = event.calls[0].deadline.as_ref().and_then(|moment| moment.date);
    assert_eq!(deadline.map(|day| day.to_string()).as_deref(), Some("2031-02-03"));
    assert_eq!(event.venues[0].address, "Rope Street 5");
}

#[test]
fn a_host_is_looked_for_years_before() {
    let event = event(
        "event/2031/hosts.md",
        "title: Call for Hosts - 2031 Harbour Conference",
        "Send a letter (max. 2 pages) to us@quay.example before 1 December 2029. A decision will be announced in January.",
    );
    let call = &event.calls[0];
    let deadline = call.deadline.as_ref().and_then(|moment| moment.date);
    assert_eq!(deadline.map(|day| day.to_string()).as_deref(), Some("2029-12-01"));
    assert_eq!(call.status, None);
}

#[test]
fn hours_with_a_dot_start_lines_and_rows() {
    let starts = |body: &str| {
        let event = event("event/2031/a.md", "title: Harbour Meeting, 4 March 2031", body);
        let days = event.programme.days.iter().flat_map(|day| &day.sessions);
        days.map(|session| session.start.map(|start| start.to_string()).unwrap_or_default()).collect::<Vec<_>>()
    };
    let want = ["09:00", "14:15", "16:30"];
    assert_eq!(starts("## Programme\n\n* 9.00 Welcome\n* 14.15 Knots\n* 16.30 Ropes"), want);
    let rows = "<tr><td>9.00</td><td>Welcome</td></tr><tr><td>14.15</td><td>Knots</td></tr><tr><td>16.30</td><td>Ropes</td></tr>";
    assert_eq!(starts(&format!("<table>{rows}</table>")), want);
    // Prices, versions, and what has another number of minutes.
    assert_eq!(starts("## Programme\n\n* 9.99 Welcome\n* 2.17 Knots"), [""; 0]);
    assert_eq!(starts("|Who|Price|\n|---|---|\n|Members|9.50|\n|Others|14.50|"), [""; 0]);
}

#[test]
fn the_days_over_a_page_are_no_session() {
    let event = event(
        "event/2031/a.md",
        "title: Showcase, Lund, 2031",
        "# Harbour Showcase\n\nThursday 6 March 2031, 2pm–6pm\n\nMuseum of Ropes, Quay 4, Lund\n\nAll may come.",
    );
    assert_eq!(event.programme.days.len(), 0);
    assert_eq!((event.location.as_str(), event.venues[0].address.as_str()), ("Lund", "Quay 4, Lund"));
}

#[test]
fn what_takes_an_events_place_online_moves_it() {
    let status = |body: &str| {
        let event = event("event/2031/a.md", "title: Harbour Week\nstart: 2031-03-04", body);
        event.status.map(|status| status.to_string()).unwrap_or_default()
    };
    let off = "The conference in Lund has been cancelled.";
    assert_eq!(status(&format!("{off} In its place we hold a week of online sessions.")), "moved-online");
    assert_eq!(status(&format!("{off} We thank all who wrote to us online.")), "cancelled");
}

#[test]
fn dates_of_a_timeline_are_those_of_its_call() {
    let event = event(
        "event/2031/a.md",
        "title: Harbour Conference\nstart: 2031-06-04",
        "With our hosts, the Quay Museum and the Rope Archive.\n\n\
         * **June 4**: Showcase\n* **June 5**: Community day\n\n\
         ## Timeline\n\n* Call for proposals opens: 15 November 2030\n\
         * ~~Call for proposals closes: 15 January 2031~~ **extended to 31 January 2031**, 23:59 AoE\n\n\
         ## Scholarships\n\nFive scholarships are given. [Apply](https://quay.example/s) by 15 February 2031.\n\n\
         ## Venue\n\nRope House\nQuay 5\n222 23 Lund",
    );
    let days = event.calls.iter().map(|call| {
        let day = |moment: Option<&handbill_model::Moment>| {
            moment.and_then(|moment| moment.date).map(|day| day.to_string()).unwrap_or_default()
        };
        format!("{} {} {}", day(call.opens.as_ref()), day(call.deadline.as_ref()), call.url)
    });
    assert_eq!(days.collect::<Vec<_>>(), ["2030-11-15 2031-01-31 ", " 2031-02-15 https://quay.example/s"]);
    let hosts: Vec<&str> = event.hosts.iter().map(|host| host.name.as_str()).collect();
    assert_eq!(hosts, ["Quay Museum", "Rope Archive"]);
    assert_eq!(event.venues[0].address, "Quay 5, 222 23 Lund");
}

#[test]
fn what_one_session_tells_is_not_of_the_event() {
    let event = event(
        "event/2031/a.md",
        "title: Harbour Conference",
        "### Day 1 – Tuesday, 4 March 2031\n\n#### Block 1 (8:00–10:00 UTC)\n\n- Lightning talks:\n  - Ropes (Teun Vos)\n\n\
         ### Day 2 – Wednesday, 5 March 2031\n\n#### Workshop (13:00–16:00 UTC)\n\n\
         Tie a knot of your own, led by Ada Birk of the Quay Works. Limited to 40 people; [sign up](https://forms.gle/knots).",
    );
    assert_eq!((event.logistics.capacity, event.logistics.registrations.len()), (None, 0));
    assert_eq!(event.description, "");
    assert_eq!(event.programme.days[0].sessions[0].sessions[0].title, "Ropes");
}

#[test]
fn prices_are_parted_by_strokes_and_levels_stand_in_lists() {
    let event = event(
        "event/2031/sponsors.md",
        "title: Sponsor the 2031 Harbour Conference",
        "**Cost**: $25 for members / $75 for all others\n\n## Sponsorship\n\n* Gold: $500\n* Dinner sponsor: $400",
    );
    assert_eq!(event.name, "2031 Harbour Conference");
    let levels: Vec<&str> = event.sponsor_levels.iter().map(|level| level.name.as_str()).collect();
    assert_eq!(levels, ["Gold", "Dinner sponsor"]);
    let prices = event.logistics.cost.iter().flat_map(|cost| &cost.prices).map(|price| price.label.as_str());
    assert_eq!(prices.collect::<Vec<_>>(), ["members", "all others"]);
}

#[test]
fn hours_of_one_day_are_not_those_of_several() {
    let hours = |days: &str| {
        let event = event(
            "event/2031/a.md",
            &format!("title: Harbour Week\n{days}"),
            "## Showcase - Monday, March 3\n\n* **When**: 9:30am - 5:00pm\n* **Where**: Quay Hall\n",
        );
        event.start_time.map(|time| time.to_string())
    };
    assert_eq!(hours("start: 2031-03-03\nend: 2031-03-05"), None);
    assert_eq!(hours("start: 2031-03-03").as_deref(), Some("09:30"));
}
