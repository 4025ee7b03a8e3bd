//! What a page calls for, and what it calls its event.

use handbill_model::{CallKind, Event};
use handbill_page::{Site, read};

fn event(text: &str) -> Event {
    read("calls/page.md", text, &Site::default()).document.event.expect("the page tells of an event")
}

#[test]
fn a_page_about_volunteers_calls_for_nothing_else() {
    let event = event(
        "---\ntitle: Call for Volunteers\n---\nHelp us at the RSMC 2031, held on 4-6 June 2031 in Lund.\n\n\
         ## Important dates\n\n* Application deadline: 3 March 2031\n* Notification: 20 March 2031\n",
    );
    let kinds: Vec<&CallKind> = event.calls.iter().map(|call| &call.kind).collect();
    assert_eq!(kinds, [&CallKind::Volunteers]);
    let deadline = event.calls[0].deadline.as_ref().and_then(|moment| moment.date);
    assert_eq!(deadline.map(|day| day.to_string()).as_deref(), Some("2031-03-03"));
}

#[test]
fn what_is_asked_for_is_no_name() {
    let text = |title: &str| {
        format!("---\ntitle: {title}\n---\nThe RSMC 2031 shows posters. Submissions are due on 3 March 2031.\n")
    };
    for title in [
        "Posters - Call for Participation", "Industry Track - Call for Papers",
        "Workshops and Tutorials - Call for Proposals",
    ] {
        assert_eq!(event(&text(title)).name, "RSMC 2031", "{title}");
    }
    assert_eq!(event(&text("Spring Workshop - Call for Papers")).name, "Spring Workshop");
}

#[test]
fn a_date_behind_a_semicolon_is_not_of_what_stands_before_it() {
    let event = event(
        "---\ntitle: RSMC 2031 - Call for Papers\n---\nPapers are due on 3 March 2031.\n\n\
         Authors plan for the notification, which comes early; the printed version is finished on 9 May 2031.\n",
    );
    assert!(event.calls[0].dates.is_empty(), "{:?}", event.calls[0].dates);
}

#[test]
fn key_dates_without_marks_are_dates_of_a_call() {
    let text = "---\ntitle: Harbour Day\nstart: 2031-06-04\n---\n## Key dates\n\n* **20 April 2031** abstract submission closes\n* **8 May 2031** speakers are informed\n\n## Practical\n\n* Submit an abstract: https://port.example/abstracts\n";
    let event = event(text);
    let call = event.calls.first().expect("it calls");
    let day = call.deadline.as_ref().and_then(|deadline| deadline.date).map(|day| day.to_string());
    assert_eq!((day.as_deref(), call.url.as_str()), (Some("2031-04-20"), "https://port.example/abstracts"));
}

#[test]
fn one_submits_through_what_stands_behind_the_word() {
    let text = "---\ntitle: Call for Papers - Harbour Meeting 2031\n---\nPapers are submitted through [Kelp Review](https://kelp.example/31). See [the map](https://map.example).\n";
    assert_eq!(event(text).calls.first().map(|call| call.url.as_str()), Some("https://kelp.example/31"));
}

#[test]
fn a_sentence_on_whether_papers_are_taken_names_no_way() {
    let text = "---\ntitle: Call for Workshops - Harbour Meeting 2031\n---\nSay whether you take papers submitted through [Kelp Review](https://kelp.example/31).\n";
    assert_eq!(event(text).calls.first().map(|call| call.url.as_str()), Some(""));
}

#[test]
fn a_column_for_each_kind_of_paper_starts_with_the_main_one() {
    let text = "---\ntitle: Call for Papers - Harbour Meeting 2031\n---\n## Important dates\n\n| | Full papers | Demos |\n|---|---|---|\n| Submission | May 11, 2031 | July 6, 2031 |\n| Notification | July 13, 2031 | August 10, 2031 |\n";
    let event = event(text);
    let day = event.calls[0].deadline.as_ref().and_then(|deadline| deadline.date).map(|day| day.to_string());
    assert_eq!(day.as_deref(), Some("2031-05-11"));
}

#[test]
fn a_call_speaks_french() {
    let text = "---\ntitle: Journées des ports 2031\nstart: 2031-06-08\n---\n## Appel à communications\n\nLes propositions sont à déposer avant le 15 mars 2031 sur [la plateforme](https://easychair.org/conferences/?conf=ports).\n\n## Inscription\n\nL'inscription est gratuite.\n";
    let event = event(text);
    let day = event.calls[0].deadline.as_ref().and_then(|deadline| deadline.date).map(|day| day.to_string());
    assert_eq!(day.as_deref(), Some("2031-03-15"));
    assert_eq!(event.logistics.cost.and_then(|cost| cost.free), Some(true));
}

