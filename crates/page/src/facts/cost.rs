//! What it costs to come.

mod free;
mod price;

use handbill_model::{Cost, Logistics, Pointer, SourceKind};
use handbill_text::Span;

use super::calls::is_about_help;
use super::keys::Key;
use super::ledger::{Cite, Ledger};
use super::sentences::{find, has_any, is_short, mark_at, plain, without_end_mark};
use super::view::{Sentence, View};
use crate::outline::BlockKind;
use crate::passage::Passage;

use free::{FREE, free_registration, is_free, is_labelled_free, is_told_free};
pub(crate) use price::next_price;

/// Labels of the cost.
pub(crate) const LABELS: &[&str] = &[
    "cost", "costs", "price", "prices", "fee", "fees", "registration fee", "registration fees", "registration cost",
    "how much", "conference fee", "admission", "tickets cost", "tuition", "tuition fee", "tuition fees", "course fee",
    "course fees", "participation fee", "participation fees", "attendance fee", "entrance", "entrance fee", "entry",
    "entry fee", "kosten", "teilnahmegebühr", "teilnahmegebühren", "eintritt", "preis", "tarif", "tarifs", "precio",
];

/// Headings of tables of what it costs to come.
const FEES: &[&str] = &[
    "registration", "register", "fee", "fees", "cost", "costs", "price", "prices", "pricing", "tickets", "ticket",
    "rates",
];

/// Headings of tables of other prices.
const OTHER_PRICES: &[&str] = &[
    "hotel", "hotels", "accommodation", "sponsor", "sponsors", "sponsorship", "travel", "exhibitor", "exhibitors",
    "restaurants", "transport", "parking",
];

/// Parts of an event: that one of them is free says nothing of the rest.
const PARTS: &[&str] = &["showcase", "workshop", "workshops", "tour", "dinner", "reception"];

/// Words that say that it costs something.
const NOT_FREE: &[&str] = &[
    "will be a cost", "will be a fee", "is a cost", "is a fee", "a fee of", "fee applies", "not free",
    "will be charged", "fee will be", "registration fee is", "fees will",
];

/// Words beside a price that is paid to come.
const PRICED: &[&str] = &[
    "cost", "costs", "fee", "fees", "price", "registration", "ticket", "tickets", "members", "tuition", "admission",
    "kosten", "kostet", "teilnahmegebühr",
];

