//! Guards of the rules on calls and promises.

use crate::{findings_on, fixes, fixes_on, is_silent, speaks};

fn call(text: &str) -> String {
    format!("## Call for proposals\n\n{text}\n")
}

#[test]
fn a_deadline_ends_in_a_zone_that_anything_near_tells() {
    speaks(
        "deadline-without-timezone",
        &[
            call("Submit your proposal by January 15, 2031."),
            call("Submit your proposal by January 15, 2031, 5pm."),
            format!("All talks are in CET.\n\n{}", call("Submit your proposal by January 15, 2031.")),
        ],
    );
    let keyed = |until: &str| {
        let head = "title: Spring Meeting, Lund, March 4-6, 2031\ntime_zone: Europe/Stockholm";
        format!("---\n{head}\n---\n\n{}", call(&format!("Submit your proposal by {until}.")))
    };
    speaks("deadline-without-timezone", &[keyed("January 15, 2031")]);
    is_silent(
        "deadline-without-timezone",
        &[
            call("Submit your proposal by January 15, 2031, 23:59 AoE."),
            call("Submit your proposal by January 15, 2031, 23:59 IST."),
            call("Submit your proposal by January 15, 2031. All deadlines are in CET."),
            call("Time zone: Anywhere on Earth\n\nSubmit your proposal by January 15, 2031."),
            call("Submit your proposal by January 15, 2031.\n\n### Important dates\n\nTime zone: CET"),
            call("Proposals were due by January 15, 2031."),
            call("We will reply by January 15, 2031."),
            "We meet by January 15, 2031.".to_owned(),
            keyed("January 15, 2031, 23:59"),
        ],
    );
}

#[test]
fn no_hour_is_written_beside_another() {
    let fixed = |until: &str| fixes("deadline-without-timezone", &call(&format!("Submit your proposal by {until}.")));
    assert_eq!(fixed("January 15, 2031"), [call("Submit your proposal by January 15, 2031, 23:59 AoE.")]);
    assert_eq!(fixed("January 15, 2031, 5pm"), [""; 0]);
    assert_eq!(fixed("January 15, 2031 at 12:00"), [""; 0]);
}

#[test]
fn a_year_near_a_deadline_is_its_year() {
    speaks(
        "deadline-without-year",
        &[call("Submit your proposal by January 15."), call("Submit by January 15. Papers are due by February 1.")],
    );
    is_silent(
        "deadline-without-year",
        &[
            call("Submit your proposal by January 15, 2031."),
            call("In 2031, submit your proposal by January 15."),
            call("* Proposals are due: January 15, 2031\n\nSubmit your proposal by January 15. There is no extension."),
            "## Call for proposals 2031\n\nSubmit your proposal by January 15.".to_owned(),
            "We met on January 15.".to_owned(),
        ],
    );
}

#[test]
fn the_year_of_a_deadline_is_that_of_the_event_or_the_one_before() {
    let submit = |until: &str| format!("## Call for proposals\n\nSubmit your proposal by {until}");
    let dated = |until: &str, fixed: &str| assert_eq!(fixes("deadline-without-year", &submit(until)), [submit(fixed)]);
    dated("January 15, 23:59 AoE.", "January 15, 2031, 23:59 AoE.");
    dated("**15th of November**.", "**15th of November 2030**.");
    dated("15 January.", "15 January 2031.");
    dated(
        "Wednesday, January 15. Papers are due by Nov. 1st.",
        "Wednesday, January 15, 2031. Papers are due by Nov. 1st, 2030.",
    );
    let open = |body: &str| assert_eq!(fixes("deadline-without-year", body), [""; 0]);
    // A weekday of another year; a year without a place of its own; an event whose days are not known.
    open(&submit("Friday, January 15."));
    open(&submit("January 15 (Wednesday)."));
    open("---\ntitle: Call for proposals, Spring Meeting 2031\n---\n\nSubmit your proposal by January 15.\n");
}

