//! Where one answers a call, where it is described, and whom one asks.

use handbill_model::{Call, CallKind, Pointer, SourceKind};

use super::{KINDS, SENT_IN, Scope};
use crate::facts::ledger::{Cite, Ledger};
use crate::facts::sentences::{has_any, is_short, mark_at};
use crate::facts::view::{Sentence, View};
use crate::outline::{Block, BlockKind};
use crate::passage::LinkMark;

/// Links, addresses and pages of a call.
pub(super) fn ways(view: &View<'_>, scope: &Scope<'_>, call: &mut Call, ledger: &mut Ledger, at: &Pointer) {
    let links: Vec<(&Sentence<'_>, &LinkMark)> = scope
        .sentences
        .iter()
        .filter(|sentence| !sentence.passage.links.is_empty())
        .flat_map(|sentence| sentence.passage.links_in(sentence.span).map(move |link| (sentence, link)))
        .collect();
    let names = KINDS.iter().find(|(_, kind)| *kind == scope.kind).map_or(&[][..], |(names, _)| names);
    // The form of another call is this one's only where it is told to be.
    let own = |(sentence, link): &(&Sentence<'_>, &LinkMark)| !scope.taken.contains(&link.url) || sentence.has(names);
    let links = || links.iter().copied().filter(own);
    // Whoever would like to pay says so in a form, too.
    let form = || scope.kind == CallKind::Sponsors && links().any(|(_, link)| is_form(&link.url));
    if matches!(scope.kind, CallKind::Proposals | CallKind::Scholarships | CallKind::Volunteers) || form() {
        // The way to what comes before the call itself is taken only where there is no other.
        let first = |sentence: &Sentence<'_>| {
            let section = view.outline.blocks[sentence.block].section;
            sentence.has(STEPS_BEFORE) || view.is_titled(section, STEPS_BEFORE)
        };
        let best = links()
            .filter(|(_, link)| !link.url.starts_with("mailto:"))
            .filter_map(|(sentence, link)| {
                Some((!first(sentence), way_weight(sentence, link, scope.kind != CallKind::Proposals)?, link))
            })
            .max_by_key(|(own, weight, link)| (*own, *weight, std::cmp::Reverse(link.source)));
        let best = best.map(|(.., link)| link).or_else(|| in_a_table(view, scope));
        if let Some(link) = best {
            call.url.clone_from(&link.url);
            ledger.cite(at.key("url"), &Cite::new(link.source, SourceKind::Link));
        }
    }
    let page = links().find(|(sentence, link)| {
        link.url != call.url
            && !link.url.starts_with("mailto:")
            && !link.url.starts_with('#')
            && (has_any(link.span.of(&sentence.passage.text), names)
                || has_any(&link.url.replace(['-', '_', '/'], " "), names))
    });
    if let Some((_, link)) = page.filter(|_| !scope.whole_page) {
        call.page.clone_from(&link.url);
        ledger.cite(at.key("page"), &Cite::new(link.source, SourceKind::Link));
    }
    let mails = || {
        let about = &["submit", "send", "proposals", "proposal", "questions"];
        let mails = links().filter(|(_, link)| link.url.starts_with("mailto:"));
        mails.filter(|(sentence, _)| scope.kind != CallKind::Proposals || sentence.has(about))
    };
    // On a page on help, the address of whom to ask comes before that of who pays.
    let asked = |sentence: &Sentence<'_>| {
        let section = view.outline.blocks[sentence.block].section;
        sentence.has(CONTACT) || view.is_titled(section, CONTACT)
    };
    if let Some((_, link)) =
        mails().find(|(sentence, _)| scope.whole_page && asked(sentence)).or_else(|| mails().next())
    {
        let address = link.url.trim_start_matches("mailto:").split('?').next().unwrap_or("");
        address.clone_into(&mut call.email);
        ledger.cite(at.key("email"), &Cite::new(link.source, SourceKind::Link));
    }
    for language in crate::facts::languages::of_submissions(&scope.sentences) {
        ledger.leaves(&at.key("languages").index(call.languages.len()), &language.value, &language.cite);
        call.languages.push(language.value);
    }
}

/// What stands with the address of whom to ask.
const CONTACT: &[&str] = &["contact", "contacts", "questions", "inquiries", "enquiries"];

/// What comes before the call itself: one is helped to write.
const STEPS_BEFORE: &[&str] = &["pre-submission", "mentorship", "mentoring"];

