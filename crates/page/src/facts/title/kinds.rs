//! What a part of a title is: what the page is to the event, or what kind of event it is.

use handbill_text::Span;

use super::{EVENT_WORDS, EVENTS, ROLES_BEFORE};
use crate::facts::role::own_name::is_coined;
use crate::facts::sentences::{find, has_any, is_short};
use crate::facts::view::lone_year;

/// What stands in front of the name of an event, and what a page that starts so is to it.
const LEADS: &[(&[&str], &str)] = &[
    (
        &[
            "Welcome to the ", "Welcome to ", "Registration open for the ", "Registration is open for the ",
            "Registration now open for the ", "Registration is now open for the ", "Register now for the ",
            "Save the date for the ", "Join us for the ", "Join us at the ",
        ],
        "",
    ),
    (
        &[
            "Sponsor the ", "Sponsoring the ", "Sponsors of the ", "Become a Sponsor of the ",
            "Become a sponsor of the ", "Become a Sponsor of ", "Become a sponsor of ",
        ],
        "Sponsor",
    ),
    (&["Volunteer at the ", "Volunteering at the ", "Volunteer for the ", "Volunteer at "], "Call for volunteers"),
];

/// The same of events without an article: `Registration open for KnotCon 2031`.
const BARE_LEADS: &[&str] = &[
    "Registration open for ", "Registration is open for ", "Registration now open for ",
    "Registration is now open for ", "Registrations open for ", "Register now for ", "Register for ",
    "Save the date for ", "Join us for ",
];

/// The event of `Welcome to the Ropes Conference`, and what the page is to it.
pub(super) fn led(text: &str) -> Option<(&'static str, &str)> {
    let led =
        LEADS.iter().find_map(|(leads, role)| Some((*role, leads.iter().find_map(|lead| text.strip_prefix(lead))?)));
    led.or_else(|| {
        let rest = BARE_LEADS.iter().find_map(|lead| text.strip_prefix(lead))?;
        let event = is_coined(rest) || has_any(rest, EVENT_WORDS) || lone_year(rest).is_some();
        event.then_some(("", rest))
    })
}

/// Whether what stands in front of a colon is what the page is to the event: a `Community Call` is an event.
pub(super) fn is_role(before: &str) -> bool {
    let calls = |role: &&str| *role == "call" && !before.eq_ignore_ascii_case("call");
    ROLES_BEFORE.iter().any(|role| find(before, role).is_some() && !calls(role))
}

/// Whether a text behind an event's name tells what the page is to it, and nothing else: `Sponsors and Exhibitors`.
pub(super) fn is_page_of(text: &str) -> bool {
    const PAGES: &[&str] = &[
        "sponsors", "sponsorship", "sponsoring", "exhibitors", "schedule", "programme", "program", "agenda",
        "registration", "travel", "venue", "hotels", "accommodation", "logistics", "getting", "around", "there",
    ];
    // Beside a word for sponsors, these are theirs.
    const THEIRS: &[&str] = &["prospectus", "opportunities", "packages", "levels", "brochure"];
    let theirs = has_any(text, &["sponsor", "sponsors", "sponsorship", "exhibitors"]);
    let call = || find(text, "call for").is_some_and(|call| call.start() == 0) && is_short(text, 6);
    let is = |word: &str| {
        let known = |words: &[&str]| words.iter().any(|known| known.eq_ignore_ascii_case(word));
        known(PAGES) || theirs && known(THEIRS)
    };
    call() || is_short(text, 4) && text.split(' ').all(|word| is(word) || matches!(word, "and" | "&" | "+"))
}

/// Whether a text names nothing but a kind of event: `Training Day`, `Summer School`.
pub(super) fn is_kind(text: &str) -> bool {
    const WHICH: &[&str] = &[
        "summer", "winter", "spring", "autumn", "fall", "open", "free", "virtual", "hands-on", "public", "community",
        "user", "users", "developer", "developers",
    ];
    // `Meetup #12` is one of its kind.
    let text = text.rsplit_once(' ').filter(|(_, last)| last.starts_with('#')).map_or(text, |(kind, _)| kind);
    let mut words = text.split(' ');
    words.clone().count() <= 2
        && words.next_back().is_some_and(|last| EVENTS.has(last))
        && words.all(|word| EVENTS.has(word) || WHICH.iter().any(|known| known.eq_ignore_ascii_case(word)))
}

/// Whether a season starts the name of an event: `Fall 2031 Working Meeting`.
pub(super) fn starts_a_name(title: &str, vague: Span) -> bool {
    const SEASONS: &[&str] = &["spring", "summer", "autumn", "fall", "winter"];
    let word = vague.of(title).split(' ').next().unwrap_or("");
    vague.start() == 0
        && SEASONS.iter().any(|season| season.eq_ignore_ascii_case(word))
        && has_any(&title[vague.end()..], EVENT_WORDS)
}

/// The event of `Schedule for the Ropes Conference`.
pub(super) fn behind_schedule(text: &str) -> Option<&str> {
    const RUNS: &[&str] = &["Schedule", "Programme", "Program", "Agenda"];
    let rest = RUNS.iter().find_map(|run| text.strip_prefix(run))?;
    let rest = [" for the ", " of the "].iter().find_map(|joint| rest.strip_prefix(joint))?;
    has_any(rest, EVENT_WORDS).then_some(rest)
}

/// Whether a text may be the town of an event of that kind: short, or with its country.
pub(super) fn may_be_town(text: &str, kind: &str) -> bool {
    !has_any(kind, &["webinar", "online", "call"]) && (text.contains(", ") || is_short(text, 2))
}

/// `Second Call for Papers` at the start of a title, up to the `for` or `at` that leads to its event.
pub(super) fn call_for(text: &str) -> Option<&str> {
    const NUMBERS: &[&str] = &["first", "second", "third", "final", "1st", "2nd", "3rd", "last", "joint", "open"];
    let call = find(text, "call for")?;
    let mut before = text[..call.start()].split_whitespace();
    if !before.all(|word| NUMBERS.iter().any(|known| known.eq_ignore_ascii_case(word))) {
        return None;
    }
    let joints = [" for the ", " to the ", " at the ", " for ", " at ", " in "];
    let rest = &text[call.end()..];
    let joint = joints.iter().filter_map(|joint| Some((rest.find(joint)?, joint.len()))).min();
    // `Call for Talks, RopeConf 2031`; `Call for Papers, Posters and Demos` is one call.
    let joint = joint.or_else(|| rest.find(", ").filter(|at| lone_year(&rest[*at..]).is_some()).map(|at| (at, 2)));
    Some(joint.map_or(text, |(at, len)| &text[..call.end() + at + len]))
}

/// Whether a text ends with these words, whatever its case, and has others before them.
pub(super) fn ends_with_words(text: &str, words: &str) -> bool {
    let start = text.len().checked_sub(words.len()).filter(|start| text.is_char_boundary(*start));
    start.is_some_and(|start| text[start..].eq_ignore_ascii_case(words) && text[..start].ends_with(' '))
}
