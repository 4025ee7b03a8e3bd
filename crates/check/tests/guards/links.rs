//! Guards of the rules on links.

use handbill_check::{Settings, check};
use handbill_model::{Applicability, Severity};
use handbill_page::{Site, read};

use crate::{fixes, is_silent, speaks};

#[test]
fn registration_may_be_over_or_yet_to_come() {
    let with = |texts: &[&str]| -> Vec<String> {
        texts.iter().map(|text| format!("{text}\n\n[form]: https://example.org/register\n")).collect()
    };
    let wrong =
        ["Registration: the form", "Please register before you book a room.", "The meeting is free. RSVP by mail."];
    let right = [
        "Registration is closed.",
        "Registration will open in winter.",
        "Registration was in winter.",
        "The meeting is postponed, and registration with it.",
        "Registration opens soon.",
        "Maps for everybody.",
        "At the last meeting there was no registration.",
        "[Registration](https://example.org/2031) is open.",
        "[Sign up](https://example.org/tickets/2031); the registration is free.",
        "<!-- [x][form] --> Registration is open.",
        "## Closed\n\nRegistration: see the form.",
    ];
    speaks("registration-without-link", &with(&wrong));
    is_silent("registration-without-link", &with(&right));
    is_silent(
        "registration-without-link",
        &[
            "Registration is open.\n\n[hall]: https://example.org/hall\n",
            "Registration is open.\n\n[form]: https://example.org/register/2030\n",
        ],
    );
}

#[test]
fn a_link_that_registration_lacks_is_one_finding() {
    speaks("links", &["Registration: the form\n\n[form]: https://example.org/register\n"]);
    speaks("unused-link-definition", &["Maps.\n\n[form]: https://example.org/register\n"]);
}

#[test]
fn only_hosts_that_are_secure_elsewhere_should_be_secure() {
    speaks(
        "insecure-link",
        &[
            "[a](https://example.org/a) [b](http://example.org/b)",
            "[a](https://EXAMPLE.org/a) ![b](http://example.org/b.png)",
            "<a href=\"//example.org/b\">b</a>",
            "[b][b] [a](https://example.org/a)\n\n[b]: http://example.org/b",
        ],
    );
    is_silent(
        "insecure-link",
        &[
            "[b](http://example.org/b)", "[a](https://example.org/a) [b](http://other.example.org/b)",
            "[a](https://example.org/a) [b](http://example.org:8080/b)",
            "[a](https://example.org/a) `http://example.org/b`", "[a](https://example.org/a) [b](/b//c)",
        ],
    );
}

#[test]
fn parameters_that_choose_what_is_shown_stay() {
    speaks(
        "tracking-parameter",
        &[
            "[a](https://example.org/?utm_source=b)", "<https://example.org/?fbclid=b#c>",
            "[a][a]\n\n[a]: https://example.org/?_gl=b",
        ],
    );
    is_silent(
        "tracking-parameter",
        &[
            "[a](https://example.org/?source=b)", "[a](https://example.org/utm_source=b)",
            "`https://example.org/?utm_source=b`", "[a](/b?utm_source=c)",
        ],
    );
}

#[test]
fn definitions_that_may_be_used_are_left_alone() {
    let with = |texts: &[&str]| -> Vec<String> {
        texts.iter().map(|text| format!("{text}\n\n[hall]: https://example.org/hall\n")).collect()
    };
    speaks("unused-link-definition", &with(&["Maps.", "`[hall]`", "<!-- [the hall][hall] -->"]));
    is_silent(
        "unused-link-definition",
        &with(&["The [hall].", "The [great hall][hall].", "{% if never %}The [hall].{% endif %}", "![Hall][hall]"]),
    );
    speaks("unused-link-definition", &["Maps.\n\n[hall]: #hall\n", "The [hall][great].\n\n[lake]: /lake/\n"]);
    is_silent("unused-link-definition", &["The [rules][rulez].\n\n[rules]: /rules/\n"]);
    is_silent(
        "unused-link-definition",
        &["Maps.\n\n[comment]: <> (Ask the hall [again](/hall/).)\n", "Maps.\n\n[//]: # (Ask the hall again.)\n"],
    );
}

