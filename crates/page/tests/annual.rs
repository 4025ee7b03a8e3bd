//! What pages of annual conferences tell of calls, sponsors, places and people in their own ways.

mod rows;

use handbill_model::Event;
use rows::each;

fn joined<'a>(items: impl Iterator<Item = String> + 'a) -> String {
    items.collect::<Vec<_>>().join("; ")
}

#[test]
fn hotels_are_no_venues() {
    let rows = [
        ("## Venue\n\nWerft, Quay 4, 222 23 Lund\n", "Werft"),
        ("## Venue and travel\n\nHotels near by:\n\n* Hotel Knot, Ropewalk 23\n* Grand Hotel, Quay 9\n", ""),
        ("## Venue\n\nWerft, Quay 4, 222 23 Lund\n\n### Hotels\n\nHotel Knot, Ropewalk 23, Lund\n", "Werft"),
    ];
    each(&rows, |event| joined(event.venues.iter().map(|venue| venue.name.clone())));
}

#[test]
fn a_town_stands_in_front_of_its_post_code() {
    let rows = [
        ("**Where:** Rope Theatre, Museum of Sails, Quay Park, Cardiff CF10 3NP", "Cardiff"),
        ("**Where:** Museum of Sails, Quay Street 4, Leeds, LS2 9JT", "Leeds"),
        ("**Where:** Museum of Sails, 4 Quay Street, Springfield, IL 62701", "Springfield, IL"),
        ("**Where:** Museum of Sails, Quay 4, 222 23 Lund, Sweden", "Lund, Sweden"),
    ];
    each(&rows, |event| event.location.clone());
}

#[test]
fn an_address_stands_behind_the_name_of_whom_to_ask() {
    let rows = [
        ("**Contact:** Ada Birk (ada.birk [at] quay.example)", "ada.birk@quay.example Ada Birk"),
        ("* Ada Birk - [ada@quay.example](mailto:ada@quay.example)", "ada@quay.example Ada Birk"),
        ("Questions to the team (team@quay.example)", "team@quay.example "),
        ("Write to Ada Birk or others, team@quay.example", "team@quay.example "),
    ];
    each(&rows, |event| joined(event.contacts.iter().map(|one| format!("{} {}", one.email, one.name))));
}

#[test]
fn nothing_is_paid_where_there_is_no_fee() {
    let rows = [
        ("The link is the same on all days. There is no fee.", "Some(true)"),
        ("There is no fee for speakers.", "None"),
        ("No charge.", "Some(true)"),
    ];
    each(&rows, |event| format!("{:?}", event.logistics.cost.as_ref().and_then(|cost| cost.free)));
}

#[test]
fn levels_of_sponsors_stand_over_prices_and_between_sentences() {
    let table = "## Sponsorship\n\n<table><tr><th>What</th><th>Gold<br>$900</th><th>Friend<br>from $90</th></tr>\
                 <tr><td>Tickets</td><td>4</td><td>1</td></tr></table>\n";
    let levels = |event: &Event| {
        joined(event.sponsor_levels.iter().map(|level| {
            format!("{} {}", level.name, level.price.as_ref().map(|price| price.text.clone()).unwrap_or_default())
        }))
    };
    each(&[(table, "Gold $900; Friend $90")], levels);
    let rows = [
        (
            "## Sponsors\n\nGold: [Kelp Works](https://k.example). Silver: [Salt Inc](https://s.example), Net Co",
            "Kelp Works/Gold; Salt Inc/Silver; Net Co/Silver",
        ),
        (
            "## Sponsors\n\n### Gold\n\n* Kelp Works\n\n### Supporters\n\n* Salt Inc\n",
            "Kelp Works/Gold; Salt Inc/Supporters",
        ),
        ("## Supporters\n\n* Salt Inc\n", "Salt Inc/"),
        ("## Sponsors\n\nSupported by Kelp Works.", "Kelp Works/"),
        ("## Programme\n\nSupported by Kelp Works.", ""),
    ];
    each(&rows, |event| joined(event.sponsors.iter().map(|one| format!("{}/{}", one.name, one.level))));
}

#[test]
fn prices_have_thousands_and_what_is_free_is_told_behind_labels() {
    let rows = [
        ("| | Until March 31 |\n|---|---|\n| Members | 2 500 NOK |\n", "", "None"),
        ("## Fees\n\n| | Until March 31 |\n|---|---|\n| Members | 2 500 NOK |\n", "2500", "Some(false)"),
        ("**Cost:** 1 200 €", "1200", "Some(false)"),
        ("**Cost:** in 2031 500 NOK", "500", "Some(false)"),
        ("**Registration:** Free, but required", "", "Some(true)"),
        ("**Registration:** Free for members", "", "None"),
        ("Registration: <https://tickets.example> (free for all; lunch €15 a day)", "", "Some(true)"),
    ];
    let rows: Vec<(&str, String)> = rows.iter().map(|(body, sum, free)| (*body, format!("{sum} {free}"))).collect();
    let rows: Vec<(&str, &str)> = rows.iter().map(|(body, told)| (*body, told.as_str())).collect();
    each(&rows, |event| {
        let cost = event.logistics.cost.as_ref();
        let prices = cost.into_iter().flat_map(|cost| &cost.prices);
        format!("{} {:?}", joined(prices.map(|price| price.amount.clone())), cost.and_then(|cost| cost.free))
    });
}

