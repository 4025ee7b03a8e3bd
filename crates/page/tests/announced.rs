//! What a page announces of its event in lists, tables and lines: parts, hosts, sponsors, formats, people.

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
fn hosts_are_joined_by_with() {
    let rows = [
        ("The workshop is hosted by the Quay Library with the Rope Museum.", "Quay Library; Rope Museum"),
        ("The Quay Library and the Rope Museum will be our hosts.", "The Quay Library; Rope Museum"),
        ("The workshop is hosted by the Quay Library with support from the Rope Museum.", "Quay Library"),
        ("The workshop is hosted by the Quay Library with Ada Birk.", "Quay Library"),
        ("Quay Library is proud to host the workshop.", "Quay Library"),
        ("Quay Library and Rope Museum invite you to a workshop on knots.", "Quay Library; Rope Museum"),
        ("The Knots Committee invites you to a workshop on knots.", ""),
        ("Quay Library invites you to send in proposals.", ""),
        ("The workshop is hosted by the Quay Library with Coffee Room, tea and all.", "Quay Library"),
    ];
    each(&rows, |event| joined(event.hosts.iter().map(|host| host.name.clone())));
}

#[test]
fn sponsors_have_their_level_behind_them() {
    let rows = [
        ("Sponsors so far: Kelp Works (Gold), Salt Inc (Silver)", "Kelp Works/Gold; Salt Inc/Silver"),
        ("## Sponsors\n\n* Kelp Works (Gold)\n* Salt Inc\n", "Kelp Works/Gold; Salt Inc/"),
        // Nobody says that these pay.
        ("Sponsors so far: Kelp Works (Gold), Salt Inc (Ystad)", ""),
        ("Become a sponsor: Kelp Works (Gold)", ""),
        ("## Sponsors\n\n* Kelp Works (Ystad)\n", "Kelp Works (Ystad)/"),
        ("Ystad 2031 is made possible by Kelp Works and Salt Inc.", "Kelp Works/; Salt Inc/"),
        ("In 2031 the new quay was made possible by Kelp Works.", ""),
        ("## Sponsors\n\n**Gold:** Kelp Works; Salt Inc\n", "Kelp Works/Gold; Salt Inc/Gold"),
        (
            "## Sponsors\n\n| Sponsor | Level |\n|---|---|\n| Kelp Works | Gold |\n| Salt Inc | Lunch |\n",
            "Kelp Works/Gold; Salt Inc/Lunch",
        ),
        ("## Sponsors\n\n| Name | Level | Price |\n|---|---|---|\n| Lunch | Gold | €900 |\n", ""),
    ];
    each(&rows, |event| joined(event.sponsors.iter().map(|sponsor| format!("{}/{}", sponsor.name, sponsor.level))));
    let levels =
        "## Sponsorship\n\n| Level | Price |\n|---|---|\n| Gold (limit 2) | €900 |\n| Friend (of ropes) | €90 |\n";
    let priced = "## Sponsorship\n\n### Gold: CHF 3'000 (one left)\n\n### Lunch sponsor: CHF 1’500 (taken)\n\n\
                  ### Friend of Ropes: from CHF 90\n\n### Silver: CHF 1'20\n";
    let rows = [
        (levels, "Gold 900; Friend (of ropes) 90"),
        (priced, "Gold 3000; Lunch sponsor 1500; Friend of Ropes 90; Silver 1"),
    ];
    each(&rows, |event| {
        let price = |level: &handbill_model::SponsorLevel| {
            level.price.as_ref().map(|price| price.amount.clone()).unwrap_or_default()
        };
        joined(event.sponsor_levels.iter().map(|level| format!("{} {}", level.name, price(level))))
    });
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
            "## Call for Proposals\n\nWe welcome proposals. Come to the desk if you are interested in:\n\n* Knots\n* Ropes\n",
            "",
        ),
    ];
    each(&rows, |event| joined(event.calls.iter().flat_map(|call| &call.themes).map(|theme| theme.name.clone())));
}

#[test]
fn groups_of_people_stand_behind_labels() {
    let rows = [
        (
            "**Programme committee:** Ada Birk (Quay Works), Teun Vos\n\n**Local team:** Sol Marchetti, Noor Wilde",
            "Ada Birk, Teun Vos; Sol Marchetti, Noor Wilde",
        ),
        ("**Winning team:** Sol Marchetti, Noor Wilde\n\n**Local team:** ask at the desk", ""),
    ];
    each(&rows, |event| {
        let names = |committee: &handbill_model::Committee| {
            committee.members.iter().map(|member| member.name.clone()).collect::<Vec<_>>().join(", ")
        };
        joined(event.committees.iter().map(names))
    });
}

#[test]
fn a_town_stands_behind_its_building_or_its_event() {
    let rows = [
        ("4 March 2031, Quay Hall, Ystad, Sweden", "Ystad, Sweden"),
        ("4 March 2031, Quay Hall, Rope Museum", ""),
        ("We offer grants to come to the Ropes Conference (Ystad, 4 March 2031).", "Ystad"),
        ("We offer grants to come to the Ropes Conference (Online, 4 March 2031).", ""),
        ("We offer grants to those who tie ropes (Ystad, 4 March 2031).", ""),
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
