//! What it costs to come.

use handbill_model::{Cost, Logistics, Pointer, Price, SourceKind};
use handbill_text::Span;

use super::ledger::{Cite, Ledger};
use super::sentences::{find, has_any, plain, without_end_mark};
use super::title::EVENT_WORDS;
use super::view::{Sentence, View};
use crate::outline::BlockKind;
use crate::passage::Passage;

/// Labels of the cost.
pub(crate) const LABELS: &[&str] = &[
    "cost", "costs", "price", "prices", "fee", "fees", "registration fee", "registration fees", "registration cost",
    "conference fee", "admission", "tickets cost",
];

/// Words that say that it costs nothing.
const FREE: &[&str] = &[
    "is free", "are free", "free and open", "free to attend", "free of charge", "no cost", "no charge", "no fee",
    "free event", "attendance is free", "free registration", "free admission", "free!", "at no cost",
    "no registration fee",
];

/// Words that say that it costs something.
const NOT_FREE: &[&str] = &[
    "will be a cost", "will be a fee", "is a cost", "is a fee", "a fee of", "fee applies", "not free",
    "will be charged", "fee will be", "registration fee is", "fees will",
];

/// The signs of currencies, and their ISO 4217 codes where a sign means one only.
const SIGNS: &[(&str, &str)] =
    &[("US$", "USD"), ("CA$", "CAD"), ("A$", "AUD"), ("$", ""), ("€", "EUR"), ("£", "GBP"), ("¥", "")];
const CODES: &[&str] = &["USD", "EUR", "GBP", "CHF", "CAD", "AUD", "SEK", "NOK", "DKK", "JPY"];

/// Puts what it costs into `logistics`, the places below `at`.
pub(crate) fn cost(view: &View<'_>, ledger: &mut Ledger, at: &Pointer, logistics: &mut Logistics) {
    let at = at.key("cost");
    let mut found = Cost::default();
    let Some((text, cite)) =
        from_label(view, ledger, &at, &mut found).or_else(|| from_prose(view, ledger, &at, &mut found))
    else {
        return;
    };
    ledger.cite(at.key("text"), &cite);
    if found.free.is_some() {
        ledger.cite(at.key("free"), &cite);
    }
    found.text = text;
    logistics.cost = Some(found);
}

fn from_label(view: &View<'_>, ledger: &mut Ledger, at: &Pointer, found: &mut Cost) -> Option<(String, Cite)> {
    let fact = view.labelled(LABELS).next()?;
    let items: Vec<&Passage> = view
        .outline
        .inside(fact.block)
        .filter(|(_, block)| matches!(block.kind, BlockKind::Item { .. }))
        .map(|(_, block)| &block.passage)
        .collect();
    let (text, cite) = if fact.value.is_empty() {
        (
            items.iter().map(|item| plain(&item.text)).collect::<Vec<_>>().join("; "),
            Cite::whole(items.first()?, SourceKind::Label),
        )
    } else {
        (plain(&fact.value.text), Cite::whole(&fact.value, SourceKind::Label))
    };
    for passage in std::iter::once(&fact.value).chain(items) {
        prices(passage, Span::new(0..passage.text.len()), ledger, at, found);
    }
    found.free = if !found.prices.is_empty() || has_any(&text, NOT_FREE) {
        Some(false)
    } else if is_free(&text) || text.trim_start().to_lowercase().starts_with("free") {
        Some(true)
    } else {
        None
    };
    Some((text, cite))
}

/// Prices in sentences on registration come first: where one part is free and another is not, the event is not.
fn from_prose(view: &View<'_>, ledger: &mut Ledger, at: &Pointer, found: &mut Cost) -> Option<(String, Cite)> {
    let priced = |sentence: &Sentence<'_>| {
        sentence.has(NOT_FREE)
            || (sentence
                .has(&["cost", "costs", "fee", "fees", "price", "registration", "ticket", "tickets", "members"])
                && has_price(sentence.text()))
    };
    let other = |sentence: &Sentence<'_>| {
        sentence.has(&[
            "sponsor", "sponsorship", "scholarship", "scholarships", "grant", "grants", "hotel", "room rate",
            "per night", "reimburse", "reimbursed",
        ])
    };
    let sentences = || view.sentences().filter(|sentence| !other(sentence));
    // What is said of the whole event wins over the price of something beside it.
    let whole = sentences().find(|sentence| {
        told_free(*sentence) && !sentence.has(&["showcase", "workshop", "workshops", "tour", "dinner", "reception"])
    });
    let whole =
        whole.filter(|sentence| sentence.has(&["event", "events", "conference", "meeting", "attend", "attendance"]));
    let paid = if whole.is_some() { None } else { sentences().find(priced) };
    let sentence = whole.or(paid).or_else(|| sentences().find(|sentence| told_free(*sentence)))?;
    found.free = Some(paid.is_none());
    if paid.is_some() {
        prices(sentence.passage, sentence.span, ledger, at, found);
    }
    Some((plain(sentence.text()), Cite::part(sentence.passage, sentence.span, SourceKind::Prose)))
}

