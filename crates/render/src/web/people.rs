//! Sponsors, committees, venues, parts and media as the page shows them.

use std::collections::BTreeMap;

use handbill_model::{Event, Media, MediaKind, Part, Person, Venue};

use super::Link;
use crate::links::{Links, host};
use crate::prose::facts::{self, Fact};
use crate::prose::{dates, line, list};

/// A group of sponsors of one level, which may have no name.
pub(crate) struct SponsorGroup {
    pub(crate) level: String,
    pub(crate) sponsors: Vec<Link>,
}

/// Sponsors by level, in the order in which the levels appear.
pub(crate) fn sponsors(event: &Event, links: &Links) -> Vec<SponsorGroup> {
    let mut groups: Vec<SponsorGroup> = Vec::new();
    let mut places = BTreeMap::new();
    for sponsor in &event.sponsors {
        let level = line(&sponsor.level);
        let place = *places.entry(level.clone()).or_insert(groups.len());
        if place == groups.len() {
            groups.push(SponsorGroup { level, sponsors: Vec::new() });
        }
        groups[place].sponsors.push(Link { text: line(&sponsor.name), url: links.href(&sponsor.url) });
    }
    // Without a heading of their own they would stand under that of the level before.
    for group in groups.iter_mut().skip(1).filter(|group| group.level.is_empty()) {
        "Further sponsors".clone_into(&mut group.level);
    }
    groups
}

/// What sponsors may choose: `Gold`, `€2,500`.
pub(crate) fn sponsor_levels(event: &Event) -> Vec<(String, String)> {
    let price = |level: &handbill_model::SponsorLevel| level.price.as_ref().map(facts::price_words).unwrap_or_default();
    event.sponsor_levels.iter().map(|level| (line(&level.name), price(level))).collect()
}

/// A person: name, and role and affiliation in a few words.
pub(crate) struct PersonView {
    pub(crate) name: String,
    pub(crate) about: String,
}

pub(crate) fn person(person: &Person) -> PersonView {
    let about = [line(&person.role), line(&person.affiliation)].into_iter().filter(|part| !part.is_empty());
    PersonView { name: line(&person.name), about: about.collect::<Vec<_>>().join(", ") }
}

/// A building.
pub(crate) struct VenueView {
    pub(crate) name: Link,
    pub(crate) purpose: String,
    pub(crate) address: String,
    pub(crate) rooms: String,
    pub(crate) map: Option<String>,
    /// Latitude and longitude.
    pub(crate) geo: Option<(f64, f64)>,
}

pub(crate) fn venue(venue: &Venue, links: &Links) -> VenueView {
    VenueView {
        name: Link { text: line(&venue.name), url: links.href(&venue.url) },
        purpose: line(&venue.purpose),
        address: line(&venue.address),
        rooms: list(&venue.rooms.iter().map(|room| line(room)).collect::<Vec<_>>()),
        map: links.href(&venue.map),
        geo: venue.geo.as_ref().map(|geo| (geo.lat, geo.lon)),
    }
}

/// An event that is part of this one, or stands beside it.
pub(crate) struct PartView {
    pub(crate) name: Link,
    pub(crate) related: bool,
    /// When and where, in a line.
    pub(crate) about: String,
    pub(crate) facts: Vec<Fact>,
}

pub(crate) fn part(part: &Part, links: &Links) -> PartView {
    let when = part.start.map(|start| dates::days(start, part.end.unwrap_or(start))).unwrap_or_default();
    let hours = part.start_time.map(|start| dates::times(start, part.end_time)).unwrap_or_default();
    let hosts: Vec<String> = part.hosts.iter().map(|host| line(&host.name)).collect();
    let hosts = if hosts.is_empty() { String::new() } else { format!("hosted by {}", list(&hosts)) };
    let about = [when, hours, line(&part.location), hosts].into_iter().filter(|words| !words.is_empty());
    PartView {
        name: Link { text: line(&part.name), url: links.href(&part.url) },
        related: part.related,
        about: about.collect::<Vec<_>>().join(", "),
        facts: facts::logistics(&part.logistics, links),
    }
}

/// Recordings and slides: what it is, and on which site, so that links differ in their words.
pub(crate) fn media(media: &[Media], links: &Links) -> Vec<Link> {
    let link = |medium: &Media| {
        let url = links.href(&medium.url)?;
        let kind = match &medium.kind {
            Some(MediaKind::Video) => "Video",
            Some(MediaKind::Slides) => "Slides",
            Some(MediaKind::Photos) => "Photos",
            Some(MediaKind::Other(_)) | None => "Link",
        };
        let text = host(&url).map_or_else(|| kind.to_owned(), |host| format!("{kind} ({host})"));
        Some(Link { text, url: Some(url) })
    };
    media.iter().filter_map(link).collect()
}

#[cfg(test)]
mod tests {
    use handbill_model::{Document, Page, Role, SCHEMA_VERSION, Sponsor};

    use super::*;
    use crate::Settings;

    #[test]
    fn sponsors_of_no_level_do_not_stand_under_that_of_others() {
        let mut event = Event::new("spring", "Spring");
        for (name, level) in [("A", "Silver"), ("B", "")] {
            let mut sponsor = Sponsor::new(name);
            level.clone_into(&mut sponsor.level);
            event.sponsors.push(sponsor);
        }
        let links = Links::new(&Document::new(SCHEMA_VERSION, Page::new("a.md", Role::Event)), &Settings::default());
        let levels = |event: &Event| sponsors(event, &links).into_iter().map(|group| group.level).collect::<Vec<_>>();
        assert_eq!(levels(&event), ["Silver", "Further sponsors"]);
        event.sponsors.remove(0);
        assert_eq!(levels(&event), [""]);
    }
}
