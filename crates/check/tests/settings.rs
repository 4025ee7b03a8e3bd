//! What settings do to a page: which rules look at it at all.

use handbill_check::{RULES, Settings, check};
use handbill_page::{Site, read};

/// A page of an event with a link that leads nowhere, a doubled word and a wrong ordinal.
fn page(head: &str) -> String {
    format!("---\n{head}---\n\nRead the the [rules][conduct] on the 5st floor.\n\n[rules]: https://example.org/rules\n")
}

fn rules(path: &str, text: &str, settings: &Settings) -> Vec<&'static str> {
    check(&read(path, text, &Site::default()), settings).iter().map(|finding| finding.rule).collect()
}

fn archived(day: &str) -> Settings {
    let mut settings = Settings::default();
    settings.archive_before = Some(day.parse().expect("it is a day"));
    settings
}

const HEAD: &str = "title: Spring Meeting, Lund, March 4-6, 2031\n";

#[test]
fn handbill_false_in_the_front_matter_switches_a_page_off() {
    let settings = Settings::default();
    assert!(!rules("event/2031/lund.md", &page(HEAD), &settings).is_empty());
    let off = page(&format!("{HEAD}handbill: false\n"));
    assert_eq!(rules("event/2031/lund.md", &off, &settings), [""; 0]);
}

#[test]
fn an_archived_page_gets_only_what_breaks_it() {
    let path = "event/2031/lund.md";
    let all = rules(path, &page(HEAD), &Settings::default());
    assert_eq!(rules(path, &page(HEAD), &archived("2031-03-06")), all, "it ended that day, not before");
    let left = rules(path, &page(HEAD), &archived("2031-03-07"));
    assert_eq!(left, ["undefined-reference"]);
    assert!(all.len() > left.len(), "{all:?}");
    assert!(RULES.iter().any(|rule| !rule.breaks_page()) && RULES.iter().any(|rule| rule.breaks_page()));
}

#[test]
fn an_event_that_tells_its_year_alone_is_archived_when_the_year_is_over() {
    let (path, text) = ("event/2031/lund.md", page("title: Spring Meeting 2031\n"));
    let all = rules(path, &text, &Settings::default());
    assert!(all.len() > 1, "{all:?}");
    assert_eq!(rules(path, &text, &archived("2031-12-31")), all);
    assert_eq!(rules(path, &text, &archived("2032-01-01")), ["undefined-reference"]);
}

#[test]
fn news_are_no_event_page_until_the_settings_say_so() {
    let text = "---\ntitle: Notes\nlayout: post\n---\n\nThe meeting of 5 March 2031 begins on Monday, 5 March 2031.\n";
    let mut settings = Settings::default();
    let by_role = rules("news/notes.md", text, &settings);
    assert!(!by_role.contains(&"weekday-mismatch"), "{by_role:?}");
    settings.event_page = Some(true);
    assert!(rules("news/notes.md", text, &settings).contains(&"weekday-mismatch"));
}
