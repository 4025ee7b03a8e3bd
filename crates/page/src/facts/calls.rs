//! Calls: for proposals, sponsors, scholarships, volunteers.

pub(super) mod deadline;
mod explicit;
mod formats;
mod status;
mod steps;
mod themes;
mod ways;
mod window;

use std::collections::BTreeSet;

use handbill_model::{Call, CallKind, Pointer, SourceKind};
use handbill_text::Span;

use super::address;
use super::keys::Key;
use super::ledger::{Cite, Ledger};
use super::milestones::{Milestone, Stage};
use super::sentences::has_any;
use super::view::{Sentence, View};
use crate::lexicon::Lexicon;
use crate::outline::BlockKind;

pub(crate) use explicit::moment;

/// What a call is named by.
const KINDS: &[(&[&str], CallKind)] = &[
    (
        &[
            "call for proposals", "call for papers", "call for presentations", "call for participation",
            "call for submissions", "call for abstracts", "call for contributions", "call for workshops",
            "call for talks", "call for posters", "call for speakers", "call for lightning talks",
            "call for tutorials", "appel à communications", "appel à contributions", "appel à propositions",
            "eingereicht werden", "einreichungsfrist", "convocatoria de ponencias", "chamada de trabalhos", "cfp",
            "proposal submission", "submission guidelines", "proposal themes", "send us a proposal",
            "send us your proposal", "propose a talk", "propose your talk", "propose a lightning talk",
            "propose a session", "propose a demo", "welcome proposals", "welcomes proposals", "invite proposals",
            "invites proposals", "seeking proposals", "seeks proposals", "proposals are welcome", "want to speak",
            "want to give a talk", "like to give a talk", "want to present", "like to present", "llamada a propuestas",
            "convocatoria de propuestas", "enviar tu propuesta", "enviar propuestas", "chamada de propostas",
            "appel à conférences", "abstracts are due",
        ],
        CallKind::Proposals,
    ),
    (
        &[
            "call for sponsors", "call for sponsorship", "call for sponsorships", "sponsorship opportunities",
            "sponsorship", "becoming a sponsor", "become a sponsor",
        ],
        CallKind::Sponsors,
    ),
    (
        &[
            "scholarship", "scholarships", "travel grants", "travel grant", "travel stipend", "bursaries", "bursary",
            "travel awards", "travel award", "registration grants", "attendance grants", "conference grants",
            "subsidies", "subsidy", "stipends", "travel support", "financial aid",
        ],
        CallKind::Scholarships,
    ),
    (&["call for volunteers", "call for student volunteers", "volunteer", "volunteers"], CallKind::Volunteers),
    (&["call for hosts"], CallKind::Hosts),
];

/// What calls ask for: the title `Posters - Call for Participation` names these, and no event.
const WORKS: Lexicon = Lexicon::new(&[
    "paper", "papers", "poster", "posters", "demo", "demos", "demonstration", "demonstrations", "talk", "talks",
    "tutorial", "tutorials", "workshop", "workshops", "panel", "panels", "proposal", "proposals", "abstract",
    "abstracts", "presentation", "presentations", "submission", "submissions", "session", "sessions", "volunteer",
    "volunteers", "scholarship", "scholarships", "subsidies", "sponsors", "reviewers", "contributions", "symposia",
    "keynotes", "track", "tracks", "grants", "bursaries", "awards",
]);

/// Words that say of what kind these are.
const KINDS_OF_WORK: Lexicon = Lexicon::new(&[
    "full", "short", "long", "late", "breaking", "main", "conference", "research", "industry", "student", "system",
    "associated", "application", "invited", "lightning", "and", "of", "interest", "special", "track", "tracks",
    "technical", "travel", "registration", "attendance", "financial", "support",
]);

/// Whether a name tells nothing but what a call asks for.
pub(super) fn is_of_work(name: &str) -> bool {
    let mut words = name.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    WORKS.is_in(name) && words.all(|word| WORKS.has(word) || KINDS_OF_WORK.has(word))
}

/// What a sentence says that looks for volunteers.
const WANTED: &[&str] = &[
    "call for", "apply", "application", "applications", "sign up", "looking for", "need", "needed", "needs", "seek",
    "seeking", "wanted", "become", "to volunteer", "volunteer at", "volunteer for", "volunteer with", "to help",
    "help", "join", "interested", "contact", "form", "register", "can volunteer", "as a volunteer", "invite",
    "welcome", "opportunity", "opportunities",
];

