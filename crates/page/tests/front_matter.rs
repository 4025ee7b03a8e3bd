//! What keys of the front matter of many communities say: each row a front matter, the path of its page, and the facts.

use handbill_page::{Page, Site, read};

/// Role, days, times, place and deadline of a page in one line; what is not there is left out.
fn facts(path: &str, front: &str, body: &str) -> String {
    let fence = if front.starts_with('{') { ("", "") } else { ("---\n", "---\n") };
    let page = read(path, &format!("{}{front}\n{}{body}\n", fence.0, fence.1), &Site::default());
    line(&page)
}

fn line(page: &Page) -> String {
    let role = page.document.page.role.to_string();
    let Some(event) = &page.document.event else { return role };
    let mut said = vec![role];
    let mut say = |text: Option<String>| said.extend(text.filter(|text| !text.is_empty()));
    let runs: Vec<String> = event.dates.iter().map(|run| format!("{}..{}", run.start, run.end)).collect();
    let days = event.start.zip(event.end).map(
        |(start, end)| {
            if start == end { start.to_string() } else { format!("{start}..{end}") }
        },
    );
    say(if runs.is_empty() { days } else { Some(runs.join(" + ")) });
    say(event.start_time.map(|time| match event.end_time {
        Some(end) => format!("{time}-{end}"),
        None => time.to_string(),
    }));
    say(event.time_zone.as_ref().map(ToString::to_string));
    say(Some(event.location.clone()));
    say(event.attendance.as_ref().filter(|mode| mode.to_string() != "in-person").map(ToString::to_string));
    say(event.venues.first().map(|venue| format!("[{}]", venue.name)));
    for call in &event.calls {
        let date = call.deadline.as_ref().and_then(|deadline| deadline.date).map(|day| format!(" {day}"));
        say(Some(format!("{}{}", call.kind, date.unwrap_or_default())));
    }
    said.join(", ")
}

