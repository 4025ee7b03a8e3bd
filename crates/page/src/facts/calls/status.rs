//! Whether one can answer a call.

use handbill_model::{CallKind, CallStatus, SourceKind};

use super::{KINDS, SENT_IN, Scope};
use crate::facts::ledger::{Cite, Cited};
use crate::facts::sentences::{has_any, is_short};
use crate::facts::view::{Sentence, View};

const OPEN: &[&str] = &[
    "now open", "is open", "are open", "open now", "invites proposals", "invite proposals", "invites you to submit",
    "looking for proposals", "submit a proposal", "submit proposals", "we are offering", "invite submissions",
    "welcomes proposals", "please submit", "are invited", "apply now", "encourage submissions", "are due",
    "deadline for", "being accepted", "now accepting", "are accepting", "accepting proposals", "accepting submissions",
    "are accepted until", "are welcome until", "invites submissions", "seeking proposals", "we invite", "we solicit",
    "we welcome", "send us", "submit an abstract", "submit your abstract", "submit your proposal", "submit a talk",
    "we accept", "proposals are welcome", "submissions go to", "submit your talk", "submit a paper",
    "submit your paper", "submit your contribution", "propose a",
];
/// What on a page about the call needs no word for it: `We invite the following`.
const ASKS: &[&str] = &["we invite", "we welcome", "we solicit"];

const CLOSED: &[&str] = &[
    "now closed", "is closed", "are closed", "has closed", "have closed", "call is closed", "closed",
    "no longer accepted", "no longer accepting", "no longer being accepted",
];

/// What says of a call that it is closed, and of nothing else.
const SHUT: &[&str] = &[
    "call is now closed", "call is closed", "call has closed", "call for proposals is now closed",
    "call for proposals is closed", "call for proposals has closed", "call for papers is now closed",
    "call for papers is closed", "submissions are now closed", "submissions are closed", "submissions have closed",
    "submission is now closed", "submission is closed", "cfp is now closed", "cfp is closed",
];
const ANNOUNCED: &[&str] = &[
    "will open", "will be open", "opens in", "coming soon", "will be announced", "forthcoming", "will be available",
    "will be released", "will be published", "will be issued",
];

/// Whether one can answer: what the words next to the call's name say.
pub(super) fn status(view: &View<'_>, scope: &Scope<'_>) -> Option<Cited<CallStatus>> {
    let table = [(CLOSED, CallStatus::Closed), (ANNOUNCED, CallStatus::Announced), (OPEN, CallStatus::Open)];
    let about = &["registration", "register", "tickets"];
    let own = |s: &&Sentence<'_>| !s.has(about) || s.has(&["call", "proposals", "submissions"]);
    // Most sentences have none of all these words.
    let telling = |words: &[&'static str]| {
        let held = view.held(words);
        scope.sentences.iter().filter(move |sentence| sentence.has(&held)).filter(own)
    };
    // Who closes a call leaves what invited to it.
    let shut = telling(SHUT).find_map(|sentence| {
        let words =
            sentence.find(SHUT).filter(|_| !sentence.has(&["once", "when", "after", "until", "if", "before"]))?;
        Some(Cite::part(sentence.passage, words.shift(sentence.span.start()), SourceKind::Prose))
    });
    if let Some(cite) = shut.filter(|_| scope.kind == CallKind::Proposals) {
        return Some(Cited::new(CallStatus::Closed, cite));
    }
    for sentence in telling(&[CLOSED, ANNOUNCED, OPEN, &["open"]].concat()) {
        let named = KINDS.iter().any(|(names, kind)| *kind == scope.kind && sentence.has(names))
            || sentence.has(SENT_IN)
            || sentence.has(&["the call", "this call", "our call"])
            // `Closed.`, below the name of the call.
            || is_short(sentence.text(), 2)
            || scope.whole_page && sentence.has(ASKS)
            || scope.kind != CallKind::Proposals;
        // A film has closed captions.
        if !named || sentence.has(&["closed captions", "closed captioning"]) {
            continue;
        }
        // `A decision will be announced in January` says nothing of the call.
        let answered = sentence.has(&["decision", "decisions", "results", "winners", "recipients", "selected"]);
        let mut table = table.iter().filter(|(_, status)| !(answered && *status == CallStatus::Announced));
        if let Some((words, status)) = table.find_map(|(words, status)| Some((sentence.find(words)?, status))) {
            return Some(Cited::new(
                status.clone(),
                Cite::part(sentence.passage, words.shift(sentence.span.start()), SourceKind::Prose),
            ));
        }
        // `Call for Proposals: Open`.
        if let Some((_, after)) = sentence.text().split_once(':')
            && has_any(after, &["open"])
            && after.split_whitespace().count() <= 3
        {
            return Some(Cited::new(
                CallStatus::Open,
                Cite::part(sentence.passage, sentence.span, SourceKind::Heading),
            ));
        }
    }
    None
}
