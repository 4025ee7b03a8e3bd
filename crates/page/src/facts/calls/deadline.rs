//! Until when one can answer a call, and when those who did are told.

use std::collections::BTreeSet;

use handbill_model::{Call, CallDate, CallKind, Date, LocalTime, Moment, Pointer, SourceKind, Zone};
use handbill_text::Span;

use super::window::window;
use super::{Scope, steps};
use crate::facts::ledger::{Cite, Ledger};
use crate::facts::milestones::{Milestone, Stage};
use crate::facts::sentences::{has_any, plain};
use crate::facts::view::{Sentence, View};
use crate::facts::when::{When, single};
use crate::facts::zone;
use crate::outline::BlockKind;
use crate::passage::Passage;
use crate::phrase::{DatePhrase, Form, TimePhrase};

const DUE: &[&str] = &[
    "due", "deadline", "no later than", "before", "by", "until", "close", "closes", "closed", "closing",
    "submissions by", "submit by", "extended to", "extended until", "avant", "date limite", "jusqu'au", "bis",
    "fecha límite", "hasta el", "fino al", "entro il", "até",
];
const ABOUT: &[&str] = &[
    "submission", "submissions", "submit", "propose", "proposal", "proposals", "call", "cfp", "deadline", "due",
    "papers", "abstracts", "apply", "application", "applications", "portal", "scholarship", "sponsorship", "sponsors",
    "sponsor", "expressions of interest", "expression of interest", "propositions", "communications", "beiträge",
    "vorträge", "eingereicht", "einreichung", "einreichungen", "propuestas", "ponencias", "comunicaciones",
    "resúmenes", "proposte", "contributi", "propostas", "trabalhos",
];
/// `Send a title and three sentences to .. by February 28`: what one does, and with what.
const SEND: &[&str] = &["send", "email", "e-mail", "mail", "fill in", "fill out", "complete the", "use the form"];
const SENT: &[&str] = &[
    "title", "titles", "abstract", "abstracts", "talk", "talks", "idea", "ideas", "topic", "topics", "outline",
    "description", "paper", "papers", "poster", "posters", "sentences",
];
const NOTIFIED: &[&str] = &[
    "notified", "notification", "notifications", "notify", "hear from us", "let you know", "hear back", "informed of",
    "decisions", "acceptance", "will answer", "will reply", "notificación",
];
/// Steps behind the one that a call asks for.
const LATER: &[&str] = &[
    "reimbursement", "reimbursements", "receipts", "expenses", "commitment", "camera-ready", "camera ready",
    "withdraw", "withdrawal", "author response",
];

/// Steps before it.
const FIRST_STEPS: &[&str] = &["initial", "abstract", "abstracts", "pre-submission", "mentoring"];

const OPENS: &[&str] = &["will open", "opens", "open in", "opening", "open on"];
const NOT_DUE: &[&str] =
    &["registration", "register", "registered", "hotel", "book", "tickets", "held", "take place", "takes place"];

