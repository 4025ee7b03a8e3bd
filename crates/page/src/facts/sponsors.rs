//! Who pays for the event, and what sponsors may choose from.

mod levels;
mod told;

use std::collections::BTreeSet;

use handbill_model::{Named, SourceKind, Sponsor};
use handbill_text::Span;

use super::cost::next_price;
use super::hosts::companies;
use super::ledger::{Cite, Cited};
use super::names::is_person;
use super::places::is_proper_name;
use super::sentences::{find, has_any, is_short, lists, plain, sentences};
use super::view::View;
use crate::outline::{Block, BlockKind, Cell, Grid};
use crate::passage::ImageMark;
pub(crate) use levels::levels;

const HEADINGS: &[&str] = &["sponsors", "sponsor", "supporters", "sponsored by", "supported by", "friends of"];
/// Those of them that name sponsors beyond doubt.
const SPONSORS: &[&str] = &["sponsors", "sponsor", "supporters", "sponsored by", "supported by"];
const NOT_SPONSORS: &[&str] =
    &["call for", "become", "becoming", "opportunities", "benefits", "levels", "level", "how to", "sponsorship"];
const LEVELS: &[&str] = &[
    "diamond", "platinum", "gold", "silver", "bronze", "copper", "titanium", "champion", "partner", "friend",
    "supporter", "patron", "contributor", "exhibitor",
];

/// The sponsors that keys name, those under headings that say so (items, logos, with the level of the heading over them),
/// and those that sentences list.
pub(crate) fn sponsors(view: &View<'_>) -> Vec<Cited<Sponsor>> {
    let mut found: Vec<Cited<Sponsor>> = super::stated::sponsors(view);
    let mut known: BTreeSet<String> = found.iter().map(|sponsor| sponsor.value.name.clone()).collect();
    let mut add = |sponsor: Cited<Sponsor>| {
        if known.insert(sponsor.value.name.clone()) {
            found.push(sponsor);
        }
    };
    for section in view.sections(HEADINGS) {
        let title = view.outline.title(section);
        // `Gold Sponsor ($5,000)` tells what sponsors get; `Friends of the Harbour` may be a tale of friends.
        let friends = is_friends(title) && !view.is_titled(section, SPONSORS);
        if view.is_titled(section, NOT_SPONSORS)
            || next_price(title, 0).is_some()
            || friends && !view.outline.own(section).any(|(_, block)| has_logo_or_link(block))
        {
            continue;
        }
        view.outline.within(section).flat_map(|(index, block)| of_block(view, index, block)).for_each(&mut add);
    }
    let of_page = |words: &[&str]| view.title.as_ref().is_some_and(|title| title.says(words));
    if of_page(SPONSORS) || of_page(&["sponsorship"]) {
        // `Gold: Kelp Works, Salt Inc` under `Already on board`.
        const SO_FAR: &[&str] = &["on board", "so far", "already", "confirmed", "thank", "thanks", "current"];
        for section in view.sections(SO_FAR) {
            view.outline.own(section).flat_map(|(index, _)| of_level(view, index)).for_each(&mut add);
        }
    }
    if of_page(SPONSORS) && !of_page(NOT_SPONSORS) {
        for section in (1..view.outline.sections.len()).filter(|section| holds_sponsors(view, *section)) {
            view.outline.own(section).flat_map(|(index, block)| of_block(view, index, block)).for_each(&mut add);
        }
    }
    each_with_level(view).into_iter().chain(told::sponsors(view)).for_each(add);
    found
}

/// Whether a heading is a level and what stands under it are sponsors, and not what they get: names and logos.
fn holds_sponsors(view: &View<'_>, section: usize) -> bool {
    let title = view.outline.title(section);
    let own = || view.outline.own(section).map(|(_, block)| block);
    let items = || own().filter(|block| matches!(block.kind, BlockKind::Item { .. }));
    let name = |block: &Block| is_proper_name(linked_name(block).unwrap_or_else(|| block.passage.text.trim()));
    is_short(title, 2)
        && !level_of(title).is_empty()
        && own().any(has_logo_or_link)
        && items().all(name)
        && own().all(|block| next_price(&block.passage.text, 0).is_none())
}

