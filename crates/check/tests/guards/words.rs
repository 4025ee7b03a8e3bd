//! Guards of the rules on words, access and privacy.

use crate::{fixes, is_silent, speaks};

#[test]
fn a_head_may_be_empty_where_nothing_needs_a_name() {
    let tables = |heads: &[&str]| -> Vec<String> {
        heads.iter().map(|head| format!("{head}\n| --- | --- | --- |\n| c | d | e |\n")).collect()
    };
    speaks("empty-table-header", &tables(&["| a | b | |", "| | b | |", "| a | | b |"]));
    is_silent("empty-table-header", &tables(&["| | b | c |", "| | | |", "| a | | |", "| a | b | ![c](/c.png) |"]));
    is_silent(
        "empty-table-header",
        &[
            "| a | b | |\n| --- | --- | --- |\n| c | d | |\n",
            "| a | b | |\n| c | d | e |\n",
            "<table><tr><th>a</th><th colspan=\"2\">b</th></tr><tr><th></th><th></th><th></th></tr>\
             <tr><td>c</td><td>d</td><td>e</td></tr></table>",
        ],
    );
}

#[test]
fn frames_and_images_that_say_what_they_are_are_left_alone() {
    speaks("iframe-without-title", &["<iframe src=\"/a\"></iframe>", "<iframe src=\"/a\" title=\" \"></iframe>"]);
    is_silent(
        "iframe-without-title",
        &[
            "<iframe src=\"/a\" title=\"Map\"></iframe>", "<iframe src=\"/a\" aria-label=\"Map\"></iframe>",
            "<iframe src=\"/a\" hidden></iframe>", "`<iframe src=\"/a\"></iframe>`",
            "<!-- <iframe src=\"/a\"></iframe> -->",
        ],
    );
    speaks(
        "image-without-alt",
        &["<img src=\"/a.png\">", "[![](/a.png)](/a)", "<a href=\"/a\"><img src=\"/a.png\" alt=\"\"></a>"],
    );
    is_silent(
        "image-without-alt",
        &[
            "<img src=\"/a.png\" alt=\"\">", "![](/a.png)", "[![](/a.png) The hall](/a)",
            "<img src=\"/a.png\" aria-hidden=\"true\">",
        ],
    );
}

#[test]
fn words_that_may_stand_twice_are_left_alone() {
    speaks(
        "doubled-word",
        &["Join us for the the tea.", "Join us for\nfor tea, and the rest of it.", "It is the the the the best of it."],
    );
    assert_eq!(fixes("doubled-word", "It is the the the the best of it."), ["It is the best of it."]);
    is_silent(
        "doubled-word",
        &[
            "She said that that was all there is.", "He takes a a.m. train to the sea.", "| the | the |",
            "**the** the", "`the the`", "This is the. The end of it.", "Le temps de de Gaulle est pour les amis.",
        ],
    );
}

#[test]
fn a_stop_inside_a_name_ends_no_sentence() {
    speaks("missing-space-after-stop", &["We meet in Lund.Registration is open."]);
    is_silent(
        "missing-space-after-stop",
        &[
            "See www.example.org for it.", "Read the file notes.Txt of it.", "`a.Bc`", "He has a Ph.D. from Lund.",
            "We use Node.js and ASP.NET.",
        ],
    );
}

#[test]
fn what_is_no_password_is_no_secret() {
    speaks(
        "published-secret",
        &["The passcode is 482910.", "Password: map2031", "(meeting 99 123, passcode 4242)", "Kenncode 482910."],
    );
    is_silent(
        "published-secret",
        &[
            "The password is sent with your registration.", "The password: March 4, 2031", "Wear your pin: 4 of them.",
            "The passcode (see below) is secret.", "A passcode 12 letters long.", "A passcode 4242-1.",
            "Pin 1204 of the map.",
        ],
    );
}

#[test]
fn names_and_other_languages_are_not_misspelled() {
    speaks("event-word-misspelled", &["The registation is open to all of you."]);
    is_silent(
        "event-word-misspelled",
        &["The registration is open to all of you.", "`registation`", "https://example.org/registation"],
    );
}

#[test]
fn capitals_and_brackets_may_be_a_text_of_their_own() {
    speaks(
        "placeholder-left",
        &[
            "Lorem ipsum dolor sit amet.", "TODO: add the map", "The hall: TODO", "* XXX", "Room: XXXX.",
            "FIXME the times", "Welcome to [YOUR TOWN]!", "Write to [insert: address].", "[Register](URL)",
            "[Slides](todo)", "| Speaker | Talk |\n| --- | --- |\n| Anna Berg | XXX |",
        ],
    );
    is_silent(
        "placeholder-left",
        &[
            "The speaker is to be announced: TBA", "TODO EL MUNDO", "The XXX Congress", "Grupo XXX", "`TODO: this`",
            "<!-- TODO: the map -->", "We keep a TODO list.", "[yours](/a) and [insertion]", "Maps [sic].",
            "[your map](/map/)", "[Maps](links.html)", "[Maps](url/)", "The file FIXME.txt and my-TODO: both",
        ],
    );
}