#[test]
fn registration_opens_and_closes_in_one_sentence() {
    let rows = [
        (
            "Registration for the workshop opens on 20 January 2031, and closes on 26 February 2031 or when it is full.",
            "2031-02-26",
        ),
        ("Registration for the workshop opens on 20 January 2031; the bar closes on 4 March 2031.", ""),
        ("The call opens on 20 January 2031 and closes on 26 February 2031.", ""),
        ("Early registration ends January 22; registration closes February 27.", "2031-02-27"),
    ];
    each(&rows, |event| {
        let days = event.logistics.registrations.iter().filter_map(|one| one.closes.as_ref()?.date);
        joined(days.map(|day| day.to_string()))
    });
}

#[test]
fn an_event_that_is_put_off_takes_place_on_its_new_days() {
    let days = |body: &str| {
        let event = rows::event(&format!("---\ntitle: Rope Meeting 2031\n---\n{body}\n"));
        let status = event.status.as_ref().map(ToString::to_string).unwrap_or_default();
        format!("{} {status}", event.start.map(|start| start.to_string()).unwrap_or_default())
    };
    let put_off = "The meeting planned for 11-13 March 2031 will now take place from 14 to 16 October 2031.";
    assert_eq!(days(put_off), "2031-10-14 rescheduled");
    assert_eq!(
        days("The meeting takes place from 14 to 16 October 2031 and has moved to the new hall."),
        "2031-10-14 "
    );
}

#[test]
fn people_stand_behind_a_colon_and_a_room() {
    let day = "## Tuesday, 4 March 2031\n\n";
    let rows = [
        ("* 9:00 Tides: the big picture: Ada Birk (Quay Library)", "Tides: the big picture/Ada Birk/"),
        ("* 9:00 Demos: Ada Birk (Quay Library), Ben Ode (Rope Museum)", "Demos/Ada Birk, Ben Ode/"),
        ("* 9:00 Case study: ledgers (Quay Library)", "Case study: ledgers//Quay Library"),
        (
            "* 9:00 **Knots from scratch** (Room 101) – Ada Birk, Ben Ode",
            "Knots from scratch/Ada Birk, Ben Ode/Room 101",
        ),
    ];
    let rows: Vec<(String, String)> =
        rows.iter().map(|(body, told)| (format!("{day}{body}\n* 10:00 Break"), format!("{told}; Break//"))).collect();
    let rows: Vec<(&str, &str)> = rows.iter().map(|(body, told)| (body.as_str(), told.as_str())).collect();
    each(&rows, |event| {
        let sessions = event.programme.days.iter().flat_map(|day| &day.sessions);
        joined(sessions.map(|one| {
            let people = one.speakers.iter().map(|person| person.name.clone()).collect::<Vec<_>>().join(", ");
            format!("{}/{people}/{}", one.title, one.room)
        }))
    });
}

#[test]
fn a_cell_heads_its_talks_and_a_row_its_days() {
    let told = |body: &str| {
        let event = rows::event(&format!("---\ntitle: Rope Meeting - Lund - March 3-7, 2031\n---\n{body}\n"));
        let session = |one: &handbill_model::Session| {
            let talks = one.sessions.iter().map(|talk| {
                let people = talk.speakers.iter().map(|person| person.name.clone());
                format!("{} by {}", talk.title, people.collect::<Vec<_>>().join(", "))
            });
            format!("{} ({})", one.title, talks.collect::<Vec<_>>().join(", "))
        };
        joined(event.programme.days.iter().map(|day| {
            let date = day.date.map(|date| date.to_string()).unwrap_or_default();
            format!("{date} {}", joined(day.sessions.iter().map(session)))
        }))
    };
    let talks = "## Monday, 3 March\n\n| | |\n|-|-|\n| 13:00 | Welcome |\n\
                 | 14:10 | Lightning talks: <br> Testing Ropes (Pete Moss) <br> Who pays? (Eve Holt) |\n";
    assert_eq!(
        told(talks),
        "2031-03-03 Welcome (); Lightning talks (Testing Ropes by Pete Moss, Who pays? by Eve Holt)"
    );
    // What goes on for two days is not of the day before.
    let days = "| Day | What | Where |\n|---|---|---|\n| Mon 3 March | Open day: ropes | Quay Museum |\n\
                | Tue 4 – Wed 5 March | Community time | Rope Hall |\n| Thu 6 March | Newspapers | Rope Hall |\n";
    assert_eq!(told(days), "2031-03-03 Open day: ropes ();  Community time (); 2031-03-06 Newspapers ()");
}

