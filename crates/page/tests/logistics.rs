//! What pages tell of everything but the programme: days of parts, buildings, fees, registration, calls, who pays and who
//! organises.

mod rows;

use handbill_model::{Event, Moment, Role};
use handbill_page::{Site, read};
use rows::{each, event};

fn joined<'a>(items: impl Iterator<Item = String> + 'a) -> String {
    items.collect::<Vec<_>>().join("; ")
}

fn days(event: &Event) -> String {
    [event.start, event.end].into_iter().flatten().map(|day| day.to_string()).collect::<Vec<_>>().join("..")
}

fn day(moment: Option<&Moment>) -> String {
    let Some(moment) = moment else { return "-".to_owned() };
    let date = moment.date.map(|day| day.to_string()).unwrap_or_default();
    moment.time.map_or(date.clone(), |time| format!("{date} {time}"))
}

/// The event of a page that has nothing but a title, without a day of its own.
fn untold(body: &str) -> Event {
    event(&format!("---\ntitle: 2031 Rope Conference\n---\n{body}\n"))
}

#[test]
fn parts_stand_below_when_and_where() {
    let parts = |event: &Event| {
        joined(event.parts.iter().map(|part| {
            let start = part.start.map(|day| day.to_string()).unwrap_or_default();
            let hours = part.start_time.map(|time| format!(" {time}")).unwrap_or_default();
            format!("{} {start}{hours}", part.name)
        }))
    };
    let nested = untold(
        "* When:\n    * Showcase: Monday, March 3, 2031, 9am - 5pm\n    * Conference: March 4-6, 2031\n\
         * Where:\n    * Showcase: Quay Library, Hafen 4\n",
    );
    assert_eq!(days(&nested), "2031-03-03..2031-03-06");
    assert_eq!(parts(&nested), "Showcase 2031-03-03 09:00; Conference 2031-03-04");
    // Steps before the event are no parts of it.
    let steps = untold("* Dates:\n    * Conference: March 4-6, 2031\n    * Registration deadline: February 1, 2031\n");
    assert_eq!(days(&steps), "2031-03-04..2031-03-06");
    let beside = untold(
        "- **Showcase** (Tuesday, March 4): Free. Quay Library, Hafen 4\n\
         - **Conference** (March 5-6, 2031): Rope Museum, Seilgasse 1\n",
    );
    assert_eq!(parts(&beside), "Showcase 2031-03-04; Conference 2031-03-05");
    assert_eq!(joined(beside.venues.iter().map(|venue| venue.name.clone())), "Quay Library; Rope Museum");
}

#[test]
fn labels_may_ask() {
    let asked = untold("- **When?** Friday, 7 March, 13:00 – Saturday, 8 March, 16:00\n- **How much?** 30 €\n");
    assert_eq!(days(&asked), "2031-03-07..2031-03-08");
    assert_eq!(asked.logistics.cost.map(|cost| cost.text).as_deref(), Some("30 €"));
    // A question of more words is one of many.
    let many = untold("**When is it due back?** 7 March 2031 – you bring it.\n");
    assert!(many.logistics.dates.is_empty());
}

#[test]
fn what_is_held_stands_in_front_of_its_building() {
    let venues = |event: &Event| {
        joined(event.venues.iter().map(|venue| format!("{} <{}> {}", venue.name, venue.purpose, venue.address)))
    };
    let rows = [
        (
            "## Venue\n\n**Conference:** [Palæstra et Odeum](https://x.example), Paradisgatan 4\n\n**Workshops:** Rope Museum, Seilgasse 6\n",
            "Palæstra et Odeum <Conference> Paradisgatan 4; Rope Museum <Workshops> Seilgasse 6",
        ),
        ("## Venue\n\n**Werft:** Quay 4, 222 23 Lund\n", "Werft <> Quay 4, 222 23 Lund"),
        ("## Venue\n\n**Venue:** Rope Museum, Seilgasse 6\n", "Rope Museum <> Seilgasse 6"),
        ("## Venue\n\n**Conference:** write to us, 4 days before.\n", ""),
    ];
    each(&rows, venues);
}

#[test]
fn registration_closes_where_places_are_taken() {
    let told = |event: &Event| {
        let closes = event.logistics.registrations.first().and_then(|one| one.closes.as_ref());
        format!("{} {:?}", day(closes), event.logistics.capacity)
    };
    let rows = [
        (
            "Registration opened on January 2 and will close on February 23, 2031 or when all 280 places are taken.",
            "2031-02-23 Some(280)",
        ),
        ("Attendance is capped at 300.", "- Some(300)"),
        ("Numbers are limited to 30, so please tell us if you cannot come.", "- Some(30)"),
        ("The call opened on January 2 and will close on February 23, 2031.", "- None"),
        ("We filled all 280 places of the ship.", "- None"),
    ];
    each(&rows, told);
}

