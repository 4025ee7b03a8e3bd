//! `start: March 4, 2031`.

use handbill_frontmatter::{Data, Style, Value};
use handbill_model::{Applicability, Date, Diagnostic};
use handbill_page::phrase::{self, Form};
use handbill_text::Edit;

use crate::rule::rule;
use crate::subject::Subject;

rule! {
    /// A key that holds a day has it in words, and not as ISO 8601 writes it.
    ///
    /// `2031-03-04` is the one form that Jekyll, Liquid and every other program read alike; in others they take the month
    /// for the day, or stop.
    ///
    /// ```page bad
    /// ---
    /// title: Spring Meeting, Lund
    /// start: March 4, 2031
    /// ---
    /// Welcome.
    /// ```
    /// ```page good
    /// ---
    /// title: Spring Meeting, Lund
    /// start: 2031-03-04
    /// ---
    /// Welcome.
    /// ```
    ///
    /// Only keys of one day count (`start`, `end`, `date`, the deadline of a call), and only values that are a day. What
    /// can be read in two ways is never put right by the program.
    "date-not-iso": Error, Dates, Page
}

fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    for value in &subject.keys().days {
        let Some(text) = value.as_str().filter(|text| !is_iso(text)) else { continue };
        let phrases = phrase::read(text);
        let [date] = phrases.dates.as_slice() else { continue };
        // The day may have a time behind it; a sentence with a day in it is no date.
        let rest = text.len() - date.span.len();
        if !date.is_one_day() || rest > 12 && rest > text.len() / 2 {
            continue;
        }
        let mut finding = RULE.finding(value.span, format!("`{text}` is no date for programs"));
        let day = date.first().on(None).filter(|_| date.form != Form::Ambiguous);
        finding = match day {
            Some(day) => finding.with_help(format!("write `{day}`")),
            None => finding.with_help("write year, month and day as numbers: `2031-03-04`"),
        };
        if let Some(edit) =
            day.filter(|_| date.span.len() == text.trim().len()).and_then(|day| edit(subject, value, day))
        {
            finding = finding.with_fix("write it as ISO 8601", Applicability::Safe, vec![edit]);
        }
        found.push(finding);
    }
}

/// `2031-03-04`, perhaps with a time behind it.
fn is_iso(text: &str) -> bool {
    let text = text.trim();
    text.get(..10).is_some_and(|day| day.parse::<Date>().is_ok()) && !text[10..].starts_with(char::is_alphanumeric)
        || text.get(..11).is_some_and(|day| day.ends_with('T') && day[..10].parse::<Date>().is_ok())
        || text.len() == 4 && text.parse::<u16>().is_ok()
}

fn edit(subject: &Subject<'_>, value: &Value, day: Date) -> Option<Edit> {
    let quoted = match value.style {
        Style::Plain => "",
        Style::SingleQuoted => "'",
        Style::DoubleQuoted => "\"",
        _ => return None,
    };
    let whole = matches!(value.data, Data::Text(_)) && subject.source(value.span).lines().count() == 1;
    whole.then(|| Edit { span: value.span, text: format!("{quoted}{day}{quoted}") })
}