/// Fills in deadline, opening and further dates.
pub(super) fn dates(view: &View<'_>, scope: &Scope<'_>, call: &mut Call, ledger: &mut Ledger, at: &Pointer) {
    let due = listed(view, scope);
    let row = due.as_ref().map(|(row, ..)| *row);
    for (label, moment, cite) in steps::steps(view, scope, row) {
        push(label, moment, &cite, call, ledger, at);
    }
    // What a list says of the day is surer than what is said of it in passing.
    let told = call.dates.iter().any(|date| date.label == NOTIFICATION);
    let mut known: BTreeSet<Option<Date>> = call.dates.iter().map(|date| date.moment.date).collect();
    let mut best = due.map(|(_, moment, cite)| (u8::MAX, moment, cite));
    let mut last: Option<(usize, bool)> = None;
    for sentence in &scope.sentences {
        for (clause, date) in dated_clauses(sentence) {
            let text = clause.of(&sentence.passage.text);
            let before = &sentence.passage.text[clause.start()..date.span.start()];
            // Behind a semicolon something else is said.
            let near = before.rsplit(';').next().unwrap_or(before);
            let notified = has_any(near, NOTIFIED);
            // That one is told by a day says nothing of the hour at which all deadlines end.
            let otherwise = if notified { ClosingTime::default() } else { view.all_deadlines().unwrap_or_default() };
            let Some((moment, cite)) = moment(view, sentence.passage, clause, date, otherwise) else { continue };
            if notified {
                // Only who is told by another day contradicts the list.
                let sure = !told || has_any(near, &["be notified", "are notified"]);
                if sure && !is_of_another(scope, near) && known.insert(moment.date) {
                    push(NOTIFICATION, moment, &cite, call, ledger, at);
                }
                continue;
            }
            // From when to when the event is held is until when one answers nothing.
            let held = || !date.is_one_day() && view.when().zip(moment.date).is_some_and(|(event, day)| event.has(day));
            if has_any(near, LATER) || held() {
                continue;
            }
            // A paragraph may have any number of dates, and is asked once what it is about.
            let about = match last.filter(|(block, _)| *block == sentence.block) {
                Some((_, about)) => about,
                None => is_about(&sentence.passage.text, scope),
            };
            last = Some((sentence.block, about));
            let weight = weight(before, text, about, scope);
            // A list gives the day, and a sentence the hour of the same day.
            let same = best.as_ref().is_some_and(|(_, listed, _)| {
                listed.date == moment.date
                    && listed.time.is_none()
                    && listed.time_zone.is_none()
                    && (moment.time.is_some() || moment.time_zone.is_some())
            });
            if weight > 0 && same {
                best = Some((u8::MAX, moment, cite));
            } else if weight > best.as_ref().map_or(0, |(weight, ..)| *weight) {
                best = Some((weight, moment, cite));
            }
        }
    }
    if let Some((opens, deadline, cite)) = window(view, scope) {
        // What a list says of the last day is surer, but may lack its hour.
        let same = best.as_ref().is_none_or(|(_, known, _)| known.date == deadline.date);
        if same {
            ledger.leaves(&at.key("opens"), &opens, &cite);
            call.opens = Some(opens);
        }
        if best.as_ref().is_none_or(|(_, known, _)| same && known.time.is_none() && deadline.time.is_some()) {
            best = Some((1, deadline, cite));
        }
    }
    if let Some((_, moment, cite)) = best {
        ledger.leaves(&at.key("deadline"), &moment, &cite);
        ledger.cite(at.key("deadline"), &cite);
        call.deadline = Some(moment);
    }
    if call.opens.is_none() {
        opens(view, scope, call, ledger, at);
    }
}

/// The label of the day on which those who answered are told.
pub(super) const NOTIFICATION: &str = "notification";

fn push(label: &str, moment: Moment, cite: &Cite, call: &mut Call, ledger: &mut Ledger, at: &Pointer) {
    let date = CallDate::new(label, moment);
    ledger.leaves(&at.key("dates").index(call.dates.len()), &date, cite);
    call.dates.push(date);
}

/// Calls that name their last day by a word for what is sent in.
pub(super) const ANSWERED: &[CallKind] =
    &[CallKind::Proposals, CallKind::Scholarships, CallKind::Volunteers, CallKind::Hosts];

/// Words of steps that belong to other calls than the one for proposals.
const OTHER_CALLS: &[&str] = &[
    "grant", "grants", "scholarship", "scholarships", "subsidy", "volunteer", "sponsor", "bursary", "bursaries",
    "stipend", "stipends", "financial aid", "travel support",
];

/// Whether words speak of a step of another call than the one for proposals that is read.
pub(super) fn is_of_another(scope: &Scope<'_>, words: &str) -> bool {
    scope.kind == CallKind::Proposals && has_any(words, OTHER_CALLS)
}

