//! The sessions of programmes as a table (RFC 4180).

use handbill_model::{Date, Session};

use crate::links::Links;
use crate::prose::{facts::languages, line, names};
use crate::{Format, Input, RenderError, Settings, note};

pub(crate) const FORMAT: Format = Format {
    name: "csv",
    extension: "csv",
    about: "the programme as a table, a session a line",
    media_type: "text/csv",
    many: true,
    events: false,
    render,
    notes: |input, _| note::of_text(input),
};

/// The columns; a talk inside a session names it under `slot`.
const COLUMNS: [&str; 19] = [
    "event", "date", "day", "start", "end", "period", "time_zone", "title", "slot", "kind", "track", "room", "venue",
    "speakers", "languages", "abstract", "note", "url", "media",
];

fn render(inputs: &[Input<'_>], settings: &Settings) -> Result<String, RenderError> {
    let mut table = COLUMNS.join(",") + "\r\n";
    let header = table.len();
    for input in inputs {
        let Some(event) = &input.document.event else { continue };
        let page = Page {
            event: names::title_alone(event),
            zone: zone(event.time_zone.as_ref()),
            links: Links::new(input.document, settings),
        };
        for day in &event.programme.days {
            rows(&page, day.date, &line(&day.label), &day.sessions, "", 0, &mut table);
        }
    }
    match inputs.first() {
        Some(first) if table.len() == header => Err(RenderError::NoSession { path: first.document.page.path.clone() }),
        Some(_) | None => Ok(table),
    }
}

/// What all rows of a page share.
struct Page {
    event: String,
    zone: String,
    links: Links,
}

fn rows(
    page: &Page,
    date: Option<Date>,
    day: &str,
    sessions: &[Session],
    slot: &str,
    depth: usize,
    table: &mut String,
) {
    if depth == note::DEEPEST {
        return;
    }
    for session in sessions {
        let title = line(&session.title);
        let own = zone(session.time_zone.as_ref());
        let timed = session.start.is_some();
        let time = |time: Option<handbill_model::LocalTime>| time.map(|time| time.to_string()).unwrap_or_default();
        let speakers: Vec<String> = session.speakers.iter().map(crate::prose::person).collect();
        let media: Vec<String> = session.media.iter().filter_map(|medium| page.links.href(&medium.url)).collect();
        let row: [String; COLUMNS.len()] = [
            page.event.clone(),
            date.map(|date| date.to_string()).unwrap_or_default(),
            day.to_owned(),
            time(session.start),
            time(session.end),
            line(&session.period),
            if own.is_empty() && timed { page.zone.clone() } else { own },
            title.clone(),
            slot.to_owned(),
            session.kind.as_ref().map(|kind| line(kind.as_str())).unwrap_or_default(),
            line(&session.track),
            line(&session.room),
            line(&session.venue),
            speakers.join("; "),
            languages(&session.languages),
            line(&session.summary),
            line(&session.note),
            page.links.href(&session.url).unwrap_or_default(),
            media.join(" "),
        ];
        table.push_str(&row.map(|value| field(&value)).join(","));
        table.push_str("\r\n");
        rows(page, date, day, &session.sessions, &title, depth + 1, table);
    }
}

fn zone(zone: Option<&handbill_model::Zone>) -> String {
    zone.map(ToString::to_string).unwrap_or_default()
}

/// In quotes where a comma or a quote would end the field.
fn field(value: &str) -> String {
    if value.contains([',', '"', '\r', '\n']) {
        format!("\"{}\"", value.replace('"', "\"\""))
    } else {
        value.to_owned()
    }
}