/// Headings of lists of dates.
const DATES: &[&str] = &[
    "important dates", "key dates", "deadlines", "dates and deadlines", "timeline", "submission", "submissions",
    "dates importantes", "wichtige termine", "fechas importantes", "fechas clave", "datas importantes",
    "date importanti", "belangrijke data",
];

/// What one answers a call with.
const SENT_IN: &[&str] = &[
    "submissions", "submission", "proposals", "proposal", "submit", "papers", "abstracts", "contributions", "talks",
    "posters", "send us",
];

/// What asks for an answer to a call.
const SUBMIT: &[&str] = &[
    "submit an abstract", "submit your abstract", "submit abstracts", "submit a proposal", "submit your proposal",
    "submit a talk", "submit your talk", "submit a paper", "submit your paper", "submission form", "submission page",
    "submission portal", "be submitted", "are submitted",
];

/// Where in the page a call is told.
struct Scope<'a> {
    kind: CallKind,
    /// The words that name it.
    named: Cite,
    /// Its sentences, in the page's order.
    sentences: Vec<Sentence<'a>>,
    /// Its blocks.
    blocks: BTreeSet<usize>,
    /// Whether the whole page is about it.
    whole_page: bool,
    /// Where other calls of the page are answered.
    taken: Vec<String>,
}

/// The calls of the page; places go into the ledger below `at`.
pub(crate) fn calls(view: &View<'_>, ledger: &mut Ledger, at: &Pointer) -> Vec<Call> {
    let mut found: Vec<Call> = Vec::new();
    for (names, kind) in KINDS {
        let Some(mut scope) = scope(view, names, kind.clone()) else { continue };
        scope.taken = found.iter().map(|call| call.url.clone()).filter(|url| !url.is_empty()).collect();
        let here = at.index(found.len());
        if let Some(call) = call(view, &scope, ledger, &here) {
            found.push(call);
        }
    }
    explicit::keys(view, &mut found, ledger, at);
    found
}