#[test]
fn a_school_has_days_with_times_and_a_last_day_to_apply() {
    let event = rows::event(
        "---\ntitle: Summer school on ropes\n---\nWhat | Details\n--- | ---\n\
         Dates | Monday 5 July (start 10:00) to Friday 9 July 2032 (end 16:00)\nApplication deadline | 15 April 2032\n",
    );
    let days = event.start.zip(event.end).map(|(start, end)| format!("{start} {end}"));
    assert_eq!(days.as_deref(), Some("2032-07-05 2032-07-09"));
    let closes = event.logistics.registrations.iter().find_map(|one| one.closes.as_ref()?.date);
    assert_eq!(closes.map(|day| day.to_string()).as_deref(), Some("2032-04-15"));
    // Between two days that nothing joins lie others.
    let apart = rows::event("---\ntitle: Ropes 2032\n---\n**Dates:** 5 July (start 10:00), 9 July 2032\n");
    assert_eq!(apart.end.map(|day| day.to_string()).as_deref(), Some("2032-07-05"));
}

#[test]
fn the_same_times_in_other_zones_are_no_sessions() {
    let rows = [
        (
            "| GMT | CET | |\n|-|-|-|\n| 14:00 | 15:00 | Welcome |\n| 14:10 | 15:10 | Ropes (Ada Birk, Quay Library) |\n",
            "Welcome 14:00 ; Ropes 14:10 ",
        ),
        (
            "| Start | End | What |\n|-|-|-|\n| 14:00 | 14:10 | Welcome |\n| 14:10 | 15:00 | Ropes |\n",
            "Welcome 14:00 14:10; Ropes 14:10 15:00",
        ),
    ];
    let time = |time: Option<handbill_model::LocalTime>| time.map(|time| time.to_string()).unwrap_or_default();
    each(&rows, |event| {
        let sessions = event.programme.days.iter().flat_map(|day| &day.sessions);
        joined(sessions.map(|one| format!("{} {} {}", one.title, time(one.start), time(one.end))))
    });
}

#[test]
fn a_title_tells_the_town_and_not_the_field() {
    let read = |title: &str, body: &str| rows::event(&format!("---\ntitle: {title}\n---\n{body}\n"));
    let event = read("ROPE in Museums - Lund", "Date: 4 March 2031");
    assert_eq!((event.name.as_str(), event.location.as_str()), ("ROPE in Museums", "Lund"));
    let invited = "We invite you to the first conference since the storm: **March 6-9, 2031, Ystad, Skåne, Sweden**.";
    assert_eq!(read("Rope Conference 2031", invited).location, "Ystad, Skåne, Sweden");
    let sold = "We invite you to the sale: **March 6-9, 2031, Ropes, Knots and Sails**.";
    assert_eq!(read("Rope Conference 2031", sold).location, "");
}

#[test]
fn what_one_is_stands_behind_where_one_works() {
    let rows = [(
        "## Programme Committee\n\n* Ada Birk (Quay Library, co-chair)\n* Ben Ode (Ropes, Sails)\n",
        "Ada Birk/Quay Library/co-chair; Ben Ode/Ropes, Sails/",
    )];
    each(&rows, |event| {
        let members = event.committees.iter().flat_map(|committee| &committee.members);
        joined(members.map(|one| format!("{}/{}/{}", one.name, one.affiliation, one.role)))
    });
}

#[test]
fn rows_of_labels_describe_nothing() {
    let rows = [(
        "Date: Tuesday 4 March 2031\nTime: 13:00 to 17:00\nPlace: Rope Museum, 10 Quay Park, Lund, on the first floor\n\n\
         The workshop is for makers of ropes, their friends and all who like to tie knots.",
        "The workshop is for makers of ropes, their friends and all who like to tie knots.",
    )];
    each(&rows, |event| event.description.clone());
}

#[test]
fn a_house_in_the_address_is_no_venue() {
    let event = rows::event(
        "---\ntitle: Ropes\nstart: 2031-03-04\nvenue: Quay University\naddress: House 9, Quay 10, 14469 Lund\n---\n\
         **Where:** House 9, Quay 10, 14469 Lund.\n",
    );
    assert_eq!(joined(event.venues.iter().map(|venue| venue.name.clone())), "Quay University");
}