#[test]
fn a_definition_that_a_comment_uses_is_a_hint() {
    let page =
        read("event/2031/lund.md", "---\ntitle: Maps\n---\n\n<!-- [hall] -->\n\n[hall]: /hall/\n", &Site::default());
    let mut settings = Settings::default();
    assert_eq!(check(&page, &settings).len(), 0);
    settings.select = vec!["unused-link-definition".parse().expect("it is a rule")];
    let found = check(&page, &settings);
    assert!(found[0].severity == Severity::Info && found[0].message.contains("in a comment only"), "{found:?}");
}

#[test]
fn definitions_are_deleted_unasked_only_where_nothing_unread_may_use_them() {
    let fix = |body: &str| {
        let page = read("event/2031/lund.md", &format!("---\ntitle: Maps\n---\n\n{body}"), &Site::default());
        let found = check(&page, &Settings::default());
        let unused = found.iter().find(|finding| finding.rule == "unused-link-definition");
        unused.expect("it is told").fixes[0].applicability
    };
    assert_eq!(fix("Maps.\n\n[hall]: /hall/\n"), Applicability::Safe);
    assert_eq!(fix("The [hall][great].\n\n[lake]: /lake/\n"), Applicability::Ask);
    assert_eq!(fix("{% include maps.html %}\n\n[hall]: /hall/\n"), Applicability::Ask);
    assert_eq!(fix("* Maps\n\n[hall]: /hall/\n\n* Globes\n"), Applicability::Ask);
}

#[test]
fn brackets_alone_are_no_reference() {
    speaks(
        "undefined-reference",
        &[
            "The [hall][hall].", "The [hall][].", "[https://example.org/]", "The [gret hall].\n\n[great hall]: /hall/",
            "The [rules][rulez].\n\n[rules]: /rules/", "Read the [rules] (https://example.org/rules).",
            "Read the [rules] (/rules/).", "The [UK][GB-hall].",
        ],
    );
    is_silent(
        "undefined-reference",
        &[
            "Maps [sic] and [...].", "The table[1][2] of maps.", "`[hall][hall]`", "\\[hall][hall]",
            "[day-1]\n\n[day-2]: /2/", "The [hall][hall]. {% include links.md %}",
            "[home]: {{ site.nowhere }}\n\nThe [hall][home].", "A note [1] (https://example.org/note).",
            "Maps [sic] (and globes).", "Maps [sic] (/ globes).", "Maps of the sea [EN][DE]",
            "The [map] (https://example.org",
        ],
    );
}

#[test]
fn a_link_to_another_year_may_be_meant() {
    speaks("link-to-other-event", &["Read [our advice](https://example.org/event/2030/travel/)."]);
    is_silent(
        "link-to-other-event",
        &[
            "Read [our advice](https://example.org/event/2031/travel/).", "Read [our advice](/news/2030/travel/).",
            "See [the talks](/event/2030/) of 2030.", "See the talks of [last year](/event/2030/).",
            "## Previous meetings\n\n* [Malmö](/event/2030/)",
        ],
    );
}

#[test]
fn the_same_url_may_be_shown_shorter() {
    speaks(
        "link-text-url-differs",
        &["[https://example.org/a](https://example.org/b)", "<a href=\"https://example.org/a\">www.example.com</a>"],
    );
    is_silent(
        "link-text-url-differs",
        &[
            "[https://example.org/a](http://www.example.org/a/)", "[https://example.org](https://example.org/a)",
            "[https://example.org/long...](https://example.org/longer)", "[example.org](https://example.com/)",
            "[https://example.org/a](/a/)",
        ],
    );
}

#[test]
fn a_stop_may_belong_to_a_url() {
    speaks("url-trailing-punctuation", &["[a](https://example.org/a.)", "<https://example.org/847.,>"]);
    is_silent(
        "url-trailing-punctuation",
        &[
            "[a](https://example.org/a)", "[a](https://example.org/a#:~:text=Maps.)", "[a](https://example.org/a_(b))",
            "[a](https://example.org/Washington,_D.C.)", "[a](https://example.org/wiki/St.)",
            "See https://example.org/a.",
        ],
    );
}

