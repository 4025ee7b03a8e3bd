//! What sentences say of an event, and what they do not: each row a page and the facts of one kind.

mod rows;

use handbill_page::{Site, read};

use rows::{each, event, page};

#[test]
fn times_stand_beside_the_day() {
    let rows = [
        ("It takes place on 4 March 2031, 14:00 - 16:00 CET.", "14:00-16:00 +01:00"),
        ("Join us on Tuesday, March 4th at 7pm EST in Lund.", "19:00 -05:00"),
        ("We meet on 4 March 2031 from 8:30 to 10:00 (Europe/Oslo).", "08:30-10:00 Europe/Oslo"),
        ("**4 March 2031, 18:00-20:00**", "18:00-20:00"),
        ("The workshop runs from 9am to 1pm each day.", "09:00-13:00"),
        ("📅 Tuesday, 4 March 2031\n🕡 18:30 – 20:30 (CET)\n📍 Harbour Library", "18:30-20:30 +01:00"),
        (
            "Our call is on 4 March 2031 at 4pm UTC (5pm CET, 8am PST). We meet on 4 March 2031, 16:00 UTC / 17:00 CET.",
            "16:00 UTC",
        ),
        // The day that leads, and how long it takes.
        (
            "On 4 March 2031, 1 pm CET (duration ~ 2 h), the makers will present their plans in an open meeting.",
            "13:00 +01:00",
        ),
        ("The workshop starts on 4 March 2031 at 2 pm CET.", "14:00 +01:00"),
        ("On 4 March 2031, 1 pm, registration closes.", ""),
        ("The results will be printed on 4 March 2031, 1 pm.", ""),
        // Of another day, of something beside the event, of a deadline, in either half of the day.
        ("It takes place on 4 March 2031. On 5 March 2031 at 9:00 we meet again.", ""),
        ("It takes place on 4 March 2031; registration is at 8:00.", ""),
        ("Join us on 4 March 2031 for the dinner at 19:00.", ""),
        ("Submit your abstract by 4 March 2031, 23:59 UTC.", ""),
        ("We meet on 4 March 2031 at 7:00.", ""),
    ];
    each(&rows, |event| {
        let end = event.end_time.map(|end| format!("-{end}")).unwrap_or_default();
        let zone = event.time_zone.as_ref().map(|zone| format!(" {zone}")).unwrap_or_default();
        event.start_time.map(|start| format!("{start}{end}{zone}")).unwrap_or_default()
    });
}

#[test]
fn sponsors_are_listed_in_sentences() {
    let rows = [
        (
            "With the kind support of Brot & Salz, Kelp Works and the Harbour Fund, lunch is free.",
            "Brot & Salz; Kelp Works; Harbour Fund",
        ),
        ("Coffee is sponsored by Kelp Works.", "Kelp Works"),
        ("Lunch is sponsored by Brot & Salz.", "Brot & Salz"),
        ("Pizza thanks to our sponsor Kelp Works!", "Kelp Works"),
        ("The workshop is supported by Kelp d.o.o., the Harbour Fund and our members.", "Kelp d.o.o.; Harbour Fund"),
        ("All formats supported by Kelp Reader are welcome.", ""),
        ("Last year it was sponsored by Kelp Works.", ""),
        ("It is sponsored by a company that we do not name.", ""),
    ];
    each(&rows, |event| event.sponsors.iter().map(|one| one.name.as_str()).collect::<Vec<_>>().join("; "));
}

#[test]
fn friends_of_an_event_are_a_level_of_sponsors() {
    let rows = [
        (
            "## Sponsors\n\n### Gold\n\n- Kelp Works\n\n### Friends of the Harbour\n\n- Salt Inc",
            "Kelp Works: Gold; Salt Inc: Friends of the Harbour",
        ),
        ("## Friends of the Harbour\n\n- [Salt Inc](https://salt.example)", "Salt Inc: Friends of the Harbour"),
        ("## Friends of the Harbour\n\n- They meet on Mondays", ""),
    ];
    each(&rows, |event| {
        event.sponsors.iter().map(|one| format!("{}: {}", one.name, one.level)).collect::<Vec<_>>().join("; ")
    });
}

