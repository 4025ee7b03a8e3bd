//! What sentences tell of the registration wherever they stand: whether it is open, and until when.

use handbill_model::{Date, Moment, RegistrationStatus, SourceKind};
use handbill_text::Span;

use crate::facts::calls::deadline::in_its_year;
use crate::facts::calls::is_call;
use crate::facts::ledger::{Cite, Cited};
use crate::facts::sentences::{has_any, is_short};
use crate::facts::view::{Sentence, View};
use crate::outline::BlockKind;
use crate::passage::Passage;
use crate::phrase::DatePhrase;

const STATUSES: &[(&[&str], RegistrationStatus)] = &[
    (
        &[
            "registration is closed", "registration is now closed", "registration has closed",
            "registrations are closed", "anmeldung ist geschlossen", "inscriptions sont closes",
            "inscripciones están cerradas",
        ],
        RegistrationStatus::Closed,
    ),
    (
        &[
            "registration is open", "registration is now open", "registration has opened", "registrations are open",
            "registrations are now open", "anmeldung ist geöffnet", "inscriptions sont ouvertes",
            "inscripciones están abiertas",
        ],
        RegistrationStatus::Open,
    ),
    (
        &["registration is required", "registration is mandatory", "anmeldung ist erforderlich"],
        RegistrationStatus::Required,
    ),
];

/// What stands in front of the last day.
const CLOSES: &[&str] = &[
    "registration closes", "registrations close", "registration will close", "registration deadline",
    "deadline for registration", "register by", "register before", "register until", "anmeldeschluss",
    "anmeldung ist bis", "anmeldung bis", "anmeldungen bis", "inscriptions jusqu'au", "inscriptions jusqu’au",
    "inscriptions avant le", "inscription jusqu'au", "inscription jusqu’au", "inscription avant le",
    "inscription souhaitée avant le", "inscription obligatoire avant le", "inscripciones hasta", "inscripción hasta",
    "cierre de inscripciones", "cierre de inscripción", "clôture des inscriptions", "iscrizioni entro il",
    "iscrizioni fino al", "inscrições até", "apply by", "apply before", "apply until", "applications close",
    "application deadline", "application closes", "deadline for applications", "applications are due",
    "applications are open until",
];

/// What stands in front of the last day of what the sentence names further up.
const LAST_DAY: &[&str] = &["closes on", "close on"];

/// What is said to close.
const OURS: &[&str] = &[
    "registration for", "registration opens", "registrations for", "registration is open", "registration opened",
    "registrations opened", "registrations open",
];

/// What makes it a condition, or that of something else.
const NOT_OURS: &[&str] = &[
    "if", "once", "when", "after", "as soon as", "early", "early-bird", "late", "reduced", "discount", "hotel",
    "no registration", "not required", "no prior", "abstract", "abstracts", "paper", "papers", "poster", "posters",
    "extended",
];

/// What one may apply for beside taking part.
const APPLIED_FOR: &[&str] = &[
    "scholarship", "scholarships", "grant", "grants", "bursary", "bursaries", "funding", "volunteer", "volunteers",
    "subsidy", "subsidies", "stipend", "stipends", "support", "visa", "proposal", "proposals", "talk", "talks",
    "speaker", "speakers", "booth", "free of charge", "free place", "free places", "fee waiver", "waivers",
];

/// Whether a sentence tells until when one can apply for something else than to take part.
fn is_for_else(sentence: &Sentence<'_>) -> bool {
    sentence.has(&["apply", "application", "applications"]) && has_any(&sentence.passage.text, APPLIED_FOR)
}

/// Whether one can register now, in the words of the page.
pub(super) fn status<'a>(view: &View<'a>) -> Option<(RegistrationStatus, Sentence<'a>)> {
    let phrases: Vec<&str> = STATUSES.iter().flat_map(|(words, _)| words.iter().copied()).collect();
    view.telling(&phrases).filter(|sentence| !sentence.has(NOT_OURS)).find_map(|sentence| {
        let (_, status) = STATUSES.iter().find(|(words, _)| sentence.has(words))?;
        Some((status.clone(), sentence))
    })
}

