//! A block of dates whose weekdays are those of another year.

use handbill_model::{Applicability, Diagnostic};
use handbill_page::phrase::Weekday;
use handbill_text::Edit;

use crate::rule::rule;
use crate::subject::{Disagreement, Subject, Text, words};

rule! {
    /// The weekdays of several dates are right in one other year only.
    ///
    /// That is how last year's programme looks on this year's page: it was copied and never brought up to date, and its
    /// times and titles are likely to be as old as its weekdays.
    ///
    /// ```page bad
    /// ## Monday, March 4
    ///
    /// Workshops.
    ///
    /// ## Tuesday, March 5
    ///
    /// Talks.
    /// ```
    /// ```page good
    /// ## Tuesday, March 4
    ///
    /// Workshops.
    ///
    /// ## Wednesday, March 5
    ///
    /// Talks.
    /// ```
    ///
    /// A single date is the matter of `weekday-mismatch`; a programme in a comment that of `commented-out-programme`.
    /// The fix writes the right weekdays, where all the dates are days on which the event takes place, as another line
    /// of the page says. Elsewhere nobody can tell which of the two is old. Read what stands below each: it may be old
    /// as well.
    "weekdays-of-another-year": Warning, Dates, Event
}

fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    let Some((year, claims)) = subject.weekdays().another_year() else { return };
    let mut places = claims.iter().map(|(text, one)| (text.place(one.span).span, one));
    let Some((first, one)) = places.next() else { return };
    let message = format!(
        "these weekdays are those of {year}; {} is a {}",
        one.date.strftime("%-d %B %Y"),
        Weekday::of(one.date).name()
    );
    let help = format!("bring the dates of {year} up to date, and whatever was copied with them");
    let finding = places.fold(RULE.finding(first, message).with_help(help), |finding, (place, one)| {
        finding.with_label(place, format!("{} is a {}", one.date.strftime("%-d %B %Y"), Weekday::of(one.date).name()))
    });
    found.push(match are_days_of_the_event(subject, &claims).then(|| right(&claims)).flatten() {
        Some(edits) => finding.with_fix("write the weekdays of the event", Applicability::Ask, edits),
        None => finding,
    });
}

/// Whether the event takes place on all these dates, and that is told elsewhere.
fn are_days_of_the_event(subject: &Subject<'_>, claims: &[(&Text<'_>, Disagreement)]) -> bool {
    let Some((start, end)) = subject.days() else { return false };
    let told = ["/event/start", "/event/end"].map(|pointer| subject.place_of(pointer));
    claims.iter().all(|(text, one)| {
        let place = text.place(one.span).span;
        (start..=end).contains(&one.date) && told.iter().flatten().all(|told| !told.overlaps(place))
    })
}

/// The right weekdays, in the way in which the wrong ones are written.
fn right(claims: &[(&Text<'_>, Disagreement)]) -> Option<Vec<Edit>> {
    let edit = |(text, one): &(&Text<'_>, Disagreement)| {
        let (span, wrong) = words(one.span.of(text.text)).find(|(_, word)| names(word, one.weekday))?;
        let name = Weekday::of(one.date).name();
        // `Mon` and `Tues` become `Wed`.
        let name = if wrong.len() < one.weekday.name().len() { &name[..3] } else { name };
        let name = match wrong {
            _ if wrong.bytes().all(|b| b.is_ascii_uppercase()) => name.to_uppercase(),
            _ if wrong.bytes().all(|b| b.is_ascii_lowercase()) => name.to_lowercase(),
            _ => name.to_owned(),
        };
        let place = text.place(span.shift(one.span.start()));
        place.written.then_some(Edit { span: place.span, text: name })
    };
    claims.iter().map(edit).collect()
}

/// Whether a word is the English name of a weekday, or its beginning.
fn names(word: &str, weekday: Weekday) -> bool {
    let known = weekday.name().get(..word.len());
    word.len() >= 3 && known.is_some_and(|known| known.eq_ignore_ascii_case(word))
}
