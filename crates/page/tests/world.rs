//! What pages of many communities tell in their own keys and words; each row with what must not be read beside it.

mod rows;

use handbill_model::Event;
use handbill_page::{Site, read};
use rows::each;

fn joined<'a>(items: impl Iterator<Item = String> + 'a) -> String {
    items.collect::<Vec<_>>().join("; ")
}

/// The event of a page with this front matter.
fn event(path: &str, front: &str, body: &str) -> Event {
    let page = read(path, &format!("---\n{front}\n---\n{body}\n"), &Site::default());
    page.document.event.unwrap_or_else(|| panic!("{path} is no event: {front}"))
}

fn role(path: &str, front: &str, body: &str) -> String {
    read(path, &format!("---\n{front}\n---\n{body}\n"), &Site::default()).document.page.role.to_string()
}

#[test]
fn keys_in_other_languages() {
    let front = |keys: &str| event("a.md", &format!("title: Knots\n{keys}"), "");
    let german = front(
        "datum: Samstag, 14. Juni 2031\nort: 'Werft, Quay 4, 222 23 Lund'\nveranstalter: Kelp-Gruppe Lund\nanmeldung: https://kelp.example/a\nkosten: kostenlos",
    );
    assert_eq!(german.start.map(|day| day.to_string()).as_deref(), Some("2031-06-14"));
    assert_eq!((german.hosts[0].name.as_str(), german.venues[0].name.as_str()), ("Kelp-Gruppe Lund", "Werft"));
    assert_eq!(german.venues[0].address, "Quay 4, 222 23 Lund");
    assert_eq!(german.logistics.registrations[0].url, "https://kelp.example/a");
    let french = front("start: 2031-06-14\nlieu: Nantes\npays: France\ntarif: gratuit\norganisateurs: [Les Nœuds]");
    assert_eq!(french.logistics.cost.and_then(|cost| cost.free), Some(true));
    assert_eq!(french.hosts[0].name, "Les Nœuds");
    let spanish = front("fecha_inicio: 2031-06-14\nfecha_fin: 2031-06-15\nciudad: Lugo\npais: España\naforo: 40");
    assert_eq!((spanish.location.as_str(), spanish.logistics.capacity), ("Lugo, España", Some(40)));
    let italian = front("inizio: 2031-06-14\nfine: 2031-06-15\nluogo: Bari");
    assert_eq!(italian.end.map(|day| day.to_string()).as_deref(), Some("2031-06-15"));
}

#[test]
fn steps_stand_in_lists_and_in_maps() {
    let front = |keys: &str| {
        let event = event("a.md", &format!("start: 2031-03-04\n{keys}"), "");
        let day = |moment: Option<&handbill_model::Moment>| {
            moment.and_then(|moment| moment.date).map(|day| day.to_string()).unwrap_or_default()
        };
        let call = event.calls.first().map(|call| day(call.deadline.as_ref())).unwrap_or_default();
        let closes = event.logistics.registrations.first().map(|one| day(one.closes.as_ref())).unwrap_or_default();
        format!("{call} {closes}")
    };
    for (keys, want) in [
        ("deadlines: {abstracts: 2031-01-15, registration: 2031-02-20}", "2031-01-15 2031-02-20"),
        ("deadlines: [{name: Registration, date: 2031-02-20}]", " 2031-02-20"),
        ("deadlines: [{name: Early registration, date: 2031-02-20}]", " "),
        ("deadlines: [{name: Proposals open, date: 2031-01-01}]", " "),
        ("important_dates: {paper_submission: 2031-01-15, camera-ready: 2031-02-20}", "2031-01-15 "),
        ("important_dates: [{name: Registration opens, date: 2031-02-20}]", " "),
    ] {
        assert_eq!(front(keys), want, "{keys}");
    }
}

#[test]
fn deadlines_in_the_words_of_several_languages() {
    let told = |event: &Event| {
        let day = |moment: &handbill_model::Moment| moment.date.map(|day| day.to_string()).unwrap_or_default();
        let call = |call: &handbill_model::Call| {
            let dates = call.dates.iter().map(|date| format!("{} {}", date.label, day(&date.moment)));
            format!("{} {}", call.deadline.as_ref().map(day).unwrap_or_default(), joined(dates))
        };
        joined(event.calls.iter().map(call))
    };
    each(
        &[
            (
                "## Fechas\n\n* Envío de propuestas: hasta el 15 de enero de 2031\n* Notificación de aceptación: 7 de febrero de 2031\n* Cierre de inscripciones: 30 de febrero de 2031",
                "2031-01-15 notification 2031-02-07",
            ),
            ("La Call for Proposals è aperta fino al 16 gennaio 2031.", "2031-01-16 "),
            (
                "## Dates\n\n- Proposals: until 4 January 2031\n- Notification: 1 February 2031",
                "2031-01-04 notification 2031-02-01",
            ),
            (
                "## Fechas\n\n* Envío de certificados: 5 de abril de 2031\n* Cierre de inscripciones: 30 de enero de 2031",
                "",
            ),
        ],
        told,
    );
}

