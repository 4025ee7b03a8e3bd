//! The town that a label or a heading gives.

use handbill_model::SourceKind;

use super::{LOCATION_LABELS, attendance, explicit, is_online_word};
use crate::facts::ledger::{Cite, Cited};
use crate::facts::places::{is_place_name, is_venue_name};
use crate::facts::postal;
use crate::facts::sentences::{has_any, plain};
use crate::facts::view::View;
use crate::passage::Passage;

pub(super) fn from_label(view: &View<'_>) -> Option<Cited<String>> {
    let labelled = view.labelled(LOCATION_LABELS).map(|fact| &fact.value).filter(|value| !value.is_empty());
    labelled.take(1).chain(view.headed(LOCATION_LABELS).take(1)).find_map(labelled_town)
}

/// The town of a labelled place: all of it, or what stands behind the building and the street.
fn labelled_town(value: &Passage) -> Option<Cited<String>> {
    // `Where: [ConfTool](..)` is where one submits.
    const SYSTEMS: &[&str] = &[
        "conftool", "easychair", "openreview", "softconf", "hotcrp", "oxfordabstracts", "forms.gle", "/forms/",
        "pretalx", "sessionize", "indico",
    ];
    if value.links.iter().take(4).any(|link| SYSTEMS.iter().any(|system| link.url.contains(system))) {
        return None;
    }
    let mut lines = value.text.split('\n').map(str::trim);
    let first = lines.next().unwrap_or("");
    // `Norlin Library` over `1720 Quay Street, Lund`: the street may have a line of its own.
    let text = match lines.next().filter(|street| is_venue_name(first) && postal::starts_a_street(street)) {
        Some(street) => plain(&format!("{first}, {street}")),
        None => plain(attendance::without_online(first)),
    };
    let building = is_venue_name(text.split(',').next().unwrap_or(""));
    if let Some(town) = in_parentheses(&text).filter(|_| building) {
        return Some(Cited::new(town, Cite::whole(value, SourceKind::Label)));
    }
    let town = match explicit::behind_the_street(&text).filter(|town| town.contains('(') == town.contains(')')) {
        Some(town) => town,
        None if building => return None,
        None => text,
    };
    // Building, street and town in one, without a comma: which is which is not told.
    if !town.contains(',') && town.contains(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let short = town.split_whitespace().count() <= 10 && is_place_name(&town) && !town.split(", ").any(is_venue_name);
    let open = has_any(&town, &["tba", "tbd", "tbc", "to be announced", "to be confirmed", "to be decided"]);
    (short && !open && !is_online_word(&town)).then(|| Cited::new(town, Cite::whole(value, SourceKind::Label)))
}

/// `Hafen, Lund` of `Quay Hall, second floor (Hafen, Lund) - Map`: the only parenthesis, with a district or country.
fn in_parentheses(text: &str) -> Option<String> {
    let (_, inside) = text.split_once(" (")?;
    let (inside, behind) = inside.split_once(')')?;
    let mut parts = inside.split(", ");
    let whole = parts.clone().count() == 2 && parts.all(|part| is_place_name(part) && !is_venue_name(part));
    let named = whole && !inside.contains(|c: char| c.is_ascii_digit()) && !behind.contains([',', '(']);
    named.then(|| inside.to_owned())
}