/// Where the page tells of a call of this kind: its whole, sections under headings that name it, sentences that do.
fn scope<'a>(view: &View<'a>, names: &[&'static str], kind: CallKind) -> Option<Scope<'a>> {
    let names = &view.held(names);
    let outline = view.outline;
    let mut blocks = BTreeSet::new();
    let mut named = of_page(view).find(|(of_page, _)| **of_page == kind).map(|(_, cite)| cite.clone());
    let whole_page = named.is_some();
    if whole_page {
        blocks.extend(0..outline.blocks.len());
    }
    for section in view.sections(names) {
        let Some(heading) = outline.sections[section].heading else { continue };
        let passage = &outline.blocks[heading].passage;
        named.get_or_insert_with(|| Cite::whole(passage, SourceKind::Heading));
        blocks.insert(heading);
        blocks.extend(outline.sections[section].blocks.clone());
    }
    for sentence in view.telling(names) {
        let Some(words) = sentence.find(names) else { continue };
        if kind == CallKind::Sponsors
            && !sentence.has(&[
                "call for sponsors", "call for sponsorship", "call for sponsorships", "become a sponsor",
                "becoming a sponsor", "sponsorship opportunities",
            ])
        {
            continue;
        }
        // `The volunteers of the port tidy up` are there already.
        if kind == CallKind::Volunteers && !sentence.has(WANTED) {
            continue;
        }
        named
            .get_or_insert_with(|| Cite::part(sentence.passage, words.shift(sentence.span.start()), SourceKind::Prose));
        blocks.insert(sentence.block);
        // A line among others of dates: they go on with it.
        let section = outline.blocks[sentence.block].section;
        if kind == CallKind::Proposals && view.is_titled(section, DATES) {
            blocks.extend(outline.sections[section].blocks.clone());
        }
    }
    if kind == CallKind::Proposals && named.is_none() && !is_of_another(view, &kind) {
        named = dates_section(view, &mut blocks);
        // Where one submits may stand apart from the dates.
        let ways = named.iter().flat_map(|_| view.telling(SUBMIT));
        blocks.extend(ways.filter(|sentence| !sentence.passage.links.is_empty()).map(|sentence| sentence.block));
    }
    let named = named?;
    // A page that calls for proposals without a heading over all of it tells the rest under headings of their own.
    if kind == CallKind::Proposals && !blocks.is_empty() {
        for section in view.sections(&[
            "format", "formats", "submission", "submissions", "proposal", "proposals", "themes", "topics",
            "session types", "how to submit", "important dates", "guidance",
        ]) {
            blocks.extend(outline.sections[section].heading);
            blocks.extend(outline.sections[section].blocks.clone());
        }
    }
    let sentences = blocks.iter().flat_map(|index| view.sentences_of(*index)).copied().collect();
    Some(Scope { kind, named, sentences, blocks, whole_page, taken: Vec::new() })
}

/// A section of dates that gives the last day of a submission: its event calls for proposals without a word on it.
fn dates_section(view: &View<'_>, blocks: &mut BTreeSet<usize>) -> Option<Cite> {
    let section = view.sections(DATES).find(|section| {
        let range = &view.outline.sections[*section].blocks;
        // `Abstract submission closes` is sure, too, if less so than the one of papers.
        let sure = |row: &Milestone<'_>| matches!(row.stage, Stage::Deadline(2 | 4..)) && range.contains(&row.block);
        // `Abstract submission` alone may be a first step, but where one is told what became of it.
        let first = |row: &Milestone<'_>| row.stage == Stage::Deadline(1) && range.contains(&row.block);
        let told = |row: &Milestone<'_>| row.stage == Stage::Notification && range.contains(&row.block);
        let rows = view.milestones();
        rows.iter().any(sure) || rows.iter().any(first) && rows.iter().any(told)
    });
    let Some(section) = section else { return dated_steps(view, blocks) };
    blocks.extend(view.outline.sections[section].blocks.clone());
    Some(Cite::whole(&view.outline.heading(section)?.passage, SourceKind::Heading))
}

/// Lines of one section that give the last day of a submission and the day on which one is told, without a heading over them.
fn dated_steps(view: &View<'_>, blocks: &mut BTreeSet<usize>) -> Option<Cite> {
    let rows = view.milestones();
    let section = |row: &Milestone<'_>| view.outline.blocks[row.block].section;
    let told: BTreeSet<usize> = rows.iter().filter(|row| row.stage == Stage::Notification).map(section).collect();
    let last = rows.iter().find(|row| matches!(row.stage, Stage::Deadline(4..)) && told.contains(&section(row)));
    let Some(last) = last else { return under_submission(view, blocks) };
    // A school takes applications, and no proposals.
    if has_any(&last.label, &["application", "applications", "apply"]) {
        return None;
    }
    let steps = rows.iter().filter(|row| section(row) == section(last));
    blocks.extend(steps.map(|row| row.block));
    Some(Cite::whole(last.passage, SourceKind::List))
}

/// `Papers are due on 4 March` under the heading `Submission`.
fn under_submission(view: &View<'_>, blocks: &mut BTreeSet<usize>) -> Option<Cite> {
    let mut sections = view.sections(&["submission", "submissions"]);
    sections.find_map(|section| {
        let mut sentences = view.outline.own(section).flat_map(|(index, _)| view.sentences_of(index));
        let due = sentences.find(|sentence| {
            sentence.has(&["due", "deadline"]) && sentence.has(SENT_IN) && sentence.dates().next().is_some()
        })?;
        blocks.extend(view.outline.sections[section].blocks.clone());
        Some(Cite::part(due.passage, due.span, SourceKind::Prose))
    })
}

/// Whether the page as a whole is about a call of another kind: what it says of dates and of sending in is of that one.
fn is_of_another(view: &View<'_>, kind: &CallKind) -> bool {
    of_page(view).any(|(other, _)| other != kind)
}

/// Whether the page as a whole calls for something: its last day is none of those who only come.
pub(crate) fn is_call(view: &View<'_>) -> bool {
    of_page(view).next().is_some() || address::has(view, address::CALLS)
}

/// Whether the page is about help for those who come, or from them: what it names as prices is not what it costs to come.
pub(super) fn is_about_help(view: &View<'_>) -> bool {
    of_page(view).any(|(kind, _)| matches!(kind, CallKind::Scholarships | CallKind::Volunteers))
}

/// Whether the page as a whole is a call of a kind.
pub(super) fn is_for(view: &View<'_>, kind: &CallKind) -> bool {
    of_page(view).any(|(own, _)| own == kind)
}

/// The kinds of calls that the page as a whole is about, each with where it is named.
fn of_page<'v>(view: &'v View<'_>) -> impl Iterator<Item = (&'static CallKind, &'v Cite)> {
    KINDS.iter().zip(view.calls()).filter_map(|((_, kind), named)| Some((kind, named.as_ref()?)))
}

