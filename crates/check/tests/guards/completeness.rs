//! Guards of the rules on what a page does not tell.

use crate::{is_silent, speaks};

/// The front matter of an event's main page, with this title, and a body.
fn page(title: &str, body: &str) -> String {
    format!("---\ntitle: \"{title}\"\ntags: [event]\n---\n\n{body}\n")
}

const REGISTRATION: &str = "## Registration\n\nPlease [sign up](https://example.org/a).";

#[test]
fn a_date_may_be_vague_or_not_known_yet() {
    speaks("missing-date", &[page("Spring Meeting, Lund", REGISTRATION)]);
    is_silent(
        "missing-date",
        &[
            page("Spring Meeting, Lund, March 2031", REGISTRATION),
            page("Spring Meeting, Lund", &format!("In early March 2031.\n\n{REGISTRATION}")),
            page("Spring Meeting, Lund", &format!("The date is TBA.\n\n{REGISTRATION}")),
            page("Spring Meeting, Lund", &format!("We meet on the first Tuesday of March.\n\n{REGISTRATION}")),
            page("Spring Meeting, Lund", &format!("We are still looking for a date.\n\n{REGISTRATION}")),
            page("Spring Meeting, Lund", &format!("The meeting is cancelled.\n\n{REGISTRATION}")),
            page("Spring Meeting, Lund", &format!("{{% include dates.html %}}\n\n{REGISTRATION}")),
            page("Call for proposals, Spring Meeting, Lund", REGISTRATION),
        ],
    );
}

#[test]
fn a_place_may_be_a_platform_or_elsewhere() {
    let title = "Spring Meeting, March 4-6, 2031";
    speaks("missing-place", &[page(title, "Welcome to all.")]);
    is_silent(
        "missing-place",
        &[
            page(title, "We meet on Zoom."),
            page(title, "The place will be announced in May."),
            page("Spring Meeting, Lund, March 4-6, 2031", "Welcome to all."),
            page(title, "Due to the storm the meeting has been cancelled."),
            format!("---\ntitle: {title}\nexternal: https://example.org/a\n---\n\nWelcome to all.\n"),
        ],
    );
}

#[test]
fn times_have_a_zone_if_one_stands_anywhere() {
    let title = "Spring Meeting, March 4, 2031";
    let programme = "We meet online.\n\n* 9:00 - 10:00 Talks\n* 10:00 - 11:00 Questions";
    speaks("no-timezone", &[page(title, programme), page("Spring Meeting, Lund, March 4, 2031", programme)]);
    is_silent(
        "no-timezone",
        &[
            page(title, &format!("All times are CET.\n\n{programme}")),
            page(title, &programme.replace("11:00 Q", "11:00 UTC Q")),
            page(title, &programme.replace("11:00 Q", "11:00 (IST) Q")),
            page(title, &format!("Times are local time.\n\n{programme}")),
            page(title, "We meet online."),
            format!("---\ntitle: {title}\ntime_zone: Europe/Stockholm\n---\n\n{programme}\n"),
        ],
    );
}

#[test]
fn a_key_of_the_days_may_have_any_name() {
    speaks("missing-machine-date", &["Welcome."]);
    is_silent(
        "missing-machine-date",
        &[
            "---\ntitle: Spring Meeting, Lund, March 4-6, 2031\nstart_date: 2031-03-04\n---\n\nWelcome.\n",
            "---\ntitle: Spring Meeting, Lund, March 4-6, 2031\ndates: March 4-6, 2031\n---\n\nWelcome.\n",
            "---\ntitle: Call for proposals - Spring Meeting, Lund, March 4-6, 2031\n---\n\nWelcome.\n",
        ],
    );
}

#[test]
fn one_word_is_enough_for_registration_conduct_and_contact() {
    let external =
        "---\ntitle: Spring Meeting, Lund, March 4-6, 2031\nexternal: https://example.org/\n---\n\nWelcome.\n";
    speaks("missing-registration", &["Welcome."]);
    is_silent(
        "missing-registration",
        &[
            "Tickets are sold at the door.", "Registration opens in May.", "Come and join us.",
            "[Form](https://example.org/spring-registration-2031)", external,
        ],
    );
    speaks("missing-conduct", &["Welcome."]);
    is_silent(
        "missing-conduct",
        &[
            "Please read the code of conduct.", "Es gilt der Verhaltenskodex.", "[House rules](/event/conduct/)",
            external,
        ],
    );
    speaks("missing-contact", &["Welcome."]);
    is_silent(
        "missing-contact",
        &[
            "[Write](mailto:a@example.org).", "<a@example.org>", "[Ask us](/contact/)", "[Contact the hosts](/about/)",
            external,
        ],
    );
}