#[test]
fn a_bare_url_is_a_warning_only_where_people_need_it() {
    let severity = |body: &str| {
        let page = read(
            "event/2031/lund.md",
            &format!("---\ntitle: Maps, Lund, March 4-6, 2031\n---\n\n{body}\n"),
            &Site::default(),
        );
        let mut settings = Settings::default();
        settings.select = vec!["bare-url".parse().expect("it is a rule")];
        check(&page, &settings).first().map(|finding| finding.severity)
    };
    assert_eq!(severity("Please register at https://example.org/2031."), Some(Severity::Warning));
    assert_eq!(severity("The hall: https://example.org/hall"), Some(Severity::Info));
    assert_eq!(severity("Questions? maps@example.org"), Some(Severity::Info));
    assert_eq!(severity("Please register at <https://example.org/2031>."), None);
    assert_eq!(severity("Please [register] (https://example.org/2031)."), None);
    assert_eq!(severity("Please register (https://example.org/2031)."), Some(Severity::Warning));
    assert_eq!(severity("Please register at `https://example.org/2031`."), None);
}

#[test]
fn words_that_tell_where_a_link_leads_are_left_alone() {
    speaks(
        "vague-link-text",
        &[
            "[here](/a)", "[Click here.](/a)", "[hier](/a)", "[ici](/a)", "[Clicca qui](/a)",
            "<a href=\"/a\">this link</a>",
        ],
    );
    is_silent(
        "vague-link-text",
        &[
            "[the rules are here](/a)", "here", "<a name=\"a\">here</a>",
            "<a href=\"/a\" aria-label=\"The rules\">here</a>",
        ],
    );
}

#[test]
fn a_blank_around_an_image_is_no_blank_in_a_text() {
    speaks("space-in-link-text", &["[a ](/a)", "The [ b](/a)"]);
    is_silent("space-in-link-text", &["[a](/a)", "[![a](/a.png) ](/a)", "[ ](/a)"]);
}

#[test]
fn one_label_may_stand_twice_with_one_target() {
    let with = |url: &str| vec![format!("The [hall].\n\n[hall]: /a\n[hall]: {url}\n")];
    speaks("duplicate-link-definition", &with("/b"));
    is_silent("duplicate-link-definition", &with("/a"));
}

#[test]
fn an_arrow_is_no_end_of_a_comment() {
    speaks("stray-comment-close", &["Maps. -->", "<!-- a --> b -->"]);
    is_silent("stray-comment-close", &["<!-- a -->", "`-->`", "    a --> b", "<!--\na\n-->"]);
}

#[test]
fn machines_may_have_numbers_for_names() {
    speaks(
        "suspicious-host",
        &[
            "[a](https://www.lund4820193847university.example.org.con/)", "[a](https://www.gihub.com/a)",
            "[a](htps://example.org/a)", "[a](mailto:a@@example.org)", "[a]\n\n[a]: a@example.org",
        ],
    );
    let fixed = |url: &str, fixed: &str| {
        assert_eq!(fixes("suspicious-host", &format!("[a]({url})")), [format!("[a]({fixed})")]);
    };
    fixed("htps://example.org/a", "https://example.org/a");
    fixed("https//example.org/a", "https://example.org/a");
    fixed("a@example.org", "mailto:a@example.org");
    is_silent(
        "suspicious-host",
        &[
            "[a](https://bucket-20310304-48201.s3.eu-west-1.amazonaws.com/)",
            "[a](https://d1234567890abc.cloudfront.net/)",
            "![a](logo@2x.png)",
            "<a@example.org>",
            "a@example.org",
            "[a](https://github.io/)",
            "[a](https://congress20310304.org/)",
        ],
    );
}