#[test]
fn what_is_handed_in_late_may_be_late() {
    speaks(
        "deadline-after-event",
        &[
            call("Submit your proposal by May 15, 2031."),
            "## Registration\n\nPlease [register](https://example.org/r) by March 10, 2031.".to_owned(),
        ],
    );
    is_silent(
        "deadline-after-event",
        &[
            call("Submit your proposal by January 15, 2031."),
            call("Submit the final version of your proposal by May 15, 2031."),
            "## Call for sponsors\n\nBecome a sponsor by May 15, 2031.".to_owned(),
            "## Registration\n\nPlease [register](https://example.org/r) by March 6, 2031.".to_owned(),
            "## Registration\n\nRegister for the recordings by May 15, 2031.".to_owned(),
        ],
    );
}

#[test]
fn an_answer_is_held_against_the_deadline_above_it() {
    let list = |lines: &[&str]| lines.iter().map(|line| format!("* {line}\n")).collect::<String>();
    let due = "Paper submission: January 15, 2031";
    speaks(
        "deadline-after-event",
        &[
            list(&[due, "Notification: January 5, 2031"]),
            "| Abstracts | January 15, 2031 |\n| Authors are notified | January 5, 2031 |\n".to_owned(),
            call(&list(&["Proposals are due: January 15, 2031", "Notification: January 5, 2031"])),
            call("Submit your proposal by January 15, 2031.\n\nWe will notify you on February 5, 2030."),
        ],
    );
    is_silent(
        "deadline-after-event",
        &[
            list(&[due, "Notification: February 5, 2031"]),
            list(&[due, "Notification: January 5"]),
            call(
                "Submit your proposal by January 15, 2031.\n\nWe will notify those of the first round on October 5, 2030.",
            ),
            call("Submit your proposal by January 15, 2031.\n\nLast time we notified all on February 5, 2030."),
            list(&[due, "Opening: January 5, 2031"]),
            list(&["Submission opens: January 15, 2031", "Notification: January 5, 2031"]),
            list(&["Registration: January 15, 2031", "Notification: January 5, 2031"]),
            list(&["Camera-ready papers: January 15, 2031", "Notification: January 5, 2031"]),
            list(&[
                "Papers of the first round: January 15, 2031", "Talks: January 1, 2031",
                "Notification: January 5, 2031",
            ]),
            format!("{}\n1. Notification: January 5, 2031", list(&[due])),
        ],
    );
}

#[test]
fn a_call_is_over_only_by_the_day_that_is_told() {
    let open = call("The call for proposals is now open. Please submit by January 15, 2031.");
    let count = |today: Option<&str>, body: &str| findings_on(today, "call-open-after-deadline", body);
    assert_eq!(count(Some("2031-02-01"), &open), 1);
    assert_eq!(count(Some("2031-01-15"), &open), 0, "its last day is one of its days");
    assert_eq!(count(None, &open), 0);
    assert_eq!(count(Some("2031-02-01"), &call("Submissions are due by January 15, 2031.")), 0);
    assert_eq!(count(Some("2031-02-01"), &open.replace("now open", "now closed")), 0);
    // A call that is kept as it was sent out still invites.
    let kept = call("The committee invites proposals for talks. Submissions are due by January 15, 2031.");
    assert_eq!(count(Some("2031-02-01"), &kept), 0);
}

#[test]
fn a_call_is_closed_where_its_sentence_ends() {
    let fixes = |said: &str| fixes_on(Some("2031-02-01"), "call-open-after-deadline", call(said).trim_end());
    let (none, due) = ([""; 0], "Submissions are due by January 15, 2031.");
    assert_eq!(
        fixes(&format!("The call for proposals is now **open**. {due}")),
        [format!("## Call for proposals\n\nThe call for proposals is now **closed**. {due}")]
    );
    assert_eq!(
        fixes(&format!("### Call for proposals: Now Open\n\n{due}")),
        [format!("## Call for proposals\n\n### Call for proposals: Now Closed\n\n{due}")]
    );
    assert_eq!(fixes("The call for proposals is open until January 15, 2031."), none);
    assert_eq!(fixes("The call for proposals is now open\nuntil January 15, 2031."), none);
    assert_eq!(fixes(&format!("Proposals are now being accepted. {due}")), none);
}