/// Of each kind, where the title or the address of the page names the call: then all of it is about the call.
pub(super) fn named(view: &View<'_>) -> Vec<Option<Cite>> {
    let title = view.title.as_ref();
    let is = |names: &[&str]| title.is_some_and(|title| title.says(names));
    let told: Vec<(bool, bool)> = KINDS.iter().map(|(names, _)| (is(names), address::has(view, names))).collect();
    let proposals = |kind: &CallKind| *kind == CallKind::Proposals;
    let other = KINDS.iter().zip(&told).any(|((_, kind), told)| !proposals(kind) && (told.0 || told.1));
    // What one joins at an hour is no call of that kind: `calls/2031-04.md`.
    let joined = || view.keys.get(Key::StartTime).or_else(|| view.keys.get(Key::Times)).is_some();
    let place = |((_, kind), (titled, addressed)): (&(_, CallKind), &(bool, bool))| {
        let any = proposals(kind) && !other;
        if let Some(title) = title.filter(|_| *titled || any && is(&["call for", "propose"])) {
            return Some(title.text.cite.clone());
        }
        let addressed = *addressed || any && address::has(view, address::CALLS) && !joined();
        addressed.then(|| address::cite(view))
    };
    KINDS.iter().zip(&told).map(place).collect()
}

fn call(view: &View<'_>, scope: &Scope<'_>, ledger: &mut Ledger, at: &Pointer) -> Option<Call> {
    let mut call = Call::new(scope.kind.clone());
    let mut facts = Ledger::default();
    deadline::dates(view, scope, &mut call, &mut facts, at);
    if let Some(fact) = status::status(view, scope) {
        facts.put(&mut call.status, at.key("status"), &fact.map(Some));
    }
    ways::ways(view, scope, &mut call, &mut facts, at);
    if scope.kind == CallKind::Proposals {
        formats::formats(view, scope, &mut call, &mut facts, at);
        themes::themes(view, scope, &mut call, &mut facts, at);
    }
    let tells = call.status.is_some()
        || call.opens.is_some()
        || call.deadline.is_some()
        || !call.url.is_empty()
        || !call.page.is_empty()
        || !call.email.is_empty()
        || !call.formats.is_empty()
        || scope.whole_page;
    if !tells {
        return None;
    }
    ledger.cite(at.key("kind"), &scope.named);
    ledger.take(facts);
    Some(call)
}

/// The lists of the scope, each with the text that introduces it: the paragraph before it, and the headings over it.
fn lists<'a>(view: &View<'a>, scope: &Scope<'_>) -> Vec<(usize, &'a str, Vec<&'a str>)> {
    let outline = view.outline;
    let mut found: Vec<(usize, &str, Vec<&str>)> = Vec::new();
    let mut seen = BTreeSet::new();
    for &index in &scope.blocks {
        let BlockKind::Item { list, .. } = outline.blocks[index].kind else { continue };
        if outline.blocks[index].parent.is_some() || !seen.insert(list) {
            continue;
        }
        let before = index.checked_sub(1).map(|before| &outline.blocks[before]).filter(|block| {
            block.section == outline.blocks[index].section
                && matches!(block.kind, BlockKind::Paragraph | BlockKind::Lead)
        });
        let headings = outline
            .ancestors(outline.blocks[index].section)
            .map(|section| outline.title(section))
            .filter(|title| !title.is_empty())
            .collect();
        found.push((list, before.map_or("", |block| block.passage.text.as_str()), headings));
    }
    found
}

/// The place of a span of a passage, as a list's.
fn list_cite(block: &crate::outline::Block, span: Span) -> Cite {
    Cite::part(&block.passage, span, SourceKind::List)
}
