//! Documents that the tests share: those of `tests/documents`, and one whose every text is hostile.
#![allow(dead_code, clippy::allow_attributes, reason = "each test file takes what it needs")]

use handbill_model::Document;
use handbill_render::{Input, Settings, format};

/// The documents of `tests/documents` by name.
pub(crate) const NAMES: [&str; 4] = ["conference", "online", "timed", "cancelled"];

/// The document of this name.
pub(crate) fn document(name: &str) -> Document {
    let json = match name {
        "conference" => include_str!("../documents/conference.json"),
        "online" => include_str!("../documents/online.json"),
        "timed" => include_str!("../documents/timed.json"),
        "cancelled" => include_str!("../documents/cancelled.json"),
        other => panic!("no document is called {other}"),
    };
    serde_json::from_str(json).expect("it is Event JSON")
}

/// Settings with a site.
pub(crate) fn on_a_site() -> Settings {
    let mut settings = Settings::default();
    settings.base_url = Some("https://openshelves.example".to_owned());
    settings
}

/// One document in a format.
pub(crate) fn render(document: &Document, name: &str, settings: &Settings) -> String {
    let body = "<h2 id=\"about\">About</h2>\n\n<p>What the page says, with <a href=\"/conduct/\">a link</a>.</p>\n";
    let input = Input::new(document).with_body(body).with_expanded("## About\n");
    format(name).expect("it is in the table").render(&[input], settings).expect("the document has what it needs")
}

/// Texts that try to leave their field.
const HOSTILE: [&str; 8] = [
    "line\r\nBEGIN:VEVENT\nSUMMARY:forged",
    "semi;colon,comma\\back\\nslash:\"quotes\" 'single'",
    "]]> --> </script><script>alert(1)</script> <b>bold</b> &amp; {{ site.url }} {% raw %}",
    "control \u{0}\u{7}\u{b}\u{c}\u{1b}[31m\u{7f}\u{85}\u{2028}\u{2029} characters",
    "right \u{202e}to left\u{200f} marks \u{2066}isolated",
    "emoji 👩‍👩‍👧‍👦🏳️‍🌈👍🏽 at every fold 👩‍👩‍👧‍👦🏳️‍🌈👍🏽 border 👩‍👩‍👧‍👦🏳️‍🌈👍🏽 there is 👩‍👩‍👧‍👦🏳️‍🌈👍🏽",
    "",
    " \t\n ",
];

/// The document with every text of its event replaced by hostile ones, its facts kept; one is of 10,000 characters.
pub(crate) fn hostile(name: &str) -> Document {
    let long = "é".repeat(10_000);
    let mut texts = HOSTILE.iter().copied().chain([long.as_str()]).cycle();
    let mut json = serde_json::to_value(document(name)).expect("it is JSON");
    poison(&mut json["event"], &mut texts);
    serde_json::from_value(json).expect("words stay words")
}

fn poison<'a>(value: &mut serde_json::Value, texts: &mut impl Iterator<Item = &'a str>) {
    /// Keys that hold no free text.
    const TYPED: [&str; 13] = [
        "start", "end", "start_time", "end_time", "time_zone", "date", "time", "instant", "geo", "status",
        "attendance", "capacity", "minutes",
    ];
    match value {
        serde_json::Value::String(text) => *text = texts.next().expect("they come round").to_owned(),
        serde_json::Value::Array(items) => items.iter_mut().for_each(|item| poison(item, texts)),
        serde_json::Value::Object(map) => {
            map.iter_mut().filter(|(key, _)| !TYPED.contains(&key.as_str())).for_each(|(_, item)| poison(item, texts));
        }
        serde_json::Value::Null | serde_json::Value::Bool(_) | serde_json::Value::Number(_) => {}
    }
}
