//! The event as an all-day entry of a calendar.

use handbill_model::{DateRange, Event};

use crate::calendar::entry::{Entry, When};
use crate::calendar::identity::{Identities, Names};
use crate::calendar::{Heading, calendar, outline, place, stamp};
use crate::links::{self, Links};
use crate::prose::{line, names};
use crate::{Format, Input, RenderError, Settings, note};

pub(crate) const FORMAT: Format = Format {
    name: "ics",
    extension: "ics",
    about: "a calendar with the event as one all-day entry",
    media_type: "text/calendar",
    many: true,
    events: true,
    render,
    notes: note::of_links,
};

fn render(inputs: &[Input<'_>], settings: &Settings) -> Result<String, RenderError> {
    let mut identities = Identities::default();
    let mut entries = Vec::new();
    let mut first_error = None;
    for input in inputs {
        match runs(input) {
            Ok((event, runs)) => {
                entries.extend(runs.iter().map(|run| entry(input, event, run, runs.len(), settings, &mut identities)));
            }
            Err(error) => drop(first_error.get_or_insert(error)),
        }
    }
    if entries.is_empty() {
        return Err(first_error.unwrap_or_else(|| RenderError::no_event(inputs)));
    }
    let heading = match inputs {
        [input] => {
            let event = input.document.event.as_ref().expect("its entries are here");
            let url = Links::new(input.document, settings).page().map(str::to_owned);
            Heading { name: names::title_alone(event), about: line(&event.description), url }
        }
        _ => Heading { name: "Events".to_owned(), ..Heading::default() },
    };
    Ok(calendar(&heading, settings, &entries))
}

/// The event of a page with its runs of days, of which there is at least one.
fn runs<'a>(input: &Input<'a>) -> Result<(&'a Event, Vec<DateRange>), RenderError> {
    let event = input.document.event.as_ref().ok_or_else(|| RenderError::no_event(&[*input]))?;
    if !event.dates.is_empty() {
        return Ok((event, event.dates.clone()));
    }
    match event.start {
        Some(start) => Ok((event, vec![DateRange::new(start, event.end.unwrap_or(start))])),
        None => Err(RenderError::NoDate { path: input.document.page.path.clone(), text: line(&event.date_text) }),
    }
}

fn entry(
    input: &Input<'_>,
    event: &Event,
    run: &DateRange,
    runs: usize,
    settings: &Settings,
    identities: &mut Identities,
) -> Entry {
    let links = Links::new(input.document, settings);
    let what = if runs == 1 { String::new() } else { run.start.to_string() };
    let uid = identities.give(&Names::new(input.document, &links), &what);
    let title = names::title_alone(event);
    let summary = names::status(event).map_or_else(|| title.clone(), |status| format!("{status}: {title}"));
    let when = When::Days { start: run.start, end: run.end };
    let mut entry = Entry::new(uid, stamp::stamp(input.document, settings), when, summary);
    entry.modified = stamp::front_matter(input.document, "last_modified_at");
    entry.description = outline::event(event, &links);
    entry.location = place::event(event);
    entry.url = links.page().map(str::to_owned);
    entry.contacts = event
        .contacts
        .iter()
        .map(|contact| [line(&contact.name), line(&contact.email)].join(", ").trim_matches([',', ' ']).to_owned())
        .collect();
    entry.status = event.status.clone();
    entry.category = event.kind.as_ref().map(|kind| line(kind.as_str()).replace('-', " ")).unwrap_or_default();
    entry.geo = match event.venues.as_slice() {
        [only] => only.geo.clone(),
        [] | [_, _, ..] => None,
    };
    entry.attachments = event.media.iter().filter_map(|medium| links.absolute(&medium.url)).collect();
    entry.image = links.absolute(&event.image);
    entry.conference = event
        .online
        .as_ref()
        .and_then(|online| Some((links::without_password(&links.absolute(&online.url)?), line(&online.platform))));
    entry
}
