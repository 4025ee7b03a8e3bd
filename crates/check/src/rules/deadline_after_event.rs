//! A call that closes when all is over.

mod openings;

use std::collections::BTreeSet;

use handbill_model::{Call, CallKind, Date, Diagnostic, Event};
use handbill_page::phrase::Form;
use handbill_page::{BlockKind, Outline, Passage};
use handbill_text::Span;

use crate::rule::rule;
use crate::subject::{Known, Subject, headings, is_deadline, tells_of_another_time};

rule! {
    /// A call closes after the event has started, or before it opens, or tells its answer before it closes; or registration
    /// closes when the event is over.
    ///
    /// One of the dates is wrong; mostly it is last year's, or has a slip in the month.
    ///
    /// ```page bad
    /// ## Call for proposals
    ///
    /// Please submit your proposal by May 15, 2031, 23:59 AoE.
    /// ```
    /// ```page good
    /// ## Call for proposals
    ///
    /// Please submit your proposal by January 15, 2031, 23:59 AoE.
    /// ```
    ///
    /// In lists and tables of dates, the answer that stands below a deadline is held against it:
    ///
    /// ```page bad
    /// * Paper submission: January 15, 2031
    /// * Notification of authors: January 5, 2031
    /// ```
    /// ```page good
    /// * Paper submission: January 15, 2031
    /// * Notification of authors: February 5, 2031
    /// ```
    ///
    /// So is the day on which a call or registration closes against the one on which it opens, where the one is told right
    /// below the other or in one sentence:
    ///
    /// ```page bad
    /// Registration opens on January 15, 2031 and closes on January 5, 2031.
    /// ```
    /// ```page good
    /// Registration opens on January 15, 2031 and closes on February 5, 2031.
    /// ```
    ///
    /// Late-breaking work, proceedings and other things that are handed in afterwards are left alone.
    "deadline-after-event": Error, Calls, Event
}

/// What is handed in late, or after the event.
static AFTERWARDS: Known = Known::new(&[
    "camera", "final", "journal", "late", "onsite", "post", "proceedings", "publication", "recordings",
    "reimbursement", "slides", "special", "version", "videos",
]);

fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    let Some(event) = subject.page.document.event.as_ref() else { return };
    registrations(subject, event, found);
    let lines = dated_lines(&subject.page.outline);
    openings::check(subject, found);
    openings::check_rows(subject, &lines, found);
    lists(subject, lines, found);
    late_sentences(subject, event, found);
    let told_in_lists: BTreeSet<Span> = found.iter().filter(|one| one.rule == RULE.name).map(|one| one.span).collect();
    if let [call] = &event.calls[..]
        && let Some(deadline) = call.deadline.as_ref().and_then(|deadline| deadline.date)
    {
        let told = call
            .dates
            .iter()
            .enumerate()
            .filter_map(|(number, _)| subject.place_of(&format!("/event/calls/0/dates/{number}/date")));
        let told = told.chain(told_in_lists.iter().copied()).collect();
        sentences(subject, deadline, &told, found);
    }
    for (index, call) in event.calls.iter().enumerate() {
        let at = format!("/event/calls/{index}");
        let deadline = call.deadline.as_ref().and_then(|deadline| deadline.date);
        let Some((deadline, place)) = deadline.zip(subject.place_of(&format!("{at}/deadline/date"))) else { continue };
        let opens = call.opens.as_ref().and_then(|opens| opens.date);
        if let Some(start) = event.start.filter(|start| deadline > *start && closes_before(call)) {
            let finding = RULE
                .finding(place, format!("the call closes on {deadline}, when the event has started"))
                .with_help("correct the deadline or the days of the event");
            found.push(labelled(subject, finding, "/event/start", &format!("it starts on {start}")));
        }
        if let Some(opens) = opens.filter(|opens| *opens > deadline && !told_in_lists.contains(&place)) {
            let finding = RULE
                .finding(place, format!("the call closes on {deadline}, before it opens"))
                .with_help("correct one of the two dates");
            found.push(labelled(subject, finding, &format!("{at}/opens/date"), &format!("it opens on {opens}")));
        }
        for (number, told) in notifications(call) {
            let pointer = format!("{at}/dates/{number}/date");
            if let (true, Some(place)) = (told < deadline, subject.place_of(&pointer)) {
                let finding = early_answer(place, told);
                // The list that it stands in has told it, or it is that of an earlier round.
                let line = line_of(subject, place);
                if told_in_lists.contains(&place) || ROUNDS.is_in(line) || tells_of_another_time(line) {
                    continue;
                }
                found.push(labelled(
                    subject,
                    finding,
                    &format!("{at}/deadline/date"),
                    &format!("it closes on {deadline}"),
                ));
            }
        }
    }
}

