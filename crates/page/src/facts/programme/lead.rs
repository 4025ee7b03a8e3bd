//! Where a line starts or ends with its time, and where its words are.

use handbill_text::Span;

use crate::passage::Passage;
use crate::phrase::{DatePhrase, TimePhrase};

/// A line with a time of its own.
#[derive(Clone, Copy, Debug)]
pub(super) struct Timed<'a> {
    pub(super) time: &'a TimePhrase,
    /// The day that stands before the time.
    pub(super) date: Option<&'a DatePhrase>,
    /// What the line says beside day and time; empty where it says nothing.
    pub(super) words: Span,
}

/// What stands between a time and words.
const JOINTS: &[char] = &[' ', ']', ':', '-', '–', '—', ',', ')', '.', '|', '>', '→', '*', '•', '·', '\u{a0}'];

/// A line that starts with a time, perhaps behind a day: `9:00 - 9:30: Title`, `June 4, 10am EST / 3pm GMT | Title`.
pub(super) fn leading<'a>(passage: &'a Passage, line: Span) -> Option<Timed<'a>> {
    let phrases = passage.phrases();
    let text = &passage.text;
    let mut at = line.start() + opening(line.of(text));
    at += numbered(&text[at.min(line.end())..line.end()]);
    // All three stand in the order of the text, and a passage may have thousands of lines.
    let date = phrases.dates.get(phrases.dates.partition_point(|date| date.span.start() < at));
    let date = date.filter(|date| date.span.start() == at);
    let weekday = phrases.weekdays.get(phrases.weekdays.partition_point(|(_, span)| span.start() < at));
    let weekday = weekday.filter(|(_, span)| span.start() == at);
    if let Some(span) = date.map(|date| date.span).or_else(|| weekday.map(|(_, span)| *span)) {
        let behind = text.get(span.end()..line.end())?;
        let joint = behind.trim_start_matches([' ', ',', ':', '-', '–', '—', '(', '|', '@', '.']);
        let joint = ["at ", "from "].iter().find_map(|word| joint.strip_prefix(word)).unwrap_or(joint);
        at = line.end() - joint.len();
    }
    let first = phrases.times.partition_point(|time| time.span.start() < at);
    let time = phrases.times.get(first).filter(|time| time.span.start() == at && time.span.end() <= line.end())?;
    let mut end = time.span.end();
    // The same time in another zone: `9am EST / 2pm GMT`.
    for other in phrases.times.iter().skip(first + 1).take_while(|other| other.span.end() <= line.end()) {
        let between = &text[end..other.span.start()];
        let same = between.trim().trim_end_matches('(');
        if !(matches!(same.trim(), "/" | "|" | ";" | "or" | "=" | ",") || between.trim() == "(") {
            break;
        }
        end = other.span.end();
    }
    let behind = text[end..line.end()].trim_start_matches(JOINTS);
    // `4 March 13:00 - 5 March 16:00` is from when to when the event is.
    let from = line.end() - behind.len();
    let next = phrases.dates.get(phrases.dates.partition_point(|date| date.span.start() < from));
    let until = next.filter(|next| date.is_some() && next.span.start() == from);
    if until.is_some_and(|until| phrases.times_in(Span::new(until.span.end()..line.end())).next().is_some()) {
        return None;
    }
    Some(Timed { time, date, words: Span::new(line.end() - behind.len()..line.end()) })
}

/// How long the number of a session is that stands in front of its day in parentheses: `Week 2 (4 March, 10:00): Ropes`.
fn numbered(text: &str) -> usize {
    const NUMBERED: &[&str] =
        &["Week", "Session", "Lecture", "Part", "Module", "Meeting", "Seminar", "Webinar", "Unit"];
    let Some(rest) = NUMBERED.iter().find_map(|word| text.strip_prefix(word)?.strip_prefix(' ')) else { return 0 };
    let number = rest.trim_start_matches(|c: char| c.is_ascii_digit());
    match number.strip_prefix(" (").filter(|_| number.len() < rest.len()) {
        Some(behind) => text.len() - behind.len(),
        None => 0,
    }
}

