//! Who hosts and sponsors an event, whom to ask, where one registers, where it has a page of its own and a picture, as
//! keys of the front matter say it.

use handbill_frontmatter::{Data, Entry, Value};
use handbill_model::{Committee, Contact, Moment, Named, Person, Registration, SourceKind, Sponsor};

use super::calls;
use super::committees::Group;
use super::keys::Key;
use super::ledger::{Cite, Cited};
use super::names::is_person;
use super::places::{is_country, is_proper_name};
use super::sentences::plain;
use super::view::View;

/// The event's page elsewhere.
pub(crate) fn website(view: &View<'_>) -> Option<Cited<String>> {
    let key = view.keys.all(Key::Website).find_map(|value| Some(Cited::new(url(value)?, Cite::front_matter(value))));
    key.or_else(|| labelled_website(view))
}

/// `Website: https://...` in a line of its own, if it is the only one and not that of a hotel or of who pays.
fn labelled_website(view: &View<'_>) -> Option<Cited<String>> {
    const LABELS: &[&str] = &["website", "web site", "homepage", "conference website", "event website"];
    const OTHERS: &[&str] =
        &["hotel", "hotels", "venue", "location", "travel", "accommodation", "sponsor", "sponsors", "organizers"];
    let mut facts = view.labelled(LABELS);
    let (fact, None) = (facts.next()?, facts.next()) else { return None };
    let section = view.outline.blocks[fact.block].section;
    let other = view.outline.ancestors(section).any(|section| view.is_titled(section, OTHERS));
    let [link] = fact.value.links.as_slice() else { return None };
    let alone = link.span.len() == fact.value.text.trim().len();
    let leads = link.url.starts_with("https://") || link.url.starts_with("http://");
    (alone && leads && !other).then(|| Cited::new(link.url.clone(), Cite::whole(&fact.value, SourceKind::Label)))
}

/// A URL with its scheme.
fn url(value: &Value) -> Option<&str> {
    let url = value.written()?.trim();
    let leads = (url.starts_with("https://") || url.starts_with("http://")) && !url.contains(char::is_whitespace);
    leads.then_some(url)
}

/// The event's picture: `image` as jekyll-seo-tag has it, alone or in a map, the first of `images` as Hugo has them.
pub(crate) fn image(view: &View<'_>) -> Option<Cited<String>> {
    view.keys.all(Key::Image).find_map(|value| {
        let first = value.as_list().first().unwrap_or(value);
        let told = match &first.data {
            Data::Map(map) => ["path", "url", "src"].iter().find_map(|key| map.get(key))?,
            _ => first,
        };
        let url = told.as_str()?.trim();
        // What Liquid or a theme makes a URL of is not one yet.
        let whole =
            !url.is_empty() && url.contains(['/', '.']) && !url.contains("{{") && !url.contains(char::is_whitespace);
        whole.then(|| Cited::new(url, Cite::front_matter(told)))
    })
}

/// Hosts with proper names; short names of people that a theme looks up elsewhere are none.
pub(crate) fn hosts(view: &View<'_>) -> Vec<Cited<Named>> {
    hosts_and_people(view).into_iter().filter(|(_, person)| !person).map(|(host, _)| host).collect()
}

/// Those whom the first key on hosts names, and whether each does the work: people who are several, or stand among
/// institutions.
fn hosts_and_people(view: &View<'_>) -> Vec<(Cited<Named>, bool)> {
    let named = view.keys.all(Key::Hosts).map(|value| listed(value).iter().flat_map(hosts_of).collect::<Vec<_>>());
    let named = named.into_iter().find(|named| !named.is_empty()).unwrap_or_default();
    let several = named.len() > 1;
    let person = |named: &Cited<Named>| several && is_person(&named.value.name);
    named
        .into_iter()
        .map(|named| {
            let person = person(&named);
            (named, person)
        })
        .collect()
}

