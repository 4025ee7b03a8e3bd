//! A complete web page.

use askama::Template;

use crate::links::{Links, component};
use crate::web::body::nested;
use crate::web::sheet::{CalendarFile, sheet};
use crate::{Format, Input, RenderError, Settings, note};

pub(crate) const FORMAT: Format = Format {
    name: "html",
    extension: "html",
    about: "a complete page that needs no script and no network",
    media_type: "text/html",
    many: false,
    events: false,
    render,
    notes: |input, _| note::of_text(input),
};

fn render(inputs: &[Input<'_>], settings: &Settings) -> Result<String, RenderError> {
    let pages = inputs.iter().map(|input| {
        let links = Links::new(input.document, settings);
        let body = settings.body(input.body.unwrap_or_default());
        let html = sheet(input.document, &links, &nested(&body), calendar(input, settings), settings).render();
        // Writing into a string fails only where a filter does, and the templates use none that can.
        html.expect("the templates hold no filter that fails")
    });
    Ok(pages.collect())
}

/// The event as the page's own calendar file, if it has a day.
fn calendar(input: &Input<'_>, settings: &Settings) -> Option<CalendarFile> {
    let calendar = super::ics::FORMAT.render(&[*input], settings).ok()?;
    let id = &input.document.event.as_ref()?.id;
    let letters: String = id.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect();
    let name: Vec<&str> = letters.split('-').filter(|part| !part.is_empty()).collect();
    let name = if name.is_empty() { "event.ics".to_owned() } else { format!("{}.ics", name.join("-")) };
    Some(CalendarFile { name, url: format!("data:text/calendar;charset=utf-8,{}", component(&calendar)) })
}
