//! Who pays for the event, and what sponsors may choose from.

mod told;

use std::collections::BTreeSet;

use handbill_model::{Price, SourceKind, Sponsor, SponsorLevel};
use handbill_text::Span;

use super::cost::next_price;
use super::hosts::companies;
use super::ledger::{Cite, Cited};
use super::places::is_proper_name;
use super::sentences::{find, has_any, is_short, lists, plain, sentences};
use super::view::View;
use crate::outline::{Block, BlockKind, Cell, Grid};

const HEADINGS: &[&str] = &["sponsors", "sponsor", "supporters", "sponsored by", "supported by", "friends of"];
/// Those of them that name sponsors beyond doubt.
const SPONSORS: &[&str] = &["sponsors", "sponsor", "supporters", "sponsored by", "supported by"];
const NOT_SPONSORS: &[&str] =
    &["call for", "become", "becoming", "opportunities", "benefits", "levels", "level", "how to", "sponsorship"];
const LEVELS: &[&str] = &[
    "diamond", "platinum", "gold", "silver", "bronze", "copper", "titanium", "champion", "partner", "friend",
    "supporter", "patron", "contributor", "exhibitor",
];

/// What the name of a level says that no [`LEVELS`] know.
const SPONSORED: &[&str] = &["sponsor", "sponsorship", "package"];

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
        let name = linked_name(block).unwrap_or(line);
        let url = passage.links.first().map_or("", |link| link.url.as_str());
        if name.split_whitespace().count() <= 8 {
            found.push(make(name, url, Cite::part(passage, Span::new(0..name.len()), SourceKind::List)));
        }
    }
    found
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
        let named = companies(&fact.value, Span::new(0..fact.value.text.len()));
        // Where one has no level, the list may be of anything.
        let levels: Option<Vec<_>> =
            named.iter().map(|named| with_level(&named.value.name).map(|(name, level)| (plain(name), level))).collect();
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
        let level = if level.is_empty() && is_among(&fact.label) { plain(&fact.label) } else { level };
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
    for sentence in sentences(text).into_iter().skip(1) {
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

/// The levels with prices: of headings, items and table heads such as `Gold: $2,500`.
pub(crate) fn levels(view: &View<'_>) -> Vec<Cited<SponsorLevel>> {
    let about = view.title.as_ref().is_some_and(|title| title.says(&["sponsor", "sponsors", "sponsorship"]));
    let sections: Vec<usize> = view.sections(&["sponsorship", "sponsor", "sponsors", "levels", "packages"]).collect();
    let mut found: Vec<Cited<SponsorLevel>> = Vec::new();
    if !about && sections.is_empty() {
        return found;
    }
    let told =
        |block: &&Block| about || view.outline.ancestors(block.section).any(|section| sections.contains(&section));
    let blocks = view.outline.blocks.iter().filter(told);
    for (block, passage) in blocks.flat_map(|block| block.passages().map(move |passage| (block, passage))) {
        if passage.is_empty() {
            if let BlockKind::Table(grid) = &block.kind {
                of_table(grid, &mut found);
            }
            continue;
        }
        for (span, line) in passage.lines() {
            let Some((price, place)) = next_price(line, 0) else { continue };
            let before = line[..place.start()].trim_matches(|c: char| !c.is_alphanumeric());
            let before = without_least(before);
            let behind = without_limit(&line[place.end()..]).trim_matches(|c: char| !c.is_alphanumeric());
            let named = |text: &str| (1..=4).contains(&text.split_whitespace().count());
            let level = |text: &&str| Some(level_of(text)).filter(|level| named(text) && !level.is_empty());
            // `Friend of Ropes`: the level's name goes on.
            let whole =
                find(before, "of").is_some_and(|of| of.start() > 0) && named(before) && level(&before).is_some();
            let mut name = if whole { Some(plain(before)) } else { [before, behind].iter().find_map(level) };
            // `Lunch Sponsor - $2,000` is a level of its own where a heading says it.
            let heads = matches!(block.kind, BlockKind::Heading(_) | BlockKind::Item { .. } | BlockKind::Lead);
            if heads && behind.is_empty() && named(before) {
                name = name.or_else(|| has_any(before, SPONSORED).then(|| plain(before)));
            }
            let Some(name) = name else { continue };
            if found.iter().any(|known| known.value.name.eq_ignore_ascii_case(&name)) {
                continue;
            }
            let mut level = SponsorLevel::new(name);
            level.price = Some(own_price(price));
            found.push(Cited::new(level, Cite::part(passage, span, SourceKind::List)));
        }
    }
    found
}

/// Levels of a table: a row each with its price, or a column each over a row of prices.
fn of_table(grid: &Grid, found: &mut Vec<Cited<SponsorLevel>>) {
    let first =
        |row: usize, column: usize| grid.at(row, column).filter(|cell| (cell.row, cell.column) == (row, column));
    let priced = |cell: &Cell| Some(own_price(next_price(&cell.passage.text, 0)?.0));
    let mut add = |name: &Cell, price: Price| {
        // `Gold` over its price, in one cell.
        let text = name.passage.text.as_str();
        let own = next_price(text, 0).map_or(text, |(_, price)| without_least(text[..price.start()].trim_end()));
        let own = own.trim_end_matches(|c: char| !c.is_alphanumeric() && c != ')');
        let level = without_sponsor(&plain(without_limit(own)));
        if !found.iter().any(|known| known.value.name.eq_ignore_ascii_case(&level)) {
            let mut fact = SponsorLevel::new(level);
            fact.price = Some(price);
            found.push(Cited::new(fact, Cite::whole(&name.passage, SourceKind::Table)));
        }
    };
    let names_level =
        |cell: &Cell| cell.passage.text.split_whitespace().count() <= 4 && !level_of(&cell.passage.text).is_empty();
    let headed = first(0, 0)
        .is_some_and(|cell| has_any(&cell.passage.text, &["level", "levels", "tier", "package", "sponsorship"]));
    for row in 0..grid.rows.len() {
        let Some(name) = first(row, 0) else { continue };
        let named = names_level(name) || headed && row > 0 && !name.passage.is_empty();
        let price =
            grid.row(row).skip(1).find_map(priced).filter(|_| named && next_price(&name.passage.text, 0).is_none());
        if let Some(price) = price {
            add(name, price);
        }
    }
    for column in 1..grid.width {
        let Some(name) = first(0, column).filter(|cell| names_level(cell)) else { continue };
        if let Some(price) = priced(name) {
            add(name, price);
        } else if let Some(price) = (1..grid.rows.len()).find_map(|row| grid.at(row, column).and_then(priced)) {
            add(name, price);
        }
    }
}

/// `Platinum` of `Platinum (limit 2)`: how many there are is no name.
fn without_limit(name: &str) -> &str {
    const COUNTED: &[&str] = &[
        "limit", "limited", "only", "max", "maximum", "up to", "available", "left", "sold out", "sold", "taken", "gone",
    ];
    let remark = name.trim_end().strip_suffix(')').and_then(|name| name.rsplit_once(" ("));
    remark.filter(|(_, inside)| is_short(inside, 4) && has_any(inside, COUNTED)).map_or(name, |(name, _)| name)
}

/// `Friend` of `Friend: from`, which its price follows.
fn without_least(name: &str) -> &str {
    let cut = ["from", "starting at", "starting from", "at least"].iter().find_map(|word| name.strip_suffix(word));
    cut.filter(|name| name.ends_with([' ', ':'])).unwrap_or(name).trim_end_matches([' ', ':', '-', '–', ','])
}

/// `Harbour Friend` of `Harbour Friend sponsorship`.
fn without_sponsor(text: &str) -> String {
    let said = |word: &&str| {
        !["sponsor", "sponsors", "sponsorship", "level"].iter().any(|known| known.eq_ignore_ascii_case(word))
    };
    text.split(' ').filter(said).collect::<Vec<_>>().join(" ")
}

/// The price without the words around it, which name the level here.
fn own_price(mut price: Price) -> Price {
    price.label.clear();
    price
}