#[test]
fn the_year_of_a_deadline_is_that_of_the_event_that_comes_behind_it() {
    let text = |start: &str, due: &str| {
        format!("---\ntitle: Harbour Workshop\nstart: {start}\n---\n## Call for talks\n\nSubmit your talk by {due}.\n")
    };
    for (start, due, want) in
        [("2031-06-04", "April 6", "2031-04-06"), ("2031-02-04", "December 6", "2030-12-06"), ("2031-02-04", "4/6", "")]
    {
        let event = event(&text(start, due));
        let day = event.calls[0].deadline.as_ref().and_then(|deadline| deadline.date).map(|day| day.to_string());
        assert_eq!(day.unwrap_or_default(), want, "{start} {due}");
    }
}

#[test]
fn what_is_sent_by_a_day_is_due_then() {
    for (sentence, want) in [
        ("Send a title and three sentences to talks@knots.example by February 28.", "2031-02-28"),
        ("Email us your idea before 2 February 2031!", "2031-02-02"),
        // Nothing that a call asks for is sent.
        ("We send the keys by February 28.", ""),
    ] {
        let text =
            format!("---\ntitle: Harbour Workshop\nstart: 2031-03-04\n---\n## Call for talks\n\nHello. {sentence}\n");
        let day = event(&text).calls[0].deadline.as_ref().and_then(|deadline| deadline.date);
        assert_eq!(day.map(|day| day.to_string()).unwrap_or_default(), want, "{sentence}");
    }
}

#[test]
fn a_remark_may_stand_between_a_date_and_what_it_is_of() {
    let text = "---\ntitle: Harbour Workshop\nstart: 2031-06-04\n---\n## Important dates\n\n- ~~15 January 2031~~ **29 January 2031 (AoE)**: talk proposals due\n- 1 March 2031: notification\n";
    let event = event(text);
    let deadline = event.calls[0].deadline.as_ref().expect("it has one");
    assert_eq!(deadline.date.map(|day| day.to_string()).as_deref(), Some("2031-01-29"));
    assert_eq!(deadline.time_zone.as_ref().map(ToString::to_string).as_deref(), Some("AoE"));
}

#[test]
fn dates_that_start_lines_of_the_source_are_dates_of_a_call() {
    let text = "---\ntitle: Workshop on Knots 2031\n---\nWith Ropes 2031, Lund, Sweden, 26 June 2031\n\n## Important dates (AoE)\n\nSubmission: April 14, 2031\nNotification: May 12, 2031\nCamera-ready: May 26, 2031\n";
    let event = read("a.md", text, &Site::default()).document.event.expect("it is due");
    let deadline = event.calls[0].deadline.as_ref().expect("it has one");
    assert_eq!(deadline.date.map(|day| day.to_string()).as_deref(), Some("2031-04-14"));
    assert_eq!(deadline.time_zone.as_ref().map(ToString::to_string).as_deref(), Some("AoE"));
    assert_eq!(event.location, "Lund, Sweden");
}

#[test]
fn a_call_that_closed_tells_when() {
    let text = "---\ntitle: Harbour Meeting\nstart: 2031-06-04\n---\n## Call for proposals\n\nThe CfP closed on 31 March 2031.\n";
    let event = event(text);
    let day = event.calls[0].deadline.as_ref().and_then(|deadline| deadline.date).map(|day| day.to_string());
    assert_eq!(day.as_deref(), Some("2031-03-31"));
}

#[test]
fn a_page_on_grants_tells_of_its_event_in_parentheses() {
    let text = "---\ntitle: Travel grants\n---\nGrants are for students who speak at Knots 2031 (Lund, Sweden, 9-12 September 2031).\n\nSend a letter to a@port.example by **30 May 2031**.\n";
    let event = event(text);
    assert_eq!(event.start.map(|day| day.to_string()).as_deref(), Some("2031-09-09"));
    assert_eq!(event.location, "Lund, Sweden");
    let day = event.calls[0].deadline.as_ref().and_then(|deadline| deadline.date).map(|day| day.to_string());
    assert_eq!(day.as_deref(), Some("2031-05-30"));
}