/// `organisers: [Ann Lee, Ben Ode]`: who does the work.
pub(crate) fn organisers(view: &View<'_>) -> Option<Group> {
    let people: Vec<_> = hosts_and_people(view).into_iter().filter(|(_, person)| *person).collect();
    let mut committee = Committee::new("Organisers");
    let cites: Vec<Cite> = people.iter().map(|(person, _)| person.cite.clone()).collect();
    committee.members.extend(people.into_iter().map(|(person, _)| Person::new(person.value.name)));
    Some((Cited::new(committee, cites.first()?.clone()), cites))
}

/// The host that a value names, or several in one text: `Ann Lee, Ben Ode`, `RSMC, PORT`.
fn hosts_of(value: &Value) -> Vec<Cited<Named>> {
    let (name, url) = match &value.data {
        Data::Map(map) => (map.get("name").and_then(Value::written), map.get("url").and_then(Value::written)),
        _ => (value.written(), None),
    };
    let name = plain(name.unwrap_or_default());
    let parts: Vec<&str> = name.split(", ").flat_map(|part| part.split(" and ")).map(str::trim).collect();
    let host = |name: &str| {
        let mut host = Named::new(name);
        url.unwrap_or_default().clone_into(&mut host.url);
        Cited::new(host, Cite::front_matter(value))
    };
    match parts.as_slice() {
        // A name may hold a comma; people and abbreviations do not.
        [_, _, ..] if parts.iter().all(|part| is_person(part)) || parts.iter().all(|part| is_abbreviation(part)) => {
            parts.into_iter().map(host).collect()
        }
        // `Harbour Institute, Sweden`.
        [front, country] if is_country(country) && is_host(front) => vec![host(front)],
        _ if is_host(&name) => vec![host(&name)],
        _ => Vec::new(),
    }
}

/// Whether a name is a host's: a proper one, a group of such a name, or a short one as `de.STAIR`. A word that is all
/// small is what a theme calls one.
fn is_host(name: &str) -> bool {
    const GROUPS: &[&str] = &[" project", " team", " group", " community", " network", " consortium", " society"];
    let bare = GROUPS.iter().find_map(|group| name.strip_suffix(group)).unwrap_or(name);
    // `de.NBI` starts small.
    let (first, rest) = bare.split_once(' ').unwrap_or((bare, ""));
    let short = first.contains(char::is_uppercase) && (rest.is_empty() || is_proper_name(rest));
    let proper = is_proper_name(bare) && bare.starts_with(char::is_uppercase);
    (proper || short) && !name.contains(['@', ',', '/'])
}

/// `RSMC`, `Port-SE`: one word that is no common one.
fn is_abbreviation(name: &str) -> bool {
    let capitals = name.chars().filter(|c| c.is_uppercase()).count();
    capitals > 1 && !name.contains([' ', '@', '/'])
}

/// Where one registers, if the key leads there.
pub(crate) fn registration(view: &View<'_>) -> Option<Cited<Registration>> {
    way(view, Key::Registration)
}

/// Where a link of the front matter leads that is called by what one registers with.
pub(crate) fn registration_link(view: &View<'_>) -> Option<Cited<Registration>> {
    way(view, Key::RegistrationLink)
}

fn way(view: &View<'_>, key: Key) -> Option<Cited<Registration>> {
    view.keys.all(key).find_map(|value| {
        let link = match &value.data {
            Data::Map(map) => ["url", "link"].iter().find_map(|key| map.get(key))?,
            _ => value,
        };
        let url = url(link)?;
        let mut way = Registration::default();
        url.clone_into(&mut way.url);
        Some(Cited::new(way, Cite::front_matter(link)))
    })
}

/// The last day to register or apply.
pub(crate) fn registration_closes(view: &View<'_>) -> Option<Cited<Moment>> {
    view.keys
        .all(Key::RegistrationCloses)
        .find_map(|value| Some(Cited::new(calls::moment(value)?, Cite::front_matter(value))))
}

/// How many can come.
pub(crate) fn capacity(view: &View<'_>) -> Option<(u32, Cite)> {
    view.keys.all(Key::Capacity).find_map(|value| {
        let number = value.as_int().and_then(|number| u32::try_from(number).ok()).filter(|number| *number > 0)?;
        Some((number, Cite::front_matter(value)))
    })
}