#[test]
fn hosts_are_named_in_sentences() {
    let rows = [
        (
            "It is hosted by Werft e.V. and organised by the Harbour Makers with many helpers.",
            "Werft e.V.; Harbour Makers",
        ),
        ("The workshop is run by the Harbour Society together with the Lund Makers.", "Harbour Society; Lund Makers"),
        (
            "# A\n# B\n# C\n# D\n## Organisers\nIt is a joint event of Open Lund and the Port Club.",
            "Open Lund; Port Club",
        ),
        ("It is hosted by Brot & Salz, Kelp Works and the Fund.", "Brot & Salz; Kelp Works; Fund"),
        (
            "### Hosted by\n\n[Hackerspace Lund](https://a.example) and [Civic Lab](https://b.example)",
            "Hackerspace Lund; Civic Lab",
        ),
        ("The site is run by volunteers.", ""),
    ];
    each(&rows, |event| event.hosts.iter().map(|one| one.name.as_str()).collect::<Vec<_>>().join("; "));
}

#[test]
fn a_building_stands_behind_day_and_time() {
    let rows = [
        ("It takes place on 4 March 2031 at 9:00 at the Harbour Library.", "Harbour Library"),
        ("It takes place on 4 March 2031 at the Faculty of Knots, 9am to 5pm.", "Faculty of Knots"),
        ("Join us in Lund from 4 to 5 March 2031 at the Harbour Library.", "Harbour Library"),
        ("📅 4 March 2031 📍 Harbour Library, Quay Street 4, Lund", "Harbour Library"),
        ("It takes place on 4 March 2031 with a lot of coffee at the Harbour Library.", ""),
        ("Wir treffen uns am 4. März 2031 um 18 Uhr im Gasthaus Anker, Lund.", "Gasthaus Anker"),
        ("The workshop takes place on 4 March 2031 at Rope Hub Lund.", "Rope Hub Lund"),
        ("La journée aura lieu le 4 mars 2031 à l’Université du Port, 33405 Lund.", "Université du Port"),
        ("La rencontre se tiendra au Palais des Cordes.", "Palais des Cordes"),
        ("Wir treffen uns am 4. März 2031 mit viel Kaffee im Gasthaus Anker.", ""),
    ];
    each(&rows, |event| event.venues.iter().map(|one| one.name.as_str()).collect::<Vec<_>>().join("; "));
}

#[test]
fn a_town_stands_behind_a_building() {
    let rows = [
        ("It will be held at the Dune Station Listland, Lund, from 4 March.", "Lund"),
        ("It will be held in the Netherlands.", "the Netherlands"),
        ("**Lund, Sweden · 4 March 2031**", "Lund, Sweden"),
        ("*4 March 2031 · 9:30–17:00 · Harbour Library, Lund, Sweden*", "Lund, Sweden"),
        ("📅 4 March 2031\n📍 Harbour Library, Quay Street 4, Lund", "Lund"),
        ("It will be held at the Queen's Loft, Quay Street 4.", ""),
        ("Wir treffen uns im Gasthaus Anker, Lund.", "Lund"),
        ("La journée aura lieu à l'Université du Port, 33405 Lund.", "Lund"),
        ("La journée aura lieu à l'Institut du Port, 12 rue des Cordes, 33405 Lund.", "Lund"),
    ];
    each(&rows, |event| event.location.clone());
}

#[test]
fn what_has_an_address_is_a_building() {
    let rows = [
        ("We meet for the workshop at **Werft**, Quay 4, Lund.", "Werft: Quay 4, Lund; Lund"),
        (
            "It takes place at the *Haus der Fischer, Kai 12, 6020 Lund, Austria*.",
            "Haus der Fischer: Kai 12, 6020 Lund, Austria; Lund, Austria",
        ),
        ("The workshop will be held at Werft, Quay 4.", "Werft: Quay 4; "),
        ("Two days of talks and a workshop at **Werft** (Quay 4, 222 23 Lund).", "Werft: Quay 4, 222 23 Lund; Lund"),
        (
            "It takes place at Fiskhus, Strands gate 5, 5006 Lund, Norway.",
            "Fiskhus: Strands gate 5, 5006 Lund, Norway; Lund, Norway",
        ),
        ("It takes place at Fiskhus, Strands gate 5.", "Fiskhus: Strands gate 5; "),
        ("It takes place in Room 2.05, Harbour Library, on Monday.", "Harbour Library: ; "),
        (
            "## Venue\n\nTorre del Mar, Carrer del Port 31, 08034 Lund",
            "Torre del Mar: Carrer del Port 31, 08034 Lund; Lund",
        ),
        ("The conference venue is Fiskhus, von Kraemers allé 1A, Lund.", "Fiskhus: von Kraemers allé 1A, Lund; Lund"),
        ("## Where?\n\nSpeicher Haus, Hafenstr. 4, 22767 Lund", "Speicher Haus: Hafenstr. 4, 22767 Lund; Lund"),
        ("## Venue\n\n**Silo**\nQuay 4\n222 23 Lund", "Silo: Quay 4 222 23 Lund; "),
        ("Die Tagung findet am 12. und 13. Mai im Stadtarchiv Lund statt.", "Stadtarchiv Lund: ; "),
        ("*With the Harbour Days, Lund, Sweden, March 4, 2031*", "; Lund, Sweden"),
        ("*Ann Lee, Kelp Works, March 4, 2031*", "; "),
        ("The workshop is at Werft, and 12 people come to Lund, March 4.", "; "),
        ("The Conference on Methods in Harbour Processing (RSMC 2031) asks for papers, too.", "; "),
    ];
    each(&rows, |event| {
        let venue = event.venues.first().map(|venue| format!("{}: {}", venue.name, venue.address)).unwrap_or_default();
        format!("{venue}; {}", event.location)
    });
}