#[test]
fn a_call_speaks_german() {
    let text = "---\ntitle: Hafentagung\nstart: 2031-03-26\n---\nVorträge können bis zum 19. Januar 2031 eingereicht werden.\n";
    let event = event(text);
    let day = event.calls[0].deadline.as_ref().and_then(|deadline| deadline.date).map(|day| day.to_string());
    assert_eq!(day.as_deref(), Some("2031-01-19"));
}

#[test]
fn a_section_on_submission_with_its_last_day_is_a_call() {
    let text = "---\ntitle: Workshop on Knots 2031\n---\n## Submission\n\n- Paper submission (extended): ~~July 1~~ **July 12, 2031**\n- Author notification: August 3, 2031\n\n[Submit here](https://kelp.example/31).\n";
    let event = event(text);
    let call = event.calls.first().expect("it calls");
    let day = call.deadline.as_ref().and_then(|deadline| deadline.date).map(|day| day.to_string());
    assert_eq!((day.as_deref(), call.url.as_str()), (Some("2031-07-12"), "https://kelp.example/31"));
}

#[test]
fn a_link_that_asks_for_a_proposal_is_the_way() {
    let text = "---\ntitle: Harbour Workshop\nstart: 2031-06-04\n---\n\
        If you want to speak, [send us a proposal](https://port.example/talks) until 6 April 2031.\n";
    assert_eq!(event(text).calls.first().map(|call| call.url.as_str()), Some("https://port.example/talks"));
}

#[test]
fn the_last_day_for_a_bursary_is_none_of_a_talk() {
    let text = "---\ntitle: Harbour Workshop\nstart: 2031-06-04\n---\n## Important dates\n\n\
        * **1 April 2031**: bursary applications close\n* **15 April 2031**: talk submissions close\n";
    let event = event(text);
    let call = event.calls.iter().find(|call| call.kind == CallKind::Proposals).expect("it calls for talks");
    let day = call.deadline.as_ref().and_then(|deadline| deadline.date).map(|day| day.to_string());
    assert_eq!(day.as_deref(), Some("2031-04-15"));
}

/// A page on a call, with its dates in a section of their own.
fn dated(dates: &str) -> String {
    format!(
        "---\ntitle: RSMC 2031 - Call for Papers\n---\nRSMC 2031 invites papers on harbours.\n\n## Important dates\n\n{dates}\n"
    )
}

#[test]
fn a_list_of_dates_tells_the_steps_of_its_call() {
    let rows = [
        (
            "All deadlines are 11:59 pm AoE.\n\n| Abstract submission | January 5, 2031 |\n| Paper submission | January 12, 2031 |\n| Notification | March 6, 2031 |\n| Camera-ready papers due | April 3, 2031 |",
            "2031-01-12 AoE, abstract 2031-01-05 AoE, notification 2031-03-06, camera-ready 2031-04-03 AoE",
        ),
        (
            "Paper submission: January 12, 2031\n\n## Key dates\n\n* Paper submission: January 12, 2031\n* Camera-ready papers: April 3, 2031",
            "2031-01-12, camera-ready 2031-04-03",
        ),
        // What is told to some, or of grants, is not what all are told.
        (
            "* Paper submission: January 12, 2031\n* Notification of desk rejection: January 30, 2031\n* Grant notification: February 2, 2031\n* Notification of acceptance: March 6, 2031\n\nGrant awards: notification by March 20, 2031.",
            "2031-01-12, notification 2031-03-06",
        ),
        (
            "* Paper submission: January 12, 2031\n* Notification: March 6, 2031\n\nAuthors will be notified by March 9, 2031. The notification date of RSMC East is March 2, 2031.",
            "2031-01-12, notification 2031-03-06, notification 2031-03-09",
        ),
        // Of the papers of a workshop that the page calls for.
        (
            "* Proposal submission deadline: January 12, 2031\n* Notification: March 6, 2031\n\n## Workshop timeline\n\n* Paper deadline: April 3, 2031\n* Camera-ready papers: May 8, 2031",
            "2031-01-12, notification 2031-03-06",
        ),
        (
            "* Proposal submission: January 12, 2031\n* Notification: March 6, 2031\n* Paper deadline: April 3, 2031\n* Camera-ready papers: May 8, 2031",
            "2031-01-12, notification 2031-03-06",
        ),
        ("* Submissions open: December 1, 2030\n* Paper submission: January 12, 2031", "from 2030-12-01, 2031-01-12"),
        // The sentence gives the hour of the day that the list gives.
        (
            "* Paper submission: January 12, 2031\n\nPapers should be submitted no later than January 12, 2031, 11:59 pm AoE.",
            "2031-01-12 AoE",
        ),
        ("* Paper submission: January 12, 2031\n\n##### All deadlines are 11:59 pm AoE.", "2031-01-12 AoE"),
        // Days that have passed are struck out; a step that was called off is none, and other days take the place of some.
        (
            "* ~~Submissions open: December 1, 2030~~\n* ~~Paper submission: January 12, 2031~~\n* ~~Notification: March 6, 2031~~",
            "from 2030-12-01, 2031-01-12, notification 2031-03-06",
        ),
        ("* ~~Paper submission: January 12, 2031~~\n* Notification: March 6, 2031", "notification 2031-03-06"),
        (
            "* ~~Paper submission: January 12, 2031~~\n* ~~Notification: March 6, 2031~~\n\n## New dates\n\n* Paper submission: January 19, 2031",
            "2031-01-19",
        ),
        ("Time zone: Anywhere on Earth\n\n* Paper submission: January 12, 2031", "2031-01-12 AoE"),
    ];
    for (dates, want) in rows {
        let event = event(&dated(dates));
        assert_eq!(event.time_zone, None, "{dates}");
        let moment = |label: &str, moment: &handbill_model::Moment| {
            let day = moment.date.map(|day| day.to_string()).unwrap_or_default();
            let zone = moment.time_zone.as_ref().map(|zone| format!(" {zone}")).unwrap_or_default();
            format!("{label}{day}{zone}")
        };
        let call = &event.calls[0];
        let own = call.opens.iter().map(|opens| moment("from ", opens));
        let own = own.chain(call.deadline.iter().map(|due| moment("", due)));
        let steps = call.dates.iter().map(|date| moment(&format!("{} ", date.label), &date.moment));
        assert_eq!(own.chain(steps).collect::<Vec<_>>().join(", "), want, "{dates}");
    }
}

