//! Which dates are the last day to answer a call or to register.

use handbill_page::phrase::{DatePhrase, Form};
use handbill_text::Span;

use super::{Known, Subject, Text, headings, words};

/// What people hand in, or sign up for, until a day.
static MATTERS: Known = Known::new(&[
    "abstract", "abstracts", "application", "applications", "apply", "bids", "call", "cfp", "contribution",
    "contributions", "papers", "posters", "presentations", "proposal", "proposals", "register", "registration",
    "registrations", "scholarship", "scholarships", "submission", "submissions", "submit", "submitted",
]);

/// What makes a day the last one.
static LIMITS: Known =
    Known::new(&["before", "by", "close", "closes", "closing", "deadline", "due", "ends", "until", "till"]);

/// What tells that the day has passed, or that something else happens then.
static NOT_ONE: Known = Known::new(&[
    "announced", "closed", "confirmed", "extended", "hear", "notification", "notifications", "notified", "notify",
    "opened", "opens", "passed", "published", "was", "were",
]);

/// What organisers do until a day, `we reply by`, which is nobody's deadline but theirs.
static REPLIES: Known = Known::new(&["answer", "decide", "reply", "respond"]);

/// What lists of deadlines are called.
static NAMED: Known = Known::new(&["deadlines", "dates"]);

/// Whether a text has words of deadlines.
pub(crate) fn speaks_of_deadlines(text: &Text<'_>) -> bool {
    text.words().iter().any(|(_, word)| LIMITS.has(word) || MATTERS.has(word) || NAMED.has(word))
}

/// Whether a heading stands over a list of deadlines.
pub(crate) fn names_deadlines(heading: &str) -> bool {
    NAMED.is_in(heading)
}

/// Whether a date is a deadline.
pub(crate) fn is_deadline(subject: &Subject<'_>, text: &Text<'_>, phrase: &DatePhrase) -> bool {
    if phrase.form == Form::DayOnly || phrase.last().month.is_none() {
        return false;
    }
    let span = text.sentence(phrase.span);
    let sentence = span.of(text.text);
    let before = Span::new(span.start()..phrase.span.start()).of(text.text);
    // `by` belongs to the date when at most a few words stand between: `due by 5pm on`, `no later than Monday`.
    let near = || {
        let words: Vec<(Span, &str)> = words(before).collect();
        let from = words.len().saturating_sub(6);
        words[from..].iter().any(|(_, word)| LIMITS.has(word)) || before.to_ascii_lowercase().contains("later than")
    };
    let above = || headings(&subject.page.outline, text).take(1).any(|heading| MATTERS.is_in(heading));
    let about = || MATTERS.is_in(sentence) || text.block.is_some_and(|_| above());
    let ours = || REPLIES.is_in(before) && words(before).any(|(_, word)| word.eq_ignore_ascii_case("we"));
    near() && about() && !NOT_ONE.is_in(sentence) && !ours() && subject.reads_english(text)
}
