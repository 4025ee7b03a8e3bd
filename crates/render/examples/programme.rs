//! A programme of as many sessions as the argument says, in every format: what `bench/programme` counts instructions of.

use std::io::Write;

use handbill_model::{Day, Document, Event, LocalTime, Page, Person, Role, SCHEMA_VERSION, Session, Venue};
use handbill_render::{FORMATS, Input, Settings};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let count: usize = std::env::args().nth(1).unwrap_or_default().parse()?;
    let mut event = Event::new("event/2031/large", "Large Days");
    event.start = "2031-05-05".parse().ok();
    event.end = "2031-05-09".parse().ok();
    event.time_zone = "Europe/Lisbon".parse().ok();
    let mut day = event.start;
    for number in 0..5 {
        let mut sessions = Day::default();
        sessions.date = day;
        sessions.sessions = (number..count).step_by(5).map(session).collect();
        event.programme.days.push(sessions);
        day = day.and_then(|day| day.tomorrow().ok());
    }
    event.venues = (0..count / 10).map(|number| Venue::new(format!("Building {number}"))).collect();
    let mut document = Document::new(SCHEMA_VERSION, Page::new("event/2031/large.md", Role::Event));
    document.event = Some(event);
    let input = Input::new(&document).with_body("<p>Much</p>").with_expanded("Much");
    let only = std::env::args().nth(2);
    for format in FORMATS.iter().filter(|format| only.as_deref().is_none_or(|name| name == format.name)) {
        // A programme has no deadlines; the other formats hold it.
        if let Ok(text) = format.render(&[input], &Settings::default()) {
            writeln!(std::io::stdout(), "{}: {} bytes", format.name, text.len())?;
        }
    }
    Ok(())
}

fn session(number: usize) -> Session {
    let mut session = Session::new(format!("Talk {number} on the tides"));
    let minute = u32::try_from(number % 1000).unwrap_or_default();
    session.start = format!("{:02}:{:02}", 7 + minute / 60 % 12, minute % 60).parse::<LocalTime>().ok();
    session.end = format!("{:02}:{:02}", 8 + minute / 60 % 12, minute % 60).parse::<LocalTime>().ok();
    session.room = format!("Room {}", number % 50);
    session.venue = format!("Building {}", number / 10);
    session.track = format!("Track {}", number % 7);
    session.speakers = vec![Person::new(format!("Speaker {}", number / 2))];
    session.summary = "What the gauges told, and what was made of it.".to_owned();
    session
}