#[track_caller]
fn each(rows: &[(&str, &str, &str)]) {
    let wrong: Vec<String> = rows
        .iter()
        .map(|(path, front, want)| (path, front, want, facts(path, front, "")))
        .filter(|(_, _, want, got)| got != *want)
        .map(|(path, front, want, got)| format!("{path}: {front:?}\n   wanted {want}\n   got    {got}"))
        .collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn first_and_last_day_under_many_names() {
    let days = "event, 2031-03-04..2031-03-05";
    let rows: Vec<(String, &str)> = [
        ("start", "end"),
        ("starts", "ends"),
        ("startdate", "enddate"),
        ("start_date", "end_date"),
        ("start-date", "end-date"),
        ("startDate", "endDate"),
        ("StartDate", "EndDate"),
        ("dateStart", "dateEnd"),
        ("date_start", "date_end"),
        ("event-start", "event-end"),
        ("event_date", "date_end"),
        ("datetime", "end"),
        ("begin", "finish"),
        ("data_inizio", "data_fine"),
        ("date_from", "date_to"),
    ]
    .map(|(start, end)| (format!("{start}: 2031-03-04\n{end}: 2031-03-05"), days))
    .into();
    for (front, want) in rows {
        assert_eq!(facts("a.md", &front, ""), want, "{front}");
        let quoted = front.replace("2031-03-0", "\"2031-03-0").replace('4', "4\"").replace('5', "5\"");
        assert_eq!(facts("a.md", &quoted, ""), want, "{quoted}");
    }
}

#[test]
fn days_in_other_shapes() {
    each(&[
        ("a.md", "dates: March 4-5, 2031", "event, 2031-03-04..2031-03-05"),
        (
            "a.md",
            "humandate: \"Mar 4-5, 2031\"\nstartdate: 2031-03-04\nenddate: 2031-03-05",
            "event, 2031-03-04..2031-03-05",
        ),
        ("a.md", "dates: [2031-03-04, 2031-03-05]", "event, 2031-03-04..2031-03-05"),
        ("a.md", "dates: [2031-03-04, 2031-03-11]", "event, 2031-03-04..2031-03-04 + 2031-03-11..2031-03-11"),
        ("a.md", "time:\n  - start: 2031-03-04\n    end: 2031-03-05", "event, 2031-03-04..2031-03-05"),
        (
            "a.md",
            "time:\n  - {start: 2031-03-04, end: 2031-03-04}\n  - {start: 2031-04-04, end: 2031-04-05}",
            "event, 2031-03-04..2031-03-04 + 2031-04-04..2031-04-05",
        ),
        ("a.md", "event:\n  start: 2031-03-04", "event, 2031-03-04"),
        ("a.md", "extra:\n  date: 2031-03-04", "event, 2031-03-04"),
        ("a.md", "params: {date: 2031-03-04, date_end: 2031-03-05}", "event, 2031-03-04..2031-03-05"),
        ("a.md", "start: 2031-03-04\ndays: 3", "event, 2031-03-04..2031-03-06"),
        ("a.md", "start: 2031-03-04\nend: 2031-03-02", "event, 2031-03-04"),
        ("a.md", "event_date: 4-5 March 2031", "event, 2031-03-04..2031-03-05"),
        ("a.md", "dates: {start: 2031-03-04, end: 2031-03-05}", "event, 2031-03-04..2031-03-05"),
        ("a.md", "date: {from: 2031-03-04, to: 2031-03-05}", "event, 2031-03-04..2031-03-05"),
        ("a.md", "date: 2030-11-02\ndatum: 4. und 5. März 2031", "event, 2031-03-04..2031-03-05"),
        ("a.md", "date: 2030-11-02\nfecha: 2031-03-04", "event, 2031-03-04"),
        ("a.md", "date: 2030-11-02\ndata: knots.csv", "none"),
        ("a.md", "date: 2030-11-02\ndata: 2031-03-04-knots.csv", "none"),
        ("a.md", "start: 6/5/2031", "none"),
        ("a.md", "start: soon", "none"),
        ("a.md", "start:\nend: 2031-03-02", "none"),
        ("a.md", "{\"start\": \"2031-03-04\", \"end\": \"2031-03-05\"}", "event, 2031-03-04..2031-03-05"),
    ]);
}

#[test]
fn date_is_the_events_only_with_company() {
    each(&[
        ("a.md", "date: 2031-03-04", "none"),
        ("a.md", "title: Spring Meeting\ndate: 2031-03-04", "none"),
        ("_posts/2031-03-04-a.md", "title: Spring Meeting\ndate: 2031-03-04", "none"),
        ("_posts/2031-03-04-spring-meeting.md", "title: Spring Meeting", "none"),
        ("_posts/2031-03-04-a.md", "title: Spring Meeting\ndate: 2031-03-04\nlocation: Lund", "none"),
        (
            "_posts/2031-03-04-a.md",
            "title: Spring Meeting\nlayout: event\ndate: 2031-03-04 18:00\nlocation: Lund",
            "event, 2031-03-04, 18:00, Lund",
        ),
        ("a.md", "title: Spring Meeting\ndate: 2031-03-04\nend_date: 2031-03-05", "event, 2031-03-04..2031-03-05"),
        ("a.md", "title: Spring Meeting\ndate: 2031-03-04\nlocation: Lund, Sweden", "event, 2031-03-04, Lund, Sweden"),
        ("a.md", "title: Spring Meeting\ndate: 2031-03-04 10:43:17\nlocation: Lund, Sweden", "none"),
        ("a.md", "title: Spring Meeting 2032\ndate: 2031-03-04\nlocation: Lund, Sweden", "none"),
        // What no day of publishing has beside it.
        ("a.md", "title: Knots\ndate: 2031-03-04\nlocation: Lund", "none"),
        ("a.md", "title: Knots\ndate: 2031-03-04\nend_date: 2031-03-04", "event, 2031-03-04"),
        ("a.md", "title: Knots\ndate: 2031-03-04\nvenue: Werft\ncity: Lund", "event, 2031-03-04, Lund, [Werft]"),
        ("a.md", "title: Knots\ndate: 2031-03-04\ntime: 18:00\nlocation: Lund", "none"),
        (
            "a.md",
            "title: Knots\ndate: 2031-03-04\ntime: 18:00-20:00\nlocation: Lund",
            "event, 2031-03-04, 18:00-20:00, Lund",
        ),
        ("a.md", "title: Knots\ndate: 2031-03-04\ncapacity: 20\nlocation: Lund", "event, 2031-03-04, Lund"),
        ("_posts/2031-03-04-a.md", "title: Knots\ndate: 2031-03-04\ncapacity: 20\nlocation: Lund", "none"),
        ("a.md", "title: Spring Meeting\ndate: March 4-5, 2031", "event, 2031-03-04..2031-03-05"),
        ("_events/a.md", "title: Spring Meeting\ndate: 2031-03-04", "event, 2031-03-04"),
        ("content/events/a.md", "title: Spring Meeting\ndate: 2031-03-04T10:43:17Z", "other"),
        ("_events/2031-03-04-a.md", "title: Spring Meeting", "event, 2031-03-04"),
        ("events/2031/a.md", "title: Spring Meeting\ndate: 2030-11-04", "other"),
    ]);
    let body = "The meeting takes place on June 4, 2031 in Lund, Sweden.";
    let published = facts("content/events/a.md", "title: Spring Meeting\ndate: 2030-11-02", body);
    assert_eq!(published, "event, 2031-06-04, Lund, Sweden");
}

#[test]
fn times_and_zones() {
    each(&[
        ("a.md", "start: 2031-03-04 09:30\nend: 2031-03-04 17:00", "event, 2031-03-04, 09:30-17:00"),
        ("a.md", "start: 2031-03-04T09:30:00+01:00", "event, 2031-03-04, 09:30, +01:00"),
        ("a.md", "start: \"2031-03-04T09:30:00Z\"", "event, 2031-03-04, 09:30, UTC"),
        ("a.md", "start: \"2031-03-04T00:00:00Z\"", "event, 2031-03-04"),
        ("a.md", "start: 2031-03-04T00:00:00Z", "event, 2031-03-04"),
        ("a.md", "start: 2031-03-04\nstart_time: 18:00\nend_time: \"20:00\"", "event, 2031-03-04, 18:00-20:00"),
        ("a.md", "date: 2031-03-04\nstarts_at: 18:00\nends_at: \"20:00\"", "event, 2031-03-04, 18:00-20:00"),
        ("a.md", "start: 2031-03-04\ntime: 6:30pm - 9pm", "event, 2031-03-04, 18:30-21:00"),
        ("a.md", "start: 2031-03-04\nhumantime: \"9:00 am - 4:30 pm\"", "event, 2031-03-04, 09:00-16:30"),
        ("a.md", "start: 2031-03-04\ntime_zone: Europe/Rome", "event, 2031-03-04, Europe/Rome"),
        ("a.md", "start: 2031-03-04\ntimezone: AoE", "event, 2031-03-04, AoE"),
    ]);
}

#[test]
fn places_in_many_shapes() {
    let front = |keys: &str| facts("a.md", &format!("start: 2031-03-04\n{keys}"), "");
    for (keys, want) in [
        ("where: \"koPf, Berlin\"", "Berlin, [koPf]"),
        ("where: k-werk, Lund, Sweden", "Lund, Sweden, [k-werk]"),
        ("where: McLean, Virginia", "McLean, Virginia"),
        ("where: lund, Sweden", "lund, Sweden"),
        ("location: Lund, Sweden", "Lund, Sweden"),
        ("where: Lund, Sweden", "Lund, Sweden"),
        ("city: Lund\ncountry: Sweden", "Lund, Sweden"),
        ("city: Boston\nstate: MA\ncountry: USA", "Boston, MA, USA"),
        ("location: {city: Lund, country: Sweden}", "Lund, Sweden"),
        ("location: {name: \"Lund, Sweden\", url: x}", "Lund, Sweden"),
        ("location: {name: Harbour Library, city: Lund, country: Sweden}", "Lund, Sweden, [Harbour Library]"),
        ("location: [Lund, Sweden]", "Lund, Sweden"),
        ("location: Harbour Library, Lund, Sweden", "Lund, Sweden, [Harbour Library]"),
        ("venue: Harbour Library\naddress: 4 Quay Street, Lund, Sweden", "Lund, Sweden, [Harbour Library]"),
        ("venue: Harbour Library\naddress: Quay 4, 222 23 Lund, Sweden", "Lund, Sweden, [Harbour Library]"),
        ("venue: {name: Harbour Library}\ncity: Lund", "Lund, [Harbour Library]"),
        ("address: {street: Quay 4, city: Lund, country: Sweden}", "Lund, Sweden"),
        ("location: Boston, MA 02138", "Boston, MA 02138"),
        ("location: Online", "online"),
        ("location: Zoom webinar", "online"),
        ("location: https://meet.port.example/knots", "online"),
        ("location: https://maps.port.example/lund", ""),
        ("venue: Lund, Sweden", "Lund, Sweden"),
        ("venue: Lund", "[Lund]"),
        ("eventAttendanceMode: https://schema.org/MixedEventAttendanceMode\ncity: Lund", "Lund, hybrid"),
        ("wo: Lund", "Lund"),
        ("where: Zoom", "online"),
        ("location: 'Werft, Quay 4, 222 23 Lund'", "Lund, [Werft]"),
        ("ort: Lund", "Lund"),
        (
            "location: Cité des nœuds\naddress: {street: Quay 4, city: Nantes, country: France}",
            "Nantes, France, [Cité des nœuds]",
        ),
        ("location: '[Harbour Library](https://port.example), Lund, Sweden'", "Lund, Sweden, [Harbour Library]"),
        ("online: true", "online"),
        ("online: true\nlocation: Lund, Sweden", "Lund, Sweden, hybrid"),
        ("location: Lund, Sweden and online", "Lund, Sweden, hybrid"),
        ("attendance_mode: hybrid\ncity: Lund", "Lund, hybrid"),
        ("format: hybrid\ncity: Lund", "Lund, hybrid"),
        ("format: workshop\ncity: Lund", "Lund"),
        ("mode: online", "online"),
        ("location: Werft\nlocation_address: Quay 4\ncity: Lund", "Lund, [Werft]"),
        ("location: Sweden\nlocation_address: Quay 4\ncity: Lund", "Lund"),
        ("location: Werft\ncity: Lund", "Lund"),
        ("local: true\ncity: Lund", "Lund"),
        ("luogo: Lund", "Lund"),
        ("location: TBA", ""),
        ("location:", ""),
    ] {
        let want = if want.is_empty() { "event, 2031-03-04".to_owned() } else { format!("event, 2031-03-04, {want}") };
        assert_eq!(front(keys), want, "{keys}");
    }
}

#[test]
fn calls_in_keys() {
    let front = |keys: &str| facts("a.md", &format!("start: 2031-03-04\n{keys}"), "");
    for (keys, want) in [
        ("cfp_date_end: 2030-12-01", "proposals 2030-12-01"),
        ("cfp_close: 2030-12-01", "proposals 2030-12-01"),
        ("cfp:\n  close: 2030-12-01\n  link: https://example.org", "proposals 2030-12-01"),
        ("deadline: December 1, 2030", "proposals 2030-12-01"),
        ("submissionDeadline: 2030-12-01T23:59:00", "proposals 2030-12-01"),
        ("cfp_open: true", "proposals"),
        ("cfp: 2030-12-01", "proposals 2030-12-01"),
        ("cfp: https://example.org", "proposals"),
        ("call_for_papers:\n  deadline: 2030-12-01", "proposals 2030-12-01"),
        ("cfp_closes_at: 2030-12-01", "proposals 2030-12-01"),
        (
            "important_dates: [{name: Abstract submission, date: 2030-11-01}, {name: Paper submission, date: 2030-12-01}]",
            "proposals 2030-12-01",
        ),
        (
            "deadlines: [{name: Abstracts, date: 2030-11-01}, {name: Full papers, date: 2030-12-01}]",
            "proposals 2030-12-01",
        ),
        ("deadlines: [{what: Paper submission, when: 1 December 2030}]", "proposals 2030-12-01"),
        ("abstract_deadline: 2030-11-01\npaper_deadline: 2030-12-01", "proposals 2030-12-01"),
    ] {
        assert_eq!(front(keys), format!("event, 2031-03-04, {want}"), "{keys}");
    }
    assert_eq!(front("cfp_open: false"), "event, 2031-03-04");
    // What a sentence says of a call may be another day of it.
    assert_eq!(front("cfp: The call opens on December 1, 2030"), "event, 2031-03-04");
    assert_eq!(front("deadlines: [{name: Early registration, date: 2030-12-01}]"), "event, 2031-03-04");
    assert_eq!(front("application_deadline: 2030-12-01"), "event, 2031-03-04");
}

#[test]
fn the_authors_word_to_handbill_wins() {
    let title = "title: Spring Meeting, Lund, March 4, 2031\n";
    each(&[
        ("a.md", &format!("{title}handbill: false"), "none"),
        ("a.md", "title: Notes\nhandbill: true", "event"),
        ("a.md", &format!("{title}handbill:\n  start: 2031-04-04"), "event, 2031-04-04, Lund"),
        ("a.md", &format!("{title}location: gazette\nhandbill:\n  location: Ystad"), "event, 2031-03-04, Ystad"),
        ("a.md", &format!("{title}start: 2031-05-01\nhandbill: {{date: 2031-04-04}}"), "event, 2031-04-04, Lund"),
    ]);
}

#[test]
fn a_page_is_what_its_folder_title_and_words_say() {
    let dated = "The meeting takes place on June 4, 2031 in Lund, Sweden.";
    for (path, front, body, want) in [
        ("pages/a.md", "title: Knots\nwhen: 2031-03-04", "", "event"),
        ("pages/a.md", "title: Knots\ndates: 2031-03-04 10:43:17", "", "none"),
        ("a.md", "title: Spring Meeting", dated, "event"),
        ("docs/a.md", "title: Reading dates", "Version 2 came out on June 4, 2031.", "none"),
        ("_posts/2031-05-01-a.md", "title: We met", dated, "none"),
        ("news/a.md", "title: Spring Meeting is over", dated, "none"),
        ("_posts/2031-05-01-a.md", "title: Meetup\ncategories: [events]", dated, "event"),
        ("_posts/2031-05-01-a.md", "title: Meetup", "* **When:** June 4, 2031\n* **Where:** Lund\n", "event"),
        ("event/a.md", "title: Spring Meeting Travel and Hotel Information", "Take the train.", "travel"),
        ("event/a.md", "title: Spring Meeting Schedule", "", "schedule"),
        ("event/a.md", "title: \"Day 2 - Wednesday, June 4th\"", "", "schedule"),
        ("event/a.md", "title: Past events", "* Spring Meeting", "listing"),
        ("event/a.md", "title: Community Call\nstart: 2031-06-04", "", "event"),
        ("a.md", "title: \"Call for Papers: Spring Meeting 2031\"", "", "call"),
        ("_pages/calls/demos.md", "title: Demonstrations", "* Submission deadline: May 4, 2031", "call"),
        ("_pages/home.md", "layout: home", dated, "event"),
        ("a.md", "title: KnotCon 2031", "We meet in Lund on June 4, 2031.", "event"),
        ("a.md", "title: Icon themes", "We meet in Lund on June 4, 2031.", "none"),
        ("a.md", "title: Harbouria 2031", "Harbouria 2031 takes place on June 4, 2031 in Lund.", "event"),
        ("a.md", "title: Les Nœuds 2031", "Les Nœuds auront lieu du 4 au 5 juin 2031 à Nantes.", "event"),
        ("a.md", "title: Kelp", "Kelp 4 will be released on June 4, 2031.", "none"),
        ("a.md", "title: Kelp", "The Kelp fair takes place on June 4, 2031 in Lund.", "none"),
        (
            "_posts/2031-05-01-a.md", "title: The dates of the Knot Summit",
            "The Knot Summit will take place on June 4, 2031.", "event",
        ),
        ("_posts/2031-07-01-a.md", "title: Recap of the Knot Summit", "The summit took place on June 4, 2031.", "none"),
        (
            "_posts/2031-05-01-a.md", "title: Kelp 4 is out",
            "We show it at a summit that takes place on June 4, 2031.", "none",
        ),
        (
            "_posts/2031-05-01-a.md", "title: Minutes of the May meeting",
            "The next meeting will take place on June 4, 2031.", "none",
        ),
        ("a.md", "title: Knots at sea\ndate: 2031-06-04\nevent: Harbour Days\nlocation: Lund", "", "event"),
        ("calls/a.md", "title: Community Call\nstart: 2031-06-04\ntime: 15:00", "Agenda: knots.", "event"),
        (
            "_posts/2031-05-01-a.md", "title: Why we sponsor the Knot Summit",
            "The Knot Summit takes place on June 4, 2031.", "none",
        ),
        ("a.md", "title: Sponsor the Knot Summit", "", "call"),
        (
            "_posts/2031-05-01-a.md",
            "title: A map for KnotCon",
            "It is made for KnotCon, which will take place on June 4, 2031.",
            "none",
        ),
        ("papers/a.md", "title: Knots\ndate: 2031-06-04\nevent: KnotCon\nlocation: Lund", "", "none"),
        ("a.md", "title: Knots\ndate: 2031-06-04\nvenue: Journal of Knots\nlocation: Lund", "", "none"),
        ("a.md", "name: KnotCon\nstart: 2031-06-04", "", "event"),
    ] {
        let page = read(path, &format!("---\n{front}\n---\n{body}\n"), &Site::default());
        assert_eq!(page.document.page.role.to_string(), want, "{path}: {front}");
    }
}

#[test]
fn keys_stand_in_maps_inside_of_maps() {
    each(&[
        ("a.md", "params:\n  event:\n    start: 2031-03-04\n    end: 2031-03-05", "event, 2031-03-04..2031-03-05"),
        (
            "a.md",
            "start: 2031-03-04\nparams:\n  venue: {name: Silo 5, address: 'Quay 7, Lund'}\n  cfp: {close: 2030-12-01}",
            "event, 2031-03-04, Lund, [Silo 5], proposals 2030-12-01",
        ),
        ("a.md", "eventInfo:\n  dates: May 23, 2031\n  location: Lund, Sweden", "event, 2031-05-23, Lund, Sweden"),
        ("a.md", "event:\n  from: 2031-06-20\n  till: 2031-06-22", "event, 2031-06-20..2031-06-22"),
        ("a.md", "event:\n  when: Tuesday 4 March 2031, 10am to 4pm", "event, 2031-03-04, 10:00-16:00"),
        ("a.md", "title: Knots\nstart: 23-05-2031\nend: 24-05-2031", "event, 2031-05-23..2031-05-24"),
        ("a.md", "title: Knots\nstart: 04-05-2031\nhandbill: true", "event"),
        (
            "a.md",
            "title: Knots\nsubtitle: 4 May 2031 | Lund and online\nlayout: event",
            "event, 2031-05-04, Lund, hybrid",
        ),
        (
            "a.md",
            "title: Knots\nsubtitle: 4 & 5 May 2031, Lund, Sweden\nlayout: event",
            "event, 2031-05-04..2031-05-05, Lund, Sweden",
        ),
        (
            "a.md",
            "title: Sea of Knots\ndescription: Sea of Knots - Lund, Sweden - 4 May 2031\nlayout: event",
            "event, 2031-05-04, Lund, Sweden",
        ),
        (
            "a.md",
            "title: Knots\nexcerpt: '**Hybrid**: Lund, Sweden + Online'\nstart: 2031-05-04",
            "event, 2031-05-04, Lund, Sweden, hybrid",
        ),
        ("a.md", "title: Knots\ndate: 2031-03-04\ndays: 3\nlocation: Lund", "event, 2031-03-04..2031-03-06, Lund"),
        ("a.md", "date: 2031-03-04\ntaxonomies:\n  tags: [meetup]", "event, 2031-03-04"),
    ]);
}

#[test]
fn registration_capacity_cost_sponsors_and_hashtag_have_keys() {
    let front = "start: 2031-03-04\nrsvp: https://meet.example/7\ncapacity: 40\ncost: free for members, £15 for guests\nhashtag: knots31\nsponsors:\n  gold: [Kelp Works]\n  silver: [{name: Salt Inc, url: 'https://salt.example'}, werft]";
    let page = read("a.md", &format!("---\n{front}\n---\n"), &Site::default());
    let event = page.document.event.expect("it has a day");
    let logistics = &event.logistics;
    assert_eq!(logistics.registrations[0].url, "https://meet.example/7");
    assert_eq!((logistics.capacity, logistics.social[0].name.as_str()), (Some(40), "#knots31"));
    let cost = logistics.cost.as_ref().expect("it says so");
    assert_eq!((cost.free, cost.prices[0].text.as_str()), (Some(false), "£15"));
    let sponsors: Vec<_> = event.sponsors.iter().map(|one| (one.name.as_str(), one.level.as_str())).collect();
    assert_eq!(sponsors, [("Kelp Works", "Gold"), ("Salt Inc", "Silver")]);
}