#[test]
fn places_stand_in_maps_and_behind_names() {
    let place = |keys: &str| {
        let event = event("a.md", &format!("start: 2031-03-04\n{keys}"), "");
        let venues = event.venues.iter().map(|venue| format!("[{} | {}]", venue.name, venue.address));
        let mode = event.attendance.map(|mode| mode.to_string()).unwrap_or_default();
        format!("{} {mode} {}", event.location, joined(venues)).trim().to_owned()
    };
    for (keys, want) in [
        (
            "location: {name: 'Port Hall, HG E 3.1', address: 'Quay 4, 8092 Zürich'}",
            "Zürich in-person [Port Hall, HG E 3.1 | Quay 4, 8092 Zürich]",
        ),
        ("location: {city: Lund, country: Sweden, online: true}", "Lund, Sweden hybrid"),
        ("where: 'Kelp Centre, Tang Star, Quay 47C, Lund'", "Lund in-person [Kelp Centre | ]"),
        ("where: 'Lund (Sweden)'", "Lund (Sweden) in-person"),
    ] {
        assert_eq!(place(keys), want, "{keys}");
    }
    each(
        &[
            ("The Knot Meeting takes place in Ghent (Belgium) on 4 March 2031.", "Ghent (Belgium) in-person"),
            ("The Knot Meeting takes place in Ghent (Old Town) on 4 March 2031.", "Ghent in-person"),
            (
                "The Knot Meeting will take place at the Harbour Library, Lund, and online on 4 March 2031.",
                "Lund hybrid",
            ),
            ("The Knot Meeting will take place in Lund and online registration opens soon.", "Lund in-person"),
        ],
        |event| {
            format!("{} {}", event.location, event.attendance.as_ref().map(ToString::to_string).unwrap_or_default())
        },
    );
}

#[test]
fn who_speaks_or_teaches_stands_in_keys() {
    let people = |keys: &str| {
        let event = event("a.md", &format!("start: 2031-03-04\n{keys}"), "");
        joined(event.committees.iter().map(|group| {
            let members = group.members.iter().map(|one| format!("{}/{}", one.name, one.affiliation));
            format!("{}: {}", group.name, members.collect::<Vec<_>>().join(", "))
        }))
    };
    for (keys, want) in [
        ("instructor: [Ada Birk, Noor Vos]", "Instructor: Ada Birk/, Noor Vos/"),
        ("speakers: [{name: Ada Birk, affiliation: Port Library}]", "Speakers: Ada Birk/Port Library"),
        ("extra: {speaker: Ada Birk}", "Speaker: Ada Birk/"),
        ("speakers: [ada, noor-vos]", ""),
        ("speakers: true", ""),
        ("authors: [Ada Birk]", ""),
    ] {
        assert_eq!(people(keys), want, "{keys}");
    }
}

#[test]
fn kinds_are_typed_and_filed() {
    let kind = |path: &str, keys: &str| {
        let event = event(path, &format!("title: Knots\nstart: 2031-03-04\n{keys}"), "");
        event.kind.map(|kind| kind.to_string()).unwrap_or_default()
    };
    for (path, keys, want) in [
        ("a.md", "kind: hackathon", "hackathon"),
        ("a.md", "type: course", "training"),
        ("a.md", "tags: [training]", ""),
        ("a.md", "taxonomies: {tags: [meetup, knots]}", "meetup"),
        ("content/meetups/a.md", "", "meetup"),
        ("_webinars/knots/index.md", "", "webinar"),
        ("events/a.md", "", ""),
    ] {
        assert_eq!(kind(path, keys), want, "{path} {keys}");
    }
}

#[test]
fn names_stand_without_what_leads_to_them() {
    let name = |front: &str, body: &str| event("events/a.md", front, body).name;
    for (front, want) in [
        ("title: Registration open for KnotCon31\nstart: 2031-03-04", "KnotCon31"),
        ("title: Registration open for all\nstart: 2031-03-04", "Registration open for all"),
        ("title: KnotCon 2031 – save the date\nstart: 2031-03-04", "KnotCon 2031"),
        ("title: Cartopartie à Nantes\nstart: 2031-03-04\nville: Nantes", "Cartopartie"),
        ("title: Jornadas de Lugo\nstart: 2031-03-04\nciudad: Lugo", "Jornadas"),
    ] {
        assert_eq!(name(front, ""), want, "{front}");
    }
}

