//! Who pays for the event, and what sponsors may choose from.

use handbill_model::{Price, SourceKind, Sponsor, SponsorLevel};
use handbill_text::Span;

use super::cost::next_price;
use super::ledger::{Cite, Cited};
use super::sentences::{has_any, plain};
use super::view::View;
use crate::outline::{Block, BlockKind};

const HEADINGS: &[&str] = &[
    "sponsors", "sponsor", "our sponsors", "supporters", "sponsored by", "supported by", "event sponsors",
    "conference sponsors",
];
const NOT_SPONSORS: &[&str] =
    &["call for", "become", "becoming", "opportunities", "benefits", "levels", "level", "how to", "sponsorship"];
const LEVELS: &[&str] = &[
    "diamond", "platinum", "gold", "silver", "bronze", "copper", "titanium", "champion", "partner", "friend",
    "supporter", "patron", "contributor", "exhibitor",
];

/// The sponsors under headings that say so: items, logos, and the level of the heading over them.
pub(crate) fn sponsors(view: &View<'_>) -> Vec<Cited<Sponsor>> {
    let mut found: Vec<Cited<Sponsor>> = Vec::new();
    for section in view.sections(HEADINGS) {
        if has_any(view.outline.title(section), NOT_SPONSORS) {
            continue;
        }
        for (_, block) in view.outline.within(section) {
            for sponsor in of_block(view, block) {
                if !found.iter().any(|known| known.value.name == sponsor.value.name) {
                    found.push(sponsor);
                }
            }
        }
    }
    found
}

fn of_block(view: &View<'_>, block: &Block) -> Vec<Cited<Sponsor>> {
    let level = level_of(view.outline.title(block.section));
    let make = |name: &str, url: &str, cite: Cite| {
        let mut sponsor = Sponsor::new(plain(name));
        url.clone_into(&mut sponsor.url);
        level.clone_into(&mut sponsor.level);
        Cited::new(sponsor, cite)
    };
    let passage = &block.passage;
    let logos = passage.images.iter().filter(|image| !image.alt.trim().is_empty());
    let mut found: Vec<_> = logos
        .map(|image| {
            make(
                image.alt.trim().trim_end_matches(" logo").trim_end_matches(" Logo"),
                image.link.as_deref().unwrap_or(""),
                Cite::new(image.source, SourceKind::Html),
            )
        })
        .collect();
    if matches!(block.kind, BlockKind::Item { .. }) && !passage.text.trim().is_empty() && block.parent.is_none() {
        let name = passage.text.split('\n').next().unwrap_or("").trim_end_matches(['.', ';']);
        let url = passage.links.first().map_or("", |link| link.url.as_str());
        if name.split_whitespace().count() <= 8 {
            found.push(make(name, url, Cite::part(passage, Span::new(0..name.len()), SourceKind::List)));
        }
    }
    found
}

/// `Silver` of `Silver Sponsors`.
fn level_of(heading: &str) -> String {
    let word = heading.split_whitespace().find(|word| {
        LEVELS.iter().any(|level| level.eq_ignore_ascii_case(word.trim_matches(|c: char| !c.is_alphanumeric())))
    });
    word.map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()).to_owned()).unwrap_or_default()
}

/// The levels with prices: of headings, items and table heads such as `Gold: $2,500`.
pub(crate) fn levels(view: &View<'_>) -> Vec<Cited<SponsorLevel>> {
    let about =
        view.title.as_ref().is_some_and(|title| has_any(&title.text.value, &["sponsor", "sponsors", "sponsorship"]));
    let sections: Vec<usize> = view.sections(&["sponsorship", "sponsor", "sponsors", "levels", "packages"]).collect();
    let mut found: Vec<Cited<SponsorLevel>> = Vec::new();
    for (index, passage) in view.outline.passages() {
        let block = &view.outline.blocks[index];
        if !(about || view.outline.ancestors(block.section).any(|section| sections.contains(&section))) {
            continue;
        }
        for (span, line) in passage.lines() {
            let Some((price, place)) = next_price(line, 0) else { continue };
            let before = line[..place.start()].trim_matches(|c: char| !c.is_alphanumeric());
            let behind = line[place.end()..].trim_matches(|c: char| !c.is_alphanumeric());
            let name = [before, behind]
                .into_iter()
                .find(|text| text.split_whitespace().count() <= 4 && !level_of(text).is_empty());
            let Some(name) = name else { continue };
            if found.iter().any(|known| known.value.name.eq_ignore_ascii_case(&level_of(name))) {
                continue;
            }
            let mut level = SponsorLevel::new(level_of(name));
            level.price = Some(own_price(price));
            found.push(Cited::new(level, Cite::part(passage, span, SourceKind::List)));
        }
    }
    found
}

/// The price without the words around it, which name the level here.
fn own_price(mut price: Price) -> Price {
    price.label.clear();
    price
}
