//! `The 2030 meeting will be held` on the page of 2031.

use handbill_model::{Applicability, Diagnostic};
use handbill_text::{Edit, Span};

use crate::rule::rule;
use crate::subject::{Subject, tells_of_another_time, words};

rule! {
    /// The event is announced with another year in its name.
    ///
    /// The page was copied from last year's, and this sentence was not read again.
    ///
    /// ```page bad
    /// The 2030 Spring Meeting will be free for everybody.
    /// ```
    /// ```page good
    /// The 2031 Spring Meeting will be free for everybody.
    /// ```
    ///
    /// Only a sentence that says what will be counts, not one that tells of an earlier or a later meeting.
    "event-name-year": Error, Dates, Event
}

/// How many words may stand between the year and what it is the year of.
const WORDS: usize = 6;

fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    let Some((event, _)) = subject.event_years() else { return };
    let name = subject.page.document.event.as_ref().map_or("", |event| event.name.as_str());
    // What kind of thing it is, is the last word of its name: `Spring Meeting`.
    let Some((_, kind)) = words(name).last() else { return };
    for text in subject.texts().iter().filter(|text| text.block.is_some() && text.text.contains("he 20")) {
        for (at, _) in text.text.match_indices("he 20") {
            let span = Span::new(at + 3..at + 7);
            let Ok(year) = span.of(text.text).parse::<i16>() else { continue };
            let behind = &text.text[span.end()..];
            if year == event || subject.is_event_year(year) || !behind.starts_with(' ') || year < 1990 {
                continue;
            }
            let named = words(behind).take(WORDS).any(|(_, word)| word == kind);
            let sentence = text.sentence(span).of(text.text);
            let will = words(sentence).any(|(_, word)| word == "will");
            let place = text.place(span).span;
            if named && will && !tells_of_another_time(sentence) && !subject.is_brought(place) {
                let message = format!("the {kind} is that of {year} here, but the event is in {event}");
                let finding =
                    RULE.finding(place, message).with_help(format!("write {event}, and read the sentence again"));
                let edit = Edit { span: place, text: event.to_string() };
                found.push(if text.place(span).written {
                    finding.with_fix(format!("write {event}"), Applicability::Ask, vec![edit])
                } else {
                    finding
                });
            }
        }
    }
}
