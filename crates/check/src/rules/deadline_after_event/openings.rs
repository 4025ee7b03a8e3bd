//! Calls and registrations that open when they are closed: `opens on April 1, 2031, closes on March 1, 2031`.

use handbill_model::{Date, Diagnostic};
use handbill_page::BlockKind;
use handbill_page::phrase::{DatePhrase, Form};
use handbill_text::Span;

use super::{AFTERWARDS, Home as Lines, Line, OPENS, ROUNDS, RULE};
use crate::subject::{Known, Subject, Text, tells_of_another_time, words};

/// How the last day is told.
static CLOSES: Known = Known::new(&["close", "closes", "closing", "deadline", "due", "end", "ends", "until"]);

/// What opens and closes, each with what else it is called.
static CALL: Known = Known::new(&["call", "cfp", "submission", "submissions", "submit"]);
static REGISTRATION: Known = Known::new(&["register", "registration", "registrations"]);
static HANDED_IN: Known = Known::new(&[
    "abstract", "abstracts", "application", "applications", "grant", "grants", "paper", "papers", "panel", "panels",
    "poster", "posters", "proposal", "proposals", "scholarship", "scholarships", "session", "sessions", "talk",
    "talks", "tutorial", "tutorials", "volunteer", "volunteers", "workshop", "workshops",
]);

/// A clause with one day on which something opens or closes.
struct Clause<'a> {
    opens: bool,
    matter: Matter<'a>,
    date: Date,
    span: Span,
    /// The list, table or paragraph that it stands in.
    home: Home,
}

/// What opens or closes.
struct Matter<'a> {
    registration: bool,
    /// The things that are handed in; none where a call is named alone.
    things: Vec<&'a str>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Home {
    List(usize),
    Block(usize),
}

/// Whatever opens behind the day on which it closes, where the one stands right below the other, or in one sentence.
pub(super) fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    let mut above: Option<Clause<'_>> = None;
    for text in subject.texts() {
        let dates = &text.phrases().dates;
        for (index, phrase) in dates.iter().enumerate() {
            let before = index.checked_sub(1).map_or(0, |before| dates[before].span.end());
            let clause = clause(subject, text, phrase, before);
            found.extend(above.as_ref().zip(clause.as_ref()).and_then(|(above, below)| late(subject, above, below)));
            above = clause;
        }
    }
}

/// The same of the rows of tables, whose words stand in other cells than their days.
pub(super) fn check_rows(subject: &Subject<'_>, lines: &[Line], found: &mut Vec<Diagnostic>) {
    let mut above: Option<Clause<'_>> = None;
    for line in lines.iter().filter(|line| matches!(line.home, Lines::Table(_))) {
        let clause = row(line);
        found.extend(above.as_ref().zip(clause.as_ref()).and_then(|(above, below)| late(subject, above, below)));
        above = clause;
    }
}

/// What opens when it is closed, if both speak of the same.
fn late(subject: &Subject<'_>, opening: &Clause<'_>, closing: &Clause<'_>) -> Option<Diagnostic> {
    let is_one = opening.opens
        && !closing.opens
        && opening.home == closing.home
        && opening.matter.may_be(&closing.matter)
        && opening.date > closing.date
        && !subject.is_brought(closing.span);
    is_one.then(|| {
        let message = format!("this closes on {}, before it opens", closing.date);
        let finding = RULE.finding(closing.span, message).with_help("correct one of the two dates");
        finding.with_label(opening.span, format!("it opens on {}", opening.date))
    })
}

fn row(line: &Line) -> Option<Clause<'_>> {
    let Lines::Table(block) = line.home else { return None };
    let (label, matter) = (line.label.as_str(), matter(&line.label)?);
    let opens = OPENS.is_in(label);
    is_plain(label, opens).then_some(Clause {
        opens,
        matter,
        date: line.date,
        span: line.span,
        home: Home::Block(block),
    })
}

/// Whether words tell that something opens or closes, not both, and nothing that is apart from the rest.
fn is_plain(clause: &str, opens: bool) -> bool {
    opens != CLOSES.is_in(clause)
        && !AFTERWARDS.is_in(clause)
        && !ROUNDS.is_in(clause)
        && !tells_of_another_time(clause)
}

/// What is told of a day between the day before and itself, in its line or sentence.
fn clause<'a>(subject: &Subject<'a>, text: &Text<'a>, phrase: &DatePhrase, before: usize) -> Option<Clause<'a>> {
    let date = phrase.first().on(None).filter(|_| phrase.is_one_day() && phrase.form != Form::Ambiguous)?;
    let block = text.block?;
    let home = match subject.page.outline.blocks[block].kind {
        BlockKind::Item { list, .. } => Home::List(list),
        BlockKind::Heading(_) => return None,
        _ => Home::Block(block),
    };
    let sentence = text.sentence(phrase.span);
    let clause = Span::new(sentence.start().max(before)..sentence.end()).of(text.text);
    let ahead = Span::new(sentence.start().max(before)..phrase.span.start()).of(text.text);
    let (opens, closes) = (OPENS.is_in(ahead), CLOSES.is_in(ahead));
    // In `opens on ... and closes on ...` what it is stands before the first day.
    let named = matter(ahead).or_else(|| matter(sentence.of(text.text)))?;
    let told = opens != closes && !AFTERWARDS.is_in(clause) && !ROUNDS.is_in(clause) && !tells_of_another_time(clause);
    told.then(|| Clause { opens, matter: named, date, span: text.place(phrase.span).span, home })
}

fn matter(text: &str) -> Option<Matter<'_>> {
    let found = |known: &'static Known| words(text).map(|(_, word)| word).filter(|word| known.has(word));
    let things: Vec<&str> = found(&HANDED_IN).collect();
    let registration = found(&REGISTRATION).next().is_some();
    let call = !things.is_empty() || found(&CALL).next().is_some();
    (registration != call).then_some(Matter { registration, things })
}

impl Matter<'_> {
    /// Whether both may be the same: no two things that differ, as the papers of one and the posters of the other.
    fn may_be(&self, other: &Self) -> bool {
        let stem = |word: &str| word.trim_end_matches(['s', 'S']).to_ascii_lowercase();
        let shared = || self.things.iter().any(|one| other.things.iter().any(|other| stem(one) == stem(other)));
        self.registration == other.registration && (self.things.is_empty() || other.things.is_empty() || shared())
    }
}
