//! What a page says to those who want to come: how to register, what it costs, how many have room.

mod rows;

use rows::{each, event};

#[test]
fn what_it_costs_is_told_in_many_words() {
    let rows = [
        ("Entrance is free.", "free"),
        ("Tuition: EUR 350 (students EUR 200)", "350 EUR; 200 EUR"),
        ("Members pay 40 euro, others 65 euros.", "40 EUR; 65 EUR"),
        ("**Kosten:** Die Teilnahme ist kostenlos.", "free"),
        ("## Tickets\n\n* Early bird: 180 €\n* Regular: 260 €", "180 EUR; 260 EUR"),
        ("## Rates\n\n### Hotels\n\n* Pier Inn: 180 €\n* Quay Inn: 260 €", ""),
        ("The workshop will be free of any charge, and we have some means for travel.", "free"),
        ("The bus to the workshop is free of charge, and so is the ferry.", ""),
        ("The workshop is run by the Quay Works, and it is provided for free.", "free"),
        ("The museum next door is free.", ""),
        // What some are given for what they do, and what anyone is free to do.
        ("Each workshop has one free registration for an invited speaker.", ""),
        ("The boat workshops are free to attend by all registered participants.", ""),
        ("Workshop organisers are free to set their own rules.", ""),
    ];
    each(&rows, |event| {
        let cost = event.logistics.cost.as_ref();
        let prices = cost.into_iter().flat_map(|cost| &cost.prices);
        let prices: Vec<String> = prices.map(|price| format!("{} {}", price.amount, price.currency)).collect();
        if cost.is_some_and(|cost| cost.free == Some(true)) { "free".to_owned() } else { prices.join("; ") }
    });
}

#[test]
fn one_registers_where_one_is_asked_to() {
    let rows = [
        ("Please RSVP on [our page](https://meet.example/7).", "https://meet.example/7"),
        ("Please reserve a seat via [this form](https://forms.example/7).", "https://forms.example/7"),
        ("To share a car, please register [there](https://cars.example/7).", ""),
        ("Please register at https://tool.example if you have no account.", ""),
        ("{{< button href=\"https://join.example\" >}}Register now{{< /button >}}", "https://join.example"),
        ("{{< button href=\"https://docs.example\" >}}Read more{{< /button >}}", ""),
        ("Those who register get [a map](https://maps.example/7) of the harbour.", ""),
        ("Create an account at https://review.example/signup before you send a paper.", ""),
        ("**[Registration](/tickets) is open**\n\nBoats are let until 2 March.", "/tickets"),
        ("## Registration subsidies\n\nAsk for a [waiver](https://port.example/registration/waiver).", ""),
        ("Registration is required: [fill in the form](https://knots.example/7).", "https://knots.example/7"),
        ("To apply for this course, please see the [course page](https://knots.example/7).", "https://knots.example/7"),
        ("More and registration: [course webpage](https://knots.example/7)", "https://knots.example/7"),
        ("To find us after registration, see the [town's page](https://town.example/7).", ""),
        ("After registration you have access to the [project website](https://ropes.example/7).", ""),
        ("Tickets for the ferry are sold [online](https://ferry.example/7).", ""),
        ("To book a bed, send the [reservation form](https://inn.example/7).", ""),
    ];
    each(&rows, |event| event.logistics.registrations.first().map(|way| way.url.clone()).unwrap_or_default());
    // What stands under a line that says it all tells of something else.
    let rows = [
        ("**[Registration](/tickets) is open**\n\nBoats are let until 2 March 2031.", "Registration is open"),
        ("## Registration\n\nTickets are sold until 2 March 2031.", "Tickets are sold until 2 March 2031., 2031-03-02"),
    ];
    each(&rows, |event| {
        let way = event.logistics.registrations.first();
        let closes = way.and_then(|way| way.closes.as_ref()?.date).map(|day| format!(", {day}"));
        way.map(|way| format!("{}{}", way.text, closes.unwrap_or_default())).unwrap_or_default()
    });
}

