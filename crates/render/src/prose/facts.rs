//! What one has to know to come, as labels with a few words each: the same for the page and for a calendar.

use handbill_model::{Cost, Event, Language, Logistics, Named, Price, Registration, RegistrationStatus};

use super::{capital, dates, line, list};
use crate::links::{Links, mail};

/// A fact with its label.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Fact {
    /// `Registration`.
    pub(crate) label: String,
    /// What there is to say; never empty.
    pub(crate) items: Vec<Item>,
    /// Whether each item is somebody who makes the event.
    pub(crate) hosts: bool,
}

/// Words, perhaps with a link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Item {
    /// On one line; never empty.
    pub(crate) text: String,
    /// Where it leads; safe to follow, relative where the site is not known.
    pub(crate) url: Option<String>,
}

/// All facts of the event, in the order in which people ask.
pub(crate) fn facts(event: &Event, links: &Links) -> Vec<Fact> {
    let mut facts = logistics(&event.logistics, links);
    if !event.languages.is_empty() {
        let label = if event.languages.len() == 1 { "Language" } else { "Languages" };
        facts.push(fact(label, vec![item(&languages(&event.languages), None)]));
    }
    if !event.hosts.is_empty() {
        let hosts = event.hosts.iter().map(|host| named(host, links)).collect();
        let label = if event.hosts.len() == 1 { "Host" } else { "Hosts" };
        facts.push(Fact { hosts: true, ..fact(label, hosts) });
    }
    if !event.contacts.is_empty() {
        let contacts = event.contacts.iter().map(|contact| {
            let (name, email) = (line(&contact.name), line(&contact.email));
            let text = if name.is_empty() { email.clone() } else { format!("{name}, {email}") };
            item(&text, mail(&email))
        });
        facts.push(fact("Contact", contacts.collect()));
    }
    tidy(facts)
}

/// `English and Swedish`; the code of a language without a name.
pub(crate) fn languages(languages: &[Language]) -> String {
    let name = |language: &Language| line(if language.name.is_empty() { &language.code } else { &language.name });
    list(&languages.iter().map(name).collect::<Vec<_>>())
}

/// The facts of a part of an event, or of the whole, without people.
pub(crate) fn logistics(logistics: &Logistics, links: &Links) -> Vec<Fact> {
    let mut facts = vec![
        fact("Registration", logistics.registrations.iter().map(|way| registration(way, links)).collect()),
        fact("Cost", logistics.cost.as_ref().map(cost).unwrap_or_default()),
    ];
    if let Some(capacity) = logistics.capacity {
        facts.push(fact("Capacity", vec![item(&format!("{capacity} people"), None)]));
    }
    if let Some(recorded) = logistics.recorded {
        facts.push(fact(
            "Recording",
            vec![item(if recorded { "Sessions are recorded" } else { "Sessions are not recorded" }, None)],
        ));
    }
    if let Some(conduct) = &logistics.code_of_conduct {
        facts.push(fact("Code of conduct", vec![item(&conduct.text, links.href(&conduct.url))]));
    }
    facts.push(fact("Social media", logistics.social.iter().map(|tag| named(tag, links)).collect()));
    facts.push(fact("Mailing list", logistics.mailing_list.iter().map(|list| named(list, links)).collect()));
    for other in &logistics.other {
        facts.push(fact(&line(&other.label), vec![item(&other.text, links.href(&other.url))]));
    }
    tidy(facts)
}

fn registration(way: &Registration, links: &Links) -> Item {
    let status = way.status.as_ref().map(|status| match status {
        RegistrationStatus::Open => "Open",
        RegistrationStatus::Closed => "Closed",
        RegistrationStatus::Announced => "Not yet open",
        RegistrationStatus::Required => "Required",
        RegistrationStatus::Other(word) => word,
    });
    let text = if way.text.is_empty() { status.unwrap_or("Register") } else { &way.text };
    let mut text = line(text);
    let purpose = line(&way.purpose);
    if !purpose.is_empty() && !super::holds(&text, &purpose) {
        text = format!("{purpose}: {text}");
    }
    if let Some(closes) = way.closes.as_ref().map(dates::moment).filter(|words| !words.is_empty()) {
        // The page's own words may tell the day already.
        let said = way
            .closes
            .as_ref()
            .is_some_and(|moment| super::holds(&text, &line(&moment.text)) && !moment.text.is_empty());
        if !said {
            text = format!("{}, closes {closes}", text.trim_end_matches('.'));
        }
    }
    item(&text, links.href(&way.url))
}

fn cost(cost: &Cost) -> Vec<Item> {
    let mut items = Vec::new();
    let text = line(&cost.text);
    if !text.is_empty() {
        items.push(item(&text, None));
    } else if cost.free == Some(true) {
        items.push(item("Free", None));
    }
    let new = cost.prices.iter().filter(|price| !super::holds(&text, &line(&price.text)));
    items.extend(new.map(|price| item(&price_words(price), None)));
    items
}

/// `Students: $100`.
pub(crate) fn price_words(price: &Price) -> String {
    let who: Vec<String> =
        [&price.purpose, &price.label].map(|part| line(part)).into_iter().filter(|part| !part.is_empty()).collect();
    let text = line(&price.text);
    if who.is_empty() || super::holds(&text, &who.join(", ")) {
        text
    } else {
        capital(&format!("{}: {text}", who.join(", ")))
    }
}

fn named(named: &Named, links: &Links) -> Item {
    item(&named.name, links.href(&named.url))
}

fn fact(label: &str, items: Vec<Item>) -> Fact {
    Fact { label: label.to_owned(), items, hosts: false }
}

fn item(text: &str, url: Option<String>) -> Item {
    Item { text: line(text), url }
}

/// Without items that say nothing, and without facts that have none; a link without words is its own words.
fn tidy(facts: Vec<Fact>) -> Vec<Fact> {
    let words = |mut item: Item| {
        if item.text.is_empty() {
            item.text = item.url.clone()?;
        }
        Some(item)
    };
    let tidied =
        facts.into_iter().map(|fact| Fact { items: fact.items.into_iter().filter_map(words).collect(), ..fact });
    tidied.filter(|fact| !fact.items.is_empty()).collect()
}