#[test]
fn prices_tell_until_when_and_for_whom() {
    let prices = |event: &Event| {
        let cost = event.logistics.cost.clone().unwrap_or_default();
        joined(cost.prices.iter().map(|price| format!("{} <{}>", price.text, price.label)))
    };
    let rows = [
        ("* Cost: €250 until 30 January, €300 after\n", "€250 <until 30 January>; €300 <after>"),
        ("* Cost: Members: 200 € (early bird 160 €)\n", "200 € <Members>; 160 € <Members, early bird>"),
        ("* Cost: Members: 200 € (students 80 €)\n", "200 € <Members>; 80 € <students>"),
        ("* Cost: Online only: 50 € for everyone\n", "50 € <Online only>"),
        ("* Cost: 50 € for everyone\n", "50 € <everyone>"),
        ("The fee is €50 for members; prices rise by €20 afterwards.\n", "€50 <members>"),
        ("Tickets are 600 DKK (students 200 DKK), including lunch.\n", "600 DKK <Tickets>; 200 DKK <students>"),
        ("There is a participation fee of CHF 80 (CHF 40 for students).\n", "CHF 80 <>; CHF 40 <students>"),
        ("The working groups cost 60 EUR to cover coffee.\n", "60 EUR <working groups>"),
    ];
    each(&rows, prices);
}

#[test]
fn what_is_beside_the_event_may_have_its_price() {
    let free = |event: &Event| format!("{:?}", event.logistics.cost.as_ref().and_then(|cost| cost.free));
    let rows = [
        ("* Fee: Participation free; Reception 4,000 JPY (at the door)\n", "Some(true)"),
        ("* Fee: Participation free; workshop 40 €\n", "Some(false)"),
        ("* Fee: Free for members; reception 40 €\n", "Some(false)"),
        ("Accepted talks get one free registration to the conference.\n", "None"),
    ];
    each(&rows, free);
    let page = event("---\ntitle: Rope clinic\nstart: 2031-03-04\nprice: 0\n---\n");
    assert_eq!(page.logistics.cost.and_then(|cost| cost.free), Some(true));
}

#[test]
fn a_town_may_stand_in_parentheses() {
    let rows = [
        ("* Venue: Quay Library, 2F Lecture Hall (Hafen, Lund) - [Access](https://x.example)\n", "Hafen, Lund"),
        ("* Venue: Quay Library, 2F Lecture Hall (Main Library, Lund)\n", ""),
        ("* Venue: Quay Library (Room 3, Floor 2)\n", ""),
    ];
    each(&rows, |event| event.location.clone());
}

#[test]
fn hosts_have_labels_and_people_beside_them() {
    let hosts = |event: &Event| joined(event.hosts.iter().map(|host| host.name.clone()));
    let rows = [
        ("* Organized by: Quay Library\n* Co-organized by: Rope Museum\n", "Quay Library; Rope Museum"),
        ("**Local hosts:** Quay Library (Ada Birk) and Rope Museum\n", "Quay Library; Rope Museum"),
        ("**Local hosts:** Ada Birk\n", ""),
        ("**Hosts:** Quay Library · Rope Museum\n", "Quay Library; Rope Museum"),
    ];
    each(&rows, hosts);
    let keyed =
        event("---\ntitle: Ropes 2031\nstart: 2031-03-04\norganisers: [Ada Birk, Noor Vos, Quay Library]\n---\n");
    assert_eq!(hosts(&keyed), "Quay Library");
    let people = keyed.committees.iter().flat_map(|group| &group.members).map(|one| one.name.clone());
    assert_eq!(joined(people), "Ada Birk; Noor Vos");
    let one = event("---\ntitle: Ropes 2031\nstart: 2031-03-04\norganizer: Ada Birk\n---\n");
    assert_eq!(hosts(&one), "Ada Birk");
}

