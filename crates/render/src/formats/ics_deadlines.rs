//! The days on which calls and registrations close, as entries of a calendar.

use handbill_model::{Date, LocalTime, Moment, Registration, Zone};

use crate::calendar::entry::{Entry, When};
use crate::calendar::identity::{Identities, Names};
use crate::calendar::{Heading, calendar, stamp};
use crate::links::Links;
use crate::prose::{calls, dates, line, names};
use crate::{Format, Input, RenderError, Settings, note};

pub(crate) const FORMAT: Format = Format {
    name: "ics-deadlines",
    extension: "deadlines.ics",
    about: "the days on which calls and registrations close",
    media_type: "text/calendar",
    many: true,
    events: true,
    render,
    notes: note::of_links,
};

fn render(inputs: &[Input<'_>], settings: &Settings) -> Result<String, RenderError> {
    let mut identities = Identities::default();
    let mut entries = Vec::new();
    let mut titles = Vec::new();
    for input in inputs {
        let Some(event) = &input.document.event else { continue };
        let title = names::title_alone(event);
        let links = Links::new(input.document, settings);
        let of = Names::new(input.document, &links);
        let before = entries.len();
        for deadline in deadlines(event) {
            let Some(when) = when(deadline.moment) else { continue };
            let uid = identities.give(&of, &deadline.what);
            let summary = format!("{}: {title}", deadline.label);
            let mut entry = Entry::new(uid, stamp::stamp(input.document, settings), when, summary);
            entry.modified = stamp::front_matter(input.document, "last_modified_at");
            let url = deadline.urls.iter().find_map(|url| links.absolute(url));
            entry.description = description(&deadline, url.as_deref(), links.page());
            entry.url = url.or_else(|| links.page().map(str::to_owned));
            entry.category = "deadline".to_owned();
            entries.push(entry);
        }
        if entries.len() > before {
            titles.push(title);
        }
    }
    match (entries.is_empty(), inputs.first()) {
        (true, Some(first)) if inputs.iter().any(|input| input.document.event.is_some()) => {
            Err(RenderError::NoDeadline { path: first.document.page.path.clone() })
        }
        (true, _) => Err(RenderError::no_event(inputs)),
        (false, _) => {
            let name =
                if let [only] = titles.as_slice() { format!("Deadlines: {only}") } else { "Deadlines".to_owned() };
            Ok(calendar(&Heading { name, ..Heading::default() }, settings, &entries))
        }
    }
}

/// A moment with what ends then.
struct Deadline<'a> {
    /// Which one it is, for its UID.
    what: String,
    /// What ends.
    label: String,
    moment: &'a Moment,
    /// Whether one can come too late for it.
    closes: bool,
    /// Where to go, the best first.
    urls: [&'a str; 2],
}

fn deadlines(event: &handbill_model::Event) -> Vec<Deadline<'_>> {
    let mut deadlines = Vec::new();
    for call in &event.calls {
        let (what, title) = (format!("call/{}", call.kind), calls::title(call));
        let urls = [call.url.as_str(), call.page.as_str()];
        if let Some(moment) = &call.deadline {
            deadlines.push(Deadline {
                what: what.clone(),
                label: format!("{title} closes"),
                moment,
                closes: true,
                urls,
            });
        }
        for date in &call.dates {
            let label = line(&date.label);
            let what = format!("{what}/{label}");
            deadlines.push(Deadline {
                what,
                label: format!("{title}, {label}"),
                moment: &date.moment,
                closes: false,
                urls,
            });
        }
    }
    let ways = event.logistics.registrations.iter().map(|way| ("registration".to_owned(), way));
    let parts = event.parts.iter().flat_map(|part| {
        part.logistics.registrations.iter().map(|way| (format!("part/{}/registration", line(&part.name)), way))
    });
    for (what, way) in ways.chain(parts) {
        if let Some(moment) = &way.closes {
            deadlines.push(registration(&what, way, moment));
        }
    }
    deadlines
}

fn registration<'a>(what: &str, way: &'a Registration, moment: &'a Moment) -> Deadline<'a> {
    let purpose = line(&way.purpose);
    let (what, label) = if purpose.is_empty() {
        (what.to_owned(), "Registration closes".to_owned())
    } else {
        (format!("{what}/{purpose}"), format!("Registration for {purpose} closes"))
    };
    Deadline { what, label, moment, closes: true, urls: [&way.url, ""] }
}

/// The true instant where the zone is known, else the whole day; none where no day is.
fn when(moment: &Moment) -> Option<When> {
    if let Some(start) = moment.instant.or_else(|| instant(moment)) {
        return Some(When::Instant { start, end: None });
    }
    moment.date.map(|day: Date| When::Days { start: day, end: day })
}

/// The instant that a document written by hand may have left out.
fn instant(moment: &Moment) -> Option<handbill_model::Timestamp> {
    moment.time_zone.as_ref()?.instant(moment.date?, moment.time.unwrap_or(LocalTime::LAST))
}

fn description(deadline: &Deadline<'_>, url: Option<&str>, page: Option<&str>) -> String {
    let moment = deadline.moment;
    let words = dates::moment(moment);
    let zone = match (&moment.time_zone, moment.time, moment.instant.or_else(|| instant(moment))) {
        (_, _, None) => "The page names no time zone: ask before you count on the last hours.",
        (Some(Zone::AnywhereOnEarth), None, Some(_)) => {
            "The day is over when it is over everywhere on Earth (23:59 UTC\u{2212}12)."
        }
        (Some(_) | None, None, Some(_)) => "The day's last minute counts.",
        (Some(_) | None, Some(_), Some(_)) => "",
    };
    let page = page.filter(|page| Some(*page) != url);
    let zone = if deadline.closes { zone } else { "" };
    let lines = [
        Some(format!("{}: {words}", deadline.label)),
        Some(zone.to_owned()),
        url.map(str::to_owned),
        page.map(str::to_owned),
    ];
    lines.into_iter().flatten().filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}
