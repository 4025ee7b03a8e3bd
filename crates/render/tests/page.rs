//! The web page: whole pages as snapshots, and what must hold of any.

mod sample;

use handbill_render::{Input, Settings, format};
use insta::assert_snapshot;
use sample::{NAMES, document, hostile, on_a_site, render};

/// What tells the visitor's own times: nothing else runs.
const SCRIPT: &str = include_str!("../templates/local-times.js");

/// The page without its script, which has to be there whole if it is there.
fn without_script(page: &str) -> String {
    page.replace(&format!("<script>\n{SCRIPT}</script>"), "")
}

#[test]
fn whole_pages() {
    // The style is the same on every page, and is read as a file of its own.
    let style = include_str!("../templates/page.css");
    for name in NAMES {
        assert_snapshot!(
            format!("{name}.html"),
            render(&document(name), "html", &on_a_site())
                .replace(style, "/* style */\n")
                .replace(SCRIPT, "// script\n")
        );
    }
}

/// Start tags of the page in order, with all that stands in them, the style and the body left out.
fn tags(page: &str) -> Vec<&str> {
    let start = page.find("</style>").expect("it has a style");
    let end = page.find("<section class=\"body\"").expect("it has a body");
    page[start..end]
        .split('<')
        .skip(1)
        .filter_map(|tag| Some(tag.split_once('>')?.0))
        .filter(|tag| !tag.starts_with('/'))
        .collect()
}

#[test]
fn hostile_text_makes_no_element() {
    let known = [
        "a", "address", "body", "data", "dd", "div", "dl", "dt", "h1", "h2", "h3", "h4", "header", "li", "main", "nav",
        "ol", "p", "section", "small", "span", "strong", "time", "ul", "wbr",
    ];
    for name in NAMES {
        let page = without_script(&render(&hostile(name), "html", &Settings::default()));
        for tag in tags(&page) {
            let element = tag.split_whitespace().next().unwrap_or_default();
            assert!(known.contains(&element), "{name}: <{tag}>");
        }
        assert_eq!(page.to_lowercase().matches("<script").count(), 1, "the data for search engines alone: {name}");
        assert_eq!(page.to_lowercase().matches("</script").count(), 1, "{name}");
    }
}

#[test]
fn links_that_would_run_are_dropped() {
    let mut of = document("conference");
    let event = of.event.as_mut().expect("it has one");
    "javascript:alert(1)".clone_into(&mut event.hosts[0].url);
    "JAVA\nscript:alert(1)".clone_into(&mut event.calls[0].url);
    "data:text/html,<script>".clone_into(&mut event.venues[1].url);
    let page = render(&of, "html", &on_a_site());
    assert!(!page.to_lowercase().contains("href=\"java") && !page.contains("href=\"data:text/html"));
    assert!(page.contains("Lund Town Library"));
}

#[test]
fn there_is_one_h1_also_where_the_body_has_one() {
    let of = document("online");
    let input = Input::new(&of).with_body("<h1>Welcome</h1>\n<h2>More</h2>\n");
    let page = format("html").expect("listed").render(&[input], &Settings::default()).expect("it has all");
    assert_eq!(page.matches("<h1").count(), 1);
    assert!(page.contains("<h2>Welcome</h2>\n<h3>More</h3>"));
}

#[test]
fn a_body_without_h1_stands_there_byte_for_byte() {
    let of = document("online");
    let body = "<h2>About &amp; more</h2>\n<script>a < b</script>\n<p>x</p>\n";
    let page = format("html").expect("listed").render(&[Input::new(&of).with_body(body)], &Settings::default());
    assert!(page.expect("it has all").contains(body));
}

#[test]
fn headings_skip_no_level() {
    for name in NAMES {
        let page = render(&document(name), "html", &on_a_site());
        let mut last = 0;
        for tag in tags(&page)
            .iter()
            .filter(|tag| tag.len() >= 2 && tag.starts_with('h') && tag.as_bytes()[1].is_ascii_digit())
        {
            let level = tag.as_bytes()[1] - b'0';
            assert!(level <= last + 1, "{name}: <{tag}> after h{last}");
            last = level;
        }
        assert!(last > 0);
    }
}