#[test]
fn help_before_a_call_and_the_front_page_of_a_platform_are_not_the_way() {
    let rows = [
        (
            "Pre-submission mentorship link: <https://openreview.net/group?id=help>\n\nSubmission link: <https://openreview.net/group?id=papers>",
            "https://openreview.net/group?id=papers",
        ),
        (
            "## Mentoring\n\nSubmit a draft by this [form](https://forms.gle/help).\n\n## Papers\n\nSubmit at <https://port.example/31>.",
            "https://port.example/31",
        ),
        ("Both kinds of papers are submitted on [Open Review](https://openreview.net/).", ""),
        ("See <https://kelp.example/31> for how a submission is read.", ""),
        ("Papers are submitted on [our page](https://port.example).", "https://port.example"),
        ("Please submit [via Kelp Review](https://kelp.example/31).", "https://kelp.example/31"),
    ];
    for (body, want) in rows {
        let text = format!("---\ntitle: RSMC 2031 - Call for Papers\n---\n{body}\n");
        assert_eq!(event(&text).calls.first().map(|call| call.url.as_str()), Some(want), "{body}");
    }
}

#[test]
fn helpers_apply_through_the_form_and_register_nowhere() {
    let text = "---\ntitle: Call for Volunteers\n---\nRSMC 2031 needs helpers.\n\n[Volunteer Registration Form](https://forms.gle/help)\n\n\
        In exchange for a day of work, volunteers receive free registration to the conference.\n";
    let event = event(text);
    assert_eq!(event.calls.first().map(|call| call.url.as_str()), Some("https://forms.gle/help"));
    assert!(event.logistics.registrations.is_empty(), "{:?}", event.logistics.registrations);
    assert_eq!(event.logistics.cost, None);
}

#[test]
fn closed_captions_close_no_call() {
    let text =
        "---\ntitle: RSMC 2031 - Call for Demos\n---\nSubmissions may come with a film (with closed captions).\n";
    assert_eq!(event(text).calls[0].status, None);
}

#[test]
fn who_applies_on_a_page_among_calls_registers_nowhere() {
    let body = "To apply, please fill out the form [here](https://forms.gle/31).\n\nWrite to <pay@port.example> to be paid.\n\n\
        ## Contact\n\n<ask@port.example>\n";
    let text = |link: &str| {
        format!("---\ntitle: Call for Volunteers\npermalink: {link}\n---\nRSMC 2031 needs help.\n\n{body}")
    };
    let event = read("a.md", &text("/calls/help/"), &Site::default()).document.event.expect("it is a call");
    assert!(event.logistics.registrations.is_empty(), "{:?}", event.logistics.registrations);
    assert_eq!(event.calls[0].url, "https://forms.gle/31");
    assert_eq!(event.calls[0].email, "ask@port.example");
}

