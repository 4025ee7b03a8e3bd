//! What a page announces of its event in lists, tables and lines: parts, places, prices, formats.

mod rows;

use handbill_model::Event;
use rows::each;

fn days(start: Option<handbill_model::Date>, end: Option<handbill_model::Date>) -> String {
    let day = |day: Option<handbill_model::Date>| day.map(|day| day.strftime("%m-%d").to_string()).unwrap_or_default();
    if start == end { day(start) } else { format!("{}/{}", day(start), day(end)) }
}

fn joined<'a>(items: impl Iterator<Item = String> + 'a) -> String {
    items.collect::<Vec<_>>().join("; ")
}

fn parts(event: &Event) -> String {
    let of = |part: &handbill_model::Part| {
        format!("{} {} @{}", part.name, days(part.start, part.end), part.location)
            .trim_end_matches([' ', '@'])
            .to_owned()
    };
    let venues = joined(event.venues.iter().map(|venue| venue.name.clone()));
    format!("{} | {venues}", joined(event.parts.iter().map(of)))
}

#[test]
fn parts_stand_in_a_table_of_what_is_held_when_and_where() {
    let event = |body: &str| {
        rows::event(&format!("---\ntitle: Ropes of the World - Ystad, Sweden - March 4-7, 2031\n---\n{body}\n"))
    };
    let rows = [
        (
            "| What | When | Where |\n|---|---|---|\n| Showcase | Tuesday, March 4 | Quay Museum, Pier 3 |\n\
             | Conference | March 5 and March 6 | Rope Hall |\n",
            "Showcase 03-04 @Quay Museum, Pier 3; Conference 03-05/03-06 @Rope Hall | Quay Museum; Rope Hall",
        ),
        (
            "* **Tuesday, March 4**, 13:00 — Showcase at the Quay Museum\n* **Friday, March 7**, 9:00 — Working meeting",
            "Showcase 03-04 @Quay Museum; Working meeting 03-07 | Quay Museum",
        ),
        // Another list with a day stands before it.
        (
            "* Dates: March 4-7\n\n## Days\n\n* March 4: Workshops\n* March 5-7: Conference",
            "Workshops 03-04; Conference 03-05/03-07 | ",
        ),
        (
            "* Showcase (free): Tuesday, 4 March - Quay Museum, Pier 3\n\
             * Conference (ticket): Wednesday, 5 March and Thursday, 6 March - Rope Hall\n",
            "Showcase 03-04 @Quay Museum, Pier 3; Conference 03-05/03-06 @Rope Hall | Quay Museum; Rope Hall",
        ),
        ("* Showcase: Tuesday, 4 March\n* Showcase tickets: until 3 March\n", " | "),
        // What one does before the event, days of a programme, and a part on no day.
        ("| What | When |\n|---|---|\n| Workshop proposals due by email | March 4 |\n| Conference | March 5 |", " | "),
        ("| What | When |\n|---|---|\n| Conference day 1 | March 4 |\n| Conference day 2 | March 5 |", " | "),
        ("| What | When |\n|---|---|\n| Showcase | March 4 |\n| Conference | to be told |", " | "),
    ];
    for (body, want) in rows {
        assert_eq!(parts(&event(body)), want, "{body}");
    }
}

#[test]
fn a_table_of_one_row_heads_a_page() {
    let told = |body: &str| {
        let event = rows::event(&format!("---\ntitle: Knots Training 2031\n---\n{body}\n"));
        let mode = event.attendance.map(|mode| mode.to_string()).unwrap_or_default();
        format!("{} {mode}", days(event.start, event.end))
    };
    for (body, want) in [
        ("| **March 4 & 6** | **Zoom** |\n\nTwo lessons.", "03-04/03-06 online"),
        ("| March 4, 2031 | Ystad, Sweden |\n\nA lesson.", "03-04 in-person"),
        // Whoever writes on a day is no event of that day.
        ("| Updated March 4 by us | Zoom |\n\nA lesson.", " "),
        ("| March 4 | Zoom |\n| March 9 | Zoom |\n\nLessons.", " "),
    ] {
        assert_eq!(told(body), want, "{body}");
    }
}

