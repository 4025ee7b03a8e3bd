//! The part of a line that is shown.

use handbill_text::Span;
use unicode_width::UnicodeWidthChar;

use crate::output::harmless;

/// What stands where a line is cut.
const CUT: &str = "...";

/// A word may be cut off whole where a line is cut, if it is no longer than this.
const WORD: usize = 14;

/// The part of a line that is shown, and where it begins.
pub(super) struct Window {
    /// The text with the marks of its cuts, ready to be printed.
    pub(super) text: String,
    /// The bytes of the line that are shown.
    shown: Span,
    /// The columns that the mark of the first cut takes.
    cut: usize,
}

impl Window {
    /// Whether a line needs no cut.
    pub(super) fn fits(line: &str, columns: usize) -> bool {
        // Every column takes a byte at least, and a character four at most.
        line.len() <= columns || (line.len() <= columns * 4 && line.chars().map(width).sum::<usize>() <= columns)
    }

    /// The first part of a line.
    pub(super) fn start(line: &str, columns: usize) -> Self {
        Self::around(line, Span::at(0), columns)
    }

    /// As much of a line around `place` as has room in so many columns.
    pub(super) fn around(line: &str, place: Span, columns: usize) -> Self {
        if Self::fits(line, columns) {
            return Self { text: shown(line), shown: Span::new(0..line.len()), cut: 0 };
        }
        let room = columns.saturating_sub(2 * CUT.len());
        let (mut start, mut end) = (place.start(), place.start());
        let mut used = 0;
        // First the place itself, then both sides in turn.
        for c in line[place.range()].chars() {
            if used + width(c) > room {
                break;
            }
            used += width(c);
            end += c.len_utf8();
        }
        let whole = end == place.end();
        let mut left = line[..start].chars().rev();
        let mut right = line[end..].chars().take(if whole { usize::MAX } else { 0 });
        // A side ends at the first character without room, even if a narrower one behind it had some.
        let (mut grows_left, mut grows_right) = (true, true);
        while grows_left || grows_right {
            let before = if grows_left { left.next().filter(|c| used + width(*c) <= room) } else { None };
            grows_left = before.is_some();
            if let Some(c) = before {
                used += width(c);
                start -= c.len_utf8();
            }
            let behind = if grows_right { right.next().filter(|c| used + width(*c) <= room) } else { None };
            grows_right = behind.is_some();
            if let Some(c) = behind {
                used += width(c);
                end += c.len_utf8();
            }
        }
        // A cut between words reads better than one inside a word.
        if start > 0
            && let Some(blank) = line[start..place.start()].find(' ').filter(|blank| *blank <= WORD)
        {
            start += blank + 1;
        }
        if end < line.len()
            && whole
            && let Some(blank) = line[place.end()..end].rfind(' ').filter(|blank| end - place.end() - blank <= WORD)
        {
            end = place.end() + blank;
        }
        let (before, behind) = (if start > 0 { CUT } else { "" }, if end < line.len() { CUT } else { "" });
        Self {
            text: format!("{before}{}{behind}", shown(&line[start..end])),
            shown: Span::new(start..end),
            cut: before.len(),
        }
    }

    /// The column at which a place of the line begins, from 0, and how many columns it takes, as far as it is shown.
    pub(super) fn columns(&self, line: &str, place: Span) -> (usize, usize) {
        let end = place.end().min(self.shown.end());
        let start = place.start().clamp(self.shown.start(), end.max(self.shown.start()));
        let count = |span: Span| span.of(line).chars().map(width).sum::<usize>();
        (self.cut + count(Span::new(self.shown.start()..start)), count(Span::new(start..end)))
    }
}

/// The text as it is shown: tabs are blanks, and nothing steers the terminal.
fn shown(text: &str) -> String {
    harmless(&text.replace('\t', &" ".repeat(TAB)))
}

const TAB: usize = 4;

/// How many columns a character takes where it is shown.
fn width(c: char) -> usize {
    match c {
        '\t' => TAB,
        // What cannot be shown is shown as a replacement character.
        _ if c.is_control() => 1,
        '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => 1,
        _ => c.width().unwrap_or(0),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_cut_around_the_place() {
        let line = format!("{}the place{}", "left and left ".repeat(20), " right and right".repeat(20));
        let at = line.find("the place").expect("it stands there");
        let place = Span::new(at..at + 9);
        for columns in 30..100 {
            let window = Window::around(&line, place, columns);
            let (indent, width) = window.columns(&line, place);
            assert!(window.text.chars().count() <= columns);
            assert_eq!(&window.text[indent..indent + width], "the place", "{columns}");
        }
    }

    #[test]
    fn wide_characters_take_two_columns() {
        let line = "潮汐 the place";
        let at = line.find("the").expect("it stands there");
        assert_eq!(Window::around(line, Span::new(at..at + 3), 80).columns(line, Span::new(at..at + 3)), (5, 3));
    }

    #[test]
    fn a_place_wider_than_the_terminal_is_cut_at_its_end() {
        let line = "x".repeat(500);
        let window = Window::around(&line, Span::new(100..400), 40);
        assert_eq!(window.text, format!("...{}...", "x".repeat(34)));
        assert_eq!(window.columns(&line, Span::new(100..400)), (3, 34));
    }
}
