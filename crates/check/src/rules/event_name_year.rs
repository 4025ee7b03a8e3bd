//! `The 2030 meeting will be held` on the page of 2031.

use handbill_model::{Applicability, Diagnostic};
use handbill_text::{Edit, Span};

use crate::rule::rule;
use crate::subject::{Subject, Text, tells_of_another_time, words};

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
    /// So it is with a year behind the name, where the event has the name of the page's title:
    ///
    /// ```page bad
    /// Spring Meeting 2030 will be free for everybody.
    /// ```
    /// ```page good
    /// Spring Meeting 2031 will be free for everybody.
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
    let Some((last, kind)) = words(name).last() else { return };
    let name = &name[..last.end()];
    for text in subject.texts().iter().filter(|text| text.block.is_some()) {
        // One letter is found faster than three.
        for (at, _) in text.text.match_indices('2') {
            let Some(before) = text.text[..at].strip_suffix(' ').filter(|_| text.text[at..].starts_with("20")) else {
                continue;
            };
            // A name of one word is many a thing's.
            let named = name.contains(' ') && before.ends_with(name);
            if named || before.ends_with("he") && names(text.text, at, kind) {
                found.extend(finding(subject, text, at, (event, kind)));
            }
        }
    }
}

/// Whether the name of the event's kind stands a few words behind a year: `2030 Spring Meeting`.
fn names(text: &str, year: usize, kind: &str) -> bool {
    let behind = text.get(year + YEAR..).unwrap_or("");
    behind.starts_with(' ') && words(behind).take(WORDS).any(|(_, word)| word == kind)
}

/// The digits of a year.
const YEAR: usize = 4;

/// What is wrong with the year at a place of a text, if that is one and not the event's.
fn finding(subject: &Subject<'_>, text: &Text<'_>, at: usize, (event, kind): (i16, &str)) -> Option<Diagnostic> {
    let digits = text.text.get(at..at + YEAR).filter(|digits| digits.bytes().all(|b| b.is_ascii_digit()))?;
    let year = digits.parse::<i16>().ok().filter(|year| (1990..=2099).contains(year))?;
    let span = Span::new(at..at + YEAR);
    let sentence = text.sentence(span).of(text.text);
    let place = text.place(span).span;
    if year == event
        || subject.is_event_year(year)
        || text.text[span.end()..].starts_with(char::is_alphanumeric)
        || !words(sentence).any(|(_, word)| word == "will")
        || tells_of_another_time(sentence)
        || subject.is_brought(place)
    {
        return None;
    }
    let message = format!("the {kind} is that of {year} here, but the event is in {event}");
    let finding = RULE.finding(place, message).with_help(format!("write {event}, and read the sentence again"));
    let edit = Edit { span: place, text: event.to_string() };
    Some(if text.place(span).written {
        finding.with_fix(format!("write {event}"), Applicability::Ask, vec![edit])
    } else {
        finding
    })
}