#[test]
fn the_day_of_the_event_stands_in_a_sentence_on_proposals() {
    let told = |body: &str| {
        let event = rows::event(&format!("---\ntitle: Call for Proposals, Knots Conference 2031\n---\n{body}\n"));
        days(event.start, event.end)
    };
    for (body, want) in [
        (
            "We invite proposals for our conference, to be held in Ystad, Sweden, from March 4 to 6, 2031.",
            "03-04/03-06",
        ),
        ("Proposals for a conference to be held in Ystad are due on March 4, 2031.", ""),
        ("Proposals for what will take place there close before March 4, 2031.", ""),
    ] {
        assert_eq!(told(body), want, "{body}");
    }
}

#[test]
fn a_table_lists_formats_with_their_lengths() {
    let rows = [
        (
            "## Call for Proposals\n\nWe welcome proposals.\n\n| Format | Length |\n|---|---|\n| Talk | 20 minutes |\n\
             | Panel | 45-60 minutes |\n| Poster | |\n",
            "Talk 20 20; Panel 45 60; Poster",
        ),
        (
            "## Call for Proposals\n\nWe welcome proposals.\n\n* **Talks** of 20 minutes\n* **Workshops**, half-day (3 hours)\n\
             * **Panels**: one hour\n",
            "Talks 20 20; Workshops 180 180; Panels 60 60",
        ),
        (
            "## Call for Proposals\n\nWe welcome proposals.\n\n### Formats\n\nTalks\n: 20 minutes\n\nPanels\n: up to 1 hour\n",
            "Talks 20 20; Panels 0 60",
        ),
        (
            "## Call for Proposals\n\nWe welcome proposals.\n\n### Formats\n\n1. Talk (20 min)\n2. Workshop (half a day: 3 h)\n3. Poster (3 hangers)\n",
            "Talk 20 20; Workshop 180 180; Poster",
        ),
        (
            "## Call for Proposals\n\nWe welcome proposals.\n\n| Type | Minutes |\n|---|---|\n| Talk | 20 |\n| Workshop | 90 |\n",
            "Talk 20 20; Workshop 90 90",
        ),
        (
            "## Call for Proposals\n\nProposals are welcome for\n\n- 5-minute lightning talks,\n- 30-minute discussions, and\n\
             - sessions of 60 minutes or 2 hours.\n",
            "lightning talks 5 5; discussions 30 30; sessions 60 120",
        ),
        // How long the parts of a talk are.
        ("## Call for Proposals\n\nYour talk has\n\n- 15 minutes to present\n- 5 minutes for questions\n", ""),
        // A length and more time for questions, and a timetable.
        (
            "## Call for Proposals\n\nWe welcome proposals.\n\n| Format | Length |\n|---|---|\n| Talk | 15 + 5 minutes |\n\
             | Panel | 1 hour |\n| Demo | 1 hour |\n",
            "Talk; Panel 60 60; Demo 60 60",
        ),
        (
            "## Call for Proposals\n\nWe welcome proposals.\n\n| Type | Time |\n|---|---|\n| Talk | 9:00 |\n| Panel | 10:00 |\n",
            "",
        ),
    ];
    each(&rows, |event| {
        let formats = event.calls.iter().flat_map(|call| &call.formats);
        joined(formats.map(|format| {
            let minutes = format.minutes.as_ref();
            let minutes = minutes
                .map(|minutes| format!(" {} {}", minutes.min.unwrap_or_default(), minutes.max.unwrap_or_default()));
            format!("{}{}", format.name, minutes.unwrap_or_default())
        }))
    });
}

#[test]
fn places_are_counted_in_the_label_of_registration() {
    let rows = [
        ("* Registration (40 places): [form](https://forms.example/1)\n* Cost: none", "40"),
        ("[Register for the reception only](https://forms.example/1) (40 places).", ""),
        ("There are 40 places at the event.", "40"),
        ("* Lunch (40 places): at the quay\n* Cost: none", ""),
        ("It is free. Seats: 40. Come early.", "40"),
        ("It is free. Seats: 40 in the hall, 10 upstairs.", ""),
        ("Come early; max. 40 people.", "40"),
        ("Teams of max. 40 people tie a rope.", ""),
    ];
    each(&rows, |event| event.logistics.capacity.map(|count| count.to_string()).unwrap_or_default());
}