#[test]
fn a_schedule_lies_under_its_event_and_has_days() {
    let event = rows::event(
        "---\ntitle: Programme\nbreadcrumbs:\n  - label: All Events\n  - label: Rope Conference 2031\n---\n\
         ## Monday 3 March - Workshops\n\n* 9:00 Knots\n\n## Tuesday 4 March - Conference Day 1\n\n* 9:00 Sails\n",
    );
    assert_eq!(event.name, "Rope Conference 2031");
    assert_eq!(event.parts.len(), 0);
}

#[test]
fn an_inn_where_guests_sleep_is_no_venue() {
    let rows = [
        ("**Hotel**: A block is held at the Quay Inn at $139 a night.", ""),
        ("The workshop will be held at the Quay Museum.", "Quay Museum"),
    ];
    each(&rows, |event| joined(event.venues.iter().map(|venue| venue.name.clone())));
}

fn call(event: &Event) -> String {
    let day = |moment: &Option<handbill_model::Moment>| {
        let moment = moment.as_ref()?;
        let zone = moment.time_zone.as_ref().map(|zone| format!(" {zone}")).unwrap_or_default();
        Some(format!("{}{zone}", moment.date.map(|date| date.to_string()).unwrap_or_default()))
    };
    let one = |call: &handbill_model::Call| {
        let status = call.status.as_ref().map(ToString::to_string).unwrap_or_default();
        let told = call.dates.iter().map(|date| date.label.clone());
        let all = [Some(status), day(&call.opens), day(&call.deadline)].into_iter().flatten().chain(told);
        all.collect::<Vec<_>>().join(" ").trim().to_owned()
    };
    joined(event.calls.iter().map(one))
}

#[test]
fn the_days_of_a_call_stand_in_sentences_and_terms() {
    let rows = [
        // The list gives the day, and a line of its own the zone.
        (
            "## Call for Proposals\n\n**Deadline: January 26, 2031, anywhere on Earth**\n\n* Call closes: January 26, 2031",
            "2031-01-26 AoE",
        ),
        (
            "## Call for Proposals\n\nThe CfP opens on October 2, 2030 and closes on January 4, 2031.",
            "2030-10-02 2031-01-04",
        ),
        (
            "## Important dates\n\nMon 6 Jan\n: Call for proposals closes (midnight)\n\nFri 7 Feb\n: Notifications sent\n",
            "2031-01-06 notification",
        ),
        ("## Call for Proposals\n\nSend us proposals!\n\nThe call is now closed.", "closed"),
        ("## Call for Proposals\n\nSubmit a proposal! Once the call is closed, all are read.", "open"),
    ];
    each(&rows, call);
}

#[test]
fn the_event_of_a_call_stands_behind_it_or_in_the_heading() {
    let name = |title: &str, body: &str| rows::event(&format!("---\ntitle: {title}\n---\n{body}\n")).name;
    let held = "The conference takes place on 4 March 2031. Proposals are welcome.";
    assert_eq!(name("\"Call for Proposals, 2031 RopeConf\"", held), "2031 RopeConf");
    assert_eq!(
        name("Sponsorship opportunities", &format!("# Sponsor the 2031 Rope Conference\n\n{held}")),
        "2031 Rope Conference"
    );
    assert_eq!(name("Tours", "# Getting there\n\nThe tours are on 4 March 2031."), "Tours");
}

#[test]
fn days_are_saved_and_parts_have_company() {
    let event = rows::event(
        "---\ntitle: 2031 Rope Conference and Showcase\n---\n## Save the date: March 3-7, 2031\n\n\
         | Date | Event | Venue |\n|---|---|---|\n| March 3 | Showcase, 1pm-5pm, then drinks | Quay Museum |\n\
         | March 4-6 | Conference | Rope Hall |\n| March 7 | Excursion to the lighthouse | |\n",
    );
    let days = event.start.zip(event.end).map(|(start, end)| format!("{start} {end}")).unwrap_or_default();
    assert_eq!(days, "2031-03-03 2031-03-07");
    let parts = joined(event.parts.iter().map(|part| format!("{} @{}", part.name, part.location)));
    assert_eq!(parts, "Showcase @Quay Museum; Conference @Rope Hall");
}

#[test]
fn a_link_to_slides_is_no_note() {
    let rows = [(
        "<table><tr><th>Time</th><th>Talk</th><th>Slides</th></tr>\
         <tr><td>9:00-9:30</td><td>Knots</td><td><a href=\"https://s.example/1\">PDF</a></td></tr>\
         <tr><td>9:30-10:00</td><td>Sails</td><td>on request</td></tr></table>",
        "Knots  1; Sails on request 0",
    )];
    each(&rows, |event| {
        let sessions = event.programme.days.iter().flat_map(|day| &day.sessions);
        joined(sessions.map(|one| format!("{} {} {}", one.title, one.note, one.media.len())))
    });
}
