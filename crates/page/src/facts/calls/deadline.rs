//! Until when one can answer a call, and its further dates.

use handbill_model::{Call, CallDate, CallKind, LocalTime, Moment, Pointer, SourceKind, Zone};
use handbill_text::Span;

use super::Scope;
use crate::facts::ledger::{Cite, Ledger};
use crate::facts::milestones::Stage;
use crate::facts::sentences::{has_any, plain};
use crate::facts::view::{Sentence, View};
use crate::facts::when::{When, single};
use crate::passage::Passage;
use crate::phrase::{DatePhrase, Form, TimePhrase};

const DUE: &[&str] = &[
    "due", "deadline", "no later than", "before", "by", "until", "close", "closes", "closed", "closing",
    "submissions by", "submit by", "extended to", "extended until", "avant", "date limite", "jusqu'au", "bis",
    "fecha límite", "hasta el",
];
const ABOUT: &[&str] = &[
    "submission", "submissions", "submit", "propose", "proposal", "proposals", "call", "cfp", "deadline", "due",
    "papers", "abstracts", "apply", "application", "applications", "portal", "scholarship", "sponsorship", "sponsors",
    "sponsor", "propositions", "communications", "beiträge", "vorträge", "eingereicht", "einreichung", "einreichungen",
    "propuestas", "ponencias",
];
/// `Send a title and three sentences to .. by February 28`: what one does, and with what.
const SEND: &[&str] = &["send", "email", "e-mail", "mail"];
const SENT: &[&str] = &[
    "title", "titles", "abstract", "abstracts", "talk", "talks", "idea", "ideas", "topic", "topics", "outline",
    "description", "paper", "papers", "poster", "posters", "sentences",
];
const NOTIFIED: &[&str] =
    &["notified", "notification", "notifications", "notify", "informed of", "decisions", "acceptance"];
/// Steps behind the one that a call asks for.
const LATER: &[&str] = &["commitment", "camera-ready", "camera ready", "withdraw", "withdrawal", "author response"];

/// Steps before it.
const FIRST_STEPS: &[&str] = &["initial", "abstract", "abstracts", "pre-submission", "mentoring"];

const OPENS: &[&str] = &["will open", "opens", "open in", "opening", "open on"];
const NOT_DUE: &[&str] =
    &["registration", "register", "registered", "hotel", "book", "tickets", "held", "take place", "takes place"];

/// Fills in deadline, opening and further dates.
pub(super) fn dates(view: &View<'_>, scope: &Scope<'_>, call: &mut Call, ledger: &mut Ledger, at: &Pointer) {
    let mut best: Option<(u8, Moment, Cite)> = None;
    if let Some((moment, cite)) = listed(view, scope) {
        best = Some((u8::MAX, moment, cite));
    }
    for sentence in &scope.sentences {
        for (clause, date) in dated_clauses(sentence) {
            let Some((moment, cite)) = moment(view, sentence.passage, clause, date) else { continue };
            let text = clause.of(&sentence.passage.text);
            let before = &sentence.passage.text[clause.start()..date.span.start()];
            // Behind a semicolon something else is said.
            let near = before.rsplit(';').next().unwrap_or(before);
            if has_any(near, NOTIFIED) {
                let here = at.key("dates").index(call.dates.len());
                let date = CallDate::new("notification", moment);
                ledger.leaves(&here, &date, &cite);
                call.dates.push(date);
                continue;
            }
            if has_any(near, LATER) {
                continue;
            }
            let weight = weight(before, text, &sentence.passage.text, scope);
            if weight > best.as_ref().map_or(0, |(weight, ..)| *weight) {
                best = Some((weight, moment, cite));
            }
        }
    }
    if let Some((_, moment, cite)) = best {
        ledger.leaves(&at.key("deadline"), &moment, &cite);
        ledger.cite(at.key("deadline"), &cite);
        call.deadline = Some(moment);
    }
    if let Some((moment, cite)) = told(view, scope).filter(|_| call.dates.is_empty()) {
        let date = CallDate::new("notification", moment);
        ledger.leaves(&at.key("dates").index(0), &date, &cite);
        call.dates.push(date);
    }
    opens(scope, call, ledger, at);
}

/// When those who answered are told, from a list or table of dates.
fn told(view: &View<'_>, scope: &Scope<'_>) -> Option<(Moment, Cite)> {
    let rows = view.milestones().iter().filter(|row| scope.blocks.contains(&row.block));
    let row = rows.filter(|_| ANSWERED.contains(&scope.kind)).find(|row| row.stage == Stage::Notification)?;
    let (day, note) = single(view, row.date)?;
    let cite = Cite::part(row.passage, row.date.span, SourceKind::List).noted(note);
    Some((Moment::new(Some(day), None, None, plain(row.line.of(&row.passage.text))), cite))
}

/// Calls that name their last day by a word for what is sent in.
const ANSWERED: &[CallKind] = &[CallKind::Proposals, CallKind::Scholarships, CallKind::Volunteers, CallKind::Hosts];

/// Words of steps that belong to other calls than the one for proposals.
const OTHER_CALLS: &[&str] = &[
    "grant", "grants", "scholarship", "scholarships", "subsidy", "volunteer", "sponsor", "bursary", "bursaries",
    "stipend", "stipends", "financial aid", "travel support",
];

