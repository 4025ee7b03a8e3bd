//! `6/5/2031`.

use handbill_model::{Applicability, Date, Diagnostic};
use handbill_page::phrase::{Form, Weekday};
use handbill_text::{Edit, Span};

use crate::rule::rule;
use crate::subject::Subject;

rule! {
    /// A date in numbers can be read in two ways.
    ///
    /// 6/5 is the 6th of May to some of the readers, and June 5 to the others.
    ///
    /// ```page bad
    /// The reception is on 6/5/2031.
    /// ```
    /// ```page good
    /// The reception is on 6 May 2031.
    /// ```
    ///
    /// Dates in which only one number can be the month are left alone, and so is code. Both readings are offered as
    /// fixes, of which somebody has to choose one, unless the weekday beside the date is right in one of them only.
    "ambiguous-numeric-date": Warning, Dates, Event
}

fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    for text in subject.texts() {
        for phrase in text.phrases().dates.iter().filter(|phrase| phrase.form == Form::Ambiguous) {
            let day = phrase.first();
            // `October 24 or 25` leaves the day open, not how it is read.
            if phrase.span.of(text.text).split_whitespace().any(|word| matches!(word, "or" | "oder" | "ou")) {
                continue;
            }
            let Some(month) = day.month.filter(|month| *month != day.day) else { continue };
            let place = text.place(phrase.span);
            if subject.is_brought(place.span) || text.is_quiet(phrase.span) {
                continue;
            }
            let readings = [(day.day, month), (month, day.day)];
            let [Some(one), Some(other)] = readings.map(|(day, month)| Some(format!("{day} {}", name(month)?))) else {
                continue;
            };
            let message = format!("this is {one} to some and {other} to others");
            let finding = RULE.finding(place.span, message).with_help("write the month as a word");
            // A weekday beside it may be right in one reading only.
            let year = day.year.or_else(|| subject.event_years().map(|(year, _)| year));
            let may_be = |(number, month): (u8, u8)| {
                let date = year.and_then(|year| Date::new(year, month.cast_signed(), number.cast_signed()).ok());
                day.weekday.is_none_or(|(weekday, _)| date.is_some_and(|date| Weekday::of(date) == weekday))
            };
            let numbers = text.place(Span::new(day.span.start()..phrase.span.end()));
            let mut edits = Vec::new();
            if numbers.written && phrase.is_one_day() {
                let behind = day.year.map_or_else(String::new, |year| format!(" {year}"));
                let may_be = readings.into_iter().zip([one, other]).filter(|(reading, _)| may_be(*reading));
                edits.extend(may_be.map(|(_, text)| Edit { span: numbers.span, text: text + &behind }));
            }
            found.push(edits.into_iter().fold(finding, |finding, edit| {
                finding.with_fix(format!("write `{}`", edit.text), Applicability::Ask, vec![edit])
            }));
        }
    }
}

/// The English name of a month.
fn name(month: u8) -> Option<String> {
    Date::new(2000, month.cast_signed(), 1).ok().map(|date| date.strftime("%B").to_string())
}