/// The name of an item that starts with a link and goes on behind a mark: `[Kelp Works](..) - makers of nets`.
fn linked_name(block: &Block) -> Option<&str> {
    let text = block.passage.text.as_str();
    let link = block.passage.links.first().filter(|link| link.span.start() == 0)?;
    let behind = &text[link.span.end()..];
    [" - ", " – ", " — ", ": ", ", "].iter().any(|mark| behind.starts_with(mark)).then(|| link.span.of(text))
}

/// Whether a block is an item or image that leads to somebody.
fn has_logo_or_link(block: &Block) -> bool {
    let item = matches!(block.kind, BlockKind::Item { .. }) && !block.passage.links.is_empty();
    item || block.passage.images.iter().any(|image| !image.alt.trim().is_empty())
}

fn of_block(view: &View<'_>, index: usize, block: &Block) -> Vec<Cited<Sponsor>> {
    let level = level_over(view, block.section);
    let make = |name: &str, url: &str, cite: Cite| {
        let (name, own) = with_level(name).unwrap_or((name, String::new()));
        let mut sponsor = Sponsor::new(plain(name));
        url.clone_into(&mut sponsor.url);
        sponsor.level = if own.is_empty() { level.clone() } else { own };
        Cited::new(sponsor, cite)
    };
    let passage = &block.passage;
    let logos = passage.images.iter().filter(|image| !image.alt.trim().is_empty());
    let mut found: Vec<_> = logos
        .map(|image| {
            make(
                without_logo(image.alt.trim()),
                image.link.as_deref().unwrap_or(""),
                Cite::new(image.source, SourceKind::Html),
            )
        })
        .collect();
    if let BlockKind::Table(grid) = &block.kind {
        found.extend(of_rows(grid));
    }
    if let Some(image) = captioned(view, index, block) {
        let whole = Span::new(0..passage.text.len());
        let url = image.link.as_deref().unwrap_or("");
        found.push(make(passage.text.trim(), url, Cite::part(passage, whole, SourceKind::Html)));
    }
    let levelled = of_level(view, index);
    if !levelled.is_empty() {
        found.extend(levelled);
    } else if is_of_links(block) {
        let linked = passage.links.iter().filter(|link| !link.span.is_empty());
        found.extend(linked.map(|link| {
            make(link.span.of(&passage.text), &link.url, Cite::part(passage, link.span, SourceKind::List))
        }));
    } else if matches!(block.kind, BlockKind::Item { .. }) && !passage.text.trim().is_empty() && block.parent.is_none()
    {
        let line = passage.text.split('\n').next().unwrap_or("").trim_end_matches(['.', ';']);
        let behind = level_behind(line);
        let name = linked_name(block).or(behind.as_ref().map(|(name, _)| *name)).unwrap_or(line);
        let url = passage.links.first().map_or("", |link| link.url.as_str());
        if name.split_whitespace().count() <= 8 {
            let mut sponsor = make(name, url, Cite::part(passage, Span::new(0..name.len()), SourceKind::List));
            if let Some((_, own)) = behind {
                sponsor.value.level = own;
            }
            found.push(sponsor);
        }
    }
    found
}

/// `Kelp Works - Gold`: a sponsor, and its level behind a dash.
fn level_behind(line: &str) -> Option<(&str, String)> {
    let (name, behind) = [" - ", " – ", " — ", ": ", ", "].iter().find_map(|mark| line.rsplit_once(mark))?;
    let level = Some(level_of(behind)).filter(|level| is_short(behind, 2) && !level.is_empty())?;
    (level_of(name).is_empty() && is_proper_name(name)).then_some((name, level))
}

/// The logo that says nothing of itself right in front of a line that is a name: `<img><figcaption>Kelp Works</figcaption>`.
fn captioned<'v>(view: &'v View<'_>, index: usize, block: &Block) -> Option<&'v ImageMark> {
    let text = block.passage.text.trim();
    if block.kind != BlockKind::Paragraph || text.is_empty() || !is_short(text, 6) || text.ends_with([':', '!', '?']) {
        return None;
    }
    let before = view.outline.blocks.get(index.checked_sub(1)?).filter(|before| before.section == block.section)?;
    let [image] = before.passage.images.as_slice() else { return None };
    let silent = image.alt.trim().is_empty() && before.passage.text.trim().is_empty();
    let named = with_level(text).map_or(text, |(name, _)| name);
    (silent && is_proper_name(named)).then_some(image)
}