/// The deadline in a list or table of dates: the surest one before the first notification.
fn listed(view: &View<'_>, scope: &Scope<'_>) -> Option<(Moment, Cite)> {
    if !ANSWERED.contains(&scope.kind) {
        return None;
    }
    let inside = || view.milestones().iter().filter(|row| scope.blocks.contains(&row.block));
    let told = inside()
        .filter(|row| row.stage == Stage::Notification)
        .filter_map(|row| single(view, row.date).map(|(day, _)| day))
        .min();
    let mut best: Option<(u8, Moment, Cite)> = None;
    for row in inside() {
        let Stage::Deadline(weight) = row.stage else { continue };
        if scope.kind == CallKind::Proposals && has_any(&row.label, OTHER_CALLS) {
            continue;
        }
        let Some((mut moment, cite)) = moment(view, row.passage, row.line, row.date) else { continue };
        // `Important dates (AoE)`: the heading gives the zone of all.
        if moment.time_zone.is_none()
            && let Some(heading) = view.outline.heading(view.outline.blocks[row.block].section)
            && let Some(zone) = heading.passage.phrases().zones.first()
        {
            moment = Moment::new(moment.date, moment.time, Some(zone.zone.clone()), moment.text);
        }
        let late = told.is_some_and(|told| moment.date.is_some_and(|day| day > told));
        if !late && weight > best.as_ref().map_or(0, |(weight, ..)| *weight) {
            best = Some((weight, moment, cite));
        }
    }
    best.map(|(_, moment, cite)| (moment, cite))
}

/// How surely a date is a deadline: 0 for none.
fn weight(before: &str, clause: &str, paragraph: &str, scope: &Scope<'_>) -> u8 {
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
    // 'The call for papers is open! Send yours before 3 May': the paragraph says what the clause is about.
    let about = has_any(clause, ABOUT)
        || has_any(paragraph, &["call for"])
        || scope.whole_page && has_any(paragraph, &["proposals", "submissions"])
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
    let dates = sentence.passage.phrases().dates_in(sentence.span);
    let dates: Vec<&DatePhrase> =
        dates.filter(|date| date.form != Form::Ambiguous && date.form != Form::DayOnly).collect();
    let mut from = sentence.span.start();
    let mut found = Vec::new();
    for (n, date) in dates.iter().enumerate() {
        let end = dates.get(n + 1).map_or(sentence.span.end(), |next| next.span.start());
        found.push((Span::new(from..end.max(date.span.end())), *date));
        from = date.span.end();
    }
    found
}

/// The moment of a date, with the time and zone that stand in its clause.
fn moment(view: &View<'_>, passage: &Passage, clause: Span, date: &DatePhrase) -> Option<(Moment, Cite)> {
    let (mut day, mut note) = single(view, date).or_else(|| of_the_event(view, date))?;
    // A date from years before the event is left over from another one.
    if view.year.as_ref().is_some_and(|year| day.year() + 1 < year.year) {
        return None;
    }
    let event = view.when();
    // A call without a year closes before its event starts: in the year before, where the page's year puts it after.
    if date.first().year.is_none()
        && let Some(start) = event.map(When::start)
        && day > start
        && let Ok(earlier) = jiff::civil::Date::new(day.year() - 1, day.month(), day.day())
    {
        (day, note) = (earlier, "year taken from the event, which the call comes before");
    }
    let phrases = passage.phrases();
    let time = phrases.times_in(clause).next();
    let zone: Option<Zone> = time
        .and_then(|time| time.zone.clone())
        .or_else(|| phrases.zones_in(clause).next().map(|zone| zone.zone.clone()));
    let (clock, zone) = match (time.and_then(certain), zone) {
        (None, None) => view.all_deadlines().unwrap_or_default(),
        stated => stated,
    };
    let text = plain(clause.of(&passage.text));
    let cite = Cite::part(passage, date.span, SourceKind::Prose).noted(note);
    Some((Moment::new(Some(day), clock, zone, text), cite))
}

/// A date without a year on a page that gives none but in its event's days: a call closes before they start.
pub(in crate::facts) fn of_the_event(view: &View<'_>, date: &DatePhrase) -> Option<(jiff::civil::Date, &'static str)> {
    let event = view.when().filter(|_| view.year.is_none() && date.first().year.is_none())?;
    let year = event.start().year();
    let day = date.first().on(Some(year)).filter(|_| date.form != Form::Ambiguous)?;
    Some((day, "year taken from the event"))
}

/// A time of the day and its zone, as far as they are given.
pub(in crate::facts) type ClosingTime = (Option<LocalTime>, Option<Zone>);

fn certain(time: &TimePhrase) -> Option<LocalTime> {
    if time.start.is_certain() || time.start.hour == 0 { time.start.time() } else { None }
}

/// The time and zone that a sentence gives for every deadline: `All deadlines are 11:59 pm UTC-12`.
pub(in crate::facts) fn all_deadlines(view: &View<'_>) -> Option<ClosingTime> {
    view.telling(&["all deadlines", "deadlines are"]).find_map(|sentence| {
        let phrases = sentence.passage.phrases();
        if phrases.dates_in(sentence.span).next().is_some() {
            return None;
        }
        let time = phrases.times_in(sentence.span).next();
        let mut zones = phrases.zones_in(sentence.span).map(|zone| &zone.zone);
        let zone = time.and_then(|time| time.zone.clone()).or_else(|| zones.next_back().cloned());
        let clock = time.and_then(certain);
        (clock.is_some() || zone.is_some()).then_some((clock, zone))
    })
}

/// When a call opens, where the page says it: a date, or words such as 'early September'.
fn opens(scope: &Scope<'_>, call: &mut Call, ledger: &mut Ledger, at: &Pointer) {
    for sentence in &scope.sentences {
        let Some(words) = sentence.find(OPENS) else { continue };
        if sentence.has(&["registration", "register", "sign up", "tickets"]) {
            continue;
        }
        let from = sentence.span.start() + words.end();
        let phrases = sentence.passage.phrases();
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