#[test]
fn brackets_that_make_no_link_and_were_not_meant_to_are_left_alone() {
    speaks(
        "link-without-bracket",
        &[
            "See the [map(/lund/map) first.", "See the [map](https://example.org/map",
            "See the map](https://example.org/map).", "- Rules: [long](https://example.org/long and short, too.",
        ],
    );
    assert_eq!(fixes("link-without-bracket", "See the [map(/lund/map)."), ["See the [map](/lund/map)."]);
    is_silent(
        "link-without-bracket",
        &[
            "See the [map](/lund/map), or f(/x).", "As they say [in their list (https://example.org/list)].",
            "As they say [of the site(https://example.org)].", "`[a(/b)` and `x](https://example.org`",
            "rows[0](/abc)", "<div>[map](https://example.org/map)</div>", "Read [one (two)](/two) and [three] (four).",
            "A list [of rooms(see below) and more.",
        ],
    );
    // One cause is one finding.
    is_silent("bare-url", &["Register: [form](https://example.org/form"]);
}

#[test]
fn names_in_networks_are_no_damaged_addresses() {
    speaks(
        "damaged-address",
        &[
            "Write to anna@example,org.", "Send a mail to anna @example.org.", "Contact: anna@ example.org",
            "Ask anna@@example.org.", "Ask anna@example..org.", "Ask anna@maps,com",
        ],
    );
    assert_eq!(fixes("damaged-address", "Write to anna @example.org."), ["Write to anna@example.org."]);
    is_silent(
        "damaged-address",
        &[
            "Follow us @example.org.", "Write to us, or follow us @example.org.", "Tea @ example.org, by mail.",
            "Mail anna@example.org,berta@example.org.", "Mail anna@example.org, com and all.",
            "Mail `anna@example,org`.", "[Mail](mailto:anna@example.org)", "Come to party@home,see you.",
            "At 9 @lund.", "anna@example.org,com", "Mail us at anna(at)example.org.",
        ],
    );
}

#[test]
fn a_year_in_the_url_of_no_way_to_take_part_is_left_alone() {
    speaks(
        "link-to-other-event",
        &[
            "[Register](https://tickets.example/lund2030) now.",
            "[Submit a talk](https://forms.example/2029/talks) now.",
            "Please use the [registration form](https://lund-2030.example/form).",
            "Register [here](https://tickets.example/lund-2030).",
        ],
    );
    is_silent(
        "link-to-other-event",
        &[
            "[Register](https://tickets.example/lund2031) now.",
            "[Register](https://tickets.example/2030/11/02/open) now.",
            "[Register](https://tickets.example/2030-31/) now.",
            "[Our paper](https://papers.example/2030/soil).",
            "[Register](https://tickets.example/x20301) now.",
            "[Register](https://tickets.example/aB2030-x) now.",
            "[Registration of 2030](https://tickets.example/2030).",
            "[Register](https://tickets.example/2030/and-2031) now.",
            "[Register](https://tickets.example/2019) now.",
            "[Register](https://tickets.example/?id=2030) now.",
            "Register, and see [pictures](https://pictures.example/lund-2030).",
        ],
    );
    // What takes place in January is prepared in the year before.
    let early =
        "---\ntitle: Winter Meeting, Lund, January 14-16, 2031\n---\n\n[Register](https://tickets.example/2030) now.";
    is_silent("link-to-other-event", &[early]);
}

#[test]
fn anchors_that_a_layout_may_bring_are_left_alone() {
    let body =
        |link: &str| format!("See [there]({link}).\n\n## Programme of day 1\n\nTalks.\n\n## Coffee & tea\n\nAt ten.");
    for link in ["#programm-of-day-1", "#Programme-of-day-1"] {
        speaks("unknown-anchor", &[&body(link)]);
    }
    for link in
        ["#programme-of-day-1", "#programme-of-day-2", "#coffee-tea", "#coffee--tea", "#top", "#main-content", "#"]
    {
        is_silent("unknown-anchor", &[&body(link)]);
    }
    is_silent("unknown-anchor", &["See [fees](#feez), [more](#fees).\n\n<a name=\"fees\"></a>"]);
    let twice = "[Go](#programe), [go](#programe)\n\n## Programme";
    assert_eq!(fixes("unknown-anchor", twice), ["[Go](#programme), [go](#programme)\n\n## Programme"]);
}