/// The deadline in a list or table of dates, and its row: the surest one before the first notification.
fn listed<'v>(view: &'v View<'_>, scope: &Scope<'_>) -> Option<(&'v Milestone<'v>, Moment, Cite)> {
    if !ANSWERED.contains(&scope.kind) {
        return None;
    }
    let inside = || view.milestones().iter().filter(|row| scope.blocks.contains(&row.block));
    let told = inside()
        .filter(|row| row.stage == Stage::Notification)
        .filter_map(|row| single(view, row.date).map(|(day, _)| day))
        .min();
    let mut best: Option<(u8, &Milestone<'_>, Moment, Cite)> = None;
    for row in inside() {
        let Stage::Deadline(weight) = row.stage else { continue };
        if is_of_another(scope, &row.label) {
            continue;
        }
        let Some((moment, cite)) = of_row(view, row) else { continue };
        let late = told.is_some_and(|told| moment.date.is_some_and(|day| day > told));
        if !late && weight > best.as_ref().map_or(0, |(weight, ..)| *weight) {
            best = Some((weight, row, moment, cite));
        }
    }
    best.map(|(_, row, moment, cite)| (row, moment, cite))
}

/// The moment of a row that tells until when one hands something in.
pub(super) fn of_row(view: &View<'_>, row: &Milestone<'_>) -> Option<(Moment, Cite)> {
    let otherwise = view.all_deadlines().unwrap_or_default();
    let (mut moment, cite) = of_listed(view, row, otherwise)?;
    // `Important dates (AoE)`: the heading gives the zone of all.
    if moment.time_zone.is_none()
        && let Some(heading) = view.outline.heading(view.outline.blocks[row.block].section)
        && let Some(zone) = heading.passage.phrases().zones.first()
    {
        moment = Moment::new(moment.date, moment.time, Some(zone.zone.clone()), moment.text);
    }
    Some((moment, cite))
}

/// The moment of a row, with its own time and zone, or else those that the page gives elsewhere.
pub(super) fn of_listed(view: &View<'_>, row: &Milestone<'_>, otherwise: ClosingTime) -> Option<(Moment, Cite)> {
    let (moment, mut cite) = moment(view, row.passage, row.line, row.date, otherwise)?;
    let table = matches!(view.outline.blocks[row.block].kind, BlockKind::Table(_));
    cite.kind = if table { SourceKind::Table } else { SourceKind::List };
    Some((moment, cite))
}

/// Whether a paragraph says what its clauses are about: 'The call for papers is open! Send yours before 3 May'.
fn is_about(paragraph: &str, scope: &Scope<'_>) -> bool {
    has_any(paragraph, &["call for", "cfp"]) || scope.whole_page && has_any(paragraph, &["proposals", "submissions"])
}

/// How surely a date is a deadline: 0 for none; `paragraph` tells that the text around it is about the call.
fn weight(before: &str, clause: &str, paragraph: bool, scope: &Scope<'_>) -> u8 {
    if has_any(clause, NOT_DUE)
        && !has_any(
            clause,
            &[
                "proposals", "submissions", "proposal", "submission", "submit", "deadline", "due", "apply",
                "applications",
            ],
        )
    {
        return 0;
    }
    let due = has_any(before, DUE);
    let about = has_any(clause, ABOUT)
        || paragraph
        || has_any(clause, SEND) && (scope.whole_page && scope.kind != CallKind::Proposals || has_any(clause, SENT));
    match (due, about) {
        (true, true) if has_any(before, FIRST_STEPS) => 1,
        (true, true) if has_any(clause, &["deadline", "due", "no later than"]) => 3,
        (true, true) => 2,
        (true, false)
            if scope.kind == CallKind::Proposals && scope.whole_page && has_any(before, &["deadline", "due"]) =>
        {
            1
        }
        (_, _) => 0,
    }
}

/// The dates of a sentence, each with its clause: from the date before it to the next one.
fn dated_clauses<'a>(sentence: &Sentence<'a>) -> Vec<(Span, &'a DatePhrase)> {
    let dates: Vec<&DatePhrase> =
        sentence.dates().filter(|date| date.form != Form::Ambiguous && date.form != Form::DayOnly).collect();
    let mut from = sentence.span.start();
    let mut found = Vec::new();
    for (n, date) in dates.iter().enumerate() {
        let end = dates.get(n + 1).map_or(sentence.span.end(), |next| next.span.start());
        found.push((Span::new(from..end.max(date.span.end())), *date));
        from = date.span.end();
    }
    found
}

/// The moment of a date, with the time and zone that stand in its clause, or else those that the page gives elsewhere.
fn moment(
    view: &View<'_>,
    passage: &Passage,
    clause: Span,
    date: &DatePhrase,
    otherwise: ClosingTime,
) -> Option<(Moment, Cite)> {
    let (mut day, mut note) = in_its_year(view, date)?;
    // A date from years before the event is left over from another one; who is to hold it is looked for early.
    let before = view.year.as_ref().map_or(0, |year| i32::from(year.year) - i32::from(day.year()));
    let hosted = || view.title.as_ref().is_some_and(|title| title.says(&["hosts", "host"]));
    if before > 3 || before > 1 && !hosted() {
        return None;
    }
    let event = view.when();
    // A call without a year closes before its event starts: in the year before, where the page's year puts it after.
    if date.first().year.is_none()
        && let Some(start) = event.map(When::start)
        && day > start
        && let Ok(earlier) = Date::new(day.year() - 1, day.month(), day.day())
    {
        (day, note) = (earlier, "year taken from the event, which the call comes before");
    }
    let phrases = passage.phrases();
    let time = phrases.times_in(clause).next();
    let zone: Option<Zone> = time
        .and_then(|time| time.zone.clone())
        .or_else(|| phrases.zones_in(clause).next().map(|zone| zone.zone.clone()));
    let (clock, zone) = match (time.and_then(certain), zone) {
        (None, None) => otherwise,
        stated => stated,
    };
    let text = plain(clause.of(&passage.text));
    let cite = Cite::part(passage, date.span, SourceKind::Prose).noted(note);
    Some((Moment::new(Some(day), clock, zone, text), cite))
}