#[test]
fn a_level_stands_in_front_of_its_sponsors() {
    let rows = [
        (
            "## Sponsors\n\n- Gold: Kelp Works, Salt Inc\n- **Silver sponsors:** Werft",
            "Kelp Works: Gold; Salt Inc: Gold; Werft: Silver",
        ),
        (
            "## Sponsors\n\nGold: Kelp Works\nSilver: Salt Inc, Werft",
            "Kelp Works: Gold; Salt Inc: Silver; Werft: Silver",
        ),
        ("## Sponsors\n\n- Kelp Works: ropes", "Kelp Works: ropes: "),
    ];
    each(&rows, |event| {
        let told = event.sponsors.iter().map(|one| format!("{}: {}", one.name, one.level));
        told.collect::<Vec<_>>().join("; ")
    });
}

#[test]
fn a_film_is_one_medium_however_it_is_linked() {
    let rows = [
        ("<iframe src=\"https://www.youtube.com/embed/abcdefg\"></iframe>\n\n[Watch](https://youtu.be/abcdefg?t=3)", 1),
        ("{{< youtube abcdefg >}} and [the video](https://www.youtube.com/watch?v=abcdefg)", 1),
        ("{{< youtube id=\"abcdefg\" >}} {{< vimeo 12345 >}}", 2),
        ("<!-- {{< youtube abcdefg >}} --> {{< figure src=\"a.png\" >}}", 0),
    ];
    for (body, films) in rows {
        assert_eq!(event(&page(body)).media.len(), films, "{body}");
    }
}

#[test]
fn formats_in_a_sentence_are_measured() {
    let rows = [
        ("## Call for talks\n\nTalks last 20 minutes, lightning talks 5 minutes.", "Talks 20; lightning talks 5"),
        (
            "## Call for papers\n\nWe invite long papers (8 pages) and short papers (4 pages).",
            "long papers; short papers",
        ),
        (
            "## Call for papers\n\nWe invite talks (20 minutes), panels (60 minutes) and posters.",
            "talks 20; panels 60; posters",
        ),
        (
            "## Call for papers\n\nWe welcome long papers, short papers and demos on knots.",
            "long papers; short papers; demos",
        ),
        ("## Call for papers\n\nAccepted papers are shown as posters.", ""),
        ("## Call for papers\n\nWe welcome papers, and talks of guests.", ""),
    ];
    each(&rows, |event| {
        let formats = event.calls.iter().flat_map(|call| &call.formats);
        let minutes = |length: u32| format!(" {length}");
        let said = formats.map(|format| {
            let length = format.minutes.as_ref().and_then(|length| length.max).map(minutes).unwrap_or_default();
            format!("{}{length}", format.name)
        });
        said.collect::<Vec<_>>().join("; ")
    });
}

#[test]
fn the_name_goes_without_a_town_that_the_page_gives_as_its_place() {
    let named = |front: &str| event(&format!("---\n{front}\nstart: 2031-03-04\n---\n")).name;
    assert_eq!(named("title: KnotCamp Lund 2031\nlocation: Werft, Lund"), "KnotCamp");
    assert_eq!(named("title: KnotCamp Lund 2031\nlocation: Malmö"), "KnotCamp Lund 2031");
    assert_eq!(named("title: Lund\nlocation: Lund"), "Lund");
}