/// Whether an item is nothing but a row of links: `[Kelp Works](..), [Salt Inc](..) and [Tar & Sons](..)`.
fn is_of_links(block: &Block) -> bool {
    let passage = &block.passage;
    let mut at = 0;
    let joined = passage.links.iter().all(|link| {
        let between = passage.text.get(at..link.span.start()).unwrap_or("");
        at = link.span.end();
        between.split([' ', ',', ';', '|', '·', '&']).all(|word| word.is_empty() || word == "and")
    });
    let item = matches!(block.kind, BlockKind::Item { .. }) && block.parent.is_none();
    item && joined && passage.links.len() > 1 && !passage.text[at..].contains(char::is_alphanumeric)
}

/// The level that the heading of a section names: that of `Supporters` is one where others stand beside it.
fn level_over(view: &View<'_>, section: usize) -> String {
    let title = view.outline.title(section);
    let among = || view.outline.ancestors(section).skip(1).any(|section| view.is_titled(section, HEADINGS));
    let level = level_of(title);
    if level.is_empty() && is_among(title.trim()) && among() { plain(title) } else { level }
}

/// A table of sponsors and their levels: `Sponsor | Level`.
fn of_rows(grid: &Grid) -> Vec<Cited<Sponsor>> {
    let Some(last) = grid.heads.checked_sub(1) else { return Vec::new() };
    let headed = |words: &[&str]| {
        let is = |cell: &&Cell| words.iter().any(|word| word.eq_ignore_ascii_case(cell.passage.text.trim()));
        grid.row(last).find(is).map(|cell| cell.column)
    };
    let name = headed(&["sponsor", "sponsors", "name", "company", "organisation", "organization", "supporter"]);
    let level = headed(&["level", "tier", "package", "category", "sponsorship level"]);
    // The prices of levels are no sponsors.
    let (Some(name), Some(level), None) = (name, level, headed(&["price", "cost", "fee", "amount"])) else {
        return Vec::new();
    };
    let cell = |row: usize, column: usize| grid.at(row, column).filter(|cell| !cell.passage.is_empty());
    let rows = (grid.heads..grid.rows.len()).filter_map(|row| {
        let named = cell(row, name).filter(|cell| cell.row == row && is_short(&cell.passage.text, 8))?;
        let mut sponsor = Sponsor::new(plain(&named.passage.text));
        sponsor.level = cell(row, level).map(|cell| plain(&cell.passage.text)).unwrap_or_default();
        sponsor.url = named.passage.links.first().map(|link| link.url.clone()).unwrap_or_default();
        Some(Cited::new(sponsor, Cite::whole(&named.passage, SourceKind::Table)))
    });
    rows.collect()
}

/// `Kelp Works (Gold)`: a sponsor, and its level.
fn with_level(text: &str) -> Option<(&str, String)> {
    let (name, inside) = text.trim_end().strip_suffix(')')?.rsplit_once(" (")?;
    let level = Some(level_of(inside)).filter(|level| is_short(inside, 2) && !level.is_empty())?;
    Some((name, level))
}

/// `Sponsors so far: Kelp Works (Gold), Salt Inc (Silver)`: each with its level.
fn each_with_level(view: &View<'_>) -> Vec<Cited<Sponsor>> {
    let labels = view.labels.iter().filter(|fact| {
        is_short(&fact.label, 4) && has_any(&fact.label, SPONSORS) && !has_any(&fact.label, NOT_SPONSORS)
    });
    let named = labels.flat_map(|fact| {
        let named: Vec<_> = lists(&fact.value.text).flat_map(|list| companies(&fact.value, list)).collect();
        // Where one has no level, the list may be of anything, but behind these.
        const SURE: &[&str] =
            &["sponsors", "sponsor", "sponsored by", "supported by", "our sponsors", "event sponsors"];
        let sure = SURE.iter().any(|label| label.eq_ignore_ascii_case(&fact.label));
        let own = |named: &Cited<Named>| {
            let name = named.value.name.as_str();
            let level = with_level(name).map(|(name, level)| (plain(name), level));
            level.or_else(|| (sure && !is_person(name)).then(|| (plain(name), String::new())))
        };
        let levels: Option<Vec<_>> = named.iter().map(own).collect();
        named.into_iter().zip(levels.unwrap_or_default()).collect::<Vec<_>>()
    });
    let sponsors = named.map(|(named, (name, level))| {
        named.map(|named| {
            let mut sponsor = Sponsor::new(name);
            (sponsor.url, sponsor.level) = (named.url, level);
            sponsor
        })
    });
    sponsors.collect()
}