#[test]
fn ids_are_unique() {
    for name in NAMES {
        let page = render(&document(name), "html", &on_a_site());
        let mut ids: Vec<&str> =
            page.split(" id=\"").skip(1).filter_map(|rest| Some(rest.split_once('"')?.0)).collect();
        let all = ids.len();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), all, "{name}");
    }
}

#[test]
fn relative_links_become_absolute_only_with_a_site() {
    let of = document("conference");
    assert!(render(&of, "html", &Settings::default()).contains("href=\"/conduct/\""));
    assert!(render(&of, "html", &on_a_site()).contains("href=\"https://openshelves.example/conduct/\""));
}

#[test]
fn times_carry_their_offset() {
    let page = render(&document("timed"), "html", &on_a_site());
    assert!(page.contains("<time datetime=\"2032-04-01T09:00+13:00\">09:00</time>"));
    assert!(page.contains("<time datetime=\"2032-04-04T03:30+12:00\">03:30</time>"));
    assert!(page.contains("<time datetime=\"2032-04-04T20:00+02:00\">20:00</time>"));
}

#[test]
fn days_follow_one_another_whatever_the_order_of_the_page() {
    let mut of = document("conference");
    of.event.as_mut().expect("it has one").programme.days.rotate_left(1);
    let page = render(&of, "html", &on_a_site());
    assert_eq!(page, render(&document("conference"), "html", &on_a_site()));
}

#[test]
fn a_page_about_no_event_is_a_page_too() {
    let mut of = document("online");
    of.event = None;
    let page = render(&of, "html", &Settings::default());
    assert!(page.contains("<h1>2031 Winter Online Meeting, December 9-11, 2031</h1>"));
}

#[test]
fn nothing_is_fetched_from_elsewhere() {
    for name in NAMES {
        let page = render(&document(name), "html", &on_a_site());
        let page = without_script(&page).replace("<script type=\"application/ld+json\">", "");
        for needle in ["<script", "<img", "<link rel=\"stylesheet\"", "@import", "url(", "src="] {
            assert!(!page.contains(needle), "{name}: {needle}");
        }
    }
}

#[test]
fn the_script_is_there_only_where_an_instant_is_known() {
    let mut of = document("timed");
    assert!(render(&of, "html", &on_a_site()).contains(SCRIPT));
    let event = of.event.as_mut().expect("it has one");
    event.time_zone = None;
    event.calls.clear();
    event.programme.days.iter_mut().flat_map(|day| &mut day.sessions).for_each(|session| session.time_zone = None);
    assert!(!render(&of, "html", &on_a_site()).contains("<script>"));
}

#[test]
fn every_session_has_a_link_to_itself() {
    for name in NAMES {
        let page = render(&document(name), "html", &on_a_site());
        for rest in page.split("<li class=\"session").skip(1) {
            let id =
                rest.split_once(" id=\"").and_then(|(_, rest)| Some(rest.split_once('"')?.0)).expect("it has an id");
            let own = rest.split_once("</li>").map_or(rest, |(session, _)| session);
            let elsewhere = own.contains("<h4><a href=\"");
            assert!(own.contains(&format!("href=\"#{id}\"")) || elsewhere, "{name}: {id}");
        }
    }
}

#[test]
fn the_language_of_the_page_is_told_only_where_it_is_a_language() {
    let mut of = document("online");
    for (lang, told) in [("sv", "sv"), ("pt_BR", "pt-BR"), ("\"><script>", "en"), ("swedish language", "en")] {
        of.page.front_matter.insert("lang".into(), lang.into());
        assert!(render(&of, "html", &Settings::default()).contains(&format!("<html lang=\"{told}\">")), "{lang}");
    }
}

#[test]
fn the_same_document_gives_the_same_bytes() {
    for name in NAMES {
        let of = hostile(name);
        assert_eq!(render(&of, "html", &on_a_site()), render(&of, "html", &on_a_site()));
    }
}
