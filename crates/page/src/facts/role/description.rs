//! What the event is, in the page's words.

use handbill_model::SourceKind;
use handbill_text::Span;

use crate::facts::ledger::{Cite, Cited};
use crate::facts::logistics::is_of_a_session;
use crate::facts::sentences::{has_any, is_short, plain};
use crate::facts::view::View;
use crate::facts::when;
use crate::outline::{Block, BlockKind};
use crate::passage::Passage;

/// Labels in front of a text on what the event is.
const DESCRIPTIONS: &[&str] =
    &["description", "summary", "about", "overview", "abstract", "background", "introduction"];

/// What a paragraph at the top says for a while only.
const OF_THE_DAY: &[&str] = &["registration is open", "registration is closed", "registrations are open"];

/// Headings over what one needs to know, where others may follow over what the event is.
const BESIDE: &[&str] =
    &["timeline", "review", "reviews", "guidelines", "submission", "submissions", "tickets", "fees"];

/// Headings over who may come, be they only strong words.
const FOR_WHOM: &[&str] = &["audience", "prerequisites", "prerequisite", "requirements"];

/// Headings under which no text says what the event is, nor behind them.
const NOT_DESCRIBED: &[&str] = &[
    "sponsors", "sponsor", "supporters", "travel", "hotel", "hotels", "accommodation", "accommodations",
    "getting there", "transportation", "code of conduct", "contact", "contacts", "abstracts", "speakers", "committee",
    "organizers", "organisers", "important dates", "venue", "deadline", "deadlines", "registration",
];

/// Whether a paragraph tells what is new, `Update 3 March: we have moved`, or is a row of days and what happens on each.
fn is_of_days(passage: &Passage) -> bool {
    let dates = &passage.phrases().dates;
    let Some(first) = dates.first() else { return false };
    let before = passage.text[..first.span.start()].trim_matches(|c: char| !c.is_alphanumeric());
    let rows = before.is_empty() && dates.len() > 1;
    // A day in a line of its own heads where and when, and tells nothing.
    let line = passage.lines().next().and_then(|(line, _)| passage.written_lines(line, |_| true).into_iter().next());
    let headed = before.is_empty()
        && line.is_some_and(|line| {
            let behind = passage.text.get(first.span.end()..line.end());
            line.end() < passage.text.len() && behind.is_some_and(|behind| !behind.contains(char::is_alphanumeric))
        });
    headed || rows || ["update", "updated", "news"].iter().any(|word| word.eq_ignore_ascii_case(before))
}

/// Whether a paragraph is a row of a programme: `18:00 Welcome`.
fn starts_with_a_time(passage: &Passage) -> bool {
    let first = passage.phrases().times.first();
    first.is_some_and(|time| !passage.text[..time.span.start()].contains(char::is_alphanumeric))
}

/// The first paragraph of more than a few words: what the event is.
pub(crate) fn description(view: &View<'_>) -> Option<Cited<String>> {
    for key in ["description", "summary", "excerpt", "abstract"] {
        if let Some(value) = view.front_matter.root.get(key)
            && let Some(passage) = Passage::of_value(value, view.source)
            && !view.banner().is_of(value)
        {
            return Some(Cited::new(plain(&passage.text), Cite::front_matter(value)));
        }
    }
    let beside = |section: usize| {
        let heading = view.outline.heading(section).is_some_and(|heading| heading.kind != BlockKind::Lead);
        view.is_titled(section, FOR_WHOM) || heading && view.is_titled(section, BESIDE)
    };
    // `What about my talk?` is answered for those who have one.
    let asked = |section: usize| {
        view.outline.title(section).ends_with('?') && !view.is_titled(section, &["what is", "what's", "why", "who"])
    };
    // An alert or a call at the top tells what one should do now, not what the event is.
    let says = |index: usize, words: &[&str]| view.sentences_of(index).iter().any(|sentence| sentence.has(words));
    let other = |index: usize, block: &Block| {
        !block.class.is_empty() && has_any(&block.class, &["alert", "notice", "banner", "warning"])
            || says(
                index,
                &["call for", "now open", "register now", "all deadlines", "refund", "refunds", "refunded", "fill out"],
            )
            || block.passage.text.starts_with("All times")
            || is_of_days(&block.passage)
            || starts_with_a_time(&block.passage)
            || view.labels_of(index).len() > 2
            || view.labels_of(index).first().is_some_and(|fact| {
                when::DATE_LABELS.iter().any(|label| label.eq_ignore_ascii_case(&fact.label))
                    && block.passage.text.starts_with(&fact.label)
            })
            || block
                .passage
                .text
                .split_once(':')
                .is_some_and(|(label, _)| is_short(label, 4) && has_any(label, NOT_DESCRIBED))
            || beside(block.section)
            || asked(block.section)
    };
    // Behind a table, or under a heading on something of its own, a text tells what that is.
    let reaches = |(index, block): &(usize, &Block)| match block.kind {
        BlockKind::Heading(2..) => !says(*index, NOT_DESCRIBED) && !is_of_a_session(view, block.section),
        BlockKind::Table(_) => false,
        _ => true,
    };
    // Below the news, `Welcome` may say what the event is.
    let paragraphs = view
        .welcome()
        .chain(view.outline.blocks.iter().enumerate().take_while(reaches))
        .filter(|(_, block)| matches!(block.kind, BlockKind::Paragraph) && block.parent.is_none());
    let mut told = paragraphs.filter(|(index, block)| !is_short(&block.passage.text, 11) && !other(*index, block));
    let (index, first) = told.next()?;
    // What one can do now stands in front of what it is about, under one heading.
    let passing = |index: usize| says(index, OF_THE_DAY);
    let mut later = || told.find(|(index, _)| !passing(*index)).filter(|(_, block)| block.section == first.section);
    let (index, block) = if passing(index) { later().unwrap_or((index, first)) } else { (index, first) };
    // Where an event is put off, an apology may be all that is left.
    if says(index, &["we apologise", "we apologize", "we are sorry"]) {
        return None;
    }
    let text = &block.passage.text;
    // `Description: ...` says what it is of itself.
    let told =
        text.split_once(':').filter(|(label, _)| DESCRIPTIONS.iter().any(|name| name.eq_ignore_ascii_case(label)));
    let start = told.map_or(0, |(label, rest)| label.len() + 1 + (rest.len() - rest.trim_start().len()));
    let span = Span::new(start..text.len());
    Some(Cited::new(plain(span.of(text)), Cite::part(&block.passage, span, SourceKind::Prose)))
}
