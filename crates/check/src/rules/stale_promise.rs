//! `The programme will follow`, above the programme.

use handbill_model::{Diagnostic, Event};
use handbill_page::BlockKind;
use handbill_text::Span;

use crate::rule::rule;
use crate::subject::{Known, Subject, words};

rule! {
    /// The page promises something that it has already, or that can come no more.
    ///
    /// ```page bad
    /// The programme will be published soon.
    ///
    /// ## Tuesday, March 4, 2031
    ///
    /// * 9:00 - 10:00 Short talks
    /// * 10:00 - 11:00 Questions
    /// * 11:00 - 12:00 Long talks
    /// ```
    /// ```page good
    /// The programme may still change.
    ///
    /// ## Tuesday, March 4, 2031
    ///
    /// * 9:00 - 10:00 Short talks
    /// * 10:00 - 11:00 Questions
    /// * 11:00 - 12:00 Long talks
    /// ```
    ///
    /// Without `--today`, only what stands on the page itself: the programme, the way to register, recordings. With it,
    /// every promise of such things on the page of an event that is over. Headings are left alone, and so is what the
    /// people who come get by themselves, `shared by e-mail`.
    "stale-promise": Info, Words, Event
}

/// Words that promise.
const PROMISES: &[&str] = &[
    "will be published", "will be announced", "to be announced", "to be confirmed", "coming soon", "will follow",
    "to follow shortly", "forthcoming", "tba", "tbd", "will be available", "will open soon", "will be posted",
    "stay tuned", "will be shared",
];

fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    let Some(event) = subject.main_event().filter(|_| subject.english()) else { return };
    let over = subject.settings.today.zip(subject.days()).is_some_and(|(today, (_, end))| end < today);
    let mut places: Vec<Span> = Vec::new();
    for text in subject.texts() {
        let Some(block) = text.block.map(|block| &subject.page.outline.blocks[block]) else { continue };
        if matches!(block.kind, BlockKind::Heading(_)) {
            continue;
        }
        let lower = text.text.to_lowercase();
        if lower.len() != text.text.len() {
            continue;
        }
        // The first promise of a text: one place is enough to look at it.
        let promise = PROMISES.iter().filter_map(|promise| whole(&lower, promise)).min_by_key(|span| span.start());
        let Some(promise) = promise else { continue };
        let place = text.place(promise).span;
        let span = text.sentence(promise);
        let sentence = span.of(text.text);
        if is_sent(sentence) || promise.of(&lower) == "will follow" && !follows(&lower[promise.end()..span.end()]) {
            continue;
        }
        if (over && is_of_event(sentence) || is_kept(event, sentence)) && !subject.is_brought(place) {
            places.push(place);
        }
    }
    let Some((first, rest)) = places.split_first() else { return };
    let message = if over { "the event is over, and this is still promised" } else { "this is promised, and is there" };
    let finding = RULE.finding(*first, message).with_help("take the promise away, or keep it");
    found.push(rest.iter().fold(finding, |finding, place| finding.with_label(*place, "and this")));
}

/// Whether the page has what a sentence promises.
fn is_kept(event: &Event, sentence: &str) -> bool {
    let about =
        |known: &[&str]| words(sentence).any(|(_, word)| known.iter().any(|known| known.eq_ignore_ascii_case(word)));
    let sessions: usize = event.programme.days.iter().map(|day| day.sessions.len()).sum();
    about(&["programme", "program", "schedule", "agenda", "timetable"]) && sessions >= 3
        || about(&["registration"]) && event.logistics.registrations.iter().any(|way| !way.url.is_empty())
        || about(&["recordings", "videos", "recording"]) && !event.media.is_empty()
}

/// Whether a sentence speaks of what an event gives out: `helpers will be available` promises nothing.
fn is_of_event(sentence: &str) -> bool {
    static GIVEN: Known = Known::new(&[
        "agenda", "details", "information", "materials", "program", "programme", "recordings", "registration",
        "schedule", "slides", "speakers", "timetable", "venue", "videos",
    ]);
    GIVEN.is_in(sentence)
}

/// Whether it is sent to each, and not put on the page.
fn is_sent(sentence: &str) -> bool {
    static SENT: Known = Known::new(&["mail", "email", "emailed", "mailed"]);
    SENT.is_in(sentence)
}

/// Whether something comes later, as in `will follow soon`; `will follow a plan` tells how it goes.
fn follows(behind: &str) -> bool {
    const LATER: &[&str] = &[
        "after", "as", "at", "before", "by", "here", "in", "later", "next", "on", "once", "shortly", "soon", "this",
        "when", "within",
    ];
    let next = behind.trim_start();
    !next.starts_with(char::is_alphanumeric) && !next.starts_with(['“', '"', '‘', '\''])
        || words(next).next().is_some_and(|(_, word)| LATER.contains(&word))
}

/// Where words stand as a whole.
fn whole(text: &str, phrase: &str) -> Option<Span> {
    let at = text.match_indices(phrase).map(|(at, _)| at).find(|at| {
        !text[..*at].ends_with(char::is_alphanumeric) && !text[at + phrase.len()..].starts_with(char::is_alphanumeric)
    })?;
    Some(Span::new(at..at + phrase.len()))
}