#[test]
fn sponsors_have_levels_and_captions() {
    let sponsors = |event: &Event| joined(event.sponsors.iter().map(|one| format!("{} <{}>", one.name, one.level)));
    let rows = [
        (
            "## Sponsors\n\n<div><figure><a href=\"https://k.example\"><img src=\"k.svg\"></a><figcaption>Kelp Works (Platinum)</figcaption></figure>\n<figure><img src=\"s.png\"><figcaption>Salt Inc.</figcaption></figure></div>\n",
            "Kelp Works <Platinum>; Salt Inc. <>",
        ),
        ("## Sponsors\n\n<img src=\"k.svg\">\n\nWe thank all of them.\n", ""),
        (
            "## Sponsors\n\n* [Kelp Works](https://k.example) - Gold\n* Salt Inc - makers of salt\n",
            "Kelp Works <Gold>; Salt Inc - makers of salt <>",
        ),
        (
            "## Sponsors\n\nGold: Kelp Works\n\nMedia partner: Rope Weekly\n",
            "Kelp Works <Gold>; Rope Weekly <Media partner>",
        ),
        (
            "We are grateful to Kelp Works and the Salt Council for sponsoring the reception.",
            "Kelp Works <>; Salt Council <>",
        ),
        ("* Supported by: Kelp Works; Salt Council\n", "Kelp Works <>; Salt Council <>"),
        ("* Sponsors: become one\n", ""),
        ("It is sponsored by a grant from the Salt Council.", "Salt Council <>"),
        ("We thank Ada Birk for sponsoring our application, and Quay Library for their help.", ""),
    ];
    each(&rows, sponsors);
}

#[test]
fn a_level_costs_what_its_column_says() {
    let page = event(
        "---\ntitle: \"2031 Rope Conference: Sponsorship Prospectus\"\n---\n\
         | Level | What you get | Cost |\n|-|-|-|\n| Gold | 2 tickets (worth $900) | $2,500 |\n| Silver<br>1 left | a table | $900 |\n\n\
         ## How to sign up\n\nSend the form by 3 February 2031.\n",
    );
    let levels = page.sponsor_levels.iter().map(|one| {
        let price = one.price.as_ref().map(|price| price.text.clone()).unwrap_or_default();
        format!("{} {price}", one.name)
    });
    assert_eq!(joined(levels), "Gold $2,500; Silver $900");
    assert_eq!(page.name, "2031 Rope Conference");
    assert!(page.logistics.registrations.is_empty());
}

#[test]
fn help_to_come_is_a_call_of_an_event_that_a_sentence_names() {
    let page = read(
        "event/2031/lund/grants.md",
        "---\ntitle: Travel and Registration Grants\n---\nWe offer grants to attend the 2031 Rope Conference, held from 4 to \
         6 June 2031 in Lund.\n\nApplications must be received by 5pm CET on Monday, February 3, 2031. Winners register \
         before April 1, 2031. Reimbursement forms are due by July 31, 2031.\n",
        &Site::default(),
    );
    let event = page.document.event.unwrap_or_else(|| unreachable!("it tells of an event"));
    assert_eq!(page.document.page.role, Role::Call);
    assert_eq!(event.name, "2031 Rope Conference");
    assert_eq!(day(event.calls.first().and_then(|call| call.deadline.as_ref())), "2031-02-03 17:00");
    assert!(event.logistics.registrations.is_empty());
}

#[test]
fn calls_tell_their_window_formats_and_topics() {
    let page = event(
        "---\ntitle: \"Call for Proposals: 2031 Rope Conference\"\n---\nIt is held on 4-6 June 2031. The call is open from \
         February 1 to March 15, 2031 (5pm PDT).\n\n**Topics** may include (but are not limited to): tides, knots and \
         splices, ropes in class and sails.\n\nWe look for these formats:\n\n- Long talks: 20 minutes plus 10 for Q&A\n\
         - Panels of three to five people, 60 minutes\n- Something else? Surprise us!\n\nDates:\n\n* Call closes: March 15\n",
    );
    let call = &page.calls[0];
    assert_eq!(day(call.opens.as_ref()), "2031-02-01");
    assert_eq!(day(call.deadline.as_ref()), "2031-03-15 17:00");
    let formats = call.formats.iter().map(|format| format!("{} {:?}", format.name, format.questions));
    assert_eq!(joined(formats), "Long talks Some(10); Panels None");
    let themes = call.themes.iter().map(|theme| theme.name.clone());
    assert_eq!(joined(themes), "tides; knots and splices; ropes in class; sails");
    // From when to when the event is held is until when one answers nothing.
    let held = event(
        "---\ntitle: Rope Conference\n---\nThe Rope Conference will be hosted by Quay Library from 2 to 5 June 2031. The call \
         for proposals will be published in January.\n",
    );
    assert!(held.calls.iter().all(|call| call.deadline.is_none()));
}

#[test]
fn a_call_may_be_one_row() {
    let page = event(
        "---\ntitle: 2031 Rope Conference CFP\n---\nThe 2031 Rope Conference is held on 4-6 June 2031.\n\n\
         | [SUBMIT HERE](https://pretalx.com/ropes/cfp) | Deadline: Feb 7, 2031, end of day, anywhere on earth |\n\n\
         We invite the following. We welcome proposals which deal with\n\n1. tides,\n2. knots.\n",
    );
    let call = &page.calls[0];
    assert_eq!(day(call.deadline.as_ref()), "2031-02-07");
    assert_eq!(call.url, "https://pretalx.com/ropes/cfp");
    assert_eq!(call.status, Some(handbill_model::CallStatus::Open));
    assert_eq!(joined(call.themes.iter().map(|theme| theme.name.clone())), "tides; knots");
}