/// Proposals that a sentence asks for when the event is over, on a page of which no call is read.
fn late_sentences(subject: &Subject<'_>, event: &Event, found: &mut Vec<Diagnostic>) {
    let Some(end) = event.end.or(event.start).filter(|_| event.calls.is_empty()) else { return };
    for text in subject.texts() {
        for phrase in text.phrases().dates.iter().filter(|phrase| phrase.is_one_day()) {
            let date = phrase.first().on(None).filter(|date| *date > end && phrase.form != Form::Ambiguous);
            let Some(date) = date else { continue };
            let sentence = text.sentence(phrase.span).of(text.text);
            let place = text.place(phrase.span).span;
            let days = end.until(date).map_or(i64::MAX, |span| i64::from(span.get_days()));
            if days <= SEASON
                && is_deadline(subject, text, phrase)
                && SUBMISSIONS.is_in(sentence)
                && !AFTERWARDS.is_in(sentence)
                && !tells_of_another_time(sentence)
                && !headings(&subject.page.outline, text)
                    .any(|title| AFTERWARDS.is_in(title) || tells_of_another_time(title))
                && !subject.is_brought(place)
            {
                let finding = RULE.finding(place, format!("this is due on {date}, when the event is over"));
                let finding = finding.with_help("correct the deadline or the days of the event");
                found.push(labelled(subject, finding, "/event/end", &format!("it ends on {end}")));
            }
        }
    }
}

/// What is due later than this many days after an event is for the next one.
const SEASON: i64 = 180;

/// The line of the source that a place starts in, as much of it as anybody reads.
fn line_of<'a>(subject: &Subject<'a>, place: Span) -> &'a str {
    const READ: usize = 500;
    let page = subject.page;
    let line = page.lines.span(&page.source, page.lines.line(place.start()));
    let boundary = |at: usize| page.source.is_char_boundary(at);
    let start = line.start().max(place.start().saturating_sub(READ));
    let end = line.end().min(place.end() + READ).max(start);
    let start = (start..=end).find(|at| boundary(*at)).unwrap_or(end);
    let end = (end..=line.end().max(end)).find(|at| boundary(*at)).unwrap_or(start);
    Span::new(start..end).of(&page.source)
}

fn early_answer(place: Span, told: Date) -> Diagnostic {
    let message = format!("the answer is told on {told}, before the call closes");
    RULE.finding(place, message).with_help("correct one of the two dates")
}

/// Deadlines of lists and tables with the answer right below them.
fn lists(subject: &Subject<'_>, lines: Vec<Line>, found: &mut Vec<Diagnostic>) {
    let mut above: Option<(Home, Date, Span)> = None;
    for line in lines {
        let date = (line.home, line.date, line.span);
        if ANSWERS.is_in(&line.label) {
            if let Some((home, deadline, place)) = above
                && home == line.home
                && line.date < deadline
                && !subject.is_brought(line.span)
            {
                let finding = early_answer(line.span, line.date);
                found.push(finding.with_label(place, format!("it closes on {deadline}")));
            }
            above = None;
        } else {
            let is_deadline =
                SUBMISSIONS.is_in(&line.label) && !AFTERWARDS.is_in(&line.label) && !OPENS.is_in(&line.label);
            above = is_deadline.then_some(date);
        }
    }
}

/// An answer that a sentence puts into an earlier year than the page's one call: half a year before the deadline is no
/// earlier round.
fn sentences(subject: &Subject<'_>, deadline: Date, told: &BTreeSet<Span>, found: &mut Vec<Diagnostic>) {
    const ROUND: i64 = 180;
    for text in subject.texts() {
        for phrase in text.phrases().dates.iter().filter(|phrase| phrase.is_one_day() && phrase.form != Form::Ambiguous)
        {
            let Some(date) = phrase.first().on(None) else { continue };
            let sentence = text.sentence(phrase.span).of(text.text);
            let place = text.place(phrase.span).span;
            let days = date.until(deadline).map_or(0, |span| i64::from(span.get_days()));
            if days > ROUND
                && ANSWERS.is_in(sentence)
                && !ROUNDS.is_in(sentence)
                && !tells_of_another_time(sentence)
                && !told.contains(&place)
                && !subject.is_brought(place)
            {
                found.push(early_answer(place, date));
            }
        }
    }
}

