//! `status: canceld`.

use handbill_model::{Applicability, Diagnostic};
use handbill_page::keys::Closed;
use handbill_text::Edit;

use crate::rule::rule;
use crate::subject::Subject;
use crate::words::distance;
use crate::zones::nearest_zone;

rule! {
    /// A key that has a closed set of values holds none of them: a zone that no database knows, a status with a slip.
    ///
    /// Nothing is read from such a value, and nobody is told: the calendar has the event in another zone, and a cancelled
    /// one is announced.
    ///
    /// ```page bad
    /// ---
    /// title: Spring Meeting, Lund, March 4-6, 2031
    /// status: canceld
    /// ---
    /// Welcome.
    /// ```
    /// ```page good
    /// ---
    /// title: Spring Meeting, Lund, March 4-6, 2031
    /// status: cancelled
    /// ---
    /// Welcome.
    /// ```
    ///
    /// Of the status and the way to attend only slips are told, since themes use such keys for what they like (`status:
    /// draft`, `format: workshop`); of times only what no clock shows; and of zones what looks like a name of the database, or
    /// is a town in it.
    "unknown-value": Warning, Dates, Event
}

/// Words for the status and for the way to attend that are long enough to be known by a slip.
const STATUS: &[&str] = &["cancelled", "canceled", "postponed", "rescheduled", "scheduled", "moved-online"];
const ATTENDANCE: &[&str] = &["online", "virtual", "hybrid", "in-person", "onsite"];

fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    for (asked, value) in &subject.keys().unknown {
        let Some(written) = value.written().map(str::trim) else { continue };
        let (what, meant) = match asked {
            Closed::Zone => match nearest_zone(written) {
                None if !is_zone_name(written) => continue,
                meant => ("time zone that is known", meant),
            },
            Closed::Status => match slip_of(written, STATUS) {
                None => continue,
                meant => ("status of an event", meant),
            },
            Closed::Attendance => match slip_of(written, ATTENDANCE) {
                None => continue,
                meant => ("way to attend", meant),
            },
            Closed::Time if is_clock(written) => ("time that a clock shows", None),
            _ => continue,
        };
        let finding = RULE.finding(value.span, format!("`{written}` is no {what}"));
        let Some(meant) = meant else {
            let help =
                if *asked == Closed::Zone { "write it as `Europe/Rome`" } else { "correct the hour or the minutes" };
            found.push(finding.with_help(help));
            continue;
        };
        let finding = finding.with_help(format!("is it `{meant}`?"));
        found.push(if subject.source(value.span) == written {
            let title = format!("write `{meant}`");
            finding.with_fix(title, Applicability::Ask, vec![Edit { span: value.span, text: meant }])
        } else {
            finding
        });
    }
}

/// Whether a text is formed as the names of zones are: `Europe/Rome`.
fn is_zone_name(text: &str) -> bool {
    let is_part = |part: &str| {
        part.starts_with(|c: char| c.is_ascii_uppercase())
            && part.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'+'))
    };
    text.contains('/') && text.split('/').all(is_part)
}

/// The word of which a value is a slip: another one with more or fewer letters at its end is another form of it.
fn slip_of(value: &str, known: &[&str]) -> Option<String> {
    let value = value.to_lowercase();
    let near = known.iter().filter(|known| !known.starts_with(&value) && !value.starts_with(**known));
    let steps = |known: &str| distance(known, &value, if known.len() >= 8 { 2 } else { 1 });
    near.filter_map(|known| Some((steps(known)?, *known))).min().map(|(_, known)| known.to_owned())
}

/// Whether a text is formed as a time of day: `25:00`.
fn is_clock(text: &str) -> bool {
    let is_part = |part: &str| (1..=2).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
    text.split(':').count() == 2 && text.split(':').all(is_part)
}