/// `Kelp Works` of `Kelp Works logo` and `Logo of Kelp Works`.
fn without_logo(alt: &str) -> &str {
    let name = ["Logo of the ", "Logo of ", "logo of the ", "logo of ", "Logo: "]
        .iter()
        .find_map(|lead| alt.strip_prefix(lead));
    name.unwrap_or(alt).trim_end_matches(" logo").trim_end_matches(" Logo")
}

/// Sponsors behind the name of their level: `Gold: Kelp Works, Salt Inc`.
fn of_level(view: &View<'_>, index: usize) -> Vec<Cited<Sponsor>> {
    let named = view.labels_of(index).iter().flat_map(|fact| {
        let level = level_of(&fact.label);
        // `Media partner` is a level of its own, beside `Gold partner`.
        let whole = is_among(&fact.label) || level == "partner" && fact.label.contains(' ');
        let level = if whole && (level.is_empty() || level == "partner") { plain(&fact.label) } else { level };
        // `Gold sponsors`, and not `What a gold sponsor gets`.
        let told = !level.is_empty() && is_short(&fact.label, 2) && next_price(&fact.value.text, 0).is_none();
        let text = if told { fact.value.text.as_str() } else { "" };
        let named = by_level(text, level).into_iter().flat_map(|(level, span)| {
            let lists = lists(span.of(text)).map(move |list| list.shift(span.start()));
            lists.flat_map(|list| companies(&fact.value, list)).map(move |named| (named, level.clone()))
        });
        named.collect::<Vec<_>>()
    });
    let sponsors = named.map(|(named, level)| {
        named.map(|named| {
            let mut sponsor = Sponsor::new(named.name);
            (sponsor.url, sponsor.level) = (named.url, level);
            sponsor
        })
    });
    sponsors.collect()
}

/// A text cut where the next level starts: `Kelp Works. Gold: Salt Inc`.
fn by_level(text: &str, first: String) -> Vec<(String, Span)> {
    let mut found = vec![(first, Span::new(0..text.len()))];
    let mut from = 0;
    let barred = text.split(" | ").map(|part| {
        let start = from;
        from += part.len() + " | ".len();
        Span::new(start..start + part.len())
    });
    let parts = if text.contains(" | ") { barred.collect() } else { sentences(text) };
    for sentence in parts.into_iter().skip(1) {
        let Some((label, behind)) = sentence.of(text).split_once(": ") else { continue };
        let level = level_of(label);
        if is_short(label, 2) && !level.is_empty() {
            if let Some((_, before)) = found.last_mut() {
                *before = Span::new(before.start()..sentence.start());
            }
            found.push((level, Span::new(sentence.end() - behind.len()..text.len())));
        }
    }
    found
}

/// Whether a label names those who give less, or otherwise: `Friends: Kelp Works, Salt Inc`.
fn is_among(label: &str) -> bool {
    const NAMES: &[&str] = &["friends", "partners", "supporters", "patrons", "contributors", "media partners"];
    NAMES.iter().any(|name| name.eq_ignore_ascii_case(label))
}

/// `Friends of the Conference`.
fn is_friends(heading: &str) -> bool {
    find(heading, "friends of").is_some_and(|friends| friends.start() == 0)
}

/// `Silver` of `Silver Sponsors`; `Friends of the Conference` are a level of their own.
fn level_of(heading: &str) -> String {
    if is_friends(heading) {
        return plain(heading);
    }
    let word = heading.split_whitespace().find(|word| {
        LEVELS.iter().any(|level| level.eq_ignore_ascii_case(word.trim_matches(|c: char| !c.is_alphanumeric())))
    });
    word.map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()).to_owned()).unwrap_or_default()
}
