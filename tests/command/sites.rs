//! The Jekyll site around a page.

use std::fs;

use serde_json::{Value, json};

use crate::run::{Ended, PAGE, files, folder, handbill};

const CONFIG: &str = "url: https://floats.example.org\nbaseurl: /oulu\n";

fn document(ended: &Ended) -> Value {
    assert_eq!(ended.code, Some(0), "{}", ended.stderr);
    serde_json::from_str(&ended.stdout).expect("it is JSON")
}

#[test]
fn the_nearest_configuration_above_the_page_makes_the_site() {
    let folder = folder("site-above");
    files(&folder, &[("_config.yml", CONFIG), ("event/2026/a.md", PAGE)]);
    for (from, page) in [("", "event/2026/a.md"), ("event", "2026/a.md"), ("event/2026", "a.md")] {
        let ended = handbill(&folder.join(from), &["convert", page, "--to", "json"]);
        let document = document(&ended);
        assert_eq!(document["page"]["path"], "event/2026/a.md", "from `{from}`");
        assert_eq!(document["page"]["url"], "/event/2026/a.html", "from `{from}`");
    }
}

#[test]
fn a_named_site_is_around_pages_that_lie_elsewhere() {
    let folder = folder("site-named");
    let body = "---\ntitle: T\n---\n{{ site.baseurl }} {% include hello.md %}\n";
    files(&folder, &[("site/_config.yml", CONFIG), ("site/_includes/hello.md", "hello"), ("a.md", body)]);
    let ended = handbill(&folder, &["convert", "a.md", "--site", "site", "--to", "body"]);
    assert_eq!(ended.stdout, "<p>/oulu hello</p>\n", "{}", ended.stderr);
}

#[test]
fn a_permalink_is_where_a_page_is_published() {
    let folder = folder("site-permalink");
    let page = PAGE.replace("---\ntitle", "---\npermalink: /float-day/\ntitle");
    files(&folder, &[("_config.yml", CONFIG), ("a.md", &page)]);
    assert_eq!(document(&handbill(&folder, &["convert", "a.md", "--to", "json"]))["page"]["url"], "/float-day/");
}

#[test]
fn addresses_are_absolute_where_the_site_or_the_caller_says_how() {
    let folder = folder("site-base-url");
    files(&folder, &[("a.md", PAGE), ("site/_config.yml", CONFIG), ("site/a.md", PAGE)]);
    let url = |arguments: &[&str]| {
        let ended = handbill(&folder, &[&["convert", "--to", "ics"], arguments].concat());
        ended.stdout.lines().find_map(|line| line.strip_prefix("URL:").map(str::to_owned))
    };
    assert_eq!(url(&["a.md"]), None);
    assert_eq!(url(&["site/a.md"]).as_deref(), Some("https://floats.example.org/oulu/a.html"));
    let base = ["site/a.md", "--base-url", "https://example.org/x/"];
    assert_eq!(url(&base).as_deref(), Some("https://example.org/x/a.html"));
}

#[test]
fn a_site_that_cannot_be_read_is_named() {
    let folder = folder("site-broken");
    files(&folder, &[("broken/_config.yml", "url: [\n"), ("broken/a.md", PAGE), ("b.md", PAGE)]);
    let ended = handbill(&folder, &["convert", "broken/a.md", "b.md", "--to", "json", "-o", "out"]);
    assert_eq!(ended.code, Some(1), "{}", ended.stderr);
    assert!(ended.stderr.contains("_config.yml:"), "{}", ended.stderr);
    assert!(fs::exists(folder.join("out/b.json")).expect("the folder can be read"), "the other page is done");

    let ended = handbill(&folder, &["facts", "b.md", "--site", "nowhere"]);
    assert!(ended.code == Some(1) && ended.stderr.contains("nowhere"), "{}", ended.stderr);
}

#[test]
fn output_mirrors_the_site_and_not_the_folder_one_stands_in() {
    let folder = folder("site-mirror");
    files(&folder, &[("_config.yml", CONFIG), ("event/a.md", PAGE)]);
    handbill(&folder.join("event"), &["convert", "a.md", "--to", "json", "-o", "../out"]);
    assert_eq!(crate::run::listing(&folder.join("out")), ["event/a.json"]);
    assert_eq!(
        json!("event/a.md"),
        document(&handbill(&folder, &["convert", "event/a.md", "--to", "json"]))["page"]["path"]
    );
}

#[test]
fn kramdown_reads_pages_as_the_configuration_says() {
    let folder = folder("site-kramdown");
    let config = "kramdown:\n  hard_wrap: true\n  auto_ids: false\n  toc_levels: 2..3\n  header_offset: 1\n  \
                  smart_quotes: [apos, apos, quot, quot]\n  no_such_option: 1\n";
    let body = "---\ntitle: T\n---\n# \"Ebb\"\n\none\ntwo\n";
    files(&folder, &[("_config.yml", config), ("a.md", body)]);
    let ended = handbill(&folder, &["convert", "a.md", "--to", "body"]);
    assert_eq!(ended.stdout, "<h2>\"Ebb\"</h2>\n\n<p>one<br />\ntwo</p>\n", "{}", ended.stderr);
}

/// The body is Jekyll 4.3.1's of the same site.
#[test]
fn markdown_inside_liquid_is_read_as_the_page_is() {
    let folder = folder("site-markdownify");
    let body = "---\nnote: '\"Ebb\"'\n---\n{% capture list %}\n* one\n{% endcapture %}{{ list | markdownify }}{{ page.note | markdownify }}\n";
    files(&folder, &[("_config.yml", "kramdown:\n  smart_quotes: apos,apos,quot,quot\n"), ("a.md", body)]);
    let ended = handbill(&folder, &["convert", "a.md", "--to", "body"]);
    assert_eq!(ended.stdout, "\n<ul>\n  <li>one</li>\n</ul>\n<p>\"Ebb\"</p>\n\n", "{}", ended.stderr);
}
