//! What one may have: a seat, a talk, a sponsor's place.

use handbill_model::{Call, CallKind, Event, Logistics, Moment, Price, RegistrationStatus};
use serde_json::Value;

use super::{Node, at};
use crate::links::Links;
use crate::prose::{calls, line};

/// Prices and ways to register.
pub(super) fn to_attend(logistics: &Logistics, links: &Links) -> Vec<Value> {
    let prices = logistics.cost.iter().flat_map(|cost| &cost.prices);
    let way = match logistics.registrations.as_slice() {
        [only] => Some(only),
        [] | [_, _, ..] => None,
    };
    let mut offers: Vec<Value> = Vec::new();
    for price in prices {
        let mut node = offer(&label(price));
        set_price(&mut node, price);
        if let Some(way) = way {
            complete(&mut node, way, links);
        }
        offers.push(node.into());
    }
    if !offers.is_empty() && way.is_some() {
        return offers;
    }
    for way in &logistics.registrations {
        let purpose = line(&way.purpose);
        let mut node = offer(if purpose.is_empty() { "Registration" } else { &purpose });
        complete(&mut node, way, links);
        // A name alone offers nothing.
        if node.map.len() > 2 {
            offers.push(node.into());
        }
    }
    offers
}

/// Calls for talks, helpers, hosts: with what may be sent where, and until when.
pub(super) fn to_take_part(event: &Event, links: &Links) -> Vec<Value> {
    event.calls.iter().filter(|call| call.kind != CallKind::Sponsors).map(|call| from_call(call, links)).collect()
}

/// Calls for sponsors and the levels to choose from.
pub(super) fn to_sponsor(event: &Event, links: &Links) -> Vec<Value> {
    let calls = event.calls.iter().filter(|call| call.kind == CallKind::Sponsors).map(|call| from_call(call, links));
    let levels = event.sponsor_levels.iter().map(|level| {
        let mut node = offer(&line(&level.name));
        if let Some(price) = &level.price {
            set_price(&mut node, price);
        }
        node.into()
    });
    calls.chain(levels).collect()
}

fn from_call(call: &Call, links: &Links) -> Value {
    let mut node = offer(&calls::title(call));
    node.text("description", &line(&call.topic));
    node.url("url", [&call.url, &call.page].into_iter().find_map(|url| links.absolute(url)));
    node.text("validFrom", &moment(call.opens.as_ref()));
    node.text("validThrough", &moment(call.deadline.as_ref()));
    node.into()
}

fn offer(name: &str) -> Node {
    let mut node = Node::new("Offer");
    node.text("name", name);
    node
}

fn label(price: &Price) -> String {
    [line(&price.purpose), line(&price.label)]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(", ")
}

/// The amount with its currency; the page's words where it names none, since a bare number is no price.
fn set_price(node: &mut Node, price: &Price) {
    if price.amount.is_empty() || price.currency.is_empty() {
        node.text("description", &line(&price.text));
    } else {
        node.text("price", &line(&price.amount));
        node.text("priceCurrency", &line(&price.currency));
    }
}

fn complete(node: &mut Node, way: &handbill_model::Registration, links: &Links) {
    node.url("url", links.absolute(&way.url));
    let availability = way.status.as_ref().and_then(|status| match status {
        RegistrationStatus::Open => Some("https://schema.org/InStock"),
        RegistrationStatus::Announced => Some("https://schema.org/PreOrder"),
        RegistrationStatus::Closed | RegistrationStatus::Required | RegistrationStatus::Other(_) => None,
    });
    node.text("availability", availability.unwrap_or_default());
    node.text("validThrough", &moment(way.closes.as_ref()));
}

/// The instant where it is known, else the day, else nothing.
fn moment(moment: Option<&Moment>) -> String {
    match moment {
        Some(Moment { instant: Some(instant), .. }) => instant.to_string(),
        Some(Moment { date: Some(date), time, time_zone, .. }) => at(*date, *time, time_zone.as_ref()),
        Some(_) | None => String::new(),
    }
}
