//! Until when, and where on Earth.

use std::collections::BTreeMap;

use handbill_model::{Applicability, Date, Diagnostic, SourceKind, Zone};
use handbill_page::phrase::DatePhrase;
use handbill_text::{Edit, Span};

use crate::rule::rule;
use crate::subject::{Subject, Text, headings, is_deadline, names_deadlines, speaks_of_deadlines, tells_zone};

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
    /// of deadlines, is enough for all of them; so are letters that stand for several zones, as `IST`, and for a time
    /// of day the key `time_zone`. One that has passed, told in the past tense, needs none.
    "deadline-without-timezone": Warning, Calls, Event
}

fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    let Some((event, _)) = subject.event_years() else { return };
    let start = subject.days().map(|(start, _)| start);
    // Who says it once means it for the others too.
    if subject.texts().iter().any(|text| tells_zone(text) && is_of_deadlines(subject, text)) {
        return;
    }
    let by_key = subject.settings.time_zone.is_some()
        || matches!(subject.told_by("/event/time_zone"), Some(SourceKind::FrontMatter));
    let mut deadlines: Vec<(Option<Date>, Span, bool)> = Vec::new();
    for text in subject.texts() {
        for phrase in &text.phrases().dates {
            if !is_deadline(subject, text, phrase) || by_key && has_time(text, phrase) {
                continue;
            }
            let place = text.place(phrase.span);
            let day = phrase.last();
            let late = day.on(Some(event)).is_some_and(|date| start.is_some_and(|start| date > start));
            let year = if late { event - 1 } else { event };
            if !subject.is_brought(place.span) {
                // Of a phrase of several words the last letter is where a fix goes on.
                let end = text.place(Span::new(phrase.span.end() - 1..phrase.span.end()));
                // Beside a time of day another would contradict it.
                let open = end.written && end.span.end() == place.span.end() && !has_time(text, phrase);
                deadlines.push((day.on(Some(year)), place.span, open));
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

/// Whether the zone in a text is that of deadlines: by its words, by the heading over it, or since nothing else ends
/// Anywhere on Earth.
fn is_of_deadlines(subject: &Subject<'_>, text: &Text<'_>) -> bool {
    speaks_of_deadlines(text)
        || text.phrases().zones.iter().any(|zone| zone.zone == Zone::AnywhereOnEarth)
        || headings(&subject.page.outline, text).take(1).any(names_deadlines)
}

/// Whether a time of day stands in the sentence of a date.
fn has_time(text: &Text<'_>, phrase: &DatePhrase) -> bool {
    text.phrases().times_in(text.sentence(phrase.span)).next().is_some()
}