#[test]
fn a_page_on_help_tells_no_price_of_the_event() {
    let text =
        "---\ntitle: Call for subsidies\n---\nThe RSMC 2031 fund pays for a line home. Its cost is 10 EUR a month.\n";
    assert_eq!(event(text).logistics.cost, None);
}

#[test]
fn a_list_is_of_topics_of_formats_or_of_rules() {
    let rows = [
        // Requirements that end with the topics.
        (
            "## Submission requirements\n\nAll papers are PDF. We invite papers on topics of ports, including but not limited to:\n\n* Knots\n* Ropes",
            "themes Knots, Ropes",
        ),
        ("## Guidelines\n\nPapers include:\n\n* A title\n* A summary", "rules A title, A summary"),
        ("## Guidelines\n\nPapers are chosen by these criteria:\n\n* Wit\n* Care", ""),
        // What is listed under topics are no formats as well.
        (
            "## Topics of interest\n\nWe ask for these and the following types of submissions:\n\n* Knots\n* Ropes",
            "themes Knots, Ropes",
        ),
        ("## Scope\n\nSystems may be of the following types:\n\n* Cranes\n* Boats", ""),
        ("## Scope\n\nWe accept the following types of submissions:\n\n* Talks\n* Boats", "formats Talks, Boats"),
        // A theme goes without what explains it, and a kind of paper is none.
        (
            "## Topics\n\n* **Knots.** What holds a boat at its place when the wind blows.\n* **Special theme:** Ropes\n* **Deployed:** Must describe a crane that is in use.",
            "themes Knots, Special theme: Ropes",
        ),
        // What leads to a list is no rule.
        ("## Scope\n\nAuthors should send the following:\n\n* Boats", ""),
        ("## Evaluation criteria\n\n### Format\n\n* How it is told\n* How it is shown", ""),
    ];
    for (body, want) in rows {
        let text = format!("---\ntitle: RSMC 2031 - Call for Papers\n---\nRSMC 2031 is held in Lund.\n\n{body}\n");
        let event = event(&text);
        let call = &event.calls[0];
        let list = |name: &str, items: Vec<&str>| (!items.is_empty()).then(|| format!("{name} {}", items.join(", ")));
        let lists = [
            list("themes", call.themes.iter().map(|theme| theme.name.as_str()).collect()),
            list("formats", call.formats.iter().map(|format| format.name.as_str()).collect()),
            list(
                "rules",
                call.rules.iter().map(|rule| rule.text.as_str()).filter(|text| !text.ends_with('.')).collect(),
            ),
        ];
        assert_eq!(lists.into_iter().flatten().collect::<Vec<_>>().join("; "), want, "{body}");
    }
}

#[test]
fn steps_without_a_heading_over_them_are_those_of_a_call() {
    let steps = |first: &str| format!("- **3 March 2031** - {first}\n- **2 April 2031** - authors are notified\n");
    for (body, want) in [
        (steps("deadline for submissions"), "proposals 2031-03-03"),
        (steps("deadline for applications"), ""),
        (steps("early registration ends"), ""),
        ("- **3 March 2031** - deadline for submissions\n".to_owned(), ""),
        ("## Submission\n\nFull papers are due on 3 March 2031.\n".to_owned(), "proposals 2031-03-03"),
        ("## Submission\n\nFull papers were printed on 3 March 2031.\n".to_owned(), ""),
        (
            "## Important dates\n\n- Abstract submission: 3 March 2031\n- Notification: 2 April 2031\n".to_owned(),
            "proposals 2031-03-03",
        ),
        ("Propose your talk until March 3.\n".to_owned(), "proposals 2031-03-03"),
    ] {
        let text = format!("---\ntitle: Harbour Workshop 2031\nstart: 2031-06-04\n---\n{body}");
        let page = read("events/page.md", &text, &Site::default());
        let calls = page.document.event.expect("it has a day").calls;
        let told = calls.first().map(|call| {
            let day = call.deadline.as_ref().and_then(|deadline| deadline.date);
            format!("{} {}", call.kind, day.map(|day| day.to_string()).unwrap_or_default())
        });
        assert_eq!(told.unwrap_or_default(), want, "{body}");
    }
}
