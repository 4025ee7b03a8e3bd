//! A feed of events (RFC 4287).

use handbill_model::{Document, Event};

use crate::calendar::{identity, outline, stamp};
use crate::links::{self, Links, host};
use crate::prose::{line, names};
use crate::{Format, Input, RenderError, Settings, note};

pub(crate) const FORMAT: Format = Format {
    name: "atom",
    extension: "atom",
    about: "a feed with an entry for each event",
    media_type: "application/atom+xml",
    many: true,
    events: true,
    render,
    notes: note::of_links,
};

/// The event that changed last comes first.
fn render(inputs: &[Input<'_>], settings: &Settings) -> Result<String, RenderError> {
    let mut events: Vec<(&Document, &Event)> =
        inputs.iter().filter_map(|input| Some((input.document, input.document.event.as_ref()?))).collect();
    let updated = |document: &Document| stamp::stamp(document, settings);
    events.sort_by_key(|(document, _)| std::cmp::Reverse(updated(document)));
    let Some((newest, _)) = events.first() else { return Err(RenderError::no_event(inputs)) };
    let site = settings.base_url.as_deref().unwrap_or_default();
    let ids: Vec<&str> = events.iter().map(|(_, event)| event.id.as_str()).collect();
    let title = if let [(_, only)] = events.as_slice() { names::title_alone(only) } else { "Events".to_owned() };
    let mut feed = format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\">\n<id>{}</id>\n<title>{}</title>\n<updated>{}</updated>\n<generator>handbill</generator>\n",
        // A feed is its site's; without one it is the sum of its events.
        if site.is_empty() { urn(&ids) } else { urn(&[site]) },
        text(&title),
        updated(newest),
    );
    if let Some(own) = settings.published.as_deref().and_then(links::published) {
        feed.push_str(&format!("<link rel=\"self\" type=\"application/atom+xml\" href=\"{}\"/>\n", text(&own)));
    }
    for (document, event) in &events {
        feed.push_str(&entry(document, event, settings));
    }
    feed.push_str("</feed>\n");
    Ok(feed)
}

fn entry(document: &Document, event: &Event, settings: &Settings) -> String {
    let links = Links::new(document, settings);
    let title = names::title_alone(event);
    let title = names::status(event).map_or_else(|| title.clone(), |status| format!("{status}: {title}"));
    let place = names::place(event);
    let about = [names::when(event), place, line(&event.description)].into_iter().filter(|part| !part.is_empty());
    let mut entry = format!(
        "<entry>\n<id>{}</id>\n<title>{}</title>\n<updated>{}</updated>\n",
        urn(&[settings.base_url.as_deref().unwrap_or_default(), &event.id]),
        text(&title),
        stamp::stamp(document, settings)
    );
    if let Some(published) = stamp::front_matter(document, "date") {
        entry.push_str(&format!("<published>{published}</published>\n"));
    }
    let hosts: Vec<String> = event.hosts.iter().map(|host| line(&host.name)).filter(|name| !name.is_empty()).collect();
    // An entry has to have an author: where nobody hosts the event, its site speaks, or else the event for itself.
    let site = links.page().and_then(host).map_or_else(|| title.clone(), str::to_owned);
    let authors = if hosts.is_empty() { vec![site] } else { hosts };
    for author in authors {
        entry.push_str(&format!("<author><name>{}</name></author>\n", text(&author)));
    }
    if let Some(url) = links.page() {
        entry.push_str(&format!("<link rel=\"alternate\" type=\"text/html\" href=\"{}\"/>\n", text(url)));
    }
    if let Some(kind) = &event.kind {
        entry.push_str(&format!("<category term=\"{}\"/>\n", text(&line(kind.as_str()))));
    }
    let summary = about.collect::<Vec<_>>().join(" · ");
    if !summary.is_empty() {
        entry.push_str(&format!("<summary>{}</summary>\n", text(&summary)));
    }
    // A text may have lines, so the calendar's outline stands as it is.
    entry.push_str(&format!("<content type=\"text\">{}</content>\n</entry>\n", text(&outline::event(event, &links))));
    entry
}

/// An id that says nothing but always the same (RFC 9562 §5.8), since a page's address may change.
fn urn(words: &[&str]) -> String {
    let (high, low) = (identity::hash(words), identity::hash(&[&identity::hash(words), "atom"]));
    format!("urn:uuid:{}-{}-8{}-8{}-{}", &high[..8], &high[8..12], &high[13..], &low[1..4], &low[4..])
}

/// Text for an element or an attribute, without what XML 1.0 cannot hold.
fn text(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\u{fffe}' | '\u{ffff}' => {}
            c if c.is_control() && c != '\n' && c != '\t' => {}
            c => out.push(c),
        }
    }
    out
}
