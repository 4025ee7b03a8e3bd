//! What the phrase reader makes of dates and times, and what it leaves alone.

mod dates;
mod near_misses;
mod properties;
mod times;

use handbill_page::phrase::{self, DatePhrase, DayReading};

/// A day as `2020-06-01`, with `?` for what is not written, and its weekday.
fn day(day: DayReading) -> String {
    let year = day.year.map_or_else(|| "?".to_owned(), |year| year.to_string());
    let month = day.month.map_or_else(|| "?".to_owned(), |month| format!("{month:02}"));
    let weekday = day.weekday.map(|(weekday, _)| format!("{} ", &weekday.name()[..3])).unwrap_or_default();
    format!("{weekday}{year}-{month}-{:02}", day.day)
}

fn date(phrase: &DatePhrase) -> String {
    let runs: Vec<String> = phrase
        .runs
        .iter()
        .map(|run| if run.start == run.end { day(run.start) } else { format!("{}..{}", day(run.start), day(run.end)) })
        .collect();
    runs.join(" + ")
}

fn dates(text: &str) -> String {
    phrase::read(text).dates.iter().map(date).collect::<Vec<_>>().join("; ")
}

fn times(text: &str) -> String {
    let clock = |clock: phrase::Clock| {
        let half = clock.half.map(|half| format!("{half:?}").to_lowercase()).unwrap_or_default();
        format!("{}:{:02}{half}", clock.hour, clock.minute)
    };
    let phrases = phrase::read(text).times;
    let written = phrases.iter().map(|time| {
        let end = time.end.map(|end| format!("-{}", clock(end))).unwrap_or_default();
        let zone = time.zone.as_ref().map(|zone| format!(" {zone}")).unwrap_or_default();
        format!("{}{end}{zone}", clock(time.start))
    });
    written.collect::<Vec<_>>().join("; ")
}

#[track_caller]
fn each(read: fn(&str) -> String, rows: &[(&str, &str)]) {
    let wrong: Vec<String> = rows
        .iter()
        .filter(|(text, want)| read(text) != *want)
        .map(|(text, want)| format!("{text:?}\n   wanted {want}\n   got    {}", read(text)))
        .collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}