#[test]
fn a_list_of_prices_stands_under_registration() {
    let rows = [
        ("## Registration\n\n* Early: €100\n* Later: €150\n", "100 150"),
        ("## Registration\n\n* Early: €100\n* Bring a rope\n", ""),
    ];
    each(&rows, |event| {
        let prices = event.logistics.cost.iter().flat_map(|cost| &cost.prices);
        prices.map(|price| price.amount.clone()).collect::<Vec<_>>().join(" ")
    });
}

#[test]
fn an_event_that_is_online_says_so() {
    let rows = [
        ("The meeting is online on March 4.", "online"),
        ("The programme is online since March 4.", ""),
        ("We will meet online on March 4.", "online"),
    ];
    each(&rows, |event| event.attendance.as_ref().map(ToString::to_string).unwrap_or_default());
}

#[test]
fn the_title_tells_behind_a_colon_what_the_page_is() {
    for (title, want) in [
        ("Ropes Conference 2031: Sponsors and Exhibitors", "Ropes Conference 2031 call"),
        ("Ropes Conference 2031: Travel", "Ropes Conference 2031 travel"),
        ("Become a Sponsor of the Ropes Conference 2031", "Ropes Conference 2031 call"),
        ("Schedule for the Ropes Conference 2031", "Ropes Conference 2031 schedule"),
        ("Ropes Conference 2031: Call for Papers and Workshops", "Ropes Conference 2031 call"),
        ("Ropes Conference 2031: Travel in Ropes", "Ropes Conference 2031: Travel in Ropes travel"),
    ] {
        let text = format!("---\ntitle: \"{title}\"\n---\nIt takes place on March 4, 2031.\n");
        let read = handbill_page::read("events/a.md", &text, &handbill_page::Site::default()).document;
        let name = read.event.map(|event| event.name).unwrap_or_default();
        assert_eq!(format!("{name} {}", read.page.role), want, "{title}");
    }
}

#[test]
fn who_sends_in_registers_elsewhere() {
    let rows = [
        ("Send in your abstract through [ConfTool](https://www.conftool.org/a). Speakers must register by March.", ""),
        (
            "Register in time; this is done through [ConfTool](https://www.conftool.org/a).",
            "https://www.conftool.org/a",
        ),
    ];
    each(&rows, |event| {
        joined(event.logistics.registrations.iter().filter(|way| !way.url.is_empty()).map(|way| way.url.clone()))
    });
}

#[test]
fn themes_follow_what_a_call_is_interested_in() {
    let rows = [
        (
            "## Call for Proposals\n\nWe welcome proposals. We are especially interested in:\n\n1. Knots\n2. Ropes of all lengths\n",
            "Knots; Ropes of all lengths",
        ),
        (
            "## Call for Proposals\n\nWe welcome proposals. They may address any of these areas:\n\n1. Knots\n2. Ropes of all lengths\n",
            "Knots; Ropes of all lengths",
        ),
        (
            "## Call for Proposals\n\nWe welcome proposals.\n\n### Areas of interest\n\n**Knots** - how to tie\n\n**Ropes** - what to tie\n",
            "Knots; Ropes",
        ),
        (
            "## Call for Proposals\n\nWe welcome proposals.\n\n### Areas of interest\n\n**Note** - these are all\n\nKnots and ropes.\n",
            "",
        ),
        (
            "## Call for Proposals\n\nWe welcome proposals. Come to the desk if you are interested in:\n\n* Knots\n* Ropes\n",
            "",
        ),
    ];
    each(&rows, |event| joined(event.calls.iter().flat_map(|call| &call.themes).map(|theme| theme.name.clone())));
}

#[test]
fn a_town_stands_behind_its_building_or_its_event() {
    let rows = [
        ("4 March 2031, Quay Hall, Ystad, Sweden", "Ystad, Sweden"),
        ("4 March 2031, Quay Hall, Rope Museum", ""),
        ("We offer grants to come to the Ropes Conference (Ystad, 4 March 2031).", "Ystad"),
        ("We offer grants to come to the Ropes Conference (Online, 4 March 2031).", ""),
        ("We offer grants to those who tie ropes (Ystad, 4 March 2031).", ""),
        ("* Where: [ConfTool](https://www.conftool.org/ropes)\n* When: 4 March 2031\n", ""),
        ("* Where: [Ystad](https://ystad.example)\n* When: 4 March 2031\n", "Ystad"),
    ];
    each(&rows, |event| event.location.clone());
}