/// A date of what comes before the event. Without a year it has that of the page, but the event's own days know better
/// than the path, which may tell when the page was written.
pub(in crate::facts) fn in_its_year(view: &View<'_>, date: &DatePhrase) -> Option<(Date, &'static str)> {
    let told = view.year.as_ref().is_some_and(|year| !year.is_of_path());
    if told || date.first().year.is_some() {
        return single(view, date);
    }
    let Some(event) = view.when() else { return single(view, date) };
    let day = date.first().on(Some(event.start().year())).filter(|_| date.form != Form::Ambiguous)?;
    Some((day, "year taken from the event"))
}

/// A time of the day and its zone, as far as they are given.
pub(in crate::facts) type ClosingTime = (Option<LocalTime>, Option<Zone>);

pub(super) fn certain(time: &TimePhrase) -> Option<LocalTime> {
    // Midnight ends the day that something is due on.
    if time.start.hour == 24 {
        return LocalTime::new(23, 59).ok();
    }
    if time.start.is_certain() || time.start.hour == 0 { time.start.time() } else { None }
}

/// The time and zone that a sentence gives for every deadline: `All deadlines are 11:59 pm UTC-12`.
pub(in crate::facts) fn all_deadlines(view: &View<'_>) -> Option<ClosingTime> {
    const TOLD: &[&str] = &["all deadlines", "deadlines are"];
    let read = |passage: &Passage, span: Span| {
        let phrases = passage.phrases();
        if phrases.dates_in(span).next().is_some() {
            return None;
        }
        let time = phrases.times_in(span).next();
        let mut zones = phrases.zones_in(span).map(|zone| &zone.zone);
        let zone = time.and_then(|time| time.zone.clone()).or_else(|| zones.next_back().cloned());
        let clock = time.and_then(certain);
        (clock.is_some() || zone.is_some()).then_some((clock, zone))
    };
    let told = view.telling(TOLD).find_map(|sentence| read(sentence.passage, sentence.span));
    // Some write it as a heading.
    let headed = || {
        let headings = view.sections(TOLD).filter_map(|section| view.outline.heading(section));
        headings.map(|heading| &heading.passage).find_map(|passage| read(passage, Span::new(0..passage.text.len())))
    };
    // `Time zone: Anywhere on Earth` over a list of deadlines.
    told.or_else(headed).or_else(|| zone::of_deadlines(view).map(|zone| (None, Some(zone))))
}

/// When a call opens, where the page says it: a date in a list, or words such as 'early September'.
fn opens(view: &View<'_>, scope: &Scope<'_>, call: &mut Call, ledger: &mut Ledger, at: &Pointer) {
    if let Some((moment, cite)) = steps::opens(view, scope, call.deadline.as_ref()) {
        ledger.leaves(&at.key("opens"), &moment, &cite);
        call.opens = Some(moment);
        return;
    }
    for sentence in &scope.sentences {
        let Some(words) = sentence.find(OPENS) else { continue };
        if sentence.has(&["registration", "register", "sign up", "tickets"]) {
            continue;
        }
        let from = sentence.span.start() + words.end();
        let phrases = sentence.passage.phrases();
        // `The CfP opens on 2 October and closes on 4 December`.
        let near = |span: Span| span.start() >= from && span.start() - from < 20;
        let mut dated = dated_clauses(sentence).into_iter().filter(|(_, date)| near(date.span));
        let named = || sentence.has(ABOUT) || scope.whole_page;
        if let Some((clause, date)) = dated.next().filter(|_| named())
            && let Some((moment, cite)) = moment(view, sentence.passage, clause, date, ClosingTime::default())
        {
            let before = |due: &Moment| due.date.zip(moment.date).is_some_and(|(due, opens)| opens < due);
            if call.deadline.as_ref().is_none_or(before) {
                ledger.leaves(&at.key("opens"), &moment, &cite);
                call.opens = Some(moment);
                return;
            }
        }
        let next = phrases.vague.iter().find(|vague| {
            vague.span.start() >= from && vague.span.start() - from < 20 && sentence.span.contains(vague.span)
        });
        if let Some(vague) = next {
            let moment = Moment::new(None, None, None, vague.span.of(&sentence.passage.text));
            let cite = Cite::part(sentence.passage, vague.span, SourceKind::Prose);
            ledger.leaves(&at.key("opens"), &moment, &cite);
            call.opens = Some(moment);
            return;
        }
    }
}
