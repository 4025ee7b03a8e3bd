//! What sponsors may choose from, and what each level costs.

use handbill_model::{Price, SourceKind, SponsorLevel};

use super::level_of;
use crate::facts::cost::next_price;
use crate::facts::ledger::{Cite, Cited};
use crate::facts::sentences::{find, has_any, is_short, plain};
use crate::facts::view::View;
use crate::outline::{Block, BlockKind, Cell, Grid};

/// What the name of a level says that none of the known ones is in.
const SPONSORED: &[&str] = &["sponsor", "sponsorship", "package"];

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
        let text = name.passage.text.split('\n').next().unwrap_or("");
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
    const COSTS: &[&str] = &["price", "cost", "fee", "amount", "contribution", "donation", "investment"];
    let costs = (1..grid.width)
        .find(|column| grid.heads > 0 && first(0, *column).is_some_and(|cell| has_any(&cell.passage.text, COSTS)));
    for row in 0..grid.rows.len() {
        let Some(name) = first(row, 0) else { continue };
        let named = names_level(name) || headed && row > 0 && !name.passage.is_empty();
        // What else has a price in a row is what sponsors get.
        let price = costs.and_then(|column| grid.at(row, column).and_then(priced));
        let price = price.or_else(|| grid.row(row).skip(1).find_map(priced));
        let price = price.filter(|_| named && next_price(&name.passage.text, 0).is_none());
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
