//! `6/5/2031`.

use handbill_model::Diagnostic;
use handbill_page::phrase::Form;

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
    /// Dates in which only one number can be the month are left alone.
    "ambiguous-numeric-date": Warning, Dates, Event
}

fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    for text in subject.texts() {
        for phrase in text.phrases().dates.iter().filter(|phrase| phrase.form == Form::Ambiguous) {
            let day = phrase.first();
            let Some(month) = day.month.filter(|month| *month != day.day) else { continue };
            let place = text.place(phrase.span).span;
            if subject.is_brought(place) {
                continue;
            }
            let name = |month: u8| {
                handbill_model::Date::new(2000, month.cast_signed(), 1).map(|date| date.strftime("%B").to_string())
            };
            let (Ok(one), Ok(other)) = (name(month), name(day.day)) else { continue };
            let message = format!("this is {} {one} to some and {month} {other} to others", day.day);
            found.push(RULE.finding(place, message).with_help("write the month as a word"));
        }
    }
}