#[test]
fn reports_and_help_are_no_events() {
    let held = "On March 4th, 2031 we held our meetup in Lund.";
    for (path, title, body, want) in [
        ("content/events/a.md", "'Recap: Knot Meetup in March'", held, "none"),
        ("content/events/a.md", "March meetup recap", held, "none"),
        ("content/events/a.md", "A look back at the March meetup", held, "none"),
        ("content/events/a.md", "March meetup", held, "event"),
        ("content/docs.md", "How to submit an event", "If yours is on April 1, 2031, say so.", "none"),
        ("content/events/a.md", "How to submit", "Submission deadline: April 1, 2031", "call"),
        ("index.md", "Home", "# KelpLab Lund\n\nNovember 9-11, 2031 · Lund, Sweden", "event"),
        ("index.md", "Home", "# Kelp\n\nKelp 4 came out on November 9, 2031.", "none"),
        (
            "news/2031-01-02-a.md", "'KnotCon 2031 – save the date'", "It will be held on March 4, 2031 in Lund.",
            "event",
        ),
    ] {
        assert_eq!(role(path, &format!("title: {title}"), body), want, "{path} {title}");
    }
}

#[test]
fn named_days_are_steps_and_no_days_of_the_event() {
    let days = |keys: &str| {
        let event = event("a.md", &format!("title: Knot Meeting\nlayout: event\n{keys}"), "");
        let day = |day: Option<handbill_model::Date>| day.map(|day| day.to_string()).unwrap_or_default();
        let call = event.calls.first().and_then(|call| day(call.deadline.as_ref()?.date).into());
        format!("{}..{} {}", day(event.start), day(event.end), call.unwrap_or_default())
    };
    for (keys, want) in [
        (
            "dates: [{name: CfP closes, date: 2031-01-04}, {name: Meeting, date: 2031-03-04}]\nsubtitle: 4-6 March 2031, Lund",
            "2031-03-04..2031-03-06 2031-01-04",
        ),
        ("dates: [{date: 2031-03-04}, {date: 2031-03-05}]", "2031-03-04..2031-03-05 "),
        ("dates: [{name: First week, start: 2031-03-04, end: 2031-03-05}]", "2031-03-04..2031-03-05 "),
    ] {
        assert_eq!(days(keys), want, "{keys}");
    }
}

#[test]
fn a_programme_stands_in_keys() {
    let sessions = |keys: &str, body: &str| {
        let event = event("a.md", &format!("title: Knots\nstart: 2031-03-04\n{keys}"), body);
        joined(event.programme.days.iter().flat_map(|day| &day.sessions).map(|session| {
            let time = |time: Option<handbill_model::LocalTime>| time.map(|time| time.to_string()).unwrap_or_default();
            let people = session.speakers.iter().map(|person| person.name.clone());
            format!("{}-{} {} <{}>", time(session.start), time(session.end), session.title, joined(people))
        }))
    };
    for (keys, want) in [
        ("talks: [{title: Tides, speaker: Ada Birk}]", "- Tides <Ada Birk>"),
        (
            "schedule: [{time: '18:30', title: Doors}, {time: 19:00-19:45, title: Tides, speakers: [Ada Birk, Noor Vos]}]",
            "18:30- Doors <>; 19:00-19:45 Tides <Ada Birk; Noor Vos>",
        ),
        (
            "program: [{day: 2031-03-04, sessions: [{start: '9:00', end: '10:00', name: Locks}]}]",
            "09:00-10:00 Locks <>",
        ),
        ("extra: {talks: [{title: Tides, speaker: Ada Birk}]}", "- Tides <Ada Birk>"),
        ("talks: [{title: Tides}, {title: Locks}]", ""),
        ("talks: [tides, locks]", ""),
        ("program: [{section: Monday, tutorials: [{name: tides}]}]", ""),
    ] {
        assert_eq!(sessions(keys, ""), want, "{keys}");
    }
    let told = sessions("talks: [{title: Tides, speaker: Ada Birk}]", "- 9:00 Locks\n- 10:00 Lunch");
    assert_eq!(told, "09:00- Locks <>; 10:00- Lunch <>");
}

#[test]
fn ways_in_and_zones_have_keys() {
    let event = event("a.md", "title: Knots\nstart: 2031-03-04T16:00\nzone: UTC\nzoom: https://kelp.example/z", "");
    assert_eq!(event.time_zone.map(|zone| zone.to_string()).as_deref(), Some("UTC"));
    assert_eq!(event.online.map(|online| online.url).as_deref(), Some("https://kelp.example/z"));
    assert_eq!(event.attendance.map(|mode| mode.to_string()).as_deref(), Some("online"));
}

