//! Until when, and where on Earth.

use std::collections::BTreeMap;

use handbill_model::{Applicability, Date, Diagnostic};
use handbill_page::phrase::{DatePhrase, Form};
use handbill_text::{Edit, Span};

use crate::rule::rule;
use crate::subject::{Subject, Text, words};

rule! {
    /// A deadline does not say in which time zone it ends.
    ///
    /// The last day ends 26 hours apart around the world, and people submit in the last hour. Organisers then answer
    /// e-mails, or lose a contribution.
    ///
    /// ```page bad
    /// Please submit your proposal by January 15, 2031.
    /// ```
    /// ```page good
    /// Please submit your proposal by January 15, 2031, 23:59 AoE (Anywhere on Earth).
    /// ```
    ///
    /// Only deadlines of calls, registration and scholarships count. A zone anywhere near, or in a sentence that speaks
    /// of deadlines, is enough for all of them; so is one that has passed, told in the past tense.
    "deadline-without-timezone": Warning, Calls, Event
}

/// What people hand in, or sign up for, until a day.
const MATTERS: &[&str] = &[
    "abstract", "abstracts", "application", "applications", "apply", "bids", "call", "cfp", "contribution",
    "contributions", "papers", "posters", "presentations", "proposal", "proposals", "register", "registration",
    "registrations", "scholarship", "scholarships", "submission", "submissions", "submit", "submitted",
];

/// What makes a day the last one.
const LIMITS: &[&str] = &["before", "by", "close", "closes", "closing", "deadline", "due", "ends", "until", "till"];

/// What tells that the day has passed, or that something else happens then.
const NOT_ONE: &[&str] = &[
    "announced", "closed", "confirmed", "extended", "hear", "notification", "notifications", "notified", "notify",
    "opened", "opens", "passed", "published", "was", "were",
];

fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    let Some((event, _)) = subject.event_years() else { return };
    let start = subject.days().map(|(start, _)| start);
    // Who says it once means it for the others too.
    if subject.texts().iter().any(tells_zone) {
        return;
    }
    let mut deadlines: Vec<(Option<Date>, Span, bool)> = Vec::new();
    for text in subject.texts() {
        for phrase in &text.phrases().dates {
            if !is_deadline(subject, text, phrase) {
                continue;
            }
            let place = text.place(phrase.span);
            let day = phrase.last();
            let late = day.on(Some(event)).is_some_and(|date| start.is_some_and(|start| date > start));
            let year = if late { event - 1 } else { event };
            if !subject.is_brought(place.span) {
                // Of a phrase of several words the last letter is where a fix goes on.
                let end = text.place(Span::new(phrase.span.end() - 1..phrase.span.end()));
                deadlines.push((day.on(Some(year)), place.span, end.written && end.span.end() == place.span.end()));
            }
        }
    }
    let mut told: BTreeMap<Date, usize> = BTreeMap::new();
    for (date, place, written) in deadlines {
        if let Some(at) = date.and_then(|date| told.get(&date)) {
            let finding: &mut Diagnostic = &mut found[*at];
            finding.labels.push(handbill_model::Label { span: place, text: "the same day".to_owned() });
            continue;
        }
        told.extend(date.map(|date| (date, found.len())));
        let mut finding = RULE
            .finding(place, "the deadline has no time zone")
            .with_help("say when the day ends, such as `23:59 AoE` (Anywhere on Earth)");
        if written {
            let edit = Edit { span: Span::at(place.end()), text: ", 23:59 AoE".to_owned() };
            finding = finding.with_fix("let it end Anywhere on Earth", Applicability::Ask, vec![edit]);
        }
        found.push(finding);
    }
}

/// Whether a text speaks of deadlines and tells their zone: `All deadlines are 23:59 AoE`.
fn tells_zone(text: &Text<'_>) -> bool {
    let phrases = text.phrases();
    let zone = !phrases.zones.is_empty()
        || phrases.times.iter().any(|time| time.zone.is_some())
        || text.text.contains("local time");
    zone && words(text.text).any(|(_, word)| {
        let speaks = |known: &[&str]| known.iter().any(|known| known.eq_ignore_ascii_case(word));
        speaks(LIMITS) || speaks(MATTERS) || speaks(&["deadlines", "dates"])
    })
}

/// Whether a date is a deadline.
fn is_deadline(subject: &Subject<'_>, text: &Text<'_>, phrase: &DatePhrase) -> bool {
    if phrase.form == Form::DayOnly || phrase.last().month.is_none() {
        return false;
    }
    let span = text.sentence(phrase.span);
    let sentence = span.of(text.text);
    let before = Span::new(span.start()..phrase.span.start()).of(text.text);
    let has = |text: &str, known: &[&str]| {
        words(text).any(|(_, word)| known.iter().any(|known| known.eq_ignore_ascii_case(word)))
    };
    // `by` belongs to the date when at most a few words stand between: `due by 5pm on`, `no later than Monday`.
    let near = {
        let words: Vec<(Span, &str)> = words(before).collect();
        let from = words.len().saturating_sub(6);
        words[from..].iter().any(|(_, word)| LIMITS.iter().any(|known| known.eq_ignore_ascii_case(word)))
            || before.to_ascii_lowercase().contains("later than")
    };
    let about = has(sentence, MATTERS)
        || text.block.is_some_and(|_| {
            crate::subject::headings(&subject.page.outline, text).take(1).any(|heading| has(heading, MATTERS))
        });
    near && about && !has(sentence, NOT_ONE) && subject.reads_english(text)
}