#[test]
fn an_account_elsewhere_is_no_address() {
    let page = untold("Follow us on Mastodon at @ropes@social.example. Write to knots@quay.example.\n");
    assert_eq!(joined(page.logistics.social.iter().map(|tag| tag.name.clone())), "@ropes@social.example");
    assert_eq!(joined(page.contacts.iter().map(|one| one.email.clone())), "knots@quay.example");
}

#[test]
fn committees_say_who_leads_and_where_all_work() {
    let people = |event: &Event| {
        joined(
            event
                .committees
                .iter()
                .flat_map(|group| &group.members)
                .map(|one| [&one.name, &one.affiliation, &one.role].map(String::as_str).join("/")),
        )
    };
    let rows = [
        (
            "### Local committee\n\nAda Birk, Noor Vos and Sol Ode (all Quay Library)\n",
            "Ada Birk/Quay Library/; Noor Vos/Quay Library/; Sol Ode/Quay Library/",
        ),
        (
            "Program committee: Ada Birk (Quay Library; co-chair), Noor Vos\n",
            "Ada Birk/Quay Library/co-chair; Noor Vos//",
        ),
        ("### Committee\n\n* Ada Birk, Quay Library (chair)\n", "Ada Birk/Quay Library/chair"),
        ("### Committee\n\n* Ada Birk (All Souls)\n", "Ada Birk/All Souls/"),
    ];
    each(&rows, people);
}

#[test]
fn whom_to_ask_does_something() {
    let rows = [
        ("Please write to Ada Birk, Rope Officer, at ropes [at] quay.example.", "Ada Birk"),
        ("The chairs Ada Birk (ada@quay.example) and Noor Vos (noor@quay.example) help.", "Ada Birk; Noor Vos"),
        ("Please write to the Rope Office at ropes@quay.example.", ""),
    ];
    each(&rows, |event| joined(event.contacts.iter().map(|one| one.name.clone())));
}

#[test]
fn posts_announce_what_one_registers_for() {
    let role = |title: &str, body: &str| {
        let text = format!("---\ntitle: {title:?}\n---\n{body}\n");
        read("_posts/2031-01-20-a.md", &text, &Site::default()).document.page.role
    };
    let day = "The [2031 Rope Conference](/a/), which will be held from June 3 to 6, 2031, is in Lund.";
    assert_eq!(role("Registration open for the 2031 Rope Conference", day), Role::Event);
    assert_eq!(role("Save the date: Ropes 2031 in Lund", day), Role::Event);
    assert_eq!(role("Highlights of the 2031 Rope Conference", day), Role::None);
    assert_eq!(role("Registration open for our newsletter", day), Role::None);
}

#[test]
fn what_moves_online_is_told_in_a_heading() {
    let moved = untold(
        "### This meeting has moved online!\n\nDue to a storm we meet on Zoom, 4-6 March 2031, from 10:00 a.m. to 1:00 p.m. \
         EST each day.\n",
    );
    assert_eq!(moved.status, Some(handbill_model::EventStatus::MovedOnline));
    assert_eq!(moved.start_time.map(|time| time.to_string()).as_deref(), Some("10:00"));
    let tour = untold("### The tour has moved online\n\nWe meet on 4-6 March 2031.\n");
    assert_eq!(tour.status, None);
}

#[test]
fn what_does_not_take_place_is_off() {
    let off = untold(
        "In light of the storm, the 2031 Rope Conference will not take place in Lund as planned. Instead, we plan a week \
         of online events, 4-8 March 2031.\n\n## Conduct\n\nWrite to [conduct@quay.example](mailto:conduct@quay.example).\n",
    );
    assert_eq!(off.status, Some(handbill_model::EventStatus::MovedOnline));
    assert!(off.logistics.code_of_conduct.is_none());
    let unless = untold("The workshop will not take place if fewer than ten come.\n");
    assert_eq!(unless.status, None);
}

#[test]
fn volunteers_sign_up_for_the_call() {
    let page = event(
        "---\ntitle: Volunteer at Ropes 2031\n---\nRopes 2031 (Lund, 7–10 June) needs 20 helpers. Sign up \
         [here](https://x.example/vol) before 1 May 2031.\n",
    );
    assert_eq!(days(&page), "2031-06-07..2031-06-10");
    assert!(page.logistics.registrations.is_empty());
}