#[test]
fn a_numbered_day_is_counted_from_the_first() {
    let text = |end: &str| {
        format!(
            "---\ntitle: Harbour Workshop\nstart: 2031-03-04\nend: {end}\n---\n## Programme\n\n### Day 1\n\n- 9:00 Knots\n- 10:00 Ropes\n\n### Day 2\n\n- 9:00 Sails\n- 11:00 Masts\n"
        )
    };
    let days = |end: &str| -> Vec<String> {
        let days = event(&text(end)).programme.days.into_iter();
        days.map(|day| day.date.map(|date| date.to_string()).unwrap_or_default()).collect()
    };
    assert_eq!(days("2031-03-05"), ["2031-03-04", "2031-03-05"]);
}

#[test]
fn among_several_events_a_page_tells_of_the_one_in_its_path() {
    let text = "---\ntitle: Joint Call for Workshops\n---\nWe call for workshops at one of these:\n\n* RSMC 2031 in Lund, Sweden on March 4-7, 2031\n* KNOTS 2031, to be held in Porto, Portugal from 6 to 9 May 2031\n\nProposals are due on 1 October 2030.\n";
    let told = |path: &str| {
        let event = read(path, text, &Site::default()).document.event.expect("it calls");
        (event.name, event.location, event.start.map(|day| day.to_string()))
    };
    let day = |day: &str| Some(day.to_owned());
    assert_eq!(
        told("knots-2031/calls/workshops.md"),
        ("KNOTS 2031".to_owned(), "Porto, Portugal".to_owned(), day("2031-05-06"))
    );
    assert_eq!(
        told("rsmc-2031/calls/workshops.md"),
        ("RSMC 2031".to_owned(), "Lund, Sweden".to_owned(), day("2031-03-04"))
    );
    assert_eq!(told("calls/workshops.md").0, "");
}

#[test]
fn a_name_with_the_year_of_its_days_is_an_event() {
    let role = |text: &str| read("a.md", text, &Site::default()).document.page.role.to_string();
    let page = |title: &str, body: &str| {
        format!("---\nlayout: page\n---\n# {title}\n\n**Lund, Sweden · 4 March 2031**\n\n{body}\n")
    };
    assert_eq!(role(&page("PyKnots 2031", "## Keynotes\n\n- Ann Lee")), "event");
    assert_eq!(role(&page("PyKnots 2030", "## Keynotes\n\n- Ann Lee")), "none");
    assert_eq!(role(&page("PyKnots 2031", "## Changes\n\n- Ropes")), "none");
}

#[test]
fn a_month_in_a_title_is_no_town() {
    assert_eq!(event("---\ntitle: Monthly Meeting – May\nstart: 2031-05-04\n---\n").location, "");
}

#[test]
fn who_leads_through_an_event_is_no_host() {
    let rows = [
        ("**Host:** Ann Lee", ""),
        ("**Host:** Harbour Library", "Harbour Library"),
        ("Harbour Computing Center hosts a five-day workshop.", "Harbour Computing Center"),
        ("Our hosts like the workshop.", ""),
    ];
    each(&rows, |event| event.hosts.iter().map(|host| host.name.as_str()).collect::<Vec<_>>().join("; "));
}

#[test]
fn an_event_that_had_to_be_cancelled_is() {
    let rows = [
        ("**CANCELLED**: The hackathon had to be cancelled, as few signed up.", "cancelled"),
        ("Die Veranstaltung wurde verschoben.", "postponed"),
        ("The tour had to be cancelled.", ""),
        ("Cancelled: we meet online instead!", "moved-online"),
        ("The meeting in Lund has been cancelled, and takes place online instead.", "moved-online"),
        ("The meeting has been cancelled and rescheduled to 4 March 2031.", "rescheduled"),
        ("**Postponed to 11 March 2031.**", "rescheduled"),
        ("The workshop is postponed until March 11, 2031.", "rescheduled"),
        ("The workshop is postponed until next year.", "postponed"),
        ("The dinner is postponed to 11 March 2031.", ""),
        ("The submission deadline has been postponed to 3 February 2031.", ""),
        ("One of the talks has been cancelled; we look for a replacement.", ""),
        ("Das Treffen am 7. Januar 2031 entfällt.", ""),
        ("If needed, the workshop is postponed to 11 March 2031.", ""),
    ];
    each(&rows, |event| event.status.as_ref().map(ToString::to_string).unwrap_or_default());
}