/// Whether a link leads to a form, or to where contributions are handed in.
fn is_form(url: &str) -> bool {
    const FORMS: &[&str] = &[
        "forms.gle", "docs.google.com/forms", "goo.gl/forms", "easychair.org", "conftool", "openreview", "softconf",
        "pretalx", "typeform", "surveymonkey", "airtable", "cmt3.research", "indico", "sessionize", "jotform",
        "forms.office", "hotcrp", "oxfordabstracts",
    ];
    FORMS.iter().any(|form| mark_at(url, form).is_some())
}

/// `Where to submit | [ConfTool](..)`, in a table of what one has to know.
fn in_a_table<'a>(view: &'a View<'_>, scope: &Scope<'_>) -> Option<&'a LinkMark> {
    const LABELS: &[&str] = &["where", "submit", "submission", "submissions", "portal", "system", "form"];
    let rows = view.labels.iter().filter(|fact| {
        let table = matches!(view.outline.blocks[fact.block].kind, BlockKind::Table(_));
        table && scope.blocks.contains(&fact.block) && has_any(&fact.label, LABELS) && is_short(&fact.label, 4)
    });
    let links = rows.filter(|fact| fact.value.links.len() == 1).flat_map(|fact| &fact.value.links);
    // A cell that is nothing but the link: `SUBMIT HERE`.
    let tables = scope.blocks.iter().filter_map(|index| view.outline.blocks.get(*index));
    let cells = tables.filter(|block| matches!(block.kind, BlockKind::Table(_))).flat_map(Block::passages);
    let alone = cells.filter_map(|cell| match cell.links.as_slice() {
        [link] if link.span.len() == cell.text.trim().len() && has_any(&cell.text, &["submit"]) => Some(link),
        _ => None,
    });
    links.chain(alone).find(|link| {
        let path = link.url.split_once("://").and_then(|(_, rest)| rest.split_once('/')).map_or("", |(_, path)| path);
        is_form(&link.url) && !path.is_empty()
    })
}

/// What a link is called that tells one how to write.
const GUIDES: &[&str] =
    &["guidelines", "guide", "template", "templates", "code of conduct", "policy", "requirements", "instructions"];

/// How surely a link is the way to submit; `None` where nothing says so.
fn way_weight(sentence: &Sentence<'_>, link: &LinkMark, applied: bool) -> Option<u8> {
    let words = link.span.of(&sentence.passage.text);
    // The front page of a platform is not the way to this event.
    let path = link.url.split_once("://").and_then(|(_, rest)| rest.split_once('/')).map_or("", |(_, path)| path);
    let form = is_form(&link.url);
    if form && path.is_empty() || has_any(words, GUIDES) {
        return None;
    }
    let says = has_any(
        words,
        &[
            "submit", "submission portal", "submissions portal", "submission form", "proposal form", "submission",
            "submissions", "submit a proposal", "send us a proposal", "send us your proposal", "propose a talk",
        ],
    );
    // One applies for help and for a task.
    let asked = ["apply", "apply here", "apply now", "application form"];
    // `Fill in [this form](..)`.
    let filled = || has_any(words, &["form"]) && sentence.has(&["fill in", "fill out", "complete", "filling"]);
    let says = says || applied && (asked.iter().any(|word| word.eq_ignore_ascii_case(words)) || filled());
    let said = sentence.has(&["submit", "submissions", "submission", "proposals should", "apply"]);
    // `Proposals are sent in through [the form](...)`.
    let says = says || has_any(words, &["form", "portal", "submission system"]) && sentence.has(SENT_IN);
    let before = sentence.passage.text[..link.span.start()].trim_end_matches([' ', '(', '\n']);
    // `See <https://...>` leads to what explains it.
    let near = before.rsplit([' ', '\n']).next().unwrap_or("");
    let explains = ["see", "visit", "details", "details:"].iter().any(|word| word.eq_ignore_ascii_case(near));
    // `Papers are submitted through [Harbour Review](...)`.
    let through = || {
        let joint = |joint: &&str| {
            let behind = || before.strip_suffix(*joint).is_some_and(|before| before.ends_with(' '));
            behind() || words.strip_prefix(*joint).is_some_and(|name| name.starts_with(' '))
        };
        sentence.has(&["submitted", "submit"])
            && !sentence.has(&["whether", "if"])
            && ["via", "through", "using", "at", "on", "submitted"].iter().any(joint)
    };
    match (form, says, said) {
        (true, true, _) => Some(4),
        (true, false, true) => Some(3),
        (false, true, _) => Some(2),
        (true, false, false) => Some(1),
        // 'Submit your talk at <https://...>': a link that is its own text says no more than the sentence.
        (false, false, true) if words == link.url && !explains => Some(1),
        (false, false, _) if through() => Some(1),
        (false, false, _) => None,
    }
}