/// Hashtags, with their mark.
pub(crate) fn hashtags(view: &View<'_>) -> Vec<Cited<Named>> {
    let items = view.keys.all(Key::Hashtag).flat_map(listed);
    let tags = items.filter_map(|value| {
        let word = value.written()?.trim().trim_start_matches('#');
        let one = !word.is_empty() && word.chars().all(|c| c.is_alphanumeric() || c == '_');
        one.then(|| Cited::new(Named::new(format!("#{word}")), Cite::front_matter(value)))
    });
    tags.collect()
}

/// Sponsors with proper names, in a list or in a list for each level.
pub(crate) fn sponsors(view: &View<'_>) -> Vec<Cited<Sponsor>> {
    view.keys.all(Key::Sponsors).map(sponsors_of).find(|sponsors| !sponsors.is_empty()).unwrap_or_default()
}

fn sponsors_of(value: &Value) -> Vec<Cited<Sponsor>> {
    match &value.data {
        Data::Map(levels) => {
            let of_level = |entry: &Entry| {
                listed(&entry.value)
                    .iter()
                    .filter_map(|item| sponsor(item, &capitalised(&entry.key)))
                    .collect::<Vec<_>>()
            };
            levels.entries.iter().flat_map(of_level).collect()
        }
        _ => listed(value).iter().filter_map(|item| sponsor(item, "")).collect(),
    }
}

/// A sponsor with a proper name; a theme's short name for one is none.
fn sponsor(value: &Value, level: &str) -> Option<Cited<Sponsor>> {
    let map = value.as_map();
    let get = |key: &str| map.and_then(|map| map.get(key)).and_then(Value::written);
    let name = plain(if map.is_some() { get("name").or_else(|| get("title"))? } else { value.written()? });
    if !is_proper_name(&name) || !name.starts_with(char::is_uppercase) {
        return None;
    }
    let mut sponsor = Sponsor::new(name);
    get("url").or_else(|| get("link")).or_else(|| get("website")).unwrap_or_default().clone_into(&mut sponsor.url);
    let own = get("level").or_else(|| get("tier")).map(capitalised);
    sponsor.level = own.unwrap_or_else(|| level.to_owned());
    Some(Cited::new(sponsor, Cite::front_matter(value)))
}

/// `Gold` of a key `gold`.
fn capitalised(word: &str) -> String {
    let mut chars = word.chars();
    chars.next().map(|first| first.to_uppercase().chain(chars).collect()).unwrap_or_default()
}

/// The items of a list, or the one value.
fn listed(value: &Value) -> &[Value] {
    if value.as_list().is_empty() { std::slice::from_ref(value) } else { value.as_list() }
}

/// Addresses to write to: those of contacts and of hosts.
pub(crate) fn contacts(view: &View<'_>) -> Vec<Cited<Contact>> {
    let mut found: Vec<Cited<Contact>> = Vec::new();
    for value in view.keys.all(Key::Contact).chain(view.keys.all(Key::Hosts)) {
        for contact in listed(value).iter().filter_map(contact) {
            if !found.iter().any(|known| known.value.email.eq_ignore_ascii_case(&contact.value.email)) {
                found.push(contact);
            }
        }
    }
    found
}

fn contact(value: &Value) -> Option<Cited<Contact>> {
    let (email, name) = match &value.data {
        Data::Map(map) => {
            let email = map.get("email").or_else(|| map.get("mail"))?.written()?;
            (email, map.get("name").and_then(Value::written).unwrap_or_default())
        }
        _ => (value.written()?, ""),
    };
    // `[Ann Lee](mailto:ann@port.example)`.
    let linked = email.trim().strip_prefix('[').and_then(|link| link.split_once("](mailto:"));
    let (name, email) = linked.map_or((name, email), |(name, rest)| (name, rest.trim_end_matches(')')));
    let email = email.trim().trim_start_matches("mailto:");
    let (user, host) = email.split_once('@')?;
    let address = !user.is_empty() && host.contains('.') && !email.contains([' ', ',', '<', '{']);
    address.then(|| {
        let mut contact = Contact::new(email);
        contact.name = plain(name);
        Cited::new(contact, Cite::front_matter(value))
    })
}
