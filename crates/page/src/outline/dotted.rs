//! Whether the lines of a page start with times that have a dot: `9.30 Registration`.
//!
//! By itself such a number may be a price, a version, a section or a day of a month. Of a page on which several lines
//! start with one, later than the line before for the most part, they are times.

use super::{BlockKind, Outline};
use crate::passage::Passage;
use crate::phrase::Dotted;

/// How many lines must start with a time.
const SEVERAL: usize = 3;

/// Tells every passage of a page what its dotted numbers are, where the page shows it.
pub(super) fn tell(outline: &mut Outline) {
    let dotted = judge(outline);
    if dotted == Dotted::Unsaid {
        return;
    }
    for block in &mut outline.blocks {
        block.passage.take_dotted(dotted);
        if let BlockKind::Table(grid) = &mut block.kind {
            grid.cells.iter_mut().for_each(|cell| cell.passage.take_dotted(dotted));
        }
    }
}

fn judge(outline: &Outline) -> Dotted {
    let mut times: Vec<(u32, u32)> = Vec::new();
    let mut others = 0;
    for number in outline.passages().flat_map(|(_, passage)| starts(passage)).filter_map(number) {
        match number {
            Number::Time(hour, minute) => times.push((hour, minute)),
            Number::Other => others += 1,
        }
    }
    if others > 1 && others * 2 >= times.len() {
        return Dotted::Numbers;
    }
    if times.len() < SEVERAL || others * 4 > times.len() {
        return Dotted::Unsaid;
    }
    // `05.10, 12.10, 19.10`: Saturdays of October.
    let (_, first) = times[0];
    if first % 30 != 0 && times.iter().all(|(_, minute)| *minute == first) {
        return Dotted::Numbers;
    }
    let later = times.windows(2).filter(|pair| pair[0] < pair[1]).count();
    // People meet at 9.35, and seldom at 9.37.
    let round = times.iter().filter(|(_, minute)| minute.is_multiple_of(5)).count();
    if later * 2 >= times.len() - 1 && round * 4 >= times.len() * 3 { Dotted::Times } else { Dotted::Unsaid }
}

/// What the lines of a passage say from their first digit on.
fn starts(passage: &Passage) -> impl Iterator<Item = &str> {
    let text = passage.text.as_str();
    let lines = memchr::memchr_iter(b'\n', text.as_bytes()).map(|end| end + 1);
    let joined = passage.breaks_in(handbill_text::Span::new(0..text.len()));
    let all = std::iter::once(0).chain(lines).chain(joined);
    all.map(|at| &text[at..]).filter(|line| line.starts_with(|c: char| c.is_ascii_digit()))
}

/// A number with a dot.
enum Number {
    Time(u32, u32),
    Other,
}

/// The number with a dot that a line starts with.
fn number(line: &str) -> Option<Number> {
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let hours = digits(line);
    let rest = line[hours..].strip_prefix('.')?;
    let minutes = digits(rest);
    if minutes == 0 {
        return None;
    }
    let behind = &rest[minutes..];
    // `1.10.2`, `3.50 €`, `12.05. Montag`, `2.50kg`.
    let alone = behind.is_empty() || behind.starts_with([' ', '\n', ',', ':', '-', '–', '—', ')']);
    let priced = ["€", "$", "£", "%", "EUR", "USD", "GBP", "CHF"];
    let priced = priced.iter().any(|unit| behind.trim_start().starts_with(unit));
    let time = (hours <= 2 && minutes == 2 && alone && !priced)
        .then(|| Some((line[..hours].parse().ok()?, rest[..minutes].parse().ok()?)))
        .flatten()
        .filter(|(hour, minute)| *hour < 24 && *minute < 60);
    Some(time.map_or(Number::Other, |(hour, minute)| Number::Time(hour, minute)))
}
