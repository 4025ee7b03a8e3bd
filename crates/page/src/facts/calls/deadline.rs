//! Until when one can answer a call, and its further dates.

use handbill_model::{Call, CallDate, CallKind, Moment, Pointer, SourceKind, Zone};
use handbill_text::Span;

use super::Scope;
use crate::facts::ledger::{Cite, Ledger};
use crate::facts::sentences::{find_any, has_any, plain};
use crate::facts::view::{Sentence, View};
use crate::facts::when::{When, single};
use crate::phrase::{DatePhrase, Form};

const DUE: &[&str] = &[
    "due", "deadline", "no later than", "before", "by", "until", "close", "closes", "closing", "submissions by",
    "submit by", "extended to", "extended until",
];
const ABOUT: &[&str] = &[
    "submission", "submissions", "submit", "proposal", "proposals", "call", "deadline", "due", "papers", "abstracts",
    "apply", "application", "applications", "portal", "scholarship", "sponsorship", "sponsors", "sponsor",
];
const NOTIFIED: &[&str] =
    &["notified", "notification", "notifications", "notify", "informed of", "decisions", "acceptance"];
const OPENS: &[&str] = &["will open", "opens", "open in", "opening", "open on"];
const NOT_DUE: &[&str] = &["registration", "register", "hotel", "book", "tickets", "held", "take place", "takes place"];

/// Fills in deadline, opening and further dates.
pub(super) fn dates(view: &View<'_>, scope: &Scope<'_>, call: &mut Call, ledger: &mut Ledger, at: &Pointer) {
    let mut best: Option<(u8, Moment, Cite)> = None;
    for sentence in &scope.sentences {
        for (clause, date) in dated_clauses(sentence) {
            let Some((moment, cite)) = moment(view, sentence, clause, date) else { continue };
            let text = clause.of(&sentence.passage.text);
            let before = &sentence.passage.text[clause.start()..date.span.start()];
            if has_any(before, NOTIFIED) {
                let label = find_any(before, NOTIFIED).map(|_| "notification").unwrap_or_default();
                let here = at.key("dates").index(call.dates.len());
                let date = CallDate::new(label, moment);
                ledger.leaves(&here, &date, &cite);
                call.dates.push(date);
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
    opens(scope, call, ledger, at);
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
    let about = has_any(clause, ABOUT) || has_any(paragraph, &["call for"]);
    match (due, about) {
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
    let dates: Vec<&DatePhrase> = sentence
        .passage
        .phrases()
        .dates
        .iter()
        .filter(|date| sentence.span.contains(date.span) && date.form != Form::Ambiguous && date.form != Form::DayOnly)
        .collect();
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
fn moment(view: &View<'_>, sentence: &Sentence<'_>, clause: Span, date: &DatePhrase) -> Option<(Moment, Cite)> {
    let (mut day, mut note) = single(view, date)?;
    let event = view.when();
    // A call without a year closes before its event starts: in the year before, where the page's year puts it after.
    if date.first().year.is_none()
        && let Some(start) = event.map(When::start)
        && day > start
        && let Ok(earlier) = jiff::civil::Date::new(day.year() - 1, day.month(), day.day())
    {
        (day, note) = (earlier, "year taken from the event, which the call comes before");
    }
    let phrases = sentence.passage.phrases();
    let inside = |span: Span| clause.contains(span);
    let time = phrases.times.iter().find(|time| inside(time.span));
    let zone: Option<Zone> = time
        .and_then(|time| time.zone.clone())
        .or_else(|| phrases.zones.iter().find(|zone| inside(zone.span)).map(|zone| zone.zone.clone()));
    let clock =
        time.and_then(|time| if time.start.is_certain() || time.start.hour == 0 { time.start.time() } else { None });
    let text = plain(clause.of(&sentence.passage.text));
    let cite = Cite::part(sentence.passage, date.span, SourceKind::Prose).noted(note);
    Some((Moment::new(Some(day), clock, zone, text), cite))
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
