//! Where it is: `Place` with its address, `VirtualLocation`.

use handbill_model::{Attendance, Event, Venue};
use serde_json::{Value, json};

use super::Node;
use crate::links::{Links, without_password};
use crate::prose::{line, names};

/// The venues, else the town; the way in where it is online.
pub(super) fn of_event(event: &Event, links: &Links) -> Vec<Value> {
    let mut places: Vec<Value> = Vec::new();
    let location = line(&event.location);
    if !names::is_online(event) {
        places.extend(event.venues.iter().filter_map(|known| venue(known, &location, links)));
        if places.is_empty() && !location.is_empty() {
            places.push(town(&location));
        }
    }
    let hybrid = matches!(event.attendance, Some(Attendance::Hybrid));
    let url = event.online.as_ref().and_then(|online| links.absolute(&online.url));
    // An online event without a link of its own is told of on its page.
    let url = url.map(|url| without_password(&url)).or_else(|| links.page().map(str::to_owned));
    if let Some(url) = url.filter(|_| hybrid || names::is_online(event)) {
        places.push(json!({ "@type": "VirtualLocation", "url": url }));
    }
    places
}

/// A place of which nothing but words is known.
pub(super) fn town(location: &str) -> Value {
    json!({ "@type": "Place", "name": location, "address": location })
}

/// A room, in its building where the page names one.
pub(super) fn room(room: &str, building: &str) -> Option<Value> {
    let name = [room, building].into_iter().filter(|name| !name.is_empty()).collect::<Vec<_>>().join(", ");
    (!name.is_empty()).then(|| json!({ "@type": "Place", "name": name }))
}

fn venue(venue: &Venue, location: &str, links: &Links) -> Option<Value> {
    let (name, street) = (line(&venue.name), line(&venue.address));
    if name.is_empty() && street.is_empty() {
        return None;
    }
    let mut node = Node::new("Place");
    node.text("name", &name);
    let mut address = Node::new("PostalAddress");
    address.text("streetAddress", &street);
    address.text("addressCountry", &line(&venue.country));
    if street.is_empty() && !location.is_empty() {
        node.text("address", location);
    } else if !street.is_empty() {
        node.set("address", address.into());
    }
    if let Some(geo) = &venue.geo {
        node.set("geo", json!({ "@type": "GeoCoordinates", "latitude": geo.lat, "longitude": geo.lon }));
    }
    node.url("hasMap", links.absolute(&venue.map));
    node.url("url", links.absolute(&venue.url));
    Some(node.into())
}
