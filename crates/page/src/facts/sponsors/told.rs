//! Sponsors that sentences tell of: `with the kind support of A, the B and C`.

use handbill_model::{Named, Sponsor};
use handbill_text::Span;

use super::HEADINGS;
use crate::facts::hosts::companies;
use crate::facts::ledger::Cited;
use crate::facts::names::is_person;
use crate::facts::sentences::{has_any, is_short};
use crate::facts::title::EVENT_WORDS;
use crate::facts::view::{Sentence, View, lone_year};

/// What stands in front of those who pay.
const SPONSORED_BY: &[&str] = &[
    "sponsored by a grant from", "supported by a grant from", "funded by a grant from", "with a grant from",
    "sponsored by", "sponsorship of", "sponsorship from", "generously supported by", "kindly supported by",
    "financially supported by", "supported financially by", "with support from", "with the support of",
    "with the kind support of", "with kind support of", "with kind support from", "with the generous support of",
    "with generous support from", "with financial support from", "with the financial support of", "our sponsors",
    "our sponsor", "thanks to the support of", "thanks to the generous support of", "thanks to support from",
];

/// What stands in front of them if the event is what is supported: software and lectures are, too.
const SUPPORTED_BY: &[&str] = &["supported by", "funded by", "made possible by"];

/// Words of which every phrase has one, and most sentences none.
const WORDS: &[&str] = &[
    "grant", "support", "supported", "supporting", "sponsor", "sponsors", "sponsored", "sponsoring", "sponsorship",
    "funded", "funding", "possible",
];

/// The sponsors that sentences list by name.
pub(super) fn sponsors(view: &View<'_>) -> Vec<Cited<Sponsor>> {
    let list = |sentence: Sentence<'_>| {
        let behind = || Some(Span::new(phrase(view, sentence)?.end()..sentence.text().len()));
        thanked(sentence).or_else(behind)
    };
    let told = view.telling(WORDS).filter_map(|sentence| Some((sentence, list(sentence)?)));
    let own = told.filter(|(sentence, _)| view.is_of_this_event(*sentence) && !sentence.has(&["call for", "become"]));
    let named = own.flat_map(|(sentence, list)| {
        // Who is thanked for work is no sponsor.
        let person = |named: &Cited<Named>| is_person(&named.value.name);
        let thanked = thanked(sentence).is_some();
        let named = companies(sentence.passage, list.shift(sentence.span.start()));
        named.into_iter().filter(move |named| !(thanked && person(named)))
    });
    let sponsors = named.map(|named| {
        named.map(|named| {
            let mut sponsor = Sponsor::new(named.name);
            sponsor.url = named.url;
            sponsor
        })
    });
    sponsors.collect()
}

fn phrase(view: &View<'_>, sentence: Sentence<'_>) -> Option<Span> {
    let of_event = || {
        let phrase = sentence.find(SUPPORTED_BY)?;
        let before = &sentence.text()[..phrase.start()];
        let headed = || view.is_titled(view.outline.blocks[sentence.block].section, HEADINGS);
        // `Lund 2031 is made possible by`.
        (before.is_empty() && headed()
            || has_any(before, EVENT_WORDS)
            || is_short(before, 4) && lone_year(before).is_some())
        .then_some(phrase)
    };
    sentence.find(SPONSORED_BY).or_else(of_event)
}

/// Who is thanked for what sponsors do: `We are grateful to Kelp Works and the Port of Lund for sponsoring the dinner`.
fn thanked(sentence: Sentence<'_>) -> Option<Span> {
    const THANKS: &[&str] = &["grateful to", "we thank", "thanks to", "thank you to", "to thank", "many thanks to"];
    const FOR: &[&str] = &[
        "for sponsoring", "for their sponsorship", "for their generous support", "for generous support",
        "for their financial support", "for financial support", "for their generous sponsorship",
        "for its sponsorship", "for funding", "for generously supporting",
    ];
    let thanks = sentence.find(THANKS)?;
    let named = sentence.find(FOR).filter(|named| named.start() > thanks.end())?;
    Some(Span::new(thanks.end()..named.start()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_phrase_has_a_word_that_is_looked_for_first() {
        let missing: Vec<_> =
            SPONSORED_BY.iter().chain(SUPPORTED_BY).filter(|phrase| !has_any(phrase, WORDS)).collect();
        assert!(missing.is_empty(), "{missing:?}");
    }
}