#[test]
fn pages_of_one_event_name_it() {
    for (path, front, body, want) in [
        ("event/a.md", "title: Akademie 2031 Call for Participation", "", "call Akademie 2031"),
        (
            "events/2031-lund/propose.md",
            "title: Propose\ndescription: Propose a talk for knotdays Lund 2031",
            "Submit before the 31st of May 2031.",
            "call knotdays Lund 2031",
        ),
        ("events/a.md", "title: Travel\ndescription: How to get to the old port", "", "travel "),
        (
            "events/a.md", "title: knotdays Lund 2031", "Two days of talks on March 4-5, 2031.",
            "event knotdays Lund 2031",
        ),
        (
            "_posts/2031-03-01-a.md",
            "title: 'March meeting: knots'",
            "Our next meeting is on Tuesday, March 4, 7pm at the usual place.",
            "event March meeting: knots",
        ),
        (
            "_posts/2031-03-01-a.md",
            "title: 'Minutes of the March meeting'",
            "Our next meeting is on Tuesday, March 4, 7pm at the usual place.",
            "none ",
        ),
    ] {
        let page = read(path, &format!("---\n{front}\n---\n{body}\n"), &Site::default());
        let name = page.document.event.as_ref().map(|event| event.name.clone()).unwrap_or_default();
        assert_eq!(format!("{} {name}", page.document.page.role), want, "{path} {front}");
    }
}

#[test]
fn a_day_of_publishing_is_told_from_that_of_the_event() {
    let days = |front: &str, body: &str| {
        let event = event("events/a.md", front, body);
        event.start.map(|day| day.to_string()).unwrap_or_default()
    };
    let published = "title: Jornadas de Nudos\ndate: 2031-01-15\nlugar: Lugo";
    assert_eq!(days(published, "Las jornadas tendrán lugar los días 24 y 25 de abril de 2031."), "2031-04-24");
    assert_eq!(days(published, "Hablaremos de nudos."), "2031-01-15");
    let timed = "title: Knots\ndate: 2031-01-15 18:00\nlocation: Lund";
    assert_eq!(days(timed, "The next meeting takes place on 24 April 2031."), "2031-01-15");
    assert_eq!(days("title: Knots\nfechas: 24 y 25 de abril de 2031", ""), "2031-04-24");
    assert_eq!(days("title: Knots\nstartdate: 20310424", ""), "2031-04-24");
    assert_eq!(days("title: Knots\nlayout: event\nstartdate: 20311324", "").as_str(), "");
}

#[test]
fn hosts_of_a_post_announce_what_they_hold() {
    let body = "On Saturday June 7th 2031 we are organizing the Rope Barcamp in Lund.";
    let post = |title: &str, body: &str| role("_posts/2031-05-15-a.md", &format!("title: {title}"), body);
    assert_eq!(post("Join us at the Rope Barcamp!", body), "event");
    assert_eq!(post("Kelp 4 is out", body), "none");
    assert_eq!(post("Recap of the Rope Barcamp", body), "none");
}

#[test]
fn towns_names_and_zones_stand_where_they_belong() {
    let built = "start: 2031-03-04\nvenue: {name: Concordia Hub, city: Lund, country: Sweden}";
    assert_eq!(event("a.md", built, "").location, "Lund, Sweden");
    let home = "title: Welcome\nlayout: home\nexcerpt: 'ROPE+ 2031<br>March 4–6, 2031 &middot; Lund'";
    let home = event("index.md", home, "The workshop will be held in the old port.");
    assert_eq!((home.name.as_str(), home.location.as_str()), ("ROPE+ 2031", "Lund"));
    let dated = "**Sunday, 4 March 2031, 9:00 AM – 5:30 PM CST, Harbour Library**";
    let venues = event("a.md", "title: Knot Workshop", dated).venues;
    assert_eq!(
        joined(venues.into_iter().map(|venue| format!("{} {:?}", venue.name, venue.rooms))),
        "Harbour Library []"
    );
}

#[test]
fn what_is_free_is_told_in_several_languages() {
    let free = |event: &Event| event.logistics.cost.as_ref().map(|cost| format!("{:?}", cost.free)).unwrap_or_default();
    each(
        &[
            ("- **Inscription** : gratuite mais obligatoire", "Some(true)"),
            ("- **Inscrições**: gratuitas, até 20 de fevereiro", "Some(true)"),
            ("- **Inscription** : obligatoire", ""),
        ],
        free,
    );
}