fn is_free(text: &str) -> bool {
    has_any(text, FREE)
}

/// Whether a sentence says that the event itself is free.
fn told_free(sentence: Sentence<'_>) -> bool {
    let about = [
        "event", "events", "meeting", "attend", "attendance", "registration", "conference", "workshop", "showcase",
        "webinar", "admission", "attendees", "participate", "participation",
    ];
    (sentence.has(FREE) || free_event(sentence.text()))
        && sentence.has(&about)
        && !sentence.has(&["software", "feel free", "wifi", "wi-fi", "museum is free", "members"])
}

/// `a series of free online events`, `a day-long free event`.
fn free_event(text: &str) -> bool {
    let Some(free) = find(text, "free") else { return false };
    text[free.end()..]
        .split_whitespace()
        .take(2)
        .any(|word| EVENT_WORDS.contains(&word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase().as_str()))
}

fn has_price(text: &str) -> bool {
    next_price(text, 0).is_some()
}

/// The prices of a part of a passage, each with the words that say who pays it.
fn prices(passage: &Passage, span: Span, ledger: &mut Ledger, at: &Pointer, cost: &mut Cost) {
    let text = span.of(&passage.text);
    let mut from = 0;
    while let Some((mut price, place)) = next_price(text, from) {
        let clause_end = text[place.end()..].find([',', ';', '\n', '•']).map_or(text.len(), |end| place.end() + end);
        let behind = &text[place.end()..clause_end];
        let label = find(behind, "for").map_or("", |word| &behind[word.end()..]);
        let before = text[from..place.start()].trim_matches([' ', ',', ';', ':', '-', '–', '(']);
        price.label = plain(without_end_mark(if label.trim().is_empty() {
            before.rsplit(". ").next().unwrap_or("")
        } else {
            label
        }));
        from = if label.trim().is_empty() { place.end() } else { clause_end };
        let cite =
            Cite::part(passage, Span::new(span.start() + place.start()..span.start() + place.end()), SourceKind::Prose);
        ledger.leaves(&at.key("prices").index(cost.prices.len()), &price, &cite);
        cost.prices.push(price);
    }
}

/// The next price in a text: a sign before the number or a code behind it.
pub(crate) fn next_price(text: &str, from: usize) -> Option<(Price, Span)> {
    let mut at = from;
    while let Some(start) = text.get(at..)?.find(|c: char| c.is_ascii_digit()) {
        let start = at + start;
        let end = text[start..]
            .find(|c: char| !c.is_ascii_digit() && c != ',' && c != '.')
            .map_or(text.len(), |end| start + end);
        let end = start + text[start..end].trim_end_matches([',', '.']).len();
        at = end;
        let before = text[..start].trim_end_matches(' ');
        let behind = text[end..].trim_start();
        let sign = SIGNS.iter().find(|(sign, _)| before.ends_with(sign) && text[..start].len() - before.len() <= 1);
        let code = CODES
            .iter()
            .find(|code| behind.starts_with(**code) && !behind[code.len()..].starts_with(char::is_alphanumeric));
        let sign_behind =
            SIGNS.iter().skip(4).find(|(sign, _)| behind.starts_with(sign) && text[end..].len() - behind.len() <= 1);
        let place = match (sign, code, sign_behind) {
            (Some((sign, _)), None, _) => Span::new(before.len() - sign.len()..end),
            (sign, Some(code), _) => Span::new(
                sign.map_or(start, |(sign, _)| before.len() - sign.len())..text.len() - behind.len() + code.len(),
            ),
            (None, None, Some((sign, _))) => Span::new(start..text.len() - behind.len() + sign.len()),
            (None, None, None) => continue,
        };
        let mut price = Price::new(place.of(text));
        price.amount = amount(&text[start..end]);
        let known = code
            .map(|code| (*code).to_owned())
            .or_else(|| sign.or(sign_behind).map(|(_, code)| (*code).to_owned()))
            .unwrap_or_default();
        if known.is_empty() {
            price.symbol = sign.or(sign_behind).map(|(sign, _)| (*sign).to_owned()).unwrap_or_default();
        }
        price.currency = known;
        return Some((price, place));
    }
    None
}

/// A decimal number without grouping: `2,500` and `2500.00` are `2500`.
fn amount(digits: &str) -> String {
    let (whole, rest) = match digits.rfind(['.', ',']) {
        Some(at) if digits.len() - at - 1 == 2 => (&digits[..at], &digits[at + 1..]),
        Some(_) | None => (digits, ""),
    };
    let whole: String = whole.chars().filter(char::is_ascii_digit).collect();
    if rest.is_empty() || rest == "00" { whole } else { format!("{whole}.{rest}") }
}