#[test]
fn markdown_inside_of_elements_is_read_where_authors_wrote_it_so() {
    let rows = [
        (
            "<div class=\"a\">\n\n## Registration\n\n[Register here](https://port.example/7)\n\n</div>",
            "https://port.example/7",
        ),
        ("<div>\n[Register here](https://port.example/7)\n</div>", ""),
    ];
    each(&rows, |event| event.logistics.registrations.first().map(|way| way.url.clone()).unwrap_or_default());
}

#[test]
fn a_film_of_an_earlier_meeting_is_none_of_this_one() {
    let films = |body: &str| event(&page(body)).media.len();
    assert_eq!(films("A [recording](https://www.youtube.com/watch?v=a) of the previous call is up."), 0);
    assert_eq!(films("A [recording](https://www.youtube.com/watch?v=a) of the call is up."), 1);
}

/// The days, the attendance and the last day of a call that a page without keys gives.
fn told(path: &str, text: &str) -> String {
    let Some(event) = read(path, text, &Site::default()).document.event else { return "no event".to_owned() };
    let days = event.start.zip(event.end).map(|(start, end)| format!("{start}..{end}"));
    let online = event.attendance.as_ref().map(ToString::to_string);
    let due = event.calls.first().and_then(|call| call.deadline.as_ref()?.date).map(|day| format!("by {day}"));
    [days, online, due].into_iter().flatten().collect::<Vec<_>>().join(" ")
}

#[test]
fn the_new_day_of_an_event_that_is_put_off_is_its_day() {
    let rows = [
        ("**Postponed to 6–10 October 2031** (originally 8–12 September 2031)", "2031-10-06..2031-10-10"),
        ("Date: 8 September 2031\n\nThe meeting had to be postponed to the 6 October 2031.", "2031-10-06..2031-10-06"),
        (
            "It takes place on 8 September 2031.\n\nThe dinner is postponed to 9 September 2031.",
            "2031-09-08..2031-09-08",
        ),
        (
            "It takes place on 8 September 2031.\n\nThe deadline is postponed to 9 August 2031.",
            "2031-09-08..2031-09-08",
        ),
        // One of two days is none.
        ("We meet on October 24 or 25, 2031.", ""),
        ("The call for speakers closed on 31 August 2031.", "by 2031-08-31"),
        ("**Next meeting:** Tuesday, 4 February 2031, 7pm", "2031-02-04..2031-02-04"),
        ("Nächstes Treffen: **Dienstag, 4. Februar 2031**, 19 Uhr", "2031-02-04..2031-02-04"),
    ];
    for (body, want) in rows {
        assert_eq!(told("events/a.md", &format!("---\ntitle: Harbour Workshop\n---\n{body}\n")), want, "{body}");
    }
}

#[test]
fn a_call_is_a_sentence_that_asks_for_a_talk() {
    let rows = [
        ("Propose a lightning talk (5 minutes) or a demo (10 minutes) by Friday, 7 February 2031.", "2031-02-07 2"),
        ("Talks are 20 minutes. If you want to give one, send us a proposal until February 7, 2031.", "2031-02-07 1"),
        ("Send us a proposal by 7 February 2031. Talks are 20 minutes behind the plan.", "2031-02-07 0"),
        ("We propose a toast on 7 February 2031.", ""),
    ];
    each(&rows, |event| {
        let calls = event.calls.iter().filter_map(|call| Some((call.deadline.as_ref()?.date?, call.formats.len())));
        calls.map(|(day, formats)| format!("{day} {formats}")).collect::<Vec<_>>().join("; ")
    });
}

#[test]
fn a_line_leads_to_the_page_of_the_event() {
    let rows = [
        ("**Website:** [https://rsmc.example](https://rsmc.example)", "https://rsmc.example"),
        ("**Website:** <https://rsmc.example>", "https://rsmc.example"),
        // Of a hotel, of one of two, in a sentence.
        ("## Hotels\n\n**Website:** <https://pier.example>", ""),
        ("**Website:** <https://a.example>\n\n**Website:** <https://b.example>", ""),
        ("**Website:** all is on <https://rsmc.example>", ""),
    ];
    each(&rows, |event| event.url.clone());
}