#[test]
fn several_buildings_stand_behind_one_label() {
    let rows = [
        (
            "* Venues: Quay Library (Showcase); Rope Hall, Pier 3 (Conference)\n* Cost: none",
            "Quay Library/Showcase; Rope Hall/Conference",
        ),
        ("## Where to stay\n\n**Quay Hotel**, 12 Pier Road - 90 per night\n", ""),
    ];
    each(&rows, |event| joined(event.venues.iter().map(|venue| format!("{}/{}", venue.name, venue.purpose))));
}

#[test]
fn the_language_of_an_event_is_stated() {
    let rows = [
        ("The conference language is English.", "English"),
        ("The language of the signs in the harbour is English.", ""),
        ("* Language: Spanish, with slides in English\n", "Spanish"),
        ("* Language: Spanish, English\n", "Spanish; English"),
    ];
    each(&rows, |event| joined(event.languages.iter().map(|language| language.name.clone())));
}

#[test]
fn under_questions_stands_whom_to_ask() {
    let told = |body: &str| {
        let text = format!("---\ntitle: Hotels\n---\n{body}\n");
        let event = rows::event(&text);
        joined(event.contacts.iter().map(|contact| contact.email.clone()))
    };
    assert_eq!(told("## Questions\n\n<us@ropes.example>\n"), "us@ropes.example");
    assert_eq!(told("## Quay Hotel\n\n<rooms@quay.example>\n"), "");
}

#[test]
fn the_days_of_the_parts_are_those_of_the_event() {
    let event = |body: &str| rows::event(&format!("---\ntitle: Ropes of the World 2031\n---\n{body}\n"));
    let table = "| Date | Event |\n|---|---|\n| 4 March 2031 | Showcase |\n| 5-6 March 2031 | Conference |\n";
    let read = event(table);
    assert_eq!(parts(&read), "Showcase 03-04; Conference 03-05/03-06 | ");
    assert_eq!(days(read.start, read.end), "03-04/03-06");
    assert!(read.programme.days.is_empty());
    let days_of = table.replace("5-6 March 2031 | Conference", "5 March 2031 | Workshop");
    assert!(event(&days_of).programme.days.is_empty());
    assert!(!event(&format!("## Programme\n\n{days_of}")).programme.days.is_empty());
    let read = event("We look forward to welcoming you to Ystad on 4-6 March 2031!");
    assert_eq!(days(read.start, read.end), "03-04/03-06");
}

#[test]
fn that_there_is_no_fee_is_free() {
    let rows = [
        ("## Registration\n\nThere is no fee, but come early.\n", "true"),
        ("Free, on Zoom.", "true"),
        ("* How much: nothing\n* Where: Ystad\n", "true"),
        ("## Lockers\n\nThere is no fee, but come early.\n", ""),
        ("Free hands are needed.", ""),
    ];
    each(&rows, |event| {
        let free = event.logistics.cost.as_ref().and_then(|cost| cost.free);
        free.map(|free| free.to_string()).unwrap_or_default()
    });
}

#[test]
fn one_of_several_days_is_not_the_whole() {
    let text = "---\ntitle: Programme of the Ropes Conference\n---\n**Tuesday 4 March 2031**\n\n* 9:00 Knots\n* 10:00 Ropes\n\n\
                **Wednesday 5 March 2031**\n\n* 9:00 Nets\n* 10:00 End\n";
    let event = rows::event(text);
    assert_eq!(days(event.start, event.end), "03-04/03-05");
}

#[test]
fn a_code_of_conduct_is_known_by_its_address() {
    let rows = [
        ("Be kind ([read how](https://ropes.example/event/conduct/)).", "https://ropes.example/event/conduct/"),
        ("Be kind ([read how](https://ropes.example/how-to-conduct/)).", ""),
    ];
    each(&rows, |event| {
        event.logistics.code_of_conduct.as_ref().map(|conduct| conduct.url.clone()).unwrap_or_default()
    });
}