#[test]
fn a_call_may_be_closed_or_not_open_yet() {
    let page =
        |body: &str| format!("---\ntitle: Call for Proposals - Spring Meeting, Lund, March 4-6, 2031\n---\n\n{body}\n");
    speaks(
        "call-incomplete",
        &[
            page("We invite talks."),
            page("Please submit by January 15, 2031."),
            page("Please [submit](https://example.org/form) your talk for the meeting on March 4-6."),
            page("Please submit by January 15, 2031, and read our [code of conduct](/conduct/)."),
        ],
    );
    is_silent(
        "call-incomplete",
        &[
            page("Please [submit](https://example.org/form) by January 15, 2031."),
            page("Write to <a@example.org> by January 15, 2031."),
            page("The call for proposals is now closed."),
            page("The call for proposals will open in May."),
            page("The deadline will be announced. [Form](https://example.org/form)."),
            page("Write to maps (at) example (dot) org by January 15, 2031."),
            page("Proposals are welcome on a rolling basis. [Form](https://example.org/form)."),
            page("The call is over. Thank you for 84 proposals."),
            page("The call opens on December 1, 2030."),
            page("See the [main page](/event/2031/lund/) for dates and the form."),
            page("We invite talks.\n\n{% include how-to-submit.md %}"),
            call("We invite talks."),
        ],
    );
}

#[test]
fn a_promise_is_stale_only_beside_what_it_promises() {
    let programme = "## Tuesday, March 4, 2031\n\n* 9:00 - 10:00 a\n* 10:00 - 11:00 b\n* 11:00 - 12:00 c";
    speaks(
        "stale-promise",
        &[
            format!("The programme will follow.\n\n{programme}"),
            format!("The programme will follow in January.\n\n{programme}"),
        ],
    );
    is_silent(
        "stale-promise",
        &[
            "The programme will follow.".to_owned(),
            format!("The menu will follow.\n\n{programme}"),
            format!("## Programme to be announced\n\n{programme}"),
            format!("The programme will follow the theme of the sea.\n\n{programme}"),
            format!("The programme will be shared by e-mail.\n\n{programme}"),
        ],
    );
    assert_eq!(findings_on(Some("2031-04-01"), "stale-promise", "The speakers will be announced."), 1);
    assert_eq!(findings_on(Some("2031-04-01"), "stale-promise", "Eduroam will be available."), 0);
    assert_eq!(findings_on(Some("2031-03-05"), "stale-promise", "The speakers will be announced."), 0);
}

#[test]
fn what_is_due_when_all_is_over_is_for_the_proceedings_or_the_next_time() {
    speaks("deadline-after-event", &["Proposals are due by March 20, 2031, 23:59 AoE."]);
    is_silent(
        "deadline-after-event",
        &[
            "Final papers are due by March 20, 2031, 23:59 AoE.",
            "Proposals for the next meeting are due by May 2, 2031.", "Proposals are due by November 20, 2031.",
            "Proposals are due by January 20, 2031.", "## Proceedings\n\nPapers are due by March 20, 2031.",
            "Reports are due by March 20, 2031.",
        ],
    );
}

#[test]
fn what_opens_late_is_something_else() {
    speaks(
        "deadline-after-event",
        &[
            "The call for papers opens on February 1, 2031 and closes on January 1, 2031.",
            "* Registration opens: February 1, 2031\n* Registration closes: January 1, 2031",
            "**Submissions open:** February 1, 2031  \n**Submission deadline:** January 1, 2031",
            "Submissions open on February 1, 2031. Proposals are due by January 1, 2031.",
            "| CFP opens | February 1, 2031 |\n| CFP deadline | January 1, 2031 |",
        ],
    );
    is_silent(
        "deadline-after-event",
        &[
            "The call for papers opens on January 1, 2031 and closes on February 1, 2031.",
            "* Registration opens: February 1, 2031\n* Paper deadline: January 1, 2031",
            "* Poster submission opens: February 1, 2031\n* Paper submission closes: January 1, 2031",
            "* The second call opens: February 1, 2031\n* Paper submission closes: January 1, 2031",
            "* Call closes: January 1, 2031\n* Call opens: December 1, 2030",
            "The exhibition opens on February 1, 2031 and closes on January 1, 2031.",
            "Submissions open on February 1, 2031.\n\n## Dinner\n\nPapers are due by January 1, 2031.",
            "Submissions open on February 1. Proposals are due by January 1, 2031.",
        ],
    );
}
