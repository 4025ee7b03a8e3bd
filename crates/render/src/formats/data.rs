//! Entries for a listing that Jekyll makes of `_data/events.yml`.

use handbill_model::Event;

use crate::links::Links;
use crate::prose::{calls, line, names};
use crate::{Format, Input, RenderError, Settings, note};

pub(crate) const FORMAT: Format = Format {
    name: "data",
    extension: "yml",
    about: "an entry for `_data/events.yml`, from which a site lists its events",
    media_type: "application/yaml",
    many: true,
    events: true,
    render,
    notes: |input, _| note::of_text(input),
};

/// The earliest event comes first.
fn render(inputs: &[Input<'_>], settings: &Settings) -> Result<String, RenderError> {
    let mut entries: Vec<_> = inputs
        .iter()
        .filter_map(|input| {
            let event = input.document.event.as_ref()?;
            Some((event.start, entry(event, &Links::new(input.document, settings), &input.document.page.url)))
        })
        .collect();
    // A stable order, so that events of one day stay in the order of their pages.
    entries.sort_by_key(|(start, _)| *start);
    if entries.is_empty() {
        return Err(RenderError::no_event(inputs));
    }
    Ok(entries.into_iter().map(|(_, entry)| entry).collect())
}

fn entry(event: &Event, links: &Links, url: &str) -> String {
    let mut yaml = Mapping { out: String::new(), indent: "- " };
    yaml.text("id", &event.id);
    yaml.text("name", &event.name);
    yaml.text("title", &names::title_alone(event));
    // Plain dates are dates to YAML, by which a site can sort.
    yaml.plain("start", event.start);
    yaml.plain("end", event.end.or(event.start));
    yaml.text("date", &names::when(event));
    yaml.text("place", &names::place(event));
    yaml.plain("online", event.attendance.as_ref().map(|_| names::is_online(event)));
    yaml.text("kind", event.kind.as_ref().map_or("", |kind| kind.as_str()));
    yaml.text("status", event.status.as_ref().map_or("", |status| status.as_str()));
    yaml.text("url", &links.page().map_or_else(|| links.href(url).unwrap_or_default(), str::to_owned));
    yaml.text("description", &event.description);
    let register = event.logistics.registrations.iter().find_map(|way| links.href(&way.url));
    yaml.text("registration", &register.unwrap_or_default());
    yaml.plain("free", event.logistics.cost.as_ref().and_then(|cost| cost.free));
    if !event.calls.is_empty() {
        yaml.out.push_str("  calls:\n");
    }
    for call in &event.calls {
        yaml.indent = "    - ";
        yaml.text("name", &calls::title(call));
        yaml.text("status", call.status.as_ref().map_or("", |status| status.as_str()));
        let deadline = call.deadline.as_ref();
        yaml.plain("deadline", deadline.and_then(|moment| moment.date));
        // An instant is quoted, since Ruby would show it in the zone of the machine that builds the site.
        let instant = deadline.and_then(|moment| moment.instant).map(|instant| instant.to_string());
        yaml.text("instant", &instant.unwrap_or_default());
        let url = [&call.url, &call.page].into_iter().find_map(|url| links.href(url));
        yaml.text("url", &url.unwrap_or_default());
    }
    yaml.out
}

/// A mapping inside a list, as it is written.
struct Mapping {
    out: String,
    /// What stands before the next key: the list's dash once, blanks afterwards.
    indent: &'static str,
}

impl Mapping {
    /// Always in double quotes, which Ruby reads as nothing but text: it takes a plain `12:30` or `010` for a number.
    fn text(&mut self, key: &str, value: &str) {
        let value = line(value);
        if !value.is_empty() {
            self.plain(key, serde_json::to_string(&value).ok());
        }
    }

    fn plain(&mut self, key: &str, value: Option<impl std::fmt::Display>) {
        let Some(value) = value else { return };
        self.out.push_str(&format!("{}{key}: {value}\n", self.indent));
        self.indent = match self.indent {
            "- " => "  ",
            "    - " => "      ",
            deeper => deeper,
        };
    }
}