/// Puts what it costs into `logistics`, the places below `at`.
pub(crate) fn cost(view: &View<'_>, ledger: &mut Ledger, at: &Pointer, logistics: &mut Logistics) {
    let at = at.key("cost");
    let mut found = Cost::default();
    // What those pay who sponsor an event is not what it costs to come.
    let page = view.title.as_ref();
    let elsewhere =
        || is_about_help(view) || page.is_some_and(|title| title.says(&["sponsorship", "sponsors", "sponsor"]));
    let Some((text, cite)) = from_key(view, ledger, &at, &mut found)
        .or_else(|| from_label(view, ledger, &at, &mut found))
        .or_else(|| from_table(view, ledger, &at, &mut found))
        .or_else(|| from_list(view, ledger, &at, &mut found))
        .or_else(|| if elsewhere() { None } else { from_prose(view, ledger, &at, &mut found) })
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

/// `cost: free for members, £15 for guests`.
fn from_key(view: &View<'_>, ledger: &mut Ledger, at: &Pointer, found: &mut Cost) -> Option<(String, Cite)> {
    // `price: 0`.
    if let Some(nothing) = view.keys.all(Key::Cost).find(|value| value.as_int() == Some(0)) {
        found.free = Some(true);
        return Some(("0".to_owned(), Cite::front_matter(nothing)));
    }
    let words = view.keys.all(Key::Cost).filter(|value| value.as_str().is_some());
    let passage =
        words.filter_map(|value| Passage::of_value(value, view.source)).find(|passage| !passage.is_empty())?;
    prices(&passage, Span::new(0..passage.text.len()), ledger, at, found);
    found.free = told_by(&passage.text, found);
    Some((plain(&passage.text), Cite::whole(&passage, SourceKind::FrontMatter)))
}

/// Whether it is free, as a text on the cost alone tells.
fn told_by(text: &str, found: &Cost) -> Option<bool> {
    // `Participation free; Reception 40 €`: what has its price is beside the event.
    let beside = || {
        let (first, rest) = text.split_once("; ").or_else(|| text.split_once(", "))?;
        let free = has_any(first, &["free"])
            && has_any(first, &["participation", "attendance", "admission", "event", "entry"]);
        let mut priced = rest.split("; ").filter(|part| has_price(part));
        (free && priced.all(|part| has_any(part, MEALS) || has_any(part, &["reception", "party"]))).then_some(true)
    };
    if let Some(free) = beside() {
        return Some(free);
    }
    if !found.prices.is_empty() || has_any(text, NOT_FREE) {
        Some(false)
    } else {
        let first = text.split_whitespace().next().unwrap_or("").trim_matches(|c: char| !c.is_alphanumeric());
        let nothing =
            ["free", "none", "nothing", "keine", "aucun", "ninguno", "gratis", "gratuit", "gratuite", "entrada libre"];
        let nothing = nothing.iter().any(|word| word.eq_ignore_ascii_case(first));
        (is_free(text) || nothing).then_some(true)
    }
}

fn from_label(view: &View<'_>, ledger: &mut Ledger, at: &Pointer, found: &mut Cost) -> Option<(String, Cite)> {
    let Some(fact) = view.labelled(LABELS).next() else { return free_registration(view, found) };
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
    found.free = told_by(&text, found);
    Some((text, cite))
}

/// A table of fees under a heading that says so: who pays in the rows, until when or for what in the heads.
fn from_table(view: &View<'_>, ledger: &mut Ledger, at: &Pointer, found: &mut Cost) -> Option<(String, Cite)> {
    let of_page = |words: &[&str]| view.title.as_ref().is_some_and(|title| title.says(words));
    let (block, grid) = view.outline.blocks.iter().find_map(|block| {
        let BlockKind::Table(grid) = &block.kind else { return None };
        let own = view.outline.ancestors(block.section).find_map(|section| {
            let other = view.is_titled(section, OTHER_PRICES);
            (other || view.is_titled(section, FEES)).then_some(!other)
        });
        let fees = own.unwrap_or_else(|| of_page(FEES) && !of_page(OTHER_PRICES));
        fees.then_some((block, grid))
    })?;
    let mut told = Vec::new();
    for cell in grid.cells.iter().filter(|cell| cell.row >= grid.heads && cell.column > 0) {
        let Some((mut price, place)) = next_price(&cell.passage.text, 0) else { continue };
        let words =
            |row: usize, column: usize| grid.at(row, column).map_or(String::new(), |cell| plain(&cell.passage.text));
        let head = if grid.heads > 0 && grid.width > 2 { words(grid.heads - 1, cell.column) } else { String::new() };
        let label: Vec<String> = [words(cell.row, 0), head].into_iter().filter(|words| !words.is_empty()).collect();
        price.label = label.join(", ");
        told.push(format!("{}: {}", price.label, price.text));
        let cite = Cite::part(&cell.passage, place, SourceKind::Table);
        ledger.leaves(&at.key("prices").index(found.prices.len()), &price, &cite);
        found.prices.push(price);
    }
    found.free = (!told.is_empty()).then_some(false);
    found.free.map(|_| (told.join("; "), Cite::new(block.span, SourceKind::Table)))
}

/// A list of prices under a heading that says so: `Early bird: 180 €`.
fn from_list(view: &View<'_>, ledger: &mut Ledger, at: &Pointer, found: &mut Cost) -> Option<(String, Cite)> {
    const NAMES: &[&str] =
        &["fees", "registration fees", "tickets", "ticket prices", "prices", "pricing", "costs", "rates"];
    let named = |section: usize| {
        let title = view.outline.title(section).trim_end_matches(':').trim();
        NAMES.iter().any(|name| name.eq_ignore_ascii_case(title))
    };
    let other = |section| view.is_titled(section, OTHER_PRICES);
    let items_of = |section: usize| {
        let items = view.outline.own(section).filter(|(_, block)| matches!(block.kind, BlockKind::Item { .. }));
        items.map(|(_, block)| &block.passage).collect::<Vec<_>>()
    };
    let priced = |items: &[&Passage]| items.iter().filter(|item| has_price(&item.text)).count();
    // Under `Registration` stand other lists, too: one of prices has nothing else.
    let (section, items) =
        view.sections(FEES).map(|section| (section, items_of(section))).find(|(section, items)| {
            let prices = priced(items);
            named(*section) || prices >= 2 && prices == items.len()
        })?;
    let items: Vec<&Passage> = items.into_iter().filter(|item| has_price(&item.text)).collect();
    if items.len() < 2 || view.outline.ancestors(section).any(other) {
        return None;
    }
    for item in &items {
        prices(item, Span::new(0..item.text.len()), ledger, at, found);
    }
    found.free = Some(false);
    let text = items.iter().map(|item| plain(&item.text)).collect::<Vec<_>>().join("; ");
    Some((text, Cite::whole(items[0], SourceKind::List)))
}

/// Headings of what is paid for beside the event.
const BESIDE: &[&str] = &["tour", "tours", "excursion", "excursions", "dinner", "hotels", "travel", "accommodation"];

/// What says that nobody pays to come, whatever else has its price.
const FOR_ALL: &[&str] = &["free for all", "free for everyone", "free to all", "free to everyone"];

/// What people pay for themselves, or book beside the event.
const MEALS: &[&str] =
    &["dinner", "banquet", "lunch", "lunches", "tour", "tours", "excursion", "own cost", "own expense"];

/// Whether a sentence is a row of the programme, which starts with its time.
fn is_of_a_row(sentence: Sentence<'_>) -> bool {
    let text = sentence.text();
    let lead = text.len() - text.trim_start_matches(|c: char| !c.is_alphanumeric()).len();
    let mut times = sentence.passage.phrases().times_in(sentence.span);
    times.next().is_some_and(|time| time.span.start() == sentence.span.start() + lead)
}

/// Prices in sentences on registration come first: where one part is free and another is not, the event is not.
fn from_prose(view: &View<'_>, ledger: &mut Ledger, at: &Pointer, found: &mut Cost) -> Option<(String, Cite)> {
    let priced = |sentence: &Sentence<'_>| sentence.has(NOT_FREE) || has_price(sentence.text());
    let other = |sentence: &Sentence<'_>| {
        const OTHER: &[&str] = &[
            "sponsor", "sponsorship", "scholarship", "scholarships", "grant", "grants", "hotel", "room rate",
            "per night", "reimburse", "reimbursed", "hotels", "accommodation", "ferry", "train", "taxi", "bus",
            "parking", "travel", "shuttle", "flight", "refund", "refunds", "refunded",
        ];
        // `It will be free of charge, and we help with travel`: the second clause is of something else.
        let clause = || {
            let free = sentence.find(FREE)?;
            sentence.text()[free.end()..].find(", and ").map(|at| &sentence.text()[..free.end() + at])
        };
        sentence.has(OTHER) && clause().is_none_or(|clause| has_any(clause, OTHER))
    };
    let of_page = |words: &[&str]| view.title.as_ref().is_some_and(|title| title.says(words));
    // What a tour or dinner costs is not what the event costs.
    let beside = |sentence: &Sentence<'_>| {
        let section = view.outline.blocks[sentence.block].section;
        is_of_a_row(*sentence) || view.outline.ancestors(section).any(|section| view.is_titled(section, BESIDE))
    };
    let of_a_meal = |sentence: &Sentence<'_>| {
        sentence.has(MEALS)
            && !sentence.has(&["registration", "fee", "fees", "including", "includes", "include", "included"])
    };
    let telling = |words: &[&[&'static str]]| {
        view.telling(&words.concat()).filter(|sentence| !other(sentence) && !beside(sentence))
    };
    let sentences = || telling(&[FREE, &["free"]]);
    // What is said of the whole event wins over the price of something beside it.
    let whole = sentences().find(|sentence| is_told_free(view, *sentence) && !sentence.has(PARTS));
    let whole =
        whole.filter(|sentence| sentence.has(&["event", "events", "conference", "meeting", "attend", "attendance"]));
    let paid = if whole.is_some() {
        None
    } else {
        telling(&[NOT_FREE, PRICED]).find(|one| priced(one) && !of_a_meal(one) && !one.has(FOR_ALL))
    };
    // A showcase that is the event itself may be told free as one.
    let own = |part: &&&str| of_page(&[**part]) || !part.starts_with("showcase") && !part.starts_with("tour");
    let free = || {
        sentences().find(|sentence| {
            if is_labelled_free(sentence.text()) {
                return true;
            }
            let parts: Vec<&&str> = PARTS.iter().filter(|part| sentence.has(&[**part])).collect();
            is_told_free(view, *sentence) && (parts.is_empty() || parts.iter().any(own))
        })
    };
    let sentence = whole.or(paid).or_else(free)?;
    found.free = Some(paid.is_none());
    if paid.is_some() {
        prices(sentence.passage, sentence.span, ledger, at, found);
    }
    Some((plain(sentence.text()), Cite::part(sentence.passage, sentence.span, SourceKind::Prose)))
}