/// A line that ends with a time: `Opening (9:00 - 9:30)`, `Showcase, 1pm - 3pm`.
pub(super) fn trailing<'a>(passage: &'a Passage, line: Span) -> Option<Timed<'a>> {
    let phrases = passage.phrases();
    let text = line.of(&passage.text);
    let end = line.start() + text.trim_end_matches([' ', ')', ']', '.', '*']).len();
    let last = phrases.times.partition_point(|time| time.span.start() < line.end()).checked_sub(1)?;
    let mut first = last;
    if phrases.times[last].span.end() != end {
        return None;
    }
    while first > 0
        && phrases.times[first - 1].span.start() >= line.start()
        && matches!(
            passage.text[phrases.times[first - 1].span.end()..phrases.times[first].span.start()].trim(),
            "/" | "|" | "="
        )
    {
        first -= 1;
    }
    let time = &phrases.times[first];
    let mut from = time.span.start();
    let joint = |to: usize| {
        line.start()
            + passage.text[line.start()..to].trim_end_matches([' ', ',', '(', '[', ':', '-', '–', '—', '|', '@']).len()
    };
    let date = phrases
        .dates
        .iter()
        .find(|date| date.span.end() <= from && date.span.end() >= joint(from) && date.span.start() >= line.start());
    if let Some(date) = date {
        from = date.span.start();
    }
    let start = line.start() + opening(text);
    let words = Span::new(start.min(joint(from))..joint(from));
    // A sentence that mentions a time at its end is no title.
    let sentence = words.of(&passage.text).ends_with(" at")
        || words.of(&passage.text).ends_with(" from")
        || words.of(&passage.text).ends_with(" until");
    (!sentence).then_some(Timed { time, date, words })
}

/// How many bytes of marks stand before the first word.
fn opening(text: &str) -> usize {
    text.len() - text.trim_start_matches(|c: char| !c.is_alphanumeric() && c != '"' && c != '“').len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str, read: for<'a> fn(&'a Passage, Span) -> Option<Timed<'a>>) -> Option<(String, String, bool)> {
        let passage = Passage::plain(text);
        let timed = read(&passage, Span::new(0..text.len()))?;
        let start = timed.time.start.span.of(text).to_owned();
        Some((start, timed.words.of(text).to_owned(), timed.date.is_some()))
    }

    #[test]
    fn a_line_starts_with_its_time() {
        for (line, start, words, dated) in [
            ("9:00 - 9:30: Welcome", "9:00", "Welcome", false),
            ("9:00 – 9:30 | Welcome", "9:00", "Welcome", false),
            ("10am EST / 3pm GMT - Tides for all", "10am", "Tides for all", false),
            ("9:00 (14:00 UTC) Tides", "9:00", "Tides", false),
            ("June 4, 10:00-11:00: Tides", "10:00", "Tides", true),
            ("Monday 4 June at 10:00: Tides", "10:00", "Tides", true),
            ("[9.30 - 10.00] Tides", "9.30", "Tides", false),
            ("14h30 Tides", "14h30", "Tides", false),
            ("Week 2 (June 4, 10:00-11:00): Tides", "10:00", "Tides", true),
            ("noon: Lunch", "noon", "Lunch", false),
        ] {
            assert_eq!(told(line, leading), Some((start.to_owned(), words.to_owned(), dated)), "{line}");
        }
    }

    #[test]
    fn a_line_ends_with_its_time() {
        for (line, start, words, dated) in [
            ("Opening (9:00 - 9:30)", "9:00", "Opening", false),
            ("Showcase, 1pm - 3pm", "1pm", "Showcase", false),
            ("Tides: June 4, 10:00-11:00", "10:00", "Tides", true),
        ] {
            assert_eq!(told(line, trailing), Some((start.to_owned(), words.to_owned(), dated)), "{line}");
        }
    }

    #[test]
    fn prose_that_mentions_a_time_is_no_timed_line() {
        for line in ["Doors open at 9:00 on Monday", "The desk closes at 5pm", "Version 2.0", "Room 9:3"] {
            assert_eq!(told(line, leading), None, "{line}");
            assert_eq!(told(line, trailing), None, "{line}");
        }
    }
}