#[test]
fn a_registration_is_open_until_its_last_day() {
    let rows = [
        ("The ropes workshop, registration is open! [Apply here](https://forms.gle/7)", "https://forms.gle/7 open "),
        ("We tie knots. Registration is now closed.", " closed "),
        ("Once registration is closed, we write to you.", ""),
        ("Free registration is required for this workshop.", " required "),
        ("No registration is required for this workshop.", ""),
        (
            "Please register [here](https://a.example/7).\n\nRegistration closes on 1 March 2031.",
            "https://a.example/7  2031-03-01",
        ),
        (
            "Please register [here](https://a.example/7).\n\nEarly registration closes on 1 March 2031.",
            "https://a.example/7  ",
        ),
        ("Die Teilnahme ist frei und die Anmeldung ist bis 01.03.2031 offen.", "  2031-03-01"),
        ("## Registration Deadline\n\n01.03.2031", "  2031-03-01"),
        (
            "To propose a knot (deadline 1 March 2031) or register, visit the [website](https://a.example/7).",
            "https://a.example/7  ",
        ),
        ("Please register (deadline 1 March 2031) [here](https://a.example/7).", "https://a.example/7  2031-03-01"),
    ];
    each(&rows, |event| {
        let Some(way) = event.logistics.registrations.first() else { return String::new() };
        let status = way.status.as_ref().map(ToString::to_string).unwrap_or_default();
        let day = way.closes.as_ref().and_then(|last| last.date).map(|day| day.to_string()).unwrap_or_default();
        format!("{} {status} {day}", way.url)
    });
}

#[test]
fn numbers_of_places_are_a_capacity() {
    let rows = [
        ("The room takes 40 people.", "40"),
        ("We can offer 25 places.", "25"),
        ("There are 60 seats.", "60"),
        ("There is room for 60 students.", "60"),
        ("Only 120 seats.", "120"),
        ("Places are limited: 30 seats.", "30"),
        ("We can accept 24 participants.", "24"),
        ("The maximum number of participants is 24.", "24"),
        ("Die Zahl der Plätze ist auf 25 begrenzt.", "25"),
        ("There are 25 people in the committee.", ""),
        ("We offer 3 tracks with 12 talks.", ""),
    ];
    each(&rows, |event| event.logistics.capacity.map(|places| places.to_string()).unwrap_or_default());
}

#[test]
fn a_label_tells_that_nothing_is_paid() {
    let rows = [
        ("**Fee:** none. Travel is at your own cost.", "true"),
        ("Entrance fee: 300 CZK (students free).", "false"),
        ("Actividad gratuita.", "true"),
        ("Fee: to be announced", ""),
    ];
    each(&rows, |event| {
        let free = event.logistics.cost.as_ref().and_then(|cost| cost.free);
        free.map(|free| free.to_string()).unwrap_or_default()
    });
}

#[test]
fn a_list_of_links_tells_where_they_lead() {
    let front = |key: &str, name: &str, url: &str| {
        let text = format!(
            "---\ntitle: Harbour Workshop\nstart: 2031-03-04\n{key}:\n  - {name}: Buy a ticket\n    {url}: https://port.example/t\n  \
             - {name}: Submit a talk\n    {url}: https://port.example/c\n  - {name}: Blog\n    {url}: https://port.example/b\n---\n"
        );
        let event = event(&text);
        let ways = event.logistics.registrations.iter().map(|way| way.url.clone());
        ways.chain(event.calls.iter().map(|call| call.url.clone())).collect::<Vec<_>>().join(" ")
    };
    let both = "https://port.example/t https://port.example/c";
    assert_eq!(front("buttons", "label", "link"), both);
    assert_eq!(front("links", "name", "url"), both);
    assert_eq!(front("pictures", "name", "url"), "");
    // What the page tells in words says more.
    let event = event(
        "---\ntitle: Harbour Workshop\nstart: 2031-03-04\nlinks:\n  - {text: Register, url: 'https://port.example/t'}\n---\n\
         [Registration](https://port.example/t) closes on 27 February 2031.\n",
    );
    let way = event.logistics.registrations.first().map(|way| (way.url.as_str(), way.closes.is_some()));
    assert_eq!(way, Some(("https://port.example/t", true)));
}

#[test]
fn what_is_hard_to_cut_is_read_all_the_same() {
    // A sign between two prices, marks of several bytes where texts are cut, and blanks that do not break.
    for body in [
        "Tickets cost €80, 2031 €100.",
        "The fee is €80 2031 €100.",
        "Ask Ada\u{a0}ada [at] quay.example.",
        "Knots · Lund, Sweden, 4 March 2031",
        "## Ropes\n\n9:00—\n\n## Knots\n\n10:00 – 11:00 — Room 4",
    ] {
        each(&[(body, "Harbour Workshop")], |event| event.name.clone());
    }
}