fn has_price(text: &str) -> bool {
    next_price(text, 0).is_some()
}

/// The prices of a part of a passage, each with the words that say who pays it.
fn prices(passage: &Passage, span: Span, ledger: &mut Ledger, at: &Pointer, cost: &mut Cost) {
    let text = span.of(&passage.text);
    let mut from = 0;
    while let Some((mut price, place)) = next_price(text, from) {
        let clause_end = clause_end(text, place);
        // `$75 ($40 for students)`: what follows the next price says who pays that.
        let next = next_price(&text[..clause_end], place.end()).map(|(_, next)| next.start());
        let clause_end = next.filter(|next| *next > place.end()).unwrap_or(clause_end);
        let behind = &text[place.end()..clause_end];
        // `€150 (members), €250 (all others)`.
        let inside = behind.strip_prefix(" (").and_then(|rest| rest.split_once(')')).map(|(inside, _)| inside);
        let inside = inside.filter(|inside| is_short(inside, 5) && !inside.contains(|c: char| c.is_ascii_digit()));
        let label = inside.or_else(|| Some(&behind[find(behind, "for")?.end()..])).unwrap_or("");
        // A sign may stand in front of the part that is left.
        let before = text
            .get(from..place.start())
            .unwrap_or("")
            .trim_start_matches(')')
            .trim_matches([' ', ',', ';', ':', '-', '–', '(']);
        // `All must register (a reduced fee of €120 applies)`.
        let before =
            before.rsplit_once('(').filter(|(_, inside)| !inside.contains(')')).map_or(before, |(_, inside)| inside);
        let label = if label.contains('(') { label } else { label.trim_end_matches([')', ' ']) };
        let label = label.trim_end().strip_suffix(" and").unwrap_or(label);
        // `Prices rise by €50 afterwards`.
        if ["rise by", "rises by", "increase by", "increases by", "save"].iter().any(|word| before.ends_with(word)) {
            from = place.end();
            continue;
        }
        // `Online only: 50 € for everyone`.
        let all = ["everyone", "everybody", "all"].iter().any(|all| all.eq_ignore_ascii_case(label.trim()));
        price.label = plain(without_end_mark(if label.trim().is_empty() || all && !before.is_empty() {
            payers(before.rsplit(". ").next().and_then(|last| last.rsplit("; ").next()).unwrap_or(""))
        } else {
            label
        }));
        // `€250 until 30 April, €300 after`.
        let until = price.label.is_empty() && until(behind);
        if until {
            price.label = plain(without_end_mark(behind));
        }
        // `Members: 200 € (early bird 160 €)`: that is theirs, too.
        if EARLY.iter().any(|early| early.eq_ignore_ascii_case(&price.label))
            && text.get(from..place.start()).is_some_and(|before| before.rfind('(') > before.rfind(')'))
            && let Some(whose) = cost.prices.last().filter(|_| from > 0).map(|price| price.label.as_str())
            && !whose.is_empty()
        {
            price.label = format!("{whose}, {}", price.label);
        }
        // `Members: 400 € / 480 €`: both are theirs.
        if !price.label.contains(char::is_alphanumeric) && before == "/" {
            price.label = cost.prices.last().map(|price| price.label.clone()).unwrap_or_default();
        }
        from = if label.trim().is_empty() && !until { place.end() } else { clause_end };
        let cite =
            Cite::part(passage, Span::new(span.start() + place.start()..span.start() + place.end()), SourceKind::Prose);
        ledger.leaves(&at.key("prices").index(cost.prices.len()), &price, &cite);
        cost.prices.push(price);
    }
}

