//! A registration whose link was lost.

use handbill_kramdown::Definition;
use handbill_model::Diagnostic;
use handbill_text::Span;

use crate::rule::rule;
use crate::subject::{Known, Subject, headings, tells_of_another_time};

rule! {
    /// The page speaks of registration and links to none, while a definition of such a link is never used.
    ///
    /// The link was lost when the sentence was rewritten, and nobody can register.
    ///
    /// ```page bad
    /// Registration is open to everybody who keeps old maps.
    ///
    /// [registration]: https://example.org/register/2031
    /// ```
    /// ```page good
    /// [Registration][registration] is open to everybody who keeps old maps.
    ///
    /// [registration]: https://example.org/register/2031
    /// ```
    ///
    /// Pages that say anywhere that registration is closed, over, postponed or yet to open are left alone, and so is a
    /// definition that a comment uses: somebody took the link away on purpose.
    "registration-without-link": Warning, Links, Event
}

/// Words for how one gets in, as sentences, labels and URLs have them.
static WAYS: Known =
    Known::new(&["enrol", "enroll", "eventbrite", "register", "registration", "rsvp", "signup", "ticket", "tickets"]);

/// Words that say that nobody can register now, in a sentence that names registration.
static NOT_NOW: Known = Known::new(&[
    "announced", "available", "cancelled", "canceled", "closed", "closes", "forthcoming", "full", "later", "not",
    "opening", "opens", "over", "past", "postponed", "shortly", "sold", "soon", "tba", "tbc", "tbd", "was", "were",
    "will",
]);

fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    let Some(lost) = lost(subject, &subject.unused().published) else { return };
    let Some(place) = named(subject) else { return };
    let finding = RULE.finding(place, "registration is named, and no link leads to it");
    let finding = finding.with_label(lost.1, "this definition is never used");
    found.push(finding.with_help(format!("link the words: `[...][{}]`", lost.0.label)));
}

/// The definition that this rule tells of among those that nothing uses, where it looks at the page.
pub(super) fn told<'a>(subject: &Subject<'_>, unused: &[(&'a Definition, Span)]) -> Option<&'a Definition> {
    let tells = subject.settings.tells(RULE.name) && subject.looks_with(&RULE);
    let (definition, _) = lost(subject, unused).filter(|_| tells)?;
    named(subject).map(|_| definition)
}

/// The first unused definition of a link to register.
fn lost<'a>(subject: &Subject<'_>, unused: &[(&'a Definition, Span)]) -> Option<(&'a Definition, Span)> {
    let fits = |definition: &Definition| WAYS.is_in(&definition.label) || WAYS.is_in(&definition.url);
    let of_this_event = |definition: &Definition| {
        subject.event_years().is_none_or(|(first, last)| {
            let mut named = crate::subject::years(&definition.url).peekable();
            named.peek().is_none() || named.any(|year| (first..=last).contains(&year))
        })
    };
    unused.iter().copied().find(|(definition, _)| fits(definition) && of_this_event(definition))
}

/// Where the page first names registration, if it can be had now and no link leads to it.
fn named(subject: &Subject<'_>) -> Option<Span> {
    let event = subject.page.document.event.as_ref()?;
    if !subject.english() || event.logistics.registrations.iter().any(|registration| !registration.url.is_empty()) {
        return None;
    }
    let mut first = None;
    for text in subject.texts() {
        let links = text.links();
        if links.iter().any(|link| WAYS.is_in(&link.url) || WAYS.is_in(link.span.of(text.text))) {
            return None;
        }
        for (span, word) in text.words().iter().copied().filter(|(_, word)| WAYS.has(word)) {
            let sentence = text.sentence(span).of(text.text);
            if NOT_NOW.is_in(sentence)
                || tells_of_another_time(sentence)
                || headings(&subject.page.outline, text).any(|heading| NOT_NOW.is_in(heading))
            {
                return None;
            }
            // A sentence with a link of any kind has its way.
            if word.len() > 5 && !links.is_empty() {
                return None;
            }
            first = first.or(Some(text.place(span).span));
        }
    }
    first.filter(|place| !subject.is_brought(*place))
}