/// What is handed in, and how it is told what became of it.
static SUBMISSIONS: Known = Known::new(&[
    "abstract", "abstracts", "application", "applications", "paper", "papers", "poster", "posters", "proposal",
    "proposals", "submission", "submissions",
]);
static ANSWERS: Known = Known::new(&["notification", "notifications", "notified", "notify"]);
static ROUNDS: Known = Known::new(&["cycle", "first", "phase", "round", "rounds", "second", "wave"]);
static OPENS: Known = Known::new(&["open", "opening", "opens", "start", "starts"]);

/// What holds dated lines together: a list, or the block of a table.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Home {
    List(usize),
    Table(usize),
}

/// A line of a list or a row of a table with its one day.
struct Line {
    home: Home,
    label: String,
    date: Date,
    /// Where the day stands in the file.
    span: Span,
}

fn dated_lines(outline: &Outline) -> Vec<Line> {
    let mut lines = Vec::new();
    for (index, block) in outline.blocks.iter().enumerate() {
        match &block.kind {
            BlockKind::Item { list, .. } => lines.extend(line(Home::List(*list), &[&block.passage])),
            BlockKind::Table(grid) => lines.extend((0..grid.rows.len()).filter_map(|row| {
                let cells: Vec<&Passage> = grid.row(row).map(|cell| &cell.passage).collect();
                line(Home::Table(index), &cells)
            })),
            _ => {}
        }
    }
    lines
}

/// The line that passages make, if they name one day with its year.
fn line(home: Home, passages: &[&Passage]) -> Option<Line> {
    let mut dates = passages.iter().flat_map(|passage| passage.phrases().dates.iter().map(move |date| (passage, date)));
    let (passage, phrase) = dates.next().filter(|(_, phrase)| phrase.is_one_day())?;
    let date = phrase.first().on(None).filter(|_| dates.next().is_none() && phrase.form != Form::Ambiguous)?;
    let label = passages.iter().map(|passage| passage.text.as_str()).collect::<Vec<_>>().join(" ");
    Some(Line { home, label, date, span: passage.place(phrase.span).span })
}

/// Registration that closes when the event is over.
fn registrations(subject: &Subject<'_>, event: &Event, found: &mut Vec<Diagnostic>) {
    let Some(end) = event.end.or(event.start) else { return };
    for (index, way) in event.logistics.registrations.iter().enumerate() {
        let closes = way.closes.as_ref().and_then(|closes| closes.date).filter(|date| *date > end);
        let place = subject.place_of(&format!("/event/logistics/registrations/{index}/closes/date"));
        let Some((closes, place)) = closes.zip(place).filter(|_| !AFTERWARDS.is_in(&way.text)) else { continue };
        let finding = RULE
            .finding(place, format!("registration closes on {closes}, when the event is over"))
            .with_help("correct the deadline or the days of the event");
        found.push(labelled(subject, finding, "/event/end", &format!("it ends on {end}")));
    }
}

/// Whether what a call asks for is needed before the event.
fn closes_before(call: &Call) -> bool {
    let text = call.deadline.as_ref().map_or("", |deadline| deadline.text.as_str());
    !AFTERWARDS.is_in(text) && matches!(call.kind, CallKind::Proposals | CallKind::Scholarships | CallKind::Volunteers)
}

fn notifications(call: &Call) -> impl Iterator<Item = (usize, Date)> + '_ {
    let told = call.dates.iter().enumerate().filter(|(_, date)| date.label.to_lowercase().contains("notif"));
    told.filter_map(|(number, date)| Some((number, date.moment.date?)))
}

fn labelled(subject: &Subject<'_>, finding: Diagnostic, pointer: &str, text: &str) -> Diagnostic {
    let place: Option<Span> = subject.place_of(pointer);
    match place {
        Some(place) => finding.with_label(place, text),
        None => finding,
    }
}