/// How far around a price what is said of it is looked for, in bytes.
const NEAR: usize = 240;

/// Where ends what is said of the price at a place: `£150 (members £100). A place is free for ..`.
fn clause_end(text: &str, place: Span) -> usize {
    let from = (place.start().saturating_sub(NEAR)..).find(|at| text.is_char_boundary(*at)).unwrap_or(0);
    let to = ((place.end() + NEAR).min(text.len())..).find(|at| text.is_char_boundary(*at)).unwrap_or(text.len());
    let (before, behind) = (&text[from..place.start()], &text[place.end()..to]);
    let inside = before.rfind('(').is_some_and(|open| !before[open..].contains(')'));
    let closed = behind.find(')').filter(|_| inside);
    let marks = [" / ", ". "].into_iter().filter_map(|mark| mark_at(behind, mark));
    let ends = behind.find([',', ';', '\n', '•']).into_iter().chain(closed).chain(marks);
    place.end() + ends.min().unwrap_or(behind.len())
}

/// When a price holds, beside who pays it.
const EARLY: &[&str] = &["early bird", "early-bird", "early", "late", "regular", "on site", "on-site", "reduced"];

/// Whether what stands behind a price tells until when it holds.
fn until(behind: &str) -> bool {
    const FROM: &[&str] = &[
        "until", "till", "before", "after", "by", "from", "afterwards", "thereafter", "on site", "at the door", "later",
    ];
    let behind = without_end_mark(behind);
    let starts = |word: &&str| behind.get(..word.len()).is_some_and(|front| front.eq_ignore_ascii_case(word));
    is_short(behind, 6)
        && FROM.iter().any(|word| starts(word) && !behind[word.len()..].starts_with(char::is_alphabetic))
}

/// Who pays, of the words in front of a price: `working groups` of `The working groups cost`; nobody of `A $25 fee covers
/// lunch`.
fn payers(before: &str) -> &str {
    const VERBS: &[&str] = &[" costs", " cost", " pays", " pay", " is", " are", " of", " will be"];
    let text = VERBS.iter().find_map(|verb| before.strip_suffix(verb)).unwrap_or(before);
    // `There is a fee of 80 €` names nobody.
    if ["There is", "There are", "There will be"].iter().any(|there| text.starts_with(there)) {
        return "";
    }
    let bare = ["The ", "the ", "A ", "a ", "An ", "an "].iter().find_map(|article| text.strip_prefix(article));
    let text = bare.unwrap_or(text);
    if ["a", "an", "the"].iter().any(|article| article.eq_ignore_ascii_case(text)) { "" } else { text }
}