/// The last day to register, and the passage and the part of it that tell it.
pub(super) fn closes<'v>(view: &'v View<'_>) -> Option<(Cited<Moment>, &'v Passage, Span)> {
    in_a_sentence(view).or_else(|| in_a_row(view))
}

/// `Registration closes | June 1` in a list or table of dates.
fn in_a_row<'v>(view: &'v View<'_>) -> Option<(Cited<Moment>, &'v Passage, Span)> {
    const LAST: &[&str] = &["closes", "close", "deadline", "ends", "closing"];
    // One may have to apply for a place.
    const APPLIED: &[&str] = &["application deadline", "applications close", "deadline for applications"];
    let applied = |label: &str| has_any(label, APPLIED) && !has_any(label, APPLIED_FOR) && !is_call(view);
    let mut rows = view
        .milestones()
        .iter()
        .filter(|row| has_any(&row.label, &["registration", "registrations"]) || applied(&row.label));
    let row =
        rows.find(|row| has_any(&row.label, LAST) && !has_any(&row.label, NOT_OURS) && is_short(&row.label, 4))?;
    let table = matches!(view.outline.blocks[row.block].kind, BlockKind::Table(_));
    let kind = if table { SourceKind::Table } else { SourceKind::List };
    Some((moment(view, row.passage, row.date, kind)?, row.passage, row.line))
}

fn in_a_sentence<'v>(view: &'v View<'_>) -> Option<(Cited<Moment>, &'v Passage, Span)> {
    let words = [CLOSES, LAST_DAY].concat();
    // Without a number there is no day.
    let ours = view.telling(&words).filter(|sentence| sentence.is_numbered() && !is_for_else(sentence));
    let mut ours = ours.filter(|sentence| !view.is_titled(view.outline.blocks[sentence.block].section, APPLIED_FOR));
    ours.find_map(|sentence| {
        // `Registration for the conference opens on 20 February and closes on 26 May`.
        let apart = || {
            let closes = sentence.find(LAST_DAY)?;
            let ours = sentence.find(OURS).filter(|ours| ours.end() <= closes.start())?;
            (!sentence.text()[ours.end()..closes.start()].contains(';')).then_some(closes)
        };
        let from = sentence.span.start() + sentence.find(CLOSES).or_else(apart)?.end();
        let date = sentence.dates().find(|date| date.span.start() >= from)?;
        // `It closes on June 1; after that, please come to the desk`.
        let text = &sentence.passage.text;
        let behind = &text[date.span.end()..sentence.span.end()];
        let told = [";", " or "].iter().filter_map(|end| behind.find(end)).min();
        let told = told.map_or(sentence.span.end(), |at| date.span.end() + at);
        // `Early registration ends on April 22; registration closes on May 27`.
        let clause = text[sentence.span.start()..from].rfind(';').map_or(0, |at| at + 1);
        if has_any(&text[sentence.span.start() + clause..told], NOT_OURS) {
            return None;
        }
        Some((moment(view, sentence.passage, date, SourceKind::Prose)?, sentence.passage, sentence.span))
    })
}

/// A day as the moment of its end.
pub(super) fn moment(view: &View<'_>, passage: &Passage, date: &DatePhrase, kind: SourceKind) -> Option<Cited<Moment>> {
    let (mut day, mut note) = in_its_year(view, date)?;
    // Nobody registers for what is over: a day without a year is in the one before.
    if date.first().year.is_none()
        && view.when().is_some_and(|event| day > event.end())
        && let Ok(earlier) = Date::new(day.year() - 1, day.month(), day.day())
    {
        (day, note) = (earlier, "year taken from the event, which comes behind it");
    }
    let moment = Moment::new(Some(day), None, None, date.span.of(&passage.text));
    Some(Cited::new(moment, Cite::part(passage, date.span, kind).noted(note)))
}

/// Whether a passage is nothing but a day.
pub(super) fn lone_day(passage: &Passage) -> Option<&DatePhrase> {
    let [date] = passage.phrases().dates.as_slice() else { return None };
    let outside = |span: Span| !span.of(&passage.text).contains(char::is_alphanumeric);
    let (before, behind) = (0..date.span.start(), date.span.end()..passage.text.len());
    (date.is_one_day() && outside(Span::new(before)) && outside(Span::new(behind))).then_some(date)
}
